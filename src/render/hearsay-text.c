/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-text.h"
#include "render/hearsay-shapes.h"

/* Widths that are remembered; then they are forgotten all at once. */
#define MAX_MEASURED 20000

typedef struct
{
  double width;
  double height;
} Size;

static GMutex lock;
static GHashTable *measured; /* char * → Size */

/* Widths must not depend on the resolution a picture is painted at, or labels
 * placed for the screen would not fit on paper. */
static void
set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

static PangoLayout *
new_layout (PangoContext          *context,
            const char            *text,
            const HearsayTextLook *look)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  /* “Cantarell” where the desktop ships it; fontconfig falls back to its sans. */
  pango_font_description_set_family (font, "Cantarell, Sans");
  pango_font_description_set_weight (font, (PangoWeight) look->weight);
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (look->max_width > 0.0)
    {
      pango_layout_set_width (layout, (int) (look->max_width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

/* A context for each thread: making one looks through all fonts. */
static PangoContext *
get_context (void)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);

  if (context == NULL)
    {
      context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      set_font_options (context);
      g_private_set (&contexts, context);
    }
  return context;
}

/**
 * hearsay_text_new_layout:
 * @cr: a context
 * @text: UTF-8; a line break becomes a visible sign
 *
 * Returns: (transfer full): a layout of one line
 */
PangoLayout *
hearsay_text_new_layout (cairo_t               *cr,
                         const char            *text,
                         const HearsayTextLook *look)
{
  g_return_val_if_fail (cr != NULL, NULL);
  g_return_val_if_fail (look != NULL, NULL);

  pango_cairo_update_context (cr, get_context ());
  return new_layout (get_context (), text, look);
}

static Size
measure (const char            *text,
         const HearsayTextLook *look)
{
  g_autoptr (PangoLayout) layout = new_layout (get_context (), text, look);
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  return (Size) { (double) rect.width / PANGO_SCALE, (double) rect.height / PANGO_SCALE };
}

static gboolean
find_size (const char *key,
           Size       *size)
{
  const Size *found;

  g_mutex_lock (&lock);
  found = measured != NULL ? g_hash_table_lookup (measured, key) : NULL;
  if (found != NULL)
    *size = *found;
  g_mutex_unlock (&lock);
  return found != NULL;
}

static void
keep_size (char *key,
           Size  size)
{
  g_mutex_lock (&lock);
  if (measured == NULL)
    measured = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (measured) >= MAX_MEASURED)
    g_hash_table_remove_all (measured);
  g_hash_table_replace (measured, key, g_memdup2 (&size, sizeof size));
  g_mutex_unlock (&lock);
}

/**
 * hearsay_text_measure:
 * @width: (out) (optional): in world units
 * @height: (out) (optional): in world units
 *
 * Needs no surface. May be called on any thread. What was measured before is remembered.
 */
void
hearsay_text_measure (const char            *text,
                      const HearsayTextLook *look,
                      double                *width,
                      double                *height)
{
  g_autofree char *key = NULL;
  Size size;

  g_return_if_fail (look != NULL);

  key = g_strdup_printf ("%.3f %d %.1f %s", look->size, look->weight, look->max_width, text != NULL ? text : "");
  if (!find_size (key, &size))
    {
      size = measure (text, look);
      keep_size (g_steal_pointer (&key), size);
    }
  if (width != NULL)
    *width = size.width;
  if (height != NULL)
    *height = size.height;
}

static void
move_to (cairo_t           *cr,
         PangoLayout       *layout,
         HearsayTextAnchor  anchor,
         double             x,
         double             y)
{
  PangoRectangle rect;
  double width;
  double height;

  pango_layout_get_extents (layout, NULL, &rect);
  width = (double) rect.width / PANGO_SCALE;
  height = (double) rect.height / PANGO_SCALE;
  if (anchor == HEARSAY_TEXT_MIDDLE)
    x -= width / 2.0;
  else if (anchor == HEARSAY_TEXT_END)
    x -= width;
  cairo_move_to (cr, x - (double) rect.x / PANGO_SCALE, y - height / 2.0);
}

/**
 * hearsay_text_draw:
 * @x: of the anchor
 * @y: of the middle of the line
 */
void
hearsay_text_draw (cairo_t               *cr,
                   const char            *text,
                   const HearsayTextLook *look,
                   HearsayTextAnchor      anchor,
                   double                 x,
                   double                 y,
                   HearsayColour          colour)
{
  g_autoptr (PangoLayout) layout = hearsay_text_new_layout (cr, text, look);

  g_return_if_fail (layout != NULL);

  move_to (cr, layout, anchor, x, y);
  hearsay_set_source_colour (cr, colour);
  pango_cairo_show_layout (cr, layout);
}

/**
 * hearsay_text_draw_halo:
 * @x: of the middle of the text
 * @y: of the middle of the line
 * @halo: what lies behind the drawing; lines under the text stop around it
 */
void
hearsay_text_draw_halo (cairo_t               *cr,
                        const char            *text,
                        const HearsayTextLook *look,
                        double                 x,
                        double                 y,
                        HearsayColour          colour,
                        HearsayColour          halo)
{
  g_autoptr (PangoLayout) layout = hearsay_text_new_layout (cr, text, look);

  g_return_if_fail (layout != NULL);

  cairo_save (cr);
  move_to (cr, layout, HEARSAY_TEXT_MIDDLE, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, 2.0 * HEARSAY_TEXT_HALO);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  hearsay_set_source_colour (cr, halo);
  cairo_stroke (cr);
  cairo_restore (cr);

  move_to (cr, layout, HEARSAY_TEXT_MIDDLE, x, y);
  hearsay_set_source_colour (cr, colour);
  pango_cairo_show_layout (cr, layout);
}
