/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-crf-trainer.h"
#include "training/hearsay-feature-index.h"
#include "training/hearsay-logistic.h"

/* Sequences in which feature 7 stands where a role begins and feature 8 where it goes on. */
static HearsayCrfTrainer *
fit_toy (guint64 seed)
{
  const HearsayCrfSettings settings = { 12, 2, 0.1f, 1e-4f };
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
  g_autoptr (HearsayCrfTrainer) trainer = fit_toy (3);
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

static void
test_same_bytes (void)
{
  g_autoptr (HearsayCrfTrainer) a = fit_toy (5);
  g_autoptr (HearsayCrfTrainer) b = fit_toy (5);
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
  double held_out[1000];

  /* Feature 2 is right in three of four. */
  for (guint i = 0; i < 1000; i++)
    {
      guint32 features[] = { i % 2 == 0 ? 2u : 3u };

      hearsay_logistic_add (model, features, 1, i % 2 == 0 ? i % 8 != 0 : i % 7 == 0);
    }
  hearsay_logistic_fit (model, 20, 2, 0.05f, 0, 5, 1, held_out);
  g_assert_cmpfloat_with_epsilon (held_out[0], 0.75, 0.05);
  g_assert_cmpfloat_with_epsilon (held_out[1], 0.14, 0.05);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/learns", test_learns);
  g_test_add_func ("/fields/same-bytes", test_same_bytes);
  g_test_add_func ("/fields/index", test_index);
  g_test_add_func ("/fields/logistic", test_logistic);
  return g_test_run ();
}
