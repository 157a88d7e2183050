/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-meanings.h"

G_BEGIN_DECLS

/* Numbers of one vector, and room for it, as the tables of meanings want it: the rest are zero. */
#define HEARSAY_VECTORS_LENGTH 100
#define HEARSAY_VECTORS_STRIDE HEARSAY_MEANINGS_MAX_AXES

/**
 * HearsayVectors:
 * @n: how many words there are, the commonest first
 * @hashes: of the words, as hearsay_hash_bytes() gives them
 * @values: #HEARSAY_VECTORS_STRIDE of each word, of length 1
 *
 * Where words stand among others: words of like use point the same way.
 */
typedef struct
{
  guint n;
  guint32 *hashes;
  float *values;
} HearsayVectors;

HearsayVectors *hearsay_vectors_read (const char      *path,
                                      guint            n_words,
                                      GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_vectors_free (HearsayVectors  *self);

static inline const float *
hearsay_vectors_get (const HearsayVectors *self,
                     guint                 index)
{
  return self->values + (gsize) index * HEARSAY_VECTORS_STRIDE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayVectors, hearsay_vectors_free)

G_END_DECLS
