/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-raster-private.h"

static gboolean
take_clip (HearsayRaster *self,
           cairo_t       *cr)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean plain = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles <= 1;
  cairo_rectangle_t clip = plain && list->num_rectangles == 1 ? list->rectangles[0] : (cairo_rectangle_t) { 0 };

  cairo_rectangle_list_destroy (list);
  if (!plain)
    return FALSE;
  self->x0 = (int) MAX (floor (clip.x * self->scale + self->dx + 0.5), 0.0);
  self->y0 = (int) MAX (floor (clip.y * self->scale + self->dy + 0.5), 0.0);
  self->x1 = (int) MIN (floor ((clip.x + clip.width) * self->scale + self->dx + 0.5), cairo_image_surface_get_width (self->surface));
  self->y1 = (int) MIN (floor ((clip.y + clip.height) * self->scale + self->dy + 0.5), cairo_image_surface_get_height (self->surface));
  return TRUE;
}

/**
 * hearsay_raster_new:
 * @cr: not used until the raster is freed
 *
 * Returns: (transfer full) (nullable): a raster on the pixels that @cr paints
 *   on; %NULL where these are none, turned or oddly clipped
 */
HearsayRaster *
hearsay_raster_new (cairo_t *cr)
{
  g_autoptr (HearsayRaster) self = NULL;
  cairo_surface_t *surface;
  cairo_matrix_t matrix;
  double device_x;
  double device_y;
  double scale_x;
  double scale_y;

  g_return_val_if_fail (cr != NULL, NULL);

  surface = cairo_get_group_target (cr);
  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0.0 || matrix.yx != 0.0 ||
      matrix.xx <= 0.0 || fabs (matrix.xx - matrix.yy) > 1e-9 || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER ||
      (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32 && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24))
    return NULL;
  cairo_surface_get_device_offset (surface, &device_x, &device_y);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  if (scale_x != scale_y)
    return NULL;
  self = g_new0 (HearsayRaster, 1);
  self->surface = cairo_surface_reference (surface);
  self->scale = matrix.xx * scale_x;
  self->dx = matrix.x0 * scale_x + device_x;
  self->dy = matrix.y0 * scale_x + device_y;
  if (!take_clip (self, cr))
    return NULL;
  cairo_surface_flush (surface);
  self->data = cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface);
  if (self->data == NULL)
    return NULL;
  self->x1 = MAX (self->x1, self->x0);
  self->y1 = MAX (self->y1, self->y0);
  self->cover = g_malloc0 ((gsize) (self->x1 - self->x0 + 1) * HEARSAY_RASTER_CHUNK_ROWS);
  return g_steal_pointer (&self);
}

/**
 * hearsay_raster_new_band:
 * @whole: outlives the band
 * @band: of @n_bands, from above
 *
 * Several threads may paint at once, each on a band of its own: every pixel is
 * then painted in the same order as by one thread.
 *
 * Returns: (transfer full): a raster on some of the rows
 */
HearsayRaster *
hearsay_raster_new_band (const HearsayRaster *whole,
                         guint                band,
                         guint                n_bands)
{
  HearsayRaster *self;
  int rows;

  g_return_val_if_fail (whole != NULL && band < n_bands, NULL);

  self = g_memdup2 (whole, sizeof *whole);
  rows = whole->y1 - whole->y0;
  self->surface = cairo_surface_reference (whole->surface);
  self->band = TRUE;
  self->y0 = whole->y0 + (int) ((gint64) rows * band / n_bands);
  self->y1 = whole->y0 + (int) ((gint64) rows * (band + 1) / n_bands);
  self->cover = g_malloc0 ((gsize) (self->x1 - self->x0 + 1) * HEARSAY_RASTER_CHUNK_ROWS);
  return self;
}

/**
 * hearsay_raster_rows:
 * @y0: (out): the first row that is painted, in world units
 * @y1: (out): the end of the last one
 */
void
hearsay_raster_rows (const HearsayRaster *self,
                     double              *y0,
                     double              *y1)
{
  g_return_if_fail (self != NULL);

  *y0 = (self->y0 - self->dy) / self->scale;
  *y1 = (self->y1 - self->dy) / self->scale;
}

/**
 * hearsay_raster_free:
 *
 * What was painted can be seen now.
 */
void
hearsay_raster_free (HearsayRaster *self)
{
  if (self == NULL)
    return;
  if (self->data != NULL && !self->band)
    cairo_surface_mark_dirty (self->surface);
  cairo_surface_destroy (self->surface);
  g_free (self->cover);
  g_free (self);
}

/**
 * hearsay_raster_scale:
 *
 * Returns: pixels a world unit
 */
double
hearsay_raster_scale (const HearsayRaster *self)
{
  g_return_val_if_fail (self != NULL, 1.0);

  return self->scale;
}
