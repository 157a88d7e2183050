/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

/* Of a smoothed curve, wherever it is drawn or written. */
#define HEARSAY_CURVE_POINTS 160

/**
 * HearsayCurvePoint:
 * @day: since 1970-01-01, with its fraction
 * @position: from −1 (oppose) to 1 (support)
 * @low: where the position is at least, with a probability of 95 %
 * @high: where it is at most
 */
typedef struct
{
  double day;
  double position;
  double low;
  double high;
} HearsayCurvePoint;

GArray *hearsay_stance_curve_new_stepped  (const HearsayTimeline *timeline,
                                           guint                  lane) G_GNUC_WARN_UNUSED_RESULT;
GArray *hearsay_stance_curve_new_smoothed (const HearsayTimeline *timeline,
                                           guint                  lane,
                                           guint                  n_points) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
