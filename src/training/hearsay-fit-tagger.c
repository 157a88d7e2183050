/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-tagger.h"
#include "training/hearsay-fit-tag-groups.h"
#include "training/hearsay-perceptron.h"

#define N_EPOCHS 8
/* Fits whose weights are mixed. */
#define N_FITS 4
/* Of the taggers that only tag what later parts are fitted on. */
#define N_FOLD_EPOCHS 4
#define N_FOLDS 4
/* A feature must have been seen this often. */
#define MIN_COUNT 10
/* Features whose largest weight for the labels of a group has fewer units are left out. */
#define MIN_WEIGHT 10
/* A pair of tags must have been seen this often to be a label. */
#define MIN_LABEL_COUNT 5
/* A form is certain that was seen this often, and with another label in one of so many cases at most. */
#define MIN_CERTAIN_COUNT 10
#define MIN_CERTAIN_RATIO 60

typedef struct
{
  const HearsayTreebank *treebank;
  const guint8 *labels;
  guint n_labels;
  guint8 label_of[HEARSAY_N_XPOS][HEARSAY_N_UPOS];
  const HearsayTagGroups *groups;
  guint8 group_of[HEARSAY_TAGGER_MAX_LABELS];
  guint skipped_fold; /* N_FOLDS for none */
  guint64 seed;
  HearsayPerceptron *perceptron;
  guint n_word_features;
  guint32 **word_rows; /* a sentence's rows of features that do not depend on tags, found once */
} Trainer;

static gboolean
is_skipped (const Trainer *self,
            guint          sentence)
{
  return sentence / 64 % N_FOLDS == self->skipped_fold;
}

static guint
get_gold (const Trainer         *self,
          const HearsayTreebankSentence *sentence,
          gint                   token)
{
  if (token < 0)
    return HEARSAY_TAGGER_NO_LABEL;
  return self->label_of[sentence->gold.xpos[token]][sentence->gold.upos[token]];
}

static void
count_features (Trainer *self)
{
  for (guint i = 0; i < self->treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (self->treebank, i);

      if (is_skipped (self, i))
        continue;
      for (gint k = 0; k < (gint) sentence->gold.n; k++)
        {
          guint32 features[HEARSAY_TAGGER_MAX_FEATURES];
          guint n = hearsay_tagger_word_features (&sentence->traits[k + 3], features);

          n += hearsay_tagger_tag_features (&sentence->traits[k + 3], get_gold (self, sentence, k - 1),
                                            get_gold (self, sentence, k - 2), features + n);
          hearsay_perceptron_count (self->perceptron, features, n);
        }
    }
}

static void
find_word_rows (Trainer *self)
{
  self->word_rows = g_new0 (guint32 *, self->treebank->sentences->len);
  for (guint i = 0; i < self->treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (self->treebank, i);
      guint32 features[HEARSAY_TAGGER_MAX_FEATURES];

      if (is_skipped (self, i))
        continue;
      for (guint k = 0; k < sentence->gold.n; k++)
        {
          self->n_word_features = hearsay_tagger_word_features (&sentence->traits[k + 3], features);
          if (k == 0)
            self->word_rows[i] = g_new (guint32, (gsize) self->n_word_features * sentence->gold.n);
          hearsay_perceptron_find_rows (self->perceptron, features, self->n_word_features,
                                        self->word_rows[i] + (gsize) k * self->n_word_features);
        }
    }
}

/* The best of the labels that are in the groups of @mask. */
static guint
find_best (const Trainer *self,
           const gint32  *scores,
           guint32        mask)
{
  guint best = HEARSAY_TAGGER_NO_LABEL;

  for (guint k = 0; k < self->n_labels; k++)
    {
      if ((mask >> self->group_of[k] & 1) != 0 && (best == HEARSAY_TAGGER_NO_LABEL || scores[k] > scores[best]))
        best = k;
    }
  return best;
}

static void
train_sentence (Trainer               *self,
                const HearsayTreebankSentence *sentence,
                const guint32         *word_rows)
{
  guint previous = HEARSAY_TAGGER_NO_LABEL;
  guint before_previous = HEARSAY_TAGGER_NO_LABEL;

  for (guint i = 0; i < sentence->gold.n; i++)
    {
      guint32 features[HEARSAY_TAGGER_MAX_FEATURES];
      guint32 rows[HEARSAY_TAGGER_MAX_FEATURES];
      gint32 scores[HEARSAY_TAGGER_MAX_LABELS] = { 0 };
      guint gold = get_gold (self, sentence, (gint) i);
      guint32 mask = hearsay_tag_groups_get_mask (self->groups, &sentence->traits[i + 3]);
      guint best;
      guint n = self->n_word_features;
      guint n_tag;

      memcpy (rows, word_rows + (gsize) i * n, n * sizeof (guint32));
      n_tag = hearsay_tagger_tag_features (&sentence->traits[i + 3], previous, before_previous, features);
      hearsay_perceptron_find_rows (self->perceptron, features, n_tag, rows + n);
      n += n_tag;
      hearsay_perceptron_score (self->perceptron, rows, n, scores);
      best = find_best (self, scores, mask);
      if (best != gold && gold != HEARSAY_TAGGER_NO_LABEL && (mask >> self->group_of[gold] & 1) != 0)
        hearsay_perceptron_update (self->perceptron, rows, n, gold, best);
      hearsay_perceptron_step (self->perceptron);
      before_previous = previous;
      previous = best;
    }
}

static void
run_epochs (Trainer *self,
            guint32 *order,
            guint    n_epochs)
{
  guint n = self->treebank->sentences->len;

  for (guint epoch = 0; epoch < n_epochs; epoch++)
    {
      hearsay_fit_shuffle (order, n, &self->seed);
      for (guint i = 0; i < n; i++)
        {
          if (!is_skipped (self, order[i]))
            train_sentence (self, hearsay_treebank_get (self->treebank, order[i]), self->word_rows[order[i]]);
        }
    }
}

/* The mean of fits that see the sentences in another order each; where it is only for a fold, one will do. */
static GBytes *
train (Trainer *self)
{
  gboolean is_fold = self->skipped_fold < N_FOLDS;
  guint n = self->treebank->sentences->len;
  g_autofree guint32 *order = g_new (guint32, n);
  g_autoptr (HearsayPerceptron) mixed = NULL;
  g_autoptr (HearsayPerceptron) blank = NULL;
  GBytes *section;

  self->perceptron = hearsay_perceptron_new (self->n_labels);
  count_features (self);
  hearsay_perceptron_freeze (self->perceptron, MIN_COUNT);
  find_word_rows (self);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  blank = hearsay_perceptron_copy (self->perceptron);
  run_epochs (self, order, is_fold ? N_FOLD_EPOCHS : N_EPOCHS);
  mixed = g_steal_pointer (&self->perceptron);
  for (guint k = 1; !is_fold && k < N_FITS; k++)
    {
      self->perceptron = hearsay_perceptron_copy (blank);
      run_epochs (self, order, N_EPOCHS);
      hearsay_perceptron_mix (mixed, self->perceptron);
      g_clear_pointer (&self->perceptron, hearsay_perceptron_free);
    }
  section = hearsay_perceptron_pack_choices (mixed, &self->groups->groups, NULL, 8, MIN_WEIGHT);
  for (guint i = 0; i < n; i++)
    g_free (self->word_rows[i]);
  g_clear_pointer (&self->word_rows, g_free);
  return section;
}

static gpointer
train_thread (gpointer data)
{
  return train (data);
}

/* Pairs of tags that are common enough, the first for the pairs that are not. */
static GByteArray *
make_labels (const HearsayTreebank *treebank)
{
  g_autofree guint *counts = g_new0 (guint, HEARSAY_N_XPOS * HEARSAY_N_UPOS);
  GByteArray *labels = g_byte_array_new ();

  for (guint i = 0; i < treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (treebank, i);

      for (guint k = 0; k < sentence->gold.n; k++)
        counts[sentence->gold.xpos[k] * HEARSAY_N_UPOS + sentence->gold.upos[k]]++;
    }
  for (guint i = 0; i < HEARSAY_N_XPOS * HEARSAY_N_UPOS; i++)
    {
      guint8 pair[2] = { (guint8) (i / HEARSAY_N_UPOS), (guint8) (i % HEARSAY_N_UPOS) };

      if (counts[i] >= MIN_LABEL_COUNT && labels->len < 2 * HEARSAY_TAGGER_MAX_LABELS)
        g_byte_array_append (labels, pair, sizeof pair);
    }
  return labels;
}

/* How often a form was seen with its first label and with others. */
typedef struct
{
  guint32 form;
  guint32 n;
  guint32 n_first;
  guint8 first;
} FormCount;

static FormCount *
find_form (GHashTable *index,
           GArray     *forms,
           guint32     form)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (index, GUINT_TO_POINTER (form)));

  if (at == 0)
    {
      FormCount count = { form, 0, 0, HEARSAY_TAGGER_NO_LABEL };

      g_array_append_val (forms, count);
      at = forms->len;
      g_hash_table_insert (index, GUINT_TO_POINTER (form), GUINT_TO_POINTER (at));
    }
  return &g_array_index (forms, FormCount, at - 1);
}

/* Forms that have one label nearly always. The first label counts: where it is a rare one, the form is not certain. */
static GBytes *
find_certain (const Trainer *self)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (FormCount));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GByteArray) labels = g_byte_array_new ();

  for (guint i = 0; i < self->treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (self->treebank, i);

      for (gint k = 0; k < (gint) sentence->gold.n; k++)
        {
          FormCount *count = find_form (index, forms, sentence->traits[k + 3].form);
          guint gold = get_gold (self, sentence, k);

          if (count->n++ == 0)
            count->first = (guint8) gold;
          count->n_first += gold == count->first;
        }
    }
  for (guint i = 0; i < forms->len; i++)
    {
      const FormCount *count = &g_array_index (forms, FormCount, i);

      if (count->n < MIN_CERTAIN_COUNT || (count->n - count->n_first) * MIN_CERTAIN_RATIO > count->n ||
          count->first == HEARSAY_TAGGER_NO_LABEL)
        continue;
      g_array_append_val (keys, count->form);
      g_byte_array_append (labels, &count->first, 1);
    }
  return hearsay_key_map_pack ((const guint32 *) (gpointer) keys->data, labels->data, keys->len);
}

static void
init_trainer (Trainer                *self,
              HearsayFit             *fit,
              GByteArray             *labels,
              const HearsayTagGroups *groups,
              guint                   fold)
{
  memset (self, 0, sizeof *self);
  memset (self->label_of, HEARSAY_TAGGER_NO_LABEL, sizeof self->label_of);
  self->treebank = fit->train;
  self->labels = labels->data;
  self->n_labels = labels->len / 2;
  self->skipped_fold = fold;
  self->seed = fit->seed;
  self->groups = groups;
  for (guint i = 0; i < self->n_labels; i++)
    {
      self->label_of[labels->data[2 * i]][labels->data[2 * i + 1]] = (guint8) i;
      for (guint group = 0; group < groups->groups.n_kinds; group++)
        {
          if (hearsay_choices_find (&groups->groups, group, i) >= 0)
            self->group_of[i] = (guint8) group;
        }
    }
}

static gboolean
prepare (HearsayFit    *fit,
         HearsayModel **model,
         GError       **error)
{
  HearsayWordlist wordlist;

  if (!hearsay_fit_load_train (fit, error))
    return FALSE;
  *model = hearsay_fit_get_model (fit, error);
  if (*model == NULL || !hearsay_wordlist_load (&wordlist, *model, "words", error))
    return FALSE;
  hearsay_treebank_add_traits (fit->train, &wordlist);
  return TRUE;
}

/* What the tagger has beside its weights: labels, their groups, forms that are certain. */
static gboolean
add_tables (HearsayFit           *fit,
            GByteArray           *labels,
            HearsayModelBuilder  *builder,
            HearsayModel        **model,
            HearsayTagGroups     *groups,
            GError              **error)
{
  g_autoptr (GBytes) label_section = g_bytes_new (labels->data, labels->len);
  g_autoptr (GBytes) certain = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Trainer trainer;

  hearsay_fit_tag_groups (fit->train, labels->data, labels->len / 2, builder);
  bytes = hearsay_model_builder_finish (builder);
  *model = hearsay_model_new (bytes, error);
  if (*model == NULL || !hearsay_tag_groups_load (groups, *model, labels->len / 2, error))
    return FALSE;
  init_trainer (&trainer, fit, labels, groups, N_FOLDS);
  certain = find_certain (&trainer);
  hearsay_model_builder_add (builder, "tag.labels", label_section);
  hearsay_model_builder_add (builder, "tag.certain", certain);
  return TRUE;
}

/**
 * hearsay_fit_tagger:
 *
 * Fits the tagger on all training sentences.
 */
gboolean
hearsay_fit_tagger (HearsayFit  *fit,
                    GError     **error)
{
  g_autoptr (HearsayModel) model = NULL;
  g_autoptr (HearsayModel) tables = NULL;
  g_autoptr (GByteArray) labels = NULL;
  g_autoptr (GBytes) section = NULL;
  HearsayTagGroups groups;
  Trainer trainer;

  if (!prepare (fit, &model, error))
    return FALSE;
  labels = make_labels (fit->train);
  if (!add_tables (fit, labels, fit->builder, &tables, &groups, error))
    return FALSE;
  init_trainer (&trainer, fit, labels, &groups, N_FOLDS);
  section = train (&trainer);
  hearsay_model_builder_add (fit->builder, "tag.weights", section);
  g_print ("tagger: %u labels, %" G_GSIZE_FORMAT " bytes\n", labels->len / 2, g_bytes_get_size (section));
  return TRUE;
}

static gboolean
tag_fold (HearsayFit           *fit,
          HearsayModelBuilder  *builder,
          GBytes               *weights,
          guint                 fold,
          GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayTagger tagger;

  hearsay_model_builder_add (builder, "tag.weights", weights);
  bytes = hearsay_model_builder_finish (builder);
  model = hearsay_model_new (bytes, error);
  if (model == NULL || !hearsay_tagger_load (&tagger, model, error))
    return FALSE;
  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      HearsayTreebankSentence *sentence = hearsay_treebank_get (fit->train, i);

      if (i / 64 % N_FOLDS == fold)
        hearsay_tagger_run (&tagger, sentence->traits, &sentence->silver);
    }
  return TRUE;
}

/**
 * hearsay_fit_tag_train:
 *
 * Gives every training sentence the tags of a tagger that was fitted on three
 * quarters of the others (jackknife), as later stages will see tags in use.
 */
gboolean
hearsay_fit_tag_train (HearsayFit  *fit,
                       GError     **error)
{
  g_autoptr (HearsayModel) model = NULL;
  g_autoptr (HearsayModel) tables = NULL;
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GByteArray) labels = NULL;
  HearsayTagGroups groups;
  Trainer trainers[N_FOLDS];
  GBytes *sections[N_FOLDS] = { NULL };
  gboolean done = TRUE;

  if (!prepare (fit, &model, error))
    return FALSE;
  if (fit->tagged)
    return TRUE;
  labels = make_labels (fit->train);
  if (!add_tables (fit, labels, builder, &tables, &groups, error))
    return FALSE;
  for (guint fold = 0; fold < N_FOLDS; fold += 2)
    {
      GThread *thread = NULL;

      init_trainer (&trainers[fold], fit, labels, &groups, fold);
      init_trainer (&trainers[fold + 1], fit, labels, &groups, fold + 1);
      if (fit->n_threads > 1)
        thread = g_thread_new ("fold", train_thread, &trainers[fold]);
      else
        sections[fold] = train (&trainers[fold]);
      sections[fold + 1] = train (&trainers[fold + 1]);
      if (thread != NULL)
        sections[fold] = g_thread_join (thread);
    }
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      done = done && tag_fold (fit, builder, sections[fold], fold, error);
      g_bytes_unref (sections[fold]);
    }
  fit->tagged = done;
  return done;
}
