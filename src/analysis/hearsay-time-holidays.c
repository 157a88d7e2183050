/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-times-private.h"

#include <string.h>

/* How the day of a feast is found. */
typedef enum
{
  RULE_FIXED,   /* a: month, b: day */
  RULE_NTH,     /* a: month, b: weekday from 1, c: which one, or -1 for the last */
  RULE_EASTER,  /* a: days behind Easter Sunday */
  RULE_TUESDAY, /* a: month: the Tuesday behind the first Monday */
} Rule;

typedef struct
{
  const char *words; /* as tokens, with blanks between */
  Rule rule;
  int a;
  int b;
  int c;
} Holiday;

/* Longer names before their beginnings. */
static const Holiday holidays[] = {
  { "christmas eve", RULE_FIXED, 12, 24, 0 },
  { "christmas day", RULE_FIXED, 12, 25, 0 },
  { "christmas", RULE_FIXED, 12, 25, 0 },
  { "boxing day", RULE_FIXED, 12, 26, 0 },
  { "new year 's eve", RULE_FIXED, 12, 31, 0 },
  { "new year 's day", RULE_FIXED, 1, 1, 0 },
  { "halloween", RULE_FIXED, 10, 31, 0 },
  { "valentine 's day", RULE_FIXED, 2, 14, 0 },
  { "independence day", RULE_FIXED, 7, 4, 0 },
  { "veterans day", RULE_FIXED, 11, 11, 0 },
  { "may day", RULE_FIXED, 5, 1, 0 },
  { "labor day", RULE_NTH, 9, 1, 1 },
  { "memorial day", RULE_NTH, 5, 1, -1 },
  { "thanksgiving day", RULE_NTH, 11, 4, 4 },
  { "thanksgiving", RULE_NTH, 11, 4, 4 },
  { "election day", RULE_TUESDAY, 11, 0, 0 },
  { "good friday", RULE_EASTER, -2, 0, 0 },
  { "easter sunday", RULE_EASTER, 0, 0, 0 },
  { "easter monday", RULE_EASTER, 1, 0, 0 },
  { "easter", RULE_EASTER, 0, 0, 0 },
  { "pentecost", RULE_EASTER, 49, 0, 0 },
};

/* Easter Sunday by the Gregorian calendar (the method of Meeus, Jones and Butcher); days after 1970-01-01. */
static gint32
easter (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return hearsay_days_from_civil (year, n / 31, n % 31 + 1);
}

/* The day @n of this weekday in a month; @n -1 is the last one. */
static gint32
nth_weekday (int year,
             int month,
             int weekday,
             int n)
{
  gint32 first = hearsay_days_from_civil (year, month, 1);
  gint32 day = first + (weekday - 1 - hearsay_date_weekday (hearsay_date_from_days (first)) + 7) % 7;

  if (n > 0)
    return day + 7 * (n - 1);
  while (day + 7 < first + hearsay_days_in_month (year, month))
    day += 7;
  return day;
}

static gint32
day_of (const Holiday *holiday,
        int            year)
{
  switch (holiday->rule)
    {
    case RULE_FIXED:
      return hearsay_days_from_civil (year, holiday->a, holiday->b);
    case RULE_NTH:
      return nth_weekday (year, holiday->a, holiday->b, holiday->c);
    case RULE_TUESDAY:
      return nth_weekday (year, holiday->a, 1, 1) + 1;
    case RULE_EASTER:
    default:
      return easter (year) + holiday->a;
    }
}

/* The token behind the holiday's name at @i, or 0. */
static guint32
match_words (const HearsayTimeScan *scan,
             guint32                i,
             const char            *words)
{
  char word[HEARSAY_TOKEN_BUFFER];

  while (*words != '\0')
    {
      gsize n = strcspn (words, " ");

      g_strlcpy (word, words, MIN (n + 1, sizeof word));
      if (!text_is (scan, i, word) && !(strcmp (word, "'s") == 0 && text_is (scan, i, "’s")))
        return 0;
      i++;
      words += n + (words[n] == ' ');
    }
  return i;
}

/* “Thanksgiving”, “Easter Monday 2019”, “Election Day”. */
guint32
hearsay_time_match_holiday (HearsayTimeScan *scan,
                            guint32          i,
                            HearsayTime     *time)
{
  char first;

  if (!(scan->text->tokens[i].flags & HEARSAY_TOKEN_CAPITALISED))
    return 0;
  first = *hearsay_text_word (scan->text, i);
  for (guint k = 0; k < G_N_ELEMENTS (holidays); k++)
    {
      guint32 end = *holidays[k].words == first ? match_words (scan, i, holidays[k].words) : 0;
      int year;

      if (end == 0)
        continue;
      year = hearsay_time_take_year (scan, &end, TRUE);
      time->type = HEARSAY_TIME_DATE;
      if (year == 0 && scan->clock.dated)
        {
          HearsayDate near = hearsay_date_from_days (day_of (&holidays[k], scan->clock.date.year));
          HearsayTense tense = hearsay_time_tense (scan, i);

          year = hearsay_clock_nearest_year (&scan->clock, near.month, near.day,
                                             hearsay_time_direction (tense));
        }
      if (year > 0)
        hearsay_clock_day (&scan->clock, day_of (&holidays[k], year), time);
      else if (holidays[k].rule == RULE_FIXED)
        g_snprintf (time->value, sizeof time->value, "XXXX-%02d-%02d", holidays[k].a, holidays[k].b);
      else
        set_value (time, HEARSAY_TIME_DATE, "XXXX-XX-XX");
      return end;
    }
  return 0;
}

static gboolean
has_noun_behind (const HearsayTimeScan *scan,
                 guint32                i)
{
  return i + 1 < scan->limit && (scan->text->tokens[i + 1].flags & HEARSAY_TOKEN_WORD) && scan->closed->classes[i + 1] == 0 &&
         scan->words[i + 1].kind == HEARSAY_TIME_WORD_NONE;
}

/* “the current talks”; years in words: “nineteen ninety-four”, “twenty ten”. */
guint32
hearsay_time_match_reference (HearsayTimeScan *scan,
                              guint32          i,
                              HearsayTime     *time)
{
  int century = word_at (scan, i).value;
  int rest = word_at (scan, i + 1).value;
  gboolean plural;

  if (text_is (scan, i, "current") && has_noun_behind (scan, i))
    {
      set_value (time, HEARSAY_TIME_DATE, "PRESENT_REF");
      return i + 1;
    }
  if (!kind_is (scan, i, HEARSAY_TIME_WORD_NUMBER) || !kind_is (scan, i + 1, HEARSAY_TIME_WORD_NUMBER) ||
      (scan->text->tokens[i].flags & HEARSAY_TOKEN_NUMBER) || (scan->text->tokens[i + 1].flags & HEARSAY_TOKEN_NUMBER) ||
      century < 17 || century > 20 || rest < 10 || rest > 99 || unit_at (scan, i + 2, &plural) != '\0')
    return 0;
  time->type = HEARSAY_TIME_DATE;
  hearsay_clock_year (&scan->clock, century * 100 + rest, time);
  return i + 2;
}
