/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Feature sets of one item: one for each direction that is asked about. */
#define HEARSAY_SOFTMAX_MAX_SETS 2
#define HEARSAY_SOFTMAX_MAX_CLASSES (1 + 2 * HEARSAY_SOFTMAX_MAX_SETS)

/**
 * HearsaySoftmaxSettings:
 * @n_fits: the weights are the mean of so many, each of which sees the items in another order
 * @n_epochs: passes over the items
 * @min_count: a feature must have been seen this often
 * @rate: step of Adagrad
 * @l2: pull toward 0, at each step
 * @hidden: share of an item's features that are not seen each time, below 1: what is left learns
 *   to do without the strongest ones
 */
typedef struct
{
  guint n_fits;
  guint n_epochs;
  guint min_count;
  float rate;
  float l2;
  float hidden;
} HearsaySoftmaxSettings;

/*
 * Multinomial logistic regression over sparse features, most of them binary, with shared
 * weights. An item has one or two sets of features. Class 0 has the score 0; the
 * others are “support” and then “oppose” for each set: 1 + set and 1 + sets +
 * set. A feature has two weights, whichever set it stands in. So what is learnt
 * of one direction holds for the other. Fitted by Adagrad; the weights are the
 * mean of those after each epoch of the second half.
 */
typedef struct _HearsaySoftmax HearsaySoftmax;

HearsaySoftmax *hearsay_softmax_new     (guint                         n_sets) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_softmax_free    (HearsaySoftmax               *self);
void            hearsay_softmax_add     (HearsaySoftmax               *self,
                                         const guint32 *const         *features,
                                         const guint                  *n_features,
                                         const float *const           *values,
                                         guint                         label,
                                         float                         weight,
                                         guint                         fold);
guint           hearsay_softmax_count   (const HearsaySoftmax         *self);
void            hearsay_softmax_fit     (HearsaySoftmax               *self,
                                         const HearsaySoftmaxSettings *settings,
                                         guint                         n_folds,
                                         guint                         n_threads,
                                         guint64                       seed,
                                         float                        *held_out);
void            hearsay_softmax_predict (const HearsaySoftmax         *self,
                                         const guint32 *const         *features,
                                         const guint                  *n_features,
                                         float                        *scores);
void            hearsay_softmax_take    (HearsaySoftmax               *self,
                                         guint32                       feature,
                                         float                        *weights);
GBytes         *hearsay_softmax_pack    (const HearsaySoftmax         *self,
                                         double                        clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsaySoftmax, hearsay_softmax_free)

G_END_DECLS
