/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-private.h"

#include "network/hearsay-community.h"

#include <string.h>

/* Beyond this many nodes and edges a drawing shows no hulls. */
#define MAX_NODES_WITH_COMMUNITIES 20000
#define MAX_EDGES_WITH_COMMUNITIES 200000

static const char *const type_names[HEARSAY_N_NETWORK_TYPES] = {
  [HEARSAY_NETWORK_ABOUT] = "about",
  [HEARSAY_NETWORK_ISSUES] = "issues",
  [HEARSAY_NETWORK_POSITIONS] = "positions",
  [HEARSAY_NETWORK_TOGETHER] = "together",
  [HEARSAY_NETWORK_AFFILIATION] = "affiliation",
  [HEARSAY_NETWORK_FACTS] = "facts",
};

static const char *const kind_names[] = {
  [HEARSAY_NODE_PERSON] = "person",
  [HEARSAY_NODE_ORGANIZATION] = "organization",
  [HEARSAY_NODE_COUNTRY] = "country",
  [HEARSAY_NODE_GROUP] = "group",
  [HEARSAY_NODE_ISSUE] = "issue",
};

/**
 * hearsay_network_type_to_string:
 *
 * Returns: the name on the command line and in files, never translated
 */
const char *
hearsay_network_type_to_string (HearsayNetworkType type)
{
  g_return_val_if_fail ((guint) type < HEARSAY_N_NETWORK_TYPES, NULL);
  return type_names[type];
}

/**
 * hearsay_network_type_parse:
 * @string: (nullable): a name
 * @type: (out): set when the name is known
 *
 * Returns: whether @string names a type of network
 */
gboolean
hearsay_network_type_parse (const char         *string,
                            HearsayNetworkType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; string != NULL && i < HEARSAY_N_NETWORK_TYPES; i++)
    {
      if (g_str_equal (type_names[i], string))
        {
          *type = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hearsay_node_kind_to_string:
 *
 * Returns: the name in files, never translated
 */
const char *
hearsay_node_kind_to_string (HearsayNodeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);
  return kind_names[kind];
}

/**
 * hearsay_network_free:
 * @self: (nullable) (transfer full): a network
 */
void
hearsay_network_free (HearsayNetwork *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_free (self->nodes[i].id);
      g_free (self->nodes[i].name);
    }
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->statements);
  g_free (self);
}

static gboolean
keeps_edge (const HearsayNetworkOptions *options,
            const HearsayNetworkEdge    *edge)
{
  gboolean is_signed = options->type <= HEARSAY_NETWORK_POSITIONS;

  return !is_signed || options->position_mask == 0 || (options->position_mask & (1u << edge->position)) != 0;
}

static void
drop_edges (HearsayNetworkBuild *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->edges->len; i++)
    {
      HearsayNetworkEdge edge = g_array_index (self->edges, HearsayNetworkEdge, i);

      if (keeps_edge (self->options, &edge))
        g_array_index (self->edges, HearsayNetworkEdge, n_kept++) = edge;
    }
  g_array_set_size (self->edges, n_kept);
}

/* Activity and prominence; what is counted pairwise is divided where it is counted. */
static void
normalize_directed (HearsayNetworkBuild *self)
{
  gboolean by_source = self->options->normalization == HEARSAY_NORMALIZE_ACTIVITY;
  g_autofree double *sums = g_new0 (double, self->input->n_entities);

  for (gsize i = 0; i < self->n_rows; i++)
    sums[self->rows[i].field[by_source ? HEARSAY_ROW_SOURCE : HEARSAY_ROW_TARGET]] += 1;
  for (guint i = 0; i < self->edges->len; i++)
    {
      HearsayNetworkEdge *edge = &g_array_index (self->edges, HearsayNetworkEdge, i);
      double sum = sums[by_source ? edge->source : edge->target];

      edge->weight = sum > 0 ? edge->weight / sum : 0;
    }
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const HearsayNetworkBuild *self = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;
  int order;

  if (self->said[i] != self->said[j])
    return self->said[i] > self->said[j] ? -1 : 1;
  order = g_strcmp0 (self->input->entities[i].id, self->input->entities[j].id);
  return order != 0 ? order : (i > j) - (i < j);
}

/* Fills the nodes, and node_of with each entity's node. */
static void
make_nodes (HearsayNetworkBuild *self,
            HearsayNetwork      *network,
            guint32             *node_of)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *linked = g_new0 (gboolean, self->input->n_entities);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const HearsayNetworkEdge *edge = &g_array_index (self->edges, HearsayNetworkEdge, i);

      linked[edge->source] = linked[edge->target] = TRUE;
    }
  for (guint32 i = 0; i < self->input->n_entities; i++)
    {
      if (linked[i] || (self->options->isolates && self->present[i]))
        g_array_append_val (chosen, i);
    }
  g_array_sort_with_data (chosen, compare_entities, self);
  network->n_nodes = chosen->len;
  network->nodes = g_new0 (HearsayNetworkNode, chosen->len);
  for (guint i = 0; i < chosen->len; i++)
    {
      guint32 index = g_array_index (chosen, guint32, i);
      const HearsayNetworkEntity *entity = &self->input->entities[index];

      node_of[index] = i;
      network->nodes[i] = (HearsayNetworkNode) {
        .entity = index,
        .id = g_strdup (entity->id),
        .name = g_strdup (entity->name),
        .kind = entity->kind,
        .colour = entity->colour,
        .n_statements = self->said[index],
        .community = -1,
      };
    }
}

static void
make_edges (HearsayNetworkBuild *self,
            HearsayNetwork      *network,
            const guint32       *node_of)
{
  static const guint order[] = { HEARSAY_ROW_SOURCE, HEARSAY_ROW_TARGET, HEARSAY_ROW_POSITION };
  guint n_edges = self->edges->len;
  g_autofree HearsayRow *rows = g_new (HearsayRow, n_edges);
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &g_array_index (self->edges, HearsayNetworkEdge, i);
      guint32 source = node_of[edge->source];
      guint32 target = node_of[edge->target];

      if (!network->directed && source > target)
        rows[i] = (HearsayRow) { { target, source, edge->position, i } };
      else
        rows[i] = (HearsayRow) { { source, target, edge->position, i } };
    }
  hearsay_rows_sort (rows, n_edges, order, G_N_ELEMENTS (order));
  network->edges = g_new0 (HearsayNetworkEdge, n_edges);
  network->n_edges = n_edges;
  for (guint i = 0; i < n_edges; i++)
    {
      HearsayNetworkEdge edge = g_array_index (self->edges, HearsayNetworkEdge, rows[i].field[HEARSAY_ROW_STATEMENT]);
      const guint32 *from = &g_array_index (self->statements, guint32, edge.first_statement);

      edge.source = rows[i].field[HEARSAY_ROW_SOURCE];
      edge.target = rows[i].field[HEARSAY_ROW_TARGET];
      edge.first_statement = statements->len;
      if (edge.n_statements > 0)
        g_array_append_vals (statements, from, edge.n_statements);
      network->edges[i] = edge;
    }
  network->n_statements = statements->len;
  network->statements = (guint32 *) g_array_free (g_steal_pointer (&statements), FALSE);
}

static HearsayNetwork *
finish (HearsayNetworkBuild *self)
{
  const HearsayNetworkOptions *options = self->options;
  g_autoptr (HearsayNetwork) network = g_new0 (HearsayNetwork, 1);
  g_autofree guint32 *node_of = g_new0 (guint32, self->input->n_entities);

  network->type = options->type;
  network->directed = options->type != HEARSAY_NETWORK_POSITIONS && options->type != HEARSAY_NETWORK_TOGETHER;
  network->is_signed = options->type <= HEARSAY_NETWORK_POSITIONS;
  network->n_left_out = self->n_left_out;
  drop_edges (self);
  if (network->directed && options->normalization >= HEARSAY_NORMALIZE_ACTIVITY)
    normalize_directed (self);
  make_nodes (self, network, node_of);
  make_edges (self, network, node_of);
  hearsay_network_mark_communities (network);
  return g_steal_pointer (&network);
}

/**
 * hearsay_network_mark_communities:
 *
 * Sets every node's community; hearsay_network_build() has done it already.
 * Networks that are too large for hulls stay without.
 */
void
hearsay_network_mark_communities (HearsayNetwork *self)
{
  g_return_if_fail (self != NULL);
  if (self->n_nodes <= MAX_NODES_WITH_COMMUNITIES && self->n_edges <= MAX_EDGES_WITH_COMMUNITIES)
    hearsay_community_detect (self, 1);
}

/**
 * hearsay_network_build:
 * @input: facts and mentions; rows that name no entity are passed over
 * @options: (nullable): what to build; NULL for who speaks about whom
 * @cancellable: (nullable): stops it between steps
 *
 * Counts a network from stances (about, issues, positions), relations (facts), mentions
 * (together) or affiliations, and marks its communities. The formulas are those
 * of HearsaySharedMethod and HearsayNormalization. What an actor says about
 * itself makes no edge.
 *
 * Linear in facts for the directed networks; shared positions and “together”
 * are linear in the pairs of actors that share a target or paragraph, which is
 * the size of the answer, and keep the most active actors when pairs pass two
 * million. A paragraph that names more than a hundred actors is a list and
 * brings nobody together.
 *
 * Returns: (transfer full) (nullable): a network, or NULL with G_IO_ERROR_CANCELLED
 */
HearsayNetwork *
hearsay_network_build (const HearsayNetworkInput   *input,
                       const HearsayNetworkOptions *options,
                       GCancellable                *cancellable,
                       GError                     **error)
{
  static const HearsayNetworkOptions defaults = HEARSAY_NETWORK_OPTIONS_INIT;
  HearsayNetworkBuild build = { 0 };
  HearsayNetwork *network = NULL;
  gboolean counted;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (options == NULL || (guint) options->type < HEARSAY_N_NETWORK_TYPES, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  build.input = input;
  build.options = options != NULL ? options : &defaults;
  build.cancellable = cancellable;
  build.said = g_new0 (guint32, input->n_entities);
  build.present = g_new0 (gboolean, input->n_entities);
  build.edges = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkEdge));
  build.statements = g_array_new (FALSE, FALSE, sizeof (guint32));
  hearsay_network_take_rows (&build);
  if (build.options->type == HEARSAY_NETWORK_POSITIONS || build.options->type == HEARSAY_NETWORK_TOGETHER)
    counted = hearsay_network_count_pairs (&build, error);
  else
    counted = hearsay_network_count_directed (&build, error);
  if (counted && !g_cancellable_set_error_if_cancelled (cancellable, error))
    network = finish (&build);
  g_free (build.rows);
  g_free (build.said);
  g_free (build.present);
  g_array_unref (build.edges);
  g_array_unref (build.statements);
  return network;
}
