/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-softmax.h"
#include "training/hearsay-stance-corpus.h"

G_BEGIN_DECLS

void   hearsay_stance_items_add       (HearsaySoftmax            *softmax,
                                       const HearsayStanceRecord *record,
                                       guint                      n_classes,
                                       guint                      fold);
float *hearsay_stance_items_take_sums (HearsaySoftmax            *softmax,
                                       guint                      n_axes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
