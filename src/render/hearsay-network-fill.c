/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-network-fill.h"

#include "render/hearsay-network-crowd.h"

#define MIN_ZOOM 0.005
#define MAX_ZOOM 100.0

static double
box_width (const HearsayBox *box)
{
  return MAX (box->x1 - box->x0, 0.0);
}

static double
box_height (const HearsayBox *box)
{
  return MAX (box->y1 - box->y0, 0.0);
}

/* How far positions are spread so that @part just finds room. */
static double
zoom_for (const HearsayBox *part,
          const HearsayBox *room)
{
  return CLAMP (MIN (box_width (room) / box_width (part), box_height (room) / box_height (part)), MIN_ZOOM, MAX_ZOOM);
}

/* A part may have room for names where the whole has none. */
static gboolean
is_crowd (const HearsayNetwork *network,
          const HearsayPoint   *positions,
          const HearsayBox     *part,
          const HearsayBox     *room)
{
  HearsayBox whole;
  double zoom;

  if (part == NULL)
    return hearsay_network_is_crowd (network, room);
  zoom = zoom_for (part, room);
  whole = hearsay_network_extent (positions, network->n_nodes);
  whole = (HearsayBox) { 0.0, 0.0, MAX (box_width (&whole) * zoom, box_width (room)), MAX (box_height (&whole) * zoom, box_height (room)) };
  return hearsay_network_is_crowd (network, &whole);
}

/* With names that find room beside the part, and what lies next to it where the room has another shape. */
static HearsayNetworkPainter *
make_painter_of_part (const HearsayNetwork               *network,
                      const HearsayPoint                 *positions,
                      const HearsayNetworkPainterOptions *options,
                      const HearsayBox                   *part,
                      const HearsayBox                   *room,
                      HearsayBox                         *shown)
{
  HearsayNetworkPainterOptions spread = *options;
  double x;
  double y;

  spread.zoom = zoom_for (part, room);
  x = (part->x0 + part->x1) / 2.0 * spread.zoom;
  y = (part->y0 + part->y1) / 2.0 * spread.zoom;
  *shown = (HearsayBox) { x - box_width (room) / 2.0, y - box_height (room) / 2.0, x + box_width (room) / 2.0, y + box_height (room) / 2.0 };
  spread.room = *shown;
  return hearsay_network_painter_new (network, positions, &spread);
}

/**
 * hearsay_network_fill:
 * @cr: in the coordinates of @room
 * @positions: one a node
 * @options: its zoom and room are not used
 * @part: of the positions, in their own units, that is to be seen; an empty box for all of them
 * @room: in pixels; nothing is painted beyond it
 *
 * Paints a network, or a part of it, as large as there is room for. Where there
 * is next to none for a node it is painted as a crowd.
 */
void
hearsay_network_fill (cairo_t                            *cr,
                      const HearsayNetwork               *network,
                      const HearsayPoint                 *positions,
                      const HearsayNetworkPainterOptions *options,
                      const HearsayNetworkLook           *look,
                      const HearsayBox                   *part,
                      const HearsayBox                   *room)
{
  g_autoptr (HearsayNetworkPainter) painter = NULL;
  HearsayBox shown;

  g_return_if_fail (cr != NULL && network != NULL && options != NULL && look != NULL);
  g_return_if_fail (part != NULL && room != NULL);

  if (box_width (part) <= 0.0 || box_height (part) <= 0.0)
    part = NULL;
  cairo_save (cr);
  if (part != NULL)
    {
      cairo_rectangle (cr, room->x0, room->y0, box_width (room), box_height (room));
      cairo_clip (cr);
    }
  if (is_crowd (network, positions, part, room))
    {
      hearsay_network_crowd_paint (cr, network, positions, options, look, part, room);
      cairo_restore (cr);
      return;
    }
  if (part != NULL)
    painter = make_painter_of_part (network, positions, options, part, room, &shown);
  else
    {
      painter = hearsay_network_painter_new_fitted (network, positions, options, box_width (room), box_height (room));
      shown = hearsay_network_painter_get_bounds (painter);
    }
  cairo_translate (cr, (room->x0 + room->x1 - shown.x0 - shown.x1) / 2.0, (room->y0 + room->y1 - shown.y0 - shown.y1) / 2.0);
  hearsay_network_painter_paint (painter, cr, look);
  cairo_restore (cr);
}
