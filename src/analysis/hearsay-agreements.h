/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-stances.h"

G_BEGIN_DECLS

void hearsay_agreements_find (const HearsayScene *scene,
                              HearsayAnalysis    *analysis);

G_END_DECLS
