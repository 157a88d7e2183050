/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/hearsay-times-private.h"

/* Whether the verb that a date goes with speaks of what is to come. */
gboolean
hearsay_time_is_future (const HearsayTimeScan *scan,
                        guint32                i)
{
  guint32 first = hearsay_text_sentence_of (scan->text, i)->first_token;
  HearsayTense tense = hearsay_time_tense (scan, i);

  if (tense != HEARSAY_TENSE_UNKNOWN)
    return tense == HEARSAY_TENSE_FUTURE || tense == HEARSAY_TENSE_WILL;
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

void
hearsay_time_set_month_day (HearsayTimeScan *scan,
                            int              year,
                            int              month,
                            int              day,
                            HearsayTense     tense,
                            HearsayTime     *time)
{
  if (year == 0 && scan->clock.dated)
    year = hearsay_clock_nearest_year (&scan->clock, month, day,
                                       hearsay_time_direction (tense));
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
int
hearsay_time_take_year (const HearsayTimeScan *scan,
                        guint32               *i,
                        gboolean               comma)
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
is_month_here (const HearsayTimeScan *scan,
               guint32                i)
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
guint32
hearsay_time_match_month (HearsayTimeScan *scan,
                          guint32          i,
                          HearsayTime     *time)
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
      year = hearsay_time_take_year (scan, &end, TRUE);
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
      year = hearsay_time_take_year (scan, &end, day > 0);
    }
  /* “June last year”. */
  if (year == 0 && scan->clock.dated && kind_is (scan, end, HEARSAY_TIME_WORD_STEP) && text_is (scan, end + 1, "year"))
    {
      year = scan->clock.date.year + word_at (scan, end).value;
      end += 2;
    }
  time->type = HEARSAY_TIME_DATE;
  hearsay_time_set_month_day (scan, year, month, day, year == 0 ? hearsay_time_tense (scan, i) : HEARSAY_TENSE_UNKNOWN, time);
  return end;
}

/* “2020-10-22”, “22.10.2020”, “10/22/2020”. */
guint32
hearsay_time_match_digits (HearsayTimeScan *scan,
                           guint32          i,
                           HearsayTime     *time)
{
  const HearsayToken *token = &scan->text->tokens[i];
  const char *buffer = hearsay_text_word (scan->text, i);
  int a;
  int b;
  int c;
  int n = 0;
  guint32 end = i + 1;

  if (!(token->flags & HEARSAY_TOKEN_NUMBER))
    return 0;
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
void
hearsay_time_add_part (const HearsayTimeScan *scan,
                       guint32               *end,
                       HearsayTime           *time)
{
  if (time->type == HEARSAY_TIME_DATE && strlen (time->value) >= 8 && kind_is (scan, *end, HEARSAY_TIME_WORD_PART))
    {
      g_strlcat (time->value, parts[word_at (scan, *end).value], sizeof time->value);
      time->type = HEARSAY_TIME_TIME;
      (*end)++;
    }
}

void
hearsay_time_set_weekday (HearsayTimeScan *scan,
                          int              weekday,
                          int              direction,
                          HearsayTime     *time)
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
guint32
hearsay_time_match_weekday (HearsayTimeScan *scan,
                            guint32          i,
                            HearsayTime     *time)
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
  month_end = hearsay_time_match_month (scan, month, time);
  if (month_end > month && time->value[0] != '\0' && strlen (time->value) == 10)
    return month_end;
  hearsay_time_set_weekday (scan, word_at (scan, i).value, hearsay_time_is_future (scan, i) ? 1 : -1, time);
  hearsay_time_add_part (scan, &end, time);
  return end;
}

/* “today”, “yesterday morning”, “tonight”, “now”, “daily”. */
guint32
hearsay_time_match_word (HearsayTimeScan *scan,
                         guint32          i,
                         HearsayTime     *time)
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
  hearsay_time_add_part (scan, &end, time);
  return end;
}

void
hearsay_time_set_season (HearsayTimeScan *scan,
                         int              season,
                         int              year,
                         HearsayTime     *time)
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
guint32
hearsay_time_match_season (HearsayTimeScan *scan,
                           guint32          i,
                           HearsayTime     *time)
{
  guint32 end = i + 1;
  int year;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_SEASON))
    return 0;
  year = hearsay_time_take_year (scan, &end, FALSE);
  if (year == 0)
    {
      if (i == 0 || !(text_is (scan, i - 1, "the") || text_is (scan, i - 1, "in")) ||
          hearsay_closed_is (scan->closed, MIN (i + 1, scan->limit - 1), HEARSAY_CLOSED_PREPOSITION))
        return 0;
      year = scan->clock.dated ? scan->clock.date.year : 0;
    }
  hearsay_time_set_season (scan, word_at (scan, i).value, year, time);
  return end;
}

/* “1999”, “the 1990s”, “the nineties”, “fiscal 1999”. */
guint32
hearsay_time_match_year (HearsayTimeScan *scan,
                         guint32          i,
                         HearsayTime     *time)
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
      g_snprintf (time->value, sizeof time->value, "%03d", year / 10);
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

/* “8:30 p.m.”, “noon Saturday”, “5 p.m. EST Nov. 9”, “14:05 on Friday”. */
guint32
hearsay_time_match_clock (HearsayTimeScan *scan,
                          guint32          i,
                          HearsayTime     *time)
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
  else if (word.kind == HEARSAY_TIME_WORD_PART && word.value == 4)
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
  day_end = hearsay_time_match_weekday (scan, day_first, &day);
  if (day_end == 0)
    day_end = hearsay_time_match_month (scan, day_first, &day);
  if (day_end == 0)
    day_end = hearsay_time_match_word (scan, day_first, &day);
  if (day_end > 0 && day.type == HEARSAY_TIME_DATE && strlen (day.value) == 10)
    end = day_end;
  else
    hearsay_clock_shift (&scan->clock, 'D', 0, FALSE, &day);
  time->type = HEARSAY_TIME_TIME;
  time->date = day.date;
  g_snprintf (time->value, sizeof time->value, "%.12sT%02d:%02d", day.value, minutes / 60 % 25, minutes % 60);
  return end;
}

/* A part of the day without its day: “in the morning”, “overnight”. */
guint32
hearsay_time_match_part (HearsayTimeScan *scan,
                         guint32          i,
                         HearsayTime     *time)
{
  guint32 end = i + 1;

  if (!kind_is (scan, i, HEARSAY_TIME_WORD_PART) || i == 0 || !text_is (scan, i - 1, "the") || text_is (scan, end, "of") ||
      (end < scan->limit && (scan->text->tokens[end].flags & HEARSAY_TOKEN_LOWER) && scan->closed->classes[end] == 0))
    return 0;
  time->type = HEARSAY_TIME_DATE;
  hearsay_clock_shift (&scan->clock, 'D', 0, FALSE, time);
  end = i;
  hearsay_time_add_part (scan, &end, time);
  return end;
}
