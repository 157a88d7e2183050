/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <poppler.h>
#include <string.h>

#include "io/hearsay-decode.h"
#include "io/hearsay-paragraphs.h"
#include "io/hearsay-print.h"
#include "io/hearsay-readers.h"

#define MAX_PAGES 5000
/* The mark of a PDF may stand behind some other bytes. */
#define PEEK 1024

gboolean
hearsay_reader_pdf_sniff (const guint8 *bytes,
                          gsize         length)
{
  return memmem (bytes, MIN (length, PEEK), "%PDF-", 5) != NULL;
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &reason);

  if (document != NULL)
    return document;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_ENCRYPTED, _("This PDF is locked with a password"));
  else
    g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BROKEN, _("This PDF is damaged"));
  return NULL;
}

/* Grows the line's box by the box of one character. */
static void
extend (HearsayPrintLine       *line,
        const PopplerRectangle *box,
        gboolean                first)
{
  if (box->x2 <= box->x1)
    return;
  line->left = first ? box->x1 : MIN (line->left, box->x1);
  line->right = first ? box->x2 : MAX (line->right, box->x2);
  line->top = first ? box->y1 : MIN (line->top, box->y1);
  line->bottom = first ? box->y2 : MAX (line->bottom, box->y2);
  line->height = MAX (line->height, box->y2 - box->y1);
}

static void
add_line (HearsayPrint     *print,
          HearsayPrintLine *line,
          const char       *start,
          const char       *end)
{
  g_autofree char *raw = g_strndup (start, (gsize) (end - start));
  g_autofree char *valid = g_utf8_make_valid (raw, -1);

  line->text = hearsay_tidy_spaces (valid);
  if (line->text[0] != '\0')
    hearsay_print_add (print, *line);
  else
    g_free (line->text);
}

/* The lines of one page: Poppler gives its text in reading order, and a box for each character of it. */
static void
add_page (HearsayPrint *print,
          PopplerPage  *page,
          guint         index)
{
  g_autofree char *text = poppler_page_get_text (page);
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  guint i = 0;
  const char *start = text;
  HearsayPrintLine line = { .page = index };
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  g_array_append_val (print->page_heights, height);
  if (text == NULL)
    return;
  if (!poppler_page_get_text_layout (page, &boxes, &n_boxes))
    n_boxes = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      if (*p == '\n')
        {
          add_line (print, &line, start, p);
          line = (HearsayPrintLine) { .page = index };
          start = p + 1;
        }
      else if (i < n_boxes && *p != ' ')
        extend (&line, &boxes[i], line.right == 0.0);
    }
  add_line (print, &line, start, start + strlen (start));
  g_free (boxes);
}

/* “Microsoft Word - draft7.doc” says what the file was made from, not what it is called. */
static gboolean
is_sensible_title (const char *title)
{
  static const char *const made[] = { "Microsoft Word", "untitled", "Untitled", "PowerPoint", "Layout 1", "Document", NULL };
  static const char *const endings[] = { ".doc", ".docx", ".indd", ".pdf", ".qxd", ".odt", ".rtf", ".html", ".ps", ".tex", ".dvi", NULL };
  gsize length = strlen (title);

  for (guint i = 0; made[i] != NULL; i++)
    {
      if (g_str_has_prefix (title, made[i]))
        return FALSE;
    }
  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (title, endings[i]))
        return FALSE;
    }
  return length >= 8 && length <= 300 && strchr (title, ' ') != NULL && strstr (title, "://") == NULL;
}

/* The name of a person, not of an account. */
static gboolean
is_sensible_author (const char *author)
{
  if (strlen (author) > 100 || strchr (author, ' ') == NULL || strchr (author, '@') != NULL ||
      !g_unichar_isupper (g_utf8_get_char (author)))
    return FALSE;
  for (const char *p = author; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_tidy (char *value)
{
  g_autofree char *owned = value;
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  return valid != NULL ? hearsay_tidy_spaces (valid) : NULL;
}

static void
take_title (HearsayDocument *document,
            PopplerDocument *pdf,
            HearsayPrint    *print)
{
  g_autofree char *title = dup_tidy (poppler_document_get_title (pdf));

  document->title = hearsay_print_take_title (print);
  if (document->title == NULL && title != NULL && is_sensible_title (title))
    document->title = g_steal_pointer (&title);
}

/* What the file says of itself, where the pages do not say it. The day it was
 * made counts only while nobody has saved it again. */
static void
take_rest (HearsayDocument *document,
           PopplerDocument *pdf)
{
  g_autofree char *author = dup_tidy (poppler_document_get_author (pdf));
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (pdf);
  g_autoptr (GDateTime) modified = poppler_document_get_modification_date_time (pdf);

  if (document->byline == NULL && author != NULL && is_sensible_author (author))
    document->byline = g_steal_pointer (&author);
  if (!hearsay_date_is_set (document->published) && created != NULL &&
      (modified == NULL || g_date_time_difference (modified, created) < G_TIME_SPAN_DAY))
    document->published = hearsay_date_new_day (g_date_time_get_year (created), g_date_time_get_month (created),
                                                g_date_time_get_day_of_month (created));
}

static gboolean
read_pages (PopplerDocument  *pdf,
            HearsayPrint     *print,
            GCancellable     *cancellable,
            GError          **error)
{
  int n_pages = poppler_document_get_n_pages (pdf);

  if (n_pages > MAX_PAGES)
    {
      g_set_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_TOO_BIG, _("This PDF has more than %d pages"), MAX_PAGES);
      return FALSE;
    }
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = poppler_document_get_page (pdf, i);
      if (page != NULL)
        add_page (print, page, print->page_heights->len);
      g_clear_object (&page);
    }
  if (print->page_heights->len == 0)
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BROKEN, _("This PDF is damaged"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
fill (HearsayDocument  *document,
      PopplerDocument  *pdf,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr (HearsayPrint) print = hearsay_print_new ();
  g_autofree char *text = NULL;

  if (!read_pages (pdf, print, cancellable, error))
    return FALSE;
  if (print->lines->len == 0)
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_NO_TEXT,
                           _("No text in this PDF: it holds only pictures of pages"));
      return FALSE;
    }
  take_title (document, pdf, print);
  text = hearsay_print_dup_text (print);
  if (!hearsay_document_from_lines (document, text))
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_NO_TEXT, _("There is no article in this PDF"));
      return FALSE;
    }
  take_rest (document, pdf);
  return TRUE;
}

gboolean
hearsay_reader_pdf_read (GBytes        *bytes,
                         const char    *uri,
                         GPtrArray     *documents,
                         GCancellable  *cancellable,
                         GError       **error)
{
  HearsayDocument *document;
  PopplerDocument *pdf = open_document (bytes, error);
  gboolean done;

  if (pdf == NULL)
    return FALSE;
  document = hearsay_document_new ();
  done = fill (document, pdf, cancellable, error);
  if (done)
    g_ptr_array_add (documents, document);
  else
    hearsay_document_free (document);
  g_object_unref (pdf);
  return done;
}
