/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-choices.h"

G_BEGIN_DECLS

/*
 * An averaged perceptron with many labels (Collins 2002). First features are
 * counted; those that are common enough get a row of weights, which is packed
 * into a section for HearsayWeights in the end.
 */
typedef struct _HearsayPerceptron HearsayPerceptron;

/* The row of every feature that is too rare. */
#define HEARSAY_PERCEPTRON_NO_ROW 0

HearsayPerceptron *hearsay_perceptron_new       (guint                    n_labels);
void               hearsay_perceptron_free      (HearsayPerceptron       *self);
void               hearsay_perceptron_count     (HearsayPerceptron       *self,
                                                 const guint32           *features,
                                                 guint                    n);
guint              hearsay_perceptron_freeze    (HearsayPerceptron       *self,
                                                 guint                    min_count);
void               hearsay_perceptron_find_rows (const HearsayPerceptron *self,
                                                 const guint32           *features,
                                                 guint                    n,
                                                 guint32                 *rows);
void               hearsay_perceptron_score     (const HearsayPerceptron *self,
                                                 const guint32           *rows,
                                                 guint                    n,
                                                 gint32                  *scores);
void               hearsay_perceptron_update    (HearsayPerceptron       *self,
                                                 const guint32           *rows,
                                                 guint                    n,
                                                 guint                    good,
                                                 guint                    bad);
void               hearsay_perceptron_add       (HearsayPerceptron       *self,
                                                 const guint32           *rows,
                                                 guint                    n,
                                                 guint                    label,
                                                 int                      delta);
void               hearsay_perceptron_step      (HearsayPerceptron       *self);
HearsayPerceptron *hearsay_perceptron_copy      (const HearsayPerceptron *self);
void               hearsay_perceptron_mix       (HearsayPerceptron       *self,
                                                 const HearsayPerceptron *other);
GBytes            *hearsay_perceptron_pack_quads (const HearsayPerceptron *self,
                                                  double                   clip,
                                                  double                   min_weight);
GBytes            *hearsay_perceptron_pack_choices (const HearsayPerceptron *self,
                                                    const HearsayChoices    *choices,
                                                    const guint64           *seen,
                                                    double                   clip,
                                                    double                   min_weight);

GBytes            *hearsay_weights_pack         (const guint32           *features,
                                                 const float             *weights,
                                                 guint                    n_features,
                                                 guint                    n_labels,
                                                 guint                    stride,
                                                 double                   clip,
                                                 double                   min_weight);

GBytes            *hearsay_quads_pack           (const guint32           *features,
                                                 const float             *weights,
                                                 guint                    n_features,
                                                 double                   clip,
                                                 double                   min_weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayPerceptron, hearsay_perceptron_free)

G_END_DECLS
