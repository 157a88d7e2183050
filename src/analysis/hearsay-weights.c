/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-weights.h"

#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-weights-wide.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static gboolean
check_shape (HearsayWeights *self,
             const guint8   *data,
             gsize           size,
             guint           n_labels)
{
  guint32 bits = hearsay_model_get_u32 (data + 4);
  guint32 scale = hearsay_model_get_u32 (data + 8);
  gsize table, slots;

  self->n_labels = hearsay_model_get_u32 (data);
  self->n_slots = hearsay_model_get_u32 (data + 12);
  memcpy (&self->scale, &scale, sizeof scale);
  if (self->n_labels != n_labels || bits < 1 || bits > 16 || self->n_slots < 1 || self->n_slots > 1u << 26 ||
      !isfinite (self->scale) || self->scale <= 0)
    return FALSE;
  table = ((gsize) 1 << bits) * HEARSAY_WEIGHTS_BUCKET_SIZE;
  slots = (gsize) self->n_slots * (2 + n_labels);
  if (size != HEARSAY_WEIGHTS_HEADER_SIZE + table + slots + HEARSAY_WEIGHTS_PADDING)
    return FALSE;
  self->shift = 32 - bits;
  self->buckets = data + HEARSAY_WEIGHTS_HEADER_SIZE;
  self->slots = self->buckets + table;
  return TRUE;
}

static inline guint32
read_u16 (const guint8 *bytes)
{
  return bytes[0] | (guint32) bytes[1] << 8;
}

/**
 * hearsay_weights_find_plain:
 *
 * As hearsay_weights_find(), on any processor.
 */
void
hearsay_weights_find_plain (const HearsayWeights *self,
                            const guint32        *features,
                            guint                 n_features,
                            guint32              *places)
{
  for (guint i = 0; i < n_features; i++)
    places[i] = hearsay_weights_place (self->buckets, self->shift, self->n_slots, features[i]) * (2 + self->n_labels);
}

/**
 * hearsay_weights_sum_plain:
 *
 * As hearsay_weights_sum(), on any processor.
 */
void
hearsay_weights_sum_plain (const HearsayWeights *self,
                           const guint32        *features,
                           const guint32        *places,
                           guint                 n_features,
                           gint16               *sums)
{
  memset (sums, 0, HEARSAY_WEIGHTS_MAX_LABELS * sizeof *sums);
  for (guint i = 0; i < n_features; i++)
    {
      const guint8 *slot = self->slots + places[i];

      if (read_u16 (slot) != (features[i] & 0xFFFF))
        continue;
      for (guint k = 0; k < self->n_labels; k++)
        sums[k] = (gint16) (sums[k] + (gint8) slot[2 + k]);
    }
}

#ifdef HEARSAY_HAVE_WIDE
WIDE static void
find_wide (const HearsayWeights *self,
           const guint32        *features,
           guint                 n_features,
           guint32              *places)
{
  const __m256i width = _mm256_set1_epi32 ((int) (2 + self->n_labels));

  for (guint i = 0; i < n_features; i += 8)
    {
      __m256i hashes = _mm256_maskload_epi32 ((const int *) features + i, first_lanes (n_features - i));
      __m256i slots = find_places (self->buckets, self->shift, self->n_slots, hashes);

      _mm256_storeu_si256 ((__m256i *) (places + i), _mm256_mullo_epi32 (slots, width));
      for (guint k = 0; k < 8; k++)
        __builtin_prefetch (self->slots + places[i + k]);
    }
}

/* Where the weights of eight features begin; of those that have none, or are not wanted, zeros. */
WIDE static inline __m256i
find_rows (const HearsayWeights *self,
           const guint32        *features,
           const guint32        *places,
           guint                 n)
{
  __m256i wanted = first_lanes (n);
  __m256i hashes = _mm256_maskload_epi32 ((const int *) features, wanted);
  __m256i offsets = _mm256_maskload_epi32 ((const int *) places, wanted);
  __m256i checks = _mm256_i32gather_epi32 ((const int *) self->slots, offsets, 1);
  __m256i wrong = _mm256_slli_epi32 (_mm256_xor_si256 (checks, hashes), 16);
  __m256i known = _mm256_and_si256 (_mm256_cmpeq_epi32 (wrong, _mm256_setzero_si256 ()), wanted);
  __m256i nothing = _mm256_set1_epi32 ((int) (self->n_slots * (2 + self->n_labels)));

  return _mm256_blendv_epi8 (nothing, _mm256_add_epi32 (offsets, _mm256_set1_epi32 (2)), known);
}

WIDE static void
sum_wide (const HearsayWeights *self,
          const guint32        *features,
          const guint32        *places,
          guint                 n_features,
          gint16               *sums)
{
  __m256i sum = _mm256_setzero_si256 ();

  for (guint i = 0; i < n_features; i += 8)
    {
      guint32 rows[8];

      _mm256_storeu_si256 ((__m256i *) rows, find_rows (self, features + i, places + i, n_features - i));
      for (guint k = 0; k < 8; k++)
        sum = _mm256_add_epi16 (sum, _mm256_cvtepi8_epi16 (_mm_loadu_si128 ((const __m128i *) (self->slots + rows[k]))));
    }
  _mm256_storeu_si256 ((__m256i *) sums, sum);
}
#endif

/* Takes the functions that the processor runs best. */
static void
choose_functions (HearsayWeights *self)
{
  self->find = hearsay_weights_find_plain;
  self->sum = hearsay_weights_sum_plain;
#ifdef HEARSAY_HAVE_WIDE
  /* Gathering takes signed offsets. */
  if (__builtin_cpu_supports ("avx2") && (guint64) self->n_slots * (2 + self->n_labels) <= G_MAXINT32)
    {
      self->find = find_wide;
      self->sum = sum_wide;
    }
#endif
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
  choose_functions (self);
  return TRUE;
}

/**
 * hearsay_weights_add:
 * @features: (array length=n_features): hashes, any number
 * @scores: (array): one for each label, to which the features' weights are added
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
      guint32 places[HEARSAY_WEIGHTS_MAX_FEATURES];
      gint16 sums[HEARSAY_WEIGHTS_MAX_LABELS];

      hearsay_weights_find (self, features + first, n, places);
      self->sum (self, features + first, places, n, sums);
      for (guint k = 0; k < self->n_labels; k++)
        scores[k] += sums[k];
    }
}
