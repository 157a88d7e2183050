/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "render/hearsay-date-words.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"
#include "render/hearsay-timeline-painter-private.h"

#define MIN_TICK_GAP 72.0
#define TICK_TEXT 12.5
#define SMALL_TEXT 11.5
#define HEADING_TEXT 13.5

static HearsayColour
role (const HearsayTimelinePaint *paint,
      HearsayRole                 name)
{
  return hearsay_palette_role (paint->look->style, name);
}

static HearsayTextLook
text_look (const HearsayTimelinePaint *paint,
           double                      size,
           int                         weight,
           double                      max_width)
{
  return (HearsayTextLook) { size * paint->self->options.text_scale, weight, max_width };
}

static void
draw_line (const HearsayTimelinePaint *paint,
           double                      x0,
           double                      y0,
           double                      x1,
           double                      y1,
           HearsayColour               colour)
{
  cairo_set_line_width (paint->cr, 1.0);
  cairo_move_to (paint->cr, x0, y0);
  cairo_line_to (paint->cr, x1, y1);
  hearsay_set_source_colour (paint->cr, colour);
  cairo_stroke (paint->cr);
}

/* By the clock that the user's locale reads: 15:00, or 3 pm where hours run to twelve. */
static char *
make_hour_words (int minute)
{
  int hour = minute / 60;

  if (strpbrk (nl_langinfo (T_FMT), "rIlp") == NULL)
    return g_strdup_printf ("%02d:%02d", hour, minute % 60);
  /* Translators: an hour of the first and of the second half of the day: “3 am”, “3 pm” */
  return g_strdup_printf (hour < 12 ? _("%d am") : _("%d pm"), hour % 12 == 0 ? 12 : hour % 12);
}

/* What a tick says; @strong is the part in bold, at the end. */
static void
make_tick_words (HearsayTickUnit    unit,
                 const HearsayTick *tick,
                 char             **plain,
                 char             **strong)
{
  HearsayDate date = hearsay_date_from_days (tick->day);

  *plain = NULL;
  switch (unit)
    {
    case HEARSAY_TICK_HOUR:
      *strong = make_hour_words (tick->minute);
      break;
    case HEARSAY_TICK_DAY:
      *plain = g_strdup (hearsay_date_words_short_weekday (tick->day));
      *strong = g_strdup_printf ("%d", date.day);
      break;
    case HEARSAY_TICK_MONDAY:
      *plain = g_strdup_printf ("%d", date.day);
      *strong = g_strdup (hearsay_date_words_short_month (date.month));
      break;
    case HEARSAY_TICK_MONTH:
      *strong = g_strdup (hearsay_date_words_short_month (date.month));
      break;
    case HEARSAY_TICK_QUARTER:
      /* Translators: quarter of a year, “Q3” */
      *strong = g_strdup_printf (_("Q%d"), (date.month - 1) / 3 + 1);
      break;
    case HEARSAY_TICK_YEAR:
    case HEARSAY_TICK_DECADE:
    default:
      *strong = g_strdup_printf ("%d", date.year);
      break;
    }
}

/* The larger unit, in full for the heading and short where it changes. */
static char *
make_larger_words (HearsayTickUnit unit,
                   gint32          day,
                   gboolean        heading)
{
  HearsayDate date = hearsay_date_from_days (day);

  switch (unit)
    {
    case HEARSAY_TICK_HOUR:
      if (heading)
        return hearsay_date_words_new (date);
      return g_strdup_printf (_("%d %s"), date.day, hearsay_date_words_short_month (date.month));
    case HEARSAY_TICK_DAY:
    case HEARSAY_TICK_MONDAY:
      if (heading)
        return g_strdup_printf (_("%s %d"), hearsay_date_words_month (date.month), date.year);
      if (date.month == 1)
        return g_strdup_printf ("%d", date.year);
      return g_strdup (hearsay_date_words_month (date.month));
    case HEARSAY_TICK_MONTH:
    case HEARSAY_TICK_QUARTER:
      return g_strdup_printf ("%d", date.year);
    case HEARSAY_TICK_YEAR:
    case HEARSAY_TICK_DECADE:
    default:
      return NULL;
    }
}

/* Days, months, quarters and years are cells with their words in the middle;
 * hours and Mondays are moments with their words beside the line. */
static gboolean
is_cell (HearsayTickUnit unit)
{
  return unit != HEARSAY_TICK_HOUR && unit != HEARSAY_TICK_MONDAY && unit != HEARSAY_TICK_DECADE;
}

static void
draw_tick_words (const HearsayTimelinePaint *paint,
                 HearsayTickUnit             unit,
                 const HearsayTick          *tick,
                 double                      cell_width)
{
  g_autofree char *plain = NULL;
  g_autofree char *strong = NULL;
  HearsayTextLook plain_look = text_look (paint, TICK_TEXT, 400, 0.0);
  HearsayTextLook strong_look = text_look (paint, TICK_TEXT, 600, 0.0);
  double plain_width = 0.0;
  double strong_width;
  double x = paint->self->metrics.plot_x + tick->x;
  double y = paint->self->metrics.axis_height * 0.58;

  make_tick_words (unit, tick, &plain, &strong);
  if (plain != NULL)
    {
      hearsay_text_measure (plain, &plain_look, &plain_width, NULL);
      plain_width += TICK_TEXT * 0.3;
    }
  hearsay_text_measure (strong, &strong_look, &strong_width, NULL);
  x += is_cell (unit) ? (cell_width - plain_width - strong_width) / 2.0 : 5.0;
  if (plain != NULL)
    hearsay_text_draw (paint->cr, plain, &plain_look, HEARSAY_TEXT_START, x, y, role (paint, HEARSAY_ROLE_DIM));
  hearsay_text_draw (paint->cr, strong, &strong_look, HEARSAY_TEXT_START, x + plain_width, y, role (paint, HEARSAY_ROLE_TEXT));
  if (tick->opens)
    {
      g_autofree char *larger = make_larger_words (unit, tick->day, FALSE);
      HearsayTextLook small = text_look (paint, SMALL_TEXT, 400, 0.0);

      if (larger != NULL)
        hearsay_text_draw (paint->cr, larger, &small, is_cell (unit) ? HEARSAY_TEXT_MIDDLE : HEARSAY_TEXT_START,
                           paint->self->metrics.plot_x + tick->x + (is_cell (unit) ? cell_width / 2.0 : 5.0),
                           paint->self->metrics.axis_height * 0.22, role (paint, HEARSAY_ROLE_DIM));
    }
}

static double
tick_width (const GArray *ticks,
            guint         i,
            double        pixels_per_day)
{
  const HearsayTick *tick = &g_array_index (ticks, HearsayTick, i);

  if (i + 1 < ticks->len)
    return g_array_index (ticks, HearsayTick, i + 1).x - tick->x;
  if (i > 0)
    return tick->x - g_array_index (ticks, HearsayTick, i - 1).x;
  return pixels_per_day;
}

static void
draw_grid (const HearsayTimelinePaint *paint,
           const GArray               *ticks,
           HearsayTickUnit             unit)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;

  for (guint i = 0; i < ticks->len; i++)
    {
      const HearsayTick *tick = &g_array_index (ticks, HearsayTick, i);
      double x = metrics->plot_x + tick->x;
      gint32 weekday = (gint32) ((((gint64) tick->day + 3) % 7 + 7) % 7);

      if (unit <= HEARSAY_TICK_DAY && weekday >= 5)
        {
          cairo_rectangle (paint->cr, x, 0.0, tick_width (ticks, i, paint->scale.pixels_per_day), MAX (paint->bottom, 0.0));
          hearsay_set_source_colour (paint->cr, role (paint, HEARSAY_ROLE_SHADE));
          cairo_fill (paint->cr);
        }
      draw_line (paint, x, metrics->axis_height * 0.72, x, paint->bottom, role (paint, HEARSAY_ROLE_SOFT_LINE));
    }
}

double
hearsay_timeline_publication_x (const HearsayTimelinePaint       *paint,
                                const HearsayTimelinePublication *publication)
{
  gboolean hours = publication->minute >= 0 && paint->scale.pixels_per_day >= 240.0;

  return paint->self->metrics.plot_x +
         hearsay_time_scale_x (&paint->scale, publication->day + (hours ? publication->minute / 1440.0 : 0.5));
}

typedef struct
{
  double x;
  guint32 index;
} Printing;

static int
compare_printings (gconstpointer a,
                   gconstpointer b)
{
  const Printing *first = a;
  const Printing *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static void
draw_printing (const HearsayTimelinePaint *paint,
               double                      x)
{
  static const double dashes[] = { 2.0, 3.0 };
  double y = paint->self->metrics.plot_y - 8.0;

  cairo_move_to (paint->cr, x, y - 4.5);
  cairo_line_to (paint->cr, x + 4.5, y + 2.5);
  cairo_line_to (paint->cr, x - 4.5, y + 2.5);
  cairo_close_path (paint->cr);
  hearsay_set_source_colour (paint->cr, role (paint, HEARSAY_ROLE_DIM));
  cairo_fill (paint->cr);
  cairo_save (paint->cr);
  cairo_set_dash (paint->cr, dashes, 2, 0.0);
  draw_line (paint, x, paint->self->metrics.plot_y, x, MAX (paint->bottom, paint->self->metrics.plot_y),
             role (paint, HEARSAY_ROLE_FAINT));
  cairo_restore (paint->cr);
}

/* The middle of a name below which the mark is in sight: the name is, too, as far as it finds room. */
static double
place_name (const HearsayTimelinePaint *paint,
            double                      x,
            double                      width)
{
  double first = paint->self->metrics.plot_x + paint->look->inset;
  double end = paint->look->width - paint->look->inset;

  if (x < first || x > end || width > end - first)
    return x;
  return CLAMP (x, first + width / 2.0, end - width / 2.0);
}

/* Names that would touch the one before them are left out; the mark stays. */
static void
draw_publications (const HearsayTimelinePaint *paint)
{
  const HearsayTimeline *timeline = paint->self->timeline;
  g_autofree Printing *printings = g_new (Printing, MAX (timeline->n_publications, 1));
  HearsayTextLook look = text_look (paint, SMALL_TEXT + 0.3, 400, 160.0);
  double free_from = paint->self->metrics.plot_x;
  guint n = 0;

  for (guint i = 0; i < timeline->n_publications; i++)
    {
      if (timeline->publications[i].day != HEARSAY_TIMELINE_NO_DAY)
        printings[n++] = (Printing) { hearsay_timeline_publication_x (paint, &timeline->publications[i]), i };
    }
  if (n > 1)
    qsort (printings, n, sizeof (Printing), compare_printings);
  for (guint i = 0; i < n; i++)
    {
      const char *publisher = timeline->publications[printings[i].index].publisher;
      double x = printings[i].x;
      double width;

      if (x < paint->self->metrics.plot_x - 100.0 || x > paint->look->width + 100.0)
        continue;
      if (i == 0 || x - printings[i - 1].x > 0.5)
        draw_printing (paint, x);
      if (publisher == NULL || *publisher == '\0')
        continue;
      hearsay_text_measure (publisher, &look, &width, NULL);
      x = place_name (paint, x, width);
      if (x - width / 2.0 < free_from)
        continue;
      hearsay_text_draw (paint->cr, publisher, &look, HEARSAY_TEXT_MIDDLE, x,
                         paint->self->metrics.axis_height + (paint->self->metrics.plot_y - paint->self->metrics.axis_height) * 0.34,
                         role (paint, HEARSAY_ROLE_DIM));
      free_from = x + width / 2.0 + 10.0;
    }
}

/* In a lane with a curve the middle is neutral; support and oppose have a thinner line each. */
static void
draw_middle (const HearsayTimelinePaint *paint,
             double                      y,
             double                      height)
{
  double middle = floor (y + height / 2.0) + 0.5;
  double left = paint->self->metrics.plot_x;

  cairo_set_line_width (paint->cr, 2.0);
  cairo_move_to (paint->cr, left, middle);
  cairo_line_to (paint->cr, paint->look->width, middle);
  hearsay_set_source_colour (paint->cr, role (paint, HEARSAY_ROLE_SOFT_LINE));
  cairo_stroke (paint->cr);
  if (paint->self->options.mode != HEARSAY_TIMELINE_CURVES || height < 3.0 * HEARSAY_PACKING_SLOT)
    return;
  draw_line (paint, left, middle - HEARSAY_PACKING_SLOT, paint->look->width, middle - HEARSAY_PACKING_SLOT,
             role (paint, HEARSAY_ROLE_SOFT_LINE));
  draw_line (paint, left, middle + HEARSAY_PACKING_SLOT, paint->look->width, middle + HEARSAY_PACKING_SLOT,
             role (paint, HEARSAY_ROLE_SOFT_LINE));
}

static void
draw_lane_lines (const HearsayTimelinePaint *paint)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;
  const HearsayTimeline *timeline = paint->self->timeline;

  cairo_save (paint->cr);
  cairo_rectangle (paint->cr, 0.0, metrics->plot_y - 1.0, paint->look->width, MAX (paint->look->height - metrics->plot_y + 1.0, 0.0));
  cairo_clip (paint->cr);
  for (guint i = 0; i <= timeline->n_lanes; i++)
    {
      double y = floor (metrics->plot_y + paint->self->tops[i] - paint->look->scroll_y) - 0.5;
      double height = i < timeline->n_lanes ? paint->self->tops[i + 1] - paint->self->tops[i] : 0.0;

      if (y + height < metrics->plot_y - 1.0 || y > paint->look->height)
        continue;
      if (i < timeline->n_lanes && timeline->lanes[i].is_head && !timeline->lanes[i].closed)
        {
          cairo_rectangle (paint->cr, 0.0, y, paint->look->width, height);
          hearsay_set_source_colour (paint->cr, role (paint, HEARSAY_ROLE_SHADE));
          cairo_fill (paint->cr);
        }
      else if (i < timeline->n_lanes && paint->self->options.mode != HEARSAY_TIMELINE_TOTALS)
        draw_middle (paint, y, height);
      draw_line (paint, 0.0, y, paint->look->width, y, role (paint, HEARSAY_ROLE_SOFT_LINE));
    }
  cairo_restore (paint->cr);
}

/* The grid, the ruler and the row of publications. */
void
hearsay_timeline_paint_axis (const HearsayTimelinePaint *paint)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;
  double width = MAX (paint->look->width - metrics->plot_x, 0.0);
  HearsayTickUnit unit = HEARSAY_TICK_DAY;
  g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&paint->scale, width,
                                                       MIN_TICK_GAP * MAX (paint->self->options.text_scale, 1.0), &unit);

  cairo_save (paint->cr);
  cairo_rectangle (paint->cr, metrics->plot_x, 0.0, width, paint->look->height);
  cairo_clip (paint->cr);
  draw_grid (paint, ticks, unit);
  for (guint i = 0; i < ticks->len; i++)
    draw_tick_words (paint, unit, &g_array_index (ticks, HearsayTick, i), tick_width (ticks, i, paint->scale.pixels_per_day));
  draw_publications (paint);
  cairo_restore (paint->cr);
  draw_lane_lines (paint);
  draw_line (paint, 0.0, metrics->axis_height - 0.5, paint->look->width, metrics->axis_height - 0.5, role (paint, HEARSAY_ROLE_LINE));
  draw_line (paint, metrics->undated_x + 0.5, metrics->axis_height, metrics->undated_x + 0.5, paint->bottom,
             role (paint, HEARSAY_ROLE_SOFT_LINE));
  if (metrics->undated_width > 0.0)
    draw_line (paint, metrics->plot_x + 0.5, 0.0, metrics->plot_x + 0.5, paint->bottom, role (paint, HEARSAY_ROLE_LINE));
}

/* The larger unit at the left, and what the rows and columns there are. */
void
hearsay_timeline_paint_heading (const HearsayTimelinePaint *paint)
{
  const HearsayTimelineMetrics *metrics = &paint->self->metrics;
  HearsayTickUnit unit = HEARSAY_TICK_DAY;
  double width = MAX (paint->look->width - metrics->plot_x, 1.0);
  g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&paint->scale, width,
                                                       MIN_TICK_GAP * MAX (paint->self->options.text_scale, 1.0), &unit);
  g_autofree char *heading = NULL;
  /* Of the first tick that is well in sight. */
  double day = hearsay_time_scale_day (&paint->scale, paint->look->inset + MIN_TICK_GAP / 2.0);
  HearsayTextLook look = text_look (paint, HEADING_TEXT, 700, metrics->undated_x - 26.0);
  HearsayTextLook small = text_look (paint, TICK_TEXT, 400, metrics->undated_x - 26.0);

  if (ticks->len > 0)
    heading = make_larger_words (unit, (gint32) floor (day), TRUE);
  if (heading != NULL && !paint->self->options.folded)
    hearsay_text_draw (paint->cr, heading, &look, HEARSAY_TEXT_START, 20.0, metrics->axis_height * 0.58,
                       role (paint, HEARSAY_ROLE_TEXT));
  if (metrics->plot_y > metrics->axis_height && !paint->self->options.folded)
    hearsay_text_draw (paint->cr, _("Published"), &small, HEARSAY_TEXT_START, 20.0,
                       (metrics->axis_height + metrics->plot_y) / 2.0, role (paint, HEARSAY_ROLE_DIM));
  if (metrics->undated_width > 0.0)
    {
      small.max_width = metrics->undated_width - 8.0;
      hearsay_text_draw (paint->cr, _("No date"), &small, HEARSAY_TEXT_MIDDLE,
                         metrics->undated_x + metrics->undated_width / 2.0, metrics->axis_height * 0.58,
                         role (paint, HEARSAY_ROLE_DIM));
    }
}
