/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-measures.h"

#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

#define DAMPING 0.85
#define POWER_STEPS 200
#define POWER_PRECISION 1e-10

#define CANCEL_EVERY 32

static void
measure_degree (const HearsayLayoutGraph *graph,
                double                   *values)
{
  for (guint i = 0; i < graph->n; i++)
    values[i] = graph->first[i + 1] - graph->first[i];
}

static void
measure_strength (const HearsayNetwork *network,
                  guint                 position_mask,
                  double               *values)
{
  memset (values, 0, network->n_nodes * sizeof *values);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];

      if ((position_mask & (1u << edge->position)) == 0)
        continue;
      values[edge->source] += edge->weight;
      values[edge->target] += edge->weight;
    }
}

/* Nodes are taken away from the least connected on (Batagelj and Zaversnik, 2003). O(edges). */
static void
measure_core (const HearsayLayoutGraph *graph,
              double                   *values)
{
  g_autofree guint32 *degree = g_new (guint32, graph->n);
  g_autofree guint32 *order = g_new (guint32, graph->n);
  g_autofree guint32 *place = g_new (guint32, graph->n);
  g_autofree guint32 *begin = g_new0 (guint32, graph->n + 1);

  for (guint i = 0; i < graph->n; i++)
    {
      degree[i] = graph->first[i + 1] - graph->first[i];
      begin[degree[i] + 1 <= graph->n ? degree[i] + 1 : graph->n]++;
    }
  for (guint d = 0; d < graph->n; d++)
    begin[d + 1] += begin[d];
  for (guint32 i = 0; i < graph->n; i++)
    {
      place[i] = begin[degree[i]]++;
      order[place[i]] = i;
    }
  for (guint d = graph->n; d > 0; d--)
    begin[d] = begin[d - 1];
  begin[0] = 0;
  for (guint i = 0; i < graph->n; i++)
    {
      guint32 node = order[i];

      values[node] = degree[node];
      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 to = graph->to[e];
          guint32 swap;

          if (degree[to] <= degree[node])
            continue;
          /* The neighbour goes to the front of its degree and from there into the one below. */
          swap = order[begin[degree[to]]];
          order[place[to]] = swap;
          place[swap] = place[to];
          place[to] = begin[degree[to]];
          order[place[to]] = to;
          begin[degree[to]]++;
          degree[to]--;
        }
    }
}

/**
 * HearsayBrandes:
 * @order: nodes by distance from the source
 * @ways: shortest ways from the source to each node
 * @share: of the ways onward, those that go through each node
 */
typedef struct
{
  guint32 *order;
  guint32 *hops;
  double *ways;
  double *share;
} HearsayBrandes;

static void
add_ways_from (const HearsayLayoutGraph *graph,
               guint32                   source,
               HearsayBrandes           *brandes,
               double                   *values)
{
  guint head = 0;
  guint tail = 0;

  for (guint i = 0; i < graph->n; i++)
    {
      brandes->hops[i] = G_MAXUINT32;
      brandes->ways[i] = brandes->share[i] = 0;
    }
  brandes->hops[source] = 0;
  brandes->ways[source] = 1;
  brandes->order[tail++] = source;
  while (head < tail)
    {
      guint32 node = brandes->order[head++];

      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 to = graph->to[e];

          if (brandes->hops[to] == G_MAXUINT32)
            {
              brandes->hops[to] = brandes->hops[node] + 1;
              brandes->order[tail++] = to;
            }
          if (brandes->hops[to] == brandes->hops[node] + 1)
            brandes->ways[to] += brandes->ways[node];
        }
    }
  while (tail-- > 1)
    {
      guint32 node = brandes->order[tail];
      double onward = (1 + brandes->share[node]) / brandes->ways[node];

      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 from = graph->to[e];

          if (brandes->hops[from] + 1 == brandes->hops[node])
            brandes->share[from] += brandes->ways[from] * onward;
        }
      values[node] += brandes->share[node];
    }
}

static void
draw_sources (guint    n,
              guint    n_sources,
              guint32  seed,
              guint32 *sources)
{
  HearsayRandom random = hearsay_random_new (seed);

  for (guint32 i = 0; i < n; i++)
    sources[i] = i;
  for (guint i = 0; i < n_sources && n_sources < n; i++)
    {
      guint32 j = i + hearsay_random_next (&random) % (n - i);
      guint32 swap = sources[i];

      sources[i] = sources[j];
      sources[j] = swap;
    }
}

/**
 * hearsay_measure_betweenness:
 * @n_sources: nodes from which ways are counted; 0 for all, which is exact
 * @seed: which ones
 * @values: (out): one a node
 *
 * Betweenness after Brandes (2001), with @n_sources the estimate of Brandes
 * and Pich (2007): the sum over some sources, scaled up. O(sources · edges).
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_measure_betweenness (const HearsayNetwork  *network,
                             guint                  n_sources,
                             guint32                seed,
                             double                *values,
                             GCancellable          *cancellable,
                             GError               **error)
{
  g_autoptr (HearsayLayoutGraph) graph = NULL;
  g_autofree guint32 *sources = NULL;
  HearsayBrandes brandes;
  gboolean cancelled = FALSE;
  double scale;
  guint n;

  g_return_val_if_fail (network != NULL && (values != NULL || network->n_nodes == 0), FALSE);

  if (network->n_nodes == 0)
    return TRUE;
  n = network->n_nodes;
  graph = hearsay_layout_graph_new (network, FALSE);
  n_sources = n_sources == 0 ? n : MIN (n_sources, n);
  sources = g_new (guint32, n);
  draw_sources (n, n_sources, seed, sources);
  brandes = (HearsayBrandes) { g_new (guint32, n), g_new (guint32, n), g_new (double, n), g_new (double, n) };
  memset (values, 0, n * sizeof *values);
  for (guint s = 0; s < n_sources && !cancelled; s++)
    {
      add_ways_from (graph, sources[s], &brandes, values);
      if (s % CANCEL_EVERY == 0)
        cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  /* Each pair was met from both ends. */
  scale = 0.5 * n / n_sources;
  for (guint i = 0; i < n; i++)
    values[i] *= scale;
  g_free (brandes.order);
  g_free (brandes.hops);
  g_free (brandes.ways);
  g_free (brandes.share);
  return !cancelled;
}

static gboolean
measure_closeness (const HearsayLayoutGraph  *graph,
                   double                    *values,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autofree float *distances = g_new (float, graph->n);
  g_autofree guint32 *queue = g_new (guint32, graph->n);

  for (guint32 i = 0; i < graph->n; i++)
    {
      double sum = 0;
      double others = 0;

      if (i % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      hearsay_layout_graph_distances (graph, i, distances, queue);
      for (guint j = 0; j < graph->n; j++)
        {
          if (j == i || !isfinite (distances[j]))
            continue;
          sum += distances[j];
          others++;
        }
      values[i] = sum > 0 ? others / sum * others / (graph->n - 1) : 0;
    }
  return TRUE;
}

static double
attraction (const HearsayNetwork     *network,
            const HearsayNetworkEdge *edge)
{
  if (network->is_signed && edge->position == HEARSAY_POSITION_OPPOSE)
    return 0;
  return edge->source != edge->target && edge->weight > 0 ? edge->weight : 0;
}

static void
pass_on (const HearsayNetwork *network,
         const double         *from,
         const double         *out,
         gboolean              both_ways,
         double               *to)
{
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      double weight = attraction (network, edge);

      if (weight <= 0)
        continue;
      to[edge->target] += weight * from[edge->source] / (out != NULL ? out[edge->source] : 1);
      if (both_ways)
        to[edge->source] += weight * from[edge->target] / (out != NULL ? out[edge->target] : 1);
    }
}

/* Brin and Page, 1998. What nodes without a way out hold is shared among all. */
static void
measure_pagerank (const HearsayNetwork *network,
                  double               *values)
{
  guint n = network->n_nodes;
  g_autofree double *out = g_new0 (double, n);
  g_autofree double *next = g_new (double, n);
  double change = 1;

  for (guint i = 0; i < network->n_edges; i++)
    {
      double weight = attraction (network, &network->edges[i]);

      out[network->edges[i].source] += weight;
      out[network->edges[i].target] += network->directed ? 0 : weight;
    }
  for (guint i = 0; i < n; i++)
    values[i] = 1.0 / n;
  for (guint step = 0; step < POWER_STEPS && change > POWER_PRECISION; step++)
    {
      double held = 0;

      for (guint i = 0; i < n; i++)
        {
          held += out[i] > 0 ? 0 : values[i];
          next[i] = 0;
        }
      pass_on (network, values, out, !network->directed, next);
      change = 0;
      for (guint i = 0; i < n; i++)
        {
          double value = (1 - DAMPING) / n + DAMPING * (next[i] + held / n);

          change += fabs (value - values[i]);
          values[i] = value;
        }
    }
}

/* Bonacich, 1972. A node adds its own value too, or two-mode networks would swing to and fro. */
static void
measure_eigenvector (const HearsayNetwork *network,
                     double               *values)
{
  guint n = network->n_nodes;
  g_autofree double *next = g_new (double, n);
  double change = 1;
  double own = 1e-12;

  for (guint i = 0; i < network->n_edges; i++)
    own = MAX (own, attraction (network, &network->edges[i]));
  for (guint i = 0; i < n; i++)
    values[i] = 1;
  for (guint step = 0; step < POWER_STEPS && change > POWER_PRECISION; step++)
    {
      double largest = 0;

      for (guint i = 0; i < n; i++)
        next[i] = own * values[i];
      pass_on (network, values, NULL, TRUE, next);
      for (guint i = 0; i < n; i++)
        largest = MAX (largest, next[i]);
      change = 0;
      for (guint i = 0; i < n; i++)
        {
          change = MAX (change, fabs (next[i] / largest - values[i]));
          values[i] = next[i] / largest;
        }
    }
}

/**
 * hearsay_measure_nodes:
 * @values: (out): one a node
 *
 * Measures all nodes; exact betweenness and closeness are O(nodes · edges) and
 * belong in a worker, the others are linear.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_measure_nodes (const HearsayNetwork  *network,
                       HearsayMeasure         measure,
                       double                *values,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr (HearsayLayoutGraph) graph = NULL;

  g_return_val_if_fail (network != NULL && (values != NULL || network->n_nodes == 0), FALSE);
  g_return_val_if_fail ((guint) measure < HEARSAY_N_MEASURES, FALSE);

  if (network->n_nodes == 0)
    return TRUE;
  graph = hearsay_layout_graph_new (network, FALSE);
  switch (measure)
    {
    case HEARSAY_MEASURE_STRENGTH:
      measure_strength (network, G_MAXUINT, values);
      return TRUE;
    case HEARSAY_MEASURE_SUPPORT:
      measure_strength (network, 1u << HEARSAY_POSITION_SUPPORT, values);
      return TRUE;
    case HEARSAY_MEASURE_OPPOSE:
      measure_strength (network, 1u << HEARSAY_POSITION_OPPOSE, values);
      return TRUE;
    case HEARSAY_MEASURE_CORE:
      measure_core (graph, values);
      return TRUE;
    case HEARSAY_MEASURE_BETWEENNESS:
      return hearsay_measure_betweenness (network, 0, 0, values, cancellable, error);
    case HEARSAY_MEASURE_CLOSENESS:
      return measure_closeness (graph, values, cancellable, error);
    case HEARSAY_MEASURE_PAGERANK:
      measure_pagerank (network, values);
      return TRUE;
    case HEARSAY_MEASURE_EIGENVECTOR:
      measure_eigenvector (network, values);
      return TRUE;
    case HEARSAY_MEASURE_DEGREE:
    default:
      measure_degree (graph, values);
      return TRUE;
    }
}
