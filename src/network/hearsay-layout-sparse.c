/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-lanes.h"
#include "network/hearsay-layout-private.h"

#include <math.h>

#define MANY_PIVOTS 72
#define FEW_PIVOTS 16
#define MANY_PIVOTS_MAX_NODES 200000

/* More change the picture little: the pivots' directions are a good beginning. */
#define N_SWEEPS 8
#define OVER_RELAXATION 1.3f

/* Nodes move a few at a time, each seeing where the ones before have gone. */
#define N_GROUPS 8
#define GRAIN 256

/**
 * HearsaySparseStress:
 * @k: pivots
 * @weight: n rows of k: how much each pivot's vote counts
 * @pull: the same, times the distance
 * @total: of each node, the sum of all weights, its neighbours' too
 * @pivot_x: where the pivots are now
 * @next_x: where the nodes of the group will go
 */
typedef struct
{
  const HearsayLayoutGraph *graph;
  guint k;
  guint32 *pivots;
  float *weight;
  float *pull;
  float *total;
  float *pivot_x;
  float *pivot_y;
  float *x;
  float *y;
  float *next_x;
  float *next_y;
} HearsaySparseStress;

static void
free_stress (HearsaySparseStress *self)
{
  g_free (self->pivots);
  g_free (self->weight);
  g_free (self->pull);
  g_free (self->total);
  g_free (self->pivot_x);
  g_free (self->pivot_y);
  g_free (self->next_x);
  g_free (self->next_y);
}

/* For each pivot p and distance d: how many nodes nearest to p are within d / 2 of it.
 * That many nodes the pivot speaks for. */
static guint32 *
count_regions (const HearsaySparseStress *self,
               const guint16             *hops,
               guint                     *n_distances)
{
  guint32 *counts;
  guint farthest = 0;

  for (gsize i = 0; i < (gsize) self->graph->n * self->k; i++)
    farthest = MAX (farthest, hops[i]);
  *n_distances = farthest + 1;
  counts = g_new0 (guint32, (gsize) self->k * *n_distances);
  for (guint i = 0; i < self->graph->n; i++)
    {
      const guint16 *row = hops + (gsize) i * self->k;
      guint nearest = 0;

      for (guint p = 1; p < self->k; p++)
        nearest = row[p] < row[nearest] ? p : nearest;
      if (2 * (guint) row[nearest] <= farthest)
        counts[nearest * *n_distances + 2 * row[nearest]]++;
    }
  for (guint p = 0; p < self->k; p++)
    {
      for (guint d = 1; d <= farthest; d++)
        counts[p * *n_distances + d] += counts[p * *n_distances + d - 1];
    }
  return counts;
}

static void
weigh_pivots (HearsaySparseStress *self,
              const guint16       *hops)
{
  guint n_distances;
  g_autofree guint32 *counts = count_regions (self, hops, &n_distances);

  for (guint i = 0; i < self->graph->n; i++)
    {
      const guint16 *row = hops + (gsize) i * self->k;
      float sum = self->graph->first[i + 1] - self->graph->first[i];

      for (guint p = 0; p < self->k; p++)
        {
          float d = row[p];
          /* Pivots next to the node vote as neighbours. */
          float weight = row[p] > 1 ? counts[p * n_distances + row[p]] / (d * d) : 0;

          self->weight[(gsize) i * self->k + p] = weight;
          self->pull[(gsize) i * self->k + p] = weight * d;
          sum += weight;
        }
      self->total[i] = 1 / sum;
    }
}

static float *
square_hops (const guint16 *hops,
             gsize          n)
{
  float *squares = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    squares[i] = (float) hops[i] * hops[i];
  return squares;
}

/* The scale at which distances to the pivots are right on the whole. */
static void
scale_to_fit (HearsaySparseStress *self,
              const guint16       *hops)
{
  double ratios = 0;
  double squares = 0;

  for (guint i = 0; i < self->graph->n; i++)
    {
      for (guint p = 0; p < self->k; p++)
        {
          float dx = self->x[i] - self->x[self->pivots[p]];
          float dy = self->y[i] - self->y[self->pivots[p]];
          guint d = hops[(gsize) i * self->k + p];
          double ratio = d > 0 ? sqrtf (dx * dx + dy * dy) / d : 0;

          ratios += ratio;
          squares += ratio * ratio;
        }
    }
  for (guint i = 0; i < self->graph->n && squares > 0; i++)
    {
      self->x[i] *= (float) (ratios / squares);
      self->y[i] *= (float) (ratios / squares);
    }
}

static void
begin (HearsaySparseStress *self,
       guint32              seed,
       gboolean             warm)
{
  guint n = self->graph->n;
  HearsayRandom random = hearsay_random_new (seed);
  g_autofree guint16 *hops = g_new0 (guint16, (gsize) n * self->k);

  hearsay_layout_graph_pivots (self->graph, seed, self->pivots, self->k);
  hearsay_layout_graph_hops (self->graph, self->pivots, self->k, hops, self->k);
  weigh_pivots (self, hops);
  if (!warm)
    {
      g_autofree float *squares = square_hops (hops, (gsize) n * self->k);

      hearsay_layout_pivot_mds (squares, n, self->k, seed, self->x, self->y);
    }
  scale_to_fit (self, hops);
  for (guint i = 0; i < n && !warm; i++)
    {
      self->x[i] += 0.2f * hearsay_random_float (&random);
      self->y[i] += 0.2f * hearsay_random_float (&random);
    }
}

static void
hear_pivots (const HearsaySparseStress *self,
             guint                      i,
             float                     *to_x,
             float                     *to_y)
{
  const float *weights = self->weight + (gsize) i * self->k;
  const float *pulls = self->pull + (gsize) i * self->k;
  const HearsayFour tiny = { 1e-12f, 1e-12f, 1e-12f, 1e-12f };
  HearsayFour sum_x[2] = { 0 };
  HearsayFour sum_y[2] = { 0 };
  float x = self->x[i];
  float y = self->y[i];

  for (guint p = 0; p < self->k; p += HEARSAY_LANES)
    {
      for (guint half = 0; half < 2; half++)
        {
          HearsayFour weight = hearsay_four_load (weights + p + 4 * half);
          HearsayFour pull = hearsay_four_load (pulls + p + 4 * half);
          HearsayFour other_x = hearsay_four_load (self->pivot_x + p + 4 * half);
          HearsayFour other_y = hearsay_four_load (self->pivot_y + p + 4 * half);
          HearsayFour dx = x - other_x;
          HearsayFour dy = y - other_y;

          pull *= hearsay_four_inverse_root (dx * dx + dy * dy + tiny);
          sum_x[half] += weight * other_x + pull * dx;
          sum_y[half] += weight * other_y + pull * dy;
        }
    }
  *to_x = hearsay_four_sum (sum_x[0] + sum_x[1]);
  *to_y = hearsay_four_sum (sum_y[0] + sum_y[1]);
}

/* Neighbours vote with weight 1 for a distance of 1; four at a time, the last few one by one. */
static void
hear_neighbours (const HearsaySparseStress *self,
                 guint                      i,
                 float                     *to_x,
                 float                     *to_y)
{
  const HearsayLayoutGraph *graph = self->graph;
  const HearsayFour tiny = { 1e-12f, 1e-12f, 1e-12f, 1e-12f };
  HearsayFour sum_x = { 0 };
  HearsayFour sum_y = { 0 };
  float x = self->x[i];
  float y = self->y[i];
  guint32 e = graph->first[i];

  for (; e + 4 <= graph->first[i + 1]; e += 4)
    {
      const guint32 *to = graph->to + e;
      HearsayFour other_x = { self->x[to[0]], self->x[to[1]], self->x[to[2]], self->x[to[3]] };
      HearsayFour other_y = { self->y[to[0]], self->y[to[1]], self->y[to[2]], self->y[to[3]] };
      HearsayFour dx = x - other_x;
      HearsayFour dy = y - other_y;
      HearsayFour pull = hearsay_four_inverse_root (dx * dx + dy * dy + tiny);

      sum_x += other_x + pull * dx;
      sum_y += other_y + pull * dy;
    }
  *to_x += hearsay_four_sum (sum_x);
  *to_y += hearsay_four_sum (sum_y);
  for (; e < graph->first[i + 1]; e++)
    {
      float dx = x - self->x[graph->to[e]];
      float dy = y - self->y[graph->to[e]];
      float pull = 1 / sqrtf (dx * dx + dy * dy + 1e-12f);

      *to_x += self->x[graph->to[e]] + pull * dx;
      *to_y += self->y[graph->to[e]] + pull * dy;
    }
}

static void
hear_votes (gpointer data,
            guint    first,
            guint    last)
{
  HearsaySparseStress *self = data;

  for (guint i = first; i < last; i++)
    {
      hear_pivots (self, i, &self->next_x[i], &self->next_y[i]);
      hear_neighbours (self, i, &self->next_x[i], &self->next_y[i]);
      self->next_x[i] = self->x[i] + OVER_RELAXATION * (self->next_x[i] * self->total[i] - self->x[i]);
      self->next_y[i] = self->y[i] + OVER_RELAXATION * (self->next_y[i] * self->total[i] - self->y[i]);
    }
}

static void
move_group (HearsaySparseStress *self,
            guint                first,
            guint                last,
            HearsayWorkers      *workers)
{
  for (guint p = 0; p < self->k; p++)
    {
      self->pivot_x[p] = self->x[self->pivots[p]];
      self->pivot_y[p] = self->y[self->pivots[p]];
    }
  hearsay_workers_run (workers, first, last, GRAIN, hear_votes, self);
  memcpy (self->x + first, self->next_x + first, (last - first) * sizeof *self->x);
  memcpy (self->y + first, self->next_y + first, (last - first) * sizeof *self->y);
}

/**
 * hearsay_layout_stress_sparse:
 * @graph: connected, all lengths 1, more nodes than pivots
 * @warm: whether @x and @y hold where to begin
 * @x: (inout): in ideal edge lengths, likewise @y
 *
 * Sparse stress (Ortmann, Klimenta and Brandes, 2017): every node hears its
 * neighbours and some pivots, each of which speaks for the nodes around it.
 * O(sweeps · (edges + pivots · n)).
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_stress_sparse (const HearsayLayoutGraph  *graph,
                              guint32                    seed,
                              gboolean                   warm,
                              float                     *x,
                              float                     *y,
                              HearsayWorkers            *workers,
                              GCancellable              *cancellable,
                              GError                   **error)
{
  HearsaySparseStress stress = { .graph = graph, .x = x, .y = y };
  gboolean cancelled = FALSE;

  stress.k = graph->n <= MANY_PIVOTS_MAX_NODES ? MANY_PIVOTS : FEW_PIVOTS;
  stress.pivots = g_new (guint32, stress.k);
  stress.weight = g_new (float, (gsize) graph->n * stress.k);
  stress.pull = g_new (float, (gsize) graph->n * stress.k);
  stress.total = g_new (float, graph->n);
  stress.pivot_x = g_new (float, stress.k);
  stress.pivot_y = g_new (float, stress.k);
  stress.next_x = g_new (float, graph->n);
  stress.next_y = g_new (float, graph->n);
  begin (&stress, seed, warm);
  for (guint sweep = 0; sweep < N_SWEEPS && !cancelled; sweep++)
    {
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      for (guint g = 0; g < N_GROUPS && !cancelled; g++)
        move_group (&stress, (guint) ((guint64) graph->n * g / N_GROUPS),
                    (guint) ((guint64) graph->n * (g + 1) / N_GROUPS), workers);
    }
  free_stress (&stress);
  return !cancelled;
}
