/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-scored-text.h"

struct _HearsayScoredText
{
  gunichar *text;
  guint32 length;
  GArray *words;      /* HearsaySpan, in text order */
  GByteArray *quoted; /* whether each word stands inside double quotation marks */
};

static gboolean
is_letter (gunichar c)
{
  return c == '_' || g_unichar_isalnum (c);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0B || (c >= 0x1C && c <= 0x1F) || c == 0x85;
}

static void
find_words (HearsayScoredText *self)
{
  for (guint32 i = 0; i < self->length;)
    {
      HearsaySpan word = { i, i + 1 };

      if (is_letter (self->text[i]))
        {
          while (word.end < self->length && is_letter (self->text[word.end]))
            word.end++;
          g_array_append_val (self->words, word);
        }
      else if (!is_blank (self->text[i]))
        g_array_append_val (self->words, word);
      i = word.end;
    }
}

/* Marks the words from @next on that lie between @start and @end. */
static guint
mark_quoted (HearsayScoredText *self,
             guint              next,
             guint32            start,
             guint32            end)
{
  while (next < self->words->len && g_array_index (self->words, HearsaySpan, next).start < start)
    next++;
  for (; next < self->words->len && g_array_index (self->words, HearsaySpan, next).end <= end; next++)
    self->quoted->data[next] = 1;
  return next;
}

/* A quotation that is left open ends with its line: the next paragraph of a long one opens anew. */
static void
find_quoted (HearsayScoredText *self)
{
  gint64 begin = -1;
  guint next = 0;

  for (guint32 i = 0; i < self->length; i++)
    {
      gunichar c = self->text[i];
      gboolean opens = c == 0x201C || c == 0x201E || c == 0xAB || c == '"';
      gboolean closes = c == 0x201D || c == 0xBB || c == '"';

      if (c == '\n')
        {
          if (begin >= 0)
            next = mark_quoted (self, next, (guint32) begin, i);
          begin = -1;
        }
      else if (begin < 0 && opens)
        begin = i;
      else if (begin >= 0 && closes)
        {
          next = mark_quoted (self, next, (guint32) begin, i + 1);
          begin = -1;
        }
    }
  if (begin >= 0)
    mark_quoted (self, next, (guint32) begin, self->length);
}

HearsayScoredText *
hearsay_scored_text_new (const char *text)
{
  HearsayScoredText *self = g_new0 (HearsayScoredText, 1);
  glong length;

  self->text = g_utf8_to_ucs4_fast (text, -1, &length);
  self->length = (guint32) length;
  self->words = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));
  self->quoted = g_byte_array_new ();
  find_words (self);
  g_byte_array_set_size (self->quoted, self->words->len);
  if (self->words->len > 0)
    memset (self->quoted->data, 0, self->words->len);
  find_quoted (self);
  return self;
}

void
hearsay_scored_text_free (HearsayScoredText *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_array_unref (self->words);
  g_byte_array_unref (self->quoted);
  g_free (self);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const HearsaySpan *x = a;
  const HearsaySpan *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

static void
add_lines (const HearsayScoredText *self,
           const HearsaySpan       *span,
           GArray                  *lines)
{
  guint32 end = MIN (span->end, self->length);

  for (guint32 i = span->start; i < end;)
    {
      HearsaySpan line = { i, i };

      while (line.end < end && self->text[line.end] != '\n')
        line.end++;
      i = line.end + 1;
      while (line.start < line.end && is_blank (self->text[line.start]))
        line.start++;
      while (line.end > line.start && is_blank (self->text[line.end - 1]))
        line.end--;
      if (line.end > line.start)
        g_array_append_val (lines, line);
    }
}

static gboolean
touches (const HearsayScoredText *self,
         const HearsaySpan       *before,
         const HearsaySpan       *behind)
{
  for (guint32 i = before->end; i < behind->start; i++)
    {
      if (self->text[i] == '\n' || !is_blank (self->text[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_scored_text_tidy:
 * @spans: (element-type HearsaySpan)
 *
 * Returns: (transfer full) (element-type HearsaySpan): the spans split at line breaks, trimmed,
 *   in text order, and joined where only blanks of one line are between them
 */
GArray *
hearsay_scored_text_tidy (const HearsayScoredText *self,
                          const GArray            *spans)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));
  GArray *tidy = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));

  for (guint i = 0; i < spans->len; i++)
    add_lines (self, &g_array_index (spans, HearsaySpan, i), lines);
  g_array_sort (lines, compare_spans);
  for (guint i = 0; i < lines->len; i++)
    {
      const HearsaySpan *line = &g_array_index (lines, HearsaySpan, i);
      HearsaySpan *last = tidy->len > 0 ? &g_array_index (tidy, HearsaySpan, tidy->len - 1) : NULL;

      if (last != NULL && touches (self, last, line))
        last->end = MAX (last->end, line->end);
      else
        g_array_append_vals (tidy, line, 1);
    }
  return tidy;
}

/* The first word that ends behind @place. */
static guint
find_word (const HearsayScoredText *self,
           guint32                  place)
{
  guint low = 0;
  guint high = self->words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->words, HearsaySpan, middle).end <= place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/**
 * hearsay_scored_text_cover:
 * @spans: (element-type HearsaySpan)
 *
 * Returns: (transfer full) (element-type guint32): the numbers of the words that the spans
 *   touch, rising, each once
 */
GArray *
hearsay_scored_text_cover (const HearsayScoredText *self,
                           const GArray            *spans)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const HearsaySpan *span = &g_array_index (spans, HearsaySpan, i);

      for (guint32 k = find_word (self, span->start);
           k < self->words->len && g_array_index (self->words, HearsaySpan, k).start < span->end; k++)
        g_array_append_val (words, k);
    }
  g_array_sort (words, compare_numbers);
  for (guint i = 0; i < words->len; i++)
    {
      guint32 word = g_array_index (words, guint32, i);

      if (n == 0 || g_array_index (words, guint32, n - 1) != word)
        g_array_index (words, guint32, n++) = word;
    }
  g_array_set_size (words, n);
  return words;
}

/**
 * hearsay_scored_text_find_kind:
 * @words: (element-type guint32): of a content
 *
 * Returns: direct when every word, punctuation aside, stands inside double quotation
 *   marks, indirect when none does
 */
HearsayStatementKind
hearsay_scored_text_find_kind (const HearsayScoredText *self,
                               const GArray            *words)
{
  guint n = 0;
  guint n_quoted = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint32 word = g_array_index (words, guint32, i);

      if (!is_letter (self->text[g_array_index (self->words, HearsaySpan, word).start]))
        continue;
      n++;
      n_quoted += self->quoted->data[word];
    }
  if (n > 0 && n == n_quoted)
    return HEARSAY_STATEMENT_DIRECT;
  return n_quoted > 0 ? HEARSAY_STATEMENT_MIXED : HEARSAY_STATEMENT_INDIRECT;
}
