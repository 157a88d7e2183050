/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-model.h"

/* A paragraph is labelled in pieces of this many tokens, so that memory stays small. */
#define MAX_PIECE 4096
/* The labels that the role stage sees have a few cues more than are likely. */
#define LABEL_BIAS 1

/* A cue goes on as long as so much of its probability does. */
#define CUE_SHARE 0.75f

/* How far a cue goes that begins at @i. */
static guint
find_cue_end (const float *marginals,
              guint        i,
              guint        n)
{
  guint limit = MIN (n, i + HEARSAY_CUE_MAX_LENGTH);
  guint end = i + 1;
  float before = marginals[(gsize) i * HEARSAY_CUE_STAGE_N_LABELS + HEARSAY_CUE_STAGE_CUE];

  for (; end < limit; end++)
    {
      float p = marginals[(gsize) end * HEARSAY_CUE_STAGE_N_LABELS + HEARSAY_CUE_STAGE_CUE_ON];

      if (p < before * CUE_SHARE)
        break;
      before = MIN (before, p);
    }
  return end;
}

/* Where the marginal probability that a cue begins is high enough, one begins. */
static void
propose_cues (const float *marginals,
              float        min_cue,
              guint        start,
              guint        n,
              GArray      *cues)
{
  const guint n_labels = HEARSAY_CUE_STAGE_N_LABELS;

  for (guint i = 0; i < n; i++)
    {
      HearsayCueProposal proposal = { { start + i, start + i + 1 }, marginals[(gsize) i * n_labels + HEARSAY_CUE_STAGE_CUE] };

      if (proposal.p < min_cue)
        continue;
      proposal.cue.end = start + find_cue_end (marginals, i, n);
      g_array_append_val (cues, proposal);
    }
}

/* Of one token. While those of the next one are made, its weights are on their way. */
typedef struct
{
  guint32 hashes[HEARSAY_STAGE_MAX_FEATURES];
  guint32 places[HEARSAY_STAGE_MAX_FEATURES];
  guint n;
} Features;

static void
find (const HearsayStage *stage,
      Features           *features)
{
  if (stage->score == NULL)
    hearsay_weights_find (&stage->field->weights, features->hashes, features->n, features->places);
}

static void
score (const HearsayStage *stage,
       const Features     *features,
       float              *scores)
{
  if (stage->score != NULL)
    stage->score (stage->data, features->hashes, features->n, scores);
  else
    hearsay_crf_score (stage->field, features->hashes, features->places, features->n, scores);
}

/* There is a token at least. */
static void
run_piece (const HearsayAttributionTokens *tokens,
           const HearsayStage             *stage,
           float                           min_cue,
           guint                           start,
           guint                           end,
           guint8                         *labels,
           GArray                         *cues,
           float                          *scores)
{
  const guint n_labels = HEARSAY_CUE_STAGE_N_LABELS;
  guint n = end - start;
  Features features[2];
  float *marginals = scores + (gsize) MAX_PIECE * n_labels;

  for (guint i = start; i < end; i++)
    {
      Features *now = &features[i & 1];

      now->n = hearsay_cue_stage_features (tokens, i, start, end, now->hashes);
      find (stage, now);
      if (i > start)
        score (stage, &features[~i & 1], scores + (gsize) (i - 1 - start) * n_labels);
    }
  score (stage, &features[(end - 1) & 1], scores + (gsize) (n - 1) * n_labels);
  hearsay_crf_decode (stage->field, scores, n, HEARSAY_CUE_STAGE_CUE, LABEL_BIAS, labels + start);
  if (cues == NULL)
    return;
  hearsay_crf_marginals (stage->field, scores, n, marginals);
  propose_cues (marginals, min_cue, start, n, cues);
}

/**
 * hearsay_cue_stage_run:
 * @min_cue: for @cues
 * @labels: (out) (array): the label of every token
 * @cues: (nullable) (element-type HearsayCueProposal): takes what may be a cue, in text order;
 *   proposals may overlap
 */
void
hearsay_cue_stage_run (const HearsayAttributionTokens *tokens,
                       const HearsayStage             *stage,
                       float                           min_cue,
                       guint8                         *labels,
                       GArray                         *cues)
{
  g_autofree float *scores = g_new (float, (gsize) MAX_PIECE * HEARSAY_CUE_STAGE_N_LABELS * 2);

  for (guint p = 0; p < tokens->text->n_paragraphs; p++)
    {
      const HearsayParagraph *paragraph = &tokens->text->paragraphs[p];
      guint end = paragraph->first_token + paragraph->n_tokens;

      for (guint start = paragraph->first_token; start < end; start += MAX_PIECE)
        run_piece (tokens, stage, min_cue, start, MIN (end, start + MAX_PIECE), labels, cues, scores);
    }
}

static void
add_range (HearsayTokenRange *ranges,
           guint             *n,
           guint              max,
           guint32            start,
           guint32            end)
{
  if (*n < max)
    ranges[(*n)++] = (HearsayTokenRange) { start, end };
}

/* Reads sources and contents off the labels. */
static void
read_roles (HearsayAttributionCandidate *candidate,
            const HearsayCueWindow      *window,
            const guint8                *roles,
            const float                 *marginals)
{
  const guint n_labels = HEARSAY_ROLE_STAGE_N_LABELS;
  guint n = window->end - window->start;
  float source = 0;
  float content = 0;
  guint n_source = 0;
  guint n_content = 0;

  candidate->p_worst = 1;
  for (guint i = 0; i < n;)
    {
      guint role = roles[i];
      guint begin = i;
      gboolean is_source = role <= HEARSAY_ROLE_STAGE_SOURCE_ON;

      if (role == HEARSAY_ROLE_STAGE_NONE)
        {
          i++;
          continue;
        }
      candidate->p_worst = MIN (candidate->p_worst, marginals[(gsize) i * n_labels + role]);
      do
        {
          *(is_source ? &source : &content) += marginals[(gsize) i * n_labels + roles[i]];
          *(is_source ? &n_source : &n_content) += 1;
          i++;
        }
      while (i < n && roles[i] == (is_source ? HEARSAY_ROLE_STAGE_SOURCE_ON : HEARSAY_ROLE_STAGE_CONTENT_ON));
      if (is_source)
        add_range (candidate->sources, &candidate->n_sources, HEARSAY_CANDIDATE_MAX_SOURCES,
                   window->start + begin, window->start + i);
      else
        add_range (candidate->contents, &candidate->n_contents, HEARSAY_CANDIDATE_MAX_CONTENTS,
                   window->start + begin, window->start + i);
    }
  candidate->p_source = n_source > 0 ? source / (float) n_source : -1;
  candidate->p_content = n_content > 0 ? content / (float) n_content : -1;
}

/* Room for one window. */
typedef struct
{
  HearsayWindowToken *seen;
  float *scores;
  float *marginals;
  guint8 *roles;
  guint size;
} WindowSpace;

static void
window_space_grow (WindowSpace *self,
                   guint        n)
{
  if (n <= self->size)
    return;
  self->size = n * 2;
  self->seen = g_renew (HearsayWindowToken, self->seen, self->size);
  self->scores = g_renew (float, self->scores, (gsize) self->size * HEARSAY_ROLE_STAGE_N_LABELS);
  self->marginals = g_renew (float, self->marginals, (gsize) self->size * HEARSAY_ROLE_STAGE_N_LABELS);
  self->roles = g_renew (guint8, self->roles, self->size);
}

static void
window_space_clear (WindowSpace *self)
{
  g_free (self->seen);
  g_free (self->scores);
  g_free (self->marginals);
  g_free (self->roles);
}

static gboolean
run_window (const HearsayAttributionTokens *tokens,
            const HearsayStage             *stage,
            const guint8                   *labels,
            HearsayTokenRange               cue,
            WindowSpace                    *space,
            HearsayAttributionCandidate    *candidate)
{
  static const float content_bias[] = { 0, 2, 4 };
  HearsayCueWindow window = hearsay_role_stage_window (tokens, cue);
  guint n = window.end - window.start;
  Features features[2];

  window_space_grow (space, n);
  hearsay_role_stage_prepare (tokens, &window, labels, space->seen);
  for (guint i = 0; i < n; i++)
    {
      Features *now = &features[i & 1];

      now->n = hearsay_role_stage_features (tokens, &window, labels, space->seen, window.start + i, now->hashes);
      find (stage, now);
      if (i > 0)
        score (stage, &features[~i & 1], space->scores + (gsize) (i - 1) * HEARSAY_ROLE_STAGE_N_LABELS);
    }
  score (stage, &features[(n - 1) & 1], space->scores + (gsize) (n - 1) * HEARSAY_ROLE_STAGE_N_LABELS);
  hearsay_crf_marginals (stage->field, space->scores, n, space->marginals);
  /* A cue without a content is none: where the best labels have no content, the next best are taken. */
  for (guint k = 0; k < G_N_ELEMENTS (content_bias); k++)
    {
      hearsay_crf_decode (stage->field, space->scores, n, HEARSAY_ROLE_STAGE_CONTENT, content_bias[k], space->roles);
      for (guint32 i = cue.start; i < cue.end; i++)
        space->roles[i - window.start] = HEARSAY_ROLE_STAGE_NONE;
      memset (candidate, 0, sizeof *candidate);
      candidate->cue = cue;
      candidate->head = window.head;
      candidate->rule = tokens->rule_of[window.head];
      read_roles (candidate, &window, space->roles, space->marginals);
      hearsay_candidate_complete (tokens, candidate);
      if (candidate->n_contents > 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds the cues that only the rules see: whole runs of tokens that they give one attribution. */
static GArray *
add_rule_cues (const HearsayAttributionTokens *tokens,
               const GArray                   *cues)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (HearsayCueProposal));
  guint next = 0;
  guint32 end = 0;

  for (guint32 i = 0; i < tokens->n || next < cues->len;)
    {
      const HearsayCueProposal *own = next < cues->len ? &g_array_index (cues, HearsayCueProposal, next) : NULL;
      HearsayCueProposal rule = { { i, i + 1 }, 0 };

      if (own != NULL && own->cue.start <= i)
        {
          g_array_append_vals (all, own, 1);
          end = MAX (end, own->cue.end);
          next++;
          continue;
        }
      while (i >= end && tokens->rule_of[i] >= 0 && rule.cue.end < tokens->n &&
             (own == NULL || rule.cue.end < own->cue.start) && tokens->rule_of[rule.cue.end] == tokens->rule_of[i])
        rule.cue.end++;
      if (i >= end && tokens->rule_of[i] >= 0 && rule.cue.end - i <= HEARSAY_CUE_MAX_LENGTH)
        g_array_append_val (all, rule);
      i = rule.cue.end;
    }
  return all;
}

/**
 * hearsay_role_stage_run:
 * @labels: (array): of the cue stage
 * @cues: (element-type HearsayCueProposal): of the cue stage
 *
 * Returns: (transfer full) (element-type HearsayAttributionCandidate): every cue
 *   of @cues or of the rules that has a content, in text order
 */
GArray *
hearsay_role_stage_run (const HearsayAttributionTokens *tokens,
                        const HearsayStage             *stage,
                        const guint8                   *labels,
                        const GArray                   *cues,
                        GCancellable                   *cancellable)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (HearsayAttributionCandidate));
  g_autoptr (GArray) all = add_rule_cues (tokens, cues);
  WindowSpace space = { 0 };

  for (guint i = 0; i < all->len; i++)
    {
      const HearsayCueProposal *proposal = &g_array_index (all, HearsayCueProposal, i);
      HearsayAttributionCandidate candidate;

      if (run_window (tokens, stage, labels, proposal->cue, &space, &candidate))
        {
          candidate.p_cue = proposal->p;
          g_array_append_val (candidates, candidate);
        }
      if ((i & 63) == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }
  window_space_clear (&space);
  return candidates;
}
