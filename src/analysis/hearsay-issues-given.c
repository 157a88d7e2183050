/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issues-private.h"

#include "model/hearsay-wording-finder.h"
#include "model/hearsay-wording-key.h"

static GArray *
find_words (const HearsayIssueSearch *search)
{
  g_autoptr (HearsayWordingFinder) finder = hearsay_wording_finder_new ();

  for (guint i = 0; i < search->source->n_given; i++)
    for (guint k = 0; search->source->given[i][k] != NULL; k++)
      hearsay_wording_finder_add (finder, search->source->given[i][k], GUINT_TO_POINTER (i));
  return hearsay_wording_finder_find (finder, search->closed->text->text);
}

/* What the text has of a given issue by itself is that issue. */
static void
claim (HearsayIssueSearch *search,
       const char         *wording,
       gint32              issue)
{
  g_autofree char *key = hearsay_wording_dup_key (wording);

  for (guint i = 0; i < search->candidates->len; i++)
    {
      HearsayIssueCandidate *candidate = g_ptr_array_index (search->candidates, i);
      g_autofree char *own = hearsay_wording_dup_key (candidate->name);

      if (g_str_equal (own, key) && candidate->issue < 0)
        candidate->issue = issue;
    }
}

static void
add_mention (const HearsayIssueSearch *search,
             HearsayIssues            *issues,
             HearsaySpan               span,
             gint32                    issue)
{
  const HearsayText *text = search->closed->text;
  HearsayIssueMention mention = {
    .start = hearsay_text_from_offset (text, span.start),
    .end = hearsay_text_from_offset (text, span.end),
    .issue = issue,
  };

  mention.first = hearsay_text_find_token (text, mention.start);
  if (mention.first >= text->n_tokens)
    return;
  for (mention.last = mention.first; mention.last + 1 < text->n_tokens && text->tokens[mention.last + 1].start < mention.end;
       mention.last++)
    ;
  g_array_append_val (issues->mentions, mention);
}

/* The issues that people gave, as far as the text has words for them: they come first. */
void
_hearsay_issue_search_take_given (HearsayIssueSearch *self,
                                  HearsayIssues      *issues)
{
  g_autoptr (GArray) matches = NULL;
  g_autofree gint32 *numbers = NULL;

  if (self->source->n_given == 0)
    return;
  matches = find_words (self);
  numbers = g_new (gint32, self->source->n_given);
  for (guint i = 0; i < self->source->n_given; i++)
    numbers[i] = -1;
  for (guint i = 0; i < matches->len; i++)
    {
      const HearsayWordingMatch *match = &g_array_index (matches, HearsayWordingMatch, i);
      guint given = GPOINTER_TO_UINT (match->data);

      if (numbers[given] < 0)
        {
          numbers[given] = (gint32) issues->names->len;
          g_ptr_array_add (issues->names, g_strdup (self->source->given[given][0]));
          for (guint k = 0; self->source->given[given][k] != NULL; k++)
            claim (self, self->source->given[given][k], numbers[given]);
        }
      add_mention (self, issues, match->span, numbers[given]);
    }
}
