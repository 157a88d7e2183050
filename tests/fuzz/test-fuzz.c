/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "fuzz.h"

/* Changed copies of each seed: as many as take a second or two; fewer where a library does the work. */
#define N_ROUNDS 400
#define N_ROUNDS_PDF 60
#define N_ROUNDS_MODEL 100

/* Pieces that formats give a meaning to. */
static const char *const pieces[] = {
  "<", ">", "</", "<!--", "<table><tr><td>", "</div></div>", "<a href=x>", "&#0;", "&#x110000;", "&amp", "{", "}", "[", "]",
  "\"", "\\u", "\\ud800", "\\u0000", "null", "1e999", "-", ",", ":", "\n", "\r\n", "\n\n", "\xff\xfe", "\xef\xbb\xbf", "\xc3",
  "\xed\xa0\x80", "\xf4\x90\x80\x80", "By ", "Published: ", "99/99/9999", "Photo: ", " - ", "stream\n", "endobj", "obj <<", "/Length 9999999",
};

static void
insert (GByteArray   *bytes,
        guint         at,
        const guint8 *data,
        guint         length)
{
  guint tail = bytes->len - at;

  g_byte_array_set_size (bytes, bytes->len + length);
  memmove (bytes->data + at + length, bytes->data + at, tail);
  memcpy (bytes->data + at, data, length);
}

static void
mutate (GByteArray *bytes,
        GRand      *rand)
{
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
  guint n = bytes->len - at > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) MIN (bytes->len - at, 200) + 1) : 0;
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  g_autofree guint8 *copy = NULL;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      if (at < bytes->len)
        bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      if (n > 0)
        g_byte_array_remove_range (bytes, at, n);
      break;
    case 2:
      copy = g_memdup2 (bytes->data + at, n);
      if (n > 0)
        insert (bytes, (guint) g_rand_int_range (rand, 0, (gint32) bytes->len + 1), copy, n);
      break;
    case 3:
      g_byte_array_set_size (bytes, at);
      break;
    default:
      insert (bytes, at, (const guint8 *) piece, (guint) strlen (piece));
      break;
    }
}

static void
test_mutations (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240229);
  g_autoptr (GError) error = NULL;
  guint n_rounds = g_str_has_suffix (name, ".pdf") ? N_ROUNDS_PDF : g_str_has_suffix (name, ".bin") ? N_ROUNDS_MODEL : N_ROUNDS;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
      for (guint n = (guint) g_rand_int_range (rand, 1, 9); n > 0; n--)
        mutate (bytes, rand);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/", argv[i], NULL);

      g_test_add_data_func (path, argv[i], test_mutations);
    }
  return g_test_run ();
}
