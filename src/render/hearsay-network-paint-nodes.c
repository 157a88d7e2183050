/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-paint-private.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text-mask.h"

#define GAP 2.0
#define FLAT 0.866 /* of a hexagon's half height to its half width */

/* Initials come in few sizes, so that their masks are found again. */
#define TEXT_STEP 0.5

void
hearsay_network_paint_ring (const HearsayNetworkPaint *paint,
                            const HearsayNodeGeometry *node,
                            double                     gap,
                            double                     width,
                            double                     alpha)
{
  double reach = gap + width / 2.0 + (node->kind == HEARSAY_NODE_GROUP ? node->half_width * 0.12 : 0.0);
  HearsayColour accent = hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT);

  /* Corners keep the same distance as sides. */
  if (node->kind == HEARSAY_NODE_COUNTRY)
    reach /= FLAT;
  cairo_new_path (paint->cr);
  hearsay_node_path (paint->cr, node->kind, node->x, node->y, node->half_width + reach, node->half_height + reach);
  cairo_set_dash (paint->cr, NULL, 0, 0.0);
  cairo_set_line_width (paint->cr, width);
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (accent, alpha));
  cairo_stroke (paint->cr);
}

static void
raster_body (HearsayRaster             *raster,
             const HearsayNodeGeometry *node,
             double                     grow,
             HearsayColour              colour)
{
  double w = node->half_width;
  double flat = w * FLAT;

  if (node->kind == HEARSAY_NODE_COUNTRY)
    {
      HearsayPoint corners[] = {
        { node->x - w, node->y }, { node->x - w / 2.0, node->y - flat }, { node->x + w / 2.0, node->y - flat },
        { node->x + w, node->y }, { node->x + w / 2.0, node->y + flat }, { node->x - w / 2.0, node->y + flat },
      };

      hearsay_raster_polygon (raster, corners, G_N_ELEMENTS (corners), grow, colour);
      return;
    }
  hearsay_raster_box (raster, node->x, node->y, w + grow, node->half_height + grow,
                      (node->kind == HEARSAY_NODE_PERSON || node->kind == HEARSAY_NODE_GROUP
                         ? node->half_height : hearsay_node_corner (node->kind, node->half_height)) + grow, colour);
}

static void
raster_disc (HearsayRaster *raster,
             double         x,
             double         y,
             double         radius,
             HearsayColour  colour)
{
  hearsay_raster_box (raster, x, y, radius, radius, radius, colour);
}

static void
raster_text (HearsayRaster         *raster,
             const HearsayNodeLook *look,
             double                 x,
             double                 y,
             HearsayColour          colour)
{
  g_autoptr (HearsayTextMask) mask = NULL;
  HearsayTextLook text;

  if (!hearsay_node_text_look (look, &text))
    return;
  if (look->kind != HEARSAY_NODE_ISSUE)
    text.size = floor (text.size / TEXT_STEP + 0.5) * TEXT_STEP;
  mask = hearsay_text_mask_get (look->initials, &text, hearsay_raster_scale (raster), FALSE);
  hearsay_raster_mask (raster, mask->ink, mask->width, mask->height, mask->stride, x, y, colour);
}

static void
raster_node (const HearsayNetworkPaint *paint,
             const HearsayNodeGeometry *node,
             const HearsayNodeLook     *look)
{
  HearsayNodeInk ink = hearsay_node_ink (paint->look->style, look);
  HearsayRaster *raster = paint->raster;
  double gap = MIN (GAP, node->half_width * 0.2);

  for (int side = -1; node->kind == HEARSAY_NODE_GROUP && side <= 1; side += 2)
    {
      double x = node->x + side * hearsay_node_echo (node->half_width);

      raster_disc (raster, x, node->y, node->half_width * 0.9 + gap * 0.3, look->ground);
      raster_disc (raster, x, node->y, node->half_width * 0.9 - gap * 0.3, ink.fill);
    }
  if (node->kind == HEARSAY_NODE_ISSUE)
    {
      raster_body (raster, node, 0.75, ink.line);
      raster_body (raster, node, -0.75, ink.fill);
    }
  else
    {
      raster_body (raster, node, gap, look->ground);
      raster_body (raster, node, 0.0, ink.fill);
    }
  if (ink.ring)
    {
      double half = hearsay_node_ring_width (node->half_width) / 2.0;

      raster_disc (raster, node->x, node->y, node->half_width * 0.86 + half, ink.text);
      raster_disc (raster, node->x, node->y, node->half_width * 0.86 - half, ink.fill);
    }
  raster_text (raster, look, node->x, node->y, ink.text);
}

void
hearsay_network_paint_node (const HearsayNetworkPaint *paint,
                            const HearsayNodeGeometry *node)
{
  HearsayBox box = hearsay_network_painter_get_node (paint->self, (guint32) (node - paint->self->nodes));
  HearsayNodeLook look = {
    .kind = node->kind,
    .half_width = node->half_width,
    .half_height = node->half_height,
    .colour = node->colour,
    .initials = node->initials,
    .painted = node->tint >= 0.0,
  };

  if (!hearsay_network_paint_shows (paint, &box, 12.0))
    return;
  look.ground = hearsay_network_ground_at (paint->self, paint->look, node->x, node->y);
  if (look.painted)
    look.paint = hearsay_palette_measure (paint->look->style, node->tint);
  if (paint->raster != NULL && look.ground.alpha >= 1.0)
    raster_node (paint, node, &look);
  else
    hearsay_node_draw (paint->cr, paint->look->style, &look, node->x, node->y);
}

void
hearsay_network_paint_label (const HearsayNetworkPaint *paint,
                             const HearsayNodeGeometry *node,
                             gboolean                   bold)
{
  HearsayTextLook look = hearsay_network_label_look (paint->self, bold);
  HearsayColour ink = hearsay_palette_role (paint->look->style, HEARSAY_ROLE_TEXT);
  HearsayColour halo;
  HearsayBox box;

  hearsay_network_painter_get_label (paint->self, (guint32) (node - paint->self->nodes), &box);
  if (*node->name == '\0' || node->kind == HEARSAY_NODE_ISSUE || !hearsay_network_paint_shows (paint, &box, 8.0))
    return;
  halo = hearsay_network_ground_at (paint->self, paint->look, node->label_x, node->label_y);
  if (paint->raster != NULL)
    {
      g_autoptr (HearsayTextMask) mask = hearsay_text_mask_get (node->name, &look, hearsay_raster_scale (paint->raster), TRUE);

      hearsay_raster_mask (paint->raster, mask->halo, mask->width, mask->height, mask->stride, node->label_x, node->label_y, halo);
      hearsay_raster_mask (paint->raster, mask->ink, mask->width, mask->height, mask->stride, node->label_x, node->label_y, ink);
      return;
    }
  hearsay_text_draw_halo (paint->cr, node->name, &look, node->label_x, node->label_y, ink, halo);
}
