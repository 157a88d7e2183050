/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "timeline/hearsay-stance-curve.h"

/* 95 % of a normal distribution lie so many standard deviations from its mean. */
#define DEVIATIONS 1.96

/* Statements further away than so many widths of the kernel count nothing. */
#define KERNEL_REACH 4.0

/**
 * Reading:
 * @day: the middle of the days it is known to, with its fraction
 * @spread: variance of the day, in days²: that of even chances over the range
 * @mean: expected position
 * @variance: of the position
 *
 * What one statement says about its speaker's position.
 */
typedef struct
{
  double day;
  double spread;
  double mean;
  double variance;
} Reading;

/* A label is right with the probability 1 − doubt; otherwise the other two are
 * equally likely. */
static Reading
read_item (const HearsayTimelineItem *item)
{
  double sure = 1.0 - CLAMP ((double) item->doubt, 0.0, 1.0);
  double days = (double) item->last_day - item->first_day + 1.0;
  Reading reading = { .day = item->first_day + days / 2.0, .spread = days > 1.0 ? days * days / 12.0 : 0.0 };
  double squares;

  if (item->position == HEARSAY_POSITION_NEUTRAL)
    {
      reading.variance = 1.0 - sure;
      return reading;
    }
  reading.mean = sure - (1.0 - sure) / 2.0;
  squares = sure + (1.0 - sure) / 2.0;
  reading.variance = squares - reading.mean * reading.mean;
  if (item->position == HEARSAY_POSITION_OPPOSE)
    reading.mean = -reading.mean;
  return reading;
}

static int
compare_readings (gconstpointer a,
                  gconstpointer b)
{
  const Reading *first = a;
  const Reading *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->mean != second->mean)
    return first->mean < second->mean ? -1 : 1;
  return first->variance < second->variance ? -1 : first->variance > second->variance;
}

/* The dated statements of @lane about the issue, by their day. */
static GArray *
read_lane (const HearsayTimeline *timeline,
           guint                  lane)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  guint low = 0;
  guint high = timeline->n_items;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (timeline->items[middle].lane < lane)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < timeline->n_items && timeline->items[i].lane == lane; i++)
    {
      if (timeline->items[i].about_issue && timeline->items[i].first_day != HEARSAY_TIMELINE_NO_DAY)
        {
          Reading reading = read_item (&timeline->items[i]);

          g_array_append_val (readings, reading);
        }
    }
  g_array_sort (readings, compare_readings);
  return readings;
}

static HearsayCurvePoint
make_point (double day,
            double mean,
            double variance)
{
  double reach = DEVIATIONS * sqrt (MAX (variance, 0.0));

  return (HearsayCurvePoint) { day, mean, MAX (mean - reach, -1.0), MIN (mean + reach, 1.0) };
}

/**
 * hearsay_stance_curve_new_stepped:
 * @lane: whose position
 *
 * One point for each day with statements about the issue: the mean of that
 * day's positions, which holds until the next one. Its variance is that of a
 * mean: of what the readings leave open, and of how far they lie apart.
 *
 * Returns: (transfer full) (element-type HearsayCurvePoint): by the day; empty without statements
 */
GArray *
hearsay_stance_curve_new_stepped (const HearsayTimeline *timeline,
                                  guint                  lane)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (HearsayCurvePoint));
  g_autoptr (GArray) readings = NULL;

  g_return_val_if_fail (timeline != NULL, points);

  readings = read_lane (timeline, lane);
  for (guint i = 0; i < readings->len;)
    {
      const Reading *first = &g_array_index (readings, Reading, i);
      double mean = 0.0;
      double variance = 0.0;
      double apart = 0.0;
      guint n = 0;
      HearsayCurvePoint point;

      while (i + n < readings->len && g_array_index (readings, Reading, i + n).day == first->day)
        mean += g_array_index (readings, Reading, i + n++).mean;
      mean /= n;
      for (guint k = i; k < i + n; k++)
        {
          const Reading *reading = &g_array_index (readings, Reading, k);

          variance += reading->variance;
          apart += (reading->mean - mean) * (reading->mean - mean);
        }
      variance = variance / n / n + (n > 1 ? apart / (n - 1) / n : 0.0);
      point = make_point (first->day, mean, variance);
      g_array_append_val (points, point);
      i += n;
    }
  return points;
}

/* Silverman's rule of thumb: the width of the kernel that suits a normal
 * distribution of days best; at least a day. */
static double
choose_width (const GArray *readings)
{
  double mean = 0.0;
  double squares = 0.0;

  for (guint i = 0; i < readings->len; i++)
    mean += g_array_index (readings, Reading, i).day / readings->len;
  for (guint i = 0; i < readings->len; i++)
    {
      double off = g_array_index (readings, Reading, i).day - mean;

      squares += off * off / readings->len;
    }
  return MAX (1.06 * sqrt (squares) * pow (readings->len, -0.2), 1.0);
}

/* The weighted mean around @day; readings whose day is vague weigh less, but further. */
static HearsayCurvePoint
smooth (const GArray *readings,
        double        day,
        double        width,
        double        widest)
{
  double weights = 0.0;
  double mean = 0.0;
  double variance = 0.0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < readings->len; i++)
        {
          const Reading *reading = &g_array_index (readings, Reading, i);
          double spread = width * width + reading->spread;
          double off = reading->day - day;
          double weight;

          if (off > KERNEL_REACH * widest)
            break;
          if (off < -KERNEL_REACH * widest)
            continue;
          weight = exp (-off * off / (2.0 * spread)) / sqrt (spread);
          if (pass == 0)
            {
              weights += weight;
              mean += weight * reading->mean;
            }
          else
            variance += weight * weight * (reading->variance + (reading->mean - mean) * (reading->mean - mean));
        }
      if (weights <= 0.0)
        return (HearsayCurvePoint) { day, 0.0, -1.0, 1.0 };
      if (pass == 0)
        mean /= weights;
    }
  return make_point (day, mean, variance / weights / weights);
}

/**
 * hearsay_stance_curve_new_smoothed:
 * @lane: whose position
 * @n_points: how many points the curve is to have; at least 2
 *
 * Nadaraya and Watson's regression with a normal kernel, from the first
 * statement about the issue to the last one, at equal distances.
 * O(@n_points × statements).
 *
 * Returns: (transfer full) (element-type HearsayCurvePoint): by the day; empty without statements
 */
GArray *
hearsay_stance_curve_new_smoothed (const HearsayTimeline *timeline,
                                   guint                  lane,
                                   guint                  n_points)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (HearsayCurvePoint));
  g_autoptr (GArray) readings = NULL;
  double width;
  double widest;
  double first;
  double last;

  g_return_val_if_fail (timeline != NULL, points);
  g_return_val_if_fail (n_points >= 2, points);

  readings = read_lane (timeline, lane);
  if (readings->len == 0)
    return points;
  width = choose_width (readings);
  widest = width;
  for (guint i = 0; i < readings->len; i++)
    widest = MAX (widest, sqrt (width * width + g_array_index (readings, Reading, i).spread));
  first = g_array_index (readings, Reading, 0).day;
  last = g_array_index (readings, Reading, readings->len - 1).day;
  for (guint i = 0; i < n_points && (i == 0 || last > first); i++)
    {
      HearsayCurvePoint point = smooth (readings, first + (last - first) * i / (n_points - 1), width, widest);

      g_array_append_val (points, point);
    }
  return points;
}
