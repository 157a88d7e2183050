/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "render/hearsay-figure.h"

#define MIN_SIDE 120.0
#define MAX_SIDE 20000.0
#define MIN_SCALE 0.25
#define MAX_SCALE 8.0

/* cairo's own limit for a side, and a gibibyte for the whole. */
#define MAX_PIXELS_SIDE 32767.0
#define MAX_PIXELS 268435456.0

#define POINTS_PER_PIXEL 0.75

/* What is painted, whatever the file. */
typedef struct
{
  const HearsayNetwork *network; /* or */
  HearsayTimeline *timeline;
  const HearsayPoint *positions;
  const HearsayFigureOptions *options;
} Figure;

static const struct
{
  const char *suffix;
  HearsayFigureFormat format;
} suffixes[] = {
  { ".png", HEARSAY_FIGURE_PNG },
  { ".svg", HEARSAY_FIGURE_SVG },
  { ".pdf", HEARSAY_FIGURE_PDF },
};

/**
 * hearsay_figure_format_parse:
 * @file_name: a name or path
 * @format: (out): what its ending stands for
 *
 * Returns: whether @file_name ends like a picture, in small or capital letters
 */
gboolean
hearsay_figure_format_parse (const char          *file_name,
                             HearsayFigureFormat *format)
{
  gsize length;

  g_return_val_if_fail (format != NULL, FALSE);

  length = file_name != NULL ? strlen (file_name) : 0;
  for (guint i = 0; length > 4 && i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_ascii_strcasecmp (file_name + length - 4, suffixes[i].suffix) == 0)
        {
          *format = suffixes[i].format;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
check_options (const HearsayFigureOptions *options,
               GError                    **error)
{
  double scale = options->format == HEARSAY_FIGURE_PNG ? options->scale : 1.0;

  if (!(options->width >= MIN_SIDE && options->width <= MAX_SIDE && options->height >= MIN_SIDE && options->height <= MAX_SIDE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A picture must be %d to %d pixels wide and high"), (int) MIN_SIDE, (int) MAX_SIDE);
      return FALSE;
    }
  if (!(scale >= MIN_SCALE && scale <= MAX_SCALE) || options->width * scale > MAX_PIXELS_SIDE ||
      options->height * scale > MAX_PIXELS_SIDE || options->width * scale * options->height * scale > MAX_PIXELS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The picture would be too large at this scale"));
      return FALSE;
    }
  return TRUE;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_figure (const Figure *figure,
              cairo_t      *cr)
{
  if (figure->network != NULL)
    hearsay_figure_paint_network (cr, figure->network, figure->positions, figure->options);
  else
    hearsay_figure_paint_timeline (cr, figure->timeline, figure->options);
}

static const char *
figure_title (const Figure *figure)
{
  if (figure->options->title != NULL && *figure->options->title != '\0')
    return figure->options->title;
  return figure->network != NULL ? _("Network") : _("Timeline");
}

/* A statement in the lane of all speakers stands in its speaker's lane, too. */
static void
describe_timeline (const HearsayTimeline *timeline,
                   GString               *string)
{
  guint n_statements = timeline->n_items;
  guint n_lanes = 0;

  for (guint i = 0; i < timeline->n_lanes; i++)
    {
      if (timeline->lanes[i].is_total)
        n_statements -= timeline->lanes[i].n_statements;
      else
        n_lanes += !timeline->lanes[i].is_head;
    }
  g_string_append_printf (string, _("A timeline of %u statements by %u speakers."), n_statements, n_lanes);
}

/* For readers who do not see the drawing. */
static char *
make_description (const Figure *figure)
{
  GString *string = g_string_new (NULL);

  if (figure->network != NULL)
    g_string_append_printf (string, _("A network of %u actors and issues with %u relations."),
                            figure->network->n_nodes, figure->network->n_edges);
  else
    describe_timeline (figure->timeline, string);
  if (figure->options->dates != NULL)
    g_string_append_printf (string, " %s.", figure->options->dates);
  if (figure->options->source_note != NULL)
    g_string_append_printf (string, " %s.", figure->options->source_note);
  return g_string_free (string, FALSE);
}

static gboolean
check_status (cairo_status_t   status,
              GCancellable    *cancellable,
              GError         **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, status == CAIRO_STATUS_NO_MEMORY ? G_IO_ERROR_NO_SPACE : G_IO_ERROR_FAILED,
               _("The picture could not be painted: %s"), cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
write_png (const Figure *figure,
           GByteArray   *bytes)
{
  const HearsayFigureOptions *options = figure->options;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ceil (options->width * options->scale),
                                                         (int) ceil (options->height * options->scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, options->scale, options->scale);
  paint_figure (figure, cr);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return status;
}

/* cairo numbers surfaces through the life of the process: “surface602”. Counted
 * from one in each file, the same figure has the same bytes. */
static void
renumber_surfaces (GByteArray *bytes)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_sized_new (bytes->len + 1);
  const char *end = (const char *) bytes->data + bytes->len;
  const char *p = (const char *) bytes->data;

  while (p < end)
    {
      const char *found = g_strstr_len (p, end - p, "surface");
      const char *digits;
      g_autofree char *number = NULL;

      if (found == NULL)
        break;
      digits = found + strlen ("surface");
      g_string_append_len (text, p, digits - p);
      for (p = digits; p < end && g_ascii_isdigit (*p); p++)
        ;
      if (p == digits)
        continue;
      number = g_strndup (digits, (gsize) (p - digits));
      if (!g_hash_table_contains (numbers, number))
        g_hash_table_insert (numbers, g_strdup (number), GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
      g_string_append_printf (text, "%u", GPOINTER_TO_UINT (g_hash_table_lookup (numbers, number)));
    }
  g_string_append_len (text, p, end - p);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len);
}

/* cairo knows no title: it is put right behind the opening tag. */
static void
insert_svg_title (const Figure *figure,
                  GByteArray   *bytes)
{
  g_autofree char *description = make_description (figure);
  g_autofree char *title = g_markup_escape_text (figure_title (figure), -1);
  g_autofree char *escaped = g_markup_escape_text (description, -1);
  g_autofree char *words = g_strdup_printf ("\n<title>%s</title>\n<desc>%s</desc>", title, escaped);
  g_autofree guint8 *tail = NULL;
  const char *text = (const char *) bytes->data;
  const char *tag = g_strstr_len (text, (gssize) bytes->len, "<svg");
  const char *end = tag != NULL ? memchr (tag, '>', bytes->len - (gsize) (tag - text)) : NULL;
  gsize head;
  gsize n_tail;

  if (end == NULL)
    return;
  head = (gsize) (end + 1 - text);
  n_tail = bytes->len - head;
  tail = g_memdup2 (bytes->data + head, n_tail);
  g_byte_array_set_size (bytes, (guint) head);
  g_byte_array_append (bytes, (const guint8 *) words, (guint) strlen (words));
  g_byte_array_append (bytes, tail, (guint) n_tail);
}

static cairo_status_t
write_svg (const Figure *figure,
           GByteArray   *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, figure->options->width, figure->options->height);
  cairo_t *cr;
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  paint_figure (figure, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  renumber_surfaces (bytes);
  insert_svg_title (figure, bytes);
  return status;
}

static cairo_status_t
write_pdf (const Figure *figure,
           GByteArray   *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  figure->options->width * POINTS_PER_PIXEL,
                                                                  figure->options->height * POINTS_PER_PIXEL);
  g_autofree char *description = make_description (figure);
  cairo_t *cr;
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, figure_title (figure));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Hearsay");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  figure->options->created != NULL ? figure->options->created : "");
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  paint_figure (figure, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static GBytes *
write_figure (const Figure  *figure,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  if (!check_options (figure->options, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (figure->options->format)
    {
    case HEARSAY_FIGURE_SVG:
      status = write_svg (figure, bytes);
      break;
    case HEARSAY_FIGURE_PDF:
      status = write_pdf (figure, bytes);
      break;
    case HEARSAY_FIGURE_PNG:
    default:
      status = write_png (figure, bytes);
      break;
    }
  if (!check_status (status, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * hearsay_figure_write_network:
 * @positions: one a node, from hearsay_layout_run()
 *
 * Paints a network as a whole file. Needs no display; may be called on any
 * thread. In a PDF words stay words; in an SVG they are outlines, with a title
 * and a description for those who do not see them.
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error set
 */
GBytes *
hearsay_figure_write_network (const HearsayNetwork       *network,
                              const HearsayPoint         *positions,
                              const HearsayFigureOptions *options,
                              GCancellable               *cancellable,
                              GError                    **error)
{
  Figure figure = { .network = network, .positions = positions, .options = options };

  g_return_val_if_fail (network != NULL, NULL);
  g_return_val_if_fail (positions != NULL || network->n_nodes == 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  return write_figure (&figure, cancellable, error);
}

/**
 * hearsay_figure_write_timeline:
 *
 * Paints a timeline as a whole file, as hearsay_figure_write_network() does.
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error set
 */
GBytes *
hearsay_figure_write_timeline (HearsayTimeline            *timeline,
                               const HearsayFigureOptions *options,
                               GCancellable               *cancellable,
                               GError                    **error)
{
  Figure figure = { .timeline = timeline, .options = options };

  g_return_val_if_fail (timeline != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  return write_figure (&figure, cancellable, error);
}
