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
 * each bucket: the hash's low 16 bits, a count, that many labels, that many weights;
 * where there are eight labels or fewer, the set of labels in one byte in place of
 * count and labels. With 16 bucket bits the whole hash of a feature is checked.
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

/* So many labels fit into a byte as a set. */
#define HEARSAY_WEIGHTS_SET_LABELS 8

/* How many labels are in a set; not every processor that the program is built for has an instruction for it. */
static inline guint
hearsay_weights_count_set (guint set)
{
  set -= set >> 1 & 0x55;
  set = (set & 0x33) + (set >> 2 & 0x33);
  return (set + (set >> 4)) & 0x0F;
}

static inline void
hearsay_weights_add_set (const HearsayWeights *self,
                         guint32               feature,
                         gint32               *scores)
{
  gsize bucket = feature >> self->shift;
  guint32 position = hearsay_weights_get_offset (self, bucket);
  guint32 end = MIN (hearsay_weights_get_offset (self, bucket + 1), self->n_rows_bytes);

  while (position + 3 <= end)
    {
      const guint8 *row = self->rows + position;
      guint32 check = (guint32) row[0] | (guint32) row[1] << 8;
      guint set = row[2];

      position += 3 + hearsay_weights_count_set (set);
      if (check == (feature & 0xFFFF) && position <= end)
        {
          for (row += 3; set != 0; set &= set - 1)
            scores[__builtin_ctz (set)] += (gint8) *row++;
          return;
        }
    }
}

static inline void
hearsay_weights_add_list (const HearsayWeights *self,
                          guint32               feature,
                          gint32               *scores)
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
          for (guint k = 0; k < count; k++)
            scores[row[3 + k]] += (gint8) row[3 + count + k];
          return;
        }
    }
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
  if (self->n_labels <= HEARSAY_WEIGHTS_SET_LABELS)
    {
      for (guint i = 0; i < n_features; i++)
        hearsay_weights_add_set (self, features[i], scores);
    }
  else
    {
      for (guint i = 0; i < n_features; i++)
        hearsay_weights_add_list (self, features[i], scores);
    }
}

G_END_DECLS
