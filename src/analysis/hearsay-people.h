/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "analysis/hearsay-analyzer.h"
#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-stance-model.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

void hearsay_people_find (HearsayAnalysis            *analysis,
                          const HearsayText          *text,
                          const HearsaySyntax        *syntax,
                          const HearsayAttributions  *attributions,
                          const HearsayStanceReader  *reader,
                          const HearsayAnalyzerInput *input);

G_END_DECLS
