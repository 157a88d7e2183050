/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-text.h"
#include "training/hearsay-running-text.h"

static void
append_range (GArray  *ranges,
              guint32  start,
              guint32  end)
{
  HearsayRange range = { start, end };

  if (start < end)
    g_array_append_val (ranges, range);
}

/* The treebanks take the pieces of a hyphenated word and the hyphens for words. */
static GArray *
find_words (const HearsayText *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (HearsayRange));

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
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (HearsayRange));

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
      HearsayRange range = g_array_index (gold, HearsayRange, i);

      if (range.end == 0)
        continue;
      while (k < found->len && g_array_index (found, HearsayRange, k).start < range.start)
        k++;
      right += k < found->len && g_array_index (found, HearsayRange, k).start == range.start &&
               g_array_index (found, HearsayRange, k).end == range.end;
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
  g_autoptr (HearsayRunningText) running = hearsay_running_text_new ();
  g_autoptr (HearsayText) text = NULL;
  g_autoptr (GArray) found_words = NULL;
  g_autoptr (GArray) found_sentences = NULL;
  gsize length;

  contents = hearsay_read_gzip (path, &length, error);
  if (contents == NULL)
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    hearsay_running_text_add_line (running, lines[i]);
  text = hearsay_text_new (running->text->str, running->text->len);
  found_words = find_words (text);
  found_sentences = find_sentences (text);
  g_print ("%-8s from running text: words F1 %.2f  sentences F1 %.2f\n", name, get_f1 (running->words, found_words),
           get_f1 (running->sentences, found_sentences));
  return TRUE;
}
