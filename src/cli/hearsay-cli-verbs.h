/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "cli/hearsay-cli.h"

G_BEGIN_DECLS

/* Each runs one verb: argv[0] is the verb. Returns an exit status of the contract. */
int hearsay_cli_analyze    (int    argc,
                            char **argv);
int hearsay_cli_collection (int    argc,
                            char **argv);
int hearsay_cli_graph      (int    argc,
                            char **argv);
int hearsay_cli_read       (int    argc,
                            char **argv);
int hearsay_cli_timeline   (int    argc,
                            char **argv);

G_END_DECLS
