/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "render/hearsay-line-map.h"
#include "render/hearsay-raster.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text-mask.h"

#define WIDTH 240
#define HEIGHT 180

static cairo_surface_t *
new_surface (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static void
stroke_all (HearsayRaster *raster)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 60; i++)
    {
      HearsayRasterStroke stroke = { 0.5 + i % 9, i % 3, 8.0, 13.0, i % 2 == 0, { 0.1 * (i % 10), 0.3, 0.6, 0.4 + 0.06 * (i % 10) } };
      HearsayPoint points[5];

      for (guint k = 0; k < G_N_ELEMENTS (points); k++)
        points[k] = (HearsayPoint) { g_rand_double_range (random, -60.0, WIDTH + 60.0), g_rand_double_range (random, -60.0, HEIGHT + 60.0) };
      hearsay_raster_stroke (raster, points, G_N_ELEMENTS (points), &stroke);
      hearsay_raster_box (raster, points[0].x, points[0].y, 12.0, 9.0, 4.0, stroke.colour);
      hearsay_raster_polygon (raster, points, 3, 2.0, stroke.colour);
    }
}

/* Several threads may each paint a band: the pixels are those of one painting. */
static void
test_bands (void)
{
  cairo_surface_t *whole = new_surface ();
  cairo_surface_t *banded = new_surface ();
  cairo_t *first = cairo_create (whole);
  cairo_t *second = cairo_create (banded);
  HearsayRaster *raster = hearsay_raster_new (first);
  HearsayRaster *base = hearsay_raster_new (second);

  stroke_all (raster);
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (HearsayRaster) band = hearsay_raster_new_band (base, i, 7);

      stroke_all (band);
    }
  hearsay_raster_free (raster);
  hearsay_raster_free (base);
  g_assert_cmpmem (cairo_image_surface_get_data (whole), cairo_image_surface_get_stride (whole) * HEIGHT,
                   cairo_image_surface_get_data (banded), cairo_image_surface_get_stride (banded) * HEIGHT);
  cairo_destroy (first);
  cairo_destroy (second);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (banded);
}

static double
mean_difference (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  const guint8 *x = cairo_image_surface_get_data (a);
  const guint8 *y = cairo_image_surface_get_data (b);
  gsize n = (gsize) cairo_image_surface_get_stride (a) * HEIGHT;
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    sum += abs (x[i] - y[i]);
  return sum / n;
}

/* The same line as cairo draws it: nearly the same pixels. */
static void
assert_like_cairo (HearsayRasterPattern pattern,
                   double               width,
                   double               slope)
{
  cairo_surface_t *ours = new_surface ();
  cairo_surface_t *theirs = new_surface ();
  cairo_t *cr = cairo_create (ours);
  HearsayRaster *raster = hearsay_raster_new (cr);
  HearsayRasterStroke stroke = { width, pattern, pattern == HEARSAY_RASTER_DASHES ? 9.0 : 0.0, 15.0, FALSE, { 0.0, 0.0, 0.0, 1.0 } };
  HearsayPoint points[] = { { 20.3, 30.6 }, { 210.2, 30.6 + slope * 120.0 } };
  double dashes[] = { stroke.on, stroke.period - stroke.on };
  double difference;
  double ink;

  hearsay_raster_stroke (raster, points, 2, &stroke);
  hearsay_raster_free (raster);
  cairo_destroy (cr);
  cr = cairo_create (theirs);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, pattern == HEARSAY_RASTER_DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (pattern != HEARSAY_RASTER_SOLID)
    cairo_set_dash (cr, dashes, 2, 0.0);
  cairo_move_to (cr, points[0].x, points[0].y);
  cairo_line_to (cr, points[1].x, points[1].y);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (theirs);
  difference = mean_difference (ours, theirs);
  cairo_surface_destroy (ours);
  ours = new_surface ();
  ink = mean_difference (ours, theirs);
  g_assert_cmpfloat (ink, >, 0.0);
  /* Dots of two pixels are all edge. */
  g_assert_cmpfloat (difference, <, (pattern == HEARSAY_RASTER_DOTS ? 0.25 : 0.12) * ink);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

static void
test_like_cairo (void)
{
  static const double slopes[] = { 0.0, 0.13, 0.6, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (slopes); i++)
    {
      for (guint pattern = HEARSAY_RASTER_SOLID; pattern <= HEARSAY_RASTER_DOTS; pattern++)
        {
          assert_like_cairo (pattern, 2.0, slopes[i]);
          assert_like_cairo (pattern, 5.5, slopes[i]);
        }
    }
}

/* Turned contexts and files have no pixels of their own. */
static void
test_only_pixels (void)
{
  cairo_surface_t *surface = new_surface ();
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  g_assert_null (hearsay_raster_new (cr));
  cairo_destroy (cr);
  cr = cairo_create (surface);
  cairo_rotate (cr, 0.1);
  g_assert_null (hearsay_raster_new (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
  cairo_surface_destroy (surface);
}

static void
test_clip (void)
{
  cairo_surface_t *surface = new_surface ();
  cairo_surface_t *untouched = new_surface ();
  cairo_t *cr = cairo_create (surface);
  HearsayRaster *raster;
  const guint8 *x = cairo_image_surface_get_data (surface);
  const guint8 *y = cairo_image_surface_get_data (untouched);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_rectangle (cr, 50.0, 40.0, 60.0, 70.0);
  cairo_clip (cr);
  raster = hearsay_raster_new (cr);
  stroke_all (raster);
  hearsay_raster_free (raster);
  for (int row = 0; row < HEIGHT; row++)
    {
      gboolean inside = row >= 40 && row < 110;

      g_assert_cmpint (memcmp (x + row * stride, y + row * stride, 50 * 4), ==, 0);
      g_assert_cmpint (memcmp (x + row * stride + 110 * 4, y + row * stride + 110 * 4, (WIDTH - 110) * 4), ==, 0);
      if (!inside)
        g_assert_cmpint (memcmp (x + row * stride, y + row * stride, WIDTH * 4), ==, 0);
    }
  g_assert_cmpfloat (mean_difference (surface, untouched), >, 1.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (untouched);
}

static void
test_text_mask (void)
{
  HearsayTextLook look = { 13.3, 400, 190.0 };
  g_autoptr (HearsayTextMask) mask = hearsay_text_mask_get ("Ada Lindqvist", &look, 1.0, TRUE);
  g_autoptr (HearsayTextMask) again = hearsay_text_mask_get ("Ada Lindqvist", &look, 1.0, TRUE);
  g_autoptr (HearsayTextMask) large = hearsay_text_mask_get ("Ada Lindqvist", &look, 2.0, FALSE);
  guint n_ink = 0;

  g_assert_true (mask == again);
  g_assert_null (large->halo);
  g_assert_cmpint (large->height, >, mask->height);
  for (int i = 0; i < mask->stride * mask->height; i++)
    {
      g_assert_cmpuint (mask->halo[i], >=, mask->ink[i]);
      n_ink += mask->ink[i] > 0;
    }
  g_assert_cmpuint (n_ink, >, 100);
}

static void
test_line_map (void)
{
  g_autoptr (HearsayLineMap) map = hearsay_line_map_new (&(HearsayBox) { -100.0, -100.0, 900.0, 500.0 });
  HearsayPoint line[] = { { -500.0, 0.0 }, { 300.0, 0.0 }, { 300.0, 2000.0 } };

  hearsay_line_map_add (map, line, G_N_ELEMENTS (line));
  g_assert_true (hearsay_line_map_crosses (map, &(HearsayBox) { 10.0, -5.0, 40.0, 5.0 }));
  g_assert_true (hearsay_line_map_crosses (map, &(HearsayBox) { 290.0, 200.0, 310.0, 220.0 }));
  g_assert_false (hearsay_line_map_crosses (map, &(HearsayBox) { 10.0, 20.0, 280.0, 400.0 }));
  g_assert_false (hearsay_line_map_crosses (map, &(HearsayBox) { 2000.0, 20.0, 2100.0, 400.0 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/raster/bands", test_bands);
  g_test_add_func ("/render/raster/like-cairo", test_like_cairo);
  g_test_add_func ("/render/raster/only-pixels", test_only_pixels);
  g_test_add_func ("/render/raster/clip", test_clip);
  g_test_add_func ("/render/text-mask", test_text_mask);
  g_test_add_func ("/render/line-map", test_line_map);

  return g_test_run ();
}
