/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-canvas-private.h"

#include <adwaita.h>

#include "ui/widgets/hearsay-style.h"

/* Without a new movement for so long, the view has settled. */
#define SETTLE_MS 34

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HearsayCanvas, hearsay_canvas, GTK_TYPE_WIDGET)

HearsayCanvasPrivate *
_hearsay_canvas_get_private (HearsayCanvas *self)
{
  return hearsay_canvas_get_instance_private (self);
}

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

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  HEARSAY_CANVAS_GET_CLASS (widget)->menu (HEARSAY_CANVAS (widget), -1.0, -1.0);
  return TRUE;
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
  _hearsay_canvas_add_gestures (self);
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
