/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render-samples.h"
#include "render/hearsay-legend.h"
#include "render/hearsay-network-painter.h"

static HearsayNetworkPainter *
make_painter (guint32 seed,
              guint   n_nodes,
              guint   n_edges,
              double  zoom)
{
  g_autoptr (HearsayNetwork) network = render_samples_new_network (seed, n_nodes, n_edges);
  g_autofree HearsayPoint *positions = render_samples_new_layout (network, seed);
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;

  options.zoom = zoom;
  return hearsay_network_painter_new (network, positions, &options);
}

static guint
assert_labels_apart (const HearsayNetworkPainter *painter)
{
  guint n = hearsay_network_painter_get_n_nodes (painter);
  guint n_labels = 0;

  for (guint i = 0; i < n; i++)
    {
      HearsayBox label;

      if (!hearsay_network_painter_get_label (painter, i, &label))
        continue;
      n_labels++;
      for (guint k = 0; k < n; k++)
        {
          HearsayBox node = hearsay_network_painter_get_node (painter, k);
          HearsayBox other;

          g_assert_false (hearsay_box_overlaps (&label, &node));
          if (k > i && hearsay_network_painter_get_label (painter, k, &other))
            g_assert_false (hearsay_box_overlaps (&label, &other));
        }
    }
  return n_labels;
}

static void
test_labels_never_overlap (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (HearsayNetworkPainter) painter = make_painter (seed, 1 + seed, seed * 3, 0.3 + 0.02 * seed);

      g_assert_cmpuint (assert_labels_apart (painter), >, 0);
    }
}

/* A hundred random networks of 20 to 300 nodes, as laid out for the window and
 * fitted into it: no name over another or over a node. */
static void
test_labels_in_layouts (void)
{
  for (guint32 seed = 0; seed < 100; seed++)
    {
      guint n = 20 + seed * 280 / 99;
      g_autoptr (HearsayNetwork) network = render_samples_new_network (seed, n, n * (1 + seed % 4));
      g_autofree HearsayPoint *positions = g_new0 (HearsayPoint, n);
      g_autofree HearsayNodeSize *sizes = g_new0 (HearsayNodeSize, n);
      HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
      HearsayLayoutOptions layout = HEARSAY_LAYOUT_OPTIONS_INIT;
      g_autoptr (HearsayNetworkPainter) fitted = NULL;
      g_autoptr (HearsayNetworkPainter) close = NULL;
      g_autoptr (GError) error = NULL;

      layout.sizes = sizes;
      layout.seed = seed;
      hearsay_network_node_sizes (network, sizes);
      g_assert_true (hearsay_layout_run (network, &layout, positions, NULL, &error));
      g_assert_no_error (error);
      fitted = hearsay_network_painter_new_fitted (network, positions, &options, 1160.0, 680.0);
      close = hearsay_network_painter_new (network, positions, &options);
      g_assert_cmpuint (assert_labels_apart (fitted), >, 0);
      /* Where the layout has left room for them, most names are shown. */
      g_assert_cmpuint (assert_labels_apart (close), >, n / 2);
    }
}

static void
test_first_label_is_placed (void)
{
  g_autoptr (HearsayNetwork) network = render_samples_new_network (1, 40, 10);
  g_autofree HearsayPoint *positions = render_samples_new_layout (network, 1);
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  guint n_lost = 0;

  options.zoom = 0.35;
  for (gint32 i = 0; i < 40; i++)
    {
      g_autoptr (HearsayNetworkPainter) plain = hearsay_network_painter_new (network, positions, &options);
      HearsayNetworkPainterOptions first = options;
      g_autoptr (HearsayNetworkPainter) painter = NULL;
      HearsayBox box;

      first.first = i;
      painter = hearsay_network_painter_new (network, positions, &first);
      n_lost += hearsay_network_painter_get_label (plain, (guint32) i, &box) && !hearsay_network_painter_get_label (painter, (guint32) i, &box);
    }
  g_assert_cmpuint (n_lost, ==, 0);
}

static void
test_hits (void)
{
  g_autoptr (HearsayNetworkPainter) painter = make_painter (5, 16, 24, 1.4);
  guint n_edge_hits = 0;

  for (guint i = 0; i < hearsay_network_painter_get_n_nodes (painter); i++)
    {
      HearsayBox box = hearsay_network_painter_get_node (painter, i);
      HearsayNetworkHit hit = hearsay_network_painter_hit (painter, (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0);

      g_assert_cmpint (hit.kind, ==, HEARSAY_HIT_NODE);
      if (hit.index != i)
        {
          HearsayBox above = hearsay_network_painter_get_node (painter, hit.index);

          g_assert_true (hearsay_box_overlaps (&box, &above));
        }
    }
  for (guint i = 0; i < hearsay_network_painter_get_n_edges (painter); i++)
    {
      HearsayPoint middle;
      HearsayNetworkHit hit;

      if (!hearsay_network_painter_get_middle (painter, i, &middle))
        continue;
      hit = hearsay_network_painter_hit (painter, middle.x, middle.y);
      g_assert_cmpint (hit.kind, !=, HEARSAY_HIT_NONE);
      n_edge_hits += hit.kind == HEARSAY_HIT_EDGE;
    }
  g_assert_cmpuint (n_edge_hits, >, 8);
  g_assert_cmpint (hearsay_network_painter_hit (painter, -5000.0, 0.0).kind, ==, HEARSAY_HIT_NONE);
}

static void
test_parallel_edges_bend_apart (void)
{
  HearsayNetworkNode nodes[] = {
    { .id = (char *) "a", .name = (char *) "One", .community = -1 }, { .id = (char *) "b", .name = (char *) "Two", .community = -1 }
  };
  HearsayNetworkEdge edges[] = {
    { .source = 0, .target = 1, .position = HEARSAY_POSITION_SUPPORT, .n_statements = 1 },
    { .source = 0, .target = 1, .position = HEARSAY_POSITION_OPPOSE, .n_statements = 1 },
    { .source = 1, .target = 0, .position = HEARSAY_POSITION_OPPOSE, .n_statements = 1 },
  };
  HearsayNetwork network = { .directed = TRUE, .is_signed = TRUE, .nodes = nodes, .n_nodes = 2, .edges = edges, .n_edges = 3 };
  HearsayPoint positions[] = { { 0.0, 0.0 }, { 300.0, 40.0 } };
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayNetworkPainter) painter = hearsay_network_painter_new (&network, positions, &options);
  HearsayPoint middles[3];

  for (guint i = 0; i < 3; i++)
    g_assert_true (hearsay_network_painter_get_middle (painter, i, &middles[i]));
  for (guint i = 0; i < 3; i++)
    {
      HearsayNetworkHit hit = hearsay_network_painter_hit (painter, middles[i].x, middles[i].y);

      g_assert_cmpint (hit.kind, ==, HEARSAY_HIT_EDGE);
      g_assert_cmpuint (hit.index, ==, i);
      g_assert_cmpfloat (hypot (middles[i].x - middles[(i + 1) % 3].x, middles[i].y - middles[(i + 1) % 3].y), >, 14.0);
    }
}

static void
test_edges_go_round_nodes (void)
{
  HearsayNetworkNode nodes[] = {
    { .name = (char *) "", .community = -1 }, { .name = (char *) "", .community = -1 }, { .name = (char *) "", .community = -1 }
  };
  HearsayNetworkEdge edge = { .source = 0, .target = 1, .n_statements = 1 };
  HearsayNetwork network = { .directed = TRUE, .is_signed = TRUE, .nodes = nodes, .n_nodes = 3, .edges = &edge, .n_edges = 1 };
  HearsayPoint positions[] = { { 0.0, 0.0 }, { 400.0, 0.0 }, { 200.0, -20.0 } };
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayNetworkPainter) painter = hearsay_network_painter_new (&network, positions, &options);
  HearsayBox box = hearsay_network_painter_get_node (painter, 2);
  HearsayPoint middle;

  g_assert_true (hearsay_network_painter_get_middle (painter, 0, &middle));
  g_assert_false (hearsay_box_contains (&box, middle.x, middle.y));
}

/* A long edge runs along two short ones, and ends where it ended. */
static void
test_bundles (void)
{
  HearsayNetworkNode nodes[] = {
    { .name = (char *) "", .community = -1 }, { .name = (char *) "", .community = -1 }, { .name = (char *) "", .community = -1 }
  };
  HearsayNetworkEdge edges[] = {
    { .source = 0, .target = 1, .n_statements = 1 }, { .source = 1, .target = 2, .n_statements = 1 }, { .source = 0, .target = 2, .n_statements = 1 },
  };
  HearsayNetwork network = { .directed = TRUE, .is_signed = TRUE, .nodes = nodes, .n_nodes = 3, .edges = edges, .n_edges = 3 };
  HearsayPoint positions[] = { { 0.0, 0.0 }, { 300.0, 120.0 }, { 600.0, 0.0 } };
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayNetworkPainter) plain = hearsay_network_painter_new (&network, positions, &options);
  g_autoptr (HearsayNetworkPainter) bundled = NULL;
  HearsayPoint before;
  HearsayPoint after;

  options.bundled = TRUE;
  bundled = hearsay_network_painter_new (&network, positions, &options);
  g_assert_true (hearsay_network_painter_get_middle (plain, 2, &before));
  g_assert_true (hearsay_network_painter_get_middle (bundled, 2, &after));
  g_assert_cmpfloat (after.y, >, before.y + 25.0);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (hearsay_network_painter_get_middle (plain, i, &before));
      g_assert_true (hearsay_network_painter_get_middle (bundled, i, &after));
      g_assert_cmpfloat (hypot (after.x - before.x, after.y - before.y), <, 0.001);
    }
}

/* A node that is dragged, and its edges, are not in the picture but over it. */
static void
test_lifted (void)
{
  g_autoptr (HearsayNetworkPainter) painter = make_painter (5, 16, 24, 1.0);
  HearsayBox box = hearsay_network_painter_get_node (painter, 3);
  HearsayNetworkLook look = { HEARSAY_STYLE_LIGHT, { 1.0, 1.0, 1.0, 1.0 }, { HEARSAY_HIT_NONE, 0 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixel;

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_translate (cr, 20.0 - (box.x0 + box.x1) / 2.0, 20.0 - (box.y0 + box.y1) / 2.0);
  look.lifted = 4;
  hearsay_network_painter_paint_lifted (painter, cr, &look, 3, box.x0 + 1000.0, box.y0);
  cairo_surface_flush (surface);
  pixel = cairo_image_surface_get_data (surface) + 20 * cairo_image_surface_get_stride (surface) + 20 * 4;
  g_assert_cmpuint (pixel[0] + pixel[1] + pixel[2], ==, 3 * 255);
  hearsay_network_painter_paint_lifted (painter, cr, &look, 3, (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0);
  cairo_surface_flush (surface);
  g_assert_cmpuint (pixel[0] + pixel[1] + pixel[2], <, 3 * 255);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_fits (void)
{
  static const guint sizes[] = { 1, 2, 12, 60, 200 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (HearsayNetwork) network = render_samples_new_network (3, sizes[s], sizes[s]);
      g_autofree HearsayPoint *positions = render_samples_new_layout (network, 3);
      HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
      g_autoptr (HearsayNetworkPainter) painter = hearsay_network_painter_new_fitted (network, positions, &options, 1000.0, 700.0);
      HearsayBox bounds = hearsay_network_painter_get_bounds (painter);

      g_assert_cmpfloat (bounds.x1 - bounds.x0, <=, 1000.0);
      g_assert_cmpfloat (bounds.y1 - bounds.y0, <=, 700.0);
      if (sizes[s] >= 60)
        g_assert_cmpfloat (MAX ((bounds.x1 - bounds.x0) / 1000.0, (bounds.y1 - bounds.y0) / 700.0), >, 0.85);
    }
}

/* In a narrow window nodes keep their distances: names that find no room go, and none is cut. */
static void
test_fits_narrow (void)
{
  g_autoptr (HearsayNetwork) network = render_samples_new_network (5, 14, 24);
  g_autofree HearsayPoint *positions = render_samples_new_layout (network, 5);
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayNetworkPainter) painter = NULL;
  HearsayBox bounds;
  guint n_labels = 0;

  for (guint i = 0; i < network->n_nodes; i++)
    {
      g_free (network->nodes[i].name);
      network->nodes[i].name = g_strdup ("Somebody with a very long name");
    }
  painter = hearsay_network_painter_new_fitted (network, positions, &options, 350.0, 480.0);
  bounds = hearsay_network_painter_get_bounds (painter);
  g_assert_cmpfloat (bounds.x1 - bounds.x0, <=, 350.0);
  g_assert_cmpfloat (bounds.y1 - bounds.y0, <=, 480.0);
  for (guint i = 0; i < network->n_nodes; i++)
    {
      HearsayBox box;

      n_labels += hearsay_network_painter_get_label (painter, i, &box);
    }
  g_assert_cmpuint (n_labels, >, 0);
  options.labels = FALSE;
  {
    g_autoptr (HearsayNetworkPainter) bare = hearsay_network_painter_new_fitted (network, positions, &options, 350.0, 480.0);

    g_assert_cmpfloat (hearsay_network_painter_get_zoom (painter), >, 0.7 * hearsay_network_painter_get_zoom (bare));
  }
}

static guint
count_overlaps (const HearsayNetwork *network,
                const HearsayPoint   *positions)
{
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayNetworkPainter) painter = NULL;
  guint n = 0;

  options.hulls = FALSE;
  painter = hearsay_network_painter_new_fitted (network, positions, &options, 800.0, 560.0);
  for (guint i = 0; i < network->n_nodes; i++)
    {
      for (guint k = 0; k < i; k++)
        {
          HearsayBox a = hearsay_network_painter_get_node (painter, i);
          HearsayBox b = hearsay_network_painter_get_node (painter, k);

          n += hearsay_box_overlaps (&a, &b);
        }
    }
  return n;
}

/* Pills do not shrink as distances do: where the drawing is shown smaller they are put apart. */
static void
test_make_room (void)
{
  guint n_before = 0;

  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_autoptr (HearsayNetwork) network = render_samples_new_network (seed, 40, 60);
      g_autofree HearsayPoint *positions = render_samples_new_layout (network, seed);
      g_autofree gboolean *pinned = g_new0 (gboolean, network->n_nodes);
      HearsayPoint third = positions[3];

      n_before += count_overlaps (network, positions);
      pinned[3] = TRUE;
      g_assert_true (hearsay_network_make_room (network, pinned, 800.0, 560.0, positions, NULL, NULL));
      g_assert_cmpfloat (positions[3].x, ==, third.x);
      g_assert_cmpfloat (positions[3].y, ==, third.y);
      g_assert_cmpuint (count_overlaps (network, positions), ==, 0);
    }
  g_assert_cmpuint (n_before, >, 0);
}

static void
test_odd_positions (void)
{
  g_autoptr (HearsayNetwork) network = render_samples_new_network (3, 9, 30);
  HearsayPoint positions[9] = { { NAN, 0.0 }, { INFINITY, 3.0 }, { 0.0, 0.0 }, { 0.0, 0.0 } };
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayNetworkPainter) painter = hearsay_network_painter_new (network, positions, &options);
  HearsayBox bounds = hearsay_network_painter_get_bounds (painter);

  g_assert_true (isfinite (bounds.x0) && isfinite (bounds.x1) && isfinite (bounds.y0) && isfinite (bounds.y1));
}

/* A legend says what the scale of colours stands for, and paints it from pale to strong. */
static void
test_measure_legend (void)
{
  g_autoptr (HearsayNetwork) network = render_samples_new_network (3, 9, 30);
  g_autoptr (HearsayLegend) legend = hearsay_legend_new_network (network, 12.5);
  double before = hearsay_legend_measure (legend, 320.0, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 320, 400);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *words = NULL;
  double height;
  const guint8 *row;

  hearsay_legend_add_colours (legend, "PageRank", 0.125);
  hearsay_legend_add_sizes (legend, "Core", 4);
  words = hearsay_legend_to_string (legend);
  g_assert_nonnull (strstr (words, "PageRank, 0 – 0.125, Core, 0 – 4"));
  height = hearsay_legend_measure (legend, 120.0, NULL);
  g_assert_cmpfloat (height, >, before);
  hearsay_legend_paint (legend, cr, HEARSAY_STYLE_LIGHT, 0.0, 0.0);
  cairo_surface_flush (surface);
  /* The second but last row of words; its middle. */
  row = cairo_image_surface_get_data (surface) + (int) (height - 1.5 * 1.92 * 12.5) * cairo_image_surface_get_stride (surface);
  /* Green, of blue, green, red and alpha. */
  g_assert_cmpint (row[4 * 8 + 3], ==, 255);
  g_assert_cmpint (row[4 * 8 + 1], >, row[4 * 56 + 1] + 60);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/network/labels-never-overlap", test_labels_never_overlap);
  g_test_add_func ("/render/network/labels-in-layouts", test_labels_in_layouts);
  g_test_add_func ("/render/network/first-label", test_first_label_is_placed);
  g_test_add_func ("/render/network/hits", test_hits);
  g_test_add_func ("/render/network/parallel-edges", test_parallel_edges_bend_apart);
  g_test_add_func ("/render/network/detours", test_edges_go_round_nodes);
  g_test_add_func ("/render/network/bundles", test_bundles);
  g_test_add_func ("/render/network/lifted", test_lifted);
  g_test_add_func ("/render/network/fits", test_fits);
  g_test_add_func ("/render/network/fits-narrow", test_fits_narrow);
  g_test_add_func ("/render/network/make-room", test_make_room);
  g_test_add_func ("/render/network/odd-positions", test_odd_positions);
  g_test_add_func ("/render/network/measure-legend", test_measure_legend);

  return g_test_run ();
}
