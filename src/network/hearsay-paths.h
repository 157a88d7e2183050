/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

G_BEGIN_DECLS

/* No way leads from one node to the other. */
#define HEARSAY_NO_WAY G_MAXUINT

void  hearsay_paths_find_near (const HearsayNetwork *network,
                               guint32               node,
                               guint                 n_steps,
                               gboolean             *nodes,
                               gboolean             *edges);
guint hearsay_paths_find_ways (const HearsayNetwork *network,
                               guint32               from,
                               guint32               to,
                               gboolean             *nodes,
                               gboolean             *edges);

G_END_DECLS
