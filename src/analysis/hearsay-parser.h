/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-quads.h"

G_BEGIN_DECLS

#define HEARSAY_PARSER_MAX_FEATURES 144
/* A longer sentence is parsed in pieces of this many tokens, so that time and memory stay linear. */
#define HEARSAY_PARSER_MAX_LENGTH 256
#define HEARSAY_PARSER_MAX_BEAM 32

/* Transitions of the arc-eager system (Nivre 2003). */
typedef enum
{
  HEARSAY_ACTION_SHIFT,
  HEARSAY_ACTION_REDUCE,
  HEARSAY_ACTION_LEFT,
  HEARSAY_ACTION_RIGHT,
  HEARSAY_N_ACTIONS
} HearsayAction;

/* What features see of a token, hashes but for the kind; node 0 is nothing, node i + 1 token i, nodes behind n the end. */
typedef struct
{
  guint32 word;
  guint32 tag;
  guint32 word_tag;
  guint32 cluster;
  guint32 cluster_near; /* clusters that are alike have the same */
  guint32 cluster_wide;
  guint32 senses;
  guint32 suffix;
  guint32 kind; /* one bit for what it means to stand between two others */
} HearsayNode;

/**
 * HearsayState:
 * @score: of the transitions so far
 * @n_stack: tokens on the stack
 * @next: node that is first in the buffer; behind the last when the parse is over
 * @trace: index of the last transition in the trace, or -1
 * @stack: node numbers; the other arrays are indexed by them
 *
 * A partial parse. The arrays lie behind each other in one block.
 */
typedef struct
{
  gint32 score;
  guint16 n_stack;
  guint16 next;
  gint32 trace;
  guint16 *stack;
  guint16 *head;
  guint16 *left;
  guint16 *left2;
  guint16 *right;
  guint16 *right2;
  guint16 *n_left;
  guint16 *n_right;
} HearsayState;

#define HEARSAY_STATE_N_ARRAYS 8

typedef struct
{
  gint32 parent;
  guint8 action;
} HearsayTrace;

typedef struct _HearsayPlace HearsayPlace;

typedef void (*HearsayAddScores) (gconstpointer  data,
                                  const guint32 *features,
                                  guint          n,
                                  HearsayScores *scores);

/**
 * HearsayPruner:
 * @margin: a transition whose score is farther than this behind the best one's is ruled out
 *
 * Rules out transitions that a few features make unlikely, before all features are looked up for
 * the others: coarse-to-fine search. It is asked where a state has no rivals: if one transition is
 * left it is taken, and needs no score.
 */
typedef struct
{
  HearsayQuads weights;
  gint32 margin;
} HearsayPruner;

/**
 * HearsayScorer:
 * @weights: (nullable): of the features
 * @add: adds the weights of some features to scores, where @weights is %NULL
 * @data: for @add
 * @pruner: (nullable): which transitions of a state without rivals are considered
 */
typedef struct
{
  const HearsayQuads *weights;
  HearsayAddScores add;
  gconstpointer data;
  const HearsayPruner *pruner;
} HearsayScorer;

/* Scores of a group of features, kept for the length of a sentence. */
typedef struct
{
  guint64 key; /* what the group looks at, and the sentence's number */
  HearsayScores scores;
} HearsayKnownScores;

#define HEARSAY_KNOWN_BITS 11
/* So many bits of a key are the sentence's number. */
#define HEARSAY_GENERATION_BITS 19

/*
 * Memory of a search: one node for each token and a few beside them, two beams
 * of states, and the scores that are known. Grows to the longest sentence and stays.
 */
typedef struct
{
  HearsayKnownScores *known;
  guint32 generation;
  HearsayNode *nodes;
  guint16 *blocks;
  HearsayState states[2 * HEARSAY_PARSER_MAX_BEAM];
  guint capacity;
  guint n;
} HearsayParserSpace;

typedef struct
{
  HearsayQuads weights;
  HearsayPruner pruner;
  guint beam;
} HearsayParser;

gboolean hearsay_parser_load           (HearsayParser       *self,
                                        const HearsayModel  *model,
                                        GError             **error);
guint    hearsay_parser_search         (const HearsayParser *self,
                                        HearsayParserSpace  *space,
                                        const HearsayState **states);
void     hearsay_parser_run            (const HearsayParser *self,
                                        HearsayParserSpace  *space,
                                        const HearsayTraits *traits,
                                        HearsaySyntax       *syntax);

void     hearsay_parser_space_clear    (HearsayParserSpace  *self);
void     hearsay_parser_space_prepare  (HearsayParserSpace  *self,
                                        const HearsayTraits *traits,
                                        const guint8        *xpos,
                                        const guint8        *upos,
                                        guint                n);
void     hearsay_state_take_heads      (const HearsayState  *self,
                                        guint                n,
                                        gint32              *head,
                                        gint32               offset,
                                        gint32              *root);
void     hearsay_state_reset           (HearsayState        *self,
                                        guint                n);
void     hearsay_state_copy            (HearsayState        *self,
                                        const HearsayState  *other,
                                        guint                n);
void     hearsay_state_apply           (HearsayState        *self,
                                        HearsayAction        action);
gboolean hearsay_pruner_load           (HearsayPruner       *self,
                                        const HearsayModel  *model,
                                        GError             **error);

static inline gboolean
hearsay_state_is_over (const HearsayState *self,
                       guint               n)
{
  return self->next > n;
}

static inline gboolean
hearsay_state_allows (const HearsayState *self,
                      HearsayAction       action,
                      guint               n)
{
  guint top = self->n_stack > 0 ? self->stack[self->n_stack - 1] : 0;

  switch (action)
    {
    case HEARSAY_ACTION_SHIFT:
      return self->next <= n;
    case HEARSAY_ACTION_REDUCE:
      return top != 0 && self->head[top] != 0;
    case HEARSAY_ACTION_LEFT:
      return top != 0 && self->head[top] == 0;
    case HEARSAY_ACTION_RIGHT:
      return top != 0;
    case HEARSAY_N_ACTIONS:
    default:
      return FALSE;
    }
}

/* Bits of the transitions that are possible. */
static inline guint
hearsay_state_allowed (const HearsayState *self,
                       guint               n)
{
  guint allowed = 0;

  for (guint action = 0; action < HEARSAY_N_ACTIONS; action++)
    allowed |= (guint) hearsay_state_allows (self, (HearsayAction) action, n) << action;
  return allowed;
}

/* Whether one transition alone is left. */
static inline gboolean
hearsay_is_single (guint allowed)
{
  return (allowed & (allowed - 1)) == 0;
}

/* A transition that a search considers. */
typedef struct
{
  gint32 score;
  guint16 state;
  guint8 action; /* HEARSAY_N_ACTIONS where the state is over */
} HearsayCandidate;

guint    hearsay_parser_expand         (const HearsayState  *states,
                                        guint                n_states,
                                        HearsayParserSpace  *space,
                                        const HearsayScorer *scorer,
                                        guint                beam,
                                        HearsayCandidate    *candidates);

G_END_DECLS
