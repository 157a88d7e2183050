/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-attribution-model.h"
#include "training/hearsay-attribution-corpus.h"
#include "training/hearsay-crf-trainer.h"
#include "training/hearsay-fit-judges.h"

#define N_FOLDS 5
/* What is less likely the beginning of a cue is not looked at. */
#define MIN_CUE 0.1f
#define CLIP 12

/* Most features are hidden at each step: the cues of the articles that are fitted on are easily learnt by heart. */
static const HearsayCrfSettings cue_settings = { 12, 6, 0.1f, 1e-4f, 0.7f, 3, 0.5f };
static const HearsayCrfSettings role_settings = { 12, 8, 0.1f, 1e-4f, 0.4f, 3, 0.5f };
/* What the model keeps is the mean of so many fits; the folds, which only teach later stages, do with fewer. */
#define N_KEPT_RUNS 15

/* Only a ninth of all statements are quoted in part, and where they end is the hardest to tell. */
#define QUOTED_IN_PART_WEIGHT 3

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
  HearsayCrfSettings settings = cue_settings;

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
  if (fold == N_FOLDS)
    settings.n_runs = N_KEPT_RUNS;
  hearsay_crf_trainer_fit (trainer, &settings, self->fit->seed + fold);
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
  hearsay_cue_stage_run (document->tokens, &stage, MIN_CUE, self->labels[index], NULL);
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

/* Whether some words of the content are quoted and others are not. */
static gboolean
is_quoted_in_part (const HearsayAttributionDocument *document,
                   const HearsayGoldAttribution     *gold)
{
  gboolean quoted = FALSE;
  gboolean plain = FALSE;

  for (guint k = 0; k < gold->n_contents; k++)
    for (guint32 i = gold->contents[k].start; i < gold->contents[k].end; i++)
      {
        gboolean is_word = (document->text->tokens[i].flags & HEARSAY_TOKEN_WORD) != 0;

        quoted = quoted || (is_word && document->tokens->tokens[i].quote != HEARSAY_IN_QUOTE_NO);
        plain = plain || (is_word && document->tokens->tokens[i].quote == HEARSAY_IN_QUOTE_NO);
      }
  return quoted && plain;
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
  HearsayCrfSettings settings = role_settings;

  for (guint d = 0; d < self->documents->len; d++)
    {
      const HearsayAttributionDocument *document = get_document (self, d);

      for (guint k = 0; d % N_FOLDS != fold && k < document->gold->len; k++)
        {
          const HearsayGoldAttribution *gold = &g_array_index (document->gold, HearsayGoldAttribution, k);

          if (gold->cue.end <= gold->cue.start || gold->cue.end - gold->cue.start > 16)
            continue;
          for (guint n = is_quoted_in_part (document, gold) ? QUOTED_IN_PART_WEIGHT : 1; n > 0; n--)
            add_window (trainer, document, self->labels[d], gold);
        }
    }
  if (fold == N_FOLDS)
    settings.n_runs = N_KEPT_RUNS;
  hearsay_crf_trainer_fit (trainer, &settings, self->fit->seed + fold);
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
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (HearsayCueProposal));

  hearsay_cue_stage_run (tokens, &cues, MIN_CUE, labels, proposals);
  self->candidates[index] = hearsay_role_stage_run (tokens, &roles, labels, proposals, NULL);
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
  const float settings[] = { MIN_CUE, threshold };
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
  threshold = hearsay_fit_judge (fit, self.documents, self.candidates);
  hearsay_fit_rule_judge (fit, self.documents, self.candidates, threshold);
  add_sections (&self, threshold);
  trainer_clear (&self);
  return TRUE;
}
