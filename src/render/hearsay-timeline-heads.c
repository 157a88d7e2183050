/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"
#include "render/hearsay-timeline-painter-private.h"

#define SMALL_TEXT 11.8
#define NAME_TEXT 13.8
#define NAME_X 60.0

/* Under a group, speakers step to the right. */
#define INDENT 14.0

static HearsayColour
role (const HearsayTimelinePaint *paint,
      HearsayRole                 name)
{
  return hearsay_palette_role (paint->look->style, name);
}

/* A triangle that points to what it opens. */
static void
draw_expander (const HearsayTimelinePaint *paint,
               gboolean                    closed,
               double                      x,
               double                      y)
{
  cairo_save (paint->cr);
  cairo_translate (paint->cr, x, y);
  if (!closed)
    cairo_rotate (paint->cr, G_PI / 2.0);
  cairo_move_to (paint->cr, -2.5, -4.5);
  cairo_line_to (paint->cr, 3.5, 0.0);
  cairo_line_to (paint->cr, -2.5, 4.5);
  cairo_close_path (paint->cr);
  hearsay_set_source_colour (paint->cr, role (paint, HEARSAY_ROLE_DIM));
  cairo_fill (paint->cr);
  cairo_restore (paint->cr);
}

static void
draw_count (const HearsayTimelinePaint *paint,
            guint                       n,
            double                      x,
            double                      y,
            double                      room)
{
  HearsayTextLook look = { SMALL_TEXT * paint->self->options.text_scale, 400, room };
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement", "%u statements", n), n);

  hearsay_text_draw (paint->cr, words, &look, HEARSAY_TEXT_START, x, y, role (paint, HEARSAY_ROLE_DIM));
}

/* How many statements the highest bars stand for. */
static void
draw_measure (const HearsayTimelinePaint      *paint,
              const HearsayTimelineLane *lane,
              double                           top)
{
  guint32 most = lane->is_total ? paint->self->packing->most_total : paint->self->packing->most;
  HearsayTextLook look = { SMALL_TEXT * paint->self->options.text_scale, 400, 0.0 };
  g_autofree char *words = g_strdup_printf ("%u", most);
  double right = paint->self->metrics.undated_x - 6.0;

  if (most == 0)
    return;
  hearsay_text_draw (paint->cr, words, &look, HEARSAY_TEXT_END, right - 4.0, top + 9.0, role (paint, HEARSAY_ROLE_DIM));
  cairo_set_line_width (paint->cr, 1.0);
  cairo_move_to (paint->cr, right, top + 7.5);
  cairo_line_to (paint->cr, right + 6.0, top + 7.5);
  hearsay_set_source_colour (paint->cr, role (paint, HEARSAY_ROLE_LINE));
  cairo_stroke (paint->cr);
}

static void
draw_head (const HearsayTimelinePaint *paint,
           guint                       index)
{
  const HearsayTimelinePainter *self = paint->self;
  const HearsayTimelineLane *lane = &self->timeline->lanes[index];
  double top = self->metrics.plot_y + self->tops[index] - paint->look->scroll_y;
  double height = self->tops[index + 1] - self->tops[index];
  double middle = top + height / 2.0;
  gboolean low = height < 36.0;
  double radius = height >= 60.0 ? 15.0 : height >= 36.0 ? 14.0 : 10.0;
  double indent = lane->group >= 0 && !lane->is_head && self->has_groups ? INDENT : 0.0;
  double x = self->options.folded ? self->metrics.undated_x / 2.0 : 34.0 + indent;
  double name_x = NAME_X + (lane->is_head && low ? -30.0 : indent);
  double room = self->metrics.undated_x - name_x - (self->options.mode == HEARSAY_TIMELINE_TOTALS ? 30.0 : 8.0);
  double apart = height >= 48.0 ? 8.5 * self->options.text_scale : 0.0;
  HearsayTextLook name = { NAME_TEXT * self->options.text_scale, 600, room };

  if (self->options.mode == HEARSAY_TIMELINE_TOTALS && !(lane->is_head && !lane->closed))
    draw_measure (paint, lane, top);
  if (lane->is_head && !self->options.folded)
    draw_expander (paint, lane->closed, 12.0, middle);
  if (!(lane->is_head && low) && !(lane->is_total && self->options.folded))
    hearsay_avatar_draw (paint->cr, paint->look->style, hearsay_node_kind_of_actor (lane->kind), lane->colour,
                         lane->initials, x, middle, radius);
  else if (self->options.folded && lane->is_head)
    draw_expander (paint, lane->closed, x, middle);
  if (self->options.folded)
    return;
  hearsay_text_draw (paint->cr, lane->name, &name, HEARSAY_TEXT_START, name_x, middle - apart, role (paint, HEARSAY_ROLE_TEXT));
  if (apart > 0.0)
    draw_count (paint, lane->n_statements, name_x, middle + apart, room);
}

/* Who speaks, left of the plot. */
void
hearsay_timeline_paint_lanes (const HearsayTimelinePaint *paint)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;

  hearsay_timeline_paint_heading (paint);
  cairo_save (paint->cr);
  cairo_rectangle (paint->cr, 0.0, metrics->plot_y, metrics->undated_x, MAX (paint->look->height - metrics->plot_y, 0.0));
  cairo_clip (paint->cr);
  for (guint i = 0; i < paint->self->timeline->n_lanes; i++)
    {
      double top = metrics->plot_y + paint->self->tops[i] - paint->look->scroll_y;

      if (top + metrics->lane_height * 2.0 > metrics->plot_y && top < paint->look->height)
        draw_head (paint, i);
    }
  cairo_restore (paint->cr);
}
