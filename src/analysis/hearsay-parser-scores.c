/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser-private.h"

/* Node numbers are below 512; a key is all that a group's features depend on. */
#define N_NODE_BITS 9
G_STATIC_ASSERT (HEARSAY_PARSER_MAX_LENGTH + 2 < 1 << N_NODE_BITS);
G_STATIC_ASSERT (4 * N_NODE_BITS + 3 + 3 + HEARSAY_GENERATION_BITS <= 64);
G_STATIC_ASSERT (HEARSAY_N_GROUPS <= 8);

static inline guint64
join (guint a,
      guint b,
      guint64 around,
      guint c)
{
  return ((guint64) a << N_NODE_BITS | b) << (2 * N_NODE_BITS + 3) | around | c;
}

static inline void
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

/* A group whose score is not known yet. */
typedef struct
{
  HearsayKnownScores *known; /* where its scores will be, unless another group takes the place */
  guint64 key;
  guint16 first; /* feature */
  guint16 n_features;
} Pending;

#define MAX_PENDING (HEARSAY_PARSER_MAX_BEAM * HEARSAY_N_GROUPS)

typedef struct
{
  guint32 features[HEARSAY_PARSER_MAX_BEAM * HEARSAY_PARSER_MAX_FEATURES];
  guint32 places[HEARSAY_PARSER_MAX_BEAM * HEARSAY_PARSER_MAX_FEATURES];
  Pending pending[MAX_PENDING];
  guint n_features;
  guint n_pending;
} Work;

G_STATIC_ASSERT (HEARSAY_PARSER_MAX_BEAM * HEARSAY_PARSER_MAX_FEATURES <= 65536);

static inline HearsayKnownScores *
find_known (HearsayParserSpace *space,
            guint64             key)
{
  return &space->known[key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> (64 - HEARSAY_KNOWN_BITS)];
}

/* What the groups of one state look at, and where their scores are. */
typedef struct
{
  guint64 keys[HEARSAY_N_GROUPS];
  HearsayKnownScores *known[HEARSAY_N_GROUPS];
} View;

/* Notes what is not known of a state's score. */
static inline void
look_up (const HearsayPlace *place,
         HearsayParserSpace *space,
         View               *view,
         Work               *work)
{
  get_keys (place, space->generation, view->keys);
  for (guint group = 0; group < HEARSAY_N_GROUPS; group++)
    {
      guint64 key = view->keys[group];
      HearsayKnownScores *known = view->known[group] = find_known (space, key);
      guint n;

      if (G_LIKELY (known->key == key))
        continue;
      n = hearsay_place_group (place, (HearsayGroup) group, work->features + work->n_features);
      work->pending[work->n_pending++] = (Pending) { known, key, (guint16) work->n_features, (guint16) n };
      work->n_features += n;
      known->key = key;
    }
}

static void
add_features (const HearsayScorer *scorer,
              const guint32       *features,
              const guint32       *places,
              guint                n,
              HearsayScores       *scores)
{
  if (scorer->weights != NULL)
    scorer->weights->add (scorer->weights, features, places, n, scores);
  else
    scorer->add (scorer->data, features, n, scores);
}

static void
find_features (const HearsayScorer *scorer,
               const guint32       *features,
               guint                n,
               guint32             *places)
{
  if (scorer->weights != NULL)
    scorer->weights->find (scorer->weights, features, n, places);
}

static HearsayScores
score_group (const HearsayPlace  *place,
             HearsayGroup         group,
             const HearsayScorer *scorer)
{
  guint32 features[HEARSAY_GROUP_MAX_FEATURES];
  guint32 places[HEARSAY_GROUP_MAX_FEATURES];
  guint n = hearsay_place_group (place, group, features);
  HearsayScores scores = { 0 };

  find_features (scorer, features, n, places);
  add_features (scorer, features, places, n, &scores);
  return scores;
}

static inline HearsayScores
sum_up (const HearsayPlace  *place,
        const View          *view,
        const HearsayScorer *scorer)
{
  HearsayScores sum = { 0 };

  for (guint group = 0; group < HEARSAY_N_GROUPS; group++)
    {
      if (G_LIKELY (view->known[group]->key == view->keys[group]))
        sum += view->known[group]->scores;
      else
        sum += score_group (place, (HearsayGroup) group, scorer);
    }
  return sum;
}

/**
 * hearsay_places_score:
 * @places: (array length=n): where states are
 * @n: at most #HEARSAY_PARSER_MAX_BEAM
 * @space: as hearsay_parser_space_prepare() leaves it
 * @scorer: what it gives for the same features must not change until the next sentence
 * @scores: (out) (array length=n): for each state and transition the scores of all its features
 *
 * As scoring what hearsay_place_features() gives; but the states of a beam have most in
 * common, and each group of features is scored once for all that it looks at.
 */
void
hearsay_places_score (const HearsayPlace  *places,
                      guint                n,
                      HearsayParserSpace  *space,
                      const HearsayScorer *scorer,
                      HearsayScores       *scores)
{
  View views[HEARSAY_PARSER_MAX_BEAM];
  Work work;

  work.n_features = work.n_pending = 0;
  for (guint i = 0; i < n; i++)
    look_up (&places[i], space, &views[i], &work);
  find_features (scorer, work.features, work.n_features, work.places);
  for (guint i = 0; i < work.n_pending; i++)
    {
      const Pending *pending = &work.pending[i];

      if (pending->known->key != pending->key)
        continue;
      pending->known->scores = (HearsayScores) { 0 };
      add_features (scorer, work.features + pending->first, work.places + pending->first, pending->n_features,
                    &pending->known->scores);
    }
  for (guint i = 0; i < n; i++)
    scores[i] = sum_up (&places[i], &views[i], scorer);
}
