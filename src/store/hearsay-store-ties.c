/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-ties.h"

#include <string.h>

#include "store/hearsay-store-rows.h"

/* A row of the table “ties” is an article as networks see it, the lowest byte first:
 *
 *   4 bytes  statements                      2 + 2  actors, issues
 *   4        stances                         4      mentions
 *   4 each   keys of the actors by number, then of the issues
 *   14 each  stance: statement, paragraph, holder and target (2 each; the
 *            target's number counts on from the actors into the issues), year (2),
 *            month, day, precision of the day, position
 *   6 each   mention of an actor: actor, paragraph, statement (0xffff for none)
 */
#define HEAD_BYTES 16
#define KEY_BYTES 4
#define STANCE_BYTES 14
#define MENTION_BYTES 6
#define NONE_PACKED 0xffff

/* Numbers that name nobody. */
#define NOBODY G_MAXUINT32

void
hearsay_local_ties_init (HearsayLocalTies *self)
{
  *self = (HearsayLocalTies) {
    .keys = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .ties = g_array_new (FALSE, FALSE, sizeof (HearsayTie)),
    .mentions = g_array_new (FALSE, FALSE, sizeof (HearsayTieMention)),
  };
}

void
hearsay_local_ties_clear (HearsayLocalTies *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->ties);
  g_array_unref (self->mentions);
}

static void
reset (HearsayLocalTies *self)
{
  g_array_set_size (self->keys, 0);
  g_array_set_size (self->ties, 0);
  g_array_set_size (self->mentions, 0);
  self->n_actors = self->n_statements = 0;
}

static void
put_u16 (guint8 *at,
         guint   value)
{
  at[0] = value & 0xff;
  at[1] = value >> 8 & 0xff;
}

static void
put_u32 (guint8  *at,
         guint32  value)
{
  put_u16 (at, value & 0xffff);
  put_u16 (at + 2, value >> 16);
}

static guint
get_u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static guint32
get_u32 (const guint8 *at)
{
  return get_u16 (at) | (guint32) get_u16 (at + 2) << 16;
}

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

  reset (self);
  record = hearsay_store_rows_read_article (database, article, error);
  if (record == NULL || !read_all_keys (self, database, article, FALSE, error))
    return FALSE;
  take_analysis (self, record->analysis);
  return TRUE;
}

static gboolean
fits (const HearsayLocalTies *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      gint64 key = g_array_index (self->keys, gint64, i);

      if (key < 0 || key > G_MAXUINT32)
        return FALSE;
    }
  return self->keys->len < NONE_PACKED && self->n_statements < NONE_PACKED;
}

static void
pack_tie (guint8           *at,
          const HearsayTie *tie)
{
  put_u16 (at, tie->statement);
  put_u16 (at + 2, MIN (tie->paragraph, G_MAXUINT16));
  put_u16 (at + 4, tie->holder);
  put_u16 (at + 6, tie->target);
  put_u16 (at + 8, (guint) (guint16) tie->said_on.year);
  at[10] = tie->said_on.month;
  at[11] = tie->said_on.day;
  at[12] = tie->said_on.precision;
  at[13] = (guint8) tie->position;
}

static GByteArray *
pack (const HearsayLocalTies *self)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 *at;

  g_byte_array_set_size (bytes, HEAD_BYTES + self->keys->len * KEY_BYTES + self->ties->len * STANCE_BYTES +
                                  self->mentions->len * MENTION_BYTES);
  at = bytes->data;
  put_u32 (at, self->n_statements);
  put_u16 (at + 4, self->n_actors);
  put_u16 (at + 6, self->keys->len - self->n_actors);
  put_u32 (at + 8, self->ties->len);
  put_u32 (at + 12, self->mentions->len);
  at += HEAD_BYTES;
  for (guint i = 0; i < self->keys->len; i++, at += KEY_BYTES)
    put_u32 (at, (guint32) g_array_index (self->keys, gint64, i));
  for (guint i = 0; i < self->ties->len; i++, at += STANCE_BYTES)
    pack_tie (at, &g_array_index (self->ties, HearsayTie, i));
  for (guint i = 0; i < self->mentions->len; i++, at += MENTION_BYTES)
    {
      const HearsayTieMention *mention = &g_array_index (self->mentions, HearsayTieMention, i);

      put_u16 (at, mention->entity);
      put_u16 (at + 2, MIN (mention->paragraph, G_MAXUINT16));
      put_u16 (at + 4, MIN (mention->statement, NONE_PACKED));
    }
  return bytes;
}

static HearsayTie
unpack_tie (const guint8 *at)
{
  return (HearsayTie) {
    .statement = get_u16 (at),
    .paragraph = get_u16 (at + 2),
    .holder = get_u16 (at + 4),
    .target = get_u16 (at + 6),
    .position = (HearsayPosition) MIN (at[13], HEARSAY_N_POSITIONS - 1),
    .said_on = { .year = (gint16) get_u16 (at + 8), .month = at[10], .day = at[11], .precision = at[12] },
  };
}

/**
 * hearsay_local_ties_unpack:
 * @bytes: what hearsay_store_rows_write_ties() has written; anything at all is bearable
 *
 * Entities may lie beyond the keys in a damaged file.
 *
 * Returns: FALSE where the bytes are cut short or of another make
 */
gboolean
hearsay_local_ties_unpack (HearsayLocalTies *self,
                           const guint8     *bytes,
                           gsize             n_bytes,
                           gboolean          with_mentions)
{
  guint64 n_keys;
  guint64 n_ties;
  guint64 n_mentions;
  const guint8 *at = bytes;

  g_return_val_if_fail (self != NULL && (bytes != NULL || n_bytes == 0), FALSE);

  reset (self);
  if (n_bytes < HEAD_BYTES)
    return FALSE;
  n_keys = get_u16 (at + 4) + get_u16 (at + 6);
  n_ties = get_u32 (at + 8);
  n_mentions = get_u32 (at + 12);
  if (n_bytes != HEAD_BYTES + n_keys * KEY_BYTES + n_ties * STANCE_BYTES + n_mentions * MENTION_BYTES)
    return FALSE;
  self->n_statements = MIN (get_u32 (at), NONE_PACKED);
  self->n_actors = get_u16 (at + 4);
  at += HEAD_BYTES;
  g_array_set_size (self->keys, (guint) n_keys);
  for (guint i = 0; i < n_keys; i++, at += KEY_BYTES)
    g_array_index (self->keys, gint64, i) = get_u32 (at);
  g_array_set_size (self->ties, (guint) n_ties);
  for (guint i = 0; i < n_ties; i++, at += STANCE_BYTES)
    g_array_index (self->ties, HearsayTie, i) = unpack_tie (at);
  g_array_set_size (self->mentions, with_mentions ? (guint) n_mentions : 0);
  for (guint i = 0; i < self->mentions->len; i++, at += MENTION_BYTES)
    {
      guint32 statement = get_u16 (at + 4);

      g_array_index (self->mentions, HearsayTieMention, i) = (HearsayTieMention) {
        get_u16 (at), 0, get_u16 (at + 2), statement < NONE_PACKED ? statement : NOBODY
      };
    }
  return TRUE;
}

static gboolean
write_packed (const HearsayLocalTies  *self,
              HearsayDatabase         *database,
              gint64                   article,
              GError                 **error)
{
  g_autoptr (GByteArray) bytes = pack (self);
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
      done = fits (&ties) ? write_packed (&ties, database, article, error)
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
  if (self->keys->len != n_keys || self->n_actors != n_actors || !fits (self))
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
