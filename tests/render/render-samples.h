/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-layout.h"
#include "network/hearsay-network.h"
#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

HearsayNetwork  *render_samples_new_network  (guint32         seed,
                                              guint           n_nodes,
                                              guint           n_edges);
HearsayPoint    *render_samples_new_layout   (HearsayNetwork *network,
                                              guint32         seed);
HearsayTimeline *render_samples_new_timeline (guint32         seed,
                                              guint           n_items,
                                              guint           n_lanes,
                                              const char     *issue);

G_END_DECLS
