/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-camps.h"

#include <math.h>
#include <string.h>

/* Larger networks are read by their most active nodes: the search compares all pairs. */
#define MAX_NODES 300
#define MAX_ROUNDS 40

/**
 * HearsayPairs:
 * @support: n × n, both ways and all edges of a pair together
 * @oppose: likewise
 */
typedef struct
{
  guint n;
  double *support;
  double *oppose;
  double support_sum;
  double oppose_sum;
} HearsayPairs;

static void
clear_pairs (HearsayPairs *pairs)
{
  g_free (pairs->support);
  g_free (pairs->oppose);
}

static void
take_pairs (const HearsayNetwork *network,
            HearsayPairs         *pairs)
{
  guint n = MIN (network->n_nodes, MAX_NODES);

  *pairs = (HearsayPairs) { .n = n };
  pairs->support = g_new0 (double, (gsize) n * n + 1);
  pairs->oppose = g_new0 (double, (gsize) n * n + 1);
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      double *matrix = edge->position == HEARSAY_POSITION_OPPOSE ? pairs->oppose : pairs->support;
      double *sum = edge->position == HEARSAY_POSITION_OPPOSE ? &pairs->oppose_sum : &pairs->support_sum;

      if (edge->source >= n || edge->target >= n || edge->source == edge->target ||
          (network->is_signed && edge->position == HEARSAY_POSITION_NEUTRAL) || !(edge->weight > 0) || !isfinite (edge->weight))
        continue;
      matrix[(gsize) edge->source * n + edge->target] += edge->weight;
      matrix[(gsize) edge->target * n + edge->source] += edge->weight;
      *sum += 2.0 * edge->weight;
    }
}

/* Σ |congruence − expected| + conflict within camps, congruence + |conflict − expected| between them. */
static double
sum_differences (const HearsayPairs *pairs,
                 guint               n_camps,
                 const guint        *camps)
{
  g_autofree guint *members = g_new0 (guint, n_camps);
  double n_within = 0.0;
  double n_between;
  double within;
  double between;
  double sum = 0.0;

  for (guint i = 0; i < pairs->n; i++)
    members[camps[i]]++;
  for (guint i = 0; i < n_camps; i++)
    n_within += (double) members[i] * (members[i] - 1.0);
  n_between = (double) pairs->n * (pairs->n - 1.0) - n_within;
  within = n_within > 0.0 ? pairs->support_sum / n_within : 0.0;
  between = n_between > 0.0 ? pairs->oppose_sum / n_between : 0.0;
  for (guint i = 0; i < pairs->n; i++)
    {
      const double *support = pairs->support + (gsize) i * pairs->n;
      const double *oppose = pairs->oppose + (gsize) i * pairs->n;

      for (guint j = 0; j < pairs->n; j++)
        {
          if (i == j)
            continue;
          sum += camps[i] == camps[j] ? fabs (support[j] - within) + oppose[j] : support[j] + fabs (oppose[j] - between);
        }
    }
  return sum;
}

static double
to_quality (const HearsayPairs *pairs,
            double              sum)
{
  double norm = pairs->support_sum + pairs->oppose_sum;

  return norm > 0.0 ? 1.0 - sum / (2.0 * norm) : 0.0;
}

/**
 * hearsay_camps_quality:
 * @camps: (array): 0 … @n_camps − 1 for each node, at most the first 300
 *
 * How well camps explain who agrees and disagrees, as Discourse Network
 * Analyzer measures it: 1 − Σ / (2 (‖C‖ + ‖D‖)) with Σ the absolute difference
 * of congruence C and conflict D from what they were if all of C lay evenly
 * within camps and all of D evenly between them. DNA states Σ as a loss; here 1
 * is two perfect camps.
 *
 * Returns: at most 1; 0 without agreement and disagreement
 */
double
hearsay_camps_quality (const HearsayNetwork *network,
                       guint                 n_camps,
                       const guint          *camps)
{
  HearsayPairs pairs;
  double quality;

  g_return_val_if_fail (network != NULL && n_camps > 0 && (camps != NULL || network->n_nodes == 0), 0.0);

  take_pairs (network, &pairs);
  quality = to_quality (&pairs, sum_differences (&pairs, n_camps, camps));
  clear_pairs (&pairs);
  return quality;
}

/* A start: who is nearest to whom by agreement less disagreement, one after the other. */
static void
seed_camps (const HearsayPairs *pairs,
            guint               n_camps,
            guint               shift,
            guint              *camps)
{
  for (guint i = 0; i < pairs->n; i++)
    {
      double best = -G_MAXDOUBLE;

      camps[i] = (i + shift) % n_camps;
      for (guint c = 0; c < n_camps; c++)
        {
          guint camp = (c + i + shift) % n_camps;
          double liking = 0.0;

          for (guint j = 0; j < i; j++)
            {
              if (camps[j] == camp)
                liking += pairs->support[(gsize) i * pairs->n + j] - pairs->oppose[(gsize) i * pairs->n + j];
            }
          if (liking > best)
            {
              best = liking;
              camps[i] = camp;
            }
        }
    }
}

/* Moves single nodes while that helps. */
static double
improve (const HearsayPairs *pairs,
         guint               n_camps,
         guint              *camps,
         GCancellable       *cancellable)
{
  double sum = sum_differences (pairs, n_camps, camps);
  gboolean moved = TRUE;

  for (guint round = 0; moved && round < MAX_ROUNDS; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < pairs->n && !g_cancellable_is_cancelled (cancellable); i++)
        {
          guint home = camps[i];

          for (guint camp = 0; camp < n_camps; camp++)
            {
              guint before = camps[i];
              double tried;

              if (camp == before || camp == home)
                continue;
              camps[i] = camp;
              tried = sum_differences (pairs, n_camps, camps);
              if (tried < sum - 1e-12)
                {
                  sum = tried;
                  moved = TRUE;
                }
              else
                camps[i] = before;
            }
        }
    }
  return sum;
}

/**
 * hearsay_camps_polarization:
 * @n_camps: 2 or more
 * @camps: (out caller-allocates) (nullable): each node's camp; nodes beyond the 300 most active get G_MAXUINT
 * @cancellable: (nullable): then the best found so far counts
 *
 * Looks for the camps of the best hearsay_camps_quality(), from several starts,
 * always the same for the same network. O(nodes³) and more: for workers.
 *
 * Returns: that quality
 */
double
hearsay_camps_polarization (const HearsayNetwork *network,
                            guint                 n_camps,
                            guint                *camps,
                            GCancellable         *cancellable)
{
  HearsayPairs pairs;
  g_autofree guint *tried = NULL;
  double least = G_MAXDOUBLE;
  double quality;

  g_return_val_if_fail (network != NULL && n_camps >= 2, 0.0);

  take_pairs (network, &pairs);
  tried = g_new0 (guint, MAX (pairs.n, 1));
  for (guint i = 0; camps != NULL && i < network->n_nodes; i++)
    camps[i] = G_MAXUINT;
  for (guint start = 0; start < (pairs.n > 120 ? 1 : 4); start++)
    {
      double sum;

      if (start < 2)
        seed_camps (&pairs, n_camps, start, tried);
      for (guint i = 0; start >= 2 && i < pairs.n; i++)
        tried[i] = (start == 2 ? i : i / 2) % n_camps;
      sum = improve (&pairs, n_camps, tried, cancellable);
      if (sum >= least)
        continue;
      least = sum;
      if (camps != NULL)
        memcpy (camps, tried, sizeof *camps * pairs.n);
    }
  quality = pairs.n > 0 ? to_quality (&pairs, least) : 0.0;
  clear_pairs (&pairs);
  return quality;
}
