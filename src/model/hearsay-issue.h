/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-types.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ISSUE (hearsay_issue_get_type ())
G_DECLARE_FINAL_TYPE (HearsayIssue, hearsay_issue, HEARSAY, ISSUE, GObject)

/* Properties: id, name. */

HearsayIssue *hearsay_issue_new      (const char   *id,
                                      const char   *name) G_GNUC_WARN_UNUSED_RESULT;
const char   *hearsay_issue_get_id   (HearsayIssue *self);
const char   *hearsay_issue_get_name (HearsayIssue *self);

G_END_DECLS
