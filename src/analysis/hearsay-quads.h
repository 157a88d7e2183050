/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-weights.h"

G_BEGIN_DECLS

/* Weights are from -31 to 31. */
#define HEARSAY_QUADS_LIMIT 31

/* Four sums, one for each label. */
typedef gint32 HearsayScores __attribute__ ((vector_size (16)));

typedef struct _HearsayQuads HearsayQuads;

typedef void (*HearsayFindQuads) (const HearsayQuads *self,
                                  const guint32      *features,
                                  guint               n,
                                  guint32            *places);
typedef void (*HearsayAddQuads) (const HearsayQuads *self,
                                 const guint32      *features,
                                 const guint32      *places,
                                 guint               n,
                                 HearsayScores      *scores);

/**
 * HearsayQuads:
 * @find: hearsay_quads_find_plain(), or the same faster where the processor can
 * @add: hearsay_quads_add_plain(), or the same faster where the processor can
 * @scale: what one unit of a weight stands for
 *
 * As #HearsayWeights, for four labels and hundreds of thousands of features: a slot is four
 * bytes, read at once. Its lowest eight bits are the check, the low bits of the hash; then
 * come four weights of six bits. Little-endian: bits of the bucket number, scale (a float),
 * number of slots, 0, 4 bytes each; 2^bits buckets of 4 bytes; the slots, and one more of 0.
 */
struct _HearsayQuads
{
  HearsayFindQuads find;
  HearsayAddQuads add;
  const guint8 *buckets;
  const guint8 *slots;
  guint32 n_slots;
  guint shift;
  float scale;
};

#define HEARSAY_QUADS_HEADER_SIZE 16

gboolean hearsay_quads_load       (HearsayQuads       *self,
                                   const HearsayModel *model,
                                   const char         *section,
                                   GError            **error);
void     hearsay_quads_find_plain (const HearsayQuads *self,
                                   const guint32      *features,
                                   guint               n,
                                   guint32            *places);
void     hearsay_quads_add_plain  (const HearsayQuads *self,
                                   const guint32      *features,
                                   const guint32      *places,
                                   guint               n,
                                   HearsayScores      *scores);

/* The weight of label @k in a slot. */
static inline gint32
hearsay_quads_weight (guint32 slot,
                      guint   k)
{
  return (gint32) (slot << (18 - 6 * k)) >> 26;
}

static inline guint32
hearsay_quads_make_slot (guint32      feature,
                         const gint8 *weights)
{
  guint32 slot = feature & 0xFF;

  for (guint k = 0; k < 4; k++)
    slot |= ((guint32) weights[k] & 63) << (8 + 6 * k);
  return slot;
}

G_END_DECLS
