/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "network/hearsay-backbone.h"
#include "network/hearsay-camps.h"
#include "network/hearsay-paths.h"

#define S HEARSAY_POSITION_SUPPORT
#define O HEARSAY_POSITION_OPPOSE
#define EPSILON 1e-9

static HearsayNetworkNode nodes[64];

/* Two camps of three: allies inside, foes between, one tie missing. */
static HearsayNetworkEdge camp_edges[] = {
  { 0, 1, S, 1 }, { 0, 2, S, 1 }, { 1, 2, S, 1 }, { 3, 4, S, 1 }, { 3, 5, S, 1 }, { 4, 5, S, 1 },
  { 0, 3, O, 1 }, { 1, 4, O, 1 }, { 2, 5, O, 1 },
};

static HearsayNetwork
make_camps (void)
{
  return (HearsayNetwork) { HEARSAY_NETWORK_POSITIONS, FALSE, TRUE, nodes, 6, camp_edges, G_N_ELEMENTS (camp_edges) };
}

static void
test_signed_communities (void)
{
  HearsayNetwork network = make_camps ();
  double q = hearsay_camps_detect_signed (&network);

  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (nodes[i].community == nodes[0].community, ==, i < 3);
  /* Inside 6 of 6; chance: W⁺ = 6, camps hold 6 each: 2 · 36 / 24 = 3; W⁻ = 3, 3 each: 2 · 9 / 12 = 1.5. */
  g_assert_cmpfloat_with_epsilon (q, (6 - 3 + 1.5) / 9, EPSILON);
}

/* Opposition alone keeps apart what support alone would join. */
static void
test_opposition_parts (void)
{
  HearsayNetworkEdge edges[] = { { 0, 1, S, 1 }, { 1, 2, S, 1 }, { 0, 2, O, 5 }, { 2, 3, S, 3 } };
  HearsayNetwork network = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 4, edges, G_N_ELEMENTS (edges) };

  hearsay_camps_detect_signed (&network);
  g_assert_cmpint (nodes[0].community, !=, nodes[2].community);
  g_assert_cmpint (nodes[2].community, ==, nodes[3].community);
}

/* Nearly as good as the best of all partitions of small random networks. */
static void
test_signed_is_best (void)
{
  double lost = 0.0;

  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      HearsayNetworkEdge edges[12];
      HearsayNetwork network = { HEARSAY_NETWORK_ABOUT, FALSE, TRUE, nodes, 6, edges, G_N_ELEMENTS (edges) };
      double found;
      double best = -1.0;

      for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
        edges[i] = (HearsayNetworkEdge) { g_rand_int_range (random, 0, 6), g_rand_int_range (random, 0, 6), i % 2 == 0 ? S : O,
                                          1 + g_rand_int_range (random, 0, 3) };
      found = hearsay_camps_detect_signed (&network);
      for (guint code = 0; code < 6 * 6 * 6 * 6 * 6 * 6; code++)
        {
          for (guint i = 0, rest = code; i < 6; i++, rest /= 6)
            nodes[i].community = rest % 6;
          best = MAX (best, hearsay_camps_signed_modularity (&network));
        }
      g_assert_cmpfloat (found, >=, best - 0.08);
      g_assert_cmpfloat (found, <=, best + EPSILON);
      g_test_message ("%u: %.3f of %.3f", seed, found, best);
      lost += best - found;
    }
  g_assert_cmpfloat (lost / 20, <, 0.01);
}

static void
test_polarization (void)
{
  HearsayNetwork network = make_camps ();
  guint camps[6];
  double quality = hearsay_camps_polarization (&network, 2, camps, NULL);
  guint mixed[] = { 0, 1, 0, 1, 0, 1 };

  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (camps[i] == camps[0], ==, i < 3);
  /* Congruence is as expected; of 18 ordered pairs between camps 6 differ by 2/3 and 12 by 1/3: Σ = 8 of 2 · 18. */
  g_assert_cmpfloat_with_epsilon (quality, 1 - 8 / 36., EPSILON);
  g_assert_cmpfloat_with_epsilon (quality, hearsay_camps_quality (&network, 2, camps), EPSILON);
  g_assert_cmpfloat (hearsay_camps_quality (&network, 2, mixed), <, quality - 0.2);
}

static void
test_nothing (void)
{
  HearsayNetwork network = { HEARSAY_NETWORK_POSITIONS, FALSE, TRUE, nodes, 3, NULL, 0 };
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (HearsayBackboneStep));
  guint camps[3];

  g_assert_cmpfloat (hearsay_camps_detect_signed (&network), ==, 0.0);
  g_assert_cmpfloat (hearsay_camps_polarization (&network, 2, camps, NULL), ==, 0.0);
  g_assert_true (hearsay_backbone_nested (&network, steps, NULL, NULL));
  network.n_nodes = 0;
  g_assert_cmpfloat (hearsay_camps_detect_signed (&network), ==, 0.0);
  g_assert_cmpfloat (hearsay_camps_polarization (&network, 2, NULL, NULL), ==, 0.0);
}

static void
test_eigenvalues (void)
{
  double matrix[] = { 2, 1, 0, 1, 2, 1, 0, 1, 2 };
  double values[3];

  hearsay_backbone_eigenvalues (matrix, 3, values);
  g_assert_cmpfloat_with_epsilon (values[0], 2 + sqrt (2), 1e-7);
  g_assert_cmpfloat_with_epsilon (values[1], 2, 1e-7);
  g_assert_cmpfloat_with_epsilon (values[2], 2 - sqrt (2), 1e-7);
}

/* Three actors on four issues: one that splits them, its twin, one that all share, one that a single actor names. */
static void
test_backbone (void)
{
  HearsayNetworkEdge edges[] = {
    { 0, 3, S, 2 }, { 1, 3, S, 2 }, { 2, 3, O, 2 }, { 0, 4, S, 2 }, { 1, 4, S, 2 }, { 2, 4, O, 2 },
    { 0, 5, S, 1 }, { 1, 5, S, 1 }, { 2, 5, S, 1 }, { 0, 6, O, 3 },
  };
  HearsayNetwork network = { HEARSAY_NETWORK_ISSUES, TRUE, TRUE, nodes, 7, edges, G_N_ELEMENTS (edges) };
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (HearsayBackboneStep));

  for (guint i = 0; i < 7; i++)
    nodes[i].kind = i < 3 ? HEARSAY_NODE_PERSON : HEARSAY_NODE_ISSUE;
  g_assert_true (hearsay_backbone_nested (&network, steps, NULL, NULL));
  for (guint i = 0; i < 7; i++)
    nodes[i].kind = HEARSAY_NODE_PERSON;
  g_assert_cmpuint (steps->len, ==, 4);
  /* What one actor alone speaks of ties nobody, and costs nothing. */
  g_assert_cmpuint (g_array_index (steps, HearsayBackboneStep, 0).node, ==, 6);
  g_assert_cmpfloat_with_epsilon (g_array_index (steps, HearsayBackboneStep, 0).loss, 0.0, 1e-9);
  for (guint i = 1; i < steps->len; i++)
    g_assert_cmpfloat (g_array_index (steps, HearsayBackboneStep, i).loss, >=, g_array_index (steps, HearsayBackboneStep, i - 1).loss - 1e-9);
  /* With nothing left all of the spectrum is lost. */
  g_assert_cmpfloat_with_epsilon (g_array_index (steps, HearsayBackboneStep, 3).loss, 1.0, 1e-9);
}

static void
test_paths (void)
{
  HearsayNetworkEdge edges[] = { { 0, 1, S, 1 }, { 1, 2, O, 1 }, { 3, 0, S, 1 }, { 3, 2, S, 1 }, { 2, 4, S, 1 }, { 1, 3, S, 1 } };
  HearsayNetwork network = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 6, edges, G_N_ELEMENTS (edges) };
  gboolean on_node[6];
  gboolean on_edge[6];

  g_assert_cmpuint (hearsay_paths_find_ways (&network, 0, 4, on_node, on_edge), ==, 3);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (on_node[i], ==, i < 5);
      g_assert_cmpint (on_edge[i], ==, i < 5);
    }
  g_assert_cmpuint (hearsay_paths_find_ways (&network, 0, 5, on_node, on_edge), ==, HEARSAY_NO_WAY);
  g_assert_cmpuint (hearsay_paths_find_ways (&network, 2, 2, on_node, on_edge), ==, 0);
  g_assert_true (on_node[2]);
  hearsay_paths_find_near (&network, 0, 1, on_node, on_edge);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (on_node[i], ==, i == 0 || i == 1 || i == 3);
      g_assert_cmpint (on_edge[i], ==, i == 0 || i == 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camps/signed-communities", test_signed_communities);
  g_test_add_func ("/camps/opposition-parts", test_opposition_parts);
  g_test_add_func ("/camps/signed-is-best", test_signed_is_best);
  g_test_add_func ("/camps/polarization", test_polarization);
  g_test_add_func ("/camps/nothing", test_nothing);
  g_test_add_func ("/camps/eigenvalues", test_eigenvalues);
  g_test_add_func ("/camps/backbone", test_backbone);
  g_test_add_func ("/camps/paths", test_paths);
  return g_test_run ();
}
