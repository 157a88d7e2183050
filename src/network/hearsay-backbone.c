/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-backbone.h"

#include <math.h>
#include <string.h>

/* Eigenvalues are sought for every issue in every step: the most active are looked at. */
#define MAX_ACTORS 80
#define MAX_ISSUES 40

#define MAX_TURNS 60

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x < y) - (x > y);
}

/* Turns the plane of p and q so that their common entry is nothing. */
static void
rotate (double *a,
        guint   n,
        guint   p,
        guint   q)
{
  double theta = (a[q * n + q] - a[p * n + p]) / (2.0 * a[p * n + q]);
  double t = (theta >= 0.0 ? 1.0 : -1.0) / (fabs (theta) + sqrt (theta * theta + 1.0));
  double c = 1.0 / sqrt (t * t + 1.0);
  double s = t * c;

  for (guint k = 0; k < n; k++)
    {
      double x = a[k * n + p];
      double y = a[k * n + q];

      a[k * n + p] = c * x - s * y;
      a[k * n + q] = s * x + c * y;
    }
  for (guint k = 0; k < n; k++)
    {
      double x = a[p * n + k];
      double y = a[q * n + k];

      a[p * n + k] = c * x - s * y;
      a[q * n + k] = s * x + c * y;
    }
}

/**
 * hearsay_backbone_eigenvalues:
 * @matrix: n × n, symmetric; destroyed
 * @values: (out caller-allocates): its eigenvalues, the largest first
 *
 * Jacobi's method, row by row (Golub and van Loan). O(n³) a turn, some six turns.
 */
void
hearsay_backbone_eigenvalues (double *matrix,
                              guint   n,
                              double *values)
{
  double all = 0.0;

  for (guint i = 0; i < n * n; i++)
    all += matrix[i] * matrix[i];
  for (guint turn = 0; turn < MAX_TURNS; turn++)
    {
      double off = 0.0;

      for (guint p = 0; p < n; p++)
        {
          for (guint q = p + 1; q < n; q++)
            off += matrix[p * n + q] * matrix[p * n + q];
        }
      if (off <= 1e-20 * all)
        break;
      for (guint p = 0; p < n; p++)
        {
          for (guint q = p + 1; q < n; q++)
            {
              if (matrix[p * n + q] * matrix[p * n + q] > 1e-24 * all)
                rotate (matrix, n, p, q);
            }
        }
    }
  for (guint i = 0; i < n; i++)
    values[i] = matrix[i * n + i];
  qsort (values, n, sizeof *values, compare_down);
}

/* Statements of support and opposition of actors on issues. */
typedef struct
{
  guint n_actors;
  guint n_issues;
  guint32 *issues; /* nodes */
  double *support; /* n_issues × n_actors */
  double *oppose;
} Table;

static void
clear_table (Table *table)
{
  g_free (table->issues);
  g_free (table->support);
  g_free (table->oppose);
}

static void
make_table (const HearsayNetwork *network,
            Table                *table)
{
  g_autofree guint *place = g_new (guint, MAX (network->n_nodes, 1));

  *table = (Table) { .issues = g_new (guint32, MAX_ISSUES) };
  for (guint i = 0; i < network->n_nodes; i++)
    {
      guint *n = network->nodes[i].kind == HEARSAY_NODE_ISSUE ? &table->n_issues : &table->n_actors;
      guint most = network->nodes[i].kind == HEARSAY_NODE_ISSUE ? MAX_ISSUES : MAX_ACTORS;

      place[i] = *n < most ? *n : G_MAXUINT;
      if (*n >= most)
        continue;
      if (network->nodes[i].kind == HEARSAY_NODE_ISSUE)
        table->issues[*n] = i;
      (*n)++;
    }
  table->support = g_new0 (double, table->n_issues * table->n_actors + 1);
  table->oppose = g_new0 (double, table->n_issues * table->n_actors + 1);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      guint actor = place[edge->source];
      guint issue = place[edge->target];

      if (network->nodes[edge->target].kind != HEARSAY_NODE_ISSUE || network->nodes[edge->source].kind == HEARSAY_NODE_ISSUE ||
          actor == G_MAXUINT || issue == G_MAXUINT || !isfinite (edge->weight))
        continue;
      if (edge->position == HEARSAY_POSITION_SUPPORT)
        table->support[issue * table->n_actors + actor] += edge->weight;
      else if (edge->position == HEARSAY_POSITION_OPPOSE)
        table->oppose[issue * table->n_actors + actor] += edge->weight;
    }
}

/* Congruence less conflict of all pairs over the issues that are kept; what is
 * below nothing counts as nothing; eigenvalues that sum to one. */
static void
measure_spectrum (const Table    *table,
                  const gboolean *kept,
                  double         *matrix,
                  double         *values)
{
  guint n = table->n_actors;
  double sum = 0.0;

  memset (matrix, 0, sizeof *matrix * n * n);
  for (guint issue = 0; issue < table->n_issues; issue++)
    {
      const double *s = table->support + issue * n;
      const double *o = table->oppose + issue * n;

      for (guint i = 0; kept[issue] && i < n; i++)
        {
          for (guint j = 0; (s[i] > 0.0 || o[i] > 0.0) && j < n; j++)
            {
              if (i != j)
                matrix[i * n + j] += (s[i] - o[i]) * (s[j] - o[j]);
            }
        }
    }
  for (guint i = 0; i < n * n; i++)
    matrix[i] = MAX (matrix[i], 0.0);
  hearsay_backbone_eigenvalues (matrix, n, values);
  for (guint i = 0; i < n; i++)
    sum += fabs (values[i]);
  for (guint i = 0; i < n; i++)
    values[i] = sum > 0.0 ? values[i] / sum : 0.0;
}

static double
sum_distance (const double *a,
              const double *b,
              guint         n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += fabs (a[i] - b[i]);
  return sum;
}

/**
 * hearsay_backbone_nested:
 * @network: actors and issues, counted but not normalised
 * @steps: (element-type HearsayBackboneStep): gets one step for each issue
 *
 * Which issues hold the discourse together, as in Discourse Network Analyzer's
 * nested backbone: at each step the issue leaves whose loss is least, the loss
 * being Σ |λᵢ − λ′ᵢ| over the eigenvalues of the network of shared positions
 * (congruence less conflict, nothing below zero) with all issues and with those
 * that are left. DNA scales eigenvalues to sum one; as those of a network
 * without loops sum to nothing, their magnitudes are made to. Issues that leave
 * last are the backbone. For the 80 most active actors and the 40 most spoken of issues.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_backbone_nested (const HearsayNetwork  *network,
                         GArray                *steps,
                         GCancellable          *cancellable,
                         GError               **error)
{
  Table table;
  gboolean kept[MAX_ISSUES] = { FALSE };
  g_autofree double *matrix = NULL;
  g_autofree double *full = NULL;
  g_autofree double *values = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (network != NULL && steps != NULL, FALSE);

  make_table (network, &table);
  matrix = g_new (double, table.n_actors * table.n_actors + 1);
  full = g_new (double, table.n_actors + 1);
  values = g_new (double, table.n_actors + 1);
  for (guint i = 0; i < table.n_issues; i++)
    kept[i] = TRUE;
  measure_spectrum (&table, kept, matrix, full);
  for (guint step = 0; done && step < table.n_issues; step++)
    {
      HearsayBackboneStep best = { 0, G_MAXDOUBLE };
      guint leaves = 0;

      /* Of equals the least spoken of goes first. */
      for (guint i = table.n_issues; i-- > 0;)
        {
          double loss;

          if (!kept[i])
            continue;
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            {
              done = FALSE;
              break;
            }
          kept[i] = FALSE;
          measure_spectrum (&table, kept, matrix, values);
          kept[i] = TRUE;
          loss = sum_distance (full, values, table.n_actors);
          if (loss < best.loss - 1e-12)
            {
              best = (HearsayBackboneStep) { table.issues[i], loss };
              leaves = i;
            }
        }
      if (!done)
        break;
      kept[leaves] = FALSE;
      g_array_append_val (steps, best);
    }
  clear_table (&table);
  return done;
}
