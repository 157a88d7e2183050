/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "model/hearsay-collection.h"

static HearsayActor *
make_actor (guint n)
{
  g_autofree char *id = g_strdup_printf ("actor-%u", n);
  g_autofree char *name = g_strdup_printf ("Person %u", n);

  return hearsay_actor_new (id, name, HEARSAY_ACTOR_PERSON);
}

static HearsayStatement *
make_statement (HearsayArticle *article,
                HearsayActor   *speaker,
                guint           n,
                guint           start)
{
  g_autofree char *id = g_strdup_printf ("%s/s%u", hearsay_article_get_id (article), n);
  HearsaySpan content = { start, start + 3 };
  HearsayStatementData data = {
    .id = id, .article = article, .speaker = speaker, .content = &content, .n_content = 1,
  };

  return hearsay_statement_new (&data);
}

static HearsayArticle *
make_article (guint         n,
              guint         n_statements,
              HearsayActor *speaker)
{
  g_autofree char *id = g_strdup_printf ("article-%u", n);
  HearsayArticleData data = { .id = id, .text = "The ferry will sail on Friday, they said at noon." };
  HearsayArticle *article = hearsay_article_new (&data);

  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (HearsayStatement) statement = make_statement (article, speaker, i + 1, i * 2);

      hearsay_article_add_statement (article, statement);
    }
  return article;
}

/* A mirror of a list model, kept by what “items-changed” tells. */
typedef struct
{
  GPtrArray *items;
  guint n_emitted;
} Mirror;

static void
mirror_cb (GListModel *model,
           guint       position,
           guint       n_removed,
           guint       n_added,
           gpointer    user_data)
{
  Mirror *mirror = user_data;

  mirror->n_emitted++;
  g_assert_cmpuint (position + n_removed, <=, mirror->items->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (mirror->items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (mirror->items, (gint) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (model));
}

static void
assert_mirror (Mirror     *mirror,
               GListModel *model)
{
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < mirror->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == mirror->items->pdata[i]);
    }
  g_assert_null (g_list_model_get_item (model, mirror->items->len));
}

/* The plain reference: walk all articles. */
static void
assert_flat (HearsayCollection *collection)
{
  GListModel *articles = hearsay_collection_get_articles (collection);
  GListModel *all = hearsay_collection_get_statements (collection);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);
      GListModel *own = hearsay_article_get_statements (article);
      guint32 last = 0;

      g_assert_true (hearsay_collection_find_article (collection, hearsay_article_get_id (article)) == article);
      for (guint j = 0; j < g_list_model_get_n_items (own); j++, n++)
        {
          g_autoptr (HearsayStatement) expected = g_list_model_get_item (own, j);
          g_autoptr (HearsayStatement) found = g_list_model_get_item (all, n);

          g_assert_true (expected == found);
          g_assert_true (hearsay_statement_get_article (found) == article);
          g_assert_cmpuint (hearsay_statement_get_extent (found).start, >=, last);
          last = hearsay_statement_get_extent (found).start;
        }
    }
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (all));
}

static void
assert_counts (HearsayCollection *collection)
{
  GListModel *actors = hearsay_collection_get_actors (collection);
  GListModel *all = hearsay_collection_get_statements (collection);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);
      guint n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (all); j++)
        {
          g_autoptr (HearsayStatement) statement = g_list_model_get_item (all, j);

          if (hearsay_statement_get_speaker (statement) == actor &&
              hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
            n++;
        }
      g_assert_cmpuint (hearsay_actor_get_n_statements (actor), ==, n);
    }
}

static void
add_random_article (HearsayCollection *collection,
                    guint             *n_made)
{
  guint n_articles = g_list_model_get_n_items (hearsay_collection_get_articles (collection));
  g_autoptr (HearsayActor) speaker =
    g_list_model_get_item (hearsay_collection_get_actors (collection), (guint) g_test_rand_int_range (0, 5));
  g_autoptr (HearsayArticle) article =
    make_article ((*n_made)++, (guint) g_test_rand_int_range (0, 6), speaker);

  if (g_test_rand_bit ())
    hearsay_collection_add_article (collection, article);
  else
    hearsay_collection_splice_articles (collection, (guint) g_test_rand_int_range (0, (gint32) n_articles + 1),
                                        0, &article, 1);
}

static void
change_random_article (HearsayCollection *collection,
                       guint              what,
                       guint             *n_made)
{
  GListModel *articles = hearsay_collection_get_articles (collection);
  guint n = g_list_model_get_n_items (articles);
  guint position;
  g_autoptr (HearsayArticle) article = NULL;
  g_autoptr (HearsayStatement) statement = NULL;

  if (n == 0)
    return;
  position = (guint) g_test_rand_int_range (0, (gint32) n);
  article = g_list_model_get_item (articles, position);
  if (what == 0)
    {
      g_autoptr (HearsayActor) speaker =
        g_list_model_get_item (hearsay_collection_get_actors (collection), (guint) g_test_rand_int_range (0, 5));

      statement = make_statement (article, speaker, 1000 + (*n_made)++, (guint) g_test_rand_int_range (0, 30));
      hearsay_article_add_statement (article, statement);
    }
  else if (what == 1)
    {
      statement = g_list_model_get_item (hearsay_article_get_statements (article), 0);
      if (statement != NULL)
        hearsay_statement_set_status (statement, (HearsayStatus) g_test_rand_int_range (0, HEARSAY_N_STATUSES));
    }
  else if (what == 2)
    hearsay_collection_remove_article (collection, article);
  else
    hearsay_collection_splice_articles (collection, position, MIN (n - position, 3), NULL, 0);
}

static void
test_random_walk (void)
{
  g_autoptr (HearsayCollection) collection = hearsay_collection_new ();
  Mirror mirror = { g_ptr_array_new_with_free_func (g_object_unref), 0 };
  GListModel *all = hearsay_collection_get_statements (collection);
  guint n_made = 0;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (HearsayActor) actor = make_actor (i);

      hearsay_collection_add_actor (collection, actor);
    }
  g_signal_connect (all, "items-changed", G_CALLBACK (mirror_cb), &mirror);
  for (guint i = 0; i < 600; i++)
    {
      guint what = (guint) g_test_rand_int_range (0, 8);

      if (what < 4)
        change_random_article (collection, what, &n_made);
      else
        add_random_article (collection, &n_made);
      if (i % 10 == 0)
        {
          assert_mirror (&mirror, all);
          assert_flat (collection);
          assert_counts (collection);
        }
    }
  g_signal_handlers_disconnect_by_data (all, &mirror);
  g_ptr_array_unref (mirror.items);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_batch (void)
{
  g_autoptr (HearsayCollection) collection = hearsay_collection_new ();
  g_autoptr (HearsayActor) speaker = make_actor (0);
  HearsayArticle *articles[20];
  guint n_changed = 0;
  guint n_items_changed = 0;
  guint n_counts = 0;

  hearsay_collection_add_actor (collection, speaker);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    articles[i] = make_article (i, 3, speaker);
  g_signal_connect_swapped (collection, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (speaker, "notify::n-statements", G_CALLBACK (count_cb), &n_counts);
  g_signal_connect_swapped (hearsay_collection_get_statements (collection), "items-changed",
                            G_CALLBACK (count_cb), &n_items_changed);
  hearsay_collection_splice_articles (collection, 0, 0, articles, G_N_ELEMENTS (articles));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_items_changed, ==, 1);
  g_assert_cmpuint (n_counts, ==, 1);
  g_assert_cmpuint (hearsay_actor_get_n_statements (speaker), ==, 60);

  hearsay_collection_freeze (collection);
  hearsay_collection_freeze (collection);
  for (guint i = 0; i < 5; i++)
    hearsay_collection_remove_article (collection, articles[i]);
  hearsay_collection_thaw (collection);
  g_assert_cmpuint (n_changed, ==, 1);
  hearsay_collection_thaw (collection);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_counts, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    g_object_unref (articles[i]);
}

static void
test_statement_outlives_article (void)
{
  g_autoptr (HearsayCollection) collection = hearsay_collection_new ();
  HearsayArticle *article = make_article (1, 2, NULL);
  g_autoptr (HearsayStatement) kept = g_list_model_get_item (hearsay_article_get_statements (article), 0);
  g_autoptr (HearsayStatement) unlisted = make_statement (article, NULL, 9, 4);
  guint n = 0;

  hearsay_collection_add_article (collection, article);
  g_signal_connect_swapped (kept, "notify::article", G_CALLBACK (count_cb), &n);
  hearsay_collection_remove_article (collection, article);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (hearsay_statement_get_article (kept));
  hearsay_collection_add_article (collection, article);
  g_assert_true (hearsay_statement_get_article (kept) == article);
  hearsay_collection_remove_article (collection, article);
  g_assert_finalize_object (article);
  g_assert_null (hearsay_statement_get_article (kept));
  g_assert_cmpstr (hearsay_statement_get_words (kept), ==, "The");
  g_assert_null (hearsay_statement_get_article (unlisted));
  g_assert_cmpstr (hearsay_statement_get_words (unlisted), ==, "fer");
}

static void
test_find_statement (void)
{
  g_autoptr (HearsayCollection) collection = hearsay_collection_new ();
  g_autoptr (HearsayArticle) first = make_article (1, 2, NULL);
  g_autoptr (HearsayArticle) second = make_article (2, 2, NULL);

  hearsay_collection_add_article (collection, first);
  g_assert_nonnull (hearsay_collection_find_statement (collection, "article-1/s2"));
  g_assert_null (hearsay_collection_find_statement (collection, "article-2/s2"));
  hearsay_collection_add_article (collection, second);
  g_assert_nonnull (hearsay_collection_find_statement (collection, "article-2/s2"));
  hearsay_collection_remove_article (collection, first);
  g_assert_null (hearsay_collection_find_statement (collection, "article-1/s2"));
  g_assert_nonnull (hearsay_collection_find_statement (collection, "article-2/s1"));
}

static void
test_article_text (void)
{
  HearsayArticleData data = {
    .id = "a", .source = "file:///tmp/two%20ferries.txt",
    .text = "Zürich — the “ferry” sails.\n\nA second paragraph\nof two lines.\n\n\nThird.",
  };
  g_autoptr (HearsayArticle) article = hearsay_article_new (&data);
  g_autoptr (HearsayArticle) nameless = NULL;
  g_autofree char *words = hearsay_article_dup_span_text (article, (HearsaySpan) { 13, 20 });
  g_autofree char *beyond = hearsay_article_dup_span_text (article, (HearsaySpan) { 60, 5000 });
  g_autofree char *nothing = hearsay_article_dup_span_text (article, (HearsaySpan) { 9, 3 });

  g_assert_cmpstr (words, ==, "“ferry”");
  g_assert_true (g_str_has_suffix (beyond, "Third."));
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (hearsay_article_get_n_paragraphs (article), ==, 3);
  g_assert_cmpuint (hearsay_article_find_paragraph (article, 0), ==, 0);
  g_assert_cmpuint (hearsay_article_find_paragraph (article, 29), ==, 1);
  g_assert_cmpuint (hearsay_article_find_paragraph (article, 50), ==, 1);
  g_assert_cmpuint (hearsay_article_find_paragraph (article, 9999), ==, 2);
  g_assert_cmpstr (hearsay_article_get_display_title (article), ==, "Zürich — the “ferry” sails.");
  data.text = " \n";
  nameless = hearsay_article_new (&data);
  g_assert_cmpstr (hearsay_article_get_display_title (nameless), ==, "two ferries.txt");
}

/* Every character's byte, against a walk from the start. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  HearsayArticleData data = { .id = "a" };
  g_autoptr (HearsayArticle) article = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, i % 3 == 0 ? "é" : i % 7 == 0 ? "図" : "x");
  data.text = text->str;
  article = hearsay_article_new (&data);
  for (guint i = 0; i <= 1000; i++)
    {
      HearsaySpan span = { i, MIN (i + 1, 1000) };
      const char *start = g_utf8_offset_to_pointer (text->str, (glong) span.start);
      const char *end = g_utf8_offset_to_pointer (text->str, (glong) span.end);
      g_autofree char *expected = g_strndup (start, (gsize) (end - start));
      g_autofree char *found = hearsay_article_dup_span_text (article, span);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_stance_counts (void)
{
  g_autoptr (HearsayActor) target = make_actor (1);
  HearsayArticleData article_data = { .id = "a", .text = "Short." };
  g_autoptr (HearsayArticle) article = hearsay_article_new (&article_data);
  HearsaySpan content = { 0, 5 };
  HearsayStanceData stance_data = { .target = target, .position = HEARSAY_POSITION_OPPOSE, .score = -7.0,
                                    .confidence = NAN, .sure = TRUE };
  g_autoptr (HearsayStance) oppose = hearsay_stance_new (&stance_data);
  g_autoptr (HearsayStance) unsure = NULL;
  g_autoptr (HearsayStatement) statement = NULL;
  HearsayStance *stances[2];
  HearsayStatementData data = { .id = "a/s1", .article = article, .content = &content, .n_content = 1,
                                .stances = stances, .n_stances = 2 };
  guint counts[HEARSAY_N_POSITIONS];
  guint n = 0;

  g_assert_cmpfloat (hearsay_stance_get_score (oppose), ==, -1.0);
  g_assert_cmpfloat (hearsay_stance_get_confidence (oppose), ==, 0.0);
  stance_data.sure = FALSE;
  unsure = hearsay_stance_new (&stance_data);
  stances[0] = oppose;
  stances[1] = unsure;
  statement = hearsay_statement_new (&data);
  hearsay_article_add_statement (article, statement);
  g_assert_true (hearsay_statement_get_main_stance (statement) == oppose);
  hearsay_article_get_stance_counts (article, counts);
  g_assert_cmpuint (counts[HEARSAY_POSITION_OPPOSE], ==, 1);
  g_assert_cmpuint (counts[HEARSAY_POSITION_NEUTRAL], ==, 1);
  g_signal_connect_swapped (article, "notify::n-oppose", G_CALLBACK (count_cb), &n);
  hearsay_statement_set_status (statement, HEARSAY_STATUS_REJECTED);
  hearsay_article_get_stance_counts (article, counts);
  g_assert_cmpuint (counts[HEARSAY_POSITION_OPPOSE] + counts[HEARSAY_POSITION_NEUTRAL], ==, 0);
  hearsay_statement_set_status (statement, HEARSAY_STATUS_REJECTED);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collection/random-walk", test_random_walk);
  g_test_add_func ("/collection/batch", test_batch);
  g_test_add_func ("/collection/statement-outlives-article", test_statement_outlives_article);
  g_test_add_func ("/collection/find-statement", test_find_statement);
  g_test_add_func ("/article/text", test_article_text);
  g_test_add_func ("/article/long-text", test_long_text);
  g_test_add_func ("/article/stance-counts", test_stance_counts);
  return g_test_run ();
}
