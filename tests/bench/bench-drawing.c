/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "made-up-network.h"
#include "render/hearsay-network-painter.h"

/* Draws a made-up network as the window does and prints CPU milliseconds: to
 * decide where everything is, and to paint it, in sight as a whole and closer.
 *
 *   bench-drawing [NODES [EDGES [RUNS [PICTURE.png [ZOOM…]]]]]
 *
 * A zoom of 0 is the one at which everything is in sight.
 */

#define VIEW_WIDTH 1440
#define VIEW_HEIGHT 750
#define MARGIN 220

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
wall_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times,
        guint   n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  return times[n / 2];
}

static HearsayPoint *
new_positions (const HearsayNetwork *network)
{
  HearsayPoint *positions = g_new0 (HearsayPoint, network->n_nodes);
  HearsayNodeSize *sizes = g_new0 (HearsayNodeSize, network->n_nodes);
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  double start = cpu_ms ();

  hearsay_network_node_sizes (network, sizes);
  g_print ("sizes of %u nodes: %.1f ms\n", network->n_nodes, cpu_ms () - start);
  start = cpu_ms ();
  options.sizes = sizes;
  hearsay_layout_run (network, &options, positions, NULL, NULL);
  g_print ("layout with overlap removal: %.1f ms\n", cpu_ms () - start);
  g_free (sizes);
  return positions;
}

static void
draw (const HearsayNetwork *network,
      const HearsayPoint   *positions,
      double                zoom,
      guint                 n_runs,
      const char           *path)
{
  g_autofree double *placing = g_new0 (double, n_runs);
  g_autofree double *painting = g_new0 (double, n_runs);
  g_autofree double *waiting = g_new0 (double, n_runs);
  HearsayNetworkPainterOptions options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  HearsayNetworkLook look = { HEARSAY_STYLE_LIGHT, { 1.0, 1.0, 1.0, 1.0 }, { HEARSAY_HIT_NONE, 0 }, NULL, NULL };

  options.zoom = zoom;
  for (guint run = 0; run < n_runs; run++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, VIEW_WIDTH + 2 * MARGIN, VIEW_HEIGHT + 2 * MARGIN);
      cairo_t *cr = cairo_create (surface);
      double wall = wall_ms ();
      double start = cpu_ms ();
      g_autoptr (HearsayNetworkPainter) painter = zoom > 0.0
        ? hearsay_network_painter_new (network, positions, &options)
        : hearsay_network_painter_new_fitted (network, positions, &options, VIEW_WIDTH, VIEW_HEIGHT);
      HearsayBox bounds = hearsay_network_painter_get_bounds (painter);

      placing[run] = cpu_ms () - start;
      cairo_translate (cr, VIEW_WIDTH / 2.0 + MARGIN - (bounds.x0 + bounds.x1) / 2.0, VIEW_HEIGHT / 2.0 + MARGIN - (bounds.y0 + bounds.y1) / 2.0);
      start = cpu_ms ();
      cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
      cairo_paint (cr);
      hearsay_network_painter_paint (painter, cr, &look);
      cairo_surface_flush (surface);
      painting[run] = cpu_ms () - start;
      waiting[run] = wall_ms () - wall;
      if (path != NULL && run == 0)
        cairo_surface_write_to_png (surface, path);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_print ("zoom %.2f: placing %.1f ms, painting %.1f ms, together %.1f ms by the clock\n", zoom, median (placing, n_runs),
           median (painting, n_runs), median (waiting, n_runs));
}

int
main (int   argc,
      char *argv[])
{
  static const double zooms[] = { 0.0, 0.25, 0.5, 1.0, 2.0 };
  guint n_nodes = argc > 1 ? MAX (2, atoi (argv[1])) : 2000;
  guint n_edges = argc > 2 ? MAX (1, atoi (argv[2])) : 10000;
  guint n_runs = argc > 3 ? MAX (1, atoi (argv[3])) : 5;
  g_autoptr (HearsayNetwork) network = made_up_network_new (n_nodes, n_edges);
  g_autofree HearsayPoint *positions = new_positions (network);

  for (int i = 5; i < argc; i++)
    draw (network, positions, g_ascii_strtod (argv[i], NULL), n_runs, argv[4]);
  for (guint i = 0; argc <= 5 && i < G_N_ELEMENTS (zooms); i++)
    draw (network, positions, zooms[i], n_runs, i == 0 && argc > 4 ? argv[4] : NULL);
  return 0;
}
