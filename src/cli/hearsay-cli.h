/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of the contract. */
#define HEARSAY_EXIT_DONE 0
#define HEARSAY_EXIT_SOME_FAILED 1
#define HEARSAY_EXIT_USAGE 2

gboolean hearsay_cli_wants (int    argc,
                            char **argv);
int      hearsay_cli_run   (int    argc,
                            char **argv);

G_END_DECLS
