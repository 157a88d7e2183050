/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-times-private.h"

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
match_ago (HearsayTimeScan *scan,
           guint32          i,
           double           n,
           char             unit,
           HearsayTime     *time)
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
match_amount (const HearsayTimeScan *scan,
              guint32                i,
              double                *n,
              gboolean              *article)
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
guint32
hearsay_time_match_units (HearsayTimeScan *scan,
                          guint32          i,
                          HearsayTime     *time)
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
  if (text_is (scan, i, "recent"))
    {
      set_value (time, HEARSAY_TIME_DATE, "PAST_REF");
      return k + 1;
    }
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
guint32
hearsay_time_match_ordinal (HearsayTimeScan *scan,
                            guint32          i,
                            HearsayTime     *time)
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
  year = hearsay_time_take_year (scan, &end, FALSE);
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

/* What stands behind “last”, “this”, “next”. */
guint32
hearsay_time_match_step (HearsayTimeScan *scan,
                         guint32          i,
                         HearsayTime     *time)
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
      hearsay_time_set_weekday (scan, next.value, step < 0 ? -2 : step > 0 ? 1 : hearsay_time_is_future (scan, i) ? 1 : 0, time);
      hearsay_time_add_part (scan, &end, time);
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
      hearsay_time_set_season (scan, next.value, scan->clock.dated ? scan->clock.date.year + step : 0, time);
      return end;
    }
  if (next.kind == HEARSAY_TIME_WORD_PART && step <= 0)
    {
      hearsay_clock_shift (&scan->clock, 'D', step, FALSE, time);
      end--;
      hearsay_time_add_part (scan, &end, time);
      return end;
    }
  amount_end = match_amount (scan, i + 1, &n, &article);
  if (amount_end > 0 && !article)
    {
      unit = unit_at (scan, amount_end, &plural);
      if (unit == '\0')
        return 0;
      if (n <= 0 && step < 0 && strchr (HEARSAY_UNITS_OF_CLOCK, unit) == NULL)
        set_value (time, HEARSAY_TIME_DATE, "PAST_REF");
      else
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
      if (step == 0)
        set_duration (time, 0, unit);
      else
        set_value (time, HEARSAY_TIME_DATE, step < 0 ? "PAST_REF" : "FUTURE_REF");
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
guint32
hearsay_time_match_the (HearsayTimeScan *scan,
                        guint32          i,
                        HearsayTime     *time)
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
  if (unit == 'Y' && kind_is (scan, i + 2, HEARSAY_TIME_WORD_YEAR))
    {
      hearsay_clock_year (&scan->clock, word_at (scan, i + 2).value, time);
      return i + 3;
    }
  if (unit == 'Y' && i + 2 < scan->limit && (scan->text->tokens[i + 2].flags & HEARSAY_TOKEN_NUMBER))
    return 0;
  /* “the year ended March 31”: so long, up to then. */
  if (unit != 'w' && (text_is (scan, i + 2, "ended") || text_is (scan, i + 2, "ending")))
    {
      set_duration (time, 1, unit);
      return i + 2;
    }
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
      hearsay_clock_shift (&scan->clock, 'w', hearsay_time_is_future (scan, i) ? 0 : -1, FALSE, time);
      return i + 2;
    }
  if (unit == 'Y' || unit == 'M' || unit == 'W')
    {
      hearsay_clock_shift (&scan->clock, unit, 0, FALSE, time);
      return i + 2;
    }
  return 0;
}

/* “every day”, “each Friday”, “every two weeks”. */
guint32
hearsay_time_match_set (HearsayTimeScan *scan,
                        guint32          i,
                        HearsayTime     *time)
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

/* “third-quarter”, “two-year”, “mid-November”, “year-ago”, “day-long”. */
guint32
hearsay_time_match_hyphenated (HearsayTimeScan *scan,
                               guint32          i,
                               HearsayTime     *time)
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
    hearsay_time_set_month_day (scan, 0, words[1].value, 0, hearsay_time_tense (scan, i), time);
  else if (words[1].kind == HEARSAY_TIME_WORD_YEAR)
    hearsay_clock_year (&scan->clock, words[1].value, time);
  else if (words[1].kind == HEARSAY_TIME_WORD_DECADE && words[1].value >= 1000)
    {
      g_snprintf (time->value, sizeof time->value, "%03d", words[1].value / 10);
      time->date = HEARSAY_DATE_NONE;
    }
  else
    return 0;
  return i + 1;
}
