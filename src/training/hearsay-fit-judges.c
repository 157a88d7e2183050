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

static const HearsayCrfSettings judge_settings = { 12, 4, 0.05f, 1e-3f, 0.5f, 3, 0 };

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
#define TOLERANCE 0.001

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

/* Leaves of what was found what its judge is sure of; the first @n_judged of it have been judged. */
static void
drop_unsure (GArray       *found,
             guint         n_judged,
             const double *held_out,
             double        threshold)
{
  guint n = n_judged;

  for (guint i = n_judged; i < found->len; i++)
    {
      if (held_out[i - n_judged] >= threshold)
        g_array_index (found, HearsayAttributionCandidate, n++) = g_array_index (found, HearsayAttributionCandidate, i);
    }
  g_array_set_size (found, n);
}

static void
print_score (const HearsayAttributionScore *score)
{
  static const char *const kinds[HEARSAY_SCORE_N_KINDS] = { "all", "direct", "indirect", "mixed" };

  g_print ("  articles that were not learnt from: F1");
  for (guint kind = 0; kind < HEARSAY_SCORE_N_KINDS; kind++)
    g_print (" %s %.2f,", kinds[kind], 100 * hearsay_hits_get_f1 (&score->whole[kind]));
  g_print (" exact / overlap");
  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    g_print (" %.2f / %.2f", 100 * hearsay_hits_get_f1 (&score->exact[HEARSAY_SCORE_ALL][r]),
             100 * hearsay_hits_get_f1 (&score->overlap[HEARSAY_SCORE_ALL][r]));
  g_print ("\n");
}

/* What the stages keep, and behind it what only the rules find, with how much of it has been judged. */
static GArray *
find_all (const HearsayAttributionDocument *document,
          const GArray                     *candidates,
          double                            threshold,
          guint                            *n_judged)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HearsayAttributionCandidate));

  for (guint i = 0; i < candidates->len; i++)
    {
      const HearsayAttributionCandidate *candidate = &g_array_index (candidates, HearsayAttributionCandidate, i);

      if ((double) candidate->confidence >= threshold && !candidate->beaten)
        g_array_append_vals (found, candidate, 1);
    }
  *n_judged = found->len;
  take_rules (document, found);
  return found;
}

/* Shows the judge what only the rules find in a document. */
static void
add_rules (const HearsayAttributionDocument *document,
           const GArray                     *candidates,
           const GArray                     *found,
           guint                             n_judged,
           HearsayLogistic                  *judge,
           GArray                           *judged)
{
  g_autofree float *sure = hearsay_rule_stage_judged (document->tokens, candidates);
  g_autofree gboolean *right = g_new0 (gboolean, found->len + 1);

  hearsay_attribution_corpus_match (document, (HearsayAttributionCandidate *) (gpointer) found->data, found->len, right);
  for (guint i = n_judged; i < found->len; i++)
    {
      const HearsayAttributionCandidate *candidate = &g_array_index (found, HearsayAttributionCandidate, i);
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      guint n = hearsay_rule_stage_features (document->tokens, sure, (guint) candidate->rule, features);
      Judged item = { 0, right[i] };

      hearsay_logistic_add (judge, features, n, right[i]);
      g_array_append_val (judged, item);
    }
}

/**
 * hearsay_fit_rule_judge:
 * @all_candidates: as hearsay_fit_judge() leaves them
 *
 * Fits the judge of what only the rules find, beside what the stages keep at @threshold, and
 * prints how well all that was found in documents that had not been seen.
 */
void
hearsay_fit_rule_judge (HearsayFit *fit,
                        GPtrArray  *documents,
                        GArray    **all_candidates,
                        float       threshold)
{
  g_autoptr (HearsayLogistic) judge = hearsay_logistic_new ();
  g_autoptr (GArray) judged = g_array_new (FALSE, TRUE, sizeof (Judged));
  g_autoptr (GPtrArray) all_found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *n_judged = g_new0 (guint, documents->len + 1);
  g_autofree double *held_out = NULL;
  HearsayAttributionScore score = { 0 };
  guint n_kept = 0;
  guint next = 0;

  for (guint d = 0; d < documents->len; d++)
    {
      g_ptr_array_add (all_found, find_all (g_ptr_array_index (documents, d), all_candidates[d], (double) threshold, &n_judged[d]));
      add_rules (g_ptr_array_index (documents, d), all_candidates[d], g_ptr_array_index (all_found, d), n_judged[d], judge, judged);
    }
  held_out = fit_logistic (fit, judge, judged->len, "rule-stage");
  for (guint i = 0; i < judged->len; i++)
    g_array_index (judged, Judged, i).probability = held_out[i];
  for (guint d = 0; d < documents->len; d++)
    {
      GArray *found = g_ptr_array_index (all_found, d);
      guint first = next;

      next += found->len - n_judged[d];
      drop_unsure (found, n_judged[d], held_out + first, (double) threshold);
      n_kept += found->len - n_judged[d];
      hearsay_attribution_corpus_score (g_ptr_array_index (documents, d),
                                        (HearsayAttributionCandidate *) (gpointer) found->data, found->len, &score);
    }
  g_print ("  %u found by the rules alone, %u kept: calibration error %.3f\n", judged->len, n_kept, calibration_error (judged));
  print_score (&score);
}
