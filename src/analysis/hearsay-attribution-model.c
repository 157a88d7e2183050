/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-model.h"

#include <glib/gi18n.h>

/* Attributions near each other that are compared. */
#define MAX_RIVALS 24

/* Section “attribution”: least probability of a cue and threshold, two floats. */
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
  memcpy (&self->min_cue, &bits[0], sizeof (float));
  memcpy (&self->threshold, &bits[1], sizeof (float));
  if (!(self->min_cue > 0 && self->min_cue < 1 && self->threshold >= 0 && self->threshold <= 1))
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
         hearsay_weights_load (&self->judge, model, "judge-stage", 1, error) &&
         hearsay_weights_load (&self->rule_judge, model, "rule-stage", 1, error);
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
      if (tokens->text->tokens[i].punct == HEARSAY_PUNCT_COMMA)
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
  item.sentence = hearsay_attribution_tokens_sentence (tokens, candidate->cue.start);
  item.parent = -1;
  item.kind = find_kind (tokens, candidate);
  item.rule = "model";
  item.confidence = candidate->confidence;
  g_array_append_val (found->items, item);
}

static float
probability (const HearsayWeights *weights,
             const guint32        *features,
             guint                 n_features)
{
  gint32 sum[HEARSAY_WEIGHTS_MAX_LABELS] = { 0 };

  hearsay_weights_add (weights, features, n_features, sum);
  return 1 / (1 + hearsay_exp (-(float) sum[0] * weights->scale));
}

static void
judge (const HearsayAttributionModel  *self,
       const HearsayAttributionTokens *tokens,
       GArray                         *candidates)
{
  for (guint k = 0; k < candidates->len; k++)
    {
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      HearsayAttributionCandidate *all = &g_array_index (candidates, HearsayAttributionCandidate, 0);
      guint n = hearsay_judge_stage_features (tokens, all, candidates->len, k, features);

      all[k].confidence = probability (&self->judge, features, n);
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
 * quotations and frames such as “told the paper that” that the stages leave to nobody the rules often get right. What
 * they alone find has a judge of its own. */
static void
add_rules (const HearsayAttributionModel  *self,
           HearsayAttributions            *found,
           const HearsayAttributionTokens *tokens,
           const GArray                   *candidates)
{
  const HearsayAttributions *rules = tokens->rules;
  g_autofree float *judged = hearsay_rule_stage_judged (tokens, candidates);
  guint n_found = found->items->len;
  guint next = 0;

  for (guint k = 0; rules != NULL && k < rules->items->len; k++)
    {
      HearsayAttribution item = *hearsay_attributions_get (rules, k);
      HearsaySpan extent = extent_of (rules, &item);
      guint32 features[HEARSAY_STAGE_MAX_FEATURES];
      gboolean is_new = TRUE;
      guint n;

      while (next < n_found && extent_of (found, hearsay_attributions_get (found, next)).end <= extent.start)
        next++;
      for (guint i = next; is_new && i < MIN (n_found, next + MAX_RIVALS); i++)
        is_new = !hearsay_span_overlaps (extent_of (found, hearsay_attributions_get (found, i)), extent);
      if (!is_new)
        continue;
      n = hearsay_rule_stage_features (tokens, judged, k, features);
      item.confidence = probability (&self->rule_judge, features, n);
      if (item.confidence < self->threshold)
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
  HearsayStage cue_stage = { &self->cues, NULL, NULL };
  HearsayStage role_stage = { &self->roles, NULL, NULL };
  g_autofree guint8 *labels = g_malloc0 ((gsize) tokens->n + 1);
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (HearsayCueProposal));
  g_autoptr (GArray) candidates = NULL;
  HearsayAttributions *found;

  hearsay_cue_stage_run (tokens, &cue_stage, self->min_cue, labels, cues);
  candidates = hearsay_role_stage_run (tokens, &role_stage, labels, cues, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  judge (self, tokens, candidates);
  hearsay_candidates_compete (candidates);
  found = g_new0 (HearsayAttributions, 1);
  found->items = g_array_new (FALSE, TRUE, sizeof (HearsayAttribution));
  found->contents = g_array_new (FALSE, TRUE, sizeof (HearsaySpan));
  for (guint k = 0; k < candidates->len; k++)
    {
      const HearsayAttributionCandidate *candidate = &g_array_index (candidates, HearsayAttributionCandidate, k);

      if (candidate->confidence >= self->threshold && !candidate->beaten)
        append_attribution (found, tokens, candidate);
    }
  add_rules (self, found, tokens, candidates);
  nest (found);
  return found;
}
