/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

#define BASE 1300
#define ADD(number, a, b, c) (features[n++] = hearsay_feature (BASE + (number), (a), (b), (c)))

static HearsayTokenRange
tokens_of (const HearsayText *text,
           HearsaySpan        bytes)
{
  HearsayTokenRange range;

  range.start = range.end = hearsay_text_find_token (text, bytes.start);
  while (range.end < text->n_tokens && text->tokens[range.end].start < bytes.end)
    range.end++;
  return range;
}

/**
 * hearsay_rule_stage_judged:
 * @candidates: (element-type HearsayAttributionCandidate): of the stages, judged
 *
 * Returns: (transfer full) (array): for each attribution of the rules the confidence of the
 *   surest candidate with its cue, -1 where there is none
 */
float *
hearsay_rule_stage_judged (const HearsayAttributionTokens *tokens,
                           const GArray                   *candidates)
{
  guint n = tokens->rules != NULL ? tokens->rules->items->len : 0;
  float *judged = g_new (float, (gsize) n + 1);

  for (guint k = 0; k < n; k++)
    judged[k] = -1;
  for (guint i = 0; i < candidates->len; i++)
    {
      const HearsayAttributionCandidate *candidate = &g_array_index (candidates, HearsayAttributionCandidate, i);

      if (candidate->rule >= 0)
        judged[candidate->rule] = MAX (judged[candidate->rule], candidate->confidence);
    }
  return judged;
}

/**
 * hearsay_rule_stage_features:
 * @judged: (array): from hearsay_rule_stage_judged()
 * @index: of the rules' attribution
 * @features: (out) (array fixed-size=96): hashes
 *
 * Returns: how many there are
 */
guint
hearsay_rule_stage_features (const HearsayAttributionTokens *tokens,
                             const float                    *judged,
                             guint                           index,
                             guint32                        *features)
{
  const HearsayAttribution *item = hearsay_attributions_get (tokens->rules, index);
  guint32 rule = hearsay_hash_bytes (item->rule, strlen (item->rule));
  guint worth = (guint) CLAMP (item->confidence * 10, 0, 10);
  guint sure = judged[index] < 0 ? 15 : hearsay_probability_bucket (judged[index]);
  gboolean has_source = !hearsay_span_is_empty (item->source);
  guint n = 0;

  ADD (0, 0, 0, 0);
  ADD (1, rule, 0, 0);
  ADD (2, rule, worth, 0);
  ADD (3, rule, item->kind, 0);
  ADD (4, item->kind, worth, 0);
  ADD (5, sure, item->kind, 0);
  ADD (6, rule, sure, 0);
  ADD (7, rule, has_source, item->kind);
  ADD (8, MIN (item->n_contents, 3), item->kind, 0);
  if (!hearsay_span_is_empty (item->cue))
    {
      HearsayTokenRange cue = tokens_of (tokens->text, item->cue);

      ADD (9, tokens->tokens[cue.end - 1].bucket, item->kind, 0);
      ADD (10, tokens->tokens[cue.end - 1].lemma, 0, 0);
      ADD (11, tokens->tokens[cue.start].quote, item->kind, 0);
    }
  return n;
}

/**
 * hearsay_rule_stage_take:
 * @index: of the rules' attribution
 * @candidate: (out): the same in tokens
 *
 * Returns: whether it fits into a candidate
 */
gboolean
hearsay_rule_stage_take (const HearsayAttributionTokens *tokens,
                         guint                           index,
                         HearsayAttributionCandidate    *candidate)
{
  const HearsayAttribution *item = hearsay_attributions_get (tokens->rules, index);
  const HearsaySpan *contents = hearsay_attributions_contents (tokens->rules, item);

  memset (candidate, 0, sizeof *candidate);
  if (item->n_contents == 0 || item->n_contents > HEARSAY_CANDIDATE_MAX_CONTENTS)
    return FALSE;
  if (!hearsay_span_is_empty (item->cue))
    candidate->cue = tokens_of (tokens->text, item->cue);
  if (!hearsay_span_is_empty (item->source))
    candidate->sources[candidate->n_sources++] = tokens_of (tokens->text, item->source);
  for (guint k = 0; k < item->n_contents; k++)
    candidate->contents[candidate->n_contents++] = tokens_of (tokens->text, contents[k]);
  candidate->rule = (gint32) index;
  return TRUE;
}
