/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-graph-format.h"
#include "network/hearsay-layout.h"

G_BEGIN_DECLS

void hearsay_graph_write (const HearsayNetwork *network,
                          const HearsayPoint   *positions,
                          HearsayGraphFormat    format,
                          GString              *out);

G_END_DECLS
