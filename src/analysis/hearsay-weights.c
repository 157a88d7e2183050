/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-weights.h"

#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
check_shape (HearsayWeights *self,
             const guint8   *data,
             gsize           size,
             guint           n_labels)
{
  guint32 bits = hearsay_model_get_u32 (data + 4);
  guint32 scale = hearsay_model_get_u32 (data + 8);
  gboolean few;
  gsize table, slots;

  self->n_labels = hearsay_model_get_u32 (data);
  self->n_slots = hearsay_model_get_u32 (data + 12);
  self->n_pairs = hearsay_model_get_u32 (data + 16);
  memcpy (&self->scale, &scale, sizeof scale);
  if (self->n_labels != n_labels || bits < 1 || bits > 16 || self->n_slots < 1 || self->n_slots > 1u << 28 ||
      !isfinite (self->scale) || self->scale <= 0)
    return FALSE;
  few = n_labels <= HEARSAY_WEIGHTS_FEW_LABELS;
  table = ((gsize) 1 << bits) * 2;
  slots = (gsize) self->n_slots * (few ? 2 + n_labels : HEARSAY_WEIGHTS_LIST_SLOT);
  if ((few && self->n_pairs != 0) ||
      size != HEARSAY_WEIGHTS_HEADER_SIZE + table + slots + (gsize) self->n_pairs * 2 + HEARSAY_WEIGHTS_PADDING)
    return FALSE;
  self->shift = 32 - bits;
  self->displacements = data + HEARSAY_WEIGHTS_HEADER_SIZE;
  self->slots = self->displacements + table;
  self->pairs = self->slots + slots;
  return TRUE;
}

/**
 * hearsay_weights_load:
 * @self: (out): a view that is valid as long as @model
 * @n_labels: how many labels the caller has, at most #HEARSAY_WEIGHTS_MAX_LABELS
 *
 * Returns: whether @section is there and fits
 */
gboolean
hearsay_weights_load (HearsayWeights      *self,
                      const HearsayModel  *model,
                      const char          *section,
                      guint                n_labels,
                      GError             **error)
{
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_labels > 0 && n_labels <= HEARSAY_WEIGHTS_MAX_LABELS, FALSE);

  data = hearsay_model_require (model, section, HEARSAY_WEIGHTS_HEADER_SIZE, &size, error);
  if (data == NULL)
    return FALSE;
  if (!check_shape (self, data, size, n_labels))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), section);
      return FALSE;
    }
  return TRUE;
}

/* Bytes of a list that are copied at once: sixteen pairs, which few lists exceed. */
#define PIECE 32
/* Pairs of all lists of one example that are gathered before they are added up. */
#define MAX_PAIRS 1024
/* Labels whose weights are added at once. */
#define LANES 8

/* Sums of one example; a label of a file that is not sound falls into the array too. */
typedef union
{
  gint16 of[HEARSAY_WEIGHTS_MAX_LABELS + LANES];
  HearsayWeightsSums lanes[HEARSAY_WEIGHTS_MAX_LABELS / LANES + 1];
} Sums;

static void
add_pairs (const guint8 *pairs,
           gsize         n_bytes,
           Sums         *sums)
{
  for (gsize i = 0; i < n_bytes; i += 2)
    sums->of[pairs[i]] += (gint8) pairs[i + 1];
}

static inline guint32
get_start (const guint8 *slot)
{
  return slot[3] | (guint32) slot[4] << 8 | (guint32) slot[5] << 16;
}

/* Rows that have a weight for each label. */
static void
add_whole_rows (const HearsayWeights *self,
                const guint8 *const  *slots,
                guint                 n_slots,
                Sums                 *sums)
{
  for (guint i = 0; i < n_slots; i++)
    {
      guint32 start = get_start (slots[i]);
      const guint8 *row = self->pairs + 2 * (gsize) start;

      if (G_UNLIKELY (start + (self->n_labels + 1) / 2 > self->n_pairs))
        continue;
      for (guint k = 0; k < self->n_labels; k += LANES)
        {
          HearsayWeightsBytes weights;

          memcpy (&weights, row + k, sizeof weights);
          sums->lanes[k / LANES] += __builtin_convertvector (weights, HearsayWeightsSums);
        }
    }
}

/* Lists are copied one behind the other, in pieces of one size, and added up in one loop. */
static void
add_short_rows (const HearsayWeights *self,
                const guint8 *const  *slots,
                guint                 n_slots,
                Sums                 *sums)
{
  guint8 pairs[2 * MAX_PAIRS + 2 * HEARSAY_WEIGHTS_WHOLE_ROW + PIECE];
  gsize n_bytes = 0;

  for (guint i = 0; i < n_slots; i++)
    {
      guint32 count = slots[i][2];
      guint32 start = get_start (slots[i]);
      const guint8 *row = self->pairs + 2 * (gsize) start;

      if (G_UNLIKELY (start + count > self->n_pairs))
        continue;
      memcpy (pairs + n_bytes, row, PIECE);
      for (guint32 k = PIECE; k < 2 * count; k += PIECE)
        memcpy (pairs + n_bytes + k, row + k, PIECE);
      n_bytes += 2 * count;
      if (G_UNLIKELY (n_bytes > 2 * MAX_PAIRS))
        {
          add_pairs (pairs, n_bytes, sums);
          n_bytes = 0;
        }
    }
  add_pairs (pairs, n_bytes, sums);
}

/* In steps, each over all features: their slots are asked for, the rows of those that have one
 * are, the rows are added up. So no step waits for memory, and hardly a branch depends on it. */
static void
add_lists (const HearsayWeights *self,
           const guint32        *features,
           guint                 n_features,
           gint32               *scores)
{
  const guint8 *slots[HEARSAY_WEIGHTS_MAX_FEATURES];
  const guint8 *whole[HEARSAY_WEIGHTS_MAX_FEATURES];
  Sums sums = { { 0 } };
  guint n_short = 0;
  guint n_whole = 0;

  for (guint i = 0; i < n_features; i++)
    {
      slots[i] = self->slots + hearsay_weights_find (self, features[i]) * (gsize) HEARSAY_WEIGHTS_LIST_SLOT;
      __builtin_prefetch (slots[i]);
    }
  for (guint i = 0; i < n_features; i++)
    {
      const guint8 *slot = slots[i];
      guint known = hearsay_weights_read_u16 (slot) == (features[i] & 0xFFFF);
      guint is_whole = slot[2] == HEARSAY_WEIGHTS_WHOLE_ROW;

      __builtin_prefetch (self->pairs + 2 * (gsize) get_start (slot));
      slots[n_short] = slot;
      whole[n_whole] = slot;
      n_short += known & (is_whole ^ 1);
      n_whole += known & is_whole;
    }
  add_whole_rows (self, whole, n_whole, &sums);
  add_short_rows (self, slots, n_short, &sums);
  for (guint k = 0; k < self->n_labels; k++)
    scores[k] += sums.of[k];
}

/**
 * hearsay_weights_add:
 * @features: (array length=n_features): hashes
 * @scores: (array fixed-size=256): to which the features' weights are added
 */
void
hearsay_weights_add (const HearsayWeights *self,
                     const guint32        *features,
                     guint                 n_features,
                     gint32               *scores)
{
  for (guint first = 0; first < n_features; first += HEARSAY_WEIGHTS_MAX_FEATURES)
    {
      guint n = MIN (n_features - first, HEARSAY_WEIGHTS_MAX_FEATURES);

      if (self->n_labels <= HEARSAY_WEIGHTS_FEW_LABELS)
        {
          HearsayWeightsSums sums = hearsay_weights_sum (self, features + first, n);

          for (guint k = 0; k < self->n_labels; k++)
            scores[k] += sums[k];
        }
      else
        add_lists (self, features + first, n, scores);
    }
}
