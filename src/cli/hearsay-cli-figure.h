/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "cli/hearsay-cli-output.h"
#include "render/hearsay-figure.h"

G_BEGIN_DECLS

/**
 * HearsayCliFigure:
 *
 * What the options of a picture were given as; zeroes where they were not.
 */
typedef struct
{
  int width;
  int height;
  double scale;
  char *style;
  char *background;
  char *title;
  gboolean no_legend;
} HearsayCliFigure;

#define HEARSAY_CLI_FIGURE_ENTRIES(figure)                                                                          \
  { "width", 0, 0, G_OPTION_ARG_INT, &(figure)->width, N_("Width of a picture in pixels"), "N" },                   \
  { "height", 0, 0, G_OPTION_ARG_INT, &(figure)->height, N_("Height of a picture in pixels"), "N" },                \
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &(figure)->scale, N_("Pixels of a PNG for each of these"), "N" },           \
  { "style", 0, 0, G_OPTION_ARG_STRING, &(figure)->style, N_("light (the default) or dark"), "STYLE" },             \
  { "background", 0, 0, G_OPTION_ARG_STRING, &(figure)->background, N_("white, transparent or dark"), "COLOR" },    \
  { "title", 0, 0, G_OPTION_ARG_STRING, &(figure)->title, N_("Title above a picture"), "TITLE" },                   \
  { "no-legend", 0, 0, G_OPTION_ARG_NONE, &(figure)->no_legend, N_("Leave the legend out"), NULL }

gboolean hearsay_cli_figure_options (const HearsayCliFigure *self,
                                     const char             *verb,
                                     const char             *output,
                                     HearsayFigureOptions   *options,
                                     gboolean               *is_picture);
void     hearsay_cli_figure_clear   (HearsayCliFigure       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearsayCliFigure, hearsay_cli_figure_clear)

G_END_DECLS
