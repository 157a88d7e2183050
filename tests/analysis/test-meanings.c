/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/hearsay-stance-sums.h"

#define N_AXES 8
#define MAX_TOKENS 12

/* Two words on two axes: what is good lies on the first, what is bad on the second. */
static GBytes *
pack (void)
{
  const guint32 hashes[] = { hearsay_hash_bytes ("good", 4), hearsay_hash_bytes ("bad", 3) };
  const float values[2][N_AXES] = { { 1, 0, 0, 0, 0, 0, 0, -1 }, { 0, 1 } };

  return hearsay_meanings_pack (hashes, &values[0][0], 2, N_AXES, N_AXES);
}

static void
test_table (void)
{
  g_autoptr (GBytes) bytes = pack ();
  HearsayMeanings meanings;
  guint good;

  g_assert_true (hearsay_meanings_read (&meanings, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  g_assert_cmpuint (meanings.n_axes, ==, N_AXES);
  good = hearsay_meanings_find (&meanings, hearsay_hash_bytes ("good", 4));
  g_assert_cmpuint (good, >, 0);
  g_assert_cmpfloat_with_epsilon ((float) hearsay_meanings_get (&meanings, good)[0] * meanings.unit, 1, 0.02);
  g_assert_cmpfloat_with_epsilon ((float) hearsay_meanings_get (&meanings, good)[7] * meanings.unit, -1, 0.02);
  g_assert_cmpint (hearsay_meanings_get (&meanings, good)[1], ==, 0);
  g_assert_cmpuint (hearsay_meanings_find (&meanings, hearsay_hash_bytes ("other", 5)), ==, 0);
}

/* A full table answers for every word, and no place is beyond it. */
static void
test_many (void)
{
  const guint n = 60000;
  g_autofree guint32 *hashes = g_new (guint32, n);
  g_autofree float *values = g_new0 (float, (gsize) n * N_AXES);
  g_autoptr (GBytes) bytes = NULL;
  HearsayMeanings meanings;
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);

      hashes[i] = hearsay_hash_bytes (word, strlen (word));
      values[i * N_AXES] = (float) (i % 100) - 50;
    }
  bytes = hearsay_meanings_pack (hashes, values, n, N_AXES, N_AXES);
  g_assert_true (hearsay_meanings_read (&meanings, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  for (guint i = 0; i < n; i++)
    {
      guint place = hearsay_meanings_find (&meanings, hashes[i]);

      g_assert_cmpuint (place, <=, meanings.mask);
      n_found += place != 0;
    }
  g_assert_cmpuint (n_found, >=, 49152);
}

/* A section of another shape is refused. */
static void
test_unsound (void)
{
  static const struct
  {
    guint offset;
    guint8 value;
  } harms[] = { { 0, 7 }, { 0, 200 }, { 0, 0 }, { 4, 3 }, { 4, 0 }, { 4, 64 }, { 5, 1 }, { 7, 1 }, { 11, 0xff } };
  g_autoptr (GBytes) bytes = pack ();
  HearsayMeanings meanings;

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      gsize size = g_bytes_get_size (bytes);
      g_autofree guint8 *harmed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

      harmed[harms[i].offset] = harms[i].value;
      g_assert_false (hearsay_meanings_read (&meanings, harmed, size));
    }
  g_assert_false (hearsay_meanings_read (&meanings, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1));
  g_assert_false (hearsay_meanings_read (&meanings, g_bytes_get_data (bytes, NULL), 5));
  g_assert_false (hearsay_meanings_read (&meanings, NULL, 0));
}

/* A text whose words hang on each other as @heads say, with meanings. */
typedef struct
{
  HearsayText *text;
  HearsayStanceWords *words;
  GBytes *table;
  HearsayMeanings meanings;
  guint8 deprel[MAX_TOKENS];
} Case;

static void
case_init (Case         *self,
           const char   *string,
           const gint32 *heads)
{
  HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
  const char *lemmas[MAX_TOKENS];
  gint32 head[MAX_TOKENS];
  guint8 upos[MAX_TOKENS];
  guint8 xpos[MAX_TOKENS] = { 0 };
  HearsaySyntax syntax = { .head = head, .deprel = self->deprel, .upos = upos, .xpos = xpos, .lemma = lemmas };

  self->text = hearsay_text_new (string, strlen (string));
  self->table = pack ();
  g_assert_true (hearsay_meanings_read (&self->meanings, g_bytes_get_data (self->table, NULL), g_bytes_get_size (self->table)));
  syntax.n = self->text->n_tokens;
  g_assert_cmpuint (syntax.n, <=, MAX_TOKENS);
  for (guint i = 0; i < syntax.n; i++)
    {
      lemmas[i] = hearsay_text_word (self->text, i);
      traits[i].word = hearsay_hash_bytes (lemmas[i], strlen (lemmas[i]));
      head[i] = heads[i];
      upos[i] = g_ascii_isupper (string[self->text->tokens[i].start]) ? HEARSAY_UPOS_PROPN : HEARSAY_UPOS_X;
    }
  self->words = hearsay_stance_words_new (self->text, &syntax, traits, &self->meanings);
}

static void
case_clear (Case *self)
{
  hearsay_stance_words_free (self->words);
  hearsay_text_free (self->text);
  g_bytes_unref (self->table);
}

/* The sum of a group on an axis, 0 where it has none. */
static float
get_sum (const HearsayStanceSums *sums,
         guint                    group,
         guint                    axis)
{
  for (guint i = 0; i < sums->n; i++)
    if (sums->groups[i] == group)
      return sums->values[i][axis];
  return 0;
}

/* Lund good sees bad Berg: what stands between the two counts the same for both, seen from the other side. */
static void
test_pair (void)
{
  static const gint32 heads[] = { 2, 2, -1, 4, 2 };
  const HearsayStancePlace places[] = { { 4, 4 }, { 0, 0 } };
  Case test = { .deprel = { HEARSAY_DEPREL_NSUBJ, HEARSAY_DEPREL_ADVMOD, HEARSAY_DEPREL_ROOT, HEARSAY_DEPREL_AMOD, HEARSAY_DEPREL_OBJ } };
  HearsayStanceSums sums[2];
  float between;

  case_init (&test, "Lund good sees bad Berg", heads);
  hearsay_stance_pair_sums (test.words, places, sums);
  between = get_sum (&sums[1], 2 * HEARSAY_STANCE_SUM_BETWEEN, 0);
  g_assert_cmpfloat (between, >, 0);
  g_assert_cmpfloat (get_sum (&sums[1], 2 * HEARSAY_STANCE_SUM_BETWEEN, 1), >, 0);
  g_assert_cmpfloat (get_sum (&sums[0], 2 * HEARSAY_STANCE_SUM_BETWEEN + 1, 0), ==, between);
  g_assert_cmpfloat (get_sum (&sums[0], 2 * HEARSAY_STANCE_SUM_BETWEEN, 0), ==, 0);
  /* “Bad” hangs on Berg, whom Lund stands to, and on nobody whom Berg stands to. */
  g_assert_cmpfloat (get_sum (&sums[1], HEARSAY_STANCE_SUM_UNDER, 1), >, 0);
  g_assert_cmpfloat (get_sum (&sums[0], HEARSAY_STANCE_SUM_UNDER, 1), ==, 0);
  case_clear (&test);
}

/* What is denied counts the other way; what is nearer counts more. */
static void
test_target (void)
{
  static const gint32 heads[] = { 3, 3, 3, -1, 3, 3 };
  static const gint32 far_heads[] = { 5, 5, 5, 5, 5, -1 };
  const HearsayStancePlace target = { 0, 0 };
  Case plain = { .deprel = { HEARSAY_DEPREL_NSUBJ, HEARSAY_DEPREL_COP, HEARSAY_DEPREL_ADVMOD, HEARSAY_DEPREL_ROOT } };
  Case denied = plain;
  Case far = plain;
  HearsayStanceSums sums;
  HearsayStanceSums denied_sums;
  HearsayStanceSums far_sums;

  case_init (&plain, "Berg is so good as it", heads);
  case_init (&denied, "Berg is not good as it", heads);
  case_init (&far, "Berg is as it were good", far_heads);
  hearsay_stance_target_sums (plain.words, target, 0, 6, &sums);
  hearsay_stance_target_sums (denied.words, target, 0, 6, &denied_sums);
  hearsay_stance_target_sums (far.words, target, 0, 6, &far_sums);
  g_assert_cmpfloat (get_sum (&sums, 2 * HEARSAY_STANCE_SUM_BEHIND, 0), >, 0);
  g_assert_cmpfloat (get_sum (&sums, 2 * HEARSAY_STANCE_SUM_BEHIND, 0), ==, -get_sum (&denied_sums, 2 * HEARSAY_STANCE_SUM_BEHIND, 0));
  g_assert_cmpfloat (get_sum (&sums, HEARSAY_STANCE_SUM_OVER_SUBJECT, 0), >, 0);
  g_assert_cmpfloat (get_sum (&sums, HEARSAY_STANCE_SUM_OVER_OBJECT, 0), ==, 0);
  g_assert_cmpfloat (get_sum (&far_sums, 2 * HEARSAY_STANCE_SUM_NEAR_BEHIND, 0), <, get_sum (&sums, 2 * HEARSAY_STANCE_SUM_NEAR_BEHIND, 0));
  hearsay_stance_target_sums (plain.words, target, 0, 2, &sums);
  g_assert_cmpfloat (get_sum (&sums, 2 * HEARSAY_STANCE_SUM_BEHIND, 0), ==, 0);
  case_clear (&plain);
  case_clear (&denied);
  case_clear (&far);
}

/* Every sum has weights of its own. */
static void
test_score (void)
{
  g_autofree float *weights = g_new0 (float, HEARSAY_STANCE_N_SUMS * N_AXES * 2);
  HearsayStanceSums sums = { .n = 2, .groups = { 1, HEARSAY_STANCE_SUM_OVER }, .values = { { 2 }, { 0, 3 } } };
  float support = 1;
  float oppose = 0;

  weights[1 * 2 * N_AXES] = 0.5f;
  weights[HEARSAY_STANCE_SUM_OVER * 2 * N_AXES + N_AXES + 1] = -1;
  hearsay_stance_sums_score (&sums, weights, N_AXES, &support, &oppose);
  g_assert_cmpfloat (support, ==, 2);
  g_assert_cmpfloat (oppose, ==, -3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meanings/table", test_table);
  g_test_add_func ("/meanings/many", test_many);
  g_test_add_func ("/meanings/unsound", test_unsound);
  g_test_add_func ("/meanings/pair", test_pair);
  g_test_add_func ("/meanings/target", test_target);
  g_test_add_func ("/meanings/score", test_score);
  return g_test_run ();
}
