/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-text-private.h"

#include <string.h>

/* A line longer than this, in bytes, was not broken by hand or by a mail program. */
#define MAX_WRAPPED_LINE 132
/* One shorter than this is a heading, a name or verse. */
#define MIN_WRAPPED_LINE 40

typedef struct
{
  guint32 start;
  guint32 end;
} Line;

static void
add_paragraph (HearsayTextBuilder *self,
               guint32             start,
               guint32             end)
{
  HearsayParagraph paragraph = { .start = start, .end = end };

  g_array_append_val (self->paragraphs, paragraph);
}

/* Bytes of the line break at @at: a line feed, a carriage return or both, a separator; 0 for none. */
static guint32
break_size (const HearsayTextBuilder *self,
            guint32                   at)
{
  const char *p = self->base.text + at;
  guint32 left = self->base.length - at;

  if (*p == '\r')
    return left > 1 && p[1] == '\n' ? 2 : 1;
  if (*p == '\n' || *p == '\f' || *p == '\v')
    return 1;
  if (left >= 3 && memcmp (p, "\xe2\x80", 2) == 0 && ((guchar) p[2] == 0xa8 || (guchar) p[2] == 0xa9))
    return 3;
  if (left >= 2 && memcmp (p, "\xc2\x85", 2) == 0)
    return 2;
  return 0;
}

static gboolean
ends_a_sentence (const HearsayTextBuilder *self,
                 const Line               *line)
{
  guint32 end = line->end;

  while (end > line->start && strchr ("\"')]\x80\x99\x9d\xe2", self->base.text[end - 1]) != NULL)
    end--;
  return end > line->start && strchr (".!?:", self->base.text[end - 1]) != NULL;
}

static guint32
first_word_length (const HearsayTextBuilder *self,
                   const Line               *line)
{
  guint32 end = line->start;

  while (end < line->end && self->base.text[end] != ' ' && self->base.text[end] != '\t')
    end++;
  return end - line->start;
}

/*
 * Whether the lines were broken to a width: none is long, the next line's first
 * word would not have fitted, and some line ends in mid-sentence and goes on in
 * lower case, which headings and lists do not.
 */
static gboolean
is_wrapped (const HearsayTextBuilder *self,
            GArray                   *lines,
            guint32                  *width)
{
  gboolean evidence = FALSE;
  guint n_fitting = 0;

  *width = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      *width = MAX (*width, line->end - line->start);
    }
  if (lines->len < 2 || *width > MAX_WRAPPED_LINE || *width < MIN_WRAPPED_LINE)
    return FALSE;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = line + 1;

      if (line->end - line->start + 1 + first_word_length (self, next) <= *width)
        continue;
      n_fitting++;
      evidence = evidence || (!ends_a_sentence (self, line) && g_ascii_islower (self->base.text[next->start]));
    }
  return evidence && n_fitting * 2 >= lines->len - 1;
}

/* One block of lines without an empty line between them. */
static void
end_block (HearsayTextBuilder *self,
           GArray             *lines)
{
  guint32 width;
  gboolean wrapped = is_wrapped (self, lines, &width);
  guint first = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (wrapped && i + 1 < lines->len
          && line->end - line->start + 1 + first_word_length (self, line + 1) > width)
        continue;
      add_paragraph (self, g_array_index (lines, Line, first).start, line->end);
      first = i + 1;
    }
  g_array_set_size (lines, 0);
}

/* Adds the line without its blanks; an empty one ends the block. */
static void
end_line (HearsayTextBuilder *self,
          GArray             *lines,
          guint32             start,
          guint32             end)
{
  Line line = { start, end };

  while (line.start < line.end && strchr (" \t", self->base.text[line.start]) != NULL)
    line.start++;
  while (line.end > line.start && strchr (" \t", self->base.text[line.end - 1]) != NULL)
    line.end--;
  if (line.start == line.end)
    end_block (self, lines);
  else
    g_array_append_val (lines, line);
}

/* Finds the paragraphs' bytes; their tokens come later. */
void
hearsay_text_cut_paragraphs (HearsayTextBuilder *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint32 start = 0;

  for (guint32 i = 0; i < self->base.length;)
    {
      guint32 size = break_size (self, i);

      if (size == 0)
        {
          i++;
          continue;
        }
      end_line (self, lines, start, i);
      i += size;
      start = i;
    }
  end_line (self, lines, start, self->base.length);
  end_block (self, lines);
}
