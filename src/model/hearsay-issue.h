/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-types.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ISSUE (hearsay_issue_get_type ())
G_DECLARE_FINAL_TYPE (HearsayIssue, hearsay_issue, HEARSAY, ISSUE, GObject)

/* Properties: id, name, state, wordings. */

/* What is known of an issue beside its name. */
typedef enum
{
  HEARSAY_ISSUE_FOUND,   /* the machine's: there while something says it */
  HEARSAY_ISSUE_KEPT,    /* a person's: there also before anything says it */
  HEARSAY_ISSUE_REMOVED, /* deleted by a person: not to be proposed again */
} HearsayIssueState;

#define HEARSAY_N_ISSUE_STATES 3

HearsayIssue      *hearsay_issue_new          (const char         *id,
                                               const char         *name) G_GNUC_WARN_UNUSED_RESULT;
const char        *hearsay_issue_get_id       (HearsayIssue       *self);
const char        *hearsay_issue_get_name     (HearsayIssue       *self);
void               hearsay_issue_set_name     (HearsayIssue       *self,
                                               const char         *name);
HearsayIssueState  hearsay_issue_get_state    (HearsayIssue       *self);
void               hearsay_issue_set_state    (HearsayIssue       *self,
                                               HearsayIssueState   state);
const char *const *hearsay_issue_get_wordings (HearsayIssue       *self); /* other words for it, by people; NULL-terminated */
void               hearsay_issue_set_wordings (HearsayIssue       *self,
                                               const char *const  *wordings);

G_END_DECLS
