/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

#define ROW_GAP 14.0
#define DEFAULT_HALF_HEIGHT 12.0
#define DEFAULT_HALF_WIDTH 60.0

/* Longer edges nobody follows with the eye. */
#define MAX_HALF_DISTANCE 600.0

/* Sweeps that bring nodes level with their neighbours. */
#define ORDER_SWEEPS 12

/* Columns of an axis: strongest support to strongest opposition. */
#define N_AXIS_COLUMNS 9
#define AXIS_STEPS 30

/* Columns of so few nodes stay one column each. */
#define MIN_AXIS_ROWS 8

typedef struct
{
  double key;
  guint32 node;
} HearsayPlace;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const HearsayPlace *x = a;
  const HearsayPlace *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

static HearsayNodeSize
size_of (const HearsayLayoutOptions *options,
         guint32                     node)
{
  return options->sizes != NULL ? options->sizes[node] : (HearsayNodeSize) { DEFAULT_HALF_WIDTH, DEFAULT_HALF_HEIGHT };
}

/* Who speaks stands left, who is only spoken about right. Without directions the two sides are
 * found by walking along edges, each neighbour on the other side. */
static void
choose_sides (const HearsayNetwork     *network,
              const HearsayLayoutGraph *graph,
              gboolean                 *right)
{
  g_autofree guint32 *queue = NULL;
  g_autofree gboolean *seen = NULL;

  if (network->directed)
    {
      for (guint i = 0; i < network->n_nodes; i++)
        right[i] = TRUE;
      for (guint i = 0; i < network->n_edges; i++)
        right[network->edges[i].source] = FALSE;
      return;
    }
  queue = g_new (guint32, graph->n);
  seen = g_new0 (gboolean, graph->n);
  for (guint32 i = 0; i < graph->n; i++)
    {
      guint head = 0;
      guint tail = 0;

      if (seen[i])
        continue;
      seen[i] = TRUE;
      queue[tail++] = i;
      while (head < tail)
        {
          guint32 node = queue[head++];

          for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
            {
              guint32 to = graph->to[e];

              if (seen[to])
                continue;
              seen[to] = TRUE;
              right[to] = !right[node];
              queue[tail++] = to;
            }
        }
    }
}

/* How far the columns stand from the middle: room for edges, and the frame filled in small networks. */
static double
half_distance (const HearsayLayoutGraph   *graph,
               const HearsayLayoutOptions *options,
               const gboolean             *right)
{
  double heights[2] = { 0, 0 };
  double widest = 0;

  for (guint32 i = 0; i < graph->n; i++)
    {
      heights[right[i] ? 1 : 0] += 2 * size_of (options, i).half_height + ROW_GAP;
      widest = MAX (widest, size_of (options, i).half_width);
    }
  return MAX (widest + hearsay_layout_edge_length (1, NULL),
              MIN (0.35 * options->aspect * MAX (heights[0], heights[1]), MAX_HALF_DISTANCE));
}

/* Stacks the nodes of one column around its middle, in their order, over some height at least. Returns the height. */
static double
stack (const HearsayLayoutOptions *options,
       const HearsayPlace         *places,
       guint                       n,
       double                      x,
       double                      at_least,
       HearsayPoint               *positions)
{
  double height = 0;
  double more;
  double y;

  for (guint p = 0; p < n; p++)
    height += 2 * size_of (options, places[p].node).half_height + ROW_GAP;
  more = n > 0 ? MAX (at_least - height, 0) / n : 0;
  height += more * n;
  y = -height / 2;
  for (guint p = 0; p < n; p++)
    {
      double half = size_of (options, places[p].node).half_height + (ROW_GAP + more) / 2;

      positions[places[p].node] = (HearsayPoint) { x, y + half };
      y += 2 * half;
    }
  return height;
}

static double
mean_height (const HearsayLayoutGraph *graph,
             guint32                   node,
             const HearsayPoint       *positions)
{
  double sum = 0;

  for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
    sum += positions[graph->to[e]].y;
  return graph->first[node + 1] > graph->first[node] ? sum / (graph->first[node + 1] - graph->first[node]) : positions[node].y;
}

/**
 * hearsay_layout_bipartite:
 * @positions: (out): one a node
 *
 * Two columns, ordered so that edges run level where they can (the barycentre
 * method of Sugiyama, Tagawa and Toda, 1981).
 */
void
hearsay_layout_bipartite (const HearsayNetwork       *network,
                          const HearsayLayoutGraph   *graph,
                          const HearsayLayoutOptions *options,
                          HearsayPoint               *positions)
{
  g_autofree gboolean *right = g_new0 (gboolean, graph->n);
  g_autofree HearsayPlace *places = g_new (HearsayPlace, graph->n);
  double height = 0;
  double x;

  choose_sides (network, graph, right);
  for (guint32 i = 0; i < graph->n; i++)
    positions[i] = (HearsayPoint) { 0, i };
  x = half_distance (graph, options, right);
  for (guint sweep = 0; sweep < ORDER_SWEEPS; sweep++)
    {
      for (int side = 0; side < 2; side++)
        {
          guint n = 0;

          for (guint32 i = 0; i < graph->n; i++)
            {
              if (right[i] == side)
                places[n++] = (HearsayPlace) { mean_height (graph, i, positions), i };
            }
          qsort (places, n, sizeof *places, compare_places);
          height = MAX (height, stack (options, places, n, side == 0 ? -x : x, height, positions));
        }
    }
}

static double
sign_of (HearsayPosition position)
{
  switch (position)
    {
    case HEARSAY_POSITION_SUPPORT:
      return 1;
    case HEARSAY_POSITION_OPPOSE:
      return -1;
    case HEARSAY_POSITION_NEUTRAL:
    default:
      return 0;
    }
}

/* Where each node stands toward the centre, -1 … 1: by its own edges to it, else by those of its
 * friends, against those of its foes. */
static void
find_leanings (const HearsayNetwork *network,
               guint32               centre,
               double               *leaning)
{
  g_autofree double *direct = g_new0 (double, network->n_nodes);
  g_autofree double *sums = g_new (double, network->n_nodes);
  g_autofree double *weights = g_new0 (double, network->n_nodes);

  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      guint32 other = edge->source == centre ? edge->target : edge->source;

      if (edge->source != centre && edge->target != centre)
        continue;
      direct[other] += sign_of (edge->position) * edge->weight;
      weights[other] += edge->weight;
    }
  for (guint i = 0; i < network->n_nodes; i++)
    leaning[i] = weights[i] > 0 ? direct[i] / weights[i] : 0;
  for (guint step = 0; step < AXIS_STEPS; step++)
    {
      g_autofree double *totals = g_new0 (double, network->n_nodes);

      memset (sums, 0, network->n_nodes * sizeof *sums);
      for (guint i = 0; i < network->n_edges; i++)
        {
          const HearsayNetworkEdge *edge = &network->edges[i];

          sums[edge->source] += sign_of (edge->position) * edge->weight * leaning[edge->target];
          sums[edge->target] += sign_of (edge->position) * edge->weight * leaning[edge->source];
          totals[edge->source] += edge->weight;
          totals[edge->target] += edge->weight;
        }
      for (guint i = 0; i < network->n_nodes; i++)
        {
          if (weights[i] == 0 && i != centre && totals[i] > 0)
            leaning[i] = sums[i] / totals[i];
        }
    }
  leaning[centre] = 0;
}

/* How high columns may be for the whole to be about as wide as its frame. */
static guint
count_rows (guint                       n,
            const HearsayLayoutOptions *options,
            double                      width)
{
  double height = 0;

  for (guint32 i = 0; i < n; i++)
    height += 2 * size_of (options, i).half_height + ROW_GAP;
  return MAX ((guint) ceil (sqrt (width * n * n / (options->aspect * MAX (height, 1)))), MIN_AXIS_ROWS);
}

/* Stacks nodes in as many columns as it takes; returns how wide these are together. */
static double
fold (const HearsayLayoutOptions *options,
      const HearsayPlace         *places,
      guint                       n,
      guint                       n_rows,
      double                      x,
      double                      width,
      HearsayPoint               *positions)
{
  guint n_folds = MAX ((n + n_rows - 1) / n_rows, 1);
  guint each = (n + n_folds - 1) / n_folds;

  for (guint i = 0; i < n; i += each)
    stack (options, places + i, MIN (each, n - i), x + i / each * width, 0, positions);
  return n_folds * width;
}

/**
 * hearsay_layout_axis:
 * @positions: (out): one a node
 *
 * Columns from support of the centre node on the left to opposition on the
 * right; who is neutral or says nothing stands in the middle, with the centre.
 * Where one column holds so many that the whole would be a tower, it becomes
 * several side by side; who leans further still stands further out.
 */
void
hearsay_layout_axis (const HearsayNetwork       *network,
                     const HearsayLayoutGraph   *graph,
                     const HearsayLayoutOptions *options,
                     HearsayPoint               *positions)
{
  g_autofree double *leaning = g_new0 (double, graph->n);
  g_autofree HearsayPlace *places = g_new (HearsayPlace, graph->n);
  guint32 centre = 0;
  double widest = 0;
  double width;
  double x = 0;
  guint n_rows;

  for (guint32 i = 0; i < graph->n; i++)
    {
      widest = MAX (widest, size_of (options, i).half_width);
      if (graph->first[i + 1] - graph->first[i] > graph->first[centre + 1] - graph->first[centre])
        centre = i;
    }
  if (options->centre >= 0 && (guint) options->centre < graph->n)
    centre = options->centre;
  find_leanings (network, centre, leaning);
  width = 2 * widest + 4 * ROW_GAP;
  n_rows = count_rows (graph->n, options, width);
  for (int column = 0; column < N_AXIS_COLUMNS; column++)
    {
      guint n = 0;

      for (guint32 i = 0; i < graph->n; i++)
        {
          if ((int) floor ((1 - leaning[i]) / 2 * (N_AXIS_COLUMNS - 1) + 0.5) == column)
            places[n++] = (HearsayPlace) { i == centre ? -1.0 : (double) i, i };
        }
      qsort (places, n, sizeof *places, compare_places);
      x += fold (options, places, n, n_rows, x, width, positions);
    }
  for (guint32 i = 0; i < graph->n; i++)
    positions[i].x -= (x - width) / 2;
}
