/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render/hearsay-raster.h"

/* A stroke is covered and blended in so many rows at a time: they stay in the
 * processor's cache, which a whole picture does not. */
#define CHUNK_ROWS 32

/* A convex polygon has no more corners. */
#define MAX_CORNERS 8

#define MAX_PIECES 32

/**
 * HearsayRaster:
 *
 * Ten thousand lines a frame are too many for a general path filler. Here each
 * pixel near a shape is covered by its distance from it, at a few nanoseconds
 * a pixel; the pieces of one line are joined in @cover before they are blended,
 * so that nothing is covered twice.
 */
struct _HearsayRaster
{
  cairo_surface_t *surface;
  gboolean band; /* another one says when all is done */
  guint8 *data;
  int stride;
  int x0; /* what may be painted, in pixels */
  int y0;
  int x1;
  int y1;
  double scale; /* from the context's coordinates to pixels */
  double dx;
  double dy;

  guint8 *cover; /* of the rows of a stroke that are under way, cleared after them */
  int row_first;
  int row_end;
  int span_first[CHUNK_ROWS];
  int span_last[CHUNK_ROWS];
};

static gboolean
take_clip (HearsayRaster *self,
           cairo_t       *cr)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean plain = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles <= 1;
  cairo_rectangle_t clip = plain && list->num_rectangles == 1 ? list->rectangles[0] : (cairo_rectangle_t) { 0 };

  cairo_rectangle_list_destroy (list);
  if (!plain)
    return FALSE;
  self->x0 = (int) MAX (floor (clip.x * self->scale + self->dx + 0.5), 0.0);
  self->y0 = (int) MAX (floor (clip.y * self->scale + self->dy + 0.5), 0.0);
  self->x1 = (int) MIN (floor ((clip.x + clip.width) * self->scale + self->dx + 0.5), cairo_image_surface_get_width (self->surface));
  self->y1 = (int) MIN (floor ((clip.y + clip.height) * self->scale + self->dy + 0.5), cairo_image_surface_get_height (self->surface));
  return TRUE;
}

/**
 * hearsay_raster_new:
 * @cr: not used until the raster is freed
 *
 * Returns: (transfer full) (nullable): a raster on the pixels that @cr paints
 *   on; %NULL where these are none, turned or oddly clipped
 */
HearsayRaster *
hearsay_raster_new (cairo_t *cr)
{
  g_autoptr (HearsayRaster) self = NULL;
  cairo_surface_t *surface;
  cairo_matrix_t matrix;
  double device_x;
  double device_y;
  double scale_x;
  double scale_y;

  g_return_val_if_fail (cr != NULL, NULL);

  surface = cairo_get_group_target (cr);
  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0.0 || matrix.yx != 0.0 ||
      matrix.xx <= 0.0 || fabs (matrix.xx - matrix.yy) > 1e-9 || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER ||
      (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32 && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24))
    return NULL;
  cairo_surface_get_device_offset (surface, &device_x, &device_y);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  if (scale_x != scale_y)
    return NULL;
  self = g_new0 (HearsayRaster, 1);
  self->surface = cairo_surface_reference (surface);
  self->scale = matrix.xx * scale_x;
  self->dx = matrix.x0 * scale_x + device_x;
  self->dy = matrix.y0 * scale_x + device_y;
  if (!take_clip (self, cr))
    return NULL;
  cairo_surface_flush (surface);
  self->data = cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface);
  if (self->data == NULL)
    return NULL;
  self->x1 = MAX (self->x1, self->x0);
  self->y1 = MAX (self->y1, self->y0);
  self->cover = g_malloc0 ((gsize) (self->x1 - self->x0 + 1) * CHUNK_ROWS);
  return g_steal_pointer (&self);
}

/**
 * hearsay_raster_new_band:
 * @whole: outlives the band
 * @band: of @n_bands, from above
 *
 * Several threads may paint at once, each on a band of its own: every pixel is
 * then painted in the same order as by one thread.
 *
 * Returns: (transfer full): a raster on some of the rows
 */
HearsayRaster *
hearsay_raster_new_band (const HearsayRaster *whole,
                         guint                band,
                         guint                n_bands)
{
  HearsayRaster *self;
  int rows;

  g_return_val_if_fail (whole != NULL && band < n_bands, NULL);

  self = g_memdup2 (whole, sizeof *whole);
  rows = whole->y1 - whole->y0;
  self->surface = cairo_surface_reference (whole->surface);
  self->band = TRUE;
  self->y0 = whole->y0 + (int) ((gint64) rows * band / n_bands);
  self->y1 = whole->y0 + (int) ((gint64) rows * (band + 1) / n_bands);
  self->cover = g_malloc0 ((gsize) (self->x1 - self->x0 + 1) * CHUNK_ROWS);
  return self;
}

/**
 * hearsay_raster_rows:
 * @y0: (out): the first row that is painted, in world units
 * @y1: (out): the end of the last one
 */
void
hearsay_raster_rows (const HearsayRaster *self,
                     double              *y0,
                     double              *y1)
{
  g_return_if_fail (self != NULL);

  *y0 = (self->y0 - self->dy) / self->scale;
  *y1 = (self->y1 - self->dy) / self->scale;
}

/**
 * hearsay_raster_free:
 *
 * What was painted can be seen now.
 */
void
hearsay_raster_free (HearsayRaster *self)
{
  if (self == NULL)
    return;
  if (self->data != NULL && !self->band)
    cairo_surface_mark_dirty (self->surface);
  cairo_surface_destroy (self->surface);
  g_free (self->cover);
  g_free (self);
}

/**
 * hearsay_raster_scale:
 *
 * Returns: pixels a world unit
 */
double
hearsay_raster_scale (const HearsayRaster *self)
{
  g_return_val_if_fail (self != NULL, 1.0);

  return self->scale;
}

typedef struct
{
  guint32 red;
  guint32 green;
  guint32 blue;
  guint32 alpha; /* of 256 */
} Ink;

static Ink
make_ink (HearsayColour colour)
{
  return (Ink) {
    (guint32) (colour.red * 255.0 + 0.5), (guint32) (colour.green * 255.0 + 0.5), (guint32) (colour.blue * 255.0 + 0.5),
    (guint32) (colour.alpha * 256.0 + 0.5),
  };
}

/* Over what is there; both premultiplied. */
static inline void
blend (guint32    *pixel,
       const Ink  *ink,
       guint32     cover)
{
  guint32 a = cover * ink->alpha >> 8;
  guint32 back = *pixel;
  guint32 rest;
  guint32 even;
  guint32 odd;

  a += a >> 7; /* 0 … 256 */
  rest = 256 - a;
  even = ((ink->red << 16 | ink->blue) * a + (back & 0x00ff00ff) * rest) >> 8 & 0x00ff00ff;
  odd = ((255u << 16 | ink->green) * a + ((back >> 8) & 0x00ff00ff) * rest) & 0xff00ff00;
  *pixel = even | odd;
}

static inline guint32 *
pixel_row (const HearsayRaster *self,
           int                  y)
{
  return (guint32 *) (gpointer) (self->data + (gsize) y * (gsize) self->stride);
}

static inline guint8
to_cover (float value)
{
  return (guint8) (MIN (MAX (value, 0.0f), 1.0f) * 255.0f + 0.5f);
}

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
blend_cover (HearsayRaster *self,
             const Ink     *ink)
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
  Ink ink;
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
  for (int y = (int) top; n > 0 && y < (int) bottom; y += CHUNK_ROWS)
    {
      self->row_first = y;
      self->row_end = MIN (y + CHUNK_ROWS, self->y1);
      for (int row = 0; row < CHUNK_ROWS; row++)
        {
          self->span_first[row] = self->x1;
          self->span_last[row] = self->x0;
        }
      for (guint i = 0; i < n; i++)
        cover_piece (self, &pieces[i]);
      blend_cover (self, &ink);
    }
}

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
  Ink ink = make_ink (colour);
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
  Ink ink = make_ink (colour);
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
  Ink ink = make_ink (colour);
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
