/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-times-private.h"

#include <string.h>

/* Years that are written with four digits; beyond them nothing is resolved. */
#define MIN_YEAR 1
#define MAX_YEAR 9999

/* Days that a date on the wrong side of the publication counts as farther away: months in sentences about the past are
 * the past ones, while a day a few weeks ahead is meant even there. */
#define PAST_PENALTY 190
#define FUTURE_PENALTY 60

void
hearsay_clock_init (HearsayClock *self,
                    HearsayDate   published)
{
  *self = (HearsayClock) {
    .dated = published.precision >= HEARSAY_PRECISION_DAY,
    .date = published,
    .quarter = -1,
  };
  if (self->dated)
    self->published = hearsay_date_first_day (published);
}

static void
unresolved (HearsayTime *time,
            const char  *value)
{
  g_strlcpy (time->value, value, sizeof time->value);
  time->date = HEARSAY_DATE_NONE;
}

/* The day @days after 1970-01-01. */
void
hearsay_clock_day (HearsayClock *self,
                   gint32        days,
                   HearsayTime  *time)
{
  HearsayDate date = hearsay_date_from_days (days);

  g_snprintf (time->value, sizeof time->value, "%04d-%02d-%02d", date.year, date.month, date.day);
  time->date = date;
  self->reference = date;
}

/* The week, by ISO 8601, in which that day lies. */
void
hearsay_clock_week (HearsayClock *self,
                    gint32        days,
                    HearsayTime  *time)
{
  gint32 monday = days - hearsay_date_weekday (hearsay_date_from_days (days));
  HearsayDate thursday = hearsay_date_from_days (monday + 3);
  gint32 week = (monday + 3 - hearsay_days_from_civil (thursday.year, 1, 1)) / 7 + 1;

  g_snprintf (time->value, sizeof time->value, "%04d-W%02d", thursday.year, (int) week);
  time->date = hearsay_date_from_days (monday);
  time->date.precision = HEARSAY_PRECISION_WEEK;
  self->reference = time->date;
}

/* A month, counted from January of the year 0. */
void
hearsay_clock_month (HearsayClock *self,
                     gint32        months,
                     HearsayTime  *time)
{
  gint32 year = months / 12;

  if (months < 12 || year > MAX_YEAR)
    {
      unresolved (time, "XXXX-XX");
      return;
    }
  g_snprintf (time->value, sizeof time->value, "%04d-%02d", (int) year, (int) (months % 12 + 1));
  time->date = hearsay_date_new_day (year, months % 12 + 1, 1);
  time->date.precision = HEARSAY_PRECISION_MONTH;
  self->reference = time->date;
}

void
hearsay_clock_year (HearsayClock *self,
                    gint32        year,
                    HearsayTime  *time)
{
  if (year < MIN_YEAR || year > MAX_YEAR)
    {
      unresolved (time, "XXXX");
      return;
    }
  g_snprintf (time->value, sizeof time->value, "%04d", (int) year);
  time->date = hearsay_date_new_day (year, 1, 1);
  time->date.precision = HEARSAY_PRECISION_YEAR;
  self->reference = time->date;
}

/* @quarter: year * 4 + quarter - 1 */
void
hearsay_clock_quarter (HearsayClock *self,
                       gint32        quarter,
                       HearsayTime  *time)
{
  if (quarter < 4 || quarter / 4 > MAX_YEAR)
    {
      unresolved (time, "XXXX-QX");
      return;
    }
  g_snprintf (time->value, sizeof time->value, "%04d-Q%d", (int) (quarter / 4), (int) (quarter % 4 + 1));
  time->date = hearsay_date_new_day (quarter / 4, quarter % 4 * 3 + 1, 1);
  time->date.precision = HEARSAY_PRECISION_MONTH;
  self->quarter = quarter;
  self->reference = time->date;
}

/* The year that puts a month or day next to the publication, the past one when both are as near; @direction: -1 rather
 * before it, -2 surely, 1 rather after it, 2 surely; @day 0 is the whole month. */
gint32
hearsay_clock_nearest_year (const HearsayClock *self,
                            int                 month,
                            int                 day,
                            int                 direction)
{
  gboolean whole_month = day <= 0;
  gint32 best = self->date.year;
  gint32 best_distance = G_MAXINT32;

  for (gint32 year = self->date.year - 1; year <= self->date.year + 1; year++)
    {
      gint32 days = hearsay_days_from_civil (year, month, whole_month ? 15 : MIN (day, hearsay_days_in_month (year, month)));
      gint32 distance = days > self->published ? (days - self->published) + 15 : self->published - days;
      gboolean same_month = year == self->date.year && month == self->date.month;

      if (!same_month && ((direction < 0 && days > self->published) || (direction > 0 && days < self->published)))
        distance += direction < -1 || direction > 1 ? 400 : direction < 0 && whole_month ? PAST_PENALTY : FUTURE_PENALTY;

      if (distance < best_distance)
        {
          best = year;
          best_distance = distance;
        }
    }
  return best;
}

/* @weekday: 1 is Monday; @direction: -1 the last one before or on the day of publication,
 * -2 the last one before it, 1 the first one behind it, 0 the nearest of this week. */
gint32
hearsay_clock_weekday (const HearsayClock *self,
                       int                 weekday,
                       int                 direction)
{
  int today = hearsay_date_weekday (hearsay_date_from_days (self->published)) + 1;
  gint32 back = (today - weekday + 7) % 7;

  if (direction == -1)
    return self->published - back;
  if (direction == -2)
    return self->published - (back == 0 ? 7 : back);
  if (direction == 1)
    return self->published + (back == 0 ? 7 : 7 - back);
  return self->published - today + weekday;
}

/* @n units before (< 0) or after the publication or the last date mentioned. */
void
hearsay_clock_shift (HearsayClock *self,
                     char          unit,
                     gint32        n,
                     gboolean      from_reference,
                     HearsayTime  *time)
{
  HearsayDate base = self->date;
  gint32 days;

  if (from_reference && hearsay_date_is_set (self->reference))
    base = self->reference;
  else if (!self->dated)
    {
      unresolved (time, unit == 'Y' || unit == 'E' || unit == 'C' ? "XXXX" : unit == 'M' ? "XXXX-XX" : unit == 'W' || unit == 'w' ? "XXXX-WXX"
                        : unit == 'Q' ? "XXXX-QX" : "XXXX-XX-XX");
      return;
    }
  n = CLAMP (n, -100000, 100000);
  days = hearsay_date_first_day (base);
  switch (unit)
    {
    case 'D':
      hearsay_clock_day (self, days + n, time);
      break;
    case 'W':
      hearsay_clock_week (self, days + 7 * n, time);
      break;
    case 'w':
      hearsay_clock_week (self, days + 7 * n, time);
      g_strlcat (time->value, "-WE", sizeof time->value);
      break;
    case 'M':
      hearsay_clock_month (self, base.year * 12 + base.month - 1 + n, time);
      break;
    case 'Q':
      hearsay_clock_quarter (self, base.year * 4 + (base.month - 1) / 3 + n, time);
      break;
    case 'E':
      hearsay_clock_year (self, base.year + 10 * n, time);
      break;
    case 'C':
      hearsay_clock_year (self, base.year + 100 * n, time);
      break;
    case 'Y':
      hearsay_clock_year (self, base.year + n, time);
      break;
    default:
      unresolved (time, "XXXX-XX-XX");
      break;
    }
}
