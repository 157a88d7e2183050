/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-task.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli/hearsay-cli-options.h"
#include "io/hearsay-jsonl.h"

/**
 * hearsay_cli_input_kind_parse:
 * @name: (nullable): what the option --input says
 * @kind: (out): what it means
 *
 * Returns: whether there is such a kind of input
 */
gboolean
hearsay_cli_input_kind_parse (const char          *name,
                              HearsayCliInputKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  if (name == NULL)
    *kind = HEARSAY_CLI_INPUT_BY_NAME;
  else if (g_str_equal (name, "jsonl"))
    *kind = HEARSAY_CLI_INPUT_LINES;
  else if (g_str_equal (name, "files"))
    *kind = HEARSAY_CLI_INPUT_FILES;
  else
    return FALSE;
  return TRUE;
}

void
hearsay_cli_task_free (HearsayCliTask *self)
{
  if (self == NULL)
    return;

  hearsay_cli_input_free (self->input);
  g_clear_pointer (&self->line, g_bytes_unref);
  g_free (self->name);
  g_free (self);
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
each_line (HearsayCliInput     *input,
           HearsayCliTaskFunc   func,
           gpointer             data,
           GError             **error)
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
      HearsayCliTask *task;
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
      task = g_new0 (HearsayCliTask, 1);
      task->line = line;
      task->too_long = too_long;
      task->number = number;
      task->name = g_strdup (input->name);
      func (task, data);
    }
}

static gboolean
has_lines (const HearsayCliInput *input,
           HearsayCliInputKind    kind)
{
  g_autofree char *name = NULL;

  if (kind != HEARSAY_CLI_INPUT_BY_NAME)
    return kind == HEARSAY_CLI_INPUT_LINES;
  name = g_ascii_strdown (input->name, -1);
  return g_str_has_suffix (name, ".jsonl") || g_str_has_suffix (name, ".ndjson");
}

/**
 * hearsay_cli_tasks_each:
 * @files: (array zero-terminated=1): paths, URIs, folders and “-”
 * @kind: whether each is one file of a reader's, or holds an article a line
 * @recursive: whether folders are gone through
 *
 * Calls @func for each file or line, in order. Of a stream no more than a line
 * is read ahead.
 *
 * Returns: whether all inputs could be opened; where not, that has been reported
 */
gboolean
hearsay_cli_tasks_each (char                **files,
                        HearsayCliInputKind   kind,
                        gboolean              recursive,
                        HearsayCliTaskFunc    func,
                        gpointer              data)
{
  g_autoptr (GPtrArray) inputs = NULL;
  gboolean failed;

  g_return_val_if_fail (files != NULL && func != NULL, FALSE);

  inputs = hearsay_cli_inputs_new (files, recursive, &failed);
  for (guint i = 0; i < inputs->len; i++)
    {
      HearsayCliInput *input = g_ptr_array_index (inputs, i);
      g_autoptr (GError) error = NULL;

      if (!has_lines (input, kind))
        {
          HearsayCliTask *task = g_new0 (HearsayCliTask, 1);

          task->name = g_strdup (input->name);
          task->input = g_steal_pointer (&g_ptr_array_index (inputs, i));
          func (task, data);
        }
      else if (!each_line (input, func, data, &error))
        {
          hearsay_cli_report_error (input->name, error);
          failed = TRUE;
        }
    }
  return !failed;
}

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

static HearsayAnalysis *
analyze_record (const HearsayAnalyzer     *analyzer,
                const HearsayJsonlRecord  *record,
                const GPtrArray           *issues,
                gboolean                   explain,
                GError                   **error)
{
  g_autofree HearsayGivenActor *given = g_new0 (HearsayGivenActor, record->actors->len + 1);

  for (guint i = 0; i < record->actors->len; i++)
    {
      const HearsayJsonlActor *actor = &g_array_index (record->actors, HearsayJsonlActor, i);

      given[i].name = actor->name;
      given[i].mentions = (const HearsaySpan *) (gpointer) actor->mentions->data;
      given[i].n_mentions = actor->mentions->len;
    }
  return analyze (analyzer, record->document, given, record->actors->len, issues, explain, error);
}

static void
analyze_file (HearsayCliTask         *self,
              const HearsayAnalyzer  *analyzer,
              const GPtrArray        *issues,
              gboolean                explain,
              GPtrArray              *analyses,
              GError                **error)
{
  g_autoptr (GPtrArray) documents = hearsay_cli_input_read (self->input, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      HearsayAnalysis *analysis = analyze (analyzer, g_ptr_array_index (documents, i), NULL, 0, issues, explain, error);

      if (analysis == NULL)
        return;
      g_ptr_array_add (analyses, analysis);
    }
}

static void
analyze_line (HearsayCliTask         *self,
              const HearsayAnalyzer  *analyzer,
              const GPtrArray        *issues,
              gboolean                explain,
              GPtrArray              *analyses,
              char                  **id,
              GError                **error)
{
  g_autoptr (HearsayJsonlRecord) record = NULL;
  HearsayAnalysis *analysis = NULL;
  gconstpointer line;
  gsize length;

  line = g_bytes_get_data (self->line, &length);
  if (self->too_long)
    g_set_error (error, HEARSAY_JSONL_ERROR, HEARSAY_JSONL_ERROR_TOO_BIG, _("The line is longer than %d MB"),
                 HEARSAY_JSONL_MAX_LINE / (1024 * 1024));
  else
    record = hearsay_jsonl_parse (line != NULL ? line : "", length, id, error);
  if (record != NULL)
    analysis = analyze_record (analyzer, record, issues, explain, error);
  if (analysis != NULL)
    g_ptr_array_add (analyses, analysis);
}

/**
 * hearsay_cli_task_analyze:
 * @issues: (nullable) (element-type GStrv): what people say is argued about
 * @explain: whether to find the reasons for each statement
 * @id: (out) (transfer full) (nullable): the id that a line has, also where the rest is wrong
 * @error: set where some of it could not be analysed
 *
 * On any thread.
 *
 * Returns: (transfer full) (element-type HearsayAnalysis): the articles that could
 */
GPtrArray *
hearsay_cli_task_analyze (HearsayCliTask         *self,
                          const HearsayAnalyzer  *analyzer,
                          const GPtrArray        *issues,
                          gboolean                explain,
                          char                  **id,
                          GError                **error)
{
  GPtrArray *analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);

  g_return_val_if_fail (self != NULL && analyzer != NULL && id != NULL, analyses);

  *id = NULL;
  if (self->input != NULL)
    analyze_file (self, analyzer, issues, explain, analyses, error);
  else
    analyze_line (self, analyzer, issues, explain, analyses, id, error);
  return analyses;
}

/**
 * hearsay_cli_task_locate:
 * @error: (inout): where set, says in which line of the input it is
 */
void
hearsay_cli_task_locate (HearsayCliTask  *self,
                         GError         **error)
{
  g_return_if_fail (self != NULL && error != NULL);

  if (self->line != NULL)
    g_prefix_error (error, _("Line %" G_GUINT64_FORMAT ": "), self->number);
}
