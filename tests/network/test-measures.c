/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-measures.h"

#include <math.h>

#define S HEARSAY_POSITION_SUPPORT
#define O HEARSAY_POSITION_OPPOSE
#define N HEARSAY_POSITION_NEUTRAL
#define EPSILON 1e-6

static HearsayNetworkNode nodes[8];

/* A path of five, every edge to the right. */
static HearsayNetworkEdge path_edges[] = { { 0, 1, S, 1 }, { 1, 2, S, 1 }, { 2, 3, S, 1 }, { 3, 4, S, 1 } };
static const HearsayNetwork path = { HEARSAY_NETWORK_TOGETHER, FALSE, FALSE, nodes, 5, path_edges, 4 };

/* A triangle of friends, a foe of two of them, somebody who only knows the foe, and one alone. */
static HearsayNetworkEdge camp_edges[] = {
  { 0, 1, S, 2 }, { 0, 2, S, 1 }, { 1, 2, S, 1 }, { 2, 1, O, 0.5 }, { 0, 3, O, 1 }, { 3, 1, O, 3 }, { 4, 3, N, 1 }, { 4, 4, S, 9 },
};
static const HearsayNetwork camps = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 6, camp_edges, 8 };

static void
check (const HearsayNetwork *network,
       HearsayMeasure        measure,
       const double         *expected)
{
  double values[8];
  g_autoptr (GError) error = NULL;

  g_assert_true (hearsay_measure_nodes (network, measure, values, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < network->n_nodes; i++)
    g_assert_cmpfloat_with_epsilon (values[i], expected[i], EPSILON);
}

static void
test_path (void)
{
  check (&path, HEARSAY_MEASURE_DEGREE, (double[]) { 1, 2, 2, 2, 1 });
  check (&path, HEARSAY_MEASURE_CORE, (double[]) { 1, 1, 1, 1, 1 });
  check (&path, HEARSAY_MEASURE_BETWEENNESS, (double[]) { 0, 3, 4, 3, 0 });
  check (&path, HEARSAY_MEASURE_CLOSENESS, (double[]) { 0.4, 4 / 7., 4 / 6., 4 / 7., 0.4 });
  /* The values of cos (kπ / 6), the middle at 1. */
  check (&path, HEARSAY_MEASURE_EIGENVECTOR, (double[]) { 0.5, 0.8660254, 1, 0.8660254, 0.5 });
}

static void
test_camps (void)
{
  check (&camps, HEARSAY_MEASURE_DEGREE, (double[]) { 3, 3, 2, 3, 1, 0 });
  check (&camps, HEARSAY_MEASURE_CORE, (double[]) { 2, 2, 2, 2, 1, 0 });
  check (&camps, HEARSAY_MEASURE_SUPPORT, (double[]) { 3, 3, 2, 0, 18, 0 });
  check (&camps, HEARSAY_MEASURE_OPPOSE, (double[]) { 1, 3.5, 0.5, 4, 0, 0 });
  check (&camps, HEARSAY_MEASURE_STRENGTH, (double[]) { 4, 6.5, 2.5, 5, 19, 0 });
}

static void
test_pagerank (void)
{
  static HearsayNetworkEdge edges[] = { { 1, 0, S, 1 }, { 2, 0, S, 3 }, { 3, 0, O, 5 } };
  const HearsayNetwork star = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 4, edges, 3 };
  double values[4];
  double sum = 0;

  g_assert_true (hearsay_measure_nodes (&star, HEARSAY_MEASURE_PAGERANK, values, NULL, NULL));
  for (guint i = 0; i < 4; i++)
    sum += values[i];
  g_assert_cmpfloat_with_epsilon (sum, 1, EPSILON);
  /* Leaves get b = 0.15 / 4 + 0.85 (r + b) / 4, for the foe holds what it has; r gets 1.7 b more. */
  g_assert_cmpfloat_with_epsilon (values[0] - values[1], 0.85 * 2 * values[1], EPSILON);
  g_assert_cmpfloat_with_epsilon (values[1], values[3], EPSILON);
}

static void
test_sampled_betweenness (void)
{
  double exact[8];
  double all[8];
  double some[8];

  g_assert_true (hearsay_measure_betweenness (&path, 0, 1, exact, NULL, NULL));
  g_assert_true (hearsay_measure_betweenness (&path, 5, 2, all, NULL, NULL));
  g_assert_true (hearsay_measure_betweenness (&path, 2, 1, some, NULL, NULL));
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (exact[i], all[i], EPSILON);
      g_assert_cmpfloat (some[i], <=, 7.5);
    }
}

static void
test_summary (void)
{
  HearsayNetworkSummary summary;
  const HearsayNetwork nothing = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE };

  hearsay_network_summarize (&camps, &summary);
  g_assert_cmpuint (summary.n_pairs, ==, 6);
  g_assert_cmpuint (summary.n_components, ==, 2);
  g_assert_cmpfloat_with_epsilon (summary.density, 6 / 15., EPSILON);
  /* 0-1-2 are friends; 0-1-3 have a common foe. */
  g_assert_cmpuint (summary.n_triangles, ==, 2);
  g_assert_cmpuint (summary.n_balanced, ==, 2);
  camp_edges[5].position = S;
  hearsay_network_summarize (&camps, &summary);
  camp_edges[5].position = O;
  g_assert_cmpuint (summary.n_triangles, ==, 2);
  g_assert_cmpfloat (summary.balance, ==, 0.5);
  hearsay_network_summarize (&nothing, &summary);
  g_assert_cmpuint (summary.n_components, ==, 0);
  g_assert_cmpfloat (summary.balance, ==, 1);
}

static void
test_nothing (void)
{
  const HearsayNetwork nothing = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE };
  const HearsayNetwork alone = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 1 };
  double value;

  for (guint measure = 0; measure < HEARSAY_N_MEASURES; measure++)
    {
      g_assert_true (hearsay_measure_nodes (&nothing, measure, &value, NULL, NULL));
      g_assert_true (hearsay_measure_nodes (&alone, measure, &value, NULL, NULL));
      g_assert_true (isfinite (value));
    }
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  double values[8];

  g_cancellable_cancel (cancellable);
  g_assert_false (hearsay_measure_nodes (&path, HEARSAY_MEASURE_BETWEENNESS, values, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/path", test_path);
  g_test_add_func ("/measures/camps", test_camps);
  g_test_add_func ("/measures/pagerank", test_pagerank);
  g_test_add_func ("/measures/sampled-betweenness", test_sampled_betweenness);
  g_test_add_func ("/measures/summary", test_summary);
  g_test_add_func ("/measures/nothing", test_nothing);
  g_test_add_func ("/measures/cancel", test_cancel);
  return g_test_run ();
}
