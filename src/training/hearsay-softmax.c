/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-softmax.h"

#include <math.h>

#include "training/hearsay-feature-index.h"
#include "training/hearsay-fit.h"

#define DAMPING 0.1f

typedef struct
{
  guint32 end[HEARSAY_SOFTMAX_MAX_SETS]; /* behind each set's features; the first begins where the item before ends */
  float weight;
  guint8 label;
  guint8 fold;
} Item;

struct _HearsaySoftmax
{
  HearsayFeatureIndex index;
  guint n_sets;
  guint n_classes;
  GArray *features;
  GArray *values; /* of the features */
  GArray *items;
  float *weights; /* two for each row */
};

/* One fit of several that run side by side. */
typedef struct
{
  const HearsaySoftmax *self;
  const HearsaySoftmaxSettings *settings;
  guint fold;
  guint64 seed;
  float *weights;
} Fit;

HearsaySoftmax *
hearsay_softmax_new (guint n_sets)
{
  HearsaySoftmax *self;

  g_return_val_if_fail (n_sets >= 1 && n_sets <= HEARSAY_SOFTMAX_MAX_SETS, NULL);

  self = g_new0 (HearsaySoftmax, 1);
  hearsay_feature_index_init (&self->index);
  self->n_sets = n_sets;
  self->n_classes = 1 + 2 * n_sets;
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (float));
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  return self;
}

void
hearsay_softmax_free (HearsaySoftmax *self)
{
  g_return_if_fail (self != NULL);

  hearsay_feature_index_clear (&self->index);
  g_array_unref (self->features);
  g_array_unref (self->values);
  g_array_unref (self->items);
  g_free (self->weights);
  g_free (self);
}

/**
 * hearsay_softmax_add:
 * @features: (array): the features of each set
 * @values: (array) (nullable): what each of them counts; 1 without
 * @label: the right class
 * @weight: how much the item counts
 * @fold: the fold it belongs to
 */
void
hearsay_softmax_add (HearsaySoftmax       *self,
                     const guint32 *const *features,
                     const guint          *n_features,
                     const float *const   *values,
                     guint                 label,
                     float                 weight,
                     guint                 fold)
{
  Item item = { .weight = weight, .label = (guint8) label, .fold = (guint8) fold };

  g_return_if_fail (self != NULL && label < self->n_classes);

  for (guint s = 0; s < self->n_sets; s++)
    {
      g_array_append_vals (self->features, features[s], n_features[s]);
      for (guint i = 0; i < n_features[s]; i++)
        {
          float value = values != NULL ? values[s][i] : 1;

          g_array_append_val (self->values, value);
          hearsay_feature_index_count (&self->index, features[s][i]);
        }
      item.end[s] = self->features->len;
    }
  g_array_append_val (self->items, item);
}

guint
hearsay_softmax_count (const HearsaySoftmax *self)
{
  return self->items->len;
}

static guint32
start_of (const HearsaySoftmax *self,
          guint                 item,
          guint                 set)
{
  if (set > 0)
    return g_array_index (self->items, Item, item).end[set - 1];
  return item > 0 ? g_array_index (self->items, Item, item - 1).end[self->n_sets - 1] : 0;
}

/* Scores of an item by the weights of a fit. */
static void
score_item (const HearsaySoftmax *self,
            const float          *weights,
            guint                 item,
            float                *scores)
{
  const guint32 *rows = (const guint32 *) (gpointer) self->features->data;
  const float *values = (const float *) (gpointer) self->values->data;
  const Item *own = &g_array_index (self->items, Item, item);

  scores[0] = 0;
  for (guint s = 0; s < self->n_sets; s++)
    {
      float support = 0;
      float oppose = 0;

      for (guint32 i = start_of (self, item, s); i < own->end[s]; i++)
        {
          support += values[i] * weights[rows[i] * 2];
          oppose += values[i] * weights[rows[i] * 2 + 1];
        }
      scores[1 + s] = support;
      scores[1 + self->n_sets + s] = oppose;
    }
}

static void
to_probabilities (float *scores,
                  guint  n)
{
  float largest = scores[0];
  float sum = 0;

  for (guint k = 1; k < n; k++)
    largest = MAX (largest, scores[k]);
  for (guint k = 0; k < n; k++)
    sum += scores[k] = expf (scores[k] - largest);
  for (guint k = 0; k < n; k++)
    scores[k] /= sum;
}

/* Which of an item's features are not seen this time. */
static void
hide_features (Fit    *fit,
               guint   item,
               guint8 *hidden)
{
  guint n = g_array_index (fit->self->items, Item, item).end[fit->self->n_sets - 1] - start_of (fit->self, item, 0);
  guint limit = (guint) (fit->settings->hidden * 65536.0f);
  guint64 bits = 0;

  for (guint i = 0; limit > 0 && i < n; i++)
    {
      if (i % 4 == 0)
        bits = hearsay_fit_random (&fit->seed);
      hidden[i] = (bits & 0xFFFF) < limit;
      bits >>= 16;
    }
}

/* Scores by what is seen, as loud as if all were. */
static void
score_seen (const Fit    *fit,
            const float  *weights,
            const guint8 *hidden,
            guint         item,
            float        *scores)
{
  const HearsaySoftmax *self = fit->self;
  const guint32 *rows = (const guint32 *) (gpointer) self->features->data;
  const float *values = (const float *) (gpointer) self->values->data;
  const Item *own = &g_array_index (self->items, Item, item);
  guint32 first = start_of (self, item, 0);
  float louder = 1.0f / (1.0f - fit->settings->hidden);

  scores[0] = 0;
  for (guint s = 0; s < self->n_sets; s++)
    {
      float support = 0;
      float oppose = 0;

      for (guint32 i = start_of (self, item, s); i < own->end[s]; i++)
        if (!hidden[i - first])
          {
            support += values[i] * weights[rows[i] * 2];
            oppose += values[i] * weights[rows[i] * 2 + 1];
          }
      scores[1 + s] = support * louder;
      scores[1 + self->n_sets + s] = oppose * louder;
    }
}

static inline void
step (float *weight,
      float *squares,
      float  slope,
      float  rate)
{
  *squares += slope * slope;
  *weight -= rate * slope / sqrtf (*squares + DAMPING);
}

static void
learn_item (Fit       *fit,
            float     *weights,
            float     *squares,
            guint8    *hidden,
            guint      item)
{
  const HearsaySoftmax *self = fit->self;
  const guint32 *rows = (const guint32 *) (gpointer) self->features->data;
  const float *values = (const float *) (gpointer) self->values->data;
  const Item *own = &g_array_index (self->items, Item, item);
  float p[HEARSAY_SOFTMAX_MAX_CLASSES];

  hide_features (fit, item, hidden);
  score_seen (fit, weights, hidden, item, p);
  to_probabilities (p, self->n_classes);
  p[own->label] -= 1;
  for (guint s = 0; s < self->n_sets; s++)
    {
      float support = p[1 + s] * own->weight;
      float oppose = p[1 + self->n_sets + s] * own->weight;

      for (guint32 i = start_of (self, item, s); i < own->end[s]; i++)
        {
          guint32 row = rows[i] * 2;

          if (row == 0 || hidden[i - start_of (self, item, 0)])
            continue;
          step (&weights[row], &squares[row], values[i] * support + fit->settings->l2 * weights[row], fit->settings->rate);
          step (&weights[row + 1], &squares[row + 1], values[i] * oppose + fit->settings->l2 * weights[row + 1], fit->settings->rate);
        }
    }
}

static guint
longest_item (const HearsaySoftmax *self)
{
  guint longest = 0;

  for (guint i = 0; i < self->items->len; i++)
    longest = MAX (longest, g_array_index (self->items, Item, i).end[self->n_sets - 1] - start_of (self, i, 0));
  return longest;
}

/* Fits to all items but those of one fold. */
static void
run_fit (gpointer data,
         gpointer user_data)
{
  Fit *fit = data;
  const HearsaySoftmax *self = fit->self;
  gsize n = (gsize) self->index.n_rows * 2;
  g_autofree float *weights = g_new0 (float, n);
  g_autofree float *squares = g_new0 (float, n);
  g_autofree guint32 *order = g_new (guint32, self->items->len + 1);
  g_autofree guint8 *hidden = g_new0 (guint8, longest_item (self) + 1);
  guint first_kept = fit->settings->n_epochs / 2;
  guint n_items = 0;

  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, Item, i).fold != fit->fold)
      order[n_items++] = i;
  for (guint epoch = 0; epoch < fit->settings->n_epochs; epoch++)
    {
      hearsay_fit_shuffle (order, n_items, &fit->seed);
      for (guint k = 0; k < n_items; k++)
        learn_item (fit, weights, squares, hidden, order[k]);
      for (gsize i = 0; epoch >= first_kept && i < n; i++)
        fit->weights[i] += weights[i];
    }
  for (gsize i = 0; i < n; i++)
    fit->weights[i] /= (float) MAX (fit->settings->n_epochs - first_kept, 1);
}

/* The first one's weights become the mean of all. */
static void
take_mean (Fit   *fits,
           guint  n_fits,
           gsize  n_weights)
{
  for (guint k = 1; k < n_fits; k++)
    {
      for (gsize i = 0; i < n_weights; i++)
        fits[0].weights[i] += fits[k].weights[i];
      g_clear_pointer (&fits[k].weights, g_free);
    }
  for (gsize i = 0; n_fits > 1 && i < n_weights; i++)
    fits[0].weights[i] /= (float) n_fits;
}

/**
 * hearsay_softmax_fit:
 * @n_folds: for @held_out
 * @held_out: (out) (array) (nullable): the scores of every item's classes by a fit
 *   that did not see its fold, item after item
 *
 * Fits the weights to all items. The result does not depend on @n_threads.
 */
void
hearsay_softmax_fit (HearsaySoftmax               *self,
                     const HearsaySoftmaxSettings *settings,
                     guint                         n_folds,
                     guint                         n_threads,
                     guint64                       seed,
                     float                        *held_out)
{
  guint32 *rows = (guint32 *) (gpointer) self->features->data;
  guint n_fits = MAX (settings->n_fits, 1);
  g_autofree Fit *fits = g_new0 (Fit, (n_folds + 1) * n_fits);
  GThreadPool *pool;

  g_return_if_fail (self != NULL && settings != NULL && self->weights == NULL);

  hearsay_feature_index_freeze (&self->index, settings->min_count);
  for (guint i = 0; i < self->features->len; i++)
    rows[i] = hearsay_feature_index_find (&self->index, rows[i]);
  pool = g_thread_pool_new (run_fit, NULL, (int) n_threads, TRUE, NULL);
  for (guint f = held_out != NULL ? 0 : n_folds; f <= n_folds; f++)
    for (guint k = 0; k < n_fits; k++)
      {
        fits[f * n_fits + k] = (Fit) { self, settings, f, seed + f + k * (n_folds + 1), g_new0 (float, (gsize) self->index.n_rows * 2) };
        g_thread_pool_push (pool, &fits[f * n_fits + k], NULL);
      }
  g_thread_pool_free (pool, FALSE, TRUE);
  for (guint f = held_out != NULL ? 0 : n_folds; f <= n_folds; f++)
    take_mean (&fits[f * n_fits], n_fits, (gsize) self->index.n_rows * 2);
  for (guint i = 0; held_out != NULL && i < self->items->len; i++)
    score_item (self, fits[g_array_index (self->items, Item, i).fold * n_fits].weights, i, held_out + (gsize) i * self->n_classes);
  self->weights = g_steal_pointer (&fits[n_folds * n_fits].weights);
  for (guint f = 0; f < n_folds; f++)
    g_free (fits[f * n_fits].weights);
}

/**
 * hearsay_softmax_predict:
 * @features: (array): the features of each set
 * @scores: (out) (array): of every class, as logarithms up to a constant
 */
void
hearsay_softmax_predict (const HearsaySoftmax *self,
                         const guint32 *const *features,
                         const guint          *n_features,
                         float                *scores)
{
  g_return_if_fail (self != NULL && self->weights != NULL);

  scores[0] = 0;
  for (guint s = 0; s < self->n_sets; s++)
    {
      scores[1 + s] = scores[1 + self->n_sets + s] = 0;
      for (guint i = 0; i < n_features[s]; i++)
        {
          guint32 row = hearsay_feature_index_find (&self->index, features[s][i]) * 2;

          scores[1 + s] += self->weights[row];
          scores[1 + self->n_sets + s] += self->weights[row + 1];
        }
    }
}

/**
 * hearsay_softmax_take:
 * @feature: one that is not to be packed with the others
 * @weights: (out) (array fixed-size=2): for support and opposition; they are 0 in @self from here on
 */
void
hearsay_softmax_take (HearsaySoftmax *self,
                      guint32         feature,
                      float          *weights)
{
  guint32 row;

  g_return_if_fail (self != NULL && self->weights != NULL);

  row = hearsay_feature_index_find (&self->index, feature) * 2;
  weights[0] = self->weights[row];
  weights[1] = self->weights[row + 1];
  self->weights[row] = self->weights[row + 1] = 0;
}

/**
 * hearsay_softmax_pack:
 *
 * Returns: (transfer full): the weights as a section with two labels
 */
GBytes *
hearsay_softmax_pack (const HearsaySoftmax *self,
                      double                clip)
{
  return hearsay_feature_index_pack (&self->index, self->weights, 2, 2, clip);
}
