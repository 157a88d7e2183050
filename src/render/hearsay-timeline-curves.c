/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-timeline-painter-private.h"
#include "timeline/hearsay-stance-curve.h"

/* Of a lane with a curve: how far support and oppose lie from the middle. */
#define AMPLITUDE HEARSAY_PACKING_SLOT

#define CURVE_WIDTH 2.0
#define BAR_PAD 7.0
#define BAR_GAP 2.0
#define WIDEST_BAR 46.0

static double
point_x (const HearsayTimelinePaint *paint,
         double                      day)
{
  return paint->self->metrics.plot_x + hearsay_time_scale_x (&paint->scale, day);
}

/* One side of the band or the line itself; steps hold until the next point. */
static void
add_line (const HearsayTimelinePaint *paint,
          const GArray               *points,
          double                      middle,
          int                         side,
          gboolean                    backwards)
{
  double before = 0.0;

  for (guint k = 0; k < points->len; k++)
    {
      const HearsayCurvePoint *point = &g_array_index (points, HearsayCurvePoint, backwards ? points->len - 1 - k : k);
      double value = side < 0 ? point->low : side > 0 ? point->high : point->position;
      double x = point_x (paint, point->day);
      double y = middle - value * AMPLITUDE;

      if (paint->self->options.stepped && k > 0 && !backwards)
        cairo_line_to (paint->cr, x, before);
      else if (paint->self->options.stepped && k > 0)
        cairo_line_to (paint->cr, before, y);
      cairo_line_to (paint->cr, x, y);
      before = backwards ? x : y;
    }
}

static void
paint_curve (const HearsayTimelinePaint *paint,
             guint                       lane,
             double                      middle)
{
  const HearsayTimeline *timeline = paint->self->timeline;
  HearsayColour colour = hearsay_palette_speaker (paint->look->style, timeline->lanes[lane].colour);
  g_autoptr (GArray) points = paint->self->options.stepped
                                ? hearsay_stance_curve_new_stepped (timeline, lane)
                                : hearsay_stance_curve_new_smoothed (timeline, lane, HEARSAY_CURVE_POINTS);

  cairo_new_path (paint->cr);
  if (points->len == 0)
    return;
  add_line (paint, points, middle, 1, FALSE);
  add_line (paint, points, middle, -1, TRUE);
  cairo_close_path (paint->cr);
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (colour, 0.16));
  cairo_fill (paint->cr);
  add_line (paint, points, middle, 0, FALSE);
  cairo_set_line_width (paint->cr, CURVE_WIDTH);
  cairo_set_line_join (paint->cr, CAIRO_LINE_JOIN_ROUND);
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (colour, 0.8));
  cairo_stroke (paint->cr);
}

/* Each lane's position over time, with the band where it lies with a
 * probability of 95 %. The marks that prove it are drawn over it. */
void
hearsay_timeline_paint_curves (const HearsayTimelinePaint *paint)
{
  const HearsayTimelinePainter *self = paint->self;

  for (guint lane = 0; lane < self->timeline->n_lanes; lane++)
    {
      double top = self->metrics.plot_y + self->tops[lane] - paint->look->scroll_y;
      double bottom = self->metrics.plot_y + self->tops[lane + 1] - paint->look->scroll_y;

      if (bottom - top >= 3.0 * AMPLITUDE && bottom > self->metrics.plot_y && top < paint->look->height)
        paint_curve (paint, lane, (top + bottom) / 2.0);
    }
}

/* What a bar covers: from the ground of its lane up to its number of statements. */
HearsayBox
hearsay_timeline_bar_box (const HearsayTimelinePainter *self,
                          const HearsayTimelineLook    *look,
                          const HearsayTimelineMark    *mark)
{
  HearsayPoint centre = hearsay_timeline_mark_centre (self, look, mark);
  guint32 most = self->timeline->lanes[mark->lane].is_total ? self->packing->most_total : self->packing->most;
  double height = self->tops[mark->lane + 1] - self->tops[mark->lane];
  double ground = centre.y + height / 2.0 - 1.0;
  double width = CLAMP (mark->width - BAR_GAP, 1.5, WIDEST_BAR);
  double room = height - BAR_PAD - 1.0;

  return (HearsayBox) {
    centre.x - width / 2.0, ground - room * MIN ((double) mark->n_items / MAX (most, 1), 1.0), centre.x + width / 2.0, ground
  };
}

/* Support stands on the ground, oppose at the top, as in the overview. */
void
hearsay_timeline_paint_bar (const HearsayTimelinePaint *paint,
                            const HearsayTimelineMark  *mark)
{
  static const HearsayPosition order[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE };
  const HearsayTimelinePainter *self = paint->self;
  HearsayBox box = hearsay_timeline_bar_box (self, paint->look, mark);
  guint counts[HEARSAY_N_POSITIONS] = { 0 };
  double y = box.y1;

  for (guint i = 0; i < mark->n_items; i++)
    {
      const HearsayTimelineItem *item = &self->timeline->items[self->packing->items[mark->first + i]];

      counts[item->about_issue ? item->position : HEARSAY_POSITION_NEUTRAL]++;
    }
  if (hearsay_timeline_mark_is_selected (paint, mark))
    hearsay_timeline_paint_ring (paint, mark);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      double part = (box.y1 - box.y0) * counts[order[i]] / mark->n_items;

      if (part <= 0.0)
        continue;
      y -= part;
      cairo_rectangle (paint->cr, box.x0, y, box.x1 - box.x0, part > 2.0 ? part - 0.7 : part);
      hearsay_set_source_colour (paint->cr, hearsay_palette_stance (paint->look->style, order[i], HEARSAY_STANCE_MARK));
      cairo_fill (paint->cr);
    }
}
