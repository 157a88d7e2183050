/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-network-painter.h"

/* Pushing nodes apart spreads the drawing, which is then shown smaller. */
#define MAX_ROUNDS 3

#define GAP 3.0

/* More nodes are not read but looked at. */
#define MAX_NODES 300

/* What nodes take up of the layout's distances while they are shown at the painter's zoom. */
static gboolean
measure_shown (const HearsayNetworkPainter *painter,
               HearsayNodeSize             *sizes)
{
  g_autoptr (HearsayBoxGrid) grid = hearsay_box_grid_new (64.0);
  guint n = hearsay_network_painter_get_n_nodes (painter);
  double zoom = hearsay_network_painter_get_zoom (painter);
  gboolean overlap = FALSE;

  for (guint i = 0; i < n; i++)
    {
      HearsayBox box = hearsay_network_painter_get_node (painter, i);

      overlap |= hearsay_box_grid_overlaps (grid, &box, HEARSAY_BOX_GRID_NO_TAG);
      hearsay_box_grid_add (grid, &box, i);
      sizes[i].half_width = ((box.x1 - box.x0) / 2.0 + GAP) / zoom;
      sizes[i].half_height = ((box.y1 - box.y0) / 2.0 + GAP) / zoom;
    }
  return overlap;
}

/**
 * hearsay_network_make_room:
 * @positions: (inout): of a layout; moved as little as it takes
 * @pinned: (nullable): nodes that stay
 * @width: room for the drawing
 * @height: likewise
 *
 * A layout keeps nodes off each other at 100 %. Where a drawing must be shown
 * smaller to fit, nodes and above all pills of issues, which must stay readable,
 * take up more of its distances: this parts those that would lie on each other.
 * Drawings of more than 300 nodes are left as they are.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_network_make_room (const HearsayNetwork  *network,
                           const gboolean        *pinned,
                           double                 width,
                           double                 height,
                           HearsayPoint          *positions,
                           GCancellable          *cancellable,
                           GError               **error)
{
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autofree HearsayNodeSize *sizes = NULL;

  g_return_val_if_fail (network != NULL, FALSE);
  g_return_val_if_fail (positions != NULL || network->n_nodes == 0, FALSE);

  sizes = g_new0 (HearsayNodeSize, MAX (network->n_nodes, 1));
  options.hulls = FALSE;
  for (guint round = 0; round < MAX_ROUNDS && network->n_nodes > 1 && network->n_nodes <= MAX_NODES; round++)
    {
      g_autoptr (HearsayNetworkPainter) painter = hearsay_network_painter_new_fitted (network, positions, &options, width, height);

      if (painter == NULL || !measure_shown (painter, sizes))
        break;
      if (!hearsay_layout_part_overlaps (network->n_nodes, sizes, pinned, positions, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
