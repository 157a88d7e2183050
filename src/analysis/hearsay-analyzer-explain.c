/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-analyzer-private.h"

#include <string.h>

#include "analysis/hearsay-reasons-private.h"

/* Paragraphs before and behind the one of the cue: no window of the fitted stages reaches farther. */
#define N_AROUND 1
/* Bytes of surroundings that are looked at most: a whole book may be one paragraph. */
#define MAX_SURROUNDINGS (64 * 1024)

/* Bytes of the paragraphs around @byte. */
static HearsaySpan
find_surroundings (const HearsayText *text,
                   guint32            byte)
{
  guint32 token = hearsay_text_find_token (text, byte);
  guint32 paragraph;
  guint32 first;
  guint32 last;

  if (token >= text->n_tokens)
    return HEARSAY_SPAN_NONE;
  paragraph = text->sentences[text->tokens[token].sentence].paragraph;
  first = paragraph > N_AROUND ? paragraph - N_AROUND : 0;
  last = MIN (paragraph + N_AROUND, text->n_paragraphs - 1);
  return (HearsaySpan) { text->paragraphs[first].start, text->paragraphs[last].end };
}

/* @cue: bytes of @text */
static guint
explain (const HearsayAnalyzer *self,
         const HearsayText     *text,
         HearsaySpan            cue,
         HearsayReason         *reasons)
{
  HearsaySpan around = find_surroundings (text, cue.start);
  g_autoptr (HearsayText) part = NULL;
  g_autoptr (HearsayTrees) trees = NULL;
  g_autoptr (HearsayAttributions) rules = NULL;
  g_autoptr (HearsayAttributionTokens) tokens = NULL;

  if (hearsay_span_is_empty (around) || around.end - around.start > MAX_SURROUNDINGS ||
      !hearsay_span_contains (around, cue))
    return 0;
  part = hearsay_text_new (text->text + around.start, around.end - around.start);
  trees = hearsay_trees_new (self->grammar, part, NULL, NULL);
  rules = hearsay_attributions_find (part, trees->syntax.xpos, NULL, NULL);
  tokens = hearsay_analyzer_rate_tokens (self, part, trees, rules);
  return hearsay_reasons_find (&self->attributions, tokens,
                               (HearsaySpan) { cue.start - around.start, cue.end - around.start }, reasons);
}

static HearsaySpan
to_bytes (const HearsayText *text,
          HearsaySpan        span)
{
  return (HearsaySpan) { hearsay_text_from_offset (text, span.start), hearsay_text_from_offset (text, span.end) };
}

/**
 * hearsay_analyzer_explain_all:
 * @text: of @analysis
 *
 * Finds the reasons for every statement that has a cue.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
hearsay_analyzer_explain_all (const HearsayAnalyzer *self,
                              HearsayAnalysis       *analysis,
                              const HearsayText     *text,
                              GCancellable          *cancellable,
                              GError               **error)
{
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);
      HearsayReason reasons[HEARSAY_N_REASON_KINDS];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      statement->first_reason = analysis->reasons->len;
      if (hearsay_span_is_empty (statement->cue))
        continue;
      statement->n_reasons = explain (self, text, to_bytes (text, statement->cue), reasons);
      g_array_append_vals (analysis->reasons, reasons, statement->n_reasons);
    }
  return TRUE;
}

/**
 * hearsay_analyzer_explain:
 * @text: an article, ended by NUL; valid UTF-8
 * @cue: code points of the cue of a statement in it
 * @reasons: (out) (array fixed-size=HEARSAY_N_REASON_KINDS): the strongest first
 *
 * Finds why the fitted stages believe in a statement; takes some milliseconds.
 *
 * Returns: how many reasons there are; 0 where the statement is not the fitted stages'
 */
guint
hearsay_analyzer_explain (const HearsayAnalyzer *self,
                          const char            *text,
                          HearsaySpan            cue,
                          HearsayReason         *reasons)
{
  g_autoptr (HearsayText) parsed = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL && text != NULL && reasons != NULL, 0);

  length = strlen (text);
  if (length > HEARSAY_ANALYZER_MAX_LENGTH || hearsay_span_is_empty (cue) ||
      cue.end > g_utf8_strlen (text, (gssize) length))
    return 0;
  parsed = hearsay_text_new (text, length);
  return explain (self, parsed, to_bytes (parsed, cue), reasons);
}
