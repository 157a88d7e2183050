/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-geometry.h"
#include "render/hearsay-shapes.h"

/* Between outline and edge, at 100 %. */
#define GAP_START 4.0
#define GAP_END 5.0
#define DETOUR_ROOM 6.0

/* Above so many pairs of edge and node, edges take no detours. */
#define MAX_DETOUR_PAIRS 3000000

/* How far apart parallel edges bend, at the middle. */
#define PARALLEL_STEP 30.0

typedef struct
{
  HearsayPoint from;
  HearsayPoint control;
  HearsayPoint to;
} Quadratic;

static HearsayPoint
mix (HearsayPoint a,
     HearsayPoint b,
     double       t)
{
  return (HearsayPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

static HearsayPoint
evaluate (const Quadratic *curve,
          double           t)
{
  return mix (mix (curve->from, curve->control, t), mix (curve->control, curve->to, t), t);
}

/* @bend: of the middle, to the left of the way from @from to @to. */
static Quadratic
make_curve (HearsayPoint from,
            HearsayPoint to,
            double       bend)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double length = hypot (dx, dy);
  HearsayPoint middle = mix (from, to, 0.5);

  if (length > 1e-9)
    {
      middle.x += dy / length * 2.0 * bend;
      middle.y -= dx / length * 2.0 * bend;
    }
  return (Quadratic) { from, middle, to };
}

static gboolean
is_inside (const HearsayNodeGeometry *node,
           HearsayPoint               point,
           double                     gap)
{
  return hearsay_node_contains (node->kind, node->half_width + gap, node->half_height + gap,
                                point.x - node->x, point.y - node->y);
}

/* Where the curve leaves @node for good, going from @t by @step. */
static double
find_exit (const Quadratic           *curve,
           const HearsayNodeGeometry *node,
           double                     gap,
           double                     t,
           double                     step)
{
  double inside = t;
  double outside = t;

  for (guint i = 0; i < 64 && is_inside (node, evaluate (curve, outside), gap); i++)
    {
      inside = outside;
      outside += step;
    }
  for (guint i = 0; i < 10; i++)
    {
      double half = (inside + outside) / 2.0;

      if (is_inside (node, evaluate (curve, half), gap))
        inside = half;
      else
        outside = half;
    }
  return outside;
}

static void
set_curve (HearsayEdgeGeometry *edge,
           const HearsayPoint   curve[4])
{
  edge->box = HEARSAY_BOX_EMPTY;
  for (guint i = 0; i < 4; i++)
    edge->curve[i] = curve[i];
  for (guint i = 0; i < HEARSAY_CURVE_POINTS; i++)
    {
      double t = (double) i / (HEARSAY_CURVE_POINTS - 1);
      HearsayPoint a = mix (mix (curve[0], curve[1], t), mix (curve[1], curve[2], t), t);
      HearsayPoint b = mix (mix (curve[1], curve[2], t), mix (curve[2], curve[3], t), t);
      HearsayPoint p = mix (a, b, t);
      HearsayBox box = { p.x, p.y, p.x, p.y };

      edge->points[i] = p;
      hearsay_box_add (&edge->box, &box);
    }
}

/* The stretch of @curve between the outlines of both nodes, as a cubic. */
static void
cut_to_outlines (const HearsayNetworkPainter *self,
                 HearsayEdgeGeometry         *edge,
                 const Quadratic             *curve)
{
  double start = find_exit (curve, &self->nodes[edge->source], GAP_START * self->end_scale, 0.0, 1.0 / 64.0);
  double end = find_exit (curve, &self->nodes[edge->target], GAP_END * self->end_scale, 1.0, -1.0 / 64.0);
  HearsayPoint a = evaluate (curve, start);
  HearsayPoint b = evaluate (curve, end);
  HearsayPoint control = mix (mix (curve->from, curve->control, start), mix (curve->control, curve->to, start), end);
  HearsayPoint cubic[4] = { a, mix (a, control, 2.0 / 3.0), mix (b, control, 2.0 / 3.0), b };

  edge->hidden = start >= end || hypot (a.x - b.x, a.y - b.y) < 3.0 * self->end_scale;
  set_curve (edge, cubic);
}

static void
make_loop (const HearsayNetworkPainter *self,
           HearsayEdgeGeometry         *edge)
{
  const HearsayNodeGeometry *node = &self->nodes[edge->source];
  double x = node->half_width * 0.55;
  double y = node->half_height * 0.8 + GAP_END;
  double reach = node->half_height + 42.0 * self->node_scale;
  HearsayPoint cubic[4] = {
    { node->x - x, node->y - y }, { node->x - 2.2 * x, node->y - y - reach },
    { node->x + 2.2 * x, node->y - y - reach }, { node->x + x, node->y - y },
  };

  set_curve (edge, cubic);
}

static guint
count_nodes_in_the_way (const HearsayNetworkPainter *self,
                        const HearsayEdgeGeometry   *edge)
{
  guint n = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const HearsayNodeGeometry *node = &self->nodes[i];
      double reach_x = node->half_width + DETOUR_ROOM;
      double reach_y = node->half_height + DETOUR_ROOM;

      if (i == edge->source || i == edge->target ||
          node->x + reach_x < edge->box.x0 || node->x - reach_x > edge->box.x1 ||
          node->y + reach_y < edge->box.y0 || node->y - reach_y > edge->box.y1)
        continue;
      for (guint k = 1; k + 1 < HEARSAY_CURVE_POINTS; k++)
        {
          HearsayPoint half = mix (edge->points[k], edge->points[k + 1], 0.5);

          if (is_inside (node, edge->points[k], DETOUR_ROOM) || is_inside (node, half, DETOUR_ROOM))
            {
              n++;
              break;
            }
        }
    }
  return n;
}

/* The slightest bend that passes no foreign node, or as few as possible. */
static void
route (const HearsayNetworkPainter *self,
       HearsayEdgeGeometry         *edge,
       HearsayPoint                 from,
       HearsayPoint                 to,
       double                       bend,
       gboolean                     detours)
{
  static const double factors[] = { 1.0, -1.0, 2.2, -2.2, 3.6, -3.6, 5.2, -5.2 };
  double base = fabs (bend) > 1.0 ? bend : 10.0;
  guint fewest = G_MAXUINT;
  HearsayEdgeGeometry best;

  for (guint i = 0; i < (detours ? G_N_ELEMENTS (factors) : 1); i++)
    {
      Quadratic curve = make_curve (from, to, i == 0 ? bend : base * factors[i]);
      guint n;

      cut_to_outlines (self, edge, &curve);
      n = detours && !edge->hidden ? count_nodes_in_the_way (self, edge) : 0;
      if (n < fewest)
        {
          best = *edge;
          fewest = n;
        }
      if (n == 0)
        break;
    }
  *edge = best;
}

/* One end of an edge at a pill, for spreading along its side. */
typedef struct
{
  guint32 edge;
  guint32 node;
  int side;
  double other_x;
} PillEnd;

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const PillEnd *first = a;
  const PillEnd *second = b;

  if (first->node != second->node)
    return first->node < second->node ? -1 : 1;
  if (first->side != second->side)
    return first->side - second->side;
  if (first->other_x != second->other_x)
    return first->other_x < second->other_x ? -1 : 1;
  return first->edge < second->edge ? -1 : first->edge > second->edge;
}

static void
collect_pill_ends (const HearsayNetworkPainter *self,
                   GArray                      *ends)
{
  for (guint32 i = 0; i < self->n_edges; i++)
    {
      const HearsayEdgeGeometry *edge = &self->edges[i];

      for (guint way = 0; way < 2; way++)
        {
          guint32 at = way == 0 ? edge->source : edge->target;
          const HearsayNodeGeometry *node = &self->nodes[at];
          const HearsayNodeGeometry *other = &self->nodes[way == 0 ? edge->target : edge->source];
          double dy = other->y - node->y;
          PillEnd end = { i, at, dy < 0.0 ? -1 : 1, other->x };

          if (node->kind == HEARSAY_NODE_ISSUE && edge->source != edge->target &&
              fabs (dy) > node->half_height * 1.6)
            g_array_append_val (ends, end);
        }
    }
  g_array_sort (ends, compare_ends);
}

/* Moves the point that edges aim at along the pill: evenly, in the order the
 * other ends stand, so that they do not cross. */
static void
spread_pill_ends (const HearsayNetworkPainter *self,
                  double                      *shifts)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (PillEnd));

  collect_pill_ends (self, ends);
  for (guint i = 0; i < ends->len;)
    {
      const PillEnd *first = &g_array_index (ends, PillEnd, i);
      const HearsayNodeGeometry *node = &self->nodes[first->node];
      double room = MAX (node->half_width - node->half_height, 1.0);
      guint n = 1;
      double step;

      while (i + n < ends->len && g_array_index (ends, PillEnd, i + n).node == first->node &&
             g_array_index (ends, PillEnd, i + n).side == first->side)
        n++;
      step = n > 1 ? MIN (30.0, 2.0 * room / (n - 1)) : 0.0;
      for (guint k = 0; k < n; k++)
        {
          const PillEnd *end = &g_array_index (ends, PillEnd, i + k);
          double natural = CLAMP ((end->other_x - node->x) * 0.3, -room, room);
          double shift = n > 1 ? (k - (n - 1) / 2.0) * step : natural;

          shifts[2 * end->edge + (self->edges[end->edge].source == end->node ? 0 : 1)] = shift;
        }
      i += n;
    }
}

typedef struct
{
  guint32 low;
  guint32 high;
  guint32 edge;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->low != second->low)
    return first->low < second->low ? -1 : 1;
  if (first->high != second->high)
    return first->high < second->high ? -1 : 1;
  return first->edge < second->edge ? -1 : first->edge > second->edge;
}

static Pair *
sort_pairs (const HearsayNetworkPainter *self)
{
  Pair *pairs = g_new (Pair, MAX (self->n_edges, 1));

  for (guint32 i = 0; i < self->n_edges; i++)
    pairs[i] = (Pair) {
      MIN (self->edges[i].source, self->edges[i].target), MAX (self->edges[i].source, self->edges[i].target), i
    };
  if (self->n_edges > 1)
    qsort (pairs, self->n_edges, sizeof (Pair), compare_pairs);
  return pairs;
}

/* @place: of @n edges between the same two nodes. */
static double
choose_bend (const HearsayNetworkPainter *self,
             const HearsayEdgeGeometry   *edge,
             guint                        place,
             guint                        n)
{
  const HearsayNodeGeometry *from = &self->nodes[edge->source];
  const HearsayNodeGeometry *to = &self->nodes[edge->target];
  double length = hypot (to->x - from->x, to->y - from->y);
  double bend;

  if (n == 1)
    return MIN (length * 0.065, 26.0);
  bend = (place - (n - 1) / 2.0) * MIN (PARALLEL_STEP, length * 0.18);
  return edge->source < edge->target ? bend : -bend;
}

static void
copy_edges (HearsayNetworkPainter *self,
            const HearsayNetwork  *network)
{
  self->edges = g_new0 (HearsayEdgeGeometry, MAX (network->n_edges, 1));
  self->n_edges = network->n_edges;
  for (guint i = 0; i < network->n_edges; i++)
    {
      HearsayEdgeGeometry *edge = &self->edges[i];
      double n = network->type == HEARSAY_NETWORK_FACTS ? network->edges[i].weight : MAX (network->edges[i].n_statements, 1);

      edge->source = network->edges[i].source;
      edge->target = network->edges[i].target;
      edge->position = network->edges[i].position;
      edge->kind = network->edges[i].kind;
      edge->n_statements = network->type == HEARSAY_NETWORK_FACTS ? (guint32) n : network->edges[i].n_statements;
      edge->width = MIN (1.4 + 0.95 * n, 11.0) * CLAMP (self->node_scale * 1.1, 0.25, 1.0);
    }
}

/* Curves from outline to outline; parallel ones bend apart, all of them
 * around foreign nodes where there is a way. O(e log e), and e × n bounding
 * boxes while that stays small. */
void
hearsay_network_place_edges (HearsayNetworkPainter *self,
                             const HearsayNetwork  *network)
{
  g_autofree Pair *pairs = NULL;
  g_autofree double *shifts = g_new0 (double, 2 * MAX (network->n_edges, 1));
  gboolean detours = (guint64) network->n_edges * network->n_nodes <= MAX_DETOUR_PAIRS;

  copy_edges (self, network);
  pairs = sort_pairs (self);
  spread_pill_ends (self, shifts);
  for (guint i = 0; i < self->n_edges;)
    {
      guint n = 1;

      while (i + n < self->n_edges && pairs[i + n].low == pairs[i].low && pairs[i + n].high == pairs[i].high)
        n++;
      for (guint k = 0; k < n; k++)
        {
          HearsayEdgeGeometry *edge = &self->edges[pairs[i + k].edge];
          HearsayPoint from = { self->nodes[edge->source].x + shifts[2 * pairs[i + k].edge], self->nodes[edge->source].y };
          HearsayPoint to = { self->nodes[edge->target].x + shifts[2 * pairs[i + k].edge + 1], self->nodes[edge->target].y };

          if (edge->source == edge->target)
            make_loop (self, edge);
          else
            {
              double length = MAX (hypot (to.x - from.x, to.y - from.y), 1.0);
              double bend = choose_bend (self, edge, k, n);

              edge->bend = bend / length;
              route (self, edge, from, to, bend, detours && n == 1);
            }
        }
      i += n;
    }
}

/* Lets an edge follow one of its nodes that has been moved, without looking for a better way. */
void
hearsay_network_bend_edge (const HearsayNetworkPainter *self,
                           HearsayEdgeGeometry         *edge)
{
  HearsayPoint from = { self->nodes[edge->source].x, self->nodes[edge->source].y };
  HearsayPoint to = { self->nodes[edge->target].x, self->nodes[edge->target].y };
  Quadratic curve = make_curve (from, to, edge->bend * hypot (to.x - from.x, to.y - from.y));

  edge->bundled = FALSE;
  edge->hidden = FALSE;
  if (edge->source == edge->target)
    make_loop (self, edge);
  else
    cut_to_outlines (self, edge, &curve);
}
