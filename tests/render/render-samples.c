/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render-samples.h"

static const char *const names[] = {
  "Ada Lindqvist", "Borduria", "Northern Trade Union", "Mira Okafor", "Harbour analysts", "Coastal Treaty", "Tove Brandt",
  "NTU", "Syldavia", "Joao Pereira de Almeida", "Fishing quota", "Liv Sand",
};

static const HearsayNodeKind kinds[] = {
  HEARSAY_NODE_PERSON, HEARSAY_NODE_COUNTRY, HEARSAY_NODE_ORGANIZATION, HEARSAY_NODE_PERSON, HEARSAY_NODE_GROUP,
  HEARSAY_NODE_ISSUE, HEARSAY_NODE_PERSON, HEARSAY_NODE_ORGANIZATION, HEARSAY_NODE_COUNTRY, HEARSAY_NODE_PERSON,
  HEARSAY_NODE_ISSUE, HEARSAY_NODE_PERSON,
};

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const HearsayNetworkEdge *first = a;
  const HearsayNetworkEdge *second = b;

  if (first->source != second->source)
    return first->source < second->source ? -1 : 1;
  if (first->target != second->target)
    return first->target < second->target ? -1 : 1;
  return (int) first->position - (int) second->position;
}

HearsayNetwork *
render_samples_new_network (guint32 seed,
                            guint   n_nodes,
                            guint   n_edges)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  HearsayNetwork *network = g_new0 (HearsayNetwork, 1);

  network->directed = TRUE;
  network->is_signed = TRUE;
  network->nodes = g_new0 (HearsayNetworkNode, MAX (n_nodes, 1));
  network->n_nodes = n_nodes;
  for (guint i = 0; i < n_nodes; i++)
    {
      HearsayNetworkNode *node = &network->nodes[i];

      node->entity = i;
      node->id = g_strdup_printf ("a%u", i);
      node->name = i < G_N_ELEMENTS (names) ? g_strdup (names[i]) : g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i);
      node->kind = kinds[i % G_N_ELEMENTS (kinds)];
      node->colour = (gint32) i % 13;
      node->n_statements = 1 + (n_nodes - i) / 2;
      node->community = i % 5 == 4 ? -1 : (gint32) (i % 2);
    }
  network->edges = g_new0 (HearsayNetworkEdge, MAX (n_edges, 1));
  network->n_edges = n_nodes > 0 ? n_edges : 0;
  network->statements = g_new0 (guint32, MAX (n_edges, 1));
  for (guint i = 0; i < network->n_edges; i++)
    {
      HearsayNetworkEdge *edge = &network->edges[i];

      edge->source = (guint32) g_rand_int_range (rand, 0, (gint32) n_nodes);
      edge->target = (guint32) g_rand_int_range (rand, 0, (gint32) n_nodes);
      edge->position = (HearsayPosition) (i % 3);
      edge->n_statements = 1 + (guint32) g_rand_int_range (rand, 0, 12);
      edge->weight = edge->n_statements;
    }
  if (network->n_edges > 1)
    qsort (network->edges, network->n_edges, sizeof (HearsayNetworkEdge), compare_edges);
  return network;
}

HearsayPoint *
render_samples_new_layout (HearsayNetwork *network,
                           guint32         seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  HearsayPoint *positions = g_new0 (HearsayPoint, MAX (network->n_nodes, 1));
  guint across = 1;

  /* A jittered grid: close enough to overlap here and there. */
  while (across * across < network->n_nodes)
    across++;
  for (guint i = 0; i < network->n_nodes; i++)
    {
      positions[i].x = (i % across) * 170.0 + g_rand_double_range (rand, -70.0, 70.0);
      positions[i].y = (i / across) * 140.0 + g_rand_double_range (rand, -60.0, 60.0);
    }
  return positions;
}

HearsayTimeline *
render_samples_new_timeline (guint32     seed,
                             guint       n_items,
                             guint       n_lanes,
                             const char *issue)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree HearsayTimelineItem *items = g_new0 (HearsayTimelineItem, MAX (n_items, 1));
  g_autofree HearsayTimelineLane *lanes = g_new0 (HearsayTimelineLane, MAX (n_lanes, 1));
  HearsayTimelinePublication publications[] = {
    { (char *) "Harbour Gazette", 18558, -1 },
    { (char *) "The Northern Wire", 18559, 600 },
    { NULL, 18565, -1 },
  };

  for (guint i = 0; i < n_lanes; i++)
    lanes[i] = (HearsayTimelineLane) {
      .name = (char *) names[i % G_N_ELEMENTS (names)], .initials = (char *) "AB", .colour = (gint32) i, .n_statements = n_items,
    };
  for (guint i = 0; i < n_items; i++)
    {
      gint32 day = 18554 + g_rand_int_range (rand, 0, 12);

      items[i] = (HearsayTimelineItem) {
        .statement = i,
        .lane = (guint32) g_rand_int_range (rand, 0, (gint32) n_lanes),
        .publication = (gint32) (i % 3),
        .first_day = i % 9 == 8 ? HEARSAY_TIMELINE_NO_DAY : day,
        .last_day = i % 7 == 3 ? day + 6 : day,
        .minute = -1,
        .kind = (HearsayStatementKind) (i % HEARSAY_N_STATEMENT_KINDS),
        .position = (HearsayPosition) (i % 4 % 3),
        .about_issue = issue == NULL || i % 3 != 0,
      };
    }
  return hearsay_timeline_new (items, n_items, lanes, n_lanes, publications, G_N_ELEMENTS (publications), issue,
                               HEARSAY_LANE_ORDER_FIRST);
}
