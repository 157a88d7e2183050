/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>

#include "network/hearsay-layout.h"
#include "render/hearsay-palette.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_RASTER_SOLID,
  HEARSAY_RASTER_DASHES,
  HEARSAY_RASTER_DOTS,
} HearsayRasterPattern;

/**
 * HearsayRasterStroke:
 * @width: in world units
 * @on: length of a dash
 * @period: from the beginning of one dash or dot to that of the next
 * @round: whether the ends are round
 */
typedef struct
{
  double width;
  HearsayRasterPattern pattern;
  double on;
  double period;
  gboolean round;
  HearsayColour colour;
} HearsayRasterStroke;

typedef struct _HearsayRaster HearsayRaster;

HearsayRaster *hearsay_raster_new     (cairo_t                   *cr) G_GNUC_WARN_UNUSED_RESULT;
HearsayRaster *hearsay_raster_new_band (const HearsayRaster      *whole,
                                        guint                     band,
                                        guint                     n_bands) G_GNUC_WARN_UNUSED_RESULT;
void           hearsay_raster_rows    (const HearsayRaster       *self,
                                       double                    *y0,
                                       double                    *y1);
void           hearsay_raster_free    (HearsayRaster             *self);
double         hearsay_raster_scale   (const HearsayRaster       *self);
void           hearsay_raster_stroke  (HearsayRaster             *self,
                                       const HearsayPoint        *points,
                                       guint                      n_points,
                                       const HearsayRasterStroke *stroke);
void           hearsay_raster_box     (HearsayRaster             *self,
                                       double                     x,
                                       double                     y,
                                       double                     half_width,
                                       double                     half_height,
                                       double                     radius,
                                       HearsayColour              colour);
void           hearsay_raster_polygon (HearsayRaster             *self,
                                       const HearsayPoint        *points,
                                       guint                      n_points,
                                       double                     grow,
                                       HearsayColour              colour);
void           hearsay_raster_mask    (HearsayRaster             *self,
                                       const guint8              *mask,
                                       int                        width,
                                       int                        height,
                                       int                        stride,
                                       double                     x,
                                       double                     y,
                                       HearsayColour              colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayRaster, hearsay_raster_free)

G_END_DECLS
