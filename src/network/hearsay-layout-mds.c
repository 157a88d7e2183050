/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>
#include <string.h>

#define POWER_STEPS 30

/* Squared distances to the pivots, with the means of rows and columns taken out. */
static void
centre_doubly (float *columns,
               guint  n,
               guint  n_pivots)
{
  double all = 0;

  for (guint i = 0; i < n; i++)
    {
      float *row = columns + (gsize) i * n_pivots;
      float mean = 0;

      for (guint p = 0; p < n_pivots; p++)
        mean += row[p];
      mean /= n_pivots;
      all += mean;
      for (guint p = 0; p < n_pivots; p++)
        row[p] -= mean;
    }
  for (guint p = 0; p < n_pivots; p++)
    {
      double mean = 0;

      for (guint i = 0; i < n; i++)
        mean += columns[(gsize) i * n_pivots + p];
      for (guint i = 0; i < n; i++)
        columns[(gsize) i * n_pivots + p] = -0.5f * (columns[(gsize) i * n_pivots + p] - (float) (mean / n));
    }
}

/* The products of columns, over at most a few thousand rows: enough to know the main directions. */
static void
multiply_columns (const float *columns,
                  guint        n,
                  guint        n_pivots,
                  float       *products)
{
  guint step = MAX (1, n / 2000);

  memset (products, 0, (gsize) n_pivots * n_pivots * sizeof *products);
  for (guint i = 0; i < n; i += step)
    {
      const float *row = columns + (gsize) i * n_pivots;

      for (guint p = 0; p < n_pivots; p++)
        {
          float value = row[p];

          for (guint q = 0; q < n_pivots; q++)
            products[p * n_pivots + q] += value * row[q];
        }
    }
}

static double
normalize (double *vector,
           guint   n)
{
  double length = 0;

  for (guint i = 0; i < n; i++)
    length += vector[i] * vector[i];
  length = sqrt (length);
  for (guint i = 0; i < n && length > 0; i++)
    vector[i] /= length;
  return length;
}

static void
find_direction (const float  *products,
                guint         n,
                const double *other,
                HearsayRandom *random,
                double       *vector)
{
  g_autofree double *next = g_new (double, n);

  for (guint i = 0; i < n; i++)
    vector[i] = hearsay_random_float (random);
  for (guint step = 0; step < POWER_STEPS; step++)
    {
      double along = 0;

      for (guint i = 0; i < n && other != NULL; i++)
        along += vector[i] * other[i];
      for (guint i = 0; i < n && other != NULL; i++)
        vector[i] -= along * other[i];
      if (normalize (vector, n) <= 0)
        return;
      for (guint p = 0; p < n; p++)
        {
          next[p] = 0;
          for (guint q = 0; q < n; q++)
            next[p] += products[p * n + q] * vector[q];
        }
      memcpy (vector, next, n * sizeof *vector);
    }
  normalize (vector, n);
}

/**
 * hearsay_layout_pivot_mds:
 * @columns: n rows of squared distances to the pivots; overwritten
 * @x: (out): n coordinates, likewise @y; of no certain scale
 *
 * PivotMDS (Brandes and Pich, 2006): the two main directions of the distances to
 * some nodes.
 */
void
hearsay_layout_pivot_mds (float   *columns,
                          guint    n,
                          guint    n_pivots,
                          guint32  seed,
                          float   *x,
                          float   *y)
{
  HearsayRandom random = hearsay_random_new (seed ^ 0x4d4453);
  g_autofree float *products = g_new (float, (gsize) n_pivots * n_pivots);
  g_autofree double *first = g_new0 (double, n_pivots);
  g_autofree double *second = g_new0 (double, n_pivots);

  centre_doubly (columns, n, n_pivots);
  multiply_columns (columns, n, n_pivots, products);
  find_direction (products, n_pivots, NULL, &random, first);
  find_direction (products, n_pivots, first, &random, second);
  for (guint i = 0; i < n; i++)
    {
      const float *row = columns + (gsize) i * n_pivots;
      double sum_x = 0;
      double sum_y = 0;

      for (guint p = 0; p < n_pivots; p++)
        {
          sum_x += row[p] * first[p];
          sum_y += row[p] * second[p];
        }
      x[i] = (float) sum_x;
      y[i] = (float) sum_y;
    }
}
