/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-figure.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli-options.h"

/* Pixels that a side of a picture may have, and that one has in all. */
#define MIN_SIDE 120
#define MAX_SIDE 20000

static gboolean
parse_style (const char   *name,
             HearsayStyle *style)
{
  if (name == NULL || g_str_equal (name, "light"))
    *style = HEARSAY_STYLE_LIGHT;
  else if (g_str_equal (name, "dark"))
    *style = HEARSAY_STYLE_DARK;
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_background (const char        *name,
                  HearsayBackground *background)
{
  if (name == NULL)
    *background = HEARSAY_BACKGROUND_STYLE;
  else if (g_str_equal (name, "white"))
    *background = HEARSAY_BACKGROUND_WHITE;
  else if (g_str_equal (name, "transparent"))
    *background = HEARSAY_BACKGROUND_TRANSPARENT;
  else if (g_str_equal (name, "dark"))
    *background = HEARSAY_BACKGROUND_DARK;
  else
    return FALSE;
  return TRUE;
}

/**
 * hearsay_cli_figure_options:
 * @verb: for what is said about wrong options
 * @output: name of the file that is written
 * @options: (out): what the painters take
 * @is_picture: (out): whether @output is a picture at all
 *
 * Returns: whether the options are right; if not, that has been said
 */
gboolean
hearsay_cli_figure_options (const HearsayCliFigure *self,
                            const char             *verb,
                            const char             *output,
                            HearsayFigureOptions   *options,
                            gboolean               *is_picture)
{
  HearsayFigureOptions result = HEARSAY_FIGURE_OPTIONS_INIT;

  g_return_val_if_fail (self != NULL && output != NULL && options != NULL && is_picture != NULL, FALSE);

  *is_picture = hearsay_figure_format_parse (output, &result.format);
  if (!parse_style (self->style, &result.style))
    {
      hearsay_cli_usage (verb, _("--style is light or dark"));
      return FALSE;
    }
  if (!parse_background (self->background, &result.background))
    {
      hearsay_cli_usage (verb, _("--background is white, transparent or dark"));
      return FALSE;
    }
  if ((self->width != 0 && (self->width < MIN_SIDE || self->width > MAX_SIDE)) ||
      (self->height != 0 && (self->height < MIN_SIDE || self->height > MAX_SIDE)))
    {
      g_autofree char *reason = g_strdup_printf (_("--width and --height are from %d to %d"), MIN_SIDE, MAX_SIDE);

      hearsay_cli_usage (verb, reason);
      return FALSE;
    }
  if (self->scale != 0.0 && !(self->scale >= 0.25 && self->scale <= 8.0))
    {
      hearsay_cli_usage (verb, _("--scale is from 0.25 to 8"));
      return FALSE;
    }
  result.width = self->width > 0 ? self->width : result.width;
  result.height = self->height > 0 ? self->height : result.height;
  result.scale = self->scale > 0.0 ? self->scale : result.scale;
  result.legend = !self->no_legend;
  result.title = self->title;
  *options = result;
  return TRUE;
}

void
hearsay_cli_figure_clear (HearsayCliFigure *self)
{
  g_clear_pointer (&self->style, g_free);
  g_clear_pointer (&self->background, g_free);
  g_clear_pointer (&self->title, g_free);
}
