/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "training/hearsay-fit-blends.h"
#include "training/hearsay-fit-meanings.h"
#include "training/hearsay-stance-items.h"
#include "training/hearsay-stance-tuning.h"

#define N_FOLDS 5

/* Weights beyond this many times their root mean square are cut to it. */
#define CLIP 12.0

/* What finding that a pair is not neutral counts when offsets are chosen. */
#define PAIR_ANY_SHARE 0.65

static const HearsaySoftmaxSettings pair_settings = { .n_fits = 4, .n_epochs = 12, .min_count = 3, .rate = 0.01f, .l2 = 1e-3f, .hidden = 0.4f };
static const HearsaySoftmaxSettings target_settings = { .n_fits = 4, .n_epochs = 12, .min_count = 2, .rate = 0.01f, .l2 = 1e-3f };

static GPtrArray *
read_corpus (HearsayGrammar  *grammar,
             const char      *shared,
             const char      *corpus,
             const char      *part,
             guint            n_threads,
             GError         **error)
{
  g_autofree char *file = g_strconcat (part, ".jsonl.gz", NULL);
  g_autofree char *path = g_build_filename (shared, "corpora", corpus, file, NULL);

  return hearsay_stance_corpus_read (path, grammar, n_threads, error);
}

/* The sections with what was fitted. */
static void
add_sections (HearsaySoftmax      *softmax,
              guint                n_classes,
              HearsayModelBuilder *builder)
{
  gboolean pair = n_classes == HEARSAY_STANCE_PAIR_CLASSES;
  g_autofree float *sums = hearsay_stance_items_take_sums (softmax, HEARSAY_STANCE_N_AXES);
  g_autoptr (GBytes) packed_sums = hearsay_stance_pack_floats (sums, HEARSAY_STANCE_N_SUMS * HEARSAY_STANCE_N_AXES * 2);
  g_autoptr (GBytes) weights = hearsay_softmax_pack (softmax, CLIP);

  hearsay_model_builder_add (builder, pair ? "stance-pair-sums" : "stance-target-sums", packed_sums);
  hearsay_model_builder_add (builder, pair ? "stance-pairs" : "stance-targets", weights);
}

/* Weights that have not seen the records of a fold. */
static void
fit_without_fold (HearsayFit          *fit,
                  GPtrArray           *records,
                  guint                n_classes,
                  guint                n_folds,
                  guint                fold,
                  HearsayModelBuilder *builder)
{
  const HearsaySoftmaxSettings *settings = n_classes == HEARSAY_STANCE_PAIR_CLASSES ? &pair_settings : &target_settings;
  g_autoptr (HearsaySoftmax) softmax = hearsay_softmax_new (n_classes / 2);

  for (guint i = 0; i < records->len; i++)
    if (hearsay_stance_corpus_get (records, i)->group % n_folds != fold)
      hearsay_stance_items_add (softmax, hearsay_stance_corpus_get (records, i), n_classes, 0);
  hearsay_softmax_fit (softmax, settings, N_FOLDS, fit->n_threads, fit->seed, NULL);
  add_sections (softmax, n_classes, builder);
}

/* Fits to the records; the judge learns from scores by fits that had not seen the record's text. */
static void
fit_records (HearsayFit                   *fit,
             GPtrArray                    *records,
             guint                         n_classes,
             const HearsaySoftmaxSettings *settings,
             HearsayStanceJudge           *judge)
{
  g_autoptr (HearsaySoftmax) softmax = hearsay_softmax_new (n_classes / 2);
  g_autofree float *held_out = g_new0 (float, (gsize) records->len * n_classes + 1);
  g_autofree guint8 *labels = g_new0 (guint8, records->len + 1);
  HearsayStanceFigures figures;

  for (guint i = 0; i < records->len; i++)
    {
      const HearsayStanceRecord *record = hearsay_stance_corpus_get (records, i);

      labels[i] = (guint8) record->label;
      hearsay_stance_items_add (softmax, record, n_classes, record->group % N_FOLDS);
    }
  hearsay_softmax_fit (softmax, settings, N_FOLDS, fit->n_threads, fit->seed, held_out);
  hearsay_stance_judge_tune (judge, held_out, labels, records->len, n_classes,
                             n_classes == HEARSAY_STANCE_PAIR_CLASSES ? PAIR_ANY_SHARE : 0);
  hearsay_stance_judge_measure (judge, held_out, labels, records->len, n_classes, &figures);
  hearsay_stance_figures_print (&figures, n_classes == HEARSAY_STANCE_PAIR_CLASSES ? "stance-pairs" : "stance-targets", records->len);
  add_sections (softmax, n_classes, fit->builder);
}

/**
 * hearsay_fit_stance:
 *
 * Fits what tells how one actor stands to another, and how what is said stands to
 * whom it speaks of.
 *
 * Returns: whether it could be done
 */
gboolean
hearsay_fit_stance (HearsayFit  *fit,
                    GError     **error)
{
  g_autoptr (HearsayModel) model = hearsay_fit_get_model (fit, error);
  g_autoptr (HearsayGrammar) grammar = model != NULL ? hearsay_grammar_new (model, error) : NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) table = NULL;
  HearsayMeanings meanings;
  HearsayStanceJudge pair_judge;
  HearsayStanceJudge target_judge;

  if (grammar == NULL)
    return FALSE;
  pairs = read_corpus (grammar, fit->shared, "directed", "train", fit->n_threads, error);
  targets = pairs != NULL ? read_corpus (grammar, fit->shared, "target_sentiment", "train", fit->n_threads, error) : NULL;
  if (targets == NULL)
    return FALSE;
  table = hearsay_fit_meanings (fit, pairs, targets, error);
  if (table == NULL)
    return FALSE;
  hearsay_model_builder_add (fit->builder, "stance-meanings", table);
  if (!hearsay_meanings_read (&meanings, g_bytes_get_data (table, NULL), g_bytes_get_size (table)))
    g_assert_not_reached ();
  hearsay_stance_corpus_take_meanings (pairs, &meanings);
  hearsay_stance_corpus_take_meanings (targets, &meanings);
  fit_records (fit, targets, HEARSAY_STANCE_TARGET_CLASSES, &target_settings, &target_judge);
  fit_records (fit, pairs, HEARSAY_STANCE_PAIR_CLASSES, &pair_settings, &pair_judge);
  section = hearsay_stance_judges_pack (&pair_judge, &target_judge);
  hearsay_model_builder_add (fit->builder, "stance", section);
  return hearsay_fit_blends (fit, pairs, targets, fit_without_fold, error);
}

static void
evaluate_records (const HearsayStanceModel *model,
                  GPtrArray                *records,
                  guint                     n_classes,
                  const char               *name)
{
  gboolean pair = n_classes == HEARSAY_STANCE_PAIR_CLASSES;
  const HearsayStanceJudge *judge = pair ? &model->pair_judge : &model->target_judge;
  g_autofree float *scores = g_new0 (float, (gsize) records->len * n_classes + 1);
  g_autofree guint8 *labels = g_new0 (guint8, records->len + 1);
  HearsayStanceFigures figures;

  for (guint i = 0; i < records->len; i++)
    {
      const HearsayStanceRecord *record = hearsay_stance_corpus_get (records, i);
      float *own = scores + (gsize) i * n_classes;

      if (pair)
        hearsay_stance_model_score_pair (model, record->words, record->places[0], record->places[1], own);
      else
        hearsay_stance_model_score_target (model, record->words, record->places[0], 0, record->words->n, own);
      labels[i] = (guint8) record->label;
    }
  hearsay_stance_judge_measure (judge, scores, labels, records->len, n_classes, &figures);
  hearsay_stance_figures_print (&figures, name, records->len);
}

/**
 * hearsay_evaluate_stance:
 *
 * Prints how the part “stance” of @model does on the development sets, the places
 * of the entities given.
 */
gboolean
hearsay_evaluate_stance (HearsayModel    *model,
                         HearsayGrammar  *grammar,
                         const char      *shared,
                         GError         **error)
{
  HearsayStanceModel stance;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GPtrArray) targets = NULL;

  if (!hearsay_stance_model_load (&stance, model, error))
    return FALSE;
  pairs = read_corpus (grammar, shared, "directed", "valid", 1, error);
  targets = pairs != NULL ? read_corpus (grammar, shared, "target_sentiment", "dev", 1, error) : NULL;
  if (targets == NULL)
    return FALSE;
  hearsay_stance_corpus_take_meanings (pairs, &stance.meanings);
  hearsay_stance_corpus_take_meanings (targets, &stance.meanings);
  evaluate_records (&stance, pairs, HEARSAY_STANCE_PAIR_CLASSES, "directed/valid");
  evaluate_records (&stance, targets, HEARSAY_STANCE_TARGET_CLASSES, "target_sentiment/dev");
  return TRUE;
}
