/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/network/hearsay-network-canvas-private.h"

/* A click may tremble so far. */
#define CLICK_ROOM 4.0

#define ZOOM_STEP 1.18
#define PAN_STEP 60.0

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
moved_cb (HearsayNetworkCanvas *self,
          double                x,
          double                y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (!self->dragging)
    set_hover (self, hearsay_network_canvas_hit (self, x, y));
}

static void
left_cb (HearsayNetworkCanvas *self)
{
  set_hover (self, nothing);
}

static void
drag_begun_cb (HearsayNetworkCanvas *self,
               double                x,
               double                y)
{
  HearsayNetworkHit hit = hearsay_network_canvas_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragging = FALSE;
  self->dragged_node = hit.kind == HEARSAY_HIT_NODE ? (gint32) hit.index : -1;
  self->drag_x = self->drag_y = 0.0;
}

static void
drag_updated_cb (HearsayNetworkCanvas *self,
                 double                dx,
                 double                dy,
                 GtkGesture           *gesture)
{
  if (!self->dragging && hypot (dx, dy) < CLICK_ROOM)
    return;
  if (!self->dragging)
    {
      self->dragging = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      set_hover (self, nothing);
    }
  if (self->dragged_node >= 0)
    {
      self->fitted = FALSE;
      self->positions[self->dragged_node].x += (dx - self->drag_x) / self->zoom;
      self->positions[self->dragged_node].y += (dy - self->drag_y) / self->zoom;
      self->pinned[self->dragged_node] = TRUE;
      self->revision++;
      hearsay_network_canvas_queue_paint (self);
    }
  else
    hearsay_network_canvas_pan (self, dx - self->drag_x, dy - self->drag_y);
  self->drag_x = dx;
  self->drag_y = dy;
}

static void
drag_ended_cb (HearsayNetworkCanvas *self,
               double                dx,
               double                dy,
               GtkGestureDrag       *gesture)
{
  double x;
  double y;

  if (!self->dragging && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    hearsay_network_canvas_select (self, hearsay_network_canvas_hit (self, x, y), FALSE);
  self->dragging = FALSE;
  self->dragged_node = -1;
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
pressed_cb (HearsayNetworkCanvas *self,
            int                   n_press,
            double                x,
            double                y)
{
  HearsayNetworkHit hit = hearsay_network_canvas_hit (self, x, y);

  if (n_press != 2)
    return;
  if (on_pin (self, hit, x, y))
    hearsay_network_canvas_set_pinned (self, hit.index, FALSE);
  else if (hit.kind != HEARSAY_HIT_NONE)
    hearsay_network_canvas_select (self, hit, TRUE);
}

static gboolean
scrolled_cb (HearsayNetworkCanvas     *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (wheel && (state & GDK_SHIFT_MASK))
    hearsay_network_canvas_pan (self, -(dx + dy) * PAN_STEP, 0.0);
  else if (wheel || (state & GDK_CONTROL_MASK))
    hearsay_network_canvas_zoom_at (self, self->zoom * pow (ZOOM_STEP, wheel ? -dy : -dy / 30.0), self->pointer_x, self->pointer_y);
  else
    hearsay_network_canvas_pan (self, -dx, -dy);
  return TRUE;
}

static void
pinch_begun_cb (HearsayNetworkCanvas *self)
{
  self->pinch_zoom = self->zoom;
}

static void
pinched_cb (HearsayNetworkCanvas *self,
            double                scale,
            GtkGesture           *gesture)
{
  double x = self->pointer_x;
  double y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  hearsay_network_canvas_zoom_at (self, self->pinch_zoom * scale, x, y);
}

/* Half a sentence for those who do not see it. */
char *
hearsay_network_canvas_describe (HearsayNetworkCanvas *self,
                                 HearsayNetworkHit     hit)
{
  const HearsayNetwork *network = self->scene != NULL ? self->scene->network : NULL;

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
  words = hearsay_network_canvas_describe (self, self->focus);
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
  if (state & GDK_SHIFT_MASK)
    hearsay_network_canvas_pan (self, -dx * PAN_STEP, -dy * PAN_STEP);
  else
    move_focus (self, dx, dy, (state & GDK_CONTROL_MASK) != 0);
  return TRUE;
}

static gboolean
key_pressed_cb (HearsayNetworkCanvas *self,
                guint                 key,
                guint                 code,
                GdkModifierType       state)
{
  if (self->scene == NULL || self->scene->network->n_nodes == 0 || (state & GDK_ALT_MASK))
    return FALSE;
  if (handle_arrow (self, key, state))
    return TRUE;
  if ((state & GDK_CONTROL_MASK) && (key == GDK_KEY_plus || key == GDK_KEY_equal || key == GDK_KEY_KP_Add))
    hearsay_network_canvas_set_zoom (self, self->zoom * ZOOM_STEP);
  else if ((state & GDK_CONTROL_MASK) && (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract))
    hearsay_network_canvas_set_zoom (self, self->zoom / ZOOM_STEP);
  else if ((state & GDK_CONTROL_MASK) && key == GDK_KEY_0)
    hearsay_network_canvas_set_zoom (self, 1.0);
  else if ((state & GDK_CONTROL_MASK) && key == GDK_KEY_9)
    hearsay_network_canvas_fit (self);
  else if (state & GDK_CONTROL_MASK)
    return FALSE;
  else if (key == GDK_KEY_Home)
    focus_on (self, 0);
  else if (key == GDK_KEY_End)
    focus_on (self, self->scene->network->n_nodes - 1);
  else if (key == GDK_KEY_space && self->focus.kind != HEARSAY_HIT_NONE)
    hearsay_network_canvas_select (self, self->focus, FALSE);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->focus.kind != HEARSAY_HIT_NONE)
    hearsay_network_canvas_select (self, self->focus, TRUE);
  else if ((key == GDK_KEY_p || key == GDK_KEY_P) && self->focus.kind == HEARSAY_HIT_NODE)
    hearsay_network_canvas_set_pinned (self, self->focus.index, !self->pinned[self->focus.index]);
  else if (key == GDK_KEY_Escape && self->selected.kind != HEARSAY_HIT_NONE)
    hearsay_network_canvas_select (self, nothing, FALSE);
  else
    return FALSE;
  return TRUE;
}

void
hearsay_network_canvas_add_controllers (HearsayNetworkCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
