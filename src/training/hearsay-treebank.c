/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-treebank.h"

#include <gio/gio.h>
#include <string.h>

#define N_COLUMNS 10

/**
 * hearsay_read_gzip:
 * @length: (out): bytes
 *
 * Returns: (transfer full) (nullable): what the packed file @path holds, with a NUL behind it
 */
char *
hearsay_read_gzip (const char  *path,
                   gsize       *length,
                   GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) raw = NULL;
  g_autoptr (GConverter) unzip = NULL;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = NULL;

  raw = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (raw == NULL)
    return NULL;
  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  input = g_converter_input_stream_new (raw, unzip);
  output = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, NULL, error) < 0 ||
      !g_output_stream_write_all (output, "", 1, NULL, NULL, error) ||
      !g_output_stream_close (output, NULL, error))
    return NULL;
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)) - 1;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (output));
}

/**
 * hearsay_syntax_init:
 * @self: (out): arrays for @n tokens, to be freed with hearsay_syntax_clear()
 */
void
hearsay_syntax_init (HearsaySyntax *self,
                     guint          n)
{
  self->n = n;
  self->upos = g_new0 (guint8, n);
  self->xpos = g_new0 (guint8, n);
  self->deprel = g_new0 (guint8, n);
  self->head = g_new0 (gint32, n);
  self->lemma = g_new0 (const char *, n);
}

void
hearsay_syntax_clear (HearsaySyntax *self)
{
  g_clear_pointer (&self->upos, g_free);
  g_clear_pointer (&self->xpos, g_free);
  g_clear_pointer (&self->deprel, g_free);
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->lemma, g_free);
}

static void
clear_sentence (gpointer data)
{
  HearsayTreebankSentence *sentence = data;

  g_clear_pointer (&sentence->words, g_free);
  g_clear_pointer (&sentence->traits, g_free);
  g_clear_pointer (&sentence->candidate_heads, g_free);
  g_clear_pointer (&sentence->candidate_scores, g_free);
  hearsay_syntax_clear (&sentence->gold);
  hearsay_syntax_clear (&sentence->silver);
}

HearsayTreebank *
hearsay_treebank_new (void)
{
  HearsayTreebank *self = g_new0 (HearsayTreebank, 1);

  self->sentences = g_array_new (FALSE, TRUE, sizeof (HearsayTreebankSentence));
  g_array_set_clear_func (self->sentences, clear_sentence);
  self->strings = g_string_chunk_new (65536);
  return self;
}

void
hearsay_treebank_free (HearsayTreebank *self)
{
  g_array_unref (self->sentences);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static gboolean
set_column (HearsayTreebank *self,
            HearsayTreebankSentence *sentence,
            guint            index,
            char           **columns)
{
  HearsayUpos upos;
  HearsayXpos xpos;
  HearsayDeprel deprel;
  gint64 head;

  if (!hearsay_upos_from_name (columns[3], &upos) ||
      !hearsay_xpos_from_name (columns[4], &xpos) ||
      !hearsay_deprel_from_name (columns[7], &deprel) ||
      !g_ascii_string_to_signed (columns[6], 10, 0, sentence->gold.n, &head, NULL))
    return FALSE;
  sentence->words[index].text = g_string_chunk_insert_const (self->strings, columns[1]);
  sentence->words[index].length = (guint32) strlen (columns[1]);
  sentence->gold.upos[index] = (guint8) upos;
  sentence->gold.xpos[index] = (guint8) xpos;
  sentence->gold.deprel[index] = (guint8) deprel;
  sentence->gold.head[index] = (gint32) head - 1;
  sentence->gold.lemma[index] = g_string_chunk_insert_const (self->strings, columns[2]);
  return TRUE;
}

static gboolean
add_sentence (HearsayTreebank  *self,
              GPtrArray        *lines,
              const char       *path,
              GError          **error)
{
  HearsayTreebankSentence sentence = { 0 };

  if (lines->len == 0)
    return TRUE;
  sentence.words = g_new0 (HearsayWord, lines->len);
  hearsay_syntax_init (&sentence.gold, lines->len);
  hearsay_syntax_init (&sentence.silver, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines->pdata[i], "\t", N_COLUMNS + 1);

      if (g_strv_length (columns) != N_COLUMNS || !set_column (self, &sentence, i, columns))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "%s: not a line of a treebank: %s", path, (char *) lines->pdata[i]);
          clear_sentence (&sentence);
          return FALSE;
        }
    }
  self->n_words += lines->len;
  g_array_append_val (self->sentences, sentence);
  return TRUE;
}

/* Lines of words; neither comments nor ranges ("3-4") nor empty nodes ("3.1"). */
static gboolean
is_word_line (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return digits > 0 && line[digits] == '\t';
}

/**
 * hearsay_treebank_read:
 * @path: a gzipped CoNLL-U file, whose sentences are appended
 */
gboolean
hearsay_treebank_read (HearsayTreebank  *self,
                       const char       *path,
                       GError          **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);

  text = hearsay_read_gzip (path, &length, error);
  if (text == NULL)
    return FALSE;
  for (char *line = text; line != NULL;)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end++ = '\0';
      if (is_word_line (line))
        g_ptr_array_add (lines, line);
      else if (*line == '\0')
        {
          if (!add_sentence (self, lines, path, error))
            return FALSE;
          g_ptr_array_set_size (lines, 0);
        }
      line = end;
    }
  return add_sentence (self, lines, path, error);
}

/**
 * hearsay_treebank_add_traits:
 *
 * Fills in, or anew, what features are made of.
 */
void
hearsay_treebank_add_traits (HearsayTreebank       *self,
                             const HearsayWordlist *wordlist)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      HearsayTreebankSentence *sentence = hearsay_treebank_get (self, i);

      if (sentence->traits == NULL)
        sentence->traits = g_new0 (HearsayTraits, sentence->gold.n + 6);
      hearsay_traits_fill_all (sentence->traits, sentence->words, sentence->gold.n, wordlist);
    }
}
