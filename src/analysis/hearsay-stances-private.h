/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-stances.h"

G_BEGIN_DECLS

/* How far a word of attitude reaches, in tokens. */
#define HEARSAY_STANCE_REACH 16

/* Targets of one statement: more than a reader could follow. */
#define HEARSAY_STANCE_MAX_TARGETS 24

/* What is left of a verb's or cue's influence behind each preposition. */
#define HEARSAY_STANCE_PREPOSITION_SHARE 0.6f

/* A score of the fitted model that says: nothing of the kind. */
#define HEARSAY_STANCE_SILENT -5.0f

/* Where an actor or issue of index @index is named in what somebody says; in tokens. */
typedef struct
{
  guint32 first;
  guint32 last;
  gint32 index;
  gboolean issue;
  gboolean modifier; /* only says whose something is */
  gboolean contrary; /* names what is not the issue or against it */
} HearsaySpot;

typedef struct
{
  gint32 index;
  gboolean issue;
  float sum;
  float strongest;
  gboolean hedged;
  guint32 evidence_first;
  guint32 evidence_last;
  guint32 first_place;
  float heard[2]; /* how the words around it sound to the fitted model: support, opposition, summed over its places */
  guint n_heard;
  float pair[2]; /* how who says it stands to it, where that is strongest */
  gboolean has_pair;
  gboolean unsure; /* “might”, “if”: not said outright */
} HearsayStanceTarget;

/* A statement being looked at. */
typedef struct
{
  const HearsayScene *scene;
  const HearsayAttribution *attribution;
  gint32 speaker;
  gint32 holder; /* whom the content names as holder, or -1 */
  float cue_polarity;
  gboolean cue_hedged;
  gboolean dreads; /* “fears that”, “warned that” */
  gboolean proposes; /* “called for”, “promised”, with a thing for content */
  HearsayStancePlace source; /* who says it; empty where nobody is named */
  gboolean has_source;
  gboolean quoted; /* what is said stands in its own words */
  HearsayStanceTarget targets[HEARSAY_STANCE_MAX_TARGETS];
  guint n_targets;
} HearsayStanceLook;

/* hearsay-stance-influence.c */
float    _hearsay_stance_influence     (const HearsayStanceLook *look,
                                        const HearsayCueWord    *word,
                                        const HearsaySpot       *place);
gboolean _hearsay_stance_is_scene_only (const HearsayStanceLook *look,
                                        guint32                  floor,
                                        const HearsaySpot       *place);

/* hearsay-stance-weigh.c */
void     _hearsay_stance_weigh_piece   (HearsayStanceLook       *look,
                                        guint32                  first,
                                        guint32                  last);
void     _hearsay_stance_weigh_implied (HearsayStanceLook       *look,
                                        guint32                  first,
                                        guint32                  last);

G_END_DECLS
