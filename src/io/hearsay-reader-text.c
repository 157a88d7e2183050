/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "io/hearsay-decode.h"
#include "io/hearsay-front-matter.h"
#include "io/hearsay-paragraphs.h"
#include "io/hearsay-readers.h"

/* Lines at the top among which the article's head may stand. */
#define MAX_HEAD 14
#define MAX_TITLE 220

static gboolean
is_title_like (const char *line)
{
  gsize length = strlen (line);
  gboolean letter = FALSE;

  if (length < 3 || length > MAX_TITLE || hearsay_line_is_dateline (line))
    return FALSE;
  for (const char *p = line; *p != '\0' && !letter; p = g_utf8_next_char (p))
    letter = g_unichar_isalpha (g_utf8_get_char (p));
  if (!letter || line[length - 1] == '.' || line[length - 1] == ',' || line[length - 1] == ':' || line[length - 1] == ';')
    return FALSE;
  /* A quotation of a whole sentence opens an article more often than it names one. */
  return !(hearsay_line_ends_sentence (line) && length > 110);
}

/* Whether what follows @index could be an article under a title: more than one
 * line, or one that is clearly body. */
static gboolean
has_body_below (GPtrArray *paragraphs,
                guint      index)
{
  for (guint i = index + 1; i < paragraphs->len; i++)
    {
      const char *line = g_ptr_array_index (paragraphs, i);
      HearsayLineKind kind = hearsay_line_classify (line);

      if (kind == HEARSAY_LINE_OTHER && (strlen (line) > 60 || hearsay_line_ends_sentence (line)))
        return TRUE;
    }
  return FALSE;
}

/* The title among the first lines: the first line that is nothing else, looks
 * like one, and has an article below it. */
static guint
find_title (GPtrArray *paragraphs)
{
  guint all_capitals = G_MAXUINT;

  for (guint i = 0; i < MIN (paragraphs->len, MAX_HEAD); i++)
    {
      const char *line = g_ptr_array_index (paragraphs, i);

      switch (hearsay_line_classify (line))
        {
        case HEARSAY_LINE_TITLE:
          return G_MAXUINT;
        case HEARSAY_LINE_SECTION:
        case HEARSAY_LINE_PUBLISHER:
          if (all_capitals == G_MAXUINT)
            all_capitals = i;
          continue;
        case HEARSAY_LINE_OTHER:
          break;
        case HEARSAY_LINE_DATE:
        case HEARSAY_LINE_BYLINE:
        case HEARSAY_LINE_CAPTION:
        case HEARSAY_LINE_CHROME:
        default:
          continue;
        }
      if (is_title_like (line) && has_body_below (paragraphs, i))
        return i;
      /* The body has begun: a line that could have been a section or a
       * publisher was the title, when it is the only line above. */
      return has_body_below (paragraphs, i) || i + 1 == paragraphs->len ? all_capitals : G_MAXUINT;
    }
  return G_MAXUINT;
}

/* Files the head's lines and returns the index of the body's first paragraph.
 * A deck between the title and the date is kept: its words belong to the article. */
static guint
take_head (HearsayDocument *document,
           GPtrArray       *paragraphs,
           GPtrArray       *decks)
{
  guint title = find_title (paragraphs);
  guint first_body = title == G_MAXUINT ? 0 : title + 1;
  gboolean body = FALSE;

  for (guint i = 0; i < MIN (paragraphs->len, MAX_HEAD) && !body; i++)
    {
      const char *line = g_ptr_array_index (paragraphs, i);

      if (i == title)
        {
          document->title = hearsay_tidy_spaces (line);
          continue;
        }
      switch (hearsay_front_matter_take (document, line))
        {
        case HEARSAY_LINE_OTHER:
          body = title == G_MAXUINT || i > title;
          if (body && is_title_like (line) && strlen (line) < MAX_TITLE && i + 1 < paragraphs->len &&
              (hearsay_line_classify (g_ptr_array_index (paragraphs, i + 1)) == HEARSAY_LINE_DATE ||
               hearsay_line_classify (g_ptr_array_index (paragraphs, i + 1)) == HEARSAY_LINE_BYLINE))
            {
              g_ptr_array_add (decks, (gpointer) line);
              body = FALSE;
            }
          break;
        case HEARSAY_LINE_DATE:
        case HEARSAY_LINE_BYLINE:
        case HEARSAY_LINE_PUBLISHER:
        case HEARSAY_LINE_SECTION:
        case HEARSAY_LINE_TITLE:
        case HEARSAY_LINE_CAPTION:
        case HEARSAY_LINE_CHROME:
        default:
          break;
        }
      if (!body)
        first_body = MAX (first_body, i + 1);
    }
  return first_body;
}

static gboolean
is_body (const char *line,
         gboolean    last)
{
  switch (hearsay_line_classify (line))
    {
    case HEARSAY_LINE_CAPTION:
    case HEARSAY_LINE_CHROME:
      return FALSE;
    case HEARSAY_LINE_DATE:
    case HEARSAY_LINE_BYLINE:
    case HEARSAY_LINE_PUBLISHER:
      return !last;
    case HEARSAY_LINE_OTHER:
    case HEARSAY_LINE_SECTION:
    case HEARSAY_LINE_TITLE:
    default:
      return TRUE;
    }
}

static char *
join_body (GPtrArray *paragraphs,
           guint      first,
           GPtrArray *decks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < decks->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", (const char *) g_ptr_array_index (decks, i));
  for (guint i = first; i < paragraphs->len; i++)
    {
      const char *line = g_ptr_array_index (paragraphs, i);

      if (!is_body (line, i + 1 == paragraphs->len && i > first))
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

/**
 * hearsay_document_from_lines:
 * @text: valid UTF-8 with plain line ends
 * @document: what is known already stays; text and head are filled in
 *
 * Sorts an article that was typed or printed into its head and its body.
 *
 * Returns: whether there is a body
 */
gboolean
hearsay_document_from_lines (HearsayDocument *document,
                             const char      *text)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GPtrArray) decks = g_ptr_array_new ();
  g_autofree char *title = NULL;
  guint first;

  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  paragraphs = hearsay_paragraphs_split (text);
  title = g_steal_pointer (&document->title);
  first = take_head (document, paragraphs, decks);
  if (title != NULL)
    {
      g_free (document->title);
      document->title = g_steal_pointer (&title);
    }
  g_free (document->text);
  document->text = join_body (paragraphs, first, decks);
  /* Nothing but what looks like a head: then it is what there is to read. */
  if (document->text[0] == '\0' && paragraphs->len > 0)
    {
      g_free (document->text);
      document->text = join_body (paragraphs, 0, decks);
    }
  return document->text[0] != '\0';
}

gboolean
hearsay_reader_text_read (GBytes        *bytes,
                          const char    *uri,
                          GPtrArray     *documents,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (HearsayDocument) document = hearsay_document_new ();
  g_autofree char *decoded = NULL;
  g_autofree char *text = NULL;
  gconstpointer data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  decoded = hearsay_decode_text (data, length, NULL, error);
  if (decoded == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  text = hearsay_tidy_lines (decoded);
  g_clear_pointer (&decoded, g_free);
  if (!hearsay_document_from_lines (document, text))
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_EMPTY, _("There is no text in the file"));
      return FALSE;
    }
  g_ptr_array_add (documents, g_steal_pointer (&document));
  return TRUE;
}
