/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARSAY_TYPE_PICTURE (hearsay_picture_get_type ())
G_DECLARE_FINAL_TYPE (HearsayPicture, hearsay_picture, HEARSAY, PICTURE, GObject)

/**
 * HearsayPictureJob:
 * @width: in logical pixels
 * @scale: device pixels for each
 * @paint: called on another thread, with the origin at the upper left; may write its results into @data
 * @data: (transfer full): everything it needs; no widgets, no objects of the main thread
 */
typedef struct
{
  int width;
  int height;
  int scale;
  void (*paint) (cairo_t  *cr,
                 gpointer  data);
  gpointer data;
  GDestroyNotify free_data;
} HearsayPictureJob;

/* Signal “ready”: another picture has been painted. */

HearsayPicture *hearsay_picture_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_picture_request     (HearsayPicture          *self,
                                             const HearsayPictureJob *job);
GdkTexture     *hearsay_picture_get_texture (HearsayPicture          *self); /* nullable */
void            hearsay_picture_append      (HearsayPicture          *self,
                                             GtkWidget               *widget,
                                             GtkSnapshot             *snapshot,
                                             const graphene_rect_t   *clip,
                                             const graphene_rect_t   *place);
gpointer        hearsay_picture_get_data    (HearsayPicture          *self); /* of the job that painted the texture; nullable */
gboolean        hearsay_picture_is_busy     (HearsayPicture          *self);
void            hearsay_picture_clear       (HearsayPicture          *self);

G_END_DECLS
