/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-clusters-private.h"

#include "analysis/hearsay-features.h"

#include <stdlib.h>
#include <string.h>

/* Hash that marks the end of a sentence in the running text. */
#define BOUNDARY 0

HearsayClusters *
hearsay_clusters_new (guint n_clusters)
{
  HearsayClusters *self = g_new0 (HearsayClusters, 1);

  self->n_clusters = n_clusters;
  self->text = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->words = g_array_new (FALSE, FALSE, sizeof (HearsayClusterWord));
  self->right = g_array_new (FALSE, FALSE, sizeof (HearsayClusterNeighbour));
  self->left = g_array_new (FALSE, FALSE, sizeof (HearsayClusterNeighbour));
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
  const HearsayClusterWord *x = a;
  const HearsayClusterWord *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
count_words (HearsayClusters *self,
             guint            min_count)
{
  g_autofree guint32 *sorted = g_memdup2 (self->text->data, self->text->len * sizeof (guint32));
  HearsayClusterWord rest = { BOUNDARY, G_MAXUINT32 };

  qsort (sorted, self->text->len, sizeof (guint32), compare_hashes);
  g_array_append_val (self->words, rest);
  for (guint i = 0; i < self->text->len;)
    {
      HearsayClusterWord entry = { sorted[i], 0 };

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
  const HearsayClusterNeighbour *x = a;
  const HearsayClusterNeighbour *y = b;

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
      HearsayClusterNeighbour *entry = &g_array_index (list, HearsayClusterNeighbour, i);

      if (n > 0 && compare_neighbours (&g_array_index (list, HearsayClusterNeighbour, n - 1), entry) == 0)
        g_array_index (list, HearsayClusterNeighbour, n - 1).count += entry->count;
      else
        g_array_index (list, HearsayClusterNeighbour, n++) = *entry;
    }
  g_array_set_size (list, n);
  for (guint i = 0; i < n; i++)
    first[g_array_index (list, HearsayClusterNeighbour, i).word + 1]++;
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
    g_hash_table_insert (numbers, GUINT_TO_POINTER (g_array_index (self->words, HearsayClusterWord, i).hash), GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->text->len; i++)
    {
      gpointer hash = GUINT_TO_POINTER (g_array_index (self->text, guint32, i));
      guint32 word = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, hash));
      HearsayClusterNeighbour right = { previous, word, 1 };
      HearsayClusterNeighbour left = { word, previous, 1 };

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
  _hearsay_clusters_prepare_counts (self);
  for (guint round = 0; round < n_rounds && _hearsay_clusters_exchange (self) > 0; round++)
    ;
  _hearsay_clusters_order (self, rank);
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
  return g_array_index (self->words, HearsayClusterWord, index + 1).hash;
}
