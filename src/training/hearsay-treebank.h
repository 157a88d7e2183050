/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

/**
 * HearsayTreebankSentence:
 * @gold: what the treebank says
 * @silver: tags by a tagger that was fitted without this sentence
 * @candidate_heads: (array): @n_candidates trees behind each other, by a parser that
 *   hardly knew this sentence
 * @candidate_scores: (array length=n_candidates): that parser's scores
 *
 * One sentence of a treebank.
 */
typedef struct
{
  HearsayWord *words;
  HearsaySyntax gold;
  HearsaySyntax silver;
  HearsayTraits *traits;
  guint n_candidates;
  gint32 *candidate_heads;
  gint32 *candidate_scores;
} HearsayTreebankSentence;

typedef struct
{
  GArray *sentences;
  GStringChunk *strings;
  guint n_words;
} HearsayTreebank;

char            *hearsay_read_gzip           (const char             *path,
                                              gsize                  *length,
                                              GError                **error);
HearsayTreebank *hearsay_treebank_new        (void);
void             hearsay_treebank_free       (HearsayTreebank        *self);
gboolean         hearsay_treebank_read       (HearsayTreebank        *self,
                                              const char             *path,
                                              GError                **error);
void             hearsay_treebank_add_traits (HearsayTreebank        *self,
                                              const HearsayWordlist  *wordlist);

static inline HearsayTreebankSentence *
hearsay_treebank_get (const HearsayTreebank *self,
                      guint                  index)
{
  return &g_array_index (self->sentences, HearsayTreebankSentence, index);
}

void             hearsay_syntax_init         (HearsaySyntax          *self,
                                              guint                   n);
void             hearsay_syntax_clear        (HearsaySyntax          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTreebank, hearsay_treebank_free)

G_END_DECLS
