/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-text-map.h"

#include <string.h>

/* Code points between two entries of the table: a lookup walks over fewer. */
#define STEP 64

/**
 * HearsayTextMap:
 *
 * Where code points and paragraphs of a text begin. Borrows the text.
 */
struct _HearsayTextMap
{
  const char *text;
  guint32 n_characters;
  GArray *bytes;      /* gsize: where code points 0, STEP, 2 STEP … begin */
  GArray *paragraphs; /* guint32: first code point of each paragraph */
};

static gboolean
has_blank_line (const char *text)
{
  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p, '\n'))
    {
      p++;
      p += strspn (p, " \t\r");
      if (*p == '\n')
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_text_map_new:
 * @text: valid UTF-8, which must outlive the map
 *
 * Blank lines separate paragraphs; in a text without any every line is one.
 *
 * Returns: (transfer full): the map of @text; made in time of its length
 */
HearsayTextMap *
hearsay_text_map_new (const char *text)
{
  HearsayTextMap *self;
  guint needed;
  guint breaks;
  gboolean inside = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HearsayTextMap, 1);
  self->text = text;
  self->bytes = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (guint32));
  needed = has_blank_line (text) ? 2 : 1;
  breaks = needed;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), self->n_characters++)
    {
      if (self->n_characters % STEP == 0)
        {
          gsize byte = (gsize) (p - text);

          g_array_append_val (self->bytes, byte);
        }
      if (*p == '\n')
        breaks++;
      else if (*p != ' ' && *p != '\t' && *p != '\r')
        {
          if (!inside || breaks >= needed)
            g_array_append_val (self->paragraphs, self->n_characters);
          inside = TRUE;
          breaks = 0;
        }
    }
  return self;
}

void
hearsay_text_map_free (HearsayTextMap *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->bytes);
  g_array_unref (self->paragraphs);
  g_free (self);
}

/**
 * hearsay_text_map_get_byte:
 * @offset: a code point; those behind the text's end mean the end
 *
 * Returns: the byte it begins at
 */
gsize
hearsay_text_map_get_byte (const HearsayTextMap *self,
                           guint32               offset)
{
  const char *p;

  g_return_val_if_fail (self != NULL, 0);

  offset = MIN (offset, self->n_characters);
  if (self->bytes->len == 0)
    return 0;
  if (offset / STEP >= self->bytes->len)
    p = self->text + g_array_index (self->bytes, gsize, self->bytes->len - 1);
  else
    p = self->text + g_array_index (self->bytes, gsize, offset / STEP);
  p = g_utf8_offset_to_pointer (p, (glong) (offset - MIN (offset / STEP, self->bytes->len - 1) * STEP));
  return (gsize) (p - self->text);
}

guint
hearsay_text_map_get_n_paragraphs (const HearsayTextMap *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->paragraphs->len;
}

/**
 * hearsay_text_map_find_paragraph:
 * @offset: a code point of the text
 *
 * Returns: the last paragraph that begins there or before, from 0
 */
guint
hearsay_text_map_find_paragraph (const HearsayTextMap *self,
                                 guint32               offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->paragraphs->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->paragraphs, guint32, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : 0;
}
