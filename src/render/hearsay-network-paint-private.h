/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-network-geometry.h"
#include "render/hearsay-raster.h"

G_BEGIN_DECLS

/**
 * HearsayNetworkPaint:
 * @clip: what can be seen, in the painter's coordinates
 * @raster: (nullable): where the target has pixels, while edges, nodes or names are painted
 *
 * One painting under way.
 */
typedef struct
{
  const HearsayNetworkPainter *self;
  cairo_t *cr;
  const HearsayNetworkLook *look;
  HearsayBox clip;
  HearsayRaster *raster;
} HearsayNetworkPaint;

static inline gboolean
hearsay_network_paint_shows (const HearsayNetworkPaint *paint,
                             const HearsayBox          *box,
                             double                     room)
{
  return box->x1 + room >= paint->clip.x0 && box->x0 - room <= paint->clip.x1 &&
         box->y1 + room >= paint->clip.y0 && box->y0 - room <= paint->clip.y1;
}

void          hearsay_network_paint_edge        (const HearsayNetworkPaint *paint,
                                                 const HearsayEdgeGeometry *edge,
                                                 double                     alpha,
                                                 gboolean                   halo);
HearsayColour hearsay_network_paint_edge_colour (const HearsayNetworkPaint *paint,
                                                 const HearsayEdgeGeometry *edge);
void          hearsay_network_paint_ring        (const HearsayNetworkPaint *paint,
                                                 const HearsayNodeGeometry *node,
                                                 double                     gap,
                                                 double                     width,
                                                 double                     alpha);
void          hearsay_network_paint_node        (const HearsayNetworkPaint *paint,
                                                 const HearsayNodeGeometry *node);
void          hearsay_network_paint_label       (const HearsayNetworkPaint *paint,
                                                 const HearsayNodeGeometry *node,
                                                 gboolean                   bold);

G_END_DECLS
