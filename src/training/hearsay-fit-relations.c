/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-relations.h"
#include "training/hearsay-fit-kinds.h"
#include "training/hearsay-perceptron.h"

#define N_EPOCHS 5
/* Fits whose weights are mixed. */
#define N_FITS 2
#define MIN_COUNT 10
/* Features whose largest weight has fewer units are left out. */
#define MIN_WEIGHT 13
/* Kinds of tokens, each with sixteen relations of its own. */
#define N_KINDS 10
/* From this epoch on the choice between candidates is fitted too. */
#define FIRST_CHOICE_EPOCH 1
/* What the parser's score counts when a candidate is chosen, in 256ths, tuned on the development sets. */
#define PARSER_SHARE 1500

/* The tree of the treebank under the tags that the program would see; @deprel takes the relations that are found. */
static HearsaySyntax
get_view (const HearsayTreebankSentence *sentence,
          guint8                        *deprel)
{
  HearsaySyntax view = sentence->gold;

  view.upos = sentence->silver.upos;
  view.xpos = sentence->silver.xpos;
  view.deprel = deprel;
  return view;
}

/* What is fitted. */
typedef struct
{
  HearsayPerceptron *perceptron;
  HearsayChoices choices;
  guint8 kinds[HEARSAY_RELATIONS_N_SORTS];
  HearsayTree tree;
  guint64 *seen; /* for each row of weights, bits of the kinds of tokens that have used it */
} Trainer;

G_STATIC_ASSERT (N_KINDS <= 64);

static void
note_kind (Trainer       *self,
           const guint32 *rows,
           guint          n,
           guint          kind)
{
  for (guint i = 0; i < n; i++)
    self->seen[rows[i]] |= G_GUINT64_CONSTANT (1) << kind;
}

/* The relation that a token's label is fitted as: a rare one as the one that it is a subtype of; -1 for none. */
static int
find_label (const HearsayChoices *choices,
            guint                 kind,
            guint                 deprel)
{
  guint main = hearsay_deprel_get_main ((HearsayDeprel) deprel);

  if (hearsay_choices_find (choices, kind, deprel) >= 0)
    return (int) deprel;
  return hearsay_choices_find (choices, kind, main) >= 0 ? (int) main : -1;
}

/* The best of the relations that the kind may have. */
static guint
find_best (const HearsayChoices *choices,
           guint                 kind,
           const gint32         *scores)
{
  const guint8 *labels = choices->labels + (gsize) kind * HEARSAY_CHOICES_MAX;
  guint best = labels[0];

  for (guint k = 1; k < HEARSAY_CHOICES_MAX && labels[k] != HEARSAY_CHOICES_NONE; k++)
    {
      if (scores[labels[k]] > scores[best])
        best = labels[k];
    }
  return best;
}

/* Finds kinds of tokens, and which relations each has. */
static GBytes *
count_relations (Trainer    *self,
                 HearsayFit *fit)
{
  g_autofree guint32 *counts = g_new0 (guint32, HEARSAY_RELATIONS_N_SORTS * HEARSAY_N_DEPREL);
  guint n_kinds;

  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      HearsaySyntax syntax = get_view (hearsay_treebank_get (fit->train, i), NULL);
      const guint8 *gold = hearsay_treebank_get (fit->train, i)->gold.deprel;

      for (guint token = 0; token < syntax.n; token++)
        {
          if (syntax.head[token] >= 0 && gold[token] != HEARSAY_DEPREL_ROOT)
            counts[hearsay_relations_sort (&syntax, token) * HEARSAY_N_DEPREL + gold[token]]++;
        }
    }
  n_kinds = hearsay_fit_kinds (counts, HEARSAY_RELATIONS_N_SORTS, HEARSAY_N_DEPREL, N_KINDS, self->kinds);
  return hearsay_choices_pack (counts, n_kinds, HEARSAY_N_DEPREL);
}

static void
count_features (Trainer                       *self,
                const HearsayTreebankSentence *sentence)
{
  HearsaySyntax syntax = get_view (sentence, NULL);

  hearsay_tree_prepare (&self->tree, &syntax);
  for (guint i = 0; i < syntax.n; i++)
    {
      guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
      guint token = (guint) self->tree.order[i];
      guint n;

      n = hearsay_relations_features (&self->tree, sentence->traits, &syntax, sentence->gold.deprel, token, features);
      hearsay_perceptron_count (self->perceptron, features, n);
      hearsay_tree_note_relation (&self->tree, &syntax, token, (HearsayDeprel) sentence->gold.deprel[token]);
    }
}

/* Names the relation of one token as the program will, and corrects the weights where @gold has another. */
static gint32
name_relation (Trainer                       *self,
               const HearsayTreebankSentence *sentence,
               HearsaySyntax                 *syntax,
               guint                          token,
               const guint8                  *gold)
{
  guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
  guint32 rows[HEARSAY_RELATIONS_MAX_FEATURES];
  gint32 scores[HEARSAY_N_DEPREL + 8] = { 0 };
  guint kind = self->kinds[hearsay_relations_sort (syntax, token)];
  guint best;
  guint n;

  n = hearsay_relations_features (&self->tree, sentence->traits, syntax, syntax->deprel, token, features);
  hearsay_perceptron_find_rows (self->perceptron, features, n, rows);
  hearsay_perceptron_score (self->perceptron, rows, n, scores);
  best = find_best (&self->choices, kind, scores);
  syntax->deprel[token] = (guint8) best;
  if (gold != NULL)
    {
      int right = find_label (&self->choices, kind, gold[token]);

      note_kind (self, rows, n, kind);
      if (right >= 0 && right != (int) best)
        hearsay_perceptron_update (self->perceptron, rows, n, (guint) right, best);
      hearsay_perceptron_step (self->perceptron);
    }
  return scores[best];
}

/* Names all relations of a tree; with @gold corrects the weights where a name is wrong. */
static gint32
name_relations (Trainer                       *self,
                const HearsayTreebankSentence *sentence,
                HearsaySyntax                 *syntax,
                const guint8                  *gold)
{
  gint32 sum = 0;

  hearsay_tree_prepare (&self->tree, syntax);
  for (guint i = 0; i < syntax->n; i++)
    {
      guint token = (guint) self->tree.order[i];

      if (syntax->head[token] >= 0)
        sum += name_relation (self, sentence, syntax, token, gold);
      else
        syntax->deprel[token] = HEARSAY_DEPREL_ROOT;
      hearsay_tree_note_relation (&self->tree, syntax, token, (HearsayDeprel) syntax->deprel[token]);
    }
  return sum;
}

/* Adds @delta to the weights of every named arc of a tree. */
static void
change_tree (Trainer                       *self,
             const HearsayTreebankSentence *sentence,
             const HearsaySyntax           *syntax,
             int                            delta)
{
  hearsay_tree_prepare (&self->tree, syntax);
  for (guint i = 0; i < syntax->n; i++)
    {
      guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
      guint32 rows[HEARSAY_RELATIONS_MAX_FEATURES];
      guint token = (guint) self->tree.order[i];
      guint kind = self->kinds[hearsay_relations_sort (syntax, token)];
      int label = syntax->head[token] >= 0 ? find_label (&self->choices, kind, syntax->deprel[token]) : -1;
      guint n;

      if (label >= 0)
        {
          n = hearsay_relations_features (&self->tree, sentence->traits, syntax, syntax->deprel, token, features);
          hearsay_perceptron_find_rows (self->perceptron, features, n, rows);
          note_kind (self, rows, n, kind);
          hearsay_perceptron_add (self->perceptron, rows, n, (guint) label, delta);
        }
      hearsay_tree_note_relation (&self->tree, syntax, token, (HearsayDeprel) syntax->deprel[token]);
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
train_choice (Trainer                       *self,
              const HearsayTreebankSentence *sentence)
{
  guint n = sentence->gold.n;
  g_autofree guint8 *deprel = g_new0 (guint8, (gsize) n * MAX (sentence->n_candidates, 1));
  HearsaySyntax syntax = get_view (sentence, NULL);
  guint winner = 0, best = 0, winner_right = 0, best_right = 0;
  gint64 winner_score = 0;

  for (guint i = 0; i < sentence->n_candidates; i++)
    {
      gint64 score;
      guint right;

      syntax.head = sentence->candidate_heads + (gsize) i * n;
      syntax.deprel = deprel + (gsize) i * n;
      score = (gint64) name_relations (self, sentence, &syntax, NULL) + sentence->candidate_scores[i];
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
  change_tree (self, sentence, &syntax, 1);
  syntax.head = sentence->candidate_heads + (gsize) winner * n;
  syntax.deprel = deprel + (gsize) winner * n;
  change_tree (self, sentence, &syntax, -1);
}

static void
train_epoch (Trainer       *self,
             HearsayFit    *fit,
             const guint32 *order,
             gboolean       choose)
{
  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (fit->train, order[i]);
      /* Its own: another fit may be at the same sentence. */
      g_autofree guint8 *deprel = g_new0 (guint8, (gsize) sentence->gold.n + 1);
      HearsaySyntax syntax = get_view (sentence, deprel);

      name_relations (self, sentence, &syntax, sentence->gold.deprel);
      if (choose)
        train_choice (self, sentence);
    }
}

/* One fit of several side by side. */
typedef struct
{
  Trainer trainer;
  HearsayFit *fit;
  guint number;
} Run;

static void
run_epochs (gpointer data,
            gpointer user_data)
{
  Run *run = data;
  guint n = run->fit->train->sentences->len;
  g_autofree guint32 *order = g_new (guint32, n + 1);
  guint64 seed = run->fit->seed + run->number;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < N_EPOCHS; epoch++)
    {
      hearsay_fit_shuffle (order, n, &seed);
      train_epoch (&run->trainer, run->fit, order, epoch >= FIRST_CHOICE_EPOCH);
    }
}

/* Adds what one fit has learnt to that of @self. */
static void
take_over (Trainer *self,
           Trainer *other,
           guint    n_rows)
{
  hearsay_perceptron_mix (self->perceptron, other->perceptron);
  for (guint row = 0; row < n_rows; row++)
    self->seen[row] |= other->seen[row];
  hearsay_tree_clear (&other->tree);
  g_free (other->seen);
  hearsay_perceptron_free (other->perceptron);
}

/* Fits weights that see the sentences in another order each, and mixes them. */
static void
train (Trainer    *self,
       HearsayFit *fit)
{
  Run runs[N_FITS] = { 0 };
  GThreadPool *pool;
  guint n_rows;

  for (guint i = 0; i < fit->train->sentences->len; i++)
    count_features (self, hearsay_treebank_get (fit->train, i));
  n_rows = hearsay_perceptron_freeze (self->perceptron, MIN_COUNT) + 1;
  pool = g_thread_pool_new (run_epochs, NULL, (int) fit->n_threads, TRUE, NULL);
  for (guint k = 0; k < N_FITS; k++)
    {
      runs[k].trainer = *self;
      runs[k].trainer.tree = (HearsayTree) { 0 };
      runs[k].trainer.perceptron = hearsay_perceptron_copy (self->perceptron);
      runs[k].trainer.seen = g_new0 (guint64, n_rows);
      runs[k].fit = fit;
      runs[k].number = k;
      g_thread_pool_push (pool, &runs[k], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  hearsay_perceptron_free (self->perceptron);
  self->perceptron = runs[0].trainer.perceptron;
  self->seen = runs[0].trainer.seen;
  hearsay_tree_clear (&runs[0].trainer.tree);
  for (guint k = 1; k < N_FITS; k++)
    take_over (self, &runs[k].trainer, n_rows);
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
  const guint32 share = GUINT32_TO_LE (PARSER_SHARE);
  g_autoptr (GBytes) share_section = g_bytes_new (&share, sizeof share);
  g_autoptr (GBytes) choices = NULL;
  g_autoptr (GBytes) kinds = NULL;
  g_autoptr (GBytes) section = NULL;
  Trainer trainer = { 0 };
  gsize size;

  if (!hearsay_fit_candidates (fit, error))
    return FALSE;
  choices = count_relations (&trainer, fit);
  trainer.choices.labels = g_bytes_get_data (choices, &size);
  trainer.choices.n_kinds = (guint) (size / HEARSAY_CHOICES_MAX);
  kinds = g_bytes_new (trainer.kinds, sizeof trainer.kinds);
  trainer.perceptron = hearsay_perceptron_new (HEARSAY_N_DEPREL);
  train (&trainer, fit);
  section = hearsay_perceptron_pack_choices (trainer.perceptron, &trainer.choices, trainer.seen, 8, MIN_WEIGHT);
  hearsay_tree_clear (&trainer.tree);
  g_free (trainer.seen);
  hearsay_perceptron_free (trainer.perceptron);
  hearsay_model_builder_add (fit->builder, "relations.choices", choices);
  hearsay_model_builder_add (fit->builder, "relations.kinds", kinds);
  hearsay_model_builder_add (fit->builder, "relations.weights", section);
  hearsay_model_builder_add (fit->builder, "relations.share", share_section);
  g_print ("relations: %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (section));
  return TRUE;
}
