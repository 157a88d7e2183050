/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-stages.h"

#define BASE 1200
#define ADD(number, a, b, c) (features[n++] = hearsay_feature (BASE + (number), (a), (b), (c)))

/**
 * hearsay_probability_bucket:
 *
 * Returns: a number that is the same for probabilities that differ little, 0 to 10
 */
guint
hearsay_probability_bucket (float p)
{
  static const float limits[] = { 0.02f, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.65f, 0.8f, 0.9f, 0.97f };
  guint bucket = 0;

  while (bucket < G_N_ELEMENTS (limits) && p >= limits[bucket])
    bucket++;
  return bucket;
}

static guint
length_bucket (guint length)
{
  static const guint limits[] = { 2, 3, 5, 10, 20, 40 };
  guint bucket = 0;

  while (bucket < G_N_ELEMENTS (limits) && length >= limits[bucket])
    bucket++;
  return bucket;
}

/* 0: no word of the content is quoted, 1: some, 2: all. */
static guint
quoted_share (const HearsayAttributionTokens    *tokens,
              const HearsayAttributionCandidate *candidate)
{
  guint n_quoted = 0;

  for (guint k = 0; k < candidate->n_contents; k++)
    for (guint32 i = candidate->contents[k].start; i < candidate->contents[k].end; i++)
      n_quoted += tokens->tokens[i].quote != HEARSAY_IN_QUOTE_NO;
  return n_quoted == 0 ? 0 : n_quoted == hearsay_candidate_length (candidate) ? 2 : 1;
}

/* Distance between a piece and the cue, with its side. */
static guint
gap_bucket (HearsayTokenRange piece,
            HearsayTokenRange cue)
{
  if (piece.start < cue.start)
    return hearsay_distance_bucket ((int) cue.start - (int) piece.end);
  return 40 + hearsay_distance_bucket ((int) piece.start - (int) cue.end);
}

static guint
agreement_features (const HearsayAttributionTokens    *tokens,
                    const HearsayAttributionCandidate *candidate,
                    guint                              p_cue,
                    guint                              quoted,
                    guint32                           *features)
{
  const HearsayAttribution *rule;
  guint32 first = candidate->contents[0].start;
  guint32 last = candidate->contents[candidate->n_contents - 1].end - 1;
  const HearsaySpan *contents;
  guint n = 0;
  guint same;

  if (candidate->rule < 0)
    {
      ADD (60, p_cue, quoted, 0);
      return n;
    }
  rule = hearsay_attributions_get (tokens->rules, candidate->rule);
  contents = hearsay_attributions_contents (tokens->rules, rule);
  same = (contents[0].start == tokens->text->tokens[first].start ? 1u : 0u) |
         (contents[rule->n_contents - 1].end == tokens->text->tokens[last].end ? 2u : 0u) |
         (hearsay_span_is_empty (rule->source) == (candidate->n_sources == 0) ? 4u : 0u);
  ADD (61, same, quoted, p_cue);
  ADD (62, hearsay_hash_bytes (rule->rule, strlen (rule->rule)), same, 0);
  ADD (63, hearsay_hash_bytes (rule->rule, strlen (rule->rule)), p_cue, 0);
  return n;
}

static guint
place_features (const HearsayAttributionTokens    *tokens,
                const HearsayAttributionCandidate *candidate,
                guint                              p_cue,
                guint                              quoted,
                guint32                           *features)
{
  const HearsayAttributionToken *head = &tokens->tokens[candidate->head];
  guint n = 0;

  if (candidate->n_sources > 0)
    {
      const HearsayAttributionToken *source = &tokens->tokens[candidate->sources[0].end - 1];

      ADD (24, source->word, 0, 0);
      ADD (25, source->xpos, p_cue, 0);
      ADD (26, source->deprel, head->xpos, 0);
      ADD (27, gap_bucket (candidate->sources[0], candidate->cue), p_cue, 0);
    }
  ADD (28, tokens->tokens[candidate->contents[0].start].word, head->bucket, 0);
  ADD (29, tokens->tokens[candidate->contents[0].start].deprel, p_cue, 0);
  ADD (30, tokens->tokens[candidate->cue.end - 1].word, p_cue, 0);
  ADD (31, tokens->tokens[candidate->cue.start].word, 0, 0);
  ADD (36, gap_bucket (candidate->contents[0], candidate->cue), p_cue, quoted);
  if (candidate->cue.end < tokens->n)
    ADD (34, tokens->tokens[candidate->cue.end].word, head->bucket, 0);
  if (candidate->cue.start > 0)
    ADD (35, tokens->tokens[candidate->cue.start - 1].word, head->bucket, 0);
  return n;
}

static gint32
head_of (const HearsayAttributionTokens *tokens,
         HearsayTokenRange               range)
{
  for (guint32 i = range.start; i < range.end; i++)
    {
      gint32 head = tokens->tokens[i].head;

      if ((head < (gint32) range.start || head >= (gint32) range.end) && tokens->tokens[i].deprel != HEARSAY_DEPREL_PUNCT)
        return (gint32) i;
    }
  return (gint32) range.start;
}

/* How a piece hangs together with the cue: 0 on its head, 1 its head on the piece, 2 on the same word, 3 otherwise. */
static guint
relation_to (const HearsayAttributionTokens    *tokens,
             const HearsayAttributionCandidate *candidate,
             gint32                             piece)
{
  gint32 above = tokens->tokens[piece].head;

  if (above >= (gint32) candidate->cue.start && above < (gint32) candidate->cue.end)
    return 0;
  if (tokens->tokens[candidate->head].head == piece)
    return 1;
  return above >= 0 && tokens->tokens[candidate->head].head == above ? 2 : 3;
}

/* The words that carry source and content. */
static guint
argument_features (const HearsayAttributionTokens    *tokens,
                   const HearsayAttributionCandidate *candidate,
                   guint                              p_cue,
                   guint32                           *features)
{
  const HearsayAttributionToken *head = &tokens->tokens[candidate->head];
  gint32 content = head_of (tokens, candidate->contents[0]);
  const HearsayAttributionToken *c = &tokens->tokens[content];
  guint relation = relation_to (tokens, candidate, content);
  guint32 last = candidate->contents[candidate->n_contents - 1].end;
  guint n = 0;

  ADD (40, head->lemma, c->deprel, relation);
  ADD (41, p_cue, c->deprel, relation);
  ADD (42, head->bucket, c->deprel, relation);
  ADD (43, head->lemma, tokens->tokens[candidate->contents[0].start].word, 0);
  ADD (44, c->xpos, relation, hearsay_probability_bucket (candidate->p_content));
  ADD (45, c->lemma, head->bucket, 0);
  ADD (46, c->deprel, (candidate->contents[0].start == hearsay_attribution_tokens_left (tokens, (guint32) content)) |
                      (last == hearsay_attribution_tokens_right (tokens, (guint32) content) + 1) << 1, relation);
  ADD (47, last < tokens->n ? tokens->tokens[last].xpos : 250, c->deprel, hearsay_probability_bucket (candidate->p_worst));
  ADD (48, c->noun_class, head->bucket, c->deprel);
  if (candidate->n_sources > 0)
    {
      gint32 source = head_of (tokens, candidate->sources[0]);
      const HearsayAttributionToken *s = &tokens->tokens[source];

      relation = relation_to (tokens, candidate, source);
      ADD (50, s->deprel, relation, hearsay_probability_bucket (candidate->p_source));
      ADD (51, s->xpos, s->noun_class, head->bucket);
      ADD (52, s->lemma, head->bucket, 0);
      ADD (53, s->cluster, p_cue, 0);
      ADD (54, s->noun_class, head->lemma, 0);
      ADD (55, source == head->subject, p_cue, relation);
    }
  return n;
}

/**
 * hearsay_judge_stage_features:
 * @candidates: (array length=n_candidates): of the whole text, by their cues
 * @features: (out) (array fixed-size=96): hashes
 *
 * Returns: how many there are
 */
guint
hearsay_judge_stage_features (const HearsayAttributionTokens    *tokens,
                              const HearsayAttributionCandidate *candidates,
                              guint                              n_candidates,
                              guint                              index,
                              guint32                           *features)
{
  const HearsayAttributionCandidate *own = &candidates[index];
  const HearsayAttributionToken *head = &tokens->tokens[own->head];
  HearsayCandidateCompany company;
  guint p_cue = hearsay_probability_bucket (own->p_cue);
  guint p_content = hearsay_probability_bucket (own->p_content);
  guint p_source = own->n_sources > 0 ? hearsay_probability_bucket (own->p_source) : 15;
  guint length = length_bucket (hearsay_candidate_length (own));
  guint quoted = quoted_share (tokens, own);
  guint around;
  guint same;
  guint n = 0;

  hearsay_candidate_company (candidates, n_candidates, index, &company);
  around = company.n_around > 0 ? 1 + hearsay_probability_bucket (company.p_around) : 0;
  same = company.n_same > 0 ? 1 + hearsay_probability_bucket (company.p_same) : 0;
  ADD (0, 0, 0, 0);
  ADD (1, p_cue, 0, 0);
  ADD (2, p_cue, p_content, 0);
  ADD (3, p_cue, p_source, 0);
  ADD (4, p_cue, around, 0);
  ADD (5, p_cue, same, 0);
  ADD (6, p_cue, head->bucket, 0);
  ADD (7, p_cue, length, quoted);
  ADD (8, hearsay_probability_bucket (own->p_worst), p_content, 0);
  ADD (9, head->lemma, 0, 0);
  ADD (10, head->lemma, quoted, 0);
  ADD (11, head->xpos, p_cue, 0);
  ADD (12, head->deprel, p_cue, 0);
  ADD (13, own->n_sources > 0, p_cue, length);
  ADD (14, around, same, 0);
  ADD (15, around, quoted, head->bucket);
  ADD (16, head->deprel, around, 0);
  ADD (17, MIN (company.n_inside, 2), p_cue, 0);
  ADD (18, MIN (own->n_contents, 3), quoted, 0);
  ADD (19, head->quote, around, quoted);
  ADD (20, head->bucket, length, quoted);
  ADD (21, MIN (own->cue.end - own->cue.start, 4), p_cue, 0);
  ADD (22, p_content, length, 0);
  ADD (23, p_source, own->n_sources, 0);
  ADD (32, head->below, p_cue, 0);
  ADD (33, hearsay_probability_bucket (own->p_cue * own->p_content * (own->n_sources > 0 ? own->p_source : 0.7f)), 0, 0);
  ADD (37, head->verb_class, p_cue, quoted);
  ADD (38, head->cluster, p_cue, 0);
  n += argument_features (tokens, own, p_cue, features + n);
  n += place_features (tokens, own, p_cue, quoted, features + n);
  n += agreement_features (tokens, own, p_cue, quoted, features + n);
  return n;
}
