/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

G_BEGIN_DECLS

double hearsay_camps_detect_signed     (HearsayNetwork       *network);
double hearsay_camps_signed_modularity (const HearsayNetwork *network);
double hearsay_camps_polarization      (const HearsayNetwork *network,
                                        guint                 n_camps,
                                        guint                *camps,
                                        GCancellable         *cancellable);
double hearsay_camps_quality           (const HearsayNetwork *network,
                                        guint                 n_camps,
                                        const guint          *camps);

G_END_DECLS
