/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

#include <string.h>

/* Words of a quotation that is a statement by itself, not a title or a scare quote. */
#define MIN_WORDS 4

static gboolean
is_covered (const HearsayFinder *self,
            guint                first_found,
            guint32              token)
{
  for (guint i = first_found; i < self->found->len; i++)
    {
      const HearsayFound *found = &g_array_index (self->found, HearsayFound, i);

      for (guint j = 0; j < found->n_pieces; j++)
        if (found->pieces[j].first <= token && token <= found->pieces[j].last)
          return TRUE;
    }
  return FALSE;
}

/* “NAME: …” at a paragraph's beginning. */
void
hearsay_quotes_transcripts (HearsayFinder *self,
                            guint32        paragraph)
{
  const HearsayParagraph *p = &self->text->paragraphs[paragraph];
  HearsayFound found = { .source = HEARSAY_RANGE_NONE, .head = HEARSAY_RANGE_NONE };
  guint32 i = p->first_token;
  guint32 end = p->first_token + p->n_tokens;
  gboolean caps = TRUE;

  while (i < end && i < p->first_token + 5 && (self->text->tokens[i].flags & HEARSAY_TOKEN_CAPITALISED) != 0)
    {
      caps = caps && (self->text->tokens[i].flags & HEARSAY_TOKEN_ALL_CAPS) != 0;
      i++;
    }
  if (i == p->first_token || i + 3 >= end || self->text->tokens[i].punct != HEARSAY_PUNCT_COLON)
    return;
  if (!caps && !hearsay_finder_is_open_quote (self, i + 1))
    return;
  found.source = (HearsayRange) { p->first_token, i - 1 };
  found.head = found.source;
  found.cue = (HearsayRange) { i, i };
  found.key = i;
  found.rule = "transcript";
  found.confidence = 0.8f;
  hearsay_content_add (&found, i + 1, end - 1);
  g_array_append_val (self->found, found);
}

void
hearsay_quotes_extend (HearsayFinder *self)
{
  (void) is_covered;
}
