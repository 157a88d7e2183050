/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-record.h"

void
hearsay_actor_row_free (HearsayActorRow *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->role);
  g_free (self->affiliation);
  g_strfreev (self->aliases);
  g_free (self);
}

/* One that the machine found, as yet. */
HearsayIssueRow *
hearsay_issue_row_new (const char *id,
                       const char *name)
{
  HearsayIssueRow *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  self = g_new0 (HearsayIssueRow, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->wordings = g_new0 (char *, 1);
  return self;
}

HearsayIssueRow *
hearsay_issue_row_copy (const HearsayIssueRow *self)
{
  HearsayIssueRow *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = hearsay_issue_row_new (self->id, self->name);
  copy->state = self->state;
  g_strfreev (copy->wordings);
  copy->wordings = g_strdupv (self->wordings);
  return copy;
}

void
hearsay_issue_row_free (HearsayIssueRow *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->wordings);
  g_free (self);
}

void
hearsay_identity_free (HearsayIdentity *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name_key);
  g_free (self->article_id);
  g_free (self->actor_id);
  g_free (self);
}

HearsayIdentity *
hearsay_identity_copy (const HearsayIdentity *self)
{
  HearsayIdentity *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (HearsayIdentity, 1);
  copy->kind = self->kind;
  copy->name_key = g_strdup (self->name_key);
  copy->article_id = g_strdup (self->article_id);
  copy->actor_id = g_strdup (self->actor_id);
  return copy;
}

void
hearsay_move_free (HearsayMove *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->article_id);
  g_free (self->label);
  g_free (self->name);
  g_free (self->before_id);
  g_free (self->actor_id);
  g_free (self);
}

HearsayMove *
hearsay_move_copy (const HearsayMove *self)
{
  HearsayMove *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (HearsayMove, 1);
  copy->article_id = g_strdup (self->article_id);
  copy->label = g_strdup (self->label);
  copy->name = g_strdup (self->name);
  copy->before_id = g_strdup (self->before_id);
  copy->actor_id = g_strdup (self->actor_id);
  return copy;
}

void
hearsay_decision_free (HearsayDecision *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->article_id);
  g_free (self->statement);
  g_free (self->words);
  g_free (self);
}

HearsayDecision *
hearsay_decision_copy (const HearsayDecision *self)
{
  HearsayDecision *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->article_id = g_strdup (self->article_id);
  copy->statement = g_strdup (self->statement);
  copy->words = g_strdup (self->words);
  return copy;
}

void
hearsay_name_change_free (HearsayNameChange *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->actor_id);
  g_free (self->name);
  g_free (self);
}

void
hearsay_actor_change_free (HearsayActorChange *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->actor_id);
  g_free (self->name);
  g_free (self->name_before);
  g_free (self);
}

/**
 * hearsay_store_record_new:
 * @analysis: (transfer none): what was found
 *
 * Returns: (transfer full): a record whose ids are still to be added
 */
HearsayStoreRecord *
hearsay_store_record_new (HearsayAnalysis *analysis)
{
  HearsayStoreRecord *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = g_new0 (HearsayStoreRecord, 1);
  self->analysis = hearsay_analysis_ref (analysis);
  self->actor_ids = g_ptr_array_new_with_free_func (g_free);
  self->issue_ids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * hearsay_store_record_show:
 * @shown: (transfer none): what people shall see; the analysis itself where nobody decided anything
 * @issue_ids: (transfer none): ids of its issues
 */
void
hearsay_store_record_show (HearsayStoreRecord *self,
                           HearsayAnalysis    *shown,
                           GPtrArray          *issue_ids)
{
  g_return_if_fail (self != NULL && shown != NULL && issue_ids != NULL);

  hearsay_analysis_ref (shown);
  g_clear_pointer (&self->shown, hearsay_analysis_unref);
  self->shown = shown;
  g_ptr_array_ref (issue_ids);
  g_clear_pointer (&self->shown_issue_ids, g_ptr_array_unref);
  self->shown_issue_ids = issue_ids;
}

void
hearsay_store_record_free (HearsayStoreRecord *self)
{
  g_return_if_fail (self != NULL);

  hearsay_analysis_unref (self->analysis);
  g_ptr_array_unref (self->actor_ids);
  g_ptr_array_unref (self->issue_ids);
  g_clear_pointer (&self->shown, hearsay_analysis_unref);
  g_clear_pointer (&self->shown_issue_ids, g_ptr_array_unref);
  g_free (self);
}
