/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

G_BEGIN_DECLS

/* Sums over axes run in so many lanes, which one instruction adds; a table's axes are a multiple of it. */
#define HEARSAY_MEANINGS_LANES 8
#define HEARSAY_MEANINGS_MAX_AXES 104

/**
 * HearsayMeanings:
 * @n_axes: numbers of each word
 * @unit: what 1 of such a number stands for
 *
 * A view of a table that says where words stand on a few axes of meaning, along which
 * those who support and those who oppose choose other words.
 */
typedef struct
{
  const guint8 *slots;
  guint32 mask;
  guint n_axes;
  float unit;
} HearsayMeanings;

gboolean hearsay_meanings_load (HearsayMeanings       *self,
                                const HearsayModel    *model,
                                const char            *section,
                                GError               **error);
gboolean hearsay_meanings_read (HearsayMeanings       *self,
                                const guint8          *bytes,
                                gsize                  size);
guint    hearsay_meanings_find (const HearsayMeanings *self,
                                guint32                hash);
GBytes  *hearsay_meanings_pack (const guint32         *hashes,
                                const float           *values,
                                guint                  n,
                                guint                  n_axes,
                                guint                  stride) G_GNUC_WARN_UNUSED_RESULT;

/* The numbers of the word at @place, which hearsay_meanings_find() gave. */
static inline const gint8 *
hearsay_meanings_get (const HearsayMeanings *self,
                      guint                  place)
{
  return (const gint8 *) self->slots + (gsize) place * (2 + self->n_axes) + 2;
}

G_END_DECLS
