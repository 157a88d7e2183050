/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser-private.h"

/* What features look at are hashes to begin with: turned by another number of bits each, they are summed, and need no mixing. */
#define TURN(value, bits) ((value) << (bits) | (value) >> (32 - (bits)))
#define ADD(number, a, b, c) (features[n++] = (a) + TURN (b, 9) + TURN (c, 19) + (number) * 0x9E3779B9u)
#define PAIR(a, b) ((a) ^ TURN (b, 7))
/* A small number as a hash. */
#define SMALL(number) ((guint32) (number) * 0x85EBCA6Bu)

static guint32
get_distance (guint from,
              guint to)
{
  guint distance = to - from;

  if (from == 0)
    return 0;
  return distance < 5 ? distance : distance < 7 ? 5 : distance < 10 ? 6 : 7;
}

/* What kinds of token stand between two nodes; only the nearest 32 are looked at. */
static guint32
get_between (const HearsayNode *nodes,
             guint              from,
             guint              to)
{
  guint32 kinds = 0;

  if (from == 0)
    return 0;
  for (guint i = MAX (from + 1, to > 32 ? to - 32 : 0); i < to; i++)
    kinds |= nodes[i].kind;
  return kinds;
}

/* The buffer's first tokens. */
static guint
add_ahead (const HearsayPlace *v,
           guint32            *features)
{
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n1 = n0 + 1;
  const HearsayNode *n2 = n0 + 2;
  const HearsayNode *n3 = n0 + 3;
  guint n = 0;

  ADD (4, n0->word_tag, 0, 0);
  ADD (5, n0->word, 0, 0);
  ADD (7, n1->word_tag, 0, 0);
  ADD (8, n1->word, 0, 0);
  ADD (9, n1->tag, 0, 0);
  ADD (10, n2->word_tag, 0, 0);
  ADD (11, n2->tag, 0, 0);
  ADD (21, n0->tag, n1->tag, 0);
  ADD (24, PAIR (n0->tag, n1->tag), n2->tag, 0);
  ADD (72, PAIR (n0->tag, n1->tag), PAIR (n2->tag, n3->tag), 0);
  ADD (82, n0->cluster, 0, 0);
  return n;
}

/* The stack's and the buffer's first tokens, with what stands between and around them. */
static guint
add_pair (const HearsayPlace *v,
          guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n1 = n0 + 1;
  const HearsayNode *n2 = n0 + 2;
  const HearsayNode *before = n0 - 1;
  const HearsayNode *after = s0 + 1;
  guint32 distance = SMALL (get_distance (v->top, v->next));
  guint32 between = SMALL (get_between (v->nodes, v->top, v->next));
  guint32 headed = SMALL (v->headed);
  guint n = 0;

  ADD (1, s0->word_tag, headed, 0);
  ADD (2, s0->word, headed, 0);
  ADD (3, s0->tag, headed, 0);
  ADD (6, n0->tag, headed, 0);
  ADD (20, s0->tag, n0->tag, headed);
  ADD (25, PAIR (s0->tag, n0->tag), n1->tag, headed);
  ADD (31, PAIR (s0->tag, n0->tag), PAIR (n1->tag, n2->tag), headed);
  ADD (33, s0->word, distance, headed);
  ADD (34, s0->tag, distance, headed);
  ADD (35, n0->word, distance, 0);
  ADD (36, n0->tag, distance, 0);
  ADD (38, s0->tag, n0->tag, distance);
  ADD (66, s0->tag, n0->tag, between);
  ADD (67, PAIR (s0->tag, after->tag), PAIR (before->tag, n0->tag), 0);
  ADD (68, PAIR (s0->tag, s0[-(v->top > 0)].tag), PAIR (n1->tag, n0->tag), 0);
  ADD (70, between, headed, n0->word);
  ADD (71, between, headed, 0);
  ADD (73, s0->tag, n1->word, n0->tag);
  ADD (75, before->word, n0->tag, s0->tag);
  ADD (81, s0->cluster, headed, 0);
  ADD (83, s0->cluster, n0->cluster, headed);
  ADD (84, s0->cluster, n0->tag, headed);
  ADD (85, s0->tag, n0->cluster, headed);
  ADD (86, s0->cluster_wide, n0->cluster_wide, PAIR (s0->tag, n0->tag));
  ADD (92, s0->senses, n0->tag, headed);
  ADD (93, s0->tag, n0->senses, headed);
  ADD (94, s0->senses, n0->senses, 0);
  ADD (103, s0->suffix, n0->tag, headed);
  ADD (104, n0->suffix, s0->tag, headed);
  return n;
}

/* The head of the stack's first token, and its head. */
static guint
add_heads (const HearsayPlace *v,
           guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *s0h = &v->nodes[v->head];
  const HearsayNode *s0h2 = &v->nodes[v->head2];
  guint n = 0;

  ADD (26, PAIR (s0h->tag, s0->tag), n0->tag, 0);
  ADD (45, s0h->word, 0, 0);
  ADD (46, s0h->tag, s0->tag, 0);
  ADD (53, s0h2->word, 0, 0);
  ADD (54, s0h2->tag, s0h->tag, s0->tag);
  ADD (62, s0h->word_tag, n0->tag, 0);
  ADD (87, s0h->cluster_near, s0->cluster_near, PAIR (n0->cluster_near, n0->tag));
  return n;
}

/* What is further down the stack. */
static guint
add_stack (const HearsayPlace *v,
           guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *s1 = &v->nodes[v->second];
  const HearsayNode *s2 = &v->nodes[v->third];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n1 = n0 + 1;
  guint32 headed = SMALL (v->headed);
  guint n = 0;

  ADD (0, headed, SMALL (v->second != 0), 0);
  ADD (12, s1->word_tag, 0, 0);
  ADD (13, s1->tag, 0, 0);
  ADD (30, PAIR (s1->tag, s0->tag), n0->tag, headed);
  ADD (32, PAIR (s1->tag, s0->tag), PAIR (n0->tag, n1->tag), headed);
  ADD (77, s1->word_tag, n0->tag, headed);
  ADD (80, PAIR (s2->tag, s1->tag), PAIR (s0->tag, n0->tag), 0);
  ADD (88, s1->cluster_near, s0->cluster_near, PAIR (n0->cluster_near, n0->tag));
  return n;
}

/* What hangs on the right of the stack's first token. */
static guint
add_right (const HearsayPlace *v,
           guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *s0r = &v->nodes[v->right];
  const HearsayNode *s0r2 = &v->nodes[v->right2];
  guint n = 0;

  ADD (28, PAIR (s0->tag, s0r->tag), n0->tag, 0);
  ADD (39, s0->word, SMALL (v->n_right), 0);
  ADD (40, s0->tag, SMALL (v->n_right), n0->tag);
  ADD (49, s0r->word, s0->tag, 0);
  ADD (50, s0r->tag, s0->tag, 0);
  ADD (56, s0r2->tag, s0r->tag, s0->tag);
  ADD (59, s0r2->word, 0, 0);
  ADD (63, s0r->word, PAIR (s0->tag, n0->tag), 0);
  return n;
}

/* What hangs on its left. */
static guint
add_left (const HearsayPlace *v,
          guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *s0l = &v->nodes[v->left];
  const HearsayNode *s0l2 = &v->nodes[v->left2];
  guint n = 0;

  ADD (27, PAIR (s0->tag, s0l->tag), n0->tag, 0);
  ADD (41, s0->word, SMALL (v->n_left), 0);
  ADD (42, s0->tag, SMALL (v->n_left), n0->tag);
  ADD (47, s0l->word, s0->tag, 0);
  ADD (48, s0l->tag, s0->tag, 0);
  ADD (55, s0l2->tag, s0l->tag, s0->tag);
  ADD (58, s0l2->word, 0, 0);
  ADD (64, s0l->word, PAIR (s0->tag, n0->tag), 0);
  return n;
}

/* What hangs on the left of the buffer's first token. */
static guint
add_next (const HearsayPlace *v,
          guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n0l = &v->nodes[v->next_left];
  const HearsayNode *n0l2 = &v->nodes[v->next_left2];
  guint n = 0;

  ADD (29, PAIR (s0->tag, n0->tag), n0l->tag, 0);
  ADD (43, n0->word, SMALL (v->n_next_left), 0);
  ADD (44, n0->tag, SMALL (v->n_next_left), s0->tag);
  ADD (51, n0l->word, n0->tag, 0);
  ADD (52, n0l->tag, n0->tag, 0);
  ADD (57, n0l2->tag, n0l->tag, n0->tag);
  ADD (60, n0l2->word, 0, 0);
  ADD (65, n0l->word, PAIR (s0->tag, n0->tag), 0);
  return n;
}

/**
 * hearsay_place_group:
 * @features: (out) (array fixed-size=64): of one group
 *
 * Returns: how many there are
 */
guint
hearsay_place_group (const HearsayPlace *place,
                     HearsayGroup        group,
                     guint32            *features)
{
  switch (group)
    {
    case HEARSAY_GROUP_AHEAD:
      return add_ahead (place, features);
    case HEARSAY_GROUP_PAIR:
      return add_pair (place, features);
    case HEARSAY_GROUP_HEADS:
      return add_heads (place, features);
    case HEARSAY_GROUP_STACK:
      return add_stack (place, features);
    case HEARSAY_GROUP_RIGHT:
      return add_right (place, features);
    case HEARSAY_GROUP_LEFT:
      return add_left (place, features);
    case HEARSAY_GROUP_NEXT:
      return add_next (place, features);
    case HEARSAY_N_GROUPS:
    default:
      return 0;
    }
}

/**
 * hearsay_place_find:
 * @nodes: as hearsay_parser_space_prepare() leaves them
 *
 * Returns: what the features of a state look at
 */
HearsayPlace
hearsay_place_find (const HearsayState *state,
                    const HearsayNode  *nodes)
{
  guint top = state->n_stack > 0 ? state->stack[state->n_stack - 1] : 0;
  guint next = state->next;
  guint head = state->head[top];

  return (HearsayPlace) {
    .nodes = nodes,
    .top = top,
    .second = state->n_stack > 1 ? state->stack[state->n_stack - 2] : 0,
    .third = state->n_stack > 2 ? state->stack[state->n_stack - 3] : 0,
    .next = next,
    .head = head,
    .head2 = state->head[head],
    .left = state->left[top],
    .left2 = state->left2[top],
    .right = state->right[top],
    .right2 = state->right2[top],
    .next_left = state->left[next],
    .next_left2 = state->left2[next],
    .headed = top != 0 ? 1u + (head != 0) : 0,
    .n_left = MIN (state->n_left[top], 7),
    .n_right = MIN (state->n_right[top], 7),
    .n_next_left = MIN (state->n_left[next], 7),
  };
}

/**
 * hearsay_place_glance:
 * @features: (out) (array fixed-size=8): what a pruner looks at
 *
 * Chosen one by one out of thirty: each is the one that let the most transitions be decided
 * beside those chosen before.
 */
void
hearsay_place_glance (const HearsayPlace *v,
                      guint32            *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *s1 = &v->nodes[v->second];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n1 = n0 + 1;
  const HearsayNode *n2 = n0 + 2;
  const HearsayNode *n0l = &v->nodes[v->next_left];
  guint32 distance = SMALL (get_distance (v->top, v->next));
  guint32 headed = SMALL (v->headed);
  guint n = 0;

  ADD (110, PAIR (s0->tag, n0->tag), n1->tag, headed);
  ADD (111, PAIR (n0->tag, n1->tag), n2->tag, headed);
  ADD (112, PAIR (s0->tag, n0->tag), n0l->tag, headed);
  ADD (113, n0->word, headed, 0);
  ADD (114, n0->word, PAIR (s0->tag, distance), headed);
  ADD (115, s1->tag, n0->tag, headed);
  ADD (116, PAIR (s0->tag, n0->tag), PAIR (n1->tag, n0l->tag), distance);
  ADD (117, s0->word, PAIR (n0->tag, n0l->tag), headed);
  g_assert (n == HEARSAY_PRUNER_N_FEATURES);
}

/**
 * hearsay_place_features:
 * @features: (out) (array fixed-size=144): hashes
 *
 * Words, tags, dictionary classes and clusters of the stack's and the buffer's
 * first tokens and of their heads and outermost dependents, alone and together,
 * in the manner of Zhang and Nivre (2011), with what stands between and around.
 *
 * Returns: how many there are
 */
guint
hearsay_place_features (const HearsayPlace *place,
                        guint32            *features)
{
  guint n = 0;

  for (guint group = 0; group < HEARSAY_N_GROUPS; group++)
    n += hearsay_place_group (place, (HearsayGroup) group, features + n);
  return n;
}
