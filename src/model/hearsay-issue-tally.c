/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-issue-tally.h"

/* @counted: HearsayIssue → Count */
struct _HearsayIssueTally
{
  HearsayCollection *collection;
  GHashTable *counted;
  guint next;
};

typedef struct
{
  guint n_statements;
  GHashTable *speakers;
} Count;

static void
count_free (gpointer data)
{
  Count *self = data;

  g_hash_table_unref (self->speakers);
  g_free (self);
}

/**
 * hearsay_issue_tally_new:
 * @collection: which must not change while it is counted
 *
 * Returns: (transfer full): a count that has yet to be run
 */
HearsayIssueTally *
hearsay_issue_tally_new (HearsayCollection *collection)
{
  HearsayIssueTally *self;

  g_return_val_if_fail (HEARSAY_IS_COLLECTION (collection), NULL);

  self = g_new0 (HearsayIssueTally, 1);
  self->collection = g_object_ref (collection);
  self->counted = g_hash_table_new_full (NULL, NULL, NULL, count_free);
  return self;
}

void
hearsay_issue_tally_free (HearsayIssueTally *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->counted);
  g_object_unref (self->collection);
  g_free (self);
}

static void
count_stance (HearsayIssueTally *self,
              HearsayStatement  *statement,
              guint              number)
{
  gpointer target = hearsay_stance_get_target (hearsay_statement_peek_stance (statement, number));
  Count *count;

  /* Two holders in one statement are one statement. */
  for (guint i = 0; i < number; i++)
    if (hearsay_stance_get_target (hearsay_statement_peek_stance (statement, i)) == target)
      return;
  if (!HEARSAY_IS_ISSUE (target))
    return;
  count = g_hash_table_lookup (self->counted, target);
  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->speakers = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->counted, target, count);
    }
  count->n_statements++;
  if (hearsay_statement_get_speaker (statement) != NULL)
    g_hash_table_add (count->speakers, hearsay_statement_get_speaker (statement));
}

/**
 * hearsay_issue_tally_run:
 * @n_statements: how many to count at most
 *
 * Returns: whether all are counted
 */
gboolean
hearsay_issue_tally_run (HearsayIssueTally *self,
                         guint              n_statements)
{
  GListModel *statements;
  guint n;
  guint end;

  g_return_val_if_fail (self != NULL, TRUE);

  statements = hearsay_collection_get_statements (self->collection);
  n = g_list_model_get_n_items (statements);
  end = n - MIN (self->next, n) > n_statements ? self->next + n_statements : n;
  for (; self->next < end; self->next++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, self->next);

      for (guint i = 0; hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED &&
                        i < hearsay_statement_get_n_stances (statement); i++)
        count_stance (self, statement, i);
    }
  return self->next >= n;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const HearsayIssueCount *x = a;
  const HearsayIssueCount *y = b;
  int order;

  if (x->n_statements != y->n_statements)
    return x->n_statements > y->n_statements ? -1 : 1;
  order = g_utf8_collate (hearsay_issue_get_name (x->issue), hearsay_issue_get_name (y->issue));
  return order != 0 ? order : g_strcmp0 (hearsay_issue_get_id (x->issue), hearsay_issue_get_id (y->issue));
}

/**
 * hearsay_issue_tally_dup_counts:
 *
 * Returns: (transfer full) (element-type HearsayIssueCount): the issues that something is said
 *   about and those that people keep, the most spoken of first
 */
GArray *
hearsay_issue_tally_dup_counts (HearsayIssueTally *self)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (HearsayIssueCount));
  GListModel *issues;

  g_return_val_if_fail (self != NULL, counts);

  issues = hearsay_collection_get_issues (self->collection);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (HearsayIssue) issue = g_list_model_get_item (issues, i);
      const Count *count = g_hash_table_lookup (self->counted, issue);
      HearsayIssueCount row = { issue, 0, 0 };

      if (hearsay_issue_get_state (issue) == HEARSAY_ISSUE_REMOVED ||
          (count == NULL && hearsay_issue_get_state (issue) != HEARSAY_ISSUE_KEPT))
        continue;
      if (count != NULL)
        {
          row.n_statements = count->n_statements;
          row.n_speakers = g_hash_table_size (count->speakers);
        }
      g_array_append_val (counts, row);
    }
  g_array_sort (counts, compare_counts);
  return counts;
}
