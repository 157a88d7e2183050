/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-trees.h"

/* Sentences are annotated together until they have so many tokens. */
#define BATCH_TOKENS 2048

static void
keep_traits (HearsayTokenTraits  *kept,
             const HearsayTraits *traits,
             guint                n)
{
  for (guint i = 0; i < n; i++)
    kept[i] = (HearsayTokenTraits) {
      .word = traits[i].word,
      .suffix = traits[i].suffixes[2],
      .cluster = traits[i].entry.cluster,
      .flags = traits[i].flags,
      .verb_class = (guint8) HEARSAY_SENSE_VERB_CLASS (traits[i].entry.senses),
      .noun_class = (guint8) HEARSAY_SENSE_NOUN_CLASS (traits[i].entry.senses),
    };
}

/* The part of the arrays that is the sentence's. */
static HearsaySyntax
get_sentence (const HearsayTrees    *self,
              const HearsaySentence *sentence)
{
  guint first = sentence->first_token;

  return (HearsaySyntax) {
    .n = sentence->n_tokens,
    .upos = self->syntax.upos + first,
    .xpos = self->syntax.xpos + first,
    .deprel = self->syntax.deprel + first,
    .head = self->syntax.head + first,
    .lemma = self->syntax.lemma + first,
  };
}

static void
annotate_sentences (HearsayTrees          *self,
                    const HearsayGrammar  *grammar,
                    HearsayScratch        *scratch,
                    const HearsaySentence *sentences,
                    guint                  n,
                    const HearsayWord     *words)
{
  HearsaySyntax own[HEARSAY_GRAMMAR_MAX_SENTENCES];

  for (guint s = 0; s < n; s++)
    own[s] = get_sentence (self, &sentences[s]);
  hearsay_grammar_annotate (grammar, scratch, words + sentences[0].first_token, self->strings, own, n);
  for (guint s = 0; s < n; s++)
    {
      guint first = sentences[s].first_token;

      keep_traits (self->traits + first, hearsay_scratch_get_traits (scratch, s) + 3, own[s].n);
      for (guint i = 0; i < own[s].n; i++)
        {
          if (own[s].head[i] >= 0)
            own[s].head[i] += (gint32) first;
        }
    }
}

/* How many sentences from @first on, which follow each other, are annotated together. */
static guint
get_batch (const HearsayText *text,
           guint              first)
{
  const HearsaySentence *sentences = text->sentences;
  guint n_tokens = sentences[first].n_tokens;
  guint n = 1;

  while (first + n < text->n_sentences && n < HEARSAY_GRAMMAR_MAX_SENTENCES && n_tokens < BATCH_TOKENS &&
         sentences[first + n].first_token == sentences[first].first_token + n_tokens)
    n_tokens += sentences[first + n++].n_tokens;
  return n;
}

/**
 * hearsay_trees_new:
 * @text: borrowed
 *
 * Tags and parses every sentence.
 *
 * Returns: (transfer full) (nullable): the trees, or %NULL when cancelled
 */
HearsayTrees *
hearsay_trees_new (const HearsayGrammar *grammar,
                   const HearsayText    *text,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autoptr (HearsayTrees) self = NULL;
  g_autoptr (HearsayScratch) scratch = NULL;
  g_autofree HearsayWord *words = NULL;
  gsize n;

  g_return_val_if_fail (grammar != NULL && text != NULL, NULL);

  n = (gsize) text->n_tokens + 1;
  self = g_new0 (HearsayTrees, 1);
  self->strings = g_string_chunk_new (4096);
  self->traits = g_new (HearsayTokenTraits, n);
  self->syntax.n = text->n_tokens;
  self->syntax.upos = g_malloc0 (n);
  self->syntax.xpos = g_malloc0 (n);
  self->syntax.deprel = g_malloc0 (n);
  self->syntax.head = g_new (gint32, n);
  self->syntax.lemma = g_new0 (const char *, n);
  words = g_new (HearsayWord, n);
  for (guint i = 0; i < text->n_tokens; i++)
    words[i] = (HearsayWord) { text->text + text->tokens[i].start, text->tokens[i].end - text->tokens[i].start };
  scratch = hearsay_scratch_new ();
  for (guint s = 0, batch; s < text->n_sentences; s += batch)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      batch = get_batch (text, s);
      annotate_sentences (self, grammar, scratch, &text->sentences[s], batch, words);
    }
  return g_steal_pointer (&self);
}

void
hearsay_trees_free (HearsayTrees *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->traits);
  g_free (self->syntax.upos);
  g_free (self->syntax.xpos);
  g_free (self->syntax.deprel);
  g_free (self->syntax.head);
  g_free (self->syntax.lemma);
  g_string_chunk_free (self->strings);
  g_free (self);
}
