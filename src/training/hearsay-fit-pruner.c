/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit-pruner.h"

#include "analysis/hearsay-parser-private.h"
#include "training/hearsay-feature-index.h"
#include "training/hearsay-perceptron.h"

#include <math.h>
#include <stdlib.h>

#define N_EPOCHS 6
#define MIN_COUNT 3
#define RATE 0.15f
#define L2 1e-4f
/* Weights beyond this many times their root mean square are cut to it. */
#define CLIP 6
/* What changes an item's probability by less is not learnt from. */
#define MIN_SLOPE 1e-3f

/* A place where more than one transition is possible, and the right one. */
typedef struct
{
  guint32 rows[HEARSAY_PRUNER_N_FEATURES]; /* features, then rows of the index */
  guint8 allowed;
  guint8 action;
} Item;

typedef float Weights[HEARSAY_N_ACTIONS];

/* Notes every place on the way to the tree of one sentence. */
static void
collect_sentence (const HearsayTreebankSentence *sentence,
                  const GByteArray              *oracle,
                  HearsayParserSpace            *space,
                  GArray                        *items)
{
  HearsayState *state = &space->states[0];
  guint n = sentence->gold.n;

  hearsay_parser_space_prepare (space, sentence->traits + 3, sentence->silver.xpos, sentence->silver.upos, n);
  hearsay_state_reset (state, n);
  for (guint i = 0; i < oracle->len; i++)
    {
      Item item = { .allowed = (guint8) hearsay_state_allowed (state, n), .action = oracle->data[i] };
      HearsayPlace place = hearsay_place_find (state, space->nodes);

      if (!hearsay_is_single (item.allowed))
        {
          hearsay_place_glance (&place, item.rows);
          g_array_append_val (items, item);
        }
      hearsay_state_apply (state, (HearsayAction) oracle->data[i]);
    }
}

static GArray *
collect_items (HearsayFit      *fit,
               const GPtrArray *oracles)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));
  HearsayParserSpace space = { 0 };

  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      const GByteArray *oracle = oracles->pdata[i];

      if (oracle->len > 0)
        collect_sentence (hearsay_treebank_get (fit->train, i), oracle, &space, items);
    }
  hearsay_parser_space_clear (&space);
  return items;
}

/* The probabilities of an item's transitions. */
static void
predict (const Item    *item,
         const Weights *weights,
         float         *p)
{
  float largest = -INFINITY;
  float sum = 0;

  for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
    {
      p[k] = 0;
      for (guint i = 0; i < HEARSAY_PRUNER_N_FEATURES; i++)
        p[k] += weights[item->rows[i]][k];
      if ((item->allowed >> k & 1) != 0)
        largest = MAX (largest, p[k]);
    }
  for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
    sum += p[k] = (item->allowed >> k & 1) != 0 ? expf (p[k] - largest) : 0;
  for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
    p[k] /= sum;
}

static void
learn (const Item *item,
       Weights    *weights,
       Weights    *squares)
{
  float p[HEARSAY_N_ACTIONS];

  predict (item, weights, p);
  p[item->action] -= 1;
  for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
    {
      for (guint i = 0; i < HEARSAY_PRUNER_N_FEATURES && fabsf (p[k]) > MIN_SLOPE; i++)
        {
          guint32 row = item->rows[i];
          float slope = p[k] + L2 * weights[row][k];

          if (row == 0)
            continue;
          squares[row][k] += slope * slope;
          weights[row][k] -= RATE * slope / sqrtf (squares[row][k] + 1);
        }
    }
}

/* Logistic regression by Adagrad. */
static Weights *
fit_weights (HearsayFit          *fit,
             HearsayFeatureIndex *index,
             GArray              *items)
{
  Weights *weights;
  g_autofree Weights *squares = NULL;
  g_autofree guint32 *order = g_new (guint32, items->len);
  guint64 seed = fit->seed;

  for (guint i = 0; i < items->len; i++)
    for (guint k = 0; k < HEARSAY_PRUNER_N_FEATURES; k++)
      hearsay_feature_index_count (index, g_array_index (items, Item, i).rows[k]);
  hearsay_feature_index_freeze (index, MIN_COUNT);
  for (guint i = 0; i < items->len; i++)
    {
      guint32 *rows = g_array_index (items, Item, i).rows;

      order[i] = i;
      for (guint k = 0; k < HEARSAY_PRUNER_N_FEATURES; k++)
        rows[k] = hearsay_feature_index_find (index, rows[k]);
    }
  weights = g_new0 (Weights, index->n_rows);
  squares = g_new0 (Weights, index->n_rows);
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++)
    {
      hearsay_fit_shuffle (order, items->len, &seed);
      for (guint i = 0; i < items->len; i++)
        learn (&g_array_index (items, Item, order[i]), weights, squares);
    }
  return weights;
}

static GBytes *
pack (const HearsayFeatureIndex *index,
      const Weights             *weights)
{
  g_autofree guint32 *features = g_new (guint32, index->n_rows);
  g_autofree float *ordered = g_new (float, (gsize) index->n_rows * HEARSAY_N_ACTIONS);
  guint n = hearsay_feature_index_list (index, features);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < HEARSAY_N_ACTIONS; k++)
      ordered[(gsize) i * HEARSAY_N_ACTIONS + k] = weights[hearsay_feature_index_find (index, features[i])][k];
  return hearsay_quads_pack (features, ordered, n, CLIP, 0.5);
}

/**
 * hearsay_fit_pruner:
 * @oracles: the right transitions of every training sentence
 *
 * Fits which transitions the search may leave out, by what a parser sees on the way to the right
 * trees.
 */
void
hearsay_fit_pruner (HearsayFit      *fit,
                    const GPtrArray *oracles)
{
  g_autoptr (GArray) items = collect_items (fit, oracles);
  g_autoptr (GBytes) section = NULL;
  g_autofree Weights *weights = NULL;
  HearsayFeatureIndex index;

  hearsay_feature_index_init (&index);
  weights = fit_weights (fit, &index, items);
  section = pack (&index, (const Weights *) weights);
  hearsay_feature_index_clear (&index);
  hearsay_model_builder_add (fit->builder, "parse.pruner", section);
  g_print ("parser: pruner of %" G_GSIZE_FORMAT " bytes, %u places\n", g_bytes_get_size (section), items->len);
}
