/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-canvas-private.h"

#include <adwaita.h>
#include <math.h>

/* Free motion loses this part of its speed each second; below the least speed
 * (in pixels a second) it has come to rest. */
#define FRICTION 4.0
#define LEAST_SPEED 24.0
/* A flick goes no farther than this part of the view: what was in sight must not be lost by one. */
#define FARTHEST_WAY 0.5

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

  HEARSAY_CANVAS_GET_CLASS (self)->pan (self, priv->speed_x * (1.0 - left) / FRICTION, priv->speed_y * (1.0 - left) / FRICTION);
  priv->moved_at = now;
  priv->speed_x *= left;
  priv->speed_y *= left;
  if (hypot (priv->speed_x, priv->speed_y) >= LEAST_SPEED)
    return G_SOURCE_CONTINUE;
  priv->tick_id = 0;
  HEARSAY_CANVAS_GET_CLASS (self)->hover (self, priv->pointer_x, priv->pointer_y);
  return G_SOURCE_REMOVE;
}

/* The share of a speed from which a glide comes to rest soon enough. */
static double
bound_speed (HearsayCanvas *self,
             double         speed_x,
             double         speed_y)
{
  double way = hypot (speed_x, speed_y) / FRICTION;
  double farthest = FARTHEST_WAY * MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  return way > farthest ? farthest / way : 1.0;
}

/* A motion that goes on by itself and slows down, from a speed in pixels a second. */
void
_hearsay_canvas_glide (HearsayCanvas *self,
                       double         speed_x,
                       double         speed_y)
{
  HearsayCanvasPrivate *priv = PRIVATE (self);
  double share = bound_speed (self, speed_x, speed_y);

  hearsay_canvas_stop (self);
  if (!animations_wanted (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)) || hypot (speed_x, speed_y) < LEAST_SPEED)
    return;
  priv->speed_x = speed_x * share;
  priv->speed_y = speed_y * share;
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
