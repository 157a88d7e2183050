/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-model.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_FLOATS (sizeof (HearsayStanceJudge) / sizeof (float))

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

/* Without them the rules decide where statements stand. */
static gboolean
read_blends (HearsayStanceModel *self,
             const HearsayModel *model)
{
  gsize size;
  const guint8 *section = hearsay_model_find (model, "stance-blends", &size);

  self->has_blends = section != NULL;
  return section == NULL || hearsay_stance_blends_read (self->blends, section, size);
}

static gboolean
read_sums (const HearsayModel  *model,
           const char          *name,
           float               *weights,
           GError             **error)
{
  const gsize n = HEARSAY_STANCE_N_SUMS * HEARSAY_STANCE_N_AXES * 2;
  gsize size;
  const guint8 *section = hearsay_model_require (model, name, n * sizeof (float), &size, error);

  if (section == NULL)
    return FALSE;
  hearsay_stance_read_floats (section, weights, n);
  for (gsize i = 0; i < n; i++)
    if (!(fabsf (weights[i]) < 1e6f))
      {
        g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                     _("The part “%s” of the language model is not sound"), name);
        return FALSE;
      }
  return TRUE;
}

/* What the words around and between two places mean. */
static gboolean
load_meanings (HearsayStanceModel  *self,
               const HearsayModel  *model,
               GError             **error)
{
  if (!hearsay_meanings_load (&self->meanings, model, "stance-meanings", error))
    return FALSE;
  if (self->meanings.n_axes != HEARSAY_STANCE_N_AXES)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), "stance-meanings");
      return FALSE;
    }
  return read_sums (model, "stance-pair-sums", self->pair_sums, error) &&
         read_sums (model, "stance-target-sums", self->target_sums, error);
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
      !hearsay_weights_load (&self->targets, model, "stance-targets", 2, error) || !load_meanings (self, model, error))
    return FALSE;
  hearsay_stance_read_floats (section, (float *) (gpointer) &self->pair_judge, N_FLOATS);
  hearsay_stance_read_floats (section + sizeof (HearsayStanceJudge), (float *) (gpointer) &self->target_judge, N_FLOATS);
  if (!hearsay_stance_judge_is_sound (&self->pair_judge) || !hearsay_stance_judge_is_sound (&self->target_judge) ||
      !read_blends (self, model))
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
  HearsayStanceJudge both[2] = { *pairs, *targets };

  return hearsay_stance_pack_floats ((const float *) (gconstpointer) both, 2 * N_FLOATS);
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

/* How the holder stands to the target. */
static void
score_way (const HearsayStanceModel *self,
           const HearsayStanceWords *words,
           HearsayStancePlace        holder,
           HearsayStancePlace        target,
           const HearsayStanceSums  *sums,
           float                    *support,
           float                    *oppose)
{
  guint32 features[HEARSAY_STANCE_MAX_FEATURES];
  guint n = hearsay_stance_pair_features (words, holder, target, features);

  score_set (&self->pairs, features, n, support, oppose);
  hearsay_stance_sums_score (sums, self->pair_sums, HEARSAY_STANCE_N_AXES, support, oppose);
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
  const HearsayStancePlace places[2] = { first, second };
  HearsayStanceSums sums[2];

  scores[0] = 0;
  hearsay_stance_pair_sums (words, places, sums);
  score_way (self, words, first, second, &sums[0], &scores[1], &scores[3]);
  score_way (self, words, second, first, &sums[1], &scores[2], &scores[4]);
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
  HearsayStanceSums sums;

  scores[0] = 0;
  score_set (&self->targets, features, n, &scores[1], &scores[2]);
  hearsay_stance_target_sums (words, target, start, end, &sums);
  hearsay_stance_sums_score (&sums, self->target_sums, HEARSAY_STANCE_N_AXES, &scores[1], &scores[2]);
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
