/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-date-words.h"

#include <string.h>

#include "io/hearsay-zone-words.h"

/* Only the digits and names of a publication line are read here; what a
 * sentence means by “on Thursday” is the engine's business. */

static const char *const months[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

static const char *const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\t' || *p == ',' || *p == '|')
    p++;
  return p;
}

/* The end of the name at @p: whole, or its first three or more letters, with or without a full stop. */
static const char *
scan_name (const char        *p,
           const char *const *names,
           guint              n_names,
           guint             *index)
{
  gsize n = 0;

  while (g_ascii_isalpha (p[n]))
    n++;
  if (n < 3)
    return NULL;
  for (guint i = 0; i < n_names; i++)
    {
      if (n <= strlen (names[i]) && g_ascii_strncasecmp (p, names[i], n) == 0)
        {
          *index = i;
          return p[n] == '.' ? p + n + 1 : p + n;
        }
    }
  return NULL;
}

static const char *
scan_number (const char *p,
             guint       min_digits,
             guint       max_digits,
             int        *value)
{
  guint n = 0;

  *value = 0;
  while (n <= max_digits && g_ascii_isdigit (p[n]))
    {
      if (n < max_digits)
        *value = *value * 10 + (p[n] - '0');
      n++;
    }
  return n >= min_digits && n <= max_digits ? p + n : NULL;
}

static const char *
scan_day (const char *p,
          int        *day)
{
  const char *end = scan_number (p, 1, 2, day);

  if (end == NULL || *day < 1 || *day > 31)
    return NULL;
  if (g_ascii_strncasecmp (end, "st", 2) == 0 || g_ascii_strncasecmp (end, "nd", 2) == 0 ||
      g_ascii_strncasecmp (end, "rd", 2) == 0 || g_ascii_strncasecmp (end, "th", 2) == 0)
    end += 2;
  return g_ascii_isalnum (*end) ? NULL : end;
}

static const char *
scan_year (const char *p,
           int        *year)
{
  const char *end = scan_number (p, 4, 4, year);

  return end != NULL && *year >= 1400 && *year <= 2199 ? end : NULL;
}

/* “9:33 p.m.”, “21:33”, “09.33 PM”, “2133 GMT” */
static const char *
scan_time (const char *p,
           int        *hour,
           int        *minute)
{
  const char *end = scan_number (p, 1, 2, hour);
  const char *mark;

  *minute = 0;
  if (end == NULL)
    return NULL;
  if ((*end == ':' || *end == '.') && g_ascii_isdigit (end[1]))
    {
      end = scan_number (end + 1, 2, 2, minute);
      if (end == NULL)
        return NULL;
      if (*end == ':' && g_ascii_isdigit (end[1]) && g_ascii_isdigit (end[2]))
        end += 3;
      mark = *end == ' ' ? end + 1 : end;
    }
  else
    {
      mark = *end == ' ' ? end + 1 : end;
      if (g_ascii_strncasecmp (mark, "am", 2) != 0 && g_ascii_strncasecmp (mark, "pm", 2) != 0 &&
          g_ascii_strncasecmp (mark, "a.m", 3) != 0 && g_ascii_strncasecmp (mark, "p.m", 3) != 0)
        return NULL;
    }
  if ((*mark == 'a' || *mark == 'A' || *mark == 'p' || *mark == 'P') &&
      (mark[1] == 'm' || mark[1] == 'M' || (mark[1] == '.' && (mark[2] == 'm' || mark[2] == 'M'))))
    {
      gboolean after_noon = *mark == 'p' || *mark == 'P';

      if (*hour < 1 || *hour > 12)
        return NULL;
      *hour = *hour % 12 + (after_noon ? 12 : 0);
      end = mark[1] == '.' ? mark + 3 : mark + 2;
      if (*end == '.')
        end++;
    }
  return *hour <= 23 && *minute <= 59 && !g_ascii_isdigit (*end) ? end : NULL;
}

static const char *
scan_separator (const char *p,
                char       *separator)
{
  if (*p != '-' && *p != '/' && *p != '.')
    return NULL;
  *separator = *p;
  return p + 1;
}

/* “2020-10-23”, “2020/10/23”, “20201023”, “23.10.2020”, “10/23/2020” */
static const char *
scan_digits (const char  *p,
             HearsayDate *date)
{
  const char *end;
  char separator;
  char second;
  int a;
  int b;
  int c;

  end = scan_number (p, 8, 8, &a);
  if (end != NULL && a >= 19000101 && a <= 21991231)
    {
      *date = hearsay_date_new_day (a / 10000, a / 100 % 100, a % 100);
      return hearsay_date_is_set (*date) ? end : NULL;
    }
  end = scan_number (p, 1, 4, &a);
  if (end == NULL || end - p == 3 || (end = scan_separator (end, &separator)) == NULL ||
      (end = scan_number (end, 1, 2, &b)) == NULL || (end = scan_separator (end, &second)) == NULL ||
      second != separator || (end = scan_number (end, 1, 4, &c)) == NULL)
    return NULL;
  if (a >= 1400 && c <= 31)
    *date = hearsay_date_new_day (a, b, c);
  else if (c >= 1400 && c <= 2199 && a <= 31)
    {
      /* With slashes the month comes first, as in American print, unless it cannot. */
      gboolean day_first = separator != '/' || a > 12;

      *date = day_first ? hearsay_date_new_day (c, b, a) : hearsay_date_new_day (c, a, b);
    }
  else
    return NULL;
  return hearsay_date_is_set (*date) && !g_ascii_isdigit (*end) ? end : NULL;
}

/* “October 23, 2020”, “23 Oct. 2020”, “Oct 23 2020”, “October 2020” */
static const char *
scan_named (const char  *p,
            HearsayDate *date)
{
  const char *end;
  const char *next;
  guint month;
  int day;
  int year;

  end = scan_name (p, months, G_N_ELEMENTS (months), &month);
  if (end != NULL)
    {
      next = skip_blanks (end);
      end = scan_day (next, &day);
      if (end != NULL)
        end = scan_year (skip_blanks (end), &year);
      else
        {
          end = next > p ? scan_year (next, &year) : NULL;
          day = 0;
        }
    }
  else
    {
      end = scan_day (p, &day);
      if (end == NULL)
        return NULL;
      next = skip_blanks (end);
      if (g_str_has_prefix (next, "of "))
        next += 3;
      if (*next == '-')
        next++;
      end = scan_name (next, months, G_N_ELEMENTS (months), &month);
      if (end == NULL)
        return NULL;
      next = skip_blanks (*end == '-' ? end + 1 : end);
      end = scan_year (next, &year);
    }
  if (end == NULL || g_ascii_isdigit (*end))
    return NULL;
  *date = hearsay_date_new_day (year, (int) month + 1, day > 0 ? day : 1);
  if (day == 0)
    date->precision = HEARSAY_PRECISION_MONTH;
  return hearsay_date_is_set (*date) ? end : NULL;
}

static const char *
skip_to_time (const char *p)
{
  p = skip_blanks (p);
  if (*p == 'T' && g_ascii_isdigit (p[1]))
    return p + 1;
  if (g_ascii_strncasecmp (p, "at ", 3) == 0)
    return skip_blanks (p + 3);
  if ((*p == '-' || *p == '/' || *p == ';' || *p == '(') && (p[1] == ' ' || g_ascii_isdigit (p[1])))
    return skip_blanks (p + 1);
  if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—") || g_str_has_prefix (p, "·") || g_str_has_prefix (p, "•"))
    return skip_blanks (g_utf8_next_char (p));
  return p;
}

/* The zone of a time of day. “10:00-12:00” is no zone but in ISO 8601: it is a while. */
static void
take_zone (const char  *after,
           gboolean     is_iso,
           HearsayDate *date)
{
  const char *mark = after + strspn (after, " (");
  int minutes;

  if ((is_iso || (*mark != '-' && !g_str_has_prefix (mark, "−"))) && hearsay_zone_words_scan (after, &minutes) != NULL)
    hearsay_date_set_zone (date, minutes);
}

/**
 * hearsay_date_words_scan:
 * @text: UTF-8; the date must begin at its first byte
 * @date: (out): the day, with the minute where a time of day follows
 *
 * Reads the forms in which publishers print a date: with a month's name in
 * either order, ISO 8601, and digits with slashes or full stops. A weekday may
 * stand before it. The time is taken as printed, with its zone where one is said.
 *
 * Returns: (nullable): the end of the date, or %NULL when there is none
 */
const char *
hearsay_date_words_scan (const char  *text,
                         HearsayDate *date)
{
  const char *p = text;
  const char *end;
  const char *after;
  guint weekday;
  int hour;
  int minute;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (date != NULL, NULL);

  end = scan_name (p, weekdays, G_N_ELEMENTS (weekdays), &weekday);
  if (end != NULL)
    p = skip_blanks (end);
  end = scan_named (p, date);
  if (end == NULL)
    end = scan_digits (p, date);
  if (end == NULL)
    {
      *date = HEARSAY_DATE_NONE;
      return NULL;
    }
  after = date->precision == HEARSAY_PRECISION_DAY ? scan_time (skip_to_time (end), &hour, &minute) : NULL;
  if (after != NULL)
    {
      date->hour = (guint8) hour;
      date->minute = (guint8) minute;
      date->precision = HEARSAY_PRECISION_MINUTE;
      take_zone (after, *skip_to_time (end) != '\0' && skip_to_time (end)[-1] == 'T', date);
      end = after;
    }
  return end;
}

/**
 * hearsay_date_words_find:
 * @text: one line of UTF-8
 * @date: (out): the first date in it
 * @start: (out): where it begins
 * @end: (out): where it ends
 *
 * Returns: whether there is one
 */
gboolean
hearsay_date_words_find (const char   *text,
                         HearsayDate  *date,
                         const char  **start,
                         const char  **end)
{
  gboolean inside_word = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL && start != NULL && end != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!inside_word && g_ascii_isalnum (*p))
        {
          const char *stop = hearsay_date_words_scan (p, date);

          if (stop != NULL)
            {
              *start = p;
              *end = stop;
              return TRUE;
            }
        }
      inside_word = g_ascii_isalnum (*p) || (guint8) *p >= 0x80;
    }
  *date = HEARSAY_DATE_NONE;
  return FALSE;
}
