/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-actors.h"
#include "analysis/hearsay-trees.h"
#include "training/hearsay-entity-corpus.h"

G_BEGIN_DECLS

/**
 * HearsayScore:
 * @gold: what there is to find; what is missing counts as wrong
 * @found: what was found
 * @right: what of it is right
 */
typedef struct
{
  guint gold;
  guint found;
  guint right;
} HearsayScore;

/**
 * HearsayCalibration:
 * @n: how many were counted, by the ground and the kind
 * @right: how many of them are right
 * @confidence: sum of what the engine says about them
 *
 * How often the kinds of actors are right, and how sure the engine is of them.
 */
typedef struct
{
  guint n[HEARSAY_N_GROUNDS][HEARSAY_N_ACTOR_KINDS];
  guint right[HEARSAY_N_GROUNDS][HEARSAY_N_ACTOR_KINDS];
  double confidence[HEARSAY_N_GROUNDS][HEARSAY_N_ACTOR_KINDS];
} HearsayCalibration;

/* A text and who is named in it, as the analyzer sees them. */
typedef struct
{
  HearsayText *text;
  HearsayTrees *trees;
  HearsayClosed *closed;
  HearsayActors *actors;
} HearsayPeopleReading;

void     hearsay_people_reading_init     (HearsayPeopleReading        *self,
                                          const HearsayGrammar        *grammar,
                                          const char                  *text);
void     hearsay_people_reading_clear    (HearsayPeopleReading        *self);
gboolean hearsay_people_reading_names    (const HearsayPeopleReading  *self,
                                          gint32                       actor,
                                          guint32                      start,
                                          guint32                      end);

/* Each adds to the score what it finds in one document. */
void     hearsay_evaluate_entities       (const HearsayEntityDocument *document,
                                          const HearsayPeopleReading  *reading,
                                          HearsayScore                *score,
                                          HearsayCalibration          *kinds);
double   hearsay_calibration_get_error   (const HearsayCalibration    *self);
void     hearsay_evaluate_pronouns       (const HearsayEntityDocument *document,
                                          const HearsayPeopleReading  *reading,
                                          HearsayScore                *score);
gboolean hearsay_evaluate_sources        (const char                  *article,
                                          const char                  *layer,
                                          const HearsayGrammar        *grammar,
                                          HearsayScore                *pronouns,
                                          HearsayScore                *surnames,
                                          GError                     **error);

gboolean hearsay_evaluate_people         (const HearsayGrammar        *grammar,
                                          const char                  *shared,
                                          GError                     **error);

G_END_DECLS
