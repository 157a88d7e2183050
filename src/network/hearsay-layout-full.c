/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

/* Up to this many nodes several beginnings are tried and the best is kept. */
#define MANY_STARTS_MAX 120
#define N_STARTS 8

#define MAX_SWEEPS 200
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

static gboolean
init_stress (HearsayFullStress         *self,
             const HearsayLayoutGraph  *graph,
             GCancellable              *cancellable,
             GError                   **error)
{
  g_autofree guint32 *queue = g_new (guint32, graph->n);
  g_autofree float *distances = g_new (float, graph->n);

  self->n = graph->n;
  self->stride = (graph->n + HEARSAY_LANES - 1) / HEARSAY_LANES * HEARSAY_LANES;
  self->inverse = g_new0 (float, (gsize) self->n * self->stride);
  self->weight = g_new0 (float, self->n);
  self->x = g_new0 (float, self->stride);
  self->y = g_new0 (float, self->stride);
  for (guint32 i = 0; i < graph->n; i++)
    {
      float *row = self->inverse + (gsize) i * self->stride;

      hearsay_layout_graph_distances (graph, i, distances, queue);
      for (guint j = 0; j < graph->n; j++)
        {
          row[j] = distances[j] > 0 ? 1 / distances[j] : 0;
          self->weight[i] += row[j] * row[j];
        }
      if (i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Where all others want node i: the weighted mean of their votes. */
static void
vote (const HearsayFullStress *self,
      guint                    i,
      float                   *to_x,
      float                   *to_y)
{
  const float *row = self->inverse + (gsize) i * self->stride;
  float sum_x[HEARSAY_LANES] = { 0 };
  float sum_y[HEARSAY_LANES] = { 0 };
  float x = self->x[i];
  float y = self->y[i];
  float total_x = 0;
  float total_y = 0;

  for (guint j = 0; j < self->stride; j += HEARSAY_LANES)
    {
      for (guint l = 0; l < HEARSAY_LANES; l++)
        {
          float inverse = row[j + l];
          float weight = inverse * inverse;
          float dx = x - self->x[j + l];
          float dy = y - self->y[j + l];
          float pull = inverse / sqrtf (dx * dx + dy * dy + 1e-12f);

          sum_x[l] += weight * self->x[j + l] + pull * dx;
          sum_y[l] += weight * self->y[j + l] + pull * dy;
        }
    }
  for (guint l = 0; l < HEARSAY_LANES; l++)
    {
      total_x += sum_x[l];
      total_y += sum_y[l];
    }
  *to_x = total_x / self->weight[i];
  *to_y = total_y / self->weight[i];
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
          self->x[i] = x;
          self->y[i] = y;
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

/**
 * hearsay_layout_stress_full:
 * @graph: connected, 2 nodes or more
 * @positions: (out): in ideal edge lengths
 *
 * Stress majorisation over all pairs (Gansner, Koren and North, 2004), weights
 * 1 / distance², one node at a time. O(n²) memory and time a sweep.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_stress_full (const HearsayLayoutGraph  *graph,
                            guint32                    seed,
                            HearsayPoint              *positions,
                            GCancellable              *cancellable,
                            GError                   **error)
{
  HearsayFullStress stress = { 0 };
  HearsayRandom random = hearsay_random_new (seed);
  guint n_starts = graph->n <= MANY_STARTS_MAX ? N_STARTS : 1;
  double best = INFINITY;
  gboolean done = init_stress (&stress, graph, cancellable, error);

  for (guint start = 0; done && start < n_starts; start++)
    {
      double measured;

      start_at_random (&stress, &random);
      done = sweep_until_settled (&stress, MAX_SWEEPS, cancellable, error);
      measured = measure_stress (&stress);
      if (!done || !(measured < best))
        continue;
      best = measured;
      for (guint i = 0; i < graph->n; i++)
        positions[i] = (HearsayPoint) { stress.x[i], stress.y[i] };
    }
  free_stress (&stress);
  return done;
}
