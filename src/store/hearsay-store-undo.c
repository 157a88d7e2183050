/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-undo.h"

HearsayStep *
hearsay_step_new (HearsayStepType type)
{
  HearsayStep *self = g_new0 (HearsayStep, 1);

  self->type = type;
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->before = g_array_new (FALSE, FALSE, sizeof (HearsayStatus));
  self->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_move_free);
  self->identities = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_identity_free);
  self->identities_before = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_identity_free);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_issue_row_free);
  self->issues_before = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_issue_row_free);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_name_change_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_actor_change_free);
  return self;
}

void
hearsay_step_free (HearsayStep *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->articles);
  g_array_unref (self->positions);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->before);
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->identities);
  g_ptr_array_unref (self->identities_before);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->issues_before);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->changes);
  g_free (self->label);
  g_free (self);
}

void
hearsay_undo_init (HearsayUndo *self)
{
  g_return_if_fail (self != NULL);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_step_free);
  self->n_done = 0;
}

void
hearsay_undo_clear (HearsayUndo *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

/**
 * hearsay_undo_push:
 * @step: (transfer full): what was just done
 *
 * What had been taken back cannot be done again from now on.
 */
void
hearsay_undo_push (HearsayUndo *self,
                   HearsayStep *step)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (step != NULL);

  g_ptr_array_set_size (self->steps, (gint) self->n_done);
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > HEARSAY_STORE_UNDO_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  self->n_done = self->steps->len;
}

/**
 * hearsay_undo_peek_done:
 *
 * Returns: (nullable) (transfer none): the step to take back
 */
HearsayStep *
hearsay_undo_peek_done (const HearsayUndo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/**
 * hearsay_undo_peek_next:
 *
 * Returns: (nullable) (transfer none): the step to do again
 */
HearsayStep *
hearsay_undo_peek_next (const HearsayUndo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->n_done < self->steps->len ? g_ptr_array_index (self->steps, self->n_done) : NULL;
}
