/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-issue-rules.h"

#include <string.h>

#include "model/hearsay-wording-finder.h"
#include "model/hearsay-wording-key.h"

/* @rows: in the order they came
 * @by_wording, @by_name: key of a wording → HearsayIssueRow
 * @finder: of the wordings of issues that people keep */
struct _HearsayIssueRules
{
  GPtrArray *rows;
  GHashTable *by_id;
  GHashTable *by_wording;
  GHashTable *by_name;
  HearsayWordingFinder *finder;
  guint n_decided;
  gboolean stale;
};

HearsayIssueRules *
hearsay_issue_rules_new (void)
{
  HearsayIssueRules *self = g_new0 (HearsayIssueRules, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_issue_row_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_wording = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->finder = hearsay_wording_finder_new ();
  return self;
}

void
hearsay_issue_rules_free (HearsayIssueRules *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_wording);
  g_hash_table_unref (self->by_name);
  hearsay_wording_finder_free (self->finder);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The first who claims a key has it. */
static void
claim (GHashTable            *owners,
       const char            *wording,
       const HearsayIssueRow *row)
{
  g_autofree char *key = hearsay_wording_dup_key (wording);

  if (key[0] != '\0' && !g_hash_table_contains (owners, key))
    g_hash_table_insert (owners, g_steal_pointer (&key), (gpointer) row);
}

/* What people call an issue comes before what the machine does. */
static void
refresh (HearsayIssueRules *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  self->n_decided = 0;
  g_hash_table_remove_all (self->by_wording);
  g_hash_table_remove_all (self->by_name);
  hearsay_wording_finder_free (self->finder);
  self->finder = hearsay_wording_finder_new ();
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        const HearsayIssueRow *row = g_ptr_array_index (self->rows, i);

        if ((row->state == HEARSAY_ISSUE_KEPT) != (round == 0))
          continue;
        claim (self->by_name, row->name, row);
        self->n_decided += row->state != HEARSAY_ISSUE_FOUND;
        if (round == 0)
          hearsay_wording_finder_add (self->finder, row->name, row);
        for (guint k = 0; row->wordings[k] != NULL; k++)
          {
            claim (self->by_wording, row->wordings[k], row);
            if (round == 0)
              hearsay_wording_finder_add (self->finder, row->wordings[k], row);
          }
      }
}

/**
 * hearsay_issue_rules_set:
 * @row: (transfer none): an issue; takes the place of what was known of it
 */
void
hearsay_issue_rules_set (HearsayIssueRules     *self,
                         const HearsayIssueRow *row)
{
  HearsayIssueRow *copy;
  HearsayIssueRow *old;
  guint index;

  g_return_if_fail (self != NULL && row != NULL);

  copy = hearsay_issue_row_copy (row);
  old = g_hash_table_lookup (self->by_id, row->id);
  g_hash_table_replace (self->by_id, copy->id, copy);
  if (old != NULL && g_ptr_array_find (self->rows, old, &index))
    {
      self->rows->pdata[index] = copy;
      hearsay_issue_row_free (old);
      self->stale = TRUE;
      return;
    }
  g_ptr_array_add (self->rows, copy);
  /* Imports find many, and none of these changes what holds for the others. */
  if (!self->stale && copy->state == HEARSAY_ISSUE_FOUND && copy->wordings[0] == NULL)
    claim (self->by_name, copy->name, copy);
  else
    self->stale = TRUE;
}

/**
 * hearsay_issue_rules_get:
 *
 * Returns: (nullable) (transfer none): what is known of an issue
 */
const HearsayIssueRow *
hearsay_issue_rules_get (HearsayIssueRules *self,
                         const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hearsay_issue_rules_find:
 * @wording: what something is called, valid UTF-8
 *
 * Returns: (nullable) (transfer none): the issue that is called so; one that people deleted, too
 */
const HearsayIssueRow *
hearsay_issue_rules_find (HearsayIssueRules *self,
                          const char        *wording)
{
  g_autofree char *key = NULL;
  const HearsayIssueRow *row;

  g_return_val_if_fail (self != NULL && wording != NULL, NULL);

  refresh (self);
  key = hearsay_wording_dup_key (wording);
  row = g_hash_table_lookup (self->by_wording, key);
  return row != NULL ? row : g_hash_table_lookup (self->by_name, key);
}

/* Whether nobody has decided anything: then articles are as the machine left them. */
gboolean
hearsay_issue_rules_are_plain (HearsayIssueRules *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  refresh (self);
  return self->n_decided == 0;
}

/**
 * hearsay_issue_rules_scan:
 * @text: valid UTF-8
 *
 * Finds the wordings of the issues that people keep.
 *
 * Returns: (transfer full) (element-type HearsayWordingMatch): in text order, with the HearsayIssueRow of each
 */
GArray *
hearsay_issue_rules_scan (HearsayIssueRules *self,
                          const char        *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  refresh (self);
  return hearsay_wording_finder_find (self->finder, text);
}
