/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-geometry.h"
#include "render/hearsay-shapes.h"

#define EDGE_ALPHA 0.74
#define HALO_EXTRA 11.0
#define HALO_ALPHA 0.28
#define RING_GAP 3.5
#define RING_WIDTH 3.0

typedef struct
{
  const HearsayNetworkPainter *self;
  cairo_t *cr;
  const HearsayNetworkLook *look;
  HearsayBox clip;
} Paint;

/* How an edge is painted; without stances all are plain grey lines. */
typedef struct
{
  HearsayColour colour;
  gboolean dashed;
  gboolean start;
  gboolean end;
} EdgeLook;

static EdgeLook
choose_edge_look (const HearsayNetworkPainter *self,
                  const HearsayEdgeGeometry   *edge,
                  HearsayStyle                 style)
{
  EdgeLook look = { hearsay_palette_stance (style, edge->position, HEARSAY_STANCE_MARK), self->is_signed, FALSE, FALSE };

  if (!self->is_signed)
    look.colour = hearsay_palette_stance (style, HEARSAY_POSITION_NEUTRAL, HEARSAY_STANCE_MARK);
  if (self->directed)
    look.end = self->options.arrows;
  else if (self->is_signed && edge->position == HEARSAY_POSITION_OPPOSE)
    look.start = look.end = self->options.arrows;
  return look;
}

static gboolean
in_clip (const Paint      *paint,
         const HearsayBox *box,
         double            room)
{
  return box->x1 + room >= paint->clip.x0 && box->x0 - room <= paint->clip.x1 &&
         box->y1 + room >= paint->clip.y0 && box->y0 - room <= paint->clip.y1;
}

static double
end_angle (const HearsayEdgeGeometry *edge,
           double                     back)
{
  HearsayPoint tip = edge->curve[3];

  /* The arrow follows the stretch it covers, not the tangent at its tip. */
  for (guint i = HEARSAY_CURVE_POINTS - 1; i-- > 0;)
    {
      HearsayPoint p = edge->points[i];

      if (hypot (tip.x - p.x, tip.y - p.y) >= back)
        return atan2 (tip.y - p.y, tip.x - p.x);
    }
  return atan2 (tip.y - edge->curve[2].y, tip.x - edge->curve[2].x);
}

/* The curve from 0 to @t, by de Casteljau's halving. */
static void
curve_path (cairo_t            *cr,
            const HearsayPoint  c[4],
            double              t)
{
  HearsayPoint a = { c[0].x + (c[1].x - c[0].x) * t, c[0].y + (c[1].y - c[0].y) * t };
  HearsayPoint b = { c[1].x + (c[2].x - c[1].x) * t, c[1].y + (c[2].y - c[1].y) * t };
  HearsayPoint d = { c[2].x + (c[3].x - c[2].x) * t, c[2].y + (c[3].y - c[2].y) * t };
  HearsayPoint e = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
  HearsayPoint f = { b.x + (d.x - b.x) * t, b.y + (d.y - b.y) * t };

  cairo_new_path (cr);
  cairo_move_to (cr, c[0].x, c[0].y);
  cairo_curve_to (cr, a.x, a.y, e.x, e.y, e.x + (f.x - e.x) * t, e.y + (f.y - e.y) * t);
}

static double
curve_length (const HearsayEdgeGeometry *edge)
{
  double length = 0.0;

  for (guint i = 0; i + 1 < HEARSAY_CURVE_POINTS; i++)
    length += hypot (edge->points[i + 1].x - edge->points[i].x, edge->points[i + 1].y - edge->points[i].y);
  return length;
}

static void
paint_edge (const Paint               *paint,
            const HearsayEdgeGeometry *edge,
            double                     alpha,
            gboolean                   halo)
{
  EdgeLook look = choose_edge_look (paint->self, edge, paint->look->style);
  HearsayPosition shape = paint->self->is_signed ? edge->position : HEARSAY_POSITION_NEUTRAL;
  double back = look.end ? hearsay_edge_end_length (shape, edge->width) : 0.0;
  double length = curve_length (edge);

  if (edge->hidden || !in_clip (paint, &edge->box, edge->width + HALO_EXTRA + 12.0))
    return;
  if (halo)
    {
      HearsayColour accent = hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT);

      curve_path (paint->cr, edge->curve, 1.0);
      cairo_set_dash (paint->cr, NULL, 0, 0.0);
      cairo_set_line_cap (paint->cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_width (paint->cr, edge->width + HALO_EXTRA);
      hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (accent, HALO_ALPHA));
      cairo_stroke (paint->cr);
    }
  look.colour = hearsay_colour_with_alpha (look.colour, alpha);
  /* Opaque where it can be, so that an arrow does not show the line beneath it. */
  if (paint->look->ground.alpha >= 1.0)
    look.colour = hearsay_colour_over (look.colour, paint->look->ground);
  hearsay_set_source_colour (paint->cr, look.colour);
  if (look.dashed)
    hearsay_edge_set_dash (paint->cr, edge->position, edge->width);
  else
    cairo_set_dash (paint->cr, NULL, 0, 0.0);
  cairo_set_line_width (paint->cr, edge->width);
  curve_path (paint->cr, edge->curve, length > back ? 1.0 - back * 0.9 / length : 1.0);
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0.0);
  if (look.end)
    hearsay_edge_end_draw (paint->cr, shape, edge->curve[3].x, edge->curve[3].y,
                           end_angle (edge, MAX (back, 4.0)), edge->width);
  if (look.start)
    hearsay_edge_end_draw (paint->cr, shape, edge->curve[0].x, edge->curve[0].y,
                           atan2 (edge->curve[0].y - edge->curve[1].y, edge->curve[0].x - edge->curve[1].x), edge->width);
}

static void
paint_ring (const Paint               *paint,
            const HearsayNodeGeometry *node,
            double                     gap,
            double                     width,
            double                     alpha)
{
  double reach = gap + width / 2.0 + (node->kind == HEARSAY_NODE_GROUP ? node->half_width * 0.12 : 0.0);
  HearsayColour accent = hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT);

  /* Corners keep the same distance as sides. */
  if (node->kind == HEARSAY_NODE_COUNTRY)
    reach /= 0.866;
  cairo_new_path (paint->cr);
  hearsay_node_path (paint->cr, node->kind, node->x, node->y, node->half_width + reach, node->half_height + reach);
  cairo_set_dash (paint->cr, NULL, 0, 0.0);
  cairo_set_line_width (paint->cr, width);
  hearsay_set_source_colour (paint->cr, hearsay_colour_with_alpha (accent, alpha));
  cairo_stroke (paint->cr);
}

static void
paint_node (const Paint               *paint,
            const HearsayNodeGeometry *node)
{
  HearsayNodeLook look = {
    .kind = node->kind,
    .half_width = node->half_width,
    .half_height = node->half_height,
    .colour = node->colour,
    .initials = node->initials,
    .ground = hearsay_network_ground_at (paint->self, paint->look, node->x, node->y),
  };
  HearsayBox box = hearsay_network_painter_get_node (paint->self, (guint32) (node - paint->self->nodes));

  if (in_clip (paint, &box, 12.0))
    hearsay_node_draw (paint->cr, paint->look->style, &look, node->x, node->y);
}

static void
paint_label (const Paint               *paint,
             const HearsayNodeGeometry *node,
             gboolean                   bold)
{
  HearsayTextLook look = hearsay_network_label_look (paint->self, bold);
  HearsayBox box;

  hearsay_network_painter_get_label (paint->self, (guint32) (node - paint->self->nodes), &box);
  if (*node->name == '\0' || node->kind == HEARSAY_NODE_ISSUE || !in_clip (paint, &box, 8.0))
    return;
  hearsay_text_draw_halo (paint->cr, node->name, &look, node->label_x, node->label_y,
                          hearsay_palette_role (paint->look->style, HEARSAY_ROLE_TEXT),
                          hearsay_network_ground_at (paint->self, paint->look, node->label_x, node->label_y));
}

static void
paint_hulls (const Paint *paint)
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

static gboolean
edge_is_lit (const Paint *paint,
             guint32      edge)
{
  const HearsayEdgeGeometry *geometry = &paint->self->edges[edge];

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
find_lit_nodes (const Paint *paint)
{
  gboolean *lit = g_new0 (gboolean, MAX (paint->self->n_nodes, 1));

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
edge_is_marked (const Paint *paint,
                guint32      edge)
{
  if (paint->look->selected.kind == HEARSAY_HIT_EDGE)
    return paint->look->selected.index == edge;
  return paint->look->selected.kind == HEARSAY_HIT_NONE && paint->look->marked_edges != NULL &&
         paint->look->marked_edges[edge];
}

static gboolean
node_is_ringed (const Paint *paint,
                guint32      node)
{
  const HearsayNetworkHit *selected = &paint->look->selected;

  if (selected->kind == HEARSAY_HIT_NODE)
    return selected->index == node;
  return selected->kind == HEARSAY_HIT_EDGE &&
         (paint->self->edges[selected->index].source == node || paint->self->edges[selected->index].target == node);
}

/* What is lit or what is faded: edges, then nodes, then names. */
static void
paint_layer (const Paint    *paint,
             const gboolean *lit_nodes,
             gboolean        lit)
{
  const HearsayNetworkPainter *self = paint->self;
  double alpha = paint->look->selected.kind != HEARSAY_HIT_NONE && lit ? 1.0 : EDGE_ALPHA;

  for (guint i = 0; i < self->n_edges; i++)
    {
      if (edge_is_lit (paint, i) == lit)
        paint_edge (paint, &self->edges[i], edge_is_marked (paint, i) ? 1.0 : alpha, edge_is_marked (paint, i));
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (lit_nodes[i] != lit)
        continue;
      if (node_is_ringed (paint, i))
        paint_ring (paint, &self->nodes[i], RING_GAP, RING_WIDTH, 1.0);
      paint_node (paint, &self->nodes[i]);
      if (paint->look->pinned != NULL && paint->look->pinned[i])
        hearsay_pin_draw (paint->cr, paint->look->style, self->nodes[i].x + self->nodes[i].half_width * 0.8,
                          self->nodes[i].y - self->nodes[i].half_height * 0.85);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (lit_nodes[i] == lit && self->nodes[i].labelled)
        paint_label (paint, &self->nodes[i], node_is_ringed (paint, i));
    }
}

static void
paint_count (const Paint *paint,
             guint32      index)
{
  const HearsayEdgeGeometry *edge = &paint->self->edges[index];
  HearsayPoint middle = edge->points[HEARSAY_CURVE_POINTS / 2];
  HearsayTextLook look = { .size = 12.5 * paint->self->options.text_scale, .weight = 700 };
  EdgeLook edge_look = choose_edge_look (paint->self, edge, paint->look->style);
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
  hearsay_set_source_colour (paint->cr, edge_look.colour);
  cairo_stroke (paint->cr);
  hearsay_text_draw (paint->cr, count, &look, HEARSAY_TEXT_MIDDLE, middle.x, middle.y,
                     hearsay_palette_role (paint->look->style, HEARSAY_ROLE_TEXT));
}

static Paint
start_paint (const HearsayNetworkPainter *self,
             cairo_t                     *cr,
             const HearsayNetworkLook    *look)
{
  Paint paint = { self, cr, look, { 0 } };

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
  Paint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  paint = start_paint (self, cr, look);
  paint_hulls (&paint);
  lit = find_lit_nodes (&paint);
  if (look->selected.kind != HEARSAY_HIT_NONE)
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

/* A name without room of its own stands on a card, so that it is never mixed
 * with another one. */
static void
paint_card_label (const Paint               *paint,
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
  Paint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  paint = start_paint (self, cr, look);
  if (hover.kind == HEARSAY_HIT_EDGE && hover.index < self->n_edges)
    {
      paint_edge (&paint, &self->edges[hover.index], 1.0, TRUE);
      paint_node (&paint, &self->nodes[self->edges[hover.index].source]);
      paint_node (&paint, &self->nodes[self->edges[hover.index].target]);
      paint_count (&paint, hover.index);
    }
  else if (hover.kind == HEARSAY_HIT_NODE && hover.index < self->n_nodes)
    {
      const HearsayNodeGeometry *node = &self->nodes[hover.index];

      paint_ring (&paint, node, 2.0, 2.0, 0.6);
      if (node->kind != HEARSAY_NODE_ISSUE && node->labelled)
        paint_label (&paint, node, FALSE);
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
  Paint paint;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  paint = start_paint (self, cr, look);
  if (focus.kind == HEARSAY_HIT_EDGE && focus.index < self->n_edges)
    paint_edge (&paint, &self->edges[focus.index], 1.0, TRUE);
  else if (focus.kind == HEARSAY_HIT_NODE && focus.index < self->n_nodes)
    paint_ring (&paint, &self->nodes[focus.index], 2.0, 2.0, 0.5);
  cairo_restore (cr);
}
