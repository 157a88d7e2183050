/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-reader.h"

static HearsayDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = hearsay_read_bytes (bytes, "file:///article.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 1);
  return g_ptr_array_steal_index (documents, 0);
}

#define LEDE "The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years."
#define SECOND "“Nobody is going to be left on the island,” said Mara Quill, who chairs the council."

static void
test_heads (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *byline;
    const char *publisher;
    const char *section;
    const char *published;
    const char *body;
  } cases[] = {
    { "HARBOUR / TRANSPORT\nPort Alder keeps its ferry\nPublished: Oct 23, 2020 09:33 PM\n\n\n"
      "The ferry leaves Port Alder on Monday. Photo: AFP\n\n" LEDE " \n\n" SECOND "\n",
      "Port Alder keeps its ferry", NULL, NULL, "Harbour / Transport", "2020-10-23T21:33", LEDE "\n\n" SECOND },
    { "Port Alder keeps its ferry\nBy Jane Roe\nOctober 3, 2016\n\n" LEDE "\n\n" SECOND,
      "Port Alder keeps its ferry", "Jane Roe", NULL, NULL, "2016-10-03", LEDE "\n\n" SECOND },
    { "The Alder Gazette\n\nPort Alder keeps its ferry, for now\n\nBy Jane Roe and Tom Sand | 2021-03-03\n\n" LEDE "\n" SECOND "\n",
      "Port Alder keeps its ferry, for now", "Jane Roe and Tom Sand", "The Alder Gazette", NULL, "2021-03-03", LEDE "\n\n" SECOND },
    { "Title: Ferry stays\nAuthor: Jane Roe\nSource: Alder Wire\nSection: Local\nDate: 3 March 2021\n\n" LEDE "\n\n" SECOND,
      "Ferry stays", "Jane Roe", "Alder Wire", "Local", "2021-03-03", LEDE "\n\n" SECOND },
    { "Port Alder keeps its ferry\nUpdated: March 5, 2021\nPublished: March 3, 2021\n\n" LEDE "\n\n" SECOND,
      "Port Alder keeps its ferry", NULL, NULL, NULL, "2021-03-03", LEDE "\n\n" SECOND },
    { "Port Alder keeps its ferry\n\n9:33 p.m. EDT, March 3, 2021\n\n" LEDE "\n\n" SECOND,
      "Port Alder keeps its ferry", NULL, NULL, NULL, "2021-03-03T21:33", LEDE "\n\n" SECOND },
    { "BERLIN, March 3 (Agency) — " LEDE "\n\n" SECOND,
      NULL, NULL, NULL, NULL, "", "BERLIN, March 3 (Agency) — " LEDE "\n\n" SECOND },
    { "REGION / ENERGY\n\nPort Alder keeps its ferry\n\nBy Jane Roe, The Sound Courier\n\n" LEDE "\n\n" SECOND,
      "Port Alder keeps its ferry", "Jane Roe", "The Sound Courier", "Region / Energy", "", LEDE "\n\n" SECOND },
    { "Port Alder keeps its ferry\n\nBy Jane Roe | Northern Wire\nPublished 12 June 2023, 11:05\n\n" LEDE "\n\n" SECOND,
      "Port Alder keeps its ferry", "Jane Roe", "Northern Wire", NULL, "2023-06-12T11:05", LEDE "\n\n" SECOND },
    { LEDE, NULL, NULL, NULL, NULL, "", LEDE },
    { LEDE "\n\n" SECOND "\n\n© 2021 The Alder Gazette\n", NULL, NULL, NULL, NULL, "", LEDE "\n\n" SECOND },
    { "FERRY TO STAY FOR TWO YEARS\n\n" LEDE "\n\n" SECOND, "FERRY TO STAY FOR TWO YEARS", NULL, NULL, NULL, "", LEDE "\n\n" SECOND },
    { "FERRY STAYS\n\n" LEDE "\n\n" SECOND, "FERRY STAYS", NULL, NULL, NULL, "", LEDE "\n\n" SECOND },
    { "Who pays for the ferry?\n\nPARIS — " LEDE "\n\n" SECOND, "Who pays for the ferry?", NULL, NULL, NULL, "",
      "PARIS — " LEDE "\n\n" SECOND },
    { "Port Alder keeps its ferry\r\n\r\n" LEDE "\r\n\r\n(Photo by Ann Lee/Wire)\r\n\r\n" SECOND "\r\n",
      "Port Alder keeps its ferry", NULL, NULL, NULL, "", LEDE "\n\n" SECOND },
  };
  char buffer[HEARSAY_DATE_BUFFER];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearsayDocument) document = read_text (cases[i].text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (document->title, ==, cases[i].title);
      g_assert_cmpstr (document->byline, ==, cases[i].byline);
      g_assert_cmpstr (document->publisher, ==, cases[i].publisher);
      g_assert_cmpstr (document->section, ==, cases[i].section);
      g_assert_cmpstr (hearsay_date_format (document->published, buffer), ==, cases[i].published);
      g_assert_cmpstr (document->text, ==, cases[i].body);
      g_assert_cmpstr (document->source, ==, "file:///article.txt");
      g_assert_cmpuint (strlen (document->id), ==, 16);
    }
}

static void
test_wrapped (void)
{
  g_autoptr (HearsayDocument) document = read_text (
    "Port Alder keeps its ferry\n"
    "By Jane Roe\n"
    "\n"
    "The harbour council of Port Alder voted on Tuesday to keep the old\n"
    "ferry running for two more years, ending a dispute that had lasted\n"
    "since the spring. The vote was close, and three members left the\n"
    "room before it was taken.\n"
    "\n"
    "\"Nobody is going to be left on the island,\" said Mara Quill, who\n"
    "chairs the council. She added that a long-\n"
    "term plan would follow in the autumn.\n"
    "   The owners of the ferry said they were glad, though they had not\n"
    "been asked what it would cost them.\n");

  g_assert_cmpstr (document->title, ==, "Port Alder keeps its ferry");
  g_assert_cmpstr (document->byline, ==, "Jane Roe");
  g_assert_cmpstr (document->text, ==,
                   "The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years, "
                   "ending a dispute that had lasted since the spring. The vote was close, and three members left the "
                   "room before it was taken.\n\n"
                   "\"Nobody is going to be left on the island,\" said Mara Quill, who chairs the council. She added that "
                   "a long-term plan would follow in the autumn.\n\n"
                   "The owners of the ferry said they were glad, though they had not been asked what it would cost them.");
}

static void
test_same_words_same_id (void)
{
  g_autoptr (HearsayDocument) one = read_text ("A ferry stays\n\n" LEDE "\n\n" SECOND);
  g_autoptr (HearsayDocument) two = read_text ("A ferry stays\r\n\r\n\r\n" LEDE "\r\n\r\n" SECOND "\r\n");
  g_autoptr (HearsayDocument) other = read_text ("A ferry sinks\n\n" LEDE "\n\n" SECOND);

  g_assert_cmpstr (one->id, ==, two->id);
  g_assert_cmpstr (one->id, !=, other->id);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    HearsayReadError code;
  } cases[] = {
    { "", 0, HEARSAY_READ_ERROR_EMPTY },
    { " \n\t\r\n ", 6, HEARSAY_READ_ERROR_EMPTY },
    { "\x7f" "ELF\2\1\1\0\0\0\0", 11, HEARSAY_READ_ERROR_BINARY },
    { "PK\3\4\0\0\0\0", 8, HEARSAY_READ_ERROR_BINARY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = hearsay_read_bytes (bytes, NULL, NULL, &error);

      g_assert_null (documents);
      g_assert_error (error, HEARSAY_READ_ERROR, (int) cases[i].code);
    }
}

static void
test_missing_and_folder (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.txt");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (hearsay_read_file (missing, NULL, &error));
  g_assert_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hearsay_read_file (folder, NULL, &error));
  g_assert_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FOLDER);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (LEDE, strlen (LEDE));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hearsay_read_bytes (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-text/heads", test_heads);
  g_test_add_func ("/reader-text/wrapped", test_wrapped);
  g_test_add_func ("/reader-text/same-words-same-id", test_same_words_same_id);
  g_test_add_func ("/reader-text/refused", test_refused);
  g_test_add_func ("/reader-text/missing-and-folder", test_missing_and_folder);
  g_test_add_func ("/reader-text/cancel", test_cancel);
  return g_test_run ();
}
