/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "network/hearsay-layout.h"
#include "network/hearsay-network.h"
#include "render/hearsay-network-painter.h"
#include "render/hearsay-palette.h"
#include "timeline/hearsay-packing.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_FIGURE_PNG,
  HEARSAY_FIGURE_SVG,
  HEARSAY_FIGURE_PDF,
} HearsayFigureFormat;

/**
 * HearsayBackground:
 * @HEARSAY_BACKGROUND_STYLE: white, or dark where the style is dark
 * @HEARSAY_BACKGROUND_WHITE: white, with the light palette
 * @HEARSAY_BACKGROUND_TRANSPARENT: nothing; the palette is the style's
 * @HEARSAY_BACKGROUND_DARK: dark, with the dark palette
 */
typedef enum
{
  HEARSAY_BACKGROUND_STYLE,
  HEARSAY_BACKGROUND_WHITE,
  HEARSAY_BACKGROUND_TRANSPARENT,
  HEARSAY_BACKGROUND_DARK,
} HearsayBackground;

/**
 * HearsayFigureNetwork:
 * @painter: what is drawn and how; its zoom and room are not used
 * @size_name: (nullable): of the measure that nodes are as large as, for the legend
 * @size_most: of the largest
 * @tint_name: (nullable): of the measure that nodes are coloured by
 * @tint_most: of the strongest
 *
 * How a network is drawn, where that is not the usual way.
 */
typedef struct
{
  HearsayNetworkPainterOptions painter;
  const char *size_name;
  double size_most;
  const char *tint_name;
  double tint_most;
} HearsayFigureNetwork;

/**
 * HearsayFigureOptions:
 * @width: in pixels of 1/96 inch, 120 to 20 000
 * @height: likewise
 * @scale: pixels of a PNG for each of these; 0.25 to 8
 * @title: (nullable): above the drawing, and in the file's own description
 * @dates: (nullable): below the title
 * @source_note: (nullable): at the lower right
 * @first_day: a timeline begins here; %G_MININT32 for its first day
 * @last_day: a timeline ends here; %G_MAXINT32 for its last day
 * @mode: what a timeline draws
 * @unit: of a timeline's totals
 * @stepped: a timeline's curves are steps from day to day; otherwise they are smoothed
 * @network: (nullable): how a network is drawn
 * @part: of a network's positions, in their own units, that fills the drawing; empty for the whole
 * @created: (nullable): ISO 8601 time written into a PDF; %NULL leaves it out, so that the same figure has the same bytes
 */
typedef struct
{
  HearsayFigureFormat format;
  double width;
  double height;
  double scale;
  HearsayStyle style;
  HearsayBackground background;
  gboolean legend;
  const char *title;
  const char *dates;
  const char *source_note;
  gint32 first_day;
  gint32 last_day;
  HearsayTimelineMode mode;
  HearsayTotalUnit unit;
  gboolean stepped;
  const HearsayFigureNetwork *network;
  HearsayBox part;
  const char *created;
} HearsayFigureOptions;

#define HEARSAY_FIGURE_OPTIONS_INIT                                                                 \
  {                                                                                                 \
    HEARSAY_FIGURE_PNG, 1280.0, 800.0, 1.0, HEARSAY_STYLE_LIGHT, HEARSAY_BACKGROUND_STYLE, TRUE,    \
    NULL, NULL, NULL, G_MININT32, G_MAXINT32, HEARSAY_TIMELINE_MARKS, HEARSAY_TOTAL_AUTO, FALSE, NULL, \
    { 0.0, 0.0, 0.0, 0.0 }, NULL                                                                    \
  }

GBytes  *hearsay_figure_write_network  (const HearsayNetwork       *network,
                                        const HearsayPoint         *positions,
                                        const HearsayFigureOptions *options,
                                        GCancellable               *cancellable,
                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *hearsay_figure_write_timeline (HearsayTimeline            *timeline,
                                        const HearsayFigureOptions *options,
                                        GCancellable               *cancellable,
                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
double   hearsay_figure_paint_network  (cairo_t                    *cr,
                                        const HearsayNetwork       *network,
                                        const HearsayPoint         *positions,
                                        const HearsayFigureOptions *options);
double   hearsay_figure_paint_timeline (cairo_t                    *cr,
                                        HearsayTimeline            *timeline,
                                        const HearsayFigureOptions *options);
gboolean hearsay_figure_format_parse   (const char                 *file_name,
                                        HearsayFigureFormat        *format);

G_END_DECLS
