/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-crf.h"

#include <math.h>
#include <string.h>

#define N_LABELS 5
#define LENGTH 6

static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

static void
fill_field (HearsayCrf *field,
            float      *scores,
            guint32     seed)
{
  guint32 state = seed;

  memset (field, 0, sizeof *field);
  hearsay_crf_constrain (field, N_LABELS);
  for (guint k = 0; k < N_LABELS * N_LABELS; k++)
    field->links[k] = (float) (next_random (&state) % 4000) / 1000 - 2;
  for (guint k = 0; k < LENGTH * N_LABELS; k++)
    scores[k] = (float) (next_random (&state) % 6000) / 1000 - 3;
}

/* The sequence of labels that @number stands for; FALSE when it is not allowed. */
static gboolean
read_sequence (const HearsayCrf *field,
               guint             number,
               guint8           *labels)
{
  for (guint i = 0; i < LENGTH; i++)
    {
      labels[i] = (guint8) (number % N_LABELS);
      number /= N_LABELS;
      if (i == 0 ? (field->initial >> labels[0] & 1) == 0
                 : (field->allowed[labels[i]] >> labels[i - 1] & 1) == 0)
        return FALSE;
    }
  return TRUE;
}

static double
score_of (const HearsayCrf *field,
          const float      *scores,
          const guint8     *labels)
{
  double sum = 0;

  for (guint i = 0; i < LENGTH; i++)
    {
      sum += (double) scores[i * N_LABELS + labels[i]];
      if (i > 0)
        sum += (double) field->links[labels[i - 1] * N_LABELS + labels[i]];
    }
  return sum;
}

/* Against all 5^6 sequences, one after the other. */
static void
test_against_enumeration (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      HearsayCrf field;
      float scores[LENGTH * N_LABELS];
      float marginals[LENGTH * N_LABELS];
      double expected[LENGTH * N_LABELS] = { 0 };
      double total = 0;
      double best = -1e9;
      guint8 labels[LENGTH];
      guint8 found[LENGTH];
      guint8 winner[LENGTH] = { 0 };

      fill_field (&field, scores, seed);
      for (guint number = 0; number < 15625; number++)
        {
          double score;

          if (!read_sequence (&field, number, labels))
            continue;
          score = score_of (&field, scores, labels);
          total += exp (score);
          for (guint i = 0; i < LENGTH; i++)
            expected[i * N_LABELS + labels[i]] += exp (score);
          if (score > best)
            {
              best = score;
              memcpy (winner, labels, sizeof winner);
            }
        }
      hearsay_crf_decode (&field, scores, LENGTH, 0, 0, found);
      hearsay_crf_marginals (&field, scores, LENGTH, marginals);
      g_assert_cmpmem (found, sizeof found, winner, sizeof winner);
      for (guint k = 0; k < LENGTH * N_LABELS; k++)
        g_assert_cmpfloat_with_epsilon ((double) marginals[k], expected[k] / total, 1e-4);
    }
}

static void
test_bias (void)
{
  HearsayCrf field;
  float scores[LENGTH * N_LABELS];
  guint8 labels[LENGTH];

  fill_field (&field, scores, 7);
  hearsay_crf_decode (&field, scores, LENGTH, 3, 100, labels);
  for (guint i = 0; i < LENGTH; i++)
    g_assert_cmpuint (labels[i], ==, 3);
}

static void
test_exp (void)
{
  for (double x = -80; x <= 80; x += 0.37)
    g_assert_cmpfloat_with_epsilon ((double) hearsay_exp ((float) x) / exp ((double) (float) x), 1, 2e-6);
  g_assert_cmpfloat ((double) hearsay_exp (1000), <, INFINITY);
  g_assert_cmpfloat ((double) hearsay_exp (-1000), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crf/against-enumeration", test_against_enumeration);
  g_test_add_func ("/crf/bias", test_bias);
  g_test_add_func ("/crf/exp", test_exp);
  return g_test_run ();
}
