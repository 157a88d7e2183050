/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-network-crowd.h"

#include <math.h>

#include "render/hearsay-raster.h"
#include "render/hearsay-shapes.h"

/* Square pixels for a node or an edge below which neither names nor arrows could be made out. */
#define LEAST_ROOM 20.0

/* A painter of single curves and names would take a gigabyte for more, however large the paper is. */
#define MOST_SINGLE 300000

/* Dots may cover so much of the room, and lines so much at full ink. */
#define DOTS_COVER 0.15
#define LINES_COVER 0.6

#define MIN_RADIUS 0.35
#define MAX_RADIUS 5.0
#define MIN_ALPHA 0.03
#define MAX_ALPHA 0.6
#define MAX_LINE_WIDTH 0.8

/* The largest dot to the smallest. */
#define N_SIZES 4
#define SIZE_STEP 0.7

/* Dots and lines that look alike are stroked together, so many at a time: surfaces
 * keep a path until it is painted, and a file one entry for each. */
#define BATCH 2000

/* Coordinates in files end in sixteenths of a pixel, which takes few digits. */
#define GRAIN 16.0

/* What colours dots have: hues of speakers and one without, bodies, issues, a scale of a measure. */
#define N_TINTS 16
#define INK_NO_HUE HEARSAY_N_SPEAKER_HUES
#define INK_BODY (INK_NO_HUE + 1)
#define INK_ISSUE (INK_BODY + 1)
#define INK_TINTS (INK_ISSUE + 1)
#define N_INKS (INK_TINTS + N_TINTS)
#define N_CLASSES (N_SIZES * N_INKS)

typedef struct
{
  cairo_t *cr;
  HearsayRaster *raster; /* nullable: where the target has pixels */
  const HearsayNetwork *network;
  const HearsayPoint *positions;
  const HearsayNetworkPainterOptions *options;
  const HearsayNetworkLook *look;
  const HearsayBox *room;
  double scale;
  double area;         /* that the whole would take up */
  HearsayPoint middle; /* of the positions that are shown */
  double radius;       /* of the smallest dots */
} Crowd;

/**
 * hearsay_network_is_crowd:
 * @room: what the whole drawing has, in pixels
 *
 * Returns: whether there is so little room for each node and edge, or are so many
 *   of them, that dots and hairlines are all that can be seen
 */
gboolean
hearsay_network_is_crowd (const HearsayNetwork *network,
                          const HearsayBox     *room)
{
  guint64 n;

  g_return_val_if_fail (network != NULL, FALSE);
  g_return_val_if_fail (room != NULL, FALSE);

  n = (guint64) network->n_nodes + network->n_edges;
  return n > MOST_SINGLE || (double) n * LEAST_ROOM > (room->x1 - room->x0) * (room->y1 - room->y0);
}

static HearsayPoint
finite_position (const Crowd *self,
                 guint32      node)
{
  HearsayPoint at = self->positions[node];

  return isfinite (at.x) && isfinite (at.y) ? at : (HearsayPoint) { 0.0, 0.0 };
}

/* In pixels, with the middle of the crowd in that of the room. */
static HearsayPoint
place (const Crowd *self,
       guint32      node)
{
  HearsayPoint at = finite_position (self, node);
  double x = (at.x - self->middle.x) * self->scale + (self->room->x0 + self->room->x1) / 2.0;
  double y = (at.y - self->middle.y) * self->scale + (self->room->y0 + self->room->y1) / 2.0;

  return (HearsayPoint) { floor (x * GRAIN + 0.5) / GRAIN, floor (y * GRAIN + 0.5) / GRAIN };
}

static double
largest_radius (const Crowd *self)
{
  return self->radius * (1.0 + SIZE_STEP * (N_SIZES - 1));
}

/* @part: of the positions, in the middle of the room and as large as it may be. */
static void
fit (Crowd            *self,
     const HearsayBox *part)
{
  HearsayBox extent = hearsay_network_extent (self->positions, self->network->n_nodes);
  double width = self->room->x1 - self->room->x0;
  double height = self->room->y1 - self->room->y0;
  double whole = MAX (extent.x1 - extent.x0, 1e-9) * MAX (extent.y1 - extent.y0, 1e-9);

  if (part == NULL)
    part = &extent;
  self->area = width * height * CLAMP (whole / MAX ((part->x1 - part->x0) * (part->y1 - part->y0), 1e-18), 1.0, 1e6);
  self->radius = CLAMP (sqrt (self->area * DOTS_COVER / MAX (self->network->n_nodes, 1)) / 2.0, MIN_RADIUS, MAX_RADIUS);
  self->middle = (HearsayPoint) { (part->x0 + part->x1) / 2.0, (part->y0 + part->y1) / 2.0 };
  width = MAX (width - 2.0 * largest_radius (self), 1.0);
  height = MAX (height - 2.0 * largest_radius (self), 1.0);
  self->scale = MIN (width / MAX (part->x1 - part->x0, 1e-9), height / MAX (part->y1 - part->y0, 1e-9));
}

static HearsayPosition
shown_position (const Crowd              *self,
                const HearsayNetworkEdge *edge)
{
  return self->network->is_signed ? edge->position : HEARSAY_POSITION_NEUTRAL;
}

/* The more ink lines would take, the paler they are, so that where many run together still stands out. */
static double
choose_alpha (const Crowd *self,
              double       line_width)
{
  double length = 0.0;

  for (guint i = 0; i < self->network->n_edges; i++)
    {
      HearsayPoint a = finite_position (self, self->network->edges[i].source);
      HearsayPoint b = finite_position (self, self->network->edges[i].target);

      length += hypot (a.x - b.x, a.y - b.y) * self->scale;
    }
  return CLAMP (LINES_COVER * self->area / MAX (length * line_width, 1e-9), MIN_ALPHA, MAX_ALPHA);
}

/* Whether nothing of a line, or of a dot, can be seen. */
static gboolean
is_outside (const Crowd  *self,
            HearsayPoint  a,
            HearsayPoint  b)
{
  double reach = largest_radius (self);

  return MAX (a.x, b.x) < self->room->x0 - reach || MIN (a.x, b.x) > self->room->x1 + reach ||
         MAX (a.y, b.y) < self->room->y0 - reach || MIN (a.y, b.y) > self->room->y1 + reach;
}

static void
finish_batch (const Crowd *self,
              guint       *n)
{
  if (*n > 0 && self->raster == NULL)
    cairo_stroke (self->cr);
  *n = 0;
}

static void
add_line (const Crowd               *self,
          HearsayPoint               a,
          HearsayPoint               b,
          const HearsayRasterStroke *stroke,
          guint                     *n)
{
  if (is_outside (self, a, b))
    return;
  if (self->raster != NULL)
    {
      hearsay_raster_stroke (self->raster, (HearsayPoint[]) { a, b }, 2, stroke);
      return;
    }
  cairo_move_to (self->cr, a.x, a.y);
  cairo_line_to (self->cr, b.x, b.y);
  if (++*n >= BATCH)
    finish_batch (self, n);
}

static void
paint_lines (const Crowd *self)
{
  static const HearsayPosition order[] = { HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_OPPOSE };
  HearsayRasterStroke stroke = { .width = MIN (MAX_LINE_WIDTH, self->radius) };
  double alpha = choose_alpha (self, stroke.width);

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (self->cr, stroke.width);
  for (guint layer = 0; layer < G_N_ELEMENTS (order); layer++)
    {
      guint n = 0;

      stroke.colour = hearsay_palette_stance (self->look->style, order[layer], HEARSAY_STANCE_MARK);
      stroke.colour = hearsay_colour_with_alpha (stroke.colour, alpha);
      hearsay_set_source_colour (self->cr, stroke.colour);
      for (guint i = 0; i < self->network->n_edges; i++)
        {
          const HearsayNetworkEdge *edge = &self->network->edges[i];

          if (shown_position (self, edge) == order[layer] && edge->source != edge->target)
            add_line (self, place (self, edge->source), place (self, edge->target), &stroke, &n);
        }
      finish_batch (self, &n);
    }
}

static guint
choose_ink (const Crowd *self,
            guint32      node)
{
  const HearsayNetworkNode *from = &self->network->nodes[node];

  if (self->options->tints != NULL && self->options->tints[node] >= 0.0)
    return INK_TINTS + (guint) (CLAMP (self->options->tints[node], 0.0, 1.0) * (N_TINTS - 1) + 0.5);
  switch (from->kind)
    {
    case HEARSAY_NODE_ORGANIZATION:
    case HEARSAY_NODE_COUNTRY:
      return INK_BODY;
    case HEARSAY_NODE_ISSUE:
      return INK_ISSUE;
    case HEARSAY_NODE_PERSON:
    case HEARSAY_NODE_GROUP:
    default:
      return from->colour < 0 ? INK_NO_HUE : (guint) from->colour % HEARSAY_N_SPEAKER_HUES;
    }
}

static HearsayColour
ink_colour (const Crowd *self,
            guint        ink)
{
  HearsayStyle style = self->look->style;

  if (ink >= INK_TINTS)
    return hearsay_palette_measure (style, (ink - INK_TINTS) / (N_TINTS - 1.0));
  if (ink == INK_ISSUE)
    return hearsay_palette_role (style, HEARSAY_ROLE_PILL_LINE);
  if (ink == INK_BODY)
    return hearsay_palette_role (style, HEARSAY_ROLE_BODY);
  return hearsay_palette_speaker (style, ink == INK_NO_HUE ? -1 : (int) ink);
}

/* By statements, as single nodes are sized. */
static guint
choose_size (const Crowd *self,
             guint32      node,
             guint32      most)
{
  double share = most > 1 ? sqrt ((MAX (self->network->nodes[node].n_statements, 1) - 1.0) / (most - 1.0)) : 0.0;

  if (self->options->sizes != NULL)
    share = CLAMP (self->options->sizes[node], 0.0, 1.0);
  return (guint) (share * (N_SIZES - 1) + 0.5);
}

/* Nodes that look alike behind each other, the largest last, so that they lie on top. */
static guint32 *
sort_nodes (const Crowd *self,
            guint32      first[N_CLASSES + 1])
{
  guint n = self->network->n_nodes;
  g_autofree guint8 *classes = g_new (guint8, MAX (n, 1));
  guint32 *order = g_new (guint32, MAX (n, 1));
  guint32 next[N_CLASSES];
  guint32 most = 0;

  G_STATIC_ASSERT (N_CLASSES <= G_MAXUINT8);
  for (guint i = 0; i < n; i++)
    most = MAX (most, self->network->nodes[i].n_statements);
  for (guint c = 0; c <= N_CLASSES; c++)
    first[c] = 0;
  for (guint i = 0; i < n; i++)
    {
      classes[i] = (guint8) (choose_size (self, i, most) * N_INKS + choose_ink (self, i));
      first[classes[i] + 1]++;
    }
  for (guint c = 0; c < N_CLASSES; c++)
    {
      first[c + 1] += first[c];
      next[c] = first[c];
    }
  for (guint i = 0; i < n; i++)
    order[next[classes[i]]++] = i;
  return order;
}

/* A line without length and with round ends is a dot: the shortest way to write one. */
static void
paint_dots (const Crowd *self)
{
  guint32 first[N_CLASSES + 1];
  g_autofree guint32 *order = sort_nodes (self, first);

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  for (guint c = 0; c < N_CLASSES; c++)
    {
      double radius = self->radius * (1.0 + SIZE_STEP * (c / N_INKS));
      HearsayColour colour = ink_colour (self, c % N_INKS);
      HearsayRasterStroke stroke = { .width = 2.0 * radius };
      guint n = 0;

      cairo_set_line_width (self->cr, stroke.width);
      hearsay_set_source_colour (self->cr, colour);
      for (guint32 i = first[c]; i < first[c + 1]; i++)
        {
          HearsayPoint at = place (self, order[i]);

          if (self->raster != NULL)
            hearsay_raster_box (self->raster, at.x, at.y, radius, radius, radius, colour);
          else
            add_line (self, at, at, &stroke, &n);
        }
      finish_batch (self, &n);
    }
}

/**
 * hearsay_network_crowd_paint:
 * @cr: in the coordinates of @room
 * @positions: one a node
 * @options: its sizes and tints are used
 * @part: (nullable): of the positions, which fills the room; %NULL for all of them
 * @room: what the crowd fills
 *
 * Paints a network that hearsay_network_is_crowd() as dots and straight
 * hairlines, without names, arrows and grounds. O(n + e) time, and nothing is
 * allocated for a single node or edge but five bytes for the order of nodes.
 */
void
hearsay_network_crowd_paint (cairo_t                            *cr,
                             const HearsayNetwork               *network,
                             const HearsayPoint                 *positions,
                             const HearsayNetworkPainterOptions *options,
                             const HearsayNetworkLook           *look,
                             const HearsayBox                   *part,
                             const HearsayBox                   *room)
{
  Crowd self = { .cr = cr, .network = network, .positions = positions, .options = options, .look = look, .room = room };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (network != NULL);
  g_return_if_fail (positions != NULL || network->n_nodes == 0);
  g_return_if_fail (options != NULL && look != NULL && room != NULL);

  if (network->n_nodes == 0)
    return;
  fit (&self, part);
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  self.raster = hearsay_raster_new (cr);
  paint_lines (&self);
  paint_dots (&self);
  g_clear_pointer (&self.raster, hearsay_raster_free);
  cairo_restore (cr);
}
