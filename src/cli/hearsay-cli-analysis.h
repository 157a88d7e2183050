/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analyzer.h"
#include "io/hearsay-document.h"
#include "io/hearsay-jsonl.h"

G_BEGIN_DECLS

HearsayAnalysis *hearsay_cli_analyze_document (const HearsayAnalyzer     *analyzer,
                                               const HearsayDocument     *document,
                                               gboolean                   explain,
                                               GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayAnalysis *hearsay_cli_analyze_record   (const HearsayAnalyzer     *analyzer,
                                               const HearsayJsonlRecord  *record,
                                               gboolean                   explain,
                                               GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *hearsay_cli_analyze_files    (char                     **files,
                                               gboolean                   recursive,
                                               guint                      n_threads,
                                               GPtrArray                 *issues,
                                               gboolean                  *failed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
