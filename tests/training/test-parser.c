/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-parser-private.h"
#include "training/hearsay-oracle.h"
#include "training/hearsay-perceptron.h"

#include "one-section.h"

#define N 12

/* What the transitions make of the tokens; heads from 0, -1 for those without. */
static void
replay (GByteArray *actions,
        gint32     *head)
{
  guint16 block[HEARSAY_STATE_N_ARRAYS][N + 4] = { { 0 } };
  HearsayState state;
  guint16 **arrays = &state.stack;

  for (guint i = 0; i < HEARSAY_STATE_N_ARRAYS; i++)
    arrays[i] = block[i];
  hearsay_state_reset (&state, N);
  for (guint i = 0; i < actions->len; i++)
    {
      g_assert_true (hearsay_state_allows (&state, (HearsayAction) actions->data[i], N));
      hearsay_state_apply (&state, (HearsayAction) actions->data[i]);
    }
  g_assert_true (hearsay_state_is_over (&state, N));
  for (guint i = 0; i < N; i++)
    head[i] = (gint32) state.head[i + 1] - 1;
}

static void
test_oracle (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      HearsaySyntax gold = { .n = N };
      gint32 head[N], expected[N], found[N];
      g_autoptr (GByteArray) actions = NULL;

      for (gint32 i = 0; i < N; i++)
        head[i] = i == 0 ? -1 : g_rand_int_range (rand, 0, i);
      for (gint32 i = 0; i < N; i++)
        expected[i] = head[i];
      gold.head = head;
      hearsay_projectivize (expected, N);
      actions = hearsay_oracle_actions (&gold);
      replay (actions, found);
      g_assert_cmpmem (found, sizeof found, expected, sizeof expected);
    }
  g_rand_free (rand);
}

static void
test_projectivize (void)
{
  gint32 crossing[] = { -1, 3, 0, 0 };
  gint32 plain[] = { 1, -1, 1, 2 };
  const gint32 crossing_mended[] = { -1, 0, 0, 0 };
  const gint32 plain_kept[] = { 1, -1, 1, 2 };

  hearsay_projectivize (crossing, 4);
  g_assert_cmpmem (crossing, sizeof crossing, crossing_mended, sizeof crossing_mended);
  hearsay_projectivize (plain, 4);
  g_assert_cmpmem (plain, sizeof plain, plain_kept, sizeof plain_kept);
}

/* A scorer whose weights are made of the features' hashes. */
static void
add_hashes (gconstpointer  data,
            const guint32 *features,
            guint          n_features,
            HearsayScores *scores)
{
  guint *n_scored = (guint *) data;

  *n_scored += n_features;
  for (guint i = 0; i < n_features; i++)
    for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
      (*scores)[k] += (gint32) (features[i] >> (8 * k) & 0xFF) - 128;
}

/* Takes a random transition that is allowed. */
static void
step (HearsayState *state,
      GRand        *rand)
{
  HearsayAction action;

  do
    action = (HearsayAction) g_rand_int_range (rand, 0, HEARSAY_N_ACTIONS);
  while (!hearsay_state_allows (state, action, N));
  hearsay_state_apply (state, action);
}

/* What a beam's states have in common is scored once, and the sums are those of every feature of each. */
static void
test_shared_scores (void)
{
  HearsayTraits traits[N];
  guint8 tags[N];
  HearsayParserSpace space = { 0 };
  GRand *rand = g_rand_new_with_seed (11);
  guint n_scored = 0;
  guint n_all = 0;
  const HearsayScorer scorer = { NULL, add_hashes, &n_scored, NULL };

  memset (traits, 0, sizeof traits);
  for (guint i = 0; i < N; i++)
    {
      traits[i].word = i + 10;
      traits[i].entry.cluster = (guint16) (i * 37);
      tags[i] = (guint8) (i % HEARSAY_N_UPOS);
    }
  for (guint round = 0; round < 200; round++)
    {
      HearsayPlace places[8];
      HearsayScores scores[8];

      hearsay_parser_space_prepare (&space, traits, tags, tags, N);
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        hearsay_state_reset (&space.states[i], N);
      for (guint turn = 0; turn < N - 1; turn++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (places); i++)
            {
              step (&space.states[i], rand);
              places[i] = hearsay_place_find (&space.states[i], space.nodes);
            }
          hearsay_places_score (places, G_N_ELEMENTS (places), &space, &scorer, scores);
          for (guint i = 0; i < G_N_ELEMENTS (places); i++)
            {
              guint32 features[HEARSAY_PARSER_MAX_FEATURES];
              HearsayScores expected = { 0 };
              guint n = hearsay_place_features (&places[i], features);
              guint before = n_scored;

              add_hashes (&n_scored, features, n, &expected);
              n_scored = before;
              n_all += n;
              g_assert_cmpmem (&scores[i], sizeof scores[i], &expected, sizeof expected);
            }
        }
    }
  g_assert_cmpuint (n_scored, <, n_all);
  hearsay_parser_space_clear (&space);
  g_rand_free (rand);
}

/* What is far behind the best transition is ruled out; never all, and never what is impossible. */
static void
test_pruner (void)
{
  HearsayTraits traits[N] = { 0 };
  guint8 tags[N] = { 0 };
  HearsayParserSpace space = { 0 };
  guint32 features[HEARSAY_PRUNER_N_FEATURES];
  const float weights[4] = { 20, 0, 0, 4 };
  g_autoptr (GBytes) section = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayPruner pruner;
  HearsayPlace place;

  hearsay_parser_space_prepare (&space, traits, tags, tags, N);
  hearsay_state_reset (&space.states[0], N);
  place = hearsay_place_find (&space.states[0], space.nodes);
  hearsay_place_glance (&place, features);
  section = hearsay_quads_pack (features, weights, 1, 100, 0.5);
  model = make_model (section);
  g_assert_true (hearsay_quads_load (&pruner.weights, model, "weights", NULL));
  pruner.margin = (gint32) (18 / pruner.weights.scale);
  g_assert_cmpuint (hearsay_pruner_look (&pruner, &place, 15), ==, 1 | 8);
  g_assert_cmpuint (hearsay_pruner_look (&pruner, &place, 6), ==, 6);
  pruner.margin = 1;
  g_assert_cmpuint (hearsay_pruner_look (&pruner, &place, 15), ==, 1);
  g_assert_cmpuint (hearsay_pruner_look (&pruner, &place, 2 | 8), ==, 8);
  hearsay_parser_space_clear (&space);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parser/oracle", test_oracle);
  g_test_add_func ("/parser/projectivize", test_projectivize);
  g_test_add_func ("/parser/shared-scores", test_shared_scores);
  g_test_add_func ("/parser/pruner", test_pruner);
  return g_test_run ();
}
