/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-community.h"
#include "network/hearsay-network.h"

enum
{
  ADA,
  BEN,
  CLEO,
  HARBOUR, /* an organization, Ada's */
  NORLAND, /* a country, the harbour's */
  TOLL,
  BRIDGE,
  N_ENTITIES,
};

#define N HEARSAY_POSITION_NEUTRAL
#define S HEARSAY_POSITION_SUPPORT
#define O HEARSAY_POSITION_OPPOSE

static const HearsayNetworkEntity entities[N_ENTITIES] = {
  { "a1", "Ada Lund", HEARSAY_NODE_PERSON, HARBOUR, 0 },
  { "a2", "Ben Moss", HEARSAY_NODE_PERSON, -1, 1 },
  { "a3", "Cleo Ray", HEARSAY_NODE_PERSON, -1, 2 },
  { "a4", "Harbour Board", HEARSAY_NODE_ORGANIZATION, NORLAND, -1 },
  { "a5", "Norland", HEARSAY_NODE_COUNTRY, NORLAND, -1 },
  { "i1", "toll", HEARSAY_NODE_ISSUE, -1, -1 },
  { "i2", "bridge", HEARSAY_NODE_ISSUE, -1, -1 },
};

static const HearsayNetworkFact facts[] = {
  { 0, 0, 0, ADA, TOLL, S, { 2019, 5, 6, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 1, 0, 1, ADA, TOLL, S, { 2019, 5, 6, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 2, 0, 1, ADA, BRIDGE, O, { 2019, 5, 7, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 3, 0, 2, BEN, TOLL, S, { 2019, 6, 1, 0, 0, HEARSAY_PRECISION_MONTH, 0 } },
  { 4, 0, 2, BEN, BRIDGE, S, { 0 } },
  { 5, 1, 0, CLEO, TOLL, O, { 2020, 5, 4, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 6, 1, 0, CLEO, BRIDGE, N, { 2020, 5, 4, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 7, 1, 1, BEN, CLEO, O, { 2020, 5, 4, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 8, 1, 1, BEN, CLEO, O, { 2020, 5, 5, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 8, 1, 1, BEN, BEN, S, { 2020, 5, 5, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 9, 1, 1, ADA, NORLAND, S, { 2020, 5, 5, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
  { 9, 1, 1, ADA, 99, S, { 2020, 5, 5, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
};

static const HearsayNetworkMention mentions[] = {
  { ADA, 0, 0, 0 }, { BEN, 0, 0, G_MAXUINT32 }, { ADA, 0, 0, G_MAXUINT32 }, { TOLL, 0, 0, 0 },
  { BEN, 0, 1, 1 }, { ADA, 0, 1, 2 }, { CLEO, 1, 0, 5 }, { CLEO, 1, 0, 6 }, { BEN, 1, 1, 7 },
};

static const HearsayNetworkInput input = {
  entities, N_ENTITIES, facts, G_N_ELEMENTS (facts), mentions, G_N_ELEMENTS (mentions),
};

static HearsayNetwork *
build (const HearsayNetworkOptions *options)
{
  g_autoptr (GError) error = NULL;
  HearsayNetwork *network = hearsay_network_build (&input, options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (network);
  return network;
}

static const HearsayNetworkEdge *
find_edge (const HearsayNetwork *network,
           guint32               source,
           guint32               target,
           HearsayPosition       position)
{
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      guint32 from = network->nodes[edge->source].entity;
      guint32 to = network->nodes[edge->target].entity;

      if (edge->position == position
          && ((from == source && to == target) || (!network->directed && from == target && to == source)))
        return edge;
    }
  return NULL;
}

static double
weight (const HearsayNetwork *network,
        guint32               source,
        guint32               target,
        HearsayPosition       position)
{
  const HearsayNetworkEdge *edge = find_edge (network, source, target, position);

  return edge != NULL ? edge->weight : 0;
}

static void
test_names (void)
{
  for (guint i = 0; i < HEARSAY_N_NETWORK_TYPES; i++)
    {
      HearsayNetworkType type;

      g_assert_true (hearsay_network_type_parse (hearsay_network_type_to_string (i), &type));
      g_assert_cmpint (type, ==, i);
    }
  g_assert_false (hearsay_network_type_parse ("neighbours", &(HearsayNetworkType) { 0 }));
  g_assert_false (hearsay_network_type_parse (NULL, &(HearsayNetworkType) { 0 }));
}

static void
test_empty (void)
{
  HearsayNetworkInput nothing = { 0 };

  for (guint type = 0; type < HEARSAY_N_NETWORK_TYPES; type++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;

      options.type = type;
      options.isolates = TRUE;
      network = hearsay_network_build (&nothing, &options, NULL, NULL);
      g_assert_nonnull (network);
      g_assert_cmpuint (network->n_nodes, ==, 0);
      g_assert_cmpuint (network->n_edges, ==, 0);
    }
}

static void
test_about (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = build (&options);
  const HearsayNetworkEdge *edge = find_edge (network, BEN, CLEO, O);

  g_assert_true (network->directed && network->is_signed);
  g_assert_cmpuint (network->n_edges, ==, 2);
  g_assert_cmpuint (network->n_nodes, ==, 4);
  g_assert_nonnull (edge);
  g_assert_cmpuint (edge->n_statements, ==, 2);
  g_assert_cmpfloat (edge->weight, ==, 2);
  g_assert_cmpuint (network->statements[edge->first_statement], ==, 7);
  g_assert_cmpuint (network->statements[edge->first_statement + 1], ==, 8);
  g_assert_cmpfloat (weight (network, ADA, NORLAND, S), ==, 1);
  g_assert_cmpstr (network->nodes[0].id, ==, "a2");
  g_assert_cmpstr (network->nodes[1].id, ==, "a3");
  g_assert_cmpstr (network->nodes[2].id, ==, "a1");
  g_assert_cmpuint (network->nodes[0].n_statements, ==, 2);
}

static void
test_filters (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) strong = NULL;
  g_autoptr (HearsayNetwork) supporting = NULL;
  g_autoptr (HearsayNetwork) early = NULL;
  g_autoptr (HearsayNetwork) everybody = NULL;

  options.at_least = 2;
  strong = build (&options);
  g_assert_cmpuint (strong->n_edges, ==, 1);
  options.at_least = 0;
  options.position_mask = 1u << S;
  supporting = build (&options);
  g_assert_cmpuint (supporting->n_edges, ==, 1);
  g_assert_cmpfloat (weight (supporting, ADA, NORLAND, S), ==, 1);
  options.isolates = TRUE;
  everybody = build (&options);
  g_assert_cmpuint (everybody->n_nodes, ==, 4);

  options = (HearsayNetworkOptions) HEARSAY_NETWORK_OPTIONS_INIT;
  options.type = HEARSAY_NETWORK_ISSUES;
  options.first_day = hearsay_days_from_civil (2019, 5, 7);
  options.last_day = hearsay_days_from_civil (2019, 6, 15);
  early = build (&options);
  g_assert_cmpuint (early->n_edges, ==, 2);
  g_assert_cmpfloat (weight (early, ADA, BRIDGE, O), ==, 1);
  g_assert_cmpfloat (weight (early, BEN, TOLL, S), ==, 1);
}

static void
test_issues (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) plain = NULL;
  g_autoptr (HearsayNetwork) activity = NULL;
  g_autoptr (HearsayNetwork) prominence = NULL;

  options.type = HEARSAY_NETWORK_ISSUES;
  plain = build (&options);
  g_assert_cmpuint (plain->n_edges, ==, 6);
  g_assert_cmpfloat (weight (plain, ADA, TOLL, S), ==, 2);
  g_assert_cmpfloat (weight (plain, CLEO, BRIDGE, N), ==, 1);
  options.normalization = HEARSAY_NORMALIZE_ACTIVITY;
  activity = build (&options);
  g_assert_cmpfloat_with_epsilon (weight (activity, ADA, TOLL, S), 2 / 3., 1e-12);
  g_assert_cmpfloat_with_epsilon (weight (activity, BEN, BRIDGE, S), 0.5, 1e-12);
  options.normalization = HEARSAY_NORMALIZE_PROMINENCE;
  prominence = build (&options);
  g_assert_cmpfloat_with_epsilon (weight (prominence, ADA, TOLL, S), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (weight (prominence, CLEO, BRIDGE, N), 1 / 3., 1e-12);
}

/* By hand: Ada 2 × support toll, oppose bridge, support Norland; Ben supports toll and bridge,
 * 2 × oppose Cleo; Cleo opposes the toll, neutral on the bridge. */
static void
test_positions (void)
{
  static const struct
  {
    HearsaySharedMethod shared;
    HearsayNormalization normalization;
    guint32 a;
    guint32 b;
    HearsayPosition position;
    double weight;
  } cases[] = {
    { HEARSAY_SHARED_BOTH, HEARSAY_NORMALIZE_NONE, ADA, BEN, S, 2 },
    { HEARSAY_SHARED_BOTH, HEARSAY_NORMALIZE_NONE, ADA, BEN, O, 1 },
    { HEARSAY_SHARED_BOTH, HEARSAY_NORMALIZE_NONE, ADA, CLEO, O, 2 },
    { HEARSAY_SHARED_BOTH, HEARSAY_NORMALIZE_NONE, ADA, CLEO, S, 0 },
    { HEARSAY_SHARED_BOTH, HEARSAY_NORMALIZE_NONE, BEN, CLEO, O, 1 },
    { HEARSAY_SHARED_IGNORE, HEARSAY_NORMALIZE_NONE, ADA, BEN, N, 3 },
    { HEARSAY_SHARED_IGNORE, HEARSAY_NORMALIZE_NONE, ADA, CLEO, N, 3 },
    { HEARSAY_SHARED_IGNORE, HEARSAY_NORMALIZE_NONE, BEN, CLEO, N, 2 },
    { HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_NONE, ADA, BEN, O, 0 },
    { HEARSAY_SHARED_CONFLICT, HEARSAY_NORMALIZE_NONE, ADA, BEN, S, 0 },
    { HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_NONE, ADA, BEN, S, 1 },
    { HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_NONE, ADA, CLEO, O, 2 },
    { HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_AVERAGE, ADA, BEN, S, 0.25 },
    { HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_AVERAGE, ADA, CLEO, O, 0.8 },
    { HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_JACCARD, ADA, BEN, S, 1 / 7. },
    { HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_JACCARD, ADA, CLEO, O, 0.4 },
    { HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_JACCARD, ADA, BEN, S, 2 / 7. },
    { HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_COSINE, ADA, BEN, S, 1 / 3. },
    { HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_DNA_COSINE, ADA, BEN, S, 0.125 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;

      options.type = HEARSAY_NETWORK_POSITIONS;
      options.shared = cases[i].shared;
      options.normalization = cases[i].normalization;
      network = build (&options);
      g_assert_false (network->directed);
      g_assert_cmpfloat_with_epsilon (weight (network, cases[i].a, cases[i].b, cases[i].position), cases[i].weight, 1e-12);
    }
}

static void
test_position_evidence (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;
  const HearsayNetworkEdge *same;
  const HearsayNetworkEdge *opposite;

  options.type = HEARSAY_NETWORK_POSITIONS;
  network = build (&options);
  same = find_edge (network, ADA, BEN, S);
  opposite = find_edge (network, ADA, BEN, O);
  g_assert_cmpuint (same->n_statements, ==, 3);
  g_assert_cmpuint (network->statements[same->first_statement], ==, 0);
  g_assert_cmpuint (network->statements[same->first_statement + 2], ==, 3);
  g_assert_cmpuint (opposite->n_statements, ==, 2);
  g_assert_cmpuint (network->statements[opposite->first_statement], ==, 2);
  g_assert_cmpuint (network->statements[opposite->first_statement + 1], ==, 4);
}

static void
test_together (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;
  const HearsayNetworkEdge *edge;

  options.type = HEARSAY_NETWORK_TOGETHER;
  network = build (&options);
  g_assert_cmpuint (network->n_edges, ==, 1);
  edge = find_edge (network, ADA, BEN, N);
  g_assert_nonnull (edge);
  g_assert_cmpfloat (edge->weight, ==, 2);
  g_assert_cmpuint (edge->n_statements, ==, 3);
}

static void
test_affiliation (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;

  options.type = HEARSAY_NETWORK_AFFILIATION;
  network = build (&options);
  g_assert_cmpuint (network->n_edges, ==, 2);
  g_assert_cmpfloat (weight (network, ADA, HARBOUR, N), ==, 4);
  g_assert_cmpuint (find_edge (network, HARBOUR, NORLAND, N)->n_statements, ==, 0);
}

static void
test_aggregation (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) organizations = NULL;
  g_autoptr (HearsayNetwork) countries = NULL;

  options.aggregation = HEARSAY_AGGREGATE_ORGANIZATION;
  organizations = build (&options);
  g_assert_cmpfloat (weight (organizations, HARBOUR, NORLAND, S), ==, 1);
  /* Ada stands for Norland now, and what one says about oneself makes no edge. */
  options.aggregation = HEARSAY_AGGREGATE_COUNTRY;
  countries = build (&options);
  g_assert_cmpuint (countries->n_edges, ==, 1);
}

static void
test_duplicates (void)
{
  static const HearsayNetworkFact repeated[] = {
    /* 4 May 2004 and 3 May 2005 lie in weeks of the same number; so do the months. */
    { 0, 0, 0, ADA, TOLL, S, { 2004, 5, 4, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 1, 0, 0, ADA, TOLL, S, { 2004, 5, 4, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 2, 0, 0, ADA, TOLL, O, { 2004, 5, 4, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 3, 1, 0, ADA, TOLL, S, { 2004, 5, 5, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 4, 2, 0, ADA, TOLL, S, { 2004, 5, 10, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 5, 3, 0, ADA, TOLL, S, { 2004, 6, 1, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 6, 4, 0, ADA, TOLL, S, { 2005, 5, 3, 0, 0, HEARSAY_PRECISION_DAY, 0 } },
    { 7, 4, 0, ADA, TOLL, S, { 0 } },
  };
  static const guint expected[HEARSAY_N_DUPLICATES] = { 7, 5, 6, 5, 4, 3, 1 };
  HearsayNetworkInput again = { entities, N_ENTITIES, repeated, G_N_ELEMENTS (repeated), NULL, 0 };

  for (guint i = 0; i < HEARSAY_N_DUPLICATES; i++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;

      options.type = HEARSAY_NETWORK_ISSUES;
      options.duplicates = i;
      network = hearsay_network_build (&again, &options, NULL, NULL);
      g_assert_cmpfloat (weight (network, ADA, TOLL, S), ==, expected[i]);
      g_assert_cmpfloat (weight (network, ADA, TOLL, O), ==, 1);
    }
}

/* A fact has a kind and no side; what neither does to the other has no direction. */
static void
test_facts (void)
{
  static const HearsayNetworkEntity states[] = {
    { "a", "A", HEARSAY_NODE_COUNTRY, -1, -1 }, { "b", "B", HEARSAY_NODE_COUNTRY, -1, -1 }, { "c", "C", HEARSAY_NODE_COUNTRY, -1, -1 },
  };
  const HearsayNetworkRelation relations[] = {
    { 1, 0, G_MAXUINT32, HEARSAY_RELATION_COOPERATION, hearsay_date_new_day (2021, 3, 1) },
    { 0, 1, 7, HEARSAY_RELATION_COOPERATION, hearsay_date_new_day (2021, 3, 2) },
    { 2, 1, G_MAXUINT32, HEARSAY_RELATION_CONFLICT, hearsay_date_new_day (2021, 3, 3) },
    { 0, 2, G_MAXUINT32, HEARSAY_RELATION_ATTITUDE, hearsay_date_new_day (2021, 3, 3) },
    { 0, 9, G_MAXUINT32, HEARSAY_RELATION_CONFLICT, hearsay_date_new_day (2021, 3, 3) },
    { 1, 1, G_MAXUINT32, HEARSAY_RELATION_CONFLICT, hearsay_date_new_day (2021, 3, 3) },
  };
  const HearsayNetworkInput states_input = { .entities = states, .n_entities = 3, .relations = relations, .n_relations = G_N_ELEMENTS (relations) };
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;
  g_autoptr (HearsayNetwork) early = NULL;

  options.type = HEARSAY_NETWORK_FACTS;
  network = hearsay_network_build (&states_input, &options, NULL, NULL);
  g_assert_false (network->is_signed);
  g_assert_cmpuint (network->n_edges, ==, 2);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      gboolean conflict = edge->kind == HEARSAY_RELATION_CONFLICT;

      g_assert_cmpint (edge->position, ==, HEARSAY_POSITION_NEUTRAL);
      g_assert_cmpstr (network->nodes[edge->source].name, ==, conflict ? "C" : "A");
      g_assert_cmpstr (network->nodes[edge->target].name, ==, "B");
      g_assert_cmpfloat (edge->weight, ==, conflict ? 1 : 2);
      g_assert_cmpuint (edge->n_statements, ==, conflict ? 0 : 1);
    }
  options.last_day = hearsay_date_first_day (relations[0].day);
  early = hearsay_network_build (&states_input, &options, NULL, NULL);
  g_assert_cmpuint (early->n_edges, ==, 1);
  g_assert_cmpfloat (early->edges[0].weight, ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint type = 0; type < HEARSAY_N_NETWORK_TYPES; type++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (GError) error = NULL;

      options.type = type;
      g_assert_null (hearsay_network_build (&input, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* One target that everybody speaks on would make n² / 2 pairs. */
static void
test_too_many_pairs (void)
{
  const guint n_actors = 6000;
  g_autofree HearsayNetworkEntity *many = g_new0 (HearsayNetworkEntity, n_actors + 1);
  g_autofree HearsayNetworkFact *said = g_new0 (HearsayNetworkFact, n_actors + 2);
  HearsayNetworkInput crowd = { many, n_actors + 1, said, n_actors + 2, NULL, 0 };
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;

  for (guint i = 0; i < n_actors; i++)
    {
      many[i].id = "x";
      said[i] = (HearsayNetworkFact) { i, 0, 0, i, n_actors, N };
    }
  many[n_actors] = (HearsayNetworkEntity) { "i", "toll", HEARSAY_NODE_ISSUE, -1, -1 };
  /* The last two speak twice and so stay. */
  for (guint i = 0; i < 2; i++)
    said[n_actors + i] = (HearsayNetworkFact) { n_actors + i, 0, 0, n_actors - 1 - i, n_actors, S };
  options.type = HEARSAY_NETWORK_POSITIONS;
  network = hearsay_network_build (&crowd, &options, NULL, NULL);
  g_assert_cmpuint (network->n_left_out, >, 3500);
  g_assert_cmpuint (network->n_left_out, <, 4500);
  g_assert_cmpuint (network->n_edges, ==, 1);
  g_assert_cmpuint (network->nodes[0].entity, ==, n_actors - 2);
}

static void
test_communities (void)
{
  HearsayNetworkNode nodes[7] = { 0 };
  HearsayNetworkEdge edges[8] = {
    { 0, 1, S, 1 }, { 0, 2, S, 1 }, { 1, 2, S, 1 }, { 3, 4, S, 1 }, { 3, 5, S, 1 }, { 4, 5, S, 1 },
    { 0, 3, O, 9 }, { 2, 5, N, 1 },
  };
  HearsayNetwork network = { HEARSAY_NETWORK_ABOUT, TRUE, TRUE, nodes, 7, edges, 8 };
  double modularity = hearsay_community_detect (&network, 1);

  g_assert_cmpfloat (modularity, >, 0.4);
  g_assert_cmpint (nodes[0].community, ==, 0);
  g_assert_cmpint (nodes[1].community, ==, 0);
  g_assert_cmpint (nodes[2].community, ==, 0);
  g_assert_cmpint (nodes[3].community, ==, 1);
  g_assert_cmpint (nodes[5].community, ==, 1);
  g_assert_cmpint (nodes[6].community, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/names", test_names);
  g_test_add_func ("/network/empty", test_empty);
  g_test_add_func ("/network/about", test_about);
  g_test_add_func ("/network/filters", test_filters);
  g_test_add_func ("/network/issues", test_issues);
  g_test_add_func ("/network/positions", test_positions);
  g_test_add_func ("/network/position-evidence", test_position_evidence);
  g_test_add_func ("/network/together", test_together);
  g_test_add_func ("/network/affiliation", test_affiliation);
  g_test_add_func ("/network/aggregation", test_aggregation);
  g_test_add_func ("/network/duplicates", test_duplicates);
  g_test_add_func ("/network/facts", test_facts);
  g_test_add_func ("/network/cancel", test_cancel);
  g_test_add_func ("/network/too-many-pairs", test_too_many_pairs);
  g_test_add_func ("/network/communities", test_communities);
  return g_test_run ();
}
