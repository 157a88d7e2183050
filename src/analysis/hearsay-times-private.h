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
                                   int                 day,
                                   int                 direction);
gint32 hearsay_clock_weekday (const HearsayClock *self,
                              int                 weekday,
                              int                 direction);
void hearsay_clock_shift    (HearsayClock *self,
                             char          unit,
                             gint32        n,
                             gboolean      from_reference,
                             HearsayTime  *time);

/* A text being gone through. @limit is behind the last token of the sentence. */
typedef struct
{
  const HearsayText *text;
  const HearsayClosed *closed;
  const HearsaySyntax *syntax;
  HearsayTimeWord *words;
  GArray *times;
  HearsayClock clock;
  guint32 limit;
} HearsayTimeScan;

static inline HearsayTimeWord
word_at (const HearsayTimeScan *scan,
         guint32                i)
{
  return i < scan->limit ? scan->words[i] : (HearsayTimeWord) { 0 };
}

static inline gboolean
kind_is (const HearsayTimeScan *scan,
         guint32                i,
         int                    kind)
{
  return word_at (scan, i).kind == kind;
}

static inline gboolean
text_is (const HearsayTimeScan *scan,
         guint32                i,
         const char            *lower)
{
  return i < scan->limit && hearsay_text_token_is (scan->text, i, lower);
}

static inline gboolean
is_day_number (const HearsayTimeScan *scan,
               guint32                i)
{
  HearsayTimeWord word = word_at (scan, i);

  return (word.kind == HEARSAY_TIME_WORD_NUMBER || word.kind == HEARSAY_TIME_WORD_ORDINAL) && word.value >= 1 && word.value <= 31 &&
         (scan->text->tokens[i].flags & HEARSAY_TOKEN_NUMBER);
}

static inline char
unit_at (const HearsayTimeScan *scan,
         guint32                i,
         gboolean              *plural)
{
  HearsayTimeWord word = word_at (scan, i);

  *plural = word.kind == HEARSAY_TIME_WORD_UNITS;
  return word.kind == HEARSAY_TIME_WORD_UNIT || *plural ? (char) word.value : '\0';
}

static inline void
set_value (HearsayTime    *time,
           HearsayTimeType type,
           const char     *value)
{
  time->type = type;
  time->date = HEARSAY_DATE_NONE;
  g_strlcpy (time->value, value, sizeof time->value);
}

/* What a sentence says of the time of its dates. */
typedef enum
{
  HEARSAY_TENSE_UNKNOWN,
  HEARSAY_TENSE_PAST,      /* a verb somewhere above the date */
  HEARSAY_TENSE_PAST_HERE, /* the verb that the date belongs to: “met on May 2” */
  HEARSAY_TENSE_FUTURE,    /* a plan: “to open in May”, “until Monday” */
  HEARSAY_TENSE_WILL,      /* “will open in May” */
} HearsayTense;

/* As hearsay_clock_nearest_year() takes it. */
static inline int
hearsay_time_direction (HearsayTense tense)
{
  switch (tense)
    {
    case HEARSAY_TENSE_PAST_HERE:
      return -2;
    case HEARSAY_TENSE_PAST:
      return -1;
    case HEARSAY_TENSE_FUTURE:
      return 1;
    case HEARSAY_TENSE_WILL:
      return 2;
    case HEARSAY_TENSE_UNKNOWN:
    default:
      return 0;
    }
}

HearsayTense hearsay_time_tense (const HearsayTimeScan *scan,
                                 guint32                i);

/* hearsay-time-dates.c, hearsay-time-amounts.c and hearsay-time-holidays.c. A matcher looks at the tokens from i on and
 * fills the time; it returns the token behind the expression, or 0. */
gboolean hearsay_time_is_future (const HearsayTimeScan *scan,
                                 guint32     i);
void hearsay_time_set_month_day (HearsayTimeScan        *scan,
                                 int          year,
                                 int          month,
                                 int          day,
                                 HearsayTense tense,
                                 HearsayTime *time);
int hearsay_time_take_year (const HearsayTimeScan *scan,
                            guint32    *i,
                            gboolean    comma);
void hearsay_time_add_part (const HearsayTimeScan  *scan,
                            guint32     *end,
                            HearsayTime *time);
void hearsay_time_set_weekday (HearsayTimeScan        *scan,
                               int          weekday,
                               int          direction,
                               HearsayTime *time);
void hearsay_time_set_season (HearsayTimeScan        *scan,
                              int          season,
                              int          year,
                              HearsayTime *time);
guint32 hearsay_time_match_month (HearsayTimeScan        *scan,
                                  guint32      i,
                                  HearsayTime *time);
guint32 hearsay_time_match_digits (HearsayTimeScan        *scan,
                                   guint32      i,
                                   HearsayTime *time);
guint32 hearsay_time_match_weekday (HearsayTimeScan        *scan,
                                    guint32      i,
                                    HearsayTime *time);
guint32 hearsay_time_match_word (HearsayTimeScan        *scan,
                                 guint32      i,
                                 HearsayTime *time);
guint32 hearsay_time_match_season (HearsayTimeScan        *scan,
                                   guint32      i,
                                   HearsayTime *time);
guint32 hearsay_time_match_holiday (HearsayTimeScan        *scan,
                                    guint32      i,
                                    HearsayTime *time);
guint32 hearsay_time_match_reference (HearsayTimeScan        *scan,
                                      guint32      i,
                                      HearsayTime *time);
guint32 hearsay_time_match_year (HearsayTimeScan        *scan,
                                 guint32      i,
                                 HearsayTime *time);
guint32 hearsay_time_match_clock (HearsayTimeScan        *scan,
                                  guint32      i,
                                  HearsayTime *time);
guint32 hearsay_time_match_part (HearsayTimeScan        *scan,
                                 guint32      i,
                                 HearsayTime *time);
guint32 hearsay_time_match_units (HearsayTimeScan        *scan,
                                  guint32      i,
                                  HearsayTime *time);
guint32 hearsay_time_match_ordinal (HearsayTimeScan        *scan,
                                    guint32      i,
                                    HearsayTime *time);
guint32 hearsay_time_match_step (HearsayTimeScan        *scan,
                                 guint32      i,
                                 HearsayTime *time);
guint32 hearsay_time_match_the (HearsayTimeScan        *scan,
                                guint32      i,
                                HearsayTime *time);
guint32 hearsay_time_match_set (HearsayTimeScan        *scan,
                                guint32      i,
                                HearsayTime *time);
guint32 hearsay_time_match_hyphenated (HearsayTimeScan        *scan,
                                       guint32      i,
                                       HearsayTime *time);

G_END_DECLS
