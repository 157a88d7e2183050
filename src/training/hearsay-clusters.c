/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-clusters.h"

#include "analysis/hearsay-features.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Hash that marks the end of a sentence in the running text. */
#define BOUNDARY 0

typedef struct
{
  guint32 hash;
  guint32 count;
} Entry;

/* How often a word stood beside another: a row of each word's list. */
typedef struct
{
  guint32 word;
  guint32 other;
  guint32 count;
} Neighbour;

struct _HearsayClusters
{
  guint n_clusters;
  GArray *text;  /* hashes */
  GArray *words; /* Entry, commonest first; word 0 is the boundary and all that is rare */
  guint16 *cluster_of;
  GArray *right; /* Neighbour by word */
  GArray *left;
  guint32 *right_first;
  guint32 *left_first;
  guint32 *pairs; /* by first and second cluster */
  guint32 *before; /* of each cluster, as first of a pair */
  guint32 *after;
  double *logs;
  guint n_logs;
};

HearsayClusters *
hearsay_clusters_new (guint n_clusters)
{
  HearsayClusters *self = g_new0 (HearsayClusters, 1);

  self->n_clusters = n_clusters;
  self->text = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->words = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->right = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  self->left = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  return self;
}

void
hearsay_clusters_free (HearsayClusters *self)
{
  g_array_unref (self->text);
  g_array_unref (self->words);
  g_array_unref (self->right);
  g_array_unref (self->left);
  g_free (self->cluster_of);
  g_free (self->right_first);
  g_free (self->left_first);
  g_free (self->pairs);
  g_free (self->before);
  g_free (self->after);
  g_free (self->logs);
  g_free (self);
}

/**
 * hearsay_clusters_add:
 * @word: hash of the next word of the running text, 0 between sentences
 */
void
hearsay_clusters_add (HearsayClusters *self,
                      guint32          word)
{
  g_array_append_val (self->text, word);
}

static void
add_word (HearsayClusters *self,
          const char      *text,
          gsize            length)
{
  char folded[64];
  gsize n = hearsay_fold_word (text, length, folded, sizeof folded);

  hearsay_clusters_add (self, hearsay_hash_bytes (folded, n));
}

static gboolean
is_apostrophe (const char *text,
               gsize      *length)
{
  *length = *text == '\'' ? 1 : 3;
  return *text == '\'' || strncmp (text, "\xE2\x80\x99", 3) == 0;
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || ((guint8) c >= 0x80 && (guint8) c != 0xE2);
}

/* “n’t” and “’s” are words of their own in the treebanks. */
static const char *
add_run (HearsayClusters *self,
         const char      *start)
{
  const char *end = start;
  gsize mark;

  while (is_word_byte (*end))
    end++;
  if (end - start > 1 && end[-1] == 'n' && is_apostrophe (end, &mark) && end[mark] == 't' && !is_word_byte (end[mark + 1]))
    {
      add_word (self, start, (gsize) (end - 1 - start));
      add_word (self, end - 1, mark + 2);
      return end + mark + 1;
    }
  add_word (self, start, (gsize) (end - start));
  if (is_apostrophe (end, &mark) && g_ascii_isalpha (end[mark]))
    {
      const char *tail = end + mark;

      while (g_ascii_isalpha (*tail))
        tail++;
      add_word (self, end, (gsize) (tail - end));
      return tail;
    }
  return end;
}

/**
 * hearsay_clusters_add_text:
 * @text: UTF-8; lines are taken for sentences or longer
 */
void
hearsay_clusters_add_text (HearsayClusters *self,
                           const char      *text)
{
  const char *p = text;

  hearsay_clusters_add (self, BOUNDARY);
  while (*p != '\0')
    {
      if (*p == '\n')
        hearsay_clusters_add (self, BOUNDARY);
      if (g_ascii_isspace (*p))
        p++;
      else if (is_word_byte (*p))
        p = add_run (self, p);
      else
        {
          const char *next = g_utf8_find_next_char (p, NULL);

          add_word (self, p, (gsize) (next - p));
          if (*p == '.' || *p == '?' || *p == '!')
            hearsay_clusters_add (self, BOUNDARY);
          p = next;
        }
    }
  hearsay_clusters_add (self, BOUNDARY);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
count_words (HearsayClusters *self,
             guint            min_count)
{
  g_autofree guint32 *sorted = g_memdup2 (self->text->data, self->text->len * sizeof (guint32));
  Entry rest = { BOUNDARY, G_MAXUINT32 };

  qsort (sorted, self->text->len, sizeof (guint32), compare_hashes);
  g_array_append_val (self->words, rest);
  for (guint i = 0; i < self->text->len;)
    {
      Entry entry = { sorted[i], 0 };

      for (; i < self->text->len && sorted[i] == entry.hash; i++)
        entry.count++;
      if (entry.hash != BOUNDARY && entry.count >= min_count)
        g_array_append_val (self->words, entry);
    }
  g_array_sort (self->words, compare_entries);
}

static int
compare_neighbours (gconstpointer a,
                    gconstpointer b)
{
  const Neighbour *x = a;
  const Neighbour *y = b;

  if (x->word != y->word)
    return x->word < y->word ? -1 : 1;
  return x->other < y->other ? -1 : x->other > y->other;
}

static guint32 *
merge_neighbours (GArray *list,
                  guint   n_words)
{
  guint32 *first = g_new0 (guint32, (gsize) n_words + 1);
  guint n = 0;

  g_array_sort (list, compare_neighbours);
  for (guint i = 0; i < list->len; i++)
    {
      Neighbour *entry = &g_array_index (list, Neighbour, i);

      if (n > 0 && compare_neighbours (&g_array_index (list, Neighbour, n - 1), entry) == 0)
        g_array_index (list, Neighbour, n - 1).count += entry->count;
      else
        g_array_index (list, Neighbour, n++) = *entry;
    }
  g_array_set_size (list, n);
  for (guint i = 0; i < n; i++)
    first[g_array_index (list, Neighbour, i).word + 1]++;
  for (guint i = 0; i < n_words; i++)
    first[i + 1] += first[i];
  return first;
}

static void
count_neighbours (HearsayClusters *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint32 previous = 0;

  for (guint i = 1; i < self->words->len; i++)
    g_hash_table_insert (numbers, GUINT_TO_POINTER (g_array_index (self->words, Entry, i).hash), GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->text->len; i++)
    {
      gpointer hash = GUINT_TO_POINTER (g_array_index (self->text, guint32, i));
      guint32 word = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, hash));
      Neighbour right = { previous, word, 1 };
      Neighbour left = { word, previous, 1 };

      if (word != 0 || previous != 0)
        {
          g_array_append_val (self->right, right);
          g_array_append_val (self->left, left);
        }
      previous = word;
    }
  self->right_first = merge_neighbours (self->right, self->words->len);
  self->left_first = merge_neighbours (self->left, self->words->len);
}

/* n log n, the stuff that the likelihood is made of. */
static inline double
nlogn (const HearsayClusters *self,
       guint32                n)
{
  return n < self->n_logs ? self->logs[n] : n * log (n);
}

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
      const Neighbour *entry = &g_array_index (list, Neighbour, i);
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

static inline guint32 *
get_pair (const HearsayClusters *self,
          guint                  first,
          guint                  second)
{
  return &self->pairs[(gsize) first * self->n_clusters + second];
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
      *get_pair (self, cluster, right->clusters[i]) += (guint32) sign * right->counts[i];
      total_right += right->counts[i];
    }
  for (guint i = 0; i < left->n; i++)
    {
      *get_pair (self, left->clusters[i], cluster) += (guint32) sign * left->counts[i];
      total_left += left->counts[i];
    }
  *get_pair (self, cluster, cluster) += (guint32) sign * right->self_count;
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
  guint32 own = *get_pair (self, cluster, cluster);
  double gain = 0;

  for (guint i = 0; i < right->n; i++)
    {
      guint32 now = *get_pair (self, cluster, right->clusters[i]);

      total_right += right->counts[i];
      if (right->clusters[i] == cluster)
        inner += right->counts[i];
      else
        gain += nlogn (self, now + right->counts[i]) - nlogn (self, now);
    }
  for (guint i = 0; i < left->n; i++)
    {
      guint32 now = *get_pair (self, left->clusters[i], cluster);

      total_left += left->counts[i];
      if (left->clusters[i] == cluster)
        inner += left->counts[i];
      else
        gain += nlogn (self, now + left->counts[i]) - nlogn (self, now);
    }
  gain += nlogn (self, own + inner) - nlogn (self, own);
  gain -= nlogn (self, self->before[cluster] + total_right) - nlogn (self, self->before[cluster]);
  gain -= nlogn (self, self->after[cluster] + total_left) - nlogn (self, self->after[cluster]);
  return gain;
}

/* One round of exchanges. Cluster 0 keeps the boundary and all that is rare. */
static guint
exchange (HearsayClusters *self)
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

static void
prepare_counts (HearsayClusters *self)
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
      const Neighbour *entry = &g_array_index (self->right, Neighbour, i);
      guint first = self->cluster_of[entry->word];
      guint second = self->cluster_of[entry->other];

      *get_pair (self, first, second) += entry->count;
      self->before[first] += entry->count;
      self->after[second] += entry->count;
    }
  self->n_logs = 1u << 20;
  self->logs = g_new0 (double, self->n_logs);
  for (guint i = 2; i < self->n_logs; i++)
    self->logs[i] = i * log (i);
}

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
  double loss = nlogn (self, before[a] + before[b]) - nlogn (self, before[a]) - nlogn (self, before[b]) +
                nlogn (self, after[a] + after[b]) - nlogn (self, after[a]) - nlogn (self, after[b]);

  for (guint i = 0; i < n_alive; i++)
    {
      guint c = alive[i];

      if (c == a || c == b)
        continue;
      loss += nlogn (self, pairs[a * k + c]) + nlogn (self, pairs[b * k + c]) - nlogn (self, pairs[a * k + c] + pairs[b * k + c]);
      loss += nlogn (self, pairs[c * k + a]) + nlogn (self, pairs[c * k + b]) - nlogn (self, pairs[c * k + a] + pairs[c * k + b]);
    }
  loss += nlogn (self, pairs[a * k + a]) + nlogn (self, pairs[a * k + b]) + nlogn (self, pairs[b * k + a]) +
          nlogn (self, pairs[b * k + b]) -
          nlogn (self, pairs[a * k + a] + pairs[a * k + b] + pairs[b * k + a] + pairs[b * k + b]);
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
static void
order_clusters (HearsayClusters *self,
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

/**
 * hearsay_clusters_fit:
 * @min_count: rarer words get no cluster
 * @n_rounds: rounds of exchanges
 */
void
hearsay_clusters_fit (HearsayClusters *self,
                      guint            min_count,
                      guint            n_rounds)
{
  g_autofree guint *rank = g_new0 (guint, self->n_clusters);

  g_return_if_fail (self->n_clusters >= 3 && self->n_clusters <= 1024);

  count_words (self, min_count);
  count_neighbours (self);
  prepare_counts (self);
  for (guint round = 0; round < n_rounds && exchange (self) > 0; round++)
    ;
  order_clusters (self, rank);
  for (guint i = 1; i < self->words->len; i++)
    self->cluster_of[i] = (guint16) (HEARSAY_CLUSTERS_FIRST + rank[self->cluster_of[i]]);
}

guint
hearsay_clusters_get_n (const HearsayClusters *self)
{
  return self->words->len - 1;
}

/**
 * hearsay_clusters_get_word:
 * @index: less than hearsay_clusters_get_n()
 * @cluster: (out): the word's cluster
 *
 * Returns: the word's hash
 */
guint32
hearsay_clusters_get_word (const HearsayClusters *self,
                           guint                  index,
                           guint16               *cluster)
{
  *cluster = self->cluster_of[index + 1];
  return g_array_index (self->words, Entry, index + 1).hash;
}
