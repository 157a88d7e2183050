/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>

#define DEFAULT_ASPECT 1.6

/* World units between neighbours in a small network, and what is left in a large one. */
#define EDGE_LENGTH 180.0
#define EDGE_LENGTH_MIN 60.0

static const char *const type_names[HEARSAY_N_LAYOUT_TYPES] = {
  [HEARSAY_LAYOUT_STRESS] = "stress",
  [HEARSAY_LAYOUT_COMMUNITY] = "community",
  [HEARSAY_LAYOUT_RADIAL] = "radial",
  [HEARSAY_LAYOUT_CIRCLE] = "circle",
  [HEARSAY_LAYOUT_BIPARTITE] = "bipartite",
  [HEARSAY_LAYOUT_AXIS] = "axis",
};

/**
 * hearsay_layout_type_to_string:
 *
 * Returns: the name on the command line, never translated
 */
const char *
hearsay_layout_type_to_string (HearsayLayoutType type)
{
  g_return_val_if_fail ((guint) type < HEARSAY_N_LAYOUT_TYPES, NULL);
  return type_names[type];
}

/**
 * hearsay_layout_type_parse:
 * @string: (nullable): a name
 * @type: (out): set when the name is known
 *
 * Returns: whether @string names a layout
 */
gboolean
hearsay_layout_type_parse (const char        *string,
                           HearsayLayoutType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; string != NULL && i < HEARSAY_N_LAYOUT_TYPES; i++)
    {
      if (g_str_equal (type_names[i], string))
        {
          *type = i;
          return TRUE;
        }
    }
  return FALSE;
}

static double
edge_length (guint n_nodes)
{
  return MAX (EDGE_LENGTH_MIN, EDGE_LENGTH * MIN (1, sqrt (40.0 / MAX (n_nodes, 1))));
}

static void
place_on_circle (guint         n,
                 double        distance,
                 HearsayPoint *positions)
{
  double radius = n > 1 ? distance / (2 * sin (G_PI / n)) : 0;

  for (guint i = 0; i < n; i++)
    positions[i] = (HearsayPoint) { radius * sin (2 * G_PI * i / n), -radius * cos (2 * G_PI * i / n) };
}

/* Components side by side in rows that fill the aspect. */
static void
place_in_rows (const HearsayComponents *components,
               double                   gap,
               double                   aspect,
               HearsayPoint            *positions)
{
  double area = 0;
  double width;
  double x = 0;
  double y = 0;
  double height = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      width = sqrt (area * aspect);
      for (guint c = 0; c < components->n_components; c++)
        {
          HearsayPoint low = { INFINITY, INFINITY };
          HearsayPoint high = { -INFINITY, -INFINITY };

          for (guint32 i = components->first[c]; i < components->first[c + 1]; i++)
            {
              const HearsayPoint *at = &positions[components->nodes[i]];

              low = (HearsayPoint) { MIN (low.x, at->x), MIN (low.y, at->y) };
              high = (HearsayPoint) { MAX (high.x, at->x), MAX (high.y, at->y) };
            }
          area += (high.x - low.x + gap) * (high.y - low.y + gap);
          if (pass == 0)
            continue;
          if (x > 0 && x + high.x - low.x > width)
            {
              x = 0;
              y += height + gap;
              height = 0;
            }
          for (guint32 i = components->first[c]; i < components->first[c + 1]; i++)
            {
              positions[components->nodes[i]].x += x - low.x;
              positions[components->nodes[i]].y += y - low.y;
            }
          x += high.x - low.x + gap;
          height = MAX (height, high.y - low.y);
        }
    }
}

static gboolean
lay_out_components (const HearsayLayoutGraph    *graph,
                    const HearsayLayoutOptions  *options,
                    HearsayPoint                *positions,
                    GCancellable                *cancellable,
                    GError                     **error)
{
  g_autoptr (HearsayComponents) components = hearsay_components_find (graph);
  g_autofree HearsayPoint *part_positions = g_new0 (HearsayPoint, graph->n);
  double length = edge_length (graph->n);

  for (guint c = 0; c < components->n_components; c++)
    {
      const guint32 *nodes = components->nodes + components->first[c];
      guint n = components->first[c + 1] - components->first[c];
      g_autoptr (HearsayLayoutGraph) part = hearsay_layout_graph_part (graph, nodes, n);

      if (n == 1)
        part_positions[0] = (HearsayPoint) { 0, 0 };
      else if (n > 1000)
        {
          g_autofree float *x = g_new0 (float, n);
          g_autofree float *y = g_new0 (float, n);
          g_autoptr (HearsayWorkers) workers = hearsay_workers_new (options->n_threads);

          if (!hearsay_layout_stress_sparse (part, options->seed, FALSE, x, y, workers, cancellable, error))
            return FALSE;
          for (guint i = 0; i < n; i++)
            part_positions[i] = (HearsayPoint) { x[i], y[i] };
        }
      else if (!hearsay_layout_stress_full (part, options->seed, part_positions, cancellable, error))
        return FALSE;
      for (guint i = 0; i < n; i++)
        positions[nodes[i]] = (HearsayPoint) { part_positions[i].x * length, part_positions[i].y * length };
    }
  place_in_rows (components, length, options->aspect > 0 ? options->aspect : DEFAULT_ASPECT, positions);
  return TRUE;
}

static void
move_to_middle (HearsayPoint *positions,
                guint         n)
{
  HearsayPoint low = positions[0];
  HearsayPoint high = positions[0];

  for (guint i = 1; i < n; i++)
    {
      low = (HearsayPoint) { MIN (low.x, positions[i].x), MIN (low.y, positions[i].y) };
      high = (HearsayPoint) { MAX (high.x, positions[i].x), MAX (high.y, positions[i].y) };
    }
  for (guint i = 0; i < n; i++)
    {
      positions[i].x -= (low.x + high.x) / 2;
      positions[i].y -= (low.y + high.y) / 2;
    }
}

/**
 * hearsay_layout_run:
 * @network: what to draw
 * @options: (nullable): how; NULL for the defaults
 * @positions: (out): one a node, in world units around the origin
 * @cancellable: (nullable): stops it between sweeps
 *
 * Places the nodes. The same network, options and seed give the same bytes,
 * whatever the number of threads.
 *
 * Returns: FALSE with G_IO_ERROR_CANCELLED
 */
gboolean
hearsay_layout_run (const HearsayNetwork       *network,
                    const HearsayLayoutOptions *options,
                    HearsayPoint               *positions,
                    GCancellable               *cancellable,
                    GError                    **error)
{
  static const HearsayLayoutOptions defaults = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayLayoutGraph) graph = NULL;

  g_return_val_if_fail (network != NULL, FALSE);
  g_return_val_if_fail (positions != NULL || network->n_nodes == 0, FALSE);
  g_return_val_if_fail (options == NULL || (guint) options->type < HEARSAY_N_LAYOUT_TYPES, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (network->n_nodes == 0)
    return TRUE;
  if (options == NULL)
    options = &defaults;
  if (options->type == HEARSAY_LAYOUT_CIRCLE)
    {
      place_on_circle (network->n_nodes, edge_length (network->n_nodes), positions);
      return TRUE;
    }
  graph = hearsay_layout_graph_new (network, FALSE);
  if (!lay_out_components (graph, options, positions, cancellable, error))
    return FALSE;
  move_to_middle (positions, network->n_nodes);
  return TRUE;
}
