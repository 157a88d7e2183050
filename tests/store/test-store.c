/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store-fixtures.h"

static void
assert_reopens_equal (HearsayStore *store,
                      const char   *path)
{
  g_autofree char *before = describe (hearsay_store_get_collection (store));
  g_autofree char *after = NULL;
  HearsayStore *again;

  close_store (store);
  again = open_store (path);
  after = describe (hearsay_store_get_collection (again));
  g_assert_cmpstr (after, ==, before);
  g_assert_null (hearsay_store_get_problem (again));
  close_store (again);
}

static void
test_round_trip (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);

  add_made_articles (store, 30);
  assert_reopens_equal (store, path);
  remove_folder (folder);
}

static void
test_read_analysis (void)
{
  HearsayStore *store = open_store (NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (HearsayAnalysis) analysis = make_analysis ("x", i);
      g_autoptr (HearsayAnalysis) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = describe_analysis (analysis);
      g_autofree char *after = NULL;

      read = hearsay_store_read_analysis (store, hearsay_store_add_analysis (store, analysis), &error);
      g_assert_no_error (error);
      after = describe_analysis (read);
      g_assert_cmpstr (after, ==, before);
    }
  close_store (store);
}

static void
test_merging (void)
{
  HearsayStore *store = open_store (":memory:");
  HearsayCollection *collection = hearsay_store_get_collection (store);
  GListModel *actors = hearsay_collection_get_actors (collection);
  guint n_bare = 0;
  guint n_full = 0;

  add_made_articles (store, 25);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);

      n_bare += g_str_equal (hearsay_actor_get_name (actor), "Okafor") ? 1 : 0;
      n_full += g_str_equal (hearsay_actor_get_name (actor), "Ada Okafor") ? 1 : 0;
    }
  g_assert_cmpuint (n_full, ==, 1);
  g_assert_cmpuint (n_bare, >, 3);
  close_store (store);
}

/* Two speakers who are not persons come first in the text, the person still gets the first colour. */
static void
test_colours (void)
{
  HearsayStore *store = open_store (NULL);
  g_autoptr (HearsayAnalysis) analysis = make_analysis ("c", 4);
  GListModel *actors;
  guint n = analysis->actors->len;

  for (guint i = 0; i < analysis->statements->len; i++)
    hearsay_analysis_statement (analysis, i)->speaker = (gint32) (n - 1 - i % n);
  hearsay_store_add_analysis (store, analysis);
  actors = hearsay_collection_get_actors (hearsay_store_get_collection (store));
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);
      gboolean is_person = hearsay_actor_get_kind (actor) == HEARSAY_ACTOR_PERSON;
      int colour = hearsay_actor_get_colour (actor);

      if (colour >= 0)
        g_assert_true (is_person ? colour < (int) n - 3 : colour >= MIN ((int) n - 3, (int) analysis->statements->len - 3));
    }
  close_store (store);
}

static void
test_replace_keeps_decisions (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  g_autoptr (HearsayAnalysis) again = make_analysis ("a", 7);
  HearsayAnalysisStatement moved;
  HearsayStatement *second;
  g_autofree char *words = NULL;

  add_made_article (store, "a", 7);
  add_made_article (store, "b", 8);
  second = get_statement (store, "a/s2");
  words = g_strdup (hearsay_statement_get_words (second));
  hearsay_store_set_status (store, &second, 1, HEARSAY_STATUS_ACCEPTED);

  /* The new analysis finds one statement less: labels move on. */
  g_array_remove_index (again->statements, 0);
  for (guint i = 0; i < again->statements->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("s%u", i + 1);

      hearsay_analysis_statement (again, i)->id = hearsay_analysis_intern (again, label);
      hearsay_analysis_statement (again, i)->parent = -1;
    }
  hearsay_store_add_analysis (store, again);
  second = get_statement (store, "a/s1");
  g_assert_cmpstr (hearsay_statement_get_words (second), ==, words);
  g_assert_cmpint (hearsay_statement_get_status (second), ==, HEARSAY_STATUS_ACCEPTED);
  g_assert_cmpint (hearsay_statement_get_status (get_statement (store, "a/s2")), ==, HEARSAY_STATUS_SUGGESTED);
  g_assert_true (g_list_model_get_item_type (hearsay_collection_get_articles (hearsay_store_get_collection (store))) ==
                 HEARSAY_TYPE_ARTICLE);

  /* An analysis that misses it keeps the decision for the next one. */
  moved = *hearsay_analysis_statement (again, 0);
  g_array_remove_index (again->statements, 0);
  hearsay_store_add_analysis (store, again);
  g_assert_cmpint (hearsay_statement_get_status (get_statement (store, "a/s2")), ==, HEARSAY_STATUS_SUGGESTED);
  close_store (store);
  store = open_store (path);
  g_array_prepend_val (again->statements, moved);
  hearsay_store_add_analysis (store, again);
  g_assert_cmpint (hearsay_statement_get_status (get_statement (store, "a/s1")), ==, HEARSAY_STATUS_ACCEPTED);
  assert_reopens_equal (store, path);
  remove_folder (folder);
}

static void
test_remove_and_purge (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  HearsayArticle *articles[3];
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_made_articles (store, 8);
  before = describe (hearsay_store_get_collection (store));
  articles[0] = get_article (store, "article-6");
  articles[1] = get_article (store, "article-2");
  articles[2] = get_article (store, "article-3");
  hearsay_store_remove_articles (store, articles, 3);
  g_assert_cmpstr (hearsay_store_get_undo_label (store), ==, "Remove 3 articles");
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_collection_get_articles (hearsay_store_get_collection (store))),
                    ==, 5);
  hearsay_store_undo (store);
  after = describe (hearsay_store_get_collection (store));
  g_assert_cmpstr (after, ==, before);
  g_assert_false (hearsay_store_can_undo (store));
  hearsay_store_redo (store);
  assert_reopens_equal (store, path);
  remove_folder (folder);
}

/* Steps at random, each compared with a list of what the collection was at that step. */
static void
test_undo_walk (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  HearsayCollection *collection = hearsay_store_get_collection (store);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint current = 0;

  add_made_articles (store, 12);
  g_ptr_array_add (states, describe (collection));
  for (guint i = 0; i < 300; i++)
    {
      guint n_statements = g_list_model_get_n_items (hearsay_collection_get_statements (collection));
      guint n_articles = g_list_model_get_n_items (hearsay_collection_get_articles (collection));
      gint32 what = g_test_rand_int_range (0, 10);
      g_autofree char *now = NULL;

      if (what < 3 && hearsay_store_can_undo (store))
        {
          hearsay_store_undo (store);
          current--;
        }
      else if (what < 5 && hearsay_store_can_redo (store))
        {
          hearsay_store_redo (store);
          current++;
        }
      else
        {
          if (what == 9 && n_articles > 4)
            {
              g_autoptr (HearsayArticle) article =
                g_list_model_get_item (hearsay_collection_get_articles (collection),
                                       (guint) g_test_rand_int_range (0, (gint32) n_articles));

              hearsay_store_remove_articles (store, &article, 1);
            }
          else
            {
              g_autoptr (HearsayStatement) statement =
                g_list_model_get_item (hearsay_collection_get_statements (collection),
                                       (guint) g_test_rand_int_range (0, (gint32) n_statements));
              HearsayStatus status = (HearsayStatus) (((guint) hearsay_statement_get_status (statement) + 1) %
                                                      HEARSAY_N_STATUSES);

              hearsay_store_set_status (store, &statement, 1, status);
            }
          current++;
          g_ptr_array_set_size (states, (gint) current);
          g_ptr_array_add (states, describe (collection));
        }
      now = describe (collection);
      g_assert_cmpstr (now, ==, g_ptr_array_index (states, current));
    }
  assert_reopens_equal (store, path);
  remove_folder (folder);
}

static void
test_undo_limit (void)
{
  HearsayStore *store = open_store (NULL);
  HearsayStatement *statement;
  guint n = 0;

  add_made_article (store, "a", 1);
  statement = get_statement (store, "a/s1");
  for (guint i = 0; i < 250; i++)
    hearsay_store_set_status (store, &statement, 1, i % 2 == 0 ? HEARSAY_STATUS_ACCEPTED : HEARSAY_STATUS_REJECTED);
  while (hearsay_store_can_undo (store))
    {
      hearsay_store_undo (store);
      n++;
    }
  g_assert_cmpuint (n, ==, 200);
  close_store (store);
}


static void
test_search (void)
{
  HearsayStore *store = open_store (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) operators = NULL;
  g_autoptr (GPtrArray) accents = NULL;
  g_autoptr (GError) error = NULL;
  HearsayArticle *article;

  add_made_articles (store, 20);
  hits = hearsay_store_search (store, "new por", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, >, 0);
  article = get_article (store, ((HearsayStoreHit *) g_ptr_array_index (hits, 0))->article_id);
  g_assert_nonnull (strstr (hearsay_article_get_text (article), "new port"));
  g_assert_nonnull (strstr (((HearsayStoreHit *) g_ptr_array_index (hits, 0))->snippet, "port"));
  accents = hearsay_store_search (store, "brucke", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accents->len, >, 0);
  operators = hearsay_store_search (store, "\" OR ( NEAR * -", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (operators->len, ==, 0);
  hearsay_store_remove_articles (store, &article, 1);
  none = hearsay_store_search (store, "new port", 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, hits->len - 1);
  close_store (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-trip", test_round_trip);
  g_test_add_func ("/store/read-analysis", test_read_analysis);
  g_test_add_func ("/store/merging", test_merging);
  g_test_add_func ("/store/colours", test_colours);
  g_test_add_func ("/store/replace-keeps-decisions", test_replace_keeps_decisions);
  g_test_add_func ("/store/remove-and-purge", test_remove_and_purge);
  g_test_add_func ("/store/undo-walk", test_undo_walk);
  g_test_add_func ("/store/undo-limit", test_undo_limit);
  g_test_add_func ("/store/search", test_search);
  return g_test_run ();
}
