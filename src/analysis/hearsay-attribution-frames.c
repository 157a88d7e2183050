/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

#include <string.h>

/* How far behind a noun phrase its clause's verb is looked for, in tokens. */
#define MAX_SUBJECT 24

/* The token behind @i within its sentence, or HEARSAY_NO_TOKEN. */
static guint32
next_token (const HearsayFinder *self,
            guint32              i)
{
  return i < hearsay_finder_sentence_last (self, i) ? i + 1 : HEARSAY_NO_TOKEN;
}

static gboolean
is_wh (const HearsayFinder *self,
       guint32              i)
{
  guint8 tag = self->xpos[i];

  return tag == HEARSAY_XPOS_WP || tag == HEARSAY_XPOS_WRB || hearsay_finder_is (self, i, "whether")
         || hearsay_finder_is (self, i, "if");
}

static HearsayFrame
preposition_frame (const HearsayFinder *self,
                   guint32              i)
{
  static const struct
  {
    const char *word;
    HearsayFrame frame;
  } words[] = {
    { "of", HEARSAY_FRAME_OF },     { "about", HEARSAY_FRAME_ABOUT },     { "for", HEARSAY_FRAME_FOR },
    { "as", HEARSAY_FRAME_AS },     { "with", HEARSAY_FRAME_WITH },       { "on", HEARSAY_FRAME_ON },
    { "upon", HEARSAY_FRAME_ON },   { "against", HEARSAY_FRAME_AGAINST }, { "in", HEARSAY_FRAME_IN },
    { "at", HEARSAY_FRAME_AT },     { "over", HEARSAY_FRAME_ABOUT },      { "like", HEARSAY_FRAME_AS },
  };

  for (guint j = 0; j < G_N_ELEMENTS (words); j++)
    if (hearsay_text_token_is (self->text, i, words[j].word))
      return words[j].frame;
  return HEARSAY_FRAME_OTHER;
}

/* Behind a noun phrase that ends at @last: whether a finite verb makes it a clause's subject. */
static gboolean
is_clause_subject (const HearsayFinder *self,
                   guint32              last)
{
  guint32 end = hearsay_finder_sentence_last (self, last) + 1;

  for (guint32 i = last + 1; i < MIN (end, last + MAX_SUBJECT); i++)
    {
      guint8 tag = self->xpos[i];

      if (hearsay_finder_is_finite (self, i))
        return TRUE;
      if (tag == HEARSAY_XPOS_RB || tag == HEARSAY_XPOS_CC)
        continue;
      if (self->chunk[i] >= 0 || tag == HEARSAY_XPOS_IN)
        {
          /* “the head of the party is”, but not “the plan that is”. */
          if (hearsay_finder_is (self, i, "that") || (tag == HEARSAY_XPOS_IN && preposition_frame (self, i) != HEARSAY_FRAME_OF
                                                      && preposition_frame (self, i) != HEARSAY_FRAME_IN
                                                      && preposition_frame (self, i) != HEARSAY_FRAME_FOR))
            return FALSE;
          continue;
        }
      return FALSE;
    }
  return FALSE;
}

static gboolean
is_quote_start (const HearsayFinder *self,
                guint32              i)
{
  return hearsay_finder_is_open_quote (self, i)
         && self->text->quotes[hearsay_text_find_quote (self->text, i)].n_words >= 3;
}

/* A short time expression: “Friday”, “last week”. */
static gboolean
is_time_chunk (const HearsayFinder *self,
               guint32              i)
{
  return self->chunk[i] >= 0 && g_array_index (self->chunks, HearsayChunk, self->chunk[i]).time;
}

static guint32
chunk_last (const HearsayFinder *self,
            guint32              i)
{
  return g_array_index (self->chunks, HearsayChunk, self->chunk[i]).last;
}

/* The frame that begins at @i without an object before it; FRAME_NONE where none does. */
static HearsayFrame
frame_at (const HearsayFinder *self,
          guint32              i)
{
  guint32 next = next_token (self, i);
  guint8 tag = self->xpos[i];

  if (is_quote_start (self, i))
    return HEARSAY_FRAME_QUOTE;
  if ((tag == HEARSAY_XPOS_COMMA || tag == HEARSAY_XPOS_COLON) && next != HEARSAY_NO_TOKEN && is_quote_start (self, next))
    return HEARSAY_FRAME_QUOTE;
  if (self->text->tokens[i].punct == HEARSAY_PUNCT_COLON)
    return HEARSAY_FRAME_COLON;
  if (next == HEARSAY_NO_TOKEN)
    return HEARSAY_FRAME_NONE;
  if (hearsay_finder_is (self, i, "that") && (tag == HEARSAY_XPOS_IN || self->chunk[next] >= 0))
    return HEARSAY_FRAME_THAT;
  if (is_wh (self, i))
    return HEARSAY_FRAME_WH;
  if (tag == HEARSAY_XPOS_TO && (self->xpos[next] == HEARSAY_XPOS_VB || self->xpos[next] == HEARSAY_XPOS_RB
                                 || self->xpos[next] == HEARSAY_XPOS_VBP))
    return HEARSAY_FRAME_TO;
  if (tag == HEARSAY_XPOS_IN || tag == HEARSAY_XPOS_TO)
    return preposition_frame (self, i);
  if (tag == HEARSAY_XPOS_VBG)
    return HEARSAY_FRAME_ING;
  if (tag == HEARSAY_XPOS_JJ && self->chunk[i] < 0)
    return HEARSAY_FRAME_ADJECTIVE;
  return HEARSAY_FRAME_NONE;
}

/* What follows the object that begins at @i; @content is moved behind it where that is the content. */
static HearsayFrame
frame_behind_object (const HearsayFinder *self,
                     guint32              i,
                     guint32             *content)
{
  guint32 last = chunk_last (self, i);
  guint32 next;
  HearsayFrame frame;

  *content = i;
  if (is_clause_subject (self, last))
    return HEARSAY_FRAME_CLAUSE;
  /* The recipient may be a whole phrase, and a time may stand behind it. */
  for (guint n = 0; n < 3; n++)
    {
      next = next_token (self, last);
      if (next == HEARSAY_NO_TOKEN)
        return HEARSAY_FRAME_OBJECT;
      if (is_time_chunk (self, next))
        last = chunk_last (self, next);
      else if (self->xpos[next] == HEARSAY_XPOS_IN && next < hearsay_finder_sentence_last (self, next)
               && self->chunk[next + 1] >= 0
               && (is_time_chunk (self, next + 1) || hearsay_finder_is (self, next, "of")
                   || hearsay_finder_is (self, next, "at") || hearsay_finder_is (self, next, "in"))
               && !is_clause_subject (self, chunk_last (self, next + 1)))
        {
          guint32 behind = next_token (self, chunk_last (self, next + 1));

          frame = behind == HEARSAY_NO_TOKEN ? HEARSAY_FRAME_NONE : frame_at (self, behind);
          if (frame != HEARSAY_FRAME_THAT && frame != HEARSAY_FRAME_QUOTE && frame != HEARSAY_FRAME_WH)
            break;
          last = chunk_last (self, next + 1);
        }
      else
        break;
    }
  next = next_token (self, last);
  if (next == HEARSAY_NO_TOKEN)
    return HEARSAY_FRAME_OBJECT;
  frame = frame_at (self, next);
  switch ((guint) frame)
    {
    case HEARSAY_FRAME_THAT:
      *content = next;
      return HEARSAY_FRAME_OBJECT_THAT;
    case HEARSAY_FRAME_QUOTE:
    case HEARSAY_FRAME_COLON:
      *content = next;
      return HEARSAY_FRAME_OBJECT_QUOTE;
    case HEARSAY_FRAME_WH:
      *content = next;
      return HEARSAY_FRAME_OBJECT_WH;
    case HEARSAY_FRAME_TO:
      return HEARSAY_FRAME_OBJECT_TO;
    case HEARSAY_FRAME_OF:
      return HEARSAY_FRAME_OBJECT_OF;
    case HEARSAY_FRAME_FOR:
      return HEARSAY_FRAME_OBJECT_FOR;
    case HEARSAY_FRAME_AS:
      return HEARSAY_FRAME_OBJECT_AS;
    case HEARSAY_FRAME_ABOUT:
    case HEARSAY_FRAME_ON:
      return HEARSAY_FRAME_OBJECT_ABOUT;
    default:
      break;
    }
  if (self->chunk[next] >= 0 && is_clause_subject (self, chunk_last (self, next)))
    {
      *content = next;
      return HEARSAY_FRAME_OBJECT_CLAUSE;
    }
  return HEARSAY_FRAME_OBJECT;
}

/**
 * hearsay_frames_find:
 * @key: a cue's main word
 * @content: (out): where what follows it begins, or HEARSAY_NO_TOKEN
 *
 * Returns: what follows @key
 */
HearsayFrame
hearsay_frames_find (const HearsayFinder *self,
                     guint32              key,
                     guint32             *content)
{
  guint32 last = hearsay_finder_sentence_last (self, key);
  guint32 i = key + 1;
  HearsayFrame frame;

  *content = HEARSAY_NO_TOKEN;
  while (i <= last && i < key + 4
         && (self->xpos[i] == HEARSAY_XPOS_RB || self->xpos[i] == HEARSAY_XPOS_RP || self->xpos[i] == HEARSAY_XPOS_RBR
             || (i > key && is_time_chunk (self, i) && self->chunk[i] != self->chunk[key])))
    i = is_time_chunk (self, i) ? chunk_last (self, i) + 1 : i + 1;
  if (i > last)
    return HEARSAY_FRAME_NONE;

  frame = frame_at (self, i);
  *content = i;
  if (frame == HEARSAY_FRAME_NONE && self->chunk[i] >= 0)
    return frame_behind_object (self, i, content);
  /* “said in a statement that”, “said at the rally, “…”” */
  if (frame >= HEARSAY_FRAME_OF && i < last && self->chunk[i + 1] >= 0)
    {
      guint32 behind = next_token (self, chunk_last (self, i + 1));
      HearsayFrame later = behind == HEARSAY_NO_TOKEN ? HEARSAY_FRAME_NONE : frame_at (self, behind);

      if (later == HEARSAY_FRAME_THAT || later == HEARSAY_FRAME_QUOTE)
        {
          *content = behind;
          return later;
        }
    }
  if (frame == HEARSAY_FRAME_NONE || frame == HEARSAY_FRAME_ADJECTIVE)
    {
      /* “says too much is made of it”, “said there are” */
      if (self->xpos[key] != HEARSAY_XPOS_VBG && is_clause_subject (self, i))
        return HEARSAY_FRAME_CLAUSE;
      if (frame == HEARSAY_FRAME_NONE)
        *content = HEARSAY_NO_TOKEN;
    }
  return frame;
}
