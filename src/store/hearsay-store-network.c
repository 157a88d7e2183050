/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-network.h"

#include "store/hearsay-store-network-private.h"
#include "store/hearsay-store-ties.h"
#include "store/hearsay-store.h"

/* Asked now and then whether to go on. */
#define CANCEL_EVERY 256

#define MAX_THREADS 16

/**
 * Part:
 * @first: key of its first article
 * @end: where the next part begins
 *
 * Some of the articles, read on a connection of its own. What comes out is
 * numbered from 0 and joined in order, so that the number of threads changes nothing.
 */
typedef struct
{
  const char *path;
  const HearsayTieTables *tables;
  gboolean with_mentions;
  GCancellable *cancellable;
  gint64 first;
  gint64 end;

  HearsayLocalTies article; /* the one that is read */
  GArray *entities;         /* guint32, by the article's numbers */
  guint next_unpacked;
  GArray *ties;
  GArray *mentions;
  guint n_statements;
  guint n_articles;
  GError *error;
} Part;

static void
find_entities (Part *self)
{
  const HearsayLocalTies *article = &self->article;

  g_array_set_size (self->entities, article->keys->len);
  for (guint i = 0; i < article->keys->len; i++)
    {
      const HearsayEntityMap *map = i < article->n_actors ? &self->tables->actors : &self->tables->issues;

      g_array_index (self->entities, guint32, i) = hearsay_entity_map_find (map, g_array_index (article->keys, gint64, i));
    }
}

static guint32
get_entity (const Part *self,
            guint32     number)
{
  return number < self->entities->len ? g_array_index (self->entities, guint32, number) : G_MAXUINT32;
}

static gboolean
is_rejected (GHashTable *rejected,
             guint32     statement)
{
  return rejected != NULL && g_hash_table_contains (rejected, GUINT_TO_POINTER (statement));
}

/* Numbers the article's rows through the collection and leaves out what does not count. */
static void
take_article (Part   *self,
              gint64  key)
{
  const HearsayLocalTies *article = &self->article;
  GHashTable *rejected = g_hash_table_size (self->tables->rejected) > 0 ? g_hash_table_lookup (self->tables->rejected, &key) : NULL;

  if (g_hash_table_size (self->tables->removed) > 0 && g_hash_table_contains (self->tables->removed, &key))
    return;
  find_entities (self);
  for (guint i = 0; i < article->ties->len; i++)
    {
      HearsayTie tie = g_array_index (article->ties, HearsayTie, i);

      if (tie.statement >= article->n_statements || is_rejected (rejected, tie.statement))
        continue;
      tie.statement += self->n_statements;
      tie.article = self->n_articles;
      tie.holder = get_entity (self, tie.holder);
      tie.target = get_entity (self, tie.target);
      if (tie.holder != G_MAXUINT32 && tie.target != G_MAXUINT32)
        g_array_append_val (self->ties, tie);
    }
  for (guint i = 0; self->with_mentions && i < article->mentions->len; i++)
    {
      HearsayTieMention mention = g_array_index (article->mentions, HearsayTieMention, i);

      if (mention.statement >= article->n_statements || is_rejected (rejected, mention.statement))
        mention.statement = G_MAXUINT32;
      else
        mention.statement += self->n_statements;
      mention.article = self->n_articles;
      mention.entity = get_entity (self, mention.entity);
      if (mention.entity != G_MAXUINT32)
        g_array_append_val (self->mentions, mention);
    }
  self->n_articles++;
  self->n_statements += article->n_statements;
}

/* Articles that are not packed, up to @end. */
static gboolean
read_unpacked (Part            *self,
               HearsayDatabase *database,
               gint64           end)
{
  const GArray *unpacked = self->tables->unpacked;

  for (; self->next_unpacked < unpacked->len; self->next_unpacked++)
    {
      gint64 key = g_array_index (unpacked, gint64, self->next_unpacked);

      if (key >= end)
        break;
      if (key < self->first)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error) ||
          !hearsay_local_ties_read (&self->article, database, key, &self->error))
        return FALSE;
      take_article (self, key);
    }
  return TRUE;
}

static gboolean
read_articles (Part            *self,
               HearsayDatabase *database)
{
  sqlite3_stmt *statement = NULL;
  guint n = 0;

  if (database->version >= HEARSAY_STORE_TIES_VERSION)
    {
      statement = hearsay_database_query (database, &self->error,
                                          "SELECT article, rows FROM ties WHERE article >= ?1 AND article < ?2 ORDER BY article", "ll",
                                          self->first, self->end);
      if (statement == NULL)
        return FALSE;
    }
  while (statement != NULL && hearsay_database_step (database, statement, &self->error))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      if ((n++ % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error)) ||
          !read_unpacked (self, database, key))
        break;
      /* What cannot be unpacked is read as if it had never been packed. */
      if (!hearsay_local_ties_unpack (&self->article, sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1),
                                      self->with_mentions) &&
          !hearsay_local_ties_read (&self->article, database, key, &self->error))
        break;
      take_article (self, key);
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return self->error == NULL && read_unpacked (self, database, self->end);
}

static gpointer
read_part (gpointer data)
{
  Part *self = data;
  g_autoptr (HearsayDatabase) database = hearsay_database_open (self->path, &self->error);

  if (database == NULL)
    return NULL;
  hearsay_local_ties_init (&self->article);
  self->entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_articles (self, database);
  g_array_unref (self->entities);
  hearsay_local_ties_clear (&self->article);
  return NULL;
}

/* Appends a part's rows to those of the parts before. */
static void
join_part (HearsayTies *self,
           GArray      *ties,
           GArray      *mentions,
           Part        *part)
{
  for (guint i = 0; i < part->ties->len; i++)
    {
      HearsayTie *tie = &g_array_index (part->ties, HearsayTie, i);

      tie->statement += self->n_statements;
      tie->article += self->n_articles;
    }
  for (guint i = 0; i < part->mentions->len; i++)
    {
      HearsayTieMention *mention = &g_array_index (part->mentions, HearsayTieMention, i);

      mention->article += self->n_articles;
      if (mention->statement != G_MAXUINT32)
        mention->statement += self->n_statements;
    }
  if (part->ties != ties)
    {
      g_array_append_vals (ties, part->ties->data, part->ties->len);
      g_array_append_vals (mentions, part->mentions->data, part->mentions->len);
    }
  self->n_statements += part->n_statements;
  self->n_articles += part->n_articles;
}

/* Reads all parts at once, and joins them in order. */
static HearsayTies *
read_parts (Part         *parts,
            guint         n_parts,
            GError      **error)
{
  g_autoptr (HearsayTies) self = g_new0 (HearsayTies, 1);
  GThread *threads[MAX_THREADS];
  GArray *ties = parts[0].ties;
  GArray *mentions = parts[0].mentions;

  for (guint i = 1; i < n_parts; i++)
    threads[i] = g_thread_new ("hearsay-ties", read_part, &parts[i]);
  read_part (&parts[0]);
  for (guint i = 1; i < n_parts; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&parts[i].error));
          return NULL;
        }
      join_part (self, ties, mentions, &parts[i]);
    }
  self->n_ties = ties->len;
  self->ties = (HearsayTie *) g_array_free (g_array_ref (ties), FALSE);
  self->n_mentions = mentions->len;
  self->mentions = (HearsayTieMention *) g_array_free (g_array_ref (mentions), FALSE);
  return g_steal_pointer (&self);
}

static HearsayTies *
read_with_tables (const char             *path,
                  const HearsayTieTables *tables,
                  gboolean                with_mentions,
                  guint                   n_threads,
                  GCancellable           *cancellable,
                  GError                **error)
{
  Part parts[MAX_THREADS];
  HearsayTies *ties;

  for (guint i = 0; i < n_threads; i++)
    {
      parts[i] = (Part) { .path = path, .tables = tables, .with_mentions = with_mentions, .cancellable = cancellable };
      parts[i].first = i == 0 ? G_MININT64 : (tables->last + 1) / n_threads * i;
      parts[i].end = i + 1 == n_threads ? G_MAXINT64 : (tables->last + 1) / n_threads * (i + 1);
      parts[i].ties = g_array_new (FALSE, FALSE, sizeof (HearsayTie));
      parts[i].mentions = g_array_new (FALSE, FALSE, sizeof (HearsayTieMention));
    }
  ties = read_parts (parts, n_threads, error);
  for (guint i = 0; i < n_threads; i++)
    {
      g_clear_error (&parts[i].error);
      g_array_unref (parts[i].ties);
      g_array_unref (parts[i].mentions);
    }
  return ties;
}

/**
 * hearsay_store_read_ties:
 * @path: a collection file
 * @with_mentions: whether to read where actors are named, too
 * @n_threads: does not change the result
 *
 * Reads what networks are counted from straight from the file: neither texts
 * nor objects are made. Rejected statements and removed articles are left out,
 * and stances that are not sure are neutral, as in the window. Articles without
 * packed stances, of a file that is older than these, are read in full.
 * Without the texts, words that several articles print count once an article.
 *
 * Returns: (transfer full) (nullable): the stances of the collection
 */
HearsayTies *
hearsay_store_read_ties (const char    *path,
                         gboolean       with_mentions,
                         guint          n_threads,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (HearsayDatabase) database = NULL;
  HearsayTieTables tables;
  HearsayTies *ties = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
      return NULL;
    }
  database = hearsay_database_open (path, error);
  if (database == NULL)
    return NULL;
  if (hearsay_tie_tables_read (&tables, database, error))
    ties = read_with_tables (path, &tables, with_mentions, CLAMP (n_threads, 1, MAX_THREADS), cancellable, error);
  if (ties != NULL)
    {
      g_array_set_clear_func (tables.entities, NULL);
      ties->n_entities = tables.entities->len;
      ties->entities = (HearsayTieEntity *) g_array_free (g_array_ref (tables.entities), FALSE);
    }
  hearsay_tie_tables_clear (&tables);
  return ties;
}

void
hearsay_ties_free (HearsayTies *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_entities; i++)
    hearsay_tie_entity_clear (&self->entities[i]);
  g_free (self->entities);
  g_free (self->ties);
  g_free (self->mentions);
  g_free (self);
}
