/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-clusters-private.h"

#include <string.h>

/* What the likelihood loses when two groups of clusters become one. */
static double
get_loss (const HearsayClusters *self,
          const guint32         *pairs,
          const guint32         *before,
          const guint32         *after,
          const guint           *alive,
          guint                  n_alive,
          guint                  a,
          guint                  b)
{
  gsize k = self->n_clusters;
  double loss = hearsay_clusters_nlogn (self, before[a] + before[b]) - hearsay_clusters_nlogn (self, before[a]) - hearsay_clusters_nlogn (self, before[b]) +
                hearsay_clusters_nlogn (self, after[a] + after[b]) - hearsay_clusters_nlogn (self, after[a]) - hearsay_clusters_nlogn (self, after[b]);

  for (guint i = 0; i < n_alive; i++)
    {
      guint c = alive[i];

      if (c == a || c == b)
        continue;
      loss += hearsay_clusters_nlogn (self, pairs[a * k + c]) + hearsay_clusters_nlogn (self, pairs[b * k + c]) - hearsay_clusters_nlogn (self, pairs[a * k + c] + pairs[b * k + c]);
      loss += hearsay_clusters_nlogn (self, pairs[c * k + a]) + hearsay_clusters_nlogn (self, pairs[c * k + b]) - hearsay_clusters_nlogn (self, pairs[c * k + a] + pairs[c * k + b]);
    }
  loss += hearsay_clusters_nlogn (self, pairs[a * k + a]) + hearsay_clusters_nlogn (self, pairs[a * k + b]) + hearsay_clusters_nlogn (self, pairs[b * k + a]) +
          hearsay_clusters_nlogn (self, pairs[b * k + b]) -
          hearsay_clusters_nlogn (self, pairs[a * k + a] + pairs[a * k + b] + pairs[b * k + a] + pairs[b * k + b]);
  return loss;
}

static void
merge (guint32 *pairs,
       guint32 *before,
       guint32 *after,
       gsize    k,
       guint    a,
       guint    b)
{
  before[a] += before[b];
  after[a] += after[b];
  for (gsize c = 0; c < k; c++)
    pairs[a * k + c] += pairs[b * k + c];
  for (gsize c = 0; c < k; c++)
    pairs[c * k + a] += pairs[c * k + b];
}

/* Merges the likest clusters until one is left; members of a group stand together in the end. */
void
_hearsay_clusters_order (HearsayClusters *self,
                         guint           *rank)
{
  gsize k = self->n_clusters;
  g_autofree guint32 *pairs = g_memdup2 (self->pairs, k * k * sizeof (guint32));
  g_autofree guint32 *before = g_memdup2 (self->before, k * sizeof (guint32));
  g_autofree guint32 *after = g_memdup2 (self->after, k * sizeof (guint32));
  g_autofree double *losses = g_new0 (double, k * k);
  g_autofree guint *alive = g_new (guint, k);
  g_autofree guint *next = g_new0 (guint, k); /* next member of a group, 0 for none */
  g_autofree guint *last = g_new (guint, k);
  guint n = 0;

  for (guint c = 1; c < k; c++)
    {
      alive[n++] = c;
      last[c] = c;
    }
  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        losses[alive[i] * k + alive[j]] = get_loss (self, pairs, before, after, alive, n, alive[i], alive[j]);
    }
  while (n > 1)
    {
      guint best_i = 0, best_j = 1;
      guint a, b;

      for (guint i = 0; i < n; i++)
        {
          for (guint j = i + 1; j < n; j++)
            {
              if (losses[alive[i] * k + alive[j]] < losses[alive[best_i] * k + alive[best_j]])
                {
                  best_i = i;
                  best_j = j;
                }
            }
        }
      a = alive[best_i];
      b = alive[best_j];
      merge (pairs, before, after, k, a, b);
      next[last[a]] = b;
      last[a] = last[b];
      memmove (alive + best_j, alive + best_j + 1, (n - best_j - 1) * sizeof (guint));
      n--;
      /* Only losses that touch the new group are computed anew: the others change little. */
      for (guint i = 0; i < n; i++)
        {
          if (alive[i] != a)
            losses[MIN (alive[i], a) * k + MAX (alive[i], a)] = get_loss (self, pairs, before, after, alive, n, alive[i], a);
        }
    }
  for (guint c = alive[0], i = 0; c != 0; c = next[c])
    rank[c] = i++;
}
