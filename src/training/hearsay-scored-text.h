/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-enums.h"
#include "model/hearsay-span.h"

G_BEGIN_DECLS

/*
 * A text as ../shared/bench/score.py cuts it, which owes nothing to the text layer
 * that is measured: words are runs of letters, digits and underscores, and single
 * other characters. All places are in code points.
 */
typedef struct _HearsayScoredText HearsayScoredText;

HearsayScoredText    *hearsay_scored_text_new       (const char              *text) G_GNUC_WARN_UNUSED_RESULT;
void                  hearsay_scored_text_free      (HearsayScoredText       *self);
GArray               *hearsay_scored_text_tidy      (const HearsayScoredText *self,
                                                     const GArray            *spans);
GArray               *hearsay_scored_text_cover     (const HearsayScoredText *self,
                                                     const GArray            *spans);
HearsayStatementKind  hearsay_scored_text_find_kind (const HearsayScoredText *self,
                                                     const GArray            *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayScoredText, hearsay_scored_text_free)

G_END_DECLS
