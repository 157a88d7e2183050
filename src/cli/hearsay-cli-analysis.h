/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "cli/hearsay-cli-task.h"

G_BEGIN_DECLS

/* Does not take @analysis over. */
typedef void (*HearsayCliTake) (HearsayAnalysis *analysis,
                                gpointer         data);

gboolean   hearsay_cli_analyze_each  (char                **files,
                                      HearsayCliInputKind   kind,
                                      gboolean              recursive,
                                      guint                 n_threads,
                                      GPtrArray            *issues,
                                      HearsayCliTake        take,
                                      gpointer              data) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hearsay_cli_analyze_files (char                **files,
                                      gboolean              recursive,
                                      guint                 n_threads,
                                      gboolean             *failed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
