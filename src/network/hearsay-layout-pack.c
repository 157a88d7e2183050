/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <math.h>

/* Width against the area of all parts, which never fill it. */
#define SLACK 1.15

/* A piece of the upper border of what is placed: from @x on it lies at @y. */
typedef struct
{
  double x;
  double y;
} HearsayStep;

typedef struct
{
  double left;
  double top;
  double width;
  double height;
} HearsayBox;

static HearsayBox
bounds (const HearsayComponents *components,
        guint                    c,
        const HearsayNodeSize   *sizes,
        const HearsayPoint      *positions)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint32 i = components->first[c]; i < components->first[c + 1]; i++)
    {
      guint32 node = components->nodes[i];
      HearsayNodeSize size = sizes != NULL ? sizes[node] : (HearsayNodeSize) { 0, 0 };

      left = MIN (left, positions[node].x - size.half_width);
      right = MAX (right, positions[node].x + size.half_width);
      top = MIN (top, positions[node].y - size.half_height);
      bottom = MAX (bottom, positions[node].y + size.half_height);
    }
  return (HearsayBox) { left, top, right - left, bottom - top };
}

/* How high a box of this width would lie on step s; infinite where it does not fit. */
static double
rest_on (const GArray *steps,
         guint         s,
         double        width,
         double        limit)
{
  double right = g_array_index (steps, HearsayStep, s).x + width;
  double y = 0;

  if (s > 0 && right > limit)
    return INFINITY;
  for (; s < steps->len && g_array_index (steps, HearsayStep, s).x < right; s++)
    y = MAX (y, g_array_index (steps, HearsayStep, s).y);
  return y;
}

/* Puts a box down on step s and lays the border over it. */
static void
cover (GArray *steps,
       guint   s,
       double  width,
       double  top)
{
  HearsayStep fresh = { g_array_index (steps, HearsayStep, s).x, top };
  HearsayStep rest = { fresh.x + width, 0 };
  guint next = s;

  while (next < steps->len && g_array_index (steps, HearsayStep, next).x < rest.x)
    rest.y = g_array_index (steps, HearsayStep, next++).y;
  g_array_remove_range (steps, s, next - s);
  g_array_insert_val (steps, s, fresh);
  if (s + 1 == steps->len || g_array_index (steps, HearsayStep, s + 1).x > rest.x)
    g_array_insert_val (steps, s + 1, rest);
}

/**
 * hearsay_layout_pack:
 * @sizes: (nullable): one a node
 * @gap: between parts
 * @aspect: width / height of the whole
 * @positions: (inout): each part in place, moved as a whole
 *
 * Sets the connected parts side by side: each, the largest first, where it lies
 * highest on what is placed already (the skyline method).
 */
void
hearsay_layout_pack (const HearsayComponents *components,
                     const HearsayNodeSize   *sizes,
                     double                   gap,
                     double                   aspect,
                     HearsayPoint            *positions)
{
  g_autofree HearsayBox *boxes = g_new (HearsayBox, components->n_components);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (HearsayStep));
  HearsayStep ground = { 0, 0 };
  double area = 0;
  double limit = 0;

  for (guint c = 0; c < components->n_components; c++)
    {
      boxes[c] = bounds (components, c, sizes, positions);
      area += (boxes[c].width + gap) * (boxes[c].height + gap);
      limit = MAX (limit, boxes[c].width + gap);
    }
  limit = MAX (limit, SLACK * sqrt (area * aspect));
  g_array_append_val (steps, ground);
  for (guint c = 0; c < components->n_components; c++)
    {
      double width = boxes[c].width + gap;
      double lowest = INFINITY;
      guint best = 0;
      double x;

      for (guint s = 0; s < steps->len; s++)
        {
          double y = rest_on (steps, s, width, limit);

          if (y < lowest)
            {
              lowest = y;
              best = s;
            }
        }
      x = g_array_index (steps, HearsayStep, best).x;
      cover (steps, best, width, lowest + boxes[c].height + gap);
      for (guint32 i = components->first[c]; i < components->first[c + 1]; i++)
        {
          positions[components->nodes[i]].x += x - boxes[c].left;
          positions[components->nodes[i]].y += lowest - boxes[c].top;
        }
    }
}
