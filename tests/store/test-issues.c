/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "model/hearsay-issue-tally.h"
#include "model/hearsay-wording-key.h"
#include "store-fixtures.h"
#include "store/hearsay-store-network.h"

/* What somebody says, and what the machine finds in it: an issue by words of @content, with a position. */
typedef struct
{
  const char *speaker;
  const char *content;
  const char *issue;
  const char *mention;
  HearsayPosition position;
} Said;

#define SUPPORT HEARSAY_POSITION_SUPPORT
#define OPPOSE HEARSAY_POSITION_OPPOSE
#define NEUTRAL HEARSAY_POSITION_NEUTRAL

static gint32
find_actor (HearsayAnalysis *analysis,
            const char      *name)
{
  HearsayAnalysisActor actor = { .name = name, .kind = HEARSAY_ACTOR_PERSON, .affiliation = -1 };
  g_autofree char *label = g_strdup_printf ("a%u", analysis->actors->len + 1);

  for (guint i = 0; i < analysis->actors->len; i++)
    if (strcmp (hearsay_analysis_actor (analysis, i)->name, name) == 0)
      return (gint32) i;
  actor.id = hearsay_analysis_intern (analysis, label);
  g_array_append_val (analysis->actors, actor);
  return (gint32) analysis->actors->len - 1;
}

static gint32
find_issue (HearsayAnalysis *analysis,
            const char      *name)
{
  g_autofree char *label = g_strdup_printf ("i%u", analysis->issues->len + 1);
  HearsayAnalysisIssue issue = { .name = name };

  for (guint i = 0; i < analysis->issues->len; i++)
    if (strcmp (hearsay_analysis_issue (analysis, i)->name, name) == 0)
      return (gint32) i;
  issue.id = hearsay_analysis_intern (analysis, label);
  g_array_append_val (analysis->issues, issue);
  return (gint32) analysis->issues->len - 1;
}

/* All letters of the texts here are ASCII: bytes are code points. */
static HearsaySpan
locate (HearsayAnalysis *analysis,
        const char      *words,
        guint32          from)
{
  const char *at = strstr (analysis->text + from, words);

  g_assert_nonnull (at);
  return (HearsaySpan) { (guint32) (at - analysis->text), (guint32) (at - analysis->text + strlen (words)) };
}

static void
add_said (HearsayAnalysis *analysis,
          const Said      *said,
          guint            n,
          guint32         *from)
{
  g_autofree char *label = g_strdup_printf ("s%u", n + 1);
  HearsaySpan content = locate (analysis, said->content, *from);
  HearsayAnalysisStatement statement = {
    .id = hearsay_analysis_intern (analysis, label),
    .speaker = find_actor (analysis, said->speaker),
    .parent = -1,
    .content = hearsay_analysis_add_spans (analysis, &content, 1),
    .confidence = 1.0f,
    .first_stance = analysis->stances->len,
  };

  if (said->issue != NULL)
    {
      HearsayAnalysisStance stance = {
        .target = find_issue (analysis, said->issue), .target_is_issue = TRUE, .holder = -1, .position = said->position,
        .score = 0.5f, .confidence = 0.9f, .sure = TRUE, .evidence = locate (analysis, said->mention, content.start),
      };

      statement.n_stances = 1;
      g_array_append_val (analysis->stances, stance);
    }
  g_array_append_val (analysis->statements, statement);
  *from = content.end;
}

/* Each issue's mentions lie together, as the engine leaves them. */
static void
add_mentions (HearsayAnalysis *analysis,
              const Said      *said,
              guint            n)
{
  for (guint i = 0; i < analysis->issues->len; i++)
    {
      HearsayAnalysisIssue *issue = hearsay_analysis_issue (analysis, i);
      guint32 first = analysis->spans->len;

      for (guint k = 0; k < n; k++)
        if (said[k].issue != NULL && strcmp (said[k].issue, issue->name) == 0)
          g_array_append_val (analysis->spans,
                              hearsay_analysis_stance (analysis, hearsay_analysis_statement (analysis, k)->first_stance)->evidence);
      issue->mentions = (HearsaySpanRange) { first, analysis->spans->len - first };
    }
}

static void
add_article (HearsayStore *store,
             const char   *id,
             const Said   *said,
             guint         n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HearsayAnalysis) analysis = NULL;
  guint32 from = 0;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s said %s. ", said[i].speaker, said[i].content);
  analysis = hearsay_analysis_new (text->str, -1);
  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->language = "en";
  for (guint i = 0; i < n; i++)
    add_said (analysis, &said[i], i, &from);
  add_mentions (analysis, said, n);
  hearsay_store_add_analysis (store, analysis);
}

static const Said council[] = {
  { "Ada Okafor", "the ferry toll is unfair to islanders", "ferry toll", "ferry toll", OPPOSE },
  { "Tom Reuter", "the crossing fee pays for the boats", "crossing fee", "crossing fee", SUPPORT },
  { "Ada Okafor", "the harbour bridge must be built", "harbour bridge", "harbour bridge", SUPPORT },
};

static const Said later[] = {
  { "Mira Solheim", "ferry tolls keep tourists away", "ferry tolls", "ferry tolls", OPPOSE },
  { "Mira Solheim", "night ferries would help the fishermen", NULL, NULL, NEUTRAL },
};

static HearsayIssue *
get_issue (HearsayStore *store,
           const char   *name)
{
  g_autoptr (HearsayIssueTally) tally = hearsay_issue_tally_new (hearsay_store_get_collection (store));
  g_autoptr (GArray) counts = NULL;

  g_assert_true (hearsay_issue_tally_run (tally, G_MAXUINT));
  counts = hearsay_issue_tally_dup_counts (tally);
  for (guint i = 0; i < counts->len; i++)
    if (strcmp (hearsay_issue_get_name (g_array_index (counts, HearsayIssueCount, i).issue), name) == 0)
      return g_array_index (counts, HearsayIssueCount, i).issue;
  return NULL;
}

/* Name, statements and speakers of all issues, as text. */
static char *
list_issues (HearsayStore *store)
{
  g_autoptr (HearsayIssueTally) tally = NULL;
  g_autoptr (GArray) counts = NULL;
  GString *list = g_string_new (NULL);

  g_assert_true (hearsay_store_flush (store, NULL));
  tally = hearsay_issue_tally_new (hearsay_store_get_collection (store));
  while (!hearsay_issue_tally_run (tally, 1))
    continue;
  counts = hearsay_issue_tally_dup_counts (tally);
  for (guint i = 0; i < counts->len; i++)
    {
      const HearsayIssueCount *count = &g_array_index (counts, HearsayIssueCount, i);

      g_string_append_printf (list, "%s%s %u/%u", i > 0 ? ", " : "", hearsay_issue_get_name (count->issue), count->n_statements,
                              count->n_speakers);
    }
  return g_string_free (list, FALSE);
}

static void
expect_issues (HearsayStore *store,
               const char   *wanted)
{
  g_autofree char *list = list_issues (store);

  g_assert_cmpstr (list, ==, wanted);
}

/* “ferry toll − ‘ferry toll’” */
static void
expect_stances (HearsayStore *store,
                const char   *statement_id,
                const char   *wanted)
{
  HearsayStatement *statement;
  HearsayArticle *article;
  g_autoptr (GString) got = g_string_new (NULL);

  /* Articles are made anew in slices of the main loop, or when somebody cannot wait. */
  g_assert_true (hearsay_store_flush (store, NULL));
  statement = get_statement (store, statement_id);
  article = hearsay_statement_get_article (statement);
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    {
      HearsayStance *stance = hearsay_statement_peek_stance (statement, i);
      g_autofree char *words = hearsay_article_dup_span_text (article, hearsay_stance_get_evidence (stance));
      HearsayPosition position = hearsay_stance_get_position (stance);

      g_string_append_printf (got, "%s%s %s%s '%s'", i > 0 ? ", " : "", hearsay_stance_get_target_name (stance),
                              position == SUPPORT ? "+" : position == OPPOSE ? "-" : "0",
                              hearsay_stance_get_sure (stance) ? "" : "?", words);
    }
  g_assert_cmpstr (got->str, ==, wanted);
}

/* What a network is counted from in the file is what the objects say. */
static void
expect_same_ties (HearsayStore *store)
{
  g_autoptr (HearsayTies) ties = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *statements = hearsay_collection_get_statements (hearsay_store_get_collection (store));
  guint n = 0;

  g_assert_true (hearsay_store_flush (store, &error));
  ties = hearsay_store_read_ties (hearsay_store_get_path (store), FALSE, 2, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      for (guint k = 0; k < hearsay_statement_get_n_stances (statement); k++)
        {
          g_assert_cmpuint (n, <, ties->n_ties);
          g_assert_cmpstr (ties->entities[ties->ties[n].target].name, ==,
                           hearsay_stance_get_target_name (hearsay_statement_peek_stance (statement, k)));
          n++;
        }
    }
  g_assert_cmpuint (n, ==, ties->n_ties);
}

static void
test_keys (void)
{
  static const char *const rows[][2] = {
    { "Military Alliances", "military alliance" }, { "China-Russia  ties", "china russia tie" },
    { "Zölle", "zolle" }, { "policies", "policy" }, { "crisis", "crisis" }, { "  …", "" }, { "people's vote", "people s vote" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = hearsay_wording_dup_key (rows[i][0]);

      g_assert_cmpstr (key, ==, rows[i][1]);
    }
}

static HearsayStore *
open_council (const char *path)
{
  HearsayStore *store = open_store (path);

  add_article (store, "council", council, G_N_ELEMENTS (council));
  return store;
}

/* Number and case do not make another issue of an article added later. */
static void
test_stable (void)
{
  HearsayStore *store = open_council (NULL);
  HearsayIssue *toll = get_issue (store, "ferry toll");

  add_article (store, "later", later, G_N_ELEMENTS (later));
  expect_issues (store, "ferry toll 2/2, crossing fee 1/1, harbour bridge 1/1");
  g_assert_true (get_issue (store, "ferry toll") == toll);
  close_store (store);
}

static void
test_add (void)
{
  static const char *const wordings[] = { "night boat", NULL };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_council (path);
  HearsayIssue *issue;

  add_article (store, "later", later, G_N_ELEMENTS (later));
  issue = hearsay_store_add_issue (store, "  night  ferry ", wordings, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearsay_issue_get_name (issue), ==, "night ferry");
  /* Only where its words stand, and nobody knows on which side. */
  expect_stances (store, "later/s2", "night ferry 0? 'night ferries'");
  expect_stances (store, "later/s1", "ferry toll - 'ferry tolls'");
  expect_issues (store, "ferry toll 2/2, crossing fee 1/1, harbour bridge 1/1, night ferry 1/1");
  expect_same_ties (store);
  g_assert_cmpstr (hearsay_store_get_undo_label (store), ==, "Add “night ferry”");
  hearsay_store_undo (store);
  expect_stances (store, "later/s2", "");
  expect_issues (store, "ferry toll 2/2, crossing fee 1/1, harbour bridge 1/1");
  expect_same_ties (store);
  hearsay_store_redo (store);
  close_store (store);

  /* In the file, and in what is imported later. */
  store = open_store (path);
  expect_stances (store, "later/s2", "night ferry 0? 'night ferries'");
  {
    static const Said boats[] = { { "Tom Reuter", "a Night Boat is what we need", NULL, NULL, NEUTRAL } };

    add_article (store, "boats", boats, 1);
  }
  expect_stances (store, "boats/s1", "night ferry 0? 'Night Boat'");
  expect_same_ties (store);
  close_store (store);
  remove_folder (folder);
}

static void
test_merge (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_council (path);
  HearsayIssue *fee = get_issue (store, "crossing fee");
  g_autofree char *before = describe (hearsay_store_get_collection (store));
  g_autofree char *undone = NULL;

  g_assert_true (hearsay_store_merge_issues (store, get_issue (store, "ferry toll"), &fee, 1, &error));
  g_assert_no_error (error);
  /* Positions move along. */
  expect_stances (store, "council/s2", "ferry toll + 'crossing fee'");
  expect_issues (store, "ferry toll 2/2, harbour bridge 1/1");
  expect_same_ties (store);
  hearsay_store_undo (store);
  g_assert_true (hearsay_store_flush (store, &error));
  undone = describe (hearsay_store_get_collection (store));
  g_assert_cmpstr (undone, ==, before);
  expect_same_ties (store);
  hearsay_store_redo (store);
  close_store (store);

  store = open_store (path);
  expect_stances (store, "council/s2", "ferry toll + 'crossing fee'");
  {
    static const Said fees[] = { { "Mira Solheim", "crossing fees are too high", "crossing fees", "crossing fees", OPPOSE } };

    add_article (store, "fees", fees, 1);
  }
  expect_stances (store, "fees/s1", "ferry toll - 'crossing fees'");
  expect_same_ties (store);
  /* A wording comes back as an issue of its own, with its positions. */
  g_assert_nonnull (hearsay_store_split_issue (store, get_issue (store, "ferry toll"), "crossing fee", &error));
  g_assert_no_error (error);
  expect_stances (store, "fees/s1", "crossing fee - 'crossing fees'");
  expect_stances (store, "council/s1", "ferry toll - 'ferry toll'");
  expect_issues (store, "crossing fee 2/2, ferry toll 1/1, harbour bridge 1/1");
  hearsay_store_undo (store);
  expect_issues (store, "ferry toll 3/3, harbour bridge 1/1");
  close_store (store);
  remove_folder (folder);
}

/* The engine had two wordings for one issue; a person takes one of them out. */
static void
test_split (void)
{
  static const Said talks[] = {
    { "Ada Okafor", "the sea pact is sound", "sea pact", "sea pact", SUPPORT },
    { "Tom Reuter", "the fishing deal robs us", "sea pact", "fishing deal", OPPOSE },
    { "Tom Reuter", "a sea pact beside a fishing deal is too much", "sea pact", "sea pact", OPPOSE },
  };
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_store (NULL);

  add_article (store, "talks", talks, G_N_ELEMENTS (talks));
  expect_issues (store, "sea pact 3/2");
  g_assert_nonnull (hearsay_store_split_issue (store, get_issue (store, "sea pact"), "fishing deal", &error));
  g_assert_no_error (error);
  expect_stances (store, "talks/s1", "sea pact + 'sea pact'");
  expect_stances (store, "talks/s2", "fishing deal - 'fishing deal'");
  expect_stances (store, "talks/s3", "sea pact - 'sea pact', fishing deal 0? 'fishing deal'");
  g_assert_null (hearsay_store_split_issue (store, get_issue (store, "sea pact"), "Sea pacts", &error));
  g_assert_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME);
  hearsay_store_undo (store);
  expect_issues (store, "sea pact 3/2");
  expect_stances (store, "talks/s2", "sea pact - 'fishing deal'");
  close_store (store);
}

static void
test_rename (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_council (path);
  HearsayIssue *toll = get_issue (store, "ferry toll");

  g_assert_true (hearsay_store_rename_issue (store, toll, "price of the crossing", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hearsay_issue_get_name (toll), ==, "price of the crossing");
  close_store (store);

  store = open_store (path);
  add_article (store, "later", later, G_N_ELEMENTS (later));
  expect_stances (store, "later/s1", "price of the crossing - 'ferry tolls'");
  expect_issues (store, "price of the crossing 2/2, crossing fee 1/1, harbour bridge 1/1");
  /* The document that is exported has the name that people gave. */
  {
    g_autoptr (HearsayAnalysis) analysis = hearsay_store_read_analysis (store, get_article (store, "council"), &error);

    g_assert_no_error (error);
    g_assert_cmpstr (hearsay_analysis_issue (analysis, 0)->name, ==, "price of the crossing");
  }
  g_assert_false (hearsay_store_rename_issue (store, get_issue (store, "harbour bridge"), "Ferry tolls", &error));
  g_assert_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME);
  close_store (store);
  remove_folder (folder);
}

static void
test_delete (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_council (path);
  HearsayIssue *toll = get_issue (store, "ferry toll");

  g_assert_true (hearsay_store_delete_issues (store, &toll, 1, &error));
  g_assert_no_error (error);
  expect_stances (store, "council/s1", "");
  expect_issues (store, "crossing fee 1/1, harbour bridge 1/1");
  expect_same_ties (store);
  close_store (store);

  /* It is not proposed again, neither for the same article nor for another. */
  store = open_store (path);
  add_article (store, "later", later, G_N_ELEMENTS (later));
  add_article (store, "council", council, G_N_ELEMENTS (council));
  expect_issues (store, "crossing fee 1/1, harbour bridge 1/1");
  expect_same_ties (store);
  /* A person may change their mind. */
  g_assert_nonnull (hearsay_store_add_issue (store, "Ferry toll", NULL, &error));
  g_assert_no_error (error);
  expect_stances (store, "later/s1", "Ferry toll - 'ferry tolls'");
  hearsay_store_undo (store);
  expect_stances (store, "later/s1", "");
  close_store (store);
  remove_folder (folder);
}

static void
test_wordings (void)
{
  static const char *const wordings[] = { "the boats", "Islanders", NULL };
  static const char *const taken[] = { "harbour bridge", NULL };
  static const char *const nothing[] = { NULL };
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_council (NULL);
  HearsayIssue *toll = get_issue (store, "ferry toll");
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (hearsay_store_set_issue_wordings (store, toll, wordings, &error));
  g_assert_no_error (error);
  /* The machine's position stays; the new wording adds what it did not see. */
  expect_stances (store, "council/s1", "ferry toll - 'ferry toll'");
  expect_stances (store, "council/s2", "crossing fee + 'crossing fee', ferry toll 0? 'the boats'");
  list = hearsay_store_list_issue_wordings (store, toll, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (hearsay_store_set_issue_wordings (store, toll, taken, &error));
  g_assert_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME);
  g_clear_error (&error);
  g_assert_true (hearsay_store_set_issue_wordings (store, toll, nothing, &error));
  expect_stances (store, "council/s2", "crossing fee + 'crossing fee'");
  hearsay_store_undo (store);
  expect_stances (store, "council/s2", "crossing fee + 'crossing fee', ferry toll 0? 'the boats'");
  close_store (store);
}

static void
test_bad_names (void)
{
  g_autofree char *long_name = g_strnfill (300, 'x');
  const char *const names[] = { "", "  \t", "?!", "\xff\xfe", long_name, "FERRY TOLLS" };
  HearsayStore *store = open_council (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hearsay_store_add_issue (store, names[i], NULL, &error));
      g_assert_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME);
    }
  g_assert_false (hearsay_store_can_undo (store));
  close_store (store);
}

/* A file of the version before has no decisions about issues, and gets room for them. */
static void
test_migration (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_council (path);
  HearsayIssue *fee;

  close_store (store);
  make_older (path, 5);
  store = open_store (path);
  g_assert_null (hearsay_store_get_problem (store));
  fee = get_issue (store, "crossing fee");
  g_assert_true (hearsay_store_merge_issues (store, get_issue (store, "ferry toll"), &fee, 1, &error));
  g_assert_no_error (error);
  close_store (store);
  store = open_store (path);
  expect_issues (store, "ferry toll 2/2, harbour bridge 1/1");
  close_store (store);
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issues/keys", test_keys);
  g_test_add_func ("/issues/stable", test_stable);
  g_test_add_func ("/issues/add", test_add);
  g_test_add_func ("/issues/merge", test_merge);
  g_test_add_func ("/issues/split", test_split);
  g_test_add_func ("/issues/rename", test_rename);
  g_test_add_func ("/issues/delete", test_delete);
  g_test_add_func ("/issues/wordings", test_wordings);
  g_test_add_func ("/issues/bad-names", test_bad_names);
  g_test_add_func ("/issues/migration", test_migration);
  return g_test_run ();
}
