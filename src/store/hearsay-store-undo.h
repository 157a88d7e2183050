/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

/* Steps that can be taken back. */
#define HEARSAY_STORE_UNDO_STEPS 200

typedef enum
{
  HEARSAY_STEP_REMOVE,
  HEARSAY_STEP_STATUS,
  HEARSAY_STEP_PEOPLE,
  HEARSAY_STEP_ISSUES,
} HearsayStepType;

/**
 * HearsayStep:
 * @articles: (element-type HearsayArticle): those removed, by ascending position
 * @positions: (element-type guint): where they stood
 * @ids: (element-type utf8): statements whose status changed
 * @before: (element-type HearsayStatus): what it was
 * @status: what it became
 * @moves: (element-type HearsayMove): actors that became others
 * @identities: (element-type HearsayIdentity): what was decided about names
 * @identities_before: (element-type HearsayIdentity): what held before, without an actor where nothing did
 * @issues: (element-type HearsayIssueRow): what was decided about issues
 * @issues_before: (element-type HearsayIssueRow): what they were before, in the same order
 * @names: (element-type HearsayNameChange): names that came and went
 * @changes: (element-type HearsayActorChange): what actors are called, and what they are
 * @label: what was done, for people
 */
typedef struct
{
  HearsayStepType type;
  GPtrArray *articles;
  GArray *positions;
  GPtrArray *ids;
  GArray *before;
  HearsayStatus status;
  GPtrArray *moves;
  GPtrArray *identities;
  GPtrArray *identities_before;
  GPtrArray *issues;
  GPtrArray *issues_before;
  GPtrArray *names;
  GPtrArray *changes;
  char *label;
} HearsayStep;

/**
 * HearsayUndo:
 *
 * What was done, and what was taken back and can be done again.
 */
typedef struct
{
  GPtrArray *steps; /* HearsayStep */
  guint n_done;
} HearsayUndo;

HearsayStep *hearsay_step_new       (HearsayStepType    type) G_GNUC_WARN_UNUSED_RESULT;
void         hearsay_step_free      (HearsayStep       *self);
void         hearsay_undo_init      (HearsayUndo       *self);
void         hearsay_undo_clear     (HearsayUndo       *self);
void         hearsay_undo_push      (HearsayUndo       *self,
                                     HearsayStep       *step);
HearsayStep *hearsay_undo_peek_done (const HearsayUndo *self);
HearsayStep *hearsay_undo_peek_next (const HearsayUndo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayStep, hearsay_step_free)

G_END_DECLS
