/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-paint-private.h"
#include "render/hearsay-shapes.h"

#define HALO_EXTRA 11.0
#define HALO_ALPHA 0.28

/* A curve in straight pieces, each at most so far from it, in pixels. */
#define FLATNESS 0.15
#define MAX_PIECES 24

/* How an edge is painted; without stances all are plain grey lines. */
typedef struct
{
  HearsayColour colour;
  HearsayPosition shape;
  gboolean dashed;
  gboolean start;
  gboolean end;
} EdgeLook;

static EdgeLook
choose_look (const HearsayNetworkPaint *paint,
             const HearsayEdgeGeometry *edge,
             double                     alpha)
{
  const HearsayNetworkPainter *self = paint->self;
  EdgeLook look = { .dashed = self->is_signed, .shape = self->is_signed ? edge->position : HEARSAY_POSITION_NEUTRAL };

  look.colour = hearsay_palette_stance (paint->look->style, look.shape, HEARSAY_STANCE_MARK);
  look.colour = hearsay_colour_with_alpha (look.colour, alpha);
  /* Opaque where it can be, so that an arrow does not show the line beneath it. */
  if (paint->look->ground.alpha >= 1.0)
    look.colour = hearsay_colour_over (look.colour, paint->look->ground);
  /* A fact is no attitude: it has no colour of one, and its dashes say what kind it is. */
  if (edge->kind == HEARSAY_RELATION_CONFLICT || edge->kind == HEARSAY_RELATION_DISAGREEMENT)
    {
      look.shape = HEARSAY_POSITION_OPPOSE;
      look.dashed = TRUE;
    }
  if (self->directed && (edge->kind == HEARSAY_RELATION_ATTITUDE || edge->kind == HEARSAY_RELATION_CONFLICT))
    look.end = self->options.arrows;
  else if (self->is_signed && edge->position == HEARSAY_POSITION_OPPOSE)
    look.start = look.end = self->options.arrows;
  return look;
}

HearsayColour
hearsay_network_paint_edge_colour (const HearsayNetworkPaint *paint,
                                   const HearsayEdgeGeometry *edge)
{
  HearsayPosition shape = paint->self->is_signed ? edge->position : HEARSAY_POSITION_NEUTRAL;

  return hearsay_palette_stance (paint->look->style, shape, HEARSAY_STANCE_MARK);
}

static double
end_angle (const HearsayEdgeGeometry *edge,
           double                     back)
{
  HearsayPoint tip = edge->points[HEARSAY_CURVE_POINTS - 1];

  for (guint i = HEARSAY_CURVE_POINTS - 1; i-- > 0;)
    {
      HearsayPoint p = edge->points[i];

      if (hypot (tip.x - p.x, tip.y - p.y) >= back)
        return atan2 (tip.y - p.y, tip.x - p.x);
    }
  return atan2 (tip.y - edge->points[0].y, tip.x - edge->points[0].x);
}

static double
start_angle (const HearsayEdgeGeometry *edge)
{
  return atan2 (edge->points[0].y - edge->points[1].y, edge->points[0].x - edge->points[1].x);
}

static HearsayPoint
on_curve (const HearsayPoint c[4],
          double             t)
{
  double s = 1.0 - t;
  double a = s * s * s;
  double b = 3.0 * s * s * t;
  double d = 3.0 * s * t * t;
  double e = t * t * t;

  return (HearsayPoint) { a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x, a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y };
}

static double
polyline_length (const HearsayPoint *points,
                 guint               n)
{
  double length = 0.0;

  for (guint i = 0; i + 1 < n; i++)
    length += hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
  return length;
}

/* Shortens a line at its end. */
static guint
cut_end (HearsayPoint *points,
         guint         n,
         double        back)
{
  while (n >= 2)
    {
      HearsayPoint a = points[n - 2];
      HearsayPoint b = points[n - 1];
      double length = hypot (b.x - a.x, b.y - a.y);

      if (length > back)
        {
          points[n - 1] = (HearsayPoint) { b.x - (b.x - a.x) * back / length, b.y - (b.y - a.y) * back / length };
          return n;
        }
      back -= length;
      n--;
    }
  return 0;
}

/* The edge in straight pieces, and how many points these have. */
static guint
flatten (const HearsayEdgeGeometry *edge,
         double                     scale,
         HearsayPoint               points[MAX_PIECES + 1])
{
  double bend = 0.0;
  guint n;

  if (edge->bundled)
    {
      G_STATIC_ASSERT (HEARSAY_CURVE_POINTS <= MAX_PIECES + 1);
      for (guint i = 0; i < HEARSAY_CURVE_POINTS; i++)
        points[i] = edge->points[i];
      return HEARSAY_CURVE_POINTS;
    }
  for (guint i = 0; i + 2 < 4; i++)
    {
      double x = edge->curve[i].x - 2.0 * edge->curve[i + 1].x + edge->curve[i + 2].x;
      double y = edge->curve[i].y - 2.0 * edge->curve[i + 1].y + edge->curve[i + 2].y;

      bend = MAX (bend, hypot (x, y));
    }
  /* Wang's formula: pieces for a cubic to stay within the flatness. */
  n = (guint) CLAMP (ceil (sqrt (0.75 * bend * scale / FLATNESS)), 1.0, MAX_PIECES);
  for (guint i = 0; i <= n; i++)
    points[i] = on_curve (edge->curve, (double) i / n);
  return n + 1;
}

/* Ends shrink with the nodes that they stand at. */
static double
end_length (const HearsayNetworkPaint *paint,
            HearsayPosition            shape,
            double                     width)
{
  return hearsay_edge_end_length (shape, width / paint->self->end_scale) * paint->self->end_scale;
}

static void
raster_end (const HearsayNetworkPaint *paint,
            HearsayPosition            shape,
            HearsayPoint               tip,
            double                     angle,
            double                     width,
            HearsayColour              colour)
{
  double scale = paint->self->end_scale;
  double length = end_length (paint, HEARSAY_POSITION_SUPPORT, width);
  double half = shape == HEARSAY_POSITION_OPPOSE ? 6.0 * scale + width * 0.7 : 3.0 * scale + width * 1.05;
  double ux = cos (angle);
  double uy = sin (angle);
  double back = shape == HEARSAY_POSITION_NEUTRAL ? length * 0.8 : shape == HEARSAY_POSITION_SUPPORT ? length : 0.0;
  HearsayPoint left = { tip.x - ux * back + uy * half, tip.y - uy * back - ux * half };
  HearsayPoint right = { tip.x - ux * back - uy * half, tip.y - uy * back + ux * half };
  HearsayRasterStroke stroke = { .colour = colour };

  switch (shape)
    {
    case HEARSAY_POSITION_SUPPORT:
      hearsay_raster_polygon (paint->raster, (HearsayPoint[]) { tip, left, right }, 3, 0.0, colour);
      break;
    case HEARSAY_POSITION_OPPOSE:
      stroke.width = CLAMP (width * 0.7, 1.8 * scale, 4.0);
      hearsay_raster_stroke (paint->raster, (HearsayPoint[]) { left, right }, 2, &stroke);
      break;
    case HEARSAY_POSITION_NEUTRAL:
    default:
      stroke.width = CLAMP (width * 0.7, 1.4 * scale, 3.0);
      stroke.round = TRUE;
      hearsay_raster_stroke (paint->raster, (HearsayPoint[]) { left, tip, right }, 3, &stroke);
      break;
    }
}

static void
raster_edge (const HearsayNetworkPaint *paint,
             const HearsayEdgeGeometry *edge,
             const EdgeLook            *look,
             gboolean                   halo)
{
  double scale = hearsay_raster_scale (paint->raster);
  HearsayPoint points[MAX_PIECES + 1];
  guint n = flatten (edge, scale, points);
  HearsayRasterStroke stroke = { .width = edge->width + HALO_EXTRA };
  double back = look->end ? end_length (paint, look->shape, edge->width) : 0.0;

  if (halo)
    {
      stroke.colour = hearsay_colour_with_alpha (hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT), HALO_ALPHA);
      hearsay_raster_stroke (paint->raster, points, n, &stroke);
    }
  stroke = (HearsayRasterStroke) { .width = edge->width, .colour = look->colour };
  if (look->dashed && look->shape == HEARSAY_POSITION_OPPOSE)
    {
      stroke.pattern = HEARSAY_RASTER_DASHES;
      hearsay_edge_get_dash (look->shape, edge->width, &stroke.on, &stroke.period);
    }
  else if (look->dashed && look->shape == HEARSAY_POSITION_NEUTRAL)
    {
      stroke.pattern = HEARSAY_RASTER_DOTS;
      hearsay_edge_get_dash (look->shape, edge->width, &stroke.on, &stroke.period);
    }
  /* Where the pattern is too fine for pixels, what is left of it is its share of ink. */
  if (stroke.pattern != HEARSAY_RASTER_SOLID && stroke.period * scale < 3.0)
    {
      stroke.colour.alpha *= 0.6;
      stroke.pattern = HEARSAY_RASTER_SOLID;
    }
  if (back > 0.0)
    n = cut_end (points, n, back * 0.9);
  hearsay_raster_stroke (paint->raster, points, n, &stroke);
  if (look->end)
    raster_end (paint, look->shape, edge->points[HEARSAY_CURVE_POINTS - 1], end_angle (edge, MAX (back, 4.0 * paint->self->end_scale)), edge->width, look->colour);
  if (look->start)
    raster_end (paint, look->shape, edge->points[0], start_angle (edge), edge->width, look->colour);
}

static void
edge_path (cairo_t                   *cr,
           const HearsayEdgeGeometry *edge,
           double                     back)
{
  HearsayPoint points[HEARSAY_CURVE_POINTS];
  guint n = HEARSAY_CURVE_POINTS;
  double length = polyline_length (edge->points, n);
  double t = length > back && back > 0.0 ? 1.0 - back / length : 1.0;

  cairo_new_path (cr);
  if (edge->bundled)
    {
      for (guint i = 0; i < n; i++)
        points[i] = edge->points[i];
      n = cut_end (points, n, back);
      for (guint i = 0; i < n; i++)
        cairo_line_to (cr, points[i].x, points[i].y);
      return;
    }
  {
    /* The curve from 0 to t, by de Casteljau's halving. */
    const HearsayPoint *c = edge->curve;
    HearsayPoint a = { c[0].x + (c[1].x - c[0].x) * t, c[0].y + (c[1].y - c[0].y) * t };
    HearsayPoint b = { c[1].x + (c[2].x - c[1].x) * t, c[1].y + (c[2].y - c[1].y) * t };
    HearsayPoint d = { c[2].x + (c[3].x - c[2].x) * t, c[2].y + (c[3].y - c[2].y) * t };
    HearsayPoint e = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
    HearsayPoint f = { b.x + (d.x - b.x) * t, b.y + (d.y - b.y) * t };

    cairo_move_to (cr, c[0].x, c[0].y);
    cairo_curve_to (cr, a.x, a.y, e.x, e.y, e.x + (f.x - e.x) * t, e.y + (f.y - e.y) * t);
  }
}

static void
vector_end (const HearsayNetworkPaint *paint,
            HearsayPosition            shape,
            HearsayPoint               tip,
            double                     angle,
            double                     width)
{
  double scale = paint->self->end_scale;

  cairo_save (paint->cr);
  cairo_translate (paint->cr, tip.x, tip.y);
  cairo_scale (paint->cr, scale, scale);
  hearsay_edge_end_draw (paint->cr, shape, 0.0, 0.0, angle, width / scale);
  cairo_restore (paint->cr);
}

static void
vector_edge (const HearsayNetworkPaint *paint,
             const HearsayEdgeGeometry *edge,
             const EdgeLook            *look,
             gboolean                   halo)
{
  cairo_t *cr = paint->cr;
  double back = look->end ? end_length (paint, look->shape, edge->width) : 0.0;
  HearsayPoint tip = edge->points[HEARSAY_CURVE_POINTS - 1];

  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (halo)
    {
      HearsayColour accent = hearsay_palette_role (paint->look->style, HEARSAY_ROLE_ACCENT);

      edge_path (cr, edge, 0.0);
      cairo_set_line_width (cr, edge->width + HALO_EXTRA);
      hearsay_set_source_colour (cr, hearsay_colour_with_alpha (accent, HALO_ALPHA));
      cairo_stroke (cr);
    }
  hearsay_set_source_colour (cr, look->colour);
  if (look->dashed)
    hearsay_edge_set_dash (cr, look->shape, edge->width);
  cairo_set_line_width (cr, edge->width);
  edge_path (cr, edge, back * 0.9);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  if (look->end)
    vector_end (paint, look->shape, tip, end_angle (edge, MAX (back, 4.0 * paint->self->end_scale)), edge->width);
  if (look->start)
    vector_end (paint, look->shape, edge->points[0], start_angle (edge), edge->width);
}

/**
 * hearsay_network_paint_edge:
 * @halo: whether it is marked as selected
 */
void
hearsay_network_paint_edge (const HearsayNetworkPaint *paint,
                            const HearsayEdgeGeometry *edge,
                            double                     alpha,
                            gboolean                   halo)
{
  EdgeLook look;

  if (edge->hidden || !hearsay_network_paint_shows (paint, &edge->box, edge->width + HALO_EXTRA + 12.0))
    return;
  look = choose_look (paint, edge, alpha);
  if (paint->raster != NULL)
    raster_edge (paint, edge, &look, halo);
  else
    vector_edge (paint, edge, &look, halo);
}
