/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-text-private.h"

#include <string.h>

/* Capitalised words that begin a sentence rather than go on with a name. */
static const char *const starters[] = {
  "a", "after", "all", "also", "although", "an", "and", "another", "any", "anyone", "as", "asked", "at",
  "because", "before", "both", "but", "by", "despite", "during", "each", "earlier", "even", "every", "for", "from",
  "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "is", "it", "its", "last", "later",
  "like", "many", "meanwhile", "more", "most", "much", "my", "no", "nor", "not", "nothing", "now", "of", "on",
  "once", "one", "only", "or", "other", "others", "our", "people", "she", "since", "so", "some", "still", "such",
  "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "through", "to", "under",
  "until", "we", "what", "when", "where", "whether", "which", "while", "who", "why", "with", "without", "yet", "you",
  "your",
};

static const HearsayToken *
token_at (const HearsayTextBuilder *self,
          guint32                   i)
{
  return &g_array_index (self->tokens, HearsayToken, i);
}

static gboolean
is_starter (const HearsayTextBuilder *self,
            guint32                   i)
{
  char buffer[HEARSAY_TOKEN_BUFFER];
  const HearsayToken *token = token_at (self, i);
  gsize length = token->end - token->start;

  if (length >= 10)
    return FALSE;
  for (gsize j = 0; j < length; j++)
    buffer[j] = g_ascii_tolower (self->base.text[token->start + j]);
  buffer[length] = '\0';
  for (gsize j = 0; j < G_N_ELEMENTS (starters); j++)
    if (strcmp (starters[j], buffer) == 0)
      return TRUE;
  return FALSE;
}

/* A mark that hangs on the words before it: a closing quotation mark or bracket. */
static gboolean
is_closing (const HearsayToken *token)
{
  if (token->punct == HEARSAY_PUNCT_DOUBLE_QUOTE || token->punct == HEARSAY_PUNCT_SINGLE_QUOTE)
    return (token->flags & HEARSAY_TOKEN_QUOTE_OPEN) == 0
           && ((token->flags & HEARSAY_TOKEN_QUOTE_CLOSE) != 0 || (token->flags & HEARSAY_TOKEN_SPACE_BEFORE) == 0);
  return token->punct == HEARSAY_PUNCT_CLOSE_BRACKET;
}

static gboolean
is_abbreviated_title (const HearsayTextBuilder *self,
                      const HearsayToken       *token)
{
  return hearsay_abbreviation_lookup (self->base.text + token->start, token->end - token->start - 1)
         == HEARSAY_ABBREVIATION_TITLE;
}

/* Where the first word behind the marks at @i is; @end when there is none. */
static guint32
next_word (const HearsayTextBuilder *self,
           guint32                   i,
           guint32                   end)
{
  while (i < end && (token_at (self, i)->flags & HEARSAY_TOKEN_WORD) == 0
         && token_at (self, i)->punct != HEARSAY_PUNCT_COMMA && token_at (self, i)->punct != HEARSAY_PUNCT_SEMICOLON
         && token_at (self, i)->punct != HEARSAY_PUNCT_COLON)
    i++;
  return i;
}

/* Whether a new sentence begins at @next, behind the token @stop and what closes it. */
static gboolean
begins_sentence (const HearsayTextBuilder *self,
                 guint32                   stop,
                 guint32                   next,
                 guint32                   end)
{
  const HearsayToken *token = token_at (self, stop);
  const HearsayToken *following = token_at (self, next);
  guint32 word = next_word (self, next, MIN (end, next + 4));
  guint16 flags;
  gboolean opens;

  if (word == MIN (end, next + 4))
    return (following->flags & HEARSAY_TOKEN_QUOTE_OPEN) != 0;
  if ((token_at (self, word)->flags & HEARSAY_TOKEN_WORD) == 0)
    return FALSE;
  flags = token_at (self, word)->flags;
  if ((flags & HEARSAY_TOKEN_LOWER) != 0)
    return FALSE;
  opens = (following->flags & HEARSAY_TOKEN_QUOTE_OPEN) != 0;
  if ((token->flags & HEARSAY_TOKEN_ABBREVIATION) != 0)
    {
      if (is_abbreviated_title (self, token) || token->end - token->start == 2)
        return FALSE;
      return (flags & HEARSAY_TOKEN_CAPITALISED) != 0 && (opens || is_starter (self, word));
    }
  if (token->punct == HEARSAY_PUNCT_ELLIPSIS)
    return (flags & HEARSAY_TOKEN_CAPITALISED) != 0 && (following->flags & HEARSAY_TOKEN_SPACE_BEFORE) != 0;
  if (following->punct == HEARSAY_PUNCT_DASH && (token->punct == HEARSAY_PUNCT_EXCLAMATION
                                                || token->punct == HEARSAY_PUNCT_QUESTION))
    return FALSE;
  return TRUE;
}

static gboolean
may_stop (const HearsayToken *token)
{
  return token->punct == HEARSAY_PUNCT_PERIOD || token->punct == HEARSAY_PUNCT_QUESTION
         || token->punct == HEARSAY_PUNCT_EXCLAMATION || token->punct == HEARSAY_PUNCT_ELLIPSIS
         || (token->flags & HEARSAY_TOKEN_ABBREVIATION) != 0;
}

static void
add_sentence (HearsayTextBuilder *self,
              guint32             first,
              guint32             end,
              guint32             paragraph)
{
  HearsaySentence sentence = {
    .start = token_at (self, first)->start,
    .end = token_at (self, end - 1)->end,
    .first_token = first,
    .n_tokens = end - first,
    .paragraph = paragraph,
  };
  gboolean found = FALSE;

  for (guint32 i = first; i < end; i++)
    {
      HearsayToken *token = hearsay_text_builder_token (self, i);

      token->sentence = self->sentences->len;
      if (!found && (token->flags & HEARSAY_TOKEN_WORD) != 0)
        {
          token->flags |= HEARSAY_TOKEN_FIRST;
          found = TRUE;
        }
    }
  g_array_append_val (self->sentences, sentence);
}

/* Cuts a paragraph, whose quotations are known, into sentences. */
void
hearsay_text_cut_sentences (HearsayTextBuilder *self,
                            HearsayParagraph   *paragraph,
                            guint32             index)
{
  guint32 end = paragraph->first_token + paragraph->n_tokens;
  guint32 first = paragraph->first_token;

  paragraph->first_sentence = self->sentences->len;
  for (guint32 i = first; i < end; i++)
    {
      guint32 next = i + 1;

      if (!may_stop (token_at (self, i)))
        continue;
      while (next < end && is_closing (token_at (self, next)))
        next++;
      if (next == end || !begins_sentence (self, i, next, end))
        continue;
      add_sentence (self, first, next, index);
      first = next;
      i = next - 1;
    }
  if (first < end)
    add_sentence (self, first, end, index);
  paragraph->n_sentences = self->sentences->len - paragraph->first_sentence;
}
