/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-attribution-model.h"
#include "training/hearsay-attribution-corpus.h"
#include "training/hearsay-crf-trainer.h"
#include "training/hearsay-logistic.h"

#include <math.h>

#define N_FOLDS 5
/* With this bias the cue stage proposes about three times as many cues as are kept. */
#define CUE_BIAS 3.0f
#define CLIP 12
#define JUDGE_EPOCHS 12
#define JUDGE_MIN_COUNT 4
#define JUDGE_RATE 0.05f
#define JUDGE_L2 1e-4f

static const HearsayCrfSettings cue_settings = { 6, 8, 0.1f, 1e-4f };
static const HearsayCrfSettings role_settings = { 5, 12, 0.1f, 1e-4f };

/* What one fold learns from all documents but its own; fold N_FOLDS learns from all. */
typedef struct
{
  HearsayCrfTrainer *cues;
  HearsayCrfTrainer *roles;
} Fold;

typedef struct
{
  HearsayFit *fit;
  GPtrArray *documents;
  Fold folds[N_FOLDS + 1];
  guint8 **labels; /* the cue stage's, of each document, by a fold without it */
  GArray **candidates;
} Trainer;

static HearsayAttributionDocument *
get_document (const Trainer *self,
              guint          index)
{
  return g_ptr_array_index (self->documents, index);
}

/* Counts how often each lemma is part of a cue, in all documents but a fold's. */
static GBytes *
count_cues (const Trainer *self,
            guint          fold)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  GByteArray *section = g_byte_array_new ();
  guint32 n;

  for (guint d = 0; d < self->documents->len; d++)
    {
      const HearsayAttributionDocument *document = get_document (self, d);

      if (d % N_FOLDS == fold)
        continue;
      for (guint i = 0; i < document->tokens->n; i++)
        {
          guint32 key = hearsay_cue_table_key (document->tokens->tokens[i].lemma, document->tokens->tokens[i].xpos);
          guint *pair = g_hash_table_lookup (counts, GUINT_TO_POINTER (key));

          if (pair == NULL)
            {
              pair = g_new0 (guint, 2);
              g_hash_table_insert (counts, GUINT_TO_POINTER (key), pair);
              g_array_append_val (keys, key);
            }
          pair[0] += document->labels[i] == HEARSAY_CUE_STAGE_CUE || document->labels[i] == HEARSAY_CUE_STAGE_CUE_ON;
          pair[1]++;
        }
    }
  g_array_sort (keys, hearsay_fit_compare_u32);
  n = 0;
  for (guint i = 0; i < keys->len; i++)
    {
      guint *pair = g_hash_table_lookup (counts, GUINT_TO_POINTER (g_array_index (keys, guint32, i)));

      if (hearsay_cue_table_bucket (pair[0], pair[1]) > 0)
        g_array_index (keys, guint32, n++) = g_array_index (keys, guint32, i);
    }
  hearsay_fit_append_u32 (section, n);
  for (guint i = 0; i < n; i++)
    hearsay_fit_append_u32 (section, g_array_index (keys, guint32, i));
  for (guint i = 0; i < n; i++)
    {
      guint *pair = g_hash_table_lookup (counts, GUINT_TO_POINTER (g_array_index (keys, guint32, i)));
      guint8 bucket = (guint8) hearsay_cue_table_bucket (pair[0], pair[1]);

      g_byte_array_append (section, &bucket, 1);
    }
  return g_byte_array_free_to_bytes (section);
}

static HearsayCueTable
view_table (GBytes *section)
{
  const guint8 *data = g_bytes_get_data (section, NULL);
  guint32 n;

  memcpy (&n, data, sizeof n);
  n = GUINT32_FROM_LE (n);
  return (HearsayCueTable) { data + 4, data + 4 + (gsize) n * 4, n };
}

/* Rates the tokens of every document by a table that was counted without it. */
static void
rate_documents (Trainer *self)
{
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (GBytes) section = count_cues (self, fold);
      HearsayCueTable table = view_table (section);

      for (guint d = fold; d < self->documents->len; d += N_FOLDS)
        hearsay_attribution_tokens_rate (get_document (self, d)->tokens, &table);
    }
}

static void
fit_cues (gpointer data,
          gpointer user_data)
{
  Trainer *self = user_data;
  guint fold = GPOINTER_TO_UINT (data) - 1;
  HearsayCrfTrainer *trainer = hearsay_crf_trainer_new (HEARSAY_CUE_STAGE_N_LABELS);

  for (guint d = 0; d < self->documents->len; d++)
    {
      const HearsayAttributionDocument *document = get_document (self, d);

      for (guint p = 0; d % N_FOLDS != fold && p < document->text->n_paragraphs; p++)
        {
          const HearsayParagraph *paragraph = &document->text->paragraphs[p];
          guint end = paragraph->first_token + paragraph->n_tokens;

          hearsay_crf_trainer_begin (trainer);
          for (guint i = paragraph->first_token; i < end; i++)
            {
              guint32 features[HEARSAY_STAGE_MAX_FEATURES];
              guint n = hearsay_cue_stage_features (document->tokens, i, paragraph->first_token, end, features);

              hearsay_crf_trainer_add (trainer, features, n, document->labels[i]);
            }
        }
    }
  hearsay_crf_trainer_fit (trainer, &cue_settings, self->fit->seed + fold);
  self->folds[fold].cues = trainer;
}

static void
label_document (Trainer *self,
                guint    index)
{
  const Fold *fold = &self->folds[index % N_FOLDS];
  const HearsayAttributionDocument *document = get_document (self, index);
  HearsayStage stage = { hearsay_crf_trainer_get_field (fold->cues), hearsay_crf_trainer_score, fold->cues };

  self->labels[index] = g_malloc0 ((gsize) document->tokens->n + 1);
  hearsay_cue_stage_run (document->tokens, &stage, 0, self->labels[index], NULL, NULL);
}

static guint
role_label (const HearsayGoldAttribution *gold,
            guint32                       start,
            guint32                       token)
{
  for (guint k = 0; k < gold->n_sources; k++)
    {
      if (gold->sources[k].start <= token && token < gold->sources[k].end)
        return token == MAX (start, gold->sources[k].start) ? HEARSAY_ROLE_STAGE_SOURCE : HEARSAY_ROLE_STAGE_SOURCE_ON;
    }
  for (guint k = 0; k < gold->n_contents; k++)
    {
      if (gold->contents[k].start <= token && token < gold->contents[k].end)
        return token == MAX (start, gold->contents[k].start) ? HEARSAY_ROLE_STAGE_CONTENT : HEARSAY_ROLE_STAGE_CONTENT_ON;
    }
  return HEARSAY_ROLE_STAGE_NONE;
}

static void
add_window (HearsayCrfTrainer                *trainer,
            const HearsayAttributionDocument *document,
            const guint8                     *labels,
            const HearsayGoldAttribution     *gold)
{
  HearsayCueWindow window = hearsay_role_stage_window (document->tokens, gold->cue);
  g_autofree HearsayWindowToken *seen = g_new (HearsayWindowToken, window.end - window.start);

  hearsay_role_stage_prepare (document->tokens, &window, labels, seen);
  hearsay_crf_trainer_begin (trainer);
  for (guint32 i = window.start; i < window.end; i++)
    {
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      guint n = hearsay_role_stage_features (document->tokens, &window, labels, seen, i, features);

      hearsay_crf_trainer_add (trainer, features, n, role_label (gold, window.start, i));
    }
}

static void
fit_roles (gpointer data,
           gpointer user_data)
{
  Trainer *self = user_data;
  guint fold = GPOINTER_TO_UINT (data) - 1;
  HearsayCrfTrainer *trainer = hearsay_crf_trainer_new (HEARSAY_ROLE_STAGE_N_LABELS);

  for (guint d = 0; d < self->documents->len; d++)
    {
      const HearsayAttributionDocument *document = get_document (self, d);

      for (guint k = 0; d % N_FOLDS != fold && k < document->gold->len; k++)
        {
          const HearsayGoldAttribution *gold = &g_array_index (document->gold, HearsayGoldAttribution, k);

          if (gold->cue.end > gold->cue.start && gold->cue.end - gold->cue.start <= 16)
            add_window (trainer, document, self->labels[d], gold);
        }
    }
  hearsay_crf_trainer_fit (trainer, &role_settings, self->fit->seed + fold);
  self->folds[fold].roles = trainer;
}

static void
find_candidates (gpointer data,
                 gpointer user_data)
{
  Trainer *self = user_data;
  guint index = GPOINTER_TO_UINT (data) - 1;
  const Fold *fold = &self->folds[index % N_FOLDS];
  const HearsayAttributionTokens *tokens = get_document (self, index)->tokens;
  HearsayStage cues = { hearsay_crf_trainer_get_field (fold->cues), hearsay_crf_trainer_score, fold->cues };
  HearsayStage roles = { hearsay_crf_trainer_get_field (fold->roles), hearsay_crf_trainer_score, fold->roles };
  g_autofree guint8 *labels = g_malloc0 ((gsize) tokens->n + 1);
  g_autofree guint8 *biased = g_malloc0 ((gsize) tokens->n + 1);
  g_autofree float *p_cues = g_new0 (float, (gsize) tokens->n + 1);

  hearsay_cue_stage_run (tokens, &cues, CUE_BIAS, labels, biased, p_cues);
  self->candidates[index] = hearsay_role_stage_run (tokens, &roles, labels, biased, p_cues, NULL);
}

/* Runs @func for the numbers 1 to @n. */
static void
run_all (Trainer *self,
         GFunc    func,
         guint    n)
{
  GThreadPool *pool = g_thread_pool_new (func, self, (int) self->fit->n_threads, TRUE, NULL);

  for (guint i = 1; i <= n; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

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

/* The threshold that gives the best F1 on the training documents, each judged without itself. */
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
      if (f1 > *best_f1)
        {
          *best_f1 = f1;
          threshold = item->probability;
        }
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

static float
fit_judge (Trainer *self)
{
  g_autoptr (HearsayLogistic) judge = hearsay_logistic_new ();
  g_autoptr (GArray) judged = g_array_new (FALSE, TRUE, sizeof (Judged));
  g_autofree double *held_out = NULL;
  g_autoptr (GBytes) section = NULL;
  guint n_gold = 0;
  double threshold;
  double f1;

  for (guint d = 0; d < self->documents->len; d++)
    {
      const HearsayAttributionDocument *document = get_document (self, d);
      GArray *candidates = self->candidates[d];
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
        }
    }
  held_out = g_new0 (double, judged->len + 1);
  hearsay_logistic_fit (judge, JUDGE_EPOCHS, JUDGE_MIN_COUNT, JUDGE_RATE, JUDGE_L2, N_FOLDS, self->fit->seed, held_out);
  for (guint i = 0; i < judged->len; i++)
    g_array_index (judged, Judged, i).probability = held_out[i];
  g_print ("  %u candidates for %u statements, calibration error %.3f", judged->len, n_gold, calibration_error (judged));
  threshold = find_threshold (judged, n_gold, &f1);
  g_print (", F1 %.2f at %.3f\n", 100 * f1, threshold);
  section = hearsay_logistic_pack (judge, CLIP);
  hearsay_model_builder_add (self->fit->builder, "judge-stage", section);
  return (float) threshold;
}

static void
add_field (HearsayFit              *fit,
           const char              *name,
           const HearsayCrfTrainer *trainer)
{
  const HearsayCrf *field = hearsay_crf_trainer_get_field (trainer);
  g_autofree char *links_name = g_strconcat (name, "-links", NULL);
  g_autoptr (GBytes) weights = hearsay_crf_trainer_pack (trainer, CLIP);
  g_autoptr (GBytes) links = hearsay_crf_pack_links (field->links, field->n_labels);

  hearsay_model_builder_add (fit->builder, name, weights);
  hearsay_model_builder_add (fit->builder, links_name, links);
}

static void
add_sections (Trainer *self,
              float    threshold)
{
  const float settings[] = { CUE_BIAS, threshold };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) table = count_cues (self, N_FOLDS);

  for (guint k = 0; k < G_N_ELEMENTS (settings); k++)
    {
      guint32 bits;

      memcpy (&bits, &settings[k], sizeof bits);
      hearsay_fit_append_u32 (bytes, bits);
    }
  section = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  hearsay_model_builder_add (self->fit->builder, "attribution", section);
  hearsay_model_builder_add (self->fit->builder, "cue-words", table);
  add_field (self->fit, "cue-stage", self->folds[N_FOLDS].cues);
  add_field (self->fit, "role-stage", self->folds[N_FOLDS].roles);
}

static void
trainer_clear (Trainer *self)
{
  for (guint d = 0; d < self->documents->len; d++)
    {
      g_free (self->labels[d]);
      g_clear_pointer (&self->candidates[d], g_array_unref);
    }
  for (guint fold = 0; fold <= N_FOLDS; fold++)
    {
      hearsay_crf_trainer_free (self->folds[fold].cues);
      hearsay_crf_trainer_free (self->folds[fold].roles);
    }
  g_free (self->labels);
  g_free (self->candidates);
  g_ptr_array_unref (self->documents);
}

/**
 * hearsay_fit_attribution:
 *
 * Fits the three stages that find statements. What a later stage learns from
 * comes from earlier ones that were fitted without the document at hand.
 *
 * Returns: whether it could be done
 */
gboolean
hearsay_fit_attribution (HearsayFit  *fit,
                         GError     **error)
{
  g_autoptr (HearsayModel) model = hearsay_fit_get_model (fit, error);
  g_autoptr (HearsayGrammar) grammar = model != NULL ? hearsay_grammar_new (model, error) : NULL;
  g_autofree char *path = g_build_filename (fit->shared, "corpora", "attribution", "train.jsonl.gz", NULL);
  Trainer self = { .fit = fit };
  float threshold;

  if (grammar == NULL)
    return FALSE;
  self.documents = hearsay_attribution_corpus_read (path, grammar, fit->n_threads, error);
  if (self.documents == NULL)
    return FALSE;
  self.labels = g_new0 (guint8 *, self.documents->len + 1);
  self.candidates = g_new0 (GArray *, self.documents->len + 1);
  rate_documents (&self);
  run_all (&self, fit_cues, N_FOLDS + 1);
  for (guint d = 0; d < self.documents->len; d++)
    label_document (&self, d);
  run_all (&self, fit_roles, N_FOLDS + 1);
  run_all (&self, find_candidates, self.documents->len);
  threshold = fit_judge (&self);
  add_sections (&self, threshold);
  trainer_clear (&self);
  return TRUE;
}
