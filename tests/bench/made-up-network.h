/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

HearsayNetwork *made_up_network_new (guint n_nodes,
                                     guint n_edges) G_GNUC_WARN_UNUSED_RESULT;
