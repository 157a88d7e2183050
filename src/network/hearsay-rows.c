/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-rows.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS 3
#define N_BUCKETS (1u << DIGIT_BITS)

/* Fewer numbers than this are sorted by insertion. */
#define FEW_NUMBERS 48

static guint
digit_of (guint32 value,
          guint   digit)
{
  return (value >> (digit * DIGIT_BITS)) & (N_BUCKETS - 1);
}

static gboolean
field_is_sorted (const HearsayRow *rows,
                 gsize             n_rows,
                 guint             field)
{
  for (gsize i = 1; i < n_rows; i++)
    {
      if (rows[i - 1].field[field] > rows[i].field[field])
        return FALSE;
    }
  return TRUE;
}

static void
distribute (const HearsayRow *from,
            HearsayRow       *to,
            gsize             n_rows,
            guint             field,
            guint             digit,
            gsize            *counts)
{
  gsize sum = 0;

  for (guint b = 0; b < N_BUCKETS; b++)
    {
      gsize count = counts[b];

      counts[b] = sum;
      sum += count;
    }
  for (gsize i = 0; i < n_rows; i++)
    to[counts[digit_of (from[i].field[field], digit)]++] = from[i];
}

/* Sorts by one field; the rows end up in *rows, whichever of the two buffers that is. */
static void
sort_field (HearsayRow **rows,
            HearsayRow **spare,
            gsize        n_rows,
            guint        field)
{
  static const gsize zero[N_DIGITS][N_BUCKETS];
  g_autofree gsize *counts = g_memdup2 (zero, sizeof zero);

  for (gsize i = 0; i < n_rows; i++)
    {
      for (guint d = 0; d < N_DIGITS; d++)
        counts[d * N_BUCKETS + digit_of ((*rows)[i].field[field], d)]++;
    }
  for (guint d = 0; d < N_DIGITS; d++)
    {
      gsize *of_digit = counts + d * N_BUCKETS;
      HearsayRow *swap = *spare;

      /* A digit that all rows share needs no pass. */
      if (of_digit[digit_of ((*rows)[0].field[field], d)] == n_rows)
        continue;
      distribute (*rows, *spare, n_rows, field, d, of_digit);
      *spare = *rows;
      *rows = swap;
    }
}

/**
 * hearsay_rows_sort:
 * @fields: fields to sort by, the most important first
 *
 * Sorts @rows in place, stably. A radix sort: linear in the number of rows.
 */
void
hearsay_rows_sort (HearsayRow  *rows,
                   gsize        n_rows,
                   const guint *fields,
                   guint        n_fields)
{
  g_autofree HearsayRow *buffer = NULL;
  HearsayRow *sorted = rows;
  HearsayRow *spare;

  g_return_if_fail (rows != NULL || n_rows == 0);
  g_return_if_fail (fields != NULL && n_fields <= HEARSAY_ROW_FIELDS);

  if (n_rows < 2)
    return;
  buffer = spare = g_new (HearsayRow, n_rows);
  for (guint f = n_fields; f-- > 0;)
    {
      if (!field_is_sorted (sorted, n_rows, fields[f]))
        sort_field (&sorted, &spare, n_rows, fields[f]);
    }
  if (sorted != rows)
    memcpy (rows, sorted, n_rows * sizeof *rows);
}

static void
insert_numbers (guint32 *numbers,
                gsize    n)
{
  for (gsize i = 1; i < n; i++)
    {
      guint32 number = numbers[i];
      gsize at = i;

      for (; at > 0 && numbers[at - 1] > number; at--)
        numbers[at] = numbers[at - 1];
      numbers[at] = number;
    }
}

/**
 * hearsay_rows_sort_numbers:
 * @numbers: sorted in place
 * @spare: room for as many
 *
 * A radix sort: linear in their number.
 */
void
hearsay_rows_sort_numbers (guint32 *numbers,
                           guint32 *spare,
                           gsize    n)
{
  guint32 *from = numbers;
  guint32 *to = spare;

  g_return_if_fail ((numbers != NULL && spare != NULL) || n == 0);

  if (n <= FEW_NUMBERS)
    {
      insert_numbers (numbers, n);
      return;
    }
  for (guint d = 0; d < N_DIGITS; d++)
    {
      guint32 counts[N_BUCKETS] = { 0 };
      guint32 *swap = from;
      guint32 sum = 0;

      for (gsize i = 0; i < n; i++)
        counts[digit_of (from[i], d)]++;
      if (counts[digit_of (from[0], d)] == n)
        continue;
      for (guint b = 0; b < N_BUCKETS; b++)
        {
          guint32 count = counts[b];

          counts[b] = sum;
          sum += count;
        }
      for (gsize i = 0; i < n; i++)
        to[counts[digit_of (from[i], d)]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != numbers)
    memcpy (numbers, from, n * sizeof *numbers);
}
