/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "analysis/hearsay-grammar.h"
#include "analysis/hearsay-text.h"

G_BEGIN_DECLS

/**
 * HearsayTokenTraits:
 * @word: hash of the token in small letters, every digit as 0
 * @suffix: hash of its last three bytes
 * @cluster: of the word list, 0 where the word is not there
 * @flags: #HearsayTraitFlags
 * @verb_class: what the word list says of it as a verb
 * @noun_class: what it says of it as a noun
 *
 * What later stages still need of a token's #HearsayTraits, in a quarter of the
 * room: long articles have hundreds of thousands of tokens.
 */
typedef struct
{
  guint32 word;
  guint32 suffix;
  guint32 cluster : 12;
  guint32 flags : 8;
  guint32 verb_class : 4;
  guint32 noun_class : 5;
} HearsayTokenTraits;

/**
 * HearsayTrees:
 * @syntax: of all tokens of a text; heads are indices in the text, -1 for roots
 * @traits: (array): one for each token
 *
 * A text with its tags, lemmas and trees.
 */
typedef struct
{
  HearsaySyntax syntax;
  HearsayTokenTraits *traits;

  /*< private >*/
  GStringChunk *strings;
} HearsayTrees;

HearsayTrees *hearsay_trees_new  (const HearsayGrammar *grammar,
                                  const HearsayText    *text,
                                  GCancellable         *cancellable,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void          hearsay_trees_free (HearsayTrees         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTrees, hearsay_trees_free)

G_END_DECLS
