/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-measures.h"

#include "network/hearsay-layout-private.h"

#include <math.h>

/* Net weight of each pair: support less opposition, in the graph's order of ends. */
static double *
net_weights (const HearsayNetwork     *network,
             const HearsayLayoutGraph *graph)
{
  double *net = g_new0 (double, graph->first[graph->n]);

  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      double sign = edge->position == HEARSAY_POSITION_SUPPORT ? 1 : edge->position == HEARSAY_POSITION_OPPOSE ? -1 : 0;

      for (int way = 0; way < 2 && edge->source != edge->target; way++)
        {
          guint32 from = way == 0 ? edge->source : edge->target;
          guint32 to = way == 0 ? edge->target : edge->source;
          guint32 low = graph->first[from];
          guint32 high = graph->first[from + 1];

          while (low + 1 < high)
            {
              guint32 middle = low + (high - low) / 2;

              if (graph->to[middle] <= to)
                low = middle;
              else
                high = middle;
            }
          net[low] += sign * edge->weight;
        }
    }
  return net;
}

static gboolean
comes_first (const HearsayLayoutGraph *graph,
             guint32                   i,
             guint32                   j)
{
  guint32 degree_i = graph->first[i + 1] - graph->first[i];
  guint32 degree_j = graph->first[j + 1] - graph->first[j];

  return degree_i != degree_j ? degree_i < degree_j : i < j;
}

/* Each triangle is found once, from its least connected node: O(edges · √edges). */
static void
count_triangles (const HearsayLayoutGraph *graph,
                 const double             *net,
                 HearsayNetworkSummary    *summary)
{
  g_autofree double *mark = g_new0 (double, graph->n);

  for (guint32 i = 0; i < graph->n; i++)
    {
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        mark[graph->to[e]] = comes_first (graph, i, graph->to[e]) ? net[e] : 0;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          guint32 j = graph->to[e];

          if (mark[j] == 0)
            continue;
          for (guint32 f = graph->first[j]; f < graph->first[j + 1]; f++)
            {
              double third = mark[graph->to[f]];

              if (third == 0 || net[f] == 0 || !comes_first (graph, j, graph->to[f]))
                continue;
              summary->n_triangles++;
              summary->n_balanced += ((net[e] < 0) + (net[f] < 0) + (third < 0)) % 2 == 0;
            }
        }
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        mark[graph->to[e]] = 0;
    }
}

/**
 * hearsay_network_summarize:
 * @summary: (out): the numbers
 *
 * Describes the network as a whole (structural balance after Cartwright and
 * Harary, 1956).
 */
void
hearsay_network_summarize (const HearsayNetwork  *network,
                           HearsayNetworkSummary *summary)
{
  g_autoptr (HearsayLayoutGraph) graph = NULL;
  g_autoptr (HearsayComponents) components = NULL;
  g_autofree double *net = NULL;

  g_return_if_fail (network != NULL && summary != NULL);

  *summary = (HearsayNetworkSummary) { .balance = 1 };
  graph = hearsay_layout_graph_new (network, FALSE);
  components = hearsay_components_find (graph);
  summary->n_components = components->n_components;
  summary->n_pairs = graph->first[graph->n] / 2;
  if (graph->n > 1)
    summary->density = summary->n_pairs / (0.5 * graph->n * (graph->n - 1.0));
  if (!network->is_signed)
    return;
  net = net_weights (network, graph);
  count_triangles (graph, net, summary);
  if (summary->n_triangles > 0)
    summary->balance = summary->n_balanced / (double) summary->n_triangles;
}
