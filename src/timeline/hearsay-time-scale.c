/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "timeline/hearsay-time-scale.h"

/* What HearsayDate can hold. */
#define FIRST_YEAR -9999
#define LAST_YEAR 9999

#define MAX_TICKS 4096

/* Part of the drawing that panning always leaves in sight. */
#define IN_SIGHT 80.0

/* Steps from fine to coarse; @days is the shortest distance between two ticks. */
typedef struct
{
  HearsayTickUnit unit;
  int step;
  double days;
} Step;

static const Step steps[] = {
  { HEARSAY_TICK_HOUR, 1, 1.0 / 24.0 },
  { HEARSAY_TICK_HOUR, 3, 3.0 / 24.0 },
  { HEARSAY_TICK_HOUR, 6, 6.0 / 24.0 },
  { HEARSAY_TICK_HOUR, 12, 12.0 / 24.0 },
  { HEARSAY_TICK_DAY, 1, 1.0 },
  { HEARSAY_TICK_MONDAY, 1, 7.0 },
  { HEARSAY_TICK_MONTH, 1, 28.0 },
  { HEARSAY_TICK_QUARTER, 3, 90.0 },
  { HEARSAY_TICK_YEAR, 1, 365.0 },
  { HEARSAY_TICK_DECADE, 10, 3652.0 },
  { HEARSAY_TICK_DECADE, 50, 18262.0 },
  { HEARSAY_TICK_DECADE, 100, 36524.0 },
  { HEARSAY_TICK_DECADE, 500, 182621.0 },
  { HEARSAY_TICK_DECADE, 1000, 365242.0 },
};

/**
 * hearsay_time_scale_fit:
 * @first_day: where the range begins
 * @end_day: where it ends; one day is the least that is shown
 * @width: of the drawing
 * @margin: left free at both sides
 *
 * Returns: the scale that shows the whole range
 */
HearsayTimeScale
hearsay_time_scale_fit (double first_day,
                        double end_day,
                        double width,
                        double margin)
{
  double days = MAX (end_day - first_day, 1.0);
  double room = MAX (width - 2.0 * margin, 1.0);
  double scale = CLAMP (room / days, HEARSAY_TIME_SCALE_MIN, HEARSAY_TIME_SCALE_MAX);

  return (HearsayTimeScale) {
    .origin = (first_day + days / 2.0) - width / 2.0 / scale,
    .pixels_per_day = scale,
  };
}

/**
 * hearsay_time_scale_zoom_at:
 * @factor: more than 1 to come closer
 * @x: the place that stays where it is
 */
HearsayTimeScale
hearsay_time_scale_zoom_at (const HearsayTimeScale *self,
                            double                  factor,
                            double                  x)
{
  HearsayTimeScale result;

  g_return_val_if_fail (self != NULL, (HearsayTimeScale) { 0.0 });

  result.pixels_per_day = CLAMP (self->pixels_per_day * factor, HEARSAY_TIME_SCALE_MIN, HEARSAY_TIME_SCALE_MAX);
  result.origin = hearsay_time_scale_day (self, x) - x / result.pixels_per_day;
  return result;
}

/**
 * hearsay_time_scale_pan:
 * @dx: how far the drawing moves to the right
 */
HearsayTimeScale
hearsay_time_scale_pan (const HearsayTimeScale *self,
                        double                  dx)
{
  g_return_val_if_fail (self != NULL, (HearsayTimeScale) { 0.0 });

  return (HearsayTimeScale) { self->origin - dx / self->pixels_per_day, self->pixels_per_day };
}

/**
 * hearsay_time_scale_clamp:
 * @first_day: where the drawing begins
 * @end_day: where it ends
 * @width: of the view
 *
 * Returns: the nearest scale of the same size that keeps a part of the drawing in sight
 */
HearsayTimeScale
hearsay_time_scale_clamp (const HearsayTimeScale *self,
                          double                  first_day,
                          double                  end_day,
                          double                  width)
{
  HearsayTimeScale result;
  double lowest;
  double highest;

  g_return_val_if_fail (self != NULL, (HearsayTimeScale) { 0.0 });

  result = *self;
  lowest = first_day + (MIN (IN_SIGHT, width / 2.0) - width) / self->pixels_per_day;
  highest = end_day - MIN (IN_SIGHT, width / 2.0) / self->pixels_per_day;
  result.origin = MAX (MIN (result.origin, highest), lowest);
  return result;
}

static const Step *
choose_step (double pixels_per_day,
             double min_gap)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].days * pixels_per_day >= min_gap)
        return &steps[i];
    }
  return &steps[G_N_ELEMENTS (steps) - 1];
}

static int
floor_to (int value,
          int step)
{
  int rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/* The first tick at or before @day. */
static void
start_tick (const Step *step,
            double      day,
            gint32     *tick_day,
            int        *tick_minute)
{
  gint32 whole = (gint32) floor (day);
  HearsayDate date = hearsay_date_from_days (whole);

  *tick_minute = 0;
  switch (step->unit)
    {
    case HEARSAY_TICK_HOUR:
      *tick_minute = (int) ((day - whole) * 24.0 / step->step) * step->step * 60;
      *tick_day = whole;
      break;
    case HEARSAY_TICK_MONDAY:
      *tick_day = floor_to (whole + 3, 7) - 3;
      break;
    case HEARSAY_TICK_MONTH:
    case HEARSAY_TICK_QUARTER:
      *tick_day = hearsay_days_from_civil (date.year, floor_to (date.month - 1, step->step) + 1, 1);
      break;
    case HEARSAY_TICK_YEAR:
    case HEARSAY_TICK_DECADE:
      *tick_day = hearsay_days_from_civil (floor_to (date.year, step->step), 1, 1);
      break;
    case HEARSAY_TICK_DAY:
    default:
      *tick_day = whole;
      break;
    }
}

static void
advance_tick (const Step *step,
              gint32     *tick_day,
              int        *tick_minute)
{
  HearsayDate date = hearsay_date_from_days (*tick_day);
  int month;

  switch (step->unit)
    {
    case HEARSAY_TICK_HOUR:
      *tick_minute += step->step * 60;
      *tick_day += *tick_minute / 1440;
      *tick_minute %= 1440;
      break;
    case HEARSAY_TICK_MONDAY:
      *tick_day += 7;
      break;
    case HEARSAY_TICK_MONTH:
    case HEARSAY_TICK_QUARTER:
      month = date.month + step->step;
      *tick_day = month > 12 ? hearsay_days_from_civil (date.year + 1, month - 12, 1)
                             : hearsay_days_from_civil (date.year, month, 1);
      break;
    case HEARSAY_TICK_YEAR:
    case HEARSAY_TICK_DECADE:
      *tick_day = hearsay_days_from_civil (date.year + step->step, 1, 1);
      break;
    case HEARSAY_TICK_DAY:
    default:
      *tick_day += 1;
      break;
    }
}

/* Whether the unit that stands above changes: the day above hours, the month
 * above days and weeks, the year above months and quarters. */
static gboolean
opens_larger_unit (HearsayTickUnit unit,
                   gint32          day,
                   gint32          previous_day)
{
  HearsayDate now = hearsay_date_from_days (day);
  HearsayDate before = hearsay_date_from_days (previous_day);

  switch (unit)
    {
    case HEARSAY_TICK_HOUR:
      return day != previous_day;
    case HEARSAY_TICK_DAY:
    case HEARSAY_TICK_MONDAY:
      return now.month != before.month || now.year != before.year;
    case HEARSAY_TICK_MONTH:
    case HEARSAY_TICK_QUARTER:
      return now.year != before.year;
    case HEARSAY_TICK_YEAR:
      return floor_to (now.year, 10) != floor_to (before.year, 10);
    case HEARSAY_TICK_DECADE:
    default:
      return floor_to (now.year, 100) != floor_to (before.year, 100);
    }
}

/**
 * hearsay_time_scale_ticks:
 * @width: of the drawing
 * @min_gap: the least distance of two ticks
 * @unit: (out) (optional): what they count
 *
 * The finest calendar ticks that stand at least @min_gap apart. The first one
 * may lie left of 0, so that the cell it opens can be painted.
 *
 * Returns: (transfer full) (element-type HearsayTick): from left to right
 */
GArray *
hearsay_time_scale_ticks (const HearsayTimeScale *self,
                          double                  width,
                          double                  min_gap,
                          HearsayTickUnit        *unit)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (HearsayTick));
  const Step *step;
  double first;
  double last;
  gint32 day;
  gint32 previous;
  int minute;

  g_return_val_if_fail (self != NULL, ticks);
  g_return_val_if_fail (self->pixels_per_day > 0.0, ticks);

  step = choose_step (self->pixels_per_day, min_gap);
  if (unit != NULL)
    *unit = step->unit;
  first = MAX (self->origin, hearsay_days_from_civil (FIRST_YEAR, 1, 1));
  last = MIN (hearsay_time_scale_day (self, width), hearsay_days_from_civil (LAST_YEAR, 1, 1));
  if (!(first <= last))
    return ticks;
  start_tick (step, first, &day, &minute);
  previous = day;
  while (day + minute / 1440.0 <= last && ticks->len < MAX_TICKS)
    {
      HearsayTick tick = {
        .day = day,
        .minute = (gint16) minute,
        .opens = ticks->len > 0 && opens_larger_unit (step->unit, day, previous),
        .x = hearsay_time_scale_x (self, day + minute / 1440.0),
      };

      g_array_append_val (ticks, tick);
      previous = day;
      advance_tick (step, &day, &minute);
    }
  return ticks;
}
