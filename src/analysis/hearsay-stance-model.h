/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"
#include "analysis/hearsay-stance-blend.h"
#include "analysis/hearsay-stance-features.h"
#include "analysis/hearsay-stance-sums.h"
#include "analysis/hearsay-weights.h"

G_BEGIN_DECLS

/* Axes of meaning in the fitted model. */
#define HEARSAY_STANCE_N_AXES 8

/**
 * HearsayStanceModel:
 * @pair_sums: as hearsay_stance_sums_score() wants them, as are @target_sums
 *
 * Views that are valid as long as the model they were loaded from.
 */
typedef struct
{
  HearsayWeights pairs;
  HearsayWeights targets;
  HearsayMeanings meanings;
  float pair_sums[HEARSAY_STANCE_N_SUMS * HEARSAY_STANCE_N_AXES * 2];
  float target_sums[HEARSAY_STANCE_N_SUMS * HEARSAY_STANCE_N_AXES * 2];
  HearsayStanceJudge pair_judge;
  HearsayStanceJudge target_judge;
  HearsayStanceBlend blends[HEARSAY_STANCE_N_BLENDS];
  gboolean has_blends;
} HearsayStanceModel;

/**
 * HearsayStanceReader:
 * @model: (nullable): %NULL where the language model has no such part
 * @words: (nullable): of the text that is read, with @model
 * @wordlist: of the language model
 * @clues: (nullable) (element-type HearsayStanceClues): takes down what is known of every
 *   target, for who fits the blends
 *
 * The fitted model with a text before it. All borrowed.
 */
typedef struct
{
  const HearsayStanceModel *model;
  const HearsayStanceWords *words;
  const HearsayWordlist *wordlist;
  GArray *clues;
} HearsayStanceReader;

gboolean hearsay_stance_model_is_in      (const HearsayModel       *model);
gboolean hearsay_stance_model_load       (HearsayStanceModel       *self,
                                          const HearsayModel       *model,
                                          GError                  **error);
void     hearsay_stance_model_score_pair (const HearsayStanceModel *self,
                                          const HearsayStanceWords *words,
                                          HearsayStancePlace        first,
                                          HearsayStancePlace        second,
                                          float                    *scores);
void     hearsay_stance_model_score_target (const HearsayStanceModel *self,
                                          const HearsayStanceWords *words,
                                          HearsayStancePlace        target,
                                          guint32                   start,
                                          guint32                   end,
                                          float                    *scores);
void     hearsay_stance_model_ask_pair   (const HearsayStanceModel *self,
                                          const HearsayStanceWords *words,
                                          HearsayStancePlace        first,
                                          HearsayStancePlace        second,
                                          HearsayStanceVerdict     *verdict);
void     hearsay_stance_model_ask_target (const HearsayStanceModel *self,
                                          const HearsayStanceWords *words,
                                          HearsayStancePlace        target,
                                          guint32                   start,
                                          guint32                   end,
                                          HearsayStanceVerdict     *verdict);
GBytes  *hearsay_stance_judges_pack      (const HearsayStanceJudge *pairs,
                                          const HearsayStanceJudge *targets) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
