/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "cli/hearsay-cli.h"

#ifdef HEARSAY_WITH_UI
#include "ui/hearsay-application.h"
#endif

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEARSAY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (hearsay_cli_wants (argc, argv))
    return hearsay_cli_run (argc, argv);

#ifdef HEARSAY_WITH_UI
  return hearsay_application_main (argc, argv);
#else
  return hearsay_cli_run (argc, argv);
#endif
}
