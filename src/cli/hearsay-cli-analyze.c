/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli-format.h"
#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-output.h"
#include "cli/hearsay-cli-pool.h"
#include "cli/hearsay-cli-task.h"
#include "cli/hearsay-cli-verbs.h"

typedef struct
{
  char *name;
  GPtrArray *texts; /* char *, formatted */
  GError *error;
} Result;

typedef struct
{
  HearsayAnalyzer *analyzer;
  HearsayCliWriter writer;
  gboolean with_text;
  gboolean explain;
  gboolean failed;
} Run;

static gpointer
work (gpointer item,
      gpointer data)
{
  Run *run = data;
  HearsayCliTask *task = item;
  Result *result = g_new0 (Result, 1);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) analyses = NULL;

  result->texts = g_ptr_array_new_with_free_func (g_free);
  result->name = g_strdup (task->name);
  analyses = hearsay_cli_task_analyze (task, run->analyzer, NULL, run->explain, &id, &result->error);
  for (guint i = 0; i < analyses->len; i++)
    g_ptr_array_add (result->texts, hearsay_cli_format_one (run->writer.format, g_ptr_array_index (analyses, i), run->with_text));
  /* Whoever reads the lines looks for one to each of theirs. */
  if (result->error != NULL && task->line != NULL)
    {
      char *text = hearsay_cli_format_error (run->writer.format, id, result->error);

      if (text != NULL)
        g_ptr_array_add (result->texts, text);
      hearsay_cli_task_locate (task, &result->error);
    }
  hearsay_cli_task_free (task);
  return result;
}

static void
emit (gpointer item,
      gpointer data)
{
  Result *result = item;
  Run *run = data;

  if (result->error != NULL)
    {
      hearsay_cli_report_error (result->name, result->error);
      run->failed = TRUE;
    }
  for (guint i = 0; i < result->texts->len; i++)
    hearsay_cli_writer_add (&run->writer, g_ptr_array_index (result->texts, i));
  g_clear_error (&result->error);
  g_ptr_array_unref (result->texts);
  g_free (result->name);
  g_free (result);
}

static void
push_task (HearsayCliTask *task,
           gpointer        pool)
{
  hearsay_cli_pool_push (pool, task);
}

static int
run_analysis (Run                  *run,
              const char           *output,
              char                **files,
              HearsayCliInputKind   kind,
              gboolean              recursive,
              guint                 jobs)
{
  g_autoptr (HearsayCliOutput) out = NULL;
  g_autoptr (HearsayAnalyzer) analyzer = NULL;
  g_autoptr (GError) error = NULL;
  HearsayCliPool *pool;

  analyzer = hearsay_analyzer_new (&error);
  if (analyzer == NULL)
    {
      hearsay_cli_report_error (NULL, error);
      return HEARSAY_EXIT_SOME_FAILED;
    }
  out = hearsay_cli_output_new (output);
  run->analyzer = analyzer;
  run->writer.output = out;
  hearsay_cli_writer_begin (&run->writer);
  pool = hearsay_cli_pool_new (jobs, work, emit, run);
  /* The threads of the pool may be setting it, too. */
  if (!hearsay_cli_tasks_each (files, kind, recursive, push_task, pool))
    g_atomic_int_set (&run->failed, TRUE);
  hearsay_cli_pool_finish (pool);
  hearsay_cli_writer_end (&run->writer);
  if (!hearsay_cli_output_commit (out))
    run->failed = TRUE;
  return run->failed ? HEARSAY_EXIT_SOME_FAILED : HEARSAY_EXIT_DONE;
}

int
hearsay_cli_analyze (int    argc,
                     char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  g_autofree char *input = NULL;
  g_auto (GStrv) files = NULL;
  static char *const standard_input[] = { (char *) "-", NULL };
  HearsayCliInputKind kind;
  gboolean recursive = FALSE;
  Run run = { 0 };
  int jobs = (int) g_get_num_processors ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("jsonl (the default), json, csv or table"), "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to OUT instead of standard output"), "OUT" },
    { "text", 't', 0, G_OPTION_ARG_NONE, &run.with_text, N_("Put the text of the article into each document"), NULL },
    { "explain", 'e', 0, G_OPTION_ARG_NONE, &run.explain, N_("Say why each statement is believed (jsonl and json)"), NULL },
    { "input", 'i', 0, G_OPTION_ARG_STRING, &input, N_("jsonl: one article a line as JSON, also what ends in .jsonl; files: none does"), "KIND" },
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &recursive, N_("Read the files in folders"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, N_("Articles analysed at the same time"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!hearsay_cli_parse (argc, argv, _("FILE…"),
                          _("Finds who said what about whom, and where they stand."),
                          _("With “--format json” a single article gives an object, several give a list.\n"
                            "“--input jsonl” reads standard input when no file is given."),
                          entries))
    return HEARSAY_EXIT_USAGE;
  if (format != NULL && !hearsay_cli_format_parse (format, &run.writer.format))
    return hearsay_cli_usage (argv[0], _("--format is one of jsonl, json, csv and table"));
  if (!hearsay_cli_input_kind_parse (input, &kind))
    return hearsay_cli_usage (argv[0], _("--input is jsonl or files"));
  if (jobs < 1)
    return hearsay_cli_usage (argv[0], _("--jobs needs a number from 1"));
  if (files == NULL && kind != HEARSAY_CLI_INPUT_LINES)
    return hearsay_cli_usage (argv[0], _("No file is given"));
  return run_analysis (&run, output, files != NULL ? files : (char **) standard_input, kind, recursive, (guint) jobs);
}
