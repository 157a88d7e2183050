/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "ui-fixtures.h"
#include "ui/hearsay-importer.h"

static const char article[] =
  "Council keeps the library\n\n"
  "LUND — The library will stay open, the mayor said on Monday. “Nobody wants to close it,” Mayor Ada Holt told the council.\n\n"
  "Ben Okoro said that the plan had been a mistake.\n";

static HearsayImporter *
new_importer (void)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (0);

  return hearsay_importer_new (store);
}

static GListModel *
get_articles (HearsayImporter *importer)
{
  g_autoptr (HearsayStore) store = NULL;

  g_object_get (importer, "store", &store, NULL);
  return hearsay_collection_get_articles (hearsay_store_get_collection (store));
}

static void
import (HearsayImporter *importer,
        const char      *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  hearsay_importer_add (importer, &file, 1);
}

static void
finished_cb (HearsayImporter *importer,
             guint            n_articles,
             guint            n_failed,
             gboolean         cancelled,
             guint           *result)
{
  *result = n_articles * 10 + n_failed;
}

static void
test_article (void)
{
  g_autoptr (HearsayImporter) importer = new_importer ();
  g_autofree char *path = ui_fixture_write_file ("library.txt", article, -1);
  g_autoptr (HearsayArticle) row = NULL;
  g_autoptr (HearsayArticle) done = NULL;
  guint result = G_MAXUINT;

  g_signal_connect (importer, "finished", G_CALLBACK (finished_cb), &result);
  import (importer, path);
  g_assert_true (hearsay_importer_get_busy (importer));
  row = g_list_model_get_item (hearsay_importer_get_rows (importer), 0);
  g_assert_nonnull (row);
  g_assert_true (hearsay_importer_is_row (importer, row));
  g_assert_cmpint (hearsay_article_get_state (row), ==, HEARSAY_ARTICLE_READING);
  g_assert_cmpstr (hearsay_article_get_display_title (row), ==, "library.txt");

  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (result, ==, 10);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_importer_get_rows (importer)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_articles (importer)), ==, 1);
  done = g_list_model_get_item (get_articles (importer), 0);
  g_assert_false (hearsay_importer_is_row (importer, done));
  g_assert_cmpint (hearsay_article_get_state (done), ==, HEARSAY_ARTICLE_READY);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_article_get_statements (done)), >, 0);
}

static void
test_failures (void)
{
  g_autoptr (HearsayImporter) importer = new_importer ();
  g_autofree char *empty = ui_fixture_write_file ("bad/empty.txt", "", 0);
  g_autofree char *binary = ui_fixture_write_file ("bad/binary.txt", "\x7f" "ELF\0\1\2\3\0\0\0\0\0\0\0\0\xff\xfe\xfd", 19);
  g_autofree char *good = ui_fixture_write_file ("bad/good.txt", article, -1);
  g_autofree char *missing = g_build_filename (g_get_user_data_dir (), "bad", "missing.txt", NULL);
  GListModel *rows = hearsay_importer_get_rows (importer);
  guint result = 0;

  g_signal_connect (importer, "finished", G_CALLBACK (finished_cb), &result);
  import (importer, empty);
  import (importer, binary);
  import (importer, missing);
  import (importer, good);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (result, ==, 13);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HearsayArticle) row = g_list_model_get_item (rows, i);

      g_assert_cmpint (hearsay_article_get_state (row), ==, HEARSAY_ARTICLE_FAILED);
      g_assert_nonnull (hearsay_article_get_error (row));
      g_assert_cmpuint (strlen (hearsay_article_get_error (row)), >, 5);
    }
}

static void
test_retry_and_remove (void)
{
  g_autoptr (HearsayImporter) importer = new_importer ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "late.txt", NULL);
  g_autofree char *written = NULL;
  GListModel *rows = hearsay_importer_get_rows (importer);
  g_autoptr (HearsayArticle) row = NULL;
  g_autoptr (HearsayArticle) again = NULL;

  import (importer, path);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  row = g_list_model_get_item (rows, 0);
  hearsay_importer_retry (importer, row);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  again = g_list_model_get_item (rows, 0);
  g_assert_cmpint (hearsay_article_get_state (again), ==, HEARSAY_ARTICLE_FAILED);

  written = ui_fixture_write_file ("late.txt", article, -1);
  hearsay_importer_retry (importer, again);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_articles (importer)), ==, 1);

  import (importer, "/nowhere/at all.txt");
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_clear_object (&row);
  row = g_list_model_get_item (rows, 0);
  hearsay_importer_remove (importer, row);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
}

static void
test_folder (void)
{
  g_autoptr (HearsayImporter) importer = new_importer ();
  g_autofree char *other = g_strconcat (article, "\nNobody objected, Holt said.\n", NULL);
  g_autofree char *a = ui_fixture_write_file ("folder/a.txt", article, -1);
  g_autofree char *b = ui_fixture_write_file ("folder/deeper/b.txt", other, -1);
  g_autofree char *hidden = ui_fixture_write_file ("folder/.hidden.txt", article, -1);
  g_autofree char *folder = g_path_get_dirname (a);
  guint result = 0;

  g_signal_connect (importer, "finished", G_CALLBACK (finished_cb), &result);
  import (importer, folder);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (result, ==, 20);
  g_assert_cmpuint (g_list_model_get_n_items (get_articles (importer)), ==, 2);
}

/* Threads finish in any order; the collection has the order of the files. */
static void
test_order (void)
{
  g_autoptr (HearsayImporter) importer = new_importer ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *name = g_strdup_printf ("order/%u.txt", i);
      g_autoptr (GString) contents = g_string_new (NULL);
      g_autofree char *path = NULL;

      g_string_printf (contents, "Vote number %u\n\n", i);
      for (guint k = 0; k < (i % 3 == 0 ? 400 : 1); k++)
        g_string_append (contents, "The vote was fair, Mayor Ada Holt said on Monday.\n\n");
      path = ui_fixture_write_file (name, contents->str, (gssize) contents->len);
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  hearsay_importer_add (importer, (GFile **) files->pdata, files->len);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (g_list_model_get_n_items (get_articles (importer)), ==, 24);
  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (HearsayArticle) done = g_list_model_get_item (get_articles (importer), i);
      g_autofree char *title = g_strdup_printf ("Vote number %u", i);

      g_assert_cmpstr (hearsay_article_get_title (done), ==, title);
    }
}

static void
test_cancel (void)
{
  g_autoptr (HearsayImporter) importer = new_importer ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *rows = hearsay_importer_get_rows (importer);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%u.txt", i);
      g_autofree char *contents = g_strdup_printf ("%sThat was the vote of day %u.\n", article, i);
      g_autofree char *path = ui_fixture_write_file (name, contents, -1);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  hearsay_importer_add (importer, (GFile **) files->pdata, files->len);
  ui_fixture_wait_for (hearsay_importer_get_n_done (importer) >= 3);
  hearsay_importer_cancel (importer);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_articles (importer)), >=, 3);
  g_assert_cmpuint (g_list_model_get_n_items (get_articles (importer)), <, 200);

  import (importer, g_file_peek_path (g_ptr_array_index (files, 199)));
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
}

static void
test_finalize (void)
{
  HearsayImporter *importer = new_importer ();
  g_autofree char *path = ui_fixture_write_file ("last.txt", article, -1);

  import (importer, path);
  ui_fixture_assert_finalize (importer);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init_plain (&argc, &argv);

  g_test_add_func ("/importer/article", test_article);
  g_test_add_func ("/importer/failures", test_failures);
  g_test_add_func ("/importer/retry-and-remove", test_retry_and_remove);
  g_test_add_func ("/importer/folder", test_folder);
  g_test_add_func ("/importer/order", test_order);
  g_test_add_func ("/importer/cancel", test_cancel);
  g_test_add_func ("/importer/finalize", test_finalize);
  return g_test_run ();
}
