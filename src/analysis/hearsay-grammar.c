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
#define CHOICE_MARGIN 60.0f

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

/* A tree that the parser found. */
typedef struct
{
  gint32 score;
  gsize first_head;
} Candidate;

/* A token's lemma, as it was found when the word was met before in the sentences that are annotated together. */
typedef struct
{
  const char *text;
  gsize length;
  guint8 xpos;
  guint8 upos;
  const char *lemma;
} KnownLemma;

#define N_KNOWN_LEMMAS 512

struct _HearsayScratch
{
  KnownLemma lemmas[N_KNOWN_LEMMAS];
  HearsayTraits *traits; /* of all sentences that are annotated together */
  gsize capacity;
  gsize first_traits[HEARSAY_GRAMMAR_MAX_SENTENCES];
  HearsayParserSpace space;
  HearsayTree tree;
  Candidate *candidates;
  guint n_candidates;
  guint candidates_size;
  gint32 *heads; /* of the candidates */
  gsize n_heads;
  gsize heads_size;
  guint8 deprel[HEARSAY_PARSER_MAX_LENGTH];
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
  g_free (self->candidates);
  g_free (self->heads);
  g_free (self->traits);
  g_free (self);
}

/**
 * hearsay_scratch_get_traits:
 * @sentence: which of those that were annotated last
 *
 * Returns: (transfer none): the sentence's traits: token i is at i + 3, with three on either
 *   side that stand for what lies outside
 */
const HearsayTraits *
hearsay_scratch_get_traits (const HearsayScratch *self,
                            guint                 sentence)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sentence < HEARSAY_GRAMMAR_MAX_SENTENCES, NULL);

  return self->traits + self->first_traits[sentence];
}

/* The traits of a sentence go behind those of the one before. */
static void
fill_traits (const HearsayGrammar *self,
             HearsayScratch       *scratch,
             guint                 sentence,
             gsize                 first,
             const HearsayWord    *words,
             guint                 n)
{
  if (first + n + 6 > scratch->capacity)
    {
      scratch->capacity = (first + n) * 3 / 2 + 64;
      scratch->traits = g_renew (HearsayTraits, scratch->traits, scratch->capacity);
    }
  scratch->first_traits[sentence] = first;
  hearsay_traits_fill_all (scratch->traits + first, words, n, &self->wordlist);
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

  fill_traits (self, scratch, 0, 0, words, syntax->n);
  hearsay_tagger_run (&self->tagger, scratch->traits, syntax);
}

/* The place of a word among those that are known: its first, middle and last letters tell most apart. */
static KnownLemma *
get_known_lemma (HearsayScratch    *scratch,
                 const HearsayWord *word,
                 guint8             xpos)
{
  guint32 hash = (guint32) word->length * 0x85EBCA6Bu + xpos;

  for (gsize i = 0; i < MIN (word->length, 8); i++)
    hash = (hash ^ (guint8) word->text[i]) * 0x01000193u;
  if (word->length > 8)
    hash = (hash ^ (guint8) word->text[word->length - 1] ^ (guint32) (guint8) word->text[word->length - 3] << 8) * 0x01000193u;
  return &scratch->lemmas[(hash ^ hash >> 15) % N_KNOWN_LEMMAS];
}

static const char *
find_lemma (const HearsayGrammar *self,
            const HearsayWord    *word,
            guint8                upos,
            guint8                xpos,
            GStringChunk         *chunk)
{
  char lemma[HEARSAY_LEMMA_MAX_WORD + HEARSAY_LEMMA_MAX_ENDING + 2];

  if (hearsay_lemmas_apply (&self->lemmas, &self->wordlist, word, (HearsayUpos) upos, (HearsayXpos) xpos, lemma) > 0)
    return g_string_chunk_insert_const (chunk, lemma);
  return g_string_chunk_insert_len (chunk, word->text, word->length);
}

static void
lemmatize (const HearsayGrammar *self,
           HearsayScratch       *scratch,
           const HearsayWord    *words,
           GStringChunk         *chunk,
           HearsaySyntax        *syntax)
{
  for (guint i = 0; i < syntax->n; i++)
    {
      const HearsayWord *word = &words[i];
      KnownLemma *known = get_known_lemma (scratch, word, syntax->xpos[i]);

      if (known->lemma == NULL || known->length != word->length || known->xpos != syntax->xpos[i] ||
          known->upos != syntax->upos[i] || memcmp (known->text, word->text, word->length) != 0)
        *known = (KnownLemma) { word->text, word->length, syntax->xpos[i], syntax->upos[i],
                                find_lemma (self, word, syntax->upos[i], syntax->xpos[i], chunk) };
      syntax->lemma[i] = known->lemma;
    }
}

/* The words and lemmas of other sentences may be gone. */
static void
forget_lemmas (HearsayScratch *scratch)
{
  memset (scratch->lemmas, 0, sizeof scratch->lemmas);
}

/**
 * hearsay_grammar_lemmatize:
 * @words: (array): the sentence's tokens
 * @chunk: where the lemmas are kept, each once
 * @syntax: its tags are read, its lemmas set
 */
void
hearsay_grammar_lemmatize (const HearsayGrammar *self,
                           HearsayScratch       *scratch,
                           const HearsayWord    *words,
                           GStringChunk         *chunk,
                           HearsaySyntax        *syntax)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scratch != NULL);
  g_return_if_fail (chunk != NULL);
  g_return_if_fail (syntax != NULL);

  forget_lemmas (scratch);
  lemmatize (self, scratch, words, chunk, syntax);
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

/* Notes a tree; its heads are for the caller to fill in. */
static gint32 *
add_candidate (HearsayScratch *scratch,
               gint32          score,
               guint           n)
{
  if (scratch->n_candidates == scratch->candidates_size)
    {
      scratch->candidates_size = MAX (64, scratch->candidates_size * 2);
      scratch->candidates = g_renew (Candidate, scratch->candidates, scratch->candidates_size);
    }
  if (scratch->n_heads + n > scratch->heads_size)
    {
      scratch->heads_size = MAX (1024, (scratch->n_heads + n) * 2);
      scratch->heads = g_renew (gint32, scratch->heads, scratch->heads_size);
    }
  scratch->candidates[scratch->n_candidates++] = (Candidate) { score, scratch->n_heads };
  scratch->n_heads += n;
  return scratch->heads + scratch->n_heads - n;
}

/* The parser's best trees of a sentence. */
static void
find_candidates (const HearsayGrammar *self,
                 HearsayScratch       *scratch,
                 const HearsayTraits  *traits,
                 const HearsaySyntax  *syntax)
{
  const gint32 margin = (gint32) MIN (CHOICE_MARGIN / self->parser.weights.scale, 1e9f);
  const HearsayState *states;
  guint n_states;

  if (syntax->n == 0 || syntax->n > HEARSAY_PARSER_MAX_LENGTH)
    return;
  hearsay_parser_space_prepare (&scratch->space, traits + 3, syntax->xpos, syntax->upos, syntax->n);
  n_states = hearsay_parser_search (&self->parser, &scratch->space, &states);
  for (guint i = 0; i < n_states; i++)
    {
      gint32 root = -1;

      if (states[i].score < states[0].score - margin || is_repeated (states, i, syntax->n))
        continue;
      hearsay_state_take_heads (&states[i], syntax->n, add_candidate (scratch, states[i].score, syntax->n), 0, &root);
    }
}

/* Of the parser's best trees, takes the one whose relations read best. A long sentence is parsed in pieces. */
static void
choose_tree (const HearsayGrammar *self,
             HearsayScratch       *scratch,
             const HearsayTraits  *traits,
             const Candidate      *candidates,
             guint                 n_candidates,
             HearsaySyntax        *syntax)
{
  gint64 best = 0;

  hearsay_tree_forget (&scratch->tree, syntax->n);
  if (syntax->n > HEARSAY_PARSER_MAX_LENGTH)
    {
      hearsay_parser_run (&self->parser, &scratch->space, traits, syntax);
      hearsay_relations_run (&self->relations, &scratch->tree, traits, syntax);
      return;
    }
  for (guint i = 0; i < n_candidates; i++)
    {
      HearsaySyntax candidate = *syntax;
      gint64 score;

      candidate.head = scratch->heads + candidates[i].first_head;
      candidate.deprel = scratch->deprel;
      score = (gint64) hearsay_relations_run (&self->relations, &scratch->tree, traits, &candidate) * 256 +
              (gint64) candidates[i].score * self->relations.parser_share;
      if (i > 0 && score <= best)
        continue;
      best = score;
      memcpy (syntax->head, candidate.head, syntax->n * sizeof (gint32));
      memcpy (syntax->deprel, candidate.deprel, syntax->n);
    }
}

static void
forget_candidates (HearsayScratch *scratch)
{
  scratch->n_candidates = 0;
  scratch->n_heads = 0;
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
  forget_candidates (scratch);
  find_candidates (self, scratch, scratch->traits, syntax);
  choose_tree (self, scratch, scratch->traits, scratch->candidates, scratch->n_candidates, syntax);
}

/**
 * hearsay_grammar_annotate:
 * @words: (array): the tokens of all sentences, one behind the other
 * @chunk: where the lemmas are kept
 * @sentences: (array length=n_sentences): every array of theirs is filled
 * @n_sentences: at most #HEARSAY_GRAMMAR_MAX_SENTENCES
 *
 * Tags, lemmatizes and parses. Each step is done for all sentences before the next begins:
 * the weights of one step find room in the processor's cache, those of all do not. Linear time.
 */
void
hearsay_grammar_annotate (const HearsayGrammar *self,
                          HearsayScratch       *scratch,
                          const HearsayWord    *words,
                          GStringChunk         *chunk,
                          HearsaySyntax        *sentences,
                          guint                 n_sentences)
{
  guint first_candidate[HEARSAY_GRAMMAR_MAX_SENTENCES + 1] = { 0 };
  gsize first_traits = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scratch != NULL);
  g_return_if_fail (n_sentences <= HEARSAY_GRAMMAR_MAX_SENTENCES);

  forget_lemmas (scratch);
  for (guint i = 0; i < n_sentences; i++)
    {
      fill_traits (self, scratch, i, first_traits, words, sentences[i].n);
      hearsay_tagger_run (&self->tagger, hearsay_scratch_get_traits (scratch, i), &sentences[i]);
      lemmatize (self, scratch, words, chunk, &sentences[i]);
      first_traits += sentences[i].n + 6;
      words += sentences[i].n;
    }
  forget_candidates (scratch);
  for (guint i = 0; i < n_sentences; i++)
    {
      find_candidates (self, scratch, hearsay_scratch_get_traits (scratch, i), &sentences[i]);
      first_candidate[i + 1] = scratch->n_candidates;
    }
  for (guint i = 0; i < n_sentences; i++)
    choose_tree (self, scratch, hearsay_scratch_get_traits (scratch, i), scratch->candidates + first_candidate[i],
                 first_candidate[i + 1] - first_candidate[i], &sentences[i]);
}
