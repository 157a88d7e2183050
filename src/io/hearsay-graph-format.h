/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HearsayGraphFormat:
 * @HEARSAY_GRAPH_CSV: an edge a line
 * @HEARSAY_GRAPH_POSITIONS: comma-separated node,x,y; written only
 * @HEARSAY_GRAPH_JSON: written only
 * @HEARSAY_GRAPH_PAJEK: read only
 *
 * Formats of network data.
 */
typedef enum
{
  HEARSAY_GRAPH_CSV,
  HEARSAY_GRAPH_POSITIONS,
  HEARSAY_GRAPH_GRAPHML,
  HEARSAY_GRAPH_GEXF,
  HEARSAY_GRAPH_DOT,
  HEARSAY_GRAPH_JSON,
  HEARSAY_GRAPH_PAJEK,
} HearsayGraphFormat;

#define HEARSAY_N_GRAPH_FORMATS 7

gboolean hearsay_graph_format_from_name (const char         *name,
                                         HearsayGraphFormat *format);

G_END_DECLS
