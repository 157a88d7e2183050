/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

/*
 * One sentence of a treebank: its words, what the treebank says of them, what a
 * tagger says that was fitted without this sentence (upos and xpos alone), and
 * their traits.
 */
typedef struct
{
  HearsayWord *words;
  HearsaySyntax gold;
  HearsaySyntax silver;
  HearsayTraits *traits;
} HearsaySentence;

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

static inline HearsaySentence *
hearsay_treebank_get (const HearsayTreebank *self,
                      guint                  index)
{
  return &g_array_index (self->sentences, HearsaySentence, index);
}

void             hearsay_syntax_init         (HearsaySyntax          *self,
                                              guint                   n);
void             hearsay_syntax_clear        (HearsaySyntax          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTreebank, hearsay_treebank_free)

G_END_DECLS
