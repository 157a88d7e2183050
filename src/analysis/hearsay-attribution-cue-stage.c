/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

/* Numbers of this stage's features begin here. */
#define BASE 1000
#define ADD(number, a, b, c) (features[n++] = hearsay_feature_sum (BASE + (number), (a), (b), (c)))

/* A head that says something is looked for so many steps up the tree. */
#define MAX_STEPS 12
#define SAYING_BUCKET 4

static const HearsayAttributionToken nothing = { .word = 1, .lemma = 1, .head = -1, .deprel = 255, .xpos = 255, .upos = 255 };

static const HearsayAttributionToken *
token_at (const HearsayAttributionTokens *tokens,
          gint64                          index,
          guint                           start,
          guint                           end)
{
  return index < (gint64) start || index >= (gint64) end ? &nothing : &tokens->tokens[index];
}

static guint
word_features (const HearsayAttributionTokens *tokens,
               guint                           index,
               guint                           start,
               guint                           end,
               guint32                        *features)
{
  const HearsayAttributionToken *t = &tokens->tokens[index];
  const HearsayAttributionToken *l = token_at (tokens, (gint64) index - 1, start, end);
  const HearsayAttributionToken *l2 = token_at (tokens, (gint64) index - 2, start, end);
  const HearsayAttributionToken *r = token_at (tokens, (gint64) index + 1, start, end);
  const HearsayAttributionToken *r2 = token_at (tokens, (gint64) index + 2, start, end);
  guint n = 0;

  ADD (1, t->word, 0, 0);
  ADD (2, t->lemma, t->xpos, 0);
  ADD (3, l->word, 0, 0);
  ADD (4, r->word, 0, 0);
  ADD (5, l2->word, 0, 0);
  ADD (6, r2->word, 0, 0);
  ADD (7, t->xpos, 0, 0);
  ADD (8, l->xpos, t->xpos, 0);
  ADD (9, t->xpos, r->xpos, 0);
  ADD (10, l->xpos, t->xpos, r->xpos);
  ADD (11, l2->xpos, l->xpos, t->xpos);
  ADD (12, t->xpos, r->xpos, r2->xpos);
  ADD (13, l->word, t->word, 0);
  ADD (14, t->word, r->word, 0);
  ADD (16, t->quote, t->xpos, 0);
  ADD (17, t->quote, l->quote, r->quote);
  ADD (18, t->quote, t->word, 0);
  ADD (19, t->shape, l->shape, r->shape);
  ADD (20, t->suffix, t->xpos, 0);
  ADD (60, t->rule, l->rule, r->rule);
  ADD (61, t->rule, t->xpos, t->quote);
  ADD (62, t->rule, t->lemma, 0);
  ADD (63, t->cluster, t->xpos, 0);
  ADD (64, t->cluster >> 6, t->xpos, t->deprel);
  ADD (65, t->verb_class, t->xpos, t->below);
  ADD (66, t->verb_class, t->bucket, t->xpos);
  return n;
}

static guint
tree_features (const HearsayAttributionTokens *tokens,
               guint                           index,
               guint                           start,
               guint                           end,
               guint32                        *features)
{
  const HearsayAttributionToken *t = &tokens->tokens[index];
  const HearsayAttributionToken *l = token_at (tokens, (gint64) index - 1, start, end);
  const HearsayAttributionToken *r = token_at (tokens, (gint64) index + 1, start, end);
  const HearsayAttributionToken *l2 = token_at (tokens, (gint64) index - 2, start, end);
  const HearsayAttributionToken *r2 = token_at (tokens, (gint64) index + 2, start, end);
  const HearsayAttributionToken *h = t->head >= 0 ? &tokens->tokens[t->head] : &nothing;
  const HearsayAttributionToken *g = h->head >= 0 ? &tokens->tokens[h->head] : &nothing;
  guint32 side = t->head < 0 ? 0 : t->head < (gint32) index ? 1 : 2;
  guint n = 0;

  ADD (21, t->deprel, t->xpos, 0);
  ADD (22, t->deprel, h->lemma, 0);
  ADD (23, t->deprel, h->xpos, side);
  ADD (24, t->deprel, h->bucket, side);
  ADD (25, h->deprel, t->deprel, g->lemma);
  ADD (26, t->deprel, h->deprel, g->bucket);
  ADD (27, t->bucket, 0, 0);
  ADD (28, t->bucket, t->xpos, t->deprel);
  ADD (29, l->bucket, t->bucket, r->bucket);
  ADD (30, l2->bucket, r2->bucket, t->xpos);
  ADD (31, t->lemma, t->below & 0xFF, 0);
  ADD (32, t->bucket, t->below, 0);
  ADD (33, t->lemma, t->deprel, 0);
  ADD (34, t->xpos, t->below, t->deprel);
  ADD (35, t->bucket, t->below & 0xFF, t->quote);
  ADD (47, l->xpos, l->deprel, t->deprel);
  ADD (48, r->deprel, t->deprel, r->xpos);
  return n;
}

/* Who does what: the subject and object of the word. */
static guint
argument_features (const HearsayAttributionTokens *tokens,
                   guint                           index,
                   guint32                        *features)
{
  const HearsayAttributionToken *t = &tokens->tokens[index];
  const HearsayAttributionToken *s = t->subject >= 0 ? &tokens->tokens[t->subject] : &nothing;
  const HearsayAttributionToken *o = t->object >= 0 ? &tokens->tokens[t->object] : &nothing;
  const HearsayAttributionToken *h = t->head >= 0 ? &tokens->tokens[t->head] : &nothing;
  guint32 opening = t->object >= 0 ? tokens->tokens[hearsay_attribution_tokens_left (tokens, (guint32) t->object)].word : 0;
  guint n = 0;

  ADD (67, t->lemma, s->xpos, 0);
  ADD (68, t->bucket, s->cluster, t->xpos);
  ADD (69, t->lemma, s->noun_class, 0);
  ADD (70, s->lemma, t->bucket, 0);
  ADD (71, t->lemma, o->deprel, opening);
  ADD (72, t->lemma, o->lemma, 0);
  ADD (73, t->bucket, o->lemma, o->deprel);
  ADD (74, t->bucket, o->cluster, o->deprel);
  ADD (75, h->bucket, t->deprel, t->bucket);
  ADD (77, t->noun_class, t->xpos, t->below);
  ADD (78, t->cluster, o->deprel, s->xpos);
  ADD (79, t->cluster, t->below, 0);
  return n;
}

/* The nearest word above that tends to be a cue, and by which branch the token hangs on it. */
static guint
saying_features (const HearsayAttributionTokens *tokens,
                 guint                           index,
                 guint32                        *features)
{
  const HearsayAttributionToken *t = &tokens->tokens[index];
  const HearsayAttributionToken *branch = t;
  gint32 above = t->head;
  guint n = 0;

  for (guint step = 0; above >= 0 && step < MAX_STEPS; step++)
    {
      const HearsayAttributionToken *a = &tokens->tokens[above];

      if (a->bucket >= SAYING_BUCKET)
        {
          guint32 side = above < (gint32) index ? 1 : 2;

          ADD (36, a->bucket, branch->deprel, side);
          ADD (37, a->lemma, branch->deprel, side);
          ADD (38, a->bucket, branch->deprel, MIN (step, 3) | (guint32) t->quote << 4);
          ADD (39, branch->deprel, a->bucket, t->xpos);
          ADD (53, branch->deprel, a->below & 0xFF, t->deprel);
          return n;
        }
      branch = a;
      above = a->head;
    }
  ADD (40, t->quote, t->xpos, 0);
  return n;
}

static guint
sentence_features (const HearsayAttributionTokens *tokens,
                   guint                           index,
                   guint                           start,
                   guint                           end,
                   guint32                        *features)
{
  const HearsayAttributionToken *t = &tokens->tokens[index];
  const HearsaySentence *sentence = &tokens->text->sentences[hearsay_attribution_tokens_sentence (tokens, index)];
  guint first = sentence->first_token;
  guint last = first + sentence->n_tokens - 1;
  gboolean begins_paragraph = tokens->text->paragraphs[sentence->paragraph].first_token == first;
  guint opening = tokens->tokens[first].quote;
  guint n = 0;

  ADD (42, opening, t->bucket, 0);
  ADD (43, index == first, index == last, t->xpos);
  ADD (45, begins_paragraph, opening, t->quote);
  for (guint k = 1; k <= 4; k++)
    {
      if (token_at (tokens, (gint64) index + k, start, end)->quote == HEARSAY_IN_QUOTE_OPENING)
        {
          ADD (49, k, t->xpos, 0);
          break;
        }
    }
  for (guint k = 1; k <= 4; k++)
    {
      if (token_at (tokens, (gint64) index - k, start, end)->quote == HEARSAY_IN_QUOTE_CLOSING)
        {
          ADD (50, k, t->xpos, t->bucket);
          break;
        }
    }
  return n;
}

/**
 * hearsay_cue_stage_features:
 * @start: first token of the paragraph
 * @end: behind its last one
 * @features: (out) (array fixed-size=96): hashes
 *
 * Returns: how many there are
 */
guint
hearsay_cue_stage_features (const HearsayAttributionTokens *tokens,
                            guint                           index,
                            guint                           start,
                            guint                           end,
                            guint32                        *features)
{
  guint n = word_features (tokens, index, start, end, features);

  n += tree_features (tokens, index, start, end, features + n);
  n += argument_features (tokens, index, features + n);
  n += saying_features (tokens, index, features + n);
  n += sentence_features (tokens, index, start, end, features + n);
  hearsay_features_mix (features, n);
  return n;
}
