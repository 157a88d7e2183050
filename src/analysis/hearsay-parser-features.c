/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser.h"

#define BASE 300

#define ADD(number, a, b, c) (features[n++] = hearsay_feature (BASE + (number), (a), (b), (c)))
#define PAIR(a, b) ((a) << 12 ^ (b))

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
  guint top = self->n_stack > 0 ? self->stack[self->n_stack - 1] : 0;
  guint second = self->n_stack > 1 ? self->stack[self->n_stack - 2] : 0;
  guint third = self->n_stack > 2 ? self->stack[self->n_stack - 3] : 0;
  guint next = self->next;
  guint head = self->head[top];
  const HearsayNode *s0 = &nodes[top];
  const HearsayNode *s1 = &nodes[second];
  const HearsayNode *s2 = &nodes[third];
  const HearsayNode *n0 = &nodes[next];
  const HearsayNode *n1 = n0 + 1;
  const HearsayNode *n2 = n0 + 2;
  const HearsayNode *n3 = n0 + 3;
  const HearsayNode *before = n0 - 1;
  const HearsayNode *after = &nodes[top + 1];
  const HearsayNode *s0h = &nodes[head];
  const HearsayNode *s0h2 = &nodes[self->head[head]];
  const HearsayNode *s0l = &nodes[self->left[top]];
  const HearsayNode *s0l2 = &nodes[self->left2[top]];
  const HearsayNode *s0r = &nodes[self->right[top]];
  const HearsayNode *s0r2 = &nodes[self->right2[top]];
  const HearsayNode *n0l = &nodes[self->left[next]];
  const HearsayNode *n0l2 = &nodes[self->left2[next]];
  guint32 distance = get_distance (top, next);
  guint32 between = get_between (nodes, top, next);
  guint32 headed = top != 0 ? 1u + (head != 0) : 0;
  guint32 right_count = MIN (self->n_right[top], 7);
  guint32 left_count = MIN (self->n_left[top], 7);
  guint32 next_count = MIN (self->n_left[next], 7);
  guint n = 0;

  ADD (0, headed, self->n_stack > 1, 0);
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
  ADD (12, s1->word_tag, 0, 0);
  ADD (13, s1->tag, 0, 0);

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
  ADD (26, PAIR (s0h->tag, s0->tag), n0->tag, 0);
  ADD (27, PAIR (s0->tag, s0l->tag), n0->tag, 0);
  ADD (28, PAIR (s0->tag, s0r->tag), n0->tag, 0);
  ADD (29, PAIR (s0->tag, n0->tag), n0l->tag, 0);
  ADD (30, PAIR (s1->tag, s0->tag), n0->tag, headed);
  ADD (31, PAIR (s0->tag, n0->tag), PAIR (n1->tag, n2->tag), headed);
  ADD (32, PAIR (s1->tag, s0->tag), PAIR (n0->tag, n1->tag), headed);

  ADD (33, s0->word, distance, headed);
  ADD (34, s0->tag, distance, headed);
  ADD (35, n0->word, distance, 0);
  ADD (36, n0->tag, distance, 0);
  ADD (37, s0->word, n0->word, distance + 1);
  ADD (38, s0->tag, n0->tag, distance + 1);

  ADD (39, s0->word, right_count, 0);
  ADD (40, s0->tag, right_count, n0->tag);
  ADD (41, s0->word, left_count, 0);
  ADD (42, s0->tag, left_count, n0->tag);
  ADD (43, n0->word, next_count, 0);
  ADD (44, n0->tag, next_count, s0->tag);

  ADD (45, s0h->word, 0, 0);
  ADD (46, s0h->tag, s0->tag, 0);
  ADD (47, s0l->word, s0->tag, 0);
  ADD (48, s0l->tag, s0->tag, 0);
  ADD (49, s0r->word, s0->tag, 0);
  ADD (50, s0r->tag, s0->tag, 0);
  ADD (51, n0l->word, n0->tag, 0);
  ADD (52, n0l->tag, n0->tag, 0);
  ADD (53, s0h2->word, 0, 0);
  ADD (54, s0h2->tag, s0h->tag, s0->tag);
  ADD (55, s0l2->tag, s0l->tag, s0->tag);
  ADD (56, s0r2->tag, s0r->tag, s0->tag);
  ADD (57, n0l2->tag, n0l->tag, n0->tag);
  ADD (58, s0l2->word, 0, 0);
  ADD (59, s0r2->word, 0, 0);
  ADD (60, n0l2->word, 0, 0);
  ADD (61, s0h->word, n0->word, 0);
  ADD (62, s0h->word_tag, n0->tag, 0);
  ADD (63, s0r->word, PAIR (s0->tag, n0->tag), 0);
  ADD (64, s0l->word, PAIR (s0->tag, n0->tag), 0);
  ADD (65, n0l->word, PAIR (s0->tag, n0->tag), 0);

  ADD (66, s0->tag, n0->tag, PAIR (between, 5));
  ADD (67, PAIR (s0->tag, after->tag), PAIR (before->tag, n0->tag), 0);
  ADD (68, PAIR (s0->tag, s0[-(top > 0)].tag), PAIR (n1->tag, n0->tag), 0);
  ADD (69, s0->word, n0->tag, PAIR (between, 6));
  ADD (70, between, headed, n0->word);
  ADD (71, between, headed, 0);
  ADD (72, PAIR (n0->tag, n1->tag), PAIR (n2->tag, n3->tag), 0);
  ADD (73, s0->tag, n1->word, n0->tag);
  ADD (74, s0->word, n1->word, 0);
  ADD (75, before->word, n0->tag, s0->tag);

  ADD (76, s1->word, n0->word, 0);
  ADD (77, s1->word_tag, n0->tag, headed);
  ADD (78, s1->tag, n0->word, s0->tag);
  ADD (79, s1->word, s0->word, 0);
  ADD (80, PAIR (s2->tag, s1->tag), PAIR (s0->tag, n0->tag), 0);

  ADD (81, s0->cluster, headed, 0);
  ADD (82, n0->cluster, 0, 0);
  ADD (83, s0->cluster, n0->cluster, headed);
  ADD (84, s0->cluster, n0->tag, headed);
  ADD (85, s0->tag, n0->cluster, headed);
  ADD (86, s0->cluster >> 4, n0->cluster >> 4, PAIR (s0->tag, n0->tag));
  ADD (87, s0h->cluster >> 3, s0->cluster >> 3, PAIR (n0->cluster >> 3, n0->tag));
  ADD (88, s1->cluster >> 3, s0->cluster >> 3, PAIR (n0->cluster >> 3, n0->tag));
  ADD (89, s0->cluster, n0->word, 0);
  ADD (90, s0->word, n0->cluster, 0);
  ADD (91, n1->cluster, n0->cluster, s0->tag);

  ADD (92, s0->senses, n0->tag, headed);
  ADD (93, s0->tag, n0->senses, headed);
  ADD (94, s0->senses, n0->senses, 0);
  ADD (95, s0->word, n0->senses, 0);
  ADD (96, s0->senses, n0->word, 0);
  ADD (97, s0h->senses, PAIR (s0->tag, n0->tag), n0->senses);
  ADD (98, s0h->word, s0->word, n0->senses);
  ADD (99, s0h->word_tag, s0->word, n0->tag);
  ADD (100, s0h->tag, s0->word, n0->word);
  ADD (101, s0h->word, s0->word, n0->word);
  ADD (102, s1->senses, s0->word, n0->tag);
  ADD (103, s0->suffix, n0->tag, headed);
  ADD (104, n0->suffix, s0->tag, headed);
  return n;
}
