/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-tree.h"

#include "network/hearsay-lanes.h"

#include <math.h>

/* Points of a leaf; all of them share one list of what they feel. */
#define LEAF_POINTS 16

/* Of a leaf of the lowest level, which cannot be divided, so many at most are felt one by one: where
 * thousands lie on one place, theirs would be the time of squares. */
#define MOST_POINTS 256

/* Bits of a coordinate, so levels of the tree. */
#define LEVELS 16
#define GRAIN 8

/**
 * HearsayCell:
 * @x: centre of mass, likewise @y
 * @size: length of its side
 * @first: its points, in the sorted order
 * @child: the first of its children, which stand together; 0 in a leaf
 */
typedef struct
{
  float x;
  float y;
  float mass;
  float size;
  guint32 first;
  guint32 last;
  guint32 child;
  guint32 n_children;
} HearsayCell;

/**
 * HearsayTree:
 * @order: points along a Morton curve; @key are their places on it
 * @x: in that order, padded to whole lanes, likewise @y and @mass
 *
 * A quadtree over points for sums of forces that fall with distance (Barnes and
 * Hut, 1986), kept as plain arrays.
 */
struct _HearsayTree
{
  guint n;
  guint32 *key;
  guint32 *order;
  guint32 *spare_key;
  guint32 *spare_order;
  float *x;
  float *y;
  float *mass;
  GArray *cells;
  GArray *leaves;
  /* Of the call that runs. */
  float opening;
  float *force_x;
  float *force_y;
};

/* What the points of one leaf feel. */
typedef struct
{
  float *x;
  float *y;
  float *mass;
  guint n;
  guint room;
} HearsaySources;

/**
 * hearsay_tree_new:
 * @n: points
 *
 * Returns: (transfer full): room for trees over @n points
 */
HearsayTree *
hearsay_tree_new (guint n)
{
  HearsayTree *self = g_new0 (HearsayTree, 1);

  self->n = n;
  self->key = g_new (guint32, n);
  self->order = g_new (guint32, n);
  self->spare_key = g_new (guint32, n);
  self->spare_order = g_new (guint32, n);
  self->x = g_new0 (float, HEARSAY_PAD (n) + HEARSAY_LANES);
  self->y = g_new0 (float, HEARSAY_PAD (n) + HEARSAY_LANES);
  self->mass = g_new0 (float, HEARSAY_PAD (n) + HEARSAY_LANES);
  self->cells = g_array_new (FALSE, FALSE, sizeof (HearsayCell));
  self->leaves = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    self->order[i] = i;
  return self;
}

/**
 * hearsay_tree_free:
 * @self: (nullable) (transfer full): a tree
 */
void
hearsay_tree_free (HearsayTree *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->order);
  g_free (self->spare_key);
  g_free (self->spare_order);
  g_free (self->x);
  g_free (self->y);
  g_free (self->mass);
  g_array_unref (self->cells);
  g_array_unref (self->leaves);
  g_free (self);
}

static guint32
spread_bits (guint32 value)
{
  value = (value | (value << 8)) & 0x00ff00ff;
  value = (value | (value << 4)) & 0x0f0f0f0f;
  value = (value | (value << 2)) & 0x33333333;
  return (value | (value << 1)) & 0x55555555;
}

/* Sorts order by key, eleven bits at a time. */
static void
sort_by_key (HearsayTree *self)
{
  for (guint shift = 0; shift < 32; shift += 11)
    {
      guint32 counts[2048] = { 0 };
      guint32 sum = 0;
      guint32 *swap;

      for (guint i = 0; i < self->n; i++)
        counts[(self->key[i] >> shift) & 2047]++;
      for (guint b = 0; b < 2048; b++)
        {
          guint32 count = counts[b];

          counts[b] = sum;
          sum += count;
        }
      for (guint i = 0; i < self->n; i++)
        {
          guint32 to = counts[(self->key[i] >> shift) & 2047]++;

          self->spare_key[to] = self->key[i];
          self->spare_order[to] = self->order[i];
        }
      swap = self->key;
      self->key = self->spare_key;
      self->spare_key = swap;
      swap = self->order;
      self->order = self->spare_order;
      self->spare_order = swap;
    }
}

/* Sorts the points along the curve; returns the side of the square around them. */
static float
sort_points (HearsayTree *self,
             const float *x,
             const float *y,
             const float *mass)
{
  float left = x[0], right = x[0], top = y[0], bottom = y[0];
  float size;
  float scale;

  for (guint i = 1; i < self->n; i++)
    {
      left = MIN (left, x[i]);
      right = MAX (right, x[i]);
      top = MIN (top, y[i]);
      bottom = MAX (bottom, y[i]);
    }
  size = MAX (MAX (right - left, bottom - top), 1e-6f);
  scale = 65535 / size;
  for (guint i = 0; i < self->n; i++)
    {
      guint32 point = self->order[i];

      self->key[i] = spread_bits ((guint32) ((x[point] - left) * scale))
                     | (spread_bits ((guint32) ((y[point] - top) * scale)) << 1);
    }
  sort_by_key (self);
  for (guint i = 0; i < self->n; i++)
    {
      self->x[i] = x[self->order[i]];
      self->y[i] = y[self->order[i]];
      self->mass[i] = mass[self->order[i]];
    }
  return size;
}

static guint32
find_key (const HearsayTree *self,
          guint32            first,
          guint32            last,
          guint32            key)
{
  while (first < last)
    {
      guint32 middle = first + (last - first) / 2;

      if (self->key[middle] < key)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static void
weigh_points (const HearsayTree *self,
              HearsayCell       *cell)
{
  float x = 0;
  float y = 0;
  float mass = 0;

  for (guint32 i = cell->first; i < cell->last; i++)
    {
      x += self->mass[i] * self->x[i];
      y += self->mass[i] * self->y[i];
      mass += self->mass[i];
    }
  cell->x = x / mass;
  cell->y = y / mass;
  cell->mass = mass;
}

static void
weigh_children (const HearsayTree *self,
                HearsayCell       *cell)
{
  float x = 0;
  float y = 0;
  float mass = 0;

  for (guint32 c = cell->child; c < cell->child + cell->n_children; c++)
    {
      const HearsayCell *child = &g_array_index (self->cells, HearsayCell, c);

      x += child->mass * child->x;
      y += child->mass * child->y;
      mass += child->mass;
    }
  cell->x = x / mass;
  cell->y = y / mass;
  cell->mass = mass;
}

/* Level by level from the root; then masses from the last cell to the first. */
static void
grow (HearsayTree *self,
      float        size)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (guint8));
  HearsayCell root = { .size = size, .last = self->n };
  guint8 level = 0;

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->leaves, 0);
  g_array_append_val (self->cells, root);
  g_array_append_val (levels, level);
  for (guint32 c = 0; c < self->cells->len; c++)
    {
      HearsayCell cell = g_array_index (self->cells, HearsayCell, c);
      guint shift;
      guint32 from = cell.first;

      level = g_array_index (levels, guint8, c) + 1;
      if (cell.last - cell.first <= LEAF_POINTS || level > LEVELS)
        {
          g_array_append_val (self->leaves, c);
          continue;
        }
      shift = 2 * (LEVELS - level);
      cell.child = self->cells->len;
      while (from < cell.last)
        {
          guint32 end_key = ((self->key[from] >> shift) + 1) << shift;
          /* At the very end of the curve the next key is 2³², which wraps to 0. */
          guint32 to = end_key == 0 ? cell.last : find_key (self, from, cell.last, end_key);
          HearsayCell child = { .size = cell.size / 2, .first = from, .last = to };

          g_array_append_val (self->cells, child);
          g_array_append_val (levels, level);
          cell.n_children++;
          from = to;
        }
      g_array_index (self->cells, HearsayCell, c) = cell;
    }
  for (guint32 c = self->cells->len; c-- > 0;)
    {
      HearsayCell *cell = &g_array_index (self->cells, HearsayCell, c);

      if (cell->child == 0)
        weigh_points (self, cell);
      else
        weigh_children (self, cell);
    }
}

static void
make_room (HearsaySources *sources,
           guint           n)
{
  if (sources->n + n + HEARSAY_LANES <= sources->room)
    return;
  sources->room = MAX (2 * sources->room, sources->n + n + 1024);
  sources->x = g_renew (float, sources->x, sources->room);
  sources->y = g_renew (float, sources->y, sources->room);
  sources->mass = g_renew (float, sources->mass, sources->room);
}

/* Collects what the points of a leaf feel: far cells as one point each, near points themselves. */
static void
collect (const HearsayTree *self,
         const HearsayCell *leaf,
         HearsaySources    *sources)
{
  const HearsayCell *cells = (const HearsayCell *) (gpointer) self->cells->data;
  guint32 stack[4 * LEVELS + 4];
  guint depth = 0;
  float left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint32 i = leaf->first; i < leaf->last; i++)
    {
      left = MIN (left, self->x[i]);
      right = MAX (right, self->x[i]);
      top = MIN (top, self->y[i]);
      bottom = MAX (bottom, self->y[i]);
    }
  sources->n = 0;
  stack[depth++] = 0;
  while (depth > 0)
    {
      const HearsayCell *cell = &cells[stack[--depth]];
      float dx = MAX (MAX (left - cell->x, cell->x - right), 0);
      float dy = MAX (MAX (top - cell->y, cell->y - bottom), 0);

      make_room (sources, LEAF_POINTS);
      if (cell->size * cell->size < self->opening * self->opening * (dx * dx + dy * dy) ||
          (cell->child == 0 && cell->last - cell->first > MOST_POINTS))
        {
          sources->x[sources->n] = cell->x;
          sources->y[sources->n] = cell->y;
          sources->mass[sources->n++] = cell->mass;
        }
      else if (cell->child != 0)
        {
          for (guint32 c = 0; c < cell->n_children; c++)
            stack[depth++] = cell->child + c;
        }
      else
        {
          guint32 n = cell->last - cell->first;

          make_room (sources, n);
          memcpy (sources->x + sources->n, self->x + cell->first, n * sizeof (float));
          memcpy (sources->y + sources->n, self->y + cell->first, n * sizeof (float));
          memcpy (sources->mass + sources->n, self->mass + cell->first, n * sizeof (float));
          sources->n += n;
        }
    }
  for (guint l = 0; l < HEARSAY_LANES; l++)
    sources->x[sources->n + l] = sources->y[sources->n + l] = sources->mass[sources->n + l] = 0;
}

static void
feel (const HearsaySources *sources,
      float                 x,
      float                 y,
      float                *force_x,
      float                *force_y)
{
  const HearsayFour tiny = { 1e-9f, 1e-9f, 1e-9f, 1e-9f };
  HearsayFour sum_x[2] = { 0 };
  HearsayFour sum_y[2] = { 0 };

  for (guint j = 0; j < sources->n; j += HEARSAY_LANES)
    {
      for (guint half = 0; half < 2; half++)
        {
          HearsayFour dx = x - hearsay_four_load (sources->x + j + 4 * half);
          HearsayFour dy = y - hearsay_four_load (sources->y + j + 4 * half);
          HearsayFour push = hearsay_four_load (sources->mass + j + 4 * half) / (dx * dx + dy * dy + tiny);

          sum_x[half] += push * dx;
          sum_y[half] += push * dy;
        }
    }
  *force_x = hearsay_four_sum (sum_x[0] + sum_x[1]);
  *force_y = hearsay_four_sum (sum_y[0] + sum_y[1]);
}

static void
repel_leaves (gpointer data,
              guint    first,
              guint    last)
{
  HearsayTree *self = data;
  HearsaySources sources = { 0 };

  for (guint l = first; l < last; l++)
    {
      const HearsayCell *leaf = &g_array_index (self->cells, HearsayCell, g_array_index (self->leaves, guint32, l));

      collect (self, leaf, &sources);
      for (guint32 i = leaf->first; i < leaf->last; i++)
        {
          guint32 point = self->order[i];

          feel (&sources, self->x[i], self->y[i], &self->force_x[point], &self->force_y[point]);
          self->force_x[point] *= self->mass[i];
          self->force_y[point] *= self->mass[i];
        }
    }
  g_free (sources.x);
  g_free (sources.y);
  g_free (sources.mass);
}

/**
 * hearsay_tree_repel:
 * @x: where the points are, likewise @y
 * @mass: positive
 * @opening: how large a cell may look to be taken as one point, about 1
 * @force_x: (out): on each point, Σ mᵢ · mⱼ / distance, away from the others; likewise @force_y
 *
 * Sums the repulsion between all points. Each point's sum runs in one fixed
 * order, so it does not depend on the number of threads. O(n log n), also where
 * many points are nearly the same: of more than 256 the middle stands for all.
 */
void
hearsay_tree_repel (HearsayTree    *self,
                    const float    *x,
                    const float    *y,
                    const float    *mass,
                    float           opening,
                    float          *force_x,
                    float          *force_y,
                    HearsayWorkers *workers)
{
  self->opening = opening;
  self->force_x = force_x;
  self->force_y = force_y;
  grow (self, sort_points (self, x, y, mass));
  hearsay_workers_run (workers, 0, self->leaves->len, GRAIN, repel_leaves, self);
}
