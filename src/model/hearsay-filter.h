/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-stance.h"
#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_FILTER (hearsay_filter_get_type ())
G_DECLARE_FINAL_TYPE (HearsayFilter, hearsay_filter, HEARSAY, FILTER, GObject)

/* All bits of a mask of HearsayStatus: “any”, the rejected ones too. */
#define HEARSAY_FILTER_ANY_STATUS ((1u << HEARSAY_N_STATUSES) - 1)

/* Properties: speakers, targets, positions, kinds, statuses, first-day, last-day, text, is-empty.
 * Signal “changed”: after any of them, once for each call. */

HearsayFilter *hearsay_filter_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void           hearsay_filter_clear           (HearsayFilter     *self);
gboolean       hearsay_filter_is_empty        (HearsayFilter     *self);
gboolean       hearsay_filter_matches         (HearsayFilter     *self,
                                               HearsayStatement  *statement);
gboolean       hearsay_filter_matches_days    (HearsayFilter     *self,
                                               HearsayStatement  *statement);
gboolean       hearsay_filter_matches_apart_from_days (HearsayFilter *self,
                                               HearsayStatement  *statement);
gboolean       hearsay_filter_matches_stance  (HearsayFilter     *self,
                                               HearsayStance     *stance);
GPtrArray     *hearsay_filter_get_speakers    (HearsayFilter     *self); /* of HearsayActor; transfer none; empty for any */
void           hearsay_filter_set_speakers    (HearsayFilter     *self,
                                               HearsayActor     **speakers,
                                               guint              n_speakers);
void           hearsay_filter_toggle_speaker  (HearsayFilter     *self,
                                               HearsayActor      *speaker);
gboolean       hearsay_filter_has_speaker     (HearsayFilter     *self,
                                               HearsayActor      *speaker);
GPtrArray     *hearsay_filter_get_targets     (HearsayFilter     *self); /* of HearsayActor or HearsayIssue; transfer none; empty for any */
void           hearsay_filter_set_targets     (HearsayFilter     *self,
                                               gpointer          *targets,
                                               guint              n_targets);
gboolean       hearsay_filter_has_target      (HearsayFilter     *self,
                                               gpointer           target);
guint          hearsay_filter_get_positions   (HearsayFilter     *self); /* mask of 1 << HearsayPosition, 0 for any */
void           hearsay_filter_set_positions   (HearsayFilter     *self,
                                               guint              positions);
guint          hearsay_filter_get_kinds       (HearsayFilter     *self); /* mask of 1 << HearsayStatementKind, 0 for any */
void           hearsay_filter_set_kinds       (HearsayFilter     *self,
                                               guint              kinds);
guint          hearsay_filter_get_statuses    (HearsayFilter     *self); /* mask of 1 << HearsayStatus, 0 for all but rejected */
void           hearsay_filter_set_statuses    (HearsayFilter     *self,
                                               guint              statuses);
gint32         hearsay_filter_get_first_day   (HearsayFilter     *self); /* since 1970, G_MININT32 for no limit */
gint32         hearsay_filter_get_last_day    (HearsayFilter     *self); /* G_MAXINT32 for no limit */
void           hearsay_filter_set_days        (HearsayFilter     *self,
                                               gint32             first_day,
                                               gint32             last_day);
const char    *hearsay_filter_get_text        (HearsayFilter     *self); /* never NULL */
void           hearsay_filter_set_text        (HearsayFilter     *self,
                                               const char        *text);

G_END_DECLS
