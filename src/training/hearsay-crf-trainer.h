/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-crf.h"

G_BEGIN_DECLS

/**
 * HearsayCrfSettings:
 * @n_epochs: passes over the sequences
 * @min_count: a feature must occur this often
 * @rate: of learning
 * @l2: pull of the weights to zero
 * @dropout: share of the features that are hidden at each step, so that none is relied on alone
 * @n_runs: fits with other shuffles and other features hidden, of which the mean is taken
 * @keep: share of the features that is kept after half of the passes, those with the largest
 *   weights; 0 keeps all
 */
typedef struct
{
  guint n_epochs;
  guint min_count;
  float rate;
  float l2;
  float dropout;
  guint n_runs;
  float keep;
} HearsayCrfSettings;

/*
 * Fits a HearsayCrf to sequences by the likelihood of their labels, with
 * stochastic gradients whose steps shrink where many were made (AdaGrad; Duchi,
 * Hazan, Singer 2011).
 */
typedef struct _HearsayCrfTrainer HearsayCrfTrainer;

HearsayCrfTrainer *hearsay_crf_trainer_new        (guint                     n_labels) G_GNUC_WARN_UNUSED_RESULT;
void               hearsay_crf_trainer_free       (HearsayCrfTrainer        *self);
void               hearsay_crf_trainer_begin      (HearsayCrfTrainer        *self);
void               hearsay_crf_trainer_add        (HearsayCrfTrainer        *self,
                                                   const guint32            *features,
                                                   guint                     n_features,
                                                   guint                     label);
void               hearsay_crf_trainer_fit        (HearsayCrfTrainer        *self,
                                                   const HearsayCrfSettings *settings,
                                                   guint64                   seed);
const HearsayCrf  *hearsay_crf_trainer_get_field  (const HearsayCrfTrainer  *self);
void               hearsay_crf_trainer_score      (gconstpointer             self,
                                                   const guint32            *features,
                                                   guint                     n_features,
                                                   float                    *scores);
GBytes            *hearsay_crf_trainer_pack       (const HearsayCrfTrainer  *self,
                                                   double                    clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayCrfTrainer, hearsay_crf_trainer_free)

G_END_DECLS
