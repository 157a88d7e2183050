/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <string.h>

#include "analysis/hearsay-analyzer.h"

/* An English text as the engine sees it; @title may be %NULL. */
static inline HearsayAnalysis *
analyze_titled (const char  *text,
                const char  *title,
                HearsayDate  published)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (&error);
  HearsayAnalyzerInput input = { .text = text, .length = -1, .language = "en", .title = title, .published = published };
  HearsayAnalysis *analysis;

  g_assert_no_error (error);
  analysis = hearsay_analyzer_analyze (analyzer, &input, NULL, &error);
  g_assert_no_error (error);
  return analysis;
}

static inline HearsayAnalysis *
analyze (const char *text)
{
  return analyze_titled (text, NULL, HEARSAY_DATE_NONE);
}

/* The index of the issue with this name, or -1. */
static inline gint32
find_issue (const HearsayAnalysis *analysis,
            const char            *name)
{
  for (guint i = 0; i < analysis->issues->len; i++)
    if (strcmp (hearsay_analysis_issue (analysis, i)->name, name) == 0)
      return (gint32) i;
  return -1;
}
