/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-rows.h"
#include "store/hearsay-store-ties.h"

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * hearsay_store_rows_write_identity:
 * @identity: what a person decided about a name; without an actor it takes the decision back
 * @at: now, as ISO 8601 in UTC
 * @author: who decided
 */
gboolean
hearsay_store_rows_write_identity (HearsayDatabase  *database,
                                   HearsayIdentity  *identity,
                                   const char       *at,
                                   const char       *author,
                                   GError          **error)
{
  const char *kind;

  g_return_val_if_fail (database != NULL && identity != NULL, FALSE);

  kind = hearsay_actor_kind_to_string (identity->kind);
  if (!hearsay_database_run (database, error,
                             "DELETE FROM identities WHERE kind = ?1 AND name_key = ?2 AND article_id IS ?3",
                             "sss", kind, identity->name_key, identity->article_id))
    return FALSE;
  if (identity->actor_id == NULL)
    return TRUE;
  return hearsay_database_run (database, error,
                               "INSERT INTO identities (kind, name_key, article_id, actor_id, decided_at, author)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                               "ssssss", kind, identity->name_key, identity->article_id, identity->actor_id, at, author);
}

/**
 * hearsay_store_rows_read_identities:
 *
 * Returns: (transfer full) (element-type HearsayIdentity) (nullable): what people decided about names
 */
GPtrArray *
hearsay_store_rows_read_identities (HearsayDatabase  *database,
                                    GError          **error)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_identity_free);
  sqlite3_stmt *statement =
    hearsay_database_query (database, error, "SELECT kind, name_key, article_id, actor_id FROM identities ORDER BY key", "");

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, error))
    {
      g_autoptr (HearsayIdentity) identity = g_new0 (HearsayIdentity, 1);

      identity->name_key = dup_column (statement, 1);
      identity->article_id = dup_column (statement, 2);
      identity->actor_id = dup_column (statement, 3);
      if (identity->name_key != NULL && identity->actor_id != NULL &&
          hearsay_actor_kind_parse ((const char *) sqlite3_column_text (statement, 0), &identity->kind))
        g_ptr_array_add (identities, g_steal_pointer (&identity));
    }
  return g_steal_pointer (&identities);
}

gboolean
hearsay_store_rows_write_alias (HearsayDatabase  *database,
                                const char       *actor_id,
                                const char       *alias,
                                GError          **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return hearsay_database_run (database, error,
                               "INSERT OR IGNORE INTO aliases (actor, name) SELECT key, ?2 FROM actors WHERE id = ?1", "ss",
                               actor_id, alias);
}

gboolean
hearsay_store_rows_delete_alias (HearsayDatabase  *database,
                                 const char       *actor_id,
                                 const char       *alias,
                                 GError          **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return hearsay_database_run (database, error,
                               "DELETE FROM aliases WHERE actor = (SELECT key FROM actors WHERE id = ?1) AND name = ?2", "ss",
                               actor_id, alias);
}

/**
 * hearsay_store_rows_read_aliases:
 *
 * Returns: (transfer full) (element-type utf8) (nullable): id of an actor and another name of it in turn
 */
GPtrArray *
hearsay_store_rows_read_aliases (HearsayDatabase  *database,
                                 GError          **error)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT actors.id, aliases.name FROM aliases JOIN actors ON actors.key = aliases.actor"
                            " WHERE actors.kind <> 'person' OR aliases.name <> actors.short_name ORDER BY actors.key, aliases.name", "");

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, error))
    {
      g_ptr_array_add (aliases, dup_column (statement, 0));
      g_ptr_array_add (aliases, dup_column (statement, 1));
    }
  return g_steal_pointer (&aliases);
}

/**
 * hearsay_store_rows_move_actor:
 * @move: which actor of which article is whom from now on
 * @back: whether it is again who it was before
 */
gboolean
hearsay_store_rows_move_actor (HearsayDatabase    *database,
                               const HearsayMove  *move,
                               gboolean            back,
                               GError            **error)
{
  g_return_val_if_fail (database != NULL && move != NULL, FALSE);

  return hearsay_database_run (database, error,
                               "UPDATE article_actors SET actor = (SELECT key FROM actors WHERE id = ?3)"
                               " WHERE article = (SELECT key FROM articles WHERE id = ?1) AND label = ?2"
                               " AND EXISTS (SELECT 1 FROM actors WHERE id = ?3)",
                               "sss", move->article_id, move->label, back ? move->before_id : move->actor_id) &&
         hearsay_store_rows_move_ties (database, move->article_id, error);
}

/**
 * hearsay_store_rows_read_moves:
 * @actor_id: an actor of the collection
 *
 * Returns: (transfer full) (element-type HearsayMove) (nullable): where it stands: each
 *   article that has it, with its label and name there, moved to nobody as yet
 */
GPtrArray *
hearsay_store_rows_read_moves (HearsayDatabase  *database,
                               const char       *actor_id,
                               GError          **error)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_move_free);
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT articles.id, article_actors.label, article_actors.name FROM article_actors"
                            " JOIN articles ON articles.key = article_actors.article"
                            " WHERE article_actors.actor = (SELECT key FROM actors WHERE id = ?1)"
                            " ORDER BY articles.key, article_actors.number", "s", actor_id);

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, error))
    {
      g_autoptr (HearsayMove) move = g_new0 (HearsayMove, 1);

      move->article_id = dup_column (statement, 0);
      move->label = dup_column (statement, 1);
      move->name = dup_column (statement, 2);
      move->before_id = g_strdup (actor_id);
      if (move->article_id != NULL && move->label != NULL && move->name != NULL)
        g_ptr_array_add (moves, g_steal_pointer (&move));
    }
  return g_steal_pointer (&moves);
}
