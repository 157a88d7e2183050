/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/canvas/hearsay-picture.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_CANVAS (hearsay_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (HearsayCanvas, hearsay_canvas, HEARSAY, CANVAS, GtkWidget)

/**
 * HearsayCanvasClass:
 * @repaint: asks the picture for what is in sight now
 * @pan: the drawing moves by so many pixels to the right and down
 * @zoom: comes closer by @factor; (@x, @y) stays where it is
 * @hover: the pointer is here; −1, −1: nowhere, or it moves the drawing
 * @click: somebody clicked without dragging, or, with @n_press 2, for the second time
 * @menu: the context menu of what is at this place is wanted; −1, −1: of what the keyboard is on
 * @lasso: the line around what is to be selected is closed
 * @grab: (nullable): whether a drag that begins here moves something else than the drawing
 * @drag: (nullable): what was grabbed moves by so many pixels
 * @drop: (nullable): it has been let go
 * @wheel_pans: (nullable): whether the wheel moves the drawing up and down here, instead of zooming
 *
 * What a drawing does with the gestures that all drawings share.
 */
struct _HearsayCanvasClass
{
  GtkWidgetClass parent_class;

  void     (*repaint)    (HearsayCanvas          *self);
  void     (*pan)        (HearsayCanvas          *self,
                          double                  dx,
                          double                  dy);
  void     (*zoom)       (HearsayCanvas          *self,
                          double                  factor,
                          double                  x,
                          double                  y);
  void     (*hover)      (HearsayCanvas          *self,
                          double                  x,
                          double                  y);
  void     (*click)      (HearsayCanvas          *self,
                          int                     n_press,
                          double                  x,
                          double                  y,
                          GdkModifierType         state);
  void     (*menu)       (HearsayCanvas          *self,
                          double                  x,
                          double                  y);
  void     (*lasso)      (HearsayCanvas          *self,
                          const graphene_point_t *line,
                          guint                   n_points,
                          GdkModifierType         state);
  gboolean (*grab)       (HearsayCanvas          *self,
                          double                  x,
                          double                  y);
  void     (*drag)       (HearsayCanvas          *self,
                          double                  dx,
                          double                  dy);
  void     (*drop)       (HearsayCanvas          *self);
  gboolean (*wheel_pans) (HearsayCanvas          *self,
                          double                  x,
                          double                  y);
};

HearsayPicture *hearsay_canvas_get_picture    (HearsayCanvas          *self);
void            hearsay_canvas_get_pointer    (HearsayCanvas          *self,
                                               double                 *x,
                                               double                 *y);
gboolean        hearsay_canvas_is_dragging    (HearsayCanvas          *self);
void            hearsay_canvas_repaint        (HearsayCanvas          *self);
void            hearsay_canvas_queue_repaint  (HearsayCanvas          *self);
void            hearsay_canvas_stop           (HearsayCanvas          *self);
void            hearsay_canvas_snapshot_lasso (HearsayCanvas          *self,
                                               GtkSnapshot            *snapshot);
cairo_t        *hearsay_canvas_begin_overlay  (HearsayCanvas          *self) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_canvas_end_overlay    (HearsayCanvas          *self,
                                               GtkSnapshot            *snapshot,
                                               cairo_t                *cr);
gboolean        hearsay_canvas_pan_by_key     (HearsayCanvas          *self,
                                               guint                   key,
                                               GdkModifierType         state);
gboolean        hearsay_lasso_contains        (const graphene_point_t *line,
                                               guint                   n_points,
                                               double                  x,
                                               double                  y);

G_END_DECLS
