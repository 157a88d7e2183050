/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-feature-index.h"

#include "training/hearsay-fit.h"
#include "training/hearsay-perceptron.h"

#include <stdlib.h>

#define INITIAL_CAPACITY (1u << 16)

/* Zero marks an empty slot; the one feature with that hash shares the place of another. */
static inline guint32
key_of (guint32 feature)
{
  return feature != 0 ? feature : 1;
}

static inline guint32
slot_of (const HearsayFeatureIndex *self,
         guint32                    key)
{
  guint32 slot = (key * 0x9E3779B1u) & (self->capacity - 1);

  while (self->keys[slot] != 0 && self->keys[slot] != key)
    slot = (slot + 1) & (self->capacity - 1);
  return slot;
}

void
hearsay_feature_index_init (HearsayFeatureIndex *self)
{
  *self = (HearsayFeatureIndex) { .capacity = INITIAL_CAPACITY, .n_rows = 1 };
  self->keys = g_new0 (guint32, self->capacity);
  self->values = g_new0 (guint32, self->capacity);
}

void
hearsay_feature_index_clear (HearsayFeatureIndex *self)
{
  g_clear_pointer (&self->keys, g_free);
  g_clear_pointer (&self->values, g_free);
}

static void
grow (HearsayFeatureIndex *self)
{
  HearsayFeatureIndex larger = *self;

  larger.capacity = self->capacity * 2;
  larger.keys = g_new0 (guint32, larger.capacity);
  larger.values = g_new0 (guint32, larger.capacity);
  for (guint32 i = 0; i < self->capacity; i++)
    {
      if (self->keys[i] != 0)
        {
          guint32 slot = slot_of (&larger, self->keys[i]);

          larger.keys[slot] = self->keys[i];
          larger.values[slot] = self->values[i];
        }
    }
  hearsay_feature_index_clear (self);
  *self = larger;
}

void
hearsay_feature_index_count (HearsayFeatureIndex *self,
                             guint32              feature)
{
  guint32 slot = slot_of (self, key_of (feature));

  if (self->keys[slot] == 0)
    {
      if (self->n_keys * 2 >= self->capacity)
        {
          grow (self);
          slot = slot_of (self, key_of (feature));
        }
      self->keys[slot] = key_of (feature);
      self->n_keys++;
    }
  self->values[slot]++;
}

/**
 * hearsay_feature_index_freeze:
 * @min_count: a feature must have been counted this often to get a row
 *
 * From here on only hearsay_feature_index_find() and _pack() may be called.
 */
void
hearsay_feature_index_freeze (HearsayFeatureIndex *self,
                              guint                min_count)
{
  for (guint32 i = 0; i < self->capacity; i++)
    self->values[i] = self->keys[i] != 0 && self->values[i] >= min_count ? self->n_rows++ : 0;
}

/**
 * hearsay_feature_index_find:
 *
 * Returns: the feature's row, 0 when it has none
 */
guint32
hearsay_feature_index_find (const HearsayFeatureIndex *self,
                            guint32                    feature)
{
  return self->values[slot_of (self, key_of (feature))];
}

/**
 * hearsay_feature_index_list:
 * @features: (out) (array): those that have a row, in rising order; room for as many as there are rows
 *
 * Returns: how many there are
 */
guint
hearsay_feature_index_list (const HearsayFeatureIndex *self,
                            guint32                   *features)
{
  guint n = 0;

  for (guint32 i = 0; i < self->capacity; i++)
    {
      if (self->values[i] != 0)
        features[n++] = self->keys[i];
    }
  qsort (features, n, sizeof *features, hearsay_fit_compare_u32);
  return n;
}

/**
 * hearsay_feature_index_pack:
 * @weights: (array): a row of @stride for each row of the index, of which the first @n_labels count
 * @clip: as of hearsay_weights_pack()
 *
 * Returns: (transfer full): a section for HearsayWeights
 */
GBytes *
hearsay_feature_index_pack (const HearsayFeatureIndex *self,
                            const float               *weights,
                            guint                      n_labels,
                            guint                      stride,
                            double                     clip)
{
  g_autofree guint32 *features = g_new (guint32, self->n_rows);
  g_autofree float *ordered = g_new (float, (gsize) self->n_rows * n_labels);
  guint n = hearsay_feature_index_list (self, features);

  for (guint i = 0; i < n; i++)
    {
      const float *row = weights + (gsize) hearsay_feature_index_find (self, features[i]) * stride;

      for (guint k = 0; k < n_labels; k++)
        ordered[(gsize) i * n_labels + k] = row[k];
    }
  return hearsay_weights_pack (features, ordered, n, n_labels, n_labels, clip, 0.5);
}
