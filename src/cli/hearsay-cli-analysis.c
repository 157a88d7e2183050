/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-analysis.h"

#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-pool.h"

typedef struct
{
  char *name;
  GPtrArray *analyses;
  GError *error;
} Result;

typedef struct
{
  HearsayAnalyzer *analyzer;
  GPtrArray *issues; /* nullable */
  HearsayCliPool *pool;
  GAsyncQueue *results; /* in order */
  HearsayCliTake take;
  gpointer data;
  gboolean failed;
} Run;

static gpointer
analyze_task (gpointer item,
              gpointer data)
{
  HearsayCliTask *task = item;
  Run *run = data;
  Result *result = g_new0 (Result, 1);
  g_autofree char *id = NULL;

  result->name = g_strdup (task->name);
  result->analyses = hearsay_cli_task_analyze (task, run->analyzer, run->issues, FALSE, &id, &result->error);
  hearsay_cli_task_locate (task, &result->error);
  hearsay_cli_task_free (task);
  return result;
}

static void
queue_result (gpointer item,
              gpointer data)
{
  Run *run = data;

  g_async_queue_push (run->results, item);
}

/* Hands over what is ready, on the thread that asked for it. */
static void
take_results (Run *run)
{
  Result *result;

  while ((result = g_async_queue_try_pop (run->results)) != NULL)
    {
      if (result->error != NULL)
        {
          hearsay_cli_report_error (result->name, result->error);
          run->failed = TRUE;
        }
      for (guint i = 0; i < result->analyses->len; i++)
        run->take (g_ptr_array_index (result->analyses, i), run->data);
      g_ptr_array_unref (result->analyses);
      g_clear_error (&result->error);
      g_free (result->name);
      g_free (result);
    }
}

static void
push_task (HearsayCliTask *task,
           gpointer        data)
{
  Run *run = data;

  hearsay_cli_pool_push (run->pool, task);
  take_results (run);
}

/**
 * hearsay_cli_analyze_each:
 * @files: (array zero-terminated=1): as on the command line
 * @kind: whether they hold an article a line
 * @issues: (nullable) (element-type GStrv): what people say is argued about
 * @take: called for each analysis, in the order of the files, on this thread
 *
 * No more articles are held in memory than are being analysed.
 *
 * Returns: whether all could be analysed; where not, that has been reported
 */
gboolean
hearsay_cli_analyze_each (char                **files,
                          HearsayCliInputKind   kind,
                          gboolean              recursive,
                          guint                 n_threads,
                          GPtrArray            *issues,
                          HearsayCliTake        take,
                          gpointer              data)
{
  g_autoptr (HearsayAnalyzer) analyzer = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { .issues = issues, .take = take, .data = data };

  g_return_val_if_fail (files != NULL && take != NULL, FALSE);

  analyzer = hearsay_analyzer_new (&error);
  if (analyzer == NULL)
    {
      hearsay_cli_report_error (NULL, error);
      return FALSE;
    }
  run.analyzer = analyzer;
  run.results = g_async_queue_new ();
  run.pool = hearsay_cli_pool_new (n_threads, analyze_task, queue_result, &run);
  if (!hearsay_cli_tasks_each (files, kind, recursive, push_task, &run))
    run.failed = TRUE;
  hearsay_cli_pool_finish (run.pool);
  take_results (&run);
  g_async_queue_unref (run.results);
  return !run.failed;
}

static void
keep_analysis (HearsayAnalysis *analysis,
               gpointer         analyses)
{
  g_ptr_array_add (analyses, hearsay_analysis_ref (analysis));
}

/**
 * hearsay_cli_analyze_files:
 * @files: (array zero-terminated=1): as on the command line
 * @failed: (out): whether some could not be read; that has been reported
 *
 * Returns: (transfer full) (element-type HearsayAnalysis): the analyses in the order of the files
 */
GPtrArray *
hearsay_cli_analyze_files (char     **files,
                           gboolean   recursive,
                           guint      n_threads,
                           gboolean  *failed)
{
  GPtrArray *analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);

  g_return_val_if_fail (files != NULL && failed != NULL, analyses);

  *failed = !hearsay_cli_analyze_each (files, HEARSAY_CLI_INPUT_BY_NAME, recursive, n_threads, NULL, keep_analysis, analyses);
  return analyses;
}
