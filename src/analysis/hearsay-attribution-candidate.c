/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

/* So many tokens of a quotation are followed beyond a window or a sentence. */
#define MAX_QUOTATION 1000
/* A speech tag and what follows it in its sentence are no longer than this. */
#define MAX_TAG 200
/* Steps up a tree that are followed. */
#define MAX_DEPTH 64

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

static guint32
find_quotation_start (const HearsayAttributionTokens *tokens,
                      guint32                         end)
{
  guint32 start = end;

  while (start > 0 && end - start < MAX_QUOTATION &&
         tokens->tokens[start - 1].quotation == tokens->tokens[end].quotation)
    start--;
  return start;
}

/* Whether the cue or a source stands in @range. */
static gboolean
holds_another (const HearsayAttributionCandidate *candidate,
               HearsayTokenRange                  range)
{
  if (candidate->cue.start < range.end && range.start < candidate->cue.end)
    return TRUE;
  for (guint k = 0; k < candidate->n_sources; k++)
    {
      if (candidate->sources[k].start < range.end && range.start < candidate->sources[k].end)
        return TRUE;
    }
  return FALSE;
}

/* Whoever has a part of a quotation has its end, however far that is, and whoever has its end has its beginning. */
static HearsayTokenRange
take_whole_quotations (const HearsayAttributionTokens    *tokens,
                       const HearsayAttributionCandidate *candidate,
                       HearsayTokenRange                  piece)
{
  if (tokens->tokens[piece.end - 1].quotation != 0)
    {
      guint32 end = find_quotation_end (tokens, piece.end - 1);

      if (!holds_another (candidate, (HearsayTokenRange) { piece.end, end }))
        piece.end = end;
    }
  if (tokens->tokens[piece.start].quotation != 0 && find_quotation_end (tokens, piece.start) <= piece.end)
    {
      guint32 start = find_quotation_start (tokens, piece.start);

      if (!holds_another (candidate, (HearsayTokenRange) { start, piece.start }))
        piece.start = start;
    }
  return piece;
}

/* Pieces that meet become one. */
static void
complete_contents (const HearsayAttributionTokens *tokens,
                   HearsayAttributionCandidate    *candidate)
{
  guint n = 0;

  for (guint k = 0; k < candidate->n_contents; k++)
    {
      HearsayTokenRange piece = take_whole_quotations (tokens, candidate, candidate->contents[k]);

      if (n > 0 && piece.start < candidate->contents[n - 1].end)
        candidate->contents[n - 1].end = MAX (candidate->contents[n - 1].end, piece.end);
      else
        candidate->contents[n++] = piece;
    }
  candidate->n_contents = n;
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

/* “They work, rest”; not “The mayor, a friend”, which a tree may take for the same. */
static gboolean
is_further_clause (const HearsayAttributionToken *token)
{
  return token->deprel == HEARSAY_DEPREL_CONJ && (token->upos == HEARSAY_UPOS_VERB || token->upos == HEARSAY_UPOS_ADJ);
}

/* Whether every word of @gap stands in a further clause of @piece. */
static gboolean
goes_on (const HearsayAttributionTokens *tokens,
          HearsayTokenRange               gap,
          HearsayTokenRange               piece)
{
  for (guint32 i = gap.start; i < gap.end; i++)
    {
      gint32 top = (gint32) i;
      gint32 head = tokens->tokens[top].head;

      if ((tokens->text->tokens[i].flags & HEARSAY_TOKEN_WORD) == 0)
        continue;
      for (guint steps = 0; head >= (gint32) gap.start && head < (gint32) gap.end && steps < MAX_DEPTH; steps++)
        {
          top = head;
          head = tokens->tokens[top].head;
        }
      if (head < (gint32) piece.start || head >= (gint32) piece.end || !is_further_clause (&tokens->tokens[top]))
        return FALSE;
    }
  return TRUE;
}

/* “They work, rest and sleep, she said”: what hangs on the content and ends where the tag begins is said as well. */
static void
take_rest (const HearsayAttributionTokens *tokens,
           HearsayAttributionCandidate    *candidate)
{
  HearsayTokenRange tag = candidate->cue;
  HearsayTokenRange *piece = NULL;
  HearsayTokenRange rest;

  if (candidate->n_sources > 0 && candidate->sources[0].end <= tag.start)
    tag.start = candidate->sources[0].start;
  for (guint k = 0; k < candidate->n_contents && candidate->contents[k].end <= tag.start; k++)
    piece = &candidate->contents[k];
  if (piece == NULL || tag.start - piece->end > MAX_TAG || tokens->tokens[piece->end - 1].quote == HEARSAY_IN_QUOTE_CLOSING ||
      hearsay_attribution_tokens_sentence (tokens, piece->end - 1) != hearsay_attribution_tokens_sentence (tokens, tag.start))
    return;
  rest = (HearsayTokenRange) { piece->end, tag.start };
  while (rest.end > rest.start && (tokens->text->tokens[rest.end - 1].flags & HEARSAY_TOKEN_WORD) == 0 &&
         tokens->tokens[rest.end - 1].quote == HEARSAY_IN_QUOTE_NO)
    rest.end--;
  if (rest.end > rest.start && goes_on (tokens, rest, *piece))
    piece->end = rest.end;
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

static guint32
distance (HearsayTokenRange a,
          HearsayTokenRange b)
{
  return a.start >= b.end ? a.start - b.end : b.start - a.end;
}

/* A statement has one source: of several the one nearest to the cue, which is the right one far more often than the first. */
static void
keep_nearest_source (HearsayAttributionCandidate *candidate)
{
  for (guint k = 1; k < candidate->n_sources; k++)
    {
      if (distance (candidate->sources[k], candidate->cue) < distance (candidate->sources[0], candidate->cue))
        candidate->sources[0] = candidate->sources[k];
    }
  candidate->n_sources = MIN (candidate->n_sources, 1);
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
 * @candidate: (inout): with a cue; its sources and contents are mended
 *
 * What quotation marks and trees say for certain and the labels of a window cannot: where a
 * quotation begins and ends, be it longer than the window, that a whole quotation behind the speech tag
 * goes on with the one before it, and who the source is when the labels show several or none.
 */
void
hearsay_candidate_complete (const HearsayAttributionTokens *tokens,
                            HearsayAttributionCandidate    *candidate)
{
  complete_contents (tokens, candidate);
  cut_contents (tokens, candidate);
  take_next_quotation (tokens, candidate);
  keep_nearest_source (candidate);
  take_other_source (tokens, candidate);
  take_rest (tokens, candidate);
}
