/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_TOTAL_AUTO,
  HEARSAY_TOTAL_DAY,
  HEARSAY_TOTAL_WEEK,
  HEARSAY_TOTAL_MONTH,
  HEARSAY_TOTAL_YEAR,
} HearsayTotalUnit;

HearsayTotalUnit hearsay_total_unit_choose (HearsayTotalUnit       unit,
                                            double                 pixels_per_day);
void             hearsay_total_unit_bounds (HearsayTotalUnit       unit,
                                            gint32                 day,
                                            gint32                *first_day,
                                            gint32                *end_day);
void             hearsay_timeline_histogram (const HearsayTimeline *timeline,
                                            gint32                 first_day,
                                            gint32                 last_day,
                                            guint                  n_bins,
                                            guint32              (*bins)[HEARSAY_N_POSITIONS]);

G_END_DECLS
