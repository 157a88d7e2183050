/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HearsayPrecision:
 *
 * How exactly a date is known; larger is finer. Unknown is zero: a cleared
 * date is no date.
 */
typedef enum
{
  HEARSAY_PRECISION_UNKNOWN,
  HEARSAY_PRECISION_YEAR,
  HEARSAY_PRECISION_MONTH,
  HEARSAY_PRECISION_WEEK,
  HEARSAY_PRECISION_DAY,
  HEARSAY_PRECISION_MINUTE,
} HearsayPrecision;

/**
 * HearsayBasis:
 * @HEARSAY_BASIS_NONE: nothing to go by
 * @HEARSAY_BASIS_WORDS: words in the same sentence (“on Thursday”)
 * @HEARSAY_BASIS_BEFORE: carried over from the sentence before
 * @HEARSAY_BASIS_EVENT: an event that has a date (“Friday's briefing”)
 * @HEARSAY_BASIS_PUBLICATION: the publication date
 * @HEARSAY_BASIS_HAND: set by a person
 *
 * What a date was found from.
 */
typedef enum
{
  HEARSAY_BASIS_NONE,
  HEARSAY_BASIS_WORDS,
  HEARSAY_BASIS_BEFORE,
  HEARSAY_BASIS_EVENT,
  HEARSAY_BASIS_PUBLICATION,
  HEARSAY_BASIS_HAND,
} HearsayBasis;

#define HEARSAY_N_BASES 6

/**
 * HearsayDate:
 *
 * A day (or minute, week, month, year) of the proleptic Gregorian calendar as
 * the publisher's clock shows it, with its precision and basis, and with the zone
 * of that clock where the source states it. With week precision @month and @day
 * are the week's Monday. Fields finer than the precision are 1 (month, day) or 0
 * (hour, minute).
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
  guint8 hour;
  guint8 minute;
  guint8 precision; /* HearsayPrecision */
  guint8 basis;     /* HearsayBasis */
  gint16 zone;      /* see hearsay_date_get_zone(); 0 where it is not known */
} HearsayDate;

#define HEARSAY_DATE_NONE ((HearsayDate) { 0 })

/* Longest ISO 8601 form that is written, with its NUL. */
#define HEARSAY_DATE_BUFFER 32

/* Kept apart from 0, which is no zone. */
#define HEARSAY_DATE_ZONE_KNOWN 0x4000

static inline gboolean
hearsay_date_is_set (HearsayDate date)
{
  return date.precision != HEARSAY_PRECISION_UNKNOWN;
}

static inline gboolean
hearsay_date_has_zone (HearsayDate date)
{
  return date.zone != 0;
}

/* How many minutes its clock is ahead of UTC, where that is known. */
static inline int
hearsay_date_get_zone (HearsayDate date)
{
  return date.zone != 0 ? date.zone - HEARSAY_DATE_ZONE_KNOWN : 0;
}

static inline void
hearsay_date_set_zone (HearsayDate *date,
                       int          minutes)
{
  date->zone = (gint16) (minutes + HEARSAY_DATE_ZONE_KNOWN);
}

HearsayDate  hearsay_date_new_day     (int                year,
                                       int                month,
                                       int                day);
HearsayDate  hearsay_date_from_days   (gint32             days);
gboolean     hearsay_date_parse_iso   (const char        *string,
                                       HearsayDate       *date);
const char  *hearsay_date_format      (HearsayDate        date,
                                       char              *buffer);
const char  *hearsay_date_format_zone (HearsayDate        date,
                                       char              *buffer);
const char  *hearsay_date_format_full (HearsayDate        date,
                                       char              *buffer);
HearsayDate  hearsay_date_to_zone     (HearsayDate        date,
                                       GTimeZone         *zone);
gint32       hearsay_date_first_day   (HearsayDate        date);
gint32       hearsay_date_last_day    (HearsayDate        date);
int          hearsay_date_weekday     (HearsayDate        date);
int          hearsay_date_compare     (HearsayDate        a,
                                       HearsayDate        b);
int          hearsay_days_in_month    (int                year,
                                       int                month);
gint32       hearsay_days_from_civil  (int                year,
                                       int                month,
                                       int                day);
const char  *hearsay_basis_to_string  (HearsayBasis       basis);
gboolean     hearsay_basis_parse      (const char        *string,
                                       HearsayBasis      *basis);

G_END_DECLS
