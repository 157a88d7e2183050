/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "ui/widgets/hearsay-style.h"

/* A click may tremble so far. */
#define CLICK_ROOM 4.0

#define ZOOM_STEP 1.2
#define PAN_STEP 60.0

/* Two pixels of a touchpad with Ctrl held, or a notch of a wheel, come equally close. */
#define TOUCHPAD_NOTCH 30.0

/* Free motion loses this part of its speed each second; below the least speed
 * (in pixels a second) it has come to rest. */
#define FRICTION 4.0
#define LEAST_SPEED 24.0
#define LEAST_SWIPE 160.0

/* Without a new movement for so long, the view has settled. */
#define SETTLE_MS 34

/**
 * HearsayCanvas:
 *
 * A drawing that is painted on another thread and moved meanwhile: gestures,
 * wheel, touchpad and the line of a lasso. What is drawn, and what lies where,
 * is its subclass's.
 */
typedef struct
{
  HearsayPicture *picture;
  double pointer_x;
  double pointer_y;

  gboolean dragging;
  gboolean grabbed;
  double drag_x;
  double drag_y;
  double pinch_scale;
  GArray *lasso; /* nullable: of graphene_point_t */

  double speed_x; /* pixels a second */
  double speed_y;
  gint64 moved_at;
  guint tick_id;
  guint settle_id;
} HearsayCanvasPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HearsayCanvas, hearsay_canvas, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((HearsayCanvasPrivate *) hearsay_canvas_get_instance_private (self))

/**
 * hearsay_lasso_contains:
 * @line: (array length=n_points): its ends are joined
 *
 * Returns: whether the line goes around (@x, @y), by the even-odd rule
 */
gboolean
hearsay_lasso_contains (const graphene_point_t *line,
                        guint                   n_points,
                        double                  x,
                        double                  y)
{
  gboolean inside = FALSE;

  g_return_val_if_fail (line != NULL || n_points == 0, FALSE);

  for (guint i = 0, k = n_points - 1; i < n_points; k = i++)
    {
      if ((line[i].y > y) != (line[k].y > y) &&
          x < (double) (line[k].x - line[i].x) * (y - line[i].y) / (double) (line[k].y - line[i].y) + line[i].x)
        inside = !inside;
    }
  return inside;
}

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

static gboolean
animations_wanted (HearsayCanvas *self)
{
  return adw_get_enable_animations (GTK_WIDGET (self));
}

/* The speed decays; its integral over the time since the last frame is the way. */
static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  HearsayCanvas *self = HEARSAY_CANVAS (widget);
  HearsayCanvasPrivate *priv = PRIVATE (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double left = exp (-FRICTION * (double) (now - priv->moved_at) / G_USEC_PER_SEC);

  pan (self, priv->speed_x * (1.0 - left) / FRICTION, priv->speed_y * (1.0 - left) / FRICTION);
  priv->moved_at = now;
  priv->speed_x *= left;
  priv->speed_y *= left;
  if (hypot (priv->speed_x, priv->speed_y) >= LEAST_SPEED)
    return G_SOURCE_CONTINUE;
  priv->tick_id = 0;
  hover (self, priv->pointer_x, priv->pointer_y);
  return G_SOURCE_REMOVE;
}

static void
glide (HearsayCanvas *self,
       double         speed_x,
       double         speed_y)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);

  hearsay_canvas_stop (self);
  if (!animations_wanted (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)) || hypot (speed_x, speed_y) < LEAST_SPEED)
    return;
  priv->speed_x = speed_x;
  priv->speed_y = speed_y;
  priv->moved_at = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  priv->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/**
 * hearsay_canvas_stop:
 *
 * Ends a motion that goes on by itself.
 */
void
hearsay_canvas_stop (HearsayCanvas *self)
{
  HearsayCanvasPrivate *priv;

  g_return_if_fail (HEARSAY_IS_CANVAS (self));

  priv = PRIVATE (self);
  if (priv->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick_id);
  priv->tick_id = 0;
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
    glide (self, speed_x, speed_y);
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

static void
long_pressed_cb (HearsayCanvas *self,
                 double         x,
                 double         y)
{
  HEARSAY_CANVAS_GET_CLASS (self)->menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  HEARSAY_CANVAS_GET_CLASS (widget)->menu (HEARSAY_CANVAS (widget), -1.0, -1.0);
  return TRUE;
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
  glide (self, -speed_x, -speed_y);
}

static void
pinch_begun_cb (HearsayCanvas *self)
{
  hearsay_canvas_stop (self);
  PRIVATE (self)->pinch_scale = 1.0;
}

static void
pinched_cb (HearsayCanvas *self,
            double         scale,
            GtkGesture    *gesture)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  double x = priv->pointer_x;
  double y = priv->pointer_y;

  if (gtk_gesture_is_recognized (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  HEARSAY_CANVAS_GET_CLASS (self)->zoom (self, scale / priv->pinch_scale, x, y);
  priv->pinch_scale = scale;
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

static void
hearsay_canvas_unmap (GtkWidget *widget)
{
  hearsay_canvas_stop (HEARSAY_CANVAS (widget));

  GTK_WIDGET_CLASS (hearsay_canvas_parent_class)->unmap (widget);
}

static void
hearsay_canvas_dispose (GObject *object)
{
  HearsayCanvasPrivate *priv = PRIVATE (HEARSAY_CANVAS (object));

  hearsay_canvas_stop (HEARSAY_CANVAS (object));
  g_clear_handle_id (&priv->settle_id, g_source_remove);
  if (priv->picture != NULL)
    g_signal_handlers_disconnect_by_data (priv->picture, object);
  g_clear_object (&priv->picture);
  g_clear_pointer (&priv->lasso, g_array_unref);

  G_OBJECT_CLASS (hearsay_canvas_parent_class)->dispose (object);
}

static void
hearsay_canvas_class_init (HearsayCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_canvas_dispose;
  widget_class->unmap = hearsay_canvas_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
}

static void
style_changed_cb (HearsayCanvas *self)
{
  hearsay_canvas_repaint (self);
}

static void
hearsay_canvas_init (HearsayCanvas *self)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  GtkWidget *widget = GTK_WIDGET (self);

  priv->pointer_x = priv->pointer_y = -1.0;
  priv->picture = hearsay_picture_new ();
  g_signal_connect_swapped (priv->picture, "ready", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  add_pointer (self);
  add_buttons (self);
}

/**
 * hearsay_canvas_get_picture:
 *
 * Returns: (transfer none): what is painted on another thread
 */
HearsayPicture *
hearsay_canvas_get_picture (HearsayCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_CANVAS (self), NULL);

  return PRIVATE (self)->picture;
}

/* Where the pointer was last, in pixels of the widget. */
void
hearsay_canvas_get_pointer (HearsayCanvas *self,
                            double        *x,
                            double        *y)
{
  g_return_if_fail (HEARSAY_IS_CANVAS (self));

  *x = PRIVATE (self)->pointer_x;
  *y = PRIVATE (self)->pointer_y;
}

gboolean
hearsay_canvas_is_dragging (HearsayCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_CANVAS (self), FALSE);

  return PRIVATE (self)->dragging;
}

/**
 * hearsay_canvas_repaint:
 *
 * Asks for another picture at once: something else is to be seen.
 */
void
hearsay_canvas_repaint (HearsayCanvas *self)
{
  g_return_if_fail (HEARSAY_IS_CANVAS (self));

  g_clear_handle_id (&PRIVATE (self)->settle_id, g_source_remove);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  HEARSAY_CANVAS_GET_CLASS (self)->repaint (self);
}

static gboolean
settled_cb (gpointer data)
{
  HearsayCanvas *self = HEARSAY_CANVAS (data);

  PRIVATE (self)->settle_id = 0;
  hearsay_canvas_repaint (self);
  return G_SOURCE_REMOVE;
}

/**
 * hearsay_canvas_queue_repaint:
 *
 * Asks for another picture once the view has come to rest: meanwhile the one on
 * screen is moved and stretched.
 */
void
hearsay_canvas_queue_repaint (HearsayCanvas *self)
{
  HearsayCanvasPrivate *priv;

  g_return_if_fail (HEARSAY_IS_CANVAS (self));

  priv = PRIVATE (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_clear_handle_id (&priv->settle_id, g_source_remove);
  priv->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/**
 * hearsay_canvas_snapshot_lasso:
 *
 * Draws the line that is being drawn, if any, over everything else.
 */
void
hearsay_canvas_snapshot_lasso (HearsayCanvas *self,
                               GtkSnapshot   *snapshot)
{
  static const double dashes[] = { 5.0, 4.0 };
  GArray *lasso;
  HearsayColour accent;
  cairo_t *cr;

  g_return_if_fail (HEARSAY_IS_CANVAS (self));

  lasso = PRIVATE (self)->lasso;
  if (lasso == NULL || lasso->len < 2)
    return;
  accent = hearsay_palette_role (hearsay_style_current (), HEARSAY_ROLE_ACCENT);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                                 (float) gtk_widget_get_height (GTK_WIDGET (self))));
  for (guint i = 0; i < lasso->len; i++)
    cairo_line_to (cr, g_array_index (lasso, graphene_point_t, i).x, g_array_index (lasso, graphene_point_t, i).y);
  cairo_close_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, dashes, 2, 0.0);
  cairo_set_line_width (cr, 1.5);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 1.0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
