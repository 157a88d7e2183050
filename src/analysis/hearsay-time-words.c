/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/hearsay-times-private.h"
#include "analysis/hearsay-word-table.h"

#define NUMBER HEARSAY_TIME_WORD_NUMBER
#define ORDINAL HEARSAY_TIME_WORD_ORDINAL
#define WEEKDAY HEARSAY_TIME_WORD_WEEKDAY
#define WEEKDAYS HEARSAY_TIME_WORD_WEEKDAYS
#define MONTH HEARSAY_TIME_WORD_MONTH
#define UNIT HEARSAY_TIME_WORD_UNIT
#define UNITS HEARSAY_TIME_WORD_UNITS
#define SEASON HEARSAY_TIME_WORD_SEASON
#define PART HEARSAY_TIME_WORD_PART
#define DAY HEARSAY_TIME_WORD_DAY
#define REF HEARSAY_TIME_WORD_REF
#define STEP HEARSAY_TIME_WORD_STEP
#define SET HEARSAY_TIME_WORD_SET
#define EVERY HEARSAY_TIME_WORD_EVERY
#define AGO HEARSAY_TIME_WORD_AGO
#define DECADE HEARSAY_TIME_WORD_DECADE
#define HALF_DAY HEARSAY_TIME_WORD_HALF_DAY
#define ZONE HEARSAY_TIME_WORD_ZONE
#define HOLIDAY HEARSAY_TIME_WORD_HOLIDAY

typedef struct
{
  const char *word;
  HearsayTimeWord meaning;
  gboolean capital; /* a name: “May”, not “may” */
} Entry;

static const Entry entries[] = {
  { "a.m", { HALF_DAY, 0 }, FALSE },
  { "a.m.", { HALF_DAY, 0 }, FALSE },
  { "after", { AGO, 2 }, FALSE },
  { "afternoon", { PART, 1 }, FALSE },
  { "ago", { AGO, -1 }, FALSE },
  { "am", { HALF_DAY, 0 }, FALSE },
  { "annually", { SET, 'Y' }, FALSE },
  { "apr", { MONTH, 4 }, TRUE },
  { "apr.", { MONTH, 4 }, TRUE },
  { "april", { MONTH, 4 }, TRUE },
  { "aug", { MONTH, 8 }, TRUE },
  { "aug.", { MONTH, 8 }, TRUE },
  { "august", { MONTH, 8 }, TRUE },
  { "autumn", { SEASON, 2 }, FALSE },
  { "before", { AGO, -2 }, FALSE },
  { "bst", { ZONE, 0 }, TRUE },
  { "cdt", { ZONE, 0 }, TRUE },
  { "centuries", { UNITS, 'C' }, FALSE },
  { "century", { UNIT, 'C' }, FALSE },
  { "cest", { ZONE, 0 }, TRUE },
  { "cet", { ZONE, 0 }, TRUE },
  { "christmas", { HOLIDAY, 1225 }, TRUE },
  { "coming", { STEP, 1 }, FALSE },
  { "cst", { ZONE, 0 }, TRUE },
  { "current", { STEP, 0 }, FALSE },
  { "currently", { REF, 0 }, FALSE },
  { "daily", { SET, 'D' }, FALSE },
  { "day", { UNIT, 'D' }, FALSE },
  { "days", { UNITS, 'D' }, FALSE },
  { "dec", { MONTH, 12 }, TRUE },
  { "dec.", { MONTH, 12 }, TRUE },
  { "decade", { UNIT, 'E' }, FALSE },
  { "decades", { UNITS, 'E' }, FALSE },
  { "december", { MONTH, 12 }, TRUE },
  { "dozen", { NUMBER, 12 }, FALSE },
  { "each", { EVERY, 0 }, FALSE },
  { "earlier", { AGO, -2 }, FALSE },
  { "edt", { ZONE, 0 }, TRUE },
  { "eight", { NUMBER, 8 }, FALSE },
  { "eighteen", { NUMBER, 18 }, FALSE },
  { "eighteenth", { ORDINAL, 18 }, FALSE },
  { "eighth", { ORDINAL, 8 }, FALSE },
  { "eighties", { DECADE, 80 }, FALSE },
  { "eighty", { NUMBER, 80 }, FALSE },
  { "eighty-eight", { NUMBER, 88 }, FALSE },
  { "eighty-five", { NUMBER, 85 }, FALSE },
  { "eighty-four", { NUMBER, 84 }, FALSE },
  { "eighty-nine", { NUMBER, 89 }, FALSE },
  { "eighty-one", { NUMBER, 81 }, FALSE },
  { "eighty-seven", { NUMBER, 87 }, FALSE },
  { "eighty-six", { NUMBER, 86 }, FALSE },
  { "eighty-three", { NUMBER, 83 }, FALSE },
  { "eighty-two", { NUMBER, 82 }, FALSE },
  { "eleven", { NUMBER, 11 }, FALSE },
  { "eleventh", { ORDINAL, 11 }, FALSE },
  { "est", { ZONE, 0 }, TRUE },
  { "et", { ZONE, 0 }, TRUE },
  { "evening", { PART, 2 }, FALSE },
  { "every", { EVERY, 0 }, FALSE },
  { "fall", { SEASON, 2 }, FALSE },
  { "feb", { MONTH, 2 }, TRUE },
  { "feb.", { MONTH, 2 }, TRUE },
  { "february", { MONTH, 2 }, TRUE },
  { "few", { NUMBER, 0 }, FALSE },
  { "fifteen", { NUMBER, 15 }, FALSE },
  { "fifteenth", { ORDINAL, 15 }, FALSE },
  { "fifth", { ORDINAL, 5 }, FALSE },
  { "fifties", { DECADE, 50 }, FALSE },
  { "fifty", { NUMBER, 50 }, FALSE },
  { "fifty-eight", { NUMBER, 58 }, FALSE },
  { "fifty-five", { NUMBER, 55 }, FALSE },
  { "fifty-four", { NUMBER, 54 }, FALSE },
  { "fifty-nine", { NUMBER, 59 }, FALSE },
  { "fifty-one", { NUMBER, 51 }, FALSE },
  { "fifty-seven", { NUMBER, 57 }, FALSE },
  { "fifty-six", { NUMBER, 56 }, FALSE },
  { "fifty-three", { NUMBER, 53 }, FALSE },
  { "fifty-two", { NUMBER, 52 }, FALSE },
  { "first", { ORDINAL, 1 }, FALSE },
  { "five", { NUMBER, 5 }, FALSE },
  { "following", { STEP, 1 }, FALSE },
  { "forties", { DECADE, 40 }, FALSE },
  { "forty", { NUMBER, 40 }, FALSE },
  { "forty-eight", { NUMBER, 48 }, FALSE },
  { "forty-five", { NUMBER, 45 }, FALSE },
  { "forty-four", { NUMBER, 44 }, FALSE },
  { "forty-nine", { NUMBER, 49 }, FALSE },
  { "forty-one", { NUMBER, 41 }, FALSE },
  { "forty-seven", { NUMBER, 47 }, FALSE },
  { "forty-six", { NUMBER, 46 }, FALSE },
  { "forty-three", { NUMBER, 43 }, FALSE },
  { "forty-two", { NUMBER, 42 }, FALSE },
  { "four", { NUMBER, 4 }, FALSE },
  { "fourteen", { NUMBER, 14 }, FALSE },
  { "fourteenth", { ORDINAL, 14 }, FALSE },
  { "fourth", { ORDINAL, 4 }, FALSE },
  { "fri.", { WEEKDAY, 5 }, TRUE },
  { "friday", { WEEKDAY, 5 }, TRUE },
  { "fridays", { WEEKDAYS, 5 }, TRUE },
  { "gmt", { ZONE, 0 }, TRUE },
  { "halloween", { HOLIDAY, 1031 }, TRUE },
  { "hour", { UNIT, 'h' }, FALSE },
  { "hourly", { SET, 'h' }, FALSE },
  { "hours", { UNITS, 'h' }, FALSE },
  { "hundred", { NUMBER, 100 }, FALSE },
  { "ist", { ZONE, 0 }, TRUE },
  { "jan.", { MONTH, 1 }, TRUE },
  { "january", { MONTH, 1 }, TRUE },
  { "jst", { ZONE, 0 }, TRUE },
  { "jul", { MONTH, 7 }, TRUE },
  { "jul.", { MONTH, 7 }, TRUE },
  { "july", { MONTH, 7 }, TRUE },
  { "jun.", { MONTH, 6 }, TRUE },
  { "june", { MONTH, 6 }, TRUE },
  { "last", { STEP, -1 }, FALSE },
  { "lately", { REF, -1 }, FALSE },
  { "later", { AGO, 2 }, FALSE },
  { "latest", { STEP, 0 }, FALSE },
  { "many", { NUMBER, 0 }, FALSE },
  { "mar.", { MONTH, 3 }, TRUE },
  { "march", { MONTH, 3 }, TRUE },
  { "may", { MONTH, 5 }, TRUE },
  { "mdt", { ZONE, 0 }, TRUE },
  { "midday", { PART, 4 }, FALSE },
  { "midnight", { PART, 5 }, FALSE },
  { "min", { UNIT, 'm' }, FALSE },
  { "minute", { UNIT, 'm' }, FALSE },
  { "minutes", { UNITS, 'm' }, FALSE },
  { "mon.", { WEEKDAY, 1 }, TRUE },
  { "monday", { WEEKDAY, 1 }, TRUE },
  { "mondays", { WEEKDAYS, 1 }, TRUE },
  { "month", { UNIT, 'M' }, FALSE },
  { "monthly", { SET, 'M' }, FALSE },
  { "months", { UNITS, 'M' }, FALSE },
  { "morning", { PART, 0 }, FALSE },
  { "msk", { ZONE, 0 }, TRUE },
  { "mst", { ZONE, 0 }, TRUE },
  { "next", { STEP, 1 }, FALSE },
  { "night", { PART, 3 }, FALSE },
  { "nine", { NUMBER, 9 }, FALSE },
  { "nineteen", { NUMBER, 19 }, FALSE },
  { "nineteenth", { ORDINAL, 19 }, FALSE },
  { "nineties", { DECADE, 90 }, FALSE },
  { "ninety", { NUMBER, 90 }, FALSE },
  { "ninety-eight", { NUMBER, 98 }, FALSE },
  { "ninety-five", { NUMBER, 95 }, FALSE },
  { "ninety-four", { NUMBER, 94 }, FALSE },
  { "ninety-nine", { NUMBER, 99 }, FALSE },
  { "ninety-one", { NUMBER, 91 }, FALSE },
  { "ninety-seven", { NUMBER, 97 }, FALSE },
  { "ninety-six", { NUMBER, 96 }, FALSE },
  { "ninety-three", { NUMBER, 93 }, FALSE },
  { "ninety-two", { NUMBER, 92 }, FALSE },
  { "ninth", { ORDINAL, 9 }, FALSE },
  { "noon", { PART, 4 }, FALSE },
  { "nov", { MONTH, 11 }, TRUE },
  { "nov.", { MONTH, 11 }, TRUE },
  { "november", { MONTH, 11 }, TRUE },
  { "now", { REF, 0 }, FALSE },
  { "nowadays", { REF, 0 }, FALSE },
  { "oct", { MONTH, 10 }, TRUE },
  { "oct.", { MONTH, 10 }, TRUE },
  { "october", { MONTH, 10 }, TRUE },
  { "one", { NUMBER, 1 }, FALSE },
  { "overnight", { DAY, 101 }, FALSE },
  { "p.m", { HALF_DAY, 12 }, FALSE },
  { "p.m.", { HALF_DAY, 12 }, FALSE },
  { "past", { STEP, -1 }, FALSE },
  { "pdt", { ZONE, 0 }, TRUE },
  { "pm", { HALF_DAY, 12 }, FALSE },
  { "preceding", { STEP, -1 }, FALSE },
  { "presently", { REF, 0 }, FALSE },
  { "previous", { STEP, -1 }, FALSE },
  { "prior", { STEP, -1 }, FALSE },
  { "pst", { ZONE, 0 }, TRUE },
  { "pt", { ZONE, 0 }, TRUE },
  { "quarter", { UNIT, 'Q' }, FALSE },
  { "quarterly", { SET, 'Q' }, FALSE },
  { "quarters", { UNITS, 'Q' }, FALSE },
  { "recent", { NUMBER, 0 }, FALSE },
  { "recently", { REF, -1 }, FALSE },
  { "same", { STEP, 0 }, FALSE },
  { "sat.", { WEEKDAY, 6 }, TRUE },
  { "saturday", { WEEKDAY, 6 }, TRUE },
  { "saturdays", { WEEKDAYS, 6 }, TRUE },
  { "second", { ORDINAL, 2 }, FALSE },
  { "seconds", { UNITS, 's' }, FALSE },
  { "sep.", { MONTH, 9 }, TRUE },
  { "sept", { MONTH, 9 }, TRUE },
  { "sept.", { MONTH, 9 }, TRUE },
  { "september", { MONTH, 9 }, TRUE },
  { "seven", { NUMBER, 7 }, FALSE },
  { "seventeen", { NUMBER, 17 }, FALSE },
  { "seventeenth", { ORDINAL, 17 }, FALSE },
  { "seventh", { ORDINAL, 7 }, FALSE },
  { "seventies", { DECADE, 70 }, FALSE },
  { "seventy", { NUMBER, 70 }, FALSE },
  { "seventy-eight", { NUMBER, 78 }, FALSE },
  { "seventy-five", { NUMBER, 75 }, FALSE },
  { "seventy-four", { NUMBER, 74 }, FALSE },
  { "seventy-nine", { NUMBER, 79 }, FALSE },
  { "seventy-one", { NUMBER, 71 }, FALSE },
  { "seventy-seven", { NUMBER, 77 }, FALSE },
  { "seventy-six", { NUMBER, 76 }, FALSE },
  { "seventy-three", { NUMBER, 73 }, FALSE },
  { "seventy-two", { NUMBER, 72 }, FALSE },
  { "several", { NUMBER, 0 }, FALSE },
  { "six", { NUMBER, 6 }, FALSE },
  { "sixteen", { NUMBER, 16 }, FALSE },
  { "sixteenth", { ORDINAL, 16 }, FALSE },
  { "sixth", { ORDINAL, 6 }, FALSE },
  { "sixties", { DECADE, 60 }, FALSE },
  { "sixty", { NUMBER, 60 }, FALSE },
  { "sixty-eight", { NUMBER, 68 }, FALSE },
  { "sixty-five", { NUMBER, 65 }, FALSE },
  { "sixty-four", { NUMBER, 64 }, FALSE },
  { "sixty-nine", { NUMBER, 69 }, FALSE },
  { "sixty-one", { NUMBER, 61 }, FALSE },
  { "sixty-seven", { NUMBER, 67 }, FALSE },
  { "sixty-six", { NUMBER, 66 }, FALSE },
  { "sixty-three", { NUMBER, 63 }, FALSE },
  { "sixty-two", { NUMBER, 62 }, FALSE },
  { "some", { NUMBER, 0 }, FALSE },
  { "soon", { REF, 1 }, FALSE },
  { "spring", { SEASON, 0 }, FALSE },
  { "summer", { SEASON, 1 }, FALSE },
  { "sun.", { WEEKDAY, 7 }, TRUE },
  { "sunday", { WEEKDAY, 7 }, TRUE },
  { "sundays", { WEEKDAYS, 7 }, TRUE },
  { "ten", { NUMBER, 10 }, FALSE },
  { "tenth", { ORDINAL, 10 }, FALSE },
  { "thanksgiving", { HOLIDAY, 0 }, TRUE },
  { "that", { STEP, 0 }, FALSE },
  { "third", { ORDINAL, 3 }, FALSE },
  { "thirteen", { NUMBER, 13 }, FALSE },
  { "thirteenth", { ORDINAL, 13 }, FALSE },
  { "thirties", { DECADE, 30 }, FALSE },
  { "thirtieth", { ORDINAL, 30 }, FALSE },
  { "thirty", { NUMBER, 30 }, FALSE },
  { "thirty-eight", { NUMBER, 38 }, FALSE },
  { "thirty-five", { NUMBER, 35 }, FALSE },
  { "thirty-four", { NUMBER, 34 }, FALSE },
  { "thirty-nine", { NUMBER, 39 }, FALSE },
  { "thirty-one", { NUMBER, 31 }, FALSE },
  { "thirty-seven", { NUMBER, 37 }, FALSE },
  { "thirty-six", { NUMBER, 36 }, FALSE },
  { "thirty-three", { NUMBER, 33 }, FALSE },
  { "thirty-two", { NUMBER, 32 }, FALSE },
  { "this", { STEP, 0 }, FALSE },
  { "three", { NUMBER, 3 }, FALSE },
  { "thu.", { WEEKDAY, 4 }, TRUE },
  { "thur.", { WEEKDAY, 4 }, TRUE },
  { "thurs.", { WEEKDAY, 4 }, TRUE },
  { "thursday", { WEEKDAY, 4 }, TRUE },
  { "thursdays", { WEEKDAYS, 4 }, TRUE },
  { "today", { DAY, 0 }, FALSE },
  { "tomorrow", { DAY, 1 }, FALSE },
  { "tonight", { DAY, 100 }, FALSE },
  { "tue.", { WEEKDAY, 2 }, TRUE },
  { "tues.", { WEEKDAY, 2 }, TRUE },
  { "tuesday", { WEEKDAY, 2 }, TRUE },
  { "tuesdays", { WEEKDAYS, 2 }, TRUE },
  { "twelfth", { ORDINAL, 12 }, FALSE },
  { "twelve", { NUMBER, 12 }, FALSE },
  { "twenties", { DECADE, 20 }, FALSE },
  { "twentieth", { ORDINAL, 20 }, FALSE },
  { "twenty", { NUMBER, 20 }, FALSE },
  { "twenty-eight", { NUMBER, 28 }, FALSE },
  { "twenty-first", { ORDINAL, 21 }, FALSE },
  { "twenty-five", { NUMBER, 25 }, FALSE },
  { "twenty-four", { NUMBER, 24 }, FALSE },
  { "twenty-nine", { NUMBER, 29 }, FALSE },
  { "twenty-one", { NUMBER, 21 }, FALSE },
  { "twenty-seven", { NUMBER, 27 }, FALSE },
  { "twenty-six", { NUMBER, 26 }, FALSE },
  { "twenty-three", { NUMBER, 23 }, FALSE },
  { "twenty-two", { NUMBER, 22 }, FALSE },
  { "two", { NUMBER, 2 }, FALSE },
  { "upcoming", { STEP, 1 }, FALSE },
  { "utc", { ZONE, 0 }, TRUE },
  { "wed.", { WEEKDAY, 3 }, TRUE },
  { "wednesday", { WEEKDAY, 3 }, TRUE },
  { "wednesdays", { WEEKDAYS, 3 }, TRUE },
  { "week", { UNIT, 'W' }, FALSE },
  { "weekend", { UNIT, 'w' }, FALSE },
  { "weekends", { UNITS, 'w' }, FALSE },
  { "weekly", { SET, 'W' }, FALSE },
  { "weeks", { UNITS, 'W' }, FALSE },
  { "winter", { SEASON, 3 }, FALSE },
  { "year", { UNIT, 'Y' }, FALSE },
  { "yearly", { SET, 'Y' }, FALSE },
  { "years", { UNITS, 'Y' }, FALSE },
  { "yesterday", { DAY, -1 }, FALSE },
};

static HearsayWordTable *
fill_table (void)
{
  HearsayWordTable *table = hearsay_word_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    hearsay_word_table_insert (table, entries[i].word, (gpointer) &entries[i]);
  return table;
}

static const Entry *
find_entry (const char *lower)
{
  static HearsayWordTable *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, fill_table ());
  return hearsay_word_table_find (table, lower, strlen (lower));
}

static gboolean
all_digits (const char *word,
            gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (word[i]))
      return FALSE;
  return n > 0;
}

/* “1990s”, “90s”, “'90s”. */
static HearsayTimeWord
read_decade (const char *word)
{
  HearsayTimeWord none = { 0 };
  gsize n;

  if (*word == '\'')
    word++;
  n = strlen (word);
  if (n < 3 || word[n - 1] != 's')
    return none;
  n -= word[n - 2] == '\'' ? 2 : 1;
  if ((n != 4 && n != 2) || !all_digits (word, n) || word[n - 1] != '0')
    return none;
  return (HearsayTimeWord) { DECADE, (gint16) atoi (word) };
}

/* “8:30”, “14:05”, “5pm”, “8:30am”. */
static HearsayTimeWord
read_clock (const char *word)
{
  HearsayTimeWord none = { 0 };
  gsize hour_digits = strspn (word, "0123456789");
  const char *rest = word + hour_digits;
  int hour = atoi (word);
  int minute = 0;
  gboolean minutes = FALSE;

  if (hour_digits < 1 || hour_digits > 2 || hour > 24)
    return none;
  if (*rest == ':' && strspn (rest + 1, "0123456789") == 2)
    {
      minute = atoi (rest + 1);
      rest += 3;
      minutes = TRUE;
    }
  if (minute > 59)
    return none;
  if (strcmp (rest, "am") == 0 || strcmp (rest, "a.m.") == 0)
    return (HearsayTimeWord) { HEARSAY_TIME_WORD_CLOCK, (gint16) (hour % 12 * 60 + minute) };
  if (strcmp (rest, "pm") == 0 || strcmp (rest, "p.m.") == 0)
    return (HearsayTimeWord) { HEARSAY_TIME_WORD_CLOCK, (gint16) ((hour % 12 + 12) * 60 + minute) };
  if (*rest == '\0' && minutes)
    return (HearsayTimeWord) { HEARSAY_TIME_WORD_CLOCK, (gint16) (hour * 60 + minute + 10000) };
  return none;
}

static HearsayTimeWord
read_number (const char *word)
{
  gsize n = strlen (word);
  HearsayTimeWord none = { 0 };

  if (all_digits (word, n) && n <= 4)
    {
      int value = atoi (word);

      return (HearsayTimeWord) { n == 4 && value >= 1500 && value <= 2099 ? HEARSAY_TIME_WORD_YEAR : NUMBER, (gint16) value };
    }
  if (n > 2 && n <= 4 && all_digits (word, n - 2) &&
      (strcmp (word + n - 2, "st") == 0 || strcmp (word + n - 2, "nd") == 0 || strcmp (word + n - 2, "rd") == 0 ||
       strcmp (word + n - 2, "th") == 0))
    return (HearsayTimeWord) { ORDINAL, (gint16) atoi (word) };
  return none;
}

/* What @lower may mean in an expression of time; nothing for most words. */
HearsayTimeWord
hearsay_time_word (const char *lower,
                   gboolean    capitalised)
{
  HearsayTimeWord word = { 0 };

  if (g_ascii_isdigit (*lower) || *lower == '\'')
    {
      word = read_number (lower);
      if (word.kind == HEARSAY_TIME_WORD_NONE)
        word = read_decade (lower);
      if (word.kind == HEARSAY_TIME_WORD_NONE)
        word = read_clock (lower);
    }
  if (word.kind == HEARSAY_TIME_WORD_NONE)
    {
      const Entry *entry = find_entry (lower);

      if (entry != NULL && (capitalised || !entry->capital))
        word = entry->meaning;
    }
  return word;
}
