/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store.h"

G_BEGIN_DECLS

void     hearsay_cli_issues_list     (HearsayStore *store,
                                      GString      *out);
int      hearsay_cli_issues_add      (HearsayStore *store,
                                      const char   *path,
                                      char        **names);
int      hearsay_cli_issues_rename   (HearsayStore *store,
                                      const char   *path,
                                      char        **names);
int      hearsay_cli_issues_wordings (HearsayStore *store,
                                      const char   *path,
                                      char        **names);
int      hearsay_cli_issues_merge    (HearsayStore *store,
                                      const char   *path,
                                      char        **names);
int      hearsay_cli_issues_split    (HearsayStore *store,
                                      const char   *path,
                                      char        **names);
int      hearsay_cli_issues_delete   (HearsayStore *store,
                                      const char   *path,
                                      char        **names);

G_END_DECLS
