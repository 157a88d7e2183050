/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-choices.h"
#include "analysis/hearsay-quads.h"
#include "analysis/hearsay-tag-groups.h"
#include "analysis/hearsay-weights.h"
#include "training/hearsay-fit-kinds.h"
#include "training/hearsay-perceptron.h"

#include "one-section.h"

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

/* A large table gives every feature its own weights, the same on every processor, and others none but
 * by chance: one in 65,536 passes the check of a slot. */
static void
check_table (guint n_labels)
{
  const guint n = 20000;
  g_autofree guint32 *features = g_new (guint32, n);
  g_autofree float *weights = g_new0 (float, (gsize) n * n_labels);
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (HearsayModel) model = NULL;
  GRand *rand = g_rand_new_with_seed (n_labels);
  HearsayWeights view;
  guint n_strangers = 0;

  for (guint i = 0; i < n; i++)
    {
      guint n_used = i % 7 == 0 ? n_labels : 1 + i % 3;

      features[i] = i * 214748 + (guint32) g_rand_int_range (rand, 0, 200000);
      for (guint k = 0; k < n_used; k++)
        weights[(gsize) i * n_labels + (guint) g_rand_int_range (rand, 0, (gint32) n_labels)] =
          (float) g_rand_int_range (rand, -126, 127);
      weights[(gsize) i * n_labels] = 127;
    }
  section = hearsay_weights_pack (features, weights, n, n_labels, n_labels, 100, 0.5);
  again = hearsay_weights_pack (features, weights, n, n_labels, n_labels, 100, 0.5);
  g_assert_true (g_bytes_equal (section, again));
  model = make_model (section);
  g_assert_true (hearsay_weights_load (&view, model, "weights", n_labels, NULL));
  for (guint i = 0; i < n; i++)
    {
      const guint32 asked[] = { features[i], features[(i + 1) % n] };
      const guint32 stranger = features[i] + 1;
      gint32 scores[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };
      gint16 plain[HEARSAY_WEIGHTS_MAX_LABELS];
      guint32 places[2], found[HEARSAY_WEIGHTS_N_PLACES (2)];

      hearsay_weights_find_plain (&view, &stranger, 1, places);
      hearsay_weights_sum_plain (&view, &stranger, places, 1, plain);
      n_strangers += stranger != asked[1] && plain[0] != 0;
      hearsay_weights_add (&view, asked, 2, scores);
      hearsay_weights_find_plain (&view, asked, 2, places);
      hearsay_weights_find (&view, asked, 2, found);
      g_assert_cmpmem (places, sizeof places, found, sizeof places);
      hearsay_weights_sum_plain (&view, asked, places, 2, plain);
      for (guint k = 0; k < n_labels; k++)
        g_assert_cmpint (scores[k], ==, plain[k]);
      for (guint k = 0; k < n_labels; k++)
        g_assert_cmpint (scores[k], ==, (gint32) (weights[(gsize) i * n_labels + k] +
                                                  weights[(gsize) ((i + 1) % n) * n_labels + k]));
    }
  g_assert_cmpuint (n_strangers, <, 5);
  g_rand_free (rand);
}

static void
test_tables (void)
{
  check_table (1);
  check_table (5);
  check_table (8);
  check_table (9);
  check_table (16);
}

static void
add_quads (const HearsayQuads *quads,
           const guint32      *features,
           guint               n,
           HearsayScores      *scores)
{
  guint32 places[HEARSAY_WEIGHTS_N_PLACES (20)];

  g_assert_cmpuint (n, <=, 20);
  quads->find (quads, features, n, places);
  quads->add (quads, features, places, n, scores);
}

/* The mean of perceptrons that were fitted side by side. */
static void
test_mixed (void)
{
  const guint32 features[] = { 7, 8 };
  g_autoptr (HearsayPerceptron) one = hearsay_perceptron_new (4);
  g_autoptr (HearsayPerceptron) other = NULL;
  g_autoptr (GBytes) section = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayScores scores = { 0 };
  HearsayQuads view;
  guint32 rows[2];

  hearsay_perceptron_count (one, features, 2);
  hearsay_perceptron_freeze (one, 1);
  other = hearsay_perceptron_copy (one);
  hearsay_perceptron_find_rows (one, features, 2, rows);
  hearsay_perceptron_add (one, rows, 2, 0, 30);
  hearsay_perceptron_add (other, rows, 1, 0, 10);
  hearsay_perceptron_add (other, rows, 1, 1, -20);
  hearsay_perceptron_step (one);
  hearsay_perceptron_step (other);
  hearsay_perceptron_mix (one, other);
  section = hearsay_perceptron_pack_quads (one, 100, 0.5);
  model = make_model (section);
  g_assert_true (hearsay_quads_load (&view, model, "weights", NULL));
  add_quads (&view, features, 1, &scores);
  /* After two steps half of what was added counts: (15 + 5) / 2 and -10 / 2. */
  g_assert_cmpfloat_with_epsilon (view.scale * (float) scores[0], 10, 0.3);
  g_assert_cmpfloat_with_epsilon (view.scale * (float) scores[1], -5, 0.3);
  scores = (HearsayScores) { 0 };
  add_quads (&view, features + 1, 1, &scores);
  g_assert_cmpfloat_with_epsilon (view.scale * (float) scores[0], 7.5, 0.3);
  g_assert_cmpint (scores[1], ==, 0);
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

  for (gsize i = 0; i < size; i = i == 31 ? size - 48 : i + 1)
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
        g_assert_cmpuint (i, <, 20);
    }
}

/* A table of quads gives every feature its own weights, on every processor, and hardly any to others. */
static void
test_quads (void)
{
  const guint n = 30000;
  g_autofree guint32 *features = g_new (guint32, n);
  g_autofree float *weights = g_new (float, (gsize) n * 4);
  g_autoptr (GBytes) section = NULL;
  g_autoptr (HearsayModel) model = NULL;
  GRand *rand = g_rand_new_with_seed (4);
  HearsayScores others = { 0 };
  HearsayQuads view;
  guint n_wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      features[i] = i * 143165 + (guint32) g_rand_int_range (rand, 0, 140000);
      for (guint k = 0; k < 4; k++)
        weights[4 * (gsize) i + k] = (float) g_rand_int_range (rand, -31, 32);
      weights[4 * (gsize) i + i % 4] = i % 8 < 4 ? 31 : -31;
    }
  section = hearsay_quads_pack (features, weights, n, 100, 0.5);
  model = make_model (section);
  g_assert_true (hearsay_quads_load (&view, model, "weights", NULL));
  for (guint i = 0; i < n; i += 3)
    {
      guint length = MIN (1 + i % 20, n - i);
      HearsayScores scores = { 1, 2, 3, 4 };
      HearsayScores plain = scores;
      guint32 places[20];

      add_quads (&view, features + i, length, &scores);
      hearsay_quads_find_plain (&view, features + i, length, places);
      hearsay_quads_add_plain (&view, features + i, places, length, &plain);
      for (guint k = 0; k < 4; k++)
        {
          float expected = (float) (k + 1);

          for (guint m = i; m < i + length; m++)
            expected += weights[4 * (gsize) m + k];
          g_assert_cmpint (scores[k], ==, (gint32) expected);
          g_assert_cmpint (plain[k], ==, scores[k]);
        }
      others = (HearsayScores) { 0 };
      add_quads (&view, (guint32[]) { features[i] ^ 0x55 }, 1, &others);
      n_wrong += others[0] != 0 || others[1] != 0 || others[2] != 0 || others[3] != 0;
    }
  g_assert_cmpuint (n_wrong, <, n / 3 / 50);
  g_rand_free (rand);
}

/* A section of quads that lies about its size is refused; one with odd slots is read without harm. */
static void
test_damaged_quads (void)
{
  const guint32 features[] = { 3, 0x00010003 };
  const float weights[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  g_autoptr (GBytes) section = hearsay_quads_pack (features, weights, 2, 100, 0.5);
  gsize size;
  const guint8 *data = g_bytes_get_data (section, &size);

  for (gsize i = 0; i < size; i++)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (HearsayModel) model = NULL;
      HearsayScores scores = { 0 };
      HearsayQuads view;

      copy[i] ^= 0xFF;
      changed = g_bytes_new_take (copy, size);
      model = make_model (changed);
      if (hearsay_quads_load (&view, model, "weights", NULL))
        add_quads (&view, features, 2, &scores);
      else
        g_assert_cmpuint (i, <, 12);
    }
  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, length);
      g_autoptr (HearsayModel) model = make_model (cut);
      HearsayQuads view;

      g_assert_false (hearsay_quads_load (&view, model, "weights", NULL));
    }
}

/* Exclusive or of two features, which their conjunction alone can decide. */
static void
test_perceptron (void)
{
  const guint32 examples[4][3] = { { 10, 20, 30 }, { 11, 20, 31 }, { 10, 21, 32 }, { 11, 21, 33 } };
  const guint labels[] = { 0, 1, 1, 0 };
  g_autoptr (HearsayPerceptron) perceptron = hearsay_perceptron_new (4);
  g_autoptr (GBytes) section = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayQuads view;

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
  section = hearsay_perceptron_pack_quads (perceptron, 8, 0.5);
  model = make_model (section);
  g_assert_true (hearsay_quads_load (&view, model, "weights", NULL));
  for (guint i = 0; i < 4; i++)
    {
      HearsayScores scores = { 0 };

      add_quads (&view, examples[i], 3, &scores);
      g_assert_cmpint (scores[1] > scores[0], ==, labels[i] == 1);
    }
}

/* Kinds that have the same labels become one; what they lose is what is beyond sixteen labels. */
static void
test_kinds (void)
{
  enum { N_ITEMS = 4, N_LABELS = 20 };
  guint32 counts[N_ITEMS * N_LABELS] = { 0 };
  guint8 kinds[N_ITEMS];
  g_autoptr (GBytes) rows = NULL;
  HearsayChoices choices;
  gsize size;

  for (guint label = 0; label < N_LABELS; label++)
    {
      counts[0 * N_LABELS + label] = label < 12 ? 100 : 0;
      counts[1 * N_LABELS + label] = label >= 12 ? 100 : 0;
      counts[2 * N_LABELS + label] = label < 12 ? 50 + label : 0;
      counts[3 * N_LABELS + label] = label >= 12 ? 70 - label : 0;
    }
  g_assert_cmpuint (hearsay_fit_kinds (counts, N_ITEMS, N_LABELS, 2, kinds), ==, 2);
  g_assert_cmpuint (kinds[0], ==, kinds[2]);
  g_assert_cmpuint (kinds[1], ==, kinds[3]);
  g_assert_cmpuint (kinds[0], !=, kinds[1]);
  rows = hearsay_choices_pack (counts, 2, N_LABELS);
  choices.labels = g_bytes_get_data (rows, &size);
  choices.n_kinds = 2;
  g_assert_cmpuint (size, ==, 2 * HEARSAY_CHOICES_MAX);
  g_assert_cmpint (hearsay_choices_find (&choices, kinds[0], 11), ==, 0);
  g_assert_cmpint (hearsay_choices_find (&choices, kinds[0], 12), ==, -1);
  g_assert_cmpuint (hearsay_choices_label (&choices, kinds[1], 0), ==, 12);
}

/* Of a kind's labels the best is taken; what stands behind the last of them does not count. */
static void
test_choices (void)
{
  const guint32 counts[] = { 3, 0, 9, 1 };
  gint16 scores[HEARSAY_CHOICES_MAX] = { -5, -7, -2, 100 };
  g_autoptr (GBytes) rows = hearsay_choices_pack (counts, 1, G_N_ELEMENTS (counts));
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HearsayModel) model = NULL;
  g_autoptr (GError) error = NULL;
  HearsayChoices choices;

  hearsay_model_builder_add (builder, "rows", rows);
  bytes = hearsay_model_builder_finish (builder);
  model = hearsay_model_new (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (hearsay_choices_load (&choices, model, "rows", 1, 4, &error));
  g_assert_cmpuint (hearsay_choices_best (&choices, 0, scores), ==, 2);
  g_assert_cmpuint (hearsay_choices_label (&choices, 0, 2), ==, 3);
  g_assert_false (hearsay_choices_load (&choices, model, "rows", 2, 4, NULL));
  g_assert_false (hearsay_choices_load (&choices, model, "rows", 1, 3, &error));
  g_assert_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION);
}

/* A word that was seen is asked for its own groups, another one for those of its looks. */
static void
test_tag_groups (void)
{
  guint8 labels[HEARSAY_CHOICES_MAX] = { 0, 1 };
  const guint8 defaults[HEARSAY_N_LOOKS] = { 1, 2, 4 };
  const guint32 word = 4711;
  const guint8 mask = 3;
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) masks = hearsay_key_map_pack (&word, &mask, 1);
  g_autoptr (GBytes) rows = NULL;
  g_autoptr (GBytes) looks = g_bytes_new (defaults, sizeof defaults);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayTraits traits = { .word = word, .flags = HEARSAY_TRAIT_LETTER };
  HearsayTagGroups groups;

  memset (labels + 2, HEARSAY_CHOICES_NONE, sizeof labels - 2);
  rows = g_bytes_new (labels, sizeof labels);
  hearsay_model_builder_add (builder, "tag.groups", rows);
  hearsay_model_builder_add (builder, "tag.masks", masks);
  hearsay_model_builder_add (builder, "tag.defaults", looks);
  bytes = hearsay_model_builder_finish (builder);
  model = hearsay_model_new (bytes, NULL);
  g_assert_true (hearsay_tag_groups_load (&groups, model, 2, NULL));
  g_assert_false (hearsay_tag_groups_load (&groups, model, 1, NULL));
  g_assert_cmpuint (hearsay_tag_groups_get_mask (&groups, &traits), ==, mask);
  traits.word++;
  g_assert_cmpuint (hearsay_tag_groups_get_mask (&groups, &traits), ==, 1);
  traits.flags |= HEARSAY_TRAIT_INITIAL_CAPITAL;
  g_assert_cmpuint (hearsay_tag_groups_get_mask (&groups, &traits), ==, 2);
  traits.flags |= HEARSAY_TRAIT_DIGIT;
  g_assert_cmpuint (hearsay_tag_groups_get_mask (&groups, &traits), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/mixed", test_mixed);
  g_test_add_func ("/fit/weights", test_weights);
  g_test_add_func ("/fit/many-labels", test_many_labels);
  g_test_add_func ("/fit/tables", test_tables);
  g_test_add_func ("/fit/damaged-weights", test_damaged_weights);
  g_test_add_func ("/fit/quads", test_quads);
  g_test_add_func ("/fit/damaged-quads", test_damaged_quads);
  g_test_add_func ("/fit/perceptron", test_perceptron);
  g_test_add_func ("/fit/kinds", test_kinds);
  g_test_add_func ("/fit/choices", test_choices);
  g_test_add_func ("/fit/tag-groups", test_tag_groups);
  return g_test_run ();
}
