/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-trees.h"

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

static void
annotate_sentence (HearsayTrees          *self,
                   const HearsayGrammar  *grammar,
                   HearsayScratch        *scratch,
                   const HearsaySentence *sentence,
                   const HearsayWord     *words)
{
  guint first = sentence->first_token;
  HearsaySyntax own = {
    .n = sentence->n_tokens,
    .upos = self->syntax.upos + first,
    .xpos = self->syntax.xpos + first,
    .deprel = self->syntax.deprel + first,
    .head = self->syntax.head + first,
    .lemma = self->syntax.lemma + first,
  };

  hearsay_grammar_annotate (grammar, scratch, words + first, self->strings, &own);
  keep_traits (self->traits + first, hearsay_scratch_get_traits (scratch) + 3, own.n);
  for (guint i = 0; i < own.n; i++)
    {
      if (own.head[i] >= 0)
        own.head[i] += (gint32) first;
    }
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
  for (guint s = 0; s < text->n_sentences; s++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      annotate_sentence (self, grammar, scratch, &text->sentences[s], words);
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
