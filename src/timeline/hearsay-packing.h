/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "timeline/hearsay-time-scale.h"
#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

/* What one mark takes up, air included; a count badge as well. */
#define HEARSAY_PACKING_SLOT 27.0

/**
 * HearsayTimelineMark:
 * @x: of the centre, in pixels from the scale's origin day 0 (not from the view):
 *   see hearsay_packing_mark_x(); of an undated mark, from the left of its column
 * @y: of the centre, in pixels from the middle of the lane
 * @first: index of the first item
 * @n_items: more than one: a count badge
 * @undated: whether it stands in the “No date” column
 */
typedef struct
{
  guint32 lane;
  gboolean undated;
  double x;
  double y;
  guint32 first;
  guint32 n_items;
} HearsayTimelineMark;

/**
 * HearsayPacking:
 * @marks: sorted by lane; undated ones first, then from left to right
 * @item_marks: for each item, the mark that shows it
 * @items: for each place that @first counts, an index into the timeline's items
 */
typedef struct
{
  HearsayTimelineMark *marks;
  guint n_marks;
  guint32 *items;
  guint32 *item_marks;
} HearsayPacking;

/**
 * HearsayPackingOptions:
 * @pixels_per_day: of the scale
 * @lane_height: in pixels
 * @undated_width: of the “No date” column; 0 leaves undated items out
 */
typedef struct
{
  double pixels_per_day;
  double lane_height;
  double undated_width;
} HearsayPackingOptions;

/* A mark's x in a view that shows @scale. */
static inline double
hearsay_packing_mark_x (const HearsayTimelineMark *mark,
                        const HearsayTimeScale    *scale)
{
  return mark->x - scale->origin * scale->pixels_per_day;
}

HearsayPacking *hearsay_packing_new       (const HearsayTimeline       *timeline,
                                           const HearsayPackingOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_packing_free      (HearsayPacking              *self);
double          hearsay_lane_height       (guint                        n_lanes);
void            hearsay_timeline_histogram (const HearsayTimeline      *timeline,
                                            gint32                      first_day,
                                            gint32                      last_day,
                                            guint                       n_bins,
                                            guint32                   (*bins)[HEARSAY_N_POSITIONS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayPacking, hearsay_packing_free)

G_END_DECLS
