/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

HearsayTimeline *hearsay_timeline_rows_new       (GListModel       *statements,
                                                  gpointer          target,
                                                  HearsayLaneOrder  order) G_GNUC_WARN_UNUSED_RESULT;
gpointer         hearsay_timeline_rows_find_main (GListModel       *statements); /* nullable: the issue most statements are about */

G_END_DECLS
