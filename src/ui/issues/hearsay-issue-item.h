/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib-object.h>

#include "model/hearsay-issue-tally.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ISSUE_ITEM (hearsay_issue_item_get_type ())
G_DECLARE_FINAL_TYPE (HearsayIssueItem, hearsay_issue_item, HEARSAY, ISSUE_ITEM, GObject)

/* Properties: checked. */

HearsayIssueItem *hearsay_issue_item_new           (const HearsayIssueCount *count) G_GNUC_WARN_UNUSED_RESULT;
HearsayIssue     *hearsay_issue_item_get_issue     (HearsayIssueItem        *self);
char             *hearsay_issue_item_dup_counts    (HearsayIssueItem        *self) G_GNUC_WARN_UNUSED_RESULT; /* “3 statements · 2 speakers” */
char             *hearsay_issue_item_dup_details   (HearsayIssueItem        *self) G_GNUC_WARN_UNUSED_RESULT; /* counts and wordings */
gboolean          hearsay_issue_item_get_checked   (HearsayIssueItem        *self);
void              hearsay_issue_item_set_checked   (HearsayIssueItem        *self,
                                                    gboolean                 checked);
gboolean          hearsay_issue_item_has_words     (HearsayIssueItem        *self,
                                                    const char              *words);

G_END_DECLS
