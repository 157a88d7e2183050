/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/network/hearsay-network-canvas-private.h"
#include "ui/widgets/hearsay-style.h"

#define MIN_ZOOM 0.1
#define MAX_ZOOM 8.0

#define IN_SIGHT 60.0

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

enum
{
  SELECTED,
  ACTIVATED,
  LASSOED,
  MENU,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayNetworkCanvas, hearsay_network_canvas, HEARSAY_TYPE_CANVAS)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
put_zoom (HearsayNetworkCanvas *self,
          double                zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
picture_ready_cb (HearsayNetworkCanvas *self)
{
  HearsayNetworkJob *job = hearsay_network_canvas_get_job (self);

  if (job != NULL && job->fit)
    {
      job->fit = FALSE;
      job->options.zoom = hearsay_network_painter_get_zoom (job->painter);
      /* The view may have got another size meanwhile: then the next picture fits. */
      if ((int) job->width == (int) (gtk_widget_get_width (GTK_WIDGET (self)) + 2.0 * HEARSAY_NETWORK_MARGIN) &&
          (int) job->height == (int) (gtk_widget_get_height (GTK_WIDGET (self)) + 2.0 * HEARSAY_NETWORK_MARGIN))
        self->wants_fit = FALSE;
      if (self->fitted)
        {
          self->shift_x = -job->x0 - HEARSAY_NETWORK_MARGIN;
          self->shift_y = -job->y0 - HEARSAY_NETWORK_MARGIN;
          put_zoom (self, job->options.zoom);
        }
    }
}

static void
hearsay_network_canvas_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (widget);

  if (self->fitted)
    self->wants_fit = TRUE;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

HearsayNetworkHit
hearsay_network_canvas_hit (HearsayNetworkCanvas *self,
                            double                x,
                            double                y)
{
  HearsayNetworkJob *job = hearsay_network_canvas_get_job (self);
  double scale;

  if (job == NULL || job->scene != self->scene)
    return (HearsayNetworkHit) { HEARSAY_HIT_NONE, 0 };
  scale = hearsay_network_canvas_shown_scale (self, job);
  return hearsay_network_painter_hit (job->painter, (x - self->shift_x) / scale, (y - self->shift_y) / scale);
}

static gboolean
hearsay_network_canvas_query_tooltip (GtkWidget  *widget,
                                      int         x,
                                      int         y,
                                      gboolean    keyboard,
                                      GtkTooltip *tooltip)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (widget);
  HearsayNetworkJob *job = hearsay_network_canvas_get_job (self);
  HearsayNetworkHit hit = hearsay_network_canvas_hit (self, x, y);
  g_autofree char *words = NULL;
  guint32 members[2];
  double scale;

  if (keyboard || job == NULL || job->scene != self->scene)
    return FALSE;
  if (hit.kind != HEARSAY_HIT_NONE)
    words = hearsay_network_describe (self->scene->network, hit);
  else
    {
      scale = hearsay_network_canvas_shown_scale (self, job);
      if (!hearsay_network_painter_hit_hull (job->painter, (x - self->shift_x) / scale, (y - self->shift_y) / scale, members))
        return FALSE;
      /* Translators: a group of actors that are close to one another, named by its two best-connected members */
      words = g_strdup_printf (_("Around %s and %s"), self->scene->network->nodes[members[0]].name,
                               self->scene->network->nodes[members[1]].name);
    }
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* Some of the drawing stays in sight. */
static void
keep_in_sight (HearsayNetworkCanvas *self)
{
  HearsayNetworkJob *job = hearsay_network_canvas_get_job (self);
  HearsayBox bounds;
  double scale;

  if (job == NULL)
    return;
  scale = hearsay_network_canvas_shown_scale (self, job);
  bounds = hearsay_network_painter_get_bounds (job->painter);
  self->shift_x = CLAMP (self->shift_x, IN_SIGHT - bounds.x1 * scale,
                         gtk_widget_get_width (GTK_WIDGET (self)) - IN_SIGHT - bounds.x0 * scale);
  self->shift_y = CLAMP (self->shift_y, IN_SIGHT - bounds.y1 * scale,
                         gtk_widget_get_height (GTK_WIDGET (self)) - IN_SIGHT - bounds.y0 * scale);
}

void
hearsay_network_canvas_move (HearsayNetworkCanvas *self,
                             double                dx,
                             double                dy)
{
  self->fitted = self->held = FALSE;
  self->wants_fit = FALSE;
  self->shift_x += dx;
  self->shift_y += dy;
  keep_in_sight (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hearsay_network_canvas_zoom_at (HearsayNetworkCanvas *self,
                                double                zoom,
                                double                x,
                                double                y)
{
  double least = MIN (MIN_ZOOM, self->zoom);
  double factor;

  zoom = CLAMP (zoom, least, MAX_ZOOM);
  factor = zoom / self->zoom;
  self->fitted = self->held = FALSE;
  self->wants_fit = FALSE;
  self->shift_x = x - (x - self->shift_x) * factor;
  self->shift_y = y - (y - self->shift_y) * factor;
  put_zoom (self, zoom);
  keep_in_sight (self);
  hearsay_canvas_queue_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_network_canvas_show:
 *
 * Brings a node into sight.
 */
void
hearsay_network_canvas_show (HearsayNetworkCanvas *self,
                             guint32               node)
{
  double x = self->positions[node].x * self->zoom + self->shift_x;
  double y = self->positions[node].y * self->zoom + self->shift_y;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double dx = x < IN_SIGHT ? IN_SIGHT - x : x > width - IN_SIGHT ? width - IN_SIGHT - x : 0.0;
  double dy = y < IN_SIGHT ? IN_SIGHT - y : y > height - IN_SIGHT ? height - IN_SIGHT - y : 0.0;

  if (dx != 0.0 || dy != 0.0)
    hearsay_network_canvas_move (self, dx, dy);
}

void
hearsay_network_canvas_emit (HearsayNetworkCanvas *self,
                             const char           *signal,
                             HearsayNetworkHit     hit,
                             GdkModifierType       state)
{
  if (hit.kind != HEARSAY_HIT_NONE)
    self->focus = hit;
  g_signal_emit_by_name (self, signal, (guint) hit.kind, (guint) hit.index, state);
}

static void
hearsay_network_canvas_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, HEARSAY_NETWORK_CANVAS (object)->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_network_canvas_dispose (GObject *object)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (object);

  g_clear_pointer (&self->scene, hearsay_network_scene_unref);
  g_clear_pointer (&self->positions, g_free);
  g_clear_pointer (&self->pinned, g_free);
  g_clear_pointer (&self->marked, g_free);
  g_clear_pointer (&self->ringed, g_free);
  g_clear_pointer (&self->lit_nodes, g_free);
  g_clear_pointer (&self->lit_edges, g_free);
  g_clear_pointer (&self->sizes, g_free);
  g_clear_pointer (&self->tints, g_free);

  G_OBJECT_CLASS (hearsay_network_canvas_parent_class)->dispose (object);
}

static void
hearsay_network_canvas_class_init (HearsayNetworkCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_network_canvas_dispose;
  object_class->get_property = hearsay_network_canvas_get_property;
  widget_class->snapshot = hearsay_network_canvas_snapshot;
  widget_class->size_allocate = hearsay_network_canvas_size_allocate;
  widget_class->query_tooltip = hearsay_network_canvas_query_tooltip;
  HEARSAY_CANVAS_CLASS (klass)->repaint = hearsay_network_canvas_paint;
  hearsay_network_canvas_init_input (HEARSAY_CANVAS_CLASS (klass));

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.0, MAX_ZOOM, 1.0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SELECTED] = g_signal_new ("selected", HEARSAY_TYPE_NETWORK_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, GDK_TYPE_MODIFIER_TYPE);
  signals[ACTIVATED] = g_signal_new ("activated", HEARSAY_TYPE_NETWORK_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, GDK_TYPE_MODIFIER_TYPE);
  signals[LASSOED] = g_signal_new ("lassoed", HEARSAY_TYPE_NETWORK_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, GDK_TYPE_MODIFIER_TYPE);
  signals[MENU] = g_signal_new ("menu", HEARSAY_TYPE_NETWORK_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "networkcanvas");
}

static void
hearsay_network_canvas_init (HearsayNetworkCanvas *self)
{
  self->zoom = 1.0;
  self->labels = self->arrows = self->hulls = TRUE;
  self->dragged_node = -1;
  self->fitted = TRUE;
  g_signal_connect_object (hearsay_canvas_get_picture (HEARSAY_CANVAS (self)), "ready", G_CALLBACK (picture_ready_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Network"), -1);
  hearsay_network_canvas_add_keys (self);
}

GtkWidget *
hearsay_network_canvas_new (void)
{
  return g_object_new (HEARSAY_TYPE_NETWORK_CANVAS, NULL);
}

/**
 * hearsay_network_canvas_set_bottom:
 * @bottom: height of what lies over the lower part of the view
 */
void
hearsay_network_canvas_set_bottom (HearsayNetworkCanvas *self,
                                   double                bottom)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  self->bottom = bottom;
}

/**
 * hearsay_network_canvas_hold:
 * @hold: whether the drawing stays where it is while scenes change
 *
 * A drawing that is fitted into the view is so again afterwards, unless it was
 * moved by hand.
 */
void
hearsay_network_canvas_hold (HearsayNetworkCanvas *self,
                             gboolean              hold)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  if (hold)
    {
      self->held = self->fitted;
      self->fitted = FALSE;
    }
  else if (self->held)
    {
      self->held = FALSE;
      hearsay_network_canvas_fit (self);
    }
}

/**
 * hearsay_network_canvas_set_top:
 * @top: height of what lies over the upper part of the view
 */
void
hearsay_network_canvas_set_top (HearsayNetworkCanvas *self,
                                double                top)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  self->top = top;
}

double
hearsay_network_canvas_get_zoom (HearsayNetworkCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_NETWORK_CANVAS (self), 1.0);

  return self->zoom;
}

/**
 * hearsay_network_canvas_set_zoom:
 *
 * Zooms around the middle of the view.
 */
void
hearsay_network_canvas_set_zoom (HearsayNetworkCanvas *self,
                                 double                zoom)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  hearsay_network_canvas_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                  gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * hearsay_network_canvas_fit:
 *
 * Brings everything into sight, and keeps it there while the view changes its size.
 */
void
hearsay_network_canvas_fit (HearsayNetworkCanvas *self)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  self->fitted = TRUE;
  self->wants_fit = TRUE;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_network_canvas_place:
 *
 * Returns: where a node, or the middle of an edge, is seen, in pixels of the widget
 */
HearsayBox
hearsay_network_canvas_place (HearsayNetworkCanvas *self,
                              HearsayNetworkHit     hit)
{
  HearsayNetworkJob *job;
  HearsayBox box = { 0 };
  HearsayPoint middle;
  double scale;

  g_return_val_if_fail (HEARSAY_IS_NETWORK_CANVAS (self), box);

  job = hearsay_network_canvas_get_job (self);
  if (job == NULL || job->scene != self->scene || hit.kind == HEARSAY_HIT_NONE)
    return box;
  if (hit.kind == HEARSAY_HIT_NODE)
    box = hearsay_network_painter_get_node (job->painter, hit.index);
  else if (hearsay_network_painter_get_middle (job->painter, hit.index, &middle))
    box = (HearsayBox) { middle.x, middle.y, middle.x + 1.0, middle.y + 1.0 };
  scale = hearsay_network_canvas_shown_scale (self, job);
  return (HearsayBox) { box.x0 * scale + self->shift_x, box.y0 * scale + self->shift_y,
                        box.x1 * scale + self->shift_x, box.y1 * scale + self->shift_y };
}
