/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-line-map.h"

#define SMALLEST_CELL 4.0
#define MAX_CELLS (2048.0 * 2048.0)

/**
 * HearsayLineMap:
 *
 * Where lines run, as a coarse picture: a byte for each square of at least four
 * units. Answers whether a box is crossed in the time of its squares, however
 * many lines there are.
 */
struct _HearsayLineMap
{
  double x0;
  double y0;
  double cell;
  int width;
  int height;
  guint8 *cells;
};

/**
 * hearsay_line_map_new:
 * @bounds: nothing outside is remembered
 */
HearsayLineMap *
hearsay_line_map_new (const HearsayBox *bounds)
{
  HearsayLineMap *self = g_new0 (HearsayLineMap, 1);
  double across = MAX (bounds->x1 - bounds->x0, 1.0);
  double down = MAX (bounds->y1 - bounds->y0, 1.0);

  self->x0 = bounds->x0;
  self->y0 = bounds->y0;
  self->cell = MAX (SMALLEST_CELL, sqrt (across * down / MAX_CELLS));
  /* A strip that is all length would still have too many. */
  self->cell = MAX (self->cell, MAX (across, down) / MAX_CELLS);
  self->width = (int) (across / self->cell) + 1;
  self->height = (int) (down / self->cell) + 1;
  self->cells = g_malloc0 ((gsize) self->width * (gsize) self->height);
  return self;
}

void
hearsay_line_map_free (HearsayLineMap *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self);
}

static void
add_piece (HearsayLineMap *self,
           HearsayPoint    a,
           HearsayPoint    b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double steps = MAX (fabs (dx), fabs (dy)) / self->cell;
  int n = (int) MIN (ceil (steps), self->width + self->height) + 1;

  double x = (a.x - self->x0) / self->cell;
  double y = (a.y - self->y0) / self->cell;
  double step_x = dx / self->cell / n;
  double step_y = dy / self->cell / n;

  for (int i = 0; i <= n; i++, x += step_x, y += step_y)
    {
      if (x >= 0.0 && y >= 0.0 && x < self->width && y < self->height)
        self->cells[(gsize) y * (gsize) self->width + (gsize) x] = 1;
    }
}

/**
 * hearsay_line_map_add:
 * @points: of a line of straight pieces
 */
void
hearsay_line_map_add (HearsayLineMap     *self,
                      const HearsayPoint *points,
                      guint               n_points)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i + 1 < n_points; i++)
    add_piece (self, points[i], points[i + 1]);
}

/**
 * hearsay_line_map_crosses:
 *
 * Returns: whether a line runs through @box, or very near by
 */
gboolean
hearsay_line_map_crosses (const HearsayLineMap *self,
                          const HearsayBox     *box)
{
  int x0;
  int y0;
  int x1;
  int y1;

  g_return_val_if_fail (self != NULL && box != NULL, FALSE);

  x0 = (int) CLAMP (floor ((box->x0 - self->x0) / self->cell), 0.0, self->width);
  y0 = (int) CLAMP (floor ((box->y0 - self->y0) / self->cell), 0.0, self->height);
  x1 = (int) CLAMP (floor ((box->x1 - self->x0) / self->cell), -1.0, self->width - 1);
  y1 = (int) CLAMP (floor ((box->y1 - self->y0) / self->cell), -1.0, self->height - 1);
  for (int y = y0; y <= y1; y++)
    {
      const guint8 *row = self->cells + (gsize) y * (gsize) self->width;

      for (int x = x0; x <= x1; x++)
        {
          if (row[x])
            return TRUE;
        }
    }
  return FALSE;
}
