/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>

#define DEFAULT_ASPECT 1.6

/* How often edges are cleared of foreign nodes and nodes of each other. */
#define TIDY_ROUNDS 3
#define TIDY_MAX 150
#define SIGNS_MAX_AUTO 500
#define SIGNS_MAX 1000

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

static gboolean
use_signs (const HearsayNetwork       *network,
           const HearsayLayoutOptions *options)
{
  if (options->type != HEARSAY_LAYOUT_STRESS && options->type != HEARSAY_LAYOUT_COMMUNITY)
    return FALSE;
  if (options->signs == HEARSAY_LAYOUT_SIGNS_AUTO)
    return network->is_signed && network->n_nodes <= SIGNS_MAX_AUTO;
  return options->signs == HEARSAY_LAYOUT_SIGNS_USE && network->n_nodes <= SIGNS_MAX;
}

static gboolean
place_nodes (const HearsayNetwork        *network,
             const HearsayLayoutGraph    *graph,
             const HearsayLayoutOptions  *options,
             HearsayPoint                *positions,
             GCancellable                *cancellable,
             GError                     **error)
{
  switch (options->type)
    {
    case HEARSAY_LAYOUT_CIRCLE:
      return hearsay_layout_circle (graph, options, positions, cancellable, error);
    case HEARSAY_LAYOUT_RADIAL:
      hearsay_layout_radial (graph, options, positions);
      return TRUE;
    case HEARSAY_LAYOUT_BIPARTITE:
      hearsay_layout_bipartite (network, graph, options, positions);
      return TRUE;
    case HEARSAY_LAYOUT_AXIS:
      hearsay_layout_axis (network, graph, options, positions);
      return TRUE;
    case HEARSAY_LAYOUT_STRESS:
    case HEARSAY_LAYOUT_COMMUNITY:
    default:
      return hearsay_layout_parts (graph, options, positions, cancellable, error);
    }
}

static gboolean
tidy_up (const HearsayLayoutGraph    *graph,
         const HearsayLayoutOptions  *options,
         HearsayPoint                *positions,
         GCancellable                *cancellable,
         GError                     **error)
{
  gboolean free_form = options->type == HEARSAY_LAYOUT_STRESS || options->type == HEARSAY_LAYOUT_COMMUNITY;
  const gboolean *pinned = free_form && options->start != NULL ? options->pinned : NULL;

  for (guint round = 0; round < TIDY_ROUNDS && free_form && graph->n <= TIDY_MAX; round++)
    {
      if (!hearsay_layout_part_overlaps (graph->n, options->sizes, pinned, positions, cancellable, error))
        return FALSE;
      hearsay_layout_clear_edges (graph, options->sizes, pinned, positions);
    }
  return hearsay_layout_part_overlaps (graph->n, options->sizes, pinned, positions, cancellable, error);
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
  HearsayLayoutOptions chosen = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayLayoutGraph) graph = NULL;

  g_return_val_if_fail (network != NULL, FALSE);
  g_return_val_if_fail (positions != NULL || network->n_nodes == 0, FALSE);
  g_return_val_if_fail (options == NULL || (guint) options->type < HEARSAY_N_LAYOUT_TYPES, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (network->n_nodes == 0)
    return TRUE;
  if (options != NULL)
    chosen = *options;
  if (!(chosen.aspect > 0) || !isfinite (chosen.aspect))
    chosen.aspect = DEFAULT_ASPECT;
  graph = hearsay_layout_graph_new (network, use_signs (network, &chosen));
  if (!place_nodes (network, graph, &chosen, positions, cancellable, error))
    return FALSE;
  if (chosen.sizes != NULL && !tidy_up (graph, &chosen, positions, cancellable, error))
    return FALSE;
  if (chosen.start == NULL)
    move_to_middle (positions, network->n_nodes);
  return TRUE;
}
