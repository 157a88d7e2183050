/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

/* Left between nodes on a ring. */
#define RING_GAP 12.0

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

static double
width_on_ring (const HearsayLayoutOptions *options,
               guint32                     node)
{
  if (options->sizes == NULL)
    return 2 * RING_GAP;
  return 2 * MAX (options->sizes[node].half_width, options->sizes[node].half_height) + RING_GAP;
}

/**
 * hearsay_layout_circle:
 * @positions: (out): one a node
 *
 * All nodes on a circle, in the order in which a stress layout has them around
 * its middle, so that neighbours come near each other.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_circle (const HearsayLayoutGraph    *graph,
                       const HearsayLayoutOptions  *options,
                       HearsayPoint                *positions,
                       GCancellable                *cancellable,
                       GError                     **error)
{
  HearsayLayoutOptions stress = *options;
  g_autofree HearsayPlace *places = g_new (HearsayPlace, graph->n);
  double around = 0;
  double angle = 0;
  double radius;
  HearsayPoint middle = { 0, 0 };

  stress.type = HEARSAY_LAYOUT_STRESS;
  if (!hearsay_layout_parts (graph, &stress, positions, cancellable, error))
    return FALSE;
  for (guint32 i = 0; i < graph->n; i++)
    {
      middle.x += positions[i].x / graph->n;
      middle.y += positions[i].y / graph->n;
      around += width_on_ring (options, i);
    }
  for (guint32 i = 0; i < graph->n; i++)
    places[i] = (HearsayPlace) { atan2 (positions[i].y - middle.y, positions[i].x - middle.x), i };
  qsort (places, graph->n, sizeof *places, compare_places);
  radius = graph->n > 1 ? MAX (around / (2 * G_PI), hearsay_layout_edge_length (graph->n, options->sizes)) : 0;
  for (guint p = 0; p < graph->n; p++)
    {
      double width = 2 * G_PI * width_on_ring (options, places[p].node) / around;

      positions[places[p].node] = (HearsayPoint) { radius * cos (angle + width / 2), radius * sin (angle + width / 2) };
      angle += width;
    }
  return TRUE;
}

static guint32
most_connected (const HearsayLayoutGraph *graph)
{
  guint32 best = 0;

  for (guint32 i = 1; i < graph->n; i++)
    {
      if (graph->first[i + 1] - graph->first[i] > graph->first[best + 1] - graph->first[best])
        best = i;
    }
  return best;
}

static guint32
centre_of (const HearsayLayoutGraph   *graph,
           const HearsayLayoutOptions *options)
{
  return options->centre >= 0 && (guint) options->centre < graph->n ? (guint32) options->centre : most_connected (graph);
}

/**
 * HearsayRings:
 * @ring: of each node; what cannot be reached is on the last
 * @parent: of each node, a neighbour on the ring within
 * @order: nodes from the middle outwards
 * @angle: of each node
 */
typedef struct
{
  guint n_rings;
  guint32 *ring;
  guint32 *parent;
  guint32 *order;
  double *angle;
} HearsayRings;

static void
find_rings (const HearsayLayoutGraph *graph,
            guint32                   centre,
            HearsayRings             *self)
{
  guint head = 0;
  guint tail = 0;

  for (guint i = 0; i < graph->n; i++)
    self->ring[i] = G_MAXUINT32;
  self->ring[centre] = 0;
  self->order[tail++] = self->parent[centre] = centre;
  while (head < tail)
    {
      guint32 node = self->order[head++];

      self->n_rings = self->ring[node] + 1;
      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 to = graph->to[e];

          if (self->ring[to] != G_MAXUINT32)
            continue;
          self->ring[to] = self->ring[node] + 1;
          self->parent[to] = node;
          self->order[tail++] = to;
        }
    }
  if (tail == graph->n)
    return;
  for (guint32 i = 0; i < graph->n; i++)
    {
      if (self->ring[i] != G_MAXUINT32)
        continue;
      self->ring[i] = self->n_rings;
      self->parent[i] = centre;
      self->order[tail++] = i;
    }
  self->n_rings++;
}

/* Each node gets a slice as wide as the leaves beyond it, its children share it. */
static void
share_angles (const HearsayLayoutGraph *graph,
              HearsayRings             *self)
{
  g_autofree double *leaves = g_new0 (double, graph->n);
  g_autofree double *begin = g_new0 (double, graph->n);
  g_autofree double *slice = g_new0 (double, graph->n);

  for (guint i = graph->n; i-- > 0;)
    {
      guint32 node = self->order[i];

      leaves[node] = MAX (leaves[node], 1);
      if (self->parent[node] != node)
        leaves[self->parent[node]] += leaves[node];
    }
  slice[self->order[0]] = 2 * G_PI;
  for (guint i = 0; i < graph->n; i++)
    {
      guint32 node = self->order[i];
      guint32 parent = self->parent[node];

      if (parent != node)
        {
          slice[node] = slice[parent] * leaves[node] / leaves[parent];
          /* The parent's begin moves on as its children take their slices. */
          self->angle[node] = begin[parent] + slice[node] / 2;
          begin[node] = begin[parent];
          begin[parent] += slice[node];
        }
    }
}

/* One ring: the order by angle stays, the spacing follows the widths where slices are too narrow. */
static double
place_ring (const HearsayLayoutOptions *options,
            const HearsayRings         *rings,
            HearsayPlace               *places,
            guint                       n,
            double                      radius,
            HearsayPoint               *positions)
{
  double around = 0;
  double angle;

  for (guint p = 0; p < n; p++)
    around += width_on_ring (options, places[p].node);
  radius = MAX (radius, around / (2 * G_PI));
  qsort (places, n, sizeof *places, compare_places);
  angle = n > 0 ? places[0].key : 0;
  for (guint p = 0; p < n; p++)
    {
      double needed = p > 0 ? (width_on_ring (options, places[p - 1].node) + width_on_ring (options, places[p].node)) / (2 * radius) : 0;
      double rest = 0;

      /* Never so far that those after it would come around to the first. */
      for (guint q = p + 1; q < n && n < 400; q++)
        rest += width_on_ring (options, places[q].node) / radius;
      angle = MAX (angle + needed, MIN (places[p].key, places[0].key + 2 * G_PI - rest - needed));
      positions[places[p].node] = (HearsayPoint) { radius * cos (angle), radius * sin (angle) };
    }
  return radius;
}

/**
 * hearsay_layout_radial:
 * @positions: (out): one a node
 *
 * Rings around one node: a node's ring is its number of steps from the middle,
 * its angle lies with the node it is reached through.
 */
void
hearsay_layout_radial (const HearsayLayoutGraph   *graph,
                       const HearsayLayoutOptions *options,
                       HearsayPoint               *positions)
{
  double length = hearsay_layout_edge_length (graph->n, options->sizes);
  g_autofree guint32 *ring = g_new (guint32, graph->n);
  g_autofree guint32 *parent = g_new (guint32, graph->n);
  g_autofree guint32 *order = g_new (guint32, graph->n);
  g_autofree double *angle = g_new0 (double, graph->n);
  g_autofree HearsayPlace *places = g_new (HearsayPlace, graph->n);
  HearsayRings rings = { 0, ring, parent, order, angle };
  double radius = 0;
  guint first = 1;

  find_rings (graph, centre_of (graph, options), &rings);
  share_angles (graph, &rings);
  positions[order[0]] = (HearsayPoint) { 0, 0 };
  for (guint r = 1; r < rings.n_rings; r++)
    {
      guint n = 0;

      for (; first + n < graph->n && ring[order[first + n]] == r; n++)
        places[n] = (HearsayPlace) { angle[order[first + n]], order[first + n] };
      radius = place_ring (options, &rings, places, n, radius + length, positions);
      first += n;
    }
}
