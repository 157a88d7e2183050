/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>

#include "render/hearsay-network-painter.h"

G_BEGIN_DECLS

gboolean hearsay_network_is_crowd    (const HearsayNetwork               *network,
                                      const HearsayBox                   *room);
void     hearsay_network_crowd_paint (cairo_t                            *cr,
                                      const HearsayNetwork               *network,
                                      const HearsayPoint                 *positions,
                                      const HearsayNetworkPainterOptions *options,
                                      const HearsayNetworkLook           *look,
                                      const HearsayBox                   *part,
                                      const HearsayBox                   *room);

G_END_DECLS
