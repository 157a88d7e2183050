/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

#include "analysis/hearsay-word-classes.h"

void
hearsay_finder_clear (HearsayFinder *self)
{
  g_clear_pointer (&self->xpos, g_free);
  g_clear_pointer (&self->chunk, g_free);
  g_clear_pointer (&self->chunks, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
}

/**
 * hearsay_finder_weigh:
 * @lower: a word
 *
 * Returns: how likely @lower is a cue in this frame, 0 to 1; 0 for what the lexicon does not have
 */
float
hearsay_finder_weigh (const HearsayFinder *self,
                      HearsayCueKind       kind,
                      const char          *lower,
                      HearsayFrame         frame)
{
  const HearsayCue *cue;

  if (self->every)
    return 1;
  cue = hearsay_cues_find (kind, lower);
  return cue != NULL ? hearsay_cues_get_weight (cue, frame) : 0;
}

static void
run_paragraph (HearsayFinder *self,
               guint32        index)
{
  const HearsayParagraph *paragraph = &self->text->paragraphs[index];
  guint32 end = paragraph->first_sentence + paragraph->n_sentences;

  for (guint32 i = paragraph->first_sentence; i < end; i++)
    {
      const HearsaySentence *sentence = &self->text->sentences[i];

      hearsay_word_classes_tag (self->text, sentence->first_token, sentence->n_tokens,
                                self->xpos + sentence->first_token);
      hearsay_phrases_chunk (self, i);
    }
  hearsay_quotes_transcripts (self, index);
  for (guint32 i = paragraph->first_sentence; i < end; i++)
    {
      hearsay_verbs_scan (self, i);
      hearsay_nouns_scan (self, i);
      hearsay_nouns_according (self, i);
    }
}

/**
 * hearsay_finder_run:
 * @self: with @text set, everything else cleared
 * @cancellable: (nullable): asked once a paragraph
 *
 * Fills @self.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
hearsay_finder_run (HearsayFinder  *self,
                    GCancellable   *cancellable,
                    GError        **error)
{
  const HearsayText *text = self->text;

  self->xpos = g_new (guint8, text->n_tokens + 1);
  self->chunk = g_new (gint32, text->n_tokens + 1);
  self->chunks = g_array_new (FALSE, FALSE, sizeof (HearsayChunk));
  self->found = g_array_new (FALSE, TRUE, sizeof (HearsayFound));
  for (guint32 i = 0; i < text->n_tokens; i++)
    self->chunk[i] = -1;
  for (guint32 i = 0; i < text->n_paragraphs; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      run_paragraph (self, i);
    }
  if (!self->every)
    hearsay_quotes_extend (self);
  return TRUE;
}

static HearsaySpan
to_bytes (const HearsayText *text,
          HearsayRange       range)
{
  return hearsay_range_is_empty (range) ? HEARSAY_SPAN_NONE : hearsay_text_tokens_span (text, range.first, range.last);
}

/* Direct when every word is quoted, indirect when none is. */
static HearsayStatementKind
find_kind (const HearsayFinder *self,
           const HearsayFound  *found)
{
  guint n_words = 0;
  guint n_quoted = 0;

  for (guint i = 0; i < found->n_pieces; i++)
    for (guint32 j = found->pieces[i].first; j <= found->pieces[i].last; j++)
      {
        if ((self->text->tokens[j].flags & HEARSAY_TOKEN_WORD) == 0)
          continue;
        n_words++;
        n_quoted += self->text->tokens[j].depth > 0;
      }
  return n_quoted == 0 ? HEARSAY_STATEMENT_INDIRECT : n_quoted == n_words ? HEARSAY_STATEMENT_DIRECT
                                                                          : HEARSAY_STATEMENT_MIXED;
}

static void
publish (const HearsayFinder *finder,
         HearsayAttributions *self,
         const HearsayFound  *found)
{
  HearsayAttribution attribution = {
    .source = to_bytes (finder->text, found->source),
    .head = to_bytes (finder->text, found->head),
    .cue = to_bytes (finder->text, found->cue),
    .first_content = self->contents->len,
    .n_contents = found->n_pieces,
    .sentence = finder->text->tokens[found->key].sentence,
    .parent = -1,
    .kind = find_kind (finder, found),
    .rule = found->rule,
    .confidence = found->confidence,
  };

  for (guint i = 0; i < found->n_pieces; i++)
    {
      HearsaySpan span = to_bytes (finder->text, found->pieces[i]);

      g_array_append_val (self->contents, span);
    }
  g_array_append_val (self->items, attribution);
}

/**
 * hearsay_attributions_find:
 * @text: an English text, cut up
 * @cancellable: (nullable): asked once a paragraph
 *
 * Finds who is said to have said what.
 *
 * Returns: (transfer full): what was found; %NULL with %G_IO_ERROR_CANCELLED
 */
HearsayAttributions *
hearsay_attributions_find (const HearsayText  *text,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_autoptr (HearsayAttributions) self = NULL;
  g_auto (HearsayFinder) finder = { .text = text };

  g_return_val_if_fail (text != NULL, NULL);

  if (!hearsay_finder_run (&finder, cancellable, error))
    return NULL;
  self = g_new0 (HearsayAttributions, 1);
  self->items = g_array_new (FALSE, TRUE, sizeof (HearsayAttribution));
  self->contents = g_array_new (FALSE, TRUE, sizeof (HearsaySpan));
  for (guint i = 0; i < finder.found->len; i++)
    publish (&finder, self, &g_array_index (finder.found, HearsayFound, i));
  return g_steal_pointer (&self);
}

void
hearsay_attributions_free (HearsayAttributions *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_array_unref (self->contents);
  g_free (self);
}
