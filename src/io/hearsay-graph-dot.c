/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-builder.h"

#include <glib/gi18n.h>
#include <string.h>

/* Subgraphs inside subgraphs, and angle brackets inside HTML labels. */
#define MAX_DEPTH 64

typedef enum
{
  TOKEN_END,
  TOKEN_ID,
  TOKEN_ARROW,
  TOKEN_MARK, /* one of { } [ ] = ; , : */
} HearsayDotToken;

/**
 * HearsayDot:
 * @text: of the token, when it is an id
 * @mark: the token, when it is a mark
 * @quoted: whether the id stood in quotes, so that it is no keyword
 *
 * A parser of the DOT language, one token ahead.
 */
typedef struct
{
  HearsayGraphBuilder *builder;
  const char *at;
  guint line;
  guint depth;
  HearsayDotToken token;
  GString *text;
  char mark;
  gboolean quoted;
} HearsayDot;

/* What an attribute list says that a graph needs. */
typedef struct
{
  double weight;
  int position;
  char *label;
  char *kind;
} HearsayDotAttributes;

static gboolean statements (HearsayDot  *self,
                            GArray      *members,
                            GError     **error);

static void
skip_to (HearsayDot *self,
         const char *end)
{
  while (*self->at != '\0' && !g_str_has_prefix (self->at, end))
    self->line += *self->at++ == '\n';
  if (*self->at != '\0')
    {
      self->line += *end == '\n';
      self->at += strlen (end);
    }
}

static void
skip_blanks (HearsayDot *self)
{
  for (;;)
    {
      if (*self->at == '\n')
        self->line++;
      if (g_ascii_isspace (*self->at))
        self->at++;
      else if (*self->at == '#' || g_str_has_prefix (self->at, "//"))
        skip_to (self, "\n");
      else if (g_str_has_prefix (self->at, "/*"))
        skip_to (self, "*/");
      else
        return;
    }
}

static gboolean
read_quoted (HearsayDot  *self,
             GError     **error)
{
  guint line = self->line;

  self->quoted = TRUE;
  for (self->at++; *self->at != '"'; self->at++)
    {
      if (*self->at == '\0')
        return hearsay_graph_broken (error, line, _("a quotation mark is never closed"));
      self->line += *self->at == '\n';
      if (*self->at == '\\' && (self->at[1] == '"' || self->at[1] == '\\'))
        self->at++;
      else if (*self->at == '\\' && self->at[1] == '\n')
        {
          self->line++;
          self->at++;
          continue;
        }
      g_string_append_c (self->text, *self->at);
    }
  self->at++;
  return TRUE;
}

static gboolean
read_html (HearsayDot  *self,
           GError     **error)
{
  guint line = self->line;
  guint depth = 0;

  self->quoted = TRUE;
  do
    {
      if (*self->at == '\0' || depth > MAX_DEPTH)
        return hearsay_graph_broken (error, line, _("a “<” is never closed"));
      depth += *self->at == '<';
      depth -= *self->at == '>';
      self->line += *self->at == '\n';
      g_string_append_c (self->text, *self->at++);
    }
  while (depth > 0);
  return TRUE;
}

static gboolean
is_id_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || (guchar) c >= 0x80;
}

static gboolean
next (HearsayDot  *self,
      GError     **error)
{
  skip_blanks (self);
  g_string_truncate (self->text, 0);
  self->quoted = FALSE;
  self->token = TOKEN_ID;
  if (*self->at == '\0')
    {
      self->token = TOKEN_END;
      return TRUE;
    }
  if (*self->at == '"')
    return read_quoted (self, error);
  if (*self->at == '<')
    return read_html (self, error);
  if (self->at[0] == '-' && (self->at[1] == '-' || self->at[1] == '>'))
    {
      self->token = TOKEN_ARROW;
      self->at += 2;
      return TRUE;
    }
  if (strchr ("{}[]=;,:+", *self->at) != NULL)
    {
      self->token = TOKEN_MARK;
      self->mark = *self->at++;
      return TRUE;
    }
  if (*self->at == '-')
    g_string_append_c (self->text, *self->at++);
  while (is_id_byte (*self->at))
    g_string_append_c (self->text, *self->at++);
  if (self->text->len == 0)
    return hearsay_graph_broken (error, self->line, _("there is a character that DOT does not know"));
  return TRUE;
}

static gboolean
is_mark (HearsayDot *self,
         char        mark)
{
  return self->token == TOKEN_MARK && self->mark == mark;
}

static gboolean
is_keyword (HearsayDot *self,
            const char *keyword)
{
  return self->token == TOKEN_ID && !self->quoted && g_ascii_strcasecmp (self->text->str, keyword) == 0;
}

static gboolean
expect (HearsayDot  *self,
        char         mark,
        GError     **error)
{
  g_autofree char *reason = NULL;

  if (is_mark (self, mark))
    return next (self, error);
  reason = g_strdup_printf (_("“%c” is missing"), mark);
  return hearsay_graph_broken (error, self->line, reason);
}

static void
clear_attributes (HearsayDotAttributes *attributes)
{
  g_free (attributes->label);
  g_free (attributes->kind);
}

static gboolean
take_attribute (HearsayDot            *self,
                const char            *name,
                HearsayDotAttributes  *attributes,
                GError               **error)
{
  if (g_ascii_strcasecmp (name, "weight") == 0)
    return hearsay_graph_parse_weight (self->text->str, self->line, &attributes->weight, error);
  if (g_ascii_strcasecmp (name, "position") == 0)
    attributes->position = hearsay_graph_parse_position (self->text->str);
  /* HTML labels are markup, and \N stands for the id. */
  if (g_ascii_strcasecmp (name, "label") == 0 && *self->text->str != '<' && !g_str_equal (self->text->str, "\\N"))
    {
      g_free (attributes->label);
      attributes->label = g_strdup (self->text->str);
    }
  if (g_ascii_strcasecmp (name, "kind") == 0)
    {
      g_free (attributes->kind);
      attributes->kind = g_strdup (self->text->str);
    }
  return TRUE;
}

static gboolean
attribute_lists (HearsayDot            *self,
                 HearsayDotAttributes  *attributes,
                 GError               **error)
{
  while (is_mark (self, '['))
    {
      if (!next (self, error))
        return FALSE;
      while (self->token == TOKEN_ID)
        {
          g_autofree char *name = g_strdup (self->text->str);

          if (!next (self, error))
            return FALSE;
          if (is_mark (self, '='))
            {
              if (!next (self, error))
                return FALSE;
              if (self->token != TOKEN_ID)
                return hearsay_graph_broken (error, self->line, _("an attribute has no value"));
              if (!take_attribute (self, name, attributes, error) || !next (self, error))
                return FALSE;
            }
          if ((is_mark (self, ';') || is_mark (self, ',')) && !next (self, error))
            return FALSE;
        }
      if (!expect (self, ']', error))
        return FALSE;
    }
  return TRUE;
}

/* A port is “:name” or “:name:compass”. */
static gboolean
skip_port (HearsayDot  *self,
           GError     **error)
{
  while (is_mark (self, ':'))
    {
      if (!next (self, error))
        return FALSE;
      if (self->token != TOKEN_ID)
        return hearsay_graph_broken (error, self->line, _("a port has no name"));
      if (!next (self, error))
        return FALSE;
    }
  return TRUE;
}

/* A node or a subgraph: its nodes are appended to @members. */
static gboolean
operand (HearsayDot  *self,
         GArray      *members,
         GError     **error)
{
  guint32 index;

  if (is_keyword (self, "subgraph"))
    {
      if (!next (self, error) || (self->token == TOKEN_ID && !next (self, error)))
        return FALSE;
      if (!is_mark (self, '{'))
        return TRUE;
    }
  if (is_mark (self, '{'))
    {
      if (self->depth == MAX_DEPTH)
        return hearsay_graph_broken (error, self->line, _("subgraphs are nested too deep"));
      self->depth++;
      if (!next (self, error) || !statements (self, members, error) || !expect (self, '}', error))
        return FALSE;
      self->depth--;
      return TRUE;
    }
  if (self->token != TOKEN_ID)
    return hearsay_graph_broken (error, self->line, _("a node is missing"));
  if (!hearsay_graph_builder_node (self->builder, self->text->str, self->line, &index, error))
    return FALSE;
  g_array_append_val (members, index);
  return next (self, error) && skip_port (self, error);
}

static gboolean
connect_all (HearsayDot                  *self,
             const GArray                *sources,
             const GArray                *targets,
             const HearsayDotAttributes  *attributes,
             GError                     **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      for (guint j = 0; j < targets->len; j++)
        {
          if (!hearsay_graph_builder_edge (self->builder, g_array_index (sources, guint32, i),
                                           g_array_index (targets, guint32, j), attributes->weight,
                                           attributes->position, self->line, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
connect_chain (HearsayDot                  *self,
               GPtrArray                   *chain,
               const HearsayDotAttributes  *attributes,
               GError                     **error)
{
  for (guint i = 1; i < chain->len; i++)
    {
      if (!connect_all (self, g_ptr_array_index (chain, i - 1), g_ptr_array_index (chain, i), attributes, error))
        return FALSE;
    }
  return TRUE;
}

static void
describe_nodes (HearsayDot                 *self,
                const GArray               *nodes,
                const HearsayDotAttributes *attributes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      if (attributes->label != NULL)
        hearsay_graph_builder_set_name (self->builder, g_array_index (nodes, guint32, i), attributes->label);
      if (attributes->kind != NULL)
        hearsay_graph_builder_set_kind (self->builder, g_array_index (nodes, guint32, i), attributes->kind);
    }
}

/* a -> b -> { c d } [weight=2], or a lone node with its attributes. */
static gboolean
chain_statement (HearsayDot  *self,
                 GArray      *members,
                 GError     **error)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  HearsayDotAttributes attributes = { 1, HEARSAY_GRAPH_BY_WEIGHT, NULL, NULL };
  gboolean done;

  for (;;)
    {
      GArray *part = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_ptr_array_add (chain, part);
      if (!operand (self, part, error))
        return FALSE;
      g_array_append_vals (members, part->data, part->len);
      if (self->token != TOKEN_ARROW)
        break;
      if (!next (self, error))
        return FALSE;
    }
  done = attribute_lists (self, &attributes, error);
  if (done && chain->len > 1)
    done = connect_chain (self, chain, &attributes, error);
  else if (done)
    describe_nodes (self, g_ptr_array_index (chain, 0), &attributes);
  clear_attributes (&attributes);
  return done;
}

/* graph, node and edge set defaults, a = b sets an attribute of the graph; neither matters here. */
static gboolean
statement (HearsayDot  *self,
           GArray      *members,
           GError     **error)
{
  HearsayDotAttributes ignored = { 1, HEARSAY_GRAPH_BY_WEIGHT, NULL, NULL };
  const char *at;
  gboolean done;

  if (is_keyword (self, "graph") || is_keyword (self, "node") || is_keyword (self, "edge"))
    {
      done = next (self, error) && attribute_lists (self, &ignored, error);
      clear_attributes (&ignored);
      return done;
    }
  at = self->at;
  while (g_ascii_isspace (*at))
    at++;
  if (self->token == TOKEN_ID && *at == '=')
    return next (self, error) && next (self, error) && next (self, error);
  return chain_statement (self, members, error);
}

static gboolean
statements (HearsayDot  *self,
            GArray      *members,
            GError     **error)
{
  while (!is_mark (self, '}'))
    {
      if (self->token == TOKEN_END)
        return hearsay_graph_broken (error, self->line, _("the graph is never closed"));
      if (is_mark (self, ';') || is_mark (self, ','))
        {
          if (!next (self, error))
            return FALSE;
        }
      else if (!statement (self, members, error))
        {
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
whole_graph (HearsayDot  *self,
             GError     **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!next (self, error) || (is_keyword (self, "strict") && !next (self, error)))
    return FALSE;
  if (!is_keyword (self, "graph") && !is_keyword (self, "digraph"))
    return hearsay_graph_broken (error, self->line, _("a DOT file begins with “graph” or “digraph”"));
  hearsay_graph_builder_set_directed (self->builder, is_keyword (self, "digraph"));
  if (!next (self, error) || (self->token == TOKEN_ID && !next (self, error)))
    return FALSE;
  if (!expect (self, '{', error) || !statements (self, members, error))
    return FALSE;
  return TRUE;
}

/**
 * hearsay_graph_read_dot:
 *
 * Reads the first graph of a DOT file: nodes, edges, chains, subgraphs, labels
 * and weights. Default attributes, ports and string concatenation are passed over.
 */
gboolean
hearsay_graph_read_dot (HearsayGraphBuilder  *self,
                        const char           *text,
                        GError              **error)
{
  HearsayDot dot = { .builder = self, .at = text, .line = 1 };
  gboolean read;

  dot.text = g_string_new (NULL);
  read = whole_graph (&dot, error);
  g_string_free (dot.text, TRUE);
  return read;
}
