/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-stance-items.h"

#include "analysis/hearsay-stance-judge.h"
#include "analysis/hearsay-stance-sums.h"

/* Number of the template of sums, apart from those of all models. */
#define TEMPLATE 2400

#define MAX_FEATURES (HEARSAY_STANCE_MAX_FEATURES + HEARSAY_STANCE_MAX_SUMS * HEARSAY_MEANINGS_MAX_AXES)

/* One direction of a record. */
typedef struct
{
  guint32 features[MAX_FEATURES];
  float values[MAX_FEATURES];
  guint n;
} Set;

static guint32
feature_of (guint group,
            guint axis)
{
  return hearsay_feature (TEMPLATE, group, axis, 0);
}

static void
add_features (Set                       *set,
              const HearsayStanceRecord *record,
              guint                      direction,
              gboolean                   pair)
{
  if (pair)
    set->n = hearsay_stance_pair_features (record->words, record->places[direction], record->places[1 - direction], set->features);
  else
    set->n = hearsay_stance_target_features (record->words, record->places[0], 0, record->words->n, set->features);
  for (guint i = 0; i < set->n; i++)
    set->values[i] = 1;
}

static void
add_sums (Set                     *set,
          const HearsayStanceSums *sums,
          guint                    n_axes)
{
  for (guint i = 0; i < sums->n; i++)
    for (guint k = 0; k < n_axes; k++, set->n++)
      {
        set->features[set->n] = feature_of (sums->groups[i], k);
        set->values[set->n] = sums->values[i][k];
      }
}

/**
 * hearsay_stance_items_add:
 * @n_classes: those of a pair or of a target
 * @fold: the fold it belongs to
 *
 * Adds a record with all that the model asks about it.
 */
void
hearsay_stance_items_add (HearsaySoftmax            *softmax,
                          const HearsayStanceRecord *record,
                          guint                      n_classes,
                          guint                      fold)
{
  gboolean pair = n_classes == HEARSAY_STANCE_PAIR_CLASSES;
  g_autofree Set *sets = g_new0 (Set, HEARSAY_SOFTMAX_MAX_SETS);
  g_autofree HearsayStanceSums *sums = g_new (HearsayStanceSums, 2);
  const guint32 *features[HEARSAY_SOFTMAX_MAX_SETS];
  const float *values[HEARSAY_SOFTMAX_MAX_SETS];
  guint n_features[HEARSAY_SOFTMAX_MAX_SETS];

  if (pair)
    hearsay_stance_pair_sums (record->words, record->places, sums);
  else
    hearsay_stance_target_sums (record->words, record->places[0], 0, record->words->n, sums);
  for (guint s = 0; s < HEARSAY_SOFTMAX_MAX_SETS; s++)
    {
      if (s < n_classes / 2)
        {
          add_features (&sets[s], record, s, pair);
          add_sums (&sets[s], &sums[s], record->words->meanings->n_axes);
        }
      features[s] = sets[s].features;
      values[s] = sets[s].values;
      n_features[s] = sets[s].n;
    }
  hearsay_softmax_add (softmax, features, n_features, values, record->label, 1, fold);
}

/**
 * hearsay_stance_items_take_sums:
 * @softmax: fitted to items with sums
 * @n_axes: of the meanings
 *
 * Returns: (transfer full) (array): what hearsay_stance_sums_score() weighs sums by; @softmax has them no more
 */
float *
hearsay_stance_items_take_sums (HearsaySoftmax *softmax,
                                guint           n_axes)
{
  float *weights = g_new0 (float, (gsize) HEARSAY_STANCE_N_SUMS * n_axes * 2);

  for (guint group = 0; group < HEARSAY_STANCE_N_SUMS; group++)
    for (guint axis = 0; axis < n_axes; axis++)
      {
        float both[2];

        hearsay_softmax_take (softmax, feature_of (group, axis), both);
        weights[(gsize) group * n_axes * 2 + axis] = both[0];
        weights[(gsize) group * n_axes * 2 + n_axes + axis] = both[1];
      }
  return weights;
}
