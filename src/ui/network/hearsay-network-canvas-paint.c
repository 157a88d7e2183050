/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/network/hearsay-network-canvas-private.h"
#include "ui/widgets/hearsay-style.h"

#define FIT_MARGIN 22.0

/* Narrower views have only the zoom buttons over the drawing. */
#define NARROW 700
#define NARROW_BOTTOM 52.0

static void
free_job (gpointer data)
{
  HearsayNetworkJob *job = data;

  hearsay_network_scene_unref (job->scene);
  g_clear_pointer (&job->painter, hearsay_network_painter_unref);
  g_free (job->positions);
  g_free (job->pinned);
  g_free (job->marked);
  g_free (job);
}

/* On another thread. */
static void
paint_job (cairo_t  *cr,
           gpointer  data)
{
  HearsayNetworkJob *job = data;

  if (job->fit)
    {
      HearsayBox bounds;

      g_clear_pointer (&job->painter, hearsay_network_painter_unref);
      job->painter = hearsay_network_painter_new_fitted (job->scene->network, job->positions, &job->options,
                                                         job->fit_width, job->fit_height);
      bounds = hearsay_network_painter_get_bounds (job->painter);
      job->x0 = (bounds.x0 + bounds.x1) / 2.0 - job->fit_width / 2.0 - FIT_MARGIN - HEARSAY_NETWORK_MARGIN;
      job->y0 = (bounds.y0 + bounds.y1) / 2.0 - job->fit_height / 2.0 - FIT_MARGIN - HEARSAY_NETWORK_MARGIN;
    }
  else if (job->painter == NULL)
    job->painter = hearsay_network_painter_new (job->scene->network, job->positions, &job->options);
  cairo_rectangle (cr, 0.0, 0.0, job->width, job->height);
  cairo_clip (cr);
  cairo_translate (cr, -job->x0, -job->y0);
  hearsay_network_painter_paint (job->painter, cr, &job->look);
}

HearsayNetworkJob *
hearsay_network_canvas_get_job (HearsayNetworkCanvas *self)
{
  return hearsay_picture_get_data (self->picture);
}

HearsayNetworkLook
hearsay_network_canvas_make_look (HearsayNetworkCanvas *self)
{
  HearsayStyle style = hearsay_style_current ();

  return (HearsayNetworkLook) {
    .style = style,
    .ground = hearsay_palette_role (style, HEARSAY_ROLE_VIEW),
    .selected = self->selected,
    .marked_edges = self->marked,
    .pinned = self->pinned,
  };
}

static double
covered_bottom (HearsayNetworkCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < NARROW ? MIN (self->bottom, NARROW_BOTTOM) : self->bottom;
}

static HearsayNetworkJob *
make_job (HearsayNetworkCanvas *self)
{
  HearsayNetworkJob *shown = hearsay_network_canvas_get_job (self);
  HearsayNetworkJob *job = g_new0 (HearsayNetworkJob, 1);
  guint n_nodes = self->scene->network->n_nodes;
  guint n_edges = self->scene->network->n_edges;

  job->scene = hearsay_network_scene_ref (self->scene);
  job->positions = g_memdup2 (self->positions, sizeof (HearsayPoint) * n_nodes);
  job->pinned = g_memdup2 (self->pinned, sizeof (gboolean) * n_nodes);
  job->marked = self->marked != NULL ? g_memdup2 (self->marked, sizeof (gboolean) * n_edges) : NULL;
  job->look = hearsay_network_canvas_make_look (self);
  job->look.pinned = job->pinned;
  job->look.marked_edges = job->marked;
  job->options = (HearsayNetworkPainterOptions) {
    .zoom = self->zoom,
    .text_scale = 1.0,
    .labels = self->labels,
    .arrows = self->arrows,
    .hulls = self->hulls,
    .initials = (const char *const *) self->scene->initials,
    .first = self->selected.kind == HEARSAY_HIT_NODE ? (gint32) self->selected.index : -1,
  };
  job->fit = self->wants_fit;
  job->revision = self->revision;
  job->width = gtk_widget_get_width (GTK_WIDGET (self)) + 2.0 * HEARSAY_NETWORK_MARGIN;
  job->height = gtk_widget_get_height (GTK_WIDGET (self)) + 2.0 * HEARSAY_NETWORK_MARGIN;
  job->fit_width = MAX (job->width - 2.0 * HEARSAY_NETWORK_MARGIN - 2.0 * FIT_MARGIN, 60.0);
  job->fit_height = MAX (job->height - 2.0 * HEARSAY_NETWORK_MARGIN - 2.0 * FIT_MARGIN - covered_bottom (self), 60.0);
  job->x0 = -self->shift_x - HEARSAY_NETWORK_MARGIN;
  job->y0 = -self->shift_y - HEARSAY_NETWORK_MARGIN;
  if (shown != NULL && !job->fit && shown->revision == job->revision && shown->options.zoom == job->options.zoom &&
      shown->options.first == job->options.first)
    job->painter = hearsay_network_painter_ref (shown->painter);
  return job;
}

/* Asks for a new picture of what is in sight. */
void
hearsay_network_canvas_queue_paint (HearsayNetworkCanvas *self)
{
  HearsayPictureJob request = { .paint = paint_job, .free_data = free_job };
  HearsayNetworkJob *job;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->scene == NULL || gtk_widget_get_width (GTK_WIDGET (self)) < 2)
    return;
  job = make_job (self);
  request.data = job;
  request.width = (int) job->width;
  request.height = (int) job->height;
  request.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  hearsay_picture_request (self->picture, &request);
}
