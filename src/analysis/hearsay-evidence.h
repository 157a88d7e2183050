/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-closed.h"
#include "analysis/hearsay-kind.h"
#include "analysis/hearsay-names.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

/**
 * HearsayEvidence:
 * @person: points for a human being
 * @organization: points for people who act as one
 * @place: points for a place or thing
 * @n: how many mentions were looked at
 *
 * What the sentences around a name say about its bearer, summed over its mentions.
 */
typedef struct
{
  gint person;
  gint organization;
  gint place;
  guint n;
} HearsayEvidence;

typedef enum
{
  HEARSAY_VERDICT_NONE, /* the sentences do not tell */
  HEARSAY_VERDICT_PERSON,
  HEARSAY_VERDICT_ORGANIZATION,
  HEARSAY_VERDICT_PLACE,
} HearsayVerdict;

void           hearsay_evidence_add    (HearsayEvidence       *self,
                                        const HearsayClosed   *closed,
                                        const HearsaySyntax   *syntax,
                                        const HearsayName     *name);
HearsayVerdict hearsay_evidence_decide (const HearsayEvidence *self);
HearsayGround  hearsay_evidence_get_ground (const HearsayEvidence   *self);
gboolean       hearsay_evidence_acts   (const HearsayClosed   *closed,
                                        const HearsaySyntax   *syntax,
                                        const HearsayName     *name);

G_END_DECLS
