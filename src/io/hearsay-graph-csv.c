/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_COLUMNS 64

enum
{
  COLUMN_SOURCE,
  COLUMN_TARGET,
  COLUMN_WEIGHT,
  COLUMN_POSITION,
  COLUMN_TYPE,
  COLUMN_SOURCE_NAME,
  COLUMN_TARGET_NAME,
  N_COLUMNS,
};

static const struct
{
  const char *name;
  guint column;
} headings[] = {
  { "source", COLUMN_SOURCE },
  { "from", COLUMN_SOURCE },
  { "target", COLUMN_TARGET },
  { "to", COLUMN_TARGET },
  { "weight", COLUMN_WEIGHT },
  { "value", COLUMN_WEIGHT },
  { "position", COLUMN_POSITION },
  { "type", COLUMN_TYPE },
  { "source_name", COLUMN_SOURCE_NAME },
  { "target_name", COLUMN_TARGET_NAME },
};

/**
 * HearsayCsv:
 * @line: where the row began
 * @next_line: of @at
 * @cells: the row's cells, unquoted
 * @place: index into @cells of each column, or -1
 */
typedef struct
{
  const char *at;
  char separator;
  guint line;
  guint next_line;
  GPtrArray *cells;
  int place[N_COLUMNS];
} HearsayCsv;

static char
guess_separator (const char *text)
{
  static const char candidates[] = ",;\t";
  gsize length;
  g_autofree char *first = NULL;

  while (*text == '#' || *text == '\n' || *text == '\r')
    text += MAX (strcspn (text, "\r\n"), 1);
  length = strcspn (text, "\r\n");
  first = g_strndup (text, length);
  for (const char *c = candidates; *c != '\0'; c++)
    {
      if (strchr (first, *c) != NULL)
        return *c;
    }
  return ' ';
}

/* A quoted cell; quotes inside are doubled. FALSE when it never ends. */
static gboolean
read_quoted (HearsayCsv *self,
             GString    *cell)
{
  for (self->at++; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && *++self->at != '"')
        return TRUE;
      self->next_line += *self->at == '\n';
      g_string_append_c (cell, *self->at);
    }
  return FALSE;
}

static gboolean
read_cell (HearsayCsv  *self,
           GError     **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (*self->at == '"')
    {
      if (!read_quoted (self, cell))
        return hearsay_graph_broken (error, self->line, _("a quotation mark is never closed"));
    }
  while (*self->at != '\0' && *self->at != '\n' && *self->at != '\r' && *self->at != self->separator)
    g_string_append_c (cell, *self->at++);
  g_ptr_array_add (self->cells, g_strstrip (g_string_free (g_steal_pointer (&cell), FALSE)));
  return TRUE;
}

/* The next row that is neither empty nor a comment; no cells at the end. */
static gboolean
read_row (HearsayCsv  *self,
          GError     **error)
{
  g_ptr_array_set_size (self->cells, 0);
  for (;;)
    {
      if (*self->at == '#')
        self->at += strcspn (self->at, "\r\n");
      if (*self->at != '\n' && *self->at != '\r')
        break;
      self->next_line += *self->at++ == '\n';
    }
  self->line = self->next_line;
  while (*self->at != '\0' && *self->at != '\n' && *self->at != '\r')
    {
      if (self->cells->len == MAX_COLUMNS)
        return hearsay_graph_broken (error, self->line, _("there are too many columns"));
      if (!read_cell (self, error))
        return FALSE;
      if (*self->at != self->separator || self->separator == '\0')
        continue;
      self->at++;
      while (self->separator == ' ' && *self->at == ' ')
        self->at++;
      if (*self->at == '\0' || *self->at == '\n' || *self->at == '\r')
        g_ptr_array_add (self->cells, g_strdup (""));
    }
  return TRUE;
}

static const char *
cell_at (const HearsayCsv *self,
         guint             column)
{
  int place = self->place[column];

  return place >= 0 && (guint) place < self->cells->len ? g_ptr_array_index (self->cells, place) : "";
}

/* Whether the row names columns; without such names the first three are source, target and weight. */
static gboolean
take_headings (HearsayCsv *self)
{
  gboolean found = FALSE;

  for (guint c = 0; c < N_COLUMNS; c++)
    self->place[c] = -1;
  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autofree char *name = g_ascii_strdown (g_ptr_array_index (self->cells, i), -1);

      for (guint h = 0; h < G_N_ELEMENTS (headings); h++)
        {
          if (g_str_equal (headings[h].name, name) && self->place[headings[h].column] < 0)
            self->place[headings[h].column] = i;
        }
    }
  found = self->place[COLUMN_SOURCE] >= 0 && self->place[COLUMN_TARGET] >= 0;
  if (!found)
    {
      for (guint c = 0; c < N_COLUMNS; c++)
        self->place[c] = c <= COLUMN_WEIGHT ? (int) c : -1;
    }
  return found;
}

static gboolean
take_row (HearsayCsv           *self,
          HearsayGraphBuilder  *builder,
          GError              **error)
{
  guint32 source;
  guint32 target;
  double weight;

  if (*cell_at (self, COLUMN_SOURCE) == '\0' || *cell_at (self, COLUMN_TARGET) == '\0')
    return hearsay_graph_broken (error, self->line, _("an edge needs a source and a target"));
  if (!hearsay_graph_builder_node (builder, cell_at (self, COLUMN_SOURCE), self->line, &source, error)
      || !hearsay_graph_builder_node (builder, cell_at (self, COLUMN_TARGET), self->line, &target, error)
      || !hearsay_graph_parse_weight (cell_at (self, COLUMN_WEIGHT), self->line, &weight, error))
    return FALSE;
  if (*cell_at (self, COLUMN_SOURCE_NAME) != '\0')
    hearsay_graph_builder_set_name (builder, source, cell_at (self, COLUMN_SOURCE_NAME));
  if (*cell_at (self, COLUMN_TARGET_NAME) != '\0')
    hearsay_graph_builder_set_name (builder, target, cell_at (self, COLUMN_TARGET_NAME));
  if (g_ascii_strcasecmp (cell_at (self, COLUMN_TYPE), "directed") == 0)
    hearsay_graph_builder_set_directed (builder, TRUE);
  return hearsay_graph_builder_edge (builder, source, target, weight,
                                     hearsay_graph_parse_position (cell_at (self, COLUMN_POSITION)), self->line, error);
}

static gboolean
read_rows (HearsayCsv           *self,
           HearsayGraphBuilder  *builder,
           GError              **error)
{
  if (!read_row (self, error))
    return FALSE;
  if (take_headings (self) && !read_row (self, error))
    return FALSE;
  while (self->cells->len > 0)
    {
      if (!take_row (self, builder, error) || !read_row (self, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_graph_read_csv:
 *
 * Reads an edge a line, its cells parted by commas, semicolons, tabs or blanks,
 * whichever the first line has. With a heading the columns may stand in any
 * order (source, target, weight, position, type, source_name, target_name);
 * without, they are source, target and weight. “#” begins a comment.
 */
gboolean
hearsay_graph_read_csv (HearsayGraphBuilder  *self,
                        const char           *text,
                        GError              **error)
{
  HearsayCsv csv = { .at = text, .next_line = 1 };
  gboolean read;

  csv.separator = guess_separator (text);
  csv.cells = g_ptr_array_new_with_free_func (g_free);
  read = read_rows (&csv, self, error);
  g_ptr_array_unref (csv.cells);
  return read;
}
