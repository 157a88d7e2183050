/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-quads.h"

#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-weights-wide.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/**
 * hearsay_quads_find_plain:
 * @places: (out) (array length=n): as of hearsay_weights_find()
 *
 * For any processor.
 */
void
hearsay_quads_find_plain (const HearsayQuads *self,
                          const guint32      *features,
                          guint               n,
                          guint32            *places)
{
  for (guint i = 0; i < n; i++)
    places[i] = hearsay_weights_place (self->buckets, self->shift, self->n_slots, features[i]);
}

/**
 * hearsay_quads_add_plain:
 * @places: (array length=n): where the features' weights are
 * @scores: (inout): to which they are added
 *
 * For any processor.
 */
void
hearsay_quads_add_plain (const HearsayQuads *self,
                         const guint32      *features,
                         const guint32      *places,
                         guint               n,
                         HearsayScores      *scores)
{
  for (guint i = 0; i < n; i++)
    {
      guint32 slot = hearsay_model_get_u32 (self->slots + 4 * (gsize) places[i]);

      if ((slot & 0xFF) != (features[i] & 0xFF))
        continue;
      for (guint k = 0; k < 4; k++)
        (*scores)[k] += hearsay_quads_weight (slot, k);
    }
}

#ifdef HEARSAY_HAVE_WIDE
WIDE static void
find_wide (const HearsayQuads *self,
           const guint32      *features,
           guint               n,
           guint32            *places)
{
  for (guint i = 0; i < n; i += 8)
    {
      __m256i hashes = _mm256_maskload_epi32 ((const int *) features + i, first_lanes (n - i));

      _mm256_storeu_si256 ((__m256i *) (places + i), find_places (self->buckets, self->shift, self->n_slots, hashes));
      for (guint k = 0; k < 8; k++)
        __builtin_prefetch (self->slots + 4 * (gsize) places[i + k]);
    }
}

/* The slots of eight features; 0 for those that have none, or are not wanted. */
WIDE static inline __m256i
get_slots (const HearsayQuads *self,
           const guint32      *features,
           const guint32      *places,
           guint               n)
{
  __m256i wanted = first_lanes (n);
  __m256i hashes = _mm256_maskload_epi32 ((const int *) features, wanted);
  __m256i found = _mm256_maskload_epi32 ((const int *) places, wanted);
  __m256i slots = _mm256_i32gather_epi32 ((const int *) self->slots, found, 4);
  __m256i wrong = _mm256_slli_epi32 (_mm256_xor_si256 (slots, hashes), 24);
  __m256i known = _mm256_and_si256 (_mm256_cmpeq_epi32 (wrong, _mm256_setzero_si256 ()), wanted);

  return _mm256_and_si256 (slots, known);
}

WIDE static void
add_wide (const HearsayQuads *self,
          const guint32      *features,
          const guint32      *places,
          guint               n,
          HearsayScores      *scores)
{
  __m256i sums[4] = { _mm256_setzero_si256 (), _mm256_setzero_si256 (), _mm256_setzero_si256 (), _mm256_setzero_si256 () };
  __m256i pairs;

  for (guint i = 0; i < n; i += 8)
    {
      __m256i slots = get_slots (self, features + i, places + i, n - i);

      sums[0] = _mm256_add_epi32 (sums[0], _mm256_srai_epi32 (_mm256_slli_epi32 (slots, 18), 26));
      sums[1] = _mm256_add_epi32 (sums[1], _mm256_srai_epi32 (_mm256_slli_epi32 (slots, 12), 26));
      sums[2] = _mm256_add_epi32 (sums[2], _mm256_srai_epi32 (_mm256_slli_epi32 (slots, 6), 26));
      sums[3] = _mm256_add_epi32 (sums[3], _mm256_srai_epi32 (slots, 26));
    }
  pairs = _mm256_hadd_epi32 (_mm256_hadd_epi32 (sums[0], sums[1]), _mm256_hadd_epi32 (sums[2], sums[3]));
  *scores += (HearsayScores) _mm_add_epi32 (_mm256_castsi256_si128 (pairs), _mm256_extracti128_si256 (pairs, 1));
}
#endif

/* Takes the functions that the processor runs best. */
static void
choose_functions (HearsayQuads *self)
{
  self->find = hearsay_quads_find_plain;
  self->add = hearsay_quads_add_plain;
#ifdef HEARSAY_HAVE_WIDE
  if (__builtin_cpu_supports ("avx2"))
    {
      self->find = find_wide;
      self->add = add_wide;
    }
#endif
}

static gboolean
check_shape (HearsayQuads *self,
             const guint8 *data,
             gsize         size)
{
  guint32 bits = hearsay_model_get_u32 (data);
  guint32 scale = hearsay_model_get_u32 (data + 4);
  gsize table;

  memcpy (&self->scale, &scale, sizeof scale);
  self->n_slots = hearsay_model_get_u32 (data + 8);
  if (bits < 1 || bits > 16 || self->n_slots < 1 || self->n_slots > 1u << 26 || !isfinite (self->scale) || self->scale <= 0)
    return FALSE;
  table = ((gsize) 1 << bits) * HEARSAY_WEIGHTS_BUCKET_SIZE;
  if (size != HEARSAY_QUADS_HEADER_SIZE + table + ((gsize) self->n_slots + 1) * 4)
    return FALSE;
  self->shift = 32 - bits;
  self->buckets = data + HEARSAY_QUADS_HEADER_SIZE;
  self->slots = self->buckets + table;
  return TRUE;
}

/**
 * hearsay_quads_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @section is there and fits
 */
gboolean
hearsay_quads_load (HearsayQuads        *self,
                    const HearsayModel  *model,
                    const char          *section,
                    GError             **error)
{
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  data = hearsay_model_require (model, section, HEARSAY_QUADS_HEADER_SIZE, &size, error);
  if (data == NULL)
    return FALSE;
  if (!check_shape (self, data, size))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), section);
      return FALSE;
    }
  choose_functions (self);
  return TRUE;
}
