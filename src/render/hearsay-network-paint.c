/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "network/hearsay-workers.h"
#include "render/hearsay-network-paint-private.h"
#include "render/hearsay-shapes.h"

#define EDGE_ALPHA 0.74

/* More are painted by several threads, each on some of the rows. */
#define MANY_EDGES 1500
#define MAX_THREADS 4
#define N_BANDS 8

#define RING_GAP 3.5
#define RING_WIDTH 3.0

static void
paint_hulls (const HearsayNetworkPaint *paint)
{
  for (guint i = 0; i < paint->self->n_hulls; i++)
    {
      const HearsayHullGeometry *hull = &paint->self->hulls[i];

      cairo_new_path (paint->cr);
      for (guint k = 0; k < hull->n_points; k++)
        cairo_line_to (paint->cr, hull->points[k].x, hull->points[k].y);
      cairo_close_path (paint->cr);
      hearsay_set_source_colour (paint->cr, hearsay_palette_hull (paint->look->style, hull->community));
      cairo_fill (paint->cr);
    }
}

/* Whether what is not lit fades. */
static gboolean
has_lit (const HearsayNetworkPaint *paint)
{
  return paint->look->selected.kind != HEARSAY_HIT_NONE || paint->look->lit_edges != NULL;
}

static gboolean
is_lifted (const HearsayNetworkPaint *paint,
           guint32                    node)
{
  return paint->look->lifted == node + 1;
}

static gboolean
edge_is_lit (const HearsayNetworkPaint *paint,
             guint32      edge)
{
  const HearsayEdgeGeometry *geometry = &paint->self->edges[edge];

  if (paint->look->lit_edges != NULL)
    return paint->look->lit_edges[edge];
  switch (paint->look->selected.kind)
    {
    case HEARSAY_HIT_NODE:
      return geometry->source == paint->look->selected.index || geometry->target == paint->look->selected.index;
    case HEARSAY_HIT_EDGE:
      return edge == paint->look->selected.index;
    case HEARSAY_HIT_NONE:
    default:
      return TRUE;
    }
}

static gboolean *
find_lit_nodes (const HearsayNetworkPaint *paint)
{
  gboolean *lit = g_new0 (gboolean, MAX (paint->self->n_nodes, 1));

  if (paint->look->lit_nodes != NULL)
    {
      for (guint i = 0; i < paint->self->n_nodes; i++)
        lit[i] = paint->look->lit_nodes[i];
      return lit;
    }
  for (guint i = 0; i < paint->self->n_nodes; i++)
    lit[i] = paint->look->selected.kind == HEARSAY_HIT_NONE ||
             (paint->look->selected.kind == HEARSAY_HIT_NODE && paint->look->selected.index == i);
  for (guint i = 0; i < paint->self->n_edges; i++)
    {
      if (!edge_is_lit (paint, i))
        continue;
      lit[paint->self->edges[i].source] = TRUE;
      lit[paint->self->edges[i].target] = TRUE;
    }
  return lit;
}

static gboolean
edge_is_marked (const HearsayNetworkPaint *paint,
                guint32      edge)
{
  if (paint->look->selected.kind == HEARSAY_HIT_EDGE)
    return paint->look->selected.index == edge;
  return paint->look->selected.kind == HEARSAY_HIT_NONE && paint->look->marked_edges != NULL &&
         paint->look->marked_edges[edge];
}

static gboolean
node_is_ringed (const HearsayNetworkPaint *paint,
                guint32      node)
{
  const HearsayNetworkHit *selected = &paint->look->selected;

  if (paint->look->ringed != NULL)
    return paint->look->ringed[node];
  if (selected->kind == HEARSAY_HIT_NODE)
    return selected->index == node;
  return selected->kind == HEARSAY_HIT_EDGE &&
         (paint->self->edges[selected->index].source == node || paint->self->edges[selected->index].target == node);
}

typedef struct
{
  const HearsayNetworkPaint *paint;
  gboolean lit;
} Layer;

static void
paint_edges_in (const HearsayNetworkPaint *paint,
                gboolean                   lit)
{
  const HearsayNetworkPainter *self = paint->self;
  double alpha = has_lit (paint) && lit ? 1.0 : EDGE_ALPHA;

  for (guint i = 0; i < self->n_edges; i++)
    {
      gboolean marked = edge_is_marked (paint, i);

      if (edge_is_lit (paint, i) == lit && !is_lifted (paint, self->edges[i].source) && !is_lifted (paint, self->edges[i].target))
        hearsay_network_paint_edge (paint, &self->edges[i], marked ? 1.0 : alpha, marked);
    }
}

static void
paint_bands (gpointer data,
             guint    first,
             guint    last)
{
  const Layer *layer = data;

  for (guint i = first; i < last; i++)
    {
      HearsayNetworkPaint band = *layer->paint;

      band.raster = hearsay_raster_new_band (layer->paint->raster, i, N_BANDS);
      hearsay_raster_rows (band.raster, &band.clip.y0, &band.clip.y1);
      paint_edges_in (&band, layer->lit);
      hearsay_raster_free (band.raster);
    }
}

static void
paint_edges (HearsayNetworkPaint *paint,
             gboolean             lit)
{
  paint->raster = hearsay_raster_new (paint->cr);
  if (paint->raster != NULL && paint->self->n_edges > MANY_EDGES)
    {
      g_autoptr (HearsayWorkers) workers = hearsay_workers_new (MIN (g_get_num_processors (), MAX_THREADS));
      Layer layer = { paint, lit };

      hearsay_workers_run (workers, 0, N_BANDS, 1, paint_bands, &layer);
    }
  else
    paint_edges_in (paint, lit);
  g_clear_pointer (&paint->raster, hearsay_raster_free);
}

static void
paint_nodes (HearsayNetworkPaint *paint,
             const gboolean      *lit_nodes,
             gboolean             lit)
{
  const HearsayNetworkPainter *self = paint->self;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (lit_nodes[i] == lit && node_is_ringed (paint, i) && !is_lifted (paint, i))
        hearsay_network_paint_ring (paint, &self->nodes[i], RING_GAP, RING_WIDTH, 1.0);
    }
  paint->raster = hearsay_raster_new (paint->cr);
  /* The most important come last, on top. */
  for (guint i = self->n_nodes; i-- > 0;)
    {
      if (lit_nodes[i] == lit && !is_lifted (paint, i))
        hearsay_network_paint_node (paint, &self->nodes[i]);
    }
  g_clear_pointer (&paint->raster, hearsay_raster_free);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (lit_nodes[i] == lit && paint->look->pinned != NULL && paint->look->pinned[i] && !is_lifted (paint, i))
        hearsay_pin_draw (paint->cr, paint->look->style, self->nodes[i].x + self->nodes[i].half_width * 0.8,
                          self->nodes[i].y - self->nodes[i].half_height * 0.85);
    }
}

/* A name without room of its own stands on a card, so that it is never mixed
 * with another one. */
static void
paint_card_label (const HearsayNetworkPaint               *paint,
                  const HearsayNodeGeometry *node)
{
  HearsayTextLook look = hearsay_network_label_look (paint->self, TRUE);
  double width;
  double height;

  hearsay_text_measure (node->name, &look, &width, &height);
  cairo_new_path (paint->cr);
  hearsay_rounded_rectangle (paint->cr, node->label_x - width / 2.0 - 7.0, node->label_y - height / 2.0 - 3.0,
                             width + 14.0, height + 6.0, 6.0);
  hearsay_set_source_colour (paint->cr, hearsay_palette_role (paint->look->style, HEARSAY_ROLE_CANVAS_CARD));
  cairo_fill_preserve (paint->cr);
  cairo_set_line_width (paint->cr, 1.0);
  hearsay_set_source_colour (paint->cr, hearsay_palette_role (paint->look->style, HEARSAY_ROLE_LINE));
  cairo_stroke (paint->cr);
  hearsay_text_draw (paint->cr, node->name, &look, HEARSAY_TEXT_MIDDLE, node->label_x, node->label_y,
                     hearsay_palette_role (paint->look->style, HEARSAY_ROLE_TEXT));
}

/* What is lit or what is faded: edges, then nodes, then names. */
static void
paint_layer (HearsayNetworkPaint *paint,
             const gboolean      *lit_nodes,
             gboolean             lit)
{
  const HearsayNetworkPainter *self = paint->self;

  paint_edges (paint, lit);
  paint_nodes (paint, lit_nodes, lit);
  paint->raster = hearsay_raster_new (paint->cr);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (lit_nodes[i] == lit && self->nodes[i].labelled && !is_lifted (paint, i))
        hearsay_network_paint_label (paint, &self->nodes[i], self->nodes[i].bold);
    }
  g_clear_pointer (&paint->raster, hearsay_raster_free);
  /* What is selected always has its name. */
  if (lit && paint->look->selected.kind == HEARSAY_HIT_NODE && self->options.labels)
    {
      const HearsayNodeGeometry *node = &self->nodes[paint->look->selected.index];

      if (!node->labelled && node->kind != HEARSAY_NODE_ISSUE && *node->name != '\0' && !is_lifted (paint, paint->look->selected.index))
        paint_card_label (paint, node);
    }
}

static void
paint_count (const HearsayNetworkPaint *paint,
             guint32      index)
{
  const HearsayEdgeGeometry *edge = &paint->self->edges[index];
  HearsayPoint middle = edge->points[HEARSAY_CURVE_POINTS / 2];
  HearsayTextLook look = { .size = 12.5 * paint->self->options.text_scale, .weight = 700 };
  double width;
  char count[16];

  if (edge->hidden)
    return;
  g_snprintf (count, sizeof count, "%u", edge->n_statements);
  hearsay_text_measure (count, &look, &width, NULL);
  width = MAX (width + 18.0, 28.0);
  cairo_new_path (paint->cr);
  hearsay_rounded_rectangle (paint->cr, middle.x - width / 2.0, middle.y - 11.0, width, 22.0, 11.0);
  hearsay_set_source_colour (paint->cr, hearsay_palette_role (paint->look->style, HEARSAY_ROLE_CANVAS_CARD));
  cairo_fill_preserve (paint->cr);
  cairo_set_line_width (paint->cr, 1.5);
  hearsay_set_source_colour (paint->cr, hearsay_network_paint_edge_colour (paint, edge));
  cairo_stroke (paint->cr);
  hearsay_text_draw (paint->cr, count, &look, HEARSAY_TEXT_MIDDLE, middle.x, middle.y,
                     hearsay_palette_role (paint->look->style, HEARSAY_ROLE_TEXT));
}

static HearsayNetworkPaint
start_paint (const HearsayNetworkPainter *self,
             cairo_t                     *cr,
             const HearsayNetworkLook    *look)
{
  HearsayNetworkPaint paint = { self, cr, look, { 0 }, NULL };

  cairo_clip_extents (cr, &paint.clip.x0, &paint.clip.y0, &paint.clip.x1, &paint.clip.y1);
  return paint;
}

/**
 * hearsay_network_painter_paint:
 * @cr: in the painter's own coordinates: pixels at its zoom, around the layout's origin
 *
 * Paints everything within the clip. The ground itself is the caller's.
 */
void
hearsay_network_painter_paint (const HearsayNetworkPainter *self,
                               cairo_t                     *cr,
                               const HearsayNetworkLook    *look)
{
  g_autofree gboolean *lit = NULL;
  HearsayNetworkPaint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  paint = start_paint (self, cr, look);
  paint_hulls (&paint);
  lit = find_lit_nodes (&paint);
  if (has_lit (&paint))
    {
      paint_layer (&paint, lit, FALSE);
      hearsay_set_source_colour (cr, hearsay_colour_with_alpha (look->ground, look->style == HEARSAY_STYLE_DARK ? 0.5 : 0.4));
      cairo_paint (cr);
    }
  paint_layer (&paint, lit, TRUE);
  if (look->selected.kind == HEARSAY_HIT_EDGE)
    paint_count (&paint, look->selected.index);
  cairo_restore (cr);
}

/**
 * hearsay_network_painter_paint_hover:
 *
 * Paints what changes while the pointer rests on @hover, over the drawing.
 */
void
hearsay_network_painter_paint_hover (const HearsayNetworkPainter *self,
                                     cairo_t                     *cr,
                                     const HearsayNetworkLook    *look,
                                     HearsayNetworkHit            hover)
{
  HearsayNetworkPaint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  paint = start_paint (self, cr, look);
  if (hover.kind == HEARSAY_HIT_EDGE && hover.index < self->n_edges)
    {
      hearsay_network_paint_edge (&paint, &self->edges[hover.index], 1.0, TRUE);
      hearsay_network_paint_node (&paint, &self->nodes[self->edges[hover.index].source]);
      hearsay_network_paint_node (&paint, &self->nodes[self->edges[hover.index].target]);
      paint_count (&paint, hover.index);
    }
  else if (hover.kind == HEARSAY_HIT_NODE && hover.index < self->n_nodes)
    {
      const HearsayNodeGeometry *node = &self->nodes[hover.index];

      hearsay_network_paint_ring (&paint, node, 2.0, 2.0, 0.6);
      if (node->kind != HEARSAY_NODE_ISSUE && node->labelled)
        hearsay_network_paint_label (&paint, node, FALSE);
      else if (node->kind != HEARSAY_NODE_ISSUE && *node->name != '\0')
        paint_card_label (&paint, node);
    }
  cairo_restore (cr);
}

/**
 * hearsay_network_painter_paint_focus:
 *
 * Paints the outline of what the keyboard is at.
 */
void
hearsay_network_painter_paint_focus (const HearsayNetworkPainter *self,
                                     cairo_t                     *cr,
                                     const HearsayNetworkLook    *look,
                                     HearsayNetworkHit            focus)
{
  HearsayNetworkPaint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  paint = start_paint (self, cr, look);
  if (focus.kind == HEARSAY_HIT_EDGE && focus.index < self->n_edges)
    hearsay_network_paint_edge (&paint, &self->edges[focus.index], 1.0, TRUE);
  else if (focus.kind == HEARSAY_HIT_NODE && focus.index < self->n_nodes)
    hearsay_network_paint_ring (&paint, &self->nodes[focus.index], 2.0, 2.0, 0.5);
  cairo_restore (cr);
}

/**
 * hearsay_network_painter_paint_lifted:
 * @node: that is being dragged
 * @x: where its centre is now
 *
 * Paints the node and its edges, which follow it at once, over a drawing that
 * was painted without them.
 */
void
hearsay_network_painter_paint_lifted (const HearsayNetworkPainter *self,
                                      cairo_t                     *cr,
                                      const HearsayNetworkLook    *look,
                                      guint32                      node,
                                      double                       x,
                                      double                       y)
{
  HearsayNetworkPainter moved;
  HearsayNetworkPaint paint;
  HearsayNodeGeometry *lifted;

  g_return_if_fail (self != NULL && node < self->n_nodes);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  moved = *self;
  moved.nodes = g_memdup2 (self->nodes, sizeof *self->nodes * self->n_nodes);
  lifted = &moved.nodes[node];
  lifted->label_x += x - lifted->x;
  lifted->label_y += y - lifted->y;
  lifted->x = x;
  lifted->y = y;
  cairo_save (cr);
  paint = start_paint (&moved, cr, look);
  for (guint i = 0; i < self->n_edges; i++)
    {
      HearsayEdgeGeometry edge;

      if (self->edges[i].source != node && self->edges[i].target != node)
        continue;
      edge = self->edges[i];
      hearsay_network_bend_edge (&moved, &edge);
      hearsay_network_paint_edge (&paint, &edge, 1.0, FALSE);
      hearsay_network_paint_node (&paint, &moved.nodes[edge.source == node ? edge.target : edge.source]);
    }
  hearsay_network_paint_ring (&paint, lifted, RING_GAP, RING_WIDTH, 0.6);
  hearsay_network_paint_node (&paint, lifted);
  hearsay_pin_draw (cr, look->style, lifted->x + lifted->half_width * 0.8, lifted->y - lifted->half_height * 0.85);
  if (lifted->labelled)
    hearsay_network_paint_label (&paint, lifted, TRUE);
  cairo_restore (cr);
  g_free (moved.nodes);
}
