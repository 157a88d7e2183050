/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"

G_BEGIN_DECLS

/**
 * HearsayIssueCount:
 * @n_statements: statements about it that were not rejected
 * @n_speakers: how many different ones make them
 */
typedef struct
{
  HearsayIssue *issue;
  guint n_statements;
  guint n_speakers;
} HearsayIssueCount;

/* Counts who speaks about which issue, in as many steps as one likes. Main thread only. */
typedef struct _HearsayIssueTally HearsayIssueTally;

HearsayIssueTally *hearsay_issue_tally_new       (HearsayCollection *collection) G_GNUC_WARN_UNUSED_RESULT;
void               hearsay_issue_tally_free      (HearsayIssueTally *self);
gboolean           hearsay_issue_tally_run       (HearsayIssueTally *self,
                                                  guint              n_statements);
GArray            *hearsay_issue_tally_dup_counts (HearsayIssueTally *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayIssueTally, hearsay_issue_tally_free)

G_END_DECLS
