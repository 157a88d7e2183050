/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-stance-model.h"

G_BEGIN_DECLS

/**
 * HearsayStanceFigures:
 * @macro: mean of the classes' F1
 * @micro: share that is right
 * @any: F1 of “not neutral”, whichever class
 * @error: expected calibration error of the confidence, over ten classes
 * @precision: of what is sure
 * @share: of all that is not neutral: found, right and sure
 *
 * All from 0 to 1.
 */
typedef struct
{
  double macro;
  double micro;
  double any;
  double error;
  double precision;
  double share;
} HearsayStanceFigures;

void hearsay_stance_judge_tune    (HearsayStanceJudge       *self,
                                   const float              *scores,
                                   const guint8             *labels,
                                   guint                     n,
                                   guint                     n_classes,
                                   double                    any_share);
void hearsay_stance_judge_measure (const HearsayStanceJudge *self,
                                   const float              *scores,
                                   const guint8             *labels,
                                   guint                     n,
                                   guint                     n_classes,
                                   HearsayStanceFigures     *figures);
void hearsay_stance_figures_print (const HearsayStanceFigures *self,
                                   const char                 *name,
                                   guint                       n);

G_END_DECLS
