/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include "store/hearsay-store-rows.h"

/* What is known of an issue, in the file's words and in the object's. */
void
_hearsay_store_take_issue (HearsayStore          *self,
                           const HearsayIssueRow *row)
{
  HearsayIssue *issue = hearsay_collection_find_issue (self->collection, row->id);

  hearsay_issue_rules_set (self->rules, row);
  if (issue == NULL)
    {
      g_autoptr (HearsayIssue) fresh = hearsay_issue_new (row->id, row->name);

      hearsay_collection_add_issue (self->collection, fresh);
      issue = fresh;
    }
  hearsay_issue_set_name (issue, row->name);
  hearsay_issue_set_state (issue, row->state);
  hearsay_issue_set_wordings (issue, (const char *const *) row->wordings);
}

typedef struct
{
  HearsayStep *step;
  GPtrArray *ids; /* articles, in a fixed order */
} Question;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The articles that may look different once the step is done, or taken back. */
static gboolean
find_articles_cb (HearsayDatabase  *database,
                  gpointer          data,
                  GError          **error)
{
  Question *question = data;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < question->step->issues->len; i++)
    if (!hearsay_store_rows_find_issue_articles (database, g_ptr_array_index (question->step->issues, i), ids, error) ||
        !hearsay_store_rows_find_issue_articles (database, g_ptr_array_index (question->step->issues_before, i), ids, error))
      return FALSE;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (question->ids, id);
    }
  g_ptr_array_sort (question->ids, compare_ids);
  return TRUE;
}

/* Carries a step out, or takes it back: the issues at once, the articles that they are in on the
 * writer's thread, and their objects in slices of the main loop. Waits for what is being written. */
void
_hearsay_store_apply_issues (HearsayStore *self,
                             HearsayStep  *step,
                             gboolean      back)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_TEACH);
  GPtrArray *rows = back ? step->issues_before : step->issues;
  Question question = { step, command->ids };

  hearsay_writer_query (self->writer, find_articles_cb, &question, NULL);
  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < rows->len; i++)
    {
      _hearsay_store_take_issue (self, g_ptr_array_index (rows, i));
      g_ptr_array_add (command->issues, hearsay_issue_row_copy (g_ptr_array_index (rows, i)));
    }
  hearsay_collection_touch (self->collection);
  hearsay_collection_thaw (self->collection);
  {
    g_autoptr (GPtrArray) ids = g_ptr_array_copy (command->ids, (GCopyFunc) (void (*) (void)) g_strdup, NULL);

    hearsay_writer_push (self->writer, command);
    g_ptr_array_set_free_func (ids, g_free);
    for (guint i = 0; i < ids->len; i++)
      _hearsay_store_queue_rebuild (self, g_ptr_array_index (ids, i));
  }
}
