/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-logistic.h"

#include "training/hearsay-feature-index.h"
#include "training/hearsay-fit.h"

#include <math.h>

#define DAMPING 0.1f
/* The fitted weights are the mean of those after each of so many last passes: the last steps of one pass are noise. */
#define N_AVERAGED 6

/* More features of an item than this are not looked at. */
#define MAX_SEEN 256

struct _HearsayLogistic
{
  HearsayFeatureIndex index;
  GArray *features;
  GArray *ends;
  GByteArray *labels;
  float *weights;
};

HearsayLogistic *
hearsay_logistic_new (void)
{
  HearsayLogistic *self = g_new0 (HearsayLogistic, 1);

  hearsay_feature_index_init (&self->index);
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->labels = g_byte_array_new ();
  return self;
}

void
hearsay_logistic_free (HearsayLogistic *self)
{
  g_return_if_fail (self != NULL);

  hearsay_feature_index_clear (&self->index);
  g_array_unref (self->features);
  g_array_unref (self->ends);
  g_byte_array_unref (self->labels);
  g_free (self->weights);
  g_free (self);
}

void
hearsay_logistic_add (HearsayLogistic *self,
                      const guint32   *features,
                      guint            n_features,
                      gboolean         label)
{
  guint8 own = label ? 1 : 0;

  g_array_append_vals (self->features, features, n_features);
  for (guint i = 0; i < n_features; i++)
    hearsay_feature_index_count (&self->index, features[i]);
  g_array_append_val (self->ends, self->features->len);
  g_byte_array_append (self->labels, &own, 1);
}

static double
predict (const HearsayLogistic *self,
         const float           *weights,
         guint                  item)
{
  const guint32 *rows = (const guint32 *) (gpointer) self->features->data;
  const guint32 *ends = (const guint32 *) (gpointer) self->ends->data;
  double sum = 0;

  for (guint32 i = item > 0 ? ends[item - 1] : 0; i < ends[item]; i++)
    sum += rows[i] != 0 ? (double) weights[rows[i]] : 0;
  return 1 / (1 + exp (-sum));
}

/* One step on an item, with the rows that are not hidden. */
static void
learn (const HearsayLogistic         *self,
       const HearsayCrfSettings *settings,
       guint                          item,
       float                         *weights,
       float                         *squares,
       guint64                       *seed)
{
  const guint32 *rows = (const guint32 *) (gpointer) self->features->data;
  const guint32 *ends = (const guint32 *) (gpointer) self->ends->data;
  const guint limit = (guint) lrintf (settings->dropout * 65536);
  guint32 seen[MAX_SEEN];
  guint n = 0;
  double sum = 0;
  float pull;

  for (guint32 i = item > 0 ? ends[item - 1] : 0; i < ends[item]; i++)
    {
      if (rows[i] == 0 || n == MAX_SEEN || (limit > 0 && (hearsay_fit_random (seed) & 0xFFFF) < limit))
        continue;
      seen[n++] = rows[i];
      sum += (double) weights[rows[i]];
    }
  pull = (float) (1 / (1 + exp (-sum))) - (float) self->labels->data[item];
  for (guint k = 0; k < n; k++)
    {
      float slope = pull + settings->l2 * weights[seen[k]];

      squares[seen[k]] += slope * slope;
      weights[seen[k]] -= settings->rate * slope / sqrtf (squares[seen[k]] + DAMPING);
    }
}

/* One fit from nothing to all items but those of one fold; its weights are added to the mean. */
static void
run_fit (const HearsayLogistic    *self,
         const HearsayCrfSettings *settings,
         guint                     fold,
         guint                     n_folds,
         guint64                  *seed,
         double                   *mean)
{
  g_autofree float *weights = g_new0 (float, self->index.n_rows);
  g_autofree float *squares = g_new0 (float, self->index.n_rows);
  g_autofree guint32 *order = g_new (guint32, self->labels->len + 1);
  guint n_averaged = MIN (N_AVERAGED, settings->n_epochs);
  const double share = (1 - (double) settings->dropout) / (n_averaged * settings->n_runs);

  for (guint i = 0; i < self->labels->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < settings->n_epochs; epoch++)
    {
      hearsay_fit_shuffle (order, self->labels->len, seed);
      for (guint k = 0; k < self->labels->len; k++)
        {
          if (order[k] / 64 % n_folds != fold)
            learn (self, settings, order[k], weights, squares, seed);
        }
      for (guint i = 0; epoch + n_averaged >= settings->n_epochs && i < self->index.n_rows; i++)
        mean[i] += share * (double) weights[i];
    }
}

/* Fits to all items but those of one fold; @n_folds leaves none out. */
static void
fit_without (const HearsayLogistic    *self,
             const HearsayCrfSettings *settings,
             float                    *weights,
             guint                     fold,
             guint                     n_folds,
             guint64                   seed)
{
  g_autofree double *mean = g_new0 (double, self->index.n_rows);

  for (guint run = 0; run < settings->n_runs; run++)
    run_fit (self, settings, fold, n_folds, &seed, mean);
  for (guint i = 0; i < self->index.n_rows; i++)
    weights[i] = (float) mean[i];
}

/**
 * hearsay_logistic_fit:
 * @n_folds: for @held_out
 * @held_out: (out) (array) (nullable): for each item, in the order they were
 *   added, the probability by a model that was fitted without it
 */
void
hearsay_logistic_fit (HearsayLogistic               *self,
                      const HearsayCrfSettings *settings,
                      guint                          n_folds,
                      guint64                        seed,
                      double                        *held_out)
{
  guint32 *rows = (guint32 *) (gpointer) self->features->data;

  hearsay_feature_index_freeze (&self->index, settings->min_count);
  for (guint i = 0; i < self->features->len; i++)
    rows[i] = hearsay_feature_index_find (&self->index, rows[i]);
  for (guint fold = 0; held_out != NULL && fold < n_folds; fold++)
    {
      g_autofree float *weights = g_new0 (float, self->index.n_rows);

      fit_without (self, settings, weights, fold, n_folds, seed);
      for (guint i = 0; i < self->labels->len; i++)
        {
          if (i / 64 % n_folds == fold)
            held_out[i] = predict (self, weights, i);
        }
    }
  self->weights = g_new0 (float, self->index.n_rows);
  fit_without (self, settings, self->weights, n_folds, n_folds, seed);
}

/**
 * hearsay_logistic_pack:
 *
 * Returns: (transfer full): the weights as a section with one label
 */
GBytes *
hearsay_logistic_pack (const HearsayLogistic *self,
                       double                 clip)
{
  return hearsay_feature_index_pack (&self->index, self->weights, 1, 1, clip);
}
