/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-perceptron.h"

#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-quads.h"

#include <math.h>
#include <string.h>

/* Features that share a bucket, on average. */
#define BUCKET_SIZE 8
#define MAX_BITS 16
#define N_DISPLACEMENTS 65536
#define FREE G_MAXUINT32

/* The rows that are kept. */
typedef struct
{
  guint32 *features;
  gint8 *weights; /* a row of @n_labels each */
  guint n_rows;
  guint n_labels;
} Rows;

/* Which row has which slot. */
typedef struct
{
  guint16 *displacements;
  guint16 *marks;
  guint32 *slots; /* indexes of rows, or FREE */
  guint32 n_slots;
  guint bits;
} Places;

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

/* Rounds the weights to units of @scale, at most @limit, and leaves out features that have none of @min_weight. */
static Rows
round_rows (const guint32 *features,
            const float   *weights,
            guint          n_features,
            guint          n_labels,
            guint          stride,
            int            limit,
            double         scale,
            double         min_weight)
{
  Rows rows = { g_new (guint32, n_features + 1), g_new0 (gint8, ((gsize) n_features + 1) * n_labels), 0, n_labels };

  for (guint i = 0; i < n_features; i++)
    {
      gint8 *row = rows.weights + (gsize) rows.n_rows * n_labels;
      gboolean used = FALSE;

      for (guint k = 0; k < n_labels; k++)
        {
          double units = (double) weights[(gsize) i * stride + k] / scale;
          long rounded = lround (CLAMP (units, -limit, limit));

          row[k] = (gint8) rounded;
          used = used || (rounded != 0 && fabs (units) >= min_weight);
        }
      rows.features[rows.n_rows] = features[i];
      rows.n_rows += used;
    }
  return rows;
}

/* Whether all @n rows from @first on find a free slot that none of the others takes; if so they take it. */
static gboolean
try_displacement (Places     *places,
                  const Rows *rows,
                  guint       first,
                  guint       n,
                  guint32     displacement)
{
  guint taken;

  for (taken = 0; taken < n; taken++)
    {
      guint32 *slot = &places->slots[hearsay_weights_slot (rows->features[first + taken], displacement, places->n_slots)];

      if (*slot != FREE)
        break;
      *slot = first + taken;
    }
  for (guint i = 0; taken < n && i < taken; i++)
    places->slots[hearsay_weights_slot (rows->features[first + i], displacement, places->n_slots)] = FREE;
  return taken == n;
}

/* Places the rows of all buckets that have @size of them. */
static gboolean
place_buckets (Places        *places,
               const Rows    *rows,
               const guint32 *first,
               guint          size)
{
  for (guint32 bucket = 0; bucket < 1u << places->bits; bucket++)
    {
      guint32 displacement = 0;

      if (first[bucket + 1] - first[bucket] != size)
        continue;
      while (displacement < N_DISPLACEMENTS && !try_displacement (places, rows, first[bucket], size, displacement))
        displacement++;
      if (displacement == N_DISPLACEMENTS)
        return FALSE;
      places->displacements[bucket] = (guint16) displacement;
    }
  return TRUE;
}

/* Large buckets first, while there is room; where one finds no place the table grows a little. */
static Places
find_places (const Rows *rows)
{
  Places places = { .n_slots = rows->n_rows + rows->n_rows / 24 + 1, .bits = 1 };
  g_autofree guint32 *first = NULL;
  guint largest = 0;
  gboolean placed;

  while (places.bits < MAX_BITS && (gsize) BUCKET_SIZE << places.bits < rows->n_rows)
    places.bits++;
  first = g_new0 (guint32, (1u << places.bits) + 1);
  places.marks = g_new0 (guint16, 1u << places.bits);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      guint32 bucket = rows->features[i] >> (32 - places.bits);

      first[bucket + 1]++;
      places.marks[bucket] |= (guint16) hearsay_weights_mark (rows->features[i]);
    }
  for (guint32 bucket = 0; bucket < 1u << places.bits; bucket++)
    {
      largest = MAX (largest, first[bucket + 1]);
      first[bucket + 1] += first[bucket];
    }
  places.displacements = g_new (guint16, 1u << places.bits);
  do
    {
      places.slots = g_renew (guint32, places.slots, places.n_slots);
      memset (places.slots, 0xFF, places.n_slots * sizeof *places.slots);
      memset (places.displacements, 0, (sizeof *places.displacements) << places.bits);
      placed = TRUE;
      for (guint size = largest; placed && size > 0; size--)
        placed = place_buckets (&places, rows, first, size);
      places.n_slots += placed ? 0 : places.n_slots / 64 + 1;
    }
  while (!placed);
  return places;
}

static void
append_slots (const Rows   *rows,
              const Places *places,
              GByteArray   *section)
{
  for (guint32 i = 0; i < places->n_slots; i++)
    {
      guint8 slot[2 + HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };
      guint32 row = places->slots[i];

      if (row != FREE)
        {
          slot[0] = (guint8) rows->features[row];
          slot[1] = (guint8) (rows->features[row] >> 8);
          memcpy (slot + 2, rows->weights + (gsize) row * rows->n_labels, rows->n_labels);
        }
      g_byte_array_append (section, slot, 2 + rows->n_labels);
    }
}

static void
append_buckets (const Places *places,
                GByteArray   *section)
{
  for (guint32 bucket = 0; bucket < 1u << places->bits; bucket++)
    append_u32 (section, places->displacements[bucket] | (guint32) places->marks[bucket] << 16);
}

static GBytes *
write_section (const Rows   *rows,
               const Places *places,
               float         scale)
{
  static const guint8 padding[HEARSAY_WEIGHTS_PADDING] = { 0 };
  GByteArray *section = g_byte_array_new ();
  guint32 scale_bits;

  memcpy (&scale_bits, &scale, sizeof scale);
  append_u32 (section, rows->n_labels);
  append_u32 (section, places->bits);
  append_u32 (section, scale_bits);
  append_u32 (section, places->n_slots);
  for (guint i = 0; i < 4; i++)
    append_u32 (section, 0);
  append_buckets (places, section);
  append_slots (rows, places, section);
  g_byte_array_append (section, padding, sizeof padding);
  return g_byte_array_free_to_bytes (section);
}

static void
clear (Rows   *rows,
       Places *places)
{
  g_free (rows->features);
  g_free (rows->weights);
  g_free (places->displacements);
  g_free (places->marks);
  g_free (places->slots);
}

/**
 * hearsay_weights_pack:
 * @features: (array length=n_features): hashes in rising order, each once
 * @weights: (array): a row of @stride for each feature
 * @clip: weights beyond this many times the root mean square are cut to it
 * @min_weight: features whose largest weight has fewer units are left out, as 0.5
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
  float scale = (float) (find_limit (weights, (gsize) n_features * stride, clip) / 127);
  Rows rows = round_rows (features, weights, n_features, n_labels, stride, 127, (double) scale, min_weight);
  Places places = find_places (&rows);
  GBytes *section = write_section (&rows, &places, scale);

  clear (&rows, &places);
  return section;
}

static GBytes *
write_quads (const Rows   *rows,
             const Places *places,
             float         scale)
{
  GByteArray *section = g_byte_array_new ();
  guint32 scale_bits;

  memcpy (&scale_bits, &scale, sizeof scale);
  append_u32 (section, places->bits);
  append_u32 (section, scale_bits);
  append_u32 (section, places->n_slots);
  append_u32 (section, 0);
  append_buckets (places, section);
  for (guint32 i = 0; i < places->n_slots; i++)
    {
      guint32 row = places->slots[i];

      append_u32 (section, row == FREE ? 0 : hearsay_quads_make_slot (rows->features[row], rows->weights + 4 * (gsize) row));
    }
  append_u32 (section, 0);
  return g_byte_array_free_to_bytes (section);
}

/**
 * hearsay_quads_pack:
 * @features: (array length=n_features): hashes in rising order, each once
 * @weights: (array): a row of four for each feature
 * @clip: as of hearsay_weights_pack()
 * @min_weight: features whose largest weight has fewer units are left out, as 0.5
 *
 * Returns: (transfer full): a section that hearsay_quads_load() takes
 */
GBytes *
hearsay_quads_pack (const guint32 *features,
                    const float   *weights,
                    guint          n_features,
                    double         clip,
                    double         min_weight)
{
  float scale = (float) (find_limit (weights, (gsize) n_features * 4, clip) / HEARSAY_QUADS_LIMIT);
  Rows rows = round_rows (features, weights, n_features, 4, 4, HEARSAY_QUADS_LIMIT, (double) scale, min_weight);
  Places places = find_places (&rows);
  GBytes *section = write_quads (&rows, &places, scale);

  clear (&rows, &places);
  return section;
}
