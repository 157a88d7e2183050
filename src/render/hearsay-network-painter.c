/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-geometry.h"

#define FIT_MARGIN 6.0
#define FIT_MAX_ZOOM 1.6
#define FIT_EXACTNESS 0.015
#define MAX_FIT_TRIES 9
#define SMALLEST_ZOOM 0.005

/* Where nodes alone might be spread so much more, names take up too much. */
#define CROWDED_OUT 1.8
#define NAME_HEIGHT 18.0
#define MANY_NODES 500

/* What names and nodes at the border take up, at a guess. */
#define NAMES_ACROSS 170.0
#define NAMES_DOWN 40.0

#define MIN_EDGE_REACH 6.0
#define MIN_NODE_REACH 12.0

/* Nodes may cover so much of the ground that they stand on. */
#define MAX_COVERED 0.2

/* Half the width of a node of middling size at 100 %. */
#define NODE_REACH 27.0

#define SMALLEST_NODE 0.045

/* The ground that nodes stand on, from how far they scatter: as that of a
 * rectangle evenly filled. One node that is far away changes little. */
static double
measure_ground (const HearsayPoint *positions,
                guint               n)
{
  double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!isfinite (positions[i].x) || !isfinite (positions[i].y))
        continue;
      m++;
      x += positions[i].x;
      y += positions[i].y;
      xx += positions[i].x * positions[i].x;
      yy += positions[i].y * positions[i].y;
    }
  if (m < 2)
    return 0.0;
  return 12.0 * sqrt (MAX (xx / m - x / m * (x / m), 0.0)) * sqrt (MAX (yy / m - y / m * (y / m), 0.0));
}

/* Nodes follow the zoom at half speed, so that coming closer parts them; but
 * where they are many, no further than they find room. */
static double
node_scale_at (double              zoom,
               const HearsayPoint *positions,
               guint               n)
{
  double scale = zoom < 1.0 ? MAX (pow (zoom, 0.55), 0.3) : MIN (pow (zoom, 0.35), 1.8);
  double ground = measure_ground (positions, n) * zoom * zoom;
  double room = sqrt (ground * MAX_COVERED / MAX (n, 1)) / (2.0 * NODE_REACH);

  if (n < 40 || ground <= 0.0 || zoom >= 1.0)
    return scale;
  return MAX (MIN (scale, room), MAX (MIN (scale, 0.6 * zoom), SMALLEST_NODE));
}

static void
measure_bounds (HearsayNetworkPainter *self)
{
  self->bounds = HEARSAY_BOX_EMPTY;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      HearsayBox box = hearsay_network_painter_get_node (self, i);

      hearsay_box_add (&self->bounds, &box);
      if (hearsay_network_painter_get_label (self, i, &box))
        hearsay_box_add (&self->bounds, &box);
    }
  for (guint i = 0; i < self->n_edges; i++)
    {
      if (!self->edges[i].hidden)
        hearsay_box_add (&self->bounds, &self->edges[i].box);
    }
  for (guint i = 0; i < self->n_hulls; i++)
    {
      for (guint k = 0; k < self->hulls[i].n_points; k++)
        {
          HearsayPoint point = self->hulls[i].points[k];
          HearsayBox box = { point.x, point.y, point.x, point.y };

          hearsay_box_add (&self->bounds, &box);
        }
    }
  if (self->n_nodes == 0)
    self->bounds = (HearsayBox) { 0.0 };
}

/**
 * hearsay_network_painter_new:
 * @network: a network; copied
 * @positions: one a node, in pixels at 100 %
 *
 * Decides where everything is. The result is never changed afterwards and may
 * be painted on any thread. Takes 30 ms for 2,000 nodes and 10,000 edges.
 *
 * Returns: (transfer full): a painter, with a counted reference
 */
HearsayNetworkPainter *
hearsay_network_painter_new (const HearsayNetwork               *network,
                             const HearsayPoint                 *positions,
                             const HearsayNetworkPainterOptions *options)
{
  HearsayNetworkPainter *self;

  g_return_val_if_fail (network != NULL, NULL);
  g_return_val_if_fail (positions != NULL || network->n_nodes == 0, NULL);
  g_return_val_if_fail (options != NULL && options->zoom > 0.0, NULL);

  self = g_atomic_rc_box_new0 (HearsayNetworkPainter);
  self->options = *options;
  self->directed = network->directed;
  self->is_signed = network->is_signed;
  self->node_scale = node_scale_at (options->zoom, positions, network->n_nodes);
  self->end_scale = CLAMP (self->node_scale * 1.4, 0.3, 1.0);
  hearsay_network_place_nodes (self, network, positions);
  self->options.initials = NULL;
  self->options.sizes = self->options.tints = NULL;
  hearsay_network_place_edges (self, network);
  if (options->bundled)
    hearsay_network_bundle_edges (self);
  if (options->labels)
    hearsay_network_place_labels (self);
  if (options->hulls)
    hearsay_network_place_hulls (self);
  measure_bounds (self);
  return self;
}

static double
measure_fit (const HearsayNetworkPainter *self,
             double                       width,
             double                       height)
{
  double across = MAX (self->bounds.x1 - self->bounds.x0 + 2.0 * FIT_MARGIN, 1.0);
  double down = MAX (self->bounds.y1 - self->bounds.y0 + 2.0 * FIT_MARGIN, 1.0);

  return MIN (width / across, height / down);
}

/**
 * hearsay_network_extent:
 * @positions: of @n nodes
 *
 * Returns: the box around all positions that are numbers; %HEARSAY_BOX_EMPTY where there are none
 */
HearsayBox
hearsay_network_extent (const HearsayPoint *positions,
                        guint               n)
{
  HearsayBox extent = HEARSAY_BOX_EMPTY;

  for (guint i = 0; i < n; i++)
    {
      HearsayBox box = { positions[i].x, positions[i].y, positions[i].x, positions[i].y };

      if (isfinite (positions[i].x) && isfinite (positions[i].y))
        hearsay_box_add (&extent, &box);
    }
  return extent;
}

/* About where the zoom will be, from where the nodes are: trying costs time where there are many. */
static double
guess_zoom (const HearsayPoint *positions,
            guint               n,
            double              width,
            double              height)
{
  HearsayBox extent = hearsay_network_extent (positions, n);

  if (n < 2 || extent.x1 <= extent.x0 || extent.y1 <= extent.y0)
    return 1.0;
  return CLAMP (MIN ((width - NAMES_ACROSS) / (extent.x1 - extent.x0), (height - NAMES_DOWN) / (extent.y1 - extent.y0)),
                SMALLEST_ZOOM, 1.0);
}

/* The largest drawing that finds room with all that @options ask for. */
static HearsayNetworkPainter *
fit_whole (const HearsayNetwork               *network,
           const HearsayPoint                 *positions,
           const HearsayNetworkPainterOptions *options,
           double                              width,
           double                              height)
{
  HearsayNetworkPainterOptions fitted;
  HearsayNetworkPainter *best = NULL;
  double low = 0.0;
  double high = FIT_MAX_ZOOM;
  double next = guess_zoom (positions, network->n_nodes, width, height);
  double enough = network->n_nodes > MANY_NODES ? 2.0 * FIT_EXACTNESS : 0.0;

  fitted = *options;
  for (guint i = 0; i < MAX_FIT_TRIES; i++)
    {
      HearsayNetworkPainter *tried;
      double fit;

      fitted.zoom = next;
      tried = hearsay_network_painter_new (network, positions, &fitted);
      g_return_val_if_fail (tried != NULL, NULL);
      fit = measure_fit (tried, width, height);
      if (fit >= 1.0)
        low = fitted.zoom;
      else
        high = fitted.zoom;
      if (fit >= 1.0 || best == NULL || measure_fit (best, width, height) < 1.0)
        {
          g_clear_pointer (&best, hearsay_network_painter_unref);
          best = tried;
        }
      else
        hearsay_network_painter_unref (tried);
      if (high - low < FIT_EXACTNESS * high || (fit >= 1.0 && fit < 1.0 + enough))
        break;
      /* Distances grow with the zoom and words do not: a little more than the fit says. */
      next = fit >= 1.0 ? fitted.zoom * MIN (fit, 1.6) * 0.997 : fitted.zoom * fit * (i == 0 ? 1.0 : 0.994);
      if (next <= low || next >= high)
        next = fit >= 1.0 && high >= FIT_MAX_ZOOM ? FIT_MAX_ZOOM : MAX ((low + high) / 2.0, SMALLEST_ZOOM);
      if (next < SMALLEST_ZOOM)
        break;
    }
  return best;
}

/* The largest drawing of nodes and edges, with those names that find room in it. */
static HearsayNetworkPainter *
fit_nodes (const HearsayNetwork               *network,
           const HearsayPoint                 *positions,
           const HearsayNetworkPainterOptions *options,
           double                              width,
           double                              height)
{
  HearsayNetworkPainterOptions bare = *options;
  g_autoptr (HearsayNetworkPainter) painter = NULL;
  double x;
  double y;

  bare.labels = FALSE;
  painter = fit_whole (network, positions, &bare, width, MAX (height - 2.0 * NAME_HEIGHT * options->text_scale, height / 2.0));
  x = (painter->bounds.x0 + painter->bounds.x1) / 2.0;
  y = (painter->bounds.y0 + painter->bounds.y1) / 2.0;
  bare.labels = TRUE;
  bare.zoom = painter->options.zoom;
  bare.room = (HearsayBox) { x - width / 2.0 + 2.0, y - height / 2.0 + 2.0, x + width / 2.0 - 2.0, y + height / 2.0 - 2.0 };
  return hearsay_network_painter_new (network, positions, &bare);
}

/**
 * hearsay_network_painter_new_fitted:
 * @options: its zoom is not used
 * @width: room for the drawing
 * @height: likewise
 *
 * The largest drawing, up to 160 %, that finds room. Words do not shrink with
 * the distances, so the zoom is found by trying. Where names would leave no room
 * for nodes, as in a narrow window, those that find none are left out.
 */
HearsayNetworkPainter *
hearsay_network_painter_new_fitted (const HearsayNetwork               *network,
                                    const HearsayPoint                 *positions,
                                    const HearsayNetworkPainterOptions *options,
                                    double                              width,
                                    double                              height)
{
  g_autoptr (HearsayNetworkPainter) whole = NULL;
  g_autoptr (HearsayNetworkPainter) nodes = NULL;

  g_return_val_if_fail (network != NULL && options != NULL, NULL);

  whole = fit_whole (network, positions, options, width, height);
  /* The names of many are small beside the distances. */
  if (whole == NULL || !options->labels || whole->options.zoom >= 1.0 || network->n_nodes < 2 || network->n_nodes > MANY_NODES)
    return g_steal_pointer (&whole);
  nodes = fit_nodes (network, positions, options, width, height);
  return nodes->options.zoom > CROWDED_OUT * whole->options.zoom ? g_steal_pointer (&nodes) : g_steal_pointer (&whole);
}

HearsayNetworkPainter *
hearsay_network_painter_ref (HearsayNetworkPainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HearsayNetworkPainter *self = data;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_free (self->nodes[i].name);
      g_free (self->nodes[i].initials);
    }
  for (guint i = 0; i < self->n_hulls; i++)
    g_free (self->hulls[i].points);
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->hulls);
}

/**
 * hearsay_network_painter_unref:
 *
 * May be called on any thread.
 */
void
hearsay_network_painter_unref (HearsayNetworkPainter *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

double
hearsay_network_painter_get_zoom (const HearsayNetworkPainter *self)
{
  g_return_val_if_fail (self != NULL, 1.0);

  return self->options.zoom;
}

/**
 * hearsay_network_painter_get_bounds:
 *
 * Returns: the box around everything that is painted but the selection
 */
HearsayBox
hearsay_network_painter_get_bounds (const HearsayNetworkPainter *self)
{
  g_return_val_if_fail (self != NULL, HEARSAY_BOX_EMPTY);

  return self->bounds;
}

guint
hearsay_network_painter_get_n_nodes (const HearsayNetworkPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_nodes;
}

guint
hearsay_network_painter_get_n_edges (const HearsayNetworkPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_edges;
}

/**
 * hearsay_network_painter_get_node:
 *
 * Returns: the box around the node's outline
 */
HearsayBox
hearsay_network_painter_get_node (const HearsayNetworkPainter *self,
                                  guint32                      node)
{
  const HearsayNodeGeometry *geometry;

  g_return_val_if_fail (self != NULL && node < self->n_nodes, HEARSAY_BOX_EMPTY);

  geometry = &self->nodes[node];
  return (HearsayBox) {
    geometry->x - geometry->half_width, geometry->y - geometry->half_height,
    geometry->x + geometry->half_width, geometry->y + geometry->half_height
  };
}

/**
 * hearsay_network_painter_get_label:
 * @box: (out): around the node's name
 *
 * Returns: whether the name found room; the name of an issue stands inside its node
 */
gboolean
hearsay_network_painter_get_label (const HearsayNetworkPainter *self,
                                   guint32                      node,
                                   HearsayBox                  *box)
{
  const HearsayNodeGeometry *geometry;

  g_return_val_if_fail (self != NULL && node < self->n_nodes, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);

  geometry = &self->nodes[node];
  *box = (HearsayBox) {
    geometry->label_x - geometry->label_width / 2.0, geometry->label_y - geometry->label_height / 2.0,
    geometry->label_x + geometry->label_width / 2.0, geometry->label_y + geometry->label_height / 2.0
  };
  return geometry->labelled;
}

/**
 * hearsay_network_painter_get_middle:
 * @middle: (out): of the edge's curve
 *
 * Returns: whether the edge is visible
 */
gboolean
hearsay_network_painter_get_middle (const HearsayNetworkPainter *self,
                                    guint32                      edge,
                                    HearsayPoint                *middle)
{
  g_return_val_if_fail (self != NULL && edge < self->n_edges, FALSE);
  g_return_val_if_fail (middle != NULL, FALSE);

  *middle = self->edges[edge].points[HEARSAY_CURVE_POINTS / 2];
  return !self->edges[edge].hidden;
}

static double
distance_to_stretch (HearsayPoint a,
                     HearsayPoint b,
                     double       x,
                     double       y)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0.0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0) : 0.0;

  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

static double
distance_to_edge (const HearsayEdgeGeometry *edge,
                  double                     x,
                  double                     y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < HEARSAY_CURVE_POINTS; i++)
    least = MIN (least, distance_to_stretch (edge->points[i], edge->points[i + 1], x, y));
  return least;
}

static gboolean
node_is_hit (const HearsayNodeGeometry *node,
             double                     x,
             double                     y)
{
  double dx = fabs (x - node->x);
  double dy = fabs (y - node->y);

  return dx <= MAX (node->half_width, MIN_NODE_REACH) && dy <= MAX (node->half_height, MIN_NODE_REACH);
}

/**
 * hearsay_network_painter_hit:
 *
 * Nodes lie above edges, earlier nodes above later ones; names belong to their
 * nodes. Of several edges the nearest counts.
 *
 * Returns: what is at this place
 */
HearsayNetworkHit
hearsay_network_painter_hit (const HearsayNetworkPainter *self,
                             double                       x,
                             double                       y)
{
  HearsayNetworkHit hit = { HEARSAY_HIT_NONE, 0 };
  double nearest = G_MAXDOUBLE;
  HearsayBox box;

  g_return_val_if_fail (self != NULL, hit);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (node_is_hit (&self->nodes[i], x, y))
        return (HearsayNetworkHit) { HEARSAY_HIT_NODE, i };
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (hearsay_network_painter_get_label (self, i, &box) && hearsay_box_contains (&box, x, y))
        return (HearsayNetworkHit) { HEARSAY_HIT_NODE, i };
    }
  for (guint i = 0; i < self->n_edges; i++)
    {
      const HearsayEdgeGeometry *edge = &self->edges[i];
      double reach = MAX (MIN_EDGE_REACH, edge->width / 2.0 + 2.0);
      double distance;

      if (edge->hidden || x < edge->box.x0 - reach || x > edge->box.x1 + reach ||
          y < edge->box.y0 - reach || y > edge->box.y1 + reach)
        continue;
      distance = distance_to_edge (edge, x, y);
      if (distance <= reach && distance < nearest)
        {
          nearest = distance;
          hit = (HearsayNetworkHit) { HEARSAY_HIT_EDGE, i };
        }
    }
  return hit;
}
