/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution-stages.h"
#include "analysis/hearsay-trees.h"
#include "training/hearsay-attribution-score.h"

G_BEGIN_DECLS

/* What the annotators marked: token ranges; an attribution may lack a cue or source. */
typedef struct
{
  HearsayTokenRange cue;
  HearsayTokenRange sources[HEARSAY_CANDIDATE_MAX_SOURCES];
  guint n_sources;
  HearsayTokenRange contents[HEARSAY_CANDIDATE_MAX_CONTENTS];
  guint n_contents;
} HearsayGoldAttribution;

/**
 * HearsayAttributionDocument:
 * @gold: (element-type HearsayGoldAttribution)
 * @labels: (array): the cue stage's right label of every token
 */
typedef struct
{
  char *string;
  HearsayText *text;
  HearsayTrees *trees;
  HearsayAttributions *rules;
  HearsayAttributionTokens *tokens;
  GArray *gold;
  guint8 *labels;
} HearsayAttributionDocument;

GPtrArray *hearsay_attribution_corpus_read  (const char                         *path,
                                             HearsayGrammar                     *grammar,
                                             guint                               n_threads,
                                             GError                            **error) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_attribution_corpus_match (const HearsayAttributionDocument   *document,
                                             const HearsayAttributionCandidate  *candidates,
                                             guint                               n_candidates,
                                             gboolean                           *right);
void       hearsay_attribution_corpus_score (const HearsayAttributionDocument   *document,
                                             const HearsayAttributionCandidate  *candidates,
                                             guint                               n_candidates,
                                             HearsayAttributionScore            *score);

G_END_DECLS
