/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "render/hearsay-figure.h"
#include "ui/hearsay-session.h"
#include "ui/timeline/hearsay-timeline-rows.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_TIMELINE_VIEW (hearsay_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTimelineView, hearsay_timeline_view, HEARSAY, TIMELINE_VIEW, AdwBin)

/* Property: session. */

GtkWidget       *hearsay_timeline_view_new          (void) G_GNUC_WARN_UNUSED_RESULT;
HearsaySession  *hearsay_timeline_view_get_session  (HearsayTimelineView *self);
void             hearsay_timeline_view_set_session  (HearsayTimelineView *self,
                                                     HearsaySession      *session);
HearsayTimeline *hearsay_timeline_view_get_timeline (HearsayTimelineView *self); /* nullable */
HearsayTimelineRows *hearsay_timeline_view_begin_shown  (HearsayTimelineView  *self,
                                                         HearsayFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
gboolean         hearsay_timeline_view_is_loading   (HearsayTimelineView *self); /* what is shown is not yet what there is */

G_END_DECLS
