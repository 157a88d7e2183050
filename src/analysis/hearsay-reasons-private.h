/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution-model.h"
#include "analysis/hearsay-reasons.h"

G_BEGIN_DECLS

guint hearsay_reasons_find (const HearsayAttributionModel  *model,
                            const HearsayAttributionTokens *tokens,
                            HearsaySpan                     cue,
                            HearsayReason                  *reasons);

G_END_DECLS
