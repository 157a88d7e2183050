/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-relations.h"
#include "training/hearsay-perceptron.h"

#define N_EPOCHS 6
#define MIN_COUNT 3

/* The tree of the treebank under the tags that the program would see. */
static HearsaySyntax
get_view (const HearsaySentence *sentence)
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
                const HearsaySentence *sentence)
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

static void
train_sentence (HearsayPerceptron     *perceptron,
                HearsayTree           *tree,
                const HearsaySentence *sentence)
{
  HearsaySyntax syntax = get_view (sentence);

  hearsay_tree_prepare (tree, &syntax);
  for (guint i = 0; i < syntax.n; i++)
    {
      guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
      guint32 rows[HEARSAY_RELATIONS_MAX_FEATURES];
      gint32 scores[HEARSAY_N_DEPREL + 8] = { 0 };
      guint token = (guint) tree->order[i];
      guint gold = sentence->gold.deprel[token];
      guint best = HEARSAY_DEPREL_ROOT;
      guint n;

      if (syntax.head[token] >= 0)
        {
          n = hearsay_relations_features (tree, sentence->traits, &syntax, syntax.deprel, token, features);
          hearsay_perceptron_find_rows (perceptron, features, n, rows);
          hearsay_perceptron_score (perceptron, rows, n, scores);
          best = HEARSAY_DEPREL_ROOT + 1;
          for (guint k = best + 1; k < HEARSAY_N_DEPREL; k++)
            {
              if (scores[k] > scores[best])
                best = k;
            }
          if (best != gold)
            hearsay_perceptron_update (perceptron, rows, n, gold, best);
          hearsay_perceptron_step (perceptron);
        }
      syntax.deprel[token] = (guint8) best;
      hearsay_tree_note_relation (tree, &syntax, token, (HearsayDeprel) best);
    }
}

/**
 * hearsay_fit_relations:
 *
 * Fits the names of relations on the trees of the treebanks with jackknifed tags.
 */
gboolean
hearsay_fit_relations (HearsayFit  *fit,
                       GError     **error)
{
  g_autoptr (HearsayPerceptron) perceptron = NULL;
  g_autofree guint32 *order = NULL;
  g_autoptr (GBytes) section = NULL;
  HearsayTree tree = { 0 };
  guint64 seed = fit->seed;
  guint n;

  if (!hearsay_fit_tag_train (fit, error))
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
      for (guint i = 0; i < n; i++)
        train_sentence (perceptron, &tree, hearsay_treebank_get (fit->train, order[i]));
    }
  hearsay_tree_clear (&tree);
  section = hearsay_perceptron_pack (perceptron, 8, 0.5);
  hearsay_model_builder_add (fit->builder, "relations.weights", section);
  g_print ("relations: %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (section));
  return TRUE;
}
