/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>

#include "render/hearsay-box-grid.h"
#include "render/hearsay-palette.h"
#include "timeline/hearsay-packing.h"
#include "timeline/hearsay-time-scale.h"
#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

/**
 * HearsayTimelinePainterOptions:
 * @pixels_per_day: how marks are grouped depends on it
 * @folded: lanes show avatars without names
 * @text_scale: size of words; 1 for the normal size
 * @lane_height: 0 for what the number of lanes asks for
 * @unit: of totals
 * @stepped: curves are steps from day to day; otherwise they are smoothed
 */
typedef struct
{
  double pixels_per_day;
  gboolean folded;
  double text_scale;
  double lane_height;
  HearsayTimelineMode mode;
  HearsayTotalUnit unit;
  gboolean stepped;
} HearsayTimelinePainterOptions;

#define HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT \
  { 88.0, FALSE, 1.0, 0.0, HEARSAY_TIMELINE_MARKS, HEARSAY_TOTAL_AUTO, FALSE }

/**
 * HearsayTimelineMetrics:
 * @plot_x: where days begin, right of names and of the “No date” column
 * @undated_x: where that column begins
 * @undated_width: 0 when every statement has a date
 * @axis_height: of the ruler at the top
 * @plot_y: where lanes begin, below the row of publications
 * @lanes_height: of all lanes together
 */
typedef struct
{
  double plot_x;
  double undated_x;
  double undated_width;
  double axis_height;
  double plot_y;
  double lane_height;
  double lanes_height;
} HearsayTimelineMetrics;

/**
 * HearsayTimelineLook:
 * @origin: the day at @plot_x
 * @inset: how far what is seen begins right of @plot_x; the heading is about that day
 * @scroll_y: how far lanes are moved up
 * @selected: (nullable): for each item, whether its statement is selected
 * @has_range: whether days before @range_first and from @range_end on are faded
 */
typedef struct
{
  HearsayStyle style;
  HearsayColour ground;
  double origin;
  double inset;
  double width;
  double height;
  double scroll_y;
  const gboolean *selected;
  gboolean has_range;
  double range_first;
  double range_end;
} HearsayTimelineLook;

typedef enum
{
  HEARSAY_TIMELINE_PLOT = 1 << 0,
  HEARSAY_TIMELINE_AXIS = 1 << 1,
  HEARSAY_TIMELINE_LANES = 1 << 2,
} HearsayTimelineParts;

#define HEARSAY_TIMELINE_ALL_PARTS (HEARSAY_TIMELINE_PLOT | HEARSAY_TIMELINE_AXIS | HEARSAY_TIMELINE_LANES)

typedef struct _HearsayTimelinePainter HearsayTimelinePainter;

HearsayTimelinePainter    *hearsay_timeline_painter_new          (HearsayTimeline                     *timeline,
                                                                  const HearsayTimelinePainterOptions *options) G_GNUC_WARN_UNUSED_RESULT;
HearsayTimelinePainter    *hearsay_timeline_painter_ref          (HearsayTimelinePainter              *self);
void                       hearsay_timeline_painter_unref        (HearsayTimelinePainter              *self);
const HearsayTimeline     *hearsay_timeline_painter_get_timeline (const HearsayTimelinePainter        *self);
HearsayTimelineMetrics     hearsay_timeline_painter_get_metrics  (const HearsayTimelinePainter        *self);
double                     hearsay_timeline_painter_get_pixels_per_day (const HearsayTimelinePainter  *self);
HearsayTotalUnit           hearsay_timeline_painter_get_unit    (const HearsayTimelinePainter        *self); /* of totals; not auto */
guint                      hearsay_timeline_painter_get_n_marks  (const HearsayTimelinePainter        *self);
const HearsayTimelineMark *hearsay_timeline_painter_get_mark     (const HearsayTimelinePainter        *self,
                                                                  guint                                mark);
const HearsayTimelineItem *hearsay_timeline_painter_get_item     (const HearsayTimelinePainter        *self,
                                                                  guint                                mark,
                                                                  guint                                nth);
int                        hearsay_timeline_painter_find_mark    (const HearsayTimelinePainter        *self,
                                                                  guint                                item);
int                        hearsay_timeline_painter_find_lane    (const HearsayTimelinePainter        *self,
                                                                  const HearsayTimelineLook           *look,
                                                                  double                               y);
void                       hearsay_timeline_painter_get_lane     (const HearsayTimelinePainter        *self,
                                                                  guint                                lane,
                                                                  double                              *y,
                                                                  double                              *height);
HearsayBox                 hearsay_timeline_painter_get_box      (const HearsayTimelinePainter        *self,
                                                                  const HearsayTimelineLook           *look,
                                                                  guint                                mark);
int                        hearsay_timeline_painter_hit          (const HearsayTimelinePainter        *self,
                                                                  const HearsayTimelineLook           *look,
                                                                  double                               x,
                                                                  double                               y);
void                       hearsay_timeline_painter_paint        (const HearsayTimelinePainter        *self,
                                                                  cairo_t                             *cr,
                                                                  const HearsayTimelineLook           *look,
                                                                  HearsayTimelineParts                 parts);
void                       hearsay_timeline_painter_paint_hover  (const HearsayTimelinePainter        *self,
                                                                  cairo_t                             *cr,
                                                                  const HearsayTimelineLook           *look,
                                                                  guint                                mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTimelinePainter, hearsay_timeline_painter_unref)

G_END_DECLS
