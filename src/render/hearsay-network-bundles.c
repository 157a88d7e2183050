/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-geometry.h"

/* A way along other edges may be so much longer than the straight line. */
#define MAX_DETOUR 1.6

/* Lengths are raised to this power, so that ways take many short edges rather than few long ones. */
#define BUNDLING 2.0

/* Beyond, looking for ways would take longer than anybody waits. */
#define MAX_EDGES 12000
#define MAX_WAY 12

/* Edges between the same nodes are one way. */
typedef struct
{
  guint32 *first; /* n + 1 */
  guint32 *to;
  guint32 *edge;
} Ways;

typedef struct
{
  double cost;
  guint32 node;
} Entry;

static void
make_ways (const HearsayNetworkPainter *self,
           Ways                        *ways)
{
  g_autofree guint32 *place = NULL;

  ways->first = g_new0 (guint32, self->n_nodes + 1);
  ways->to = g_new (guint32, 2 * MAX (self->n_edges, 1));
  ways->edge = g_new (guint32, 2 * MAX (self->n_edges, 1));
  for (guint i = 0; i < self->n_edges; i++)
    {
      ways->first[self->edges[i].source + 1]++;
      ways->first[self->edges[i].target + 1]++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    ways->first[i + 1] += ways->first[i];
  place = g_memdup2 (ways->first, sizeof *place * (self->n_nodes + 1));
  for (guint i = 0; i < self->n_edges; i++)
    {
      const HearsayEdgeGeometry *edge = &self->edges[i];

      ways->to[place[edge->source]] = edge->target;
      ways->edge[place[edge->source]++] = i;
      ways->to[place[edge->target]] = edge->source;
      ways->edge[place[edge->target]++] = i;
    }
}

static double
distance (const HearsayNetworkPainter *self,
          guint32                      a,
          guint32                      b)
{
  return hypot (self->nodes[a].x - self->nodes[b].x, self->nodes[a].y - self->nodes[b].y);
}

static void
push (GArray *heap,
      Entry   entry)
{
  guint at = heap->len;

  g_array_append_val (heap, entry);
  while (at > 0 && g_array_index (heap, Entry, (at - 1) / 2).cost > entry.cost)
    {
      g_array_index (heap, Entry, at) = g_array_index (heap, Entry, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  g_array_index (heap, Entry, at) = entry;
}

static Entry
pop (GArray *heap)
{
  Entry top = g_array_index (heap, Entry, 0);
  Entry last = g_array_index (heap, Entry, heap->len - 1);
  guint at = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * at + 1 < heap->len)
    {
      guint child = 2 * at + 1;

      if (child + 1 < heap->len && g_array_index (heap, Entry, child + 1).cost < g_array_index (heap, Entry, child).cost)
        child++;
      if (g_array_index (heap, Entry, child).cost >= last.cost)
        break;
      g_array_index (heap, Entry, at) = g_array_index (heap, Entry, child);
      at = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Entry, at) = last;
  return top;
}

typedef struct
{
  double *cost;
  guint32 *before;
  guint32 *touched;
  guint n_touched;
  GArray *heap;
} Search;

/* Dijkstra's search from one end of the edge to the other along others that are
 * not bundled themselves, within the ellipse that a way of bearable length
 * cannot leave. Fills @way from target to source; returns its nodes. */
static guint
find_way (const HearsayNetworkPainter *self,
          const Ways                  *ways,
          const HearsayEdgeGeometry   *edge,
          guint32                      index,
          Search                      *search,
          guint32                      way[MAX_WAY])
{
  double straight = distance (self, edge->source, edge->target);
  guint n = 0;
  double length = 0.0;

  search->n_touched = 0;
  g_array_set_size (search->heap, 0);
  search->cost[edge->source] = 0.0;
  search->touched[search->n_touched++] = edge->source;
  push (search->heap, (Entry) { 0.0, edge->source });
  while (search->heap->len > 0)
    {
      Entry here = pop (search->heap);

      if (here.node == edge->target)
        break;
      if (here.cost > search->cost[here.node])
        continue;
      for (guint32 e = ways->first[here.node]; e < ways->first[here.node + 1]; e++)
        {
          guint32 to = ways->to[e];
          double step = distance (self, here.node, to);
          double cost = here.cost + pow (step, BUNDLING);

          if (ways->edge[e] == index || self->edges[ways->edge[e]].bundled || cost >= search->cost[to] ||
              distance (self, edge->source, to) + distance (self, to, edge->target) > MAX_DETOUR * straight)
            continue;
          if (search->cost[to] == G_MAXDOUBLE)
            search->touched[search->n_touched++] = to;
          search->cost[to] = cost;
          search->before[to] = here.node;
          push (search->heap, (Entry) { cost, to });
        }
    }
  if (search->cost[edge->target] < G_MAXDOUBLE)
    {
      guint32 at = edge->target;

      while (n < MAX_WAY)
        {
          way[n++] = at;
          if (at == edge->source)
            break;
          length += distance (self, at, search->before[at]);
          at = search->before[at];
        }
      if (at != edge->source || length > MAX_DETOUR * straight || n < 3)
        n = 0;
    }
  for (guint i = 0; i < search->n_touched; i++)
    search->cost[search->touched[i]] = G_MAXDOUBLE;
  return n;
}

static HearsayPoint
mix (HearsayPoint a,
     HearsayPoint b,
     double       t)
{
  return (HearsayPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* The Bézier curve of all nodes on the way: near them, never through them. */
static HearsayPoint
evaluate (const HearsayPoint *controls,
          guint               n,
          double              t)
{
  HearsayPoint points[MAX_WAY];

  for (guint i = 0; i < n; i++)
    points[i] = controls[i];
  for (guint left = n - 1; left > 0; left--)
    {
      for (guint i = 0; i < left; i++)
        points[i] = mix (points[i], points[i + 1], t);
    }
  return points[0];
}

static gboolean
is_inside (const HearsayNodeGeometry *node,
           HearsayPoint               point,
           double                     gap)
{
  return hearsay_node_contains (node->kind, node->half_width + gap, node->half_height + gap, point.x - node->x, point.y - node->y);
}

static void
follow_way (HearsayNetworkPainter *self,
            HearsayEdgeGeometry   *edge,
            const guint32         *way,
            guint                  n)
{
  HearsayPoint controls[MAX_WAY];
  double start = 0.0;
  double end = 1.0;

  for (guint i = 0; i < n; i++)
    controls[i] = (HearsayPoint) { self->nodes[way[n - 1 - i]].x, self->nodes[way[n - 1 - i]].y };
  while (start < 0.5 && is_inside (&self->nodes[edge->source], evaluate (controls, n, start), 4.0 * self->end_scale))
    start += 1.0 / 128.0;
  while (end > 0.5 && is_inside (&self->nodes[edge->target], evaluate (controls, n, end), 5.0 * self->end_scale))
    end -= 1.0 / 128.0;
  edge->bundled = TRUE;
  edge->box = HEARSAY_BOX_EMPTY;
  for (guint i = 0; i < HEARSAY_CURVE_POINTS; i++)
    {
      HearsayPoint p = evaluate (controls, n, start + (end - start) * i / (HEARSAY_CURVE_POINTS - 1));
      HearsayBox box = { p.x, p.y, p.x, p.y };

      edge->points[i] = p;
      hearsay_box_add (&edge->box, &box);
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const double *lengths = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;

  if (lengths[i] != lengths[j])
    return lengths[i] > lengths[j] ? -1 : 1;
  return (i > j) - (i < j);
}

/* Edge-path bundling (Wallinger, Archambault, Auber, Nöllenburg and Peltonen,
 * 2021): from the longest on, an edge follows the shortest way along other
 * edges if that is hardly longer than itself. What runs together is really
 * connected there, so bundles tell no untruth. */
void
hearsay_network_bundle_edges (HearsayNetworkPainter *self)
{
  g_autofree guint32 *order = NULL;
  g_autofree double *lengths = NULL;
  g_autofree gboolean *is_way = NULL;
  Search search = { NULL, NULL, NULL, 0, NULL };
  Ways ways;

  if (self->n_edges < 3 || self->n_edges > MAX_EDGES)
    return;
  order = g_new (guint32, self->n_edges);
  lengths = g_new (double, self->n_edges);
  is_way = g_new0 (gboolean, self->n_edges);
  make_ways (self, &ways);
  search.cost = g_new (double, self->n_nodes);
  search.before = g_new0 (guint32, self->n_nodes);
  search.touched = g_new (guint32, self->n_nodes);
  search.heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < self->n_nodes; i++)
    search.cost[i] = G_MAXDOUBLE;
  for (guint i = 0; i < self->n_edges; i++)
    {
      order[i] = i;
      lengths[i] = distance (self, self->edges[i].source, self->edges[i].target);
    }
  g_qsort_with_data (order, (gint) self->n_edges, sizeof *order, compare_lengths, lengths);
  for (guint k = 0; k < self->n_edges; k++)
    {
      HearsayEdgeGeometry *edge = &self->edges[order[k]];
      guint32 way[MAX_WAY];
      guint n;

      /* An edge that others follow stays where it is. */
      if (edge->hidden || edge->source == edge->target || is_way[order[k]])
        continue;
      n = find_way (self, &ways, edge, order[k], &search, way);
      if (n == 0)
        continue;
      for (guint i = 0; i + 1 < n; i++)
        {
          for (guint32 e = ways.first[way[i]]; e < ways.first[way[i] + 1]; e++)
            is_way[ways.edge[e]] |= ways.to[e] == way[i + 1];
        }
      follow_way (self, edge, way, n);
    }
  g_free (ways.first);
  g_free (ways.to);
  g_free (ways.edge);
  g_free (search.cost);
  g_free (search.before);
  g_free (search.touched);
  g_array_unref (search.heap);
}
