/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-lanes.h"
#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

/* Up to this many nodes several beginnings are tried and the best is kept. */
#define MANY_STARTS_MAX 120
#define N_STARTS 16

/* Nodes whose distances give the beginning. */
#define N_PIVOTS 40

/* Going beyond where the votes point brings the rest sooner to rest. */
#define OVER_RELAXATION 1.7f

/* Sweeps are many where they cost nothing, and few where the picture is good long before. */
#define MIN_SWEEPS 30
#define MAX_SWEEPS 200
#define SWEEPS_TIMES_NODES 30000

/* Every pair of edges is looked at. */
#define MAX_EDGES_TO_CROSS 400

/* Sources of one walk. */
#define BATCH 64
#define CANCEL_EVERY 8

/* A node that moves less than this share of an edge has arrived. */
#define SETTLED 0.002f

/**
 * HearsayFullStress:
 * @stride: n rounded up to whole lanes
 * @inverse: n rows of 1 / distance; 0 on the diagonal, where there is no way, and in the padding
 * @weight: of each row, Σ 1 / distance²
 */
typedef struct
{
  guint n;
  guint stride;
  float *inverse;
  float *weight;
  float *x;
  float *y;
} HearsayFullStress;

static void
free_stress (HearsayFullStress *self)
{
  g_free (self->inverse);
  g_free (self->weight);
  g_free (self->x);
  g_free (self->y);
}

static void
invert_hops (HearsayFullStress        *self,
             const HearsayLayoutGraph *graph)
{
  g_autofree guint16 *hops = g_new0 (guint16, (gsize) self->n * BATCH);
  g_autofree guint32 *all = g_new (guint32, self->n);
  g_autofree float *inverse_of = g_new0 (float, self->n + 1);

  for (guint32 i = 0; i < self->n; i++)
    all[i] = i;
  for (guint h = 1; h <= self->n; h++)
    inverse_of[h] = 1.0f / h;
  for (guint s = 0; s < self->n; s += BATCH)
    {
      guint n_sources = MIN (BATCH, self->n - s);

      hearsay_layout_graph_hops (graph, all + s, n_sources, hops, BATCH);
      for (guint i = 0; i < self->n; i++)
        {
          float *row = self->inverse + (gsize) i * self->stride + s;

          for (guint j = 0; j < n_sources; j++)
            row[j] = inverse_of[hops[(gsize) i * BATCH + j]];
        }
    }
}

static void
invert_lengths (HearsayFullStress        *self,
                const HearsayLayoutGraph *graph)
{
  g_autofree guint32 *queue = g_new (guint32, graph->n);
  g_autofree float *distances = g_new (float, graph->n);

  for (guint32 i = 0; i < graph->n; i++)
    {
      float *row = self->inverse + (gsize) i * self->stride;

      hearsay_layout_graph_distances (graph, i, distances, queue);
      for (guint j = 0; j < graph->n; j++)
        row[j] = distances[j] > 0 ? 1 / distances[j] : 0;
    }
}

static gboolean
init_stress (HearsayFullStress         *self,
             const HearsayLayoutGraph  *graph,
             GCancellable              *cancellable,
             GError                   **error)
{
  self->n = graph->n;
  self->stride = HEARSAY_PAD (graph->n);
  self->inverse = g_new0 (float, (gsize) self->n * self->stride);
  self->weight = g_new0 (float, self->n);
  self->x = g_new0 (float, self->stride);
  self->y = g_new0 (float, self->stride);
  if (graph->length == NULL)
    invert_hops (self, graph);
  else
    invert_lengths (self, graph);
  for (guint32 i = 0; i < graph->n; i++)
    {
      const float *row = self->inverse + (gsize) i * self->stride;

      for (guint j = 0; j < graph->n; j++)
        self->weight[i] += row[j] * row[j];
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Where all others want node i: the weighted mean of their votes. */
static void
vote (const HearsayFullStress *self,
      guint                    i,
      float                   *to_x,
      float                   *to_y)
{
  const float *row = self->inverse + (gsize) i * self->stride;
  const HearsayFour tiny = { 1e-12f, 1e-12f, 1e-12f, 1e-12f };
  HearsayFour sum_x[2] = { 0 };
  HearsayFour sum_y[2] = { 0 };
  float x = self->x[i];
  float y = self->y[i];

  for (guint j = 0; j < self->stride; j += HEARSAY_LANES)
    {
      for (guint half = 0; half < 2; half++)
        {
          HearsayFour inverse = hearsay_four_load (row + j + 4 * half);
          HearsayFour other_x = hearsay_four_load (self->x + j + 4 * half);
          HearsayFour other_y = hearsay_four_load (self->y + j + 4 * half);
          HearsayFour dx = x - other_x;
          HearsayFour dy = y - other_y;
          HearsayFour pull = hearsay_four_inverse_root (dx * dx + dy * dy + tiny);

          sum_x[half] += inverse * (inverse * other_x + pull * dx);
          sum_y[half] += inverse * (inverse * other_y + pull * dy);
        }
    }
  *to_x = hearsay_four_sum (sum_x[0] + sum_x[1]) / self->weight[i];
  *to_y = hearsay_four_sum (sum_y[0] + sum_y[1]) / self->weight[i];
}

/* One node after the other moves to where the others want it; stress never rises. */
static gboolean
sweep_until_settled (HearsayFullStress  *self,
                     guint               max_sweeps,
                     GCancellable       *cancellable,
                     GError            **error)
{
  for (guint sweep = 0; sweep < max_sweeps; sweep++)
    {
      float largest = 0;

      if (sweep % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < self->n; i++)
        {
          float x;
          float y;

          vote (self, i, &x, &y);
          largest = MAX (largest, fabsf (x - self->x[i]) + fabsf (y - self->y[i]));
          self->x[i] += OVER_RELAXATION * (x - self->x[i]);
          self->y[i] += OVER_RELAXATION * (y - self->y[i]);
        }
      if (largest < SETTLED)
        break;
    }
  return TRUE;
}

static double
measure_stress (const HearsayFullStress *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    {
      for (guint j = i + 1; j < self->n; j++)
        {
          float inverse = self->inverse[(gsize) i * self->stride + j];
          float dx = self->x[i] - self->x[j];
          float dy = self->y[i] - self->y[j];
          float off = sqrtf (dx * dx + dy * dy) * inverse - 1;

          sum += inverse > 0 ? off * off : 0;
        }
    }
  return sum;
}

static void
start_at_random (HearsayFullStress *self,
                 HearsayRandom     *random)
{
  float size = sqrtf (self->n);

  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] = size * hearsay_random_float (random);
      self->y[i] = size * hearsay_random_float (random);
    }
}

/* The scale at which a given arrangement has the least stress. */
static void
scale_to_fit (HearsayFullStress *self)
{
  double ratios = 0;
  double squares = 0;

  for (guint i = 0; i < self->n; i += MAX (1, self->n / 64))
    {
      for (guint j = 0; j < self->n; j++)
        {
          float dx = self->x[i] - self->x[j];
          float dy = self->y[i] - self->y[j];
          double ratio = sqrtf (dx * dx + dy * dy) * self->inverse[(gsize) i * self->stride + j];

          ratios += ratio;
          squares += ratio * ratio;
        }
    }
  for (guint i = 0; i < self->n && squares > 0; i++)
    {
      self->x[i] *= (float) (ratios / squares);
      self->y[i] *= (float) (ratios / squares);
    }
}

/* Begins from the main directions of the distances; a little noise parts what lies on one spot. */
static void
start_from_pivots (HearsayFullStress        *self,
                   const HearsayLayoutGraph *graph,
                   guint32                   seed,
                   HearsayRandom            *random)
{
  guint n_pivots = MIN (self->n, N_PIVOTS);
  g_autofree guint32 *pivots = g_new (guint32, n_pivots);
  g_autofree float *columns = g_new (float, (gsize) self->n * n_pivots);

  hearsay_layout_graph_pivots (graph, seed, pivots, n_pivots);
  for (guint i = 0; i < self->n; i++)
    {
      for (guint p = 0; p < n_pivots; p++)
        {
          float inverse = self->inverse[(gsize) i * self->stride + pivots[p]];

          columns[(gsize) i * n_pivots + p] = inverse > 0 ? 1 / (inverse * inverse) : 0;
        }
    }
  hearsay_layout_pivot_mds (columns, self->n, n_pivots, seed, self->x, self->y);
  scale_to_fit (self);
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] += 0.1f * hearsay_random_float (random);
      self->y[i] += 0.1f * hearsay_random_float (random);
    }
}

static double
side (const HearsayFullStress *self,
      guint32                  a,
      guint32                  b,
      guint32                  c)
{
  return (self->x[b] - self->x[a]) * (double) (self->y[c] - self->y[a])
         - (self->y[b] - self->y[a]) * (double) (self->x[c] - self->x[a]);
}

static gboolean
edges_cross (const HearsayFullStress *self,
             guint32                  a,
             guint32                  b,
             guint32                  c,
             guint32                  d)
{
  return a != c && a != d && b != c && b != d && side (self, a, b, c) * side (self, a, b, d) < 0
         && side (self, c, d, a) * side (self, c, d, b) < 0;
}

static guint
count_crossings (const HearsayFullStress  *self,
                 const HearsayLayoutGraph *graph)
{
  g_autofree guint32 *ends = g_new (guint32, 2 * (gsize) graph->first[graph->n] + 2);
  guint n_edges = 0;
  guint n_crossings = 0;

  for (guint32 i = 0; i < graph->n; i++)
    {
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          if (graph->to[e] <= i)
            continue;
          ends[2 * n_edges] = i;
          ends[2 * n_edges++ + 1] = graph->to[e];
        }
    }
  for (guint e = 0; e < n_edges; e++)
    {
      for (guint f = e + 1; f < n_edges; f++)
        n_crossings += edges_cross (self, ends[2 * e], ends[2 * e + 1], ends[2 * f], ends[2 * f + 1]);
    }
  return n_crossings;
}

/* Small pictures are read edge by edge: there crossings cost as much as stress. */
static double
judge (const HearsayFullStress  *self,
       const HearsayLayoutGraph *graph,
       gboolean                  few_crossings)
{
  double stress = measure_stress (self);
  guint n_edges = graph->first[graph->n] / 2;

  if (!few_crossings || n_edges > MAX_EDGES_TO_CROSS)
    return stress;
  return stress * (1 + count_crossings (self, graph) / (double) MAX (n_edges, 1));
}

/**
 * hearsay_layout_stress_full:
 * @graph: connected, 2 nodes or more
 * @warm: whether @x and @y hold where to begin
 * @few_crossings: whether edges that cross count too when several beginnings are tried
 * @x: (inout): in ideal edge lengths, likewise @y
 *
 * Stress majorisation over all pairs (Gansner, Koren and North, 2004), weights
 * 1 / distance², one node at a time, over-relaxed. O(n²) memory and time a sweep.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_stress_full (const HearsayLayoutGraph  *graph,
                            guint32                    seed,
                            gboolean                   warm,
                            gboolean                   few_crossings,
                            float                     *x,
                            float                     *y,
                            GCancellable              *cancellable,
                            GError                   **error)
{
  HearsayFullStress stress = { 0 };
  HearsayRandom random = hearsay_random_new (seed);
  guint n_starts = graph->n <= MANY_STARTS_MAX && !warm ? N_STARTS : 1;
  guint max_sweeps = CLAMP (SWEEPS_TIMES_NODES / graph->n, MIN_SWEEPS, MAX_SWEEPS);
  double best = INFINITY;
  gboolean done = init_stress (&stress, graph, cancellable, error);

  for (guint start = 0; done && start < n_starts; start++)
    {
      double judged;

      if (warm)
        {
          memcpy (stress.x, x, graph->n * sizeof *x);
          memcpy (stress.y, y, graph->n * sizeof *y);
        }
      else if (start == 0)
        start_from_pivots (&stress, graph, seed, &random);
      else
        start_at_random (&stress, &random);
      done = sweep_until_settled (&stress, max_sweeps, cancellable, error);
      judged = n_starts > 1 ? judge (&stress, graph, few_crossings) : 0;
      if (!done || !(judged < best))
        continue;
      best = judged;
      memcpy (x, stress.x, graph->n * sizeof *x);
      memcpy (y, stress.y, graph->n * sizeof *y);
    }
  free_stress (&stress);
  return done;
}
