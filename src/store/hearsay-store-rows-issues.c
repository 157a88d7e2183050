/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-rows.h"

#include <string.h>

#include "model/hearsay-wording-key.h"
#include "store/hearsay-store-ties.h"
#include "store/hearsay-store.h"

static const char *const states[HEARSAY_N_ISSUE_STATES] = {
  [HEARSAY_ISSUE_FOUND] = "found",
  [HEARSAY_ISSUE_KEPT] = "kept",
  [HEARSAY_ISSUE_REMOVED] = "removed",
};

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * hearsay_store_rows_write_issue:
 * @issue: one that articles have; what people decided about it before stays
 */
gboolean
hearsay_store_rows_write_issue (HearsayDatabase        *database,
                                const HearsayIssueRow  *issue,
                                GError                **error)
{
  g_return_val_if_fail (database != NULL && issue != NULL, FALSE);

  return hearsay_database_run (database, error, "INSERT OR IGNORE INTO issues (id, name) VALUES (?1, ?2)",
                               "ss", issue->id, issue->name);
}

/**
 * hearsay_store_rows_teach_issue:
 * @issue: with all that people have decided about it
 */
gboolean
hearsay_store_rows_teach_issue (HearsayDatabase        *database,
                                const HearsayIssueRow  *issue,
                                GError                **error)
{
  g_return_val_if_fail (database != NULL && issue != NULL, FALSE);

  if (!hearsay_database_run (database, error,
                             "INSERT INTO issues (id, name, state) VALUES (?1, ?2, ?3)"
                             " ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state",
                             "sss", issue->id, issue->name, states[issue->state]) ||
      !hearsay_database_run (database, error,
                             "DELETE FROM issue_wordings WHERE issue = (SELECT key FROM issues WHERE id = ?1)",
                             "s", issue->id))
    return FALSE;
  for (guint i = 0; issue->wordings[i] != NULL; i++)
    if (!hearsay_database_run (database, error,
                               "INSERT OR IGNORE INTO issue_wordings (issue, number, wording)"
                               " SELECT key, ?2, ?3 FROM issues WHERE id = ?1",
                               "sus", issue->id, i, issue->wordings[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_wordings (HearsayDatabase  *database,
               GHashTable       *wordings,
               GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT issues.id, wording FROM issue_wordings JOIN issues ON issues.key = issue"
                            " ORDER BY issue, number", "");

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      g_autofree char *id = dup_column (statement, 0);
      char *wording = dup_column (statement, 1);
      GPtrArray *list = id != NULL ? g_hash_table_lookup (wordings, id) : NULL;

      if (list != NULL && wording != NULL)
        g_ptr_array_add (list, wording);
      else
        g_free (wording);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static HearsayIssueState
parse_state (const char *text)
{
  for (guint i = 0; text != NULL && i < HEARSAY_N_ISSUE_STATES; i++)
    if (strcmp (text, states[i]) == 0)
      return (HearsayIssueState) i;
  return HEARSAY_ISSUE_FOUND;
}

/**
 * hearsay_store_rows_read_issues:
 *
 * Returns: (transfer full) (element-type HearsayIssueRow) (nullable): all issues, in the order they came
 */
GPtrArray *
hearsay_store_rows_read_issues (HearsayDatabase  *database,
                                GError          **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_issue_row_free);
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  gboolean decided = database->version >= HEARSAY_STORE_ISSUES_VERSION;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            decided ? "SELECT id, name, state FROM issues ORDER BY key"
                                    : "SELECT id, name, NULL FROM issues ORDER BY key", "");

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, error))
    {
      g_autofree char *id = dup_column (statement, 0);
      g_autofree char *name = dup_column (statement, 1);
      HearsayIssueRow *issue;

      if (id == NULL || name == NULL)
        continue;
      issue = hearsay_issue_row_new (id, name);
      issue->state = parse_state ((const char *) sqlite3_column_text (statement, 2));
      g_ptr_array_add (issues, issue);
      g_hash_table_insert (wordings, issue->id, g_ptr_array_new_with_free_func (g_free));
    }
  if (decided)
    read_wordings (database, wordings, error != NULL && *error != NULL ? NULL : error);
  for (guint i = 0; i < issues->len; i++)
    {
      HearsayIssueRow *issue = g_ptr_array_index (issues, i);
      GPtrArray *list = g_hash_table_lookup (wordings, issue->id);

      g_ptr_array_add (list, NULL);
      g_strfreev (issue->wordings);
      issue->wordings = (char **) g_ptr_array_steal (list, NULL);
    }
  return g_steal_pointer (&issues);
}

/* Issues in the order of their numbers, where people's decisions make others of the machine's. */
static gboolean
write_shown (HearsayDatabase           *database,
             const HearsayStoreRecord  *record,
             gint64                     key,
             GError                   **error)
{
  if (!hearsay_database_run (database, error, "DELETE FROM shown_issues WHERE article = ?1", "l", key))
    return FALSE;
  for (guint i = 0; record->shown != record->analysis && i < record->shown_issue_ids->len; i++)
    if (!hearsay_database_run (database, error,
                               "INSERT INTO shown_issues (article, number, issue)"
                               " SELECT ?1, ?2, key FROM issues WHERE id = ?3",
                               "lus", key, i, (const char *) g_ptr_array_index (record->shown_issue_ids, i)))
      return FALSE;
  return TRUE;
}

/**
 * hearsay_store_rows_write_shown:
 * @key: of the article's row
 *
 * Writes what networks are counted from: the stances as people shall see them.
 */
gboolean
hearsay_store_rows_write_shown (HearsayDatabase           *database,
                                const HearsayStoreRecord  *record,
                                gint64                     key,
                                GError                   **error)
{
  g_return_val_if_fail (database != NULL && record != NULL && record->shown != NULL, FALSE);

  return write_shown (database, record, key, error) &&
         hearsay_store_rows_write_ties (database, record->shown, key, error);
}

/**
 * hearsay_store_rows_link_issues:
 * @record: an article that is there, with the issues that are its now
 * @key: its row
 *
 * Notes which issues of the collection the article's are. What the machine found stays.
 */
gboolean
hearsay_store_rows_link_issues (HearsayDatabase           *database,
                                const HearsayStoreRecord  *record,
                                gint64                     key,
                                GError                   **error)
{
  g_return_val_if_fail (database != NULL && record != NULL, FALSE);

  for (guint i = 0; i < record->issue_ids->len; i++)
    if (!hearsay_database_run (database, error,
                               "UPDATE article_issues SET issue = (SELECT key FROM issues WHERE id = ?3)"
                               " WHERE article = ?1 AND number = ?2 AND EXISTS (SELECT 1 FROM issues WHERE id = ?3)",
                               "lus", key, i, (const char *) g_ptr_array_index (record->issue_ids, i)))
      return FALSE;
  return hearsay_store_rows_write_shown (database, record, key, error);
}

/* What an article must have to have a wording: words that begin so. The last letters
 * may differ in the plural; what is found too much is looked at word by word later. */
static char *
make_query (const char *wording)
{
  g_auto (HearsayWords) words = { 0 };
  GString *query = g_string_new (NULL);

  hearsay_words_init (&words, wording);
  while (hearsay_words_next (&words))
    {
      const char *start = g_utf8_offset_to_pointer (wording, words.span.start);
      const char *end = g_utf8_offset_to_pointer (start, words.span.end - words.span.start);
      gsize n = words.key->len;
      g_autofree char *beginning = NULL;

      if (n > 1 && words.key->str[n - 1] == 'y')
        n--;
      /* Letters beyond ASCII are folded by the index in its own way. */
      beginning = g_str_is_ascii (words.key->str) && (gsize) (end - start) >= n ? g_strndup (words.key->str, n)
                                                                              : g_strndup (start, (gsize) (end - start));
      g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " " : "", beginning);
    }
  return g_string_free (query, FALSE);
}

static gboolean
add_ids (HearsayDatabase  *database,
         sqlite3_stmt     *statement,
         GHashTable       *ids,
         GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    g_hash_table_add (ids, dup_column (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * hearsay_store_rows_find_issue_articles:
 * @issue: with the wordings that it has or had
 * @ids: (element-type utf8): set that the articles' ids are added to
 *
 * Finds the articles that have an issue, and those in which its wordings may stand.
 */
gboolean
hearsay_store_rows_find_issue_articles (HearsayDatabase        *database,
                                        const HearsayIssueRow  *issue,
                                        GHashTable             *ids,
                                        GError                **error)
{
  g_return_val_if_fail (database != NULL && issue != NULL && ids != NULL, FALSE);

  if (!add_ids (database,
                hearsay_database_query (database, error,
                                        "SELECT articles.id FROM articles WHERE key IN"
                                        " (SELECT article FROM article_issues JOIN issues ON issues.key = issue WHERE issues.id = ?1"
                                        " UNION SELECT article FROM shown_issues JOIN issues ON issues.key = issue WHERE issues.id = ?1)",
                                        "s", issue->id), ids, error))
    return FALSE;
  for (gint i = -1; i < 0 || issue->wordings[i] != NULL; i++)
    {
      g_autofree char *query = make_query (i < 0 ? issue->name : issue->wordings[i]);

      if (query[0] != '\0' &&
          !add_ids (database,
                    hearsay_database_query (database, error,
                                            "SELECT articles.id FROM search JOIN articles ON articles.key = search.rowid"
                                            " WHERE search MATCH ?1", "s", query), ids, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_store_rows_read_issue_names:
 * @issue_id: an issue of the collection
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what the machine called it in articles, the most frequent first
 */
GPtrArray *
hearsay_store_rows_read_issue_names (HearsayDatabase  *database,
                                     const char       *issue_id,
                                     GError          **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT article_issues.name FROM article_issues JOIN issues ON issues.key = issue"
                            " WHERE issues.id = ?1 GROUP BY article_issues.name ORDER BY count(*) DESC, article_issues.name",
                            "s", issue_id);

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, error))
    g_ptr_array_add (names, dup_column (statement, 0));
  return g_steal_pointer (&names);
}
