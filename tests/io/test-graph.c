/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-reader.h"
#include "io/hearsay-graph-writer.h"
#include "io/hearsay-reader.h"

#include <string.h>

static HearsayNetwork *
read_text (const char          *text,
           HearsayGraphFormat   format,
           HearsayGraphReport  *report,
           GError             **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return hearsay_graph_read (bytes, format, report, error);
}

static const HearsayNetworkEdge *
find_edge (const HearsayNetwork *network,
           const char           *source,
           const char           *target)
{
  for (guint i = 0; i < network->n_edges; i++)
    {
      const char *from = network->nodes[network->edges[i].source].id;
      const char *to = network->nodes[network->edges[i].target].id;

      if ((g_str_equal (from, source) && g_str_equal (to, target))
          || (!network->directed && g_str_equal (from, target) && g_str_equal (to, source)))
        return &network->edges[i];
    }
  return NULL;
}

static void
test_format_names (void)
{
  HearsayGraphFormat format;

  g_assert_true (hearsay_graph_format_from_name ("file:///tmp/Graph.GraphML", &format));
  g_assert_cmpint (format, ==, HEARSAY_GRAPH_GRAPHML);
  g_assert_true (hearsay_graph_format_from_name ("a.gv", &format));
  g_assert_cmpint (format, ==, HEARSAY_GRAPH_DOT);
  g_assert_false (hearsay_graph_format_from_name ("a.png", &format));
}

/* The same graph in every format: a–b of weight 2, b–c of weight 1. */
static void
test_formats (void)
{
  static const struct
  {
    HearsayGraphFormat format;
    const char *text;
  } cases[] = {
    { HEARSAY_GRAPH_CSV, "source,target,weight\na,b,2\nb,c,1\n" },
    { HEARSAY_GRAPH_CSV, "\xef\xbb\xbf# a comment\r\n\"a\",\"b\",2\r\nb,c" },
    { HEARSAY_GRAPH_CSV, "Weight;Target;Source\n2;b;a\n;c;b\n" },
    { HEARSAY_GRAPH_CSV, "a b 2\nb  c 1\n" },
    { HEARSAY_GRAPH_GRAPHML,
      "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'>"
      "<key id='w' for='edge' attr.name='weight' attr.type='double'/><graph edgedefault='undirected'>"
      "<node id='a'/><node id='b'/><node id='c'/>"
      "<edge source='a' target='b'><data key='w'>2</data></edge><edge source='b' target='c'/></graph></graphml>" },
    { HEARSAY_GRAPH_GEXF,
      "<gexf version='1.3'><graph><nodes><node id='a' label='A'/><node id='b'/><node id='c'/></nodes><edges>"
      "<edge source='a' target='b' weight='2'/><edge source='b' target='c'/></edges></graph></gexf>" },
    { HEARSAY_GRAPH_DOT, "graph g { node [shape=box]; a -- b [weight=2, label=\"x\"]; /* no */ b:n:e -- { c } }" },
    { HEARSAY_GRAPH_DOT, "strict graph { rankdir=LR a--b[weight=\"2\"] // c\nb--c }" },
    { HEARSAY_GRAPH_PAJEK, "*Vertices 3\n1 \"a\"\n2 \"b\" 0.1 0.2\n3 c\n*Edges\n1 2 2\n2 3\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HearsayNetwork) network = read_text (cases[i].text, cases[i].format, NULL, &error);
      gboolean numbered = cases[i].format == HEARSAY_GRAPH_PAJEK;

      g_assert_no_error (error);
      g_assert_cmpuint (network->n_nodes, ==, 3);
      g_assert_cmpuint (network->n_edges, ==, 2);
      g_assert_false (network->directed);
      g_assert_false (network->is_signed);
      g_assert_cmpfloat (find_edge (network, numbered ? "1" : "a", numbered ? "2" : "b")->weight, ==, 2);
      g_assert_cmpfloat (find_edge (network, numbered ? "2" : "b", numbered ? "3" : "c")->weight, ==, 1);
    }
}

static void
test_odd_edges (void)
{
  HearsayGraphReport report;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayNetwork) network = read_text ("source,target,weight\n"
                                                  "a,a,1\na,b,1\nb,a,2\na,c,0\na,d,nan\na,e,1e300\na,f,-inf\na,g,-2\n",
                                                  HEARSAY_GRAPH_CSV, &report, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report.n_loops, ==, 1);
  g_assert_cmpuint (report.n_duplicates, ==, 1);
  g_assert_cmpuint (report.n_zero, ==, 1);
  g_assert_cmpuint (report.n_odd, ==, 3);
  g_assert_cmpuint (network->n_nodes, ==, 7);
  g_assert_true (network->is_signed);
  g_assert_cmpfloat (find_edge (network, "a", "b")->weight, ==, 3);
  g_assert_cmpint (find_edge (network, "a", "b")->position, ==, HEARSAY_POSITION_SUPPORT);
  g_assert_cmpfloat (find_edge (network, "a", "e")->weight, ==, 1e15);
  g_assert_cmpfloat (find_edge (network, "a", "g")->weight, ==, 2);
  g_assert_cmpint (find_edge (network, "a", "g")->position, ==, HEARSAY_POSITION_OPPOSE);
  g_assert_null (find_edge (network, "a", "c"));
}

static void
test_refused (void)
{
  static const struct
  {
    HearsayGraphFormat format;
    const char *text;
    const char *line;
  } cases[] = {
    { HEARSAY_GRAPH_CSV, "source,target\na,b\nb\n", "3" },
    { HEARSAY_GRAPH_CSV, "source,target,weight\na,b,much\n", "2" },
    { HEARSAY_GRAPH_CSV, "source,target\na,\"b\n\n", "2" },
    { HEARSAY_GRAPH_GRAPHML, "", "1" },
    { HEARSAY_GRAPH_GRAPHML, "<graphml>\n<graph>\n<node id='a'/>", "3" },
    { HEARSAY_GRAPH_GRAPHML, "<graphml/>", "1" },
    { HEARSAY_GRAPH_GRAPHML, "<graphml><graph>\n<edge source='a'/></graph></graphml>", "2" },
    { HEARSAY_GRAPH_GEXF, "not xml", "1" },
    { HEARSAY_GRAPH_DOT, "graph {\n a -- \n}", "3" },
    { HEARSAY_GRAPH_DOT, "digraph {\n a -> b [weight=\n", "3" },
    { HEARSAY_GRAPH_DOT, "a -> b", "1" },
    { HEARSAY_GRAPH_DOT, "graph { a -- \"b }\n", "1" },
    { HEARSAY_GRAPH_PAJEK, "1 2\n", "1" },
    { HEARSAY_GRAPH_PAJEK, "", "1" },
    { HEARSAY_GRAPH_PAJEK, "*Vertices 2\n*Edges\n1 3\n", "3" },
    { HEARSAY_GRAPH_PAJEK, "*Vertices 99999999999\n", "1" },
    { HEARSAY_GRAPH_PAJEK, "*Vertices 2\n*Matrix\n0 1\n1 0\n", "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HearsayNetwork) network = read_text (cases[i].text, cases[i].format, NULL, &error);
      g_autofree char *line = g_strdup_printf ("Line %s:", cases[i].line);

      g_assert_null (network);
      g_assert_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BROKEN);
      g_assert_true (g_str_has_prefix (error->message, line));
    }
}

static void
test_nested (void)
{
  g_autoptr (GString) text = g_string_new ("graph ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '{');
  g_assert_null (read_text (text->str, HEARSAY_GRAPH_DOT, NULL, &error));
  g_assert_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BROKEN);
}

/* Every prefix of a file is read or refused, never a crash. */
static void
test_cut_short (void)
{
  static const char *const texts[] = {
    [HEARSAY_GRAPH_CSV] = "source,target,weight\n\"a\"\"x\",b,2\nb,c,-1\n",
    [HEARSAY_GRAPH_GRAPHML] = "<graphml><key id='w' attr.name='weight'/><graph><node id='a'/>"
                              "<edge source='a' target='b'><data key='w'>2</data></edge></graph></graphml>",
    [HEARSAY_GRAPH_DOT] = "digraph \"g\" { a [label=<b<i>c</i>>]; a -> b:x -> {c; d} [weight=-2.5e1] }",
    [HEARSAY_GRAPH_PAJEK] = "*Vertices 3\n1 \"a\"\n*Arcslist\n1 2 3\n*Edges\n1 2 2\n",
  };

  for (guint format = 0; format < G_N_ELEMENTS (texts); format++)
    {
      for (gsize length = 0; texts[format] != NULL && length <= strlen (texts[format]); length++)
        {
          g_autoptr (GBytes) bytes = g_bytes_new (texts[format], length);
          g_autoptr (GError) error = NULL;
          g_autoptr (HearsayNetwork) network = hearsay_graph_read (bytes, format, NULL, &error);

          g_assert_true ((network != NULL) == (error == NULL));
        }
    }
}

static HearsayNetworkNode nodes[] = {
  { 0, (char *) "a1", (char *) "Ada “the \"pen\"” <Lund> & Co", HEARSAY_NODE_PERSON, 0, 3, 0 },
  { 1, (char *) "a,2", (char *) "tab\there\\", HEARSAY_NODE_COUNTRY, -1, 2, 0 },
  { 2, (char *) "a3", (char *) "bell\x07", HEARSAY_NODE_GROUP, -1, 1, 1 },
};
static HearsayNetworkEdge edges[] = {
  { 0, 1, HEARSAY_POSITION_NEUTRAL, 0.1, 0, 1 },
  { 0, 1, HEARSAY_POSITION_OPPOSE, 2, 1, 2 },
  { 2, 0, HEARSAY_POSITION_SUPPORT, 1 / 3., 3, 1 },
};
static const HearsayNetwork sample = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 3, edges, 3, NULL, 0 };
static const HearsayPoint positions[] = { { -0.0001, 1.5 }, { 1e9, -2 }, { 3, 4 } };

static void
test_round_trip (void)
{
  static const HearsayGraphFormat formats[] = { HEARSAY_GRAPH_GRAPHML, HEARSAY_GRAPH_GEXF, HEARSAY_GRAPH_DOT, HEARSAY_GRAPH_CSV };

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) again = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HearsayNetwork) network = NULL;

      hearsay_graph_write (&sample, positions, formats[f], text);
      hearsay_graph_write (&sample, positions, formats[f], again);
      g_assert_cmpstr (text->str, ==, again->str);
      network = read_text (text->str, formats[f], NULL, &error);
      g_assert_no_error (error);
      g_assert_true (network->is_signed && network->directed);
      g_assert_cmpuint (network->n_nodes, ==, 3);
      g_assert_cmpuint (network->n_edges, ==, 3);
      for (guint i = 0; i < 3; i++)
        {
          g_assert_cmpstr (network->nodes[network->edges[i].source].id, ==, nodes[edges[i].source].id);
          g_assert_cmpstr (network->nodes[network->edges[i].target].id, ==, nodes[edges[i].target].id);
          g_assert_cmpint (network->edges[i].position, ==, edges[i].position);
          g_assert_cmpfloat (network->edges[i].weight, ==, edges[i].weight);
        }
      g_assert_cmpstr (network->nodes[0].name, ==, nodes[0].name);
      g_assert_cmpstr (network->nodes[1].name, ==, nodes[1].name);
      if (formats[f] != HEARSAY_GRAPH_CSV)
        g_assert_cmpint (network->nodes[1].kind, ==, HEARSAY_NODE_COUNTRY);
    }
}

static void
test_positions (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  hearsay_graph_write (&sample, positions, HEARSAY_GRAPH_POSITIONS, text);
  g_assert_cmpstr (text->str, ==, "node,x,y\na1,0.000,1.500\n\"a,2\",1000000000.000,-2.000\na3,3.000,4.000\n");
}

static void
test_json (void)
{
  HearsayNetwork nothing = { HEARSAY_NETWORK_TOGETHER };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) empty = g_string_new (NULL);

  hearsay_graph_write (&sample, positions, HEARSAY_GRAPH_JSON, text);
  g_assert_nonnull (strstr (text->str, "\"Ada “the \\\"pen\\\"” <Lund> & Co\""));
  g_assert_nonnull (strstr (text->str, "0.333333333333333"));
  hearsay_graph_write (&nothing, NULL, HEARSAY_GRAPH_JSON, empty);
  g_assert_nonnull (strstr (empty->str, "\"nodes\": []"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/format-names", test_format_names);
  g_test_add_func ("/graph/formats", test_formats);
  g_test_add_func ("/graph/odd-edges", test_odd_edges);
  g_test_add_func ("/graph/refused", test_refused);
  g_test_add_func ("/graph/nested", test_nested);
  g_test_add_func ("/graph/cut-short", test_cut_short);
  g_test_add_func ("/graph/round-trip", test_round_trip);
  g_test_add_func ("/graph/positions", test_positions);
  g_test_add_func ("/graph/json", test_json);
  return g_test_run ();
}
