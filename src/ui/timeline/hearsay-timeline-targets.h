/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"

G_BEGIN_DECLS

/**
 * HearsayTarget:
 * @target: (transfer none): HearsayIssue or HearsayActor
 * @n: stances toward it
 * @place: in which it was met
 */
typedef struct
{
  GObject *target;
  guint n;
  guint place;
} HearsayTarget;

/* Whom or what statements take a stance toward, counted one statement after the other. */
typedef struct _HearsayTargets HearsayTargets;

HearsayTargets *hearsay_targets_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_targets_free      (HearsayTargets   *self);
void            hearsay_targets_add       (HearsayTargets   *self,
                                           HearsayStatement *statement);
const GArray   *hearsay_targets_sort      (HearsayTargets   *self);
GObject        *hearsay_targets_get_main  (HearsayTargets   *self); /* nullable */
const char     *hearsay_target_get_name   (gpointer          target); /* nullable */
gpointer        hearsay_targets_find_main (GListModel       *statements); /* nullable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTargets, hearsay_targets_free)

G_END_DECLS
