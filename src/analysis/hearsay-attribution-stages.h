/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution-tokens.h"
#include "analysis/hearsay-crf.h"

G_BEGIN_DECLS

/*
 * How statements are found, in three fitted stages:
 *
 *   cues    a field over each paragraph labels sources, cues and contents;
 *           with a bias it gives more cues than will be kept
 *   roles   for each of these cues, a second field over the sentences around it
 *           finds its own source and content
 *   judge   a logistic model says how likely the whole is right
 *
 * What the rules find where the stages find nothing is judged by a fourth.
 */

/* Labels of the cue stage: none, then “begins” and “goes on” for each role. */
enum
{
  HEARSAY_CUE_STAGE_NONE,
  HEARSAY_CUE_STAGE_SOURCE,
  HEARSAY_CUE_STAGE_SOURCE_ON,
  HEARSAY_CUE_STAGE_CUE,
  HEARSAY_CUE_STAGE_CUE_ON,
  HEARSAY_CUE_STAGE_CONTENT,
  HEARSAY_CUE_STAGE_CONTENT_ON,
  HEARSAY_CUE_STAGE_N_LABELS
};

enum
{
  HEARSAY_ROLE_STAGE_NONE,
  HEARSAY_ROLE_STAGE_SOURCE,
  HEARSAY_ROLE_STAGE_SOURCE_ON,
  HEARSAY_ROLE_STAGE_CONTENT,
  HEARSAY_ROLE_STAGE_CONTENT_ON,
  HEARSAY_ROLE_STAGE_N_LABELS
};

#define HEARSAY_STAGE_MAX_FEATURES 96
#define HEARSAY_CANDIDATE_MAX_SOURCES 4
#define HEARSAY_CANDIDATE_MAX_CONTENTS 12

/* A run of tokens, @end exclusive. */
typedef struct
{
  guint32 start;
  guint32 end;
} HearsayTokenRange;

/* What hangs on a token, itself included; nothing for -1. */
static inline HearsayTokenRange
hearsay_tokens_extent (const HearsayAttributionTokens *tokens,
                       gint32                          token)
{
  if (token < 0)
    return (HearsayTokenRange) { 0, 0 };
  return (HearsayTokenRange) { hearsay_attribution_tokens_left (tokens, (guint32) token),
                               hearsay_attribution_tokens_right (tokens, (guint32) token) + 1 };
}

/**
 * HearsayCueWindow:
 * @cue: the cue's tokens
 * @head: the cue's token that carries it
 * @start: first token in which source and content are looked for
 * @end: behind the last one
 */
typedef struct
{
  HearsayTokenRange cue;
  guint32 head;
  guint32 start;
  guint32 end;
} HearsayCueWindow;

/* What the role stage sees of a token in the window of a cue. */
typedef struct
{
  guint32 branch;
  guint32 path;
  gint32 first_branch;  /* the token on the way to the cue that hangs on what is above the cue or on the cue, or -1 */
  gint32 second_branch; /* the one before it, or -1 */
  gint32 third_branch;
  guint8 path_length;
  guint8 n_cues;
  guint8 n_quotes;
  guint8 n_commas;
  guint8 same_quotation;
  guint8 n_cues_ahead; /* from here to the end of the sentence */
  guint8 n_quotes_ahead;
  guint8 in_subject; /* of the cue: 0 no, 1 inside, 2 the first, 3 the last */
  guint8 rule; /* HearsayRole the rules give it for this very cue */
} HearsayWindowToken;

/* A longer cue is none. */
#define HEARSAY_CUE_MAX_LENGTH 16

/**
 * HearsayCueProposal:
 * @p: marginal probability that a cue begins here
 */
typedef struct
{
  HearsayTokenRange cue;
  float p;
} HearsayCueProposal;

/**
 * HearsayCandidate:
 * @p_cue: marginal probability of the cue
 * @p_source: mean over the source's tokens, -1 without a source
 * @p_content: mean over the content's tokens
 * @p_worst: smallest of the pieces' first tokens
 * @rule: index of the rules' attribution with this cue, or -1
 * @confidence: what the judge says
 * @beaten: whether a surer one takes its place
 */
typedef struct
{
  HearsayTokenRange cue;
  guint32 head;
  HearsayTokenRange sources[HEARSAY_CANDIDATE_MAX_SOURCES];
  guint n_sources;
  HearsayTokenRange contents[HEARSAY_CANDIDATE_MAX_CONTENTS];
  guint n_contents;
  float p_cue;
  float p_source;
  float p_content;
  float p_worst;
  gint32 rule;
  float confidence;
  gboolean beaten;
} HearsayAttributionCandidate;

/**
 * HearsayCandidateCompany:
 * @n_around: how many have the cue in their content
 * @n_inside: how many cues lie in the content
 * @n_same: how many contents are mostly this one
 * @p_around: probability of the likeliest cue of those around, 0 for none
 * @p_same: of those with mostly this content
 *
 * How a candidate lies to the others of its text.
 */
typedef struct
{
  guint n_around;
  guint n_inside;
  guint n_same;
  float p_around;
  float p_same;
} HearsayCandidateCompany;

guint            hearsay_cue_stage_features   (const HearsayAttributionTokens    *tokens,
                                               guint                              index,
                                               guint                              start,
                                               guint                              end,
                                               guint32                           *features);
void             hearsay_candidate_complete   (const HearsayAttributionTokens    *tokens,
                                               HearsayAttributionCandidate       *candidate);
guint            hearsay_candidate_length     (const HearsayAttributionCandidate *candidate);
void             hearsay_candidate_company    (const HearsayAttributionCandidate *candidates,
                                               guint                              n_candidates,
                                               guint                              index,
                                               HearsayCandidateCompany           *company);
HearsayCueWindow hearsay_role_stage_window    (const HearsayAttributionTokens    *tokens,
                                               HearsayTokenRange                  cue);
void             hearsay_role_stage_prepare   (const HearsayAttributionTokens    *tokens,
                                               const HearsayCueWindow            *window,
                                               const guint8                      *cue_labels,
                                               HearsayWindowToken                *seen);
guint            hearsay_role_stage_features  (const HearsayAttributionTokens    *tokens,
                                               const HearsayCueWindow            *window,
                                               const guint8                      *cue_labels,
                                               const HearsayWindowToken          *seen,
                                               guint                              index,
                                               guint32                           *features);
guint            hearsay_judge_stage_features (const HearsayAttributionTokens    *tokens,
                                               const HearsayAttributionCandidate *candidates,
                                               guint                              n_candidates,
                                               guint                              index,
                                               guint32                           *features);
float           *hearsay_rule_stage_judged    (const HearsayAttributionTokens    *tokens,
                                               const GArray                      *candidates);
guint            hearsay_rule_stage_features  (const HearsayAttributionTokens    *tokens,
                                               const float                       *judged,
                                               guint                              index,
                                               guint32                           *features);
gboolean         hearsay_rule_stage_take      (const HearsayAttributionTokens    *tokens,
                                               guint                              index,
                                               HearsayAttributionCandidate       *candidate);
guint            hearsay_probability_bucket   (float                              p);
guint            hearsay_distance_bucket      (int                                distance);

G_END_DECLS
