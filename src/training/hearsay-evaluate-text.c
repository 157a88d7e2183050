/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-text.h"

#include <string.h>

#define TEXT_COMMENT "# text = "

/* Bytes of the running text. */
typedef struct
{
  guint32 start;
  guint32 end;
} Range;

/* A treebank as running text, with the places of its words and sentences. */
typedef struct
{
  GString *text;
  GArray *words;
  GArray *sentences;
  gboolean paragraph; /* the next sentence begins one */
  gsize position;     /* behind the last word that was found */
} Running;

static void
begin_sentence (Running    *self,
                const char *text)
{
  Range sentence;

  if (self->text->len > 0)
    g_string_append (self->text, self->paragraph ? "\n\n" : " ");
  self->paragraph = FALSE;
  self->position = self->text->len;
  g_string_append (self->text, text);
  sentence = (Range) { (guint32) self->position, (guint32) self->text->len };
  g_array_append_val (self->sentences, sentence);
}

/* A word that does not stand in the text as it is written (a part of a contraction, say) cannot be found. */
static void
add_word (Running    *self,
          const char *form,
          gsize       length)
{
  Range word = { 0, 0 };

  while (self->position < self->text->len && self->text->str[self->position] == ' ')
    self->position++;
  if (strncmp (self->text->str + self->position, form, length) == 0)
    {
      word = (Range) { (guint32) self->position, (guint32) (self->position + length) };
      self->position += length;
    }
  g_array_append_val (self->words, word);
}

static void
add_line (Running    *self,
          const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "# newpar") || g_str_has_prefix (line, "# newdoc"))
    self->paragraph = TRUE;
  else if (g_str_has_prefix (line, TEXT_COMMENT))
    begin_sentence (self, line + strlen (TEXT_COMMENT));
  else if (digits > 0 && line[digits] == '\t')
    add_word (self, line + digits + 1, strcspn (line + digits + 1, "\t"));
}

static void
append_range (GArray  *ranges,
              guint32  start,
              guint32  end)
{
  Range range = { start, end };

  if (start < end)
    g_array_append_val (ranges, range);
}

/* The treebanks take the pieces of a hyphenated word and the hyphens for words. */
static GArray *
find_words (const HearsayText *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint32 i = 0; i < text->n_tokens; i++)
    {
      guint32 position = text->tokens[i].start;
      guint n = 0;
      const HearsayTokenPart *parts = NULL;

      if (text->tokens[i].flags & HEARSAY_TOKEN_PARTS)
        parts = hearsay_text_get_parts (text, i, &n);
      for (guint k = 0; k < n; k++)
        {
          append_range (words, position, parts[k].start);
          append_range (words, parts[k].start, parts[k].end);
          position = parts[k].end;
        }
      append_range (words, position, text->tokens[i].end);
    }
  return words;
}

static GArray *
find_sentences (const HearsayText *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint32 i = 0; i < text->n_sentences; i++)
    append_range (sentences, text->sentences[i].start, text->sentences[i].end);
  return sentences;
}

/* Both lists are in the order of the text, but for gold words that could not be found. */
static double
get_f1 (const GArray *gold,
        const GArray *found)
{
  guint right = 0;
  guint k = 0;

  for (guint i = 0; i < gold->len; i++)
    {
      Range range = g_array_index (gold, Range, i);

      if (range.end == 0)
        continue;
      while (k < found->len && g_array_index (found, Range, k).start < range.start)
        k++;
      right += k < found->len && g_array_index (found, Range, k).start == range.start &&
               g_array_index (found, Range, k).end == range.end;
    }
  return gold->len + found->len > 0 ? 200.0 * right / (gold->len + found->len) : 0;
}

/**
 * hearsay_evaluate_text:
 * @path: a gzipped CoNLL-U file
 *
 * Prints how well the text layer finds the words and sentences of the running text.
 */
gboolean
hearsay_evaluate_text (const char  *path,
                       const char  *name,
                       GError     **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (HearsayText) text = NULL;
  g_autoptr (GArray) found_words = NULL;
  g_autoptr (GArray) found_sentences = NULL;
  Running running = { buffer, words, sentences, FALSE, 0 };
  gsize length;

  contents = hearsay_read_gzip (path, &length, error);
  if (contents == NULL)
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (&running, lines[i]);
  text = hearsay_text_new (buffer->str, buffer->len);
  found_words = find_words (text);
  found_sentences = find_sentences (text);
  g_print ("%-8s from running text: words F1 %.2f  sentences F1 %.2f\n", name, get_f1 (words, found_words),
           get_f1 (sentences, found_sentences));
  return TRUE;
}
