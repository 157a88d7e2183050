/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-text-private.h"

#include <string.h>

/* Distance of the points between which characters are counted, in bytes. */
#define STEP 256

static void
count_characters (HearsayTextBuilder *self)
{
  const char *text = self->base.text;
  guint32 length = self->base.length;
  guint32 n_steps = length / STEP + 1;
  guint32 count = 0;
  gboolean ascii = TRUE;

  for (guint32 i = 0; i < length && ascii; i++)
    ascii = (text[i] & 0x80) == 0;
  if (ascii)
    return;

  self->checkpoints = g_new (guint32, n_steps);
  for (guint32 i = 0; i < length; i++)
    {
      if (i % STEP == 0)
        self->checkpoints[i / STEP] = count;
      if ((text[i] & 0xc0) != 0x80)
        count++;
    }
  if (length % STEP == 0)
    self->checkpoints[length / STEP] = count;
}

static inline char
lower_letter (char letter)
{
  return letter >= 'A' && letter <= 'Z' ? (char) (letter | 0x20) : letter;
}

/* The bytes from @p to @end as hearsay_text_word() describes it: never more of them, and a NUL. */
static void
write_lower (const char *p,
             const char *end,
             char       *lower)
{
  gsize n = 0;

  while (p < end)
    {
      gsize size = (gsize) (g_utf8_next_char (p) - p);

      if (n + size >= HEARSAY_TOKEN_BUFFER)
        break;
      if (size == 1)
        lower[n++] = lower_letter (*p);
      else if (size == 3 && memcmp (p, "\xe2\x80\x99", 3) == 0)
        lower[n++] = '\'';
      else if (size != 2 || memcmp (p, "\xc2\xad", 2) != 0)
        {
          memcpy (lower + n, p, size);
          n += size;
        }
      p += size;
    }
  lower[n] = '\0';
}

/* Words are looked up again and again, so all of them are written once. */
static void
write_words (HearsayTextBuilder *self)
{
  HearsayText *base = &self->base;

  self->lower = g_new (char, (gsize) base->length + base->n_tokens + 1);
  for (guint32 i = 0; i < base->n_tokens; i++)
    {
      const HearsayToken *token = &base->tokens[i];

      write_lower (base->text + token->start, base->text + token->end, self->lower + token->start + i);
    }
  base->lower = self->lower;
}

static void
publish (HearsayTextBuilder *self)
{
  HearsayText *base = &self->base;
  gsize n_tokens;

  /* The tokens of a long text are many, and an array that grows has room for more. */
  base->tokens = g_array_steal (self->tokens, &n_tokens);
  base->tokens = g_realloc_n ((gpointer) base->tokens, n_tokens, sizeof (HearsayToken));
  base->n_tokens = (guint32) n_tokens;
  base->sentences = (const HearsaySentence *) (gpointer) self->sentences->data;
  base->n_sentences = self->sentences->len;
  base->paragraphs = (const HearsayParagraph *) (gpointer) self->paragraphs->data;
  base->n_paragraphs = self->paragraphs->len;
  base->quotes = (const HearsayQuote *) (gpointer) self->quotes->data;
  base->n_quotes = self->quotes->len;
  base->parts = (const HearsayTokenPart *) (gpointer) self->parts->data;
  base->n_parts = self->parts->len;
}

/* Paragraphs in which no token was found (control characters, say) go. */
static void
cut_all_tokens (HearsayTextBuilder *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      HearsayParagraph paragraph = g_array_index (self->paragraphs, HearsayParagraph, i);

      paragraph.first_token = self->tokens->len;
      hearsay_text_cut_tokens (self, paragraph.start, paragraph.end);
      paragraph.n_tokens = self->tokens->len - paragraph.first_token;
      if (paragraph.n_tokens == 0)
        continue;
      paragraph.start = hearsay_text_builder_token (self, paragraph.first_token)->start;
      paragraph.end = hearsay_text_builder_token (self, self->tokens->len - 1)->end;
      g_array_index (self->paragraphs, HearsayParagraph, kept++) = paragraph;
    }
  g_array_set_size (self->paragraphs, kept);
}

/**
 * hearsay_text_new:
 * @text: (array length=length): valid UTF-8; must stay as it is while the result is used
 * @length: bytes, less than 2³¹
 *
 * Cuts @text up. Time and memory grow linearly with @length.
 *
 * Returns: (transfer full): the text's parts
 */
HearsayText *
hearsay_text_new (const char *text,
                  gsize       length)
{
  HearsayTextBuilder *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length <= G_MAXINT32, NULL);

  self = g_new0 (HearsayTextBuilder, 1);
  self->base.text = text;
  self->base.length = (guint32) length;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (HearsayToken));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (HearsaySentence));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (HearsayParagraph));
  self->quotes = g_array_new (FALSE, FALSE, sizeof (HearsayQuote));
  self->parts = g_array_new (FALSE, FALSE, sizeof (HearsayTokenPart));

  count_characters (self);
  hearsay_text_cut_paragraphs (self);
  cut_all_tokens (self);
  hearsay_text_find_quotes (self);
  for (guint i = 0; i < self->paragraphs->len; i++)
    hearsay_text_cut_sentences (self, &g_array_index (self->paragraphs, HearsayParagraph, i), i);
  publish (self);
  write_words (self);
  return &self->base;
}

void
hearsay_text_free (HearsayText *self)
{
  HearsayTextBuilder *builder = (HearsayTextBuilder *) self;

  g_return_if_fail (self != NULL);

  g_free ((gpointer) builder->base.tokens);
  g_array_unref (builder->tokens);
  g_array_unref (builder->sentences);
  g_array_unref (builder->paragraphs);
  g_array_unref (builder->quotes);
  g_array_unref (builder->parts);
  g_free (builder->checkpoints);
  g_free (builder->lower);
  g_free (builder);
}

static guint32
byte_to_offset (const HearsayText *self,
                guint32            byte)
{
  const guint32 *checkpoints = ((const HearsayTextBuilder *) self)->checkpoints;
  guint32 offset;

  byte = MIN (byte, self->length);
  if (checkpoints == NULL)
    return byte;
  offset = checkpoints[byte / STEP];
  for (guint32 i = byte - byte % STEP; i < byte; i++)
    if ((self->text[i] & 0xc0) != 0x80)
      offset++;
  return offset;
}

/**
 * hearsay_text_to_span:
 * @start: byte offset, on a character's first byte
 * @end: byte offset
 *
 * Takes constant time.
 *
 * Returns: the same stretch in code points
 */
HearsaySpan
hearsay_text_to_span (const HearsayText *self,
                      guint32            start,
                      guint32            end)
{
  HearsaySpan span = HEARSAY_SPAN_NONE;

  g_return_val_if_fail (self != NULL, span);
  g_return_val_if_fail (start <= end, span);

  span.start = byte_to_offset (self, start);
  span.end = byte_to_offset (self, end);
  return span;
}

/**
 * hearsay_text_tokens_span:
 * @first: a token
 * @last: the same one or a later one
 *
 * Returns: from the start of @first to the end of @last, in bytes
 */
HearsaySpan
hearsay_text_tokens_span (const HearsayText *self,
                          guint32            first,
                          guint32            last)
{
  HearsaySpan span = HEARSAY_SPAN_NONE;

  g_return_val_if_fail (self != NULL, span);
  g_return_val_if_fail (first <= last && last < self->n_tokens, span);

  span.start = self->tokens[first].start;
  span.end = self->tokens[last].end;
  return span;
}

/**
 * hearsay_text_from_offset:
 * @offset: code points; what lies behind the text's end means its end
 *
 * Takes logarithmic time.
 *
 * Returns: the byte where that character begins
 */
guint32
hearsay_text_from_offset (const HearsayText *self,
                          guint32            offset)
{
  const guint32 *checkpoints;
  guint32 low = 0;
  guint32 high;
  guint32 byte;
  guint32 left;

  g_return_val_if_fail (self != NULL, 0);

  checkpoints = ((const HearsayTextBuilder *) self)->checkpoints;
  if (checkpoints == NULL)
    return MIN (offset, self->length);

  high = self->length / STEP;
  while (low < high)
    {
      guint32 middle = low + (high - low + 1) / 2;

      if (checkpoints[middle] <= offset)
        low = middle;
      else
        high = middle - 1;
    }
  byte = low * STEP;
  left = offset - checkpoints[low];
  while (byte < self->length && ((self->text[byte] & 0xc0) == 0x80 || left-- > 0))
    byte++;
  return byte;
}

/**
 * hearsay_text_find_token:
 * @byte: byte offset
 *
 * Takes logarithmic time.
 *
 * Returns: the first token that ends behind @byte, or the number of tokens when there is none
 */
guint32
hearsay_text_find_token (const HearsayText *self,
                         guint32            byte)
{
  guint32 low = 0;
  guint32 high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_tokens;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->tokens[middle].end > byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hearsay_text_find_quote:
 * @token: a token
 *
 * Takes logarithmic time.
 *
 * Returns: the innermost quotation that holds @token, its marks counted in, or -1
 */
gint32
hearsay_text_find_quote (const HearsayText *self,
                         guint32            token)
{
  guint32 low = 0;
  guint32 high;
  gint32 quote;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (token < self->n_tokens, -1);

  if (self->tokens[token].depth == 0)
    return -1;
  high = self->n_quotes;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->quotes[middle].first_token > token)
        high = middle;
      else
        low = middle + 1;
    }
  quote = (gint32) low - 1;
  while (quote >= 0 && self->quotes[quote].last_token < token)
    quote = self->quotes[quote].parent;
  return quote;
}

/**
 * hearsay_text_get_parts:
 * @token: a token
 * @n_parts: (out): how many there are
 *
 * Takes logarithmic time.
 *
 * Returns: (transfer none) (array length=n_parts) (nullable): the pieces of a
 *   hyphenated word; %NULL for every other token
 */
const HearsayTokenPart *
hearsay_text_get_parts (const HearsayText *self,
                        guint32            token,
                        guint             *n_parts)
{
  guint32 low = 0;
  guint32 high;
  guint32 end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (token < self->n_tokens, NULL);
  g_return_val_if_fail (n_parts != NULL, NULL);

  *n_parts = 0;
  if ((self->tokens[token].flags & HEARSAY_TOKEN_PARTS) == 0)
    return NULL;

  high = self->n_parts;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->parts[middle].token >= token)
        high = middle;
      else
        low = middle + 1;
    }
  for (end = low; end < self->n_parts && self->parts[end].token == token; end++)
    ;
  *n_parts = end - low;
  return self->parts + low;
}

/**
 * hearsay_text_token_is_any:
 * @token: a token
 * @words: (array length=n_words): as hearsay_text_word() would give them
 *
 * Returns: whether @token is one of @words
 */
gboolean
hearsay_text_token_is_any (const HearsayText *self,
                           guint32            token,
                           const char *const *words,
                           gsize              n_words)
{
  const char *word;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (token < self->n_tokens, FALSE);

  word = hearsay_text_word (self, token);
  for (gsize i = 0; i < n_words; i++)
    if (words[i][0] == word[0] && strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}
