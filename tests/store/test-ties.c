/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "network/hearsay-network-facts.h"
#include "store-fixtures.h"
#include "store/hearsay-database.h"
#include "store/hearsay-store-actors.h"
#include "store/hearsay-store-network.h"

#define N_ARTICLES 30

static void
assert_same_ties (const HearsayTies *a,
                  const HearsayTies *b)
{
  g_assert_cmpuint (a->n_ties, ==, b->n_ties);
  g_assert_cmpuint (a->n_statements, ==, b->n_statements);
  g_assert_cmpuint (a->n_articles, ==, b->n_articles);
  g_assert_cmpuint (a->n_mentions, ==, b->n_mentions);
  g_assert_cmpint (memcmp (a->mentions, b->mentions, a->n_mentions * sizeof *a->mentions), ==, 0);
  for (guint i = 0; i < a->n_ties; i++)
    {
      g_assert_cmpuint (a->ties[i].statement, ==, b->ties[i].statement);
      g_assert_cmpuint (a->ties[i].article, ==, b->ties[i].article);
      g_assert_cmpuint (a->ties[i].paragraph, ==, b->ties[i].paragraph);
      g_assert_cmpuint (a->ties[i].holder, ==, b->ties[i].holder);
      g_assert_cmpuint (a->ties[i].target, ==, b->ties[i].target);
      g_assert_cmpint (a->ties[i].position, ==, b->ties[i].position);
      g_assert_cmpint (hearsay_date_first_day (a->ties[i].said_on), ==, hearsay_date_first_day (b->ties[i].said_on));
      g_assert_cmpint (hearsay_date_last_day (a->ties[i].said_on), ==, hearsay_date_last_day (b->ties[i].said_on));
    }
}

static HearsayTies *
read_ties (const char *path,
           guint       n_threads)
{
  g_autoptr (GError) error = NULL;
  HearsayTies *ties = hearsay_store_read_ties (path, TRUE, n_threads, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ties);
  return ties;
}

static char *
describe_mention (const char *entity,
                  guint32     article,
                  guint32     paragraph)
{
  return g_strdup_printf ("%05u %05u %s", article, paragraph, entity);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Who is named where; mentions that begin at the same place may come in any order. */
static void
assert_same_mentions (const HearsayTies          *ties,
                      const HearsayNetworkInput  *input)
{
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ties->n_mentions; i++)
    g_ptr_array_add (stored, describe_mention (ties->entities[ties->mentions[i].entity].id, ties->mentions[i].article,
                                               ties->mentions[i].paragraph));
  for (guint i = 0; i < input->n_mentions; i++)
    g_ptr_array_add (shown, describe_mention (input->entities[input->mentions[i].entity].id, input->mentions[i].article,
                                              input->mentions[i].paragraph));
  g_ptr_array_sort (stored, compare_strings);
  g_ptr_array_sort (shown, compare_strings);
  g_assert_cmpuint (stored->len, ==, shown->len);
  for (guint i = 0; i < stored->len; i++)
    g_assert_cmpstr (g_ptr_array_index (stored, i), ==, g_ptr_array_index (shown, i));
}

/* What the model makes of the same collection: facts and where they lead. */
static void
assert_like_model (const HearsayTies *ties,
                   HearsayStore      *store)
{
  g_autoptr (HearsayNetworkFacts) facts = hearsay_network_facts_new (hearsay_store_get_collection (store), NULL);
  g_autoptr (GHashTable) reprints = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer others;
  guint n = 0;

  g_hash_table_iter_init (&iter, facts->reprints);
  while (g_hash_table_iter_next (&iter, NULL, &others))
    {
      for (guint i = 0; i < ((GPtrArray *) others)->len; i++)
        g_hash_table_add (reprints, g_ptr_array_index ((GPtrArray *) others, i));
    }
  for (guint i = 0; i < ties->n_ties; i++)
    {
      const HearsayTie *tie = &ties->ties[i];
      const HearsayNetworkFact *fact;

      /* Words that are printed again count once in the window, where the texts are at hand. */
      if (g_hash_table_contains (reprints, g_ptr_array_index (facts->statements, tie->statement)))
        continue;
      g_assert_cmpuint (n, <, facts->input.n_facts);
      fact = &facts->input.facts[n++];
      g_assert_cmpuint (tie->statement, ==, fact->statement);
      g_assert_cmpstr (ties->entities[tie->holder].id, ==, facts->input.entities[fact->holder].id);
      g_assert_cmpstr (ties->entities[tie->target].id, ==, facts->input.entities[fact->target].id);
      g_assert_cmpint (tie->position, ==, fact->position);
    }
  g_assert_cmpuint (n, ==, facts->input.n_facts);
  assert_same_mentions (ties, &facts->input);
}

static void
run_sql (const char *path,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayDatabase) database = hearsay_database_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (hearsay_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static char *
write_collection (const char *folder)
{
  char *path = g_build_filename (folder, "ties.hearsay", NULL);
  HearsayStore *store = open_store (path);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);
      g_autoptr (HearsayAnalysis) analysis = make_analysis (id, i);

      hearsay_store_add_analysis (store, analysis);
    }
  close_store (store);
  return path;
}

/* The packed rows, the wide rows, any number of threads: the same stances. */
static void
test_ways_agree (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = write_collection (folder);
  HearsayStore *store = open_store (path);
  g_autoptr (HearsayTies) packed = read_ties (path, 1);
  g_autoptr (HearsayTies) three = read_ties (path, 3);
  g_autoptr (HearsayTies) wide = NULL;

  g_assert_cmpuint (packed->n_articles, ==, N_ARTICLES);
  g_assert_cmpuint (packed->n_ties, >, N_ARTICLES / 2);
  assert_same_ties (packed, three);
  close_store (store);
  run_sql (path, "DELETE FROM ties WHERE article = (SELECT max(article) FROM ties)");
  wide = read_ties (path, 2);
  assert_same_ties (packed, wide);
  remove_folder (folder);
}

static void
test_like_model (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = write_collection (folder);
  HearsayStore *store = open_store (path);
  g_autoptr (HearsayTies) ties = read_ties (path, 2);

  assert_like_model (ties, store);
  close_store (store);
  remove_folder (folder);
}

/* Two persons who are named in the collection. */
static void
find_people (HearsayCollection *collection,
             HearsayActor      *people[2])
{
  GListModel *actors = hearsay_collection_get_actors (collection);
  guint n_found = 0;

  for (guint i = 0; n_found < 2; i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);

      g_assert_nonnull (actor);
      if (hearsay_actor_get_kind (actor) == HEARSAY_ACTOR_PERSON)
        people[n_found++] = actor;
    }
}

/* Who is merged with somebody is so in the packed rows, too. */
static void
test_merged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = write_collection (folder);
  HearsayStore *store = open_store (path);
  HearsayActor *people[2] = { 0 };
  g_autoptr (HearsayTies) before = read_ties (path, 1);
  g_autoptr (HearsayTies) merged = NULL;
  g_autoptr (HearsayTies) wide = NULL;
  g_autofree char *gone = NULL;

  find_people (hearsay_store_get_collection (store), people);
  gone = g_strdup (hearsay_actor_get_id (people[1]));
  g_assert_true (hearsay_store_merge_actors (store, people[0], &people[1], 1, NULL));
  close_store (store);
  merged = read_ties (path, 2);
  for (guint i = 0; i < merged->n_mentions; i++)
    g_assert_cmpstr (merged->entities[merged->mentions[i].entity].id, !=, gone);
  run_sql (path, "DELETE FROM ties");
  wide = read_ties (path, 1);
  assert_same_ties (merged, wide);
  g_assert_cmpuint (merged->n_statements, ==, before->n_statements);
  remove_folder (folder);
}

/* A file from before stances were packed gets room for them; its articles are read in full. */
static void
test_older (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = write_collection (folder);
  g_autoptr (HearsayTies) packed = read_ties (path, 1);
  g_autoptr (HearsayTies) older = NULL;

  run_sql (path, "UPDATE ties SET rows = x'0102'");
  make_older (path, 5);
  older = read_ties (path, 2);
  assert_same_ties (packed, older);
  remove_folder (folder);
}

/* What was removed or rejected does not count, in either way of reading. */
static void
test_left_out (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = write_collection (folder);
  g_autoptr (HearsayTies) all = read_ties (path, 1);
  g_autoptr (HearsayTies) packed = NULL;
  g_autoptr (HearsayTies) wide = NULL;

  run_sql (path,
           "UPDATE articles SET removed = 1 WHERE id = 'article-3';"
           "INSERT INTO decisions (article_id, statement, start, end, words, status, decided_at, author)"
           " SELECT articles.id, label, 0, 1, '', 'rejected', '', '' FROM statements JOIN articles ON articles.key = statements.article"
           " JOIN stances ON stances.article = statements.article AND stances.statement = statements.number"
           " WHERE articles.id = 'article-5' LIMIT 1");
  packed = read_ties (path, 2);
  g_assert_cmpuint (packed->n_articles, ==, N_ARTICLES - 1);
  g_assert_cmpuint (packed->n_ties, <, all->n_ties);
  run_sql (path, "DELETE FROM ties");
  wide = read_ties (path, 2);
  assert_same_ties (packed, wide);
  remove_folder (folder);
}

static void
test_bad_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = write_collection (folder);
  g_autofree char *none = g_build_filename (folder, "none.hearsay", NULL);
  g_autoptr (HearsayTies) whole = NULL;
  g_autoptr (HearsayTies) ties = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (hearsay_store_read_ties (none, TRUE, 2, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  /* Rows that are cut short are made anew from the wide ones; numbers that lead nowhere are passed over. */
  whole = read_ties (path, 2);
  run_sql (path, "UPDATE ties SET rows = x'ffffffff00000000000000'");
  ties = read_ties (path, 2);
  assert_same_ties (ties, whole);
  g_clear_pointer (&ties, hearsay_ties_free);
  run_sql (path, "UPDATE ties SET rows = x'0100000000000000010000000000000000000000fefffeffd4070101030f'");
  ties = read_ties (path, 1);
  g_assert_cmpuint (ties->n_articles, ==, N_ARTICLES);
  g_assert_cmpuint (ties->n_ties, ==, 0);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ties/ways-agree", test_ways_agree);
  g_test_add_func ("/store/ties/like-model", test_like_model);
  g_test_add_func ("/store/ties/merged", test_merged);
  g_test_add_func ("/store/ties/older", test_older);
  g_test_add_func ("/store/ties/left-out", test_left_out);
  g_test_add_func ("/store/ties/bad-files", test_bad_files);
  return g_test_run ();
}
