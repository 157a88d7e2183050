/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "ui/network/hearsay-network-canvas-private.h"
#include "ui/widgets/hearsay-style.h"

#define FIT_MARGIN 22.0

/* From the edge of what is painted, in pixels, at which the next picture is asked for. */
#define BARE_ROOM 24.0

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
  g_free (job->ringed);
  g_free (job->lit_nodes);
  g_free (job->lit_edges);
  g_free (job->sizes);
  g_free (job->tints);
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
      job->y0 = (bounds.y0 + bounds.y1) / 2.0 - job->fit_height / 2.0 - FIT_MARGIN - HEARSAY_NETWORK_MARGIN - job->fit_top;
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
  return hearsay_picture_get_data (hearsay_canvas_get_picture (HEARSAY_CANVAS (self)));
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
    .ringed = self->ringed,
    .lit_nodes = self->lit_nodes,
    .lit_edges = self->lit_edges,
    .lifted = (guint32) (self->dragged_node + 1),
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
  job->ringed = self->ringed != NULL ? g_memdup2 (self->ringed, sizeof (gboolean) * n_nodes) : NULL;
  job->lit_nodes = self->lit_nodes != NULL ? g_memdup2 (self->lit_nodes, sizeof (gboolean) * n_nodes) : NULL;
  job->lit_edges = self->lit_edges != NULL ? g_memdup2 (self->lit_edges, sizeof (gboolean) * MAX (n_edges, 1)) : NULL;
  job->sizes = self->sizes != NULL ? g_memdup2 (self->sizes, sizeof (double) * n_nodes) : NULL;
  job->tints = self->tints != NULL ? g_memdup2 (self->tints, sizeof (double) * n_nodes) : NULL;
  job->look = hearsay_network_canvas_make_look (self);
  job->look.pinned = job->pinned;
  job->look.marked_edges = job->marked;
  job->look.ringed = job->ringed;
  job->look.lit_nodes = job->lit_nodes;
  job->look.lit_edges = job->lit_edges;
  job->options = (HearsayNetworkPainterOptions) {
    .zoom = self->zoom,
    .text_scale = 1.0,
    .labels = self->labels,
    .arrows = self->arrows,
    .hulls = self->hulls,
    .bundled = self->bundled,
    .initials = (const char *const *) self->scene->initials,
    .sizes = job->sizes,
    .tints = job->tints,
    .first = self->selected.kind == HEARSAY_HIT_NODE ? (gint32) self->selected.index : -1,
  };
  job->fit = self->wants_fit;
  job->revision = self->revision;
  job->width = gtk_widget_get_width (GTK_WIDGET (self)) + 2.0 * HEARSAY_NETWORK_MARGIN;
  job->height = gtk_widget_get_height (GTK_WIDGET (self)) + 2.0 * HEARSAY_NETWORK_MARGIN;
  job->fit_width = MAX (job->width - 2.0 * HEARSAY_NETWORK_MARGIN - 2.0 * FIT_MARGIN, 60.0);
  job->fit_height = MAX (job->height - 2.0 * HEARSAY_NETWORK_MARGIN - 2.0 * FIT_MARGIN - covered_bottom (self) - self->top, 60.0);
  job->fit_top = self->top;
  job->x0 = -self->shift_x - HEARSAY_NETWORK_MARGIN;
  job->y0 = -self->shift_y - HEARSAY_NETWORK_MARGIN;
  if (shown != NULL && !job->fit && shown->revision == job->revision && shown->options.zoom == job->options.zoom &&
      shown->options.first == job->options.first)
    job->painter = hearsay_network_painter_ref (shown->painter);
  return job;
}

/* The vfunc repaint. */
void
hearsay_network_canvas_paint (HearsayCanvas *canvas)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);
  HearsayPictureJob request = { .paint = paint_job, .free_data = free_job };
  HearsayNetworkJob *job;

  if (self->scene == NULL || gtk_widget_get_width (GTK_WIDGET (self)) < 2)
    return;
  job = make_job (self);
  request.data = job;
  request.width = (int) job->width;
  request.height = (int) job->height;
  request.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  hearsay_picture_request (hearsay_canvas_get_picture (canvas), &request);
}

/* From the painter's coordinates to what is seen now. */
double
hearsay_network_canvas_shown_scale (HearsayNetworkCanvas *self,
                                    HearsayNetworkJob    *job)
{
  return self->zoom / hearsay_network_painter_get_zoom (job->painter);
}

/* Whether something of the drawing that is in sight has not been painted, or soon will be. */
static gboolean
is_bare (HearsayNetworkCanvas *self,
         HearsayNetworkJob    *job)
{
  HearsayBox bounds = hearsay_network_painter_get_bounds (job->painter);
  double scale = hearsay_network_canvas_shown_scale (self, job);
  /* What is seen, in the painter's coordinates. */
  double left = (-self->shift_x - BARE_ROOM) / scale;
  double top = (-self->shift_y - BARE_ROOM) / scale;
  double right = (gtk_widget_get_width (GTK_WIDGET (self)) - self->shift_x + BARE_ROOM) / scale;
  double bottom = (gtk_widget_get_height (GTK_WIDGET (self)) - self->shift_y + BARE_ROOM) / scale;

  return MAX (left, bounds.x0) < job->x0 || MAX (top, bounds.y0) < job->y0 ||
         MIN (right, bounds.x1) > job->x0 + job->width || MIN (bottom, bounds.y1) > job->y0 + job->height;
}

static void
snapshot_overlay (HearsayNetworkCanvas *self,
                  GtkSnapshot          *snapshot,
                  HearsayNetworkJob    *job)
{
  HearsayNetworkLook look = hearsay_network_canvas_make_look (self);
  double scale = hearsay_network_canvas_shown_scale (self, job);
  gboolean focused = gtk_widget_has_visible_focus (GTK_WIDGET (self)) && self->focus.kind != HEARSAY_HIT_NONE;
  cairo_t *cr;

  if ((self->hover.kind == HEARSAY_HIT_NONE && !focused && self->dragged_node < 0) || job->scene != self->scene)
    return;
  cr = hearsay_canvas_begin_overlay (HEARSAY_CANVAS (self));
  cairo_translate (cr, self->shift_x, self->shift_y);
  cairo_scale (cr, scale, scale);
  if (self->dragged_node >= 0)
    {
      HearsayPoint at = self->positions[self->dragged_node];

      hearsay_network_painter_paint_lifted (job->painter, cr, &look, (guint32) self->dragged_node,
                                            at.x * self->zoom / scale, at.y * self->zoom / scale);
    }
  else if (focused)
    hearsay_network_painter_paint_focus (job->painter, cr, &look, self->focus);
  if (self->hover.kind != HEARSAY_HIT_NONE)
    hearsay_network_painter_paint_hover (job->painter, cr, &look, self->hover);
  hearsay_canvas_end_overlay (HEARSAY_CANVAS (self), snapshot, cr);
}

void
hearsay_network_canvas_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (widget);
  HearsayPicture *picture = hearsay_canvas_get_picture (HEARSAY_CANVAS (self));
  HearsayNetworkJob *job = hearsay_network_canvas_get_job (self);
  GdkRGBA ground = hearsay_style_rgba (hearsay_palette_role (hearsay_style_current (), HEARSAY_ROLE_VIEW));
  graphene_rect_t bounds;
  double scale;
  double x;
  double y;

  graphene_rect_init (&bounds, 0.0f, 0.0f, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  if (job == NULL)
    return;
  scale = hearsay_network_canvas_shown_scale (self, job);
  x = job->x0 * scale + self->shift_x;
  y = job->y0 * scale + self->shift_y;
  /* Whole pixels stay sharp. */
  if (scale == 1.0)
    {
      x = floor (x + 0.5);
      y = floor (y + 0.5);
    }
  hearsay_picture_append (picture, widget, snapshot, &bounds,
                          &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (job->width * scale), (float) (job->height * scale)));
  gtk_snapshot_push_clip (snapshot, &bounds);
  snapshot_overlay (self, snapshot, job);
  gtk_snapshot_pop (snapshot);
  hearsay_canvas_snapshot_lasso (HEARSAY_CANVAS (self), snapshot);
  if (is_bare (self, job) && !hearsay_picture_is_busy (picture))
    hearsay_network_canvas_paint (HEARSAY_CANVAS (self));
}
