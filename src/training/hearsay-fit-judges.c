/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit-judges.h"

#include <math.h>

#include "analysis/hearsay-attribution-model.h"
#include "training/hearsay-attribution-corpus.h"
#include "training/hearsay-logistic.h"

#define N_FOLDS 5
#define CLIP 12

static const HearsayCrfSettings judge_settings = { 12, 4, 0.05f, 1e-3f, 0.4f, 1, 0 };

typedef struct
{
  double probability;
  gboolean right;
} Judged;

static int
compare_judged (gconstpointer a,
                gconstpointer b)
{
  const Judged *x = a;
  const Judged *y = b;

  return x->probability > y->probability ? -1 : x->probability < y->probability;
}

/* What F1 may lose for the sake of statements that are found: one that is missing is lost, one that is doubtful says so. */
#define TOLERANCE 0.002

/* The lowest threshold whose F1 is nearly the best one, on the training documents, each judged without itself. */
static double
find_threshold (GArray *judged,
                guint   n_gold,
                double *best_f1)
{
  double threshold = 0.5;
  guint n_right = 0;

  *best_f1 = 0;
  g_array_sort (judged, compare_judged);
  for (guint i = 0; i < judged->len; i++)
    {
      const Judged *item = &g_array_index (judged, Judged, i);
      double f1;

      n_right += item->right;
      f1 = 2.0 * n_right / (i + 1 + n_gold);
      *best_f1 = MAX (*best_f1, f1);
    }
  n_right = 0;
  for (guint i = 0; i < judged->len; i++)
    {
      const Judged *item = &g_array_index (judged, Judged, i);

      n_right += item->right;
      if (2.0 * n_right / (i + 1 + n_gold) >= *best_f1 - TOLERANCE)
        threshold = item->probability;
    }
  return threshold;
}

/* Mean distance between what is said and what is so, in ten classes. */
static double
calibration_error (GArray *judged)
{
  double said[10] = { 0 };
  double so[10] = { 0 };
  double error = 0;

  for (guint i = 0; i < judged->len; i++)
    {
      const Judged *item = &g_array_index (judged, Judged, i);
      guint class = MIN ((guint) (item->probability * 10), 9);

      said[class] += item->probability;
      so[class] += item->right;
    }
  for (guint k = 0; k < 10; k++)
    error += fabs (said[k] - so[k]);
  return judged->len > 0 ? error / judged->len : 0;
}

/* Fits a judge to what was added to it and tells how sure it is of each item when it has not seen it. */
static double *
fit_logistic (HearsayFit      *fit,
              HearsayLogistic *judge,
              guint            n_items,
              const char      *section_name)
{
  double *held_out = g_new0 (double, n_items + 1);
  g_autoptr (GBytes) section = NULL;

  hearsay_logistic_fit (judge, &judge_settings, N_FOLDS, fit->seed, held_out);
  section = hearsay_logistic_pack (judge, CLIP);
  hearsay_model_builder_add (fit->builder, section_name, section);
  return held_out;
}

/**
 * hearsay_fit_judge:
 * @documents: (element-type HearsayAttributionDocument)
 * @all_candidates: (array): of each document, found without it; they take the confidence
 *   of a judge that has not seen them
 *
 * Fits the judge of what the stages find.
 *
 * Returns: the threshold that is best for whole statements
 */
float
hearsay_fit_judge (HearsayFit *fit,
                   GPtrArray  *documents,
                   GArray    **all_candidates)
{
  g_autoptr (HearsayLogistic) judge = hearsay_logistic_new ();
  g_autoptr (GArray) judged = g_array_new (FALSE, TRUE, sizeof (Judged));
  g_autoptr (GArray) kept = g_array_new (FALSE, TRUE, sizeof (Judged));
  g_autofree double *held_out = NULL;
  guint n_gold = 0;
  guint n_right = 0;
  guint next = 0;
  double threshold;
  double f1;

  for (guint d = 0; d < documents->len; d++)
    {
      const HearsayAttributionDocument *document = g_ptr_array_index (documents, d);
      GArray *candidates = all_candidates[d];
      const HearsayAttributionCandidate *all = &g_array_index (candidates, HearsayAttributionCandidate, 0);
      g_autofree gboolean *right = g_new0 (gboolean, candidates->len + 1);

      n_gold += document->gold->len;
      hearsay_attribution_corpus_match (document, all, candidates->len, right);
      for (guint i = 0; i < candidates->len; i++)
        {
          guint32 features[HEARSAY_STAGE_MAX_FEATURES];
          guint n = hearsay_judge_stage_features (document->tokens, all, candidates->len, i, features);
          Judged item = { 0, right[i] };

          hearsay_logistic_add (judge, features, n, right[i]);
          g_array_append_val (judged, item);
          n_right += right[i] ? 1 : 0;
        }
    }
  held_out = fit_logistic (fit, judge, judged->len, "judge-stage");
  for (guint d = 0; d < documents->len; d++)
    {
      GArray *candidates = all_candidates[d];
      guint first = next;

      for (guint i = 0; i < candidates->len; i++, next++)
        {
          g_array_index (judged, Judged, next).probability = held_out[next];
          g_array_index (candidates, HearsayAttributionCandidate, i).confidence = (float) held_out[next];
        }
      hearsay_candidates_compete (candidates);
      for (guint i = 0; i < candidates->len; i++)
        {
          if (!g_array_index (candidates, HearsayAttributionCandidate, i).beaten)
            g_array_append_val (kept, g_array_index (judged, Judged, first + i));
        }
    }
  threshold = find_threshold (kept, n_gold, &f1);
  g_print ("  %u candidates, %u right, for %u statements: calibration error %.3f, F1 %.2f at %.3f\n", judged->len, n_right,
           n_gold, calibration_error (judged), 100 * f1, threshold);
  return (float) threshold;
}

static gboolean
is_apart (const HearsayAttributionCandidate *a,
          const HearsayAttributionCandidate *b)
{
  return a->contents[a->n_contents - 1].end <= b->contents[0].start || b->contents[b->n_contents - 1].end <= a->contents[0].start;
}

/* Appends to @kept, what the stages found, what only the rules find. */
static void
take_rules (const HearsayAttributionDocument *document,
            GArray                           *kept)
{
  guint n = kept->len;

  for (guint k = 0; k < document->rules->items->len; k++)
    {
      HearsayAttributionCandidate own;
      gboolean is_new = hearsay_rule_stage_take (document->tokens, k, &own);

      for (guint i = 0; is_new && i < n; i++)
        is_new = is_apart (&own, &g_array_index (kept, HearsayAttributionCandidate, i));
      if (is_new)
        g_array_append_val (kept, own);
    }
}

/**
 * hearsay_fit_rule_judge:
 * @all_candidates: as hearsay_fit_judge() leaves them
 *
 * Fits the judge of what only the rules find, beside what the stages keep at @threshold.
 */
void
hearsay_fit_rule_judge (HearsayFit *fit,
                        GPtrArray  *documents,
                        GArray    **all_candidates,
                        float       threshold)
{
  g_autoptr (HearsayLogistic) judge = hearsay_logistic_new ();
  g_autoptr (GArray) judged = g_array_new (FALSE, TRUE, sizeof (Judged));
  g_autofree double *held_out = NULL;
  guint n_gold = 0;
  guint n_found = 0;
  guint n_right = 0;
  guint n_new = 0;
  guint n_new_right = 0;

  for (guint d = 0; d < documents->len; d++)
    {
      const HearsayAttributionDocument *document = g_ptr_array_index (documents, d);
      GArray *candidates = all_candidates[d];
      g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (HearsayAttributionCandidate));
      g_autofree float *sure = hearsay_rule_stage_judged (document->tokens, candidates);
      g_autofree gboolean *right = NULL;
      guint n_kept;

      for (guint i = 0; i < candidates->len; i++)
        {
          const HearsayAttributionCandidate *candidate = &g_array_index (candidates, HearsayAttributionCandidate, i);

          if (candidate->confidence >= threshold && !candidate->beaten)
            g_array_append_vals (kept, candidate, 1);
        }
      n_kept = kept->len;
      take_rules (document, kept);
      right = g_new0 (gboolean, kept->len + 1);
      hearsay_attribution_corpus_match (document, (HearsayAttributionCandidate *) (gpointer) kept->data, kept->len, right);
      n_gold += document->gold->len;
      n_found += n_kept;
      for (guint i = 0; i < n_kept; i++)
        n_right += right[i] ? 1 : 0;
      for (guint i = n_kept; i < kept->len; i++)
        {
          const HearsayAttributionCandidate *candidate = &g_array_index (kept, HearsayAttributionCandidate, i);
          guint32 features[HEARSAY_STAGE_MAX_FEATURES];
          guint n = hearsay_rule_stage_features (document->tokens, sure, (guint) candidate->rule, features);
          Judged item = { 0, right[i] };

          hearsay_logistic_add (judge, features, n, right[i]);
          g_array_append_val (judged, item);
        }
    }
  held_out = fit_logistic (fit, judge, judged->len, "rule-stage");
  for (guint i = 0; i < judged->len; i++)
    {
      Judged *item = &g_array_index (judged, Judged, i);

      item->probability = held_out[i];
      n_new += item->probability >= (double) threshold ? 1 : 0;
      n_new_right += item->probability >= (double) threshold && item->right ? 1 : 0;
    }
  g_print ("  %u found by the rules alone: calibration error %.3f; with the %u of them that are kept, %u right, F1 %.2f\n",
           judged->len, calibration_error (judged), n_new, n_new_right,
           200.0 * (n_right + n_new_right) / (n_found + n_new + n_gold));
}
