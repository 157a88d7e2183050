/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

G_BEGIN_DECLS

/* Tokens of one kind have a choice of so many labels. */
#define HEARSAY_CHOICES_MAX 16
#define HEARSAY_CHOICES_NONE 255

/**
 * HearsayChoices:
 * @labels: a row of 16 for each kind; #HEARSAY_CHOICES_NONE behind the last
 *
 * Which of many labels a token of a kind may have. A preposition has few relations to its
 * head, a noun has others: with sixteen at most, the weights of a feature are read and added
 * at once, and none is spent on what cannot be. A view of a section.
 */
typedef struct
{
  const guint8 *labels;
  guint n_kinds;
} HearsayChoices;

gboolean hearsay_choices_load (HearsayChoices       *self,
                               const HearsayModel   *model,
                               const char           *section,
                               guint                 n_kinds,
                               guint                 n_labels,
                               GError              **error);
GBytes  *hearsay_choices_pack (const guint32        *counts,
                               guint                 n_kinds,
                               guint                 n_labels);
int      hearsay_choices_find (const HearsayChoices *self,
                               guint                 kind,
                               guint                 label);

/**
 * hearsay_choices_best:
 * @scores: (array): one for each label of @kind's row
 *
 * Returns: the place in the row of the label with the best score
 */
static inline guint
hearsay_choices_best (const HearsayChoices *self,
                      guint                 kind,
                      const gint16         *scores)
{
  const guint8 *labels = self->labels + (gsize) kind * HEARSAY_CHOICES_MAX;
  guint best = 0;

  for (guint k = 1; k < HEARSAY_CHOICES_MAX && labels[k] != HEARSAY_CHOICES_NONE; k++)
    {
      if (scores[k] > scores[best])
        best = k;
    }
  return best;
}

/* A feature's weights for the labels of a kind have a key of their own. */
static inline guint32
hearsay_choices_key (guint32 feature,
                     guint   kind)
{
  return feature ^ kind * 0x7FEB352Du;
}

/* The label at a place of a row. */
static inline guint
hearsay_choices_label (const HearsayChoices *self,
                       guint                 kind,
                       guint                 place)
{
  return self->labels[(gsize) kind * HEARSAY_CHOICES_MAX + place];
}

G_END_DECLS
