/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-stances.h"

G_BEGIN_DECLS

/* What a lemma of deeds.txt is good for; bits, as many are for several. */
typedef enum
{
  HEARSAY_DEED_VERB = 1 << 0,      /* “invaded Y” */
  HEARSAY_DEED_VERB_WITH = 1 << 1, /* “clashed with Y” */
  HEARSAY_DEED_LIGHT = 1 << 2,     /* “imposed … on Y” */
  HEARSAY_DEED_NOUN = 1 << 3,      /* “… sanctions …” */
  HEARSAY_DEED_CLASH = 1 << 4,     /* “the war between X and Y” */
} HearsayDeedUse;

guint hearsay_deeds_look_up (const char          *lemma,
                             HearsayRelationKind  kind);
void  hearsay_deeds_find    (const HearsayScene  *scene,
                             HearsayAnalysis     *analysis);

G_END_DECLS
