/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-timeline-painter-private.h"

#define NAMES_WIDTH 196.0
#define FOLDED_WIDTH 58.0
#define UNDATED_WIDTH 96.0
#define AXIS_HEIGHT 44.0
#define PUBLISHED_HEIGHT 42.0
#define CURVE_LANE 92.0
#define TOTAL_LANE 64.0

static gboolean
has_undated (const HearsayTimeline *timeline)
{
  for (guint i = 0; i < timeline->n_items; i++)
    {
      if (timeline->items[i].first_day == HEARSAY_TIMELINE_NO_DAY)
        return TRUE;
    }
  return FALSE;
}

static void
measure (HearsayTimelinePainter *self)
{
  HearsayTimelineMetrics *metrics = &self->metrics;
  double text = self->options.text_scale;

  metrics->undated_x = self->options.folded ? FOLDED_WIDTH : NAMES_WIDTH * text;
  metrics->undated_width = has_undated (self->timeline) ? UNDATED_WIDTH : 0.0;
  metrics->plot_x = metrics->undated_x + metrics->undated_width;
  metrics->axis_height = AXIS_HEIGHT * text;
  metrics->plot_y = metrics->axis_height + (self->timeline->n_publications > 0 ? PUBLISHED_HEIGHT * text : 0.0);
  metrics->lane_height = self->options.lane_height > 0.0 ? self->options.lane_height
                                                         : hearsay_lane_height (self->timeline->n_lanes) * MAX (text, 1.0);
  if (self->options.lane_height <= 0.0 && self->options.mode == HEARSAY_TIMELINE_CURVES)
    metrics->lane_height = CURVE_LANE;
  else if (self->options.lane_height <= 0.0 && self->options.mode == HEARSAY_TIMELINE_TOTALS)
    metrics->lane_height = TOTAL_LANE;
  self->tops = g_new (double, self->timeline->n_lanes + 1);
  self->tops[0] = 0.0;
  for (guint i = 0; i < self->timeline->n_lanes; i++)
    {
      self->has_groups |= self->timeline->lanes[i].is_head;
      self->tops[i + 1] = self->tops[i] + hearsay_lane_get_height (&self->timeline->lanes[i], metrics->lane_height);
    }
  metrics->lanes_height = self->tops[self->timeline->n_lanes];
}

/**
 * hearsay_timeline_painter_new:
 * @timeline: a reference is taken
 *
 * Groups the marks for one size of the scale. The result is never changed
 * afterwards and may be painted on any thread, at any place of the scale.
 *
 * Returns: (transfer full): a painter, with a counted reference
 */
HearsayTimelinePainter *
hearsay_timeline_painter_new (HearsayTimeline                     *timeline,
                              const HearsayTimelinePainterOptions *options)
{
  HearsayTimelinePainter *self;
  HearsayPackingOptions packing;

  g_return_val_if_fail (timeline != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->pixels_per_day > 0.0, NULL);

  self = g_atomic_rc_box_new0 (HearsayTimelinePainter);
  self->timeline = hearsay_timeline_ref (timeline);
  self->options = *options;
  measure (self);
  packing = (HearsayPackingOptions) {
    .pixels_per_day = options->pixels_per_day,
    .lane_height = self->metrics.lane_height,
    .undated_width = self->metrics.undated_width,
    .mode = options->mode,
    .unit = hearsay_total_unit_choose (options->unit, options->pixels_per_day),
  };
  self->packing = hearsay_packing_new (timeline, &packing);
  return self;
}

HearsayTimelinePainter *
hearsay_timeline_painter_ref (HearsayTimelinePainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HearsayTimelinePainter *self = data;

  hearsay_packing_free (self->packing);
  g_free (self->tops);
  hearsay_timeline_unref (self->timeline);
}

/**
 * hearsay_timeline_painter_unref:
 *
 * May be called on any thread.
 */
void
hearsay_timeline_painter_unref (HearsayTimelinePainter *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * hearsay_timeline_painter_get_timeline:
 *
 * Returns: (transfer none): what is painted; its items are in reading order
 */
const HearsayTimeline *
hearsay_timeline_painter_get_timeline (const HearsayTimelinePainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->timeline;
}

HearsayTimelineMetrics
hearsay_timeline_painter_get_metrics (const HearsayTimelinePainter *self)
{
  g_return_val_if_fail (self != NULL, (HearsayTimelineMetrics) { 0.0 });

  return self->metrics;
}

double
hearsay_timeline_painter_get_pixels_per_day (const HearsayTimelinePainter *self)
{
  g_return_val_if_fail (self != NULL, 1.0);

  return self->options.pixels_per_day;
}

HearsayTotalUnit
hearsay_timeline_painter_get_unit (const HearsayTimelinePainter *self)
{
  g_return_val_if_fail (self != NULL, HEARSAY_TOTAL_DAY);

  return hearsay_total_unit_choose (self->options.unit, self->options.pixels_per_day);
}

guint
hearsay_timeline_painter_get_n_marks (const HearsayTimelinePainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->packing->n_marks;
}

/**
 * hearsay_timeline_painter_get_mark:
 *
 * Returns: (transfer none): the mark; marks are in reading order
 */
const HearsayTimelineMark *
hearsay_timeline_painter_get_mark (const HearsayTimelinePainter *self,
                                   guint                         mark)
{
  g_return_val_if_fail (self != NULL && mark < self->packing->n_marks, NULL);

  return &self->packing->marks[mark];
}

/**
 * hearsay_timeline_painter_get_item:
 * @nth: 0 to the mark's number of items, excluded
 *
 * Returns: (transfer none): one of the statements that @mark stands for
 */
const HearsayTimelineItem *
hearsay_timeline_painter_get_item (const HearsayTimelinePainter *self,
                                   guint                         mark,
                                   guint                         nth)
{
  g_return_val_if_fail (self != NULL && mark < self->packing->n_marks, NULL);
  g_return_val_if_fail (nth < self->packing->marks[mark].n_items, NULL);

  return &self->timeline->items[self->packing->items[self->packing->marks[mark].first + nth]];
}

/**
 * hearsay_timeline_painter_find_mark:
 * @item: index into the timeline's items
 *
 * Returns: the mark that shows it, or -1
 */
int
hearsay_timeline_painter_find_mark (const HearsayTimelinePainter *self,
                                    guint                         item)
{
  g_return_val_if_fail (self != NULL && item < self->timeline->n_items, -1);

  return self->packing->item_marks[item] == G_MAXUINT32 ? -1 : (int) self->packing->item_marks[item];
}

static HearsayTimeScale
make_scale (const HearsayTimelinePainter *self,
            const HearsayTimelineLook    *look)
{
  return (HearsayTimeScale) { look->origin, self->options.pixels_per_day };
}

HearsayPoint
hearsay_timeline_mark_centre (const HearsayTimelinePainter *self,
                              const HearsayTimelineLook    *look,
                              const HearsayTimelineMark    *mark)
{
  HearsayTimeScale scale = make_scale (self, look);
  double x = mark->undated ? self->metrics.undated_x + mark->x
                           : self->metrics.plot_x + hearsay_packing_mark_x (mark, &scale);

  return (HearsayPoint) {
    x, self->metrics.plot_y + (self->tops[mark->lane] + self->tops[mark->lane + 1]) / 2.0 + mark->y - look->scroll_y
  };
}

/**
 * hearsay_timeline_painter_find_lane:
 * @y: in the view
 *
 * Returns: the lane there, or -1
 */
int
hearsay_timeline_painter_find_lane (const HearsayTimelinePainter *self,
                                    const HearsayTimelineLook    *look,
                                    double                        y)
{
  double at;
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (look != NULL, -1);

  at = y - self->metrics.plot_y + look->scroll_y;
  high = self->timeline->n_lanes;
  if (y < self->metrics.plot_y || at < 0.0 || at >= self->tops[high])
    return -1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->tops[middle] <= at)
        low = middle;
      else
        high = middle;
    }
  return (int) low;
}

/**
 * hearsay_timeline_painter_get_lane:
 * @y: (out): its top, in a view that is not scrolled
 * @height: (out): of it
 */
void
hearsay_timeline_painter_get_lane (const HearsayTimelinePainter *self,
                                   guint                         lane,
                                   double                       *y,
                                   double                       *height)
{
  g_return_if_fail (self != NULL && lane < self->timeline->n_lanes);

  *y = self->metrics.plot_y + self->tops[lane];
  *height = self->tops[lane + 1] - self->tops[lane];
}

/**
 * hearsay_timeline_painter_get_box:
 *
 * Returns: the box that belongs to @mark in the view; possibly out of sight
 */
HearsayBox
hearsay_timeline_painter_get_box (const HearsayTimelinePainter *self,
                                  const HearsayTimelineLook    *look,
                                  guint                         mark)
{
  HearsayPoint centre;

  g_return_val_if_fail (self != NULL && mark < self->packing->n_marks, HEARSAY_BOX_EMPTY);
  g_return_val_if_fail (look != NULL, HEARSAY_BOX_EMPTY);

  if (self->packing->marks[mark].width > 0.0)
    return hearsay_timeline_bar_box (self, look, &self->packing->marks[mark]);
  centre = hearsay_timeline_mark_centre (self, look, &self->packing->marks[mark]);
  return (HearsayBox) { centre.x - HEARSAY_TIMELINE_REACH, centre.y - HEARSAY_TIMELINE_REACH, centre.x + HEARSAY_TIMELINE_REACH, centre.y + HEARSAY_TIMELINE_REACH };
}

/**
 * hearsay_timeline_painter_hit:
 *
 * Returns: the mark at this place of the view, or -1
 */
int
hearsay_timeline_painter_hit (const HearsayTimelinePainter *self,
                              const HearsayTimelineLook    *look,
                              double                        x,
                              double                        y)
{
  int lane;
  int best = -1;
  double nearest = HEARSAY_TIMELINE_REACH * HEARSAY_TIMELINE_REACH;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (look != NULL, -1);

  lane = hearsay_timeline_painter_find_lane (self, look, y);
  if (lane < 0 || x < self->metrics.undated_x)
    return -1;
  for (guint i = self->packing->lane_marks[lane]; i < self->packing->lane_marks[lane + 1]; i++)
    {
      const HearsayTimelineMark *mark = &self->packing->marks[i];
      HearsayPoint centre;
      double distance;

      if (mark->undated != (x < self->metrics.plot_x))
        continue;
      centre = hearsay_timeline_mark_centre (self, look, mark);
      if (mark->width > 0.0 && fabs (centre.x - x) <= MAX (mark->width / 2.0, 4.0))
        return (int) i;
      distance = (centre.x - x) * (centre.x - x) + (centre.y - y) * (centre.y - y);
      if (mark->width > 0.0 || distance > nearest)
        continue;
      nearest = distance;
      best = (int) i;
    }
  return best;
}

static HearsayTimelinePaint
start_paint (const HearsayTimelinePainter *self,
             cairo_t                      *cr,
             const HearsayTimelineLook    *look)
{
  return (HearsayTimelinePaint) {
    .self = self,
    .look = look,
    .cr = cr,
    .scale = make_scale (self, look),
    .bottom = MIN (look->height, self->metrics.plot_y + self->metrics.lanes_height - look->scroll_y),
  };
}

/**
 * hearsay_timeline_painter_paint:
 * @parts: which parts; the plot first, the others lie over it
 *
 * The ground itself is the caller's.
 */
void
hearsay_timeline_painter_paint (const HearsayTimelinePainter *self,
                                cairo_t                      *cr,
                                const HearsayTimelineLook    *look,
                                HearsayTimelineParts          parts)
{
  HearsayTimelinePaint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  paint = start_paint (self, cr, look);
  cairo_save (cr);
  if (parts & HEARSAY_TIMELINE_AXIS)
    hearsay_timeline_paint_axis (&paint);
  if (parts & HEARSAY_TIMELINE_PLOT)
    hearsay_timeline_paint_marks (&paint);
  if (parts & HEARSAY_TIMELINE_LANES)
    hearsay_timeline_paint_lanes (&paint);
  cairo_restore (cr);
}

/* From the saying to the printing. */
static void
draw_thread (const HearsayTimelinePaint *paint,
             const HearsayTimelineItem  *item,
             HearsayPoint                centre)
{
  static const double dots[] = { 0.0, 4.5 };
  double x;
  double y;
  double length;

  if (item->publication < 0 || paint->self->timeline->publications[item->publication].day == HEARSAY_TIMELINE_NO_DAY)
    return;
  x = hearsay_timeline_publication_x (paint, &paint->self->timeline->publications[item->publication]);
  y = paint->self->metrics.plot_y - 8.0;
  length = hypot (x - centre.x, y - centre.y);
  if (length < 20.0)
    return;
  cairo_move_to (paint->cr, centre.x + (x - centre.x) * 16.0 / length, centre.y + (y - centre.y) * 16.0 / length);
  cairo_line_to (paint->cr, x, y);
  cairo_set_line_cap (paint->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (paint->cr, 2.0);
  cairo_set_dash (paint->cr, dots, 2, 0.0);
  hearsay_set_source_colour (paint->cr, hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT));
  cairo_stroke (paint->cr);
}

/**
 * hearsay_timeline_painter_paint_hover:
 *
 * Lifts @mark and draws the thread from each saying to its printing, over the
 * drawing.
 */
void
hearsay_timeline_painter_paint_hover (const HearsayTimelinePainter *self,
                                      cairo_t                      *cr,
                                      const HearsayTimelineLook    *look,
                                      guint                         mark)
{
  HearsayTimelinePaint paint;
  HearsayPoint centre;

  g_return_if_fail (self != NULL && mark < self->packing->n_marks);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  paint = start_paint (self, cr, look);
  centre = hearsay_timeline_mark_centre (self, look, &self->packing->marks[mark]);
  cairo_save (cr);
  cairo_rectangle (cr, self->packing->marks[mark].undated ? self->metrics.undated_x : self->metrics.plot_x,
                   self->metrics.axis_height, look->width, look->height);
  cairo_clip (cr);
  for (guint i = 0; i < MIN (self->packing->marks[mark].n_items, 24); i++)
    draw_thread (&paint, hearsay_timeline_painter_get_item (self, mark, i), centre);
  hearsay_timeline_paint_ring (&paint, &self->packing->marks[mark]);
  hearsay_timeline_paint_mark (&paint, &self->packing->marks[mark]);
  cairo_restore (cr);
}
