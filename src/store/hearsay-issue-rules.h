/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

/*
 * What people have decided about issues: which wording is which issue. Any thread,
 * one at a time.
 */
typedef struct _HearsayIssueRules HearsayIssueRules;

HearsayIssueRules     *hearsay_issue_rules_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                   hearsay_issue_rules_free      (HearsayIssueRules     *self);
void                   hearsay_issue_rules_set       (HearsayIssueRules     *self,
                                                      const HearsayIssueRow *row);
const HearsayIssueRow *hearsay_issue_rules_get       (HearsayIssueRules     *self,
                                                      const char            *id);
const HearsayIssueRow *hearsay_issue_rules_find      (HearsayIssueRules     *self,
                                                      const char            *wording);
gboolean               hearsay_issue_rules_are_plain (HearsayIssueRules     *self);
GArray                *hearsay_issue_rules_scan      (HearsayIssueRules     *self,
                                                      const char            *text) G_GNUC_WARN_UNUSED_RESULT;
void                   hearsay_issue_rules_apply     (HearsayIssueRules     *self,
                                                      HearsayStoreRecord    *record);
void                   hearsay_issue_rules_show      (HearsayIssueRules     *self,
                                                      HearsayStoreRecord    *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayIssueRules, hearsay_issue_rules_free)

G_END_DECLS
