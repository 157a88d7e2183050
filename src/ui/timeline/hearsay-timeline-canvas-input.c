/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "ui/timeline/hearsay-timeline-canvas-private.h"

#define CLICK_ROOM 4.0
#define ZOOM_STEP 1.2
#define PAN_STEP 60.0
#define CARD_DELAY_MS 250
#define CARD_GAP 12

static void
place_now (HearsayTimelineCanvas *self,
           int                    mark)
{
  g_clear_handle_id (&self->card_id, g_source_remove);
  self->card_mark = mark;
  if (self->card == NULL)
    return;
  hearsay_timeline_canvas_emit (self, "hovered", mark, 0);
  gtk_widget_set_visible (self->card, mark >= 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
card_due_cb (gpointer data)
{
  HearsayTimelineCanvas *self = data;

  self->card_id = 0;
  place_now (self, self->hover);
  return G_SOURCE_REMOVE;
}

/* The first card waits a moment; from mark to mark it follows at once. */
void
hearsay_timeline_canvas_show_card (HearsayTimelineCanvas *self,
                                   int                    mark)
{
  gboolean shown = self->card != NULL && gtk_widget_get_visible (self->card);

  g_clear_handle_id (&self->card_id, g_source_remove);
  if (mark < 0 && !shown)
    return;
  if (mark < 0 || shown)
    place_now (self, mark);
  else
    self->card_id = g_timeout_add (CARD_DELAY_MS, card_due_cb, self);
}

static guint
count_covered (HearsayTimelineCanvas     *self,
               const HearsayTimelineLook *look,
               const HearsayBox          *card)
{
  guint n = 0;

  for (guint i = 0; i < hearsay_timeline_painter_get_n_marks (self->painter); i++)
    {
      HearsayBox box = hearsay_timeline_painter_get_box (self->painter, look, i);

      n += hearsay_box_overlaps (&box, card);
    }
  return n;
}

/* Left, right, above, below: the first side where it covers no mark, else the
 * one where it covers the fewest. */
GtkAllocation
hearsay_timeline_canvas_place_card (HearsayTimelineCanvas *self)
{
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  int width;
  int height;
  guint fewest = G_MAXUINT;
  GtkAllocation best = { 0 };
  HearsayBox mark;

  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, (int) look.width);
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  best = (GtkAllocation) { 0, 0, width, height };
  if (self->painter == NULL || self->card_mark < 0 || (guint) self->card_mark >= hearsay_timeline_painter_get_n_marks (self->painter))
    return best;
  mark = hearsay_timeline_painter_get_box (self->painter, &look, (guint) self->card_mark);
  for (guint side = 0; side < 4; side++)
    {
      double x = side == 0 ? mark.x0 - CARD_GAP - width : side == 1 ? mark.x1 + CARD_GAP : (mark.x0 + mark.x1 - width) / 2.0;
      double y = side == 2 ? mark.y0 - CARD_GAP - height : side == 3 ? mark.y1 + CARD_GAP : mark.y0 - 12.0;
      HearsayBox box;
      guint n;

      if ((side < 2 && (x < 0.0 || x + width > look.width)) || (side >= 2 && (y < 0.0 || y + height > look.height)))
        continue;
      x = CLAMP (x, 0.0, MAX (look.width - width, 0.0));
      y = CLAMP (y, 0.0, MAX (look.height - height - 6.0, 0.0));
      box = (HearsayBox) { x, y, x + width, y + height };
      n = count_covered (self, &look, &box);
      if (n >= fewest)
        continue;
      fewest = n;
      best.x = (int) x;
      best.y = (int) y;
    }
  return best;
}

static int
find_mark (HearsayTimelineCanvas *self,
           double                 x,
           double                 y)
{
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);

  return self->painter != NULL ? hearsay_timeline_painter_hit (self->painter, &look, x, y) : -1;
}

static void
set_hover (HearsayTimelineCanvas *self,
           int                    mark)
{
  if (self->hover == mark)
    return;
  self->hover = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark >= 0 ? "pointer" : NULL);
  hearsay_timeline_canvas_show_card (self, mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (HearsayTimelineCanvas *self,
          double                 x,
          double                 y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (!self->dragging)
    set_hover (self, find_mark (self, x, y));
}

static void
left_cb (HearsayTimelineCanvas *self)
{
  set_hover (self, -1);
}

static void
drag_begun_cb (HearsayTimelineCanvas *self,
               double                 x,
               double                 y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragging = FALSE;
  self->drag_x = self->drag_y = 0.0;
}

static void
drag_updated_cb (HearsayTimelineCanvas *self,
                 double                 dx,
                 double                 dy,
                 GtkGesture            *gesture)
{
  if (self->timeline == NULL || (!self->dragging && hypot (dx, dy) < CLICK_ROOM))
    return;
  if (!self->dragging)
    {
      self->dragging = TRUE;
      self->fitted = FALSE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      set_hover (self, -1);
    }
  hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_pan (&self->scale, dx - self->drag_x));
  hearsay_timeline_canvas_scroll (self, self->drag_y - dy);
  self->drag_x = dx;
  self->drag_y = dy;
}

static void
drag_ended_cb (HearsayTimelineCanvas *self,
               double                 dx,
               double                 dy,
               GtkGestureDrag        *gesture)
{
  double x;
  double y;

  if (!self->dragging && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    {
      self->focus = find_mark (self, x, y);
      hearsay_timeline_canvas_emit (self, "selected", self->focus,
                                    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
    }
  self->dragging = FALSE;
}

static void
pressed_cb (HearsayTimelineCanvas *self,
            int                    n_press,
            double                 x,
            double                 y)
{
  int mark = find_mark (self, x, y);

  if (n_press == 2 && mark >= 0)
    hearsay_timeline_canvas_emit (self, "activated", mark, 0);
}

static void
zoom_at_pointer (HearsayTimelineCanvas *self,
                 double                 factor)
{
  double left = self->painter != NULL ? hearsay_timeline_painter_get_metrics (self->painter).plot_x : 0.0;

  if (self->timeline == NULL)
    return;
  self->fitted = FALSE;
  hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_zoom_at (&self->scale, factor, MAX (self->pointer_x - left, 0.0)));
}

static gboolean
scrolled_cb (HearsayTimelineCanvas    *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  gboolean over_names = self->painter != NULL && self->pointer_x < hearsay_timeline_painter_get_metrics (self->painter).undated_x;

  if (self->timeline == NULL)
    return FALSE;
  if (wheel && over_names)
    hearsay_timeline_canvas_scroll (self, dy * PAN_STEP);
  else if (wheel && (state & GDK_SHIFT_MASK))
    {
      self->fitted = FALSE;
      hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_pan (&self->scale, -(dx + dy) * PAN_STEP));
    }
  else if (wheel || (state & GDK_CONTROL_MASK))
    zoom_at_pointer (self, pow (ZOOM_STEP, wheel ? -dy : -dy / 30.0));
  else
    {
      self->fitted = FALSE;
      hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_pan (&self->scale, -dx));
      hearsay_timeline_canvas_scroll (self, dy);
    }
  return TRUE;
}

static void
pinch_begun_cb (HearsayTimelineCanvas *self)
{
  self->pinch_scale = 1.0;
}

static void
pinched_cb (HearsayTimelineCanvas *self,
            double                 scale)
{
  zoom_at_pointer (self, scale / self->pinch_scale);
  self->pinch_scale = scale;
}

static void
focus_on (HearsayTimelineCanvas *self,
          int                    mark)
{
  const HearsayTimeline *timeline = hearsay_timeline_painter_get_timeline (self->painter);
  const HearsayTimelineItem *item = hearsay_timeline_painter_get_item (self->painter, (guint) mark, 0);

  hearsay_timeline_canvas_show_item (self, (guint) (item - timeline->items));
  self->focus = mark;
  hearsay_timeline_canvas_emit (self, "focused", mark, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The nearest mark in that direction; what lies aside counts double. */
static void
move_focus (HearsayTimelineCanvas *self,
            double                 dx,
            double                 dy)
{
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  guint n = hearsay_timeline_painter_get_n_marks (self->painter);
  double nearest = G_MAXDOUBLE;
  HearsayBox from;
  int best = -1;

  if (self->focus < 0 || (guint) self->focus >= n)
    {
      focus_on (self, 0);
      return;
    }
  from = hearsay_timeline_painter_get_box (self->painter, &look, (guint) self->focus);
  for (guint i = 0; i < n; i++)
    {
      HearsayBox box = hearsay_timeline_painter_get_box (self->painter, &look, i);
      double ahead = (box.x0 - from.x0) * dx + (box.y0 - from.y0) * dy;
      double aside = fabs ((box.x0 - from.x0) * dy) + fabs ((box.y0 - from.y0) * dx);

      if (ahead < 1.0 || ahead + 2.0 * aside >= nearest)
        continue;
      nearest = ahead + 2.0 * aside;
      best = (int) i;
    }
  if (best >= 0)
    focus_on (self, best);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
handle_arrow (HearsayTimelineCanvas *self,
              guint                  key,
              GdkModifierType        state)
{
  double dx = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1.0 : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1.0 : 0.0;
  double dy = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1.0 : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1.0 : 0.0;

  if (dx == 0.0 && dy == 0.0)
    return FALSE;
  if (state & GDK_SHIFT_MASK)
    {
      self->fitted = FALSE;
      hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_pan (&self->scale, -dx * PAN_STEP));
      hearsay_timeline_canvas_scroll (self, dy * PAN_STEP);
    }
  else
    move_focus (self, dx, dy);
  return TRUE;
}

static gboolean
handle_zoom_key (HearsayTimelineCanvas *self,
                 guint                  key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      hearsay_timeline_canvas_zoom (self, ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      hearsay_timeline_canvas_zoom (self, 1.0 / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
      /* A day as wide as a tick asks for. */
      hearsay_timeline_canvas_zoom (self, 88.0 / self->scale.pixels_per_day);
      return TRUE;
    case GDK_KEY_9:
      hearsay_timeline_canvas_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (HearsayTimelineCanvas *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state)
{
  guint n = self->painter != NULL ? hearsay_timeline_painter_get_n_marks (self->painter) : 0;

  if (n == 0 || (state & GDK_ALT_MASK))
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    return handle_zoom_key (self, key);
  if (handle_arrow (self, key, state))
    return TRUE;
  if (key == GDK_KEY_Home)
    focus_on (self, 0);
  else if (key == GDK_KEY_End)
    focus_on (self, (int) n - 1);
  else if (key == GDK_KEY_space && self->focus >= 0)
    hearsay_timeline_canvas_emit (self, "selected", self->focus, 0);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->focus >= 0)
    hearsay_timeline_canvas_emit (self, "activated", self->focus, 0);
  else if (key == GDK_KEY_Escape && self->card != NULL && gtk_widget_get_visible (self->card))
    hearsay_timeline_canvas_show_card (self, -1);
  else if (key == GDK_KEY_Escape && self->selected != NULL)
    hearsay_timeline_canvas_emit (self, "selected", -1, 0);
  else
    return FALSE;
  return TRUE;
}

void
hearsay_timeline_canvas_add_controllers (HearsayTimelineCanvas *self)
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
