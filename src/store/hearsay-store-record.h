/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "model/hearsay-issue.h"

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
  char **aliases;
  HearsayActorKind kind;
  double kind_confidence; /* 0 where it is not known */
  int colour;
} HearsayActorRow;

/**
 * HearsayIssueRow:
 * @wordings: other words for it, given by people; never %NULL
 *
 * An issue of the collection as a plain struct, with what people decided about it.
 */
typedef struct
{
  char *id;
  char *name;
  HearsayIssueState state;
  char **wordings;
} HearsayIssueRow;

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
 * HearsayIdentity:
 * @kind: what the actor was found to be
 * @name_key: the name's key, or “#” and the id of an actor that was merged
 * @article_id: (nullable): the only article it holds for; %NULL for all
 * @actor_id: (nullable): who it is; %NULL takes the decision back
 *
 * What a person decided about who somebody is. It outlives the articles, and
 * new ones are read by it.
 */
typedef struct
{
  HearsayActorKind kind;
  char *name_key;
  char *article_id;
  char *actor_id;
} HearsayIdentity;

/**
 * HearsayMove:
 * @label: of the actor in the article's analysis
 * @name: its name there
 * @before_id: who it was in the collection
 * @actor_id: who it is now
 *
 * An actor of one article that becomes somebody else in the collection.
 */
typedef struct
{
  char *article_id;
  char *label;
  char *name;
  char *before_id;
  char *actor_id;
} HearsayMove;

/**
 * HearsayNameChange:
 * @gained: whether the actor has the name from now on, or has it no longer
 *
 * Another name of an actor that comes or goes.
 */
typedef struct
{
  char *actor_id;
  char *name;
  gboolean gained;
} HearsayNameChange;

/**
 * HearsayActorChange:
 *
 * What a person decided that an actor is called, and what it is; and what held before.
 */
typedef struct
{
  char *actor_id;
  char *name;
  char *name_before;
  HearsayActorKind kind;
  HearsayActorKind kind_before;
  double confidence;
  double confidence_before;
} HearsayActorChange;

/**
 * HearsayStoreRecord:
 * @analysis: what was found
 * @actor_ids: (element-type utf8): id in the collection of each of its actors
 * @issue_ids: (element-type utf8): likewise of its issues
 * @shown: what people shall see of it, by what they decided about issues
 * @shown_issue_ids: (element-type utf8): id in the collection of each issue of @shown
 *
 * An analysis with its place in the collection.
 */
typedef struct
{
  HearsayAnalysis *analysis;
  GPtrArray *actor_ids;
  GPtrArray *issue_ids;
  HearsayAnalysis *shown;
  GPtrArray *shown_issue_ids;
} HearsayStoreRecord;

void                hearsay_actor_row_free       (HearsayActorRow    *self);
HearsayIssueRow    *hearsay_issue_row_new        (const char         *id,
                                                  const char         *name) G_GNUC_WARN_UNUSED_RESULT;
HearsayIssueRow    *hearsay_issue_row_copy       (const HearsayIssueRow *self) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_issue_row_free       (HearsayIssueRow    *self);
void                hearsay_decision_free        (HearsayDecision    *self);
HearsayDecision    *hearsay_decision_copy        (const HearsayDecision *self) G_GNUC_WARN_UNUSED_RESULT;
HearsayIdentity    *hearsay_identity_copy        (const HearsayIdentity *self) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_identity_free        (HearsayIdentity    *self);
void                hearsay_move_free            (HearsayMove        *self);
HearsayMove        *hearsay_move_copy            (const HearsayMove  *self) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_name_change_free     (HearsayNameChange  *self);
void                hearsay_actor_change_free    (HearsayActorChange *self);
HearsayStoreRecord *hearsay_store_record_new     (HearsayAnalysis    *analysis) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_store_record_show    (HearsayStoreRecord *self,
                                                  HearsayAnalysis    *shown,
                                                  GPtrArray          *issue_ids);
void                hearsay_store_record_free    (HearsayStoreRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayActorRow, hearsay_actor_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayDecision, hearsay_decision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayIssueRow, hearsay_issue_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayIdentity, hearsay_identity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayMove, hearsay_move_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayStoreRecord, hearsay_store_record_free)

G_END_DECLS
