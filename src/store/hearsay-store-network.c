/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-network.h"

#include <string.h>

#include "store/hearsay-database.h"
#include "store/hearsay-store-rows.h"
#include "store/hearsay-store.h"

/* A row of the table “ties” begins with the number of statements; then come
 * stances of sixteen bytes: statement, paragraph, holder (0xffff for nobody) and
 * target, year, month, day and precision of the day, position and whether the
 * target is an issue. Numbers count within the article, the lowest byte first. */
#define HEAD_BYTES 4
#define TIE_BYTES 16
#define NOBODY_PACKED 0xffff
#define IS_ISSUE 4

/* A number within an article that names nobody. */
#define NOBODY G_MAXUINT32

/* Asked now and then whether to go on. */
#define CANCEL_EVERY 256

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
  const guint32 *actor_of; /* entity by key of an actor */
  gint64 n_actor_keys;
  const guint32 *issue_of;
  gint64 n_issue_keys;
  GHashTable *rejected; /* article id → GHashTable of labels of statements; read only */
  gboolean decided;     /* the file knows what people decided about issues */
  gboolean packed;      /* every article has its packed stances */
  GHashTable *removed;  /* gint64 key of an article */
  GHashTable *rejected_numbers; /* gint64 key of an article → GHashTable of numbers */
  GCancellable *cancellable;
  gint64 first;
  gint64 end;

  GArray *ties;
  guint n_statements;
  guint n_articles;
  GError *error;
} Part;

/* Rows of one article, while it is read. */
typedef struct
{
  GArray *actors; /* guint32 entity, by number */
  GArray *issues;
  GArray *statements;
} Article;

typedef struct
{
  guint32 number;
  guint32 speaker; /* entity */
  guint32 paragraph;
  HearsayDate said_on;
  gboolean rejected;
} Statement;

static gboolean
step (HearsayDatabase *database,
      sqlite3_stmt    *statement,
      gboolean        *row,
      GError         **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;
  hearsay_database_set_error (database, error);
  return FALSE;
}

static guint32
look_up (const guint32 *entity_of,
         gint64         n_keys,
         gint64         key)
{
  return key >= 0 && key < n_keys ? entity_of[key] : NOBODY;
}

static void
put_number (GArray  *numbers,
            gint64   number,
            guint32  entity)
{
  guint32 nobody = NOBODY;

  /* Numbers count from 0 without gaps; anything else is a damaged file's. */
  if (number < 0 || number > 1000000)
    return;
  while ((gint64) numbers->len <= number)
    g_array_append_val (numbers, nobody);
  g_array_index (numbers, guint32, number) = entity;
}

static guint32
get_number (const GArray *numbers,
            sqlite3_stmt *statement,
            int           column)
{
  gint64 number;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NOBODY;
  number = sqlite3_column_int64 (statement, column);
  return number >= 0 && number < (gint64) numbers->len ? g_array_index (numbers, guint32, number) : NOBODY;
}

/* Statements walk through the article's rows; the tables all lie in the order of articles. */
typedef struct
{
  sqlite3_stmt *statement;
  gboolean row;
} Cursor;

static gboolean
is_at (const Cursor *cursor,
       gint64        article)
{
  return cursor->row && sqlite3_column_int64 (cursor->statement, 0) == article;
}

/* Rows of articles that are not wanted, or do not exist any more. */
static gboolean
skip_to (HearsayDatabase *database,
         Cursor          *cursor,
         gint64           article,
         GError         **error)
{
  while (cursor->row && sqlite3_column_int64 (cursor->statement, 0) < article)
    {
      if (!step (database, cursor->statement, &cursor->row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_numbers (HearsayDatabase *database,
              Cursor          *cursor,
              gint64           article,
              const guint32   *entity_of,
              gint64           n_keys,
              GArray          *numbers,
              GError         **error)
{
  g_array_set_size (numbers, 0);
  if (!skip_to (database, cursor, article, error))
    return FALSE;
  while (is_at (cursor, article))
    {
      put_number (numbers, sqlite3_column_int64 (cursor->statement, 1),
                  look_up (entity_of, n_keys, sqlite3_column_int64 (cursor->statement, 2)));
      if (!step (database, cursor->statement, &cursor->row, error))
        return FALSE;
    }
  return TRUE;
}

/* “2020-10-22” as it is written nearly always; the rest is for the parser. */
static HearsayDate
read_date (sqlite3_stmt *statement,
           int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  HearsayDate date = { 0 };

  if (text == NULL)
    return date;
  if (sqlite3_column_bytes (statement, column) == 10 && text[4] == '-' && text[7] == '-')
    {
      static const guint8 at[] = { 0, 1, 2, 3, 5, 6, 8, 9 };
      guint digits[8];
      gboolean plain = TRUE;

      for (guint i = 0; i < 8; i++)
        {
          digits[i] = (guint) (guchar) text[at[i]] - '0';
          plain &= digits[i] <= 9;
        }
      if (plain)
        return hearsay_date_new_day ((int) (digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]),
                                     (int) (digits[4] * 10 + digits[5]), (int) (digits[6] * 10 + digits[7]));
    }
  hearsay_date_parse_iso (text, &date);
  return date;
}

static gboolean
read_statements (HearsayDatabase *database,
                 Cursor          *cursor,
                 gint64           key,
                 GHashTable      *rejected,
                 Article         *article,
                 GError         **error)
{
  g_array_set_size (article->statements, 0);
  if (!skip_to (database, cursor, key, error))
    return FALSE;
  while (is_at (cursor, key))
    {
      Statement statement = {
        .number = (guint32) sqlite3_column_int64 (cursor->statement, 1),
        .speaker = get_number (article->actors, cursor->statement, 2),
        .said_on = read_date (cursor->statement, 3),
        .paragraph = (guint32) sqlite3_column_int64 (cursor->statement, 4),
      };

      if (rejected != NULL)
        {
          const char *label = (const char *) sqlite3_column_text (cursor->statement, 5);

          statement.rejected = label != NULL && g_hash_table_contains (rejected, label);
        }
      g_array_append_val (article->statements, statement);
      if (!step (database, cursor->statement, &cursor->row, error))
        return FALSE;
    }
  return TRUE;
}

static HearsayPosition
read_position (sqlite3_stmt *statement,
               int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL || sqlite3_column_int (statement, column + 1) == 0)
    return HEARSAY_POSITION_NEUTRAL;
  return *text == 's' ? HEARSAY_POSITION_SUPPORT : *text == 'o' ? HEARSAY_POSITION_OPPOSE : HEARSAY_POSITION_NEUTRAL;
}

static gboolean
read_stances (HearsayDatabase *database,
              Cursor          *cursor,
              gint64           key,
              const Article   *article,
              Part            *part,
              GError         **error)
{
  guint at = 0;

  if (!skip_to (database, cursor, key, error))
    return FALSE;
  while (is_at (cursor, key))
    {
      guint32 number = (guint32) sqlite3_column_int64 (cursor->statement, 1);
      const Statement *statement;
      HearsayTie tie;

      while (at < article->statements->len && g_array_index (article->statements, Statement, at).number < number)
        at++;
      statement = at < article->statements->len ? &g_array_index (article->statements, Statement, at) : NULL;
      if (statement != NULL && statement->number == number && !statement->rejected)
        {
          gboolean is_issue = sqlite3_column_int (cursor->statement, 2) != 0;

          tie = (HearsayTie) {
            .statement = part->n_statements + at,
            .article = part->n_articles,
            .paragraph = statement->paragraph,
            .target = get_number (is_issue ? article->issues : article->actors, cursor->statement, 3),
            .holder = get_number (article->actors, cursor->statement, 4),
            .position = read_position (cursor->statement, 5),
            .said_on = statement->said_on,
          };
          if (tie.holder == NOBODY)
            tie.holder = statement->speaker;
          if (tie.holder != NOBODY && tie.target != NOBODY)
            g_array_append_val (part->ties, tie);
        }
      if (!step (database, cursor->statement, &cursor->row, error))
        return FALSE;
    }
  return TRUE;
}

enum
{
  ARTICLES,
  ACTORS,
  ISSUES,
  SHOWN, /* issues of articles that people have changed some of */
  STATEMENTS,
  STANCES,
  N_CURSORS,
};

static gboolean
open_cursors (HearsayDatabase *database,
              const Part      *part,
              Cursor           cursors[N_CURSORS],
              GError         **error)
{
  static const char *const sql[N_CURSORS] = {
    [ARTICLES] = "SELECT key, id FROM articles WHERE key >= ?1 AND key < ?2 AND NOT removed ORDER BY key",
    [ACTORS] = "SELECT article, number, actor FROM article_actors WHERE article >= ?1 AND article < ?2 ORDER BY article, number",
    [ISSUES] = "SELECT article, number, issue FROM article_issues WHERE article >= ?1 AND article < ?2 ORDER BY article, number",
    [SHOWN] = "SELECT article, number, issue FROM shown_issues WHERE article >= ?1 AND article < ?2 ORDER BY article, number",
    [STATEMENTS] = "SELECT article, number, speaker, said_on, paragraph, label FROM statements"
                   " WHERE article >= ?1 AND article < ?2 ORDER BY article, number",
    [STANCES] = "SELECT article, statement, is_issue, target, holder, position, sure FROM stances"
                " WHERE article >= ?1 AND article < ?2 ORDER BY article, statement, number",
  };

  static const char packed[] = "SELECT article, rows FROM ties WHERE article >= ?1 AND article < ?2 ORDER BY article";

  for (guint i = 0; i < N_CURSORS; i++)
    {
      const char *text = i == STANCES && part->packed ? packed : sql[i];

      if ((part->packed && (i == ARTICLES || i == STATEMENTS)) || (i == SHOWN && !(part->packed && part->decided)))
        continue;
      if (sqlite3_prepare_v2 (database->handle, text, -1, &cursors[i].statement, NULL) != SQLITE_OK)
        {
          hearsay_database_set_error (database, error);
          return FALSE;
        }
      sqlite3_bind_int64 (cursors[i].statement, 1, part->first);
      sqlite3_bind_int64 (cursors[i].statement, 2, part->end);
      if (!step (database, cursors[i].statement, &cursors[i].row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_articles (HearsayDatabase *database,
               Part            *part,
               Cursor           cursors[N_CURSORS],
               Article         *article)
{
  while (cursors[ARTICLES].row)
    {
      gint64 key = sqlite3_column_int64 (cursors[ARTICLES].statement, 0);
      GHashTable *rejected = NULL;

      if (part->n_articles % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (part->cancellable, &part->error))
        return FALSE;
      if (g_hash_table_size (part->rejected) > 0)
        rejected = g_hash_table_lookup (part->rejected, sqlite3_column_text (cursors[ARTICLES].statement, 1));
      if (!read_numbers (database, &cursors[ACTORS], key, part->actor_of, part->n_actor_keys, article->actors, &part->error) ||
          !read_numbers (database, &cursors[ISSUES], key, part->issue_of, part->n_issue_keys, article->issues, &part->error) ||
          !read_statements (database, &cursors[STATEMENTS], key, rejected, article, &part->error) ||
          !read_stances (database, &cursors[STANCES], key, article, part, &part->error))
        return FALSE;
      part->n_articles++;
      part->n_statements += article->statements->len;
      if (!step (database, cursors[ARTICLES].statement, &cursors[ARTICLES].row, &part->error))
        return FALSE;
    }
  return TRUE;
}

static void
put_u16 (guint8  *at,
         guint    value)
{
  at[0] = value & 0xff;
  at[1] = value >> 8 & 0xff;
}

static guint
get_u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static gboolean
pack_stance (const HearsayAnalysisStatement *statement,
             guint                           number,
             const HearsayAnalysisStance    *stance,
             guint8                          row[TIE_BYTES])
{
  gint64 holder = stance->holder >= 0 ? stance->holder : statement->speaker;
  HearsayPosition position = stance->sure ? stance->position : HEARSAY_POSITION_NEUTRAL;

  if (number >= NOBODY_PACKED || stance->target < 0 || stance->target >= NOBODY_PACKED || holder >= NOBODY_PACKED)
    return FALSE;
  memset (row, 0, TIE_BYTES);
  put_u16 (row, number);
  put_u16 (row + 2, MIN (statement->paragraph, 0xffff));
  put_u16 (row + 4, holder >= 0 ? (guint) holder : NOBODY_PACKED);
  put_u16 (row + 6, (guint) stance->target);
  put_u16 (row + 8, (guint) (guint16) statement->said_on.year);
  row[10] = statement->said_on.month;
  row[11] = statement->said_on.day;
  row[12] = statement->said_on.precision;
  row[13] = (guint8) position | (stance->target_is_issue ? IS_ISSUE : 0);
  return TRUE;
}

/**
 * hearsay_store_rows_write_ties:
 * @key: of the article's row
 *
 * Writes the article's stances once more, packed. An article of more than
 * 65,534 statements or actors goes without, and is read from its wide rows.
 */
gboolean
hearsay_store_rows_write_ties (HearsayDatabase        *database,
                               const HearsayAnalysis  *analysis,
                               gint64                  key,
                               GError                **error)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  guint8 head[HEAD_BYTES];
  sqlite3_stmt *insertion;
  gboolean done;

  g_return_val_if_fail (database != NULL && analysis != NULL, FALSE);

  if (!hearsay_database_run (database, error, "DELETE FROM ties WHERE article = ?1", "l", key))
    return FALSE;
  put_u16 (head, analysis->statements->len);
  put_u16 (head + 2, analysis->statements->len >> 16);
  g_byte_array_append (rows, head, sizeof head);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      for (guint k = 0; k < statement->n_stances; k++)
        {
          guint8 row[TIE_BYTES];

          if (!pack_stance (statement, i, hearsay_analysis_stance (analysis, statement->first_stance + k), row))
            return TRUE;
          g_byte_array_append (rows, row, sizeof row);
        }
    }
  insertion = hearsay_database_prepare (database, "INSERT INTO ties (article, rows) VALUES (?1, ?2)", error);
  if (insertion == NULL)
    return FALSE;
  sqlite3_bind_int64 (insertion, 1, key);
  sqlite3_bind_blob (insertion, 2, rows->data, (int) rows->len, SQLITE_STATIC);
  done = sqlite3_step (insertion) == SQLITE_DONE;
  if (!done)
    hearsay_database_set_error (database, error);
  sqlite3_reset (insertion);
  sqlite3_clear_bindings (insertion);
  return done;
}

static guint32
find_entity (const GArray *numbers,
             guint         number)
{
  return number < numbers->len ? g_array_index (numbers, guint32, number) : NOBODY;
}

/* The packed stances of one article. */
static void
unpack (Part          *part,
        const Article *article,
        const guint8  *rows,
        guint          n_bytes,
        GHashTable    *rejected)
{
  for (const guint8 *row = rows + HEAD_BYTES; row + TIE_BYTES <= rows + n_bytes; row += TIE_BYTES)
    {
      HearsayTie tie = {
        .statement = part->n_statements + get_u16 (row),
        .article = part->n_articles,
        .paragraph = get_u16 (row + 2),
        .holder = find_entity (article->actors, get_u16 (row + 4)),
        .target = find_entity (row[13] & IS_ISSUE ? article->issues : article->actors, get_u16 (row + 6)),
        .position = (HearsayPosition) MIN (row[13] & (IS_ISSUE - 1), HEARSAY_N_POSITIONS - 1),
        .said_on = { .year = (gint16) get_u16 (row + 8), .month = row[10], .day = row[11], .precision = row[12] },
      };

      if (tie.holder != NOBODY && tie.target != NOBODY &&
          (rejected == NULL || !g_hash_table_contains (rejected, GUINT_TO_POINTER (get_u16 (row)))))
        g_array_append_val (part->ties, tie);
    }
}

/* The article's issues: those that people made of them, where they did. */
static gboolean
read_packed_issues (HearsayDatabase *database,
                    Part            *part,
                    Cursor           cursors[N_CURSORS],
                    gint64           key,
                    Article         *article)
{
  Cursor *shown = &cursors[SHOWN];

  if (!skip_to (database, shown, key, &part->error))
    return FALSE;
  return read_numbers (database, is_at (shown, key) ? shown : &cursors[ISSUES], key, part->issue_of, part->n_issue_keys,
                       article->issues, &part->error);
}

/* As read_articles(), from what was packed when the articles were written. */
static gboolean
read_packed (HearsayDatabase *database,
             Part            *part,
             Cursor           cursors[N_CURSORS],
             Article         *article)
{
  Cursor *packed = &cursors[STANCES];

  while (packed->row)
    {
      gint64 key = sqlite3_column_int64 (packed->statement, 0);
      const guint8 *rows = sqlite3_column_blob (packed->statement, 1);
      guint n_bytes = (guint) sqlite3_column_bytes (packed->statement, 1);

      if (part->n_articles % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (part->cancellable, &part->error))
        return FALSE;
      if (!read_numbers (database, &cursors[ACTORS], key, part->actor_of, part->n_actor_keys, article->actors, &part->error) ||
          !read_packed_issues (database, part, cursors, key, article))
        return FALSE;
      if (rows != NULL && n_bytes >= HEAD_BYTES && !g_hash_table_contains (part->removed, &key))
        {
          unpack (part, article, rows, n_bytes, g_hash_table_lookup (part->rejected_numbers, &key));
          part->n_articles++;
          part->n_statements += get_u16 (rows) | get_u16 (rows + 2) << 16;
        }
      if (!step (database, packed->statement, &packed->row, &part->error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
read_part (gpointer data)
{
  Part *part = data;
  g_autoptr (HearsayDatabase) database = hearsay_database_open (part->path, &part->error);
  Cursor cursors[N_CURSORS] = { { NULL, FALSE } };
  Article article;

  if (database == NULL)
    return NULL;
  article.actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  article.issues = g_array_new (FALSE, FALSE, sizeof (guint32));
  article.statements = g_array_new (FALSE, FALSE, sizeof (Statement));
  if (open_cursors (database, part, cursors, &part->error))
    {
      if (part->packed)
        read_packed (database, part, cursors, &article);
      else
        read_articles (database, part, cursors, &article);
    }
  for (guint i = 0; i < N_CURSORS; i++)
    sqlite3_finalize (cursors[i].statement);
  g_array_unref (article.actors);
  g_array_unref (article.issues);
  g_array_unref (article.statements);
  return NULL;
}

/* Entities in the order of their keys, and the entity of each key. */
static gboolean
read_entities (HearsayDatabase *database,
               GArray          *entities,
               guint32        **actor_of,
               gint64          *n_actor_keys,
               guint32        **issue_of,
               gint64          *n_issue_keys,
               GError         **error)
{
  const char *const sql[] = {
    "SELECT key, id, name, kind, affiliation, colour FROM actors ORDER BY key",
    database->version >= HEARSAY_STORE_ISSUES_VERSION
      ? "SELECT key, id, name, NULL, NULL, NULL FROM issues WHERE state <> 'removed' ORDER BY key"
      : "SELECT key, id, name, NULL, NULL, NULL FROM issues ORDER BY key",
  };
  g_autoptr (GArray) affiliations = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  for (guint table = 0; table < G_N_ELEMENTS (sql); table++)
    {
      GArray *entity_of = g_array_new (FALSE, FALSE, sizeof (guint32));
      sqlite3_stmt *statement = hearsay_database_query (database, error, sql[table], "");
      gboolean done = statement != NULL;

      while (done && (done = step (database, statement, &row, error)) && row)
        {
          HearsayTieEntity entity = {
            .id = g_strdup ((const char *) sqlite3_column_text (statement, 1)),
            .name = g_strdup ((const char *) sqlite3_column_text (statement, 2)),
            .kind = g_strdup ((const char *) sqlite3_column_text (statement, 3)),
            .affiliation = -1,
            .colour = sqlite3_column_type (statement, 5) == SQLITE_NULL ? -1 : sqlite3_column_int (statement, 5),
          };
          gint64 affiliation = sqlite3_column_type (statement, 4) == SQLITE_NULL ? -1 : sqlite3_column_int64 (statement, 4);

          put_number (entity_of, sqlite3_column_int64 (statement, 0), entities->len);
          g_array_append_val (entities, entity);
          g_array_append_val (affiliations, affiliation);
        }
      if (statement != NULL)
        sqlite3_reset (statement);
      *(table == 0 ? n_actor_keys : n_issue_keys) = entity_of->len;
      *(table == 0 ? actor_of : issue_of) = (guint32 *) g_array_free (entity_of, FALSE);
      if (!done)
        return FALSE;
    }
  for (guint i = 0; i < entities->len; i++)
    {
      guint32 entity = look_up (*actor_of, *n_actor_keys, g_array_index (affiliations, gint64, i));

      g_array_index (entities, HearsayTieEntity, i).affiliation = entity != NOBODY ? (gint32) entity : -1;
    }
  return TRUE;
}

static gboolean
read_rejected (HearsayDatabase *database,
               GHashTable      *rejected,
               GError         **error)
{
  sqlite3_stmt *statement = hearsay_database_query (database, error,
                                                    "SELECT article_id, statement FROM decisions"
                                                    " WHERE status = 'rejected' AND statement IS NOT NULL", "");
  gboolean row = TRUE;
  gboolean done = statement != NULL;

  while (done && (done = step (database, statement, &row, error)) && row)
    {
      const char *id = (const char *) sqlite3_column_text (statement, 0);
      GHashTable *labels = g_hash_table_lookup (rejected, id);

      if (labels == NULL)
        {
          labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_hash_table_insert (rejected, g_strdup (id), labels);
        }
      g_hash_table_add (labels, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return done;
}

static gint64
ask_number (HearsayDatabase *database,
            const char      *sql)
{
  sqlite3_stmt *statement = hearsay_database_query (database, NULL, sql, "");
  gint64 number = statement != NULL && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;

  if (statement != NULL)
    sqlite3_reset (statement);
  return number;
}

/* What the packed stances do not say: articles that were removed, and the
 * numbers of statements that were rejected. Few, so that each may be looked up. */
static gboolean
read_exceptions (HearsayDatabase *database,
                 GHashTable      *removed,
                 GHashTable      *rejected_numbers,
                 GError         **error)
{
  static const char sql[] =
    "SELECT articles.key, statements.number FROM decisions"
    " JOIN articles ON articles.id = decisions.article_id"
    " JOIN statements ON statements.article = articles.key AND statements.label = decisions.statement"
    " WHERE decisions.status = 'rejected'";
  sqlite3_stmt *statement = hearsay_database_query (database, error, "SELECT key FROM articles WHERE removed", "");
  gboolean row = TRUE;
  gboolean done = statement != NULL;

  while (done && (done = step (database, statement, &row, error)) && row)
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      g_hash_table_add (removed, g_memdup2 (&key, sizeof key));
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  statement = done ? hearsay_database_query (database, error, sql, "") : NULL;
  done = statement != NULL;
  while (done && (done = step (database, statement, &row, error)) && row)
    {
      gint64 key = sqlite3_column_int64 (statement, 0);
      GHashTable *numbers = g_hash_table_lookup (rejected_numbers, &key);

      if (numbers == NULL)
        {
          numbers = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (rejected_numbers, g_memdup2 (&key, sizeof key), numbers);
        }
      g_hash_table_add (numbers, GUINT_TO_POINTER ((guint) sqlite3_column_int64 (statement, 1)));
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return done;
}

static gboolean
find_last_article (HearsayDatabase *database,
                   gint64          *last,
                   GError         **error)
{
  sqlite3_stmt *statement = hearsay_database_query (database, error, "SELECT coalesce(max(key), 0) FROM articles", "");
  gboolean row = FALSE;

  if (statement == NULL || !step (database, statement, &row, error))
    return FALSE;
  *last = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

static void
clear_entity (gpointer data)
{
  HearsayTieEntity *entity = data;

  g_free (entity->id);
  g_free (entity->name);
  g_free (entity->kind);
}

/* Reads all parts at once, and joins them in order. */
static HearsayTies *
read_parts (Part         *parts,
            guint         n_parts,
            GArray       *entities,
            GError      **error)
{
  HearsayTies *self = g_new0 (HearsayTies, 1);
  GArray *ties = parts[0].ties;
  g_autofree GThread **threads = g_new0 (GThread *, n_parts);

  for (guint i = 1; i < n_parts; i++)
    threads[i] = g_thread_new ("hearsay-ties", read_part, &parts[i]);
  read_part (&parts[0]);
  for (guint i = 1; i < n_parts; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < n_parts; i++)
    {
      for (guint k = 0; i > 0 && k < parts[i].ties->len; k++)
        {
          HearsayTie *tie = &g_array_index (parts[i].ties, HearsayTie, k);

          tie->statement += self->n_statements;
          tie->article += self->n_articles;
        }
      if (i > 0)
        g_array_append_vals (ties, parts[i].ties->data, parts[i].ties->len);
      self->n_statements += parts[i].n_statements;
      self->n_articles += parts[i].n_articles;
      if (parts[i].error != NULL && error != NULL && *error == NULL)
        g_propagate_error (error, g_steal_pointer (&parts[i].error));
    }
  self->n_ties = ties->len;
  self->ties = (HearsayTie *) g_array_free (g_array_ref (ties), FALSE);
  self->n_entities = entities->len;
  self->entities = (HearsayTieEntity *) g_array_free (g_array_ref (entities), FALSE);
  return self;
}

/**
 * hearsay_store_read_ties:
 * @path: a collection file
 * @n_threads: does not change the result
 *
 * Reads what networks are counted from straight from the file: neither texts
 * nor objects are made. Rejected statements and removed articles are left out,
 * and stances that are not sure are neutral, as in the window. Where every
 * article has its packed stances these are read, else the wide rows; the tables
 * are walked through side by side in the order in which they lie: O(rows).
 * Without the texts, words that several articles print count once an article.
 *
 * Returns: (transfer full) (nullable): the stances of the collection
 */
HearsayTies *
hearsay_store_read_ties (const char    *path,
                         guint          n_threads,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (HearsayDatabase) database = NULL;
  g_autoptr (GHashTable) rejected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (HearsayTieEntity));
  g_autoptr (GHashTable) removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) rejected_numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                                   (GDestroyNotify) g_hash_table_unref);
  g_autofree guint32 *actor_of = NULL;
  g_autofree guint32 *issue_of = NULL;
  gboolean packed;
  g_autofree Part *parts = NULL;
  g_autoptr (HearsayTies) ties = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 n_actor_keys = 0;
  gint64 n_issue_keys = 0;
  gint64 last = 0;

  g_return_val_if_fail (path != NULL, NULL);

  n_threads = CLAMP (n_threads, 1, 16);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
      return NULL;
    }
  database = hearsay_database_open (path, error);
  if (database == NULL ||
      !read_entities (database, entities, &actor_of, &n_actor_keys, &issue_of, &n_issue_keys, error) ||
      !read_rejected (database, rejected, error) || !read_exceptions (database, removed, rejected_numbers, error) ||
      !find_last_article (database, &last, error))
    {
      for (guint i = 0; i < entities->len; i++)
        clear_entity (&g_array_index (entities, HearsayTieEntity, i));
      return NULL;
    }
  packed = ask_number (database, "SELECT count(*) FROM ties") == ask_number (database, "SELECT count(*) FROM articles");
  parts = g_new0 (Part, n_threads);
  for (guint i = 0; i < n_threads; i++)
    {
      parts[i] = (Part) { path, actor_of, n_actor_keys, issue_of, n_issue_keys, rejected,
                          database->version >= HEARSAY_STORE_ISSUES_VERSION, packed, removed, rejected_numbers, cancellable };
      parts[i].first = i == 0 ? G_MININT64 : (last + 1) * i / n_threads;
      parts[i].end = i + 1 == n_threads ? G_MAXINT64 : (last + 1) * (i + 1) / n_threads;
      parts[i].ties = g_array_new (FALSE, FALSE, sizeof (HearsayTie));
    }
  ties = read_parts (parts, n_threads, entities, &failure);
  for (guint i = 0; i < n_threads; i++)
    {
      g_clear_error (&parts[i].error);
      g_array_unref (parts[i].ties);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&ties);
}

void
hearsay_ties_free (HearsayTies *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_entities; i++)
    clear_entity (&self->entities[i]);
  g_free (self->entities);
  g_free (self->ties);
  g_free (self);
}
