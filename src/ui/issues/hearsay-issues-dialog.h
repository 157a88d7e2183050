/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ISSUES_DIALOG (hearsay_issues_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearsayIssuesDialog, hearsay_issues_dialog, HEARSAY, ISSUES_DIALOG, AdwWindow)

/* Actions: issues.add (s), issues.merge, issues.delete, issues.undo, issues.redo, issues.search, issues.back. */

GtkWidget  *hearsay_issues_dialog_new       (HearsaySession      *session) G_GNUC_WARN_UNUSED_RESULT;
void        hearsay_issues_dialog_open      (HearsayIssuesDialog *self,
                                             HearsayIssue        *issue);
GListModel *hearsay_issues_dialog_get_items (HearsayIssuesDialog *self); /* of HearsayIssueItem, as far as they are searched for */
gboolean    hearsay_issues_dialog_is_counted (HearsayIssuesDialog *self); /* whether what is shown is up to date */

G_END_DECLS
