/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include "network/hearsay-layout-tree.h"
#include "network/hearsay-lanes.h"

#include <math.h>

#define GRAIN 512
#define CANCEL_EVERY 4

/* A node that keeps its direction goes faster, one that turns goes slower. */
#define GAIN_UP 1.2f
#define GAIN_DOWN 0.6f
#define GAIN_MIN 0.05f
#define GAIN_MAX 4.0f

/* The farthest that springs move a node in a step, in mean edge lengths. */
#define SPRING_LIMIT 0.2f

/**
 * HearsayForce:
 * @strength: of the repulsion, so that it balances the attraction at the present size
 * @limit: the farthest a node may move in this step
 * @unit: movement for a force of one
 * @gain: of each node, how boldly it follows its force
 *
 * State of a force-directed refinement.
 */
typedef struct
{
  const HearsayLayoutGraph *graph;
  HearsayForceModel model;
  HearsayTree *tree;
  float *x;
  float *y;
  float *mass;
  float *force_x;
  float *force_y;
  float *last_x;
  float *last_y;
  float *gain;
  float strength;
  float limit;
  float unit;
} HearsayForce;

static float
attraction (HearsayForceModel model,
            float             squared)
{
  switch (model)
    {
    case HEARSAY_FORCE_SPRINGS:
      return sqrtf (squared);
    case HEARSAY_FORCE_LINLOG:
      return 1 / sqrtf (squared + 1e-12f);
    case HEARSAY_FORCE_LINEAR:
    default:
      return 1;
    }
}

static void
init_masses (HearsayForce *self)
{
  const HearsayLayoutGraph *graph = self->graph;

  for (guint i = 0; i < graph->n; i++)
    self->mass[i] = self->model == HEARSAY_FORCE_SPRINGS ? 1 : graph->first[i + 1] - graph->first[i] + 1;
}

/* By the virial theorem forces of these kinds are in balance at the present size when Σ force · distance
 * is the same for both: for repulsion that sum is the product of masses, whatever the shape. */
static void
balance (HearsayForce *self)
{
  const HearsayLayoutGraph *graph = self->graph;
  double pull = 0;
  double length = 0;
  double mass = 0;
  double squares = 0;

  for (guint i = 0; i < graph->n; i++)
    {
      mass += self->mass[i];
      squares += (double) self->mass[i] * self->mass[i];
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          float dx = self->x[i] - self->x[graph->to[e]];
          float dy = self->y[i] - self->y[graph->to[e]];
          float squared = dx * dx + dy * dy;

          pull += attraction (self->model, squared) * squared;
          length += sqrtf (squared);
        }
    }
  length /= MAX (graph->first[graph->n], 1);
  self->strength = (float) (pull / MAX (mass * mass - squares, 1));
  /* Springs only part what lies together; communities have a long way to go. */
  self->limit = (float) length * (self->model == HEARSAY_FORCE_SPRINGS ? SPRING_LIMIT : 1);
  /* A node with one edge of mean length would move a share of that length. */
  self->unit = (float) (0.2 * length / MAX (attraction (self->model, (float) (length * length)) * length, 1e-12));
}

static void
pull_edges (HearsayForce *self,
            guint         i,
            float        *force_x,
            float        *force_y)
{
  const HearsayLayoutGraph *graph = self->graph;

  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      float dx = self->x[graph->to[e]] - self->x[i];
      float dy = self->y[graph->to[e]] - self->y[i];
      float pull = attraction (self->model, dx * dx + dy * dy);

      *force_x += pull * dx;
      *force_y += pull * dy;
    }
}

static void
add_up (gpointer data,
        guint    first,
        guint    last)
{
  HearsayForce *self = data;

  for (guint i = first; i < last; i++)
    {
      float x = self->strength * self->force_x[i];
      float y = self->strength * self->force_y[i];

      pull_edges (self, i, &x, &y);
      self->force_x[i] = x;
      self->force_y[i] = y;
    }
}

static void
move (HearsayForce *self)
{
  for (guint i = 0; i < self->graph->n; i++)
    {
      float x = self->force_x[i];
      float y = self->force_y[i];
      float length = sqrtf (x * x + y * y) + 1e-20f;
      gboolean same_way = x * self->last_x[i] + y * self->last_y[i] > 0;
      float step;

      self->gain[i] = CLAMP (self->gain[i] * (same_way ? GAIN_UP : GAIN_DOWN), GAIN_MIN, GAIN_MAX);
      step = MIN (self->gain[i] * self->unit / (1 + self->graph->first[i + 1] - self->graph->first[i]), self->limit / length);
      self->x[i] += step * x;
      self->y[i] += step * y;
      self->last_x[i] = x;
      self->last_y[i] = y;
    }
}

static void
free_force (HearsayForce *self)
{
  hearsay_tree_free (self->tree);
  g_free (self->mass);
  g_free (self->force_x);
  g_free (self->force_y);
  g_free (self->last_x);
  g_free (self->last_y);
  g_free (self->gain);
}

/**
 * hearsay_layout_force:
 * @graph: connected
 * @n_steps: how long
 * @opening: for hearsay_tree_repel()
 * @x: (inout): a layout to refine, likewise @y; its size is kept
 *
 * Lets nodes repel each other and edges pull (see HearsayForceModel), with
 * steps that shrink to nothing.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_force (const HearsayLayoutGraph  *graph,
                      HearsayForceModel          model,
                      guint                      n_steps,
                      float                      opening,
                      float                     *x,
                      float                     *y,
                      HearsayWorkers            *workers,
                      GCancellable              *cancellable,
                      GError                   **error)
{
  HearsayForce force = { .graph = graph, .model = model, .x = x, .y = y };
  float limit;
  gboolean cancelled = FALSE;

  force.tree = hearsay_tree_new (graph->n);
  force.mass = g_new (float, graph->n);
  force.force_x = g_new0 (float, graph->n);
  force.force_y = g_new0 (float, graph->n);
  force.last_x = g_new0 (float, graph->n);
  force.last_y = g_new0 (float, graph->n);
  force.gain = g_new (float, graph->n);
  for (guint i = 0; i < graph->n; i++)
    force.gain[i] = 1;
  init_masses (&force);
  balance (&force);
  limit = force.limit;
  for (guint step = 0; step < n_steps && !cancelled; step++)
    {
      force.limit = limit * (n_steps - step) / n_steps;
      hearsay_tree_repel (force.tree, x, y, force.mass, opening, force.force_x, force.force_y, workers);
      hearsay_workers_run (workers, 0, graph->n, GRAIN, add_up, &force);
      move (&force);
      if (step % CANCEL_EVERY == 0)
        cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  free_force (&force);
  return !cancelled;
}
