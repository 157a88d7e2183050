/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-reader.h"
#include "io/hearsay-graph-writer.h"
#include "network/hearsay-layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Lays out a graph file and prints CPU milliseconds of the layout alone, best and median.
 *
 *   bench-layout GRAPH [LAYOUT [SEED [RUNS [THREADS [POSITIONS.csv [RADIUS]]]]]]
 *
 * With a radius, nodes are squares of twice that side, and those that still overlap are counted.
 */

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static HearsayNetwork *
read_graph (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  HearsayGraphFormat format = HEARSAY_GRAPH_CSV;
  HearsayNetwork *network;
  gsize length;

  hearsay_graph_format_from_name (path, &format);
  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  network = hearsay_graph_read (bytes, format, NULL, &error);
  if (network == NULL)
    g_error ("%s: %s", path, error->message);
  return network;
}

static HearsayNodeSize *
new_sizes (guint  n,
           double radius)
{
  HearsayNodeSize *sizes = g_new (HearsayNodeSize, n);

  for (guint i = 0; i < n; i++)
    sizes[i] = (HearsayNodeSize) { radius, radius };
  return sizes;
}

static void
print_overlaps (guint               n,
                double              radius,
                const HearsayPoint *positions)
{
  guint n_overlaps = 0;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        n_overlaps += fabs (positions[i].x - positions[j].x) < 2 * radius && fabs (positions[i].y - positions[j].y) < 2 * radius;
    }
  g_print ("%u pairs overlap\n", n_overlaps);
}

int
main (int   argc,
      char *argv[])
{
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  guint n_runs = argc > 4 ? MAX (1, atoi (argv[4])) : 1;
  g_autofree double *times = g_new0 (double, n_runs);
  g_autoptr (HearsayNetwork) network = NULL;
  g_autofree HearsayPoint *positions = NULL;
  g_autofree HearsayNodeSize *sizes = NULL;

  if (argc < 2)
    {
      g_printerr ("usage: bench-layout GRAPH [LAYOUT [SEED [RUNS [THREADS [POSITIONS.csv [RADIUS]]]]]]\n");
      return 2;
    }
  network = read_graph (argv[1]);
  if (argc > 2 && !hearsay_layout_type_parse (argv[2], &options.type))
    g_error ("no such layout: %s", argv[2]);
  options.seed = argc > 3 ? atoi (argv[3]) : 1;
  options.n_threads = argc > 5 ? atoi (argv[5]) : 1;
  positions = g_new0 (HearsayPoint, network->n_nodes);
  if (argc > 7)
    options.sizes = sizes = new_sizes (network->n_nodes, atof (argv[7]));
  for (guint run = 0; run < n_runs; run++)
    {
      double start = cpu_ms ();

      hearsay_layout_run (network, &options, positions, NULL, NULL);
      times[run] = cpu_ms () - start;
    }
  qsort (times, n_runs, sizeof *times, compare_doubles);
  g_print ("%u nodes, %u edges, %s, seed %u: median %.2f ms, best %.2f ms\n", network->n_nodes, network->n_edges,
           hearsay_layout_type_to_string (options.type), options.seed, times[n_runs / 2], times[0]);
  if (argc > 7)
    print_overlaps (network->n_nodes, atof (argv[7]), positions);
  if (argc > 6)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      hearsay_graph_write (network, positions, HEARSAY_GRAPH_POSITIONS, text);
      g_file_set_contents (argv[6], text->str, text->len, NULL);
    }
  return 0;
}
