/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-analysis.h"

#include <string.h>

/**
 * hearsay_analysis_new:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1 when it ends with NUL
 *
 * Returns: (transfer full): an analysis of @text in which nothing has been found yet
 */
HearsayAnalysis *
hearsay_analysis_new (const char *text,
                      gssize      length)
{
  HearsayAnalysis *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HearsayAnalysis, 1);
  self->ref_count = 1;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->text = g_strndup (text, self->length);
  self->n_characters = (guint32) g_utf8_strlen (self->text, (gssize) self->length);
  self->strings = g_string_chunk_new (1024);
  self->language = "und";
  self->actors = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisActor));
  self->issues = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisIssue));
  self->statements = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisStatement));
  self->stances = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisStance));
  self->relations = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisRelation));
  self->agreements = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisAgreement));
  self->times = g_array_new (FALSE, TRUE, sizeof (HearsayAnalysisTime));
  self->reasons = g_array_new (FALSE, TRUE, sizeof (HearsayReason));
  self->spans = g_array_new (FALSE, TRUE, sizeof (HearsaySpan));
  return self;
}

/**
 * hearsay_analysis_copy:
 *
 * Returns: (transfer full): one with all that was found, which may be changed
 */
HearsayAnalysis *
hearsay_analysis_copy (HearsayAnalysis *self)
{
  HearsayAnalysis *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->ref_count = 1;
  copy->origin = hearsay_analysis_ref (self);
  copy->text = g_strndup (self->text, self->length);
  copy->strings = g_string_chunk_new (256);
  copy->actors = g_array_copy (self->actors);
  copy->issues = g_array_copy (self->issues);
  copy->statements = g_array_copy (self->statements);
  copy->stances = g_array_copy (self->stances);
  copy->relations = g_array_copy (self->relations);
  copy->agreements = g_array_copy (self->agreements);
  copy->times = g_array_copy (self->times);
  copy->reasons = g_array_copy (self->reasons);
  copy->spans = g_array_copy (self->spans);
  return copy;
}

HearsayAnalysis *
hearsay_analysis_ref (HearsayAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hearsay_analysis_unref (HearsayAnalysis *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  g_array_unref (self->actors);
  g_array_unref (self->issues);
  g_array_unref (self->statements);
  g_array_unref (self->stances);
  g_array_unref (self->relations);
  g_array_unref (self->agreements);
  g_array_unref (self->times);
  g_array_unref (self->reasons);
  g_array_unref (self->spans);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->origin, hearsay_analysis_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * hearsay_analysis_intern:
 * @string: (nullable): a string
 *
 * Returns: (transfer none) (nullable): an equal string that lives as long as
 *   @self; the same pointer for equal strings
 */
const char *
hearsay_analysis_intern (HearsayAnalysis *self,
                         const char      *string)
{
  g_return_val_if_fail (self != NULL, NULL);

  return string != NULL ? g_string_chunk_insert_const (self->strings, string) : NULL;
}

const char *
hearsay_analysis_intern_len (HearsayAnalysis *self,
                             const char      *string,
                             gsize            length)
{
  g_autofree char *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (string != NULL, NULL);

  copy = g_strndup (string, length);
  return g_string_chunk_insert_const (self->strings, copy);
}

/**
 * hearsay_analysis_add_spans:
 * @spans: (array length=n_spans) (nullable): spans in code points
 *
 * Returns: where they were put
 */
HearsaySpanRange
hearsay_analysis_add_spans (HearsayAnalysis   *self,
                            const HearsaySpan *spans,
                            guint              n_spans)
{
  HearsaySpanRange range = { 0, n_spans };

  g_return_val_if_fail (self != NULL, range);
  g_return_val_if_fail (spans != NULL || n_spans == 0, range);

  range.first = self->spans->len;
  g_array_append_vals (self->spans, spans, n_spans);
  return range;
}

/**
 * hearsay_analysis_get_spans:
 *
 * Returns: (transfer none): the range's spans; valid until spans are added
 */
const HearsaySpan *
hearsay_analysis_get_spans (const HearsayAnalysis *self,
                            HearsaySpanRange       range)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint64) range.first + range.n <= self->spans->len, NULL);

  return &g_array_index (self->spans, HearsaySpan, range.first);
}

/**
 * hearsay_analysis_dup_span_text:
 * @span: code points; what lies behind the text's end is cut off
 *
 * Takes time in proportion to @span's end.
 *
 * Returns: (transfer full): the words of @span
 */
char *
hearsay_analysis_dup_span_text (const HearsayAnalysis *self,
                                HearsaySpan            span)
{
  const char *start;
  const char *end;

  g_return_val_if_fail (self != NULL, NULL);

  span.end = MIN (span.end, self->n_characters);
  span.start = MIN (span.start, span.end);
  start = g_utf8_offset_to_pointer (self->text, span.start);
  end = g_utf8_offset_to_pointer (start, span.end - span.start);
  return g_strndup (start, (gsize) (end - start));
}

static const char *const resolved_names[HEARSAY_N_RESOLVED] = {
  [HEARSAY_RESOLVED_NOT] = "not",
  [HEARSAY_RESOLVED_NAME] = "name",
  [HEARSAY_RESOLVED_PRONOUN] = "pronoun",
  [HEARSAY_RESOLVED_RELATIVE] = "relative",
  [HEARSAY_RESOLVED_DESCRIPTION] = "description",
  [HEARSAY_RESOLVED_FIRST_PERSON] = "first-person",
  [HEARSAY_RESOLVED_OWN] = "own",
};

/* The name in the analysis document. */
const char *
hearsay_resolved_to_string (HearsayResolved resolved)
{
  g_return_val_if_fail ((guint) resolved < HEARSAY_N_RESOLVED, NULL);

  return resolved_names[resolved];
}

gboolean
hearsay_resolved_parse (const char      *string,
                        HearsayResolved *resolved)
{
  g_return_val_if_fail (resolved != NULL, FALSE);

  for (guint i = 0; string != NULL && i < HEARSAY_N_RESOLVED; i++)
    if (g_str_equal (string, resolved_names[i]))
      {
        *resolved = (HearsayResolved) i;
        return TRUE;
      }
  return FALSE;
}
