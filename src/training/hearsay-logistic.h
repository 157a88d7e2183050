/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-crf-trainer.h"

G_BEGIN_DECLS

/*
 * Logistic regression over sparse binary features, fitted like
 * HearsayCrfTrainer.
 */
typedef struct _HearsayLogistic HearsayLogistic;

HearsayLogistic *hearsay_logistic_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_logistic_free (HearsayLogistic       *self);
void             hearsay_logistic_add  (HearsayLogistic       *self,
                                        const guint32         *features,
                                        guint                  n_features,
                                        gboolean               label);
void             hearsay_logistic_fit  (HearsayLogistic       *self,
                                        const HearsayCrfSettings *settings,
                                        guint                  n_folds,
                                        guint64                seed,
                                        double                *held_out);
GBytes          *hearsay_logistic_pack (const HearsayLogistic *self,
                                        double                 clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayLogistic, hearsay_logistic_free)

G_END_DECLS
