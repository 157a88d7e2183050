/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayMeasure:
 * @HEARSAY_MEASURE_DEGREE: number of neighbours
 * @HEARSAY_MEASURE_STRENGTH: Σ weight of all edges
 * @HEARSAY_MEASURE_SUPPORT: Σ weight of the edges that support
 * @HEARSAY_MEASURE_OPPOSE: Σ weight of the edges that oppose
 * @HEARSAY_MEASURE_CORE: largest k such that the node is among nodes of k neighbours each (k-core)
 * @HEARSAY_MEASURE_BETWEENNESS: shortest ways between others that lead through the node
 * @HEARSAY_MEASURE_CLOSENESS: ((r − 1) / Σ distance) · ((r − 1) / (n − 1)), r nodes within reach; 0 … 1
 * @HEARSAY_MEASURE_PAGERANK: along the edges that attract, damping 0.85; they sum to 1
 * @HEARSAY_MEASURE_EIGENVECTOR: of the edges that attract, both ways; the largest is 1
 *
 * Numbers that describe a node. Degree, core, betweenness and closeness take
 * all edges as undirected and of length one. What attracts is support and
 * neutral words; all edges, where positions mean nothing.
 */
typedef enum
{
  HEARSAY_MEASURE_DEGREE,
  HEARSAY_MEASURE_STRENGTH,
  HEARSAY_MEASURE_SUPPORT,
  HEARSAY_MEASURE_OPPOSE,
  HEARSAY_MEASURE_CORE,
  HEARSAY_MEASURE_BETWEENNESS,
  HEARSAY_MEASURE_CLOSENESS,
  HEARSAY_MEASURE_PAGERANK,
  HEARSAY_MEASURE_EIGENVECTOR,
} HearsayMeasure;

#define HEARSAY_N_MEASURES 9

/**
 * HearsayNetworkSummary:
 * @n_pairs: pairs of nodes with an edge, in any direction
 * @n_components: connected parts
 * @density: @n_pairs against all pairs there could be; 0 … 1
 * @n_triangles: three nodes of which every two support or oppose each other
 * @n_balanced: those with no or two opposing pairs
 * @balance: share of balanced triangles; 1 without triangles
 *
 * Numbers that describe a network. A pair's sign is that of its supporting
 * weight less its opposing weight, both directions together; pairs at zero
 * have none.
 */
typedef struct
{
  guint n_pairs;
  guint n_components;
  double density;
  guint64 n_triangles;
  guint64 n_balanced;
  double balance;
} HearsayNetworkSummary;

gboolean hearsay_measure_nodes       (const HearsayNetwork   *network,
                                      HearsayMeasure          measure,
                                      double                 *values,
                                      GCancellable           *cancellable,
                                      GError                **error);
gboolean hearsay_measure_betweenness (const HearsayNetwork   *network,
                                      guint                   n_sources,
                                      guint32                 seed,
                                      double                 *values,
                                      GCancellable           *cancellable,
                                      GError                **error);
void     hearsay_network_summarize   (const HearsayNetwork   *network,
                                      HearsayNetworkSummary  *summary);

G_END_DECLS
