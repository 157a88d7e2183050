/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-choices.h"

#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * hearsay_choices_load:
 * @self: (out): a view that is valid as long as @model
 * @n_kinds: how many kinds the caller has; 0 for as many as there are
 * @n_labels: all labels are below it
 *
 * Returns: whether @section is there and sound
 */
gboolean
hearsay_choices_load (HearsayChoices      *self,
                      const HearsayModel  *model,
                      const char          *section,
                      guint                n_kinds,
                      guint                n_labels,
                      GError             **error)
{
  gsize size;
  gboolean sound;

  g_return_val_if_fail (self != NULL, FALSE);

  self->labels = hearsay_model_require (model, section, HEARSAY_CHOICES_MAX, &size, error);
  if (self->labels == NULL)
    return FALSE;
  self->n_kinds = (guint) (size / HEARSAY_CHOICES_MAX);
  sound = size % HEARSAY_CHOICES_MAX == 0 && (n_kinds == 0 || self->n_kinds == n_kinds);
  for (gsize i = 0; sound && i < size; i++)
    sound = self->labels[i] < n_labels || (i % HEARSAY_CHOICES_MAX > 0 && self->labels[i] == HEARSAY_CHOICES_NONE);
  if (!sound)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), section);
      return FALSE;
    }
  return TRUE;
}

/* The label that is commonest among those not yet in the row; of equals the first. */
static guint
find_commonest (const guint32 *counts,
                guint          n_labels,
                const guint8  *row,
                guint          n_row)
{
  guint best = HEARSAY_CHOICES_NONE;

  for (guint label = 0; label < n_labels; label++)
    {
      if (counts[label] > (best == HEARSAY_CHOICES_NONE ? 0 : counts[best]) && memchr (row, (int) label, n_row) == NULL)
        best = label;
    }
  return best;
}

/**
 * hearsay_choices_pack:
 * @counts: (array): for each kind a row of @n_labels: how often tokens of the kind have the label
 *
 * Returns: (transfer full): a section with the commonest labels of each kind
 */
GBytes *
hearsay_choices_pack (const guint32 *counts,
                      guint          n_kinds,
                      guint          n_labels)
{
  guint8 *rows = g_malloc ((gsize) n_kinds * HEARSAY_CHOICES_MAX);

  for (guint kind = 0; kind < n_kinds; kind++)
    {
      guint8 *row = rows + (gsize) kind * HEARSAY_CHOICES_MAX;

      for (guint k = 0; k < HEARSAY_CHOICES_MAX; k++)
        row[k] = (guint8) find_commonest (counts + (gsize) kind * n_labels, n_labels, row, k);
      /* A kind that was never seen is given a label all the same. */
      if (row[0] == HEARSAY_CHOICES_NONE)
        row[0] = (guint8) (n_labels - 1);
    }
  return g_bytes_new_take (rows, (gsize) n_kinds * HEARSAY_CHOICES_MAX);
}

/**
 * hearsay_choices_find:
 *
 * Returns: the place of @label in the row of @kind, or -1
 */
int
hearsay_choices_find (const HearsayChoices *self,
                      guint                 kind,
                      guint                 label)
{
  const guint8 *row = self->labels + (gsize) kind * HEARSAY_CHOICES_MAX;

  for (int k = 0; k < HEARSAY_CHOICES_MAX; k++)
    {
      if (row[k] == label)
        return k;
    }
  return -1;
}
