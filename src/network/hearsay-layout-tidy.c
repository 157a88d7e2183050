/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>

/* Beyond, there is no room between the edges, and clearing them would only spoil the shape. */
#define MAX_NODES 100
#define MAX_ENDS 260

#define MAX_ROUNDS 40

/* Kept free beside an edge. */
#define MARGIN 8.0

/* Share of what is missing that a round gives; the node goes most of it, the edge's ends the rest. */
#define HASTE 0.5
#define NODE_SHARE 0.7

static gboolean
may_move (const gboolean *pinned,
          guint32         node)
{
  return pinned == NULL || !pinned[node];
}

/* Moves node k off the line from a to b, if it stands on it. Returns whether it did. */
static gboolean
make_way (const HearsayNodeSize *sizes,
          const gboolean        *pinned,
          HearsayPoint          *at,
          guint32                a,
          guint32                b,
          guint32                k)
{
  double dx = at[b].x - at[a].x;
  double dy = at[b].y - at[a].y;
  double length = sqrt (dx * dx + dy * dy);
  double along;
  double off;
  double needed;
  double push;

  if (length < 1)
    return FALSE;
  along = ((at[k].x - at[a].x) * dx + (at[k].y - at[a].y) * dy) / (length * length);
  if (along < 0.05 || along > 0.95)
    return FALSE;
  off = ((at[k].x - at[a].x) * -dy + (at[k].y - at[a].y) * dx) / length;
  /* How far the box reaches across the line. */
  needed = (sizes[k].half_width * fabs (dy) + sizes[k].half_height * fabs (dx)) / length + MARGIN;
  if (fabs (off) >= needed)
    return FALSE;
  push = HASTE * (needed - fabs (off)) * (off < 0 ? -1 : 1) / length;
  if (may_move (pinned, k))
    {
      at[k].x += NODE_SHARE * push * -dy;
      at[k].y += NODE_SHARE * push * dx;
    }
  if (may_move (pinned, a))
    {
      at[a].x -= (1 - NODE_SHARE) * push * -dy * (1 - along);
      at[a].y -= (1 - NODE_SHARE) * push * dx * (1 - along);
    }
  if (may_move (pinned, b))
    {
      at[b].x -= (1 - NODE_SHARE) * push * -dy * along;
      at[b].y -= (1 - NODE_SHARE) * push * dx * along;
    }
  return TRUE;
}

static guint
clear_round (const HearsayLayoutGraph *graph,
             const HearsayNodeSize    *sizes,
             const gboolean           *pinned,
             HearsayPoint             *at)
{
  guint n_found = 0;

  for (guint32 a = 0; a < graph->n; a++)
    {
      for (guint32 e = graph->first[a]; e < graph->first[a + 1]; e++)
        {
          guint32 b = graph->to[e];

          for (guint32 k = 0; k < graph->n && b > a; k++)
            {
              if (k != a && k != b)
                n_found += make_way (sizes, pinned, at, a, b, k);
            }
        }
    }
  return n_found;
}

/**
 * hearsay_layout_clear_edges:
 * @sizes: one a node
 * @pinned: (nullable): nodes that stay
 * @positions: (inout): moved a little
 *
 * In small networks, moves nodes off the edges of others where that is
 * possible. O(rounds · nodes · edges), so large ones are left as they are.
 */
void
hearsay_layout_clear_edges (const HearsayLayoutGraph *graph,
                            const HearsayNodeSize    *sizes,
                            const gboolean           *pinned,
                            HearsayPoint             *positions)
{
  if (graph->n > MAX_NODES || graph->first[graph->n] > MAX_ENDS)
    return;
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      if (clear_round (graph, sizes, pinned, positions) == 0)
        return;
    }
}
