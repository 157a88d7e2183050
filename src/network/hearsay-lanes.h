/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Rows are padded to this many numbers; sums run over as many lanes on every
 * machine, so that results never depend on it. */
#define HEARSAY_LANES 8
#define HEARSAY_PAD(n) (((n) + HEARSAY_LANES - 1) / HEARSAY_LANES * HEARSAY_LANES)

/**
 * HearsayFour:
 *
 * Four floats that are reckoned with at once. The compiler's vector extension
 * serves any processor; without one for vectors it falls back on single numbers.
 */
typedef float HearsayFour __attribute__ ((vector_size (16)));
typedef gint32 HearsayFourInts __attribute__ ((vector_size (16)));

static inline HearsayFour
hearsay_four_load (const float *from)
{
  HearsayFour four;

  memcpy (&four, from, sizeof four);
  return four;
}

static inline float
hearsay_four_sum (HearsayFour four)
{
  return (four[0] + four[2]) + (four[1] + four[3]);
}

/* 1 / √x for positive x, to 5 parts in a million: the well-known guess from the bits of the number
 * and two of Newton's steps. Unlike the processor's own estimate it is the same everywhere. */
static inline HearsayFour
hearsay_four_inverse_root (HearsayFour x)
{
  HearsayFour half = 0.5f * x;
  HearsayFour root = (HearsayFour) (0x5f3759df - (((HearsayFourInts) x) >> 1));

  root = root * (1.5f - half * root * root);
  return root * (1.5f - half * root * root);
}

G_END_DECLS
