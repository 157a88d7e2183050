/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "ui/timeline/hearsay-timeline-canvas-private.h"
#include "ui/widgets/hearsay-style.h"

/* Painted beyond what is seen, so that panning has something to show. */
#define MARGIN 320.0
#define MARGIN_Y 160.0

static void
free_job (gpointer data)
{
  HearsayTimelineJob *job = data;

  hearsay_timeline_painter_unref (job->painter);
  g_free (job->selected);
  g_free (job);
}

/* On another thread. */
static void
paint_job (cairo_t  *cr,
           gpointer  data)
{
  HearsayTimelineJob *job = data;

  hearsay_timeline_painter_paint (job->painter, cr, &job->look, HEARSAY_TIMELINE_ALL_PARTS);
}

HearsayTimelineJob *
hearsay_timeline_canvas_get_job (HearsayTimelineCanvas *self)
{
  return hearsay_picture_get_data (hearsay_canvas_get_picture (HEARSAY_CANVAS (self)));
}

HearsayTimelineLook
hearsay_timeline_canvas_get_look (HearsayTimelineCanvas *self)
{
  HearsayStyle style = hearsay_style_current ();

  return (HearsayTimelineLook) {
    .style = style,
    .ground = hearsay_palette_role (style, HEARSAY_ROLE_VIEW),
    .origin = self->scale.origin,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scroll_y = floor (gtk_adjustment_get_value (self->vertical)),
    .selected = self->selected,
    .has_range = self->faded,
    .range_first = self->faded_first,
    .range_end = self->faded_end,
  };
}

/* Whether the last picture was painted for a view of this size. */
gboolean
hearsay_timeline_canvas_fills (HearsayTimelineCanvas *self,
                               int                    width,
                               int                    height)
{
  HearsayTimelineJob *job = hearsay_timeline_canvas_get_job (self);

  return job != NULL && (int) (job->look.width - 2.0 * MARGIN) == width && (int) (job->look.height - 2.0 * MARGIN_Y) == height;
}

/* The vfunc repaint. */
void
hearsay_timeline_canvas_paint (HearsayCanvas *canvas)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  HearsayPictureJob request = { .paint = paint_job, .free_data = free_job };
  HearsayTimelineJob *job;

  if (self->painter == NULL || gtk_widget_get_width (GTK_WIDGET (self)) < 2)
    return;
  job = g_new0 (HearsayTimelineJob, 1);
  job->painter = hearsay_timeline_painter_ref (self->painter);
  job->look = hearsay_timeline_canvas_get_look (self);
  job->look.origin -= MARGIN / self->scale.pixels_per_day;
  job->look.inset = MARGIN;
  job->look.width += 2.0 * MARGIN;
  job->look.scroll_y -= MARGIN_Y;
  job->look.height += 2.0 * MARGIN_Y;
  if (self->selected != NULL)
    job->selected = g_memdup2 (self->selected, sizeof (gboolean) * MAX (self->timeline->n_items, 1));
  job->look.selected = job->selected;
  request.data = job;
  request.width = (int) job->look.width;
  request.height = (int) job->look.height;
  request.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  hearsay_picture_request (hearsay_canvas_get_picture (canvas), &request);
}

/* Ruler and names stay where they are, each along its side; only days move and
 * stretch with the scale. */
static void
append_picture (HearsayTimelineCanvas *self,
                GtkSnapshot           *snapshot,
                HearsayTimelineJob    *job,
                HearsayTimelineLook   *look)
{
  HearsayPicture *picture = hearsay_canvas_get_picture (HEARSAY_CANVAS (self));
  HearsayTimelineMetrics metrics = hearsay_timeline_painter_get_metrics (job->painter);
  double stretch = self->scale.pixels_per_day / hearsay_timeline_painter_get_pixels_per_day (job->painter);
  float left = (float) metrics.plot_x;
  float top = (float) metrics.plot_y;
  float width = (float) job->look.width;
  float height = (float) job->look.height;
  float down = (float) (job->look.scroll_y - look->scroll_y);
  double right = metrics.plot_x + (job->look.origin - self->scale.origin) * self->scale.pixels_per_day - metrics.plot_x * stretch;
  graphene_rect_t place;
  GtkWidget *widget = GTK_WIDGET (self);

  /* Whole pixels stay sharp. */
  if (stretch == 1.0)
    right = round (right);
  graphene_rect_init (&place, 0.0f, 0.0f, width, height);
  hearsay_picture_append (picture, widget, snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, left, top), &place);
  graphene_rect_init (&place, 0.0f, down, width, height);
  hearsay_picture_append (picture, widget, snapshot, &GRAPHENE_RECT_INIT (0.0f, top, left, (float) look->height - top), &place);
  graphene_rect_init (&place, (float) right, 0.0f, (float) (width * stretch), height);
  hearsay_picture_append (picture, widget, snapshot, &GRAPHENE_RECT_INIT (left, 0.0f, (float) look->width - left, top), &place);
  graphene_rect_init (&place, (float) right, down, (float) (width * stretch), height);
  hearsay_picture_append (picture, widget, snapshot,
                          &GRAPHENE_RECT_INIT (left, top, (float) look->width - left, (float) look->height - top), &place);
}

/* Whether something in sight has not been painted. */
static gboolean
is_bare (HearsayTimelineCanvas     *self,
         HearsayTimelineJob        *job,
         const HearsayTimelineLook *look)
{
  double stretch = self->scale.pixels_per_day / hearsay_timeline_painter_get_pixels_per_day (job->painter);
  double plot_x = hearsay_timeline_painter_get_metrics (job->painter).plot_x;
  double left = plot_x + (job->look.origin - self->scale.origin) * self->scale.pixels_per_day;
  double right = left + (job->look.width - plot_x) * stretch;
  double down = look->scroll_y - job->look.scroll_y;

  return left > plot_x + 0.5 || right < look->width - 0.5 || down < -0.5 || down > job->look.height - look->height + 0.5;
}

static void
snapshot_overlay (HearsayTimelineCanvas     *self,
                  GtkSnapshot               *snapshot,
                  const HearsayTimelineLook *look)
{
  gboolean focused = self->focus >= 0 && gtk_widget_has_visible_focus (GTK_WIDGET (self));
  int mark = self->hover >= 0 ? self->hover : focused ? self->focus : -1;
  cairo_t *cr;

  if (self->painter == NULL || mark < 0 || (guint) mark >= hearsay_timeline_painter_get_n_marks (self->painter))
    return;
  cr = hearsay_canvas_begin_overlay (HEARSAY_CANVAS (self));
  hearsay_timeline_painter_paint_hover (self->painter, cr, look, (guint) mark);
  hearsay_canvas_end_overlay (HEARSAY_CANVAS (self), snapshot, cr);
}

/* Where the lane that is being moved would come to stand. */
static void
snapshot_drop (HearsayTimelineCanvas     *self,
               GtkSnapshot               *snapshot,
               const HearsayTimelineLook *look)
{
  GdkRGBA accent = hearsay_style_rgba (hearsay_palette_role (look->style, HEARSAY_ROLE_ACCENT));
  GdkRGBA tint = accent;
  double top;
  double height;

  if (self->dragged_lane < 0 || self->painter == NULL)
    return;
  hearsay_timeline_painter_get_lane (self->painter, (guint) self->dragged_lane, &top, &height);
  tint.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0.0f, (float) (top - look->scroll_y), (float) look->width, (float) height));
  if ((guint) self->drop_lane < self->timeline->n_lanes)
    hearsay_timeline_painter_get_lane (self->painter, (guint) self->drop_lane, &top, &height);
  else
    {
      hearsay_timeline_painter_get_lane (self->painter, self->timeline->n_lanes - 1, &top, &height);
      top += height;
    }
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (0.0f, (float) (top - look->scroll_y) - 1.5f, (float) look->width, 3.0f));
}

void
hearsay_timeline_canvas_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (widget);
  HearsayTimelineJob *job = hearsay_timeline_canvas_get_job (self);
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  GdkRGBA ground = hearsay_style_rgba (look.ground);

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) look.width, (float) look.height));
  if (job != NULL)
    {
      append_picture (self, snapshot, job, &look);
      snapshot_overlay (self, snapshot, &look);
      if (is_bare (self, job, &look) && !hearsay_picture_is_busy (hearsay_canvas_get_picture (HEARSAY_CANVAS (self))))
        hearsay_timeline_canvas_paint (HEARSAY_CANVAS (self));
    }
  snapshot_drop (self, snapshot, &look);
  hearsay_canvas_snapshot_lasso (HEARSAY_CANVAS (self), snapshot);
  if (self->card != NULL)
    gtk_widget_snapshot_child (widget, self->card, snapshot);
}
