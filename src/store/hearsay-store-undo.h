/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"

G_BEGIN_DECLS

/* Steps that can be taken back. */
#define HEARSAY_STORE_UNDO_STEPS 200

typedef enum
{
  HEARSAY_STEP_REMOVE,
  HEARSAY_STEP_STATUS,
} HearsayStepType;

/**
 * HearsayStep:
 * @articles: (element-type HearsayArticle): those removed, by ascending position
 * @positions: (element-type guint): where they stood
 * @ids: (element-type utf8): statements whose status changed
 * @before: (element-type HearsayStatus): what it was
 * @status: what it became
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
