/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "ui/timeline/hearsay-timeline-canvas-private.h"

#define ZOOM_STEP 1.2

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

/* The lane whose head is there, or -1. */
static int
find_head (HearsayTimelineCanvas *self,
           double                 x,
           double                 y)
{
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);

  if (self->painter == NULL || x < 0.0 || x >= hearsay_timeline_painter_get_metrics (self->painter).undated_x)
    return -1;
  return hearsay_timeline_painter_find_lane (self->painter, &look, y);
}

/* A total stays on top: there is nothing to move. */
static gboolean
grab (HearsayCanvas *canvas,
      double         x,
      double         y)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  int lane = find_head (self, x, y);

  if (lane < 0 || self->timeline->lanes[lane].is_total)
    return FALSE;
  self->dragged_lane = lane;
  self->drop_lane = lane;
  self->drop_y = y;
  return TRUE;
}

static void
drag (HearsayCanvas *canvas,
      double         dx,
      double         dy)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  double top;
  double height;
  int lane;

  self->drop_y += dy;
  lane = hearsay_timeline_painter_find_lane (self->painter, &look, self->drop_y);
  if (lane < 0)
    lane = self->drop_y < hearsay_timeline_painter_get_metrics (self->painter).plot_y ? 0 : (int) self->timeline->n_lanes;
  else
    {
      hearsay_timeline_painter_get_lane (self->painter, (guint) lane, &top, &height);
      lane += self->drop_y + look.scroll_y > top + height / 2.0;
    }
  self->drop_lane = lane;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop (HearsayCanvas *canvas)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  int lane = self->dragged_lane;

  self->dragged_lane = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (lane >= 0 && self->drop_lane != lane && self->drop_lane != lane + 1)
    hearsay_timeline_canvas_emit_moved (self, lane, self->drop_lane);
}

static void
hover (HearsayCanvas *canvas,
       double         x,
       double         y)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);

  set_hover (self, x >= 0.0 ? find_mark (self, x, y) : -1);
}

static void
pan (HearsayCanvas *canvas,
     double         dx,
     double         dy)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);

  if (self->timeline == NULL)
    return;
  if (dx != 0.0)
    {
      self->fitted = FALSE;
      hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_pan (&self->scale, dx));
    }
  hearsay_timeline_canvas_scroll (self, -dy);
}

static void
zoom (HearsayCanvas *canvas,
      double         factor,
      double         x,
      double         y)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  double left = self->painter != NULL ? hearsay_timeline_painter_get_metrics (self->painter).plot_x : 0.0;

  if (self->timeline == NULL)
    return;
  self->fitted = FALSE;
  hearsay_timeline_canvas_put_scale (self, hearsay_time_scale_zoom_at (&self->scale, factor, MAX (x - left, 0.0)));
}

static gboolean
wheel_pans (HearsayCanvas *canvas,
            double         x,
            double         y)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);

  return self->painter != NULL && x < hearsay_timeline_painter_get_metrics (self->painter).undated_x;
}

static void
click (HearsayCanvas   *canvas,
       int              n_press,
       double           x,
       double           y,
       GdkModifierType  state)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  int mark = find_mark (self, x, y);
  int lane = find_head (self, x, y);

  if (lane >= 0)
    hearsay_timeline_canvas_emit_lane (self, lane, n_press, state);
  else if (n_press == 2 && mark >= 0)
    hearsay_timeline_canvas_emit (self, "activated", mark, 0);
  else if (n_press == 1)
    {
      self->focus = mark;
      hearsay_timeline_canvas_emit (self, "selected", mark, state);
    }
}

/* Takes every mark whose centre lies inside. */
static void
lasso (HearsayCanvas          *canvas,
       const graphene_point_t *line,
       guint                   n_points,
       GdkModifierType         state)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  g_autofree gboolean *items = NULL;

  if (self->painter == NULL)
    return;
  items = g_new0 (gboolean, MAX (self->timeline->n_items, 1));
  for (guint i = 0; i < hearsay_timeline_painter_get_n_marks (self->painter); i++)
    {
      HearsayBox box = hearsay_timeline_painter_get_box (self->painter, &look, i);
      guint n = hearsay_timeline_painter_get_mark (self->painter, i)->n_items;

      if (!hearsay_lasso_contains (line, n_points, (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0))
        continue;
      for (guint k = 0; k < n; k++)
        items[hearsay_timeline_painter_get_item (self->painter, i, k) - self->timeline->items] = TRUE;
    }
  hearsay_timeline_canvas_emit_lassoed (self, items, state);
}

static void
menu (HearsayCanvas *canvas,
      double         x,
      double         y)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (canvas);
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  int mark = find_mark (self, x, y);

  if (self->painter == NULL)
    return;
  if (x < 0.0)
    {
      HearsayBox box = { 20.0, 60.0, 20.0, 60.0 };

      mark = self->focus >= 0 && (guint) self->focus < hearsay_timeline_painter_get_n_marks (self->painter) ? self->focus : -1;
      if (mark >= 0)
        box = hearsay_timeline_painter_get_box (self->painter, &look, (guint) mark);
      x = CLAMP ((box.x0 + box.x1) / 2.0, 0.0, look.width);
      y = CLAMP (box.y1, 0.0, look.height);
    }
  hearsay_timeline_canvas_show_card (self, -1);
  hearsay_timeline_canvas_emit_menu (self, mark,
                                     mark >= 0 ? (int) hearsay_timeline_painter_get_mark (self->painter, (guint) mark)->lane
                                               : find_head (self, x, y),
                                     x, y);
}

static void
focus_on (HearsayTimelineCanvas *self,
          int                    mark)
{
  const HearsayTimeline *timeline = hearsay_timeline_painter_get_timeline (self->painter);
  const HearsayTimelineItem *item = hearsay_timeline_painter_get_item (self->painter, (guint) mark, 0);

  hearsay_timeline_canvas_show_item (self, (guint) (item - timeline->items));
  self->focus = mark;
  /* A click before hid it. */
  if (GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
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
              guint                  key)
{
  double dx = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1.0 : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1.0 : 0.0;
  double dy = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1.0 : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1.0 : 0.0;

  if (dx == 0.0 && dy == 0.0)
    return FALSE;
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

static void
select_all (HearsayTimelineCanvas *self,
            gboolean               all)
{
  g_autofree gboolean *items = g_new0 (gboolean, MAX (self->timeline->n_items, 1));

  for (guint i = 0; i < self->timeline->n_items; i++)
    items[i] = all;
  hearsay_timeline_canvas_emit_lassoed (self, items, 0);
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
  if ((state & GDK_CONTROL_MASK) && (key == GDK_KEY_a || key == GDK_KEY_A))
    select_all (self, !(state & GDK_SHIFT_MASK));
  else if ((state & GDK_CONTROL_MASK) && key == GDK_KEY_space && self->focus >= 0)
    hearsay_timeline_canvas_emit (self, "selected", self->focus, GDK_CONTROL_MASK);
  else if (state & GDK_CONTROL_MASK)
    return handle_zoom_key (self, key);
  else if (hearsay_canvas_pan_by_key (HEARSAY_CANVAS (self), key, state) || handle_arrow (self, key))
    return TRUE;
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    hearsay_timeline_canvas_scroll (self, (key == GDK_KEY_Page_Up ? -1.0 : 1.0) * gtk_adjustment_get_page_increment (self->vertical));
  else if (key == GDK_KEY_Home)
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
hearsay_timeline_canvas_add_keys (HearsayTimelineCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
hearsay_timeline_canvas_init_input (HearsayCanvasClass *klass)
{
  klass->pan = pan;
  klass->zoom = zoom;
  klass->hover = hover;
  klass->click = click;
  klass->menu = menu;
  klass->lasso = lasso;
  klass->grab = grab;
  klass->drag = drag;
  klass->drop = drop;
  klass->wheel_pans = wheel_pans;
}
