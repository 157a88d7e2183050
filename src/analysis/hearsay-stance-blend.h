/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-stance-judge.h"

G_BEGIN_DECLS

/* What is weighed when a statement's stance toward one target is decided. */
typedef enum
{
  HEARSAY_STANCE_CLUE_ALWAYS,
  HEARSAY_STANCE_CLUE_EAR_SUPPORT, /* how the words around the target sound to the fitted model */
  HEARSAY_STANCE_CLUE_EAR_OPPOSE,
  HEARSAY_STANCE_CLUE_PAIR_SUPPORT, /* how who says it stands to it, where both are named in a sentence */
  HEARSAY_STANCE_CLUE_PAIR_OPPOSE,
  HEARSAY_STANCE_CLUE_RULES_SUPPORT, /* what the words of attitude say by the rules */
  HEARSAY_STANCE_CLUE_RULES_OPPOSE,
  HEARSAY_STANCE_CLUE_CUE_SUPPORT, /* “praised”, “fears that” */
  HEARSAY_STANCE_CLUE_CUE_OPPOSE,
  HEARSAY_STANCE_CLUE_HEDGED,
  HEARSAY_STANCE_N_CLUES,
} HearsayStanceClue;

/* What can be asked differs: each kind has weights of its own. */
typedef enum
{
  HEARSAY_STANCE_BLEND_PAIR,  /* an actor in indirect speech, with who says it in the same sentence */
  HEARSAY_STANCE_BLEND_EAR,   /* an actor in somebody's own words */
  HEARSAY_STANCE_BLEND_ISSUE, /* what is argued about: the fitted model knows only people */
  HEARSAY_STANCE_N_BLENDS,
} HearsayStanceBlendKind;

/**
 * HearsayStanceClues:
 * @speaker: actor, or -1
 * @target: actor or issue
 * @quoted: whether it was said in these words
 *
 * All that is known of one target of a statement.
 */
typedef struct
{
  gint32 speaker;
  gint32 target;
  gboolean issue;
  gboolean quoted;
  HearsayStanceBlendKind kind;
  float clues[HEARSAY_STANCE_N_CLUES];
} HearsayStanceClues;

/**
 * HearsayStanceBlend:
 * @weights: of the clues, for support and for opposition; neutral has none
 * @judge: makes a position of the scores
 *
 * A small multinomial logistic model, fitted to statements whose stances people have
 * labelled. Where no clue is strong, neutral is the likeliest.
 */
typedef struct
{
  float weights[2][HEARSAY_STANCE_N_CLUES];
  HearsayStanceJudge judge;
} HearsayStanceBlend;

void     hearsay_stance_blend_score  (const HearsayStanceBlend *self,
                                      const float              *clues,
                                      float                    *scores);
void     hearsay_stance_blend_decide (const HearsayStanceBlend *self,
                                      const float              *clues,
                                      HearsayStanceVerdict     *verdict);
gboolean hearsay_stance_blends_read  (HearsayStanceBlend       *blends,
                                      const guint8             *section,
                                      gsize                     size);
GBytes  *hearsay_stance_blends_pack  (const HearsayStanceBlend *blends) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
