/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/hearsay-wording.h"
#include "ui/network/hearsay-network-canvas-private.h"

#define ZOOM_STEP 1.18

static const HearsayNetworkHit nothing = { HEARSAY_HIT_NONE, 0 };

static void
set_hover (HearsayNetworkCanvas *self,
           HearsayNetworkHit     hover)
{
  if (self->hover.kind == hover.kind && self->hover.index == hover.index)
    return;
  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover.kind != HEARSAY_HIT_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hover (HearsayCanvas *canvas,
       double         x,
       double         y)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);

  set_hover (self, x >= 0.0 ? hearsay_network_canvas_hit (self, x, y) : nothing);
}

static void
pan (HearsayCanvas *canvas,
     double         dx,
     double         dy)
{
  hearsay_network_canvas_move (HEARSAY_NETWORK_CANVAS (canvas), dx, dy);
}

static void
zoom (HearsayCanvas *canvas,
      double         factor,
      double         x,
      double         y)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);

  hearsay_network_canvas_zoom_at (self, self->zoom * factor, x, y);
}

static gboolean
grab (HearsayCanvas *canvas,
      double         x,
      double         y)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);
  HearsayNetworkHit hit = hearsay_network_canvas_hit (self, x, y);

  if (hit.kind != HEARSAY_HIT_NODE)
    return FALSE;
  self->dragged_node = (gint32) hit.index;
  self->fitted = self->held = FALSE;
  /* The node leaves the picture and is drawn over it. */
  hearsay_canvas_repaint (canvas);
  return TRUE;
}

static void
drag (HearsayCanvas *canvas,
      double         dx,
      double         dy)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);

  if (self->dragged_node < 0)
    return;
  self->positions[self->dragged_node].x += dx / self->zoom;
  self->positions[self->dragged_node].y += dy / self->zoom;
  self->pinned[self->dragged_node] = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop (HearsayCanvas *canvas)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);

  self->dragged_node = -1;
  self->revision++;
  hearsay_canvas_repaint (canvas);
}

/* The badge at the upper right of a pinned node. */
static gboolean
on_pin (HearsayNetworkCanvas *self,
        HearsayNetworkHit     hit,
        double                x,
        double                y)
{
  HearsayNetworkJob *job = hearsay_network_canvas_get_job (self);
  HearsayBox box;

  if (hit.kind != HEARSAY_HIT_NODE || job == NULL || !self->pinned[hit.index])
    return FALSE;
  box = hearsay_network_painter_get_node (job->painter, hit.index);
  return x - self->shift_x > (box.x0 + 3.0 * box.x1) / 4.0 - 4.0 && y - self->shift_y < (3.0 * box.y0 + box.y1) / 4.0 + 4.0;
}

static void
click (HearsayCanvas   *canvas,
       int              n_press,
       double           x,
       double           y,
       GdkModifierType  state)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);
  HearsayNetworkHit hit = hearsay_network_canvas_hit (self, x, y);

  if (n_press == 1)
    hearsay_network_canvas_emit (self, "selected", hit, state);
  else if (on_pin (self, hit, x, y))
    hearsay_network_canvas_set_pinned (self, hit.index, FALSE);
  else if (hit.kind != HEARSAY_HIT_NONE)
    hearsay_network_canvas_emit (self, "activated", hit, state);
}

static void
menu (HearsayCanvas *canvas,
      double         x,
      double         y)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);
  HearsayNetworkHit hit = x >= 0.0 ? hearsay_network_canvas_hit (self, x, y) : self->focus;
  HearsayBox box = hearsay_network_canvas_place (self, hit);

  if (x < 0.0)
    {
      x = hit.kind != HEARSAY_HIT_NONE ? (box.x0 + box.x1) / 2.0 : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
      y = hit.kind != HEARSAY_HIT_NONE ? box.y1 : gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
    }
  g_signal_emit_by_name (self, "menu", (guint) hit.kind, (guint) hit.index, x, y);
}

/* Takes every node whose centre lies inside. */
static void
lasso (HearsayCanvas          *canvas,
       const graphene_point_t *line,
       guint                   n_points,
       GdkModifierType         state)
{
  HearsayNetworkCanvas *self = HEARSAY_NETWORK_CANVAS (canvas);
  guint n = self->scene != NULL ? self->scene->network->n_nodes : 0;
  g_autofree gboolean *nodes = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    nodes[i] = hearsay_lasso_contains (line, n_points, self->positions[i].x * self->zoom + self->shift_x,
                                       self->positions[i].y * self->zoom + self->shift_y);
  g_signal_emit_by_name (self, "lassoed", nodes, state);
}

/**
 * hearsay_network_describe:
 * @network: (nullable): a network
 *
 * Returns: (transfer full): half a sentence for those who do not see it
 */
char *
hearsay_network_describe (const HearsayNetwork *network,
                          HearsayNetworkHit     hit)
{
  if (network != NULL && hit.kind == HEARSAY_HIT_NODE && hit.index < network->n_nodes)
    {
      const HearsayNetworkNode *node = &network->nodes[hit.index];

      /* Translators: a node of the network: its name and how many statements it takes part in */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u statement", "%s, %u statements", node->n_statements),
                              node->name, node->n_statements);
    }
  if (network != NULL && hit.kind == HEARSAY_HIT_EDGE && hit.index < network->n_edges)
    {
      const HearsayNetworkEdge *edge = &network->edges[hit.index];
      const char *source = network->nodes[edge->source].name;
      const char *target = network->nodes[edge->target].name;
      g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement", "%u statements", edge->n_statements),
                                                edge->n_statements);

      if (network->type == HEARSAY_NETWORK_FACTS)
        /* Translators: what is stated of two actors: “Norway and Denmark: Cooperation” */
        return g_strdup_printf (_("%s and %s: %s"), source, target, hearsay_wording_relation (edge->kind));
      if (!network->directed || !network->is_signed)
        return g_strdup_printf (_("%s and %s, %s"), source, target, count);
      if (edge->position == HEARSAY_POSITION_SUPPORT)
        return g_strdup_printf (_("%s supports %s, %s"), source, target, count);
      if (edge->position == HEARSAY_POSITION_OPPOSE)
        return g_strdup_printf (_("%s opposes %s, %s"), source, target, count);
      return g_strdup_printf (_("%s speaks about %s, %s"), source, target, count);
    }
  return g_strdup ("");
}

static void
focus_on (HearsayNetworkCanvas *self,
          guint32               node)
{
  g_autofree char *words = NULL;

  self->focus = (HearsayNetworkHit) { HEARSAY_HIT_NODE, node };
  words = hearsay_network_describe (self->scene->network, self->focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  hearsay_network_canvas_show (self, node);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The nearest node in that direction, what lies aside counting double. With
 * @along only neighbours of the focused node. */
static gint32
find_towards (HearsayNetworkCanvas *self,
              double                dx,
              double                dy,
              gboolean              along)
{
  const HearsayNetwork *network = self->scene->network;
  guint32 from = self->focus.index;
  g_autofree gboolean *allowed = g_new0 (gboolean, MAX (network->n_nodes, 1));
  double nearest = G_MAXDOUBLE;
  gint32 best = -1;

  for (guint i = 0; i < network->n_nodes; i++)
    allowed[i] = !along;
  for (guint i = 0; along && i < network->n_edges; i++)
    {
      if (network->edges[i].source == from)
        allowed[network->edges[i].target] = TRUE;
      if (network->edges[i].target == from)
        allowed[network->edges[i].source] = TRUE;
    }
  for (guint i = 0; i < network->n_nodes; i++)
    {
      double x = self->positions[i].x - self->positions[from].x;
      double y = self->positions[i].y - self->positions[from].y;
      double ahead = x * dx + y * dy;
      double aside = fabs (x * dy) + fabs (y * dx);

      if (i == from || !allowed[i] || ahead <= 0.0 || ahead + 2.0 * aside >= nearest)
        continue;
      nearest = ahead + 2.0 * aside;
      best = (gint32) i;
    }
  return best;
}

static void
move_focus (HearsayNetworkCanvas *self,
            double                dx,
            double                dy,
            gboolean              along)
{
  gint32 next;

  if (self->focus.kind == HEARSAY_HIT_EDGE)
    self->focus = (HearsayNetworkHit) { HEARSAY_HIT_NODE, self->scene->network->edges[self->focus.index].source };
  if (self->focus.kind == HEARSAY_HIT_NONE)
    {
      focus_on (self, 0);
      return;
    }
  next = find_towards (self, dx, dy, along);
  if (next >= 0)
    focus_on (self, (guint32) next);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
handle_arrow (HearsayNetworkCanvas *self,
              guint                 key,
              GdkModifierType       state)
{
  double dx = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1.0 : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1.0 : 0.0;
  double dy = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1.0 : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1.0 : 0.0;

  if (dx == 0.0 && dy == 0.0)
    return FALSE;
  move_focus (self, dx, dy, (state & GDK_CONTROL_MASK) != 0);
  return TRUE;
}

static gboolean
handle_zoom_key (HearsayNetworkCanvas *self,
                 guint                 key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      hearsay_network_canvas_set_zoom (self, self->zoom * ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      hearsay_network_canvas_set_zoom (self, self->zoom / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      hearsay_network_canvas_set_zoom (self, 1.0);
      return TRUE;
    case GDK_KEY_9:
    case GDK_KEY_KP_9:
      hearsay_network_canvas_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* From a node to its edges, one after the other, and back to the node. */
static void
walk_edges (HearsayNetworkCanvas *self)
{
  const HearsayNetwork *network = self->scene->network;
  guint32 node = self->focus.kind == HEARSAY_HIT_EDGE ? network->edges[self->focus.index].source : self->focus.index;
  guint32 first = self->focus.kind == HEARSAY_HIT_EDGE ? self->focus.index + 1 : 0;
  g_autofree char *words = NULL;

  if (self->focus.kind == HEARSAY_HIT_NONE)
    return;
  for (guint32 i = first; i < network->n_edges; i++)
    {
      if (network->edges[i].source != node && (self->focus.kind == HEARSAY_HIT_EDGE || network->edges[i].target != node))
        continue;
      self->focus = (HearsayNetworkHit) { HEARSAY_HIT_EDGE, i };
      words = hearsay_network_describe (network, self->focus);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  focus_on (self, node);
}

static gboolean
key_pressed_cb (HearsayNetworkCanvas *self,
                guint                 key,
                guint                 code,
                GdkModifierType       state)
{
  gboolean focused = self->focus.kind != HEARSAY_HIT_NONE;

  if (self->scene == NULL || self->scene->network->n_nodes == 0 || (state & GDK_ALT_MASK))
    return FALSE;
  if (hearsay_canvas_pan_by_key (HEARSAY_CANVAS (self), key, state) || handle_arrow (self, key, state))
    return TRUE;
  if ((state & GDK_CONTROL_MASK) && key == GDK_KEY_space && focused)
    hearsay_network_canvas_emit (self, "selected", self->focus, GDK_CONTROL_MASK);
  else if (state & GDK_CONTROL_MASK)
    return handle_zoom_key (self, key);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    focus_on (self, 0);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    focus_on (self, self->scene->network->n_nodes - 1);
  else if (key == GDK_KEY_l || key == GDK_KEY_L)
    walk_edges (self);
  else if (key == GDK_KEY_space && focused)
    hearsay_network_canvas_emit (self, "selected", self->focus, 0);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && focused)
    hearsay_network_canvas_emit (self, "activated", self->focus, 0);
  else if ((key == GDK_KEY_p || key == GDK_KEY_P) && self->focus.kind == HEARSAY_HIT_NODE)
    hearsay_network_canvas_set_pinned (self, self->focus.index, !self->pinned[self->focus.index]);
  else if (key == GDK_KEY_Escape && (self->selected.kind != HEARSAY_HIT_NONE || self->lit_nodes != NULL || self->ringed != NULL))
    hearsay_network_canvas_emit (self, "selected", nothing, 0);
  else
    return FALSE;
  return TRUE;
}

void
hearsay_network_canvas_add_keys (HearsayNetworkCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
hearsay_network_canvas_init_input (HearsayCanvasClass *klass)
{
  klass->hover = hover;
  klass->pan = pan;
  klass->zoom = zoom;
  klass->click = click;
  klass->menu = menu;
  klass->lasso = lasso;
  klass->grab = grab;
  klass->drag = drag;
  klass->drop = drop;
}
