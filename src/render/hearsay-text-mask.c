/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-text-mask.h"

/* Masks that nobody uses are kept until they take up so much. */
#define MAX_BYTES (24 * 1024 * 1024)

static GMutex lock;
static GHashTable *masks; /* char * → HearsayTextMask, one reference each */
static gsize n_bytes;

static gsize
mask_size (const HearsayTextMask *mask)
{
  return (gsize) mask->stride * (gsize) mask->height * (mask->halo != NULL ? 2 : 1);
}

static void
clear (gpointer data)
{
  HearsayTextMask *self = data;

  g_free (self->ink);
  g_free (self->halo);
}

void
hearsay_text_mask_unref (HearsayTextMask *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* The greatest value within @radius, row by row: simple loops over bytes, which compilers make fast. */
static guint8 *
dilate (const guint8 *from,
        int           width,
        int           height,
        int           stride,
        double        radius)
{
  guint8 *to = g_malloc0 ((gsize) stride * (gsize) height);
  int reach = (int) radius;

  for (int dy = -reach; dy <= reach; dy++)
    {
      int across = (int) sqrt (radius * radius - dy * dy);

      for (int y = MAX (0, -dy); y < MIN (height, height - dy); y++)
        {
          const guint8 *source = from + (y + dy) * stride;
          guint8 *target = to + y * stride;

          for (int dx = -across; dx <= across; dx++)
            {
              int first = MAX (0, -dx);
              int last = MIN (width, width - dx);

              for (int x = first; x < last; x++)
                target[x] = MAX (target[x], source[x + dx]);
            }
        }
    }
  return to;
}

static HearsayTextMask *
new_mask (const char            *text,
          const HearsayTextLook *look,
          double                 scale,
          gboolean               with_halo)
{
  HearsayTextMask *self = g_atomic_rc_box_new0 (HearsayTextMask);
  double pad = with_halo ? HEARSAY_TEXT_HALO * scale + 1.0 : 1.0;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;

  hearsay_text_measure (text, look, &width, &height);
  self->width = (int) ceil (MIN (width * scale, 8000.0) + 2.0 * pad) + 2;
  self->height = (int) ceil (MIN (height * scale, 1000.0) + 2.0 * pad);
  self->stride = cairo_format_stride_for_width (CAIRO_FORMAT_A8, self->width);
  self->ink = g_malloc0 ((gsize) self->stride * (gsize) self->height);
  surface = cairo_image_surface_create_for_data (self->ink, CAIRO_FORMAT_A8, self->width, self->height, self->stride);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  hearsay_text_draw (cr, text, look, HEARSAY_TEXT_MIDDLE, self->width / 2.0 / scale, self->height / 2.0 / scale,
                     (HearsayColour) { 0.0, 0.0, 0.0, 1.0 });
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (with_halo)
    self->halo = dilate (self->ink, self->width, self->height, self->stride, HEARSAY_TEXT_HALO * scale);
  return self;
}

static void
keep (char            *key,
      HearsayTextMask *mask)
{
  if (masks == NULL)
    masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hearsay_text_mask_unref);
  if (n_bytes + mask_size (mask) > MAX_BYTES)
    {
      g_hash_table_remove_all (masks);
      n_bytes = 0;
    }
  if (!g_hash_table_contains (masks, key))
    n_bytes += mask_size (mask);
  g_hash_table_replace (masks, key, g_atomic_rc_box_acquire (mask));
}

/**
 * hearsay_text_mask_get:
 * @scale: pixels a world unit
 * @with_halo: whether the halo is needed
 *
 * Makes the mask, or finds the one that was made before.
 *
 * Returns: (transfer full): a mask
 */
HearsayTextMask *
hearsay_text_mask_get (const char            *text,
                       const HearsayTextLook *look,
                       double                 scale,
                       gboolean               with_halo)
{
  char *key;
  HearsayTextMask *mask;

  g_return_val_if_fail (text != NULL && look != NULL && scale > 0.0, NULL);

  key = g_strdup_printf ("%.2f %d %.1f %.3f %d %s", look->size, look->weight, look->max_width, scale, with_halo, text);
  g_mutex_lock (&lock);
  mask = masks != NULL ? g_hash_table_lookup (masks, key) : NULL;
  if (mask != NULL)
    g_atomic_rc_box_acquire (mask);
  g_mutex_unlock (&lock);
  if (mask != NULL)
    {
      g_free (key);
      return mask;
    }
  mask = new_mask (text, look, scale, with_halo);
  g_mutex_lock (&lock);
  keep (key, mask);
  g_mutex_unlock (&lock);
  return mask;
}
