/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

#include <string.h>

/* How often, by count, a word in its frame must be a cue to be a candidate. */
#define MIN_WEIGHT 0.1f
/* How likely the cue before “and” must be to lend its speaker. */
#define JOINED_WEIGHT 0.3f
/* How far left a verb's clause is searched for its subject, in tokens. */
#define MAX_CLAUSE 60

/* Whether a quotation ends before @i, or before the comma there, that is more than a title. */
static gboolean
follows_quote (const HearsayFinder *self,
               guint32              i)
{
  guint32 first = hearsay_finder_sentence_first (self, i);
  guint32 mark = i - 1;
  const HearsayQuote *quote;

  if (i == first)
    return FALSE;
  if (self->text->tokens[mark].punct == HEARSAY_PUNCT_COMMA && mark > first)
    mark--;
  if (!hearsay_finder_is_close_quote (self, mark))
    return FALSE;
  quote = &self->text->quotes[hearsay_text_find_quote (self->text, mark)];
  return quote->n_words >= 4 || quote->first_token <= first;
}

/* Whether what stands before @i could be something said: a quotation's end, or a comma behind a clause. */
static gboolean
follows_content (const HearsayFinder *self,
                 guint32              i)
{
  guint32 first = hearsay_finder_sentence_first (self, i);
  const HearsayToken *before;

  if (i == first)
    return FALSE;
  before = &self->text->tokens[i - 1];
  if (follows_quote (self, i))
    return TRUE;
  if (before->punct != HEARSAY_PUNCT_COMMA && before->punct != HEARSAY_PUNCT_DASH
      && !hearsay_finder_is_close_quote (self, i - 1))
    return FALSE;
  for (guint32 j = i - 1; j-- > first && j + MAX_CLAUSE > i;)
    if (hearsay_finder_is_finite (self, j))
      return TRUE;
  /* A verb may have been taken for a noun, but “In Oslo, Lund said” has none. */
  return i >= first + 5 && (self->xpos[first] == HEARSAY_XPOS_DT || hearsay_finder_is_noun (self, first)
                            || self->xpos[first] == HEARSAY_XPOS_PRP || self->xpos[first] == HEARSAY_XPOS_JJ);
}

/* Whether @i begins a sentence and the one before ends with a quotation in the same paragraph. */
static gboolean
follows_quoted_sentence (const HearsayFinder *self,
                         guint32              i)
{
  const HearsayText *text = self->text;
  guint32 sentence = text->tokens[i].sentence;

  return text->sentences[sentence].first_token == i && sentence > 0
         && text->sentences[sentence - 1].paragraph == text->sentences[sentence].paragraph
         && hearsay_finder_is_close_quote (self, i - 1);
}

/**
 * hearsay_verbs_clause_subject:
 * @verb: a verb without a subject next to it
 * @head: (out): the subject without its apposition
 *
 * Returns: the subject of the nearest finite verb to the left, or none
 */
HearsayRange
hearsay_verbs_clause_subject (const HearsayFinder *self,
                              guint32              verb,
                              HearsayRange        *head)
{
  guint32 first = hearsay_finder_sentence_first (self, verb);
  guint32 stop = verb > first + MAX_CLAUSE ? verb - MAX_CLAUSE : first;

  *head = HEARSAY_RANGE_NONE;
  for (guint32 i = verb; i-- > stop;)
    {
      HearsayRange group;
      HearsayRange subject;

      if (!hearsay_finder_is_finite (self, i) || self->text->tokens[i].depth != self->text->tokens[verb].depth)
        continue;
      group = hearsay_phrases_verb_group (self, i);
      subject = hearsay_phrases_before (self, group.first, head);
      if (!hearsay_range_is_empty (subject))
        return subject;
      i = group.first;
    }
  return HEARSAY_RANGE_NONE;
}

/* “It is believed that”, “there”: no one says it. */
static gboolean
is_expletive (const HearsayFinder *self,
              HearsayRange         range)
{
  if (range.first != range.last)
    return FALSE;
  return self->xpos[range.first] == HEARSAY_XPOS_EX;
}

/*
 * “… and warned that”, “…, adding that”: the one who said what ends right before
 * the word that joins, if a candidate of the sentence says so.
 */
static const HearsayFound *
find_joined (const HearsayFinder *self,
             guint32              at)
{
  guint32 sentence = self->text->tokens[at].sentence;

  for (guint i = self->found->len; i-- > 0;)
    {
      const HearsayFound *found = &g_array_index (self->found, HearsayFound, i);

      if (self->text->tokens[found->key].sentence != sentence)
        break;
      for (guint j = 0; j < found->n_pieces; j++)
        if (found->pieces[j].last < at && found->pieces[j].last + 3 >= at && !hearsay_range_is_empty (found->source)
            && found->confidence >= JOINED_WEIGHT)
          return found;
    }
  return NULL;
}

/* The source left of the verb group, or of the clause's other verb. */
static void
find_left_source (const HearsayFinder *self,
                  HearsayRange         group,
                  guint32              verb,
                  HearsayFound        *found)
{
  guint32 first = hearsay_finder_sentence_first (self, verb);
  guint32 at = group.first;
  gboolean joined = at > first && ((self->xpos[verb] == HEARSAY_XPOS_VBG && self->xpos[at - 1] == HEARSAY_XPOS_COMMA)
                                   || self->xpos[at - 1] == HEARSAY_XPOS_CC);
  const HearsayFound *before = joined ? find_joined (self, at) : NULL;

  if (before != NULL)
    {
      found->source = before->source;
      found->head = before->head;
      return;
    }
  if (!joined)
    {
      found->source = hearsay_phrases_before (self, at, &found->head);
      if (!hearsay_range_is_empty (found->source))
        return;
    }
  if (at > first)
    found->source = hearsay_verbs_clause_subject (self, at, &found->head);
}

/* “said Jane Roe, a clerk”: the source stands behind the verb. */
static gboolean
find_right_source (const HearsayFinder *self,
                   HearsayRange         group,
                   guint32              verb,
                   HearsayFound        *found)
{
  guint32 next = group.last + 1;
  guint32 last = hearsay_finder_sentence_last (self, verb);
  HearsayRange head;

  if (group.first != verb || next > last || self->chunk[next] < 0 || !hearsay_finder_is_finite (self, verb))
    return FALSE;
  if (!follows_quote (self, verb) && !follows_quoted_sentence (self, verb)
      && (!hearsay_finder_is (self, verb, "said") || !follows_content (self, verb)
          || !hearsay_range_is_empty (hearsay_phrases_before (self, verb, &head))))
    return FALSE;
  if (g_array_index (self->chunks, HearsayChunk, self->chunk[next]).time)
    return FALSE;
  found->source = hearsay_phrases_after (self, next, &found->head);
  return !hearsay_range_is_empty (found->source)
         && (found->head.last >= last || !hearsay_finder_is_finite (self, found->head.last + 1));
}

/* Takes the content before @i, within the sentence or the one before it. */
static void
take_front (const HearsayFinder *self,
            guint32              i,
            HearsayFound        *found)
{
  found->frame = HEARSAY_FRAME_FRONT;
  if (i > 0)
    hearsay_content_before (self, found, i - 1);
}

/* Goes on behind “…,” he said, “…” and he said, if the sentence does. */
static void
take_rest (const HearsayFinder *self,
           guint32              i,
           HearsayFound        *found)
{
  guint32 last = hearsay_finder_sentence_last (self, found->key);

  if (i < last && self->text->tokens[i].punct == HEARSAY_PUNCT_COMMA && hearsay_finder_is_open_quote (self, i + 1))
    hearsay_content_after (self, found, i + 1);
}

static gboolean
try_verb (HearsayFinder *self,
          guint32        verb,
          HearsayFound  *found)
{
  const char *lower = hearsay_text_word (self->text, verb);
  HearsayRange group = hearsay_phrases_verb_group (self, verb);
  gboolean passive = hearsay_phrases_is_passive (self, group, verb);
  guint32 content;

  found->kind = passive ? HEARSAY_CUE_PASSIVE : HEARSAY_CUE_VERB;
  if (hearsay_cues_find (found->kind, lower) == NULL)
    return FALSE;
  found->key = verb;
  found->cue = group;
  found->frame = hearsay_frames_find (self, verb, &content);

  if (!passive && find_right_source (self, group, verb, found))
    {
      take_front (self, group.first, found);
      found->rule = "quote-verb-source";
      found->confidence = hearsay_finder_weigh (self, found->kind, lower, found->frame);
      take_rest (self, found->source.last + (self->text->tokens[found->source.last].punct == HEARSAY_PUNCT_COMMA ? 0 : 1),
                 found);
      return found->n_pieces > 0;
    }
  find_left_source (self, group, verb, found);
  if (is_expletive (self, found->source))
    return FALSE;
  /* “It is believed that”: nobody is named. */
  if (passive && found->source.first == found->source.last && hearsay_finder_is (self, found->source.first, "it"))
    found->source = found->head = HEARSAY_RANGE_NONE;
  if ((found->frame == HEARSAY_FRAME_NONE || found->frame >= HEARSAY_FRAME_OBJECT || found->frame == HEARSAY_FRAME_QUOTE)
      && !hearsay_range_is_empty (found->source) && found->source.last < verb && !passive
      && self->xpos[verb] != HEARSAY_XPOS_VBG && self->xpos[found->source.first] != HEARSAY_XPOS_WP
      && (follows_content (self, found->source.first) || follows_quoted_sentence (self, found->source.first)))
    {
      HearsayFrame after = found->frame;

      take_front (self, found->source.first, found);
      found->rule = "quote-source-verb";
      found->confidence = hearsay_finder_weigh (self, found->kind, lower, found->frame);
      if (after == HEARSAY_FRAME_QUOTE)
        hearsay_content_after (self, found, content);
      return found->n_pieces > 0;
    }
  if (content == HEARSAY_NO_TOKEN)
    return FALSE;
  found->rule = "source-verb-content";
  found->confidence = hearsay_finder_weigh (self, found->kind, lower, found->frame);
  hearsay_content_after (self, found, content);
  return found->n_pieces > 0;
}

/* Looks at every verb of a sentence. */
void
hearsay_verbs_scan (HearsayFinder *self,
                    guint32        sentence)
{
  const HearsaySentence *s = &self->text->sentences[sentence];
  guint limit = self->found->len + HEARSAY_MAX_CUES;

  for (guint32 i = s->first_token; i < s->first_token + s->n_tokens && self->found->len < limit; i++)
    {
      HearsayFound found = { .source = HEARSAY_RANGE_NONE, .head = HEARSAY_RANGE_NONE };

      if (!hearsay_finder_is_verb (self, i) || !try_verb (self, i, &found) || found.confidence < MIN_WEIGHT)
        continue;
      g_array_append_val (self->found, found);
    }
}
