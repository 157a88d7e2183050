/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analyzer.h"
#include "analysis/hearsay-attribution-model.h"
#include "analysis/hearsay-stance-model.h"
#include "analysis/hearsay-trees.h"

G_BEGIN_DECLS

/* Nothing in it changes, so any number of threads may use one; but only one where @clues are taken down. */
struct _HearsayAnalyzer
{
  gint ref_count;
  HearsayModel *model;
  HearsayGrammar *grammar;
  HearsayAttributionModel attributions;
  HearsayStanceModel stances;
  gboolean has_stances;
  GArray *clues; /* (nullable): borrowed; what HearsayStanceReader takes down */
};

HearsayAnalyzer          *hearsay_analyzer_new_for_model (HearsayModel     *model,
                                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

HearsayAttributionTokens *hearsay_analyzer_rate_tokens (const HearsayAnalyzer     *self,
                                                        const HearsayText         *text,
                                                        const HearsayTrees        *trees,
                                                        const HearsayAttributions *rules) G_GNUC_WARN_UNUSED_RESULT;
void                      hearsay_analyzer_find_people (const HearsayAnalyzer      *self,
                                                        HearsayAnalysis            *analysis,
                                                        const HearsayText          *text,
                                                        HearsayTrees               *trees,
                                                        const HearsayAttributions  *attributions,
                                                        const HearsayAnalyzerInput *input);
gboolean                  hearsay_analyzer_explain_all (const HearsayAnalyzer     *self,
                                                        HearsayAnalysis           *analysis,
                                                        const HearsayText         *text,
                                                        GCancellable              *cancellable,
                                                        GError                   **error);

G_END_DECLS
