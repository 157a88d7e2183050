/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store-fixtures.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static const char *const persons[] = { "Ada Okafor", "Mira Solheim", "Wang Meiling", "Okafor", "Tom Reuter" };
static const char *const others[] = { "Ferry Board", "Norway", "Harbour analysts" };
static const char *const sentences[] = {
  "“The ferry will sail,” Ada Okafor said on Friday. ",
  "Mira Solheim criticised the Ferry Board over the delay… ",
  "Harbour analysts believe that Norway needs a new port. ",
  "Die Brücke wird geschlossen, so Wang Meiling. ",
};

static gint32
add_actor (HearsayAnalysis  *analysis,
           const char       *name,
           HearsayActorKind  kind,
           guint             seed)
{
  g_autofree char *id = g_strdup_printf ("a%u", analysis->actors->len + 1);
  HearsaySpan mentions[2] = { { seed % 17, seed % 17 + 4 }, { 30 + seed % 11, 36 + seed % 11 } };
  HearsayAnalysisActor actor = {
    .id = hearsay_analysis_intern (analysis, id),
    .name = hearsay_analysis_intern (analysis, name),
    .kind = kind,
    .role = seed % 3 == 0 ? "Minister" : NULL,
    .role_span = { seed % 5, seed % 5 + 3 },
    .affiliation = -1,
    .given = seed % 2 == 0,
    .mentions = hearsay_analysis_add_spans (analysis, mentions, 1 + seed % 2),
  };

  g_array_append_val (analysis->actors, actor);
  return (gint32) analysis->actors->len - 1;
}

static void
add_stance (HearsayAnalysis          *analysis,
            HearsayAnalysisStatement *statement,
            gint32                    target,
            gboolean                  is_issue,
            guint                     seed)
{
  HearsayAnalysisStance stance = {
    .target = target,
    .target_is_issue = is_issue,
    .holder = seed % 4 == 0 ? 0 : -1,
    .position = (HearsayPosition) (seed % HEARSAY_N_POSITIONS),
    .score = (float) (seed % 21) / 10.0f - 1.0f,
    .confidence = (float) (seed % 11) / 10.0f,
    .sure = seed % 3 != 0,
    .evidence = { statement->source.start, statement->source.end + 2 },
  };

  if (statement->n_stances == 0)
    statement->first_stance = analysis->stances->len;
  statement->n_stances++;
  g_array_append_val (analysis->stances, stance);
}

static void
add_statement (HearsayAnalysis *analysis,
               guint            n_actors,
               guint            seed)
{
  guint n = analysis->statements->len;
  g_autofree char *id = g_strdup_printf ("s%u", n + 1);
  HearsaySpan content[2] = { { n * 40, n * 40 + 12 + seed % 7 }, { n * 40 + 20, n * 40 + 30 } };
  HearsayAnalysisStatement statement = {
    .id = hearsay_analysis_intern (analysis, id),
    .rule = seed % 2 == 0 ? "cue-verb" : NULL,
    .speaker = seed % 7 == 0 ? -1 : (gint32) (seed % n_actors),
    .parent = n > 0 && seed % 5 == 0 ? (gint32) n - 1 : -1,
    .source = { n * 40 + 14, n * 40 + 18 },
    .antecedent = { seed % 3, seed % 3 + 2 },
    .resolved = (HearsayResolved) (seed % HEARSAY_N_RESOLVED),
    .cue = { n * 40 + 31, n * 40 + 35 },
    .content = hearsay_analysis_add_spans (analysis, content, 1 + seed % 2),
    .kind = (HearsayStatementKind) (seed % HEARSAY_N_STATEMENT_KINDS),
    .said_on_span = { n * 40 + 36, n * 40 + 39 },
    .paragraph = n / 2,
    .confidence = (float) (seed % 101) / 100.0f,
  };

  if (seed % 4 != 0)
    hearsay_date_parse_iso (seed % 4 == 1 ? "2021-W10" : "2021-03-08", &statement.said_on);
  statement.said_on.basis = (guint8) (seed % 4 != 0 ? HEARSAY_BASIS_WORDS : HEARSAY_BASIS_NONE);
  if (n_actors > 1)
    add_stance (analysis, &statement, (gint32) ((seed + 1) % n_actors), FALSE, seed);
  if (analysis->issues->len > 0)
    add_stance (analysis, &statement, 0, TRUE, seed / 3);
  g_array_append_val (analysis->statements, statement);
}

/* Invented articles in which everything occurs that can be stored. */
HearsayAnalysis *
make_analysis (const char *id,
               guint       seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  HearsayAnalysis *analysis;
  guint n_sentences = 4 + g_rand_int (rand) % 6;
  guint n_actors = 1 + g_rand_int (rand) % 4;
  HearsaySpan mention = { 4, 9 };
  HearsayAnalysisRelation relation = { .from = 0, .to = 0, .statement = -1, .score = 0.5f, .sure = TRUE };
  HearsayAnalysisAgreement agreement = { .first = 0, .issue = -1, .same = seed % 3 == 0, .sure = seed % 5 == 0, .stated = TRUE,
                                         .evidence = { 3, 9 } };
  HearsayAnalysisTime time = { .span = { 3, 8 }, .type = "DATE", .value = "2021-03-08" };

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, sentences[g_rand_int (rand) % G_N_ELEMENTS (sentences)]);
  analysis = hearsay_analysis_new (text->str, -1);
  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->title = seed % 3 != 0 ? "Ferry to sail" : NULL;
  analysis->publisher = "Coast Courier";
  analysis->language = "en";
  hearsay_date_parse_iso ("2021-03-09T08:15", &analysis->published);
  for (guint i = 0; i < n_actors; i++)
    add_actor (analysis, persons[(seed + i) % G_N_ELEMENTS (persons)], HEARSAY_ACTOR_PERSON, g_rand_int (rand));
  add_actor (analysis, others[0], HEARSAY_ACTOR_ORGANIZATION, g_rand_int (rand));
  add_actor (analysis, others[1], HEARSAY_ACTOR_COUNTRY, g_rand_int (rand));
  add_actor (analysis, others[2], HEARSAY_ACTOR_GROUP, g_rand_int (rand));
  hearsay_analysis_actor (analysis, 0)->affiliation = (gint32) n_actors;
  if (seed % 2 == 0)
    {
      HearsayAnalysisIssue issue = { .id = "i1", .name = "new port",
                                     .mentions = hearsay_analysis_add_spans (analysis, &mention, 1) };

      g_array_append_val (analysis->issues, issue);
    }
  for (guint i = 0; i < n_sentences; i++)
    add_statement (analysis, n_actors + 3, g_rand_int (rand));
  relation.to = (gint32) n_actors;
  relation.kind = (HearsayRelationKind) (seed % 3);
  g_array_append_val (analysis->relations, relation);
  agreement.second = (gint32) n_actors;
  if (analysis->issues->len > 0)
    {
      agreement.issue = 0;
      agreement.stated = FALSE;
    }
  g_array_append_val (analysis->agreements, agreement);
  g_array_append_val (analysis->times, time);
  return analysis;
}

static void
describe_stance (GString       *out,
                 HearsayStance *stance)
{
  HearsayActor *holder = hearsay_stance_get_holder (stance);
  HearsaySpan evidence = hearsay_stance_get_evidence (stance);

  g_string_append_printf (out, "    %s %s %d %g %g %d %u-%u\n", hearsay_stance_get_target_id (stance),
                          holder != NULL ? hearsay_actor_get_id (holder) : "-",
                          (int) hearsay_stance_get_position (stance), hearsay_stance_get_score (stance),
                          hearsay_stance_get_confidence (stance), hearsay_stance_get_sure (stance),
                          evidence.start, evidence.end);
}

static void
describe_statement (GString          *out,
                    HearsayStatement *statement)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  HearsayDate said_on = hearsay_statement_get_said_on (statement);
  HearsaySpan source = hearsay_statement_get_source (statement);
  HearsaySpan span = hearsay_statement_get_said_on_span (statement);
  char date[HEARSAY_DATE_BUFFER];

  g_string_append_printf (out, "  %s %s %d %u-%u “%s” “%s” %s %u %u-%u %u %g %d %s\n",
                          hearsay_statement_get_id (statement),
                          speaker != NULL ? hearsay_actor_get_id (speaker) : "-",
                          (int) hearsay_statement_get_kind (statement), source.start, source.end,
                          hearsay_statement_get_words (statement), hearsay_statement_get_cue_words (statement),
                          hearsay_date_format (said_on, date), said_on.basis, span.start, span.end,
                          hearsay_statement_get_paragraph (statement),
                          hearsay_statement_get_confidence (statement),
                          (int) hearsay_statement_get_status (statement), hearsay_statement_get_rule (statement));
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    describe_stance (out, hearsay_statement_peek_stance (statement, i));
}

static void
describe_relations (GString        *out,
                    HearsayArticle *article)
{
  guint n;
  const HearsayRelation *relations = hearsay_article_get_relations (article, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "  %s %s %s %s %d %d %d %u-%u\n", hearsay_actor_get_id (relations[i].from),
                            hearsay_relation_kind_to_string (relations[i].kind), hearsay_actor_get_id (relations[i].to),
                            relations[i].issue != NULL ? hearsay_issue_get_id (relations[i].issue) : "-", (int) relations[i].position,
                            relations[i].sure, relations[i].stated, relations[i].evidence.start, relations[i].evidence.end);
}

static void
describe_article (GString        *out,
                  HearsayArticle *article)
{
  GListModel *statements = hearsay_article_get_statements (article);
  guint n_mentions;
  const HearsayMention *mentions = hearsay_article_get_mentions (article, &n_mentions);
  char date[HEARSAY_DATE_BUFFER];

  g_string_append_printf (out, "%s %s %s %s %s\n%s\n", hearsay_article_get_id (article),
                          hearsay_article_get_title (article), hearsay_article_get_publisher (article),
                          hearsay_article_get_language (article),
                          hearsay_date_format (hearsay_article_get_published (article), date),
                          hearsay_article_get_text (article));
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      describe_statement (out, statement);
    }
  for (guint i = 0; i < n_mentions; i++)
    g_string_append_printf (out, "  %u-%u %s\n", mentions[i].span.start, mentions[i].span.end,
                            HEARSAY_IS_ISSUE (mentions[i].entity) ? hearsay_issue_get_id (mentions[i].entity)
                                                                  : hearsay_actor_get_id (mentions[i].entity));
  describe_relations (out, article);
}

/* All that the collection holds, as text. */
char *
describe (HearsayCollection *collection)
{
  GString *out = g_string_new (NULL);
  GListModel *actors = hearsay_collection_get_actors (collection);
  GListModel *issues = hearsay_collection_get_issues (collection);
  GListModel *articles = hearsay_collection_get_articles (collection);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);
      HearsayActor *affiliation = hearsay_actor_get_affiliation (actor);

      g_string_append_printf (out, "%s %s %s %s %d %s %s %d %u\n", hearsay_actor_get_id (actor),
                              hearsay_actor_get_name (actor), hearsay_actor_get_short_name (actor),
                              hearsay_actor_get_initials (actor), (int) hearsay_actor_get_kind (actor),
                              hearsay_actor_get_role (actor),
                              affiliation != NULL ? hearsay_actor_get_id (affiliation) : "-",
                              hearsay_actor_get_colour (actor), hearsay_actor_get_n_statements (actor));
    }
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (HearsayIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (out, "%s %s\n", hearsay_issue_get_id (issue), hearsay_issue_get_name (issue));
    }
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);

      describe_article (out, article);
    }
  return g_string_free (out, FALSE);
}

static void
describe_spans (GString         *out,
                HearsayAnalysis *analysis,
                HearsaySpanRange range)
{
  const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, range);

  for (guint i = 0; i < range.n; i++)
    g_string_append_printf (out, " %u-%u", spans[i].start, spans[i].end);
  g_string_append_c (out, '\n');
}

/* What of an analysis is not in the objects as well. */
char *
describe_analysis (HearsayAnalysis *analysis)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const HearsayAnalysisActor *actor = hearsay_analysis_actor (analysis, i);

      g_string_append_printf (out, "%s %s %s %d %d %u-%u %d", actor->id, actor->name, actor->role, (int) actor->kind,
                              actor->given, actor->role_span.start, actor->role_span.end, actor->affiliation);
      describe_spans (out, analysis, actor->mentions);
    }
  for (guint i = 0; i < analysis->issues->len; i++)
    {
      const HearsayAnalysisIssue *issue = hearsay_analysis_issue (analysis, i);

      g_string_append_printf (out, "%s %s", issue->id, issue->name);
      describe_spans (out, analysis, issue->mentions);
    }
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      g_string_append_printf (out, "%s %s %d %d %s %u-%u", statement->id, statement->rule, statement->speaker,
                              statement->parent, hearsay_resolved_to_string (statement->resolved), statement->antecedent.start,
                              statement->antecedent.end);
      describe_spans (out, analysis, statement->content);
    }
  for (guint i = 0; i < analysis->relations->len; i++)
    {
      const HearsayAnalysisRelation *relation = hearsay_analysis_relation (analysis, i);

      g_string_append_printf (out, "%d %d %d %s %d %g %d\n", relation->from, relation->to, relation->statement,
                              hearsay_relation_kind_to_string (relation->kind), (int) relation->position, (double) relation->score,
                              relation->sure);
    }
  for (guint i = 0; i < analysis->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *agreement = hearsay_analysis_agreement (analysis, i);

      g_string_append_printf (out, "%d %d %d %d %d %d %u-%u\n", agreement->first, agreement->second, agreement->issue, agreement->same,
                              agreement->sure, agreement->stated, agreement->evidence.start, agreement->evidence.end);
    }
  for (guint i = 0; i < analysis->times->len; i++)
    {
      const HearsayAnalysisTime *time = hearsay_analysis_time (analysis, i);

      g_string_append_printf (out, "%u-%u %s %s\n", time->span.start, time->span.end, time->type, time->value);
    }
  return g_string_free (out, FALSE);
}

/* Makes a collection file one of an older version: what came since is not there. */
void
make_older (const char *path,
            int         version)
{
  static const char *const sql[] = {
    "",
    "DROP TABLE identities;",
    "DROP TABLE ties;",
    "ALTER TABLE statements DROP COLUMN antecedent_start; ALTER TABLE statements DROP COLUMN antecedent_end;"
    " ALTER TABLE statements DROP COLUMN resolved;",
    "ALTER TABLE actors DROP COLUMN kind_confidence;",
    "ALTER TABLE issues DROP COLUMN state; DROP TABLE issue_wordings; DROP TABLE shown_issues;",
    "ALTER TABLE relations DROP COLUMN kind; DROP TABLE agreements;",
  };
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *handle = NULL;

  g_assert_cmpint (HEARSAY_STORE_SCHEMA_VERSION, ==, G_N_ELEMENTS (sql));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (int i = (int) G_N_ELEMENTS (sql) - 1; i >= version; i--)
    g_assert_cmpint (sqlite3_exec (handle, sql[i], NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, mark, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("hearsay-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

HearsayStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  HearsayStore *store = hearsay_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
close_store (HearsayStore *store)
{
  g_autoptr (GError) error = NULL;

  hearsay_store_flush (store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);
}

HearsayStatement *
get_statement (HearsayStore *store,
               const char   *id)
{
  HearsayStatement *statement =
    hearsay_collection_find_statement (hearsay_store_get_collection (store), id);

  g_assert_nonnull (statement);
  return statement;
}

HearsayArticle *
get_article (HearsayStore *store,
             const char   *id)
{
  HearsayArticle *article = hearsay_collection_find_article (hearsay_store_get_collection (store), id);

  g_assert_nonnull (article);
  return article;
}

void
add_made_article (HearsayStore *store,
                  const char   *id,
                  guint         seed)
{
  g_autoptr (HearsayAnalysis) analysis = make_analysis (id, seed);

  g_assert_true (hearsay_store_add_analysis (store, analysis) == get_article (store, id));
}

void
add_made_articles (HearsayStore *store,
                   guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);

      add_made_article (store, id, i);
    }
}
