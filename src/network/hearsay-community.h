/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

G_BEGIN_DECLS

double hearsay_community_detect     (HearsayNetwork       *network,
                                     guint32               seed);
double hearsay_community_modularity (const HearsayNetwork *network);

G_END_DECLS
