/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser-private.h"

/* Node numbers are below 512; a key is all that a group's features depend on. */
#define N_NODE_BITS 9
G_STATIC_ASSERT (HEARSAY_PARSER_MAX_LENGTH + 2 < 1 << N_NODE_BITS);
G_STATIC_ASSERT (4 * N_NODE_BITS + 3 + 3 + HEARSAY_GENERATION_BITS <= 64);
G_STATIC_ASSERT (HEARSAY_N_GROUPS < 8);

static inline guint64
join (guint a,
      guint b,
      guint64 around,
      guint c)
{
  return ((guint64) a << N_NODE_BITS | b) << (2 * N_NODE_BITS + 3) | around | c;
}

static void
get_keys (const HearsayPlace *v,
          guint32             generation,
          guint64             keys[HEARSAY_N_GROUPS])
{
  guint64 around = ((guint64) v->top << N_NODE_BITS | v->next) << 3;

  keys[HEARSAY_GROUP_AHEAD] = v->next;
  keys[HEARSAY_GROUP_PAIR] = around | v->headed;
  keys[HEARSAY_GROUP_HEADS] = join (v->head, v->head2, around, 0);
  keys[HEARSAY_GROUP_STACK] = join (v->second, v->third, around, v->headed);
  keys[HEARSAY_GROUP_RIGHT] = join (v->right, v->right2, around, v->n_right);
  keys[HEARSAY_GROUP_LEFT] = join (v->left, v->left2, around, v->n_left);
  keys[HEARSAY_GROUP_NEXT] = join (v->next_left, v->next_left2, around, v->n_next_left);
  for (guint64 group = 0; group < HEARSAY_N_GROUPS; group++)
    keys[group] = (keys[group] << 3 | group) << HEARSAY_GENERATION_BITS | generation;
}

static inline HearsayScores
know (const HearsayPlace  *place,
      HearsayGroup         group,
      guint64              key,
      HearsayParserSpace  *space,
      const HearsayScorer *scorer)
{
  HearsayKnownScores *known = &space->known[key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> (64 - HEARSAY_KNOWN_BITS)];

  if (known->key != key)
    {
      guint32 features[HEARSAY_GROUP_MAX_FEATURES];
      guint n = hearsay_place_group (place, group, features);

      known->key = key;
      known->scores = (HearsayScores) { 0 };
      scorer->add (scorer->data, features, n, &known->scores);
    }
  return known->scores;
}

/**
 * hearsay_states_score:
 * @states: (array length=n): none of which is over
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
                      HearsayScores             *scores)
{
  for (guint i = 0; i < n; i++)
    {
      HearsayPlace place = hearsay_place_find (states[i], space->nodes);
      guint64 keys[HEARSAY_N_GROUPS];

      get_keys (&place, space->generation, keys);
      scores[i] = (HearsayScores) { 0 };
      for (guint group = 0; group < HEARSAY_N_GROUPS; group++)
        scores[i] += know (&place, (HearsayGroup) group, keys[group], space, scorer);
    }
}
