/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-fit.h"

G_BEGIN_DECLS

float hearsay_fit_judge      (HearsayFit  *fit,
                              GPtrArray   *documents,
                              GArray     **all_candidates);
void  hearsay_fit_rule_judge (HearsayFit  *fit,
                              GPtrArray   *documents,
                              GArray     **all_candidates,
                              float        threshold);

G_END_DECLS
