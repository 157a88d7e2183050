/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-format.h"

static const struct
{
  const char *extension;
  HearsayGraphFormat format;
} extensions[] = {
  { ".csv", HEARSAY_GRAPH_CSV },
  { ".tsv", HEARSAY_GRAPH_CSV },
  { ".graphml", HEARSAY_GRAPH_GRAPHML },
  { ".gexf", HEARSAY_GRAPH_GEXF },
  { ".dot", HEARSAY_GRAPH_DOT },
  { ".gv", HEARSAY_GRAPH_DOT },
  { ".json", HEARSAY_GRAPH_JSON },
  { ".net", HEARSAY_GRAPH_PAJEK },
  { ".paj", HEARSAY_GRAPH_PAJEK },
};

/**
 * hearsay_graph_format_from_name:
 * @name: a file name, path or URI
 * @format: (out): set when the ending is known
 *
 * Returns: whether @name ends like a graph format, in any case of letters
 */
gboolean
hearsay_graph_format_from_name (const char         *name,
                                HearsayGraphFormat *format)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      if (g_str_has_suffix (lower, extensions[i].extension))
        {
          *format = extensions[i].format;
          return TRUE;
        }
    }
  return FALSE;
}
