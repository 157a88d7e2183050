/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <stdlib.h>

#include "made-up-network.h"

#define GROUP 40

static char *
new_name (GRand *random)
{
  static const char *const parts[] = { "Ada", "Lindqvist", "Borduria", "Mira", "Okafor", "Union", "Tove", "Brandt", "Liv", "Sand", "Joao", "Harbour" };

  return g_strdup_printf ("%s %s", parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))],
                          parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
}

static int
compare_edges (const void *a,
               const void *b)
{
  const HearsayNetworkEdge *x = a;
  const HearsayNetworkEdge *y = b;

  return x->source != y->source ? (x->source < y->source ? -1 : 1) : x->target != y->target ? (x->target < y->target ? -1 : 1) : 0;
}

/* Most edges stay within groups of forty, as where people speak of their own affairs. */
HearsayNetwork *
made_up_network_new (guint n_nodes,
                     guint n_edges)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  HearsayNetwork *network = g_new0 (HearsayNetwork, 1);

  network->directed = network->is_signed = TRUE;
  network->n_nodes = n_nodes;
  network->nodes = g_new0 (HearsayNetworkNode, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    network->nodes[i] = (HearsayNetworkNode) { i, g_strdup_printf ("a%u", i), new_name (random), i % 5 == 4 ? 0 : i % 5,
                                               i % 10, 1 + 4000 / (i + 10), i / GROUP };
  network->n_edges = n_edges;
  network->edges = g_new0 (HearsayNetworkEdge, n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      HearsayNetworkEdge *edge = &network->edges[i];

      edge->source = g_rand_int_range (random, 0, n_nodes);
      if (g_rand_double (random) < 0.85)
        edge->target = (edge->source / GROUP * GROUP + (guint32) g_rand_int_range (random, 0, GROUP)) % n_nodes;
      else
        edge->target = (guint32) g_rand_int_range (random, 0, n_nodes);
      if (edge->source == edge->target)
        edge->target = (edge->target + 1) % n_nodes;
      edge->position = i % HEARSAY_N_POSITIONS;
      edge->n_statements = 1 + (i % 7 == 0) * g_rand_int_range (random, 0, 6);
      edge->weight = edge->n_statements;
    }
  qsort (network->edges, n_edges, sizeof *network->edges, compare_edges);
  return network;
}
