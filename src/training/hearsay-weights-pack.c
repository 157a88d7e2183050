/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-perceptron.h"

#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-weights.h"

#include <math.h>

typedef struct
{
  const guint32 *features;
  const float *weights;
  guint n_features;
  guint n_labels;
  guint stride;
  double scale;
  double min_weight;
} Packer;

static void
append_u32 (GByteArray *bytes,
            guint32     value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (bytes, (const guint8 *) &value, sizeof value);
}

/* The largest weight that keeps its size; larger ones are rare and are cut to it. */
static double
find_limit (const float *weights,
            gsize        n,
            double       clip)
{
  double squares = 0;
  double largest = 0;
  gsize used = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (weights[i] != 0)
        {
          squares += (double) weights[i] * (double) weights[i];
          largest = MAX (largest, fabs ((double) weights[i]));
          used++;
        }
    }
  if (used == 0)
    return 1;
  return MIN (largest, clip * sqrt (squares / (double) used));
}

static void
append_row (const Packer *self,
            guint         index,
            GByteArray   *rows)
{
  guint8 labels[HEARSAY_WEIGHTS_MAX_LABELS];
  guint8 weights[HEARSAY_WEIGHTS_MAX_LABELS];
  guint8 head[3];
  guint8 set = 0;
  guint n = 0;

  for (guint k = 0; k < self->n_labels; k++)
    {
      double units = (double) self->weights[(gsize) index * self->stride + k] / self->scale;
      long rounded = lround (CLAMP (units, -127.0, 127.0));

      if (rounded != 0 && fabs (units) >= self->min_weight && n < 255)
        {
          set |= k < HEARSAY_WEIGHTS_SET_LABELS ? (guint8) (1u << k) : 0;
          labels[n] = (guint8) k;
          weights[n++] = (guint8) (gint8) rounded;
        }
    }
  if (n == 0)
    return;
  head[0] = (guint8) self->features[index];
  head[1] = (guint8) (self->features[index] >> 8);
  head[2] = self->n_labels <= HEARSAY_WEIGHTS_SET_LABELS ? set : (guint8) n;
  g_byte_array_append (rows, head, sizeof head);
  if (self->n_labels > HEARSAY_WEIGHTS_SET_LABELS)
    g_byte_array_append (rows, labels, n);
  g_byte_array_append (rows, weights, n);
}

/**
 * hearsay_weights_pack:
 * @features: (array length=n_features): hashes in rising order, each once
 * @weights: (array): a row of @stride for each feature
 * @clip: weights beyond this many times the root mean square are cut to it
 * @min_weight: weights of fewer units are left out, as 0.5
 *
 * Returns: (transfer full): a section that hearsay_weights_load() takes: int8
 *   weights with one scale
 */
GBytes *
hearsay_weights_pack (const guint32 *features,
                      const float   *weights,
                      guint          n_features,
                      guint          n_labels,
                      guint          stride,
                      double         clip,
                      double         min_weight)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  GByteArray *section = g_byte_array_new ();
  const guint bits = 16;
  Packer self = { features, weights, n_features, n_labels, stride, 0, min_weight };
  float scale;
  guint32 scale_bits;
  guint next = 0;

  scale = (float) (find_limit (weights, (gsize) n_features * stride, clip) / 127);
  self.scale = (double) scale;
  memcpy (&scale_bits, &scale, sizeof scale);
  append_u32 (section, n_labels);
  append_u32 (section, bits);
  append_u32 (section, scale_bits);
  append_u32 (section, 0);
  for (guint32 bucket = 0; bucket < 1u << bits; bucket++)
    {
      append_u32 (section, rows->len);
      for (; next < n_features && features[next] >> (32 - bits) == bucket; next++)
        append_row (&self, next, rows);
    }
  append_u32 (section, rows->len);
  scale_bits = GUINT32_TO_LE (rows->len);
  memcpy (section->data + 12, &scale_bits, sizeof scale_bits);
  g_byte_array_append (section, rows->data, rows->len);
  return g_byte_array_free_to_bytes (section);
}
