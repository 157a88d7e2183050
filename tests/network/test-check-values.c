/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "network/hearsay-backbone.h"
#include "network/hearsay-network.h"

/* What Discourse Network Analyzer makes of the sample that comes with it: who
 * spoke for or against which concept in which document, as numbers. The sums
 * over all statements without a qualifier are asserted by its own tests, the
 * others were worked out from its formulas; none of them was made with this program. */

#define N_ACTORS 7
#define N_CONCEPTS 6
#define LAW N_ACTORS     /* there is to be a law */
#define CARBON (LAW + 1) /* it is to cover carbon dioxide */
#define ECONOMY (LAW + 2)
#define CAUSE (LAW + 3)
#define REAL (LAW + 4)
#define MARKET (LAW + 5)
#define EPSILON 5e-7 /* of the values as they are published */

enum
{
  ALLIANCE,
  ANALYSTS,
  AGENCY,
  REFINERS,
  SENATE,
  CLUB,
  PUBLIC_INTEREST,
};

static const HearsayNetworkEntity entities[N_ACTORS + N_CONCEPTS] = {
  { "o0", "o0", HEARSAY_NODE_ORGANIZATION, -1, -1 }, { "o1", "o1", HEARSAY_NODE_ORGANIZATION, -1, -1 },
  { "o2", "o2", HEARSAY_NODE_ORGANIZATION, -1, -1 }, { "o3", "o3", HEARSAY_NODE_ORGANIZATION, -1, -1 },
  { "o4", "o4", HEARSAY_NODE_ORGANIZATION, -1, -1 }, { "o5", "o5", HEARSAY_NODE_ORGANIZATION, -1, -1 },
  { "o6", "o6", HEARSAY_NODE_ORGANIZATION, -1, -1 }, { "c0", "c0", HEARSAY_NODE_ISSUE, -1, -1 },
  { "c1", "c1", HEARSAY_NODE_ISSUE, -1, -1 },        { "c2", "c2", HEARSAY_NODE_ISSUE, -1, -1 },
  { "c3", "c3", HEARSAY_NODE_ISSUE, -1, -1 },        { "c4", "c4", HEARSAY_NODE_ISSUE, -1, -1 },
  { "c5", "c5", HEARSAY_NODE_ISSUE, -1, -1 },
};

/* Documents in the order of their days: 26 January, 2 (twice), 10 and 16 February 2005 (three times). */
static const gint8 document_days[] = { 26, 33, 33, 41, 47, 47, 47 };

static const struct
{
  guint8 document;
  guint8 actor;
  guint8 concept;
  gboolean agrees;
  guint8 n; /* said so often in a row */
} codes[] = {
  { 0, ANALYSTS, ECONOMY, FALSE, 2 },
  { 0, ANALYSTS, CARBON, FALSE, 1 },
  { 0, ANALYSTS, CARBON, TRUE, 1 },
  { 1, SENATE, ECONOMY, FALSE, 2 },
  { 1, SENATE, LAW, TRUE, 2 },
  { 1, SENATE, CARBON, FALSE, 1 },
  { 2, AGENCY, LAW, TRUE, 10 },
  { 2, AGENCY, ECONOMY, FALSE, 1 },
  { 3, ALLIANCE, CARBON, TRUE, 2 },
  { 3, ALLIANCE, LAW, TRUE, 1 },
  { 3, ALLIANCE, CAUSE, TRUE, 1 },
  { 4, CLUB, REAL, TRUE, 1 },
  { 4, CLUB, CARBON, TRUE, 1 },
  { 4, CLUB, ECONOMY, TRUE, 2 },
  { 4, CLUB, CAUSE, TRUE, 1 },
  { 4, CLUB, LAW, TRUE, 1 },
  { 5, PUBLIC_INTEREST, REAL, TRUE, 2 },
  { 5, PUBLIC_INTEREST, ECONOMY, TRUE, 1 },
  { 5, PUBLIC_INTEREST, CAUSE, TRUE, 1 },
  { 5, PUBLIC_INTEREST, CARBON, TRUE, 1 },
  { 5, PUBLIC_INTEREST, MARKET, TRUE, 1 },
  { 6, REFINERS, ECONOMY, FALSE, 2 },
  { 6, REFINERS, LAW, FALSE, 2 },
};

static HearsayNetwork *
build (HearsayNetworkOptions *options)
{
  HearsayNetworkFact facts[64];
  HearsayNetworkInput input = { entities, G_N_ELEMENTS (entities), facts, 0, NULL, 0 };
  HearsayNetwork *network;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      for (guint k = 0; k < codes[i].n; k++)
        {
          HearsayNetworkFact fact = { input.n_facts, codes[i].document, 0, codes[i].actor, codes[i].concept,
                                      codes[i].agrees ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE };

          fact.said_on = hearsay_date_from_days (hearsay_days_from_civil (2004, 12, 31) + document_days[codes[i].document]);
          facts[input.n_facts++] = fact;
        }
    }
  g_assert_cmpuint (input.n_facts, ==, 40);
  network = hearsay_network_build (&input, options, NULL, NULL);
  g_assert_nonnull (network);
  return network;
}

/* The cell of two entities: what is held together less what parts them. */
static double
find_cell (const HearsayNetwork *network,
           guint32               x,
           guint32               y)
{
  double sum = 0.0;

  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      guint32 a = network->nodes[edge->source].entity;
      guint32 b = network->nodes[edge->target].entity;

      if ((a == x && b == y) || (a == y && b == x))
        sum += edge->position == HEARSAY_POSITION_OPPOSE ? -edge->weight : edge->weight;
    }
  return sum;
}

static void
test_two_mode (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;
  double sum = 0.0;
  guint n_cells = 0;

  options.type = HEARSAY_NETWORK_ISSUES;
  network = build (&options);
  g_assert_cmpuint (network->n_nodes, ==, N_ACTORS + N_CONCEPTS);
  for (guint i = 0; i < network->n_edges; i++)
    sum += network->edges[i].weight;
  for (guint32 actor = 0; actor < N_ACTORS; actor++)
    {
      for (guint32 concept = LAW; concept <= MARKET; concept++)
        {
          gboolean any = FALSE;

          for (guint i = 0; i < network->n_edges; i++)
            any |= network->nodes[network->edges[i].source].entity == actor && network->nodes[network->edges[i].target].entity == concept;
          n_cells += any;
        }
    }
  g_assert_cmpfloat (sum, ==, 40.0);
  g_assert_cmpuint (n_cells, ==, 22);
}

typedef struct
{
  HearsayDuplicates duplicates;
  HearsaySharedMethod shared;
  HearsayNormalization normalization;
  guint n_cells;
  double sum; /* over each pair once; conflict counts as it is, not as opposition */
} Expected;

static void
test_one_mode (void)
{
  static const Expected expected[] = {
    { HEARSAY_DUPLICATES_ALL, HEARSAY_SHARED_IGNORE, HEARSAY_NORMALIZE_NONE, 21, 138 },
    { HEARSAY_DUPLICATES_ALL, HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_NONE, 16, 80 },
    { HEARSAY_DUPLICATES_ALL, HEARSAY_SHARED_CONFLICT, HEARSAY_NORMALIZE_NONE, 14, 58 },
    { HEARSAY_DUPLICATES_ALL, HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_NONE, 18, 22 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_IGNORE, HEARSAY_NORMALIZE_NONE, 21, 39 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_NONE, 16, 24 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_CONFLICT, HEARSAY_NORMALIZE_NONE, 14, 19 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_NONE, 16, 5 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_AVERAGE, 16, 1.590476 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_JACCARD, 16, 1.816667 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_SUBTRACT, HEARSAY_NORMALIZE_DNA_COSINE, 16, 0.537778 },
    { HEARSAY_DUPLICATES_ARTICLE, HEARSAY_SHARED_CONGRUENCE, HEARSAY_NORMALIZE_AVERAGE, 16, 7.319048 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;
      double sum = 0.0;
      guint n_cells = 0;

      options.type = HEARSAY_NETWORK_POSITIONS;
      options.duplicates = expected[i].duplicates;
      options.shared = expected[i].shared;
      options.normalization = expected[i].normalization;
      network = build (&options);
      for (guint32 x = 0; x < N_ACTORS; x++)
        {
          for (guint32 y = x + 1; y < N_ACTORS; y++)
            {
              double cell = find_cell (network, x, y);

              sum += expected[i].shared == HEARSAY_SHARED_CONFLICT ? -cell : cell;
              n_cells += cell != 0.0;
            }
        }
      g_assert_cmpfloat_with_epsilon (sum, expected[i].sum, EPSILON);
      g_assert_cmpuint (n_cells, ==, expected[i].n_cells);
    }
}

/* How many statements are left where each counts once a document. */
static void
test_kept (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;
  double sum = 0.0;

  options.type = HEARSAY_NETWORK_ISSUES;
  options.duplicates = HEARSAY_DUPLICATES_ARTICLE;
  network = build (&options);
  for (guint i = 0; i < network->n_edges; i++)
    sum += network->edges[i].weight;
  g_assert_cmpfloat (sum, ==, 23.0);
}

static void
test_cells (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;

  options.type = HEARSAY_NETWORK_POSITIONS;
  options.duplicates = HEARSAY_DUPLICATES_ARTICLE;
  options.shared = HEARSAY_SHARED_SUBTRACT;
  options.normalization = HEARSAY_NORMALIZE_AVERAGE;
  network = build (&options);
  g_assert_cmpfloat_with_epsilon (find_cell (network, AGENCY, SENATE), 0.8, EPSILON);
  g_assert_cmpfloat_with_epsilon (find_cell (network, CLUB, PUBLIC_INTEREST), 0.8, EPSILON);
  g_assert_cmpfloat_with_epsilon (find_cell (network, ALLIANCE, CLUB), 0.75, EPSILON);
  g_assert_cmpfloat_with_epsilon (find_cell (network, REFINERS, CLUB), -0.571429, EPSILON);
}

/* By hand. True cosine, each once a document: the agency holds (law +, economy −), the senate (law +, economy −,
 * carbon −), so 2 / (√2 · √3). Activity: of the agency's 11 statements 10 want a law. Prominence: 16 speak of it. */
static void
test_by_hand (void)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) cosine = NULL;
  g_autoptr (HearsayNetwork) activity = NULL;
  g_autoptr (HearsayNetwork) prominence = NULL;

  options.type = HEARSAY_NETWORK_POSITIONS;
  options.duplicates = HEARSAY_DUPLICATES_ARTICLE;
  options.shared = HEARSAY_SHARED_SUBTRACT;
  options.normalization = HEARSAY_NORMALIZE_COSINE;
  cosine = build (&options);
  g_assert_cmpfloat_with_epsilon (find_cell (cosine, AGENCY, SENATE), 2 / sqrt (6), 1e-12);

  options = (HearsayNetworkOptions) HEARSAY_NETWORK_OPTIONS_INIT;
  options.type = HEARSAY_NETWORK_ISSUES;
  options.normalization = HEARSAY_NORMALIZE_ACTIVITY;
  activity = build (&options);
  g_assert_cmpfloat_with_epsilon (find_cell (activity, AGENCY, LAW), 10 / 11., 1e-12);
  options.normalization = HEARSAY_NORMALIZE_PROMINENCE;
  prominence = build (&options);
  g_assert_cmpfloat_with_epsilon (find_cell (prominence, AGENCY, LAW), 10 / 16., 1e-12);
}

/* Two documents speak on 2 February, three on the 16th, always for somebody else: a day counts as a
 * document does. The analysts' and the senate's week differ; nobody speaks in two documents. */
static void
test_periods (void)
{
  for (guint duplicates = HEARSAY_DUPLICATES_ARTICLE; duplicates < HEARSAY_N_DUPLICATES; duplicates++)
    {
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;
      double sum = 0.0;

      options.type = HEARSAY_NETWORK_ISSUES;
      options.duplicates = duplicates;
      network = build (&options);
      for (guint i = 0; i < network->n_edges; i++)
        sum += network->edges[i].weight;
      g_assert_cmpfloat (sum, ==, 23.0);
    }
}

/* By hand: three actors support the first issue twice each, two support the second, which the third opposes.
 * Congruence less conflict is 5 between the two and 3 to the third: eigenvalues (5 ± √97) / 2 and −5, whose
 * magnitudes sum to 5 + √97. Without the second issue all pairs are alike: ½, −¼, −¼. The largest is always
 * one half, so 2 · (5 / (5 + √97) − ¼) is lost; without the first, ½, 0, −½ are left, which is more. */
static void
test_backbone (void)
{
  HearsayNetworkNode nodes[5] = { { .kind = HEARSAY_NODE_PERSON }, { .kind = HEARSAY_NODE_PERSON }, { .kind = HEARSAY_NODE_PERSON },
                                  { .kind = HEARSAY_NODE_ISSUE }, { .kind = HEARSAY_NODE_ISSUE } };
  HearsayNetworkEdge edges[] = {
    { 0, 3, HEARSAY_POSITION_SUPPORT, 2 }, { 1, 3, HEARSAY_POSITION_SUPPORT, 2 }, { 2, 3, HEARSAY_POSITION_SUPPORT, 2 },
    { 0, 4, HEARSAY_POSITION_SUPPORT, 1 }, { 1, 4, HEARSAY_POSITION_SUPPORT, 1 }, { 2, 4, HEARSAY_POSITION_OPPOSE, 1 },
  };
  HearsayNetwork network = { HEARSAY_NETWORK_ISSUES, TRUE, TRUE, nodes, 5, edges, G_N_ELEMENTS (edges) };
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (HearsayBackboneStep));
  const HearsayBackboneStep *step;

  g_assert_true (hearsay_backbone_nested (&network, steps, NULL, NULL));
  g_assert_cmpuint (steps->len, ==, 2);
  step = &g_array_index (steps, HearsayBackboneStep, 0);
  g_assert_cmpuint (step[0].node, ==, 4);
  g_assert_cmpfloat_with_epsilon (step[0].loss, 2 * (5 / (5 + sqrt (97)) - 0.25), 1e-9);
  g_assert_cmpuint (step[1].node, ==, 3);
  g_assert_cmpfloat_with_epsilon (step[1].loss, 1.0, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-values/two-mode", test_two_mode);
  g_test_add_func ("/check-values/one-mode", test_one_mode);
  g_test_add_func ("/check-values/kept", test_kept);
  g_test_add_func ("/check-values/cells", test_cells);
  g_test_add_func ("/check-values/by-hand", test_by_hand);
  g_test_add_func ("/check-values/periods", test_periods);
  g_test_add_func ("/check-values/backbone", test_backbone);
  return g_test_run ();
}
