/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"

/* A flat-sided hexagon with its tips to the left and right. */
#define HEXAGON_FLAT 0.866

#define GAP 2.0

/* Seven points: smaller words would not be read. */
#define SMALLEST_TEXT 9.3

/**
 * hearsay_node_corner:
 *
 * Returns: the corner radius of a rounded square or pill
 */
double
hearsay_node_corner (HearsayNodeKind kind,
                     double          half_height)
{
  return kind == HEARSAY_NODE_ISSUE ? half_height : half_height * 0.24;
}

static void
hexagon_path (cairo_t *cr,
              double   x,
              double   y,
              double   radius)
{
  double flat = radius * HEXAGON_FLAT;

  cairo_new_sub_path (cr);
  cairo_move_to (cr, x - radius, y);
  cairo_line_to (cr, x - radius / 2.0, y - flat);
  cairo_line_to (cr, x + radius / 2.0, y - flat);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x + radius / 2.0, y + flat);
  cairo_line_to (cr, x - radius / 2.0, y + flat);
  cairo_close_path (cr);
}

/**
 * hearsay_node_path:
 * @x: of the centre
 *
 * Adds the closed outline of a node.
 */
void
hearsay_node_path (cairo_t         *cr,
                   HearsayNodeKind  kind,
                   double           x,
                   double           y,
                   double           half_width,
                   double           half_height)
{
  switch (kind)
    {
    case HEARSAY_NODE_COUNTRY:
      hexagon_path (cr, x, y, half_width);
      break;
    case HEARSAY_NODE_ORGANIZATION:
    case HEARSAY_NODE_ISSUE:
      hearsay_rounded_rectangle (cr, x - half_width, y - half_height, 2.0 * half_width, 2.0 * half_height,
                                 hearsay_node_corner (kind, half_height));
      break;
    case HEARSAY_NODE_PERSON:
    case HEARSAY_NODE_GROUP:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, half_width, 0.0, 2.0 * G_PI);
      cairo_close_path (cr);
      break;
    }
}

static gboolean
rounded_contains (double half_width,
                  double half_height,
                  double radius,
                  double dx,
                  double dy)
{
  double ex = fabs (dx) - (half_width - radius);
  double ey = fabs (dy) - (half_height - radius);

  if (ex > radius || ey > radius)
    return FALSE;
  return ex <= 0.0 || ey <= 0.0 || ex * ex + ey * ey <= radius * radius;
}

/**
 * hearsay_node_contains:
 * @dx: from the node's centre
 *
 * Returns: whether the point lies in the outline of hearsay_node_path()
 */
gboolean
hearsay_node_contains (HearsayNodeKind kind,
                       double          half_width,
                       double          half_height,
                       double          dx,
                       double          dy)
{
  switch (kind)
    {
    case HEARSAY_NODE_COUNTRY:
      return fabs (dy) <= half_width * HEXAGON_FLAT &&
             fabs (dx) + fabs (dy) * (0.5 / HEXAGON_FLAT) <= half_width;
    case HEARSAY_NODE_ORGANIZATION:
    case HEARSAY_NODE_ISSUE:
      return rounded_contains (half_width, half_height, hearsay_node_corner (kind, half_height), dx, dy);
    case HEARSAY_NODE_PERSON:
    case HEARSAY_NODE_GROUP:
    default:
      return dx * dx + dy * dy <= half_width * half_width;
    }
}

static gboolean
is_speaker_shape (HearsayNodeKind kind)
{
  return kind == HEARSAY_NODE_PERSON || kind == HEARSAY_NODE_GROUP;
}

/**
 * hearsay_node_echo:
 *
 * Returns: how far to each side the echoes of a group stand, at 0.9 of its radius
 */
double
hearsay_node_echo (double half_width)
{
  return half_width * 0.2 + MIN (3.0, half_width * 0.14);
}

/**
 * hearsay_node_ring_width:
 *
 * Returns: the width of the ring in a hue that is used for the second time
 */
double
hearsay_node_ring_width (double half_width)
{
  return MIN (1.5, half_width * 0.09);
}

/**
 * hearsay_node_ink:
 *
 * Returns: the colours of a node
 */
HearsayNodeInk
hearsay_node_ink (HearsayStyle           style,
                  const HearsayNodeLook *look)
{
  gboolean hued = is_speaker_shape (look->kind);
  gboolean pill = look->kind == HEARSAY_NODE_ISSUE;
  HearsayColour white = { 1.0, 1.0, 1.0, 1.0 };
  HearsayColour black = { 0x1b / 255.0, 0x1b / 255.0, 0x1e / 255.0, 1.0 };
  HearsayNodeInk ink = {
    .fill = pill   ? hearsay_palette_role (style, HEARSAY_ROLE_PILL)
            : hued ? hearsay_palette_speaker (style, look->colour)
                   : hearsay_palette_role (style, HEARSAY_ROLE_BODY),
    .text = pill   ? hearsay_palette_role (style, HEARSAY_ROLE_TEXT)
            : hued ? hearsay_palette_initials (style, look->colour)
                   : hearsay_palette_role (style, HEARSAY_ROLE_BODY_TEXT),
    .line = pill ? hearsay_palette_role (style, HEARSAY_ROLE_PILL_LINE) : (HearsayColour) { 0 },
    .ring = hued && !look->painted && hearsay_palette_speaker_has_ring (look->colour),
  };

  if (look->painted)
    {
      ink.fill = look->paint;
      ink.text = hearsay_colour_contrast (look->paint, white) >= hearsay_colour_contrast (look->paint, black) ? white : black;
    }
  return ink;
}

static void
draw_echoes (cairo_t               *cr,
             HearsayColour          fill,
             const HearsayNodeLook *look,
             double                 x,
             double                 y)
{
  double shift = hearsay_node_echo (look->half_width);

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x + side * shift, y, look->half_width * 0.9, 0.0, 2.0 * G_PI);
      hearsay_set_source_colour (cr, fill);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, 1.2);
      hearsay_set_source_colour (cr, look->ground);
      cairo_stroke (cr);
    }
}

/**
 * hearsay_node_text_look:
 * @text: (out): how the initials, or the name of an issue, are written
 *
 * Returns: whether there are any, and they find room
 */
gboolean
hearsay_node_text_look (const HearsayNodeLook *look,
                        HearsayTextLook       *text)
{
  glong length;
  double width;

  if (look->initials == NULL || *look->initials == '\0')
    return FALSE;
  if (look->kind == HEARSAY_NODE_ISSUE)
    {
      *text = (HearsayTextLook) { .size = look->half_height * 0.8, .weight = 600 };
      return TRUE;
    }
  /* Two narrow letters would find room where two wide ones do not: among many small nodes none has any. */
  if (look->half_width < SMALLEST_TEXT * 0.85)
    return FALSE;
  length = g_utf8_strlen (look->initials, -1);
  *text = (HearsayTextLook) { .weight = 700 };
  text->size = MAX (look->half_height * (length <= 2 ? 0.68 : length == 3 ? 0.58 : 0.48), SMALLEST_TEXT);
  hearsay_text_measure (look->initials, text, &width, NULL);
  return width <= look->half_width * 1.8;
}

static void
draw_initials (cairo_t               *cr,
               const HearsayNodeLook *look,
               HearsayColour          colour,
               double                 x,
               double                 y)
{
  HearsayTextLook text;

  if (hearsay_node_text_look (look, &text))
    hearsay_text_draw (cr, look->initials, &text, HEARSAY_TEXT_MIDDLE, x, y, colour);
}

/**
 * hearsay_node_draw:
 * @x: of the centre
 *
 * Persons and groups wear the speaker's hue; organisations, countries and issues the same in all networks.
 */
void
hearsay_node_draw (cairo_t               *cr,
                   HearsayStyle           style,
                   const HearsayNodeLook *look,
                   double                 x,
                   double                 y)
{
  HearsayNodeInk ink;

  g_return_if_fail (look != NULL);

  ink = hearsay_node_ink (style, look);
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (look->kind == HEARSAY_NODE_GROUP)
    draw_echoes (cr, ink.fill, look, x, y);

  cairo_new_path (cr);
  hearsay_node_path (cr, look->kind, x, y, look->half_width, look->half_height);
  if (look->kind == HEARSAY_NODE_ISSUE)
    {
      hearsay_set_source_colour (cr, ink.fill);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, 1.5);
      hearsay_set_source_colour (cr, ink.line);
      cairo_stroke (cr);
    }
  else
    {
      cairo_set_line_width (cr, 2.0 * GAP);
      hearsay_set_source_colour (cr, look->ground);
      cairo_stroke_preserve (cr);
      hearsay_set_source_colour (cr, ink.fill);
      cairo_fill (cr);
    }
  if (ink.ring)
    {
      cairo_arc (cr, x, y, look->half_width * 0.86, 0.0, 2.0 * G_PI);
      cairo_set_line_width (cr, hearsay_node_ring_width (look->half_width));
      hearsay_set_source_colour (cr, ink.text);
      cairo_stroke (cr);
    }
  draw_initials (cr, look, ink.text, x, y);
  cairo_restore (cr);
}

/**
 * hearsay_avatar_draw:
 *
 * A speaker's sign beside a name: in the speaker's hue whatever its kind.
 */
void
hearsay_avatar_draw (cairo_t         *cr,
                     HearsayStyle     style,
                     HearsayNodeKind  kind,
                     int              colour,
                     const char      *initials,
                     double           x,
                     double           y,
                     double           radius)
{
  HearsayNodeLook look = {
    .kind = is_speaker_shape (kind) ? HEARSAY_NODE_PERSON : kind,
    .half_width = radius,
    .half_height = radius,
    .colour = colour,
    .initials = initials,
  };
  HearsayColour ink = hearsay_palette_initials (style, colour);

  cairo_save (cr);
  cairo_new_path (cr);
  hearsay_node_path (cr, look.kind, x, y, radius, radius);
  hearsay_set_source_colour (cr, hearsay_palette_speaker (style, colour));
  cairo_fill (cr);
  if (hearsay_palette_speaker_has_ring (colour))
    {
      hearsay_node_path (cr, look.kind, x, y, radius - 2.0, radius - 2.0);
      cairo_set_line_width (cr, 1.3);
      hearsay_set_source_colour (cr, ink);
      cairo_stroke (cr);
    }
  draw_initials (cr, &look, ink, x, y);
  cairo_restore (cr);
}

/**
 * hearsay_pin_draw:
 *
 * The badge at the upper right of a node that a person has put in its place.
 */
void
hearsay_pin_draw (cairo_t      *cr,
                  HearsayStyle  style,
                  double        x,
                  double        y)
{
  HearsayColour ink = hearsay_palette_role (style, HEARSAY_ROLE_TEXT);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 8.0, 0.0, 2.0 * G_PI);
  hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_CANVAS_CARD));
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.0);
  hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_FAINT));
  cairo_stroke (cr);
  hearsay_set_source_colour (cr, ink);
  cairo_arc (cr, x, y - 1.6, 2.6, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, y + 4.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * hearsay_edge_end_length:
 *
 * Returns: how far before the tip the line of an edge of @width must stop
 */
double
hearsay_edge_end_length (HearsayPosition position,
                         double          width)
{
  return position == HEARSAY_POSITION_SUPPORT ? 7.0 + width * 1.2 : 0.0;
}

/**
 * hearsay_edge_get_dash:
 * @on: (out): length of a dash; 0 for dots
 * @period: (out): from one dash or dot to the next; 0 for a solid line
 *
 * Solid, dashes of 2.4 widths, or round dots.
 */
void
hearsay_edge_get_dash (HearsayPosition  position,
                       double           width,
                       double          *on,
                       double          *period)
{
  *on = position == HEARSAY_POSITION_OPPOSE ? 2.4 * width + 3.0 : 0.0;
  *period = position == HEARSAY_POSITION_OPPOSE ? 3.4 * width + 6.0 : position == HEARSAY_POSITION_NEUTRAL ? 2.0 * width + 2.0 : 0.0;
}

/**
 * hearsay_edge_set_dash:
 *
 * Takes hearsay_edge_get_dash() for what is stroked next.
 */
void
hearsay_edge_set_dash (cairo_t         *cr,
                       HearsayPosition  position,
                       double           width)
{
  double lengths[2];
  double period;

  hearsay_edge_get_dash (position, width, &lengths[0], &period);
  lengths[1] = period - lengths[0];
  cairo_set_line_cap (cr, position == HEARSAY_POSITION_NEUTRAL ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, lengths, period > 0.0 ? 2 : 0, 0.0);
}

/**
 * hearsay_edge_end_draw:
 * @x: of the tip
 * @angle: direction of travel, in radians
 *
 * Filled arrow, bar across or open arrow, in the current source.
 */
void
hearsay_edge_end_draw (cairo_t         *cr,
                       HearsayPosition  position,
                       double           x,
                       double           y,
                       double           angle,
                       double           width)
{
  double length = hearsay_edge_end_length (HEARSAY_POSITION_SUPPORT, width);
  double half = 3.0 + width * 1.05;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  cairo_set_dash (cr, NULL, 0, 0.0);
  switch (position)
    {
    case HEARSAY_POSITION_SUPPORT:
      cairo_move_to (cr, 0.0, 0.0);
      cairo_line_to (cr, -length, -half);
      cairo_line_to (cr, -length, half);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case HEARSAY_POSITION_OPPOSE:
      half = 6.0 + width * 0.7;
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_width (cr, CLAMP (width * 0.7, 1.8, 4.0));
      cairo_move_to (cr, 0.0, -half);
      cairo_line_to (cr, 0.0, half);
      cairo_stroke (cr);
      break;
    case HEARSAY_POSITION_NEUTRAL:
    default:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, CLAMP (width * 0.7, 1.4, 3.0));
      cairo_move_to (cr, -length * 0.8, -half);
      cairo_line_to (cr, 0.0, 0.0);
      cairo_line_to (cr, -length * 0.8, half);
      cairo_stroke (cr);
      break;
    }
  cairo_restore (cr);
}

/**
 * hearsay_edge_sample_draw:
 * @is_signed: whether @position means something; otherwise the line is plain and grey
 * @x0: where it begins
 * @x1: where its end or arrow is; may lie to the left
 *
 * A level edge as drawings have them, for legends and headings.
 */
void
hearsay_edge_sample_draw (cairo_t         *cr,
                          HearsayStyle     style,
                          HearsayPosition  position,
                          gboolean         is_signed,
                          gboolean         directed,
                          double           x0,
                          double           x1,
                          double           y,
                          double           width)
{
  double way = x1 < x0 ? -1.0 : 1.0;
  double angle = x1 < x0 ? G_PI : 0.0;

  if (!is_signed)
    position = HEARSAY_POSITION_NEUTRAL;
  hearsay_set_source_colour (cr, hearsay_palette_stance (style, position, HEARSAY_STANCE_MARK));
  if (is_signed)
    hearsay_edge_set_dash (cr, position, width);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1 - (directed && is_signed ? way * hearsay_edge_end_length (position, width) : 0.0), y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  if (directed)
    hearsay_edge_end_draw (cr, position, x1, y, angle, width);
  else if (is_signed && position == HEARSAY_POSITION_OPPOSE)
    {
      hearsay_edge_end_draw (cr, position, x1, y, angle, width);
      hearsay_edge_end_draw (cr, position, x0, y, G_PI - angle, width);
    }
}

/**
 * hearsay_fact_sample_draw:
 * @kind: what is stated; what neither does to the other has no end
 * @x0: where it begins
 * @x1: where its end is; may lie to the left
 *
 * As hearsay_edge_sample_draw(), for a line of a network of facts: it has no colour of a stance.
 */
void
hearsay_fact_sample_draw (cairo_t             *cr,
                          HearsayStyle         style,
                          HearsayRelationKind  kind,
                          double               x0,
                          double               x1,
                          double               y,
                          double               width)
{
  hearsay_set_source_colour (cr, hearsay_palette_stance (style, HEARSAY_POSITION_NEUTRAL, HEARSAY_STANCE_MARK));
  if (kind == HEARSAY_RELATION_CONFLICT || kind == HEARSAY_RELATION_DISAGREEMENT)
    hearsay_edge_set_dash (cr, HEARSAY_POSITION_OPPOSE, width);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  if (kind == HEARSAY_RELATION_CONFLICT)
    hearsay_edge_end_draw (cr, HEARSAY_POSITION_OPPOSE, x1, y, x1 < x0 ? G_PI : 0.0, width);
}
