/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "io/hearsay-decode.h"
#include "io/hearsay-html.h"
#include "io/hearsay-readers.h"

/* Bytes at the beginning that are looked at for a charset and for what the file is. */
#define PEEK 4096
/* Elements in each other at most. Real pages stay below 100; the parser's time
 * grows with the square of it. */
#define MAX_NESTING 1024
/* Characters below which a page's own text is not taken for an article when JSON-LD holds a longer one. */
#define SHORT_BODY 400

gboolean
hearsay_reader_html_sniff (const guint8 *bytes,
                           gsize         length)
{
  static const char *const starts[] = {
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<article", "<!--[if", NULL,
  };
  g_autofree char *peek = NULL;
  char *p;

  if (length >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    {
      g_autofree char *decoded = hearsay_decode_text (bytes, MIN (length, PEEK) & ~(gsize) 1, NULL, NULL);

      peek = g_ascii_strdown (decoded != NULL ? decoded : "", -1);
    }
  else
    peek = g_ascii_strdown ((const char *) bytes, (gssize) MIN (length, PEEK));
  p = peek;
  if (g_str_has_prefix (p, "\xef\xbb\xbf"))
    p += 3;
  while (TRUE)
    {
      char *end;

      while (g_ascii_isspace (*p))
        p++;
      for (guint i = 0; starts[i] != NULL; i++)
        {
          if (g_str_has_prefix (p, starts[i]))
            return TRUE;
        }
      /* XHTML begins with a declaration, saved pages with a comment. */
      if (g_str_has_prefix (p, "<?xml"))
        end = strstr (p, "?>");
      else if (g_str_has_prefix (p, "<!--"))
        end = strstr (p, "-->");
      else
        return FALSE;
      if (end == NULL)
        return FALSE;
      p = strchr (end, '>') + 1;
    }
}

/* The charset that the page declares in its first bytes. */
static char *
dup_declared (const guint8 *bytes,
              gsize         length)
{
  g_autofree char *peek = g_ascii_strdown ((const char *) bytes, (gssize) MIN (length, PEEK));
  const char *p = strstr (peek, "charset=");
  const char *start;

  if (p != NULL)
    start = p + strlen ("charset=");
  else if (g_str_has_prefix (peek, "<?xml") && (p = strstr (peek, "encoding=")) != NULL)
    start = p + strlen ("encoding=");
  else
    return NULL;
  start += strspn (start, "\"' ");
  return g_strndup (start, strcspn (start, "\"' />;\r\n\t"));
}

/* An estimate from the tags alone; elements that close by themselves do not count. */
static gboolean
is_nested_too_deeply (const char *html)
{
  static const char *const single[] = {
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param",
    "source", "td", "th", "tr", "track", "wbr", NULL,
  };
  gint depth = 0;

  for (const char *p = strchr (html, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      gboolean closes = p[1] == '/';
      const char *name = p + (closes ? 2 : 1);
      char lower[16];
      gsize n = 0;

      while (n < sizeof lower - 1 && g_ascii_isalnum (name[n]))
        {
          lower[n] = g_ascii_tolower (name[n]);
          n++;
        }
      lower[n] = '\0';
      if (n == 0 || !g_ascii_isalpha (lower[0]) || g_strv_contains (single, lower))
        continue;
      if (!closes && (g_str_equal (lower, "script") || g_str_equal (lower, "style")))
        {
          const char *end = strstr (p, g_str_equal (lower, "script") ? "</script" : "</style");

          if (end != NULL)
            p = end;
          continue;
        }
      depth += closes ? -1 : 1;
      depth = MAX (depth, 0);
      if (depth > MAX_NESTING)
        return TRUE;
    }
  return FALSE;
}

static htmlDocPtr
parse (const char *html,
       gsize       length)
{
  htmlParserCtxtPtr context;
  htmlDocPtr doc;

  if (length > G_MAXINT)
    return NULL;
  context = htmlNewParserCtxt ();
  if (context == NULL)
    return NULL;
  /* Without it all that is below 255 levels is dropped with the rest of the page. */
  context->options |= XML_PARSE_HUGE;
  doc = htmlCtxtReadMemory (context, html, (int) length, NULL, "UTF-8",
                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                              HTML_PARSE_COMPACT);
  htmlFreeParserCtxt (context);
  return doc;
}

static void
read_linked_data (HearsayHtmlLinkedData *linked,
                  xmlNode               *root)
{
  for (xmlNode *node = root; node != NULL; node = hearsay_html_next (node, root, TRUE))
    {
      g_autofree char *type = NULL;
      xmlChar *content;

      if (!hearsay_html_is (node, "script"))
        continue;
      type = hearsay_html_dup_attribute (node, "type");
      if (type == NULL || strstr (type, "ld+json") == NULL)
        continue;
      content = xmlNodeGetContent (node);
      if (content != NULL)
        {
          hearsay_html_linked_data_read (linked, (const char *) content);
          xmlFree (content);
        }
    }
}

static xmlNode *
find_body (xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (hearsay_html_is (node, "body"))
        return node;
    }
  return root;
}

/* The body that JSON-LD holds, in paragraphs; often it has lost its line ends. */
static char *
dup_linked_body (const char *body)
{
  g_autofree char *lines = hearsay_tidy_lines (body);
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *line = hearsay_tidy_spaces (parts[i]);

      if (line[0] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
fill (HearsayDocument *document,
      xmlNode         *root)
{
  g_auto (HearsayHtmlLinkedData) linked = { 0 };
  g_autoptr (HearsayHtmlPage) page = NULL;

  read_linked_data (&linked, root);
  hearsay_html_take_metadata (document, root, &linked);
  page = hearsay_html_page_new (find_body (root));
  document->text = hearsay_html_page_dup_body (page, document->title);
  if (linked.body != NULL && strlen (document->text) < SHORT_BODY && strlen (linked.body) > 2 * strlen (document->text))
    {
      g_free (document->text);
      document->text = dup_linked_body (linked.body);
    }
}

gboolean
hearsay_reader_html_read (GBytes        *bytes,
                          const char    *uri,
                          GPtrArray     *documents,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (HearsayDocument) document = hearsay_document_new ();
  g_autofree char *declared = NULL;
  g_autofree char *html = NULL;
  htmlDocPtr doc;
  xmlNode *root;
  gconstpointer data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  declared = dup_declared (data, length);
  html = hearsay_decode_text (data, length, declared, error);
  if (html == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (is_nested_too_deeply (html))
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BROKEN, _("The page is nested too deeply"));
      return FALSE;
    }
  doc = parse (html, strlen (html));
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root != NULL)
    fill (document, root);
  xmlFreeDoc (doc);
  if (document->text == NULL || document->text[0] == '\0')
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_NO_TEXT, _("There is no article in this page"));
      return FALSE;
    }
  g_ptr_array_add (documents, g_steal_pointer (&document));
  return TRUE;
}
