/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-canvas.h"

#include <math.h>

/* What is drawn live over the picture is small: only where its ink lies is a node of
 * the frame, so that GTK draws no more than that anew when the pointer goes on. */

/**
 * hearsay_canvas_begin_overlay:
 *
 * Returns: (transfer full): what to draw on, in pixels of the widget; for hearsay_canvas_end_overlay()
 */
cairo_t *
hearsay_canvas_begin_overlay (HearsayCanvas *self)
{
  cairo_surface_t *recording;
  cairo_t *cr;

  g_return_val_if_fail (HEARSAY_IS_CANVAS (self), NULL);

  recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (recording);
  cairo_surface_destroy (recording);
  cairo_rectangle (cr, 0.0, 0.0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_clip (cr);
  return cr;
}

/**
 * hearsay_canvas_end_overlay:
 * @cr: (transfer full): from hearsay_canvas_begin_overlay()
 *
 * Adds what was drawn to the frame, if anything was.
 */
void
hearsay_canvas_end_overlay (HearsayCanvas *self,
                            GtkSnapshot   *snapshot,
                            cairo_t       *cr)
{
  cairo_surface_t *recording;
  graphene_rect_t bounds;
  double x;
  double y;
  double width;
  double height;

  g_return_if_fail (HEARSAY_IS_CANVAS (self));
  g_return_if_fail (cr != NULL);

  recording = cairo_surface_reference (cairo_get_target (cr));
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
  graphene_rect_init (&bounds, (float) floor (x), (float) floor (y), (float) (ceil (x + width) - floor (x)),
                      (float) (ceil (y + height) - floor (y)));
  if (width > 0.0 && height > 0.0)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      cairo_set_source_surface (cr, recording, 0.0, 0.0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (recording);
}
