/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

G_BEGIN_DECLS

/* A table has at most so many labels, and sums have room for so many. */
#define HEARSAY_WEIGHTS_MAX_LABELS 16
/* Features that are summed at once. */
#define HEARSAY_WEIGHTS_MAX_FEATURES 256

typedef struct _HearsayWeights HearsayWeights;

typedef void (*HearsaySumWeights) (const HearsayWeights *self,
                                   const guint32        *features,
                                   guint                 n_features,
                                   gint16               *sums);

typedef void (*HearsayAskWeights) (const HearsayWeights *self,
                                   const guint32        *features,
                                   guint                 n_features);

/**
 * HearsayWeights:
 * @sum: hearsay_weights_sum_plain(), or the same faster where the processor can
 * @ask: see hearsay_weights_ask()
 * @scale: what one unit of a weight stands for
 *
 * Weights of a linear model with hashed features, as a view of a section. Each feature has a
 * slot of its own in a table that is nearly full: the upper bits of its hash choose a bucket,
 * whose displacement changes the hash into the number of the slot (Belazzougui, Botelho,
 * Dietzfelbinger: Hash, displace, and compress, 2009). The slot repeats the hash's low 16
 * bits, so that features without weights are told from the others. No search, and no branch
 * that a processor could guess wrong.
 *
 * Little-endian: number of labels, bits of the bucket number, scale (a float), number of
 * slots, 0 four times, 4 bytes each; 2^bits displacements of 2 bytes; the slots: the check
 * of 2 bytes and a weight of each label. Thirty-two bytes of 0 end the section, so that a slot
 * can be read at once.
 */
struct _HearsayWeights
{
  HearsaySumWeights sum;
  HearsayAskWeights ask;
  const guint8 *displacements;
  const guint8 *slots;
  guint32 n_slots;
  guint32 n_labels;
  guint shift;
  float scale;
};

#define HEARSAY_WEIGHTS_HEADER_SIZE 32
#define HEARSAY_WEIGHTS_PADDING 32

gboolean hearsay_weights_load      (HearsayWeights       *self,
                                    const HearsayModel   *model,
                                    const char           *section,
                                    guint                 n_labels,
                                    GError              **error);
void     hearsay_weights_sum_plain (const HearsayWeights *self,
                                    const guint32        *features,
                                    guint                 n_features,
                                    gint16               *sums);

void     hearsay_weights_add       (const HearsayWeights *self,
                                    const guint32        *features,
                                    guint                 n_features,
                                    gint32               *scores);

#define HEARSAY_WEIGHTS_FACTOR 0x9E3779B1u

/* The slot that a bucket's displacement gives a feature. */
static inline guint32
hearsay_weights_slot (guint32 feature,
                      guint32 displacement,
                      guint32 n_slots)
{
  return (guint32) ((guint64) ((feature ^ displacement) * HEARSAY_WEIGHTS_FACTOR) * n_slots >> 32);
}

/**
 * hearsay_weights_sum:
 * @features: (array length=n_features): hashes, at most #HEARSAY_WEIGHTS_MAX_FEATURES
 * @sums: (out) (array fixed-size=16): the sum of the features' weights for each label; what
 *   stands behind the last label means nothing
 */
static inline void
hearsay_weights_sum (const HearsayWeights *self,
                     const guint32        *features,
                     guint                 n_features,
                     gint16               *sums)
{
  self->sum (self, features, n_features, sums);
}

/**
 * hearsay_weights_ask:
 *
 * Says that the features' weights will be summed soon: the tables are larger than the
 * caches, and waiting for them takes longer than the sums. Worth it where there is something
 * else to do meanwhile.
 */
static inline void
hearsay_weights_ask (const HearsayWeights *self,
                     const guint32        *features,
                     guint                 n_features)
{
  self->ask (self, features, n_features);
}

/* A 16-bit sum holds this many weights, whatever they are. */
G_STATIC_ASSERT (HEARSAY_WEIGHTS_MAX_FEATURES * 128 <= 32768);

G_END_DECLS
