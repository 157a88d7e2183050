/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli-input.h"
#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-output.h"
#include "cli/hearsay-cli-pool.h"
#include "cli/hearsay-cli-verbs.h"
#include "io/hearsay-document-json.h"

typedef struct
{
  char *name;
  GString *lines;
  GError *error;
} Result;

typedef struct
{
  HearsayCliOutput *output;
  gboolean failed;
} Reading;

static gpointer
read_input (gpointer item,
            gpointer data)
{
  HearsayCliInput *input = item;
  Result *result = g_new0 (Result, 1);
  g_autoptr (GPtrArray) documents = NULL;

  result->name = g_strdup (input->name);
  result->lines = g_string_new (NULL);
  documents = hearsay_cli_input_read (input, &result->error);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    hearsay_document_append_json (g_ptr_array_index (documents, i), result->lines);
  hearsay_cli_input_free (input);
  return result;
}

static void
emit_result (gpointer item,
             gpointer data)
{
  Result *result = item;
  Reading *reading = data;

  if (result->error != NULL)
    {
      hearsay_cli_report_error (result->name, result->error);
      reading->failed = TRUE;
    }
  hearsay_cli_output_write (reading->output, result->lines->str, result->lines->len);
  g_clear_error (&result->error);
  g_string_free (result->lines, TRUE);
  g_free (result->name);
  g_free (result);
}

int
hearsay_cli_read (int    argc,
                  char **argv)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  gboolean recursive = FALSE;
  int jobs = (int) g_get_num_processors ();
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to OUT instead of standard output"), "OUT" },
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &recursive, N_("Read the files in folders"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, N_("Files read at the same time"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (HearsayCliOutput) out = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  Reading reading = { 0 };
  HearsayCliPool *pool;

  if (!hearsay_cli_parse (argc, argv, _("FILE…"),
                          _("Prints the articles found in the files, one JSON object a line."), NULL, entries))
    return HEARSAY_EXIT_USAGE;
  if (files == NULL)
    return hearsay_cli_usage (argv[0], _("No file is given"));
  if (jobs < 1)
    return hearsay_cli_usage (argv[0], _("--jobs needs a number from 1"));

  inputs = hearsay_cli_inputs_new (files, recursive, &reading.failed);
  out = hearsay_cli_output_new (output);
  reading.output = out;
  pool = hearsay_cli_pool_new ((guint) jobs, read_input, emit_result, &reading);
  for (guint i = 0; i < inputs->len; i++)
    hearsay_cli_pool_push (pool, g_steal_pointer (&g_ptr_array_index (inputs, i)));
  hearsay_cli_pool_finish (pool);
  if (!hearsay_cli_output_commit (out))
    reading.failed = TRUE;
  return reading.failed ? HEARSAY_EXIT_SOME_FAILED : HEARSAY_EXIT_DONE;
}
