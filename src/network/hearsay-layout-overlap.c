/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>

/* Left between nodes. */
#define GAP 6.0

/* Rounds of gentle pushing before the rest is put where there is room; fewer in large networks,
 * whose crowded middles make a round long. */
#define MAX_ROUNDS 80
#define MIN_ROUNDS 4
#define ROUNDS_TIMES_NODES 80000

/* Share of the area that nodes may fill before everything is spread out. */
#define MAX_FILL 0.4

/* Networks whose crowded middle is thinned out, and how far. */
#define THIN_OUT_MIN 1500
#define EVEN_SHARE 0.6

/* More nodes are dots, which a drawing makes as small as it takes. */
#define MAX_PARTED 20000

/* Places tried on a turn of the spiral. */
#define SPIRAL_ANGLES 24

/**
 * HearsayOverlap:
 * @order: nodes from left to right
 * @cell_first: of each cell of the grid, its first node in @cell_next's chain
 *
 * Nodes as boxes that must not touch.
 */
typedef struct
{
  guint n;
  const HearsayNodeSize *sizes;
  const gboolean *pinned;
  HearsayPoint *at;
  guint32 *order;
  double cell_width;
  double cell_height;
  GHashTable *cells;
  guint32 *cell_next;
} HearsayOverlap;

static gboolean
is_pinned (const HearsayOverlap *self,
           guint32               i)
{
  return self->pinned != NULL && self->pinned[i];
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      data)
{
  const HearsayOverlap *self = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;
  double x = self->at[i].x - self->sizes[i].half_width;
  double y = self->at[j].x - self->sizes[j].half_width;

  if (x != y)
    return x < y ? -1 : 1;
  return (i > j) - (i < j);
}

static double
room_x (const HearsayOverlap *self,
        guint32               i,
        guint32               j)
{
  return self->sizes[i].half_width + self->sizes[j].half_width + GAP - fabs (self->at[i].x - self->at[j].x);
}

static double
room_y (const HearsayOverlap *self,
        guint32               i,
        guint32               j)
{
  return self->sizes[i].half_height + self->sizes[j].half_height + GAP - fabs (self->at[i].y - self->at[j].y);
}

/* Moves two boxes apart the shorter way; a pinned one stays. */
static void
push_apart (HearsayOverlap *self,
            guint32         i,
            guint32         j)
{
  double by_x = room_x (self, i, j);
  double by_y = room_y (self, i, j);
  gboolean pinned_i = is_pinned (self, i);
  gboolean pinned_j = is_pinned (self, j);
  double share_i = pinned_i ? 0 : pinned_j ? 1 : 0.5;
  double share_j = pinned_j ? 0 : pinned_i ? 1 : 0.5;

  if (pinned_i && pinned_j)
    return;
  if (by_x < by_y)
    {
      double way = self->at[i].x < self->at[j].x || (self->at[i].x == self->at[j].x && i < j) ? -1 : 1;

      self->at[i].x += way * share_i * (by_x + 0.01);
      self->at[j].x -= way * share_j * (by_x + 0.01);
    }
  else
    {
      double way = self->at[i].y < self->at[j].y || (self->at[i].y == self->at[j].y && i < j) ? -1 : 1;

      self->at[i].y += way * share_i * (by_y + 0.01);
      self->at[j].y -= way * share_j * (by_y + 0.01);
    }
}

/* One sweep from left to right; returns how many pairs overlapped. */
static guint
push_round (HearsayOverlap *self)
{
  guint n_found = 0;

  g_qsort_with_data (self->order, self->n, sizeof *self->order, compare_x, self);
  for (guint a = 0; a < self->n; a++)
    {
      guint32 i = self->order[a];
      double right = self->at[i].x + self->sizes[i].half_width + GAP;

      for (guint b = a + 1; b < self->n; b++)
        {
          guint32 j = self->order[b];

          if (self->at[j].x - self->sizes[j].half_width > right)
            break;
          if (room_x (self, i, j) <= 0 || room_y (self, i, j) <= 0)
            continue;
          push_apart (self, i, j);
          n_found++;
        }
    }
  return n_found;
}

static int
compare_x_only (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const HearsayPoint *at = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;

  return at[i].x != at[j].x ? (at[i].x > at[j].x) - (at[i].x < at[j].x) : (i > j) - (i < j);
}

static int
compare_y_only (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const HearsayPoint *at = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;

  return at[i].y != at[j].y ? (at[i].y > at[j].y) - (at[i].y < at[j].y) : (i > j) - (i < j);
}

/* Large networks crowd in the middle: each axis goes part of the way to even spacing. Who was left
 * of, or above, another stays so. */
static void
thin_out_middle (HearsayOverlap *self)
{
  double left, right, top, bottom;

  g_qsort_with_data (self->order, self->n, sizeof *self->order, compare_x_only, self->at);
  left = self->at[self->order[0]].x;
  right = self->at[self->order[self->n - 1]].x;
  for (guint r = 0; r < self->n; r++)
    {
      HearsayPoint *at = &self->at[self->order[r]];

      if (!is_pinned (self, self->order[r]))
        at->x += EVEN_SHARE * (left + (right - left) * r / self->n - at->x);
    }
  g_qsort_with_data (self->order, self->n, sizeof *self->order, compare_y_only, self->at);
  top = self->at[self->order[0]].y;
  bottom = self->at[self->order[self->n - 1]].y;
  for (guint r = 0; r < self->n; r++)
    {
      HearsayPoint *at = &self->at[self->order[r]];

      if (!is_pinned (self, self->order[r]))
        at->y += EVEN_SHARE * (top + (bottom - top) * r / self->n - at->y);
    }
}

/* Spreads all that may move evenly when there would be no room otherwise. */
static void
spread_out (HearsayOverlap *self)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  double needed = 0;
  double factor;

  for (guint i = 0; i < self->n; i++)
    {
      left = MIN (left, self->at[i].x - self->sizes[i].half_width);
      right = MAX (right, self->at[i].x + self->sizes[i].half_width);
      top = MIN (top, self->at[i].y - self->sizes[i].half_height);
      bottom = MAX (bottom, self->at[i].y + self->sizes[i].half_height);
      needed += (2 * self->sizes[i].half_width + GAP) * (2 * self->sizes[i].half_height + GAP);
    }
  factor = sqrt (needed / (MAX_FILL * MAX ((right - left) * (bottom - top), 1)));
  for (guint i = 0; i < self->n && factor > 1.01; i++)
    {
      if (is_pinned (self, i))
        continue;
      self->at[i].x *= factor;
      self->at[i].y *= factor;
    }
  if (factor > 1.01 && self->n > THIN_OUT_MIN)
    thin_out_middle (self);
}

static gpointer
cell_key (const HearsayOverlap *self,
          double                x,
          double                y,
          int                   right,
          int                   down)
{
  gint64 column = (gint64) floor (CLAMP (x / self->cell_width, -1e8, 1e8)) + right;
  gint64 row = (gint64) floor (CLAMP (y / self->cell_height, -1e8, 1e8)) + down;

  return GSIZE_TO_POINTER ((gsize) (((guint64) (guint32) column << 32) | (guint32) row));
}

static gboolean
is_free (const HearsayOverlap *self,
         guint32               i)
{
  for (int right = -1; right <= 1; right++)
    {
      for (int down = -1; down <= 1; down++)
        {
          gpointer key = cell_key (self, self->at[i].x, self->at[i].y, right, down);
          guint32 j = GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, key));

          /* Chains hold node numbers from 1. */
          for (; j != 0; j = self->cell_next[j - 1])
            {
              if (room_x (self, i, j - 1) > 0 && room_y (self, i, j - 1) > 0)
                return FALSE;
            }
        }
    }
  return TRUE;
}

static void
settle (HearsayOverlap *self,
        guint32         i)
{
  gpointer key = cell_key (self, self->at[i].x, self->at[i].y, 0, 0);

  self->cell_next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, key));
  g_hash_table_insert (self->cells, key, GUINT_TO_POINTER (i + 1));
}

/* Looks for room in growing circles around where the node would like to be. */
static void
find_room (HearsayOverlap *self,
           guint32         i)
{
  HearsayPoint wish = self->at[i];
  double step = MAX (MIN (self->sizes[i].half_width, self->sizes[i].half_height), GAP);

  for (guint turn = 1; !is_free (self, i); turn++)
    {
      /* Where much is full, further on the circles are further apart. */
      double radius = step * turn * (1.0 + turn / 16.0);

      for (guint a = 0; a < SPIRAL_ANGLES; a++)
        {
          double angle = 2 * G_PI * (a + 0.5 * (turn % 2)) / SPIRAL_ANGLES;

          self->at[i].x = wish.x + radius * cos (angle);
          self->at[i].y = wish.y + radius * sin (angle);
          if (is_free (self, i))
            return;
        }
    }
}

/* Puts down one node after the other, first those that may not move, and no two on each other. */
static void
place_one_by_one (HearsayOverlap *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->cell_next = g_new0 (guint32, self->n);
  self->cell_width = self->cell_height = GAP;
  for (guint i = 0; i < self->n; i++)
    {
      self->cell_width = MAX (self->cell_width, 2 * self->sizes[i].half_width + GAP);
      self->cell_height = MAX (self->cell_height, 2 * self->sizes[i].half_height + GAP);
    }
  for (guint32 i = 0; i < self->n; i++)
    {
      if (is_pinned (self, i))
        settle (self, i);
    }
  for (guint32 i = 0; i < self->n; i++)
    {
      if (is_pinned (self, i))
        continue;
      find_room (self, i);
      settle (self, i);
    }
  g_hash_table_unref (self->cells);
  g_free (self->cell_next);
}

/**
 * hearsay_layout_part_overlaps:
 * @sizes: one a node
 * @pinned: (nullable): nodes that stay
 * @positions: (inout): moved as little as it takes
 *
 * Parts nodes that lie on each other: all are spread out if there is no room,
 * overlapping pairs push each other for a while, and what is left then is put
 * down in the nearest free place. Afterwards no two nodes overlap but where
 * both are pinned. More than 20,000 nodes are only spread out.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_layout_part_overlaps (guint                   n,
                              const HearsayNodeSize  *sizes,
                              const gboolean         *pinned,
                              HearsayPoint           *positions,
                              GCancellable           *cancellable,
                              GError                **error)
{
  HearsayOverlap overlap = { .n = n, .sizes = sizes, .pinned = pinned, .at = positions };
  g_autofree guint32 *order = g_new (guint32, n);
  guint max_rounds = CLAMP (ROUNDS_TIMES_NODES / MAX (n, 1), MIN_ROUNDS, MAX_ROUNDS);
  guint n_found = 1;

  overlap.order = order;
  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  spread_out (&overlap);
  if (n > MAX_PARTED)
    return TRUE;
  for (guint round = 0; round < max_rounds && n_found > 0; round++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_found = push_round (&overlap);
    }
  if (n_found > 0)
    place_one_by_one (&overlap);
  return TRUE;
}
