/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "timeline/hearsay-time-scale.h"
#include "timeline/hearsay-timeline.h"
#include "timeline/hearsay-totals.h"

G_BEGIN_DECLS

/* What one mark takes up, air included; a count badge as well. */
#define HEARSAY_PACKING_SLOT 27.0

/* Height of a closed lane, and of the head of an open group. */
#define HEARSAY_COMPACT_LANE 28.0

/**
 * HearsayTimelineMode:
 * @HEARSAY_TIMELINE_MARKS: one mark a statement, packed by the day
 * @HEARSAY_TIMELINE_CURVES: marks in three rows by position; what is not about the issue is left out
 * @HEARSAY_TIMELINE_TOTALS: one bar a day, week, month or year
 */
typedef enum
{
  HEARSAY_TIMELINE_MARKS,
  HEARSAY_TIMELINE_CURVES,
  HEARSAY_TIMELINE_TOTALS,
} HearsayTimelineMode;

/**
 * HearsayTimelineMark:
 * @x: of the centre, in pixels from the scale's origin day 0 (not from the view):
 *   see hearsay_packing_mark_x(); of an undated mark, from the left of its column
 * @y: of the centre, in pixels from the middle of the lane
 * @width: of a bar; 0 for a mark
 * @first: index of the first item
 * @n_items: more than one: a count badge, or a bar
 * @undated: whether it stands in the “No date” column
 */
typedef struct
{
  guint32 lane;
  gboolean undated;
  double x;
  double y;
  double width;
  guint32 first;
  guint32 n_items;
} HearsayTimelineMark;

/**
 * HearsayPacking:
 * @marks: sorted by lane; undated ones first, then from left to right (in each row of a curve)
 * @lane_marks: (array length=n_lanes + 1): where the marks of each lane begin
 * @item_marks: for each item, the mark that shows it, or %G_MAXUINT32
 * @items: for each place that @first counts, an index into the timeline's items
 * @most: statements of the highest bar but those of a total; 0 without bars
 * @most_total: likewise of a total
 */
typedef struct
{
  HearsayTimelineMark *marks;
  guint n_marks;
  guint32 *lane_marks;
  guint32 *items;
  guint32 *item_marks;
  guint32 most;
  guint32 most_total;
} HearsayPacking;

/**
 * HearsayPackingOptions:
 * @pixels_per_day: of the scale
 * @lane_height: in pixels
 * @undated_width: of the “No date” column; 0 leaves undated items out
 * @unit: of bars; not auto
 */
typedef struct
{
  double pixels_per_day;
  double lane_height;
  double undated_width;
  HearsayTimelineMode mode;
  HearsayTotalUnit unit;
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
double          hearsay_lane_get_height   (const HearsayTimelineLane   *lane,
                                           double                       height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayPacking, hearsay_packing_free)

G_END_DECLS
