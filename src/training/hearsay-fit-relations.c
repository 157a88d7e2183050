/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-relations.h"
#include "training/hearsay-perceptron.h"

#define N_EPOCHS 5
#define MIN_COUNT 3
/* From this epoch on the choice between candidates is fitted too. */
#define FIRST_CHOICE_EPOCH 1
/* What the parser's score counts when a candidate is chosen, in 256ths, tuned on the development sets. */
#define PARSER_SHARE 192

/* The tree of the treebank under the tags that the program would see. */
static HearsaySyntax
get_view (const HearsayTreebankSentence *sentence)
{
  HearsaySyntax view = sentence->gold;

  view.upos = sentence->silver.upos;
  view.xpos = sentence->silver.xpos;
  view.deprel = sentence->silver.deprel;
  return view;
}

static void
count_features (HearsayPerceptron     *perceptron,
                HearsayTree           *tree,
                const HearsayTreebankSentence *sentence)
{
  HearsaySyntax syntax = get_view (sentence);

  hearsay_tree_prepare (tree, &syntax);
  for (guint i = 0; i < syntax.n; i++)
    {
      guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
      guint token = (guint) tree->order[i];
      guint n;

      n = hearsay_relations_features (tree, sentence->traits, &syntax, sentence->gold.deprel, token, features);
      hearsay_perceptron_count (perceptron, features, n);
      hearsay_tree_note_relation (tree, &syntax, token, (HearsayDeprel) sentence->gold.deprel[token]);
    }
}

/* Names the relation of one token as the program will; adds its score to @sum. */
static guint
name_relation (HearsayPerceptron     *perceptron,
               const HearsayTree     *tree,
               const HearsayTreebankSentence *sentence,
               const HearsaySyntax   *syntax,
               guint                  token,
               guint32               *rows,
               guint                 *n_rows,
               gint32                *sum)
{
  guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
  gint32 scores[HEARSAY_N_DEPREL + 8] = { 0 };
  guint best = HEARSAY_DEPREL_ROOT + 1;

  *n_rows = hearsay_relations_features (tree, sentence->traits, syntax, syntax->deprel, token, features);
  hearsay_perceptron_find_rows (perceptron, features, *n_rows, rows);
  hearsay_perceptron_score (perceptron, rows, *n_rows, scores);
  for (guint k = best + 1; k < HEARSAY_N_DEPREL; k++)
    {
      if (scores[k] > scores[best])
        best = k;
    }
  *sum += scores[best];
  return best;
}

/* Names all relations of a tree; with @gold corrects the weights where a name is wrong. */
static gint32
name_relations (HearsayPerceptron     *perceptron,
                HearsayTree           *tree,
                const HearsayTreebankSentence *sentence,
                HearsaySyntax         *syntax,
                const guint8          *gold)
{
  gint32 sum = 0;

  hearsay_tree_prepare (tree, syntax);
  for (guint i = 0; i < syntax->n; i++)
    {
      guint32 rows[HEARSAY_RELATIONS_MAX_FEATURES];
      guint token = (guint) tree->order[i];
      guint best = HEARSAY_DEPREL_ROOT;
      guint n;

      if (syntax->head[token] >= 0)
        {
          best = name_relation (perceptron, tree, sentence, syntax, token, rows, &n, &sum);
          if (gold != NULL && best != gold[token])
            hearsay_perceptron_update (perceptron, rows, n, gold[token], best);
          if (gold != NULL)
            hearsay_perceptron_step (perceptron);
        }
      syntax->deprel[token] = (guint8) best;
      hearsay_tree_note_relation (tree, syntax, token, (HearsayDeprel) best);
    }
  return sum;
}

/* Adds @delta to the weights of every named arc of a tree. */
static void
change_tree (HearsayPerceptron     *perceptron,
             HearsayTree           *tree,
             const HearsayTreebankSentence *sentence,
             const HearsaySyntax   *syntax,
             int                    delta)
{
  hearsay_tree_prepare (tree, syntax);
  for (guint i = 0; i < syntax->n; i++)
    {
      guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
      guint32 rows[HEARSAY_RELATIONS_MAX_FEATURES];
      guint token = (guint) tree->order[i];
      guint n;

      if (syntax->head[token] >= 0)
        {
          n = hearsay_relations_features (tree, sentence->traits, syntax, syntax->deprel, token, features);
          hearsay_perceptron_find_rows (perceptron, features, n, rows);
          hearsay_perceptron_add (perceptron, rows, n, syntax->deprel[token], delta);
        }
      hearsay_tree_note_relation (tree, syntax, token, (HearsayDeprel) syntax->deprel[token]);
    }
}

static guint
count_right (const HearsayTreebankSentence *sentence,
             const gint32          *head)
{
  guint n = 0;

  for (guint i = 0; i < sentence->gold.n; i++)
    n += head[i] == sentence->gold.head[i];
  return n;
}

/*
 * Lets the candidates compete; where one wins that is worse than another, the
 * weights move from the winner's arcs to those of the best.
 */
static void
train_choice (HearsayPerceptron     *perceptron,
              HearsayTree           *tree,
              const HearsayTreebankSentence *sentence)
{
  guint n = sentence->gold.n;
  g_autofree guint8 *deprel = g_new0 (guint8, (gsize) n * MAX (sentence->n_candidates, 1));
  HearsaySyntax syntax = get_view (sentence);
  guint winner = 0, best = 0, winner_right = 0, best_right = 0;
  gint64 winner_score = 0;

  for (guint i = 0; i < sentence->n_candidates; i++)
    {
      gint64 score;
      guint right;

      syntax.head = sentence->candidate_heads + (gsize) i * n;
      syntax.deprel = deprel + (gsize) i * n;
      score = (gint64) name_relations (perceptron, tree, sentence, &syntax, NULL) + sentence->candidate_scores[i];
      right = count_right (sentence, syntax.head);
      if (i == 0 || score > winner_score)
        {
          winner = i;
          winner_score = score;
          winner_right = right;
        }
      if (i == 0 || right > best_right)
        {
          best = i;
          best_right = right;
        }
    }
  if (sentence->n_candidates == 0 || winner_right == best_right)
    return;
  syntax.head = sentence->candidate_heads + (gsize) best * n;
  syntax.deprel = deprel + (gsize) best * n;
  for (guint i = 0; i < n; i++)
    {
      if (syntax.head[i] == sentence->gold.head[i])
        syntax.deprel[i] = sentence->gold.deprel[i];
    }
  change_tree (perceptron, tree, sentence, &syntax, 1);
  syntax.head = sentence->candidate_heads + (gsize) winner * n;
  syntax.deprel = deprel + (gsize) winner * n;
  change_tree (perceptron, tree, sentence, &syntax, -1);
}

static void
train_epoch (HearsayPerceptron *perceptron,
             HearsayFit        *fit,
             HearsayTree       *tree,
             const guint32     *order,
             gboolean           choose)
{
  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (fit->train, order[i]);
      HearsaySyntax syntax = get_view (sentence);

      name_relations (perceptron, tree, sentence, &syntax, sentence->gold.deprel);
      if (choose)
        train_choice (perceptron, tree, sentence);
    }
}

/**
 * hearsay_fit_relations:
 *
 * Fits the names of relations on the trees of the treebanks with jackknifed
 * tags, and with the same weights the choice between the parser's best trees.
 */
gboolean
hearsay_fit_relations (HearsayFit  *fit,
                       GError     **error)
{
  g_autoptr (HearsayPerceptron) perceptron = NULL;
  g_autofree guint32 *order = NULL;
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) share_section = NULL;
  const guint32 share = GUINT32_TO_LE (PARSER_SHARE);
  HearsayTree tree = { 0 };
  guint64 seed = fit->seed;
  guint n;

  if (!hearsay_fit_candidates (fit, error))
    return FALSE;
  n = fit->train->sentences->len;
  order = g_new (guint32, n);
  perceptron = hearsay_perceptron_new (HEARSAY_N_DEPREL);
  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      count_features (perceptron, &tree, hearsay_treebank_get (fit->train, i));
    }
  hearsay_perceptron_freeze (perceptron, MIN_COUNT);
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++)
    {
      hearsay_fit_shuffle (order, n, &seed);
      train_epoch (perceptron, fit, &tree, order, epoch >= FIRST_CHOICE_EPOCH);
    }
  hearsay_tree_clear (&tree);
  section = hearsay_perceptron_pack (perceptron, 8, 11);
  share_section = g_bytes_new (&share, sizeof share);
  hearsay_model_builder_add (fit->builder, "relations.weights", section);
  hearsay_model_builder_add (fit->builder, "relations.share", share_section);
  g_print ("relations: %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (section));
  return TRUE;
}
