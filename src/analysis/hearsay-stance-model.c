/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-model.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_FLOATS (sizeof (HearsayStanceJudge) / sizeof (float))

G_STATIC_ASSERT (sizeof (HearsayStanceJudge) % sizeof (float) == 0);

static void
read_floats (const guint8 *bytes,
             float        *values,
             gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint32 bits;

      memcpy (&bits, bytes + i * 4, sizeof bits);
      bits = GUINT32_FROM_LE (bits);
      memcpy (&values[i], &bits, sizeof bits);
    }
}

static gboolean
is_sound (const HearsayStanceJudge *self)
{
  for (guint k = 0; k < HEARSAY_STANCE_MAX_CLASSES; k++)
    if (!(fabsf (self->offsets[k]) < 50))
      return FALSE;
  for (guint side = 0; side < 2; side++)
    for (guint k = 0; k < HEARSAY_STANCE_N_KNOTS; k++)
      {
        if (!(self->said[side][k] >= 0 && self->said[side][k] <= 1 && self->right[side][k] >= 0 && self->right[side][k] <= 1) ||
            (k > 0 && self->said[side][k] < self->said[side][k - 1]))
          return FALSE;
      }
  return self->sure >= 0 && self->sure <= 1;
}

/**
 * hearsay_stance_model_is_in:
 *
 * Returns: whether @model has a part for stances at all
 */
gboolean
hearsay_stance_model_is_in (const HearsayModel *model)
{
  gsize size;

  return hearsay_model_find (model, "stance", &size) != NULL;
}

/**
 * hearsay_stance_model_load:
 * @self: (out): views that are valid as long as @model
 *
 * Section “stance”: the two judges as floats, that of pairs first.
 *
 * Returns: whether @model has all that is needed
 */
gboolean
hearsay_stance_model_load (HearsayStanceModel  *self,
                           const HearsayModel  *model,
                           GError             **error)
{
  gsize size;
  const guint8 *section;

  g_return_val_if_fail (self != NULL && model != NULL, FALSE);

  section = hearsay_model_require (model, "stance", 2 * sizeof (HearsayStanceJudge), &size, error);
  if (section == NULL || !hearsay_weights_load (&self->pairs, model, "stance-pairs", 2, error) ||
      !hearsay_weights_load (&self->targets, model, "stance-targets", 2, error))
    return FALSE;
  read_floats (section, (float *) (gpointer) &self->pair_judge, N_FLOATS);
  read_floats (section + sizeof (HearsayStanceJudge), (float *) (gpointer) &self->target_judge, N_FLOATS);
  if (!is_sound (&self->pair_judge) || !is_sound (&self->target_judge))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model is not sound"), "stance");
      return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_stance_judges_pack:
 *
 * Returns: (transfer full): the section “stance”
 */
GBytes *
hearsay_stance_judges_pack (const HearsayStanceJudge *pairs,
                            const HearsayStanceJudge *targets)
{
  guint8 *bytes = g_malloc (2 * sizeof (HearsayStanceJudge));

  for (gsize i = 0; i < 2 * N_FLOATS; i++)
    {
      const float *judge = (const float *) (gconstpointer) (i < N_FLOATS ? pairs : targets);
      guint32 bits;

      memcpy (&bits, &judge[i % N_FLOATS], sizeof bits);
      bits = GUINT32_TO_LE (bits);
      memcpy (bytes + i * 4, &bits, sizeof bits);
    }
  return g_bytes_new_take (bytes, 2 * sizeof (HearsayStanceJudge));
}

/* Straight lines between the knots. */
static float
look_up (const float *said,
         const float *right,
         float        probability)
{
  guint k = 1;

  if (probability <= said[0])
    return right[0];
  while (k < HEARSAY_STANCE_N_KNOTS && said[k] < probability)
    k++;
  if (k == HEARSAY_STANCE_N_KNOTS)
    return right[k - 1];
  return right[k - 1] + (right[k] - right[k - 1]) * (probability - said[k - 1]) / (said[k] - said[k - 1]);
}

/**
 * hearsay_stance_judge_decide:
 * @scores: (array length=n_classes): logarithms up to a constant
 * @verdict: (out): the class that is taken, and how far to trust it
 */
void
hearsay_stance_judge_decide (const HearsayStanceJudge *self,
                             const float              *scores,
                             guint                     n_classes,
                             HearsayStanceVerdict     *verdict)
{
  float largest = scores[0];
  float sum = 0;
  float shared = 0;
  guint side;

  verdict->label = 0;
  for (guint k = 1; k < n_classes; k++)
    {
      largest = MAX (largest, scores[k]);
      if (scores[k] + self->offsets[k] > scores[verdict->label] + self->offsets[verdict->label])
        verdict->label = k;
    }
  for (guint k = 0; k < n_classes; k++)
    {
      sum += expf (scores[k] - largest);
      shared += verdict->shares[k] = expf (scores[k] + self->offsets[k] - largest);
    }
  for (guint k = 0; k < n_classes; k++)
    verdict->shares[k] /= shared;
  verdict->probability = expf (scores[verdict->label] - largest) / sum;
  side = verdict->label != 0;
  verdict->confidence = look_up (self->said[side], self->right[side], verdict->probability);
  verdict->sure = side && verdict->probability >= self->sure;
}

static void
score_set (const HearsayWeights *weights,
           const guint32        *features,
           guint                 n_features,
           float                *support,
           float                *oppose)
{
  gint32 sums[HEARSAY_WEIGHTS_MAX_LABELS];

  sums[0] = sums[1] = 0;
  hearsay_weights_add (weights, features, n_features, sums);
  *support = (float) sums[0] * weights->scale;
  *oppose = (float) sums[1] * weights->scale;
}

/**
 * hearsay_stance_model_score_pair:
 * @scores: (out) (array fixed-size=5): of the classes of a pair
 */
void
hearsay_stance_model_score_pair (const HearsayStanceModel *self,
                                 const HearsayStanceWords *words,
                                 HearsayStancePlace        first,
                                 HearsayStancePlace        second,
                                 float                    *scores)
{
  guint32 features[HEARSAY_STANCE_MAX_FEATURES];
  guint n = hearsay_stance_pair_features (words, first, second, features);

  scores[0] = 0;
  score_set (&self->pairs, features, n, &scores[1], &scores[3]);
  n = hearsay_stance_pair_features (words, second, first, features);
  score_set (&self->pairs, features, n, &scores[2], &scores[4]);
}

/**
 * hearsay_stance_model_ask_pair:
 * @first: one mention
 * @second: another one, near it
 * @verdict: (out): who stands how to whom
 */
void
hearsay_stance_model_ask_pair (const HearsayStanceModel *self,
                               const HearsayStanceWords *words,
                               HearsayStancePlace        first,
                               HearsayStancePlace        second,
                               HearsayStanceVerdict     *verdict)
{
  float scores[HEARSAY_STANCE_PAIR_CLASSES];

  hearsay_stance_model_score_pair (self, words, first, second, scores);
  hearsay_stance_judge_decide (&self->pair_judge, scores, HEARSAY_STANCE_PAIR_CLASSES, verdict);
}

/**
 * hearsay_stance_model_score_target:
 * @scores: (out) (array fixed-size=3): of the classes of a target
 */
void
hearsay_stance_model_score_target (const HearsayStanceModel *self,
                                   const HearsayStanceWords *words,
                                   HearsayStancePlace        target,
                                   guint32                   start,
                                   guint32                   end,
                                   float                    *scores)
{
  guint32 features[HEARSAY_STANCE_MAX_FEATURES];
  guint n = hearsay_stance_target_features (words, target, start, end, features);

  scores[0] = 0;
  score_set (&self->targets, features, n, &scores[1], &scores[2]);
}

/**
 * hearsay_stance_model_ask_target:
 * @target: a mention
 * @start: first token of what is said
 * @end: behind its last token
 * @verdict: (out): how what is said stands to @target
 */
void
hearsay_stance_model_ask_target (const HearsayStanceModel *self,
                                 const HearsayStanceWords *words,
                                 HearsayStancePlace        target,
                                 guint32                   start,
                                 guint32                   end,
                                 HearsayStanceVerdict     *verdict)
{
  float scores[HEARSAY_STANCE_TARGET_CLASSES];

  hearsay_stance_model_score_target (self, words, target, start, end, scores);
  hearsay_stance_judge_decide (&self->target_judge, scores, HEARSAY_STANCE_TARGET_CLASSES, verdict);
}
