/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-model.h"

#include <glib/gi18n.h>

/* A paragraph is labelled in pieces of this many tokens, so that memory stays small. */
#define MAX_PIECE 4096
/* What the rules must be worth to count where the stages find nothing. */
#define RULE_THRESHOLD 0.6f
/* Attributions near each other that are compared. */
#define MAX_RIVALS 24

static void
score_from_model (gconstpointer  data,
                  const guint32 *features,
                  guint          n_features,
                  float         *scores)
{
  hearsay_crf_score (data, features, n_features, scores);
}

/* Section “attribution”: cue bias and threshold, two floats. */
static gboolean
load_settings (HearsayAttributionModel  *self,
               const HearsayModel       *model,
               GError                  **error)
{
  gsize size;
  const guint8 *section = hearsay_model_require (model, "attribution", 8, &size, error);
  guint32 bits[2];

  if (section == NULL)
    return FALSE;
  memcpy (bits, section, sizeof bits);
  for (guint k = 0; k < 2; k++)
    bits[k] = GUINT32_FROM_LE (bits[k]);
  memcpy (&self->cue_bias, &bits[0], sizeof (float));
  memcpy (&self->threshold, &bits[1], sizeof (float));
  if (!(self->cue_bias > -50 && self->cue_bias < 50 && self->threshold >= 0 && self->threshold <= 1))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model is not sound"), "attribution");
      return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_attribution_model_load:
 * @self: (out): views that are valid as long as @model
 *
 * Returns: whether @model has all stages
 */
gboolean
hearsay_attribution_model_load (HearsayAttributionModel  *self,
                                const HearsayModel       *model,
                                GError                  **error)
{
  g_return_val_if_fail (self != NULL && model != NULL, FALSE);

  return load_settings (self, model, error) &&
         hearsay_cue_table_load (&self->table, model, error) &&
         hearsay_crf_load (&self->cues, model, "cue-stage", HEARSAY_CUE_STAGE_N_LABELS, error) &&
         hearsay_crf_load (&self->roles, model, "role-stage", HEARSAY_ROLE_STAGE_N_LABELS, error) &&
         hearsay_weights_load (&self->judge, model, "judge-stage", 1, error);
}

static void
run_piece (const HearsayAttributionTokens *tokens,
           const HearsayStage             *stage,
           float                           bias,
           guint                           start,
           guint                           end,
           guint8                         *labels,
           guint8                         *biased,
           float                          *p_cues,
           float                          *scores)
{
  const guint n_labels = HEARSAY_CUE_STAGE_N_LABELS;
  guint n = end - start;
  float *marginals = scores + (gsize) MAX_PIECE * n_labels;

  for (guint i = start; i < end; i++)
    {
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      guint n_features = hearsay_cue_stage_features (tokens, i, start, end, features);

      stage->score (stage->data, features, n_features, scores + (gsize) (i - start) * n_labels);
    }
  hearsay_crf_decode (stage->field, scores, n, HEARSAY_CUE_STAGE_CUE, 1, labels + start);
  if (biased == NULL)
    return;
  hearsay_crf_decode (stage->field, scores, n, HEARSAY_CUE_STAGE_CUE, bias, biased + start);
  hearsay_crf_marginals (stage->field, scores, n, marginals);
  for (guint i = 0; i < n; i++)
    p_cues[start + i] = marginals[(gsize) i * n_labels + HEARSAY_CUE_STAGE_CUE];
}

/**
 * hearsay_cue_stage_run:
 * @bias: for @biased
 * @labels: (out) (array): the label of every token, at the bias that the role stage was fitted with
 * @biased: (out) (array) (nullable): the same at @bias
 * @p_cues: (out) (array) (nullable): marginal probability that a cue begins at the token
 */
void
hearsay_cue_stage_run (const HearsayAttributionTokens *tokens,
                       const HearsayStage             *stage,
                       float                           bias,
                       guint8                         *labels,
                       guint8                         *biased,
                       float                          *p_cues)
{
  g_autofree float *scores = g_new (float, (gsize) MAX_PIECE * HEARSAY_CUE_STAGE_N_LABELS * 2);

  for (guint p = 0; p < tokens->text->n_paragraphs; p++)
    {
      const HearsayParagraph *paragraph = &tokens->text->paragraphs[p];
      guint end = paragraph->first_token + paragraph->n_tokens;

      for (guint start = paragraph->first_token; start < end; start += MAX_PIECE)
        run_piece (tokens, stage, bias, start, MIN (end, start + MAX_PIECE), labels, biased, p_cues, scores);
    }
}

static void
add_range (HearsayTokenRange *ranges,
           guint             *n,
           guint              max,
           guint32            start,
           guint32            end)
{
  if (*n < max)
    ranges[(*n)++] = (HearsayTokenRange) { start, end };
}

/* Reads sources and contents off the labels. */
static void
read_roles (HearsayAttributionCandidate *candidate,
            const HearsayCueWindow      *window,
            const guint8                *roles,
            const float                 *marginals)
{
  const guint n_labels = HEARSAY_ROLE_STAGE_N_LABELS;
  guint n = window->end - window->start;
  float source = 0;
  float content = 0;
  guint n_source = 0;
  guint n_content = 0;

  candidate->p_worst = 1;
  for (guint i = 0; i < n;)
    {
      guint role = roles[i];
      guint begin = i;
      gboolean is_source = role <= HEARSAY_ROLE_STAGE_SOURCE_ON;

      if (role == HEARSAY_ROLE_STAGE_NONE)
        {
          i++;
          continue;
        }
      candidate->p_worst = MIN (candidate->p_worst, marginals[(gsize) i * n_labels + role]);
      do
        {
          *(is_source ? &source : &content) += marginals[(gsize) i * n_labels + roles[i]];
          *(is_source ? &n_source : &n_content) += 1;
          i++;
        }
      while (i < n && roles[i] == (is_source ? HEARSAY_ROLE_STAGE_SOURCE_ON : HEARSAY_ROLE_STAGE_CONTENT_ON));
      if (is_source)
        add_range (candidate->sources, &candidate->n_sources, HEARSAY_CANDIDATE_MAX_SOURCES,
                   window->start + begin, window->start + i);
      else
        add_range (candidate->contents, &candidate->n_contents, HEARSAY_CANDIDATE_MAX_CONTENTS,
                   window->start + begin, window->start + i);
    }
  candidate->p_source = n_source > 0 ? source / (float) n_source : -1;
  candidate->p_content = n_content > 0 ? content / (float) n_content : -1;
}

/* Room for one window. */
typedef struct
{
  HearsayWindowToken *seen;
  float *scores;
  float *marginals;
  guint8 *roles;
  guint size;
} WindowSpace;

static void
window_space_grow (WindowSpace *self,
                   guint        n)
{
  if (n <= self->size)
    return;
  self->size = n * 2;
  self->seen = g_renew (HearsayWindowToken, self->seen, self->size);
  self->scores = g_renew (float, self->scores, (gsize) self->size * HEARSAY_ROLE_STAGE_N_LABELS);
  self->marginals = g_renew (float, self->marginals, (gsize) self->size * HEARSAY_ROLE_STAGE_N_LABELS);
  self->roles = g_renew (guint8, self->roles, self->size);
}

static void
window_space_clear (WindowSpace *self)
{
  g_free (self->seen);
  g_free (self->scores);
  g_free (self->marginals);
  g_free (self->roles);
}

static gboolean
run_window (const HearsayAttributionTokens *tokens,
            const HearsayStage             *stage,
            const guint8                   *labels,
            HearsayTokenRange               cue,
            WindowSpace                    *space,
            HearsayAttributionCandidate    *candidate)
{
  HearsayCueWindow window = hearsay_role_stage_window (tokens, cue);
  guint n = window.end - window.start;

  window_space_grow (space, n);
  hearsay_role_stage_prepare (tokens, &window, labels, space->seen);
  for (guint i = 0; i < n; i++)
    {
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      guint n_features = hearsay_role_stage_features (tokens, &window, labels, space->seen, window.start + i, features);

      stage->score (stage->data, features, n_features, space->scores + (gsize) i * HEARSAY_ROLE_STAGE_N_LABELS);
    }
  hearsay_crf_decode (stage->field, space->scores, n, HEARSAY_ROLE_STAGE_NONE, 0, space->roles);
  hearsay_crf_marginals (stage->field, space->scores, n, space->marginals);
  for (guint32 i = cue.start; i < cue.end; i++)
    space->roles[i - window.start] = HEARSAY_ROLE_STAGE_NONE;
  memset (candidate, 0, sizeof *candidate);
  candidate->cue = cue;
  candidate->head = window.head;
  candidate->rule = tokens->rule_of[window.head];
  read_roles (candidate, &window, space->roles, space->marginals);
  return candidate->n_contents > 0;
}

/* A cue that only the rules see: the whole run of tokens that they give one attribution. */
static HearsayTokenRange
rule_cue_at (const HearsayAttributionTokens *tokens,
             guint                           start)
{
  HearsayTokenRange cue = { start, start + 1 };

  while (cue.end < tokens->n && tokens->rule_of[cue.end] == tokens->rule_of[start])
    cue.end++;
  return cue;
}

/**
 * hearsay_role_stage_run:
 * @labels: (array): of the cue stage
 * @biased: (array): of the cue stage, with cues that may be none
 *
 * Returns: (transfer full) (element-type HearsayAttributionCandidate): every cue
 *   of @biased or of the rules that has a content, in text order
 */
GArray *
hearsay_role_stage_run (const HearsayAttributionTokens *tokens,
                        const HearsayStage             *stage,
                        const guint8                   *labels,
                        const guint8                   *biased,
                        const float                    *p_cues,
                        GCancellable                   *cancellable)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (HearsayAttributionCandidate));
  WindowSpace space = { 0 };

  for (guint i = 0; i < tokens->n;)
    {
      HearsayTokenRange cue = { i, i + 1 };
      HearsayAttributionCandidate candidate;

      if (biased[i] == HEARSAY_CUE_STAGE_CUE)
        {
          while (cue.end < tokens->n && biased[cue.end] == HEARSAY_CUE_STAGE_CUE_ON)
            cue.end++;
        }
      else if (tokens->rule_of[i] >= 0)
        {
          cue = rule_cue_at (tokens, i);
          for (guint k = cue.start + 1; k < cue.end; k++)
            {
              if (biased[k] == HEARSAY_CUE_STAGE_CUE)
                cue.end = k;
            }
        }
      else
        {
          i++;
          continue;
        }
      if (cue.end - cue.start <= 16 && run_window (tokens, stage, labels, cue, &space, &candidate))
        {
          candidate.p_cue = p_cues[cue.start];
          g_array_append_val (candidates, candidate);
        }
      i = cue.end;
      if ((i & 63) == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }
  window_space_clear (&space);
  return candidates;
}

static HearsaySpan
to_bytes (const HearsayAttributionTokens *tokens,
          HearsayTokenRange               range)
{
  return (HearsaySpan) { tokens->text->tokens[range.start].start, tokens->text->tokens[range.end - 1].end };
}

static HearsayStatementKind
find_kind (const HearsayAttributionTokens    *tokens,
           const HearsayAttributionCandidate *candidate)
{
  gboolean quoted = FALSE;
  gboolean plain = FALSE;

  for (guint k = 0; k < candidate->n_contents; k++)
    for (guint32 i = candidate->contents[k].start; i < candidate->contents[k].end; i++)
      {
        if ((tokens->text->tokens[i].flags & HEARSAY_TOKEN_WORD) == 0)
          continue;
        if (tokens->tokens[i].quote != HEARSAY_IN_QUOTE_NO)
          quoted = TRUE;
        else
          plain = TRUE;
      }
  return quoted && plain ? HEARSAY_STATEMENT_MIXED : quoted ? HEARSAY_STATEMENT_DIRECT : HEARSAY_STATEMENT_INDIRECT;
}

/* The source without apposition and relative clause ends before its first comma behind a noun. */
static HearsayTokenRange
find_source_head (const HearsayAttributionTokens *tokens,
                  HearsayTokenRange               source)
{
  for (guint32 i = source.start + 1; i < source.end; i++)
    {
      if (tokens->tokens[i].is_comma)
        return (HearsayTokenRange) { source.start, i };
    }
  return source;
}

static void
append_attribution (HearsayAttributions               *found,
                    const HearsayAttributionTokens    *tokens,
                    const HearsayAttributionCandidate *candidate)
{
  HearsayAttribution item = { 0 };

  item.cue = to_bytes (tokens, candidate->cue);
  if (candidate->n_sources > 0)
    {
      item.source = to_bytes (tokens, candidate->sources[0]);
      item.head = to_bytes (tokens, find_source_head (tokens, candidate->sources[0]));
    }
  item.first_content = found->contents->len;
  item.n_contents = candidate->n_contents;
  for (guint k = 0; k < candidate->n_contents; k++)
    {
      HearsaySpan bytes = to_bytes (tokens, candidate->contents[k]);

      g_array_append_val (found->contents, bytes);
    }
  item.sentence = tokens->tokens[candidate->cue.start].sentence;
  item.parent = -1;
  item.kind = find_kind (tokens, candidate);
  item.rule = "model";
  item.confidence = candidate->confidence;
  g_array_append_val (found->items, item);
}

static void
judge (const HearsayAttributionModel  *self,
       const HearsayAttributionTokens *tokens,
       GArray                         *candidates)
{
  for (guint k = 0; k < candidates->len; k++)
    {
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      gint32 sum[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };
      HearsayAttributionCandidate *all = &g_array_index (candidates, HearsayAttributionCandidate, 0);
      guint n = hearsay_judge_stage_features (tokens, all, candidates->len, k, features);

      hearsay_weights_add (&self->judge, features, n, sum);
      all[k].confidence = 1 / (1 + hearsay_exp (-(float) sum[0] * self->judge.scale));
    }
}

static HearsaySpan
extent_of (const HearsayAttributions *found,
           const HearsayAttribution  *item)
{
  const HearsaySpan *contents = hearsay_attributions_contents (found, item);

  return (HearsaySpan) { contents[0].start, contents[item->n_contents - 1].end };
}

/* Quotations whose speaker stands before a dash or nowhere have no cue that the stages could begin with; whole
 * quotations and frames such as “told the paper that” that the stages leave to nobody the rules mostly get right. */
static gboolean
rules_alone_suffice (const HearsayAttribution *item)
{
  return hearsay_span_is_empty (item->cue) || item->kind == HEARSAY_STATEMENT_DIRECT ||
         item->confidence >= RULE_THRESHOLD;
}

static void
add_rules (HearsayAttributions            *found,
           const HearsayAttributionTokens *tokens)
{
  const HearsayAttributions *rules = tokens->rules;
  guint n_found = found->items->len;
  guint next = 0;

  for (guint k = 0; rules != NULL && k < rules->items->len; k++)
    {
      HearsayAttribution item = *hearsay_attributions_get (rules, k);
      HearsaySpan extent = extent_of (rules, &item);
      gboolean is_new = rules_alone_suffice (&item);

      while (next < n_found && extent_of (found, hearsay_attributions_get (found, next)).end <= extent.start)
        next++;
      for (guint i = next; is_new && i < MIN (n_found, next + MAX_RIVALS); i++)
        is_new = !hearsay_span_overlaps (extent_of (found, hearsay_attributions_get (found, i)), extent);
      if (!is_new)
        continue;
      item.parent = -1; /* an index among the rules' own */
      item.first_content = found->contents->len;
      g_array_append_vals (found->contents, hearsay_attributions_contents (rules, hearsay_attributions_get (rules, k)),
                           item.n_contents);
      g_array_append_val (found->items, item);
    }
}

static int
compare_extents (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  HearsaySpan x = extent_of (user_data, a);
  HearsaySpan y = extent_of (user_data, b);

  if (x.start != y.start)
    return x.start < y.start ? -1 : 1;
  if (x.end != y.end)
    return x.end > y.end ? -1 : 1;
  return ((const HearsayAttribution *) a)->cue.start < ((const HearsayAttribution *) b)->cue.start ? -1 : 1;
}

/* Puts the attributions in order and finds for each the nearest one whose content holds its cue and content. */
static void
nest (HearsayAttributions *found)
{
  g_array_sort_with_data (found->items, compare_extents, found);
  for (guint i = 0; i < found->items->len; i++)
    {
      HearsayAttribution *item = hearsay_attributions_get (found, i);

      for (guint back = 1; back <= MIN (i, MAX_RIVALS) && item->parent < 0; back++)
        {
          const HearsayAttribution *outer = hearsay_attributions_get (found, i - back);
          const HearsaySpan *contents = hearsay_attributions_contents (found, outer);

          for (guint k = 0; k < outer->n_contents; k++)
            {
              if (hearsay_span_contains (contents[k], item->cue) && !hearsay_span_is_empty (item->cue) &&
                  hearsay_span_contains (contents[k], extent_of (found, item)))
                item->parent = (gint32) (i - back);
            }
        }
    }
}

/**
 * hearsay_attribution_model_find:
 * @tokens: rated with the model's table
 *
 * Returns: (transfer full): what the fitted stages find, and what only the rules are sure of
 */
HearsayAttributions *
hearsay_attribution_model_find (const HearsayAttributionModel   *self,
                                const HearsayAttributionTokens  *tokens,
                                GCancellable                    *cancellable,
                                GError                         **error)
{
  HearsayStage cue_stage = { &self->cues, score_from_model, &self->cues };
  HearsayStage role_stage = { &self->roles, score_from_model, &self->roles };
  g_autofree guint8 *labels = g_malloc0 ((gsize) tokens->n + 1);
  g_autofree guint8 *biased = g_malloc0 ((gsize) tokens->n + 1);
  g_autofree float *p_cues = g_new0 (float, (gsize) tokens->n + 1);
  g_autoptr (GArray) candidates = NULL;
  HearsayAttributions *found;

  hearsay_cue_stage_run (tokens, &cue_stage, self->cue_bias, labels, biased, p_cues);
  candidates = hearsay_role_stage_run (tokens, &role_stage, labels, biased, p_cues, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  judge (self, tokens, candidates);
  found = g_new0 (HearsayAttributions, 1);
  found->items = g_array_new (FALSE, TRUE, sizeof (HearsayAttribution));
  found->contents = g_array_new (FALSE, TRUE, sizeof (HearsaySpan));
  for (guint k = 0; k < candidates->len; k++)
    {
      const HearsayAttributionCandidate *candidate = &g_array_index (candidates, HearsayAttributionCandidate, k);

      if (candidate->confidence >= self->threshold)
        append_attribution (found, tokens, candidate);
    }
  add_rules (found, tokens);
  nest (found);
  return found;
}
