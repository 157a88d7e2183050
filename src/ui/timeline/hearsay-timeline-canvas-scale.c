/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/timeline/hearsay-timeline-canvas-private.h"

#define FIT_MARGIN 18.0

/* Days are what most dates are known to: to fit comes no closer. */
#define FIT_MAX_SCALE 140.0

double
hearsay_timeline_canvas_get_plot_width (HearsayTimelineCanvas *self)
{
  double left = self->painter != NULL ? hearsay_timeline_painter_get_metrics (self->painter).plot_x : 0.0;

  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - left, 1.0);
}

/* Shows other days, larger or smaller. */
void
hearsay_timeline_canvas_put_scale (HearsayTimelineCanvas *self,
                                   HearsayTimeScale       scale)
{
  double first;
  double end;

  scale = hearsay_time_scale_clamp (&scale, self->extent_first, self->extent_end, hearsay_timeline_canvas_get_plot_width (self));
  if (scale.origin == self->scale.origin && scale.pixels_per_day == self->scale.pixels_per_day && self->painter != NULL)
    return;
  if (scale.pixels_per_day != self->scale.pixels_per_day || self->painter == NULL)
    {
      int had_card = self->card_mark;

      self->scale = scale;
      hearsay_timeline_canvas_update_painter (self);
      if (had_card >= 0)
        hearsay_timeline_canvas_show_card (self, -1);
    }
  self->scale = scale;
  hearsay_canvas_queue_repaint (HEARSAY_CANVAS (self));
  if (self->card != NULL && gtk_widget_get_visible (self->card))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  hearsay_timeline_canvas_get_range (self, &first, &end);
  hearsay_timeline_canvas_emit_range (self, first, end);
}

/* All days in sight. */
void
hearsay_timeline_canvas_put_fit (HearsayTimelineCanvas *self)
{
  HearsayTimeScale scale;

  if (self->painter == NULL)
    hearsay_timeline_canvas_update_painter (self);
  scale = hearsay_time_scale_fit (self->extent_first, self->extent_end, hearsay_timeline_canvas_get_plot_width (self), FIT_MARGIN);
  if (scale.pixels_per_day > FIT_MAX_SCALE)
    scale = hearsay_time_scale_zoom_at (&scale, FIT_MAX_SCALE / scale.pixels_per_day, hearsay_timeline_canvas_get_plot_width (self) / 2.0);
  hearsay_timeline_canvas_put_scale (self, scale);
}

/**
 * hearsay_timeline_canvas_set_range:
 * @first: in days since 1970-01-01
 * @end: where the last day ends
 */
void
hearsay_timeline_canvas_set_range (HearsayTimelineCanvas *self,
                                   double                 first,
                                   double                 end)
{
  HearsayTimeScale scale;

  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  if (self->timeline == NULL)
    return;
  self->fitted = FALSE;
  scale = hearsay_time_scale_zoom_at (&(HearsayTimeScale) { first, 1.0 }, hearsay_timeline_canvas_get_plot_width (self) / MAX (end - first, 0.05), 0.0);
  hearsay_timeline_canvas_put_scale (self, scale);
}

void
hearsay_timeline_canvas_get_range (HearsayTimelineCanvas *self,
                                   double                *first,
                                   double                *end)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  *first = self->scale.origin;
  *end = hearsay_time_scale_day (&self->scale, hearsay_timeline_canvas_get_plot_width (self));
}

/**
 * hearsay_timeline_canvas_zoom:
 *
 * Zooms around the middle.
 */
void
hearsay_timeline_canvas_zoom (HearsayTimelineCanvas *self,
                              double                 factor)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  if (self->timeline == NULL)
    return;
  self->fitted = FALSE;
  hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_zoom_at (&self->scale, factor, hearsay_timeline_canvas_get_plot_width (self) / 2.0));
}

/**
 * hearsay_timeline_canvas_fit:
 *
 * Brings all days into sight, and keeps them there while the view changes its size.
 */
void
hearsay_timeline_canvas_fit (HearsayTimelineCanvas *self)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  if (self->timeline == NULL)
    return;
  self->fitted = TRUE;
  hearsay_timeline_canvas_put_fit (self);
}

/**
 * hearsay_timeline_canvas_show_item:
 * @item: index into the timeline's items
 *
 * Brings a statement into sight.
 */
void
hearsay_timeline_canvas_show_item (HearsayTimelineCanvas *self,
                                   guint                  item)
{
  HearsayTimelineMetrics metrics;
  HearsayTimelineLook look;
  HearsayBox box;
  int mark;

  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  self->waiting_item = self->painter == NULL ? (gint64) item : -1;
  mark = self->painter != NULL && item < self->timeline->n_items ? hearsay_timeline_painter_find_mark (self->painter, item) : -1;
  if (mark < 0)
    return;
  look = hearsay_timeline_canvas_get_look (self);
  box = hearsay_timeline_painter_get_box (self->painter, &look, (guint) mark);
  metrics = hearsay_timeline_painter_get_metrics (self->painter);
  if (box.y0 < metrics.plot_y || box.y1 > look.height)
    hearsay_timeline_canvas_scroll (self, (box.y0 + box.y1) / 2.0 - (metrics.plot_y + look.height) / 2.0);
  if (!hearsay_timeline_painter_get_mark (self->painter, (guint) mark)->undated &&
      (box.x0 < metrics.plot_x || box.x1 > look.width))
    {
      self->fitted = FALSE;
      hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_pan (&self->scale, (metrics.plot_x + look.width) / 2.0 - (box.x0 + box.x1) / 2.0));
    }
}

/**
 * hearsay_timeline_canvas_open_mark:
 *
 * Comes closer to a count badge, so that its marks find room.
 */
void
hearsay_timeline_canvas_open_mark (HearsayTimelineCanvas *self,
                                   guint                  mark)
{
  HearsayTimelineLook look;
  HearsayBox box;
  double x;

  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (self->painter != NULL);

  look = hearsay_timeline_canvas_get_look (self);
  box = hearsay_timeline_painter_get_box (self->painter, &look, mark);
  x = (box.x0 + box.x1) / 2.0 - hearsay_timeline_painter_get_metrics (self->painter).plot_x;
  self->fitted = FALSE;
  hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_zoom_at (&self->scale, 2.5, x));
}
