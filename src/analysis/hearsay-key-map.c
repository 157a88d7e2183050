/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-key-map.h"

#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define SLOT_SIZE 8

/**
 * hearsay_key_map_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @section is there and is such a table
 */
gboolean
hearsay_key_map_load (HearsayKeyMap       *self,
                      const HearsayModel  *model,
                      const char          *section,
                      GError             **error)
{
  gsize size;
  gsize n;

  g_return_val_if_fail (self != NULL, FALSE);

  self->slots = hearsay_model_require (model, section, SLOT_SIZE, &size, error);
  if (self->slots == NULL)
    return FALSE;
  n = size / SLOT_SIZE;
  self->mask = (guint32) (n - 1);
  if (n > G_MAXUINT32 || (n & (n - 1)) != 0)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), section);
      return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_key_map_find:
 * @number: (out): what belongs to @key, any number at all where the file is not sound
 *
 * Returns: whether @key is there
 */
gboolean
hearsay_key_map_find (const HearsayKeyMap *self,
                      guint32              key,
                      guint32             *number)
{
  for (guint32 i = 0; i <= self->mask; i++)
    {
      const guint8 *slot = self->slots + (gsize) ((key + i) & self->mask) * SLOT_SIZE;
      guint32 found = hearsay_model_get_u32 (slot);

      if (found == 0)
        return FALSE;
      if (found == key)
        {
          *number = hearsay_model_get_u32 (slot + 4);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hearsay_key_map_pack:
 * @keys: (array length=n): each once, none 0
 * @numbers: (array length=n)
 *
 * Returns: (transfer full): a section for hearsay_key_map_load()
 */
GBytes *
hearsay_key_map_pack (const guint32 *keys,
                      const guint8  *numbers,
                      guint          n)
{
  guint32 n_slots = 16;
  guint8 *slots;

  while (n_slots / 4 * 3 < n)
    n_slots *= 2;
  slots = g_malloc0 ((gsize) n_slots * SLOT_SIZE);
  for (guint i = 0; i < n; i++)
    {
      guint32 slot = keys[i];
      guint32 pair[2] = { GUINT32_TO_LE (keys[i]), GUINT32_TO_LE (numbers[i]) };

      while (hearsay_model_get_u32 (slots + (gsize) (slot & (n_slots - 1)) * SLOT_SIZE) != 0)
        slot++;
      memcpy (slots + (gsize) (slot & (n_slots - 1)) * SLOT_SIZE, pair, sizeof pair);
    }
  return g_bytes_new_take (slots, (gsize) n_slots * SLOT_SIZE);
}
