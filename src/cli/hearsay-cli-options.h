/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hearsay_cli_parse        (int                 argc,
                                   char              **argv,
                                   const char         *parameters,
                                   const char         *summary,
                                   const char         *description,
                                   const GOptionEntry *entries);
int      hearsay_cli_usage        (const char         *verb,
                                   const char         *reason);
void     hearsay_cli_report       (const char         *name,
                                   const char         *reason);
void     hearsay_cli_report_error (const char         *name,
                                   const GError       *error);

G_END_DECLS
