/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"

G_BEGIN_DECLS

/* The format version that the document states. */
#define HEARSAY_ANALYSIS_JSON_VERSION 1

void hearsay_analysis_append_json (const HearsayAnalysis *self,
                                   gboolean               with_text,
                                   guint                  indent,
                                   GString               *out);

G_END_DECLS
