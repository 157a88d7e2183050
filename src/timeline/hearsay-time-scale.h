/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

#include "model/hearsay-date.h"

G_BEGIN_DECLS

#define HEARSAY_TIME_SCALE_MIN 0.0002   /* pixels a day: a millennium in 73 */
#define HEARSAY_TIME_SCALE_MAX 5760.0   /* an hour in 240 */

/**
 * HearsayTimeScale:
 * @origin: the day at x = 0, counted from 1970-01-01, with its fraction
 * @pixels_per_day: more than 0
 */
typedef struct
{
  double origin;
  double pixels_per_day;
} HearsayTimeScale;

typedef enum
{
  HEARSAY_TICK_HOUR,
  HEARSAY_TICK_DAY,
  HEARSAY_TICK_MONDAY,
  HEARSAY_TICK_MONTH,
  HEARSAY_TICK_QUARTER,
  HEARSAY_TICK_YEAR,
  HEARSAY_TICK_DECADE,
} HearsayTickUnit;

/**
 * HearsayTick:
 * @day: days since 1970-01-01
 * @minute: of the day; 0 but for hours
 * @x: where it stands
 * @opens: whether the next larger unit changes here
 */
typedef struct
{
  gint32 day;
  gint16 minute;
  gboolean opens;
  double x;
} HearsayTick;

static inline double
hearsay_time_scale_x (const HearsayTimeScale *self,
                      double                  day)
{
  return (day - self->origin) * self->pixels_per_day;
}

static inline double
hearsay_time_scale_day (const HearsayTimeScale *self,
                        double                  x)
{
  return self->origin + x / self->pixels_per_day;
}

HearsayTimeScale hearsay_time_scale_fit     (double                  first_day,
                                             double                  end_day,
                                             double                  width,
                                             double                  margin);
HearsayTimeScale hearsay_time_scale_zoom_at (const HearsayTimeScale *self,
                                             double                  factor,
                                             double                  x);
HearsayTimeScale hearsay_time_scale_pan     (const HearsayTimeScale *self,
                                             double                  dx);
HearsayTimeScale hearsay_time_scale_clamp   (const HearsayTimeScale *self,
                                             double                  first_day,
                                             double                  end_day,
                                             double                  width);
GArray          *hearsay_time_scale_ticks   (const HearsayTimeScale *self,
                                             double                  width,
                                             double                  min_gap,
                                             HearsayTickUnit        *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
