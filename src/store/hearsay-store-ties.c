/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-ties.h"

#include "store/hearsay-store-rows.h"

/* Numbers count from 0 without gaps; what does not is a damaged file's and names nobody. */
static gboolean
read_keys (HearsayDatabase  *database,
           const char       *sql,
           gint64            article,
           GArray           *keys,
           GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement = hearsay_database_query (database, error, sql, "l", article);
  gint64 before = keys->len;

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      gint64 key = sqlite3_column_int64 (statement, 1);

      if (sqlite3_column_int64 (statement, 0) == (gint64) keys->len - before)
        g_array_append_val (keys, key);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* @shown: whether the issues are those that people made of the machine's, where they did. */
static gboolean
read_all_keys (HearsayLocalTies  *self,
               HearsayDatabase   *database,
               gint64             article,
               gboolean           shown,
               GError           **error)
{
  if (!read_keys (database, "SELECT number, actor FROM article_actors WHERE article = ?1 ORDER BY number", article, self->keys, error))
    return FALSE;
  self->n_actors = self->keys->len;
  if (shown && !read_keys (database, "SELECT number, issue FROM shown_issues WHERE article = ?1 ORDER BY number", article, self->keys,
                           error))
    return FALSE;
  return self->keys->len > self->n_actors ||
         read_keys (database, "SELECT number, issue FROM article_issues WHERE article = ?1 ORDER BY number", article, self->keys, error);
}

static void
append_tie (HearsayLocalTies               *self,
            const HearsayAnalysisStatement *statement,
            guint32                         number,
            const HearsayAnalysisStance    *stance)
{
  gint64 holder = stance->holder >= 0 ? stance->holder : statement->speaker;
  gint64 target = stance->target + (stance->target_is_issue ? (gint64) self->n_actors : 0);
  gint64 last = stance->target_is_issue ? self->keys->len : self->n_actors;
  HearsayTie tie = {
    .statement = number,
    .paragraph = statement->paragraph,
    .holder = (guint32) holder,
    .target = (guint32) target,
    .position = stance->sure ? stance->position : HEARSAY_POSITION_NEUTRAL,
    .said_on = statement->said_on,
  };

  if (holder >= 0 && holder < self->n_actors && stance->target >= 0 && target < last)
    g_array_append_val (self->ties, tie);
}

/* What the analysis says, with the keys as they are. */
static void
take_analysis (HearsayLocalTies      *self,
               const HearsayAnalysis *analysis)
{
  g_autoptr (GArray) mentions = hearsay_analysis_list_mentions (analysis);

  self->n_statements = analysis->statements->len;
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      for (guint k = 0; k < statement->n_stances; k++)
        append_tie (self, statement, i, hearsay_analysis_stance (analysis, statement->first_stance + k));
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      const HearsayAnalysisMention *found = &g_array_index (mentions, HearsayAnalysisMention, i);
      HearsayTieMention mention = { found->entity, 0, found->paragraph, found->statement };

      if (!found->is_issue && found->entity < self->n_actors)
        g_array_append_val (self->mentions, mention);
    }
}

/**
 * hearsay_local_ties_read:
 * @article: key of an article
 *
 * Reads an article that is not packed from its wide rows and its text, with the
 * issues that the machine found.
 */
gboolean
hearsay_local_ties_read (HearsayLocalTies  *self,
                         HearsayDatabase   *database,
                         gint64             article,
                         GError           **error)
{
  g_autoptr (HearsayStoreRecord) record = NULL;

  g_return_val_if_fail (self != NULL && database != NULL, FALSE);

  hearsay_local_ties_reset (self);
  record = hearsay_store_rows_read_article (database, article, error);
  if (record == NULL || !read_all_keys (self, database, article, FALSE, error))
    return FALSE;
  take_analysis (self, record->analysis);
  return TRUE;
}

static gboolean
write_packed (const HearsayLocalTies  *self,
              HearsayDatabase         *database,
              gint64                   article,
              GError                 **error)
{
  g_autoptr (GByteArray) bytes = hearsay_local_ties_pack (self);
  sqlite3_stmt *insertion = hearsay_database_prepare (database, "INSERT OR REPLACE INTO ties (article, rows) VALUES (?1, ?2)", error);
  gboolean done;

  if (insertion == NULL)
    return FALSE;
  sqlite3_bind_int64 (insertion, 1, article);
  sqlite3_bind_blob (insertion, 2, bytes->data, (int) bytes->len, SQLITE_STATIC);
  done = sqlite3_step (insertion) == SQLITE_DONE;
  if (!done)
    hearsay_database_set_error (database, error);
  sqlite3_reset (insertion);
  sqlite3_clear_bindings (insertion);
  return done;
}

/**
 * hearsay_store_rows_write_ties:
 * @analysis: the article as people shall see it
 * @article: its key; its actors and issues are written already
 *
 * Packs the article's stances and mentions for networks. An article of more
 * than 65,534 statements or actors goes without, and is read from its wide rows.
 */
gboolean
hearsay_store_rows_write_ties (HearsayDatabase        *database,
                               const HearsayAnalysis  *analysis,
                               gint64                  article,
                               GError                **error)
{
  HearsayLocalTies ties;
  gboolean done;

  g_return_val_if_fail (database != NULL && analysis != NULL, FALSE);

  hearsay_local_ties_init (&ties);
  done = read_all_keys (&ties, database, article, TRUE, error);
  if (done)
    {
      take_analysis (&ties, analysis);
      done = hearsay_local_ties_fit (&ties) ? write_packed (&ties, database, article, error)
                          : hearsay_database_run (database, error, "DELETE FROM ties WHERE article = ?1", "l", article);
    }
  hearsay_local_ties_clear (&ties);
  return done;
}

/* Puts the keys of the wide rows in place of those that are packed. */
static gboolean
renew_keys (HearsayLocalTies  *self,
            HearsayDatabase   *database,
            gint64             article,
            GError           **error)
{
  guint n_keys = self->keys->len;
  guint n_actors = self->n_actors;

  g_array_set_size (self->keys, 0);
  if (!read_all_keys (self, database, article, TRUE, error))
    return FALSE;
  /* Another number of actors is none that merging or splitting makes. */
  if (self->keys->len != n_keys || self->n_actors != n_actors || !hearsay_local_ties_fit (self))
    return hearsay_database_run (database, error, "DELETE FROM ties WHERE article = ?1", "l", article);
  return write_packed (self, database, article, error);
}

/**
 * hearsay_store_rows_move_ties:
 * @article_id: an article of whose actors some are others from now on
 *
 * Lets the packed stances follow the article's actors.
 */
gboolean
hearsay_store_rows_move_ties (HearsayDatabase  *database,
                              const char       *article_id,
                              GError          **error)
{
  GError *local_error = NULL;
  HearsayLocalTies ties;
  sqlite3_stmt *statement;
  gboolean packed;
  gboolean done = FALSE;
  gint64 article = 0;

  g_return_val_if_fail (database != NULL, FALSE);

  statement = hearsay_database_query (database, error,
                                      "SELECT article, rows FROM ties WHERE article = (SELECT key FROM articles WHERE id = ?1)",
                                      "s", article_id);
  if (statement == NULL)
    return FALSE;
  hearsay_local_ties_init (&ties);
  packed = hearsay_database_step (database, statement, &local_error);
  if (packed)
    {
      article = sqlite3_column_int64 (statement, 0);
      /* What cannot be read has no keys, so that the row goes and the wide rows are asked. */
      hearsay_local_ties_unpack (&ties, sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1), TRUE);
      sqlite3_reset (statement);
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else
    done = !packed || renew_keys (&ties, database, article, error);
  hearsay_local_ties_clear (&ties);
  return done;
}
