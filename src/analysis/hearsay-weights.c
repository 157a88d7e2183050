/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-weights.h"

#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEADER_SIZE 16

static gboolean
check_shape (HearsayWeights *self,
             const guint8   *data,
             gsize           size,
             guint           n_labels)
{
  guint32 bits = hearsay_model_get_u32 (data + 4);
  guint32 scale = hearsay_model_get_u32 (data + 8);
  guint64 table;

  self->n_labels = hearsay_model_get_u32 (data);
  self->n_rows_bytes = hearsay_model_get_u32 (data + 12);
  memcpy (&self->scale, &scale, sizeof scale);
  if (self->n_labels != n_labels || bits < 1 || bits > 16 || !isfinite (self->scale) || self->scale <= 0)
    return FALSE;
  table = ((guint64) 1 << bits) * 4 + 4;
  if (size != HEADER_SIZE + table + self->n_rows_bytes)
    return FALSE;
  self->shift = 32 - bits;
  self->offsets = data + HEADER_SIZE;
  self->rows = data + HEADER_SIZE + table;
  for (gsize i = 0; i < (gsize) 1 << bits; i++)
    {
      if (hearsay_weights_get_offset (self, i) > hearsay_weights_get_offset (self, i + 1))
        return FALSE;
    }
  return hearsay_weights_get_offset (self, (gsize) 1 << bits) <= self->n_rows_bytes;
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
  g_return_val_if_fail (n_labels <= HEARSAY_WEIGHTS_MAX_LABELS, FALSE);

  data = hearsay_model_require (model, section, HEADER_SIZE + 12, &size, error);
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
