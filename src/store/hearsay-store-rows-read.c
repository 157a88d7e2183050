/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-rows.h"
#include "store/hearsay-store.h"

#include <string.h>

/* Everything here may come from a damaged or foreign file: whatever does not fit is left out. Lists
 * hold what could be read, also when there is an error. */

static char *
dup_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  return g_utf8_make_valid (text, -1);
}

static guint32
read_offset (sqlite3_stmt *statement,
             int           column)
{
  gint64 value = sqlite3_column_int64 (statement, column);

  return (guint32) CLAMP (value, 0, (gint64) G_MAXUINT32);
}

static HearsaySpan
read_span (sqlite3_stmt *statement,
           int           column)
{
  return (HearsaySpan) { read_offset (statement, column), read_offset (statement, column + 1) };
}

/* An index below @n, or -1. */
static gint32
read_index (sqlite3_stmt *statement,
            int           column,
            guint         n)
{
  gint64 value = sqlite3_column_int64 (statement, column);

  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER || value < 0 || value >= n)
    return -1;
  return (gint32) value;
}

static HearsayPosition
read_position (sqlite3_stmt *statement,
               int           column)
{
  HearsayPosition position = HEARSAY_POSITION_NEUTRAL;

  hearsay_position_parse ((const char *) sqlite3_column_text (statement, column), &position);
  return position;
}

static const char *
intern_text (HearsayAnalysis *analysis,
             sqlite3_stmt    *statement,
             int              column)
{
  g_autofree char *text = dup_text (statement, column);

  return hearsay_analysis_intern (analysis, text);
}

static gboolean
finish (GError  *local_error,
        GError **error)
{
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * hearsay_store_rows_read_actors:
 *
 * Returns: (transfer full) (element-type HearsayActorRow) (nullable): all actors, in the order they came
 */
GPtrArray *
hearsay_store_rows_read_actors (HearsayDatabase  *database,
                                GError          **error)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_actor_row_free);
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT actors.id, actors.name, actors.kind, actors.short_name, actors.role,"
                            " others.id, actors.colour, actors.kind_confidence FROM actors"
                            " LEFT JOIN actors AS others ON others.key = actors.affiliation"
                            " ORDER BY actors.key", "");

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, &local_error))
    {
      g_autoptr (HearsayActorRow) actor = g_new0 (HearsayActorRow, 1);

      actor->id = dup_text (statement, 0);
      actor->name = dup_text (statement, 1);
      actor->short_name = dup_text (statement, 3);
      actor->role = dup_text (statement, 4);
      actor->affiliation = dup_text (statement, 5);
      actor->colour = read_index (statement, 6, G_MAXINT32);
      actor->kind_confidence = CLAMP (sqlite3_column_double (statement, 7), 0.0, 1.0);
      if (actor->id != NULL && actor->name != NULL && actor->short_name != NULL &&
          hearsay_actor_kind_parse ((const char *) sqlite3_column_text (statement, 2), &actor->kind))
        g_ptr_array_add (actors, g_steal_pointer (&actor));
    }
  finish (local_error, error);
  return g_steal_pointer (&actors);
}

/**
 * hearsay_store_rows_read_decisions:
 *
 * Returns: (transfer full) (element-type HearsayDecision) (nullable): all that was decided
 */
GPtrArray *
hearsay_store_rows_read_decisions (HearsayDatabase  *database,
                                   GError          **error)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_decision_free);
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT article_id, statement, start, end, words, status FROM decisions"
                            " ORDER BY key", "");

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, &local_error))
    {
      g_autoptr (HearsayDecision) decision = g_new0 (HearsayDecision, 1);

      decision->article_id = dup_text (statement, 0);
      decision->statement = dup_text (statement, 1);
      decision->extent = read_span (statement, 2);
      decision->words = dup_text (statement, 4);
      if (decision->article_id != NULL && decision->words != NULL &&
          hearsay_status_parse ((const char *) sqlite3_column_text (statement, 5), &decision->status))
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
    }
  finish (local_error, error);
  return g_steal_pointer (&decisions);
}

/**
 * hearsay_store_rows_read_keys:
 *
 * What can be read of them, when the file is damaged.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): keys of the articles, in the order they came
 */
GArray *
hearsay_store_rows_read_keys (HearsayDatabase  *database,
                              GError          **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement =
    hearsay_database_query (database, error, "SELECT key FROM articles WHERE NOT removed ORDER BY key", "");

  if (statement == NULL)
    return NULL;
  while (hearsay_database_step (database, statement, error))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);

      g_array_append_val (keys, key);
    }
  return g_steal_pointer (&keys);
}

static HearsayStoreRecord *
read_head (HearsayDatabase  *database,
           gint64            key,
           GError          **error)
{
  g_autoptr (HearsayAnalysis) analysis = NULL;
  g_autofree char *text = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT id, source, title, byline, publisher, section, language, published, text"
                            " FROM articles WHERE key = ?1", "l", key);

  if (statement == NULL || !hearsay_database_step (database, statement, error))
    return NULL;
  text = dup_text (statement, 8);
  if (text == NULL || sqlite3_column_type (statement, 0) == SQLITE_NULL)
    {
      sqlite3_reset (statement);
      return NULL;
    }
  analysis = hearsay_analysis_new (text, -1);
  analysis->id = intern_text (analysis, statement, 0);
  analysis->source = intern_text (analysis, statement, 1);
  analysis->title = intern_text (analysis, statement, 2);
  analysis->byline = intern_text (analysis, statement, 3);
  analysis->publisher = intern_text (analysis, statement, 4);
  analysis->section = intern_text (analysis, statement, 5);
  analysis->language = intern_text (analysis, statement, 6);
  hearsay_date_parse_iso ((const char *) sqlite3_column_text (statement, 7), &analysis->published);
  sqlite3_reset (statement);
  return hearsay_store_record_new (analysis);
}

static gboolean
read_actors (HearsayDatabase     *database,
             HearsayStoreRecord  *record,
             gint64               key,
             GError             **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT label, actors.id, article_actors.name, article_actors.role, role_start,"
                            " role_end, article_actors.affiliation, given, actors.kind, actors.kind_confidence"
                            " FROM article_actors JOIN actors ON actors.key = actor"
                            " WHERE article = ?1 ORDER BY number", "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayAnalysisActor actor = {
        .id = intern_text (record->analysis, statement, 0),
        .name = intern_text (record->analysis, statement, 2),
        .role = intern_text (record->analysis, statement, 3),
        .role_span = read_span (statement, 4),
        .affiliation = read_index (statement, 6, G_MAXINT32),
        .given = sqlite3_column_int (statement, 7) != 0,
        .kind_confidence = (float) CLAMP (sqlite3_column_double (statement, 9), 0.0, 1.0),
      };

      hearsay_actor_kind_parse ((const char *) sqlite3_column_text (statement, 8), &actor.kind);
      g_array_append_val (record->analysis->actors, actor);
      g_ptr_array_add (record->actor_ids, dup_text (statement, 1));
    }
  return finish (local_error, error);
}

static gboolean
read_issues (HearsayDatabase     *database,
             HearsayStoreRecord  *record,
             gint64               key,
             GError             **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT label, issues.id, article_issues.name FROM article_issues"
                            " JOIN issues ON issues.key = issue WHERE article = ?1 ORDER BY number",
                            "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayAnalysisIssue issue = {
        .id = intern_text (record->analysis, statement, 0),
        .name = intern_text (record->analysis, statement, 2),
      };

      g_array_append_val (record->analysis->issues, issue);
      g_ptr_array_add (record->issue_ids, dup_text (statement, 1));
    }
  return finish (local_error, error);
}

static HearsaySpanRange *
find_mentions (HearsayAnalysis *analysis,
               gboolean         is_issue,
               gint64           entity)
{
  if (entity < 0 || entity >= (is_issue ? analysis->issues->len : analysis->actors->len))
    return NULL;
  return is_issue ? &hearsay_analysis_issue (analysis, entity)->mentions
                  : &hearsay_analysis_actor (analysis, entity)->mentions;
}

static gboolean
read_mentions (HearsayDatabase  *database,
               HearsayAnalysis  *analysis,
               gint64            key,
               GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT is_issue, entity, start, end FROM mentions WHERE article = ?1"
                            " ORDER BY is_issue, entity, number", "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsaySpan span = read_span (statement, 2);
      HearsaySpanRange *range = find_mentions (analysis, sqlite3_column_int (statement, 0) != 0,
                                               sqlite3_column_int64 (statement, 1));

      if (range == NULL)
        continue;
      if (range->n == 0)
        range->first = analysis->spans->len;
      range->n++;
      g_array_append_val (analysis->spans, span);
    }
  return finish (local_error, error);
}

#define STATEMENT_COLUMNS \
  "label, rule, speaker, parent, kind, source_start, source_end, cue_start, cue_end, said_on, said_on_basis," \
  " said_on_start, said_on_end, paragraph, confidence"

static gboolean
read_statements (HearsayDatabase  *database,
                 HearsayAnalysis  *analysis,
                 gint64            key,
                 GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            database->version >= 4
                              ? "SELECT " STATEMENT_COLUMNS ", antecedent_start, antecedent_end, resolved FROM statements"
                                " WHERE article = ?1 ORDER BY number"
                              : "SELECT " STATEMENT_COLUMNS ", 0, 0, NULL FROM statements WHERE article = ?1 ORDER BY number",
                            "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayAnalysisStatement found = {
        .id = intern_text (analysis, statement, 0),
        .rule = intern_text (analysis, statement, 1),
        .speaker = read_index (statement, 2, analysis->actors->len),
        .parent = read_index (statement, 3, G_MAXINT32),
        .source = read_span (statement, 5),
        .cue = read_span (statement, 7),
        .said_on_span = read_span (statement, 11),
        .paragraph = read_offset (statement, 13),
        .confidence = (float) sqlite3_column_double (statement, 14),
      };
      HearsayBasis basis = HEARSAY_BASIS_NONE;

      found.antecedent = read_span (statement, 15);
      hearsay_resolved_parse ((const char *) sqlite3_column_text (statement, 17), &found.resolved);
      hearsay_statement_kind_parse ((const char *) sqlite3_column_text (statement, 4), &found.kind);
      hearsay_date_parse_iso ((const char *) sqlite3_column_text (statement, 9), &found.said_on);
      hearsay_basis_parse ((const char *) sqlite3_column_text (statement, 10), &basis);
      found.said_on.basis = (guint8) basis;
      g_array_append_val (analysis->statements, found);
    }
  return finish (local_error, error);
}

static gboolean
read_contents (HearsayDatabase  *database,
               HearsayAnalysis  *analysis,
               gint64            key,
               GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT statement, start, end FROM contents WHERE article = ?1"
                            " ORDER BY statement, number", "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsaySpan span = read_span (statement, 1);
      gint32 index = read_index (statement, 0, analysis->statements->len);
      HearsaySpanRange *range;

      if (index < 0)
        continue;
      range = &hearsay_analysis_statement (analysis, index)->content;
      if (range->n == 0)
        range->first = analysis->spans->len;
      range->n++;
      g_array_append_val (analysis->spans, span);
    }
  return finish (local_error, error);
}

static gboolean
read_stances (HearsayDatabase  *database,
              HearsayAnalysis  *analysis,
              gint64            key,
              GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT statement, is_issue, target, holder, position, score, confidence, sure,"
                            " evidence_start, evidence_end FROM stances WHERE article = ?1"
                            " ORDER BY statement, number", "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      gboolean is_issue = sqlite3_column_int (statement, 1) != 0;
      gint32 index = read_index (statement, 0, analysis->statements->len);
      HearsayAnalysisStance stance = {
        .target = read_index (statement, 2, is_issue ? analysis->issues->len : analysis->actors->len),
        .target_is_issue = is_issue,
        .holder = read_index (statement, 3, analysis->actors->len),
        .position = read_position (statement, 4),
        .score = (float) sqlite3_column_double (statement, 5),
        .confidence = (float) sqlite3_column_double (statement, 6),
        .sure = sqlite3_column_int (statement, 7) != 0,
        .evidence = read_span (statement, 8),
      };
      HearsayAnalysisStatement *owner;

      if (index < 0 || stance.target < 0)
        continue;
      owner = hearsay_analysis_statement (analysis, index);
      if (owner->n_stances == 0)
        owner->first_stance = analysis->stances->len;
      owner->n_stances++;
      g_array_append_val (analysis->stances, stance);
    }
  return finish (local_error, error);
}

#define RELATION_COLUMNS "holder, target, statement, position, score, confidence, sure, evidence_start, evidence_end"

static gboolean
read_relations (HearsayDatabase  *database,
                HearsayAnalysis  *analysis,
                gint64            key,
                GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            database->version >= HEARSAY_STORE_AGREEMENTS_VERSION
                              ? "SELECT " RELATION_COLUMNS ", kind FROM relations WHERE article = ?1 ORDER BY number"
                              : "SELECT " RELATION_COLUMNS ", NULL FROM relations WHERE article = ?1 ORDER BY number",
                            "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayAnalysisRelation relation = {
        .from = read_index (statement, 0, analysis->actors->len),
        .to = read_index (statement, 1, analysis->actors->len),
        .statement = read_index (statement, 2, analysis->statements->len),
        .position = read_position (statement, 3),
        .score = (float) sqlite3_column_double (statement, 4),
        .confidence = (float) sqlite3_column_double (statement, 5),
        .sure = sqlite3_column_int (statement, 6) != 0,
        .evidence = read_span (statement, 7),
      };

      hearsay_relation_kind_parse ((const char *) sqlite3_column_text (statement, 9), &relation.kind);
      if (relation.from >= 0 && relation.to >= 0)
        g_array_append_val (analysis->relations, relation);
    }
  return finish (local_error, error);
}

static gboolean
read_agreements (HearsayDatabase  *database,
                 HearsayAnalysis  *analysis,
                 gint64            key,
                 GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement;

  if (database->version < HEARSAY_STORE_AGREEMENTS_VERSION)
    return TRUE;
  statement = hearsay_database_query (database, error,
                                      "SELECT holder, other, issue, same, sure, stated, evidence_start, evidence_end"
                                      " FROM agreements WHERE article = ?1 ORDER BY number", "l", key);
  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayAnalysisAgreement agreement = {
        .first = read_index (statement, 0, analysis->actors->len),
        .second = read_index (statement, 1, analysis->actors->len),
        .issue = read_index (statement, 2, analysis->issues->len),
        .same = sqlite3_column_int (statement, 3) != 0,
        .sure = sqlite3_column_int (statement, 4) != 0,
        .stated = sqlite3_column_int (statement, 5) != 0,
        .evidence = read_span (statement, 6),
      };

      if (agreement.first >= 0 && agreement.second >= 0 && (agreement.issue >= 0 || agreement.stated))
        g_array_append_val (analysis->agreements, agreement);
    }
  return finish (local_error, error);
}

static gboolean
read_times (HearsayDatabase  *database,
            HearsayAnalysis  *analysis,
            gint64            key,
            GError          **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *statement =
    hearsay_database_query (database, error,
                            "SELECT start, end, type, value FROM times WHERE article = ?1 ORDER BY number",
                            "l", key);

  if (statement == NULL)
    return FALSE;
  while (hearsay_database_step (database, statement, &local_error))
    {
      HearsayAnalysisTime time = {
        .span = read_span (statement, 0),
        .type = intern_text (analysis, statement, 2),
        .value = intern_text (analysis, statement, 3),
      };

      if (time.type != NULL && time.value != NULL)
        g_array_append_val (analysis->times, time);
    }
  return finish (local_error, error);
}

/* Indices that could only be checked once everything was there. */
static void
check_references (HearsayAnalysis *analysis)
{
  for (guint i = 0; i < analysis->actors->len; i++)
    {
      HearsayAnalysisActor *actor = hearsay_analysis_actor (analysis, i);

      if (actor->affiliation >= (gint32) analysis->actors->len)
        actor->affiliation = -1;
    }
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      if (statement->parent >= (gint32) analysis->statements->len)
        statement->parent = -1;
    }
}

/**
 * hearsay_store_rows_read_article:
 * @key: one of hearsay_store_rows_read_keys()
 *
 * Returns: (transfer full) (nullable): the article with all that was found in it
 */
HearsayStoreRecord *
hearsay_store_rows_read_article (HearsayDatabase  *database,
                                 gint64            key,
                                 GError          **error)
{
  g_autoptr (HearsayStoreRecord) record = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  record = read_head (database, key, error);
  if (record == NULL ||
      !read_actors (database, record, key, error) ||
      !read_issues (database, record, key, error) ||
      !read_mentions (database, record->analysis, key, error) ||
      !read_statements (database, record->analysis, key, error) ||
      !read_contents (database, record->analysis, key, error) ||
      !read_stances (database, record->analysis, key, error) ||
      !read_relations (database, record->analysis, key, error) ||
      !read_agreements (database, record->analysis, key, error) ||
      !read_times (database, record->analysis, key, error))
    return NULL;
  check_references (record->analysis);
  return g_steal_pointer (&record);
}
