/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-analyzer.h"
#include "fuzz.h"
#include "io/hearsay-analysis-json.h"

/* Longer inputs only make each run slow; long texts have tests of their own. */
#define MAX_SIZE 4096

static HearsayAnalyzer *
get_analyzer (void)
{
  static HearsayAnalyzer *analyzer = NULL;

  if (analyzer == NULL)
    {
      g_autoptr (GError) error = NULL;

      analyzer = hearsay_analyzer_new (&error);
      g_assert_no_error (error);
    }
  return analyzer;
}

static void
check_span (const HearsayAnalysis *analysis,
            HearsaySpan            span)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, analysis->n_characters);
}

static void
check_analysis (const HearsayAnalysis *analysis)
{
  for (guint i = 0; i < analysis->spans->len; i++)
    check_span (analysis, g_array_index (analysis->spans, HearsaySpan, i));
  for (guint i = 0; i < analysis->times->len; i++)
    check_span (analysis, hearsay_analysis_time (analysis, i)->span);
  for (guint i = 0; i < analysis->relations->len; i++)
    check_span (analysis, hearsay_analysis_relation (analysis, i)->evidence);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *s = hearsay_analysis_statement (analysis, i);

      check_span (analysis, s->source);
      check_span (analysis, s->cue);
      check_span (analysis, s->said_on_span);
      g_assert_cmpint (s->speaker, <, (gint32) analysis->actors->len);
      g_assert_cmpint (s->parent, <, (gint32) analysis->statements->len);
      g_assert_true (s->confidence >= 0 && s->confidence <= 1);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, MAX_SIZE));
  HearsayAnalyzerInput input = { .text = text, .length = -1, .explain = size % 16 == 1, .language = "en" };
  g_autoptr (HearsayAnalysis) analysis = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearsay_date_parse_iso ("2024-02-29", &input.published));
  analysis = hearsay_analyzer_analyze (get_analyzer (), &input, NULL, &error);
  g_assert_no_error (error);
  check_analysis (analysis);
  hearsay_analysis_append_json (analysis, TRUE, 0, json);
  g_assert_true (g_utf8_validate (json->str, (gssize) json->len, NULL));
  return 0;
}
