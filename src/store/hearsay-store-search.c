/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-search.h"

#include "store/hearsay-store.h"

void
hearsay_store_hit_free (HearsayStoreHit *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->article_id);
  g_free (self->snippet);
  g_free (self);
}

/* Every word quoted, so that nothing typed is an operator; the last one may be unfinished. */
static char *
make_query (const char *words)
{
  GString *query = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean has_letter = FALSE;

      for (const char *p = parts[i]; *p != '\0'; p = g_utf8_next_char (p))
        has_letter = has_letter || g_unichar_isalnum (g_utf8_get_char (p));
      if (!has_letter)
        continue;
      if (query->len > 0)
        g_string_append (query, "* ");
      g_string_append_c (query, '"');
      for (const char *p = parts[i]; *p != '\0'; p++)
        g_string_append (query, *p == '"' ? "\"\"" : (char[]) { *p, '\0' });
      g_string_append_c (query, '"');
    }
  if (query->len > 0)
    g_string_append_c (query, '*');
  return g_string_free (query, FALSE);
}

/**
 * hearsay_store_search_run:
 * @words: what a person typed; all of them have to begin a word of the article
 * @limit: hits at most
 *
 * Returns: (transfer full) (element-type HearsayStoreHit) (nullable): hits, the best first
 */
GPtrArray *
hearsay_store_search_run (HearsayDatabase  *database,
                          const char       *words,
                          guint             limit,
                          GError          **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_store_hit_free);
  g_autofree char *query = NULL;
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (database != NULL && words != NULL, NULL);

  query = make_query (words);
  if (query[0] == '\0')
    return g_steal_pointer (&hits);
  statement = hearsay_database_query (database, error,
                                      "SELECT articles.id, snippet (search, -1, '\xe2\x81\xa8', '\xe2\x81\xa9',"
                                      " '…', 24) FROM search JOIN articles ON articles.key = search.rowid"
                                      " WHERE search MATCH ?1 AND NOT removed ORDER BY bm25 (search, 4.0, 1.0),"
                                      " search.rowid LIMIT ?2",
                                      "su", query, limit);
  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayStoreHit *hit = g_new0 (HearsayStoreHit, 1);

      hit->article_id = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 0), -1);
      hit->snippet = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 1), -1);
      g_ptr_array_add (hits, hit);
    }
  if (local_error == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
