/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "network/hearsay-network.h"
#include "network/hearsay-rows.h"

/* The formulas of Discourse Network Analyzer, written out as sums over a table
 * of statements, against the networks that are counted. */

#define N_ACTORS 7
#define N_ISSUES 6
#define N_FACTS 90
#define EPSILON 1e-9

typedef struct
{
  HearsayNetworkEntity entities[N_ACTORS + N_ISSUES];
  char ids[N_ACTORS + N_ISSUES][8];
  HearsayNetworkFact facts[N_FACTS];
  HearsayNetworkInput input;
  double a[N_ACTORS][N_ISSUES][2]; /* opposing, supporting */
} Sample;

static void
fill (Sample  *sample,
      guint32  seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  *sample = (Sample) { 0 };
  for (guint i = 0; i < N_ACTORS + N_ISSUES; i++)
    {
      g_snprintf (sample->ids[i], sizeof sample->ids[i], "e%02u", i);
      sample->entities[i] = (HearsayNetworkEntity) { sample->ids[i], sample->ids[i],
                                                     i < N_ACTORS ? HEARSAY_NODE_PERSON : HEARSAY_NODE_ISSUE, -1, -1 };
    }
  for (guint i = 0; i < N_FACTS; i++)
    {
      guint actor = (guint) g_rand_int_range (random, 0, N_ACTORS);
      guint issue = (guint) g_rand_int_range (random, 0, N_ISSUES);
      gboolean support = g_rand_boolean (random);

      sample->facts[i] = (HearsayNetworkFact) { i, i / 9, 0, actor, N_ACTORS + issue,
                                                support ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE };
      sample->facts[i].said_on = hearsay_date_from_days (18000 + (gint32) i / 9);
    }
  sample->input = (HearsayNetworkInput) { sample->entities, N_ACTORS + N_ISSUES, sample->facts, N_FACTS, NULL, 0 };
}

/* Counts the statements, each once an article where @once. */
static void
count (Sample   *sample,
       gboolean  once)
{
  for (guint i = 0; i < N_FACTS; i++)
    {
      const HearsayNetworkFact *fact = &sample->facts[i];
      gboolean again = FALSE;

      for (guint k = 0; once && k < i; k++)
        again |= sample->facts[k].article == fact->article && sample->facts[k].holder == fact->holder &&
                 sample->facts[k].target == fact->target && sample->facts[k].position == fact->position;
      if (!again)
        sample->a[fact->holder][fact->target - N_ACTORS][fact->position == HEARSAY_POSITION_SUPPORT] += 1;
    }
}

typedef struct
{
  double same;
  double opposite;
  double any;
  double n1;
  double n2;
  double m10;
  double m01;
  double m11;
  double square1;
  double square2;
} Sums;

static Sums
sum_pair (const Sample *sample,
          guint         x,
          guint         y)
{
  Sums s = { 0 };

  for (guint j = 0; j < N_ISSUES; j++)
    {
      const double *p = sample->a[x][j];
      const double *q = sample->a[y][j];

      s.any += (p[0] + p[1]) * (q[0] + q[1]);
      for (guint k = 0; k < 2; k++)
        {
          s.same += p[k] * q[k];
          s.opposite += p[k] * q[1 - k];
          s.n1 += p[k];
          s.n2 += q[k];
          s.m10 += q[k] == 0 ? p[k] : 0;
          s.m01 += p[k] == 0 ? q[k] : 0;
          s.m11 += p[k] * q[k];
          s.square1 += p[k] * p[k];
          s.square2 += q[k] * q[k];
        }
    }
  return s;
}

static double
expect (const Sums           *s,
        HearsaySharedMethod   method,
        HearsayNormalization  normalization)
{
  double weight = method == HEARSAY_SHARED_CONGRUENCE ? s->same : method == HEARSAY_SHARED_CONFLICT ? s->opposite : s->same - s->opposite;
  double by = normalization == HEARSAY_NORMALIZE_AVERAGE      ? (s->n1 + s->n2) / 2
              : normalization == HEARSAY_NORMALIZE_JACCARD    ? s->m10 + s->m01 + s->m11
              : normalization == HEARSAY_NORMALIZE_COSINE     ? sqrt (s->square1 * s->square2)
              : normalization == HEARSAY_NORMALIZE_DNA_COSINE ? s->n1 * s->n2
                                                              : 1;

  return by > 0 ? weight / by : 0;
}

static double
find_weight (const HearsayNetwork *network,
             guint                 x,
             guint                 y)
{
  double sum = 0;

  for (guint i = 0; i < network->n_edges; i++)
    {
      guint32 a = network->nodes[network->edges[i].source].entity;
      guint32 b = network->nodes[network->edges[i].target].entity;

      if ((a == x && b == y) || (a == y && b == x))
        sum += network->edges[i].position == HEARSAY_POSITION_OPPOSE ? -network->edges[i].weight : network->edges[i].weight;
    }
  return sum;
}

static void
check (HearsaySharedMethod  method,
       HearsayNormalization normalization,
       gboolean             once)
{
  for (guint32 seed = 1; seed <= 5; seed++)
    {
      Sample sample;
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;

      fill (&sample, seed);
      count (&sample, once);
      options.type = HEARSAY_NETWORK_POSITIONS;
      options.shared = method;
      options.normalization = normalization;
      options.duplicates = once ? HEARSAY_DUPLICATES_ARTICLE : HEARSAY_DUPLICATES_ALL;
      network = hearsay_network_build (&sample.input, &options, NULL, NULL);
      g_assert_nonnull (network);
      for (guint x = 0; x < N_ACTORS; x++)
        {
          for (guint y = x + 1; y < N_ACTORS; y++)
            {
              Sums sums = sum_pair (&sample, x, y);
              double expected = expect (&sums, method, normalization);

              /* Conflict is shown as opposition. */
              if (method == HEARSAY_SHARED_CONFLICT)
                expected = -expected;
              g_assert_cmpfloat_with_epsilon (find_weight (network, x, y), expected, EPSILON);
            }
        }
    }
}

static void
test_one_mode (void)
{
  for (guint method = HEARSAY_SHARED_CONGRUENCE; method <= HEARSAY_SHARED_SUBTRACT; method++)
    {
      for (guint normalization = HEARSAY_NORMALIZE_NONE; normalization <= HEARSAY_NORMALIZE_DNA_COSINE; normalization++)
        {
          check (method, normalization, FALSE);
          check (method, normalization, TRUE);
        }
    }
}

static void
test_ignore (void)
{
  Sample sample;
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;

  fill (&sample, 9);
  count (&sample, FALSE);
  options.type = HEARSAY_NETWORK_POSITIONS;
  options.shared = HEARSAY_SHARED_IGNORE;
  network = hearsay_network_build (&sample.input, &options, NULL, NULL);
  for (guint x = 0; x < N_ACTORS; x++)
    {
      for (guint y = x + 1; y < N_ACTORS; y++)
        g_assert_cmpfloat_with_epsilon (find_weight (network, x, y), sum_pair (&sample, x, y).any, EPSILON);
    }
}

/* Actors and issues: counts, and what activity and prominence make of them. */
static void
test_two_mode (void)
{
  for (guint normalization = 0; normalization < HEARSAY_N_NORMALIZATIONS; normalization++)
    {
      Sample sample;
      HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
      g_autoptr (HearsayNetwork) network = NULL;

      fill (&sample, 3);
      count (&sample, FALSE);
      options.type = HEARSAY_NETWORK_ISSUES;
      options.normalization = normalization;
      network = hearsay_network_build (&sample.input, &options, NULL, NULL);
      for (guint e = 0; e < network->n_edges; e++)
        {
          guint32 actor = network->nodes[network->edges[e].source].entity;
          guint32 issue = network->nodes[network->edges[e].target].entity - N_ACTORS;
          gboolean support = network->edges[e].position == HEARSAY_POSITION_SUPPORT;
          double row = 0;
          double column = 0;
          double by = 1;

          for (guint j = 0; j < N_ISSUES; j++)
            row += sample.a[actor][j][0] + sample.a[actor][j][1];
          for (guint i = 0; i < N_ACTORS; i++)
            column += sample.a[i][issue][0] + sample.a[i][issue][1];
          if (normalization == HEARSAY_NORMALIZE_ACTIVITY)
            by = row;
          if (normalization == HEARSAY_NORMALIZE_PROMINENCE)
            by = column;
          g_assert_cmpfloat_with_epsilon (network->edges[e].weight, sample.a[actor][issue][support] / by, EPSILON);
        }
      g_assert_cmpuint (network->n_edges, >, 20);
    }
}

/* The same week or month of another year is another one: where DNA counts once, both count. */
static void
test_years_differ (void)
{
  Sample sample;
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;

  fill (&sample, 1);
  sample.input.n_facts = 2;
  for (guint i = 0; i < 2; i++)
    {
      sample.facts[i] = (HearsayNetworkFact) { i, i, 0, 0, N_ACTORS, HEARSAY_POSITION_SUPPORT };
      sample.facts[i].said_on = hearsay_date_new_day (2004 + (int) i, 5, 12);
    }
  options.type = HEARSAY_NETWORK_ISSUES;
  for (guint duplicates = HEARSAY_DUPLICATES_DAY; duplicates <= HEARSAY_DUPLICATES_RANGE; duplicates++)
    {
      g_autoptr (HearsayNetwork) network = NULL;

      options.duplicates = duplicates;
      network = hearsay_network_build (&sample.input, &options, NULL, NULL);
      g_assert_cmpuint (network->n_edges, ==, 1);
      g_assert_cmpfloat (network->edges[0].weight, ==, duplicates == HEARSAY_DUPLICATES_RANGE ? 1 : 2);
    }
}

/* Few and many numbers, small and large ones, the same ones often. */
static void
test_sort_numbers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint n = 0; n < 3000; n = n * 3 / 2 + 1)
    {
      g_autofree guint32 *numbers = g_new (guint32, n + 1);
      g_autofree guint32 *spare = g_new (guint32, n + 1);
      guint64 sum = 0;

      for (guint i = 0; i < n; i++)
        sum += numbers[i] = g_rand_int (random) >> (n % 4 * 8);
      hearsay_rows_sort_numbers (numbers, spare, n);
      for (guint i = 0; i < n; i++)
        {
          sum -= numbers[i];
          g_assert_true (i == 0 || numbers[i - 1] <= numbers[i]);
        }
      g_assert_cmpuint (sum, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formulas/one-mode", test_one_mode);
  g_test_add_func ("/formulas/ignore", test_ignore);
  g_test_add_func ("/formulas/two-mode", test_two_mode);
  g_test_add_func ("/formulas/years", test_years_differ);
  g_test_add_func ("/formulas/sort-numbers", test_sort_numbers);
  return g_test_run ();
}
