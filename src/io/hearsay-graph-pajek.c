/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-builder.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  SECTION_NONE,
  SECTION_VERTICES,
  SECTION_EDGES, /* and arcs: source, target, weight */
  SECTION_LISTS, /* source, target, target, … */
  SECTION_OTHER,
} HearsayPajekSection;

typedef struct
{
  HearsayGraphBuilder *builder;
  HearsayPajekSection section;
  guint line;
  guint n_vertices;
} HearsayPajek;

/* The next word or quoted string of a line; NULL at its end. */
static char *
next_word (const char **at)
{
  const char *start;

  while (g_ascii_isspace (**at))
    (*at)++;
  if (**at == '\0')
    return NULL;
  if (**at == '"')
    {
      start = ++*at;
      *at += strcspn (*at, "\"");
      if (**at == '"')
        return g_strndup (start, (*at)++ - start);
      return g_strndup (start, *at - start);
    }
  start = *at;
  while (**at != '\0' && !g_ascii_isspace (**at))
    (*at)++;
  return g_strndup (start, *at - start);
}

static gboolean
vertex (HearsayPajek  *self,
        const char    *word,
        guint32       *index,
        GError       **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 1, MAX (self->n_vertices, 1), &number, NULL))
    return hearsay_graph_broken (error, self->line, _("there is no vertex of this number"));
  *index = number - 1;
  return TRUE;
}

static gboolean
begin_vertices (HearsayPajek  *self,
                const char    *rest,
                GError       **error)
{
  g_autofree char *count = next_word (&rest);
  guint64 n;

  if (count == NULL || !g_ascii_string_to_unsigned (count, 10, 0, HEARSAY_GRAPH_MAX_NODES, &n, NULL))
    return hearsay_graph_broken (error, self->line, _("the number of vertices is missing or too large"));
  for (guint i = self->n_vertices; i < n; i++)
    {
      char id[16];
      guint32 index;

      g_snprintf (id, sizeof id, "%u", i + 1);
      if (!hearsay_graph_builder_node (self->builder, id, self->line, &index, error))
        return FALSE;
    }
  self->n_vertices = MAX (self->n_vertices, (guint) n);
  self->section = SECTION_VERTICES;
  return TRUE;
}

static gboolean
begin_section (HearsayPajek  *self,
               const char    *line,
               GError       **error)
{
  const char *rest = line;
  g_autofree char *name = next_word (&rest);

  if (g_ascii_strcasecmp (name, "*vertices") == 0)
    return begin_vertices (self, rest, error);
  if (g_ascii_strcasecmp (name, "*matrix") == 0)
    return hearsay_graph_broken (error, self->line, _("matrices cannot be read, only lists of edges"));
  if (g_ascii_strncasecmp (name, "*arcs", 5) == 0)
    hearsay_graph_builder_set_directed (self->builder, TRUE);
  if (g_ascii_strcasecmp (name, "*arcs") == 0 || g_ascii_strcasecmp (name, "*edges") == 0)
    self->section = SECTION_EDGES;
  else if (g_ascii_strcasecmp (name, "*arcslist") == 0 || g_ascii_strcasecmp (name, "*edgeslist") == 0)
    self->section = SECTION_LISTS;
  else
    self->section = SECTION_OTHER;
  return TRUE;
}

static gboolean
take_edges (HearsayPajek  *self,
            const char    *line,
            GError       **error)
{
  g_autofree char *first = next_word (&line);
  g_autofree char *second = next_word (&line);
  guint32 source;
  guint32 target;
  double weight = 1;

  if (second == NULL)
    return hearsay_graph_broken (error, self->line, _("an edge needs a source and a target"));
  if (!vertex (self, first, &source, error))
    return FALSE;
  if (self->section == SECTION_EDGES)
    {
      g_autofree char *third = next_word (&line);

      return vertex (self, second, &target, error)
             && hearsay_graph_parse_weight (third != NULL ? third : "", self->line, &weight, error)
             && hearsay_graph_builder_edge (self->builder, source, target, weight, HEARSAY_GRAPH_BY_WEIGHT, self->line, error);
    }
  for (char *word = g_steal_pointer (&second); word != NULL; word = next_word (&line))
    {
      g_autofree char *owned = word;

      if (!vertex (self, owned, &target, error)
          || !hearsay_graph_builder_edge (self->builder, source, target, 1, HEARSAY_GRAPH_BY_WEIGHT, self->line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_line (HearsayPajek  *self,
           const char    *line,
           GError       **error)
{
  const char *rest = line;
  g_autofree char *first = next_word (&rest);
  guint32 index;

  if (first == NULL || *first == '%')
    return TRUE;
  if (*first == '*')
    return begin_section (self, line, error);
  if (self->section == SECTION_NONE)
    return hearsay_graph_broken (error, self->line, _("a Pajek file begins with “*Vertices”"));
  if (self->section == SECTION_OTHER)
    return TRUE;
  if (self->section == SECTION_VERTICES)
    {
      g_autofree char *name = next_word (&rest);

      if (!vertex (self, first, &index, error))
        return FALSE;
      if (name != NULL)
        hearsay_graph_builder_set_name (self->builder, index, name);
      return TRUE;
    }
  return take_edges (self, line, error);
}

/**
 * hearsay_graph_read_pajek:
 *
 * Reads Pajek's sections of vertices, arcs, edges and their lists; others are passed over.
 */
gboolean
hearsay_graph_read_pajek (HearsayGraphBuilder  *self,
                          const char           *text,
                          GError              **error)
{
  HearsayPajek pajek = { .builder = self };

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n");
      g_autofree char *line = g_strndup (text, length);

      pajek.line++;
      if (!take_line (&pajek, line, error))
        return FALSE;
      text += length;
      if (text[0] == '\r' && text[1] == '\n')
        text++;
      if (*text != '\0')
        text++;
    }
  if (pajek.section == SECTION_NONE)
    return hearsay_graph_broken (error, MAX (pajek.line, 1), _("a Pajek file begins with “*Vertices”"));
  return TRUE;
}
