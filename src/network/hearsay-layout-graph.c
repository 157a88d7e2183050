/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"
#include "network/hearsay-rows.h"

#include <math.h>

/* Ideal lengths where positions matter: allies near, opponents apart. */
#define LENGTH_SUPPORT 1.0f
#define LENGTH_NEUTRAL 1.15f
#define LENGTH_OPPOSE 1.7f

/**
 * hearsay_random_new:
 *
 * Returns: a generator; any seed serves
 */
HearsayRandom
hearsay_random_new (guint64 seed)
{
  return (HearsayRandom) { seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 1 };
}

/**
 * hearsay_random_next:
 *
 * SplitMix64 (Steele, Lea and Flood, 2014), its upper half.
 *
 * Returns: 32 random bits
 */
guint32
hearsay_random_next (HearsayRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) ((z ^ (z >> 31)) >> 32);
}

/**
 * hearsay_random_float:
 *
 * Returns: -0.5 … 0.5
 */
float
hearsay_random_float (HearsayRandom *self)
{
  return (float) (hearsay_random_next (self) >> 8) / (1 << 24) - 0.5f;
}

static float
length_of (HearsayPosition position)
{
  switch (position)
    {
    case HEARSAY_POSITION_SUPPORT:
      return LENGTH_SUPPORT;
    case HEARSAY_POSITION_OPPOSE:
      return LENGTH_OPPOSE;
    case HEARSAY_POSITION_NEUTRAL:
    default:
      return LENGTH_NEUTRAL;
    }
}

/* Both directions of every edge: from, to, position. */
static HearsayRow *
both_directions (const HearsayNetwork *network,
                 gsize                *n_rows)
{
  static const guint order[] = { 0, 1 };
  HearsayRow *rows = g_new (HearsayRow, 2 * (gsize) network->n_edges);
  gsize n = 0;

  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];

      if (edge->source == edge->target || edge->source >= network->n_nodes || edge->target >= network->n_nodes)
        continue;
      rows[n++] = (HearsayRow) { { edge->source, edge->target, edge->position, 0 } };
      rows[n++] = (HearsayRow) { { edge->target, edge->source, edge->position, 0 } };
    }
  hearsay_rows_sort (rows, n, order, G_N_ELEMENTS (order));
  *n_rows = n;
  return rows;
}

/**
 * hearsay_layout_graph_new:
 * @signs: whether edges are as long as their position asks for
 *
 * Returns: (transfer full): the network without directions, loops and parallel edges
 */
HearsayLayoutGraph *
hearsay_layout_graph_new (const HearsayNetwork *network,
                          gboolean              signs)
{
  HearsayLayoutGraph *self = g_new0 (HearsayLayoutGraph, 1);
  gsize n_rows;
  g_autofree HearsayRow *rows = both_directions (network, &n_rows);
  guint32 n_kept = 0;

  self->n = network->n_nodes;
  self->first = g_new0 (guint32, self->n + 1);
  self->to = g_new (guint32, n_rows);
  self->length = signs ? g_new (float, n_rows) : NULL;
  for (gsize i = 0, next; i < n_rows; i = next)
    {
      guint32 from = rows[i].field[0];
      float sum = 0;

      for (next = i; next < n_rows && rows[next].field[0] == from && rows[next].field[1] == rows[i].field[1]; next++)
        sum += length_of (rows[next].field[2]);
      if (signs)
        self->length[n_kept] = sum / (next - i);
      self->to[n_kept++] = rows[i].field[1];
      self->first[from + 1] = n_kept;
    }
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] = MAX (self->first[i + 1], self->first[i]);
  return self;
}

/**
 * hearsay_layout_graph_part:
 * @nodes: the nodes of one component, ascending
 *
 * Returns: (transfer full): the component, its nodes numbered as in @nodes
 */
HearsayLayoutGraph *
hearsay_layout_graph_part (const HearsayLayoutGraph *self,
                           const guint32            *nodes,
                           guint                     n_nodes)
{
  HearsayLayoutGraph *part = g_new0 (HearsayLayoutGraph, 1);
  g_autofree guint32 *number = g_new (guint32, self->n);
  guint32 n_ends = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      number[nodes[i]] = i;
      n_ends += self->first[nodes[i] + 1] - self->first[nodes[i]];
    }
  part->n = n_nodes;
  part->first = g_new0 (guint32, n_nodes + 1);
  part->to = g_new (guint32, n_ends);
  part->length = self->length != NULL ? g_new (float, n_ends) : NULL;
  n_ends = 0;
  for (guint i = 0; i < n_nodes; i++)
    {
      for (guint32 e = self->first[nodes[i]]; e < self->first[nodes[i] + 1]; e++)
        {
          if (part->length != NULL)
            part->length[n_ends] = self->length[e];
          part->to[n_ends++] = number[self->to[e]];
        }
      part->first[i + 1] = n_ends;
    }
  return part;
}

/**
 * hearsay_layout_graph_free:
 * @self: (nullable) (transfer full): a graph
 */
void
hearsay_layout_graph_free (HearsayLayoutGraph *self)
{
  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->to);
  g_free (self->length);
  g_free (self);
}

static guint
flood (const HearsayLayoutGraph *graph,
       guint32                   from,
       guint32                   label,
       guint32                  *component,
       guint32                  *queue)
{
  guint head = 0;
  guint tail = 0;

  component[from] = label;
  queue[tail++] = from;
  while (head < tail)
    {
      guint32 node = queue[head++];

      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          if (component[graph->to[e]] == G_MAXUINT32)
            {
              component[graph->to[e]] = label;
              queue[tail++] = graph->to[e];
            }
        }
    }
  return tail;
}

/**
 * hearsay_components_find:
 *
 * Returns: (transfer full): the connected parts of @graph
 */
HearsayComponents *
hearsay_components_find (const HearsayLayoutGraph *graph)
{
  static const guint by_size[] = { 0 };
  HearsayComponents *self = g_new0 (HearsayComponents, 1);
  g_autofree guint32 *queue = g_new (guint32, graph->n);
  g_autofree guint32 *rank = NULL;
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (HearsayRow));
  guint n = 0;

  self->component = g_new (guint32, graph->n);
  self->nodes = g_new (guint32, graph->n);
  for (guint i = 0; i < graph->n; i++)
    self->component[i] = G_MAXUINT32;
  for (guint32 i = 0; i < graph->n; i++)
    {
      HearsayRow row = { { 0, n, 0, 0 } };

      if (self->component[i] != G_MAXUINT32)
        continue;
      row.field[0] = G_MAXUINT32 - flood (graph, i, n++, self->component, queue);
      g_array_append_val (sizes, row);
    }
  hearsay_rows_sort ((HearsayRow *) (gpointer) sizes->data, n, by_size, 1);
  self->n_components = n;
  self->first = g_new0 (guint32, n + 1);
  rank = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const HearsayRow *row = &g_array_index (sizes, HearsayRow, i);

      rank[row->field[1]] = i;
      self->first[i + 1] = self->first[i] + (G_MAXUINT32 - row->field[0]);
    }
  for (guint i = 0; i < n; i++)
    queue[i] = self->first[i];
  for (guint32 i = 0; i < graph->n; i++)
    {
      self->component[i] = rank[self->component[i]];
      self->nodes[queue[self->component[i]]++] = i;
    }
  return self;
}

/**
 * hearsay_components_free:
 * @self: (nullable) (transfer full): components
 */
void
hearsay_components_free (HearsayComponents *self)
{
  if (self == NULL)
    return;
  g_free (self->component);
  g_free (self->first);
  g_free (self->nodes);
  g_free (self);
}

static void
count_hops (const HearsayLayoutGraph *self,
            guint32                   from,
            float                    *distances,
            guint32                  *queue)
{
  guint head = 0;
  guint tail = 0;

  queue[tail++] = from;
  while (head < tail)
    {
      guint32 node = queue[head++];

      for (guint32 e = self->first[node]; e < self->first[node + 1]; e++)
        {
          if (distances[self->to[e]] == INFINITY)
            {
              distances[self->to[e]] = distances[node] + 1;
              queue[tail++] = self->to[e];
            }
        }
    }
}

/* Lengths differ by less than two, so a queue that takes nodes in again settles soon. */
static void
sum_lengths (const HearsayLayoutGraph *self,
             guint32                   from,
             float                    *distances,
             guint32                  *queue)
{
  g_autofree gboolean *queued = g_new0 (gboolean, self->n);
  guint head = 0;
  guint n_queued = 1;

  queue[0] = from;
  while (n_queued > 0)
    {
      guint32 node = queue[head];

      head = (head + 1) % self->n;
      n_queued--;
      queued[node] = FALSE;
      for (guint32 e = self->first[node]; e < self->first[node + 1]; e++)
        {
          guint32 next = self->to[e];
          float distance = distances[node] + self->length[e];

          if (distance >= distances[next])
            continue;
          distances[next] = distance;
          if (!queued[next])
            queue[(head + n_queued++) % self->n] = next;
          queued[next] = TRUE;
        }
    }
}

/**
 * hearsay_layout_graph_distances:
 * @distances: (out): n distances; INFINITY where there is no way
 * @queue: room for n numbers
 *
 * Shortest ways from one node.
 */
void
hearsay_layout_graph_distances (const HearsayLayoutGraph *self,
                                guint32                   from,
                                float                    *distances,
                                guint32                  *queue)
{
  for (guint i = 0; i < self->n; i++)
    distances[i] = INFINITY;
  distances[from] = 0;
  if (self->length == NULL)
    count_hops (self, from, distances, queue);
  else
    sum_lengths (self, from, distances, queue);
}
