/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-paragraphs.h"

#include <string.h>

#include "io/hearsay-decode.h"
#include "io/hearsay-front-matter.h"

/* Widths between which a text counts as wrapped by hand or by a mail program. */
#define MIN_WRAP 40
#define MAX_WRAP 100

typedef struct
{
  const char *start;
  guint length;
  guint width;    /* characters */
  guint indent;   /* blanks before the first character */
  gboolean blank; /* nothing on it */
} Line;

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *p = text;

  while (TRUE)
    {
      const char *end = p + strcspn (p, "\n");
      Line line = { .start = p };

      while (line.start < end && (*line.start == ' ' || *line.start == '\t'))
        {
          line.indent += *line.start == '\t' ? 4 : 1;
          line.start++;
        }
      line.length = (guint) (end - line.start);
      while (line.length > 0 && (line.start[line.length - 1] == ' ' || line.start[line.length - 1] == '\t'))
        line.length--;
      line.blank = line.length == 0;
      line.width = (guint) g_utf8_strlen (line.start, line.length);
      g_array_append_val (lines, line);
      if (*end == '\0')
        return lines;
      p = end + 1;
    }
}

/* The width that a hard-wrapped text was wrapped at, or 0. Lines that another
 * one follows directly tell: in a wrapped text hardly any is longer than the
 * width, many come close to it, and few end where a sentence does. */
static guint
find_wrap (const GArray *lines)
{
  guint histogram[MAX_WRAP + 2] = { 0 };
  guint n = 0;
  guint n_long = 0;
  guint n_ends = 0;
  guint width = MAX_WRAP;
  guint above = 0;
  guint close = 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = &g_array_index (lines, Line, i + 1);
      char last;

      if (line->blank || next->blank || (i < 4 && line->width < MIN_WRAP))
        continue;
      last = line->start[line->length - 1];
      n++;
      n_long += line->width > MAX_WRAP ? 1 : 0;
      n_ends += last == '.' || last == '!' || last == '?' || last == '"' ? 1 : 0;
      histogram[MIN (line->width, MAX_WRAP + 1)]++;
    }
  if (n < 2 || n_long * 10 > n || n_ends * 2 > n)
    return 0;
  while (width > 0 && above + histogram[width] <= n / 50)
    above += histogram[width--];
  for (guint w = width > 24 ? width - 24 : 0; w <= width; w++)
    close += histogram[w];
  return width >= MIN_WRAP && close * 2 >= n ? width : 0;
}

/* Adds @line to the paragraph before it. A word that was cut at a hyphen keeps
 * it: hand-wrapped text cuts at the hyphens that are there. */
static void
append_line (GString    *paragraph,
             const Line *line)
{
  gboolean hyphen = paragraph->len >= 2 && paragraph->str[paragraph->len - 1] == '-' &&
                    g_ascii_isalpha (paragraph->str[paragraph->len - 2]);

  if (paragraph->len > 0 && !hyphen)
    g_string_append_c (paragraph, ' ');
  g_string_append_len (paragraph, line->start, line->length);
}

static void
flush (GPtrArray *paragraphs,
       GString   *paragraph)
{
  if (paragraph->len > 0)
    {
      char *text = hearsay_tidy_spaces (paragraph->str);

      if (text[0] != '\0')
        g_ptr_array_add (paragraphs, text);
      else
        g_free (text);
    }
  g_string_truncate (paragraph, 0);
}

static HearsayLineKind
classify (const Line *line)
{
  g_autofree char *text = NULL;

  if (line->length > 240)
    return HEARSAY_LINE_OTHER;
  text = g_strndup (line->start, line->length);
  return hearsay_line_classify (text);
}

/* Whether @line begins a paragraph of its own although no blank line stands before it. */
static gboolean
begins_paragraph (const Line *before,
                  const Line *line,
                  guint       index,
                  guint       wrap)
{
  if (line->indent >= 2 && before->indent == 0 && line->indent <= 8)
    return TRUE;
  /* The line before would have had room for the first word of this one, and a sentence had ended. */
  if (before->width + 16 < wrap && index > 0)
    {
      g_autofree char *text = g_strndup (before->start, before->length);

      if (hearsay_line_ends_sentence (text))
        return TRUE;
    }
  return index < 16 && (classify (before) != HEARSAY_LINE_OTHER || classify (line) != HEARSAY_LINE_OTHER);
}

/**
 * hearsay_paragraphs_split:
 * @text: valid UTF-8 with plain line ends
 *
 * Finds the paragraphs of typed text. Where it is hard-wrapped, lines are put
 * together again and blank lines, indents and short last lines part them;
 * else each line is a paragraph. Linear in the length of @text.
 *
 * Returns: (transfer full) (element-type utf8): paragraphs, each on one line and not empty
 */
GPtrArray *
hearsay_paragraphs_split (const char *text)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint wrap;

  g_return_val_if_fail (text != NULL, NULL);

  lines = split_lines (text);
  wrap = find_wrap (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->blank || wrap == 0 ||
          (i > 0 && paragraph->len > 0 && begins_paragraph (line - 1, line, i, wrap)))
        flush (paragraphs, paragraph);
      if (!line->blank)
        append_line (paragraph, line);
    }
  flush (paragraphs, paragraph);
  return paragraphs;
}
