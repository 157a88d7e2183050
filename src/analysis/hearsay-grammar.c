/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-grammar.h"

#include "analysis/hearsay-lemma.h"
#include "analysis/hearsay-parser.h"
#include "analysis/hearsay-relations.h"
#include "analysis/hearsay-tagger.h"

#include <string.h>

/* A tree whose score is farther than this behind the best one's is not chosen for its relations: it hardly ever would be. */
#define CHOICE_MARGIN 100.0f

struct _HearsayGrammar
{
  gatomicrefcount ref_count;
  HearsayModel *model;
  HearsayWordlist wordlist;
  HearsayTagger tagger;
  HearsayLemmas lemmas;
  HearsayParser parser;
  HearsayRelations relations;
};

struct _HearsayScratch
{
  HearsayTraits *traits;
  guint capacity;
  HearsayParserSpace space;
  HearsayTree tree;
  gint32 candidate_head[HEARSAY_PARSER_MAX_LENGTH];
  guint8 candidate_deprel[HEARSAY_PARSER_MAX_LENGTH];
};

/**
 * hearsay_grammar_new:
 * @model: a model with tagger, lemma rules and parser
 *
 * Returns: (transfer full) (nullable): the grammar, or %NULL with an error of
 *   #HEARSAY_MODEL_ERROR
 */
HearsayGrammar *
hearsay_grammar_new (HearsayModel  *model,
                     GError       **error)
{
  g_autoptr (HearsayGrammar) self = NULL;

  g_return_val_if_fail (model != NULL, NULL);

  self = g_new0 (HearsayGrammar, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->model = hearsay_model_ref (model);
  if (!hearsay_wordlist_load (&self->wordlist, model, "words", error) ||
      !hearsay_tagger_load (&self->tagger, model, error) ||
      !hearsay_lemmas_load (&self->lemmas, model, error) ||
      !hearsay_parser_load (&self->parser, model, error) ||
      !hearsay_relations_load (&self->relations, model, error))
    return NULL;
  return g_steal_pointer (&self);
}

HearsayGrammar *
hearsay_grammar_ref (HearsayGrammar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hearsay_grammar_unref (HearsayGrammar *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  hearsay_model_unref (self->model);
  g_free (self);
}

/**
 * hearsay_grammar_get_model:
 *
 * Returns: (transfer none): the model the grammar is part of
 */
HearsayModel *
hearsay_grammar_get_model (HearsayGrammar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

/**
 * hearsay_grammar_get_wordlist:
 *
 * Returns: (transfer none): what the model knows of single words
 */
const HearsayWordlist *
hearsay_grammar_get_wordlist (const HearsayGrammar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->wordlist;
}

/**
 * hearsay_scratch_new:
 *
 * Returns: (transfer full): memory for one thread, which grows with the longest
 *   sentence it has been used for
 */
HearsayScratch *
hearsay_scratch_new (void)
{
  return g_new0 (HearsayScratch, 1);
}

void
hearsay_scratch_free (HearsayScratch *self)
{
  g_return_if_fail (self != NULL);

  hearsay_parser_space_clear (&self->space);
  hearsay_tree_clear (&self->tree);
  g_free (self->traits);
  g_free (self);
}

/**
 * hearsay_scratch_get_traits:
 *
 * Returns: (transfer none): the traits of the sentence that was tagged last: token i is
 *   at i + 3, with three on either side that stand for what lies outside
 */
const HearsayTraits *
hearsay_scratch_get_traits (const HearsayScratch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->traits;
}

/**
 * hearsay_grammar_tag:
 * @words: (array): the sentence's tokens, as many as @syntax has room for
 * @syntax: its upos and xpos are set
 */
void
hearsay_grammar_tag (const HearsayGrammar *self,
                     HearsayScratch       *scratch,
                     const HearsayWord    *words,
                     HearsaySyntax        *syntax)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scratch != NULL);
  g_return_if_fail (syntax != NULL);

  if (syntax->n + 6 > scratch->capacity)
    {
      scratch->capacity = syntax->n + syntax->n / 2 + 64;
      scratch->traits = g_renew (HearsayTraits, scratch->traits, scratch->capacity);
    }
  hearsay_traits_fill_all (scratch->traits, words, syntax->n, &self->wordlist);
  hearsay_tagger_run (&self->tagger, scratch->traits, syntax);
}

/**
 * hearsay_grammar_lemmatize:
 * @words: (array): the sentence's tokens
 * @chunk: where the lemmas are kept, each once
 * @syntax: its tags are read, its lemmas set
 */
void
hearsay_grammar_lemmatize (const HearsayGrammar *self,
                           const HearsayWord    *words,
                           GStringChunk         *chunk,
                           HearsaySyntax        *syntax)
{
  char lemma[HEARSAY_LEMMA_MAX_WORD + HEARSAY_LEMMA_MAX_ENDING + 2];

  g_return_if_fail (self != NULL);
  g_return_if_fail (chunk != NULL);
  g_return_if_fail (syntax != NULL);

  for (guint i = 0; i < syntax->n; i++)
    {
      if (hearsay_lemmas_apply (&self->lemmas, &self->wordlist, &words[i], (HearsayUpos) syntax->upos[i],
                                (HearsayXpos) syntax->xpos[i], lemma) > 0)
        syntax->lemma[i] = g_string_chunk_insert_const (chunk, lemma);
      else
        syntax->lemma[i] = g_string_chunk_insert_len (chunk, words[i].text, words[i].length);
    }
}

static gboolean
is_repeated (const HearsayState *states,
             guint               index,
             guint               n)
{
  for (guint i = 0; i < index; i++)
    {
      if (memcmp (states[i].head + 1, states[index].head + 1, n * sizeof (guint16)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Of the parser's best trees, takes the one whose relations read best. */
static void
choose_tree (const HearsayGrammar *self,
             HearsayScratch       *scratch,
             HearsaySyntax        *syntax)
{
  const gint32 margin = (gint32) MIN (CHOICE_MARGIN / self->parser.scale, 1e9f);
  const HearsayState *states;
  gint64 best = 0;
  guint n_states;

  hearsay_parser_space_prepare (&scratch->space, scratch->traits + 3, syntax->xpos, syntax->upos, syntax->n);
  n_states = hearsay_parser_search (&self->parser, &scratch->space, &states);
  for (guint i = 0; i < n_states; i++)
    {
      HearsaySyntax candidate = *syntax;
      gint32 root = -1;
      gint64 score;

      if (states[i].score < states[0].score - margin || is_repeated (states, i, syntax->n))
        continue;
      candidate.head = scratch->candidate_head;
      candidate.deprel = scratch->candidate_deprel;
      hearsay_state_take_heads (&states[i], syntax->n, candidate.head, 0, &root);
      score = (gint64) hearsay_relations_run (&self->relations, &scratch->tree, scratch->traits, &candidate) * 256 +
              (gint64) states[i].score * self->relations.parser_share;
      if (i > 0 && score <= best)
        continue;
      best = score;
      memcpy (syntax->head, candidate.head, syntax->n * sizeof (gint32));
      memcpy (syntax->deprel, candidate.deprel, syntax->n);
    }
}

/**
 * hearsay_grammar_parse:
 * @scratch: as hearsay_grammar_tag() left it for the same sentence
 * @syntax: its tags are read, its heads and relations set
 */
void
hearsay_grammar_parse (const HearsayGrammar *self,
                       HearsayScratch       *scratch,
                       HearsaySyntax        *syntax)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scratch != NULL);
  g_return_if_fail (syntax != NULL);

  if (syntax->n == 0)
    return;
  hearsay_tree_forget (&scratch->tree, syntax->n);
  if (syntax->n <= HEARSAY_PARSER_MAX_LENGTH)
    {
      choose_tree (self, scratch, syntax);
      return;
    }
  hearsay_parser_run (&self->parser, &scratch->space, scratch->traits, syntax);
  hearsay_relations_run (&self->relations, &scratch->tree, scratch->traits, syntax);
}

/**
 * hearsay_grammar_annotate:
 * @words: (array): the sentence's tokens
 * @chunk: where the lemmas are kept
 * @syntax: every array is filled
 *
 * Tags, lemmatizes and parses one sentence. Linear time.
 */
void
hearsay_grammar_annotate (const HearsayGrammar *self,
                          HearsayScratch       *scratch,
                          const HearsayWord    *words,
                          GStringChunk         *chunk,
                          HearsaySyntax        *syntax)
{
  hearsay_grammar_tag (self, scratch, words, syntax);
  hearsay_grammar_lemmatize (self, words, chunk, syntax);
  hearsay_grammar_parse (self, scratch, syntax);
}
