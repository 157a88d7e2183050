/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-builder.h"

#include "io/hearsay-reader.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_WEIGHT 1e15

/* Longer ids are cut: no drawing shows them. */
#define MAX_ID_BYTES 4096

/**
 * HearsayGraphBuilder:
 * @nodes: HearsayNetworkNode in the order of their first naming
 * @edges: HearsayNetworkEdge; @n_statements counts the times it was given
 * @n_signed: edges whose sign or position the file gives
 *
 * A network while it is read from a file.
 */
struct _HearsayGraphBuilder
{
  GHashTable *index;
  GArray *nodes;
  GArray *edges;
  gboolean directed;
  gsize n_signed;
  HearsayGraphReport report;
};

/**
 * hearsay_graph_builder_new:
 *
 * Returns: (transfer full): an undirected graph without nodes
 */
HearsayGraphBuilder *
hearsay_graph_builder_new (void)
{
  HearsayGraphBuilder *self = g_new0 (HearsayGraphBuilder, 1);

  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkEdge));
  return self;
}

/**
 * hearsay_graph_builder_free:
 * @self: (nullable) (transfer full): a builder
 */
void
hearsay_graph_builder_free (HearsayGraphBuilder *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_free (g_array_index (self->nodes, HearsayNetworkNode, i).id);
      g_free (g_array_index (self->nodes, HearsayNetworkNode, i).name);
    }
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * hearsay_graph_builder_set_directed:
 *
 * Says whether edges have a direction; it holds for the whole graph.
 */
void
hearsay_graph_builder_set_directed (HearsayGraphBuilder *self,
                                    gboolean             directed)
{
  g_return_if_fail (self != NULL);
  self->directed = directed;
}

/**
 * hearsay_graph_broken:
 *
 * Sets an error that names the line.
 *
 * Returns: FALSE
 */
gboolean
hearsay_graph_broken (GError     **error,
                      guint        line,
                      const char  *reason)
{
  g_set_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BROKEN, _("Line %u: %s"), line, reason);
  return FALSE;
}

static char *
tidy_id (const char *id)
{
  g_autofree char *valid = g_utf8_make_valid (id, -1);

  if (strlen (valid) <= MAX_ID_BYTES)
    return g_steal_pointer (&valid);
  *g_utf8_find_prev_char (valid, valid + MAX_ID_BYTES) = '\0';
  return g_steal_pointer (&valid);
}

/**
 * hearsay_graph_builder_node:
 * @id: how the file calls the node
 * @line: where
 * @index: (out): the node's number
 *
 * Finds or adds a node.
 *
 * Returns: FALSE when there are too many
 */
gboolean
hearsay_graph_builder_node (HearsayGraphBuilder  *self,
                            const char           *id,
                            guint                 line,
                            guint32              *index,
                            GError              **error)
{
  g_autofree char *tidy = NULL;
  HearsayNetworkNode node = { .colour = -1, .community = -1 };
  gpointer found;

  g_return_val_if_fail (self != NULL && id != NULL && index != NULL, FALSE);

  tidy = tidy_id (id);
  if (g_hash_table_lookup_extended (self->index, tidy, NULL, &found))
    {
      *index = GPOINTER_TO_UINT (found);
      return TRUE;
    }
  if (self->nodes->len >= HEARSAY_GRAPH_MAX_NODES)
    return hearsay_graph_broken (error, line, _("the graph has more than four million nodes"));
  *index = self->nodes->len;
  node.entity = *index;
  node.id = g_steal_pointer (&tidy);
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->index, node.id, GUINT_TO_POINTER (*index));
  return TRUE;
}

/**
 * hearsay_graph_builder_set_name:
 *
 * Sets what people call the node; without, it is the id.
 */
void
hearsay_graph_builder_set_name (HearsayGraphBuilder *self,
                                guint32              index,
                                const char          *name)
{
  HearsayNetworkNode *node;

  g_return_if_fail (self != NULL && index < self->nodes->len && name != NULL);

  node = &g_array_index (self->nodes, HearsayNetworkNode, index);
  g_free (node->name);
  node->name = tidy_id (name);
}

/**
 * hearsay_graph_builder_set_kind:
 * @kind: a name of hearsay_node_kind_to_string(); others are passed over
 */
void
hearsay_graph_builder_set_kind (HearsayGraphBuilder *self,
                                guint32              index,
                                const char          *kind)
{
  g_return_if_fail (self != NULL && index < self->nodes->len && kind != NULL);

  for (guint i = 0; i <= HEARSAY_NODE_ISSUE; i++)
    {
      if (g_str_equal (hearsay_node_kind_to_string (i), kind))
        g_array_index (self->nodes, HearsayNetworkNode, index).kind = i;
    }
}

/**
 * hearsay_graph_builder_edge:
 * @weight: any number
 * @position: a HearsayPosition, or HEARSAY_GRAPH_BY_WEIGHT
 *
 * Adds an edge; loops and edges of no weight are counted and left out.
 *
 * Returns: FALSE when there are too many
 */
gboolean
hearsay_graph_builder_edge (HearsayGraphBuilder  *self,
                            guint32               source,
                            guint32               target,
                            double                weight,
                            int                   position,
                            guint                 line,
                            GError              **error)
{
  HearsayNetworkEdge edge = { .source = source, .target = target, .n_statements = 1 };

  g_return_val_if_fail (self != NULL && source < self->nodes->len && target < self->nodes->len, FALSE);

  if (self->edges->len >= HEARSAY_GRAPH_MAX_EDGES)
    return hearsay_graph_broken (error, line, _("the graph has too many edges"));
  if (!isfinite (weight) || fabs (weight) > MAX_WEIGHT)
    {
      self->report.n_odd++;
      weight = !isfinite (weight) ? 1 : copysign (MAX_WEIGHT, weight);
    }
  self->n_signed += position != HEARSAY_GRAPH_BY_WEIGHT || weight < 0;
  if (source == target)
    self->report.n_loops++;
  else if (weight == 0)
    self->report.n_zero++;
  if (source == target || weight == 0)
    return TRUE;
  if (position == HEARSAY_GRAPH_BY_WEIGHT)
    position = weight < 0 ? HEARSAY_POSITION_OPPOSE : HEARSAY_POSITION_SUPPORT;
  edge.position = position;
  edge.weight = fabs (weight);
  g_array_append_val (self->edges, edge);
  return TRUE;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const HearsayNetworkEdge *x = a;
  const HearsayNetworkEdge *y = b;

  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->target != y->target)
    return x->target < y->target ? -1 : 1;
  return (x->position > y->position) - (x->position < y->position);
}

/* Adds up what was given twice. Sums are exact in any order only for whole numbers, so the order given is kept. */
static void
merge_edges (HearsayGraphBuilder *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->edges->len; i++)
    {
      HearsayNetworkEdge *edge = &g_array_index (self->edges, HearsayNetworkEdge, i);

      if (self->n_signed == 0)
        edge->position = HEARSAY_POSITION_NEUTRAL;
      if (!self->directed && edge->source > edge->target)
        {
          guint32 source = edge->source;

          edge->source = edge->target;
          edge->target = source;
        }
    }
  g_array_sort (self->edges, compare_edges);
  for (guint i = 0; i < self->edges->len; i++)
    {
      HearsayNetworkEdge edge = g_array_index (self->edges, HearsayNetworkEdge, i);
      HearsayNetworkEdge *last = n_kept > 0 ? &g_array_index (self->edges, HearsayNetworkEdge, n_kept - 1) : NULL;

      edge.n_statements = 0;
      if (last != NULL && compare_edges (last, &edge) == 0)
        {
          last->weight = MIN (last->weight + edge.weight, MAX_WEIGHT);
          self->report.n_duplicates++;
        }
      else
        {
          g_array_index (self->edges, HearsayNetworkEdge, n_kept++) = edge;
        }
    }
  g_array_set_size (self->edges, n_kept);
}

/**
 * hearsay_graph_builder_finish:
 * @report: (out) (nullable): what was not taken as it stood
 *
 * The network's type only says how it is drawn: about where it has directions,
 * else shared positions or, without signs, together. Nodes keep the file's
 * order and count their edges as statements.
 *
 * Returns: (transfer full): the network; the builder is empty afterwards
 */
HearsayNetwork *
hearsay_graph_builder_finish (HearsayGraphBuilder *self,
                              HearsayGraphReport  *report)
{
  HearsayNetwork *network;

  g_return_val_if_fail (self != NULL, NULL);

  merge_edges (self);
  network = g_new0 (HearsayNetwork, 1);
  network->directed = self->directed;
  network->is_signed = self->n_signed > 0;
  if (self->directed)
    network->type = HEARSAY_NETWORK_ABOUT;
  else
    network->type = network->is_signed ? HEARSAY_NETWORK_POSITIONS : HEARSAY_NETWORK_TOGETHER;
  network->n_nodes = self->nodes->len;
  network->n_edges = self->edges->len;
  g_hash_table_remove_all (self->index);
  network->nodes = (HearsayNetworkNode *) (gpointer) g_array_free (self->nodes, FALSE);
  network->edges = (HearsayNetworkEdge *) (gpointer) g_array_free (self->edges, FALSE);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkEdge));
  for (guint i = 0; i < network->n_nodes; i++)
    {
      if (network->nodes[i].name == NULL)
        network->nodes[i].name = g_strdup (network->nodes[i].id);
    }
  for (guint i = 0; i < network->n_edges; i++)
    {
      network->nodes[network->edges[i].source].n_statements++;
      network->nodes[network->edges[i].target].n_statements++;
    }
  if (report != NULL)
    *report = self->report;
  return network;
}

/**
 * hearsay_graph_parse_weight:
 * @text: a number, blanks around it allowed; empty for 1
 * @weight: (out): the number, infinite and not-a-number ones too
 *
 * Returns: FALSE when @text is no number
 */
gboolean
hearsay_graph_parse_weight (const char  *text,
                            guint        line,
                            double      *weight,
                            GError     **error)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  g_autofree char *reason = NULL;
  char *end;

  *weight = 1;
  if (*copy == '\0')
    return TRUE;
  *weight = g_ascii_strtod (copy, &end);
  if (end != copy && *end == '\0')
    return TRUE;
  if (g_utf8_strlen (copy, -1) > 40)
    *g_utf8_offset_to_pointer (copy, 40) = '\0';
  reason = g_strdup_printf (_("the weight “%s” is not a number"), copy);
  return hearsay_graph_broken (error, line, reason);
}

/**
 * hearsay_graph_parse_position:
 * @text: support, oppose, neutral, or anything else
 *
 * Returns: a HearsayPosition, or HEARSAY_GRAPH_BY_WEIGHT
 */
int
hearsay_graph_parse_position (const char *text)
{
  HearsayPosition position;

  return hearsay_position_parse (text, &position) ? (int) position : HEARSAY_GRAPH_BY_WEIGHT;
}
