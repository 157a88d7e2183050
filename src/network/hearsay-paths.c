/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-paths.h"

#include <string.h>

#include "network/hearsay-layout-private.h"

static guint32 *
count_hops (const HearsayLayoutGraph *graph,
            guint32                   from)
{
  guint32 *hops = g_new (guint32, MAX (graph->n, 1));
  g_autofree guint32 *queue = g_new (guint32, MAX (graph->n, 1));
  guint head = 0;
  guint tail = 0;

  for (guint i = 0; i < graph->n; i++)
    hops[i] = HEARSAY_NO_WAY;
  hops[from] = 0;
  queue[tail++] = from;
  while (head < tail)
    {
      guint32 node = queue[head++];

      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          if (hops[graph->to[e]] != HEARSAY_NO_WAY)
            continue;
          hops[graph->to[e]] = hops[node] + 1;
          queue[tail++] = graph->to[e];
        }
    }
  return hops;
}

/**
 * hearsay_paths_find_near:
 * @n_steps: along edges in any direction
 * @nodes: (out caller-allocates): for each node, whether it is so near; @node itself is
 * @edges: (out caller-allocates): for each edge, whether it begins less than @n_steps away: with one step those of @node itself
 *
 * O(nodes + edges).
 */
void
hearsay_paths_find_near (const HearsayNetwork *network,
                         guint32               node,
                         guint                 n_steps,
                         gboolean             *nodes,
                         gboolean             *edges)
{
  g_autoptr (HearsayLayoutGraph) graph = NULL;
  g_autofree guint32 *hops = NULL;

  g_return_if_fail (network != NULL && node < network->n_nodes);
  g_return_if_fail (nodes != NULL && (edges != NULL || network->n_edges == 0));

  graph = hearsay_layout_graph_new (network, FALSE);
  hops = count_hops (graph, node);
  for (guint i = 0; i < network->n_nodes; i++)
    nodes[i] = hops[i] <= n_steps;
  for (guint i = 0; i < network->n_edges; i++)
    edges[i] = MIN (hops[network->edges[i].source], hops[network->edges[i].target]) < n_steps;
}

/**
 * hearsay_paths_find_ways:
 * @nodes: (out caller-allocates): for each node, whether it lies on a shortest way
 * @edges: (out caller-allocates): likewise
 *
 * All shortest ways between two nodes, along edges in any direction. O(nodes + edges).
 *
 * Returns: how many edges such a way has, or %HEARSAY_NO_WAY
 */
guint
hearsay_paths_find_ways (const HearsayNetwork *network,
                         guint32               from,
                         guint32               to,
                         gboolean             *nodes,
                         gboolean             *edges)
{
  g_autoptr (HearsayLayoutGraph) graph = NULL;
  g_autofree guint32 *there = NULL;
  g_autofree guint32 *back = NULL;
  guint length;

  g_return_val_if_fail (network != NULL && from < network->n_nodes && to < network->n_nodes, HEARSAY_NO_WAY);
  g_return_val_if_fail (nodes != NULL && (edges != NULL || network->n_edges == 0), HEARSAY_NO_WAY);

  memset (nodes, 0, sizeof *nodes * network->n_nodes);
  if (network->n_edges > 0)
    memset (edges, 0, sizeof *edges * network->n_edges);
  graph = hearsay_layout_graph_new (network, FALSE);
  there = count_hops (graph, from);
  back = count_hops (graph, to);
  length = there[to];
  if (length == HEARSAY_NO_WAY)
    return length;
  for (guint i = 0; i < network->n_nodes; i++)
    nodes[i] = there[i] != HEARSAY_NO_WAY && there[i] + back[i] == length;
  for (guint i = 0; i < network->n_edges; i++)
    {
      guint32 a = network->edges[i].source;
      guint32 b = network->edges[i].target;

      edges[i] = nodes[a] && nodes[b] && (there[a] + 1 == there[b] || there[b] + 1 == there[a]);
    }
  return length;
}
