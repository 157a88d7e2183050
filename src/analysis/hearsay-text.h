/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <string.h>

#include "model/hearsay-span.h"

G_BEGIN_DECLS

/**
 * HearsayTokenFlags:
 * @HEARSAY_TOKEN_WORD: has a letter or digit (clitics too)
 * @HEARSAY_TOKEN_NUMBER: begins with a digit, perhaps behind a sign or point
 * @HEARSAY_TOKEN_CAPITALISED: its first letter is upper case
 * @HEARSAY_TOKEN_ALL_CAPS: two letters or more, none of them lower case
 * @HEARSAY_TOKEN_LOWER: its first letter is lower case
 * @HEARSAY_TOKEN_SPACE_BEFORE: white space, or the text's beginning, stands before it
 * @HEARSAY_TOKEN_QUOTE_OPEN: a mark that opens a quotation of the text's @quotes
 * @HEARSAY_TOKEN_QUOTE_CLOSE: a mark that closes one
 * @HEARSAY_TOKEN_CLITIC: split off the word before: “'s”, “n't”, “'ll”, “not” of “cannot”
 * @HEARSAY_TOKEN_PARTS: hyphenated; hearsay_text_get_parts() has its pieces
 * @HEARSAY_TOKEN_ABBREVIATION: its full stop belongs to it: “U.S.”, “Gen.”, “J.”
 * @HEARSAY_TOKEN_FIRST: the sentence's first word (marks before it not counted)
 * @HEARSAY_TOKEN_ADDRESS: a web or mail address, a handle or a hashtag
 */
typedef enum
{
  HEARSAY_TOKEN_WORD = 1 << 0,
  HEARSAY_TOKEN_NUMBER = 1 << 1,
  HEARSAY_TOKEN_CAPITALISED = 1 << 2,
  HEARSAY_TOKEN_ALL_CAPS = 1 << 3,
  HEARSAY_TOKEN_LOWER = 1 << 4,
  HEARSAY_TOKEN_SPACE_BEFORE = 1 << 5,
  HEARSAY_TOKEN_QUOTE_OPEN = 1 << 6,
  HEARSAY_TOKEN_QUOTE_CLOSE = 1 << 7,
  HEARSAY_TOKEN_CLITIC = 1 << 8,
  HEARSAY_TOKEN_PARTS = 1 << 9,
  HEARSAY_TOKEN_ABBREVIATION = 1 << 10,
  HEARSAY_TOKEN_FIRST = 1 << 11,
  HEARSAY_TOKEN_ADDRESS = 1 << 12,
} HearsayTokenFlags;

/* What a token that is not a word is. */
typedef enum
{
  HEARSAY_PUNCT_NONE,
  HEARSAY_PUNCT_PERIOD,
  HEARSAY_PUNCT_QUESTION,
  HEARSAY_PUNCT_EXCLAMATION,
  HEARSAY_PUNCT_ELLIPSIS,
  HEARSAY_PUNCT_COMMA,
  HEARSAY_PUNCT_COLON,
  HEARSAY_PUNCT_SEMICOLON,
  HEARSAY_PUNCT_DASH,   /* “–”, “—”, “--”, a hyphen between spaces */
  HEARSAY_PUNCT_HYPHEN, /* a hyphen elsewhere */
  HEARSAY_PUNCT_OPEN_BRACKET,
  HEARSAY_PUNCT_CLOSE_BRACKET,
  HEARSAY_PUNCT_DOUBLE_QUOTE, /* any double mark, angle marks too */
  HEARSAY_PUNCT_SINGLE_QUOTE, /* any single mark or apostrophe on its own */
  HEARSAY_PUNCT_SLASH,
  HEARSAY_PUNCT_SYMBOL, /* “$”, “%”, bullets and everything else */
} HearsayPunct;

/**
 * HearsayToken:
 * @start: byte offset
 * @end: byte offset behind it
 * @sentence: index of its sentence
 * @flags: HearsayTokenFlags
 * @punct: HearsayPunct
 * @depth: how many quotations it stands in, their marks counted in
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 sentence;
  guint16 flags;
  guint8 punct;
  guint8 depth;
} HearsayToken;

/**
 * HearsaySentence:
 * @start: byte offset of its first token
 * @end: byte offset behind its last token
 *
 * Never empty; its tokens are @first_token to @first_token + @n_tokens - 1.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first_token;
  guint32 n_tokens;
  guint32 paragraph;
} HearsaySentence;

/* Never empty. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first_token;
  guint32 n_tokens;
  guint32 first_sentence;
  guint32 n_sentences;
} HearsayParagraph;

/**
 * HearsayQuote:
 * @start: byte offset of the opening mark
 * @end: byte offset behind the closing mark, or the paragraph's end where there is none
 * @first_token: the opening mark
 * @last_token: the closing mark, or the paragraph's last token
 * @parent: index of the quotation around it, or -1
 * @n_words: words inside
 * @single: in single marks
 * @unclosed: no closing mark in its paragraph
 * @continues: goes on in the next paragraph, which begins with an opening mark
 * @continued: goes on from the paragraph before
 *
 * A quotation over several paragraphs has one of these for each.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first_token;
  guint32 last_token;
  gint32 parent;
  guint32 n_words;
  guint single : 1;
  guint unclosed : 1;
  guint continues : 1;
  guint continued : 1;
} HearsayQuote;

/* A piece of a hyphenated word: “China” and “US” of “China-US”. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 token;
} HearsayTokenPart;

/**
 * HearsayText:
 * @text: borrowed, valid UTF-8; not ended by NUL at @length
 * @length: bytes
 *
 * A text cut into paragraphs, sentences and tokens, with its quotations.
 * Plain arrays in text order; offsets are bytes. Built once, then only read,
 * by any number of threads.
 */
typedef struct
{
  const char *text;
  guint32 length;
  const HearsayToken *tokens;
  guint32 n_tokens;
  const HearsaySentence *sentences;
  guint32 n_sentences;
  const HearsayParagraph *paragraphs;
  guint32 n_paragraphs;
  const HearsayQuote *quotes; /* by first token; an outer one before what stands in it */
  guint32 n_quotes;
  const HearsayTokenPart *parts;
  guint32 n_parts;
  const char *lower; /* see hearsay_text_word() */
} HearsayText;

/* Bytes of a token in small letters at most, with the NUL. */
#define HEARSAY_TOKEN_BUFFER 64

HearsayText            *hearsay_text_new           (const char        *text,
                                                    gsize              length) G_GNUC_WARN_UNUSED_RESULT;
void                    hearsay_text_free          (HearsayText       *self);
HearsaySpan             hearsay_text_to_span       (const HearsayText *self,
                                                    guint32            start,
                                                    guint32            end);
HearsaySpan             hearsay_text_tokens_span   (const HearsayText *self,
                                                    guint32            first,
                                                    guint32            last);
guint32                 hearsay_text_from_offset   (const HearsayText *self,
                                                    guint32            offset);
guint32                 hearsay_text_find_token    (const HearsayText *self,
                                                    guint32            byte);
gint32                  hearsay_text_find_quote    (const HearsayText *self,
                                                    guint32            token);
const HearsayTokenPart *hearsay_text_get_parts     (const HearsayText *self,
                                                    guint32            token,
                                                    guint             *n_parts);
gboolean                hearsay_text_token_is_any  (const HearsayText *self,
                                                    guint32            token,
                                                    const char *const *words,
                                                    gsize              n_words);

/**
 * hearsay_text_word:
 * @token: a token
 *
 * @token as lexicons have it: ASCII letters in lower case, every apostrophe straight,
 * soft hyphens left out, other characters as they are; cut at a character's end where
 * it would not go into HEARSAY_TOKEN_BUFFER bytes.
 *
 * Returns: (transfer none): as long as @self
 */
static inline const char *
hearsay_text_word (const HearsayText *self,
                   guint32            token)
{
  g_return_val_if_fail (token < self->n_tokens, "");

  /* Each has the place of its token, and a byte for the NUL. */
  return self->lower + self->tokens[token].start + token;
}

/**
 * hearsay_text_token_is:
 * @token: a token
 * @lower: what hearsay_text_word() would give
 *
 * Returns: whether @token is @lower
 */
static inline gboolean
hearsay_text_token_is (const HearsayText *self,
                       guint32            token,
                       const char        *lower)
{
  const char *word = hearsay_text_word (self, token);

  /* Nearly always the first letter tells. */
  return *word == *lower && strcmp (word, lower) == 0;
}

static inline const HearsaySentence *
hearsay_text_sentence_of (const HearsayText *self,
                          guint32            token)
{
  return &self->sentences[self->tokens[token].sentence];
}

static inline guint32
hearsay_text_paragraph_of (const HearsayText *self,
                           guint32            token)
{
  return self->sentences[self->tokens[token].sentence].paragraph;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayText, hearsay_text_free)

G_END_DECLS
