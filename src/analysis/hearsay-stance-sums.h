/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-meanings.h"
#include "analysis/hearsay-stance-features.h"

G_BEGIN_DECLS

/* Groups of words whose meanings are summed. The first ones are told apart by whether the holder stands before the target. */
typedef enum
{
  HEARSAY_STANCE_SUM_BEFORE,
  HEARSAY_STANCE_SUM_BETWEEN,
  HEARSAY_STANCE_SUM_BEHIND,
  HEARSAY_STANCE_SUM_NEAR_BEFORE, /* the nearer the more it counts */
  HEARSAY_STANCE_SUM_NEAR_BEHIND,
  HEARSAY_STANCE_SUM_UP, /* on the way through the tree from the holder */
  HEARSAY_STANCE_SUM_DOWN,
  HEARSAY_STANCE_SUM_TOP,
  HEARSAY_STANCE_SUM_N_ORDERED,
  HEARSAY_STANCE_SUM_UNDER = 2 * HEARSAY_STANCE_SUM_N_ORDERED, /* what hangs on the target */
  HEARSAY_STANCE_SUM_OVER, /* what the target hangs on */
  HEARSAY_STANCE_SUM_OVER_SUBJECT,
  HEARSAY_STANCE_SUM_OVER_OBJECT,
  HEARSAY_STANCE_SUM_OVER_OBLIQUE,
  HEARSAY_STANCE_N_SUMS,
} HearsayStanceSumKind;

/* One question has so many groups at most. */
#define HEARSAY_STANCE_MAX_SUMS 12

/**
 * HearsayStanceSums:
 * @groups: #HearsayStanceSumKind; of the ordered ones twice that, and 1 more where the target stands first
 * @values: of each group, as many as the meanings have axes
 */
typedef struct
{
  guint n;
  guint8 groups[HEARSAY_STANCE_MAX_SUMS];
  float values[HEARSAY_STANCE_MAX_SUMS][HEARSAY_MEANINGS_MAX_AXES];
} HearsayStanceSums;

void hearsay_stance_pair_sums   (const HearsayStanceWords *words,
                                 const HearsayStancePlace *places,
                                 HearsayStanceSums        *sums);
void hearsay_stance_target_sums (const HearsayStanceWords *words,
                                 HearsayStancePlace        target,
                                 guint32                   start,
                                 guint32                   end,
                                 HearsayStanceSums        *sums);
void hearsay_stance_sums_score  (const HearsayStanceSums  *sums,
                                 const float              *weights,
                                 guint                     n_axes,
                                 float                    *support,
                                 float                    *oppose);

G_END_DECLS
