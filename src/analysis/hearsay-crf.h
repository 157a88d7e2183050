/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-weights.h"

G_BEGIN_DECLS

#define HEARSAY_CRF_MAX_LABELS 8

/**
 * HearsayCrf:
 * @links: what it adds to the score when one label follows another; a row of
 *   @n_labels for each label that comes first
 * @allowed: bit 1 << a is set in entry b where b may follow a
 * @initial: bits of the labels that may stand first
 *
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001)
 * with hashed features and int8 weights.
 */
typedef struct
{
  HearsayWeights weights;
  float links[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS];
  guint32 allowed[HEARSAY_CRF_MAX_LABELS];
  guint32 initial;
  guint n_labels;
} HearsayCrf;

gboolean hearsay_crf_load      (HearsayCrf         *self,
                                const HearsayModel *model,
                                const char         *name,
                                guint               n_labels,
                                GError            **error);
void     hearsay_crf_constrain (HearsayCrf         *self,
                                guint               n_labels);
void     hearsay_crf_decode    (const HearsayCrf   *self,
                                const float        *scores,
                                guint               n,
                                guint               favoured,
                                float               bias,
                                guint8             *labels);
void     hearsay_crf_marginals (const HearsayCrf   *self,
                                const float        *scores,
                                guint               n,
                                float              *marginals);
float    hearsay_exp           (float               x);
GBytes  *hearsay_crf_pack_links (const float       *links,
                                 guint              n_labels);

/**
 * hearsay_crf_score:
 * @features: (array length=n_features): hashes of one token, at most #HEARSAY_WEIGHTS_MAX_FEATURES
 * @places: (array length=n_features): from hearsay_weights_find()
 * @scores: (out) (array): one for each label
 */
static inline void
hearsay_crf_score (const HearsayCrf *self,
                   const guint32    *features,
                   const guint32    *places,
                   guint             n_features,
                   float            *scores)
{
  gint16 sums[HEARSAY_WEIGHTS_MAX_LABELS];

  hearsay_weights_sum (&self->weights, features, places, n_features, sums);
  for (guint k = 0; k < self->n_labels; k++)
    scores[k] = (float) sums[k] * self->weights.scale;
}

G_END_DECLS
