/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-options.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli.h"

/**
 * hearsay_cli_report:
 * @name: (nullable): the input that failed, as the person named it
 * @reason: one line
 *
 * Writes the contract's line “hearsay: FILE: reason” to standard error, in one piece.
 */
void
hearsay_cli_report (const char *name,
                    const char *reason)
{
  g_autofree char *line = NULL;

  g_return_if_fail (reason != NULL);

  if (name != NULL)
    {
      g_autofree char *shown = g_filename_display_name (name);

      line = g_strdup_printf ("hearsay: %s: %s", shown, reason);
    }
  else
    line = g_strdup_printf ("hearsay: %s", reason);
  /* One failed input is one line, whatever is in its name. */
  g_strdelimit (line, "\r\n", ' ');
  g_printerr ("%s\n", line);
}

void
hearsay_cli_report_error (const char   *name,
                          const GError *error)
{
  g_return_if_fail (error != NULL);

  hearsay_cli_report (name, error->message);
}

/**
 * hearsay_cli_usage:
 * @verb: (nullable): the verb that was called wrongly
 * @reason: what was wrong
 *
 * Returns: %HEARSAY_EXIT_USAGE
 */
int
hearsay_cli_usage (const char *verb,
                   const char *reason)
{
  hearsay_cli_report (NULL, reason);
  if (verb != NULL)
    /* Translators: %s is a verb of the command line; the rest in quotation marks is typed as it stands. */
    g_printerr (_("Try “hearsay %s --help”.\n"), verb);
  else
    g_printerr (_("Try “hearsay --help”.\n"));
  return HEARSAY_EXIT_USAGE;
}

/**
 * hearsay_cli_parse:
 * @argc: length of @argv
 * @argv: the verb and what follows it
 * @parameters: “FILE…”
 * @summary: what the verb does, translated
 * @description: (nullable): what else is to be said, translated
 * @entries: its options
 *
 * Reads a verb's options; prints help and ends the program where it is asked for.
 *
 * Returns: whether they are right; if not, that has been said
 */
gboolean
hearsay_cli_parse (int                 argc,
                   char              **argv,
                   const char         *parameters,
                   const char         *summary,
                   const char         *description,
                   const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  g_auto (GStrv) arguments = NULL;

  g_return_val_if_fail (argc > 0, FALSE);

  program = g_strconcat ("hearsay ", argv[0], NULL);
  g_set_prgname (program);
  arguments = g_strdupv (argv);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      hearsay_cli_usage (argv[0], error->message);
      return FALSE;
    }
  return TRUE;
}
