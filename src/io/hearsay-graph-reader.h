/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-graph-format.h"
#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayGraphReport:
 * @n_loops: edges from a node to itself, left out
 * @n_duplicates: edges given again, whose weights were added up
 * @n_zero: edges of no weight, left out
 * @n_odd: weights that are infinite, not a number or beyond 10¹⁵, taken as 1 or cut
 *
 * What was not taken as it stood.
 */
typedef struct
{
  guint n_loops;
  guint n_duplicates;
  guint n_zero;
  guint n_odd;
} HearsayGraphReport;

HearsayNetwork *hearsay_graph_read (GBytes              *bytes,
                                    HearsayGraphFormat   format,
                                    HearsayGraphReport  *report,
                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
