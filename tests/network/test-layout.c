/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout.h"
#include "network/hearsay-layout-tree.h"
#include "network/hearsay-workers.h"

#include <math.h>
#include <string.h>
#include <time.h>

/* A network of plain numbers; nodes need no names to be placed. */
static HearsayNetwork *
new_network (guint    n_nodes,
             guint    n_edges,
             gboolean directed)
{
  HearsayNetwork *network = g_new0 (HearsayNetwork, 1);

  network->type = HEARSAY_NETWORK_ABOUT;
  network->directed = directed;
  network->n_nodes = n_nodes;
  network->nodes = g_new0 (HearsayNetworkNode, n_nodes);
  network->edges = g_new0 (HearsayNetworkEdge, n_edges);
  return network;
}

static void
add_edge (HearsayNetwork  *network,
          guint            source,
          guint            target,
          HearsayPosition  position)
{
  network->edges[network->n_edges++] = (HearsayNetworkEdge) { source, target, position, 1, 0, 0 };
}

/* A tree with some edges more: connected, uneven, the same for the same seed. */
static HearsayNetwork *
new_random (guint   n_nodes,
            guint   n_more,
            guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  HearsayNetwork *network = new_network (n_nodes, n_nodes + n_more, TRUE);

  for (guint i = 1; i < n_nodes; i++)
    add_edge (network, i, g_rand_int_range (random, 0, i), g_rand_int_range (random, 0, 3));
  for (guint i = 0; i < n_more && n_nodes > 0; i++)
    add_edge (network, g_rand_int_range (random, 0, n_nodes), g_rand_int_range (random, 0, n_nodes), g_rand_int_range (random, 0, 3));
  return network;
}

static HearsayPoint *
run (const HearsayNetwork       *network,
     const HearsayLayoutOptions *options)
{
  g_autoptr (GError) error = NULL;
  HearsayPoint *positions = g_new0 (HearsayPoint, network->n_nodes + 1);

  g_assert_true (hearsay_layout_run (network, options, positions, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < network->n_nodes; i++)
    g_assert_true (isfinite (positions[i].x) && isfinite (positions[i].y));
  return positions;
}

static double
distance (const HearsayPoint *positions,
          guint               i,
          guint               j)
{
  return hypot (positions[i].x - positions[j].x, positions[i].y - positions[j].y);
}

static guint
count_overlaps (guint                  n,
                const HearsayNodeSize *sizes,
                const HearsayPoint    *positions)
{
  guint n_overlaps = 0;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        n_overlaps += fabs (positions[i].x - positions[j].x) < sizes[i].half_width + sizes[j].half_width
                      && fabs (positions[i].y - positions[j].y) < sizes[i].half_height + sizes[j].half_height;
    }
  return n_overlaps;
}

static HearsayNodeSize *
new_sizes (guint   n,
           guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  HearsayNodeSize *sizes = g_new (HearsayNodeSize, n);

  for (guint i = 0; i < n; i++)
    sizes[i] = (HearsayNodeSize) { g_rand_double_range (random, 16, 70), g_rand_double_range (random, 16, 40) };
  return sizes;
}

static void
test_names (void)
{
  for (guint i = 0; i < HEARSAY_N_LAYOUT_TYPES; i++)
    {
      HearsayLayoutType type;

      g_assert_true (hearsay_layout_type_parse (hearsay_layout_type_to_string (i), &type));
      g_assert_cmpint (type, ==, i);
    }
  g_assert_false (hearsay_layout_type_parse ("spiral", &(HearsayLayoutType) { 0 }));
}

/* Nothing, one node, two apart, loops, parallel edges, many parts: every layout takes them. */
static void
test_edge_cases (void)
{
  for (guint type = 0; type < HEARSAY_N_LAYOUT_TYPES; type++)
    {
      HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) nothing = new_network (0, 0, TRUE);
      g_autoptr (HearsayNetwork) one = new_network (1, 1, TRUE);
      g_autoptr (HearsayNetwork) two = new_network (2, 0, FALSE);
      g_autoptr (HearsayNetwork) odd = new_network (5, 8, FALSE);
      g_autofree HearsayPoint *of_nothing = NULL;
      g_autofree HearsayPoint *of_one = NULL;
      g_autofree HearsayPoint *of_two = NULL;
      g_autofree HearsayPoint *of_odd = NULL;

      add_edge (one, 0, 0, HEARSAY_POSITION_SUPPORT);
      add_edge (odd, 0, 1, HEARSAY_POSITION_SUPPORT);
      add_edge (odd, 1, 0, HEARSAY_POSITION_OPPOSE);
      add_edge (odd, 0, 1, HEARSAY_POSITION_SUPPORT);
      add_edge (odd, 3, 3, HEARSAY_POSITION_NEUTRAL);
      options.type = type;
      of_nothing = run (nothing, &options);
      of_one = run (one, &options);
      of_two = run (two, &options);
      of_odd = run (odd, &options);
      g_assert_cmpfloat (distance (of_two, 0, 1), >, 10);
      for (guint i = 0; i < 5; i++)
        {
          for (guint j = i + 1; j < 5; j++)
            g_assert_cmpfloat (distance (of_odd, i, j), >, 10);
        }
    }
}

static void
test_pair_and_path (void)
{
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) path = new_network (4, 3, FALSE);
  g_autofree HearsayPoint *positions = NULL;

  for (guint i = 0; i < 3; i++)
    add_edge (path, i, i + 1, HEARSAY_POSITION_NEUTRAL);
  positions = run (path, &options);
  /* A path can be drawn without any stress: straight, level, 180 between neighbours. */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (distance (positions, i, i + 1), 180, 2);
  g_assert_cmpfloat_with_epsilon (distance (positions, 0, 3), 540, 4);
  g_assert_cmpfloat_with_epsilon (positions[0].y, positions[3].y, 20);
}

static void
test_signs (void)
{
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) camps = new_network (4, 4, TRUE);
  g_autofree HearsayPoint *positions = NULL;
  g_autofree HearsayPoint *alike = NULL;

  camps->is_signed = TRUE;
  add_edge (camps, 0, 1, HEARSAY_POSITION_SUPPORT);
  add_edge (camps, 2, 3, HEARSAY_POSITION_SUPPORT);
  add_edge (camps, 0, 2, HEARSAY_POSITION_OPPOSE);
  add_edge (camps, 1, 3, HEARSAY_POSITION_OPPOSE);
  positions = run (camps, &options);
  g_assert_cmpfloat (distance (positions, 0, 2), >, 1.4 * distance (positions, 0, 1));
  options.signs = HEARSAY_LAYOUT_SIGNS_IGNORE;
  alike = run (camps, &options);
  g_assert_cmpfloat_with_epsilon (distance (alike, 0, 2), distance (alike, 0, 1), 5);
}

static void
test_threads_and_seeds (void)
{
  static const guint sizes[] = { 60, 700, 3000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (HearsayNetwork) network = new_random (sizes[s], sizes[s], 7);

      for (guint type = 0; type < HEARSAY_N_LAYOUT_TYPES; type++)
        {
          HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
          g_autofree HearsayPoint *one = NULL;
          g_autofree HearsayPoint *four = NULL;

          options.type = type;
          one = run (network, &options);
          options.n_threads = 4;
          four = run (network, &options);
          g_assert_cmpmem (one, sizes[s] * sizeof *one, four, sizes[s] * sizeof *four);
        }
    }
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint n = 10; n < 3000; n += 1400)
    {
      g_autoptr (HearsayNetwork) network = new_random (n, n, 3);
      g_autofree HearsayPoint *positions = g_new0 (HearsayPoint, n);
      g_autoptr (GError) error = NULL;

      g_assert_false (hearsay_layout_run (network, NULL, positions, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_no_overlaps (void)
{
  for (guint32 seed = 0; seed < 100; seed++)
    {
      guint n = 20 + (seed * 37) % 280;
      g_autoptr (HearsayNetwork) network = new_random (n, n / 2 + seed, seed);
      g_autofree HearsayNodeSize *sizes = new_sizes (n, seed);
      HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
      g_autofree HearsayPoint *positions = NULL;

      network->is_signed = seed % 2;
      options.type = seed % HEARSAY_N_LAYOUT_TYPES;
      options.sizes = sizes;
      positions = run (network, &options);
      g_assert_cmpuint (count_overlaps (n, sizes, positions), ==, 0);
    }
}

/* All on one spot, and nothing moves them apart but the sizes. */
static void
test_coincident (void)
{
  const guint n = 40;
  g_autoptr (HearsayNetwork) network = new_network (n, 0, FALSE);
  g_autofree HearsayPoint *start = g_new0 (HearsayPoint, n);
  g_autofree HearsayNodeSize *sizes = new_sizes (n, 1);
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autofree HearsayPoint *positions = NULL;

  options.start = start;
  options.sizes = sizes;
  positions = run (network, &options);
  g_assert_cmpuint (count_overlaps (n, sizes, positions), ==, 0);
}

static void
test_warm_start (void)
{
  const guint n = 30;
  g_autoptr (HearsayNetwork) before = new_random (n, 15, 5);
  g_autoptr (HearsayNetwork) after = new_random (n, 15, 5);
  g_autofree HearsayNodeSize *sizes = new_sizes (n + 1, 2);
  g_autofree gboolean *pinned = g_new0 (gboolean, n + 1);
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autofree HearsayPoint *old = NULL;
  g_autofree HearsayPoint *again = NULL;
  g_autofree HearsayPoint *fresh = NULL;
  g_autofree HearsayPoint *start = g_new (HearsayPoint, n + 1);
  double moved = 0;

  options.sizes = sizes;
  old = run (before, &options);
  memcpy (start, old, n * sizeof *old);
  start[n] = (HearsayPoint) { NAN, NAN };
  after->n_nodes = n + 1;
  after->nodes = g_renew (HearsayNetworkNode, after->nodes, n + 1);
  memset (&after->nodes[n], 0, sizeof *after->nodes);
  after->edges = g_renew (HearsayNetworkEdge, after->edges, after->n_edges + 1);
  add_edge (after, n, 4, HEARSAY_POSITION_SUPPORT);
  options.start = start;
  options.pinned = pinned;
  pinned[4] = pinned[9] = TRUE;
  fresh = run (after, &options);
  g_assert_cmpfloat (distance ((HearsayPoint[]) { old[4], fresh[4] }, 0, 1), ==, 0);
  g_assert_cmpfloat (distance ((HearsayPoint[]) { old[9], fresh[9] }, 0, 1), ==, 0);
  g_assert_cmpfloat (distance (fresh, n, 4), <, 500);
  g_assert_cmpuint (count_overlaps (n + 1, sizes, fresh), ==, 0);
  for (guint i = 0; i < n; i++)
    moved += hypot (old[i].x - fresh[i].x, old[i].y - fresh[i].y) / n;
  g_assert_cmpfloat (moved, <, 60);
}

/* Many join a few that have their places, one of them pinned: there is room for all, without searching long for it. */
static void
test_many_join (void)
{
  const guint n = 4000;
  g_autoptr (HearsayNetwork) network = new_random (n, 8000, 3);
  g_autofree HearsayNodeSize *sizes = new_sizes (n, 3);
  g_autofree gboolean *pinned = g_new0 (gboolean, n);
  g_autofree HearsayPoint *start = g_new (HearsayPoint, n);
  g_autofree HearsayPoint *positions = NULL;
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    start[i] = i < 60 ? (HearsayPoint) { 90.0 * (i % 10), 60.0 * (i / 10) } : (HearsayPoint) { NAN, NAN };
  pinned[7] = TRUE;
  options.sizes = sizes;
  options.start = start;
  options.pinned = pinned;
  positions = run (network, &options);
  g_assert_cmpfloat (positions[7].x, ==, start[7].x);
  g_assert_cmpuint (count_overlaps (n, sizes, positions), ==, 0);
  g_test_message ("%.0f ms", (g_get_monotonic_time () - begun) / 1e3);
}

static void
test_radial (void)
{
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) tree = new_network (7, 6, TRUE);
  g_autofree HearsayPoint *positions = NULL;

  for (guint i = 1; i < 7; i++)
    add_edge (tree, i, (i - 1) / 2, HEARSAY_POSITION_NEUTRAL);
  options.type = HEARSAY_LAYOUT_RADIAL;
  options.centre = 0;
  positions = run (tree, &options);
  for (guint i = 1; i < 7; i++)
    g_assert_cmpfloat_with_epsilon (distance (positions, 0, i), i < 3 ? distance (positions, 0, 1) : 2 * distance (positions, 0, 1), 1);
}

static void
test_columns (void)
{
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = new_network (4, 4, TRUE);
  g_autofree HearsayPoint *bipartite = NULL;
  g_autofree HearsayPoint *axis = NULL;

  network->is_signed = TRUE;
  add_edge (network, 0, 2, HEARSAY_POSITION_SUPPORT);
  add_edge (network, 1, 2, HEARSAY_POSITION_OPPOSE);
  add_edge (network, 1, 3, HEARSAY_POSITION_SUPPORT);
  options.type = HEARSAY_LAYOUT_BIPARTITE;
  bipartite = run (network, &options);
  g_assert_cmpfloat (bipartite[0].x, ==, bipartite[1].x);
  g_assert_cmpfloat (bipartite[2].x, ==, bipartite[3].x);
  g_assert_cmpfloat (bipartite[0].x, <, bipartite[2].x);
  options.type = HEARSAY_LAYOUT_AXIS;
  options.centre = 2;
  axis = run (network, &options);
  g_assert_cmpfloat (axis[0].x, <, axis[2].x);
  g_assert_cmpfloat (axis[2].x, <, axis[1].x);
  /* The friend of a foe stands with the foe. */
  g_assert_cmpfloat (axis[3].x, ==, axis[1].x);
}

/* Where nearly all are neutral, the middle becomes several columns, and who leans stays outside of them. */
static void
test_crowded_axis (void)
{
  const guint n = 62;
  g_autoptr (HearsayNetwork) network = new_network (n, n - 1, TRUE);
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autofree HearsayPoint *positions = NULL;
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i + 1 < n; i++)
    add_edge (network, i + 1, 0, i == 0 ? HEARSAY_POSITION_SUPPORT : i == 1 ? HEARSAY_POSITION_OPPOSE : HEARSAY_POSITION_NEUTRAL);
  options.type = HEARSAY_LAYOUT_AXIS;
  options.centre = 0;
  positions = run (network, &options);
  for (guint i = 3; i < n; i++)
    {
      g_assert_cmpfloat (positions[1].x, <, positions[i].x);
      g_assert_cmpfloat (positions[2].x, >, positions[i].x);
      left = MIN (left, positions[i].x);
      right = MAX (right, positions[i].x);
    }
  for (guint i = 0; i < n; i++)
    {
      top = MIN (top, positions[i].y);
      bottom = MAX (bottom, positions[i].y);
    }
  g_assert_cmpfloat (right, >, left);
  g_assert_cmpfloat (bottom - top, <, 2.0 * (positions[2].x - positions[1].x));
}

/* All points on two places: what is felt is right, and it does not take the time of squares (which
 * would be a minute). */
static void
test_crowded_places (void)
{
  const guint n = 400000;
  g_autofree float *x = g_new (float, n);
  g_autofree float *y = g_new0 (float, n);
  g_autofree float *mass = g_new (float, n);
  g_autofree float *force_x = g_new0 (float, n);
  g_autofree float *force_y = g_new0 (float, n);
  g_autoptr (HearsayWorkers) workers = hearsay_workers_new (1);
  g_autoptr (HearsayTree) tree = hearsay_tree_new (n);
  clock_t before = clock ();

  for (guint i = 0; i < n; i++)
    {
      x[i] = i % 2 == 0 ? 0.0f : 10.0f;
      mass[i] = 1.0f;
    }
  hearsay_tree_repel (tree, x, y, mass, 1.0f, force_x, force_y, workers);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (force_x[i], (i % 2 == 0 ? -1.0f : 1.0f) * (float) (n / 2) / 10.0f, 20.0f);
      g_assert_cmpfloat_with_epsilon (force_y[i], 0.0f, 1e-3f);
    }
  g_assert_cmpfloat ((double) (clock () - before) / CLOCKS_PER_SEC, <, 10.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/names", test_names);
  g_test_add_func ("/layout/edge-cases", test_edge_cases);
  g_test_add_func ("/layout/pair-and-path", test_pair_and_path);
  g_test_add_func ("/layout/signs", test_signs);
  g_test_add_func ("/layout/threads-and-seeds", test_threads_and_seeds);
  g_test_add_func ("/layout/cancel", test_cancel);
  g_test_add_func ("/layout/no-overlaps", test_no_overlaps);
  g_test_add_func ("/layout/coincident", test_coincident);
  g_test_add_func ("/layout/warm-start", test_warm_start);
  g_test_add_func ("/layout/many-join", test_many_join);
  g_test_add_func ("/layout/radial", test_radial);
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/layout/crowded-axis", test_crowded_axis);
  g_test_add_func ("/layout/crowded-places", test_crowded_places);
  return g_test_run ();
}
