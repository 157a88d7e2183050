/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/hearsay-times-private.h"

typedef struct
{
  const HearsayText *text;
  const HearsayClosed *closed;
  HearsayTimeWord *words;
  GArray *times;
  HearsayClock clock;
  guint32 limit; /* behind the sentence's last token */
} Scan;

/* Each matcher looks at the tokens from i on and fills the time; it returns the
 * token behind the expression, or 0. */

static HearsayTimeWord
word_at (const Scan *scan,
         guint32     i)
{
  return i < scan->limit ? scan->words[i] : (HearsayTimeWord) { 0 };
}

static gboolean
kind_is (const Scan *scan,
         guint32     i,
         int         kind)
{
  return word_at (scan, i).kind == kind;
}

static gboolean
text_is (const Scan *scan,
         guint32     i,
         const char *lower)
{
  return i < scan->limit && hearsay_text_token_is (scan->text, i, lower);
}

/* Whether the verb that a date goes with speaks of what is to come. */
static gboolean
is_future (const Scan *scan,
           guint32     i)
{
  guint32 first = hearsay_text_sentence_of (scan->text, i)->first_token;

  for (guint32 k = i; k > first && i - k < 14; k--)
    {
      if (hearsay_closed_is (scan->closed, k - 1, HEARSAY_CLOSED_FUTURE))
        return TRUE;
      if (hearsay_closed_is (scan->closed, k - 1, HEARSAY_CLOSED_PAST | HEARSAY_CLOSED_SPEECH))
        return FALSE;
    }
  for (guint32 k = i + 1; k < scan->limit && k - i < 10; k++)
    {
      if (hearsay_closed_is (scan->closed, k, HEARSAY_CLOSED_FUTURE))
        return TRUE;
      if (hearsay_closed_is (scan->closed, k, HEARSAY_CLOSED_PAST | HEARSAY_CLOSED_SPEECH))
        return FALSE;
    }
  return FALSE;
}

static void
set_value (HearsayTime    *time,
           HearsayTimeType type,
           const char     *value)
{
  time->type = type;
  time->date = HEARSAY_DATE_NONE;
  g_strlcpy (time->value, value, sizeof time->value);
}

static gboolean
is_day_number (const Scan *scan,
               guint32     i)
{
  HearsayTimeWord word = word_at (scan, i);

  return (word.kind == HEARSAY_TIME_WORD_NUMBER || word.kind == HEARSAY_TIME_WORD_ORDINAL) && word.value >= 1 && word.value <= 31 &&
         (scan->text->tokens[i].flags & HEARSAY_TOKEN_NUMBER);
}

static void
set_month_day (Scan        *scan,
               int          year,
               int          month,
               int          day,
               HearsayTime *time)
{
  if (year == 0 && scan->clock.dated)
    year = hearsay_clock_nearest_year (&scan->clock, month, day > 0 ? day : 15);
  if (year == 0)
    {
      g_snprintf (time->value, sizeof time->value, day > 0 ? "XXXX-%02d-%02d" : "XXXX-%02d", month, day);
      time->date = HEARSAY_DATE_NONE;
    }
  else if (day > 0 && day <= hearsay_days_in_month (year, month))
    hearsay_clock_day (&scan->clock, hearsay_days_from_civil (year, month, day), time);
  else
    hearsay_clock_month (&scan->clock, year * 12 + month - 1, time);
}

/* “, 1999” or “1999” or “of 1999” at @i; moves it behind the year. */
static int
take_year (const Scan *scan,
           guint32    *i,
           gboolean    comma)
{
  guint32 k = *i;
  int year;

  if (comma && k < scan->limit && scan->text->tokens[k].punct == HEARSAY_PUNCT_COMMA)
    k++;
  else if (text_is (scan, k, "of") || text_is (scan, k, "in"))
    k++;
  if (!kind_is (scan, k, HEARSAY_TIME_WORD_YEAR))
    return 0;
  year = word_at (scan, k).value;
  *i = k + 1;
  return year;
}

/* “May” and “March” are months where the words around say so. */
static gboolean
is_month_here (const Scan *scan,
               guint32     i)
{
  static const char *const before[] = {
    "in", "last", "next", "since", "until", "by", "of", "early", "late", "this", "from", "to", "between", "during", "through", "mid", "and", "or", "for",
  };

  if (!text_is (scan, i, "may") && !text_is (scan, i, "march"))
    return TRUE;
  if (is_day_number (scan, i + 1) || kind_is (scan, i + 1, HEARSAY_TIME_WORD_YEAR))
    return TRUE;
  for (guint k = 0; i > 0 && k < G_N_ELEMENTS (before); k++)
    if (hearsay_text_token_is (scan->text, i - 1, before[k]))
      return TRUE;
  return FALSE;
}

/* “Oct. 15, 1999”, “October 1999”, “October”, “15 October 1999”, “the 5th of May”. */
static guint32
match_month (Scan        *scan,
             guint32      i,
             HearsayTime *time)
{
  guint32 end = i + 1;
  int month;
  int day = 0;
  int year;

  if (is_day_number (scan, i))
    {
      day = word_at (scan, i).value;
      if (kind_is (scan, i, HEARSAY_TIME_WORD_ORDINAL) && text_is (scan, end, "of"))
        end++;
      if (!kind_is (scan, end, HEARSAY_TIME_WORD_MONTH))
        return 0;
      month = word_at (scan, end).value;
      end++;
      year = take_year (scan, &end, TRUE);
    }
  else
    {
      if (!kind_is (scan, i, HEARSAY_TIME_WORD_MONTH) || !is_month_here (scan, i))
        return 0;
      month = word_at (scan, i).value;
      if (is_day_number (scan, end))
        {
          day = word_at (scan, end).value;
          end++;
        }
      year = take_year (scan, &end, day > 0);
    }
  /* “June last year”. */
  if (year == 0 && scan->clock.dated && kind_is (scan, end, HEARSAY_TIME_WORD_STEP) && text_is (scan, end + 1, "year"))
    {
      year = scan->clock.date.year + word_at (scan, end).value;
      end += 2;
    }
  time->type = HEARSAY_TIME_DATE;
  set_month_day (scan, year, month, day, time);
  return end;
}

/* “2020-10-22”, “22.10.2020”, “10/22/2020”. */
static guint32
match_digits (Scan        *scan,
              guint32      i,
              HearsayTime *time)
{
  const HearsayToken *token = &scan->text->tokens[i];
  char buffer[HEARSAY_TOKEN_BUFFER];
  int a;
  int b;
  int c;
  int n = 0;
  guint32 end = i + 1;

  if (!(token->flags & HEARSAY_TOKEN_NUMBER))
    return 0;
  hearsay_text_lower (scan->text, i, buffer);
  time->type = HEARSAY_TIME_DATE;
  if (sscanf (buffer, "%4d-%2d-%2d%n", &a, &b, &c, &n) == 3 && n == 10 && (buffer[n] == '\0' || buffer[n] == 't'))
    ;
  else if (sscanf (buffer, "%2d.%2d.%4d%n", &c, &b, &a, &n) == 3 && n >= 8 && buffer[n] == '\0' && a > 1000)
    ;
  else if (i + 4 < scan->limit && strlen (buffer) <= 2 && scan->text->tokens[i + 1].punct == HEARSAY_PUNCT_SLASH &&
           scan->text->tokens[i + 3].punct == HEARSAY_PUNCT_SLASH && kind_is (scan, i + 2, HEARSAY_TIME_WORD_NUMBER) &&
           (kind_is (scan, i + 4, HEARSAY_TIME_WORD_YEAR) || kind_is (scan, i + 4, HEARSAY_TIME_WORD_NUMBER)))
    {
      a = word_at (scan, i + 4).value;
      b = atoi (buffer);
      c = word_at (scan, i + 2).value;
      if (a < 100)
        a += a < 70 ? 2000 : 1900;
      /* American order, unless only the other is a date. */
      if (b > 12)
        {
          int swap = b;

          b = c;
          c = swap;
        }
      end = i + 5;
    }
  else
    return 0;
  if (a < 1 || b < 1 || b > 12 || c < 1 || c > hearsay_days_in_month (a, b))
    return 0;
  hearsay_clock_day (&scan->clock, hearsay_days_from_civil (a, b, c), time);
  return end;
}

static const char *const parts[] = { "TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00" };

/* A part of the day behind the day, “Friday night”; @end is moved behind it. */
static void
add_part (const Scan  *scan,
          guint32     *end,
          HearsayTime *time)
{
  if (time->type == HEARSAY_TIME_DATE && strlen (time->value) >= 8 && kind_is (scan, *end, HEARSAY_TIME_WORD_PART))
    {
      g_strlcat (time->value, parts[word_at (scan, *end).value], sizeof time->value);
      time->type = HEARSAY_TIME_TIME;
      (*end)++;
    }
}

static void
set_weekday (Scan        *scan,
             int          weekday,
             int          direction,
             HearsayTime *time)
{
  time->type = HEARSAY_TIME_DATE;
  if (scan->clock.dated)
    hearsay_clock_day (&scan->clock, hearsay_clock_weekday (&scan->clock, weekday, direction), time);
  else
    {
      g_snprintf (time->value, sizeof time->value, "XXXX-WXX-%d", weekday);
      time->date = HEARSAY_DATE_NONE;
    }
}

/* “Friday”, “Friday, Oct. 23, 2020”, “Friday night”, “Fridays”. */
static guint32
match_weekday (Scan        *scan,
               guint32      i,
               HearsayTime *time)
{
  guint32 end = i + 1;
  guint32 month;
  guint32 month_end;

  if (kind_is (scan, i, HEARSAY_TIME_WORD_WEEKDAYS))
    {
      g_snprintf (time->value, sizeof time->value, "XXXX-WXX-%d", word_at (scan, i).value);
      time->type = HEARSAY_TIME_SET;
      time->date = HEARSAY_DATE_NONE;
      return end;
    }
  if (!kind_is (scan, i, HEARSAY_TIME_WORD_WEEKDAY))
    return 0;

  month = end + (end < scan->limit && scan->text->tokens[end].punct == HEARSAY_PUNCT_COMMA);
  month_end = match_month (scan, month, time);
  if (month_end > month && time->value[0] != '\0' && strlen (time->value) == 10)
    return month_end;
  set_weekday (scan, word_at (scan, i).value, is_future (scan, i) ? 1 : -1, time);
  add_part (scan, &end, time);
  return end;
}

/* “today”, “yesterday morning”, “tonight”, “now”, “daily”. */
static guint32
match_word (Scan        *scan,
            guint32      i,
            HearsayTime *time)
{
  static const char *const refs[] = { "PAST_REF", "PRESENT_REF", "FUTURE_REF" };
  HearsayTimeWord word = word_at (scan, i);
  guint32 end = i + 1;

  if (word.kind == HEARSAY_TIME_WORD_REF && i > 0 && text_is (scan, i - 1, "as"))
    return 0;
  if (word.kind == HEARSAY_TIME_WORD_REF)
    {
      set_value (time, HEARSAY_TIME_DATE, refs[word.value + 1]);
      return end;
    }
  if (word.kind == HEARSAY_TIME_WORD_SET)
    {
      g_snprintf (time->value, sizeof time->value, word.value == 'h' ? "PT1H" : "P1%c", word.value);
      time->type = HEARSAY_TIME_SET;
      time->date = HEARSAY_DATE_NONE;
      return end;
    }
  if (word.kind != HEARSAY_TIME_WORD_DAY)
    return 0;
  time->type = HEARSAY_TIME_DATE;
  hearsay_clock_shift (&scan->clock, 'D', word.value == 100 ? 0 : word.value == 101 ? -1 : word.value, FALSE, time);
  if (word.value >= 100)
    {
      g_strlcat (time->value, "TNI", sizeof time->value);
      time->type = HEARSAY_TIME_TIME;
    }
  add_part (scan, &end, time);
  return end;
}

static char
unit_at (const Scan *scan,
         guint32     i,
         gboolean   *plural)
{
  HearsayTimeWord word = word_at (scan, i);

  *plural = word.kind == HEARSAY_TIME_WORD_UNITS;
  return word.kind == HEARSAY_TIME_WORD_UNIT || *plural ? (char) word.value : '\0';
}

static void
set_duration (HearsayTime *time,
              double       n,
              char         unit)
{
  char number[16];
  gboolean clock = strchr (HEARSAY_UNITS_OF_CLOCK, unit) != NULL;

  if (unit == 'E' && n > 0)
    n *= 10;
  else if (unit == 'C' && n > 0)
    n *= 100;
  if (unit == 'E' || unit == 'C')
    unit = n > 0 ? 'Y' : unit;
  if (n <= 0)
    g_strlcpy (number, "X", sizeof number);
  else if (n != (double) (int) n && n > 1 && strchr ("Yhm", unit) != NULL)
    {
      g_snprintf (time->value, sizeof time->value, unit == 'Y' ? "P%dY6M" : unit == 'h' ? "PT%dH30M" : "PT%dM30S", (int) n);
      time->type = HEARSAY_TIME_DURATION;
      time->date = HEARSAY_DATE_NONE;
      return;
    }
  else if (n != (double) (int) n)
    g_ascii_formatd (number, sizeof number, "%.1f", n);
  else
    g_snprintf (number, sizeof number, "%d", (int) n);
  if (unit == 'w')
    g_snprintf (time->value, sizeof time->value, n == 1 ? "P2D" : "P%sWE", number);
  else if (unit == 'E')
    g_snprintf (time->value, sizeof time->value, "P%sDE", number);
  else if (unit == 'C')
    g_snprintf (time->value, sizeof time->value, "P%sCE", number);
  else
    g_snprintf (time->value, sizeof time->value, clock ? "PT%s%c" : "P%s%c", number, g_ascii_toupper (unit));
  time->type = HEARSAY_TIME_DURATION;
  time->date = HEARSAY_DATE_NONE;
}

/* “ago”, “earlier”, “later”, “from now” behind an amount of time. */
static guint32
match_ago (Scan        *scan,
           guint32      i,
           double       n,
           char         unit,
           HearsayTime *time)
{
  HearsayTimeWord word = word_at (scan, i);
  gint32 count = (gint32) (n > 0 ? n : 0);

  if (text_is (scan, i, "from") && text_is (scan, i + 1, "now"))
    {
      time->type = HEARSAY_TIME_DATE;
      if (n <= 0)
        set_value (time, HEARSAY_TIME_DATE, "FUTURE_REF");
      else
        hearsay_clock_shift (&scan->clock, unit, count, FALSE, time);
      return i + 2;
    }
  if (word.kind != HEARSAY_TIME_WORD_AGO || text_is (scan, i, "before") || text_is (scan, i, "after"))
    return 0;
  time->type = HEARSAY_TIME_DATE;
  if (n <= 0)
    set_value (time, HEARSAY_TIME_DATE, word.value < 0 ? "PAST_REF" : "FUTURE_REF");
  else if (strchr (HEARSAY_UNITS_OF_CLOCK, unit) != NULL)
    set_duration (time, n, unit);
  /* Quarterly figures are compared with the same quarter. */
  else if (unit == 'Y' && n == 1 && word.value < 0 && scan->clock.quarter >= 0)
    {
      hearsay_clock_quarter (&scan->clock, scan->clock.quarter - 4, time);
      scan->clock.quarter += 4;
    }
  else
    hearsay_clock_shift (&scan->clock, unit, word.value < 0 ? -count : count, word.value == -2 || word.value == 2, time);
  return i + 1;
}

/* A number of units from @i on; 0 or less is an unknown number. */
static guint32
match_amount (const Scan *scan,
              guint32     i,
              double     *n,
              gboolean   *article)
{
  *article = FALSE;
  if (text_is (scan, i, "a") || text_is (scan, i, "an"))
    {
      *article = TRUE;
      *n = 1;
      if (text_is (scan, i + 1, "few"))
        {
          *n = 0;
          return i + 2;
        }
      if (text_is (scan, i + 1, "couple"))
        {
          *n = 2;
          return i + 2 + text_is (scan, i + 2, "of");
        }
      if (text_is (scan, i + 1, "half") || text_is (scan, i + 1, "half-"))
        {
          *n = 0.5;
          return i + 2;
        }
      if (text_is (scan, i + 1, "full") || text_is (scan, i + 1, "whole") || text_is (scan, i + 1, "additional"))
        return i + 2;
      return i + 1;
    }
  if (text_is (scan, i, "half") && (text_is (scan, i + 1, "a") || text_is (scan, i + 1, "an")))
    {
      *n = 0.5;
      return i + 2;
    }
  if (!kind_is (scan, i, HEARSAY_TIME_WORD_NUMBER))
    return 0;
  *n = word_at (scan, i).value;
  if (i + 3 < scan->limit && kind_is (scan, i + 1, HEARSAY_TIME_WORD_NUMBER) && text_is (scan, i + 2, "/"))
    {
      int denominator = word_at (scan, i + 3).value;

      *n += denominator > 0 ? word_at (scan, i + 1).value / (double) denominator : 0;
      return i + 4;
    }
  if (text_is (scan, i + 1, "more") || text_is (scan, i + 1, "additional"))
    return i + 2;
  if (text_is (scan, i + 1, "hundred") && *n > 0 && *n < 100)
    {
      *n *= 100;
      return i + 2;
    }
  return i + 1;
}

/* “two weeks”, “a year ago”, “several days”, “half an hour”, “months”. */
static guint32
match_units (Scan        *scan,
             guint32      i,
             HearsayTime *time)
{
  double n = 0;
  gboolean article;
  gboolean plural;
  guint32 k = match_amount (scan, i, &n, &article);
  char unit;
  guint32 end;

  if (k == 0)
    {
      /* “Years later”, “for months”: as many as the reader likes. */
      unit = unit_at (scan, i, &plural);
      if (unit == '\0' || !plural || text_is (scan, i + 1, "old"))
        return 0;
      end = match_ago (scan, i + 1, 0, unit, time);
      if (end > 0)
        return end;
      set_duration (time, 0, unit);
      return i + 1;
    }
  unit = unit_at (scan, k, &plural);
  if (unit == '\0' || text_is (scan, k + 1, "old") || (unit == 'w' && article))
    return 0;
  end = match_ago (scan, k + 1, n, unit, time);
  if (end > 0)
    return end;
  if (text_is (scan, k + 1, "and") && text_is (scan, k + 2, "a") && text_is (scan, k + 3, "half"))
    {
      set_duration (time, n + 0.5, unit);
      return k + 4;
    }
  /* “five dollars a day” is a rate, “for a day” is not. */
  if (article && n == 1 && k == i + 1 && i > 0 && !hearsay_closed_is (scan->closed, i - 1, HEARSAY_CLOSED_PREPOSITION | HEARSAY_CLOSED_AUXILIARY))
    {
      if (!(scan->text->tokens[i - 1].flags & HEARSAY_TOKEN_WORD) || unit == 'E')
        return 0;
      set_duration (time, n, unit);
      if (!hearsay_closed_is (scan->closed, i - 1, ~0u))
        time->type = HEARSAY_TIME_SET;
      return k + 1;
    }
  set_duration (time, n, unit);
  return k + 1;
}

/* “third quarter”, “third-quarter”, “the third quarter of 1999”, “19th century”. */
static guint32
match_ordinal (Scan        *scan,
               guint32      i,
               HearsayTime *time)
{
  int n = word_at (scan, i).value;
  guint32 end = i + 2;
  int year;
  gboolean plural;
  char unit;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_ORDINAL))
    return 0;
  unit = unit_at (scan, i + 1, &plural);
  if (unit == 'C' && !plural)
    {
      g_snprintf (time->value, sizeof time->value, "%02d", n - 1);
      time->type = HEARSAY_TIME_DATE;
      time->date = HEARSAY_DATE_NONE;
      return end;
    }
  /* “the first nine months” */
  if (kind_is (scan, i + 1, HEARSAY_TIME_WORD_NUMBER) && n == 1)
    {
      unit = unit_at (scan, i + 2, &plural);
      if (unit == '\0' || !plural)
        return 0;
      set_duration (time, word_at (scan, i + 1).value, unit);
      return i + 3;
    }
  if (unit != 'Q' || plural || n > 4)
    return 0;
  year = take_year (scan, &end, FALSE);
  time->type = HEARSAY_TIME_DATE;
  if (year == 0 && i > 0 && kind_is (scan, i - 1, HEARSAY_TIME_WORD_YEAR))
    year = word_at (scan, i - 1).value;
  if (year == 0 && !scan->clock.dated)
    {
      g_snprintf (time->value, sizeof time->value, "XXXX-Q%d", n);
      time->date = HEARSAY_DATE_NONE;
      return end;
    }
  if (year == 0)
    year = scan->clock.date.year - (n == 4 && scan->clock.date.month <= 3);
  hearsay_clock_quarter (&scan->clock, year * 4 + n - 1, time);
  return end;
}

static void
set_season (Scan        *scan,
            int          season,
            int          year,
            HearsayTime *time)
{
  static const char *const names[] = { "SP", "SU", "FA", "WI" };

  time->type = HEARSAY_TIME_DATE;
  time->date = HEARSAY_DATE_NONE;
  if (year > 0)
    g_snprintf (time->value, sizeof time->value, "%04d-%s", year, names[season]);
  else
    g_snprintf (time->value, sizeof time->value, "XXXX-%s", names[season]);
}

/* “summer of 1999”, “the spring”; “fall” and “spring” are verbs too. */
static guint32
match_season (Scan        *scan,
              guint32      i,
              HearsayTime *time)
{
  guint32 end = i + 1;
  int year;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_SEASON))
    return 0;
  year = take_year (scan, &end, FALSE);
  if (year == 0)
    {
      if (i == 0 || !(text_is (scan, i - 1, "the") || text_is (scan, i - 1, "in")) ||
          hearsay_closed_is (scan->closed, MIN (i + 1, scan->limit - 1), HEARSAY_CLOSED_PREPOSITION))
        return 0;
      year = scan->clock.dated ? scan->clock.date.year : 0;
    }
  set_season (scan, word_at (scan, i).value, year, time);
  return end;
}

/* What stands behind “last”, “this”, “next”. */
static guint32
match_step (Scan        *scan,
            guint32      i,
            HearsayTime *time)
{
  int step = word_at (scan, i).value;
  HearsayTimeWord next = word_at (scan, i + 1);
  gboolean reference = text_is (scan, i, "that") || text_is (scan, i, "following") || text_is (scan, i, "preceding") ||
                       text_is (scan, i, "same");
  gboolean plural;
  double n;
  gboolean article;
  guint32 end;
  guint32 amount_end;
  char unit;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_STEP))
    return 0;
  time->type = HEARSAY_TIME_DATE;
  end = i + 2;
  if (next.kind == HEARSAY_TIME_WORD_WEEKDAY)
    {
      set_weekday (scan, next.value, step < 0 ? -2 : step > 0 ? 1 : is_future (scan, i) ? 1 : 0, time);
      add_part (scan, &end, time);
      return end;
    }
  if (next.kind == HEARSAY_TIME_WORD_MONTH && scan->clock.dated && !is_day_number (scan, i + 2))
    {
      gint32 now = scan->clock.date.year * 12 + scan->clock.date.month - 1;
      gint32 month = scan->clock.date.year * 12 + next.value - 1;

      if (step < 0 && month >= now)
        month -= 12;
      if (step > 0 && month <= now)
        month += 12;
      hearsay_clock_month (&scan->clock, month, time);
      return end;
    }
  if (next.kind == HEARSAY_TIME_WORD_SEASON)
    {
      set_season (scan, next.value, scan->clock.dated ? scan->clock.date.year + step : 0, time);
      return end;
    }
  if (next.kind == HEARSAY_TIME_WORD_PART && step <= 0)
    {
      hearsay_clock_shift (&scan->clock, 'D', step, FALSE, time);
      end--;
      add_part (scan, &end, time);
      return end;
    }
  amount_end = match_amount (scan, i + 1, &n, &article);
  if (amount_end > 0 && !article)
    {
      unit = unit_at (scan, amount_end, &plural);
      if (unit == '\0')
        return 0;
      set_duration (time, n, unit);
      return amount_end + 1;
    }
  if (text_is (scan, i + 1, "fiscal"))
    end++;
  unit = unit_at (scan, end - 1, &plural);
  if (unit == '\0' || strchr (HEARSAY_UNITS_OF_CLOCK, unit) != NULL)
    return 0;
  if (plural)
    {
      set_duration (time, 0, unit);
      return end;
    }
  /* “the past year”, “the past week” is a stretch of time. */
  if (text_is (scan, i, "past"))
    {
      set_duration (time, 1, unit);
      return end;
    }
  if (unit == 'Q' && step == 0 && scan->clock.quarter >= 0)
    hearsay_clock_quarter (&scan->clock, scan->clock.quarter, time);
  else if (unit == 'Q' && text_is (scan, i, "latest"))
    hearsay_clock_shift (&scan->clock, unit, -1, FALSE, time);
  else
    hearsay_clock_shift (&scan->clock, unit, step, reference, time);
  return end;
}

/* “the quarter”, “the week”, “the year”: the one spoken of. */
static guint32
match_the (Scan        *scan,
           guint32      i,
           HearsayTime *time)
{
  gboolean plural;
  char unit;

  if (!text_is (scan, i, "the"))
    return 0;
  if (text_is (scan, i + 1, "past") || text_is (scan, i + 1, "future"))
    {
      guint32 k = i + 2;

      if (k < scan->limit && (scan->text->tokens[k].flags & HEARSAY_TOKEN_WORD) &&
          (scan->closed->classes[k] == 0 || scan->words[k].kind != HEARSAY_TIME_WORD_NONE))
        return 0;
      set_value (time, HEARSAY_TIME_DATE, text_is (scan, i + 1, "past") ? "PAST_REF" : "FUTURE_REF");
      return k;
    }
  unit = unit_at (scan, i + 1, &plural);
  time->type = HEARSAY_TIME_DATE;
  if (plural || unit == '\0')
    return 0;
  if (unit == 'Q')
    {
      if (scan->clock.quarter >= 0)
        hearsay_clock_quarter (&scan->clock, scan->clock.quarter, time);
      else
        hearsay_clock_shift (&scan->clock, 'Q', -1, FALSE, time);
      return i + 2;
    }
  if (unit == 'w')
    {
      hearsay_clock_shift (&scan->clock, 'w', is_future (scan, i) ? 0 : -1, FALSE, time);
      return i + 2;
    }
  if (unit == 'Y' || unit == 'M' || unit == 'W')
    {
      hearsay_clock_shift (&scan->clock, unit, 0, FALSE, time);
      return i + 2;
    }
  return 0;
}

/* “1999”, “the 1990s”, “the nineties”, “fiscal 1999”. */
static guint32
match_year (Scan        *scan,
            guint32      i,
            HearsayTime *time)
{
  HearsayTimeWord word = word_at (scan, i);
  const HearsayToken *before = i > 0 ? &scan->text->tokens[i - 1] : NULL;
  gboolean plural;

  time->type = HEARSAY_TIME_DATE;
  if (word.kind == HEARSAY_TIME_WORD_DECADE)
    {
      int year = word.value < 100 ? 1900 + word.value : word.value;

      if (word.value < 100 && !(i > 0 && (text_is (scan, i - 1, "the") || text_is (scan, i - 1, "early") || text_is (scan, i - 1, "late"))))
        return 0;
      g_snprintf (time->value, sizeof time->value, "%03dX", year / 10);
      time->date = HEARSAY_DATE_NONE;
      return i + 1;
    }
  if (word.kind != HEARSAY_TIME_WORD_YEAR)
    return 0;
  if (before != NULL && before->punct == HEARSAY_PUNCT_SYMBOL && !(scan->text->tokens[i].flags & HEARSAY_TOKEN_SPACE_BEFORE))
    return 0;
  if (unit_at (scan, i + 1, &plural) != '\0' || text_is (scan, i + 1, "%") || text_is (scan, i + 1, "percent"))
    return 0;
  if ((word.value < 1800 || word.value > 2060) && (i == 0 || !hearsay_closed_is (scan->closed, i - 1, HEARSAY_CLOSED_PREPOSITION)))
    return 0;
  /* Two thousand of something: a number before a plural noun. */
  if (i + 1 < scan->limit && (scan->text->tokens[i + 1].flags & HEARSAY_TOKEN_LOWER) && scan->closed->classes[i + 1] == 0 &&
      (word.value % 100 == 0 || scan->text->text[scan->text->tokens[i + 1].end - 1] == 's') &&
      (i == 0 || !hearsay_closed_is (scan->closed, i - 1, HEARSAY_CLOSED_PREPOSITION)))
    return 0;
  hearsay_clock_year (&scan->clock, word.value, time);
  return i + 1;
}

/* “every day”, “each Friday”, “every two weeks”. */
static guint32
match_set (Scan        *scan,
           guint32      i,
           HearsayTime *time)
{
  guint32 end = i + 2;
  double n = 1;
  gboolean article;
  gboolean plural;
  char unit;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_EVERY))
    return 0;
  if (kind_is (scan, i + 1, HEARSAY_TIME_WORD_WEEKDAY))
    {
      g_snprintf (time->value, sizeof time->value, "XXXX-WXX-%d", word_at (scan, i + 1).value);
      time->type = HEARSAY_TIME_SET;
      time->date = HEARSAY_DATE_NONE;
      return end;
    }
  if (kind_is (scan, i + 1, HEARSAY_TIME_WORD_NUMBER))
    end = match_amount (scan, i + 1, &n, &article) + 1;
  unit = unit_at (scan, end - 1, &plural);
  if (unit == '\0')
    return 0;
  set_duration (time, n, unit);
  time->type = HEARSAY_TIME_SET;
  return end;
}

/* “8:30 p.m.”, “noon Saturday”, “5 p.m. EST Nov. 9”, “14:05 on Friday”. */
static guint32
match_clock (Scan        *scan,
             guint32      i,
             HearsayTime *time)
{
  HearsayTimeWord word = word_at (scan, i);
  HearsayTime day = { 0 };
  guint32 end = i + 1;
  guint32 day_first;
  guint32 day_end;
  int minutes = -1;

  if (word.kind == HEARSAY_TIME_WORD_CLOCK)
    minutes = word.value;
  else if (word.kind == HEARSAY_TIME_WORD_NUMBER && kind_is (scan, end, HEARSAY_TIME_WORD_HALF_DAY) && word.value >= 1 && word.value <= 12)
    minutes = word.value * 60 + 10000;
  else if (word.kind == HEARSAY_TIME_WORD_PART && word.value == 4 && !text_is (scan, i, "midday"))
    minutes = 12 * 60;
  else if (word.kind == HEARSAY_TIME_WORD_PART && word.value == 5)
    minutes = 0;
  else
    return 0;
  if (minutes >= 10000)
    {
      minutes -= 10000;
      if (kind_is (scan, end, HEARSAY_TIME_WORD_HALF_DAY))
        {
          minutes = minutes % (12 * 60) + word_at (scan, end).value * 60;
          end++;
        }
    }
  if (kind_is (scan, end, HEARSAY_TIME_WORD_ZONE))
    end++;
  day_first = end + (text_is (scan, end, "on") || (end < scan->limit && scan->text->tokens[end].punct == HEARSAY_PUNCT_COMMA));
  day_end = match_weekday (scan, day_first, &day);
  if (day_end == 0)
    day_end = match_month (scan, day_first, &day);
  if (day_end == 0)
    day_end = match_word (scan, day_first, &day);
  if (day_end > 0 && day.type == HEARSAY_TIME_DATE && strlen (day.value) == 10)
    end = day_end;
  else
    hearsay_clock_shift (&scan->clock, 'D', 0, FALSE, &day);
  time->type = HEARSAY_TIME_TIME;
  time->date = day.date;
  g_snprintf (time->value, sizeof time->value, "%.12sT%02d:%02d", day.value, minutes / 60 % 25, minutes % 60);
  return end;
}

/* “third-quarter”, “two-year”, “mid-November”, “year-ago”, “day-long”. */
static guint32
match_hyphenated (Scan        *scan,
                  guint32      i,
                  HearsayTime *time)
{
  guint n_parts;
  const HearsayTokenPart *pieces;
  HearsayTimeWord words[3] = { { 0 } };
  char buffer[3][HEARSAY_TOKEN_BUFFER];

  if (!(scan->text->tokens[i].flags & HEARSAY_TOKEN_PARTS))
    return 0;
  pieces = hearsay_text_get_parts (scan->text, i, &n_parts);
  if (n_parts != 2)
    return 0;
  for (guint k = 0; k < n_parts; k++)
    {
      gsize n = MIN (pieces[k].end - pieces[k].start, HEARSAY_TOKEN_BUFFER - 1);
      const char *piece = scan->text->text + pieces[k].start;

      for (gsize c = 0; c < n; c++)
        buffer[k][c] = g_ascii_tolower (piece[c]);
      buffer[k][n] = '\0';
      words[k] = hearsay_time_word (buffer[k], g_ascii_isupper (piece[0]));
    }
  time->type = HEARSAY_TIME_DATE;
  if (words[1].kind == HEARSAY_TIME_WORD_UNIT && words[0].kind == HEARSAY_TIME_WORD_NUMBER)
    {
      set_duration (time, words[0].value, (char) words[1].value);
      return i + 1;
    }
  if (words[1].kind == HEARSAY_TIME_WORD_UNIT && words[1].value == 'Q' && words[0].kind == HEARSAY_TIME_WORD_ORDINAL &&
      words[0].value <= 4 && scan->clock.dated)
    {
      int year = scan->clock.date.year - (words[0].value == 4 && scan->clock.date.month <= 3);

      hearsay_clock_quarter (&scan->clock, year * 4 + words[0].value - 1, time);
      return i + 1;
    }
  if (words[0].kind == HEARSAY_TIME_WORD_UNIT && words[1].kind == HEARSAY_TIME_WORD_AGO && words[1].value < 0)
    {
      if (words[0].value == 'Y' && scan->clock.quarter >= 0)
        {
          hearsay_clock_quarter (&scan->clock, scan->clock.quarter - 4, time);
          scan->clock.quarter += 4;
        }
      else
        hearsay_clock_shift (&scan->clock, (char) words[0].value, -1, FALSE, time);
      return i + 1 + (text_is (scan, i + 1, "quarter") || text_is (scan, i + 1, "period"));
    }
  if (words[0].kind == HEARSAY_TIME_WORD_UNIT && strcmp (buffer[1], "long") == 0)
    {
      set_duration (time, 1, (char) words[0].value);
      return i + 1;
    }
  if (strcmp (buffer[0], "mid") != 0 && strcmp (buffer[0], "early") != 0 && strcmp (buffer[0], "late") != 0)
    return 0;
  if (words[1].kind == HEARSAY_TIME_WORD_MONTH)
    set_month_day (scan, 0, words[1].value, 0, time);
  else if (words[1].kind == HEARSAY_TIME_WORD_YEAR)
    hearsay_clock_year (&scan->clock, words[1].value, time);
  else if (words[1].kind == HEARSAY_TIME_WORD_DECADE && words[1].value >= 1000)
    {
      g_snprintf (time->value, sizeof time->value, "%03dX", words[1].value / 10);
      time->date = HEARSAY_DATE_NONE;
    }
  else
    return 0;
  return i + 1;
}

/* A part of the day without its day: “in the morning”, “overnight”. */
static guint32
match_part (Scan        *scan,
            guint32      i,
            HearsayTime *time)
{
  guint32 end = i + 1;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_PART) || i == 0 || !text_is (scan, i - 1, "the") || text_is (scan, end, "of") ||
      (end < scan->limit && (scan->text->tokens[end].flags & HEARSAY_TOKEN_LOWER) && scan->closed->classes[end] == 0))
    return 0;
  time->type = HEARSAY_TIME_DATE;
  hearsay_clock_shift (&scan->clock, 'D', 0, FALSE, time);
  end = i;
  add_part (scan, &end, time);
  return end;
}

static guint32
match (Scan        *scan,
       guint32      i,
       HearsayTime *time)
{
  static guint32 (*const matchers[]) (Scan *, guint32, HearsayTime *) = {
    match_digits, match_clock, match_month, match_weekday, match_word, match_step, match_set, match_units,
    match_ordinal, match_the, match_season, match_year, match_part, match_hyphenated,
  };

  for (guint k = 0; k < G_N_ELEMENTS (matchers); k++)
    {
      guint32 end;

      memset (time, 0, sizeof *time);
      end = matchers[k] (scan, i, time);
      if (end > i)
        return end;
    }
  return 0;
}

/* “the end of” a year or month. */
static gboolean
has_edge_before (const Scan *scan,
                 guint32     i,
                 guint32     floor)
{
  return i >= floor + 3 && text_is (scan, i - 1, "of") && text_is (scan, i - 3, "the") &&
         (text_is (scan, i - 2, "end") || text_is (scan, i - 2, "beginning") || text_is (scan, i - 2, "middle") ||
          text_is (scan, i - 2, "start"));
}

/* The expression begins earlier where such words stand before it. */
static guint32
widen (const Scan        *scan,
       guint32            first,
       guint32            floor,
       const HearsayTime *time)
{
  HearsayTimeWord word = word_at (scan, first);
  guint32 i = first;

  if (i > floor && time->type == HEARSAY_TIME_DATE && word.kind != HEARSAY_TIME_WORD_WEEKDAY && word.kind != HEARSAY_TIME_WORD_DAY &&
      !g_str_has_suffix (time->value, "_REF") &&
      (text_is (scan, i - 1, "early") || text_is (scan, i - 1, "late") || text_is (scan, i - 1, "mid") ||
       (word.kind == HEARSAY_TIME_WORD_STEP && (text_is (scan, i - 1, "earlier") || text_is (scan, i - 1, "later")))))
    i--;
  if (i > floor && text_is (scan, i - 1, "the") &&
      (word.kind == HEARSAY_TIME_WORD_ORDINAL || word.kind == HEARSAY_TIME_WORD_DECADE || word.kind == HEARSAY_TIME_WORD_STEP ||
       word.kind == HEARSAY_TIME_WORD_SEASON || word.kind == HEARSAY_TIME_WORD_PART))
    i--;
  if (i == first && i > floor && time->type != HEARSAY_TIME_SET && strchr (time->value, 'P') != NULL &&
      (text_is (scan, i - 1, "almost") || text_is (scan, i - 1, "nearly")))
    return i - 1;
  if (i > floor + 1 && time->type == HEARSAY_TIME_DURATION && text_is (scan, i - 1, "least") && text_is (scan, i - 2, "at") &&
      scan->text->tokens[first].flags & HEARSAY_TOKEN_NUMBER)
    return i - 2;
  return time->type == HEARSAY_TIME_DATE && has_edge_before (scan, i, floor) ? i - 3 : i;
}

static void
scan_sentence (Scan                  *scan,
               const HearsaySentence *sentence)
{
  guint32 floor = sentence->first_token;

  scan->limit = sentence->first_token + sentence->n_tokens;
  for (guint32 i = sentence->first_token; i < scan->limit;)
    {
      HearsayTime time;
      guint32 end = match (scan, i, &time);

      if (end == 0)
        {
          i++;
          continue;
        }
      time.first = widen (scan, i, floor, &time);
      time.last = end - 1;
      time.start = scan->text->tokens[time.first].start;
      time.end = scan->text->tokens[time.last].end;
      g_array_append_val (scan->times, time);
      i = floor = end;
    }
}

/**
 * hearsay_times_find:
 * @closed: a text with its closed classes
 * @published: what “Friday” is counted from, or unset: then such values keep their X
 *
 * Finds every expression of time, in linear time. The values are TIMEX3's.
 *
 * Returns: (transfer full) (element-type HearsayTime): in text order
 */
GArray *
hearsay_times_find (const HearsayClosed *closed,
                    HearsayDate          published)
{
  Scan scan;
  char lower[HEARSAY_TOKEN_BUFFER];

  g_return_val_if_fail (closed != NULL, NULL);

  scan = (Scan) {
    .text = closed->text,
    .closed = closed,
    .words = g_new0 (HearsayTimeWord, closed->text->n_tokens + 1),
    .times = g_array_new (FALSE, FALSE, sizeof (HearsayTime)),
  };
  hearsay_clock_init (&scan.clock, published);
  for (guint32 i = 0; i < closed->text->n_tokens; i++)
    if (closed->text->tokens[i].flags & HEARSAY_TOKEN_WORD)
      scan.words[i] = hearsay_time_word (hearsay_text_lower (closed->text, i, lower),
                                         (closed->text->tokens[i].flags & HEARSAY_TOKEN_CAPITALISED) != 0);
  for (guint32 i = 0; i < closed->text->n_sentences; i++)
    scan_sentence (&scan, &closed->text->sentences[i]);
  g_free (scan.words);
  return scan.times;
}

/**
 * hearsay_times_emit:
 * @times: (element-type HearsayTime): what was found in @text
 * @analysis: of the same text
 *
 * Writes the expressions into @analysis.
 */
void
hearsay_times_emit (const HearsayText *text,
                    const GArray      *times,
                    HearsayAnalysis   *analysis)
{
  static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_if_fail (text != NULL && times != NULL && analysis != NULL);

  for (guint i = 0; i < times->len; i++)
    {
      const HearsayTime *time = &g_array_index (times, HearsayTime, i);
      HearsayAnalysisTime out = {
        .span = hearsay_text_to_span (text, time->start, time->end),
        .type = types[time->type],
        .value = hearsay_analysis_intern (analysis, time->value),
      };

      g_array_append_val (analysis->times, out);
    }
}
