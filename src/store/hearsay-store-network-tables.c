/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-network-private.h"
#include "store/hearsay-store.h"

/* Keys count from 1; a damaged file's may be anything, and the table of them is kept in memory. */
#define MAX_KEY (1 << 24)

void
hearsay_tie_entity_clear (gpointer data)
{
  HearsayTieEntity *entity = data;

  g_free (entity->id);
  g_free (entity->name);
  g_free (entity->kind);
}

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
put_entity (GArray  *of,
            gint64   key,
            guint32  entity)
{
  guint before = of->len;

  if (key < 0 || key > MAX_KEY)
    return;
  if ((gint64) of->len <= key)
    {
      g_array_set_size (of, (guint) key + 1);
      for (guint i = before; i < key; i++)
        g_array_index (of, guint32, i) = G_MAXUINT32;
    }
  g_array_index (of, guint32, (guint) key) = entity;
}

/* @affiliations gets the key of each entity's affiliation. */
static gboolean
read_entities (HearsayDatabase   *database,
               const char        *sql,
               GArray            *entities,
               GArray            *affiliations,
               HearsayEntityMap  *map,
               GError           **error)
{
  GError *local_error = NULL;
  GArray *of = g_array_new (FALSE, FALSE, sizeof (guint32));
  sqlite3_stmt *statement = hearsay_database_query (database, error, sql, "");

  while (statement != NULL && hearsay_database_step (database, statement, &local_error))
    {
      HearsayTieEntity entity = {
        .id = dup_column (statement, 1),
        .name = dup_column (statement, 2),
        .kind = dup_column (statement, 3),
        .affiliation = -1,
        .colour = sqlite3_column_type (statement, 5) == SQLITE_NULL ? -1 : sqlite3_column_int (statement, 5),
      };
      gint64 affiliation = sqlite3_column_type (statement, 4) == SQLITE_NULL ? -1 : sqlite3_column_int64 (statement, 4);

      put_entity (of, sqlite3_column_int64 (statement, 0), entities->len);
      g_array_append_val (entities, entity);
      g_array_append_val (affiliations, affiliation);
    }
  map->n_keys = of->len;
  map->of = (guint32 *) g_array_free (of, FALSE);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return statement != NULL && local_error == NULL;
}

static gboolean
read_all_entities (HearsayTieTables  *self,
                   HearsayDatabase   *database,
                   GError           **error)
{
  g_autoptr (GArray) affiliations = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *issues = database->version >= HEARSAY_STORE_ISSUES_VERSION
                         ? "SELECT key, id, name, NULL, NULL, NULL FROM issues WHERE state <> 'removed' ORDER BY key"
                         : "SELECT key, id, name, NULL, NULL, NULL FROM issues ORDER BY key";

  if (!read_entities (database, "SELECT key, id, name, kind, affiliation, colour FROM actors ORDER BY key", self->entities,
                      affiliations, &self->actors, error) ||
      !read_entities (database, issues, self->entities, affiliations, &self->issues, error))
    return FALSE;
  for (guint i = 0; i < self->entities->len; i++)
    {
      guint32 entity = hearsay_entity_map_find (&self->actors, g_array_index (affiliations, gint64, i));

      if (entity != G_MAXUINT32)
        g_array_index (self->entities, HearsayTieEntity, i).affiliation = (gint32) entity;
    }
  return TRUE;
}

static gboolean
read_removed (HearsayTieTables  *self,
              HearsayDatabase   *database,
              GError           **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement = hearsay_database_query (database, error, "SELECT key FROM articles WHERE removed", "");

  while (statement != NULL && hearsay_database_step (database, statement, &local_error))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      g_hash_table_add (self->removed, g_memdup2 (&key, sizeof key));
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return statement != NULL && local_error == NULL;
}

static gboolean
read_rejected (HearsayTieTables  *self,
               HearsayDatabase   *database,
               GError           **error)
{
  static const char sql[] =
    "SELECT articles.key, statements.number FROM decisions"
    " JOIN articles ON articles.id = decisions.article_id"
    " JOIN statements ON statements.article = articles.key AND statements.label = decisions.statement"
    " WHERE decisions.status = 'rejected'";
  GError *local_error = NULL;
  sqlite3_stmt *statement = hearsay_database_query (database, error, sql, "");

  while (statement != NULL && hearsay_database_step (database, statement, &local_error))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);
      GHashTable *numbers = g_hash_table_lookup (self->rejected, &key);

      if (numbers == NULL)
        {
          numbers = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (self->rejected, g_memdup2 (&key, sizeof key), numbers);
        }
      g_hash_table_add (numbers, GUINT_TO_POINTER ((guint) sqlite3_column_int64 (statement, 1)));
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return statement != NULL && local_error == NULL;
}

/* The index of ids is much smaller than the articles with their texts, which a plain scan reads. */
static gboolean
read_unpacked (HearsayTieTables  *self,
               HearsayDatabase   *database,
               GError           **error)
{
  static const char all[] = "SELECT key FROM articles INDEXED BY sqlite_autoindex_articles_1 ORDER BY key";
  static const char missing[] = "SELECT key FROM articles INDEXED BY sqlite_autoindex_articles_1"
                                " WHERE NOT EXISTS (SELECT 1 FROM ties WHERE article = key) ORDER BY key";
  GError *local_error = NULL;
  /* A file that can only be read may be older than packed stances. */
  sqlite3_stmt *statement = hearsay_database_query (database, error, database->version < HEARSAY_STORE_TIES_VERSION ? all : missing, "");

  while (statement != NULL && hearsay_database_step (database, statement, &local_error))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      g_array_append_val (self->unpacked, key);
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return statement != NULL && local_error == NULL;
}

static gboolean
read_last (HearsayTieTables  *self,
           HearsayDatabase   *database,
           GError           **error)
{
  sqlite3_stmt *statement = hearsay_database_query (database, error, "SELECT coalesce(max(key), 0) FROM articles", "");

  if (statement == NULL || !hearsay_database_step (database, statement, error))
    return FALSE;
  self->last = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * hearsay_tie_tables_read:
 * @self: (out caller-allocates): to be cleared whatever comes of it
 */
gboolean
hearsay_tie_tables_read (HearsayTieTables  *self,
                         HearsayDatabase   *database,
                         GError           **error)
{
  g_return_val_if_fail (self != NULL && database != NULL, FALSE);

  *self = (HearsayTieTables) {
    .entities = g_array_new (FALSE, FALSE, sizeof (HearsayTieEntity)),
    .removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .rejected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref),
    .unpacked = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  g_array_set_clear_func (self->entities, hearsay_tie_entity_clear);
  return read_all_entities (self, database, error) && read_removed (self, database, error) &&
         read_rejected (self, database, error) && read_unpacked (self, database, error) && read_last (self, database, error);
}

void
hearsay_tie_tables_clear (HearsayTieTables *self)
{
  g_array_unref (self->entities);
  g_free (self->actors.of);
  g_free (self->issues.of);
  g_hash_table_unref (self->removed);
  g_hash_table_unref (self->rejected);
  g_array_unref (self->unpacked);
}
