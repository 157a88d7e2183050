/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "store/hearsay-store.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ISSUE_PAGE (hearsay_issue_page_get_type ())
G_DECLARE_FINAL_TYPE (HearsayIssuePage, hearsay_issue_page, HEARSAY, ISSUE_PAGE, AdwBin)

/* Signals: “failed” (char *message): what was asked for cannot be done, and why.
 *   “changed”: something was done that can be taken back.
 *   “show”: the statements about the issue are wanted. */

void          hearsay_issue_page_set_store (HearsayIssuePage *self,
                                            HearsayStore     *store);
HearsayIssue *hearsay_issue_page_get_issue (HearsayIssuePage *self); /* nullable */
void          hearsay_issue_page_show      (HearsayIssuePage *self,
                                            HearsayIssue     *issue,
                                            const char       *counts);
void          hearsay_issue_page_refresh   (HearsayIssuePage *self);

G_END_DECLS
