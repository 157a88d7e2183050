/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "render/hearsay-date-words.h"
#include "render/hearsay-figure.h"
#include "render/hearsay-legend.h"
#include "render/hearsay-network-fill.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"
#include "render/hearsay-timeline-painter.h"

#define TITLE_TEXT 19.0
#define DATES_TEXT 12.5
#define LEGEND_TEXT 12.0
#define NOTE_TEXT 11.5

/* Days are what most dates are known to: a short range is not stretched into hours. */
#define LARGEST_DAY 140.0

/* Names of publishers stand above the last day as well. */
#define AXIS_MARGIN 36.0
#define FOLDED_BELOW 520.0
#define POINTS_PER_PIXEL 0.75

/* What is left for the drawing once title, legend and note have their place. */
typedef struct
{
  HearsayStyle style;
  HearsayColour ground;
  double margin;
  HearsayBox room;
} Frame;

static HearsayStyle
choose_style (const HearsayFigureOptions *options)
{
  switch (options->background)
    {
    case HEARSAY_BACKGROUND_WHITE:
      return HEARSAY_STYLE_LIGHT;
    case HEARSAY_BACKGROUND_DARK:
      return HEARSAY_STYLE_DARK;
    case HEARSAY_BACKGROUND_STYLE:
    case HEARSAY_BACKGROUND_TRANSPARENT:
    default:
      return options->style;
    }
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
paint_ground (cairo_t                    *cr,
              const HearsayFigureOptions *options,
              Frame                      *frame)
{
  frame->style = choose_style (options);
  frame->ground = hearsay_palette_role (frame->style, HEARSAY_ROLE_VIEW);
  frame->margin = MIN (options->width, options->height) < 480.0 ? 12.0 : 24.0;
  frame->room = (HearsayBox) { frame->margin, frame->margin, options->width - frame->margin, options->height - frame->margin };
  if (options->background == HEARSAY_BACKGROUND_TRANSPARENT)
    {
      frame->ground.alpha = 0.0;
      return;
    }
  cairo_rectangle (cr, 0.0, 0.0, options->width, options->height);
  hearsay_set_source_colour (cr, frame->ground);
  cairo_fill (cr);
}

static void
paint_title (cairo_t                    *cr,
             const HearsayFigureOptions *options,
             Frame                      *frame)
{
  double width = frame->room.x1 - frame->room.x0;
  HearsayTextLook title = { TITLE_TEXT, 800, width };
  HearsayTextLook dates = { DATES_TEXT, 400, width };

  if (options->width < 480.0)
    title.size = 15.0;
  if (has_text (options->title))
    {
      hearsay_text_draw (cr, options->title, &title, HEARSAY_TEXT_START, frame->room.x0,
                         frame->room.y0 + title.size * 0.7, hearsay_palette_role (frame->style, HEARSAY_ROLE_TEXT));
      frame->room.y0 += title.size * 1.5;
    }
  if (has_text (options->dates))
    {
      hearsay_text_draw (cr, options->dates, &dates, HEARSAY_TEXT_START, frame->room.x0,
                         frame->room.y0 + DATES_TEXT * 0.7, hearsay_palette_role (frame->style, HEARSAY_ROLE_DIM));
      frame->room.y0 += DATES_TEXT * 1.6;
    }
  if (has_text (options->title) || has_text (options->dates))
    frame->room.y0 += 8.0;
}

/* The legend stands at the lower left, the note at the lower right: in one row
 * where both find room, else one above the other. */
static void
paint_foot (cairo_t                    *cr,
            const HearsayFigureOptions *options,
            HearsayLegend              *legend,
            const char                 *note,
            Frame                      *frame)
{
  double width = frame->room.x1 - frame->room.x0;
  HearsayTextLook look = { NOTE_TEXT, 400, width };
  double note_width = 0.0;
  double legend_width = 0.0;
  double legend_height = 0.0;

  if (has_text (note))
    {
      hearsay_text_measure (note, &look, &note_width, NULL);
      note_width += 24.0;
    }
  if (options->legend)
    legend_height = hearsay_legend_measure (legend, MAX (width - note_width, width * 0.45), &legend_width);
  if (legend_height > 0.0 && has_text (note) && legend_width + note_width > width + 24.0)
    {
      hearsay_text_draw (cr, note, &look, HEARSAY_TEXT_END, frame->room.x1, frame->room.y1 - NOTE_TEXT * 0.7,
                         hearsay_palette_role (frame->style, HEARSAY_ROLE_DIM));
      frame->room.y1 -= NOTE_TEXT * 1.8;
      note = NULL;
      legend_height = hearsay_legend_measure (legend, width, &legend_width);
    }
  if (has_text (note))
    hearsay_text_draw (cr, note, &look, HEARSAY_TEXT_END, frame->room.x1, frame->room.y1 - NOTE_TEXT * 0.7,
                       hearsay_palette_role (frame->style, HEARSAY_ROLE_DIM));
  if (legend_height > 0.0)
    hearsay_legend_paint (legend, cr, frame->style, frame->room.x0, frame->room.y1 - legend_height);
  if (legend_height > 0.0 || has_text (note))
    frame->room.y1 -= MAX (legend_height, NOTE_TEXT * 1.8) + 8.0;
}

static void
paint_empty (cairo_t     *cr,
             const Frame *frame,
             const char  *words)
{
  HearsayTextLook look = { 15.0, 600, frame->room.x1 - frame->room.x0 };

  hearsay_text_draw (cr, words, &look, HEARSAY_TEXT_MIDDLE, (frame->room.x0 + frame->room.x1) / 2.0,
                     (frame->room.y0 + frame->room.y1) / 2.0, hearsay_palette_role (frame->style, HEARSAY_ROLE_DIM));
}

/**
 * hearsay_figure_paint_network:
 * @cr: with its origin at the upper left of the figure
 *
 * Paints the very figure that is written: for previews.
 *
 * Returns: the size of the smallest words, in points at 100 %
 */
double
hearsay_figure_paint_network (cairo_t                    *cr,
                              const HearsayNetwork       *network,
                              const HearsayPoint         *positions,
                              const HearsayFigureOptions *options)
{
  static const HearsayFigureNetwork usual = { .painter = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT };
  const HearsayFigureNetwork *drawn;
  g_autoptr (HearsayLegend) legend = NULL;
  Frame frame;

  g_return_val_if_fail (cr != NULL, 0.0);
  g_return_val_if_fail (network != NULL, 0.0);
  g_return_val_if_fail (options != NULL, 0.0);

  drawn = options->network != NULL ? options->network : &usual;
  legend = hearsay_legend_new_network (network, LEGEND_TEXT);
  if (drawn->tint_name != NULL)
    hearsay_legend_add_colours (legend, drawn->tint_name, drawn->tint_most);
  if (drawn->size_name != NULL)
    hearsay_legend_add_sizes (legend, drawn->size_name, drawn->size_most);
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, options->width, options->height);
  cairo_clip (cr);
  paint_ground (cr, options, &frame);
  paint_title (cr, options, &frame);
  paint_foot (cr, options, legend, options->source_note, &frame);
  if (network->n_nodes == 0)
    paint_empty (cr, &frame, _("Nothing to connect"));
  else
    hearsay_network_fill (cr, network, positions, &drawn->painter, &(HearsayNetworkLook) { .style = frame.style, .ground = frame.ground },
                          &options->part, &frame.room);
  cairo_restore (cr);
  return NOTE_TEXT * POINTS_PER_PIXEL;
}

static gint32
choose_day (gint32 wanted,
            gint32 none,
            gint32 range)
{
  return wanted == none ? range : wanted;
}

/* Curves need three rows of marks, bars some room to differ in. */
static double
smallest_lane (HearsayTimelineMode mode)
{
  switch (mode)
    {
    case HEARSAY_TIMELINE_CURVES:
      return 3.0 * HEARSAY_PACKING_SLOT;
    case HEARSAY_TIMELINE_TOTALS:
      return 36.0;
    case HEARSAY_TIMELINE_MARKS:
    default:
      return 28.0;
    }
}

static double
sum_lanes (const HearsayTimeline *timeline,
           double                 lane_height)
{
  double sum = 0.0;

  for (guint i = 0; i < timeline->n_lanes; i++)
    sum += hearsay_lane_get_height (&timeline->lanes[i], lane_height);
  return sum;
}

/* Lanes grow no higher than they are on screen. */
static double
fit_lanes (const HearsayTimeline *timeline,
           HearsayTimelineMode    mode,
           double                 highest,
           double                 room)
{
  double height = highest;

  while (height > smallest_lane (mode) && sum_lanes (timeline, height) > room)
    height -= 1.0;
  return MAX (floor (height), smallest_lane (mode));
}

static guint
count_lanes_within (const HearsayTimelinePainter *painter,
                    double                        height)
{
  guint n_lanes = hearsay_timeline_painter_get_timeline (painter)->n_lanes;

  for (guint i = 0; i < n_lanes; i++)
    {
      double y;
      double lane_height;

      hearsay_timeline_painter_get_lane (painter, i, &y, &lane_height);
      if (y + lane_height > height)
        return i;
    }
  return n_lanes;
}

/* What does not fit is said. */
static HearsayTimelinePainter *
fit_timeline (HearsayTimeline            *timeline,
              const HearsayFigureOptions *options,
              double                      width,
              double                      height,
              HearsayTimeScale           *scale,
              guint                      *n_shown)
{
  HearsayTimelinePainterOptions painter_options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
  HearsayTimelinePainter *painter;
  HearsayTimelineMetrics metrics;
  gint32 first = 0;
  gint32 last = 0;

  hearsay_timeline_get_range (timeline, &first, &last);
  first = choose_day (options->first_day, G_MININT32, first);
  last = MAX (choose_day (options->last_day, G_MAXINT32, last), first);
  painter_options.folded = width < FOLDED_BELOW;
  painter_options.mode = options->mode;
  painter_options.unit = options->unit;
  painter_options.stepped = options->stepped;
  painter = hearsay_timeline_painter_new (timeline, &painter_options);
  metrics = hearsay_timeline_painter_get_metrics (painter);
  hearsay_timeline_painter_unref (painter);

  *scale = hearsay_time_scale_fit (first, last + 1.0, MAX (width - metrics.plot_x, 40.0),
                                  width < FOLDED_BELOW ? 4.0 : AXIS_MARGIN);
  if (scale->pixels_per_day > LARGEST_DAY)
    *scale = hearsay_time_scale_zoom_at (scale, LARGEST_DAY / scale->pixels_per_day, (width - metrics.plot_x) / 2.0);
  painter_options.pixels_per_day = scale->pixels_per_day;
  painter_options.lane_height = fit_lanes (timeline, options->mode, metrics.lane_height, height - metrics.plot_y);
  painter = hearsay_timeline_painter_new (timeline, &painter_options);
  *n_shown = count_lanes_within (painter, height);
  return painter;
}

static guint
count_speakers (const HearsayTimeline *timeline,
                guint                  n_lanes)
{
  guint n = 0;

  for (guint i = 0; i < n_lanes; i++)
    n += !timeline->lanes[i].is_total && !timeline->lanes[i].is_head;
  return n;
}

static char *
make_note (const HearsayFigureOptions *options,
           const HearsayTimeline      *timeline,
           guint                       n_shown)
{
  g_autofree char *cut = NULL;

  if (n_shown >= timeline->n_lanes)
    return g_strdup (options->source_note);
  /* Translators: “12 of 40 speakers shown” */
  cut = g_strdup_printf (_("%u of %u speakers shown"), count_speakers (timeline, n_shown),
                         count_speakers (timeline, timeline->n_lanes));
  if (!has_text (options->source_note))
    return g_steal_pointer (&cut);
  return g_strdup_printf ("%s · %s", cut, options->source_note);
}

static void
paint_plot (cairo_t                *cr,
            const Frame            *frame,
            HearsayTimelinePainter *painter,
            const HearsayTimeScale *scale,
            guint                   n_shown)
{
  HearsayTimelineLook look = {
    .style = frame->style,
    .ground = frame->ground,
    .origin = scale->origin,
    .width = frame->room.x1 - frame->room.x0,
  };
  double top = hearsay_timeline_painter_get_metrics (painter).plot_y;
  double height = 0.0;

  if (n_shown > 0)
    hearsay_timeline_painter_get_lane (painter, n_shown - 1, &top, &height);
  look.height = MIN (frame->room.y1 - frame->room.y0, top + height);
  cairo_save (cr);
  cairo_translate (cr, frame->room.x0, frame->room.y0);
  cairo_rectangle (cr, 0.0, 0.0, look.width, look.height);
  cairo_clip (cr);
  hearsay_timeline_painter_paint (painter, cr, &look, HEARSAY_TIMELINE_ALL_PARTS);
  cairo_restore (cr);
}

/**
 * hearsay_figure_paint_timeline:
 * @cr: with its origin at the upper left of the figure
 *
 * Paints the very figure that is written: for previews.
 *
 * Returns: the size of the smallest words, in points at 100 %
 */
double
hearsay_figure_paint_timeline (cairo_t                    *cr,
                               HearsayTimeline            *timeline,
                               const HearsayFigureOptions *options)
{
  g_autoptr (HearsayTimelinePainter) painter = NULL;
  g_autoptr (HearsayLegend) legend = NULL;
  g_autofree char *note = NULL;
  HearsayTimeScale scale;
  Frame frame;
  Frame measured;
  guint n_shown = 0;

  g_return_val_if_fail (cr != NULL, 0.0);
  g_return_val_if_fail (timeline != NULL, 0.0);
  g_return_val_if_fail (options != NULL, 0.0);

  legend = hearsay_legend_new_timeline (timeline, options->mode, LEGEND_TEXT);
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, options->width, options->height);
  cairo_clip (cr);
  paint_ground (cr, options, &frame);
  paint_title (cr, options, &frame);
  if (timeline->n_items == 0)
    {
      paint_foot (cr, options, legend, options->source_note, &frame);
      paint_empty (cr, &frame, _("No statements"));
    }
  else
    {
      /* The note depends on what fits, and what fits on the note's height. */
      measured = frame;
      measured.room.y1 -= 2.0 * LEGEND_TEXT * 1.92 + NOTE_TEXT;
      painter = fit_timeline (timeline, options, measured.room.x1 - measured.room.x0,
                              measured.room.y1 - measured.room.y0, &scale, &n_shown);
      note = make_note (options, timeline, n_shown);
      paint_foot (cr, options, legend, note, &frame);
      paint_plot (cr, &frame, painter, &scale, n_shown);
    }
  cairo_restore (cr);
  return NOTE_TEXT * POINTS_PER_PIXEL;
}
