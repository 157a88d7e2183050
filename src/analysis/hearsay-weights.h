/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

#include <string.h>

G_BEGIN_DECLS

/* Scores are added into arrays of this many, so that no label of a file can lie outside. */
#define HEARSAY_WEIGHTS_MAX_LABELS 256

/**
 * HearsayWeights:
 * @scale: what one unit of a weight stands for
 *
 * Weights of a linear model with many labels and sparse rows, as a view of a
 * section. Little-endian: number of labels, bits of the bucket number, scale (a
 * float), bytes of rows, 4 bytes each; then 2^bits + 1 offsets; then the rows of
 * each bucket: the hash's low 16 bits, a count, that many labels, that many weights.
 * With 16 bucket bits the whole hash of a feature is checked.
 */
typedef struct
{
  const guint8 *offsets;
  const guint8 *rows;
  guint32 n_rows_bytes;
  guint32 n_labels;
  guint shift;
  float scale;
} HearsayWeights;

gboolean hearsay_weights_load (HearsayWeights      *self,
                               const HearsayModel  *model,
                               const char          *section,
                               guint                n_labels,
                               GError             **error);

static inline guint32
hearsay_weights_get_offset (const HearsayWeights *self,
                            gsize                 index)
{
  guint32 value;

  memcpy (&value, self->offsets + index * 4, sizeof value);
  return GUINT32_FROM_LE (value);
}

/**
 * hearsay_weights_find:
 * @labels: (out): the labels that the feature speaks for or against
 * @weights: (out): by how much
 *
 * Returns: how many there are
 */
static inline guint
hearsay_weights_find (const HearsayWeights  *self,
                      guint32                feature,
                      const guint8         **labels,
                      const gint8          **weights)
{
  gsize bucket = feature >> self->shift;
  guint32 position = hearsay_weights_get_offset (self, bucket);
  guint32 end = MIN (hearsay_weights_get_offset (self, bucket + 1), self->n_rows_bytes);

  while (position + 3 <= end)
    {
      const guint8 *row = self->rows + position;
      guint32 check = (guint32) row[0] | (guint32) row[1] << 8;
      guint count = row[2];

      position += 3 + 2 * count;
      if (check == (feature & 0xFFFF) && position <= end)
        {
          *labels = row + 3;
          *weights = (const gint8 *) row + 3 + count;
          return count;
        }
    }
  return 0;
}

/**
 * hearsay_weights_add:
 * @features: (array length=n_features): hashes
 * @scores: (array fixed-size=256): to which the features' weights are added
 */
static inline void
hearsay_weights_add (const HearsayWeights *self,
                     const guint32        *features,
                     guint                 n_features,
                     gint32               *scores)
{
  /* The tables are larger than the caches: everything is asked for before it is needed. */
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (self->offsets + (gsize) (features[i] >> self->shift) * 4);
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (self->rows + hearsay_weights_get_offset (self, features[i] >> self->shift));
  for (guint i = 0; i < n_features; i++)
    {
      const guint8 *labels;
      const gint8 *weights;
      guint count = hearsay_weights_find (self, features[i], &labels, &weights);

      for (guint k = 0; k < count; k++)
        scores[labels[k]] += weights[k];
    }
}

G_END_DECLS
