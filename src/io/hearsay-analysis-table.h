/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"

G_BEGIN_DECLS

void  hearsay_analysis_append_csv_header (GString                        *out);
void  hearsay_analysis_append_csv        (const HearsayAnalysis          *self,
                                          GString                        *out);
void  hearsay_analysis_append_table      (const HearsayAnalysis          *self,
                                          guint                           width,
                                          GString                        *out);
char *hearsay_analysis_dup_targets       (const HearsayAnalysis          *self,
                                          const HearsayAnalysisStatement *statement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
