/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit-kinds.h"

#include "analysis/hearsay-choices.h"

#include <stdlib.h>
#include <string.h>

static int
compare_falling (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x > y ? -1 : x < y;
}

/* How many tokens of two items together have none of their commonest sixteen labels. */
static guint64
get_loss (const guint32 *a,
          const guint32 *b,
          guint          n_labels)
{
  g_autofree guint32 *sums = g_new (guint32, n_labels);
  guint64 loss = 0;

  for (guint k = 0; k < n_labels; k++)
    sums[k] = a[k] + b[k];
  qsort (sums, n_labels, sizeof *sums, compare_falling);
  for (guint k = HEARSAY_CHOICES_MAX; k < n_labels; k++)
    loss += sums[k];
  return loss;
}

typedef struct
{
  guint first;
  guint second;
  guint64 loss; /* that the two have together, beyond what they have alone */
} Merge;

static Merge
find_merge (const guint32 *counts,
            const guint8  *kinds,
            guint          n_items,
            guint          n_labels,
            const guint32 *nothing)
{
  Merge best = { 0, 0, G_MAXUINT64 };

  for (guint i = 0; i < n_items; i++)
    for (guint j = i + 1; j < n_items; j++)
      {
        const guint32 *a = counts + (gsize) i * n_labels;
        const guint32 *b = counts + (gsize) j * n_labels;
        guint64 loss;

        if (kinds[i] != i || kinds[j] != j)
          continue;
        loss = get_loss (a, b, n_labels) - get_loss (a, nothing, n_labels) - get_loss (b, nothing, n_labels);
        if (loss < best.loss)
          best = (Merge) { i, j, loss };
      }
  return best;
}

/**
 * hearsay_fit_kinds:
 * @counts: (inout) (array): a row of @n_labels for each item: how often it has the label; later
 *   the rows of the kinds
 * @n_items: at most 255
 * @n_kinds: how many kinds there shall be
 * @kinds: (out) (array length=n_items): each item's kind
 *
 * Puts items into kinds, so that sixteen labels a kind leave as few cases out as may be: the
 * two whose union costs least become one, until few enough are left.
 *
 * Returns: the number of kinds
 */
guint
hearsay_fit_kinds (guint32 *counts,
                   guint    n_items,
                   guint    n_labels,
                   guint    n_kinds,
                   guint8  *kinds)
{
  g_autofree guint32 *nothing = g_new0 (guint32, n_labels);
  guint n = 0;

  g_return_val_if_fail (n_items < 256, 0);

  for (guint i = 0; i < n_items; i++)
    kinds[i] = (guint8) i;
  for (guint left = n_items; left > n_kinds; left--)
    {
      Merge merge = find_merge (counts, kinds, n_items, n_labels, nothing);

      for (guint k = 0; k < n_labels; k++)
        counts[(gsize) merge.first * n_labels + k] += counts[(gsize) merge.second * n_labels + k];
      for (guint i = 0; i < n_items; i++)
        {
          if (kinds[i] == merge.second)
            kinds[i] = (guint8) merge.first;
        }
    }
  for (guint i = 0; i < n_items; i++)
    {
      guint first = kinds[i];

      if (first != i)
        {
          kinds[i] = kinds[first];
          continue;
        }
      memmove (counts + (gsize) n * n_labels, counts + (gsize) i * n_labels, n_labels * sizeof *counts);
      kinds[i] = (guint8) n++;
    }
  return n;
}
