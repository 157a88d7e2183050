/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "render/hearsay-timeline-painter.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_TIMELINE_TABLE (hearsay_timeline_table_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTimelineTable, hearsay_timeline_table, HEARSAY, TIMELINE_TABLE, AdwBin)

/* Signals: “selected” (GtkBitset of statements, as items count them); “activated” (guint statement, guint how many the row
 * stands for): somebody wants to read them. */

GtkWidget *hearsay_timeline_table_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_timeline_table_set_content  (HearsayTimelineTable   *self,
                                                HearsayTimelinePainter *painter,
                                                GPtrArray              *statements);
void       hearsay_timeline_table_set_mode     (HearsayTimelineTable   *self,
                                                HearsayTimelineMode     mode);
void       hearsay_timeline_table_set_selected (HearsayTimelineTable   *self,
                                                const gboolean         *selected);

G_END_DECLS
