/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli.h"

#include <glib/gi18n.h>

/**
 * hearsay_cli_wants:
 *
 * Returns: whether the arguments are for the command line, so that no display
 *   may be opened
 */
gboolean
hearsay_cli_wants (int    argc,
                   char **argv)
{
  return argc > 1 && (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "--help"));
}

/**
 * hearsay_cli_run:
 *
 * Returns: an exit status of the contract
 */
int
hearsay_cli_run (int    argc,
                 char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("hearsay %s\n", HEARSAY_VERSION);
      return HEARSAY_EXIT_DONE;
    }
  g_print ("%s\n", _("Usage: hearsay [FILE…]"));
  return argc > 1 ? HEARSAY_EXIT_DONE : HEARSAY_EXIT_USAGE;
}
