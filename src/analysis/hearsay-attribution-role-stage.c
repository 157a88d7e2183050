/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

#define BASE 1100
#define ADD(number, a, b, c) (features[n++] = hearsay_feature_sum (BASE + (number), (a), (b), (c)))

static const HearsayAttributionToken nothing = { .word = 1, .lemma = 1, .head = -1, .deprel = 255, .xpos = 255, .upos = 255 };

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
  ADD (15, p->w->path, p->label, 0);
  ADD (16, branch, MIN (p->w->path_length, 5), side);
  ADD (25, t->quote, p->l->quote, (guint32) p->r->quote | side << 4);
  ADD (26, t->quote, p->sentence, p->paragraph | side << 4);
  ADD (27, p->cue->lemma, side, t->quote);
  ADD (28, p->cue->lemma, p->distance, 0);
  ADD (29, p->cue->lemma, t->xpos, side);
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
  const HearsayTokenRange one = hearsay_tokens_extent (tokens, p->w->first_branch);
  const HearsayTokenRange two = hearsay_tokens_extent (tokens, p->w->second_branch);
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

/* A clause behind what is certainly content goes with it where nobody else says it, and all the more where it is quoted:
 * whether the words that clauses hang on are cues, and what is still to come in the sentence. */
static guint
clause_features (const HearsayAttributionTokens *tokens,
                 const HearsayCueWindow         *window,
                 const guint8                   *cue_labels,
                 const Place                    *p,
                 guint32                        *features)
{
  const HearsayAttributionToken *second = token_or_nothing (tokens, p->w->second_branch);
  const HearsayTokenRange two = hearsay_tokens_extent (tokens, p->w->second_branch);
  guint32 first_label = p->w->first_branch >= 0 ? cue_labels[p->w->first_branch] : 9;
  guint32 second_label = p->w->second_branch >= 0 ? cue_labels[p->w->second_branch] : 9;
  guint32 comma = two.start > 0 && tokens->text->tokens[two.start - 1].punct == HEARSAY_PUNCT_COMMA;
  guint32 ahead = p->w->n_quotes_ahead | (guint32) p->w->n_cues_ahead << 2;
  guint32 behind_cue = window->cue.end < window->end ? tokens->tokens[window->cue.end].word : 0;
  guint32 branch = p->w->branch;
  guint32 side = p->side;
  guint n = 0;

  ADD (80, branch, side, ahead);
  ADD (81, second->deprel, first_label | second_label << 4, side | comma << 3);
  ADD (82, branch, first_label, side);
  ADD (83, second->deprel, second->below & 0x7F, side | comma << 3);
  ADD (86, behind_cue, branch, side);
  ADD (87, p->t->quote, ahead, side);
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
  n += clause_features (tokens, window, cue_labels, &place, features + n);
  ADD (41, index == sentence->first_token, index == last, place.t->xpos | place.side << 8);
  ADD (42, index == last, place.w->branch, place.t->quote);
  ADD (48, MIN (window->cue.end - window->cue.start, 3), place.side, place.t->xpos);
  ADD (50, tokens->tokens[window->cue.end - 1].word, place.side, place.t->quote | place.distance << 8);
  ADD (54, tokens->tokens[window->cue.start].word, place.w->branch, place.side);
  hearsay_features_mix (features, n);
  return n;
}
