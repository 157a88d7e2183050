/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-timeline-painter-private.h"

#define BADGE_RADIUS 12.5
#define RING_RADIUS 14.0
#define BAR_WIDTH 4.0

gboolean
hearsay_timeline_mark_is_selected (const HearsayTimelinePaint *paint,
                                   const HearsayTimelineMark  *mark)
{
  for (guint i = 0; paint->look->selected != NULL && i < mark->n_items; i++)
    {
      if (paint->look->selected[paint->self->packing->items[mark->first + i]])
        return TRUE;
    }
  return FALSE;
}

/* Around what is selected or under the pointer. */
void
hearsay_timeline_paint_ring (const HearsayTimelinePaint *paint,
                             const HearsayTimelineMark  *mark)
{
  HearsayColour accent = hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT);
  HearsayPoint centre = hearsay_timeline_mark_centre (paint->self, paint->look, mark);

  cairo_new_path (paint->cr);
  if (mark->width > 0.0)
    {
      HearsayBox box = hearsay_timeline_bar_box (paint->self, paint->look, mark);

      hearsay_rounded_rectangle (paint->cr, box.x0 - 3.0, box.y0 - 3.0, box.x1 - box.x0 + 6.0, box.y1 - box.y0 + 6.0, 4.0);
    }
  else
    cairo_arc (paint->cr, centre.x, centre.y, RING_RADIUS, 0.0, 2.0 * G_PI);
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (accent, 0.18));
  cairo_fill_preserve (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0.0);
  cairo_set_line_width (paint->cr, 2.5);
  hearsay_set_source_colour (paint->cr, accent);
  cairo_stroke (paint->cr);
}

static void
draw_badge (const HearsayTimelinePaint *paint,
            const HearsayTimelineMark  *mark,
            HearsayPoint                centre)
{
  guint counts[HEARSAY_N_POSITIONS] = { 0 };

  for (guint i = 0; i < mark->n_items; i++)
    {
      const HearsayTimelineItem *item = &paint->self->timeline->items[paint->self->packing->items[mark->first + i]];

      if (paint->self->timeline->issue != NULL && item->about_issue)
        counts[item->position]++;
    }
  hearsay_badge_draw (paint->cr, paint->look->style, mark->n_items, counts, centre.x, centre.y, BADGE_RADIUS);
}

void
hearsay_timeline_paint_mark (const HearsayTimelinePaint *paint,
                             const HearsayTimelineMark  *mark)
{
  const HearsayTimelineItem *item = &paint->self->timeline->items[paint->self->packing->items[mark->first]];
  HearsayPoint centre = hearsay_timeline_mark_centre (paint->self, paint->look, mark);
  gboolean any = paint->self->timeline->issue == NULL;
  HearsayMarkLook look = {
    .kind = item->kind,
    .size = any || item->about_issue ? HEARSAY_MARK_SIZE : HEARSAY_MARK_HOLLOW_SIZE,
    .hollow = !any && !item->about_issue,
    .sign = !any && item->about_issue,
    .position = item->position,
    .by_speaker = any,
    .colour = paint->self->timeline->lanes[item->lane].colour,
  };

  if (mark->width > 0.0)
    {
      hearsay_timeline_paint_bar (paint, mark);
      return;
    }
  if (centre.x < -HEARSAY_TIMELINE_REACH || centre.x > paint->look->width + HEARSAY_TIMELINE_REACH ||
      centre.y < -HEARSAY_TIMELINE_REACH || centre.y > paint->look->height + HEARSAY_TIMELINE_REACH)
    return;
  if (hearsay_timeline_mark_is_selected (paint, mark))
    hearsay_timeline_paint_ring (paint, mark);
  if (mark->n_items > 1)
    draw_badge (paint, mark, centre);
  else
    hearsay_mark_draw (paint->cr, paint->look->style, &look, centre.x, centre.y);
}

/* A date known only to the week, month or year reaches over all of it. */
static void
draw_bar (const HearsayTimelinePaint *paint,
          const HearsayTimelineMark  *mark)
{
  const HearsayTimelineItem *item = &paint->self->timeline->items[paint->self->packing->items[mark->first]];
  HearsayPoint centre = hearsay_timeline_mark_centre (paint->self, paint->look, mark);
  HearsayColour colour;
  double x0;
  double x1;

  if (mark->undated || mark->n_items > 1 || mark->width > 0.0 || item->first_day == item->last_day)
    return;
  colour = paint->self->timeline->issue == NULL
             ? hearsay_palette_speaker (paint->look->style, paint->self->timeline->lanes[item->lane].colour)
             : hearsay_palette_stance (paint->look->style, item->about_issue ? item->position : HEARSAY_POSITION_NEUTRAL,
                                       HEARSAY_STANCE_MARK);
  x0 = paint->self->metrics.plot_x + hearsay_time_scale_x (&paint->scale, item->first_day);
  x1 = paint->self->metrics.plot_x + hearsay_time_scale_x (&paint->scale, item->last_day + 1.0);
  x0 = MAX (x0, -100.0);
  x1 = MIN (x1, paint->look->width + 100.0);
  if (x1 - x0 < 1.0)
    return;
  hearsay_rounded_rectangle (paint->cr, x0 + 1.0, centre.y - BAR_WIDTH / 2.0, x1 - x0 - 2.0, BAR_WIDTH, BAR_WIDTH / 2.0);
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (colour, 0.34));
  cairo_fill (paint->cr);
}

/* The marks of the lanes in sight. */
static void
find_marks (const HearsayTimelinePaint *paint,
            guint                      *first,
            guint                      *end)
{
  const HearsayTimelinePainter *self = paint->self;
  int top = hearsay_timeline_painter_find_lane (self, paint->look, MAX (self->metrics.plot_y, self->metrics.plot_y - paint->look->scroll_y));
  int bottom = hearsay_timeline_painter_find_lane (self, paint->look, paint->look->height);

  *first = self->packing->lane_marks[MAX (top, 0)];
  *end = self->packing->lane_marks[bottom >= 0 ? (guint) bottom + 1 : self->timeline->n_lanes];
}

static gboolean
in_sight (const HearsayTimelinePaint *paint,
          const HearsayTimelineMark  *mark)
{
  HearsayPoint centre = hearsay_timeline_mark_centre (paint->self, paint->look, mark);
  double reach = MAX (mark->width, HEARSAY_TIMELINE_REACH + RING_RADIUS);

  return centre.x >= -reach && centre.x <= paint->look->width + reach;
}

/* Days and undated statements are clipped apart, so that nothing runs under a neighbour. */
static void
paint_side (const HearsayTimelinePaint *paint,
            gboolean                    undated)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;
  double left = undated ? metrics->undated_x : metrics->plot_x;
  double right = undated ? metrics->plot_x : paint->look->width;
  guint first;
  guint end;

  if (right <= left)
    return;
  find_marks (paint, &first, &end);
  cairo_save (paint->cr);
  cairo_rectangle (paint->cr, left, metrics->plot_y, right - left, MAX (paint->look->height - metrics->plot_y, 0.0));
  cairo_clip (paint->cr);
  if (!undated && paint->self->options.mode == HEARSAY_TIMELINE_CURVES)
    hearsay_timeline_paint_curves (paint);
  for (guint i = first; i < end; i++)
    {
      if (paint->self->packing->marks[i].undated == undated)
        draw_bar (paint, &paint->self->packing->marks[i]);
    }
  for (guint i = first; i < end; i++)
    {
      const HearsayTimelineMark *mark = &paint->self->packing->marks[i];

      if (mark->undated == undated && (undated || in_sight (paint, mark)))
        hearsay_timeline_paint_mark (paint, mark);
    }
  cairo_restore (paint->cr);
}

/* What the range that is set leaves out stays visible, but pale. */
static void
fade (const HearsayTimelinePaint *paint,
      double                      x0,
      double                      x1)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;

  x0 = MAX (x0, metrics->plot_x);
  x1 = MIN (x1, paint->look->width);
  if (x1 <= x0)
    return;
  cairo_rectangle (paint->cr, x0, metrics->axis_height, x1 - x0, MAX (paint->look->height - metrics->axis_height, 0.0));
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (paint->look->ground, 0.68));
  cairo_fill (paint->cr);
}

void
hearsay_timeline_paint_marks (const HearsayTimelinePaint *paint)
{
  const HearsayTimelineLook *look = paint->look;
  double left = paint->self->metrics.plot_x;

  paint_side (paint, FALSE);
  paint_side (paint, TRUE);
  if (!look->has_range)
    return;
  fade (paint, left, left + hearsay_time_scale_x (&paint->scale, look->range_first));
  fade (paint, left + hearsay_time_scale_x (&paint->scale, look->range_end), look->width);
}
