/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-print.h"
#include "io/hearsay-reader.h"

static GPtrArray *
read_pdf (const char  *name,
          GError     **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pdf", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return hearsay_read_file (file, NULL, error);
}

static void
test_columns (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_pdf ("columns.pdf", &error);
  HearsayDocument *document;
  g_auto (GStrv) paragraphs = NULL;
  char buffer[HEARSAY_DATE_BUFFER];

  g_assert_no_error (error);
  document = g_ptr_array_index (documents, 0);
  g_assert_cmpstr (document->title, ==, "Port Alder keeps its ferry");
  g_assert_cmpstr (document->byline, ==, "Jane Roe");
  g_assert_cmpstr (hearsay_date_format (document->published, buffer), ==, "2021-03-03");
  g_assert_null (strstr (document->text, "GAZETTE"));
  paragraphs = g_strsplit (document->text, "\n\n", -1);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 6);
  g_assert_cmpstr (paragraphs[0], ==,
                   "The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years, "
                   "ending a dispute that had lasted since the spring. The vote was close, and three members left the room "
                   "before it was taken.");
  g_assert_nonnull (strstr (paragraphs[1], "a long-term plan would follow in the autumn"));
  g_assert_true (g_str_has_prefix (paragraphs[3], "Passengers were relieved."));
  g_assert_true (g_str_has_prefix (paragraphs[4], "The regional government, which"));
}

static void
test_description (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_pdf ("single.pdf", &error);
  HearsayDocument *document;
  char buffer[HEARSAY_DATE_BUFFER];

  g_assert_no_error (error);
  document = g_ptr_array_index (documents, 0);
  g_assert_cmpstr (document->title, ==, "The ferry of Port Alder");
  g_assert_cmpstr (document->byline, ==, "Jane Roe");
  g_assert_cmpstr (hearsay_date_format (document->published, buffer), ==, "2021-03-04");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    HearsayReadError code;
  } cases[] = {
    { "locked.pdf", HEARSAY_READ_ERROR_ENCRYPTED },
    { "picture.pdf", HEARSAY_READ_ERROR_NO_TEXT },
    { "broken.pdf", HEARSAY_READ_ERROR_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_pdf (cases[i].name, &error));
      g_assert_error (error, HEARSAY_READ_ERROR, (int) cases[i].code);
    }
}

static void
test_running_heads (void)
{
  g_autoptr (HearsayPrint) print = hearsay_print_new ();
  g_autofree char *text = NULL;
  double height = 800.0;

  for (guint page = 0; page < 3; page++)
    {
      HearsayPrintLine head = { g_strdup_printf ("Alder Gazette, page %u", page + 1), page, 50, 20, 200, 30, 10 };
      HearsayPrintLine body = { g_strdup_printf ("Sentence number %u of the article.", page), page, 50, 300, 300, 310, 10 };
      HearsayPrintLine number = { g_strdup_printf ("- %u -", page), page, 280, 770, 300, 780, 10 };

      g_array_append_val (print->page_heights, height);
      hearsay_print_add (print, head);
      hearsay_print_add (print, body);
      hearsay_print_add (print, number);
    }
  text = hearsay_print_dup_text (print);
  g_assert_null (strstr (text, "Gazette"));
  g_assert_null (strstr (text, "-"));
  g_assert_nonnull (strstr (text, "Sentence number 2 of the article."));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-pdf/columns", test_columns);
  g_test_add_func ("/reader-pdf/description", test_description);
  g_test_add_func ("/reader-pdf/refused", test_refused);
  g_test_add_func ("/reader-pdf/running-heads", test_running_heads);
  return g_test_run ();
}
