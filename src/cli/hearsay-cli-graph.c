/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "cli/hearsay-cli-analysis.h"
#include "cli/hearsay-cli-figure.h"
#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-verbs.h"
#include "io/hearsay-facts.h"
#include "io/hearsay-graph-reader.h"
#include "io/hearsay-graph-writer.h"
#include "network/hearsay-network-facts.h"
#include "render/hearsay-network-painter.h"
#include "store/hearsay-store-network.h"
#include "store/hearsay-store.h"

/* Bytes of a foreign graph at most. */
#define MAX_GRAPH_BYTES (512 * 1024 * 1024)

typedef struct
{
  char *output;
  char *network;
  char *layout;
  char *input;
  char *collection;
  char **files;
  int seed;
  int jobs;
  int at_least;
  gboolean recursive;
  HearsayCliFigure figure;
} Arguments;

typedef struct
{
  HearsayNetworkOptions network;
  HearsayLayoutOptions layout;
  HearsayFigureOptions figure;
  HearsayGraphFormat format;
  gboolean is_picture;
} Plan;

static void
clear_arguments (Arguments *self)
{
  g_free (self->output);
  g_free (self->network);
  g_free (self->layout);
  g_free (self->input);
  g_free (self->collection);
  g_strfreev (self->files);
  hearsay_cli_figure_clear (&self->figure);
}

static gboolean
parse_arguments (Arguments  *self,
                 int         argc,
                 char      **argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("File to write: its ending says what it is"), "OUT" },
    { "network", 'n', 0, G_OPTION_ARG_STRING, &self->network, N_("about (the default), issues, positions, together, affiliation or facts"), "NAME" },
    { "layout", 'l', 0, G_OPTION_ARG_STRING, &self->layout, N_("stress (the default), community, radial, circle, bipartite or axis"), "NAME" },
    { "input", 'i', 0, G_OPTION_ARG_FILENAME, &self->input, N_("Draw this graph instead of articles: .graphml, .gexf, .dot, .net or .csv"), "EDGES" },
    { "collection", 'c', 0, G_OPTION_ARG_FILENAME, &self->collection, N_("Take the statements of this saved collection"), "FILE" },
    { "at-least", 0, 0, G_OPTION_ARG_INT, &self->at_least, N_("Leave out edges with fewer statements"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self->seed, N_("The same number gives the same picture"), "N" },
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &self->recursive, N_("Read the files in folders"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &self->jobs, N_("Threads"), "N" },
    HEARSAY_CLI_FIGURE_ENTRIES (&self->figure),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return hearsay_cli_parse (argc, argv, _("FILE…"), _("Draws who speaks about whom as a network."),
                            _("OUT ends in .png, .svg or .pdf for a picture, or in .graphml, .gexf, .dot, .json or .csv\n"
                              "for the data. With --input, a .csv holds node,x,y."),
                            entries);
}

static gboolean
plan_output (Plan            *plan,
             const Arguments *arguments,
             const char      *verb)
{
  if (arguments->output == NULL)
    {
      hearsay_cli_usage (verb, _("--output is missing"));
      return FALSE;
    }
  if (!hearsay_cli_figure_options (&arguments->figure, verb, arguments->output, &plan->figure, &plan->is_picture))
    return FALSE;
  if (!plan->is_picture && (!hearsay_graph_format_from_name (arguments->output, &plan->format) ||
                            plan->format == HEARSAY_GRAPH_PAJEK))
    {
      hearsay_cli_usage (verb, _("OUT ends in .png, .svg, .pdf, .graphml, .gexf, .dot, .json or .csv"));
      return FALSE;
    }
  if (plan->format == HEARSAY_GRAPH_CSV && arguments->input != NULL)
    plan->format = HEARSAY_GRAPH_POSITIONS;
  return TRUE;
}

static gboolean
plan_network (Plan            *plan,
              const Arguments *arguments,
              const char      *verb)
{
  if (arguments->network != NULL && !hearsay_network_type_parse (arguments->network, &plan->network.type))
    hearsay_cli_usage (verb, _("--network is about, issues, positions, together, affiliation or facts"));
  else if (arguments->layout != NULL && !hearsay_layout_type_parse (arguments->layout, &plan->layout.type))
    hearsay_cli_usage (verb, _("--layout is stress, community, radial, circle, bipartite or axis"));
  else if (arguments->jobs < 1 || arguments->at_least < 0)
    hearsay_cli_usage (verb, _("--jobs needs a number from 1, --at-least one from 0"));
  else if (arguments->input != NULL && arguments->files != NULL)
    hearsay_cli_usage (verb, _("--input takes the place of the files"));
  else if (arguments->collection != NULL && (arguments->input != NULL || arguments->files != NULL))
    hearsay_cli_usage (verb, _("--collection takes the place of the files"));
  else if (arguments->input == NULL && arguments->collection == NULL && arguments->files == NULL)
    hearsay_cli_usage (verb, _("No file is given"));
  else
    {
      plan->network.at_least = (guint) arguments->at_least;
      plan->layout.seed = (guint32) arguments->seed;
      plan->layout.n_threads = (guint) arguments->jobs;
      return TRUE;
    }
  return FALSE;
}

static HearsayNetwork *
read_graph (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  HearsayGraphFormat format;
  HearsayGraphReport report = { 0 };
  HearsayNetwork *network;

  if (!hearsay_graph_format_from_name (name, &format))
    {
      hearsay_cli_report (name, _("Graphs end in .graphml, .gexf, .dot, .net or .csv"));
      return NULL;
    }
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, &error);
  if (info == NULL)
    {
      hearsay_cli_report (name, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? _("There is no such file")
                                                                                          : error->message);
      return NULL;
    }
  if (g_file_info_get_size (info) > MAX_GRAPH_BYTES)
    {
      hearsay_cli_report (name, _("The file is too large"));
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    {
      hearsay_cli_report (name, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY) ? _("This is a folder")
                                                                                             : error->message);
      return NULL;
    }
  network = hearsay_graph_read (bytes, format, &report, &error);
  if (network == NULL)
    hearsay_cli_report_error (name, error);
  else
    hearsay_network_mark_communities (network);
  return network;
}

static GBytes *
paint (const HearsayNetwork  *network,
       const HearsayPoint    *positions,
       const Plan            *plan,
       GError               **error)
{
  GString *text;
  gsize length;

  if (plan->is_picture)
    return hearsay_figure_write_network (network, positions, &plan->figure, NULL, error);
  text = g_string_new (NULL);
  hearsay_graph_write (network, positions, plan->format, text);
  length = text->len;
  return g_bytes_new_take (g_string_free (text, FALSE), length);
}

static gboolean
write_network (HearsayNetwork *network,
               Plan           *plan,
               const char     *output)
{
  g_autofree HearsayPoint *positions = g_new0 (HearsayPoint, network->n_nodes + 1);
  g_autofree HearsayNodeSize *sizes = NULL;
  g_autoptr (HearsayCliOutput) out = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean placed = plan->is_picture || plan->format != HEARSAY_GRAPH_CSV;

  if (plan->is_picture)
    {
      sizes = g_new0 (HearsayNodeSize, network->n_nodes + 1);
      hearsay_network_node_sizes (network, sizes);
      plan->layout.sizes = sizes;
      plan->layout.aspect = plan->figure.width / plan->figure.height;
    }
  if (placed && (!hearsay_layout_run (network, &plan->layout, positions, NULL, &error) ||
                 (plan->is_picture && !hearsay_network_make_room (network, NULL, plan->figure.width, plan->figure.height, positions,
                                                                  NULL, &error))))
    {
      hearsay_cli_report_error (output, error);
      return FALSE;
    }
  bytes = paint (network, placed ? positions : NULL, plan, &error);
  plan->layout.sizes = NULL;
  if (bytes == NULL)
    {
      hearsay_cli_report_error (output, error);
      return FALSE;
    }
  out = hearsay_cli_output_new (output);
  hearsay_cli_output_write (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return hearsay_cli_output_commit (out);
}

static HearsayNetwork *
build_network (const Plan      *plan,
               const Arguments *arguments,
               gboolean        *failed)
{
  g_autoptr (GPtrArray) analyses = NULL;
  g_autoptr (HearsayFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  HearsayNetworkInput input;
  HearsayNetwork *network;

  analyses = hearsay_cli_analyze_files (arguments->files, arguments->recursive, (guint) arguments->jobs, failed);
  /* A picture of nothing in place of an old one helps nobody when no file could be read. */
  if (*failed && analyses->len == 0)
    return NULL;
  facts = hearsay_facts_new (analyses);
  input = hearsay_facts_get_input (facts);
  network = hearsay_network_build (&input, &plan->network, NULL, &error);
  if (network == NULL)
    hearsay_cli_report_error (NULL, error);
  return network;
}

static HearsayNodeKind
kind_of (const char *kind)
{
  if (kind == NULL)
    return HEARSAY_NODE_ISSUE;
  if (g_str_equal (kind, "organization"))
    return HEARSAY_NODE_ORGANIZATION;
  if (g_str_equal (kind, "country"))
    return HEARSAY_NODE_COUNTRY;
  return g_str_equal (kind, "group") ? HEARSAY_NODE_GROUP : HEARSAY_NODE_PERSON;
}

/* From the file's rows: neither texts nor objects are made. */
static HearsayNetwork *
build_network_of_collection (const Plan      *plan,
                             const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayTies) ties = hearsay_store_read_ties (arguments->collection, plan->network.type == HEARSAY_NETWORK_TOGETHER,
                                                         (guint) arguments->jobs, NULL, &error);
  g_autofree HearsayNetworkEntity *entities = NULL;
  HearsayNetworkInput input = { 0 };
  HearsayNetwork *network;

  if (ties == NULL)
    {
      hearsay_cli_report_error (arguments->collection, error);
      return NULL;
    }
  entities = g_new0 (HearsayNetworkEntity, MAX (ties->n_entities, 1));
  for (guint i = 0; i < ties->n_entities; i++)
    {
      const HearsayTieEntity *entity = &ties->entities[i];

      entities[i] = (HearsayNetworkEntity) { entity->id, entity->name, kind_of (entity->kind), entity->affiliation, entity->colour };
    }
  input = (HearsayNetworkInput) { entities, ties->n_entities, ties->ties, ties->n_ties, ties->mentions, ties->n_mentions };
  network = hearsay_network_build (&input, &plan->network, NULL, &error);
  if (network == NULL)
    hearsay_cli_report_error (arguments->collection, error);
  return network;
}

/* What articles state is kept with them: their objects are made. */
static HearsayNetwork *
build_facts_of_collection (const Plan      *plan,
                           const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayStore) store = NULL;
  g_autoptr (HearsayNetworkFacts) facts = NULL;
  HearsayNetwork *network = NULL;

  if (!g_file_test (arguments->collection, G_FILE_TEST_EXISTS))
    {
      hearsay_cli_report (arguments->collection, _("There is no such file"));
      return NULL;
    }
  store = hearsay_store_open (arguments->collection, &error);
  while (store != NULL && hearsay_store_is_loading (store))
    g_main_context_iteration (NULL, TRUE);
  if (store != NULL)
    {
      facts = hearsay_network_facts_new (hearsay_store_get_collection (store), NULL);
      network = hearsay_network_build (&facts->input, &plan->network, NULL, &error);
    }
  if (network == NULL)
    hearsay_cli_report_error (arguments->collection, error);
  return network;
}

static int
run (const Arguments *arguments,
     const char      *verb)
{
  Plan plan = { .network = HEARSAY_NETWORK_OPTIONS_INIT, .layout = HEARSAY_LAYOUT_OPTIONS_INIT };
  g_autoptr (HearsayNetwork) network = NULL;
  gboolean failed = FALSE;

  if (!plan_output (&plan, arguments, verb) || !plan_network (&plan, arguments, verb))
    return HEARSAY_EXIT_USAGE;
  if (arguments->input != NULL)
    network = read_graph (arguments->input);
  else if (arguments->collection != NULL && plan.network.type == HEARSAY_NETWORK_FACTS)
    network = build_facts_of_collection (&plan, arguments);
  else if (arguments->collection != NULL)
    network = build_network_of_collection (&plan, arguments);
  else
    network = build_network (&plan, arguments, &failed);
  if (network == NULL || !write_network (network, &plan, arguments->output))
    return HEARSAY_EXIT_SOME_FAILED;
  return failed ? HEARSAY_EXIT_SOME_FAILED : HEARSAY_EXIT_DONE;
}

int
hearsay_cli_graph (int    argc,
                   char **argv)
{
  Arguments arguments = { .seed = 1, .at_least = 1, .jobs = (int) g_get_num_processors () };
  int status = HEARSAY_EXIT_USAGE;

  if (parse_arguments (&arguments, argc, argv))
    status = run (&arguments, argv[0]);
  clear_arguments (&arguments);
  return status;
}
