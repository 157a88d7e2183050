/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/hearsay-session.h"
#include "ui/network/hearsay-network-view.h"
#include "ui/timeline/hearsay-timeline-view.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_EXPORT_DIALOG (hearsay_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearsayExportDialog, hearsay_export_dialog, HEARSAY, EXPORT_DIALOG, AdwWindow)

/* A preview of the picture beside what can be chosen about it. */

GtkWidget *hearsay_export_dialog_new          (HearsaySession      *session,
                                               const char          *view,
                                               HearsayTimelineView *timeline_view,
                                               HearsayNetworkView  *network_view);
gboolean   hearsay_export_dialog_is_previewed (HearsayExportDialog *self); /* whether the preview shows what is chosen */

G_END_DECLS
