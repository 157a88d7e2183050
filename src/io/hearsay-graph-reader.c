/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-builder.h"

#include "io/hearsay-reader.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
take_text (GBytes  *bytes,
           GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > 0 && memchr (data, '\0', length) != NULL)
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BINARY, _("This is not text"));
      return NULL;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_utf8_make_valid (data + 3, length - 3);
  return length > 0 ? g_utf8_make_valid (data, length) : g_strdup ("");
}

static gboolean
fill (HearsayGraphBuilder  *builder,
      GBytes               *bytes,
      HearsayGraphFormat    format,
      GError              **error)
{
  g_autofree char *text = NULL;

  if (format == HEARSAY_GRAPH_GRAPHML || format == HEARSAY_GRAPH_GEXF)
    return hearsay_graph_read_xml (builder, bytes, error);
  text = take_text (bytes, error);
  if (text == NULL)
    return FALSE;
  switch (format)
    {
    case HEARSAY_GRAPH_CSV:
    case HEARSAY_GRAPH_POSITIONS:
      return hearsay_graph_read_csv (builder, text, error);
    case HEARSAY_GRAPH_DOT:
      return hearsay_graph_read_dot (builder, text, error);
    case HEARSAY_GRAPH_PAJEK:
      return hearsay_graph_read_pajek (builder, text, error);
    case HEARSAY_GRAPH_JSON:
    case HEARSAY_GRAPH_GRAPHML:
    case HEARSAY_GRAPH_GEXF:
    default:
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_UNKNOWN_FORMAT,
                           _("Graphs cannot be read from this format"));
      return FALSE;
    }
}

/**
 * hearsay_graph_read:
 * @bytes: a whole file
 * @report: (out) (nullable): what was not taken as it stood
 *
 * Reads a graph from elsewhere. A negative weight makes an edge that opposes,
 * and then the others support; a “position” column or attribute says it
 * outright. See HearsayGraphReport for loops, duplicates and odd weights.
 *
 * Returns: (transfer full) (nullable): the graph, or NULL with a HEARSAY_READ_ERROR that
 *   names the line
 */
HearsayNetwork *
hearsay_graph_read (GBytes              *bytes,
                    HearsayGraphFormat   format,
                    HearsayGraphReport  *report,
                    GError             **error)
{
  g_autoptr (HearsayGraphBuilder) builder = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail ((guint) format < HEARSAY_N_GRAPH_FORMATS, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > HEARSAY_READ_MAX_BYTES)
    {
      g_set_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_TOO_BIG, _("The file is larger than %d MB"),
                   HEARSAY_READ_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  builder = hearsay_graph_builder_new ();
  if (!fill (builder, bytes, format, error))
    return NULL;
  return hearsay_graph_builder_finish (builder, report);
}
