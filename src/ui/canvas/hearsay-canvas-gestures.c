/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-canvas-private.h"

#include <math.h>

/* A click may tremble so far. */
#define CLICK_ROOM 4.0

#define ZOOM_STEP 1.2
#define PAN_STEP 60.0

/* Two pixels of a touchpad with Ctrl held, or a notch of a wheel, come equally close. */
#define TOUCHPAD_NOTCH 30.0

/* Free motion needs at least this speed, in pixels a second, to begin. */
#define LEAST_SWIPE 160.0

static void
pan (HearsayCanvas *self,
     double         dx,
     double         dy)
{
  HEARSAY_CANVAS_GET_CLASS (self)->pan (self, dx, dy);
}

static void
hover (HearsayCanvas *self,
       double         x,
       double         y)
{
  HEARSAY_CANVAS_GET_CLASS (self)->hover (self, x, y);
}

static void
moved_cb (HearsayCanvas *self,
          double         x,
          double         y)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);

  priv->pointer_x = x;
  priv->pointer_y = y;
  if (!priv->dragging && priv->tick_id == 0)
    hover (self, x, y);
}

static void
left_cb (HearsayCanvas *self)
{
  hover (self, -1.0, -1.0);
}

static void
drag_begun_cb (HearsayCanvas *self,
               double         x,
               double         y)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  hearsay_canvas_stop (self);
  priv->dragging = FALSE;
  priv->interrupted = FALSE;
  priv->drag_x = priv->drag_y = 0.0;
}

static void
start_drag (HearsayCanvas  *self,
            GtkGestureDrag *gesture)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  HearsayCanvasClass *klass = HEARSAY_CANVAS_GET_CLASS (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x = 0.0;
  double y = 0.0;

  priv->dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  hover (self, -1.0, -1.0);
  priv->grabbed = !(state & GDK_SHIFT_MASK) && klass->grab != NULL && klass->grab (self, x, y);
  if (state & GDK_SHIFT_MASK)
    {
      graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

      priv->lasso = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
      g_array_append_val (priv->lasso, point);
    }
}

static void
drag_updated_cb (HearsayCanvas  *self,
                 double          dx,
                 double          dy,
                 GtkGestureDrag *gesture)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);

  if (!priv->dragging && hypot (dx, dy) < CLICK_ROOM)
    return;
  if (!priv->dragging)
    start_drag (self, gesture);
  if (priv->lasso != NULL)
    {
      graphene_point_t first = g_array_index (priv->lasso, graphene_point_t, 0);
      graphene_point_t point = GRAPHENE_POINT_INIT (first.x + (float) dx, first.y + (float) dy);

      g_array_append_val (priv->lasso, point);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (priv->grabbed)
    HEARSAY_CANVAS_GET_CLASS (self)->drag (self, dx - priv->drag_x, dy - priv->drag_y);
  else
    pan (self, dx - priv->drag_x, dy - priv->drag_y);
  priv->drag_x = dx;
  priv->drag_y = dy;
}

static void
drag_ended_cb (HearsayCanvas  *self,
               double          dx,
               double          dy,
               GtkGestureDrag *gesture)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  HearsayCanvasClass *klass = HEARSAY_CANVAS_GET_CLASS (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GArray) lasso = g_steal_pointer (&priv->lasso);
  double x;
  double y;

  if (!priv->dragging && priv->interrupted)
    return;
  if (!priv->dragging && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    klass->click (self, 1, x, y, state);
  else if (lasso != NULL)
    {
      klass->lasso (self, (graphene_point_t *) lasso->data, lasso->len, state);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (priv->grabbed && klass->drop != NULL)
    klass->drop (self);
  priv->dragging = FALSE;
}

/* Comes before the end of the drag: only a drag of the ground goes on by itself. */
static void
swiped_cb (HearsayCanvas *self,
           double         speed_x,
           double         speed_y)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);

  if (priv->dragging && !priv->grabbed && priv->lasso == NULL && hypot (speed_x, speed_y) >= LEAST_SWIPE)
    _hearsay_canvas_glide (self, speed_x, speed_y);
}

static void
pressed_cb (HearsayCanvas   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  if (n_press == 2)
    HEARSAY_CANVAS_GET_CLASS (self)->click (self, 2, x, y,
                                            gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
menu_pressed_cb (HearsayCanvas *self,
                 int            n_press,
                 double         x,
                 double         y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  HEARSAY_CANVAS_GET_CLASS (self)->menu (self, x, y);
}

/* The finger may move on: from here on it is no drag, and no click when it goes. */
static void
long_pressed_cb (HearsayCanvas *self,
                 double         x,
                 double         y,
                 GtkGesture    *gesture)
{
  PRIVATE (self)->interrupted = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  HEARSAY_CANVAS_GET_CLASS (self)->menu (self, x, y);
}

static gboolean
scrolled_cb (HearsayCanvas            *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *controller)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  HearsayCanvasClass *klass = HEARSAY_CANVAS_GET_CLASS (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  hearsay_canvas_stop (self);
  if (wheel && (state & GDK_SHIFT_MASK))
    pan (self, -(dx + dy) * PAN_STEP, 0.0);
  else if (wheel && klass->wheel_pans != NULL && klass->wheel_pans (self, priv->pointer_x, priv->pointer_y))
    pan (self, -dx * PAN_STEP, -dy * PAN_STEP);
  else if (wheel || (state & GDK_CONTROL_MASK))
    klass->zoom (self, pow (ZOOM_STEP, wheel ? -dy : -dy / TOUCHPAD_NOTCH), priv->pointer_x, priv->pointer_y);
  else
    pan (self, -dx, -dy);
  return TRUE;
}

static void
decelerated_cb (HearsayCanvas *self,
                double         speed_x,
                double         speed_y)
{
  _hearsay_canvas_glide (self, -speed_x, -speed_y);
}

/* The drag of the first finger ends: both together move the view from here on. */
static void
pinch_begun_cb (HearsayCanvas    *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);

  hearsay_canvas_stop (self);
  priv->interrupted = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  priv->pinch_scale = 1.0;
  priv->pinch_x = priv->pointer_x;
  priv->pinch_y = priv->pointer_y;
  if (gtk_gesture_is_recognized (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &priv->pinch_x, &priv->pinch_y);
}

static void
pinched_cb (HearsayCanvas *self,
            double         scale,
            GtkGesture    *gesture)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  double x = priv->pinch_x;
  double y = priv->pinch_y;

  if (gtk_gesture_is_recognized (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  /* What lies between the fingers stays between them. */
  if (x != priv->pinch_x || y != priv->pinch_y)
    pan (self, x - priv->pinch_x, y - priv->pinch_y);
  if (scale > 0.0)
    HEARSAY_CANVAS_GET_CLASS (self)->zoom (self, scale / priv->pinch_scale, x, y);
  priv->pinch_scale = scale > 0.0 ? scale : priv->pinch_scale;
  priv->pinch_x = x;
  priv->pinch_y = y;
}

/**
 * hearsay_canvas_pan_by_key:
 *
 * Shift with an arrow moves the view, and the drawing the other way.
 *
 * Returns: whether @key did so
 */
gboolean
hearsay_canvas_pan_by_key (HearsayCanvas   *self,
                           guint            key,
                           GdkModifierType  state)
{
  double dx = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1.0 : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1.0 : 0.0;
  double dy = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1.0 : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1.0 : 0.0;

  g_return_val_if_fail (HEARSAY_IS_CANVAS (self), FALSE);

  if (!(state & GDK_SHIFT_MASK) || (dx == 0.0 && dy == 0.0))
    return FALSE;
  hearsay_canvas_stop (self);
  pan (self, -dx * PAN_STEP, -dy * PAN_STEP);
  return TRUE;
}

static void
add_pointer (HearsayCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (scroll, "scroll-begin", G_CALLBACK (hearsay_canvas_stop), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerated_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

static void
add_buttons (HearsayCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swiped_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  /* Of two controllers the one added last hears of an event first. */
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));
}

/* What moves the view, and what is clicked in it. */
void
_hearsay_canvas_add_gestures (HearsayCanvas *self)
{
  add_pointer (self);
  add_buttons (self);
}
