/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "analysis/hearsay-grammar.h"
#include "analysis/hearsay-text.h"

G_BEGIN_DECLS

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
  HearsayTraits *traits;

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
