/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

#define MAX_ANCESTORS 60
#define MAX_STEPS 30
/* Sentences before and behind the cue's own, in its paragraph. */
#define SENTENCES_BEFORE 2
#define SENTENCES_BEHIND 3
/* A window never grows beyond this many tokens on either side of the cue. */
#define MAX_REACH 400

/**
 * hearsay_distance_bucket:
 *
 * Returns: a number that is the same for distances that differ little; those
 *   to the left have other numbers than those to the right
 */
guint
hearsay_distance_bucket (int distance)
{
  static const int limits[] = { 1, 2, 3, 4, 6, 10, 20, 40 };
  int size = ABS (distance);
  guint bucket = 0;

  while (bucket < G_N_ELEMENTS (limits) && size >= limits[bucket])
    bucket++;
  return distance < 0 ? bucket + 16 : bucket;
}

static guint32
find_head (const HearsayAttributionTokens *tokens,
           HearsayTokenRange               cue)
{
  gint64 best = -1;

  for (guint32 i = cue.start; i < cue.end; i++)
    {
      const HearsayAttributionToken *token = &tokens->tokens[i];

      if (token->head < (gint32) cue.start || token->head >= (gint32) cue.end)
        {
          if (token->xpos >= HEARSAY_XPOS_VB && token->xpos <= HEARSAY_XPOS_VBZ)
            return i;
          if (best < 0)
            best = i;
        }
    }
  return best < 0 ? cue.start : (guint32) best;
}

/* Whether what a sentence says goes on in the next paragraph: behind a colon, or with an opening mark. */
static gboolean
goes_on_behind (const HearsayAttributionTokens *tokens,
                const HearsaySentence          *sentence,
                guint32                         next,
                HearsayTokenRange               cue)
{
  const HearsaySentence *behind = &tokens->text->sentences[next];

  return tokens->text->tokens[sentence->first_token + sentence->n_tokens - 1].punct == HEARSAY_PUNCT_COLON ||
         tokens->text->tokens[cue.end - 1].punct == HEARSAY_PUNCT_COLON ||
         tokens->tokens[behind->first_token].quote == HEARSAY_IN_QUOTE_OPENING;
}

/* Whether the cue stands at the head of its paragraph right behind a quotation. */
static gboolean
comes_from_before (const HearsayAttributionTokens *tokens,
                   const HearsaySentence          *sentence,
                   HearsayTokenRange               cue)
{
  guint quote = tokens->tokens[sentence->first_token - 1].quote;

  return cue.end - sentence->first_token < 8 &&
         (quote == HEARSAY_IN_QUOTE_CLOSING || quote == HEARSAY_IN_QUOTE_INSIDE);
}

/* Whether what is said may go on in a sentence beside the cue's own: what is told on without quotation marks has no end
 * that anyone could mark. */
static gboolean
may_be_quoted (const HearsayAttributionTokens *tokens,
               guint32                         sentence)
{
  const HearsaySentence *beside = &tokens->text->sentences[sentence];

  return tokens->tokens[beside->first_token].quote != HEARSAY_IN_QUOTE_NO ||
         tokens->tokens[beside->first_token + beside->n_tokens - 1].quote != HEARSAY_IN_QUOTE_NO;
}

/**
 * hearsay_role_stage_window:
 *
 * Returns: where the source and content of @cue are looked for: some sentences
 *   of its paragraph, and some of the next or last where a quotation or colon
 *   leads there
 */
HearsayCueWindow
hearsay_role_stage_window (const HearsayAttributionTokens *tokens,
                           HearsayTokenRange               cue)
{
  const HearsayText *text = tokens->text;
  guint32 own = hearsay_attribution_tokens_sentence (tokens, cue.start);
  const HearsaySentence *sentence = &text->sentences[own];
  guint32 first = own;
  guint32 last = own;
  HearsayCueWindow window = { cue, find_head (tokens, cue), 0, 0 };

  while (first > 0 && own - first < SENTENCES_BEFORE && text->sentences[first - 1].paragraph == sentence->paragraph &&
         may_be_quoted (tokens, first - 1))
    first--;
  while (last + 1 < text->n_sentences && last - own < SENTENCES_BEHIND &&
         text->sentences[last + 1].paragraph == sentence->paragraph && may_be_quoted (tokens, last + 1))
    last++;
  if (last + 1 < text->n_sentences && goes_on_behind (tokens, sentence, last + 1, cue))
    {
      guint32 paragraph = text->sentences[last + 1].paragraph;

      for (guint k = 0; k < SENTENCES_BEHIND && last + 1 < text->n_sentences &&
                        text->sentences[last + 1].paragraph == paragraph; k++)
        last++;
    }
  if (first == own && own > 0 && text->sentences[own - 1].paragraph != sentence->paragraph &&
      comes_from_before (tokens, sentence, cue))
    {
      guint32 paragraph = text->sentences[own - 1].paragraph;

      for (guint k = 0; k < SENTENCES_BEHIND && first > 0 && text->sentences[first - 1].paragraph == paragraph; k++)
        first--;
    }
  window.start = text->sentences[first].first_token;
  window.end = text->sentences[last].first_token + text->sentences[last].n_tokens;
  window.start = MAX (window.start, cue.start - MIN (cue.start, MAX_REACH));
  /* A field may let a cue go on into the next sentence. */
  window.end = MAX (MIN (window.end, cue.end + MAX_REACH), cue.end);
  return window;
}

/* How a token hangs together with the cue: up to the nearest common head and down again. */
static void
find_path (const HearsayAttributionTokens *tokens,
           const gint32                   *ancestors,
           guint                           n_ancestors,
           guint32                         index,
           HearsayWindowToken             *seen)
{
  gint32 place = (gint32) index;
  gint32 branch = place;
  gint32 second = -1;
  gint32 third = -1;
  guint32 up = 0;
  guint32 down = 0;
  guint steps = 0;
  guint found = n_ancestors;

  for (; place >= 0 && steps < MAX_STEPS; steps++)
    {
      for (found = 0; found < n_ancestors && ancestors[found] != place; found++)
        ;
      if (found < n_ancestors)
        break;
      up = hearsay_feature (2, up, tokens->tokens[place].deprel, 0);
      third = second;
      second = place != (gint32) index ? branch : -1;
      branch = place;
      place = tokens->tokens[place].head;
    }
  if (place < 0 || found == n_ancestors)
    return;
  if (place != (gint32) index)
    {
      seen->first_branch = branch;
      seen->second_branch = second;
      seen->third_branch = third;
    }
  for (guint k = 0; k < found; k++)
    down = hearsay_feature (3, down, tokens->tokens[ancestors[k]].deprel, 0);
  seen->branch = hearsay_feature (4, place != (gint32) index ? tokens->tokens[branch].deprel : 254, found, down);
  seen->path = hearsay_feature (5, steps <= 4 ? up : 1, down, steps);
  seen->path_length = (guint8) (steps + found);
}

/* What lies between the cue and each token on one side of it. */
static void
count_between (const HearsayAttributionTokens *tokens,
               const HearsayCueWindow         *window,
               const guint8                   *cue_labels,
               HearsayWindowToken             *seen,
               int                             step)
{
  guint n_cues = 0;
  guint n_quotes = 0;
  guint n_commas = 0;
  gint64 i = step < 0 ? (gint64) window->cue.start - 1 : (gint64) window->cue.end;

  for (; i >= (gint64) window->start && i < (gint64) window->end; i += step)
    {
      HearsayWindowToken *token = &seen[i - window->start];

      token->n_cues = (guint8) MIN (n_cues, 3);
      token->n_quotes = (guint8) MIN (n_quotes, 3);
      token->n_commas = (guint8) MIN (n_commas, 3);
      n_cues += cue_labels[i] == HEARSAY_CUE_STAGE_CUE;
      n_quotes += tokens->tokens[i].quote >= HEARSAY_IN_QUOTE_OPENING;
      n_commas += tokens->text->tokens[i].punct == HEARSAY_PUNCT_COMMA;
    }
}

/* What is still to come in the sentence of each token. */
static void
count_ahead (const HearsayAttributionTokens *tokens,
             const HearsayCueWindow         *window,
             const guint8                   *cue_labels,
             HearsayWindowToken             *seen)
{
  guint32 sentence = G_MAXUINT32;
  guint n_cues = 0;
  guint n_quotes = 0;

  for (guint32 i = window->end; i-- > window->start;)
    {
      HearsayWindowToken *token = &seen[i - window->start];

      if (hearsay_attribution_tokens_sentence (tokens, i) != sentence)
        {
          sentence = hearsay_attribution_tokens_sentence (tokens, i);
          n_cues = n_quotes = 0;
        }
      token->n_cues_ahead = (guint8) MIN (n_cues, 3);
      token->n_quotes_ahead = (guint8) MIN (n_quotes, 3);
      n_cues += cue_labels[i] == HEARSAY_CUE_STAGE_CUE;
      n_quotes += tokens->tokens[i].quote == HEARSAY_IN_QUOTE_OPENING;
    }
}

static void
mark_rule (const HearsayAttributionTokens *tokens,
           const HearsayCueWindow         *window,
           HearsaySpan                     bytes,
           HearsayRole                     role,
           HearsayWindowToken             *seen)
{
  if (hearsay_span_is_empty (bytes))
    return;
  for (guint32 i = MAX (hearsay_text_find_token (tokens->text, bytes.start), window->start);
       i < window->end && tokens->text->tokens[i].start < bytes.end; i++)
    seen[i - window->start].rule = (guint8) role;
}

static void
mark_rules (const HearsayAttributionTokens *tokens,
            const HearsayCueWindow         *window,
            HearsayWindowToken             *seen)
{
  gint32 rule = tokens->rule_of[window->head];
  const HearsayAttribution *item;

  if (rule < 0)
    return;
  item = hearsay_attributions_get (tokens->rules, rule);
  for (guint k = 0; k < window->end - window->start; k++)
    seen[k].rule = 4;
  for (guint c = 0; c < item->n_contents; c++)
    mark_rule (tokens, window, hearsay_attributions_contents (tokens->rules, item)[c], HEARSAY_ROLE_CONTENT, seen);
  mark_rule (tokens, window, item->source, HEARSAY_ROLE_SOURCE, seen);
}

/**
 * hearsay_role_stage_prepare:
 * @cue_labels: (array): the cue stage's label of every token of the text
 * @seen: (out) (array): room for every token of the window
 */
void
hearsay_role_stage_prepare (const HearsayAttributionTokens *tokens,
                            const HearsayCueWindow         *window,
                            const guint8                   *cue_labels,
                            HearsayWindowToken             *seen)
{
  const HearsayAttributionToken *head = &tokens->tokens[window->head];
  const guint32 sentence = hearsay_attribution_tokens_sentence (tokens, window->head);
  const HearsayTokenRange subject = hearsay_tokens_extent (tokens, head->subject);
  gint32 ancestors[MAX_ANCESTORS];
  guint n_ancestors = 0;

  for (gint32 a = (gint32) window->head; a >= 0 && n_ancestors < MAX_ANCESTORS; a = tokens->tokens[a].head)
    ancestors[n_ancestors++] = a;
  memset (seen, 0, (gsize) (window->end - window->start) * sizeof *seen);
  for (guint32 i = window->start; i < window->end; i++)
    {
      HearsayWindowToken *token = &seen[i - window->start];

      token->path_length = 9;
      token->first_branch = token->second_branch = token->third_branch = -1;
      if (subject.start <= i && i < subject.end)
        token->in_subject = i == subject.start ? 2 : i + 1 == subject.end ? 3 : 1;
      token->same_quotation = head->quotation != 0 && tokens->tokens[i].quotation == head->quotation;
      if (hearsay_attribution_tokens_sentence (tokens, i) == sentence)
        find_path (tokens, ancestors, n_ancestors, i, token);
    }
  count_between (tokens, window, cue_labels, seen, -1);
  count_between (tokens, window, cue_labels, seen, 1);
  count_ahead (tokens, window, cue_labels, seen);
  mark_rules (tokens, window, seen);
}
