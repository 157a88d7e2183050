/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-jsonl.h"

#define CHUNK (64 * 1024)

struct _HearsayJsonlReader
{
  GInputStream *stream;
  GByteArray *line;
  gsize start; /* of what is left in @chunk */
  gsize end;
  guint8 chunk[CHUNK];
};

/**
 * hearsay_jsonl_reader_new:
 * @stream: read as far as lines are asked for, and no further than they have come
 *
 * Returns: (transfer full): a reader
 */
HearsayJsonlReader *
hearsay_jsonl_reader_new (GInputStream *stream)
{
  HearsayJsonlReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (HearsayJsonlReader, 1);
  self->stream = g_object_ref (stream);
  self->line = g_byte_array_new ();
  return self;
}

void
hearsay_jsonl_reader_free (HearsayJsonlReader *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_byte_array_unref (self->line);
  g_free (self);
}

static GBytes *
take_line (HearsayJsonlReader *self)
{
  GByteArray *line = g_steal_pointer (&self->line);

  if (line->len > 0 && line->data[line->len - 1] == '\r')
    g_byte_array_set_size (line, line->len - 1);
  self->line = g_byte_array_new ();
  return g_byte_array_free_to_bytes (line);
}

/**
 * hearsay_jsonl_reader_next:
 * @line: (out) (transfer full) (nullable): the next line; %NULL at the end
 * @too_long: (out): whether the line was over %HEARSAY_JSONL_MAX_LINE; @line is empty then
 *
 * Returns: whether the stream could be read
 */
gboolean
hearsay_jsonl_reader_next (HearsayJsonlReader  *self,
                           GBytes             **line,
                           gboolean            *too_long,
                           GError             **error)
{
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (line != NULL && too_long != NULL, FALSE);

  *line = NULL;
  *too_long = FALSE;
  while (TRUE)
    {
      const guint8 *stop;
      gsize n;

      if (self->start == self->end)
        {
          gssize got = g_input_stream_read (self->stream, self->chunk, CHUNK, NULL, error);

          if (got < 0)
            return FALSE;
          self->start = 0;
          self->end = (gsize) got;
          if (got == 0)
            {
              *line = any ? take_line (self) : NULL;
              return TRUE;
            }
        }
      stop = memchr (self->chunk + self->start, '\n', self->end - self->start);
      n = stop != NULL ? (gsize) (stop - self->chunk) - self->start : self->end - self->start;
      any = TRUE;
      if (*too_long || self->line->len + n > HEARSAY_JSONL_MAX_LINE)
        {
          *too_long = TRUE;
          g_byte_array_set_size (self->line, 0);
        }
      else
        g_byte_array_append (self->line, self->chunk + self->start, (guint) n);
      self->start += n + (stop != NULL ? 1 : 0);
      if (stop != NULL)
        {
          *line = take_line (self);
          return TRUE;
        }
    }
}
