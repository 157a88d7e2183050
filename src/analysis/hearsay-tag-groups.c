/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-tag-groups.h"

#include "analysis/hearsay-model-private.h"

/**
 * hearsay_tag_groups_load:
 * @self: (out): a view that is valid as long as @model
 * @n_labels: all labels are below it
 *
 * Returns: whether @model has such groups
 */
gboolean
hearsay_tag_groups_load (HearsayTagGroups    *self,
                         const HearsayModel  *model,
                         guint                n_labels,
                         GError             **error)
{
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!hearsay_choices_load (&self->groups, model, "tag.groups", 0, n_labels, error) ||
      !hearsay_key_map_load (&self->masks, model, "tag.masks", error))
    return FALSE;
  self->defaults = hearsay_model_require (model, "tag.defaults", HEARSAY_N_LOOKS, &size, error);
  return self->defaults != NULL;
}
