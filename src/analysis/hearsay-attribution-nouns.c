/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

#include <string.h>

/* How often, by count, a word in its frame must be a cue to be a candidate. */
#define MIN_WEIGHT 0.1f

/* “Mara's claim”, “her claim”: the possessor in the noun's own phrase. */
static HearsayRange
find_possessor (const HearsayFinder *self,
                const HearsayChunk  *chunk)
{
  for (guint32 i = chunk->last; i-- > chunk->first;)
    {
      if (self->xpos[i] == HEARSAY_XPOS_POS && i > chunk->first)
        return (HearsayRange) { chunk->first, i };
      if (self->xpos[i] == HEARSAY_XPOS_PRPS || self->xpos[i] == HEARSAY_XPOS_WPS)
        return (HearsayRange) { i, i };
    }
  return HEARSAY_RANGE_NONE;
}

static gboolean
try_word (HearsayFinder  *self,
          guint32         key,
          HearsayCueKind  kind,
          HearsayFound   *found)
{
  const char *lower = hearsay_text_word (self->text, key);
  guint32 content;

  if (hearsay_cues_find (kind, lower) == NULL)
    return FALSE;
  found->kind = kind;
  found->key = key;
  found->cue = (HearsayRange) { key, key };
  found->frame = hearsay_frames_find (self, key, &content);
  if (content == HEARSAY_NO_TOKEN)
    return FALSE;
  if (kind == HEARSAY_CUE_NOUN)
    {
      const HearsayChunk *chunk = &g_array_index (self->chunks, HearsayChunk, self->chunk[key]);

      found->source = find_possessor (self, chunk);
      found->rule = "noun";
      if (hearsay_range_is_empty (found->source))
        found->source = hearsay_verbs_clause_subject (self, chunk->first, &found->head);
    }
  else
    {
      found->rule = "adjective";
      found->cue.first = hearsay_phrases_verb_group (self, key).first;
      found->source = hearsay_phrases_before (self, found->cue.first, &found->head);
    }
  if (hearsay_range_is_empty (found->head))
    found->head = found->source;
  found->confidence = hearsay_finder_weigh (self, kind, lower, found->frame);
  hearsay_content_after (self, found, content);
  return found->n_pieces > 0 && !hearsay_range_is_empty (found->source);
}

/* Looks at every noun and adjective of a sentence. */
void
hearsay_nouns_scan (HearsayFinder *self,
                    guint32        sentence)
{
  const HearsaySentence *s = &self->text->sentences[sentence];
  guint limit = self->found->len + HEARSAY_MAX_CUES;

  for (guint32 i = s->first_token; i < s->first_token + s->n_tokens && self->found->len < limit; i++)
    {
      HearsayFound found = { .source = HEARSAY_RANGE_NONE, .head = HEARSAY_RANGE_NONE };
      gboolean noun = (self->xpos[i] == HEARSAY_XPOS_NN || self->xpos[i] == HEARSAY_XPOS_NNS) && self->chunk[i] >= 0
                      && g_array_index (self->chunks, HearsayChunk, self->chunk[i]).last == i;
      gboolean adjective = self->xpos[i] == HEARSAY_XPOS_JJ && self->chunk[i] < 0;

      if (!noun && !adjective)
        continue;
      if (try_word (self, i, noun ? HEARSAY_CUE_NOUN : HEARSAY_CUE_ADJECTIVE, &found) && found.confidence >= MIN_WEIGHT)
        g_array_append_val (self->found, found);
    }
}

static gboolean
has_finite (const HearsayFinder *self,
            guint32              first,
            guint32              end)
{
  for (guint32 i = first; i < end; i++)
    if (hearsay_finder_is_finite (self, i))
      return TRUE;
  return FALSE;
}

/* “According to the mayor, …” and “…, according to the mayor”. */
void
hearsay_nouns_according (HearsayFinder *self,
                         guint32        sentence)
{
  const HearsaySentence *s = &self->text->sentences[sentence];
  guint32 end = s->first_token + s->n_tokens;
  guint limit = self->found->len + HEARSAY_MAX_CUES;

  for (guint32 i = s->first_token; i + 2 < end && self->found->len < limit; i++)
    {
      HearsayFound found = { .source = HEARSAY_RANGE_NONE, .head = HEARSAY_RANGE_NONE };
      guint32 behind;

      if (!hearsay_finder_is (self, i, "according") || !hearsay_finder_is (self, i + 1, "to"))
        continue;
      found.key = i;
      found.cue = (HearsayRange) { i, i + 1 };
      found.source = hearsay_phrases_after (self, i + 2, &found.head);
      if (hearsay_range_is_empty (found.source))
        continue;
      found.rule = "according-to";
      found.confidence = 0.95f;
      behind = found.source.last + 1;
      if (i <= s->first_token + 1)
        {
          /* What follows the first comma is the statement, unless another comma and a verb follow. */
          if (found.head.last < found.source.last
              && (has_finite (self, found.head.last + 1, behind) || !has_finite (self, behind, end)))
            {
              found.source = found.head;
              behind = found.source.last + 1;
            }
          if (behind < end)
            hearsay_content_after (self, &found, behind);
        }
      else
        {
          hearsay_content_before (self, &found, i - 1);
          if (behind + 1 < end && self->text->tokens[behind].punct == HEARSAY_PUNCT_COMMA)
            hearsay_content_after (self, &found, behind);
        }
      if (found.n_pieces > 0)
        g_array_append_val (self->found, found);
    }
}
