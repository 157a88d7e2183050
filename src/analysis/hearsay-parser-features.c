/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser.h"

#include <string.h>

#define BASE 300

#define ADD(number, a, b, c) (features[n++] = hearsay_feature (BASE + (number), (a), (b), (c)))
#define PAIR(a, b) ((a) << 12 ^ (b))

/* What the features of a state look at: node numbers, 0 for nothing, and counts. */
typedef struct
{
  const HearsayNode *nodes;
  guint top;
  guint second;
  guint third;
  guint next;
  guint head;
  guint head2;
  guint left;
  guint left2;
  guint right;
  guint right2;
  guint next_left;
  guint next_left2;
  guint headed;
  guint n_left;
  guint n_right;
  guint n_next_left;
} Place;

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

/* The stack's and the buffer's first tokens, with what stands between and around them. */
static guint
add_pair (const Place *v,
          guint32     *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n1 = n0 + 1;
  const HearsayNode *n2 = n0 + 2;
  const HearsayNode *n3 = n0 + 3;
  const HearsayNode *before = n0 - 1;
  const HearsayNode *after = s0 + 1;
  guint32 distance = get_distance (v->top, v->next);
  guint32 between = get_between (v->nodes, v->top, v->next);
  guint32 headed = v->headed;
  guint n = 0;

  ADD (1, s0->word_tag, headed, 0);
  ADD (2, s0->word, headed, 0);
  ADD (3, s0->tag, headed, 0);
  ADD (4, n0->word_tag, 0, 0);
  ADD (5, n0->word, 0, 0);
  ADD (6, n0->tag, headed, 0);
  ADD (7, n1->word_tag, 0, 0);
  ADD (8, n1->word, 0, 0);
  ADD (9, n1->tag, 0, 0);
  ADD (10, n2->word_tag, 0, 0);
  ADD (11, n2->tag, 0, 0);
  ADD (14, s0->word_tag, n0->word_tag, 0);
  ADD (15, s0->word_tag, n0->word, 0);
  ADD (16, s0->word, n0->word_tag, 0);
  ADD (17, s0->word_tag, n0->tag, headed);
  ADD (18, s0->tag, n0->word_tag, headed);
  ADD (19, s0->word, n0->word, 0);
  ADD (20, s0->tag, n0->tag, headed);
  ADD (21, n0->tag, n1->tag, 0);
  ADD (22, s0->word, PAIR (n0->tag, n1->tag), 0);
  ADD (23, n0->word, n1->tag, s0->tag);
  ADD (24, PAIR (n0->tag, n1->tag), n2->tag, 0);
  ADD (25, PAIR (s0->tag, n0->tag), n1->tag, headed);
  ADD (31, PAIR (s0->tag, n0->tag), PAIR (n1->tag, n2->tag), headed);
  ADD (33, s0->word, distance, headed);
  ADD (34, s0->tag, distance, headed);
  ADD (35, n0->word, distance, 0);
  ADD (36, n0->tag, distance, 0);
  ADD (37, s0->word, n0->word, distance + 1);
  ADD (38, s0->tag, n0->tag, distance + 1);
  ADD (66, s0->tag, n0->tag, PAIR (between, 5));
  ADD (67, PAIR (s0->tag, after->tag), PAIR (before->tag, n0->tag), 0);
  ADD (68, PAIR (s0->tag, s0[-(v->top > 0)].tag), PAIR (n1->tag, n0->tag), 0);
  ADD (69, s0->word, n0->tag, PAIR (between, 6));
  ADD (70, between, headed, n0->word);
  ADD (71, between, headed, 0);
  ADD (72, PAIR (n0->tag, n1->tag), PAIR (n2->tag, n3->tag), 0);
  ADD (73, s0->tag, n1->word, n0->tag);
  ADD (74, s0->word, n1->word, 0);
  ADD (75, before->word, n0->tag, s0->tag);
  ADD (81, s0->cluster, headed, 0);
  ADD (82, n0->cluster, 0, 0);
  ADD (83, s0->cluster, n0->cluster, headed);
  ADD (84, s0->cluster, n0->tag, headed);
  ADD (85, s0->tag, n0->cluster, headed);
  ADD (86, s0->cluster >> 4, n0->cluster >> 4, PAIR (s0->tag, n0->tag));
  ADD (89, s0->cluster, n0->word, 0);
  ADD (90, s0->word, n0->cluster, 0);
  ADD (91, n1->cluster, n0->cluster, s0->tag);
  ADD (92, s0->senses, n0->tag, headed);
  ADD (93, s0->tag, n0->senses, headed);
  ADD (94, s0->senses, n0->senses, 0);
  ADD (95, s0->word, n0->senses, 0);
  ADD (96, s0->senses, n0->word, 0);
  ADD (103, s0->suffix, n0->tag, headed);
  ADD (104, n0->suffix, s0->tag, headed);
  return n;
}

/* The head of the stack's first token, and its head. */
static guint
add_heads (const Place *v,
           guint32     *features)
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
  ADD (61, s0h->word, n0->word, 0);
  ADD (62, s0h->word_tag, n0->tag, 0);
  ADD (87, s0h->cluster >> 3, s0->cluster >> 3, PAIR (n0->cluster >> 3, n0->tag));
  ADD (97, s0h->senses, PAIR (s0->tag, n0->tag), n0->senses);
  ADD (98, s0h->word, s0->word, n0->senses);
  ADD (99, s0h->word_tag, s0->word, n0->tag);
  ADD (100, s0h->tag, s0->word, n0->word);
  ADD (101, s0h->word, s0->word, n0->word);
  return n;
}

/* What is further down the stack. */
static guint
add_stack (const Place *v,
           guint32     *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *s1 = &v->nodes[v->second];
  const HearsayNode *s2 = &v->nodes[v->third];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n1 = n0 + 1;
  guint32 headed = v->headed;
  guint n = 0;

  ADD (0, headed, v->second != 0, 0);
  ADD (12, s1->word_tag, 0, 0);
  ADD (13, s1->tag, 0, 0);
  ADD (30, PAIR (s1->tag, s0->tag), n0->tag, headed);
  ADD (32, PAIR (s1->tag, s0->tag), PAIR (n0->tag, n1->tag), headed);
  ADD (76, s1->word, n0->word, 0);
  ADD (77, s1->word_tag, n0->tag, headed);
  ADD (78, s1->tag, n0->word, s0->tag);
  ADD (79, s1->word, s0->word, 0);
  ADD (80, PAIR (s2->tag, s1->tag), PAIR (s0->tag, n0->tag), 0);
  ADD (88, s1->cluster >> 3, s0->cluster >> 3, PAIR (n0->cluster >> 3, n0->tag));
  ADD (102, s1->senses, s0->word, n0->tag);
  return n;
}

/* What hangs on the right of the stack's first token. */
static guint
add_right (const Place *v,
           guint32     *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *s0r = &v->nodes[v->right];
  const HearsayNode *s0r2 = &v->nodes[v->right2];
  guint n = 0;

  ADD (28, PAIR (s0->tag, s0r->tag), n0->tag, 0);
  ADD (39, s0->word, v->n_right, 0);
  ADD (40, s0->tag, v->n_right, n0->tag);
  ADD (49, s0r->word, s0->tag, 0);
  ADD (50, s0r->tag, s0->tag, 0);
  ADD (56, s0r2->tag, s0r->tag, s0->tag);
  ADD (59, s0r2->word, 0, 0);
  ADD (63, s0r->word, PAIR (s0->tag, n0->tag), 0);
  return n;
}

/* What hangs on its left. */
static guint
add_left (const Place *v,
          guint32     *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *s0l = &v->nodes[v->left];
  const HearsayNode *s0l2 = &v->nodes[v->left2];
  guint n = 0;

  ADD (27, PAIR (s0->tag, s0l->tag), n0->tag, 0);
  ADD (41, s0->word, v->n_left, 0);
  ADD (42, s0->tag, v->n_left, n0->tag);
  ADD (47, s0l->word, s0->tag, 0);
  ADD (48, s0l->tag, s0->tag, 0);
  ADD (55, s0l2->tag, s0l->tag, s0->tag);
  ADD (58, s0l2->word, 0, 0);
  ADD (64, s0l->word, PAIR (s0->tag, n0->tag), 0);
  return n;
}

/* What hangs on the left of the buffer's first token. */
static guint
add_next (const Place *v,
          guint32     *features)
{
  const HearsayNode *s0 = &v->nodes[v->top];
  const HearsayNode *n0 = &v->nodes[v->next];
  const HearsayNode *n0l = &v->nodes[v->next_left];
  const HearsayNode *n0l2 = &v->nodes[v->next_left2];
  guint n = 0;

  ADD (29, PAIR (s0->tag, n0->tag), n0l->tag, 0);
  ADD (43, n0->word, v->n_next_left, 0);
  ADD (44, n0->tag, v->n_next_left, s0->tag);
  ADD (51, n0l->word, n0->tag, 0);
  ADD (52, n0l->tag, n0->tag, 0);
  ADD (57, n0l2->tag, n0l->tag, n0->tag);
  ADD (60, n0l2->word, 0, 0);
  ADD (65, n0l->word, PAIR (s0->tag, n0->tag), 0);
  return n;
}

/* Node numbers are below 512; a key is all that a group's features depend on. */
#define N_NODE_BITS 9
G_STATIC_ASSERT (HEARSAY_PARSER_MAX_LENGTH + 2 < 1 << N_NODE_BITS);
G_STATIC_ASSERT (4 * N_NODE_BITS + 3 + 3 + HEARSAY_GENERATION_BITS <= 64);

static inline guint64
join (guint a,
      guint b,
      guint c,
      guint d,
      guint e)
{
  return ((((guint64) a << N_NODE_BITS | b) << N_NODE_BITS | c) << N_NODE_BITS | d) << 3 | e;
}

typedef enum
{
  GROUP_PAIR,
  GROUP_HEADS,
  GROUP_STACK,
  GROUP_RIGHT,
  GROUP_LEFT,
  GROUP_NEXT,
  N_GROUPS
} Group;

static void
get_keys (const Place *v,
          guint64      keys[N_GROUPS])
{
  keys[GROUP_PAIR] = join (0, 0, v->top, v->next, v->headed);
  keys[GROUP_HEADS] = join (v->head, v->head2, v->top, v->next, 0);
  keys[GROUP_STACK] = join (v->second, v->third, v->top, v->next, v->headed);
  keys[GROUP_RIGHT] = join (v->right, v->right2, v->top, v->next, v->n_right);
  keys[GROUP_LEFT] = join (v->left, v->left2, v->top, v->next, v->n_left);
  keys[GROUP_NEXT] = join (v->next_left, v->next_left2, v->top, v->next, v->n_next_left);
}

static guint
add_group (const Place *place,
           Group        group,
           guint32     *features)
{
  switch (group)
    {
    case GROUP_PAIR:
      return add_pair (place, features);
    case GROUP_HEADS:
      return add_heads (place, features);
    case GROUP_STACK:
      return add_stack (place, features);
    case GROUP_RIGHT:
      return add_right (place, features);
    case GROUP_LEFT:
      return add_left (place, features);
    case GROUP_NEXT:
      return add_next (place, features);
    case N_GROUPS:
    default:
      return 0;
    }
}

static Place
find_place (const HearsayState *self,
            const HearsayNode  *nodes)
{
  guint top = self->n_stack > 0 ? self->stack[self->n_stack - 1] : 0;
  guint next = self->next;
  guint head = self->head[top];

  return (Place) {
    .nodes = nodes,
    .top = top,
    .second = self->n_stack > 1 ? self->stack[self->n_stack - 2] : 0,
    .third = self->n_stack > 2 ? self->stack[self->n_stack - 3] : 0,
    .next = next,
    .head = head,
    .head2 = self->head[head],
    .left = self->left[top],
    .left2 = self->left2[top],
    .right = self->right[top],
    .right2 = self->right2[top],
    .next_left = self->left[next],
    .next_left2 = self->left2[next],
    .headed = top != 0 ? 1u + (head != 0) : 0,
    .n_left = MIN (self->n_left[top], 7),
    .n_right = MIN (self->n_right[top], 7),
    .n_next_left = MIN (self->n_left[next], 7),
  };
}

/**
 * hearsay_state_features:
 * @nodes: as hearsay_parser_space_prepare() leaves them
 * @features: (out) (array fixed-size=144): hashes
 *
 * Words, tags, dictionary classes and clusters of the stack's and the buffer's
 * first tokens and of their heads and outermost dependents, alone and together,
 * in the manner of Zhang and Nivre (2011), with what stands between and around.
 *
 * Returns: how many there are
 */
guint
hearsay_state_features (const HearsayState *self,
                        const HearsayNode  *nodes,
                        guint32            *features)
{
  Place place = find_place (self, nodes);
  guint n = 0;

  for (guint group = 0; group < N_GROUPS; group++)
    n += add_group (&place, (Group) group, features + n);
  return n;
}

/* A group whose score is not known yet. */
typedef struct
{
  guint64 key;
  HearsayKnownScores *known; /* where its scores will be, unless another group takes the place */
  guint16 first;             /* feature */
  guint16 n_features;
} Pending;

#define MAX_PENDING (HEARSAY_PARSER_MAX_BEAM * N_GROUPS)

typedef struct
{
  guint32 features[HEARSAY_PARSER_MAX_BEAM * HEARSAY_PARSER_MAX_FEATURES];
  Pending pending[MAX_PENDING];
  struct
  {
    guint8 state;
    guint8 pending;
  } links[MAX_PENDING];
  guint n_features;
  guint n_pending;
  guint n_links;
} Work;

G_STATIC_ASSERT (MAX_PENDING <= 256 && HEARSAY_PARSER_MAX_BEAM * HEARSAY_PARSER_MAX_FEATURES <= 65536);

/* Adds what is known of a state's score, and notes what is not. */
static void
look_up (const Place         *place,
         guint                state,
         HearsayParserSpace  *space,
         const HearsayScorer *scorer,
         Work                *work,
         gint32              *scores)
{
  guint64 keys[N_GROUPS];

  get_keys (place, keys);
  for (guint64 group = 0; group < N_GROUPS; group++)
    {
      guint64 key = (keys[group] << 3 | group) << HEARSAY_GENERATION_BITS | space->generation;
      HearsayKnownScores *known = &space->known[key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> (64 - HEARSAY_KNOWN_BITS)];

      if (known->key == key && known->pending < 0)
        {
          for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
            scores[k] += known->scores[k];
          continue;
        }
      if (known->key != key)
        {
          guint n = add_group (place, (Group) group, work->features + work->n_features);

          scorer->ask (scorer->data, work->features + work->n_features, n);
          work->pending[work->n_pending] = (Pending) { key, known, (guint16) work->n_features, (guint16) n };
          work->n_features += n;
          known->key = key;
          known->pending = (gint32) work->n_pending++;
        }
      work->links[work->n_links].state = (guint8) state;
      work->links[work->n_links++].pending = (guint8) known->pending;
    }
}

/**
 * hearsay_states_score:
 * @states: (array length=n): none of which is over
 * @n: at most #HEARSAY_PARSER_MAX_BEAM
 * @space: as hearsay_parser_space_prepare() leaves it
 * @scorer: what it gives for the same features must not change until the next sentence
 * @scores: (out) (array length=n): for each state and transition the scores of all its features
 *
 * As scoring what hearsay_state_features() gives; but the states of a beam have most in
 * common, and each group of features is scored once for all that it looks at.
 */
void
hearsay_states_score (const HearsayState *const *states,
                      guint                      n,
                      HearsayParserSpace        *space,
                      const HearsayScorer       *scorer,
                      gint32                   (*scores)[HEARSAY_N_ACTIONS])
{
  gint32 found[MAX_PENDING][HEARSAY_N_ACTIONS];
  Work work;

  work.n_features = work.n_pending = work.n_links = 0;
  memset (scores, 0, n * sizeof *scores);
  for (guint i = 0; i < n; i++)
    {
      Place place = find_place (states[i], space->nodes);

      look_up (&place, i, space, scorer, &work, scores[i]);
    }
  for (guint i = 0; i < work.n_pending; i++)
    {
      const Pending *pending = &work.pending[i];

      memset (found[i], 0, sizeof found[i]);
      scorer->score (scorer->data, work.features + pending->first, pending->n_features, found[i]);
      if (pending->known->key == pending->key)
        {
          memcpy (pending->known->scores, found[i], sizeof found[i]);
          pending->known->pending = -1;
        }
    }
  for (guint i = 0; i < work.n_links; i++)
    {
      for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
        scores[work.links[i].state][k] += found[work.links[i].pending][k];
    }
}
