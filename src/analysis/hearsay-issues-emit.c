/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issues.h"

void
hearsay_issues_free (HearsayIssues *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->names);
  g_array_unref (self->mentions);
  g_free (self);
}

/**
 * hearsay_issues_first_mention:
 *
 * Returns: index of the first mention that begins at or behind @byte, or their number
 */
guint
hearsay_issues_first_mention (const HearsayIssues *self,
                              guint32              byte)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->mentions->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, HearsayIssueMention, middle).start >= byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hearsay_issues_emit:
 * @text: the text they were found in
 * @analysis: of the same text, without issues as yet
 *
 * Writes the issues into @analysis, with the same indexes.
 */
void
hearsay_issues_emit (const HearsayIssues *self,
                     const HearsayText   *text,
                     HearsayAnalysis     *analysis)
{
  g_return_if_fail (self != NULL && text != NULL && analysis != NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i + 1);
      HearsayAnalysisIssue issue = {
        .id = hearsay_analysis_intern (analysis, id),
        .name = hearsay_analysis_intern (analysis, g_ptr_array_index (self->names, i)),
        .mentions = { analysis->spans->len, 0 },
      };

      for (guint k = 0; k < self->mentions->len; k++)
        {
          const HearsayIssueMention *mention = &g_array_index (self->mentions, HearsayIssueMention, k);
          HearsaySpan span;

          if (mention->issue != (gint32) i)
            continue;
          span = hearsay_text_to_span (text, mention->start, mention->end);
          hearsay_analysis_add_spans (analysis, &span, 1);
          issue.mentions.n++;
        }
      g_array_append_val (analysis->issues, issue);
    }
}
