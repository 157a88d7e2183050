/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-model.h"

#include <glib/gstdio.h>
#include <string.h>

static GBytes *
make_file (void)
{
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) first = g_bytes_new_static ("one part of the model, longer than a lane", 41);
  g_autoptr (GBytes) second = g_bytes_new_static ("another", 7);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);

  hearsay_model_builder_add (builder, "second", none);
  hearsay_model_builder_add (builder, "first", first);
  hearsay_model_builder_add (builder, "second", second);
  hearsay_model_builder_add (builder, "empty", none);
  return hearsay_model_builder_finish (builder);
}

static void
assert_refused (gconstpointer data,
                gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = hearsay_model_new (bytes, &error);

  g_assert_null (model);
  g_assert_true (error != NULL && error->domain == HEARSAY_MODEL_ERROR);
  g_assert_true (g_error_matches (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_FOREIGN) ||
                 g_error_matches (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_DAMAGED));
}

static void
test_sections (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_autoptr (GBytes) again = make_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = hearsay_model_new (file, &error);
  gconstpointer data;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (file, again));
  data = hearsay_model_find (model, "second", &size);
  g_assert_cmpmem (data, size, "another", 7);
  data = hearsay_model_require (model, "first", 41, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (data, size, "one part of the model, longer than a lane", 41);
  g_assert_nonnull (hearsay_model_find (model, "empty", &size));
  g_assert_cmpuint (size, ==, 0);
  g_assert_null (hearsay_model_find (model, "third", &size));
  g_assert_null (hearsay_model_require (model, "first", 42, NULL, &error));
  g_assert_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION);
}

static void
test_adopt (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_autoptr (HearsayModel) model = hearsay_model_new (file, NULL);
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) copy = NULL;

  hearsay_model_builder_adopt (builder, model);
  copy = hearsay_model_builder_finish (builder);
  g_assert_true (g_bytes_equal (file, copy));
}

static void
test_flipped (void)
{
  g_autoptr (GBytes) file = make_file ();
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++)
    {
      for (guint bit = 0; bit < 8; bit++)
        {
          copy[i] ^= (guint8) (1u << bit);
          assert_refused (copy, size);
          copy[i] = data[i];
        }
    }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) file = make_file ();
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 1);

  for (gsize i = 0; i < size; i++)
    assert_refused (data, i);
  memcpy (longer, data, size);
  assert_refused (longer, size + 1);
}

static void
test_foreign (void)
{
  g_autofree char *text = g_strnfill (4096, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, 4096);
  g_autoptr (GError) error = NULL;

  g_assert_null (hearsay_model_new (bytes, &error));
  g_assert_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (hearsay_model_open ("/nowhere/english.model", &error));
  g_assert_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_READ);
}

static void
test_open (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = NULL;
  g_autofree char *directory = g_dir_make_tmp ("hearsay-model-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "test.model", NULL);
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);

  g_assert_no_error (error);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  model = hearsay_model_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hearsay_model_find (model, "first", NULL));
  g_unlink (path);
  g_rmdir (directory);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sections", test_sections);
  g_test_add_func ("/model/adopt", test_adopt);
  g_test_add_func ("/model/flipped", test_flipped);
  g_test_add_func ("/model/truncated", test_truncated);
  g_test_add_func ("/model/foreign", test_foreign);
  g_test_add_func ("/model/open", test_open);
  return g_test_run ();
}
