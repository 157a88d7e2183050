/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-analysis.h"

#include "cli/hearsay-cli-input.h"
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
  GPtrArray *analyses;
  gboolean failed;
} Run;

static HearsayAnalysis *
analyze (const HearsayAnalyzer    *analyzer,
         const HearsayDocument    *document,
         const HearsayGivenActor  *actors,
         guint                     n_actors,
         const GPtrArray          *issues,
         gboolean                  explain,
         GError                  **error)
{
  HearsayAnalyzerInput input = {
    .id = document->id,
    .source = document->source,
    .title = document->title,
    .byline = document->byline,
    .publisher = document->publisher,
    .section = document->section,
    .language = document->language,
    .published = document->published,
    .text = document->text,
    .length = -1,
    .actors = actors,
    .n_actors = n_actors,
    .issues = issues != NULL ? (const char *const *const *) issues->pdata : NULL,
    .n_issues = issues != NULL ? issues->len : 0,
    .explain = explain,
  };

  return hearsay_analyzer_analyze (analyzer, &input, NULL, error);
}

/**
 * hearsay_cli_analyze_document:
 * @explain: whether to find the reasons for each statement
 *
 * Returns: (transfer full): the analysis of an article that was read, or %NULL with @error set
 */
HearsayAnalysis *
hearsay_cli_analyze_document (const HearsayAnalyzer  *analyzer,
                              const HearsayDocument  *document,
                              gboolean                explain,
                              GError                **error)
{
  g_return_val_if_fail (analyzer != NULL && document != NULL, NULL);

  return analyze (analyzer, document, NULL, 0, NULL, explain, error);
}

/**
 * hearsay_cli_analyze_record:
 * @explain: whether to find the reasons for each statement
 *
 * Returns: (transfer full): the analysis of a line of JSON, or %NULL with @error set
 */
HearsayAnalysis *
hearsay_cli_analyze_record (const HearsayAnalyzer     *analyzer,
                            const HearsayJsonlRecord  *record,
                            gboolean                   explain,
                            GError                   **error)
{
  g_autofree HearsayGivenActor *given = NULL;

  g_return_val_if_fail (analyzer != NULL && record != NULL, NULL);

  given = g_new0 (HearsayGivenActor, record->actors->len + 1);
  for (guint i = 0; i < record->actors->len; i++)
    {
      const HearsayJsonlActor *actor = &g_array_index (record->actors, HearsayJsonlActor, i);

      given[i].name = actor->name;
      given[i].mentions = (const HearsaySpan *) (gpointer) actor->mentions->data;
      given[i].n_mentions = actor->mentions->len;
    }
  return analyze (analyzer, record->document, given, record->actors->len, NULL, explain, error);
}

static gpointer
analyze_input (gpointer item,
               gpointer data)
{
  HearsayCliInput *input = item;
  Run *run = data;
  Result *result = g_new0 (Result, 1);
  g_autoptr (GPtrArray) documents = hearsay_cli_input_read (input, &result->error);

  result->name = g_strdup (input->name);
  result->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);
  for (guint i = 0; documents != NULL && i < documents->len && result->error == NULL; i++)
    {
      HearsayAnalysis *analysis = analyze (run->analyzer, g_ptr_array_index (documents, i), NULL, 0, run->issues, FALSE,
                                           &result->error);

      if (analysis != NULL)
        g_ptr_array_add (result->analyses, analysis);
    }
  hearsay_cli_input_free (input);
  return result;
}

static void
keep_result (gpointer item,
             gpointer data)
{
  Result *result = item;
  Run *run = data;

  if (result->error != NULL)
    {
      hearsay_cli_report_error (result->name, result->error);
      run->failed = TRUE;
    }
  g_ptr_array_extend_and_steal (run->analyses, result->analyses);
  g_clear_error (&result->error);
  g_free (result->name);
  g_free (result);
}

/**
 * hearsay_cli_analyze_files:
 * @files: (array zero-terminated=1): as on the command line
 * @issues: (nullable) (element-type GStrv): what people say is argued about
 * @failed: (out): whether some could not be read; that has been reported
 *
 * Returns: (transfer full) (element-type HearsayAnalysis) (nullable): the
 *   analyses in the order of the files, or %NULL when the engine cannot start
 */
GPtrArray *
hearsay_cli_analyze_files (char      **files,
                           gboolean    recursive,
                           guint       n_threads,
                           GPtrArray  *issues,
                           gboolean   *failed)
{
  g_autoptr (HearsayAnalyzer) analyzer = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GError) error = NULL;
  HearsayCliPool *pool;
  Run run = { 0 };

  g_return_val_if_fail (files != NULL && failed != NULL, NULL);

  *failed = TRUE;
  analyzer = hearsay_analyzer_new (&error);
  if (analyzer == NULL)
    {
      hearsay_cli_report_error (NULL, error);
      return NULL;
    }
  run.analyzer = analyzer;
  run.issues = issues;
  run.analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);
  inputs = hearsay_cli_inputs_new (files, recursive, &run.failed);
  pool = hearsay_cli_pool_new (n_threads, analyze_input, keep_result, &run);
  for (guint i = 0; i < inputs->len; i++)
    hearsay_cli_pool_push (pool, g_steal_pointer (&g_ptr_array_index (inputs, i)));
  hearsay_cli_pool_finish (pool);
  *failed = run.failed;
  return run.analyses;
}
