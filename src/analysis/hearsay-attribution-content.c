/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

/* Tokens of one piece of content, at most: no sentence of a person is longer. */
#define MAX_PIECE 400

/* Adds a piece to the content, joining pieces of one paragraph that touch. Pieces over the limit are left out. */
void
hearsay_content_add (const HearsayFinder *self,
                     HearsayFound        *found,
                     guint32              first,
                     guint32              last)
{
  guint32 paragraph;

  if (first > last)
    return;
  paragraph = hearsay_text_paragraph_of (self->text, first);
  for (guint i = 0; i < found->n_pieces; i++)
    {
      HearsayRange *piece = &found->pieces[i];

      if (first <= piece->last + 1 && piece->first <= last + 1
          && hearsay_text_paragraph_of (self->text, piece->first) == paragraph)
        {
          piece->first = MIN (piece->first, first);
          piece->last = MAX (piece->last, last);
          return;
        }
    }
  if (found->n_pieces == HEARSAY_MAX_PIECES)
    return;
  found->pieces[found->n_pieces++] = (HearsayRange) { first, last };
}

static gboolean
is_final_mark (const HearsayFinder *self,
               guint32              i)
{
  guint8 punct = self->text->tokens[i].punct;

  return punct == HEARSAY_PUNCT_PERIOD || punct == HEARSAY_PUNCT_COMMA || punct == HEARSAY_PUNCT_SEMICOLON
         || punct == HEARSAY_PUNCT_COLON || punct == HEARSAY_PUNCT_DASH;
}

/* The end of the content without the mark that ends the sentence outside a quotation. */
static guint32
trim_end (const HearsayFinder *self,
          guint32              first,
          guint32              last)
{
  while (last > first && is_final_mark (self, last) && self->text->tokens[last].depth == 0)
    last--;
  return last;
}

/* A word behind a comma that opens a clause about the saying rather than the said. */
static gboolean
opens_adjunct (const HearsayFinder *self,
               guint32              i)
{
  static const char *const words[] = { "while", "according", "although", "when", "adding", "citing", "saying", "calling",
                                       "noting", "arguing", "referring", "pointing", "echoing", "warning" };

  for (guint j = 0; j < G_N_ELEMENTS (words); j++)
    if (hearsay_finder_is (self, i, words[j]))
      return TRUE;
  return FALSE;
}

/* Behind a noun phrase, a word that opens when, where or why it was said. */
static gboolean
opens_circumstance (const HearsayFinder *self,
                    guint32              i)
{
  static const char *const words[] = { "when", "while", "after", "before", "during", "because", "since", "until", "by",
                                       "if", "following" };
  guint8 tag = self->xpos[i];

  if (tag != HEARSAY_XPOS_IN && tag != HEARSAY_XPOS_WRB && tag != HEARSAY_XPOS_VBG)
    return FALSE;
  for (guint j = 0; j < G_N_ELEMENTS (words); j++)
    if (hearsay_finder_is (self, i, words[j]))
      return TRUE;
  return (hearsay_finder_is (self, i, "in") || hearsay_finder_is (self, i, "on") || hearsay_finder_is (self, i, "at"))
         && self->chunk[i + 1] >= 0 && g_array_index (self->chunks, HearsayChunk, self->chunk[i + 1]).time;
}

/* Whether the “and” or “but” at @i is followed by another cue of the same speaker. */
static gboolean
joins_cues (const HearsayFinder *self,
            guint32              i,
            guint32              last)
{
  const HearsayCue *cue;
  guint32 verb = i + 1;
  guint32 content;

  while (verb < last && (self->xpos[verb] == HEARSAY_XPOS_RB || self->xpos[verb] == HEARSAY_XPOS_MD))
    verb++;
  if (verb > last || !hearsay_finder_is_verb (self, verb) || self->xpos[verb] == HEARSAY_XPOS_VB
      || self->xpos[verb] == HEARSAY_XPOS_VBG || self->xpos[verb] == HEARSAY_XPOS_VBN)
    return FALSE;
  cue = hearsay_cues_find (HEARSAY_CUE_VERB, hearsay_text_word (self->text, verb));
  return cue != NULL && hearsay_cues_get_weight (cue, hearsay_frames_find (self, verb, &content)) >= 0.5f;
}

static gboolean
is_wh_tag (guint8 tag)
{
  return tag == HEARSAY_XPOS_WP || tag == HEARSAY_XPOS_WDT || tag == HEARSAY_XPOS_WRB;
}

/* “who said …, left”, “in which Lund said …, was short”, “When Lund said …, he left”. */
static gboolean
is_in_side_clause (const HearsayFinder *self,
                   const HearsayFound  *found)
{
  guint32 first = found->source.first;

  if (hearsay_range_is_empty (found->source) || first > found->key)
    return FALSE;
  if (found->source.last + 1 == found->cue.first && is_wh_tag (self->xpos[found->source.last]))
    return TRUE;
  return first > hearsay_finder_sentence_first (self, first) && is_wh_tag (self->xpos[first - 1]);
}

/* Whether the main clause goes on behind the comma: with its verb, or after “When …” with its subject. */
static gboolean
ends_side_clause (const HearsayFinder *self,
                  const HearsayFound  *found,
                  guint32              comma)
{
  guint32 first = found->source.first;

  if (hearsay_finder_is_finite (self, comma + 1))
    return TRUE;
  return self->xpos[comma + 1] != HEARSAY_XPOS_CC && first > 0 && self->xpos[first - 1] == HEARSAY_XPOS_WRB
         && hearsay_finder_sentence_first (self, first) == first - 1;
}

static guint32
find_end (const HearsayFinder *self,
          HearsayFound        *found,
          guint32              start)
{
  guint32 last = MIN (hearsay_finder_sentence_last (self, start), start + MAX_PIECE);
  gboolean phrase = found->frame >= HEARSAY_FRAME_OBJECT
                    && !(found->frame >= HEARSAY_FRAME_OBJECT_THAT && found->frame <= HEARSAY_FRAME_OBJECT_WH);
  gboolean relative = is_in_side_clause (self, found);

  for (guint32 i = start + 1; i < last; i++)
    {
      const HearsayToken *token = &self->text->tokens[i];

      if (token->depth > 0)
        continue;
      if (token->punct == HEARSAY_PUNCT_SEMICOLON)
        return trim_end (self, start, i - 1);
      if (phrase && opens_circumstance (self, i))
        return trim_end (self, start, i - 1);
      if (token->punct == HEARSAY_PUNCT_COMMA
          && (phrase || (relative && ends_side_clause (self, found, i)) || opens_adjunct (self, i + 1)))
        return trim_end (self, start, i - 1);
      if (token->punct == HEARSAY_PUNCT_COMMA && self->xpos[i + 1] == HEARSAY_XPOS_CC && i + 1 < last
          && joins_cues (self, i + 1, last))
        return trim_end (self, start, i - 1);
      if (self->xpos[i] == HEARSAY_XPOS_CC && joins_cues (self, i, last))
        return trim_end (self, start, i - 1);
    }
  return trim_end (self, start, last);
}

/* Behind a colon at a paragraph's end: the quotation that opens the next one, or all of it. */
static void
take_paragraph (const HearsayFinder *self,
                HearsayFound        *found,
                guint32              start)
{
  const HearsayParagraph *paragraph = &self->text->paragraphs[hearsay_text_paragraph_of (self->text, start)];

  if (hearsay_finder_is_open_quote (self, start))
    hearsay_content_add (self, found, start, self->text->quotes[hearsay_text_find_quote (self->text, start)].last_token);
  else
    hearsay_content_add (self, found, start, paragraph->first_token + paragraph->n_tokens - 1);
}

/* The content begins at @start, behind the cue. */
void
hearsay_content_after (const HearsayFinder *self,
                       HearsayFound        *found,
                       guint32              start)
{
  guint32 last = hearsay_finder_sentence_last (self, start);

  if (start == last && self->text->tokens[start].punct == HEARSAY_PUNCT_COLON && start + 1 < self->text->n_tokens)
    {
      take_paragraph (self, found, start + 1);
      return;
    }
  while (start < last && (self->text->tokens[start].punct == HEARSAY_PUNCT_COMMA
                          || self->text->tokens[start].punct == HEARSAY_PUNCT_COLON
                          || self->text->tokens[start].punct == HEARSAY_PUNCT_DASH))
    start++;
  if (hearsay_finder_is_open_quote (self, start))
    {
      const HearsayQuote *quote = &self->text->quotes[hearsay_text_find_quote (self->text, start)];
      guint32 end = quote->last_token;

      /* A quotation that is the whole of the content, unless the sentence goes on with it. */
      if (end >= last)
        {
          hearsay_content_add (self, found, start, end);
          return;
        }
      if (found->frame == HEARSAY_FRAME_QUOTE || found->frame == HEARSAY_FRAME_OBJECT_QUOTE)
        {
          if (is_final_mark (self, end - 1) || self->xpos[end + 1] == HEARSAY_XPOS_COMMA)
            {
              hearsay_content_add (self, found, start, end);
              return;
            }
        }
    }
  hearsay_content_add (self, found, start, find_end (self, found, start));
}

/* Where the clause that ends at @last begins: the sentence's first word, without “but” or “and”. */
static guint32
find_start (const HearsayFinder *self,
            guint32              last)
{
  guint32 first = hearsay_finder_sentence_first (self, last);

  if (last - first > MAX_PIECE)
    first = last - MAX_PIECE;
  while (first < last && self->text->tokens[first].punct != HEARSAY_PUNCT_NONE
         && !hearsay_finder_is_open_quote (self, first) && self->text->tokens[first].punct != HEARSAY_PUNCT_OPEN_BRACKET)
    first++;
  if (first < last && (hearsay_finder_is (self, first, "but") || hearsay_finder_is (self, first, "and"))
      && self->text->tokens[first].depth == 0)
    first++;
  return first;
}

/* The content ends at @last, before the cue. */
void
hearsay_content_before (const HearsayFinder *self,
                        HearsayFound        *found,
                        guint32              last)
{
  guint32 first = find_start (self, last);

  while (last > first && is_final_mark (self, last) && self->text->tokens[last].depth == 0)
    last--;
  if (hearsay_finder_is_close_quote (self, last))
    {
      const HearsayQuote *quote = &self->text->quotes[hearsay_text_find_quote (self->text, last)];

      if (quote->first_token <= first || hearsay_finder_sentence_first (self, quote->first_token) != first)
        {
          hearsay_content_add (self, found, quote->first_token, last);
          return;
        }
    }
  hearsay_content_add (self, found, first, last);
}
