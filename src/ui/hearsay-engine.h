/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analyzer.h"

G_BEGIN_DECLS

HearsayAnalyzer *hearsay_engine_get_analyzer (GError **error);

G_END_DECLS
