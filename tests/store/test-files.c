/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store-fixtures.h"

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *data = NULL;
  gsize length;

  if (g_file_get_contents (from, &data, &length, NULL))
    g_assert_true (g_file_set_contents (to, data, (gssize) length, NULL));
}

/* What lies on the disk while the program runs is what a crash would leave. */
static void
test_crash (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.hearsay", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  HearsayStore *store = open_store (path);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *recovered = NULL;
  g_autofree char *data = NULL;
  gsize length;
  guint n_hits = 0;

  g_ptr_array_add (states, describe (hearsay_store_get_collection (store)));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);

      add_made_article (store, id, i);
      g_assert_true (hearsay_store_flush (store, NULL));
      g_ptr_array_add (states, describe (hearsay_store_get_collection (store)));
    }
  g_assert_true (g_file_get_contents (log, &data, &length, NULL));
  for (guint i = 0; i < 12; i++)
    {
      HearsayStore *rest;

      copy_file (path, copy);
      g_assert_true (g_file_set_contents (copy_log, data, (gssize) (length * i / 11), NULL));
      rest = open_store (copy);
      g_free (recovered);
      recovered = describe (hearsay_store_get_collection (rest));
      for (guint j = 0; j < states->len; j++)
        n_hits += g_str_equal (recovered, g_ptr_array_index (states, j)) ? 1 : 0;
      close_store (rest);
    }
  g_assert_cmpuint (n_hits, ==, 12);
  g_assert_cmpstr (recovered, ==, g_ptr_array_index (states, states->len - 1));
  close_store (store);
  remove_folder (folder);
}

static void
assert_refused (const char        *path,
                const char        *data,
                gssize             length,
                HearsayStoreError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayStore) store = NULL;
  g_autofree char *after = NULL;
  gsize after_length;

  g_assert_true (g_file_set_contents (path, data, length, NULL));
  store = hearsay_store_open (path, &error);
  g_assert_error (error, HEARSAY_STORE_ERROR, (gint) code);
  g_assert_null (store);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, data, length < 0 ? strlen (data) : (gsize) length);
}

static void
test_foreign_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autofree char *big = g_strnfill (20000, 'x');
  g_autofree char *newer = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  assert_refused (path, "hello", -1, HEARSAY_STORE_ERROR_NOT_A_COLLECTION);
  assert_refused (path, big, -1, HEARSAY_STORE_ERROR_NOT_A_COLLECTION);
  g_unlink (path);
  close_store (open_store (path));
  g_assert_true (g_file_get_contents (path, &newer, &length, NULL));
  newer[63] = 99; /* user_version, the last of its four bytes */
  assert_refused (path, newer, (gssize) length, HEARSAY_STORE_ERROR_TOO_NEW);
  newer[63] = 1;
  newer[68] = 'X'; /* application_id */
  assert_refused (path, newer, (gssize) length, HEARSAY_STORE_ERROR_NOT_A_COLLECTION);
  g_assert_null (hearsay_store_open (folder, &error));
  g_assert_nonnull (error);
  remove_folder (folder);
}

static void
test_damage (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  g_autofree char *data = NULL;
  gsize length;
  guint n_opened = 0;
  guint n_told = 0;

  add_made_articles (store, 40);
  close_store (store);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (guint page = 1; page < length / 4096; page += 3)
    {
      g_autofree char *broken = g_memdup2 (data, length);
      g_autofree char *after = NULL;
      gsize after_length;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 4096; i++)
        broken[page * 4096 + i] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, broken, (gssize) length, NULL));
      store = hearsay_store_open (path, &error);
      if (store == NULL)
        {
          g_assert_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_DAMAGED);
          continue;
        }
      n_opened++;
      n_told += hearsay_store_get_problem (store) != NULL ? 1 : 0;
      if (hearsay_store_get_problem (store) != NULL)
        {
          g_autoptr (HearsayAnalysis) analysis = make_analysis ("late", 3);

          hearsay_store_add_analysis (store, analysis);
          g_assert_false (hearsay_store_flush (store, NULL));
          g_object_unref (store);
          g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
          g_assert_cmpmem (after, after_length, broken, length);
        }
      else
        g_object_unref (store);
    }
  g_assert_cmpuint (n_opened, >, 5);
  g_assert_cmpuint (n_told, >, 5);
  remove_folder (folder);
}

static void
failed_cb (HearsayStore *store,
           GError       *error,
           GError      **kept)
{
  g_clear_error (kept);
  *kept = g_error_copy (error);
}

static void
test_read_only (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  g_autoptr (GError) error = NULL;

  add_made_articles (store, 2);
  close_store (store);
  g_chmod (path, 0400);
  if (g_access (path, W_OK) == 0)
    g_test_skip ("this user may write everything");
  else
    {
      store = open_store (path);
      g_assert_true (hearsay_store_is_read_only (store));
      g_signal_connect (store, "failed", G_CALLBACK (failed_cb), &error);
      add_made_article (store, "late", 9);
      g_assert_false (hearsay_store_flush (store, NULL));
      while (error == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_READ_ONLY);
      g_assert_nonnull (get_article (store, "late"));
      g_object_unref (store);
    }
  remove_folder (folder);
}

static void
test_two_connections (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *first = open_store (path);
  HearsayStore *second = open_store (path);
  HearsayStore *both;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *left = g_strdup_printf ("left-%u", i);
      g_autofree char *right = g_strdup_printf ("right-%u", i);

      add_made_article (first, left, i);
      add_made_article (second, right, i + 3);
    }
  close_store (first);
  close_store (second);
  both = open_store (path);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_collection_get_articles (hearsay_store_get_collection (both))),
                    ==, 20);
  close_store (both);
  remove_folder (folder);
}

static void
test_save_copy (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "copy of it.hearsay", NULL);
  HearsayStore *store = open_store (NULL);
  HearsayStore *copy;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add_made_articles (store, 5);
  for (guint i = 0; i < 2; i++)
    {
      hearsay_store_save_copy (store, path, &error);
      g_assert_no_error (error);
    }
  copy = open_store (path);
  before = describe (hearsay_store_get_collection (store));
  after = describe (hearsay_store_get_collection (copy));
  g_assert_cmpstr (after, ==, before);
  g_assert_false (hearsay_store_save_copy (store, "/nowhere/at/all", &error));
  g_assert_nonnull (error);
  close_store (copy);
  close_store (store);
  remove_folder (folder);
}

/* Large files come in by and by; whoever adds something gets all of it. */
static void
test_background (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *filler = g_strnfill (200000, 'x');

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("long-%u", i);
      g_autofree char *padded_id = g_strconcat ("padded-", id, NULL);
      g_autoptr (HearsayAnalysis) padded = hearsay_analysis_new (filler, -1);

      add_made_article (store, id, i);
      padded->id = hearsay_analysis_intern (padded, padded_id);
      hearsay_store_add_analysis (store, padded);
    }
  before = describe (hearsay_store_get_collection (store));
  close_store (store);
  store = open_store (path);
  g_assert_true (hearsay_store_is_loading (store));
  while (hearsay_store_is_loading (store))
    g_main_context_iteration (NULL, TRUE);
  after = describe (hearsay_store_get_collection (store));
  g_assert_cmpstr (after, ==, before);
  close_store (store);
  store = open_store (path);
  add_made_article (store, "long-3", 77);
  g_assert_false (hearsay_store_is_loading (store));
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_collection_get_articles (hearsay_store_get_collection (store))),
                    ==, 120);
  close_store (store);
  store = open_store (path);
  g_assert_finalize_object (store);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/files/crash", test_crash);
  g_test_add_func ("/store/files/foreign-files", test_foreign_files);
  g_test_add_func ("/store/files/damage", test_damage);
  g_test_add_func ("/store/files/read-only", test_read_only);
  g_test_add_func ("/store/files/two-connections", test_two_connections);
  g_test_add_func ("/store/files/save-copy", test_save_copy);
  g_test_add_func ("/store/files/background", test_background);
  return g_test_run ();
}
