/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-raster-private.h"

/* A convex polygon has no more corners. */
#define MAX_CORNERS 8

/* Rounded rectangle by its signed distance. */
static float
box_distance (float dx,
              float dy,
              float half_width,
              float half_height,
              float radius)
{
  float x = fabsf (dx) - (half_width - radius);
  float y = fabsf (dy) - (half_height - radius);
  float ox = MAX (x, 0.0f);
  float oy = MAX (y, 0.0f);

  return sqrtf (ox * ox + oy * oy) + MIN (MAX (x, y), 0.0f) - radius;
}

/**
 * hearsay_raster_box:
 * @x: of the centre
 * @radius: of the corners; half of the side for a disc
 */
void
hearsay_raster_box (HearsayRaster *self,
                    double         x,
                    double         y,
                    double         half_width,
                    double         half_height,
                    double         radius,
                    HearsayColour  colour)
{
  HearsayRasterInk ink = make_ink (colour);
  double s;
  float cx;
  float cy;
  float w;
  float h;

  g_return_if_fail (self != NULL);

  s = self->scale;
  cx = (float) (x * s + self->dx);
  cy = (float) (y * s + self->dy);
  w = (float) (half_width * s);
  h = (float) (half_height * s);
  if (cx + w + 1.0f < (float) self->x0 || cx - w - 1.0f > (float) self->x1)
    return;
  for (int py = (int) MAX (cy - h - 1.0f, (float) self->y0); py < (int) MIN (cy + h + 2.0f, (float) self->y1); py++)
    {
      guint32 *row = pixel_row (self, py);

      for (int px = (int) MAX (cx - w - 1.0f, (float) self->x0); px < (int) MIN (cx + w + 2.0f, (float) self->x1); px++)
        {
          guint8 cover = to_cover (0.5f - box_distance ((float) px + 0.5f - cx, (float) py + 0.5f - cy, w, h, (float) (radius * s)));

          if (cover > 0)
            blend (&row[px], &ink, cover);
        }
    }
}

typedef struct
{
  float x;
  float y;
  float offset; /* of the half plane x · nx + y · ny ≤ offset */
} Side;

/**
 * hearsay_raster_polygon:
 * @points: corners of a convex polygon, at most eight
 * @grow: how far its sides are moved outwards
 */
void
hearsay_raster_polygon (HearsayRaster      *self,
                        const HearsayPoint *points,
                        guint               n_points,
                        double              grow,
                        HearsayColour       colour)
{
  HearsayRasterInk ink = make_ink (colour);
  Side sides[MAX_CORNERS];
  float corner[MAX_CORNERS][2];
  float area = 0.0f;
  float left = G_MAXFLOAT, right = -G_MAXFLOAT, top = G_MAXFLOAT, bottom = -G_MAXFLOAT;
  float room;

  g_return_if_fail (self != NULL && n_points >= 3 && n_points <= MAX_CORNERS);

  room = (float) (grow * self->scale) * 1.2f + 1.0f;
  for (guint i = 0; i < n_points; i++)
    {
      corner[i][0] = (float) (points[i].x * self->scale + self->dx);
      corner[i][1] = (float) (points[i].y * self->scale + self->dy);
      left = MIN (left, corner[i][0]);
      right = MAX (right, corner[i][0]);
      top = MIN (top, corner[i][1]);
      bottom = MAX (bottom, corner[i][1]);
    }
  for (guint i = 0; i < n_points; i++)
    {
      guint k = (i + 1) % n_points;

      area += corner[i][0] * corner[k][1] - corner[k][0] * corner[i][1];
    }
  for (guint i = 0; i < n_points; i++)
    {
      guint k = (i + 1) % n_points;
      float dx = corner[k][0] - corner[i][0];
      float dy = corner[k][1] - corner[i][1];
      float length = MAX (hypotf (dx, dy), 1e-6f) * (area < 0.0f ? -1.0f : 1.0f);

      sides[i] = (Side) { dy / length, -dx / length, 0.0f };
      sides[i].offset = sides[i].x * corner[i][0] + sides[i].y * corner[i][1] + (float) (grow * self->scale);
    }
  for (int y = (int) MAX (top - room, (float) self->y0); y < (int) MIN (bottom + room + 1.0f, (float) self->y1); y++)
    {
      guint32 *row = pixel_row (self, y);

      for (int x = (int) MAX (left - room, (float) self->x0); x < (int) MIN (right + room + 1.0f, (float) self->x1); x++)
        {
          float inside = G_MAXFLOAT;
          guint8 cover;

          for (guint i = 0; i < n_points; i++)
            inside = MIN (inside, sides[i].offset - sides[i].x * ((float) x + 0.5f) - sides[i].y * ((float) y + 0.5f));
          cover = to_cover (inside + 0.5f);
          if (cover > 0)
            blend (&row[x], &ink, cover);
        }
    }
}

/**
 * hearsay_raster_mask:
 * @mask: how much of each pixel is covered, 0 … 255
 * @width: in pixels
 * @x: world coordinates of the mask's middle, moved to whole pixels
 */
void
hearsay_raster_mask (HearsayRaster *self,
                     const guint8  *mask,
                     int            width,
                     int            height,
                     int            stride,
                     double         x,
                     double         y,
                     HearsayColour  colour)
{
  HearsayRasterInk ink = make_ink (colour);
  int left;
  int top;

  g_return_if_fail (self != NULL && mask != NULL);

  left = (int) floor (x * self->scale + self->dx - width / 2.0 + 0.5);
  top = (int) floor (y * self->scale + self->dy - height / 2.0 + 0.5);
  for (int row = MAX (self->y0 - top, 0); row < MIN (height, self->y1 - top); row++)
    {
      const guint8 *from = mask + (gsize) row * (gsize) stride;
      guint32 *to = pixel_row (self, top + row) + left;

      for (int column = MAX (self->x0 - left, 0); column < MIN (width, self->x1 - left); column++)
        {
          if (from[column] > 0)
            blend (&to[column], &ink, from[column]);
        }
    }
}
