/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-writer.h"

#include "io/hearsay-json-writer.h"

#include <math.h>
#include <string.h>

/* The shortest decimal that reads back as the same number, with a point in any locale. */
/* What the word about an edge says: where its source stands, or what is stated of both. */
static const char *
name_word (const HearsayNetwork *network)
{
  return network->type == HEARSAY_NETWORK_FACTS ? "kind" : "position";
}

/* NULL where there is none. */
static const char *
find_word (const HearsayNetwork     *network,
           const HearsayNetworkEdge *edge)
{
  if (network->type == HEARSAY_NETWORK_FACTS)
    return hearsay_relation_kind_to_string (edge->kind);
  return network->is_signed ? hearsay_position_to_string (edge->position) : NULL;
}

static const char *
format_number (double  value,
               char   *buffer)
{
  if (!isfinite (value))
    value = 0;
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.17g", value);
  return buffer;
}

/* A thousandth of a pixel is more than any drawing needs. */
static const char *
format_coordinate (double  value,
                   char   *buffer)
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", isfinite (value) ? value : 0);
  return g_str_equal (buffer, "-0.000") ? "0.000" : buffer;
}

/* XML has no way to write most control characters; they become U+FFFD. */
static void
append_xml (GString    *out,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_printf (out, "&#%u;", c);
      else if (c < 0x20 || c == 0xfffe || c == 0xffff)
        g_string_append (out, "\xef\xbf\xbd");
      else
        g_string_append_unichar (out, c);
    }
}

static void
append_dot (GString    *out,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if (*p == '\n' || *p == '\r')
        g_string_append_c (out, ' ');
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_csv (GString    *out,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  gboolean quoted = strpbrk (valid, ",;\"\r\n\t") != NULL || *valid == ' ' || *valid == '#';

  if (quoted)
    g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

static void
write_csv (const HearsayNetwork *network,
           GString              *out)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "source,target,type,weight,%s,statements,source_name,target_name\n", name_word (network));
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];

      append_csv (out, network->nodes[edge->source].id);
      g_string_append_c (out, ',');
      append_csv (out, network->nodes[edge->target].id);
      g_string_append_printf (out, ",%s,%s,%s,%u,", network->directed ? "directed" : "undirected",
                              format_number (edge->weight, number),
                              find_word (network, edge) != NULL ? find_word (network, edge) : "", edge->n_statements);
      append_csv (out, network->nodes[edge->source].name);
      g_string_append_c (out, ',');
      append_csv (out, network->nodes[edge->target].name);
      g_string_append_c (out, '\n');
    }
}

static void
write_positions (const HearsayNetwork *network,
                 const HearsayPoint   *positions,
                 GString              *out)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE];
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "node,x,y\n");
  for (guint i = 0; i < network->n_nodes && positions != NULL; i++)
    {
      append_csv (out, network->nodes[i].id);
      g_string_append_printf (out, ",%s,%s\n", format_coordinate (positions[i].x, x), format_coordinate (positions[i].y, y));
    }
}

static void
append_graphml_key (GString    *out,
                    const char *domain,
                    const char *name,
                    const char *type)
{
  g_string_append_printf (out, "  <key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                          domain, name, domain, name, type);
}

static void
append_graphml_node (GString                  *out,
                     const HearsayNetworkNode *node,
                     const HearsayPoint       *position)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "    <node id=\"");
  append_xml (out, node->id);
  g_string_append (out, "\">\n      <data key=\"node_name\">");
  append_xml (out, node->name);
  g_string_append_printf (out, "</data>\n      <data key=\"node_kind\">%s</data>\n", hearsay_node_kind_to_string (node->kind));
  g_string_append_printf (out, "      <data key=\"node_statements\">%u</data>\n", node->n_statements);
  g_string_append_printf (out, "      <data key=\"node_community\">%d</data>\n", node->community);
  if (position != NULL)
    {
      g_string_append_printf (out, "      <data key=\"node_x\">%s</data>\n", format_coordinate (position->x, number));
      g_string_append_printf (out, "      <data key=\"node_y\">%s</data>\n", format_coordinate (position->y, number));
    }
  g_string_append (out, "    </node>\n");
}

static void
append_graphml_edge (GString                  *out,
                     const HearsayNetwork     *network,
                     const HearsayNetworkEdge *edge)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "    <edge source=\"");
  append_xml (out, network->nodes[edge->source].id);
  g_string_append (out, "\" target=\"");
  append_xml (out, network->nodes[edge->target].id);
  g_string_append_printf (out, "\">\n      <data key=\"edge_weight\">%s</data>\n", format_number (edge->weight, number));
  if (find_word (network, edge) != NULL)
    g_string_append_printf (out, "      <data key=\"edge_%s\">%s</data>\n", name_word (network), find_word (network, edge));
  g_string_append_printf (out, "      <data key=\"edge_statements\">%u</data>\n    </edge>\n", edge->n_statements);
}

static void
write_graphml (const HearsayNetwork *network,
               const HearsayPoint   *positions,
               GString              *out)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  append_graphml_key (out, "node", "name", "string");
  append_graphml_key (out, "node", "kind", "string");
  append_graphml_key (out, "node", "statements", "int");
  append_graphml_key (out, "node", "community", "int");
  if (positions != NULL)
    {
      append_graphml_key (out, "node", "x", "double");
      append_graphml_key (out, "node", "y", "double");
    }
  append_graphml_key (out, "edge", "weight", "double");
  if (network->is_signed || network->type == HEARSAY_NETWORK_FACTS)
    append_graphml_key (out, "edge", name_word (network), "string");
  append_graphml_key (out, "edge", "statements", "int");
  g_string_append_printf (out, "  <graph id=\"%s\" edgedefault=\"%s\">\n", hearsay_network_type_to_string (network->type),
                          network->directed ? "directed" : "undirected");
  for (guint i = 0; i < network->n_nodes; i++)
    append_graphml_node (out, &network->nodes[i], positions != NULL ? &positions[i] : NULL);
  for (guint i = 0; i < network->n_edges; i++)
    append_graphml_edge (out, network, &network->edges[i]);
  g_string_append (out, "  </graph>\n</graphml>\n");
}

static void
append_gexf_node (GString                  *out,
                  const HearsayNetworkNode *node,
                  const HearsayPoint       *position)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE];
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "      <node id=\"");
  append_xml (out, node->id);
  g_string_append (out, "\" label=\"");
  append_xml (out, node->name);
  g_string_append_printf (out, "\">\n        <attvalues>\n          <attvalue for=\"kind\" value=\"%s\"/>\n",
                          hearsay_node_kind_to_string (node->kind));
  g_string_append_printf (out, "          <attvalue for=\"statements\" value=\"%u\"/>\n", node->n_statements);
  g_string_append_printf (out, "          <attvalue for=\"community\" value=\"%d\"/>\n        </attvalues>\n", node->community);
  /* GEXF's y axis points up. */
  if (position != NULL)
    g_string_append_printf (out, "        <viz:position x=\"%s\" y=\"%s\" z=\"0\"/>\n",
                            format_coordinate (position->x, x), format_coordinate (-position->y, y));
  g_string_append (out, "      </node>\n");
}

static void
append_gexf_edge (GString              *out,
                  const HearsayNetwork *network,
                  guint                 index)
{
  const HearsayNetworkEdge *edge = &network->edges[index];
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "      <edge id=\"%u\" source=\"", index);
  append_xml (out, network->nodes[edge->source].id);
  g_string_append (out, "\" target=\"");
  append_xml (out, network->nodes[edge->target].id);
  /* Two edges of one pair are parallel edges, which GEXF 1.3 tells apart by their kind. */
  g_string_append_printf (out, "\" weight=\"%s\"", format_number (edge->weight, number));
  if (find_word (network, edge) != NULL)
    g_string_append_printf (out, " kind=\"%s\"", find_word (network, edge));
  g_string_append (out, ">\n        <attvalues>\n");
  if (find_word (network, edge) != NULL)
    g_string_append_printf (out, "          <attvalue for=\"%s\" value=\"%s\"/>\n", name_word (network), find_word (network, edge));
  g_string_append_printf (out, "          <attvalue for=\"edge_statements\" value=\"%u\"/>\n        </attvalues>\n      </edge>\n",
                          edge->n_statements);
}

static void
write_gexf (const HearsayNetwork *network,
            const HearsayPoint   *positions,
            GString              *out)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");
  g_string_append_printf (out, "  <graph defaultedgetype=\"%s\">\n", network->directed ? "directed" : "undirected");
  g_string_append (out, "    <attributes class=\"node\">\n"
                        "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
                        "      <attribute id=\"statements\" title=\"statements\" type=\"integer\"/>\n"
                        "      <attribute id=\"community\" title=\"community\" type=\"integer\"/>\n"
                        "    </attributes>\n    <attributes class=\"edge\">\n");
  if (network->is_signed)
    g_string_append (out, "      <attribute id=\"position\" title=\"position\" type=\"string\"/>\n");
  g_string_append (out, "      <attribute id=\"edge_statements\" title=\"statements\" type=\"integer\"/>\n"
                        "    </attributes>\n    <nodes>\n");
  for (guint i = 0; i < network->n_nodes; i++)
    append_gexf_node (out, &network->nodes[i], positions != NULL ? &positions[i] : NULL);
  g_string_append (out, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < network->n_edges; i++)
    append_gexf_edge (out, network, i);
  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
}

static void
write_dot (const HearsayNetwork *network,
           const HearsayPoint   *positions,
           GString              *out)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE];
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%s %s {\n", network->directed ? "digraph" : "graph",
                          hearsay_network_type_to_string (network->type));
  for (guint i = 0; i < network->n_nodes; i++)
    {
      const HearsayNetworkNode *node = &network->nodes[i];

      g_string_append (out, "  ");
      append_dot (out, node->id);
      g_string_append (out, " [label=");
      append_dot (out, node->name);
      g_string_append_printf (out, ", kind=%s, statements=%u", hearsay_node_kind_to_string (node->kind), node->n_statements);
      /* Its y axis points up too. */
      if (positions != NULL)
        g_string_append_printf (out, ", pos=\"%s,%s\"", format_coordinate (positions[i].x, x),
                                format_coordinate (-positions[i].y, y));
      g_string_append (out, "];\n");
    }
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];

      g_string_append (out, "  ");
      append_dot (out, network->nodes[edge->source].id);
      g_string_append (out, network->directed ? " -> " : " -- ");
      append_dot (out, network->nodes[edge->target].id);
      g_string_append_printf (out, " [weight=%s", format_number (edge->weight, x));
      if (find_word (network, edge) != NULL)
        g_string_append_printf (out, ", %s=%s", name_word (network), find_word (network, edge));
      g_string_append_printf (out, ", statements=%u];\n", edge->n_statements);
    }
  g_string_append (out, "}\n");
}

static void
write_json_node (HearsayJsonWriter        *json,
                 const HearsayNetworkNode *node,
                 const HearsayPoint       *position)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  hearsay_json_begin_object (json);
  hearsay_json_key (json, "id");
  hearsay_json_string (json, node->id);
  hearsay_json_key (json, "name");
  hearsay_json_string (json, node->name);
  hearsay_json_key (json, "kind");
  hearsay_json_string (json, hearsay_node_kind_to_string (node->kind));
  hearsay_json_key (json, "statements");
  hearsay_json_int (json, node->n_statements);
  hearsay_json_key (json, "community");
  hearsay_json_int (json, node->community);
  if (position != NULL)
    {
      hearsay_json_key (json, "x");
      hearsay_json_raw (json, format_coordinate (position->x, number));
      hearsay_json_key (json, "y");
      hearsay_json_raw (json, format_coordinate (position->y, number));
    }
  hearsay_json_end_object (json);
}

static void
write_json (const HearsayNetwork *network,
            const HearsayPoint   *positions,
            GString              *out)
{
  HearsayJsonWriter json = HEARSAY_JSON_WRITER_INIT (out, 2);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  hearsay_json_begin_object (&json);
  hearsay_json_key (&json, "network");
  hearsay_json_string (&json, hearsay_network_type_to_string (network->type));
  hearsay_json_key (&json, "directed");
  hearsay_json_boolean (&json, network->directed);
  hearsay_json_key (&json, "nodes");
  hearsay_json_begin_array (&json);
  for (guint i = 0; i < network->n_nodes; i++)
    write_json_node (&json, &network->nodes[i], positions != NULL ? &positions[i] : NULL);
  hearsay_json_end_array (&json);
  hearsay_json_key (&json, "edges");
  hearsay_json_begin_array (&json);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];

      hearsay_json_begin_object (&json);
      hearsay_json_key (&json, "source");
      hearsay_json_string (&json, network->nodes[edge->source].id);
      hearsay_json_key (&json, "target");
      hearsay_json_string (&json, network->nodes[edge->target].id);
      hearsay_json_key (&json, name_word (network));
      hearsay_json_string (&json, find_word (network, edge));
      hearsay_json_key (&json, "weight");
      hearsay_json_raw (&json, format_number (edge->weight, number));
      hearsay_json_key (&json, "statements");
      hearsay_json_int (&json, edge->n_statements);
      hearsay_json_end_object (&json);
    }
  hearsay_json_end_array (&json);
  hearsay_json_end_object (&json);
  g_string_append_c (out, '\n');
}

/**
 * hearsay_graph_write:
 * @positions: (nullable): one a node; needed for HEARSAY_GRAPH_POSITIONS
 * @format: any but HEARSAY_GRAPH_PAJEK
 * @out: what is written is appended
 *
 * Writes a network as data, UTF-8, the same bytes for the same network.
 */
void
hearsay_graph_write (const HearsayNetwork *network,
                     const HearsayPoint   *positions,
                     HearsayGraphFormat    format,
                     GString              *out)
{
  g_return_if_fail (network != NULL && out != NULL);

  switch (format)
    {
    case HEARSAY_GRAPH_CSV:
      write_csv (network, out);
      return;
    case HEARSAY_GRAPH_POSITIONS:
      g_return_if_fail (positions != NULL || network->n_nodes == 0);
      write_positions (network, positions, out);
      return;
    case HEARSAY_GRAPH_GRAPHML:
      write_graphml (network, positions, out);
      return;
    case HEARSAY_GRAPH_GEXF:
      write_gexf (network, positions, out);
      return;
    case HEARSAY_GRAPH_DOT:
      write_dot (network, positions, out);
      return;
    case HEARSAY_GRAPH_JSON:
      write_json (network, positions, out);
      return;
    case HEARSAY_GRAPH_PAJEK:
    default:
      g_return_if_reached ();
    }
}
