/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

/* So many tokens of a quotation are followed beyond a window or a sentence. */
#define MAX_QUOTATION 1000
/* A speech tag and what follows it in its sentence are no longer than this. */
#define MAX_TAG 200

static gboolean
has_quoted_word (const HearsayAttributionTokens *tokens,
                 HearsayTokenRange               range)
{
  for (guint32 i = range.start; i < range.end; i++)
    {
      if (tokens->tokens[i].quote != HEARSAY_IN_QUOTE_NO && (tokens->text->tokens[i].flags & HEARSAY_TOKEN_WORD) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_quotation (const HearsayAttributionTokens *tokens,
              HearsayTokenRange               range)
{
  if (tokens->tokens[range.start].quote != HEARSAY_IN_QUOTE_OPENING)
    return FALSE;
  for (guint32 i = range.start; i < range.end; i++)
    {
      if (tokens->tokens[i].quote == HEARSAY_IN_QUOTE_NO && (tokens->text->tokens[i].flags & HEARSAY_TOKEN_WORD) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A quotation that goes on beyond the window is what was said to its end. */
static void
reach_ends (const HearsayAttributionTokens *tokens,
            const HearsayCueWindow         *window,
            HearsayTokenRange              *range)
{
  const HearsayAttributionToken *all = tokens->tokens;
  guint32 quotation = all[range->start].quotation;
  guint n = 0;

  if (range->start == window->start && quotation != 0)
    {
      for (; n < MAX_QUOTATION && range->start > 0 && all[range->start - 1].quotation == quotation; n++)
        range->start--;
    }
  quotation = all[range->end - 1].quotation;
  if (range->end == window->end && quotation != 0)
    {
      for (; n < MAX_QUOTATION && range->end < tokens->n && all[range->end].quotation == quotation; n++)
        range->end++;
    }
}

/* “…,” she said, and what she did next: behind the cue only words in quotation marks go on with a quotation before it. */
static void
cut_contents (const HearsayAttributionTokens *tokens,
              HearsayAttributionCandidate    *candidate)
{
  guint n = 0;

  if (candidate->n_contents < 2 || candidate->contents[0].end > candidate->cue.start ||
      !is_quotation (tokens, candidate->contents[0]))
    return;
  for (guint k = 0; k < candidate->n_contents; k++)
    {
      HearsayTokenRange piece = candidate->contents[k];

      if (piece.start < candidate->cue.end || has_quoted_word (tokens, piece))
        candidate->contents[n++] = piece;
    }
  candidate->n_contents = n;
}

/* Behind the last token of the quotation that @start is in, or as far as it is followed. */
static guint32
find_quotation_end (const HearsayAttributionTokens *tokens,
                    guint32                         start)
{
  guint32 end = start + 1;

  while (end < tokens->n && end - start < MAX_QUOTATION &&
         tokens->tokens[end].quotation == tokens->tokens[start].quotation)
    end++;
  return end;
}

/* “…,” she said. “…”: the quotation that fills the next sentence is hers as well. */
static void
take_next_quotation (const HearsayAttributionTokens *tokens,
                     HearsayAttributionCandidate    *candidate)
{
  const HearsayText *text = tokens->text;
  const HearsaySentence *sentence = &text->sentences[hearsay_attribution_tokens_sentence (tokens, candidate->cue.start)];
  guint32 start = sentence->first_token + sentence->n_tokens;
  guint32 end;

  if (candidate->n_contents != 1 || candidate->contents[0].end > candidate->cue.start ||
      !is_quotation (tokens, candidate->contents[0]) || start >= tokens->n || start - candidate->cue.end > MAX_TAG ||
      hearsay_attribution_tokens_paragraph (tokens, start) != hearsay_attribution_tokens_paragraph (tokens, candidate->cue.start) ||
      tokens->tokens[start].quote != HEARSAY_IN_QUOTE_OPENING)
    return;
  for (guint32 i = candidate->cue.end; i < start; i++)
    {
      if (tokens->tokens[i].quote != HEARSAY_IN_QUOTE_NO)
        return;
    }
  end = find_quotation_end (tokens, start);
  if (tokens->tokens[end - 1].quote != HEARSAY_IN_QUOTE_CLOSING ||
      (end < tokens->n && hearsay_attribution_tokens_paragraph (tokens, end) == hearsay_attribution_tokens_paragraph (tokens, start)))
    return;
  if (candidate->n_contents < HEARSAY_CANDIDATE_MAX_CONTENTS)
    candidate->contents[candidate->n_contents++] = (HearsayTokenRange) { start, end };
}

static HearsayTokenRange
to_tokens (const HearsayText *text,
           HearsaySpan        bytes)
{
  HearsayTokenRange range = { hearsay_text_find_token (text, bytes.start), 0 };

  for (range.end = range.start; range.end < text->n_tokens && text->tokens[range.end].start < bytes.end; range.end++)
    ;
  return range;
}

/* Where the stage sees no source the rules may, or the verb has the subject of the one that it hangs on. */
static void
take_other_source (const HearsayAttributionTokens *tokens,
                   HearsayAttributionCandidate    *candidate)
{
  const HearsayAttributionToken *head = &tokens->tokens[candidate->head];
  HearsayTokenRange range = { 0, 0 };

  if (candidate->n_sources > 0)
    return;
  if (candidate->rule >= 0)
    {
      const HearsayAttribution *rule = hearsay_attributions_get (tokens->rules, candidate->rule);

      if (!hearsay_span_is_empty (rule->source))
        range = to_tokens (tokens->text, rule->source);
    }
  if (range.end <= range.start && head->xpos == HEARSAY_XPOS_VBG && head->subject >= 0 &&
      tokens->tokens[head->subject].deprel == HEARSAY_DEPREL_NSUBJ)
    range = hearsay_tokens_extent (tokens, head->subject);
  if (range.end > range.start && (range.end <= candidate->cue.start || range.start >= candidate->cue.end))
    candidate->sources[candidate->n_sources++] = range;
}

/**
 * hearsay_candidate_complete:
 * @window: that the labels of @candidate were read from
 * @candidate: (inout): with a cue; its sources and contents are mended
 *
 * What quotation marks and trees say for certain and the labels of a window cannot: where a
 * quotation ends that is longer than the window, that a whole quotation behind the speech tag
 * goes on with the one before it, and who the source is when the labels show none.
 */
void
hearsay_candidate_complete (const HearsayAttributionTokens *tokens,
                            const HearsayCueWindow         *window,
                            HearsayAttributionCandidate    *candidate)
{
  for (guint k = 0; k < candidate->n_contents; k++)
    reach_ends (tokens, window, &candidate->contents[k]);
  cut_contents (tokens, candidate);
  take_next_quotation (tokens, candidate);
  take_other_source (tokens, candidate);
}
