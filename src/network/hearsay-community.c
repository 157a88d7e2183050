/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-community.h"

#include <igraph.h>
#include <math.h>

#define LEIDEN_ITERATIONS 2
#define LEIDEN_BETA 0.01

/* Neutral words tie actors together less than support does. */
#define NEUTRAL_SHARE 0.25

/* igraph keeps one random generator and one error handler for the process. */
static GMutex igraph_lock;

static double
attraction (const HearsayNetwork     *network,
            const HearsayNetworkEdge *edge)
{
  double weight = isfinite (edge->weight) && edge->weight > 0 ? edge->weight : 0;

  if (!network->is_signed || edge->position == HEARSAY_POSITION_SUPPORT)
    return weight;
  return edge->position == HEARSAY_POSITION_NEUTRAL ? weight * NEUTRAL_SHARE : 0;
}

/* The positive layer, with its weights and the nodes' strengths; returns the total weight. */
static double
take_positive_layer (const HearsayNetwork *network,
                     igraph_vector_int_t  *ends,
                     igraph_vector_t      *weights,
                     igraph_vector_t      *strengths)
{
  double total = 0;

  igraph_vector_int_init (ends, 0);
  igraph_vector_init (weights, 0);
  igraph_vector_init (strengths, network->n_nodes);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      double weight = attraction (network, edge);

      if (weight <= 0 || edge->source == edge->target)
        continue;
      igraph_vector_int_push_back (ends, edge->source);
      igraph_vector_int_push_back (ends, edge->target);
      igraph_vector_push_back (weights, weight);
      VECTOR (*strengths)[edge->source] += weight;
      VECTOR (*strengths)[edge->target] += weight;
      total += weight;
    }
  return total;
}

static gboolean
run_leiden (guint                      n_nodes,
            const igraph_vector_int_t *ends,
            const igraph_vector_t     *weights,
            const igraph_vector_t     *strengths,
            double                     total,
            guint32                    seed,
            igraph_vector_int_t       *membership)
{
  igraph_error_handler_t *previous = igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_rng_t generator;
  igraph_rng_t *default_generator;
  igraph_t graph;
  gboolean done = FALSE;

  if (igraph_rng_init (&generator, &igraph_rngtype_mt19937) == IGRAPH_SUCCESS)
    {
      igraph_rng_seed (&generator, seed);
      default_generator = igraph_rng_default ();
      igraph_rng_set_default (&generator);
      if (igraph_create (&graph, ends, n_nodes, IGRAPH_UNDIRECTED) == IGRAPH_SUCCESS)
        {
          done = igraph_community_leiden (&graph, weights, strengths, 1 / (2 * total), LEIDEN_BETA, FALSE,
                                          LEIDEN_ITERATIONS, membership, NULL, NULL)
                 == IGRAPH_SUCCESS;
          igraph_destroy (&graph);
        }
      igraph_rng_set_default (default_generator);
      igraph_rng_destroy (&generator);
    }
  igraph_set_error_handler (previous);
  return done;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const guint32 *sizes = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;

  if (sizes[i] != sizes[j])
    return sizes[i] > sizes[j] ? -1 : 1;
  return (i > j) - (i < j);
}

/* Numbers communities by size, then by their first node. */
static void
number_communities (HearsayNetwork *network)
{
  guint n = network->n_nodes;
  g_autofree guint32 *first_number = g_new (guint32, n);
  g_autofree guint32 *sizes = g_new0 (guint32, n);
  g_autofree guint32 *order = g_new (guint32, n);
  g_autofree guint32 *rank = g_new (guint32, n);
  guint n_communities = 0;

  for (guint i = 0; i < n; i++)
    first_number[i] = G_MAXUINT32;
  for (guint i = 0; i < n; i++)
    {
      guint32 *number = &first_number[network->nodes[i].community];

      if (*number == G_MAXUINT32)
        *number = n_communities++;
      network->nodes[i].community = *number;
      sizes[*number]++;
    }
  for (guint i = 0; i < n_communities; i++)
    order[i] = i;
  g_qsort_with_data (order, n_communities, sizeof *order, compare_sizes, sizes);
  for (guint i = 0; i < n_communities; i++)
    rank[order[i]] = i;
  for (guint i = 0; i < n; i++)
    network->nodes[i].community = rank[network->nodes[i].community];
}

/**
 * hearsay_community_detect:
 * @network: its nodes' @community is set, from 0, the largest community first
 * @seed: same seed, same communities
 *
 * Finds communities with the Leiden algorithm (Traag, Waltman and van Eck,
 * 2019) for modularity, on the ties that attract: support counts in full,
 * neutral a quarter, opposition not at all; everything where positions mean
 * nothing. A node without such a tie is a community of its own.
 *
 * Returns: hearsay_community_modularity()
 */
double
hearsay_community_detect (HearsayNetwork *network,
                          guint32         seed)
{
  igraph_vector_int_t ends;
  igraph_vector_int_t membership;
  igraph_vector_t weights;
  igraph_vector_t strengths;
  double total;

  g_return_val_if_fail (network != NULL, 0);

  g_mutex_lock (&igraph_lock);
  total = take_positive_layer (network, &ends, &weights, &strengths);
  igraph_vector_int_init (&membership, network->n_nodes);
  if (total <= 0 || !run_leiden (network->n_nodes, &ends, &weights, &strengths, total, seed, &membership))
    {
      for (guint i = 0; i < network->n_nodes; i++)
        VECTOR (membership)[i] = i;
    }
  for (guint i = 0; i < network->n_nodes; i++)
    network->nodes[i].community = VECTOR (membership)[i];
  igraph_vector_int_destroy (&ends);
  igraph_vector_int_destroy (&membership);
  igraph_vector_destroy (&weights);
  igraph_vector_destroy (&strengths);
  g_mutex_unlock (&igraph_lock);
  number_communities (network);
  return hearsay_community_modularity (network);
}

/**
 * hearsay_community_modularity:
 *
 * Newman's modularity of the nodes' communities on the ties that attract.
 *
 * Returns: -0.5 … 1; 0 without ties
 */
double
hearsay_community_modularity (const HearsayNetwork *network)
{
  g_autofree double *strengths = NULL;
  double total = 0;
  double inside = 0;
  double expected = 0;

  g_return_val_if_fail (network != NULL, 0);

  strengths = g_new0 (double, network->n_nodes);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      double weight = edge->source != edge->target ? attraction (network, edge) : 0;
      gint32 source = network->nodes[edge->source].community;
      gint32 target = network->nodes[edge->target].community;

      total += weight;
      if (source < 0 || target < 0)
        continue;
      inside += source == target ? weight : 0;
      strengths[source] += weight;
      strengths[target] += weight;
    }
  if (total <= 0)
    return 0;
  for (guint i = 0; i < network->n_nodes; i++)
    expected += (strengths[i] / (2 * total)) * (strengths[i] / (2 * total));
  return inside / total - expected;
}
