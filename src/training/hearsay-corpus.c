/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-corpus.h"

#include "training/hearsay-treebank.h"

/**
 * hearsay_corpus_read:
 * @path: packed JSON lines; empty ones are passed over
 *
 * Returns: (transfer full) (nullable): the records, annotated, in the file's order
 */
GPtrArray *
hearsay_corpus_read (const char                *path,
                     const HearsayCorpusFormat *format,
                     HearsayGrammar            *grammar,
                     guint                      n_threads,
                     GError                   **error)
{
  g_autoptr (GPtrArray) records = NULL;
  gsize length;
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  GThreadPool *pool;

  g_return_val_if_fail (path != NULL && format != NULL && grammar != NULL, NULL);

  content = hearsay_read_gzip (path, &length, error);
  if (content == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (format->free);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gpointer record;

      if (*lines[i] == '\0')
        continue;
      record = format->read (lines[i], error);
      if (record == NULL)
        {
          g_prefix_error (error, "%s:%u: ", path, i + 1);
          return NULL;
        }
      g_ptr_array_add (records, record);
    }
  pool = g_thread_pool_new (format->annotate, grammar, (int) n_threads, TRUE, NULL);
  for (guint i = 0; i < records->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (records, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return g_steal_pointer (&records);
}

/**
 * hearsay_corpus_to_tokens:
 * @start: code points
 * @end: code points
 *
 * Returns: the tokens that begin there or have @start in them; empty behind the text's end
 */
HearsayTokenRange
hearsay_corpus_to_tokens (const HearsayText *text,
                          guint32            start,
                          guint32            end)
{
  guint32 from = hearsay_text_from_offset (text, start);
  guint32 to = hearsay_text_from_offset (text, end);
  HearsayTokenRange range;

  range.start = hearsay_text_find_token (text, from);
  for (range.end = range.start; range.end < text->n_tokens && text->tokens[range.end].start < to; range.end++)
    ;
  return range;
}
