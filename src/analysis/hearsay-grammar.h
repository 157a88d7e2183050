/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-model.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

/*
 * Tagger, lemmatizer and parser of one model. The grammar itself is read-only
 * and may be used by any number of threads; each thread brings a scratch of its
 * own, which keeps the memory that is needed on the way.
 */
typedef struct _HearsayGrammar HearsayGrammar;
typedef struct _HearsayScratch HearsayScratch;

/* Sentences that are annotated together. */
#define HEARSAY_GRAMMAR_MAX_SENTENCES 128

HearsayGrammar        *hearsay_grammar_new          (HearsayModel          *model,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayGrammar        *hearsay_grammar_ref          (HearsayGrammar        *self);
void                   hearsay_grammar_unref        (HearsayGrammar        *self);
HearsayModel          *hearsay_grammar_get_model    (HearsayGrammar        *self);
const HearsayWordlist *hearsay_grammar_get_wordlist (const HearsayGrammar  *self);

HearsayScratch        *hearsay_scratch_new          (void);
void                   hearsay_scratch_free         (HearsayScratch        *self);
const HearsayTraits   *hearsay_scratch_get_traits   (const HearsayScratch  *self,
                                                     guint                  sentence);

void                   hearsay_grammar_tag          (const HearsayGrammar  *self,
                                                     HearsayScratch        *scratch,
                                                     const HearsayWord     *words,
                                                     HearsaySyntax         *syntax);
void                   hearsay_grammar_lemmatize    (const HearsayGrammar  *self,
                                                     HearsayScratch        *scratch,
                                                     const HearsayWord     *words,
                                                     GStringChunk          *chunk,
                                                     HearsaySyntax         *syntax);
void                   hearsay_grammar_parse        (const HearsayGrammar  *self,
                                                     HearsayScratch        *scratch,
                                                     HearsaySyntax         *syntax);
void                   hearsay_grammar_annotate     (const HearsayGrammar  *self,
                                                     HearsayScratch        *scratch,
                                                     const HearsayWord     *words,
                                                     GStringChunk          *chunk,
                                                     HearsaySyntax         *sentences,
                                                     guint                  n_sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayGrammar, hearsay_grammar_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayScratch, hearsay_scratch_free)

G_END_DECLS
