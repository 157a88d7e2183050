/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-network-painter.h"

G_BEGIN_DECLS

void hearsay_network_fill (cairo_t                            *cr,
                           const HearsayNetwork               *network,
                           const HearsayPoint                 *positions,
                           const HearsayNetworkPainterOptions *options,
                           const HearsayNetworkLook           *look,
                           const HearsayBox                   *part,
                           const HearsayBox                   *room);

G_END_DECLS
