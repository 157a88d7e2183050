/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-parser.h"
#include "analysis/hearsay-weights.h"
#include "training/hearsay-oracle.h"
#include "training/hearsay-perceptron.h"

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

static HearsayModel *
make_model (GBytes *section)
{
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) file = NULL;

  hearsay_model_builder_add (builder, "weights", section);
  file = hearsay_model_builder_finish (builder);
  return hearsay_model_new (file, NULL);
}

static void
test_weights (void)
{
  const guint32 features[] = { 3, 0x00010003, 0x00010004, 0xFFFFFFFF };
  const float weights[] = { 1, 0, -2, 0, 0, 0, 0, 127, 0, 0.5f, 0, -127 };
  const guint32 asked[] = { 0x00010004, 0xFFFFFFFF, 4, 3 };
  g_autoptr (GBytes) section = hearsay_weights_pack (features, weights, 4, 3, 3, 100, 0.5);
  g_autoptr (HearsayModel) model = make_model (section);
  g_autoptr (GError) error = NULL;
  gint32 scores[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };
  HearsayWeights view;

  g_assert_true (hearsay_weights_load (&view, model, "weights", 3, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (view.scale, 1, 1e-6);
  hearsay_weights_add (&view, asked, 4, scores);
  g_assert_cmpint (scores[0], ==, 1 + 1);
  g_assert_cmpint (scores[1], ==, 127);
  g_assert_cmpint (scores[2], ==, -127 - 2);
  g_assert_false (hearsay_weights_load (&view, model, "weights", 4, &error));
  g_assert_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION);
}

/* Above eight labels the rows have lists of labels in place of sets. */
static void
test_many_labels (void)
{
  const guint32 features[] = { 3, 0x00010003 };
  const guint32 asked[] = { 0x00010003, 3, 5 };
  float weights[2 * 12] = { 0 };
  g_autoptr (GBytes) section = NULL;
  g_autoptr (HearsayModel) model = NULL;
  gint32 scores[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };
  HearsayWeights view;

  weights[0] = 127;
  weights[11] = -3;
  weights[12 + 8] = 5;
  weights[12 + 11] = 4;
  section = hearsay_weights_pack (features, weights, 2, 12, 12, 100, 0.5);
  model = make_model (section);
  g_assert_true (hearsay_weights_load (&view, model, "weights", 12, NULL));
  hearsay_weights_add (&view, asked, 3, scores);
  g_assert_cmpint (scores[0], ==, 127);
  g_assert_cmpint (scores[8], ==, 5);
  g_assert_cmpint (scores[11], ==, 1);
}

/* A section that lies about its size is refused; one with odd rows is read without harm. */
static void
test_damaged_weights (void)
{
  const guint32 features[] = { 3, 0x00010003 };
  const float weights[] = { 1, 2, 3, 4, 5, 6 };
  g_autoptr (GBytes) section = hearsay_weights_pack (features, weights, 2, 3, 3, 100, 0.5);
  gsize size;
  const guint8 *data = g_bytes_get_data (section, &size);

  for (gsize i = 0; i < size; i = i == 15 ? size - 12 : i + 1)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (HearsayModel) model = NULL;
      gint32 scores[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };
      HearsayWeights view;

      copy[i] ^= 0xFF;
      changed = g_bytes_new_take (copy, size);
      model = make_model (changed);
      if (hearsay_weights_load (&view, model, "weights", 3, NULL))
        hearsay_weights_add (&view, features, 2, scores);
      else
        g_assert_cmpuint (i, <, 16);
    }
}

/* Exclusive or of two features, which their conjunction alone can decide. */
static void
test_perceptron (void)
{
  const guint32 examples[4][3] = { { 10, 20, 30 }, { 11, 20, 31 }, { 10, 21, 32 }, { 11, 21, 33 } };
  const guint labels[] = { 0, 1, 1, 0 };
  g_autoptr (HearsayPerceptron) perceptron = hearsay_perceptron_new (2);
  g_autoptr (GBytes) section = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayWeights view;

  for (guint i = 0; i < 4; i++)
    hearsay_perceptron_count (perceptron, examples[i], 3);
  g_assert_cmpuint (hearsay_perceptron_freeze (perceptron, 1), ==, 8);
  for (guint i = 0; i < 80; i++)
    {
      guint32 rows[3];
      gint32 scores[8] = { 0 };
      guint label = labels[i % 4];

      hearsay_perceptron_find_rows (perceptron, examples[i % 4], 3, rows);
      hearsay_perceptron_score (perceptron, rows, 3, scores);
      if ((scores[1] > scores[0]) != (label == 1) || scores[0] == scores[1])
        hearsay_perceptron_update (perceptron, rows, 3, label, !label);
      hearsay_perceptron_step (perceptron);
    }
  section = hearsay_perceptron_pack (perceptron, 8, 0.5);
  model = make_model (section);
  g_assert_true (hearsay_weights_load (&view, model, "weights", 2, NULL));
  for (guint i = 0; i < 4; i++)
    {
      gint32 scores[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };

      hearsay_weights_add (&view, examples[i], 3, scores);
      g_assert_cmpint (scores[1] > scores[0], ==, labels[i] == 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/oracle", test_oracle);
  g_test_add_func ("/fit/projectivize", test_projectivize);
  g_test_add_func ("/fit/weights", test_weights);
  g_test_add_func ("/fit/many-labels", test_many_labels);
  g_test_add_func ("/fit/damaged-weights", test_damaged_weights);
  g_test_add_func ("/fit/perceptron", test_perceptron);
  return g_test_run ();
}
