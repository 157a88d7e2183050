/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Classes of a pair: neutral, support by the first and by the second, opposition
 * by the first and by the second; of a target: neutral, support, opposition.
 */
#define HEARSAY_STANCE_PAIR_CLASSES 5
#define HEARSAY_STANCE_TARGET_CLASSES 3
#define HEARSAY_STANCE_MAX_CLASSES 5

/* Points of the curve from what the weights say to how often they are right. */
#define HEARSAY_STANCE_N_KNOTS 12

/**
 * HearsayStanceJudge:
 * @offsets: what is added to each class's score before the best one is taken: rare
 *   classes would hardly ever win without
 * @sure: from which probability on support or opposition is shown as sure
 * @said: probability of the class that was taken, rising; for neutral, then for the rest
 * @right: how often it was right with that probability
 *
 * How scores become a position. Set by the trainer from items that the weights had
 * not seen.
 */
typedef struct
{
  float offsets[HEARSAY_STANCE_MAX_CLASSES];
  float sure;
  float said[2][HEARSAY_STANCE_N_KNOTS];
  float right[2][HEARSAY_STANCE_N_KNOTS];
} HearsayStanceJudge;

/**
 * HearsayStanceVerdict:
 * @label: the class that was taken
 * @probability: of it by the weights alone
 * @shares: of every class with the offsets counted in, 1 together
 * @confidence: how often such a verdict is right
 * @sure: above the threshold, and not neutral
 */
typedef struct
{
  guint label;
  float probability;
  float shares[HEARSAY_STANCE_MAX_CLASSES];
  float confidence;
  gboolean sure;
} HearsayStanceVerdict;

void     hearsay_stance_judge_decide   (const HearsayStanceJudge *self,
                                        const float              *scores,
                                        guint                     n_classes,
                                        HearsayStanceVerdict     *verdict);
gboolean hearsay_stance_judge_is_sound (const HearsayStanceJudge *self);
void     hearsay_stance_read_floats    (const guint8             *bytes,
                                        float                    *values,
                                        gsize                     n);
GBytes  *hearsay_stance_pack_floats    (const float              *values,
                                        gsize                     n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
