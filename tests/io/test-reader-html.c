/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-reader.h"

static HearsayDocument *
read_html (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = hearsay_read_bytes (bytes, "file:///page.html", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (documents->len, ==, 1);
  return g_ptr_array_steal_index (documents, 0);
}

static void
test_news_page (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "html", "ferry.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = hearsay_read_file (file, NULL, &error);
  HearsayDocument *document;
  char buffer[HEARSAY_DATE_BUFFER];

  g_assert_no_error (error);
  document = g_ptr_array_index (documents, 0);
  g_assert_cmpstr (document->title, ==, "Port Alder keeps its ferry");
  g_assert_cmpstr (document->byline, ==, "Jane Roe, Tom Sand");
  g_assert_cmpstr (document->publisher, ==, "The Alder Gazette");
  g_assert_cmpstr (document->section, ==, "Local");
  g_assert_cmpstr (document->language, ==, "en");
  g_assert_cmpstr (hearsay_date_format (document->published, buffer), ==, "2021-03-03T18:05");
  g_assert_cmpstr (document->text, ==,
                   "The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years.\n\n"
                   "“Nobody is going to be left on the island,” said Mara Quill, who chairs the council.\n\n"
                   "What it costs\n\n"
                   "The owners said the vote would cost them 40,000 crowns a month. They have not decided whether to go to court.\n\n"
                   "Year Passengers\n\n2018 41,000\n\n2019 39,500\n\n"
                   "“We will read the decision first,” Ivo Brandt, their lawyer, told the Gazette.");
}

#define ONE "The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years."
#define TWO "The owners said the vote would cost them a great deal of money, and that they would go to court."

static void
test_line_breaks (void)
{
  g_autoptr (HearsayDocument) document = read_html (
    "<html><head><title>A ferry stays - Alder</title></head><body><div id=main>" ONE "<br><br>\n" TWO "</div></body></html>");

  g_assert_cmpstr (document->title, ==, "A ferry stays");
  g_assert_cmpstr (document->text, ==, ONE "\n\n" TWO);
}

static void
test_charset (void)
{
  g_autoptr (HearsayDocument) document = read_html (
    "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\"><title>Caf\xe9</title></head>"
    "<body><p>\x93The caf\xe9 is closed,\x94 said the owner, and nobody in the whole town could say for how long.</p></body></html>");

  g_assert_cmpstr (document->title, ==, "Café");
  g_assert_cmpstr (document->text, ==,
                   "“The café is closed,” said the owner, and nobody in the whole town could say for how long.");
}

static void
test_linked_body (void)
{
  g_autoptr (HearsayDocument) document = read_html (
    "<html><head><title>A ferry stays</title><script type=\"application/ld+json\"><![CDATA[ {\"@type\":\"NewsArticle\","
    "\"headline\":\"A ferry stays\",\"datePublished\":\"2021-03-03\",\"articleBody\":\"" ONE "\\n\\n" TWO "\"} ]]></script></head>"
    "<body><p>Please log in.</p></body></html>");

  g_assert_cmpstr (document->text, ==, ONE "\n\n" TWO);
  g_assert_cmpuint (document->published.day, ==, 3);
}

static void
test_comments_longer_than_article (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body><div class=content><p>" ONE "</p><p>" TWO "</p><p>" ONE TWO "</p></div><div class='comments'>");
  g_autoptr (HearsayDocument) document = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (html, "<p>I do not agree with this at all, and I have said so for years to everybody who would listen to me.</p>");
  g_string_append (html, "</div></body></html>");
  document = read_html (html->str);
  g_assert_cmpstr (document->text, ==, ONE "\n\n" TWO "\n\n" ONE TWO);
}

static void
test_sniffed_before_name (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<!-- saved -->\n<!DOCTYPE html><p>" ONE, strlen ("<!-- saved -->\n<!DOCTYPE html><p>" ONE));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = hearsay_read_bytes (bytes, "file:///page.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((HearsayDocument *) g_ptr_array_index (documents, 0))->text, ==, ONE);
}

static void
refuse (const char      *html,
        HearsayReadError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;

  g_assert_null (hearsay_read_bytes (bytes, "file:///page.html", NULL, &error));
  g_assert_error (error, HEARSAY_READ_ERROR, (int) code);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("<html><body>");
  g_autoptr (GString) nested = g_string_new ("<html><body>");
  g_autoptr (HearsayDocument) document = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "<div>");
  refuse (deep->str, HEARSAY_READ_ERROR_BROKEN);
  refuse ("<html><body></body></html>", HEARSAY_READ_ERROR_NO_TEXT);
  refuse ("<html><body><script>var a = 'words';</script></body></html>", HEARSAY_READ_ERROR_NO_TEXT);

  /* Below the limit, but above what the parser takes by itself. */
  for (guint i = 0; i < 600; i++)
    g_string_append (nested, "<div>");
  g_string_append (nested, "<p>" ONE "</p>");
  document = read_html (nested->str);
  g_assert_cmpstr (document->text, ==, ONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-html/news-page", test_news_page);
  g_test_add_func ("/reader-html/line-breaks", test_line_breaks);
  g_test_add_func ("/reader-html/charset", test_charset);
  g_test_add_func ("/reader-html/linked-body", test_linked_body);
  g_test_add_func ("/reader-html/comments-longer-than-article", test_comments_longer_than_article);
  g_test_add_func ("/reader-html/sniffed-before-name", test_sniffed_before_name);
  g_test_add_func ("/reader-html/hostile", test_hostile);
  return g_test_run ();
}
