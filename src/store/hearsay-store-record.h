/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"

G_BEGIN_DECLS

/**
 * HearsayActorRow:
 *
 * An actor of the collection as a plain struct that threads may hand on.
 */
typedef struct
{
  char *id;
  char *name;
  char *short_name;
  char *role;
  char *affiliation; /* id of another */
  HearsayActorKind kind;
  int colour;
} HearsayActorRow;

/**
 * HearsayDecision:
 * @article_id: the article, which need not be in the collection now
 * @statement: (nullable): label of the statement it holds for now
 * @extent: where the words stood
 * @words: the words it was made about
 *
 * What a person decided about a statement. It outlives the statement: a new
 * analysis of the article is searched for the same words.
 */
typedef struct
{
  char *article_id;
  char *statement;
  HearsaySpan extent;
  char *words;
  HearsayStatus status;
} HearsayDecision;

/**
 * HearsayStoreRecord:
 * @analysis: what was found
 * @actor_ids: (element-type utf8): id in the collection of each of its actors
 * @issue_ids: (element-type utf8): likewise of its issues
 *
 * An analysis with its place in the collection.
 */
typedef struct
{
  HearsayAnalysis *analysis;
  GPtrArray *actor_ids;
  GPtrArray *issue_ids;
} HearsayStoreRecord;

void                hearsay_actor_row_free       (HearsayActorRow    *self);
void                hearsay_decision_free        (HearsayDecision    *self);
HearsayDecision    *hearsay_decision_copy        (const HearsayDecision *self) G_GNUC_WARN_UNUSED_RESULT;
HearsayStoreRecord *hearsay_store_record_new     (HearsayAnalysis    *analysis) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_store_record_free    (HearsayStoreRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayActorRow, hearsay_actor_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayDecision, hearsay_decision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayStoreRecord, hearsay_store_record_free)

G_END_DECLS
