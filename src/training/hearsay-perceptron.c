/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-perceptron.h"

#include <math.h>
#include <string.h>

typedef struct
{
  guint32 feature;
  guint32 value; /* how often it was counted, then its row; 0 = empty slot while counting */
} Slot;

struct _HearsayPerceptron
{
  guint n_labels;
  guint stride;
  Slot *slots;
  guint32 mask;
  guint32 n_slots_used;
  guint32 n_rows;
  guint32 *row_features;
  gint16 *weights;
  gint64 *totals;
  gint64 step;
  guint n_mixed; /* perceptrons whose weights are added up here */
};

/**
 * hearsay_perceptron_new:
 * @n_labels: 1 to 256
 */
HearsayPerceptron *
hearsay_perceptron_new (guint n_labels)
{
  HearsayPerceptron *self;

  g_return_val_if_fail (n_labels > 0 && n_labels <= 256, NULL);

  self = g_new0 (HearsayPerceptron, 1);
  self->n_labels = n_labels;
  self->stride = (n_labels + 7) / 8 * 8;
  self->mask = (1u << 20) - 1;
  self->slots = g_new0 (Slot, (gsize) self->mask + 1);
  self->step = 1;
  self->n_mixed = 1;
  return self;
}

void
hearsay_perceptron_free (HearsayPerceptron *self)
{
  g_free (self->slots);
  g_free (self->row_features);
  g_free (self->weights);
  g_free (self->totals);
  g_free (self);
}

static inline guint32
get_home (const HearsayPerceptron *self,
          guint32                  feature)
{
  guint32 i = feature * 0x9E3779B1u;

  return (i ^ i >> 15) & self->mask;
}

static inline Slot *
find_slot (const HearsayPerceptron *self,
           guint32                  feature)
{
  guint32 i = get_home (self, feature);

  while (self->slots[i & self->mask].value != 0 && self->slots[i & self->mask].feature != feature)
    i++;
  return &self->slots[i & self->mask];
}

static void
grow (HearsayPerceptron *self)
{
  Slot *old = self->slots;
  gsize n_old = (gsize) self->mask + 1;

  self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (Slot, (gsize) self->mask + 1);
  for (gsize i = 0; i < n_old; i++)
    {
      if (old[i].value != 0)
        *find_slot (self, old[i].feature) = old[i];
    }
  g_free (old);
}

/**
 * hearsay_perceptron_count:
 *
 * Notes that @features were seen together once more.
 */
void
hearsay_perceptron_count (HearsayPerceptron *self,
                          const guint32     *features,
                          guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      Slot *slot = find_slot (self, features[i]);

      if (slot->value++ == 0)
        {
          slot->feature = features[i];
          if (++self->n_slots_used > self->mask / 2)
            grow (self);
        }
    }
}

static int
compare_features (gconstpointer a,
                  gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/**
 * hearsay_perceptron_freeze:
 * @min_count: features that were counted less often get no row
 *
 * Returns: the number of rows
 */
guint
hearsay_perceptron_freeze (HearsayPerceptron *self,
                           guint              min_count)
{
  g_autofree Slot *old = g_steal_pointer (&self->slots);
  gsize n_old = (gsize) self->mask + 1;
  guint32 n = 0;

  self->row_features = g_new (guint32, (gsize) self->n_slots_used + 1);
  for (gsize i = 0; i < n_old; i++)
    {
      if (old[i].value >= min_count && old[i].value > 0)
        self->row_features[1 + n++] = old[i].feature;
    }
  qsort (self->row_features + 1, n, sizeof (guint32), compare_features);
  for (self->mask = 1023; self->mask / 2 < n;)
    self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (Slot, (gsize) self->mask + 1);
  for (guint32 row = 1; row <= n; row++)
    *find_slot (self, self->row_features[row]) = (Slot) { self->row_features[row], row };
  self->n_rows = n + 1;
  self->weights = g_new0 (gint16, (gsize) self->n_rows * self->stride);
  self->totals = g_new0 (gint64, (gsize) self->n_rows * self->stride);
  return n;
}

/**
 * hearsay_perceptron_copy:
 * @self: one that is frozen
 *
 * Returns: (transfer full): another with the same rows
 */
HearsayPerceptron *
hearsay_perceptron_copy (const HearsayPerceptron *self)
{
  HearsayPerceptron *copy;
  gsize n;

  g_return_val_if_fail (self != NULL && self->weights != NULL, NULL);

  n = (gsize) self->n_rows * self->stride;
  copy = g_memdup2 (self, sizeof *self);
  copy->slots = g_memdup2 (self->slots, ((gsize) self->mask + 1) * sizeof *self->slots);
  copy->row_features = g_memdup2 (self->row_features, self->n_rows * sizeof *self->row_features);
  copy->weights = g_memdup2 (self->weights, n * sizeof *self->weights);
  copy->totals = g_memdup2 (self->totals, n * sizeof *self->totals);
  return copy;
}

/**
 * hearsay_perceptron_mix:
 * @other: one with the same rows that was fitted for as many steps
 *
 * From here on @self has the mean of both weights; it must not be fitted further.
 */
void
hearsay_perceptron_mix (HearsayPerceptron       *self,
                        const HearsayPerceptron *other)
{
  g_return_if_fail (self != NULL && other != NULL);
  g_return_if_fail (self->n_rows == other->n_rows && self->stride == other->stride && self->step == other->step);

  for (gsize i = 0; i < (gsize) self->n_rows * self->stride; i++)
    {
      self->weights[i] = (gint16) CLAMP (self->weights[i] + other->weights[i], G_MININT16, G_MAXINT16);
      self->totals[i] += other->totals[i];
    }
  self->n_mixed += other->n_mixed;
}

/**
 * hearsay_perceptron_find_rows:
 * @rows: (out) (array length=n): the features' rows, #HEARSAY_PERCEPTRON_NO_ROW for those too rare
 */
void
hearsay_perceptron_find_rows (const HearsayPerceptron *self,
                              const guint32           *features,
                              guint                    n,
                              guint32                 *rows)
{
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&self->slots[get_home (self, features[i])]);
  for (guint i = 0; i < n; i++)
    rows[i] = find_slot (self, features[i])->value;
}

/**
 * hearsay_perceptron_score:
 * @scores: (array): to which the rows' weights are added; room for the labels, rounded up to 8
 */
void
hearsay_perceptron_score (const HearsayPerceptron *self,
                          const guint32           *rows,
                          guint                    n,
                          gint32                  *scores)
{
  for (guint i = 0; i < n; i++)
    {
      const char *row = (const char *) (self->weights + (gsize) rows[i] * self->stride);

      __builtin_prefetch (row);
      __builtin_prefetch (row + 64);
    }
  for (guint i = 0; i < n; i++)
    {
      const gint16 *row = self->weights + (gsize) rows[i] * self->stride;

      if (rows[i] == HEARSAY_PERCEPTRON_NO_ROW)
        continue;
      for (guint k = 0; k < self->stride; k++)
        scores[k] += row[k];
    }
}

static inline void
change (HearsayPerceptron *self,
        guint32            row,
        guint              label,
        int                delta)
{
  gsize index = (gsize) row * self->stride + label;

  self->weights[index] = (gint16) CLAMP (self->weights[index] + delta, -30000, 30000);
  self->totals[index] += self->step * delta;
}

/**
 * hearsay_perceptron_add:
 * @delta: what is added to the weights of the rows for @label
 */
void
hearsay_perceptron_add (HearsayPerceptron *self,
                        const guint32     *rows,
                        guint              n,
                        guint              label,
                        int                delta)
{
  for (guint i = 0; i < n; i++)
    {
      if (rows[i] != HEARSAY_PERCEPTRON_NO_ROW)
        change (self, rows[i], label, delta);
    }
}

/**
 * hearsay_perceptron_update:
 * @good: the label whose score is to rise
 * @bad: the label whose score is to fall
 */
void
hearsay_perceptron_update (HearsayPerceptron *self,
                           const guint32     *rows,
                           guint              n,
                           guint              good,
                           guint              bad)
{
  hearsay_perceptron_add (self, rows, n, good, 1);
  hearsay_perceptron_add (self, rows, n, bad, -1);
}

/* One example has been seen, whether or not it changed anything. */
void
hearsay_perceptron_step (HearsayPerceptron *self)
{
  self->step++;
}

static float
get_average (const HearsayPerceptron *self,
             guint32                  row,
             guint                    label)
{
  gsize index = (gsize) row * self->stride + label;

  return (float) ((self->weights[index] - (double) self->totals[index] / (double) self->step) / self->n_mixed);
}

/**
 * hearsay_perceptron_pack_quads:
 * @clip: weights beyond this many times their root mean square are cut to it
 * @min_weight: features whose largest weight has fewer units are left out, as 0.5
 *
 * Returns: (transfer full): a section with the averaged weights of four labels
 */
GBytes *
hearsay_perceptron_pack_quads (const HearsayPerceptron *self,
                               double                   clip,
                               double                   min_weight)
{
  g_autofree float *averages = g_new (float, (gsize) self->n_rows * 4);

  g_return_val_if_fail (self->n_labels == 4, NULL);

  for (guint32 row = 1; row < self->n_rows; row++)
    for (guint k = 0; k < 4; k++)
      averages[(gsize) (row - 1) * 4 + k] = get_average (self, row, k);
  return hearsay_quads_pack (self->row_features + 1, averages, self->n_rows - 1, clip, min_weight);
}

/* A feature's weights for the labels of a kind. */
typedef struct
{
  guint32 key;
  guint32 row;
  guint32 kind;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *x = a;
  const Part *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static gboolean
has_weights (const HearsayPerceptron *self,
             const HearsayChoices    *choices,
             guint32                  row,
             guint                    kind)
{
  const guint8 *labels = choices->labels + (gsize) kind * HEARSAY_CHOICES_MAX;

  for (guint k = 0; k < HEARSAY_CHOICES_MAX && labels[k] != HEARSAY_CHOICES_NONE; k++)
    {
      if (get_average (self, row, labels[k]) != 0)
        return TRUE;
    }
  return FALSE;
}

/* All parts that have weights, by their keys; of two that have the same the first. */
static GArray *
collect_parts (const HearsayPerceptron *self,
               const HearsayChoices    *choices,
               const guint64           *seen)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint n = 0;

  for (guint32 row = 1; row < self->n_rows; row++)
    for (guint kind = 0; kind < choices->n_kinds; kind++)
      {
        Part part = { hearsay_choices_key (self->row_features[row], kind), row, kind };

        if ((seen == NULL || (seen[row] >> kind & 1) != 0) && has_weights (self, choices, row, kind))
          g_array_append_val (parts, part);
      }
  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      Part part = g_array_index (parts, Part, i);

      if (n == 0 || g_array_index (parts, Part, n - 1).key != part.key)
        g_array_index (parts, Part, n++) = part;
    }
  g_array_set_size (parts, n);
  return parts;
}

/**
 * hearsay_perceptron_pack_choices:
 * @choices: which labels each kind of token has, at most 64 kinds
 * @seen: (nullable): for each row, bits of the kinds that it is needed for; %NULL for all
 * @clip: weights beyond this many times their root mean square are cut to it
 * @min_weight: parts of features whose largest weight has fewer units are left out
 *
 * Returns: (transfer full): a section with the averaged weights, a row of sixteen for every
 *   feature and kind, by hearsay_choices_key()
 */
GBytes *
hearsay_perceptron_pack_choices (const HearsayPerceptron *self,
                                 const HearsayChoices    *choices,
                                 const guint64           *seen,
                                 double                   clip,
                                 double                   min_weight)
{
  g_autoptr (GArray) parts = collect_parts (self, choices, seen);
  g_autofree guint32 *keys = g_new (guint32, parts->len + 1);
  g_autofree float *averages = g_new0 (float, ((gsize) parts->len + 1) * HEARSAY_CHOICES_MAX);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const guint8 *labels = choices->labels + (gsize) part->kind * HEARSAY_CHOICES_MAX;

      keys[i] = part->key;
      for (guint k = 0; k < HEARSAY_CHOICES_MAX && labels[k] != HEARSAY_CHOICES_NONE; k++)
        averages[(gsize) i * HEARSAY_CHOICES_MAX + k] = get_average (self, part->row, labels[k]);
    }
  return hearsay_weights_pack (keys, averages, parts->len, HEARSAY_CHOICES_MAX, HEARSAY_CHOICES_MAX, clip, min_weight);
}
