/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store-private.h"

G_BEGIN_DECLS

/* What a person's word makes of issues, noted in a step before anything is done. */

HearsayIssueRow *_hearsay_issue_begin_change   (HearsayStore    *self,
                                                HearsayStep     *step,
                                                const char      *id);
HearsayIssueRow *_hearsay_issue_begin_named    (HearsayStore    *self,
                                                HearsayStep     *step,
                                                const char      *name);
gboolean         _hearsay_issue_is_same        (const char      *one,
                                                const char      *other);
void             _hearsay_issue_add_wording    (HearsayIssueRow *row,
                                                const char      *wording);
void             _hearsay_issue_remove_wording (HearsayIssueRow *row,
                                                const char      *wording);
char            *_hearsay_issue_dup_tidy       (const char      *name,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         _hearsay_issue_check_free     (HearsayStore    *self,
                                                const char      *wording,
                                                const char      *id,
                                                GError         **error);
void             _hearsay_issue_take_over      (HearsayStore    *self,
                                                HearsayStep     *step,
                                                const char      *wording,
                                                const char      *id);

G_END_DECLS
