/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-span-text.h"

#include "io/hearsay-decode.h"

/* Code points between two that are looked up directly. */
#define STRIDE 256

struct _HearsaySpanText
{
  const char *text;
  gsize length;
  guint32 n_characters;
  GArray *offsets; /* gsize: bytes before each STRIDE-th code point */
};

/**
 * hearsay_span_text_new:
 * @text: valid UTF-8; must outlive the result
 * @length: bytes
 *
 * Finds the words of spans fast: from the start, each would take time in
 * proportion to its place in the text, all together the square of it.
 *
 * Returns: (transfer full): an index of @text
 */
HearsaySpanText *
hearsay_span_text_new (const char *text,
                       gsize       length)
{
  HearsaySpanText *self;
  const char *p = text;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HearsaySpanText, 1);
  self->text = text;
  self->length = length;
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (; p < text + length; p = g_utf8_next_char (p), self->n_characters++)
    {
      gsize offset = (gsize) (p - text);

      if (self->n_characters % STRIDE == 0)
        g_array_append_val (self->offsets, offset);
    }
  return self;
}

void
hearsay_span_text_free (HearsaySpanText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * hearsay_span_text_at:
 * @offset: code points; behind the end is the end
 *
 * Returns: (transfer none): the byte where that code point begins
 */
const char *
hearsay_span_text_at (const HearsaySpanText *self,
                      guint32                offset)
{
  const char *p;

  g_return_val_if_fail (self != NULL, NULL);

  if (offset >= self->n_characters)
    return self->text + self->length;
  p = self->text + g_array_index (self->offsets, gsize, offset / STRIDE);
  return g_utf8_offset_to_pointer (p, offset % STRIDE);
}

/**
 * hearsay_span_text_dup:
 * @span: code points; what lies behind the end is cut off
 *
 * Returns: (transfer full): its words
 */
char *
hearsay_span_text_dup (const HearsaySpanText *self,
                       HearsaySpan            span)
{
  const char *start;
  const char *end;

  g_return_val_if_fail (self != NULL, NULL);

  start = hearsay_span_text_at (self, span.start);
  end = hearsay_span_text_at (self, MAX (span.start, span.end));
  return g_strndup (start, (gsize) (end - start));
}

/**
 * hearsay_span_text_dup_pieces:
 * @spans: (array length=n_spans): code points
 *
 * Returns: (transfer full): the words of all spans in one line, with an ellipsis where other words stood between them
 */
char *
hearsay_span_text_dup_pieces (const HearsaySpanText *self,
                              const HearsaySpan     *spans,
                              guint                  n_spans)
{
  GString *pieces = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *piece = hearsay_span_text_dup (self, spans[i]);
      g_autofree char *line = hearsay_tidy_spaces (piece);

      g_string_append_printf (pieces, "%s%s", i > 0 ? " … " : "", line);
    }
  return g_string_free (pieces, FALSE);
}
