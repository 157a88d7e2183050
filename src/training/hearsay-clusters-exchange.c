/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-clusters-private.h"

/* Words move from cluster to cluster as long as the likelihood of the text gains by it. */

/* How often a word stands before, or behind, words of each cluster. */
typedef struct
{
  guint n;
  guint16 clusters[1024];
  guint32 counts[1024];
  guint32 self_count;
} Profile;

static void
make_profile (const HearsayClusters *self,
              const GArray          *list,
              const guint32         *first,
              guint32                word,
              guint32               *sums,
              Profile               *profile)
{
  profile->n = 0;
  profile->self_count = 0;
  for (guint32 i = first[word]; i < first[word + 1]; i++)
    {
      const HearsayClusterNeighbour *entry = &g_array_index (list, HearsayClusterNeighbour, i);
      guint16 cluster = self->cluster_of[entry->other];

      if (entry->other == word)
        {
          profile->self_count = entry->count;
          continue;
        }
      if (sums[cluster] == 0)
        profile->clusters[profile->n++] = cluster;
      sums[cluster] += entry->count;
    }
  for (guint i = 0; i < profile->n; i++)
    {
      profile->counts[i] = sums[profile->clusters[i]];
      sums[profile->clusters[i]] = 0;
    }
}

static void
move (HearsayClusters *self,
      const Profile   *right,
      const Profile   *left,
      guint            cluster,
      int              sign)
{
  guint32 total_right = right->self_count;
  guint32 total_left = left->self_count;

  for (guint i = 0; i < right->n; i++)
    {
      *hearsay_clusters_get_pair (self, cluster, right->clusters[i]) += (guint32) sign * right->counts[i];
      total_right += right->counts[i];
    }
  for (guint i = 0; i < left->n; i++)
    {
      *hearsay_clusters_get_pair (self, left->clusters[i], cluster) += (guint32) sign * left->counts[i];
      total_left += left->counts[i];
    }
  *hearsay_clusters_get_pair (self, cluster, cluster) += (guint32) sign * right->self_count;
  self->before[cluster] += (guint32) sign * total_right;
  self->after[cluster] += (guint32) sign * total_left;
}

/* What the likelihood gains when the word joins the cluster. */
static double
get_gain (const HearsayClusters *self,
          const Profile         *right,
          const Profile         *left,
          guint                  cluster)
{
  guint32 total_right = right->self_count;
  guint32 total_left = left->self_count;
  guint32 inner = right->self_count;
  guint32 own = *hearsay_clusters_get_pair (self, cluster, cluster);
  double gain = 0;

  for (guint i = 0; i < right->n; i++)
    {
      guint32 now = *hearsay_clusters_get_pair (self, cluster, right->clusters[i]);

      total_right += right->counts[i];
      if (right->clusters[i] == cluster)
        inner += right->counts[i];
      else
        gain += hearsay_clusters_nlogn (self, now + right->counts[i]) - hearsay_clusters_nlogn (self, now);
    }
  for (guint i = 0; i < left->n; i++)
    {
      guint32 now = *hearsay_clusters_get_pair (self, left->clusters[i], cluster);

      total_left += left->counts[i];
      if (left->clusters[i] == cluster)
        inner += left->counts[i];
      else
        gain += hearsay_clusters_nlogn (self, now + left->counts[i]) - hearsay_clusters_nlogn (self, now);
    }
  gain += hearsay_clusters_nlogn (self, own + inner) - hearsay_clusters_nlogn (self, own);
  gain -= hearsay_clusters_nlogn (self, self->before[cluster] + total_right) - hearsay_clusters_nlogn (self, self->before[cluster]);
  gain -= hearsay_clusters_nlogn (self, self->after[cluster] + total_left) - hearsay_clusters_nlogn (self, self->after[cluster]);
  return gain;
}

/* One round of exchanges. Cluster 0 keeps the boundary and all that is rare. */
guint
_hearsay_clusters_exchange (HearsayClusters *self)
{
  g_autofree guint32 *sums = g_new0 (guint32, self->n_clusters);
  g_autofree Profile *right = g_new (Profile, 1);
  g_autofree Profile *left = g_new (Profile, 1);
  guint n_moved = 0;

  for (guint32 word = 1; word < self->words->len; word++)
    {
      guint16 old = self->cluster_of[word];
      guint best = old;
      double best_gain;

      make_profile (self, self->right, self->right_first, word, sums, right);
      make_profile (self, self->left, self->left_first, word, sums, left);
      move (self, right, left, old, -1);
      best_gain = get_gain (self, right, left, old) + 1e-9;
      for (guint cluster = 1; cluster < self->n_clusters; cluster++)
        {
          double gain = get_gain (self, right, left, cluster);

          if (gain > best_gain)
            {
              best_gain = gain;
              best = cluster;
            }
        }
      self->cluster_of[word] = (guint16) best;
      move (self, right, left, best, 1);
      n_moved += best != old;
    }
  return n_moved;
}

void
_hearsay_clusters_prepare_counts (HearsayClusters *self)
{
  guint k = self->n_clusters;

  self->cluster_of = g_new0 (guint16, self->words->len);
  for (guint i = 1; i < self->words->len; i++)
    self->cluster_of[i] = (guint16) (1 + (i - 1) % (k - 1));
  self->pairs = g_new0 (guint32, (gsize) k * k);
  self->before = g_new0 (guint32, k);
  self->after = g_new0 (guint32, k);
  for (guint i = 0; i < self->right->len; i++)
    {
      const HearsayClusterNeighbour *entry = &g_array_index (self->right, HearsayClusterNeighbour, i);
      guint first = self->cluster_of[entry->word];
      guint second = self->cluster_of[entry->other];

      *hearsay_clusters_get_pair (self, first, second) += entry->count;
      self->before[first] += entry->count;
      self->after[second] += entry->count;
    }
  self->n_logs = 1u << 20;
  self->logs = g_new0 (double, self->n_logs);
  for (guint i = 2; i < self->n_logs; i++)
    self->logs[i] = i * log (i);
}
