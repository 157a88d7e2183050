/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

#define BASE 1100
#define ADD(number, a, b, c) (features[n++] = hearsay_feature (BASE + (number), (a), (b), (c)))

#define MAX_ANCESTORS 60
#define MAX_STEPS 30
/* Sentences before and behind the cue's own, in its paragraph. */
#define SENTENCES_BEFORE 2
#define SENTENCES_BEHIND 3
/* A window never grows beyond this many tokens on either side of the cue. */
#define MAX_REACH 400

static const HearsayAttributionToken nothing = { .word = 1, .lemma = 1, .head = -1, .deprel = 255, .xpos = 255, .upos = 255 };

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
  window.end = MIN (window.end, cue.end + MAX_REACH);
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

/* What hangs on a token, itself included; nothing for -1. */
static HearsayTokenRange
get_extent (const HearsayAttributionTokens *tokens,
            gint32                          token)
{
  if (token < 0)
    return (HearsayTokenRange) { 0, 0 };
  return (HearsayTokenRange) { hearsay_attribution_tokens_left (tokens, (guint32) token),
                               hearsay_attribution_tokens_right (tokens, (guint32) token) + 1 };
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
  const HearsayTokenRange subject = get_extent (tokens, head->subject);
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
  mark_rules (tokens, window, seen);
}

/* A token with its neighbours, as the feature templates need them. */
typedef struct
{
  const HearsayAttributionToken *t;
  const HearsayAttributionToken *l;
  const HearsayAttributionToken *r;
  const HearsayAttributionToken *h;
  const HearsayAttributionToken *cue;
  const HearsayWindowToken *w;
  guint32 side;
  guint32 distance;
  guint32 label;
  guint32 label_before;
  guint32 label_behind;
  guint32 sentence;
  guint32 paragraph;
  guint32 branch_before;
  guint32 branch_behind;
} Place;

static void
fill_place (const HearsayAttributionTokens *tokens,
            const HearsayCueWindow         *window,
            const guint8                   *cue_labels,
            const HearsayWindowToken       *seen,
            guint32                         index,
            Place                          *place)
{
  gboolean is_first = index == window->start;
  gboolean is_last = index + 1 == window->end;

  place->t = &tokens->tokens[index];
  place->l = is_first ? &nothing : place->t - 1;
  place->r = is_last ? &nothing : place->t + 1;
  place->h = place->t->head >= 0 ? &tokens->tokens[place->t->head] : &nothing;
  place->cue = &tokens->tokens[window->head];
  place->w = &seen[index - window->start];
  place->side = index < window->cue.start ? 0 : index >= window->cue.end ? 1 : 2;
  place->distance = 99;
  if (place->side == 0)
    place->distance = hearsay_distance_bucket ((int) index - (int) window->cue.start);
  else if (place->side == 1)
    place->distance = hearsay_distance_bucket ((int) index - (int) window->cue.end + 1);
  place->label = cue_labels[index];
  place->label_before = is_first ? 9 : cue_labels[index - 1];
  place->label_behind = is_last ? 9 : cue_labels[index + 1];
  place->sentence = hearsay_attribution_tokens_sentence (tokens, index) -
                    hearsay_attribution_tokens_sentence (tokens, window->head) + 8;
  place->paragraph = hearsay_attribution_tokens_paragraph (tokens, index) -
                     hearsay_attribution_tokens_paragraph (tokens, window->head) + 2;
  place->branch_before = is_first ? place->w->branch : place->w[-1].branch;
  place->branch_behind = is_last ? place->w->branch : place->w[1].branch;
}

static guint
place_features (const Place *p,
                guint32     *features)
{
  const HearsayAttributionToken *t = p->t;
  guint32 side = p->side;
  guint32 branch = p->w->branch;
  guint n = 0;

  ADD (1, p->distance, 0, 0);
  ADD (2, p->distance, t->xpos, 0);
  ADD (3, side, t->word, 0);
  ADD (4, side, p->sentence, t->quote);
  ADD (5, side, p->label, p->sentence);
  ADD (6, p->label, p->label_before, p->label_behind);
  ADD (7, p->label, p->distance, 0);
  ADD (8, p->label, branch, side);
  ADD (9, branch, side, t->xpos);
  ADD (10, branch, side, p->cue->lemma);
  ADD (11, branch, p->cue->bucket, side | (guint32) t->quote << 3);
  ADD (12, p->w->path, 0, 0);
  ADD (13, p->w->path, t->xpos, 0);
  ADD (14, p->w->path, p->cue->lemma, 0);
  ADD (15, p->w->path, p->label, 0);
  ADD (16, branch, MIN (p->w->path_length, 5), side);
  ADD (25, t->quote, p->l->quote, (guint32) p->r->quote | side << 4);
  ADD (26, t->quote, p->sentence, p->paragraph | side << 4);
  ADD (27, p->cue->lemma, side, t->quote);
  ADD (28, p->cue->lemma, p->distance, 0);
  ADD (29, p->cue->lemma, t->xpos, side);
  ADD (30, p->cue->word, p->l->word, side);
  ADD (31, p->w->n_cues, side, p->label);
  ADD (32, p->w->n_cues, side, p->sentence | (guint32) t->quote << 4);
  ADD (33, p->w->n_quotes, t->quote, side | (guint32) p->w->same_quotation << 3);
  ADD (34, p->w->n_commas, branch, side);
  ADD (35, p->w->n_cues, branch, p->label);
  ADD (36, p->w->n_commas, p->w->n_quotes, p->label | side << 4);
  ADD (60, p->w->rule, side, p->label);
  ADD (61, p->w->rule, branch, side);
  ADD (62, p->w->rule, t->xpos, t->quote);
  return n;
}

static guint
neighbour_features (const Place *p,
                    guint32     *features)
{
  const HearsayAttributionToken *t = p->t;
  guint32 side = p->side;
  guint32 branch = p->w->branch;
  guint n = 0;

  ADD (17, t->word, p->l->word, side);
  ADD (18, t->word, p->r->word, side);
  ADD (19, p->l->xpos, t->xpos, p->r->xpos);
  ADD (20, p->l->word, side, 0);
  ADD (21, p->r->word, side, 0);
  ADD (22, t->deprel, p->h->deprel, side);
  ADD (23, t->deprel, p->h->lemma, side);
  ADD (24, t->deprel, branch, t->quote);
  ADD (37, t->xpos, p->label, side);
  ADD (38, t->deprel, p->label, side);
  ADD (39, p->r->deprel, branch, p->r->xpos);
  ADD (40, p->l->deprel, branch, p->l->xpos);
  ADD (43, t->shape, p->l->shape, p->r->shape | side << 8);
  ADD (44, p->branch_before, branch, side);
  ADD (45, branch, p->branch_behind, side);
  ADD (46, p->cue->below & 0x7F, branch, side);
  ADD (47, p->cue->below, side, p->label);
  ADD (49, t->lemma, branch, 0);
  ADD (52, p->label, p->l->xpos, t->xpos | side << 8);
  ADD (53, p->label_behind, p->r->xpos, p->label | side << 4);
  return n;
}

static const HearsayAttributionToken *
token_or_nothing (const HearsayAttributionTokens *tokens,
                  gint32                          index)
{
  return index >= 0 ? &tokens->tokens[index] : &nothing;
}

/* Which clause or phrase below the cue a token is in: what it begins with, and whether it begins or ends there. */
static guint
branch_features (const HearsayAttributionTokens *tokens,
                 const Place                    *p,
                 guint32                         index,
                 guint32                        *features)
{
  const HearsayAttributionToken *first = token_or_nothing (tokens, p->w->first_branch);
  const HearsayAttributionToken *second = token_or_nothing (tokens, p->w->second_branch);
  const HearsayTokenRange one = get_extent (tokens, p->w->first_branch);
  const HearsayTokenRange two = get_extent (tokens, p->w->second_branch);
  const HearsayAttributionToken *third = token_or_nothing (tokens, p->w->third_branch);
  guint32 side = p->side;
  guint32 branch = p->w->branch;
  guint32 comma = two.start > 0 && tokens->text->tokens[two.start - 1].punct == HEARSAY_PUNCT_COMMA;
  guint32 first_word = one.end > 0 ? tokens->tokens[one.start].word : 0;
  guint32 second_word = two.end > 0 ? tokens->tokens[two.start].word : 0;
  guint32 edges = (one.end > 0 ? (index == one.start) | (index + 1 == one.end) << 1 : 0) |
                  (two.end > 0 ? (index == two.start) << 2 | (index + 1 == two.end) << 3 : 0);
  guint n = 0;

  ADD (63, branch, second->deprel, side | comma << 3);
  ADD (64, second->deprel, second_word, side | comma << 3);
  ADD (65, branch, first_word, side);
  ADD (66, branch, second->deprel, third->deprel);
  ADD (67, second->deprel, second_word, first->xpos);
  ADD (68, edges, branch, second->deprel);
  ADD (69, second->deprel, first->xpos, comma | (p->w->second_branch > p->w->first_branch ? 2u : 0u) | side << 2);
  ADD (70, second->deprel, second->lemma, side);
  ADD (71, p->cue->cluster, p->w->path, 0);
  ADD (72, p->cue->cluster, branch, side);
  ADD (73, p->cue->verb_class, p->w->path, 0);
  ADD (74, p->t->cluster, branch, side);
  ADD (75, p->t->noun_class, branch, side);
  ADD (76, p->w->in_subject, p->t->xpos, side);
  ADD (77, p->w->in_subject, p->label, side | (guint32) p->w->n_commas << 3);
  ADD (78, first->lemma, branch, side);
  return n;
}

/**
 * hearsay_role_stage_features:
 * @seen: (array): from hearsay_role_stage_prepare()
 * @features: (out) (array fixed-size=96): hashes
 *
 * Returns: how many there are
 */
guint
hearsay_role_stage_features (const HearsayAttributionTokens *tokens,
                             const HearsayCueWindow         *window,
                             const guint8                   *cue_labels,
                             const HearsayWindowToken       *seen,
                             guint                           index,
                             guint32                        *features)
{
  const HearsaySentence *sentence = &tokens->text->sentences[hearsay_attribution_tokens_sentence (tokens, index)];
  guint last = sentence->first_token + sentence->n_tokens - 1;
  Place place;
  guint n;

  fill_place (tokens, window, cue_labels, seen, index, &place);
  n = place_features (&place, features);
  n += neighbour_features (&place, features + n);
  n += branch_features (tokens, &place, index, features + n);
  ADD (41, index == sentence->first_token, index == last, place.t->xpos | place.side << 8);
  ADD (42, index == last, place.w->branch, place.t->quote);
  ADD (48, MIN (window->cue.end - window->cue.start, 3), place.side, place.t->xpos);
  ADD (50, tokens->tokens[window->cue.end - 1].word, place.side, place.t->quote | place.distance << 8);
  ADD (54, tokens->tokens[window->cue.start].word, place.w->branch, place.side);
  return n;
}
