/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analyzer.h"
#include "cli/hearsay-cli-input.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_CLI_INPUT_BY_NAME, /* lines in what is called .jsonl or .ndjson, files otherwise */
  HEARSAY_CLI_INPUT_FILES,
  HEARSAY_CLI_INPUT_LINES,
} HearsayCliInputKind;

/**
 * HearsayCliTask:
 * @name: of the input, for the error line
 * @input: (nullable): a file with one or more articles
 * @line: (nullable): otherwise one line of JSON
 * @too_long: whether the line was too long to be kept
 * @number: of the line, from 1
 *
 * One thing to analyse, for one thread.
 */
typedef struct
{
  char *name;
  HearsayCliInput *input;
  GBytes *line;
  gboolean too_long;
  guint64 number;
} HearsayCliTask;

/* Takes @task over. */
typedef void (*HearsayCliTaskFunc) (HearsayCliTask *task,
                                    gpointer        data);

gboolean   hearsay_cli_input_kind_parse (const char             *name,
                                         HearsayCliInputKind    *kind);
gboolean   hearsay_cli_tasks_each       (char                  **files,
                                         HearsayCliInputKind     kind,
                                         gboolean                recursive,
                                         HearsayCliTaskFunc      func,
                                         gpointer                data) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hearsay_cli_task_analyze     (HearsayCliTask         *self,
                                         const HearsayAnalyzer  *analyzer,
                                         const GPtrArray        *issues,
                                         gboolean                explain,
                                         char                  **id,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_cli_task_locate      (HearsayCliTask         *self,
                                         GError                **error);
void       hearsay_cli_task_free        (HearsayCliTask         *self);

G_END_DECLS
