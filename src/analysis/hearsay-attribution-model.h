/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution-stages.h"

G_BEGIN_DECLS

/**
 * HearsayAttributionModel:
 * @cues: the cue stage
 * @roles: the role stage
 * @judge: weights of the judge stage, one label
 * @rule_judge: weights of the judge of what only the rules find, one label
 * @min_cue: cues that are at least this likely are looked at
 * @threshold: candidates of at least this confidence are kept
 *
 * The fitted stages as views of a model file.
 */
typedef struct
{
  HearsayCrf cues;
  HearsayCrf roles;
  HearsayWeights judge;
  HearsayWeights rule_judge;
  HearsayCueTable table;
  float min_cue;
  float threshold;
} HearsayAttributionModel;

/* Scores a token's features; the trainer has weights of its own. */
typedef void (*HearsayStageScoreFunc) (gconstpointer  data,
                                       const guint32 *features,
                                       guint          n_features,
                                       float         *scores);

/**
 * HearsayStage:
 * @field: links and constraints
 * @score: (nullable): fills one token's scores; %NULL for those of the field's own weights
 *
 * A field whose weights may lie anywhere.
 */
typedef struct
{
  const HearsayCrf *field;
  HearsayStageScoreFunc score;
  gconstpointer data;
} HearsayStage;

gboolean             hearsay_attribution_model_load  (HearsayAttributionModel        *self,
                                                      const HearsayModel             *model,
                                                      GError                        **error);
HearsayAttributions *hearsay_attribution_model_find  (const HearsayAttributionModel  *self,
                                                      const HearsayAttributionTokens *tokens,
                                                      GCancellable                   *cancellable,
                                                      GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

void                 hearsay_cue_stage_run           (const HearsayAttributionTokens *tokens,
                                                      const HearsayStage             *stage,
                                                      float                           min_cue,
                                                      guint8                         *labels,
                                                      GArray                         *cues);
GArray              *hearsay_role_stage_run          (const HearsayAttributionTokens *tokens,
                                                      const HearsayStage             *stage,
                                                      const guint8                   *labels,
                                                      const GArray                   *cues,
                                                      GCancellable                   *cancellable);
void                 hearsay_candidates_compete      (GArray                         *candidates);

G_END_DECLS
