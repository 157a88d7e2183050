/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-weights.h"

/*
 * Eight features at once, where the processor has AVX2: what is asked of it when the program
 * runs, so that one program serves all. Only for files that look features up.
 */
#if defined (__x86_64__) && defined (__GNUC__)
#define HEARSAY_HAVE_WIDE
#define WIDE __attribute__ ((target ("avx2")))
#include <immintrin.h>

/* The upper halves of products of unsigned 32-bit numbers. */
WIDE static inline __m256i
multiply_high (__m256i a,
               __m256i b)
{
  __m256i even = _mm256_srli_epi64 (_mm256_mul_epu32 (a, b), 32);
  __m256i odd = _mm256_mul_epu32 (_mm256_srli_epi64 (a, 32), b);

  return _mm256_blend_epi32 (even, odd, 0xAA);
}

/* The first @n of eight, which may be more. */
WIDE static inline __m256i
first_lanes (guint n)
{
  return _mm256_cmpgt_epi32 (_mm256_set1_epi32 ((int) n), _mm256_setr_epi32 (0, 1, 2, 3, 4, 5, 6, 7));
}

/* The slots of eight features: see hearsay_weights_place(). */
WIDE static inline __m256i
find_places (const guint8 *buckets,
             guint         shift,
             guint32       n_slots,
             __m256i       hashes)
{
  __m256i numbers = _mm256_srl_epi32 (hashes, _mm_cvtsi32_si128 ((int) shift));
  __m256i found = _mm256_i32gather_epi32 ((const int *) buckets, numbers, HEARSAY_WEIGHTS_BUCKET_SIZE);
  __m256i moved = _mm256_and_si256 (found, _mm256_set1_epi32 (0xFFFF));
  __m256i mixed = _mm256_mullo_epi32 (_mm256_xor_si256 (hashes, moved), _mm256_set1_epi32 ((int) HEARSAY_WEIGHTS_FACTOR));
  __m256i slots = multiply_high (mixed, _mm256_set1_epi32 ((int) n_slots));
  __m256i mark = _mm256_and_si256 (_mm256_srli_epi32 (hashes, 4), _mm256_set1_epi32 (15));
  /* The mark becomes the sign, by which lanes are chosen. */
  __m256i marked = _mm256_sllv_epi32 (found, _mm256_sub_epi32 (_mm256_set1_epi32 (15), mark));

  return (__m256i) _mm256_blendv_ps ((__m256) _mm256_set1_epi32 ((int) n_slots), (__m256) slots, (__m256) marked);
}
#endif
