/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-raster-private.h"

#define MAX_PIECES 32

static inline guint8 *
cover_row (const HearsayRaster *self,
           int                  y)
{
  return self->cover + (gsize) (y - self->row_first) * (gsize) (self->x1 - self->x0);
}

/* One straight piece of a line, in pixels. @along: how far it is from the line's beginning. */
typedef struct
{
  float ax;
  float ay;
  float ux;
  float uy;
  float length;
  float along;
  float half;
  float on;
  float period;
  HearsayRasterPattern pattern;
  gboolean cut_start; /* the line ends here, squarely */
  gboolean cut_end;
} Piece;

/* Away from the ends of a piece the distance is that from an endless line: it
 * grows evenly from pixel to pixel, in 256ths. */
static void
cover_middle (const Piece *p,
              guint8      *cover,
              float        rx,
              float        ry,
              int          n)
{
  int aside = (int) ((rx * p->uy - ry * p->ux) * 256.0f);
  int step = (int) (p->uy * 256.0f);
  int reach = (int) ((p->half + 0.5f) * 256.0f);

  for (int i = 0; i < n; i++)
    {
      int value = MIN (reach - ABS (aside + i * step), 255);

      cover[i] = (guint8) MAX ((int) cover[i], value);
    }
}

static void
cover_solid (const Piece *p,
             guint8      *cover,
             float        rx,
             float        ry,
             int          n)
{
  float along = rx * p->ux + ry * p->uy;
  float low = p->cut_start ? -1e9f : 0.0f;
  float high = p->cut_end ? 1e9f : p->length;
  float start = p->cut_start ? 0.5f : 1e9f;
  float end = p->cut_end ? p->length + 0.5f : 1e9f;
  float far = along + p->ux * (float) (n - 1);

  if (MIN (along, far) > 0.5f && MAX (along, far) < p->length - 0.5f)
    {
      cover_middle (p, cover, rx, ry, n);
      return;
    }
  for (int i = 0; i < n; i++)
    {
      float t = along + p->ux * (float) i;
      float at = MIN (MAX (t, low), high);
      float ex = rx + (float) i - at * p->ux;
      float ey = ry - at * p->uy;
      float d = p->half + 0.5f - sqrtf (ex * ex + ey * ey);
      float c = MIN (MIN (d, 1.0f), MIN (t + start, end - t));
      int value = (int) (MAX (c, 0.0f) * 255.0f + 0.5f);

      cover[i] = (guint8) MAX ((int) cover[i], value);
    }
}

static void
cover_pattern (const Piece *p,
               guint8      *cover,
               float        rx,
               float        ry,
               int          n)
{
  gboolean dots = p->pattern == HEARSAY_RASTER_DOTS;
  float centre = dots ? 0.0f : p->on / 2.0f;
  float per = 1.0f / p->period;

  for (int i = 0; i < n; i++)
    {
      float x = rx + (float) i;
      float t = x * p->ux + ry * p->uy;
      float aside = fabsf (x * p->uy - ry * p->ux);
      /* Never below −2, so that cutting off rounds down. */
      float turns = (p->along + t - centre) * per + 4.5f;
      float from = fabsf (turns - 0.5f - (float) (int) turns) * p->period;
      float c;

      if (t < -0.5f || t > p->length + 0.5f)
        continue;
      if (dots)
        c = p->half + 0.5f - sqrtf (from * from + aside * aside);
      else
        c = MIN (MIN (p->half + 0.5f - aside, p->on / 2.0f + 0.5f - from), MIN (t + 1.0f, p->length + 1.0f - t));
      cover[i] = MAX (cover[i], to_cover (c));
    }
}

static void
cover_piece (HearsayRaster *self,
             const Piece   *p)
{
  float reach = p->half + 0.5f;
  float bx = p->ax + p->ux * p->length;
  float by = p->ay + p->uy * p->length;
  float left = MAX (MIN (p->ax, bx) - reach, (float) self->x0);
  float right = MIN (MAX (p->ax, bx) + reach, (float) self->x1);
  int first = (int) MAX (MIN (p->ay, by) - reach, (float) self->row_first);
  int last = (int) MIN (MAX (p->ay, by) + reach + 1.0f, (float) self->row_end);
  float steep = fabsf (p->uy) > 1e-3f ? 1.0f / p->uy : 0.0f;

  if (left >= right)
    return;
  for (int y = first; y < last; y++)
    {
      float ry = (float) y + 0.5f - p->ay;
      float x0 = left;
      float x1 = right;
      int from;
      int to;

      if (steep != 0.0f)
        {
          float middle = p->ax + ry * steep * p->ux;
          float room = reach * fabsf (steep);

          x0 = MAX (x0, middle - room);
          x1 = MIN (x1, middle + room);
        }
      from = (int) x0;
      to = MIN ((int) x1 + 1, self->x1);
      if (from >= to || x0 >= x1)
        continue;
      __builtin_prefetch (pixel_row (self, y) + from, 1);
      if (p->pattern == HEARSAY_RASTER_SOLID)
        cover_solid (p, cover_row (self, y) + (from - self->x0), (float) from + 0.5f - p->ax, ry, to - from);
      else
        cover_pattern (p, cover_row (self, y) + (from - self->x0), (float) from + 0.5f - p->ax, ry, to - from);
      self->span_first[y - self->row_first] = MIN (self->span_first[y - self->row_first], from);
      self->span_last[y - self->row_first] = MAX (self->span_last[y - self->row_first], to);
    }
}

static void
blend_cover (HearsayRaster          *self,
             const HearsayRasterInk *ink)
{
  for (int y = self->row_first; y < self->row_end; y++)
    {
      int first = self->span_first[y - self->row_first];
      int last = self->span_last[y - self->row_first];
      guint8 *cover = cover_row (self, y) - self->x0;
      guint32 *row = pixel_row (self, y);

      for (int x = first; x < last; x++)
        {
          if (cover[x] > 0)
            blend (&row[x], ink, cover[x]);
          cover[x] = 0;
        }
    }
}

/* The line's pieces, in pixels. */
static guint
make_pieces (const HearsayRaster       *self,
             const HearsayPoint        *points,
             guint                      n_points,
             const HearsayRasterStroke *stroke,
             Piece                     *pieces)
{
  Piece piece = {
    .half = (float) MAX (stroke->width * self->scale, 1.0) / 2.0f,
    .on = (float) (stroke->on * self->scale),
    .period = (float) MAX (stroke->period * self->scale, 0.5),
    .pattern = stroke->pattern,
  };
  guint n = 0;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      float bx = (float) (points[i + 1].x * self->scale + self->dx);
      float by = (float) (points[i + 1].y * self->scale + self->dy);

      piece.ax = (float) (points[i].x * self->scale + self->dx);
      piece.ay = (float) (points[i].y * self->scale + self->dy);
      piece.length = hypotf (bx - piece.ax, by - piece.ay);
      if (piece.length < 1e-3f)
        continue;
      piece.ux = (bx - piece.ax) / piece.length;
      piece.uy = (by - piece.ay) / piece.length;
      pieces[n++] = piece;
      piece.along += piece.length;
    }
  if (n > 0 && !stroke->round)
    pieces[0].cut_start = pieces[n - 1].cut_end = TRUE;
  return n;
}

/**
 * hearsay_raster_stroke:
 * @points: of a line without sharp turns, at most 32, in world units
 */
void
hearsay_raster_stroke (HearsayRaster             *self,
                       const HearsayPoint        *points,
                       guint                      n_points,
                       const HearsayRasterStroke *stroke)
{
  HearsayColour colour;
  Piece pieces[MAX_PIECES];
  HearsayRasterInk ink;
  float top = G_MAXFLOAT;
  float bottom = -G_MAXFLOAT;
  guint n;

  g_return_if_fail (self != NULL && stroke != NULL && n_points <= MAX_PIECES);

  colour = stroke->colour;
  /* Thinner than a pixel is fainter. */
  colour.alpha *= MIN (stroke->width * self->scale, 1.0);
  ink = make_ink (colour);
  n = make_pieces (self, points, n_points, stroke, pieces);
  for (guint i = 0; i < n; i++)
    {
      float reach = pieces[i].half + 1.0f;
      float by = pieces[i].ay + pieces[i].uy * pieces[i].length;

      top = MIN (top, MIN (pieces[i].ay, by) - reach);
      bottom = MAX (bottom, MAX (pieces[i].ay, by) + reach + 1.0f);
    }
  top = MAX (top, (float) self->y0);
  bottom = MIN (bottom, (float) self->y1);
  for (int y = (int) top; n > 0 && y < (int) bottom; y += HEARSAY_RASTER_CHUNK_ROWS)
    {
      self->row_first = y;
      self->row_end = MIN (y + HEARSAY_RASTER_CHUNK_ROWS, self->y1);
      for (int row = 0; row < HEARSAY_RASTER_CHUNK_ROWS; row++)
        {
          self->span_first[row] = self->x1;
          self->span_last[row] = self->x0;
        }
      for (guint i = 0; i < n; i++)
        cover_piece (self, &pieces[i]);
      blend_cover (self, &ink);
    }
}
