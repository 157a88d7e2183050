/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <math.h>
#include <string.h>

#include "render/hearsay-raster.h"

G_BEGIN_DECLS

/* Between hearsay-raster.c, -stroke.c and -shapes.c. */

/* A stroke is covered and blended in so many rows at a time: they stay in the
 * processor's cache, which a whole picture does not. */
#define HEARSAY_RASTER_CHUNK_ROWS 32

/**
 * HearsayRaster:
 *
 * Ten thousand lines a frame are too many for a general path filler. Here each
 * pixel near a shape is covered by its distance from it, at a few nanoseconds
 * a pixel; the pieces of one line are joined in @cover before they are blended,
 * so that nothing is covered twice.
 */
struct _HearsayRaster
{
  cairo_surface_t *surface;
  gboolean band; /* another one says when all is done */
  guint8 *data;
  int stride;
  int x0; /* what may be painted, in pixels */
  int y0;
  int x1;
  int y1;
  double scale; /* from the context's coordinates to pixels */
  double dx;
  double dy;

  guint8 *cover; /* of the rows of a stroke that are under way, cleared after them */
  int row_first;
  int row_end;
  int span_first[HEARSAY_RASTER_CHUNK_ROWS];
  int span_last[HEARSAY_RASTER_CHUNK_ROWS];
};

typedef struct
{
  guint32 red;
  guint32 green;
  guint32 blue;
  guint32 alpha; /* of 256 */
} HearsayRasterInk;

static inline HearsayRasterInk
make_ink (HearsayColour colour)
{
  return (HearsayRasterInk) {
    (guint32) (colour.red * 255.0 + 0.5), (guint32) (colour.green * 255.0 + 0.5), (guint32) (colour.blue * 255.0 + 0.5),
    (guint32) (colour.alpha * 256.0 + 0.5),
  };
}

/* Over what is there; both premultiplied. */
static inline void
blend (guint32                *pixel,
       const HearsayRasterInk *ink,
       guint32                 cover)
{
  guint32 a = cover * ink->alpha >> 8;
  guint32 back = *pixel;
  guint32 rest;
  guint32 even;
  guint32 odd;

  a += a >> 7; /* 0 … 256 */
  rest = 256 - a;
  even = ((ink->red << 16 | ink->blue) * a + (back & 0x00ff00ff) * rest) >> 8 & 0x00ff00ff;
  odd = ((255u << 16 | ink->green) * a + ((back >> 8) & 0x00ff00ff) * rest) & 0xff00ff00;
  *pixel = even | odd;
}

static inline guint32 *
pixel_row (const HearsayRaster *self,
           int                  y)
{
  return (guint32 *) (gpointer) (self->data + (gsize) y * (gsize) self->stride);
}

static inline guint8
to_cover (float value)
{
  return (guint8) (MIN (MAX (value, 0.0f), 1.0f) * 255.0f + 0.5f);
}

G_END_DECLS
