/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

#include <string.h>

G_BEGIN_DECLS

/* A table has at most so many labels, and sums have room for so many. */
#define HEARSAY_WEIGHTS_MAX_LABELS 16
/* Features that are summed at once. */
#define HEARSAY_WEIGHTS_MAX_FEATURES 256

typedef struct _HearsayWeights HearsayWeights;

typedef void (*HearsayFindWeights) (const HearsayWeights *self,
                                    const guint32        *features,
                                    guint                 n_features,
                                    guint32              *places);

typedef void (*HearsaySumWeights) (const HearsayWeights *self,
                                   const guint32        *features,
                                   const guint32        *places,
                                   guint                 n_features,
                                   gint16               *sums);

/**
 * HearsayWeights:
 * @find: hearsay_weights_find_plain(), or the same faster where the processor can
 * @sum: hearsay_weights_sum_plain(), or the same faster where the processor can
 * @scale: what one unit of a weight stands for
 *
 * Weights of a linear model with hashed features, as a view of a section. Each feature has a
 * slot of its own in a table that is nearly full: the upper bits of its hash choose a bucket,
 * whose displacement changes the hash into the number of the slot (Belazzougui, Botelho,
 * Dietzfelbinger: Hash, displace, and compress, 2009). The slot repeats the hash's low 16
 * bits, so that features without weights are told from the others. No search, and no branch
 * that a processor could guess wrong. A third of the features that are asked for have no
 * weights: sixteen bits of the bucket, of which each of its features sets one, tell most of
 * them from the others before a slot is read that is in no cache.
 *
 * Little-endian: number of labels, bits of the bucket number, scale (a float), number of
 * slots, 0 four times, 4 bytes each; 2^bits buckets: displacement and marks, 2 bytes each; the
 * slots: the check of 2 bytes and a weight of each label. Thirty-two bytes of 0 end the
 * section, so that a slot can be read at once; they are the slot of what has no weights.
 */
struct _HearsayWeights
{
  HearsayFindWeights find;
  HearsaySumWeights sum;
  const guint8 *buckets;
  const guint8 *slots;
  guint32 n_slots;
  guint32 n_labels;
  guint shift;
  float scale;
};

#define HEARSAY_WEIGHTS_HEADER_SIZE 32
#define HEARSAY_WEIGHTS_BUCKET_SIZE 4
#define HEARSAY_WEIGHTS_PADDING 32

gboolean hearsay_weights_load       (HearsayWeights       *self,
                                     const HearsayModel   *model,
                                     const char           *section,
                                     guint                 n_labels,
                                     GError              **error);
void     hearsay_weights_find_plain (const HearsayWeights *self,
                                     const guint32        *features,
                                     guint                 n_features,
                                     guint32              *places);
void     hearsay_weights_sum_plain  (const HearsayWeights *self,
                                     const guint32        *features,
                                     const guint32        *places,
                                     guint                 n_features,
                                     gint16               *sums);
void     hearsay_weights_add        (const HearsayWeights *self,
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

/* The bit that a feature sets in its bucket's marks. */
static inline guint32
hearsay_weights_mark (guint32 feature)
{
  return 1u << (feature >> 4 & 15);
}

/* The slot of a feature: @n_slots for one that certainly has no weights. */
static inline guint32
hearsay_weights_place (const guint8 *buckets,
                       guint         shift,
                       guint32       n_slots,
                       guint32       feature)
{
  guint32 bucket;
  guint32 slot;
  guint32 has;

  memcpy (&bucket, buckets + HEARSAY_WEIGHTS_BUCKET_SIZE * (gsize) (feature >> shift), sizeof bucket);
  bucket = GUINT32_FROM_LE (bucket);
  slot = hearsay_weights_slot (feature, bucket & 0xFFFF, n_slots);
  /* Whether it has is as good as chance: no branch. */
  has = -(bucket >> (16 + (feature >> 4 & 15)) & 1u);
  return (slot & has) | (n_slots & ~has);
}

/* Room for the places of @n features: they are found in groups. */
#define HEARSAY_WEIGHTS_N_PLACES(n) (((n) + 7u) / 8 * 8)

/**
 * hearsay_weights_find:
 * @features: (array length=n_features): hashes
 * @places: (out) (array): where their weights are; room for #HEARSAY_WEIGHTS_N_PLACES
 *
 * The weights are asked for at once: the tables are larger than the caches, and waiting for
 * them takes longer than the sums. It pays to do something else before they are summed.
 */
static inline void
hearsay_weights_find (const HearsayWeights *self,
                      const guint32        *features,
                      guint                 n_features,
                      guint32              *places)
{
  self->find (self, features, n_features, places);
}

/**
 * hearsay_weights_sum:
 * @features: (array length=n_features): hashes, at most #HEARSAY_WEIGHTS_MAX_FEATURES
 * @places: (array length=n_features): from hearsay_weights_find()
 * @sums: (out) (array fixed-size=16): the sum of the features' weights for each label; what
 *   stands behind the last label means nothing
 */
static inline void
hearsay_weights_sum (const HearsayWeights *self,
                     const guint32        *features,
                     const guint32        *places,
                     guint                 n_features,
                     gint16               *sums)
{
  self->sum (self, features, places, n_features, sums);
}

/* A 16-bit sum holds this many weights, whatever they are. */
G_STATIC_ASSERT (HEARSAY_WEIGHTS_MAX_FEATURES * 128 <= 32768);

G_END_DECLS
