/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-parser.h"

G_BEGIN_DECLS

/* What the features of a state look at: node numbers, 0 for nothing, and counts. */
struct _HearsayPlace
{
  const HearsayNode *nodes;
  guint top;
  guint second;
  guint third;
  guint next;
  guint head;
  guint head2;
  guint left;
  guint left2;
  guint right;
  guint right2;
  guint next_left;
  guint next_left2;
  guint headed;
  guint n_left;
  guint n_right;
  guint n_next_left;
};

/* Features that depend on the same part of a place. */
typedef enum
{
  HEARSAY_GROUP_AHEAD,
  HEARSAY_GROUP_PAIR,
  HEARSAY_GROUP_HEADS,
  HEARSAY_GROUP_STACK,
  HEARSAY_GROUP_RIGHT,
  HEARSAY_GROUP_LEFT,
  HEARSAY_GROUP_NEXT,
  HEARSAY_N_GROUPS
} HearsayGroup;

#define HEARSAY_GROUP_MAX_FEATURES 64
/* Features that a pruner looks at. */
#define HEARSAY_PRUNER_N_FEATURES 8

HearsayPlace hearsay_place_find     (const HearsayState  *state,
                                     const HearsayNode   *nodes);
guint        hearsay_place_group    (const HearsayPlace  *place,
                                     HearsayGroup         group,
                                     guint32             *features);
guint        hearsay_place_features (const HearsayPlace  *place,
                                     guint32             *features);
void         hearsay_place_glance   (const HearsayPlace  *place,
                                     guint32             *features);
void         hearsay_places_score   (const HearsayPlace  *places,
                                     guint                n,
                                     HearsayParserSpace  *space,
                                     const HearsayScorer *scorer,
                                     HearsayScores       *scores);
guint        hearsay_pruner_look    (const HearsayPruner *self,
                                     const HearsayPlace  *place,
                                     guint                allowed);

G_END_DECLS
