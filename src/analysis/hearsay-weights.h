/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

#include <string.h>

G_BEGIN_DECLS

/* Scores are added into arrays of this many, so that no label of a file can lie outside. */
#define HEARSAY_WEIGHTS_MAX_LABELS 256
/* With so few labels every row has a weight for each of them. */
#define HEARSAY_WEIGHTS_FEW_LABELS 8
/* Features that are summed at once. */
#define HEARSAY_WEIGHTS_MAX_FEATURES 256

/**
 * HearsayWeights:
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
 * slots, pairs of label and weight (2 bytes each), 0, 0, 0, 4 bytes each; 2^bits displacements of 2 bytes; the
 * slots. With eight labels or fewer a slot is the check and a weight of each label; else the
 * check, how many pairs the row has (1 byte) and where they begin (3 bytes) or, where there is
 * one alone, the pair itself; the pairs follow behind the slots: a label,
 * its weight, the next label. Thirty-two bytes of 0 end the section, so that a slot's weights and a
 * short row can be read at once.
 */
typedef struct
{
  const guint8 *displacements;
  const guint8 *slots;
  const guint8 *pairs;
  guint32 n_slots;
  guint32 n_pairs;
  guint32 n_labels;
  guint shift;
  float scale;
} HearsayWeights;

#define HEARSAY_WEIGHTS_HEADER_SIZE 32
#define HEARSAY_WEIGHTS_PADDING 32
/* Of a slot of a table with more than eight labels. */
#define HEARSAY_WEIGHTS_LIST_SLOT 6
/* The count of a row that is not a list. */
#define HEARSAY_WEIGHTS_WHOLE_ROW 255
/* A row is no list when it has weights for more than one in so many labels. */
#define HEARSAY_WEIGHTS_LIST_SHARE 5

gboolean hearsay_weights_load (HearsayWeights      *self,
                               const HearsayModel  *model,
                               const char          *section,
                               guint                n_labels,
                               GError             **error);
void     hearsay_weights_add  (const HearsayWeights *self,
                               const guint32        *features,
                               guint                 n_features,
                               gint32               *scores);

static inline guint32
hearsay_weights_read_u16 (const guint8 *bytes)
{
  return bytes[0] | (guint32) bytes[1] << 8;
}

/* The slot that a bucket's displacement gives a feature. */
static inline guint32
hearsay_weights_slot (guint32 feature,
                      guint32 displacement,
                      guint32 n_slots)
{
  return (guint32) ((guint64) ((feature ^ displacement) * 0x9E3779B1u) * n_slots >> 32);
}

static inline guint32
hearsay_weights_find (const HearsayWeights *self,
                      guint32               feature)
{
  guint32 displacement = hearsay_weights_read_u16 (self->displacements + 2 * (gsize) (feature >> self->shift));

  return hearsay_weights_slot (feature, displacement, self->n_slots);
}

typedef gint8 HearsayWeightsBytes __attribute__ ((vector_size (8)));
typedef gint16 HearsayWeightsSums __attribute__ ((vector_size (16)));

/* A 16-bit sum holds this many weights, whatever they are. */
G_STATIC_ASSERT (HEARSAY_WEIGHTS_MAX_FEATURES * 128 <= 32768);

/**
 * hearsay_weights_sum:
 * @self: with eight labels or fewer
 * @features: (array length=n_features): hashes, at most #HEARSAY_WEIGHTS_MAX_FEATURES
 *
 * Returns: the sum of the features' weights for each label; what stands behind the last label
 *   means nothing
 */
static inline HearsayWeightsSums
hearsay_weights_sum (const HearsayWeights *self,
                     const guint32        *features,
                     guint                 n_features)
{
  const gsize width = 2 + self->n_labels;
  HearsayWeightsSums sums = { 0 };

  for (guint i = 0; i < n_features; i++)
    {
      const guint8 *slot = self->slots + hearsay_weights_find (self, features[i]) * width;
      guint64 known = -(guint64) (hearsay_weights_read_u16 (slot) == (features[i] & 0xFFFF));
      HearsayWeightsBytes weights;
      guint64 packed;

      memcpy (&packed, slot + 2, sizeof packed);
      packed &= known;
      memcpy (&weights, &packed, sizeof weights);
      sums += __builtin_convertvector (weights, HearsayWeightsSums);
    }
  return sums;
}

G_END_DECLS
