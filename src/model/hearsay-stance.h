/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-types.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STANCE (hearsay_stance_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStance, hearsay_stance, HEARSAY, STANCE, GObject)

/* Properties: target (GObject: actor or issue), target-name, holder, position, score, confidence, sure, shown-position. */

/**
 * HearsayStanceData:
 * @target: (transfer none): a HearsayActor or a HearsayIssue
 * @holder: (nullable) (transfer none): who holds it when it is not the speaker
 */
typedef struct
{
  gpointer target;
  HearsayActor *holder;
  HearsayPosition position;
  double score;
  double confidence;
  gboolean sure;
  HearsaySpan evidence;
} HearsayStanceData;

HearsayStance  *hearsay_stance_new                (const HearsayStanceData *data) G_GNUC_WARN_UNUSED_RESULT;
gpointer        hearsay_stance_get_target         (HearsayStance *self); /* HearsayActor or HearsayIssue */
const char     *hearsay_stance_get_target_id      (HearsayStance *self);
const char     *hearsay_stance_get_target_name    (HearsayStance *self);
HearsayActor   *hearsay_stance_get_holder         (HearsayStance *self); /* nullable: the speaker */
HearsayPosition hearsay_stance_get_position       (HearsayStance *self); /* best label */
HearsayPosition hearsay_stance_get_shown_position (HearsayStance *self); /* neutral unless sure */
double          hearsay_stance_get_score          (HearsayStance *self);
double          hearsay_stance_get_confidence     (HearsayStance *self);
gboolean        hearsay_stance_get_sure           (HearsayStance *self);
HearsaySpan     hearsay_stance_get_evidence       (HearsayStance *self);

G_END_DECLS
