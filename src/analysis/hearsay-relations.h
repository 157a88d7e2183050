/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-choices.h"
#include "analysis/hearsay-features.h"
#include "analysis/hearsay-weights.h"

G_BEGIN_DECLS

#define HEARSAY_RELATIONS_MAX_FEATURES 96

/* Part of speech, and on which side the head is: what decides which relations a token may have. */
#define HEARSAY_RELATIONS_N_SORTS (2 * HEARSAY_N_UPOS)

/**
 * HearsayRelations:
 * @kinds: the kind of each sort of token
 * @choices: the relations that a kind of token may have
 * @parser_share: what a unit of the parser's score counts beside a unit of the relations',
 *   in 256ths, when one of several trees is chosen
 */
typedef struct
{
  HearsayWeights weights;
  HearsayChoices choices;
  const guint8 *kinds;
  guint32 parser_share;
} HearsayRelations;

/* A relation that was decided before, for the same token and the same features. */
typedef struct
{
  guint64 key;
  gint32 score;
  guint32 deprel;
} HearsayDecision;

/* Decisions that are remembered for each token. */
#define HEARSAY_TREE_N_DECISIONS 8

/*
 * A tree as features see it: each token's dependents in the order of the text,
 * and the tokens in an order in which heads come before their dependents.
 * Token numbers; -1 for none. Grows to the longest sentence and stays.
 */
typedef struct
{
  guint capacity;
  gint32 *first;    /* leftmost dependent */
  gint32 *last;     /* rightmost dependent */
  gint32 *next;     /* next dependent of the same head */
  gint32 *previous; /* the one before */
  gint32 *order;
  guint32 *seen;    /* relations that the token's dependents have so far, as bits */
  HearsayDecision *decisions; /* a few for each token: the trees of one sentence are much alike */
  guint8 *n_decisions;
} HearsayTree;

static inline guint
hearsay_relations_sort (const HearsaySyntax *syntax,
                        guint                token)
{
  return syntax->upos[token] * 2u + (syntax->head[token] > (gint32) token);
}

void     hearsay_tree_prepare         (HearsayTree            *self,
                                       const HearsaySyntax    *syntax);
void     hearsay_tree_forget           (HearsayTree            *self,
                                       guint                   n);
void     hearsay_tree_clear            (HearsayTree            *self);
void     hearsay_tree_note_relation   (HearsayTree            *self,
                                       const HearsaySyntax    *syntax,
                                       guint                   token,
                                       HearsayDeprel           deprel);
void     hearsay_tree_mend_subjects   (HearsaySyntax          *syntax);

gboolean hearsay_relations_load       (HearsayRelations       *self,
                                       const HearsayModel     *model,
                                       GError                **error);
gint32   hearsay_relations_run        (const HearsayRelations *self,
                                       HearsayTree            *tree,
                                       const HearsayTraits    *traits,
                                       HearsaySyntax          *syntax);
guint    hearsay_relations_features   (const HearsayTree      *tree,
                                       const HearsayTraits    *traits,
                                       const HearsaySyntax    *syntax,
                                       const guint8           *deprel,
                                       guint                   token,
                                       guint32                *features);

G_END_DECLS
