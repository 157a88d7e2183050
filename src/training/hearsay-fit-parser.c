/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-parser.h"
#include "training/hearsay-fit-pruner.h"
#include "training/hearsay-oracle.h"
#include "training/hearsay-parser-trainer.h"

#define N_EPOCHS 13
/* The width of the program’s beam: what is beyond it hardly ever wins. */
#define BEAM 5
/* Parsers whose weights are mixed. */
#define N_PARSERS 4
/* Features are chosen by so many epochs of a parser whose features share weights by chance: those
 * count that were corrected so often. */
#define N_SELECT_EPOCHS 2
#define MIN_COUNT 12
/* Features whose largest weight has fewer units are left out. */
#define MIN_WEIGHT 2
/* The epoch whose parses are the candidates that relations are fitted on: by then
 * the parser is of use, and has seen each sentence but once. */
#define CANDIDATE_EPOCH 1
/* Weights beyond this many times their root mean square are cut to it. */
#define CLIP 10

static GPtrArray *
make_oracles (const HearsayTreebank *treebank)
{
  GPtrArray *oracles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; i < treebank->sentences->len; i++)
    g_ptr_array_add (oracles, hearsay_oracle_actions (&hearsay_treebank_get (treebank, i)->gold));
  return oracles;
}

static void
run_epoch (HearsayParserTrainer *trainer,
           HearsayFit           *fit,
           const GPtrArray      *oracles,
           guint32              *order,
           guint64              *seed,
           gboolean              keep)
{
  guint n = fit->train->sentences->len;
  guint n_corrected = 0;

  hearsay_fit_shuffle (order, n, seed);
  for (guint i = 0; i < n; i++)
    n_corrected += hearsay_parser_trainer_learn (trainer, hearsay_treebank_get (fit->train, order[i]),
                                                 oracles->pdata[order[i]], keep);
  g_print ("parser: %u of %u sentences corrected\n", n_corrected, n);
}

static guint32 *
make_order (guint n)
{
  guint32 *order = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  return order;
}

/* Finds which features count. */
static HearsayPerceptron *
choose_features (HearsayFit      *fit,
                 const GPtrArray *oracles)
{
  guint n = fit->train->sentences->len;
  g_autofree guint32 *order = make_order (n);
  guint64 seed = fit->seed;
  HearsayParserTrainer *trainer = hearsay_parser_trainer_new (hearsay_perceptron_new (HEARSAY_N_ACTIONS), TRUE);
  HearsayPerceptron *chosen;

  for (guint epoch = 0; epoch < N_SELECT_EPOCHS; epoch++)
    run_epoch (trainer, fit, oracles, order, &seed, FALSE);
  chosen = hearsay_parser_trainer_steal (trainer);
  g_print ("parser: %u features\n", hearsay_perceptron_freeze (chosen, MIN_COUNT));
  hearsay_parser_trainer_free (trainer);
  return chosen;
}

/* One parser of several that are fitted side by side. */
typedef struct
{
  HearsayFit *fit;
  const GPtrArray *oracles;
  HearsayParserTrainer *trainer;
  guint n_epochs;
  guint number;
} Run;

static void
run_epochs (gpointer data,
            gpointer user_data)
{
  Run *run = data;
  guint n = run->fit->train->sentences->len;
  g_autofree guint32 *order = make_order (n);
  guint64 seed = run->fit->seed + run->number;

  for (guint epoch = 0; epoch < run->n_epochs; epoch++)
    run_epoch (run->trainer, run->fit, run->oracles, order, &seed, run->number == 0 && epoch == CANDIDATE_EPOCH);
}

/* Fits parsers that see the sentences in another order each, and mixes their weights. */
static HearsayPerceptron *
run_parsers (HearsayFit      *fit,
             const GPtrArray *oracles,
             guint            n_parsers,
             guint            n_epochs)
{
  HearsayPerceptron *chosen = choose_features (fit, oracles);
  g_autofree Run *runs = g_new0 (Run, n_parsers);
  GThreadPool *pool = g_thread_pool_new (run_epochs, NULL, (int) fit->n_threads, TRUE, NULL);
  HearsayPerceptron *mixed;

  for (guint i = 0; i < n_parsers; i++)
    {
      runs[i] = (Run) { fit, oracles, hearsay_parser_trainer_new (hearsay_perceptron_copy (chosen), FALSE), n_epochs, i };
      g_thread_pool_push (pool, &runs[i], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  mixed = hearsay_parser_trainer_steal (runs[0].trainer);
  hearsay_parser_trainer_free (runs[0].trainer);
  for (guint i = 1; i < n_parsers; i++)
    {
      g_autoptr (HearsayPerceptron) other = hearsay_parser_trainer_steal (runs[i].trainer);

      hearsay_perceptron_mix (mixed, other);
      hearsay_parser_trainer_free (runs[i].trainer);
    }
  hearsay_perceptron_free (chosen);
  fit->has_candidates = TRUE;
  return mixed;
}

/**
 * hearsay_fit_parser:
 *
 * Fits the parser on the training sentences with jackknifed tags: the mean of several
 * structured perceptrons with beam search. They rule out nothing; the pruner that saves the
 * program most of the search is fitted beside them.
 */
gboolean
hearsay_fit_parser (HearsayFit  *fit,
                    GError     **error)
{
  const guint32 beam = GUINT32_TO_LE (BEAM);
  g_autoptr (GBytes) beam_section = g_bytes_new (&beam, sizeof beam);
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GPtrArray) oracles = NULL;
  g_autoptr (HearsayPerceptron) perceptron = NULL;

  if (!hearsay_fit_tag_train (fit, error))
    return FALSE;
  oracles = make_oracles (fit->train);
  hearsay_fit_pruner (fit, oracles);
  perceptron = run_parsers (fit, oracles, N_PARSERS, N_EPOCHS);
  section = hearsay_perceptron_pack_quads (perceptron, CLIP, MIN_WEIGHT);
  hearsay_model_builder_add (fit->builder, "parse.weights", section);
  hearsay_model_builder_add (fit->builder, "parse.beam", beam_section);
  g_print ("parser: %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (section));
  return TRUE;
}

/**
 * hearsay_fit_candidates:
 *
 * Gives every training sentence the trees that a parser finds which has seen it
 * once at most; done already where the parser was fitted in the same run.
 */
gboolean
hearsay_fit_candidates (HearsayFit  *fit,
                        GError     **error)
{
  g_autoptr (GPtrArray) oracles = NULL;

  if (fit->has_candidates)
    return TRUE;
  if (!hearsay_fit_tag_train (fit, error))
    return FALSE;
  oracles = make_oracles (fit->train);
  hearsay_perceptron_free (run_parsers (fit, oracles, 1, CANDIDATE_EPOCH + 1));
  return TRUE;
}
