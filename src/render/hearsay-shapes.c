/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"

/* A diamond or drop must reach further than a circle to look as large. */
#define DIAMOND_REACH 1.18
#define DROP_REACH 1.28

void
hearsay_set_source_colour (cairo_t       *cr,
                           HearsayColour  colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/**
 * hearsay_rounded_rectangle:
 * @radius: of the corners; cut down to half the shorter side
 *
 * Adds a closed path.
 */
void
hearsay_rounded_rectangle (cairo_t *cr,
                           double   x,
                           double   y,
                           double   width,
                           double   height,
                           double   radius)
{
  double r = MAX (0.0, MIN (radius, MIN (width, height) / 2.0));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/**
 * hearsay_mark_path:
 * @x: of the centre
 * @size: diameter of a circle of the same weight
 *
 * Adds the closed outline: circle, diamond, or half of each with the tip to the right.
 */
void
hearsay_mark_path (cairo_t              *cr,
                   HearsayStatementKind  kind,
                   double                x,
                   double                y,
                   double                size)
{
  double r = size / 2.0;
  double d = r * DIAMOND_REACH;

  cairo_new_sub_path (cr);
  switch (kind)
    {
    case HEARSAY_STATEMENT_INDIRECT:
      cairo_move_to (cr, x, y - d);
      cairo_line_to (cr, x + d, y);
      cairo_line_to (cr, x, y + d);
      cairo_line_to (cr, x - d, y);
      break;
    case HEARSAY_STATEMENT_MIXED:
      cairo_arc (cr, x - 0.1 * r, y, r, G_PI / 3.0, 1.66667 * G_PI);
      cairo_line_to (cr, x + r * DROP_REACH, y);
      break;
    case HEARSAY_STATEMENT_DIRECT:
    default:
      cairo_arc (cr, x, y, r, 0.0, 2.0 * G_PI);
      break;
    }
  cairo_close_path (cr);
}

/**
 * hearsay_stance_sign_draw:
 * @size: length of the strokes of + and −
 */
void
hearsay_stance_sign_draw (cairo_t         *cr,
                          HearsayPosition  position,
                          HearsayColour    colour,
                          double           x,
                          double           y,
                          double           size)
{
  double half = size / 2.0;

  cairo_save (cr);
  hearsay_set_source_colour (cr, colour);
  if (position == HEARSAY_POSITION_NEUTRAL)
    {
      cairo_arc (cr, x, y, size * 0.2, 0.0, 2.0 * G_PI);
      cairo_fill (cr);
    }
  else
    {
      cairo_set_line_width (cr, size * 0.23);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_move_to (cr, x - half, y);
      cairo_line_to (cr, x + half, y);
      if (position == HEARSAY_POSITION_SUPPORT)
        {
          cairo_move_to (cr, x, y - half);
          cairo_line_to (cr, x, y + half);
        }
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * hearsay_mark_draw:
 * @x: of the centre
 */
void
hearsay_mark_draw (cairo_t               *cr,
                   HearsayStyle           style,
                   const HearsayMarkLook *look,
                   double                 x,
                   double                 y)
{
  g_return_if_fail (look != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  hearsay_mark_path (cr, look->kind, x, y, look->size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (look->hollow)
    {
      hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_VIEW));
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, 1.5);
      hearsay_set_source_colour (cr, hearsay_palette_stance (style, HEARSAY_POSITION_NEUTRAL, HEARSAY_STANCE_MARK));
      cairo_stroke (cr);
    }
  else
    {
      if (look->by_speaker)
        hearsay_set_source_colour (cr, hearsay_palette_speaker (style, look->colour));
      else
        hearsay_set_source_colour (cr, hearsay_palette_stance (style, look->position, HEARSAY_STANCE_MARK));
      cairo_set_line_width (cr, 1.0);
      cairo_fill_preserve (cr);
      cairo_stroke (cr);
      if (look->sign)
        hearsay_stance_sign_draw (cr, look->position,
                                  hearsay_palette_stance (style, look->position, HEARSAY_STANCE_SIGN),
                                  x, y, look->size * 0.46);
    }
  cairo_restore (cr);
}

/**
 * hearsay_badge_draw:
 * @n: how many marks it stands for
 * @counts: how many of them have each position; their sum may be less than @n
 *
 * A round count with a ring that shows the share of each position, in the order
 * support, neutral, oppose, clockwise from the top.
 */
void
hearsay_badge_draw (cairo_t      *cr,
                    HearsayStyle  style,
                    guint         n,
                    const guint   counts[HEARSAY_N_POSITIONS],
                    double        x,
                    double        y,
                    double        radius)
{
  static const HearsayPosition order[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE };
  HearsayTextLook look = { .size = n < 100 ? radius * 0.92 : radius * 0.72, .weight = 700 };
  double angle = -G_PI_2;
  char label[16];

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius - 1.25, 0.0, 2.0 * G_PI);
  hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_VIEW));
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2.5);
  hearsay_set_source_colour (cr, hearsay_colour_over (hearsay_palette_role (style, HEARSAY_ROLE_FAINT),
                                                      hearsay_palette_role (style, HEARSAY_ROLE_VIEW)));
  cairo_stroke (cr);
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (order); i++)
    {
      double sweep = 2.0 * G_PI * counts[order[i]] / n;

      if (sweep <= 0.0)
        continue;
      cairo_arc (cr, x, y, radius - 1.25, angle, angle + sweep);
      hearsay_set_source_colour (cr, hearsay_palette_stance (style, order[i], HEARSAY_STANCE_MARK));
      cairo_stroke (cr);
      angle += sweep;
    }
  cairo_restore (cr);

  if (n < 10000)
    g_snprintf (label, sizeof label, "%u", n);
  else
    g_snprintf (label, sizeof label, "%uk", n / 1000);
  hearsay_text_draw (cr, label, &look, HEARSAY_TEXT_MIDDLE, x, y, hearsay_palette_role (style, HEARSAY_ROLE_TEXT));
}

/**
 * hearsay_node_kind_of_actor:
 *
 * Returns: the shape that stands for an actor of @kind
 */
HearsayNodeKind
hearsay_node_kind_of_actor (HearsayActorKind kind)
{
  switch (kind)
    {
    case HEARSAY_ACTOR_ORGANIZATION:
      return HEARSAY_NODE_ORGANIZATION;
    case HEARSAY_ACTOR_COUNTRY:
      return HEARSAY_NODE_COUNTRY;
    case HEARSAY_ACTOR_GROUP:
      return HEARSAY_NODE_GROUP;
    case HEARSAY_ACTOR_PERSON:
    default:
      return HEARSAY_NODE_PERSON;
    }
}
