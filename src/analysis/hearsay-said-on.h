/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-closed.h"

G_BEGIN_DECLS

void hearsay_said_on_find (HearsayAnalysis           *analysis,
                           const HearsayClosed       *closed,
                           const HearsayAttributions *attributions,
                           const GArray              *times);

G_END_DECLS
