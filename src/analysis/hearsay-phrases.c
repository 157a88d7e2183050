/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

#include <string.h>

/* How far an apposition or a relative clause may reach, in tokens. */
#define MAX_APPOSITION 45
/* Tokens of a base noun phrase, and auxiliaries of a verb, at most. */
#define MAX_CHUNK 40
#define MAX_GROUP 10
/* Noun phrases joined by prepositions into one, at most. */
#define MAX_JOINED 8

static guint8
tag_at (const HearsayFinder *self,
        guint32              i)
{
  return self->xpos[i];
}

static const HearsayChunk *
chunk_at (const HearsayFinder *self,
          guint32              i)
{
  return self->chunk[i] < 0 ? NULL : &g_array_index (self->chunks, HearsayChunk, self->chunk[i]);
}

static gboolean
is_time_word (const HearsayFinder *self,
              guint32              i)
{
  static const char *const words[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
    "tonight", "week", "month", "year", "morning", "afternoon", "evening", "night", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "weekend", "jan.", "feb.",
    "aug.", "sept.", "oct.", "nov.", "dec.",
  };

  return hearsay_text_token_is_any (self->text, i, words, G_N_ELEMENTS (words));
}

static gboolean
goes_inside (const HearsayFinder *self,
             guint32              i,
             guint32              first,
             guint32              end)
{
  switch ((guint) tag_at (self, i))
    {
    case HEARSAY_XPOS_DT:
    case HEARSAY_XPOS_PDT:
    case HEARSAY_XPOS_PRPS:
    case HEARSAY_XPOS_WPS:
      return i == first || tag_at (self, i - 1) == HEARSAY_XPOS_PDT || tag_at (self, i - 1) == HEARSAY_XPOS_DT;
    case HEARSAY_XPOS_CD: case HEARSAY_XPOS_JJ: case HEARSAY_XPOS_JJR: case HEARSAY_XPOS_JJS:
    case HEARSAY_XPOS_NN: case HEARSAY_XPOS_NNP: case HEARSAY_XPOS_NNPS: case HEARSAY_XPOS_NNS:
    case HEARSAY_XPOS_POS: case HEARSAY_XPOS_CURRENCY:
      return TRUE;
    case HEARSAY_XPOS_RB: case HEARSAY_XPOS_RBR: case HEARSAY_XPOS_RBS:
      return i + 1 < end && (tag_at (self, i + 1) == HEARSAY_XPOS_JJ || tag_at (self, i + 1) == HEARSAY_XPOS_CD)
             && i > first;
    case HEARSAY_XPOS_VBN: case HEARSAY_XPOS_VBG:
      return i + 1 < end && i > first
             && (hearsay_finder_is_noun (self, i + 1) || tag_at (self, i + 1) == HEARSAY_XPOS_JJ)
             && !hearsay_finder_is_noun (self, i - 1);
    case HEARSAY_XPOS_CC:
      return i > first && i + 1 < end && self->text->text[self->text->tokens[i].start] == '&';
    case HEARSAY_XPOS_OPEN_QUOTE: case HEARSAY_XPOS_CLOSE_QUOTE:
      {
        gint32 quote = hearsay_text_find_quote (self->text, i);

        return quote >= 0 && self->text->quotes[quote].n_words <= 3 && i > first && i + 1 < end
               && self->text->tokens[i + 1].punct == HEARSAY_PUNCT_NONE;
      }
    default:
      return FALSE;
    }
}

static void
add_chunk (HearsayFinder *self,
           guint32        first,
           guint32        last)
{
  HearsayChunk chunk = { first, last, is_time_word (self, last) };

  for (guint32 i = first; i <= last; i++)
    self->chunk[i] = (gint32) self->chunks->len;
  g_array_append_val (self->chunks, chunk);
}

/* The last token of the base noun phrase that begins at @first; HEARSAY_NO_TOKEN when none does. */
static guint32
find_chunk_end (const HearsayFinder *self,
                guint32              first,
                guint32              end)
{
  guint32 last = HEARSAY_NO_TOKEN;
  guint8 tag = tag_at (self, first);

  if (tag == HEARSAY_XPOS_PRP || tag == HEARSAY_XPOS_EX)
    return first;
  end = MIN (end, first + MAX_CHUNK);
  for (guint32 i = first; i < end && goes_inside (self, i, first, end); i++)
    {
      guint8 inside = tag_at (self, i);

      /* “Monday” and a name behind it are two. */
      if (last != HEARSAY_NO_TOKEN && is_time_word (self, last) && tag_at (self, last) == HEARSAY_XPOS_NNP
          && inside != HEARSAY_XPOS_POS && inside != HEARSAY_XPOS_NN && inside != HEARSAY_XPOS_CD)
        break;
      if (hearsay_finder_is_noun (self, i) || inside == HEARSAY_XPOS_CD)
        last = i;
      else if (last != HEARSAY_NO_TOKEN && inside == HEARSAY_XPOS_JJ && i + 1 < end
               && !goes_inside (self, i + 1, first, end))
        break;
    }
  if (last == HEARSAY_NO_TOKEN && (tag == HEARSAY_XPOS_DT || tag == HEARSAY_XPOS_JJ || tag == HEARSAY_XPOS_JJR))
    {
      last = first;
      while (tag == HEARSAY_XPOS_DT && last + 1 < end && tag_at (self, last + 1) == HEARSAY_XPOS_JJ)
        last++;
      if (tag != HEARSAY_XPOS_DT && !hearsay_finder_is (self, first, "many") && !hearsay_finder_is (self, first, "more")
          && !hearsay_finder_is (self, first, "several") && !hearsay_finder_is (self, first, "few"))
        return HEARSAY_NO_TOKEN;
    }
  return last;
}

/* Finds a sentence's base noun phrases. */
void
hearsay_phrases_chunk (HearsayFinder *self,
                       guint32        sentence)
{
  const HearsaySentence *s = &self->text->sentences[sentence];
  guint32 end = s->first_token + s->n_tokens;

  for (guint32 i = s->first_token; i < end; i++)
    {
      guint32 last = find_chunk_end (self, i, end);

      if (last == HEARSAY_NO_TOKEN)
        continue;
      add_chunk (self, i, last);
      i = last;
    }
}

static gboolean
joins_phrases (const HearsayFinder *self,
               guint32              i)
{
  static const char *const words[] = { "of", "for", "from", "in", "at", "with", "on", "to", "near", "behind", "inside",
                                       "close", "by", "against", "about", "who", "aligned" };

  return (tag_at (self, i) == HEARSAY_XPOS_IN || tag_at (self, i) == HEARSAY_XPOS_TO)
         && hearsay_text_token_is_any (self->text, i, words, G_N_ELEMENTS (words));
}

/* Whether a clause may begin at @i: nothing before it, or a mark or a word that opens one. */
static gboolean
is_clause_edge (const HearsayFinder *self,
                guint32              i,
                guint32              begin)
{
  guint8 tag;

  if (i == begin)
    return TRUE;
  tag = tag_at (self, i - 1);
  return tag == HEARSAY_XPOS_COMMA || tag == HEARSAY_XPOS_COLON || tag == HEARSAY_XPOS_IN || tag == HEARSAY_XPOS_CC
         || tag == HEARSAY_XPOS_OPEN_QUOTE || tag == HEARSAY_XPOS_CLOSE_QUOTE || tag == HEARSAY_XPOS_WRB
         || tag == HEARSAY_XPOS_STOP || tag == HEARSAY_XPOS_RB || tag == HEARSAY_XPOS_LRB || tag == HEARSAY_XPOS_RRB;
}

/* “people who know him”: the phrase before a relative clause that ends at @last. */
static guint32
before_relative (const HearsayFinder *self,
                 guint32              first,
                 guint32              begin)
{
  guint32 stop = first > begin + 14 ? first - 14 : begin;

  for (guint32 i = first; i-- > stop + 1;)
    {
      guint8 tag = tag_at (self, i);

      if (tag == HEARSAY_XPOS_COMMA || tag == HEARSAY_XPOS_COLON || tag == HEARSAY_XPOS_STOP
          || tag == HEARSAY_XPOS_CLOSE_QUOTE)
        return HEARSAY_NO_TOKEN;
      if ((tag == HEARSAY_XPOS_WP || tag == HEARSAY_XPOS_WDT) && self->chunk[i - 1] >= 0)
        return i - 1;
    }
  return HEARSAY_NO_TOKEN;
}

/* Goes left from the base phrase that begins at @first over what it hangs on. */
static guint32
expand_left (const HearsayFinder *self,
             guint32              first,
             guint32              begin)
{
  for (guint n = 0; n < MAX_JOINED && first > begin + 1; n++)
    {
      guint32 before = first - 1;
      const HearsayChunk *chunk = chunk_at (self, before - 1);
      guint8 tag = tag_at (self, before);

      if (chunk != NULL && !chunk->time && joins_phrases (self, before) && tag_at (self, before - 1) != HEARSAY_XPOS_PRP)
        first = chunk->first;
      else if (chunk != NULL && tag == HEARSAY_XPOS_CC && !hearsay_finder_is (self, before, "but")
               && is_clause_edge (self, chunk->first, begin))
        first = chunk->first;
      else if (chunk != NULL && (tag == HEARSAY_XPOS_VBG || tag == HEARSAY_XPOS_VBN)
               && is_clause_edge (self, chunk->first, begin))
        first = chunk->first;
      else if (hearsay_finder_is_finite (self, before) && before_relative (self, first, begin) != HEARSAY_NO_TOKEN)
        first = chunk_at (self, before_relative (self, first, begin))->first;
      else
        break;
    }
  return first;
}

static gboolean
starts_apposition (const HearsayFinder *self,
                   guint32              i)
{
  switch ((guint) tag_at (self, i))
    {
    case HEARSAY_XPOS_DT: case HEARSAY_XPOS_NN: case HEARSAY_XPOS_NNS: case HEARSAY_XPOS_NNP: case HEARSAY_XPOS_CD:
    case HEARSAY_XPOS_JJ: case HEARSAY_XPOS_JJS: case HEARSAY_XPOS_WP: case HEARSAY_XPOS_WDT: case HEARSAY_XPOS_WPS:
    case HEARSAY_XPOS_VBN: case HEARSAY_XPOS_VBG: case HEARSAY_XPOS_IN: case HEARSAY_XPOS_PRPS: case HEARSAY_XPOS_RB:
    case HEARSAY_XPOS_WRB: case HEARSAY_XPOS_NNPS:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_relative (const HearsayFinder *self,
             guint32              i)
{
  guint8 tag = tag_at (self, i);

  return tag == HEARSAY_XPOS_WP || tag == HEARSAY_XPOS_WDT || tag == HEARSAY_XPOS_WPS || tag == HEARSAY_XPOS_WRB;
}

/* The mark at @close ends an apposition: the one that begins it, or HEARSAY_NO_TOKEN. */
static guint32
find_apposition_start (const HearsayFinder *self,
                       guint32              close,
                       guint32              begin)
{
  guint32 stop = close > begin + MAX_APPOSITION ? close - MAX_APPOSITION : begin;
  gboolean bracket = tag_at (self, close) == HEARSAY_XPOS_RRB;
  gboolean finite = FALSE;

  for (guint32 i = close; i-- > stop + 1;)
    {
      guint8 tag = tag_at (self, i);

      if (hearsay_finder_is_close_quote (self, i) && !hearsay_finder_is_open_quote (self, i)
          && self->text->quotes[hearsay_text_find_quote (self->text, i)].n_words > 4)
        return HEARSAY_NO_TOKEN;
      finite = finite || hearsay_finder_is_finite (self, i);
      if (bracket ? tag != HEARSAY_XPOS_LRB : tag != tag_at (self, close))
        continue;
      if (self->chunk[i - 1] < 0 || !starts_apposition (self, i + 1))
        return HEARSAY_NO_TOKEN;
      if (finite && !is_relative (self, i + 1))
        return HEARSAY_NO_TOKEN;
      return i;
    }
  return HEARSAY_NO_TOKEN;
}

/* A piece that only describes: an age, “a clerk”, “R-Ariz.” */
static gboolean
is_description (const HearsayFinder *self,
                guint32              first,
                guint32              last)
{
  guint8 tag = tag_at (self, first);

  if (tag == HEARSAY_XPOS_DT || tag == HEARSAY_XPOS_CD || tag == HEARSAY_XPOS_NN || tag == HEARSAY_XPOS_JJ)
    return TRUE;
  return first == last && (self->text->tokens[first].flags & HEARSAY_TOKEN_PARTS) != 0
         && memchr (self->text->text + self->text->tokens[first].start, '.',
                    self->text->tokens[first].end - self->text->tokens[first].start) != NULL;
}

/* “Wells this month announced”: steps left over an expression of time, unless it is all there is. */
static guint32
skip_time (const HearsayFinder *self,
           guint32              end,
           guint32              begin)
{
  const HearsayChunk *chunk = end > begin ? chunk_at (self, end - 1) : NULL;
  guint32 before;

  if (chunk == NULL || !chunk->time || chunk->first == begin)
    return end;
  before = chunk->first;
  if (before > begin + 1 && tag_at (self, before - 1) == HEARSAY_XPOS_IN)
    before--;
  return before > begin && (self->chunk[before - 1] >= 0 || tag_at (self, before - 1) == HEARSAY_XPOS_COMMA) ? before : end;
}

/**
 * hearsay_phrases_before:
 * @end: the token behind the phrase
 * @head: (out): the phrase without its appositions
 *
 * Returns: the whole noun phrase that ends right before @end, its closing comma counted in, or none
 */
HearsayRange
hearsay_phrases_before (const HearsayFinder *self,
                        guint32              end,
                        HearsayRange        *head)
{
  guint32 begin = hearsay_finder_sentence_first (self, end);
  HearsayRange range = HEARSAY_RANGE_NONE;
  guint32 open;
  guint8 tag;

  *head = HEARSAY_RANGE_NONE;
  end = skip_time (self, end, begin);
  if (end == begin)
    return range;
  range.last = end - 1;
  tag = tag_at (self, range.last);
  if (is_relative (self, range.last) && tag != HEARSAY_XPOS_WRB)
    {
      range.first = range.last;
      *head = range;
      return range;
    }
  if (self->chunk[range.last] >= 0)
    {
      range.first = expand_left (self, chunk_at (self, range.last)->first, begin);
      /* “China, Russia see …” in a headline */
      if (range.first == begin + 2 && tag_at (self, begin + 1) == HEARSAY_XPOS_COMMA
          && tag_at (self, begin) == HEARSAY_XPOS_NNP && tag_at (self, range.last) == HEARSAY_XPOS_NNP)
        range.first = begin;
      *head = range;
      return range;
    }
  if (tag != HEARSAY_XPOS_COMMA && tag != HEARSAY_XPOS_COLON && tag != HEARSAY_XPOS_RRB)
    return HEARSAY_RANGE_NONE;

  open = find_apposition_start (self, range.last, begin);
  if (open == HEARSAY_NO_TOKEN)
    return HEARSAY_RANGE_NONE;
  for (guint n = 0; n < 3; n++)
    {
      head->last = open - 1;
      head->first = expand_left (self, chunk_at (self, open - 1)->first, begin);
      if (head->first < begin + 2 || tag_at (self, head->first - 1) != HEARSAY_XPOS_COMMA
          || self->chunk[head->first - 2] < 0)
        break;
      /* “Mara Lund, a clerk, 52,” and “The harbor's clerk, Mara Lund, 52,” */
      if (tag_at (self, head->first - 2) == HEARSAY_XPOS_NNP ? !is_description (self, head->first, head->last)
                                                             : tag_at (self, head->first) != HEARSAY_XPOS_NNP
                                                               || chunk_at (self, head->first - 2)->first != begin)
        break;
      open = head->first - 1;
    }
  range.first = head->first;
  return range;
}

/* Behind @last, an apposition or a relative clause between commas; returns its last token. */
static guint32
expand_apposition (const HearsayFinder *self,
                   guint32              last,
                   guint32              end)
{
  guint32 stop = MIN (end, last + MAX_APPOSITION);
  guint32 i = last + 1;

  if (i + 1 >= end || tag_at (self, i) != HEARSAY_XPOS_COMMA || !starts_apposition (self, i + 1)
      || hearsay_finder_is_open_quote (self, i + 1) || tag_at (self, i + 1) == HEARSAY_XPOS_VBG
      || tag_at (self, i + 1) == HEARSAY_XPOS_RB || tag_at (self, i + 1) == HEARSAY_XPOS_IN
      || tag_at (self, i + 1) == HEARSAY_XPOS_WRB)
    return last;
  for (i++; i < stop; i++)
    {
      guint8 tag = tag_at (self, i);

      if (tag == HEARSAY_XPOS_COMMA)
        return i;
      if (tag == HEARSAY_XPOS_STOP || tag == HEARSAY_XPOS_COLON || hearsay_finder_is_open_quote (self, i))
        return i - 1;
    }
  return i == end ? end - 1 : last;
}

/**
 * hearsay_phrases_after:
 * @start: the phrase's first token
 * @head: (out): the phrase without its apposition
 *
 * Returns: the whole noun phrase that begins at @start, or none
 */
HearsayRange
hearsay_phrases_after (const HearsayFinder *self,
                       guint32              start,
                       HearsayRange        *head)
{
  guint32 end = hearsay_finder_sentence_last (self, start) + 1;
  HearsayRange range = { start, start };

  *head = HEARSAY_RANGE_NONE;
  if (self->chunk[start] < 0)
    return HEARSAY_RANGE_NONE;
  range.last = chunk_at (self, start)->last;
  for (guint n = 0; n < MAX_JOINED && range.last + 2 < end; n++)
    {
      guint32 next = range.last + 1;
      const HearsayChunk *chunk = chunk_at (self, next + 1);
      gboolean of = hearsay_finder_is (self, next, "of") || hearsay_finder_is (self, next, "for")
                    || hearsay_finder_is (self, next, "from") || hearsay_finder_is (self, next, "at");

      if (chunk == NULL || chunk->time)
        break;
      if (of && joins_phrases (self, next))
        range.last = chunk->last;
      else if (tag_at (self, next) == HEARSAY_XPOS_CC && hearsay_finder_is (self, next, "and")
               && (chunk->last + 1 == end || !hearsay_finder_is_finite (self, chunk->last + 1)))
        range.last = chunk->last;
      else
        break;
    }
  *head = range;
  range.last = expand_apposition (self, range.last, end);
  return range;
}

static gboolean
is_auxiliary (const HearsayFinder *self,
              guint32              i)
{
  static const char *const words[] = {
    "am", "are", "be", "been", "being", "did", "do", "does", "had", "has", "have", "having", "is", "was", "were", "'s", "'ve",
    "'d", "'re", "'m", "'ll", "get", "got",
  };

  return hearsay_text_token_is_any (self->text, i, words, G_N_ELEMENTS (words));
}

/**
 * hearsay_phrases_verb_group:
 * @verb: a main verb
 *
 * Returns: @verb with its auxiliaries, negation and adverbs before it, and a particle behind it
 */
HearsayRange
hearsay_phrases_verb_group (const HearsayFinder *self,
                            guint32              verb)
{
  guint32 begin = hearsay_finder_sentence_first (self, verb);
  guint32 last = hearsay_finder_sentence_last (self, verb);
  HearsayRange range = { verb, verb };

  while (range.first > begin && verb - range.first < MAX_GROUP)
    {
      guint8 tag = tag_at (self, range.first - 1);

      if (tag != HEARSAY_XPOS_MD && tag != HEARSAY_XPOS_RB && tag != HEARSAY_XPOS_RBR
          && !((hearsay_finder_is_verb (self, range.first - 1) || tag == HEARSAY_XPOS_POS)
               && is_auxiliary (self, range.first - 1)))
        break;
      range.first--;
    }
  if (range.last < last && tag_at (self, range.last + 1) == HEARSAY_XPOS_RP)
    range.last++;
  return range;
}

/* Whether @verb of @group is a participle behind a form of “be”. */
gboolean
hearsay_phrases_is_passive (const HearsayFinder *self,
                            HearsayRange         group,
                            guint32              verb)
{
  static const char *const forms[] = { "am", "are", "be", "been", "being", "is", "was", "were", "'s", "'re", "get", "got" };

  if (tag_at (self, verb) != HEARSAY_XPOS_VBN && tag_at (self, verb) != HEARSAY_XPOS_VBD)
    return FALSE;
  for (guint32 i = verb; i-- > group.first;)
    {
      if (tag_at (self, i) == HEARSAY_XPOS_RB)
        continue;
      return hearsay_text_token_is_any (self->text, i, forms, G_N_ELEMENTS (forms));
    }
  return FALSE;
}
