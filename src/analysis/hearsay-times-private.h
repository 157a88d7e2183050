/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-times.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_TIME_WORD_NONE,
  HEARSAY_TIME_WORD_NUMBER,  /* the number; 0 is “several” */
  HEARSAY_TIME_WORD_ORDINAL, /* the number */
  HEARSAY_TIME_WORD_WEEKDAY, /* 1 is Monday */
  HEARSAY_TIME_WORD_WEEKDAYS,
  HEARSAY_TIME_WORD_MONTH,   /* 1 is January */
  HEARSAY_TIME_WORD_UNIT,    /* a letter, see unit_letter */
  HEARSAY_TIME_WORD_UNITS,
  HEARSAY_TIME_WORD_SEASON,  /* index */
  HEARSAY_TIME_WORD_PART,    /* of the day: index */
  HEARSAY_TIME_WORD_DAY,     /* today: 0 */
  HEARSAY_TIME_WORD_REF,     /* -1 past, 0 present, 1 future */
  HEARSAY_TIME_WORD_STEP,    /* “last”: -1, “this”: 0, “next”: 1 */
  HEARSAY_TIME_WORD_SET,     /* “daily”: a unit's letter */
  HEARSAY_TIME_WORD_EVERY,
  HEARSAY_TIME_WORD_AGO,     /* -1 ago, -2 earlier, 2 later, 1 from now */
  HEARSAY_TIME_WORD_YEAR,    /* four digits */
  HEARSAY_TIME_WORD_DECADE,  /* first year; below 100 without the century */
  HEARSAY_TIME_WORD_CLOCK,   /* minutes of the day; + 10000 when am or pm is yet to come */
  HEARSAY_TIME_WORD_HALF_DAY,/* 0 a.m., 12 p.m. */
  HEARSAY_TIME_WORD_ZONE,
  HEARSAY_TIME_WORD_HOLIDAY, /* month * 100 + day, or 0 */
} HearsayTimeWordKind;

typedef struct
{
  guint8 kind;
  gint16 value;
} HearsayTimeWord;

/* Letters of the units: TIMEX3's, with lower case for what the clock counts, E decade, C century. */
#define HEARSAY_UNITS_OF_CLOCK "hms"

HearsayTimeWord hearsay_time_word  (const char *lower,
                                    gboolean    capitalised);

/**
 * HearsayClock:
 * @published: the day relative expressions are counted from; meaningless where @dated is not set
 * @reference: the last date mentioned, or unset
 * @quarter: year * 4 + quarter - 1 of the last quarter mentioned, or -1
 *
 * What dates are counted from.
 */
typedef struct
{
  gint32 published;
  HearsayDate date;
  HearsayDate reference;
  gboolean dated;
  gint32 quarter;
} HearsayClock;

void hearsay_clock_init     (HearsayClock *self,
                             HearsayDate   published);
void hearsay_clock_day      (HearsayClock *self,
                             gint32        days,
                             HearsayTime  *time);
void hearsay_clock_week     (HearsayClock *self,
                             gint32        days,
                             HearsayTime  *time);
void hearsay_clock_month    (HearsayClock *self,
                             gint32        months,
                             HearsayTime  *time);
void hearsay_clock_year     (HearsayClock *self,
                             gint32        year,
                             HearsayTime  *time);
void hearsay_clock_quarter  (HearsayClock *self,
                             gint32        quarter,
                             HearsayTime  *time);
gint32 hearsay_clock_nearest_year (const HearsayClock *self,
                                   int                 month,
                                   int                 day);
gint32 hearsay_clock_weekday (const HearsayClock *self,
                              int                 weekday,
                              int                 direction);
void hearsay_clock_shift    (HearsayClock *self,
                             char          unit,
                             gint32        n,
                             gboolean      from_reference,
                             HearsayTime  *time);

G_END_DECLS
