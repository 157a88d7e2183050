/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/canvas/hearsay-canvas.h"

G_BEGIN_DECLS

/* Between hearsay-canvas.c, -gestures.c and -glide.c. */

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
  gboolean interrupted; /* a second finger, or a long press, has taken the drag over */
  double pinch_scale;
  double pinch_x;
  double pinch_y;
  GArray *lasso; /* nullable: of graphene_point_t */

  double speed_x; /* pixels a second */
  double speed_y;
  gint64 moved_at;
  guint tick_id;
  guint settle_id;
} HearsayCanvasPrivate;

HearsayCanvasPrivate *_hearsay_canvas_get_private  (HearsayCanvas *self);
void                  _hearsay_canvas_add_gestures (HearsayCanvas *self);
void                  _hearsay_canvas_glide        (HearsayCanvas *self,
                                                    double         speed_x,
                                                    double         speed_y);

#define PRIVATE(self) (_hearsay_canvas_get_private (self))

G_END_DECLS
