/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-rows.h"

static gboolean
write_aliases (HearsayDatabase  *database,
               HearsayActorRow  *actor,
               GError          **error)
{
  for (guint i = 0; actor->aliases != NULL && actor->aliases[i] != NULL; i++)
    if (!hearsay_store_rows_write_alias (database, actor->id, actor->aliases[i], error))
      return FALSE;
  return TRUE;
}

/**
 * hearsay_store_rows_write_actor:
 * @actor: whose affiliation is there already, or comes later with its own row
 *
 * Adds an actor, or brings what is known about it up to date.
 */
gboolean
hearsay_store_rows_write_actor (HearsayDatabase  *database,
                                HearsayActorRow  *actor,
                                GError          **error)
{
  g_return_val_if_fail (database != NULL && actor != NULL, FALSE);

  return hearsay_database_run (database, error,
                               "INSERT INTO actors (id, name, kind, short_name, role, affiliation, colour, kind_confidence)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, (SELECT key FROM actors WHERE id = ?6), ?7, ?8)"
                               " ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
                               " short_name = excluded.short_name, role = excluded.role, affiliation = excluded.affiliation,"
                               " colour = excluded.colour, kind_confidence = excluded.kind_confidence",
                               "ssssssxd", actor->id, actor->name,
                               hearsay_actor_kind_to_string (actor->kind), actor->short_name,
                               actor->role, actor->affiliation, actor->colour, actor->kind_confidence) &&
         hearsay_database_run (database, error,
                               "INSERT OR IGNORE INTO aliases (actor, name)"
                               " SELECT key, ?2 FROM actors WHERE id = ?1",
                               "ss", actor->id, actor->short_name) &&
         write_aliases (database, actor, error);
}

/* The index of an external table is told of the old words before they go. */
static gboolean
drop_from_search (HearsayDatabase  *database,
                  gint64            key,
                  GError          **error)
{
  return hearsay_database_run (database, error,
                               "INSERT INTO search (search, rowid, title, text)"
                               " SELECT 'delete', key, title, text FROM articles WHERE key = ?1",
                               "l", key);
}

static gboolean
drop_rows (HearsayDatabase  *database,
           gint64            key,
           GError          **error)
{
  static const char *const deletions[] = {
    "DELETE FROM article_actors WHERE article = ?1", "DELETE FROM article_issues WHERE article = ?1",
    "DELETE FROM mentions WHERE article = ?1",       "DELETE FROM statements WHERE article = ?1",
    "DELETE FROM contents WHERE article = ?1",       "DELETE FROM stances WHERE article = ?1",
    "DELETE FROM relations WHERE article = ?1",      "DELETE FROM times WHERE article = ?1",
    "DELETE FROM shown_issues WHERE article = ?1",   "DELETE FROM agreements WHERE article = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    {
      if (!hearsay_database_run (database, error, deletions[i], "l", key))
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_store_rows_find_article:
 * @id: an article's
 * @key: (out): its row; 0 where there is none
 *
 * Returns: whether the file could be asked
 */
gboolean
hearsay_store_rows_find_article (HearsayDatabase  *database,
                                 const char       *id,
                                 gint64           *key,
                                 GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (database != NULL && id != NULL && key != NULL, FALSE);

  *key = 0;
  statement = hearsay_database_query (database, error, "SELECT key FROM articles WHERE id = ?1", "s", id);
  if (statement == NULL)
    return FALSE;
  if (hearsay_database_step (database, statement, &local_error))
    *key = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The key of the article's row, which keeps its place when the article was there before. */
static gboolean
write_head (HearsayDatabase        *database,
            const HearsayAnalysis  *analysis,
            gint64                 *key,
            GError                **error)
{
  char published[HEARSAY_DATE_BUFFER];

  if (!hearsay_store_rows_find_article (database, analysis->id, key, error))
    return FALSE;
  if (*key != 0 && (!drop_from_search (database, *key, error) || !drop_rows (database, *key, error)))
    return FALSE;
  hearsay_date_format_full (analysis->published, published);
  if (!hearsay_database_run (database, error,
                             "INSERT INTO articles (id, source, title, byline, publisher, section, language,"
                             " published, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                             " ON CONFLICT (id) DO UPDATE SET source = excluded.source,"
                             " title = excluded.title, byline = excluded.byline,"
                             " publisher = excluded.publisher, section = excluded.section,"
                             " language = excluded.language, published = excluded.published,"
                             " text = excluded.text, removed = 0",
                             "sssssssss", analysis->id, analysis->source, analysis->title, analysis->byline,
                             analysis->publisher, analysis->section, analysis->language,
                             published[0] != '\0' ? published : NULL, analysis->text))
    return FALSE;
  if (*key == 0)
    *key = sqlite3_last_insert_rowid (database->handle);
  return hearsay_database_run (database, error,
                               "INSERT INTO search (rowid, title, text)"
                               " SELECT key, title, text FROM articles WHERE key = ?1",
                               "l", *key);
}

static gboolean
write_mentions (HearsayDatabase        *database,
                const HearsayAnalysis  *analysis,
                gint64                  key,
                gboolean                is_issue,
                guint                   entity,
                HearsaySpanRange        mentions,
                GError                **error)
{
  const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, mentions);

  for (guint i = 0; i < mentions.n; i++)
    {
      if (!hearsay_database_run (database, error,
                                 "INSERT INTO mentions (article, is_issue, entity, number, start, end)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                 "liuuuu", key, is_issue, entity, i, spans[i].start, spans[i].end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_actors (HearsayDatabase     *database,
              HearsayStoreRecord  *record,
              gint64               key,
              GError             **error)
{
  const HearsayAnalysis *analysis = record->analysis;

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const HearsayAnalysisActor *actor = hearsay_analysis_actor (analysis, i);

      if (!hearsay_database_run (database, error,
                                 "INSERT INTO article_actors (article, number, label, actor, name, role,"
                                 " role_start, role_end, affiliation, given) VALUES (?1, ?2, ?3,"
                                 " (SELECT key FROM actors WHERE id = ?4), ?5, ?6, ?7, ?8, ?9, ?10)",
                                 "lussssuuxi", key, i, actor->id,
                                 (const char *) g_ptr_array_index (record->actor_ids, i), actor->name,
                                 actor->role, actor->role_span.start, actor->role_span.end,
                                 actor->affiliation, actor->given != FALSE) ||
          !write_mentions (database, analysis, key, FALSE, i, actor->mentions, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_issues (HearsayDatabase     *database,
              HearsayStoreRecord  *record,
              gint64               key,
              GError             **error)
{
  const HearsayAnalysis *analysis = record->analysis;

  for (guint i = 0; i < analysis->issues->len; i++)
    {
      const HearsayAnalysisIssue *issue = hearsay_analysis_issue (analysis, i);

      if (!hearsay_database_run (database, error,
                                 "INSERT INTO article_issues (article, number, label, issue, name)"
                                 " VALUES (?1, ?2, ?3, (SELECT key FROM issues WHERE id = ?4), ?5)",
                                 "lusss", key, i, issue->id,
                                 (const char *) g_ptr_array_index (record->issue_ids, i), issue->name) ||
          !write_mentions (database, analysis, key, TRUE, i, issue->mentions, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_stances (HearsayDatabase                 *database,
               const HearsayAnalysis           *analysis,
               const HearsayAnalysisStatement  *statement,
               gint64                           key,
               guint                            number,
               GError                         **error)
{
  for (guint i = 0; i < statement->n_stances; i++)
    {
      const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, statement->first_stance + i);

      if (!hearsay_database_run (database, error,
                                 "INSERT INTO stances (article, statement, number, is_issue, target, holder,"
                                 " position, score, confidence, sure, evidence_start, evidence_end)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                                 "luuiixsddiuu", key, number, i, stance->target_is_issue != FALSE,
                                 stance->target, stance->holder,
                                 hearsay_position_to_string (stance->position), (double) stance->score,
                                 (double) stance->confidence, stance->sure != FALSE,
                                 stance->evidence.start, stance->evidence.end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_contents (HearsayDatabase                 *database,
                const HearsayAnalysis           *analysis,
                const HearsayAnalysisStatement  *statement,
                gint64                           key,
                guint                            number,
                GError                         **error)
{
  const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, statement->content);

  for (guint i = 0; i < statement->content.n; i++)
    {
      if (!hearsay_database_run (database, error,
                                 "INSERT INTO contents (article, statement, number, start, end)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5)",
                                 "luuuu", key, number, i, spans[i].start, spans[i].end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_statements (HearsayDatabase        *database,
                  const HearsayAnalysis  *analysis,
                  gint64                  key,
                  GError                **error)
{
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);
      char said_on[HEARSAY_DATE_BUFFER];

      hearsay_date_format_full (statement->said_on, said_on);
      if (!hearsay_database_run (database, error,
                                 "INSERT INTO statements (article, number, label, rule, speaker, parent, kind,"
                                 " source_start, source_end, cue_start, cue_end, said_on, said_on_basis,"
                                 " said_on_start, said_on_end, paragraph, confidence, antecedent_start,"
                                 " antecedent_end, resolved)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
                                 " ?16, ?17, ?18, ?19, ?20)",
                                 "lussxxsuuuussuuuduus", key, i, statement->id, statement->rule,
                                 statement->speaker, statement->parent,
                                 hearsay_statement_kind_to_string (statement->kind),
                                 statement->source.start, statement->source.end, statement->cue.start,
                                 statement->cue.end, said_on[0] != '\0' ? said_on : NULL,
                                 hearsay_basis_to_string ((HearsayBasis) statement->said_on.basis),
                                 statement->said_on_span.start, statement->said_on_span.end,
                                 statement->paragraph, (double) statement->confidence, statement->antecedent.start,
                                 statement->antecedent.end, hearsay_resolved_to_string (statement->resolved)) ||
          !write_contents (database, analysis, statement, key, i, error) ||
          !write_stances (database, analysis, statement, key, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_relations (HearsayDatabase        *database,
                 const HearsayAnalysis  *analysis,
                 gint64                  key,
                 GError                **error)
{
  for (guint i = 0; i < analysis->relations->len; i++)
    {
      const HearsayAnalysisRelation *relation = hearsay_analysis_relation (analysis, i);

      if (!hearsay_database_run (database, error,
                                 "INSERT INTO relations (article, number, holder, target, statement, position,"
                                 " score, confidence, sure, evidence_start, evidence_end, kind)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                                 "luiixsddiuus", key, i, relation->from, relation->to, relation->statement,
                                 hearsay_position_to_string (relation->position), (double) relation->score,
                                 (double) relation->confidence, relation->sure != FALSE,
                                 relation->evidence.start, relation->evidence.end,
                                 hearsay_relation_kind_to_string (relation->kind)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_agreements (HearsayDatabase        *database,
                  const HearsayAnalysis  *analysis,
                  gint64                  key,
                  GError                **error)
{
  for (guint i = 0; i < analysis->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *agreement = hearsay_analysis_agreement (analysis, i);

      if (!hearsay_database_run (database, error,
                                 "INSERT INTO agreements (article, number, holder, other, issue, same, sure, stated,"
                                 " evidence_start, evidence_end) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                 "luiixiiiuu", key, i, agreement->first, agreement->second, agreement->issue,
                                 agreement->same != FALSE, agreement->sure != FALSE, agreement->stated != FALSE,
                                 agreement->evidence.start, agreement->evidence.end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_times (HearsayDatabase        *database,
             const HearsayAnalysis  *analysis,
             gint64                  key,
             GError                **error)
{
  for (guint i = 0; i < analysis->times->len; i++)
    {
      const HearsayAnalysisTime *time = hearsay_analysis_time (analysis, i);

      if (!hearsay_database_run (database, error,
                                 "INSERT INTO times (article, number, start, end, type, value)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                 "luuuss", key, i, time->span.start, time->span.end, time->type, time->value))
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_store_rows_write_article:
 * @record: whose actors and issues are written already
 *
 * Writes an article with all that was found in it; what was found in the same
 * article before goes.
 */
gboolean
hearsay_store_rows_write_article (HearsayDatabase     *database,
                                  HearsayStoreRecord  *record,
                                  GError             **error)
{
  const HearsayAnalysis *analysis;
  gint64 key;

  g_return_val_if_fail (database != NULL && record != NULL, FALSE);

  analysis = record->analysis;
  return write_head (database, analysis, &key, error) &&
         write_actors (database, record, key, error) &&
         write_issues (database, record, key, error) &&
         write_statements (database, analysis, key, error) &&
         hearsay_store_rows_write_shown (database, record, key, error) &&
         write_relations (database, analysis, key, error) &&
         write_agreements (database, analysis, key, error) &&
         write_times (database, analysis, key, error);
}

/**
 * hearsay_store_rows_set_removed:
 *
 * A removed article stays in the file until the collection is opened again, so
 * that taking the removal back costs nothing.
 */
gboolean
hearsay_store_rows_set_removed (HearsayDatabase  *database,
                                const char       *article_id,
                                gboolean          removed,
                                GError          **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return hearsay_database_run (database, error, "UPDATE articles SET removed = ?2 WHERE id = ?1",
                               "si", article_id, removed != FALSE);
}

static gboolean
find_removed (HearsayDatabase  *database,
              gint64           *key,
              GError          **error)
{
  sqlite3_stmt *statement = hearsay_database_query (database, error,
                                                    "SELECT key FROM articles WHERE removed LIMIT 1", "");

  if (statement == NULL || !hearsay_database_step (database, statement, error))
    return FALSE;
  *key = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * hearsay_store_rows_purge:
 *
 * Deletes the articles that were removed for good.
 */
gboolean
hearsay_store_rows_purge (HearsayDatabase  *database,
                          GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 key;

  g_return_val_if_fail (database != NULL, FALSE);

  while (find_removed (database, &key, &local_error))
    {
      if (!drop_from_search (database, key, error) || !drop_rows (database, key, error) ||
          !hearsay_database_run (database, error, "DELETE FROM articles WHERE key = ?1", "l", key))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * hearsay_store_rows_write_decision:
 * @at: now, as ISO 8601 in UTC
 * @author: who decided
 *
 * Replaces the decision about the same words at the same place; the status
 * “suggested” takes it back.
 */
gboolean
hearsay_store_rows_write_decision (HearsayDatabase  *database,
                                   HearsayDecision  *decision,
                                   const char       *at,
                                   const char       *author,
                                   GError          **error)
{
  g_return_val_if_fail (database != NULL && decision != NULL, FALSE);

  if (!hearsay_database_run (database, error,
                             "DELETE FROM decisions WHERE article_id = ?1 AND start = ?2 AND end = ?3"
                             " AND words = ?4",
                             "suus", decision->article_id, decision->extent.start, decision->extent.end,
                             decision->words))
    return FALSE;
  if (decision->status == HEARSAY_STATUS_SUGGESTED)
    return TRUE;
  return hearsay_database_run (database, error,
                               "INSERT INTO decisions (article_id, statement, start, end, words, status,"
                               " decided_at, author) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                               "ssuussss", decision->article_id, decision->statement,
                               decision->extent.start, decision->extent.end, decision->words,
                               hearsay_status_to_string (decision->status), at, author);
}

/**
 * hearsay_store_rows_move_decision:
 * @decision: one that is written already
 *
 * Notes the statement that it holds for now; time and author stay.
 */
gboolean
hearsay_store_rows_move_decision (HearsayDatabase  *database,
                                  HearsayDecision  *decision,
                                  GError          **error)
{
  g_return_val_if_fail (database != NULL && decision != NULL, FALSE);

  return hearsay_database_run (database, error,
                               "UPDATE decisions SET statement = ?5 WHERE article_id = ?1 AND start = ?2"
                               " AND end = ?3 AND words = ?4",
                               "suuss", decision->article_id, decision->extent.start, decision->extent.end,
                               decision->words, decision->statement);
}

gboolean
hearsay_store_rows_write_log (HearsayDatabase  *database,
                              const char       *at,
                              const char       *author,
                              const char       *action,
                              const char       *subject,
                              const char       *detail,
                              GError          **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return hearsay_database_run (database, error,
                               "INSERT INTO log (at, author, action, subject, detail)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)",
                               "sssss", at, author, action, subject, detail);
}
