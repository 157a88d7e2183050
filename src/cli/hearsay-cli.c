/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-verbs.h"

typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int    argc,
              char **argv);
} Verb;

static const Verb verbs[] = {
  { "analyze", N_("find who said what about whom"), hearsay_cli_analyze },
  { "graph", N_("draw who speaks about whom as a network"), hearsay_cli_graph },
  { "timeline", N_("draw who said what when"), hearsay_cli_timeline },
  { "collection", N_("work on a saved collection"), hearsay_cli_collection },
  { "read", N_("print the articles found in files"), hearsay_cli_read },
};

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        return &verbs[i];
    }
  return NULL;
}

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
  return argc > 1 && (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "--help") ||
                      g_str_equal (argv[1], "-h") || find_verb (argv[1]) != NULL);
}

static void
print_help (void)
{
  g_print ("%s\n  hearsay [%s]\n  hearsay %s\n\n", _("Usage:"), _("FILE…"), _("VERB [OPTION…] FILE…"));
  g_print ("%s\n\n", _("Shows who said what about whom in news articles, and where they stand.\n"
                       "Without a verb it opens the window."));
  g_print ("%s\n", _("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-12s %s\n", verbs[i].name, _(verbs[i].summary));
  g_print ("\n%s\n  %-12s %s\n  %-12s %s\n\n", _("Options:"), "--help", _("show this help"), "--version",
           _("show the version"));
  g_print ("%s\n", _("“hearsay VERB --help” shows the options of a verb."));
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
  const Verb *verb = argc > 1 ? find_verb (argv[1]) : NULL;

  if (verb != NULL)
    return verb->run (argc - 1, argv + 1);
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("hearsay %s\n", HEARSAY_VERSION);
      return HEARSAY_EXIT_DONE;
    }
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help ();
      return HEARSAY_EXIT_DONE;
    }
  if (argc > 1)
    return hearsay_cli_usage (NULL, _("This program was built without its window; it needs a verb"));
  print_help ();
  return HEARSAY_EXIT_USAGE;
}
