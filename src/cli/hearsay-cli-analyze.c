/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli/hearsay-cli-analysis.h"
#include "cli/hearsay-cli-format.h"
#include "cli/hearsay-cli-input.h"
#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-output.h"
#include "cli/hearsay-cli-pool.h"
#include "cli/hearsay-cli-verbs.h"

/* One thing to do: a file, or a line of JSON. */
typedef struct
{
  HearsayCliInput *input;
  GBytes *line;
  gboolean too_long;
  char *name; /* for the error line */
  guint64 number;
} Task;

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

static void
analyze_file (Run    *run,
              Task   *task,
              Result *result)
{
  g_autoptr (GPtrArray) documents = hearsay_cli_input_read (task->input, &result->error);

  for (guint i = 0; documents != NULL && i < documents->len && result->error == NULL; i++)
    {
      g_autoptr (HearsayAnalysis) analysis = NULL;

      analysis = hearsay_cli_analyze_document (run->analyzer, g_ptr_array_index (documents, i),
                                               run->explain, &result->error);
      if (analysis != NULL)
        g_ptr_array_add (result->texts, hearsay_cli_format_one (run->writer.format, analysis, run->with_text));
    }
}

static void
analyze_line (Run    *run,
              Task   *task,
              Result *result)
{
  g_autoptr (HearsayJsonlRecord) record = NULL;
  g_autoptr (HearsayAnalysis) analysis = NULL;
  g_autofree char *id = NULL;
  gconstpointer line;
  gsize length;

  line = g_bytes_get_data (task->line, &length);
  if (task->too_long)
    g_set_error (&result->error, HEARSAY_JSONL_ERROR, HEARSAY_JSONL_ERROR_TOO_BIG, _("The line is longer than %d MB"),
                 HEARSAY_JSONL_MAX_LINE / (1024 * 1024));
  else
    record = hearsay_jsonl_parse (line != NULL ? line : "", length, &id, &result->error);
  if (record != NULL)
    analysis = hearsay_cli_analyze_record (run->analyzer, record, run->explain, &result->error);
  if (analysis != NULL)
    g_ptr_array_add (result->texts, hearsay_cli_format_one (run->writer.format, analysis, run->with_text));
  else
    {
      char *text = hearsay_cli_format_error (run->writer.format, id, result->error);

      if (text != NULL)
        g_ptr_array_add (result->texts, text);
      g_prefix_error (&result->error, _("Line %" G_GUINT64_FORMAT ": "), task->number);
    }
}

static gpointer
work (gpointer item,
      gpointer data)
{
  Run *run = data;
  Task *task = item;
  Result *result = g_new0 (Result, 1);

  result->texts = g_ptr_array_new_with_free_func (g_free);
  result->name = g_strdup (task->name);
  if (task->input != NULL)
    analyze_file (run, task, result);
  else
    analyze_line (run, task, result);
  hearsay_cli_input_free (task->input);
  g_clear_pointer (&task->line, g_bytes_unref);
  g_free (task->name);
  g_free (task);
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
push_files (Run            *run,
            HearsayCliPool *pool,
            char          **files,
            gboolean        recursive)
{
  gboolean failed;
  g_autoptr (GPtrArray) inputs = hearsay_cli_inputs_new (files, recursive, &failed);

  /* The threads of the pool may already be setting it. */
  for (guint i = 0; i < inputs->len; i++)
    {
      Task *task = g_new0 (Task, 1);

      task->input = g_steal_pointer (&g_ptr_array_index (inputs, i));
      task->name = g_strdup (task->input->name);
      hearsay_cli_pool_push (pool, task);
    }
  if (failed)
    g_atomic_int_set (&run->failed, TRUE);
}

static gboolean
is_blank (GBytes *line)
{
  gsize length;
  const char *p = g_bytes_get_data (line, &length);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (p[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
push_lines (HearsayCliPool  *pool,
            HearsayCliInput *input,
            GError         **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (HearsayJsonlReader) reader = NULL;

  stream = input->file != NULL ? (GInputStream *) g_file_read (input->file, NULL, error)
                               : g_unix_input_stream_new (STDIN_FILENO, FALSE);
  if (stream == NULL)
    return FALSE;
  reader = hearsay_jsonl_reader_new (stream);
  for (guint64 number = 1;; number++)
    {
      Task *task;
      GBytes *line;
      gboolean too_long;

      if (!hearsay_jsonl_reader_next (reader, &line, &too_long, error))
        return FALSE;
      if (line == NULL)
        return TRUE;
      if (!too_long && is_blank (line))
        {
          g_bytes_unref (line);
          continue;
        }
      task = g_new0 (Task, 1);
      task->line = line;
      task->too_long = too_long;
      task->number = number;
      task->name = g_strdup (input->name);
      hearsay_cli_pool_push (pool, task);
    }
}

static void
push_streams (Run            *run,
              HearsayCliPool *pool,
              char          **files)
{
  static char *const standard_input[] = { (char *) "-", NULL };
  gboolean failed;
  g_autoptr (GPtrArray) inputs = NULL;

  inputs = hearsay_cli_inputs_new (files != NULL ? files : (char **) standard_input, FALSE, &failed);
  for (guint i = 0; i < inputs->len; i++)
    {
      HearsayCliInput *input = g_ptr_array_index (inputs, i);
      g_autoptr (GError) error = NULL;

      if (!push_lines (pool, input, &error))
        {
          hearsay_cli_report_error (input->name, error);
          g_atomic_int_set (&run->failed, TRUE);
        }
    }
}

static int
run_analysis (Run        *run,
              const char *output,
              char      **files,
              gboolean    lines,
              gboolean    recursive,
              guint       jobs)
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
  if (lines)
    push_streams (run, pool, files);
  else
    push_files (run, pool, files, recursive);
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
  gboolean recursive = FALSE;
  Run run = { 0 };
  int jobs = (int) g_get_num_processors ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("jsonl (the default), json, csv or table"), "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to OUT instead of standard output"), "OUT" },
    { "text", 't', 0, G_OPTION_ARG_NONE, &run.with_text, N_("Put the text of the article into each document"), NULL },
    { "explain", 'e', 0, G_OPTION_ARG_NONE, &run.explain, N_("Say why each statement is believed (jsonl and json)"), NULL },
    { "input", 'i', 0, G_OPTION_ARG_STRING, &input, N_("jsonl: the files hold one article a line as JSON"), "KIND" },
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
  if (input != NULL && !g_str_equal (input, "jsonl") && !g_str_equal (input, "files"))
    return hearsay_cli_usage (argv[0], _("--input is jsonl or files"));
  if (jobs < 1)
    return hearsay_cli_usage (argv[0], _("--jobs needs a number from 1"));
  if (files == NULL && (input == NULL || !g_str_equal (input, "jsonl")))
    return hearsay_cli_usage (argv[0], _("No file is given"));
  return run_analysis (&run, output, files, input != NULL && g_str_equal (input, "jsonl"), recursive, (guint) jobs);
}
