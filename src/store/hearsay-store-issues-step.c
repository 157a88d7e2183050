/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include "store/hearsay-store-builder.h"
#include "store/hearsay-store-rows.h"

/* Articles that are held at once while they are made anew. */
#define BATCH 64

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
  guint first;
  GPtrArray *records;
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

static gboolean
read_records_cb (HearsayDatabase  *database,
                 gpointer          data,
                 GError          **error)
{
  Question *question = data;

  for (guint i = question->first; i < MIN (question->first + BATCH, question->ids->len); i++)
    {
      HearsayStoreRecord *record;
      gint64 key = 0;

      if (!hearsay_store_rows_find_article (database, g_ptr_array_index (question->ids, i), &key, error))
        return FALSE;
      record = key != 0 ? hearsay_store_rows_read_article (database, key, error) : NULL;
      if (record != NULL)
        g_ptr_array_add (question->records, record);
    }
  return TRUE;
}

/* What an article's issues are now, in the file and in the collection. */
static void
link_article (HearsayStore       *self,
              HearsayStoreRecord *record)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_LINK);

  hearsay_issue_rules_apply (self->rules, record);
  if (hearsay_collection_find_article (self->collection, record->analysis->id) != NULL)
    _hearsay_store_rebuild_article (self, record);
  command->record = record;
  hearsay_writer_push (self->writer, command);
}

/* Carries a step out, or takes it back: the issues first, then the articles that they are in. */
void
_hearsay_store_apply_issues (HearsayStore *self,
                             HearsayStep  *step,
                             gboolean      back)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_TEACH);
  GPtrArray *rows = back ? step->issues_before : step->issues;
  Question question = { step, ids, 0, records };

  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < rows->len; i++)
    {
      _hearsay_store_take_issue (self, g_ptr_array_index (rows, i));
      g_ptr_array_add (command->issues, hearsay_issue_row_copy (g_ptr_array_index (rows, i)));
    }
  hearsay_writer_push (self->writer, command);
  hearsay_writer_query (self->writer, find_articles_cb, &question, NULL);
  for (; question.first < ids->len; question.first += BATCH)
    {
      hearsay_writer_query (self->writer, read_records_cb, &question, NULL);
      for (guint i = 0; i < records->len; i++)
        link_article (self, g_ptr_array_index (records, i));
      g_ptr_array_set_size (records, 0);
    }
  hearsay_collection_touch (self->collection);
  hearsay_collection_thaw (self->collection);
}
