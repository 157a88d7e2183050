/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-crf-trainer.h"
#include "training/hearsay-feature-index.h"
#include "training/hearsay-logistic.h"
#include "training/hearsay-softmax.h"
#include "training/hearsay-stance-tuning.h"

/* Sequences in which feature 7 stands where a role begins and feature 8 where it goes on. */
static HearsayCrfTrainer *
fit_toy (guint64 seed,
         float   dropout)
{
  const HearsayCrfSettings settings = { 12, 2, 0.1f, 1e-4f, dropout, 2, 0 };
  HearsayCrfTrainer *trainer = hearsay_crf_trainer_new (3);

  for (guint s = 0; s < 50; s++)
    {
      hearsay_crf_trainer_begin (trainer);
      for (guint i = 0; i < 9; i++)
        {
          guint place = (i + s) % 5;
          guint32 features[] = { 1, place == 1 ? 7u : place == 2 ? 8u : 9u, 1000 + s * 9 + i };

          hearsay_crf_trainer_add (trainer, features, 3, place == 1 ? 1 : place == 2 && i > 0 ? 2 : 0);
        }
    }
  hearsay_crf_trainer_fit (trainer, &settings, seed);
  return trainer;
}

static void
test_learns (void)
{
  g_autoptr (HearsayCrfTrainer) trainer = fit_toy (3, 0);
  const guint32 kinds[] = { 9, 7, 8, 9, 9, 7, 9 };
  const guint8 expected[] = { 0, 1, 2, 0, 0, 1, 0 };
  float scores[7 * 3];
  guint8 labels[7];

  for (guint i = 0; i < 7; i++)
    {
      guint32 features[] = { 1, kinds[i] };

      hearsay_crf_trainer_score (trainer, features, 2, scores + i * 3);
    }
  hearsay_crf_decode (hearsay_crf_trainer_get_field (trainer), scores, 7, 0, 0, labels);
  g_assert_cmpmem (labels, sizeof labels, expected, sizeof expected);
}

/* Of two features that are always there together, one that is hidden at times leaves work to the other. */
static void
test_dropout (void)
{
  g_autoptr (HearsayCrfTrainer) all = fit_toy (3, 0);
  g_autoptr (HearsayCrfTrainer) some = fit_toy (3, 0.5f);
  const guint32 both[] = { 1, 7 };
  float with_all[3];
  float with_some[3];

  hearsay_crf_trainer_score (all, both, 2, with_all);
  hearsay_crf_trainer_score (some, both, 2, with_some);
  g_assert_cmpfloat (with_all[1], >, with_all[0]);
  g_assert_cmpfloat (with_some[1], >, with_some[0]);
  g_assert_cmpfloat (with_some[1] - with_some[0], <, with_all[1] - with_all[0]);
}

static void
test_same_bytes (void)
{
  g_autoptr (HearsayCrfTrainer) a = fit_toy (5, 0.5f);
  g_autoptr (HearsayCrfTrainer) b = fit_toy (5, 0.5f);
  g_autoptr (GBytes) x = hearsay_crf_trainer_pack (a, 12);
  g_autoptr (GBytes) y = hearsay_crf_trainer_pack (b, 12);

  g_assert_true (g_bytes_equal (x, y));
}

static void
test_index (void)
{
  HearsayFeatureIndex index;

  hearsay_feature_index_init (&index);
  for (guint32 i = 0; i < 200000; i++)
    {
      hearsay_feature_index_count (&index, i * 2654435761u);
      if (i % 3 == 0)
        hearsay_feature_index_count (&index, i * 2654435761u);
    }
  hearsay_feature_index_freeze (&index, 2);
  g_assert_cmpuint (index.n_rows, ==, 1 + (200000 + 2) / 3);
  for (guint32 i = 0; i < 200000; i++)
    g_assert_true ((hearsay_feature_index_find (&index, i * 2654435761u) != 0) == (i % 3 == 0));
  g_assert_cmpuint (hearsay_feature_index_find (&index, 12345), ==, 0);
  hearsay_feature_index_clear (&index);
}

static void
test_logistic (void)
{
  g_autoptr (HearsayLogistic) model = hearsay_logistic_new ();
  const HearsayCrfSettings settings = { 20, 2, 0.05f, 0, 0.1f, 3, 0 };
  double held_out[1000];

  /* Feature 2 is right in three of four. */
  for (guint i = 0; i < 1000; i++)
    {
      guint32 features[] = { i % 2 == 0 ? 2u : 3u };

      hearsay_logistic_add (model, features, 1, i % 2 == 0 ? i % 8 != 0 : i % 7 == 0);
    }
  hearsay_logistic_fit (model, &settings, 5, 1, held_out);
  g_assert_cmpfloat_with_epsilon (held_out[0], 0.75, 0.05);
  g_assert_cmpfloat_with_epsilon (held_out[1], 0.14, 0.05);
}

/* Feature 7 in a set: support in its direction; feature 8: opposition. */
static HearsaySoftmax *
fit_softmax (guint  n_threads,
             float  hidden,
             float *held_out)
{
  static const guint kinds[] = { 9, 7, 8 };
  const HearsaySoftmaxSettings settings = { 2, 10, 2, 0.1f, 1e-4f, hidden };
  HearsaySoftmax *softmax = hearsay_softmax_new (2);

  for (guint i = 0; i < 300; i++)
    {
      guint32 first[] = { 1, kinds[i % 3] };
      guint32 second[] = { 1, i % 3 == 0 ? kinds[i / 3 % 3] : 9 };
      const guint32 *sets[] = { first, second };
      const guint n[] = { 2, 2 };
      guint own = i % 3 == 1 ? 1 : i % 3 == 2 ? 3 : i / 3 % 3 == 1 ? 2 : i / 3 % 3 == 2 ? 4 : 0;

      hearsay_softmax_add (softmax, sets, n, NULL, own, 1, i % 5);
    }
  hearsay_softmax_fit (softmax, &settings, 5, n_threads, 3, held_out);
  return softmax;
}

/* What is learnt of one direction holds for the other, with features hidden or not. */
static void
test_softmax (void)
{
  for (guint hide = 0; hide < 2; hide++)
    {
      float hidden = hide ? 0.3f : 0;
      float held_out[300 * 5];
      g_autoptr (HearsaySoftmax) softmax = fit_softmax (1, hidden, held_out);
      g_autoptr (HearsaySoftmax) again = fit_softmax (2, hidden, NULL);
      g_autoptr (HearsaySoftmax) other = fit_softmax (1, hide ? 0 : 0.3f, NULL);
      g_autoptr (GBytes) bytes = hearsay_softmax_pack (softmax, 12);
      g_autoptr (GBytes) same = hearsay_softmax_pack (again, 12);
      g_autoptr (GBytes) others = hearsay_softmax_pack (other, 12);
      const guint32 plain[] = { 1, 9 };
      const guint32 against[] = { 1, 8 };
      const guint32 *sets[] = { plain, against };
      const guint n[] = { 2, 2 };
      float scores[5];

      g_assert_cmpuint (hearsay_softmax_count (softmax), ==, 300);
      hearsay_softmax_predict (softmax, sets, n, scores);
      for (guint k = 0; k < 4; k++)
        g_assert_cmpfloat (scores[4], >, scores[k]);
      g_assert_cmpfloat (held_out[5 + 1], >, held_out[5 + 3]);
      g_assert_true (g_bytes_equal (bytes, same));
      g_assert_false (g_bytes_equal (bytes, others));
    }
}

/* A judge that is tuned says how often it is right, and is sure where it is right often enough. */
static void
test_judge (void)
{
  g_autofree float *scores = g_new (float, 3000);
  g_autofree guint8 *labels = g_new (guint8, 1000);
  HearsayStanceJudge judge;
  HearsayStanceFigures figures;
  HearsayStanceVerdict verdict;
  const float loud[] = { 0, 3, -3 };
  const float soft[] = { 0, 0.2f, -3 };

  /* Loud ones are right in nine of ten, soft ones in half. */
  for (guint i = 0; i < 1000; i++)
    {
      memcpy (scores + i * 3, i % 2 == 0 ? loud : soft, sizeof loud);
      labels[i] = i % 2 == 0 ? i % 20 != 0 : i % 4 == 1;
    }
  hearsay_stance_judge_tune (&judge, scores, labels, 1000, 3, 0);
  hearsay_stance_judge_measure (&judge, scores, labels, 1000, 3, &figures);
  g_assert_cmpfloat (figures.error, <, 0.03);
  g_assert_cmpfloat (figures.precision, >=, 0.8);
  hearsay_stance_judge_decide (&judge, loud, 3, &verdict);
  g_assert_cmpuint (verdict.label, ==, 1);
  g_assert_true (verdict.sure);
  g_assert_cmpfloat_with_epsilon (verdict.confidence, 0.9f, 0.05f);
  hearsay_stance_judge_decide (&judge, soft, 3, &verdict);
  g_assert_false (verdict.sure);
}

/* A feature may count more or less; what is taken out is not packed. */
static void
test_softmax_values (void)
{
  const HearsaySoftmaxSettings settings = { 1, 20, 2, 0.1f, 1e-4f, 0 };
  g_autoptr (HearsaySoftmax) softmax = hearsay_softmax_new (1);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  float weights[2];
  float gone[2];

  for (guint i = 0; i < 300; i++)
    {
      guint32 features[] = { 1, 7 };
      float values[] = { 1, (float) (i % 3) - 1 };
      const guint32 *sets[] = { features };
      const float *counts[] = { values };
      const guint n[] = { 2 };

      hearsay_softmax_add (softmax, sets, n, counts, i % 3 == 2 ? 1 : i % 3 == 0 ? 2 : 0, 1, 0);
    }
  hearsay_softmax_fit (softmax, &settings, 1, 1, 3, NULL);
  before = hearsay_softmax_pack (softmax, 12);
  hearsay_softmax_take (softmax, 7, weights);
  hearsay_softmax_take (softmax, 7, gone);
  after = hearsay_softmax_pack (softmax, 12);
  g_assert_cmpfloat (weights[0], >, 0.5f);
  g_assert_cmpfloat (weights[1], <, -0.5f);
  g_assert_true (gone[0] == 0 && gone[1] == 0);
  g_assert_false (g_bytes_equal (before, after));
}

/* The judges come back from the section as they went in; a section that makes no sense is refused. */
static void
test_judges_section (void)
{
  HearsayStanceJudge pairs = { .sure = 0.5f, .offsets = { 0, 1, 2, 3, 4 } };
  HearsayStanceJudge targets = { .sure = 0.25f };
  g_autoptr (HearsaySoftmax) softmax = fit_softmax (1, 0, NULL);
  g_autoptr (GBytes) weights = hearsay_softmax_pack (softmax, 12);
  g_autofree float *zeros = g_new0 (float, HEARSAY_STANCE_N_SUMS * HEARSAY_STANCE_N_AXES * 2);
  g_autoptr (GBytes) sums = hearsay_stance_pack_floats (zeros, HEARSAY_STANCE_N_SUMS * HEARSAY_STANCE_N_AXES * 2);
  const guint32 hash = 5;
  g_autoptr (GBytes) meanings = hearsay_meanings_pack (&hash, zeros, 1, HEARSAY_STANCE_N_AXES, HEARSAY_STANCE_N_AXES);

  for (guint bad = 0; bad < 2; bad++)
    {
      g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
      g_autoptr (GBytes) section = NULL;
      g_autoptr (GBytes) file = NULL;
      g_autoptr (HearsayModel) model = NULL;
      g_autoptr (GError) error = NULL;
      HearsayStanceModel stances;

      pairs.sure = bad ? 7.0f : 0.5f;
      section = hearsay_stance_judges_pack (&pairs, &targets);
      hearsay_model_builder_add (builder, "stance", section);
      hearsay_model_builder_add (builder, "stance-pairs", weights);
      hearsay_model_builder_add (builder, "stance-targets", weights);
      hearsay_model_builder_add (builder, "stance-meanings", meanings);
      hearsay_model_builder_add (builder, "stance-pair-sums", sums);
      hearsay_model_builder_add (builder, "stance-target-sums", sums);
      file = hearsay_model_builder_finish (builder);
      model = hearsay_model_new (file, &error);
      g_assert_no_error (error);
      g_assert_true (hearsay_stance_model_is_in (model));
      g_assert_true (hearsay_stance_model_load (&stances, model, &error) == !bad);
      if (bad)
        g_assert_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION);
      else
        g_assert_cmpfloat_with_epsilon (stances.pair_judge.offsets[4], 4.0f, 1e-6f);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/learns", test_learns);
  g_test_add_func ("/fields/dropout", test_dropout);
  g_test_add_func ("/fields/same-bytes", test_same_bytes);
  g_test_add_func ("/fields/index", test_index);
  g_test_add_func ("/fields/logistic", test_logistic);
  g_test_add_func ("/fields/softmax", test_softmax);
  g_test_add_func ("/fields/softmax-values", test_softmax_values);
  g_test_add_func ("/fields/judge", test_judge);
  g_test_add_func ("/fields/judges-section", test_judges_section);
  return g_test_run ();
}
