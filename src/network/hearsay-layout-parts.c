/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

/* Every pair of nodes is known up to here; beyond, pivots stand for them. */
#define FULL_MAX 1000

/* Steps of the springs that part what pivots cannot tell apart. */
#define SPRING_STEPS 8
#define COMMUNITY_STEPS 40
#define OPENING 1.0f

/* World units between neighbours in a small network, and what is left in a large one. */
#define EDGE_LENGTH 180.0
#define EDGE_LENGTH_MIN 60.0
#define SMALL_NETWORK 40

/* Known nodes go this share of the way to where a fresh layout would have them. */
#define WARM_SHARE 0.3

/* How much a drawing may be stretched to fill its frame. */
#define MAX_STRETCH 1.3
#define MAX_NODES_TO_STRETCH 300

/* One connected part while it is laid out. */
typedef struct
{
  const HearsayLayoutGraph *graph;
  const HearsayLayoutOptions *options;
  const guint32 *nodes;
  float *x;
  float *y;
  double length;
  gboolean warm;
  HearsayWorkers *workers;
} HearsayPart;

/**
 * hearsay_layout_edge_length:
 * @sizes: (nullable): one a node
 *
 * Returns: world units between neighbours, fitting the nodes and their number
 */
double
hearsay_layout_edge_length (guint                  n_nodes,
                            const HearsayNodeSize *sizes)
{
  double length = MAX (EDGE_LENGTH_MIN, EDGE_LENGTH * MIN (1, sqrt ((double) SMALL_NETWORK / MAX (n_nodes, 1))));
  double diagonal = 0;

  for (guint i = 0; i < n_nodes && sizes != NULL; i++)
    diagonal += 2 * hypot (sizes[i].half_width, sizes[i].half_height);
  return MAX (length, sizes != NULL ? 1.4 * diagonal / n_nodes : 0);
}

static gboolean
is_known (const HearsayPart *part,
          guint              i)
{
  const HearsayPoint *start = part->options->start;

  return start != NULL && isfinite (start[part->nodes[i]].x) && isfinite (start[part->nodes[i]].y);
}

static gboolean
is_pinned (const HearsayPart *part,
           guint              i)
{
  return part->options->pinned != NULL && part->options->pinned[part->nodes[i]] && is_known (part, i);
}

/* New nodes begin among the neighbours that are known, again and again until all have a place. */
static void
guess_new_places (HearsayPart *part,
                  gboolean    *placed)
{
  const HearsayLayoutGraph *graph = part->graph;
  HearsayRandom random = hearsay_random_new (part->options->seed);
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < graph->n; i++)
        {
          guint n_near = 0;
          float x = 0;
          float y = 0;

          for (guint32 e = graph->first[i]; e < graph->first[i + 1] && !placed[i]; e++)
            {
              if (!placed[graph->to[e]])
                continue;
              x += part->x[graph->to[e]];
              y += part->y[graph->to[e]];
              n_near++;
            }
          if (n_near == 0)
            continue;
          part->x[i] = x / n_near + hearsay_random_float (&random);
          part->y[i] = y / n_near + hearsay_random_float (&random);
          placed[i] = found = TRUE;
        }
    }
}

static void
begin_warm (HearsayPart *part)
{
  g_autofree gboolean *placed = g_new0 (gboolean, part->graph->n);

  for (guint i = 0; i < part->graph->n; i++)
    {
      placed[i] = is_known (part, i);
      if (!placed[i])
        continue;
      part->x[i] = (float) (part->options->start[part->nodes[i]].x / part->length);
      part->y[i] = (float) (part->options->start[part->nodes[i]].y / part->length);
    }
  guess_new_places (part, placed);
}

static gboolean
lay_out (HearsayPart   *part,
         GCancellable  *cancellable,
         GError       **error)
{
  const HearsayLayoutGraph *graph = part->graph;
  const HearsayLayoutOptions *options = part->options;
  gboolean community = options->type == HEARSAY_LAYOUT_COMMUNITY;

  if (graph->n == 1)
    return TRUE;
  if (graph->n <= FULL_MAX)
    {
      if (!hearsay_layout_stress_full (graph, options->seed, part->warm, options->sizes != NULL, part->x, part->y,
                                       cancellable, error))
        return FALSE;
    }
  else if (!hearsay_layout_stress_sparse (graph, options->seed, part->warm, part->x, part->y, part->workers, cancellable, error)
           || (!community
               && !hearsay_layout_force (graph, HEARSAY_FORCE_SPRINGS, SPRING_STEPS, OPENING, part->x, part->y,
                                         part->workers, cancellable, error)))
    {
      return FALSE;
    }
  return !community || graph->n == 2
         || hearsay_layout_force (graph, HEARSAY_FORCE_LINLOG, COMMUNITY_STEPS, OPENING, part->x, part->y, part->workers,
                                  cancellable, error);
}

/* Turns the longest direction level and puts the middle at the origin. */
static void
turn_level (HearsayPart *part)
{
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  double angle;
  guint n = part->graph->n;

  for (guint i = 0; i < n; i++)
    {
      x += part->x[i] / n;
      y += part->y[i] / n;
    }
  for (guint i = 0; i < n; i++)
    {
      xx += (part->x[i] - x) * (part->x[i] - x);
      yy += (part->y[i] - y) * (part->y[i] - y);
      xy += (part->x[i] - x) * (part->y[i] - y);
    }
  angle = 0.5 * atan2 (2 * xy, xx - yy);
  for (guint i = 0; i < n; i++)
    {
      double dx = part->x[i] - x;
      double dy = part->y[i] - y;

      part->x[i] = (float) (cos (angle) * dx + sin (angle) * dy);
      part->y[i] = (float) (cos (angle) * dy - sin (angle) * dx);
    }
}

/* Community views crowd their edges; there the area sets the size. */
static void
scale_community (HearsayPart *part)
{
  float left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  double size;
  double factor;

  for (guint i = 0; i < part->graph->n; i++)
    {
      left = MIN (left, part->x[i]);
      right = MAX (right, part->x[i]);
      top = MIN (top, part->y[i]);
      bottom = MAX (bottom, part->y[i]);
    }
  size = sqrt (MAX (right - left, 1e-6) * MAX (bottom - top, 1e-6) / part->graph->n);
  factor = part->graph->n > 2 && size > 1e-3 ? 1 / size : 1;
  for (guint i = 0; i < part->graph->n; i++)
    {
      part->x[i] *= (float) factor;
      part->y[i] *= (float) factor;
    }
}

/* Lays the fresh places on the old ones as well as turning, moving and scaling can. */
static void
align (HearsayPart *part)
{
  double ox = 0, oy = 0, nx = 0, ny = 0, dot = 0, cross = 0, squares = 0;
  guint n_known = 0;

  for (guint i = 0; i < part->graph->n; i++)
    {
      if (!is_known (part, i))
        continue;
      ox += part->options->start[part->nodes[i]].x;
      oy += part->options->start[part->nodes[i]].y;
      nx += part->x[i];
      ny += part->y[i];
      n_known++;
    }
  ox /= n_known, oy /= n_known, nx /= n_known, ny /= n_known;
  for (guint i = 0; i < part->graph->n; i++)
    {
      double ax = part->x[i] - nx, ay = part->y[i] - ny;
      double bx, by;

      if (!is_known (part, i))
        continue;
      bx = part->options->start[part->nodes[i]].x - ox;
      by = part->options->start[part->nodes[i]].y - oy;
      dot += ax * bx + ay * by;
      cross += ax * by - ay * bx;
      squares += ax * ax + ay * ay;
    }
  if (n_known < 2 || squares <= 0 || (dot == 0 && cross == 0))
    dot = part->length, cross = 0, squares = 1;
  for (guint i = 0; i < part->graph->n; i++)
    {
      double ax = part->x[i] - nx, ay = part->y[i] - ny;

      part->x[i] = (float) (ox + (dot * ax - cross * ay) / squares);
      part->y[i] = (float) (oy + (dot * ay + cross * ax) / squares);
    }
}

static void
hand_over (HearsayPart  *part,
           HearsayPoint *positions)
{
  for (guint i = 0; i < part->graph->n; i++)
    {
      HearsayPoint *to = &positions[part->nodes[i]];

      if (!part->warm)
        *to = (HearsayPoint) { part->length * part->x[i], part->length * part->y[i] };
      else if (!is_known (part, i))
        *to = (HearsayPoint) { part->x[i], part->y[i] };
      else
        {
          HearsayPoint old = part->options->start[part->nodes[i]];
          double share = is_pinned (part, i) ? 0 : WARM_SHARE;

          *to = (HearsayPoint) { old.x + share * (part->x[i] - old.x), old.y + share * (part->y[i] - old.y) };
        }
    }
}

static gboolean
lay_out_part (HearsayPart   *part,
              HearsayPoint  *positions,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 0; i < part->graph->n; i++)
    part->warm = part->warm || is_known (part, i);
  if (part->warm)
    begin_warm (part);
  if (!lay_out (part, cancellable, error))
    return FALSE;
  if (part->warm)
    {
      align (part);
    }
  else
    {
      turn_level (part);
      if (part->options->type == HEARSAY_LAYOUT_COMMUNITY)
        scale_community (part);
    }
  hand_over (part, positions);
  return TRUE;
}

/* Stretches the whole a little toward the aspect of its frame. */
static void
fill_aspect (guint         n,
             double        aspect,
             HearsayPoint *positions)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  double stretch;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, positions[i].x);
      right = MAX (right, positions[i].x);
      top = MIN (top, positions[i].y);
      bottom = MAX (bottom, positions[i].y);
    }
  if (right - left < 1 || bottom - top < 1)
    return;
  stretch = CLAMP (sqrt (aspect * (bottom - top) / (right - left)), 1 / MAX_STRETCH, MAX_STRETCH);
  for (guint i = 0; i < n; i++)
    {
      positions[i].x *= stretch;
      positions[i].y /= stretch;
    }
}

/* Parts without a node that was there before go below the others. */
static void
place_new_parts (const HearsayComponents    *components,
                 const HearsayLayoutOptions *options,
                 const gboolean             *warm,
                 double                      gap,
                 HearsayPoint               *positions)
{
  double left = INFINITY, bottom = -INFINITY;

  for (guint c = 0; c < components->n_components; c++)
    {
      for (guint32 i = components->first[c]; i < components->first[c + 1] && warm[c]; i++)
        {
          left = MIN (left, positions[components->nodes[i]].x);
          bottom = MAX (bottom, positions[components->nodes[i]].y);
        }
    }
  for (guint c = 0; c < components->n_components; c++)
    {
      HearsayPoint low = { INFINITY, INFINITY };
      HearsayPoint high = { -INFINITY, -INFINITY };

      if (warm[c])
        continue;
      for (guint32 i = components->first[c]; i < components->first[c + 1]; i++)
        {
          HearsayPoint at = positions[components->nodes[i]];

          low = (HearsayPoint) { MIN (low.x, at.x), MIN (low.y, at.y) };
          high = (HearsayPoint) { MAX (high.x, at.x), MAX (high.y, at.y) };
        }
      for (guint32 i = components->first[c]; i < components->first[c + 1]; i++)
        {
          positions[components->nodes[i]].x += left - low.x;
          positions[components->nodes[i]].y += bottom + gap - low.y;
        }
      left += high.x - low.x + gap;
    }
}

/**
 * hearsay_layout_parts:
 * @options: of type stress or community
 * @positions: (out): one a node
 *
 * Lays out each connected part, levels it and packs the parts. With positions
 * to begin from, known nodes stay near them, new ones come among their
 * neighbours, and nothing is packed anew.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_parts (const HearsayLayoutGraph    *graph,
                      const HearsayLayoutOptions  *options,
                      HearsayPoint                *positions,
                      GCancellable                *cancellable,
                      GError                     **error)
{
  g_autoptr (HearsayComponents) components = hearsay_components_find (graph);
  g_autoptr (HearsayWorkers) workers = hearsay_workers_new (graph->n > FULL_MAX ? options->n_threads : 1);
  g_autofree float *x = g_new0 (float, graph->n);
  g_autofree float *y = g_new0 (float, graph->n);
  g_autofree gboolean *warm = g_new0 (gboolean, components->n_components);
  double length = hearsay_layout_edge_length (graph->n, options->sizes);
  gboolean any_warm = FALSE;

  for (guint c = 0; c < components->n_components; c++)
    {
      const guint32 *nodes = components->nodes + components->first[c];
      guint n = components->first[c + 1] - components->first[c];
      g_autoptr (HearsayLayoutGraph) part_graph = hearsay_layout_graph_part (graph, nodes, n);
      HearsayPart part = { .graph = part_graph, .options = options, .nodes = nodes, .x = x, .y = y,
                           .length = length, .workers = workers };

      memset (x, 0, n * sizeof *x);
      memset (y, 0, n * sizeof *y);
      if (!lay_out_part (&part, positions, cancellable, error))
        return FALSE;
      any_warm |= warm[c] = part.warm;
    }
  if (any_warm)
    {
      place_new_parts (components, options, warm, length, positions);
      return TRUE;
    }
  if (options->sizes != NULL && graph->n <= MAX_NODES_TO_STRETCH)
    fill_aspect (graph->n, options->aspect, positions);
  if (components->n_components > 1)
    hearsay_layout_pack (components, options->sizes, 0.6 * length, options->aspect, positions);
  return TRUE;
}
