/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-loader.h"

#include "store/hearsay-issue-rules.h"
#include "store/hearsay-store-rows.h"

/* Articles handed over at once: small enough for one turn of the main loop. */
#define BATCH_SIZE 16

static HearsayLoaded *
loaded_new (void)
{
  HearsayLoaded *self = g_new0 (HearsayLoaded, 1);

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_store_record_free);
  return self;
}

void
hearsay_loaded_free (HearsayLoaded *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_clear_pointer (&self->identities, g_ptr_array_unref);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/**
 * hearsay_store_loader_run:
 * @database: a connection that nobody else uses
 * @func: (scope call): takes each batch over
 *
 * Reads a collection, article by article; what is damaged is passed over and counted.
 */
void
hearsay_store_loader_run (HearsayDatabase   *database,
                          HearsayLoadedFunc  func,
                          gpointer           data)
{
  g_autoptr (GArray) keys = NULL;
  g_autoptr (HearsayLoaded) batch = loaded_new ();
  g_autoptr (HearsayIssueRules) rules = hearsay_issue_rules_new ();

  g_return_if_fail (database != NULL);
  g_return_if_fail (func != NULL);

  batch->actors = hearsay_store_rows_read_actors (database, NULL);
  batch->issues = hearsay_store_rows_read_issues (database, NULL);
  batch->decisions = hearsay_store_rows_read_decisions (database, NULL);
  batch->aliases = hearsay_store_rows_read_aliases (database, NULL);
  batch->identities = hearsay_store_rows_read_identities (database, NULL);
  for (guint i = 0; batch->issues != NULL && i < batch->issues->len; i++)
    hearsay_issue_rules_set (rules, g_ptr_array_index (batch->issues, i));
  keys = hearsay_store_rows_read_keys (database, NULL);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      HearsayStoreRecord *record =
        hearsay_store_rows_read_article (database, g_array_index (keys, gint64, i), NULL);

      if (record == NULL)
        batch->n_failed++;
      else
        {
          hearsay_issue_rules_show (rules, record);
          g_ptr_array_add (batch->records, record);
        }
      if (batch->records->len < BATCH_SIZE)
        continue;
      if (!func (g_steal_pointer (&batch), data))
        return;
      batch = loaded_new ();
    }
  batch->finished = TRUE;
  func (g_steal_pointer (&batch), data);
}
