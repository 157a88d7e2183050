/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network.h"

#include <stdlib.h>
#include <time.h>

/* Counts networks of made-up statements and prints CPU milliseconds.
 *
 *   bench-network [STATEMENTS [ACTORS]]
 */

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Few are named often and many seldom, as in the news. */
static guint32
draw_actor (GRand *random,
            guint  n_actors)
{
  double u = g_rand_double (random);

  return (guint32) (u * u * u * n_actors);
}

int
main (int   argc,
      char *argv[])
{
  guint n_facts = argc > 1 ? atoi (argv[1]) : 2000000;
  guint n_actors = argc > 2 ? MAX (2, atoi (argv[2])) : 20000;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree HearsayNetworkEntity *entities = g_new0 (HearsayNetworkEntity, n_actors);
  g_autofree HearsayNetworkFact *facts = g_new0 (HearsayNetworkFact, n_facts);
  HearsayNetworkInput input = { entities, n_actors, facts, n_facts, NULL, 0 };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_actors; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("a%u", i));
      entities[i] = (HearsayNetworkEntity) { ids->pdata[i], ids->pdata[i], i % 5, -1, -1 };
    }
  for (guint i = 0; i < n_facts; i++)
    {
      facts[i] = (HearsayNetworkFact) { i, i / 20, i % 20, draw_actor (random, n_actors), draw_actor (random, n_actors),
                                        g_rand_int_range (random, 0, HEARSAY_N_POSITIONS) };
      facts[i].said_on = hearsay_date_from_days (18000 + i / 1000);
    }
  for (guint type = 0; type < HEARSAY_NETWORK_TOGETHER; type++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;
      double start = cpu_ms ();

      options.type = type;
      network = hearsay_network_build (&input, &options, NULL, NULL);
      g_print ("%s: %u facts, %u nodes, %u edges, %u left out: %.0f ms\n", hearsay_network_type_to_string (type), n_facts,
               network->n_nodes, network->n_edges, network->n_left_out, cpu_ms () - start);
    }
  return 0;
}
