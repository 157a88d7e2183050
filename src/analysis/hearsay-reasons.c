/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-reasons-private.h"

#include <stdlib.h>

/*
 * Why the fitted stages believe in a statement, by occlusion: one kind of evidence
 * after the other is hidden from them, and what the confidence loses is what that
 * evidence was worth. Unlike the weights of single features this says something a
 * person can check in the text. Li, Monroe and Jurafsky, “Understanding Neural
 * Networks through Representation Erasure” (2016).
 */

/* A smaller difference than this is no reason. */
#define MIN_EFFECT 0.005f
#define N_CONTEXT 2
/* As the fitted stages write a value that is not there. */
#define NO_TAG 255

/**
 * hearsay_reason_kind_to_string:
 *
 * Returns: (transfer none): the name in the analysis document
 */
const char *
hearsay_reason_kind_to_string (HearsayReasonKind kind)
{
  static const char *const names[HEARSAY_N_REASON_KINDS] = {
    [HEARSAY_REASON_CUE] = "cue",
    [HEARSAY_REASON_SOURCE] = "source",
    [HEARSAY_REASON_CONTEXT] = "context",
    [HEARSAY_REASON_QUOTATION] = "quotation",
    [HEARSAY_REASON_STRUCTURE] = "structure",
    [HEARSAY_REASON_RULES] = "rules",
  };

  g_return_val_if_fail ((guint) kind < HEARSAY_N_REASON_KINDS, NULL);

  return names[kind];
}

/* The attribution that the fitted stages find with this cue, the surest one; %NULL when they find none. */
static const HearsayAttribution *
find_by_cue (const HearsayAttributions *found,
             HearsaySpan                cue)
{
  const HearsayAttribution *best = NULL;

  for (guint i = 0; i < found->items->len; i++)
    {
      const HearsayAttribution *item = hearsay_attributions_get (found, i);

      if (!g_str_equal (item->rule, "model") || !hearsay_span_overlaps (item->cue, cue))
        continue;
      if (best == NULL || item->confidence > best->confidence)
        best = item;
    }
  return best;
}

static HearsayTokenRange
tokens_of (const HearsayText *text,
           HearsaySpan        bytes)
{
  HearsayTokenRange range = { 0, 0 };

  if (hearsay_span_is_empty (bytes))
    return range;
  range.start = range.end = hearsay_text_find_token (text, bytes.start);
  while (range.end < text->n_tokens && text->tokens[range.end].start < bytes.end)
    range.end++;
  return range;
}

static void
hide_words (HearsayAttributionToken *tokens,
            guint32                  start,
            guint32                  end)
{
  for (guint32 i = start; i < end; i++)
    {
      tokens[i].word = tokens[i].lemma = 0;
      tokens[i].shape = tokens[i].suffix = 0;
      tokens[i].cluster = 0;
      tokens[i].verb_class = tokens[i].noun_class = 0;
      tokens[i].bucket = 0;
    }
}

static void
hide_quotations (HearsayAttributionTokens *tokens)
{
  for (guint i = 0; i < tokens->n; i++)
    {
      tokens->tokens[i].quote = HEARSAY_IN_QUOTE_NO;
      tokens->tokens[i].quotation = 0;
    }
}

static void
hide_structure (HearsayAttributionTokens *tokens)
{
  for (guint i = 0; i < tokens->n; i++)
    {
      tokens->tokens[i].head = tokens->tokens[i].subject = tokens->tokens[i].object = -1;
      tokens->tokens[i].left = tokens->tokens[i].right = 0;
      tokens->tokens[i].deprel = NO_TAG;
      tokens->tokens[i].below = 0;
    }
}

static void
hide_rules (HearsayAttributionTokens *tokens)
{
  for (guint i = 0; i < tokens->n; i++)
    {
      tokens->tokens[i].rule = HEARSAY_ROLE_NONE;
      tokens->rule_of[i] = -1;
    }
  tokens->rules = NULL;
}

static void
hide (HearsayAttributionTokens *tokens,
      HearsayReasonKind         kind,
      HearsayTokenRange         cue,
      HearsayTokenRange         source)
{
  switch (kind)
    {
    case HEARSAY_REASON_CUE:
      hide_words (tokens->tokens, cue.start, cue.end);
      break;
    case HEARSAY_REASON_SOURCE:
      hide_words (tokens->tokens, source.start, source.end);
      break;
    case HEARSAY_REASON_CONTEXT:
      hide_words (tokens->tokens, cue.start > N_CONTEXT ? cue.start - N_CONTEXT : 0, cue.start);
      hide_words (tokens->tokens, cue.end, MIN (cue.end + N_CONTEXT, tokens->n));
      break;
    case HEARSAY_REASON_QUOTATION:
      hide_quotations (tokens);
      break;
    case HEARSAY_REASON_STRUCTURE:
      hide_structure (tokens);
      break;
    case HEARSAY_REASON_RULES:
      hide_rules (tokens);
      break;
    default:
      g_assert_not_reached ();
    }
}

static float
measure (const HearsayAttributionModel  *model,
         const HearsayAttributionTokens *tokens,
         HearsayReasonKind               kind,
         const HearsayAttribution       *item)
{
  HearsayAttributionTokens hidden = *tokens;
  g_autofree HearsayAttributionToken *values = NULL;
  g_autofree gint32 *rule_of = NULL;
  g_autoptr (HearsayAttributions) found = NULL;
  const HearsayAttribution *left;

  hidden.tokens = values = g_memdup2 (tokens->tokens, ((gsize) tokens->n + 1) * sizeof *values);
  hidden.rule_of = rule_of = g_memdup2 (tokens->rule_of, ((gsize) tokens->n + 1) * sizeof *rule_of);
  hide (&hidden, kind, tokens_of (tokens->text, item->cue), tokens_of (tokens->text, item->source));
  found = hearsay_attribution_model_find (model, &hidden, NULL, NULL);
  left = find_by_cue (found, item->cue);
  return item->confidence - (left != NULL ? left->confidence : 0);
}

static int
compare_reasons (const void *a,
                 const void *b)
{
  const HearsayReason *x = a;
  const HearsayReason *y = b;

  if (x->effect != y->effect)
    return x->effect > y->effect ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

/**
 * hearsay_reasons_find:
 * @tokens: rated; of the statement's surroundings: the stages run over all of them, seven times
 * @cue: bytes of the statement's cue
 * @reasons: (out) (array fixed-size=HEARSAY_N_REASON_KINDS): the strongest first
 *
 * Returns: how many there are; 0 where the fitted stages find no statement with this cue
 */
guint
hearsay_reasons_find (const HearsayAttributionModel  *model,
                      const HearsayAttributionTokens *tokens,
                      HearsaySpan                     cue,
                      HearsayReason                  *reasons)
{
  g_autoptr (HearsayAttributions) found = NULL;
  const HearsayAttribution *item;
  guint n = 0;

  g_return_val_if_fail (model != NULL && tokens != NULL && reasons != NULL, 0);

  found = hearsay_attribution_model_find (model, tokens, NULL, NULL);
  item = find_by_cue (found, cue);
  if (item == NULL)
    return 0;
  for (guint kind = 0; kind < HEARSAY_N_REASON_KINDS; kind++)
    {
      float effect = measure (model, tokens, kind, item);

      if (ABS (effect) >= MIN_EFFECT)
        reasons[n++] = (HearsayReason) { kind, effect };
    }
  qsort (reasons, n, sizeof *reasons, compare_reasons);
  return n;
}
