/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render-samples.h"
#include "render/hearsay-timeline-painter.h"

#define N_COLLECTIONS 50

/* Half of what a mark, or a badge, is seen to take up. */
#define RADIUS 12.5

static HearsayBox
seen_box (const HearsayTimelinePainter *painter,
          const HearsayTimelineLook    *look,
          guint                         mark)
{
  HearsayTimelineMetrics metrics = hearsay_timeline_painter_get_metrics (painter);
  const HearsayTimelineMark *what = hearsay_timeline_painter_get_mark (painter, mark);
  HearsayBox box = hearsay_timeline_painter_get_box (painter, look, mark);
  double left = what->undated ? metrics.undated_x : metrics.plot_x;
  double right = what->undated ? metrics.plot_x : look->width;

  if (what->width <= 0.0)
    {
      double x = (box.x0 + box.x1) / 2.0;
      double y = (box.y0 + box.y1) / 2.0;

      box = (HearsayBox) { x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS };
    }
  /* What is painted is clipped to its column. */
  box.x0 = CLAMP (box.x0, left, right);
  box.x1 = CLAMP (box.x1, left, right);
  return box;
}

/* Names of lanes, the ruler and the names of publishers; and of each lane, that
 * its marks keep to it. */
static guint
count_on_labels (const HearsayTimelinePainter *painter,
                 const HearsayTimelineLook    *look)
{
  HearsayTimelineMetrics metrics = hearsay_timeline_painter_get_metrics (painter);
  HearsayBox labels[] = { { 0.0, 0.0, metrics.undated_x, look->height }, { 0.0, 0.0, look->width, metrics.plot_y } };
  guint n = 0;

  for (guint i = 0; i < hearsay_timeline_painter_get_n_marks (painter); i++)
    {
      HearsayBox box = seen_box (painter, look, i);
      double top;
      double height;

      hearsay_timeline_painter_get_lane (painter, hearsay_timeline_painter_get_mark (painter, i)->lane, &top, &height);
      n += box.y0 < top - look->scroll_y || box.y1 > top + height - look->scroll_y;
      if (box.x1 - box.x0 > 0.0)
        n += hearsay_box_overlaps (&box, &labels[0]) + hearsay_box_overlaps (&box, &labels[1]);
    }
  return n;
}

static guint
count_on_marks (const HearsayTimelinePainter *painter,
                const HearsayTimelineLook    *look)
{
  guint n_marks = hearsay_timeline_painter_get_n_marks (painter);
  guint n = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      HearsayBox box = seen_box (painter, look, i);

      for (guint k = i + 1; k < n_marks; k++)
        {
          HearsayBox other = seen_box (painter, look, k);

          if (hearsay_timeline_painter_get_mark (painter, k)->lane > hearsay_timeline_painter_get_mark (painter, i)->lane)
            break;
          if (box.x1 > box.x0 && other.x1 > other.x0)
            n += hearsay_box_overlaps (&box, &other);
        }
    }
  return n;
}

static void
test_nothing_overlaps (void)
{
  static const double scales[] = { 0.05, 0.7, 4.0, 14.0, 27.0, 40.0, 88.0, 300.0, 2000.0 };
  static const HearsayTimelineMode modes[] = { HEARSAY_TIMELINE_MARKS, HEARSAY_TIMELINE_CURVES, HEARSAY_TIMELINE_TOTALS };
  guint n_marks = 0;

  for (guint seed = 0; seed < N_COLLECTIONS; seed++)
    {
      g_autoptr (HearsayTimeline) timeline = render_samples_new_timeline (seed, 4 + seed * 9, 1 + seed % 30, seed % 2 ? "An issue" : NULL);

      for (guint s = 0; s < G_N_ELEMENTS (scales) * G_N_ELEMENTS (modes); s++)
        {
          HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
          HearsayTimelineLook look = { .origin = 18556.0, .width = 1400.0, .height = 900.0 };
          g_autoptr (HearsayTimelinePainter) painter = NULL;

          options.pixels_per_day = scales[s / G_N_ELEMENTS (modes)];
          options.mode = modes[s % G_N_ELEMENTS (modes)];
          painter = hearsay_timeline_painter_new (timeline, &options);
          n_marks += hearsay_timeline_painter_get_n_marks (painter);
          g_assert_cmpuint (count_on_marks (painter, &look), ==, 0);
          g_assert_cmpuint (count_on_labels (painter, &look), ==, 0);
        }
    }
  g_test_message ("%u marks looked at", n_marks);
  g_assert_cmpuint (n_marks, >, 10000);
}

static void
test_hits_what_is_painted (void)
{
  g_autoptr (HearsayTimeline) timeline = render_samples_new_timeline (3, 200, 12, "An issue");
  static const HearsayTimelineMode modes[] = { HEARSAY_TIMELINE_MARKS, HEARSAY_TIMELINE_CURVES, HEARSAY_TIMELINE_TOTALS };

  for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
    {
      HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
      HearsayTimelineLook look = { .origin = 18553.0, .width = 2400.0, .height = 3000.0, .scroll_y = 10.0 };
      g_autoptr (HearsayTimelinePainter) painter = NULL;
      guint n_hit = 0;

      options.mode = modes[m];
      painter = hearsay_timeline_painter_new (timeline, &options);
      for (guint i = 0; i < hearsay_timeline_painter_get_n_marks (painter); i++)
        {
          HearsayBox box = hearsay_timeline_painter_get_box (painter, &look, i);

          if (box.y0 < hearsay_timeline_painter_get_metrics (painter).plot_y)
            continue;
          g_assert_cmpint (hearsay_timeline_painter_hit (painter, &look, (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0), ==, (int) i);
          n_hit++;
        }
      g_assert_cmpuint (n_hit, >, 30);
      g_assert_cmpint (hearsay_timeline_painter_hit (painter, &look, 5.0, 300.0), ==, -1);
      g_assert_cmpint (hearsay_timeline_painter_find_lane (painter, &look, 2.0), ==, -1);
    }
}

static cairo_surface_t *
paint (HearsayTimelinePainter    *painter,
       const HearsayTimelineLook *look)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) look->width, (int) look->height);
  cairo_t *cr = cairo_create (surface);

  hearsay_timeline_painter_paint (painter, cr, look, HEARSAY_TIMELINE_ALL_PARTS);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_pixels (HearsayTimelinePainter    *painter,
              const HearsayTimelineLook *look)
{
  cairo_surface_t *surface = paint (painter, look);
  const guint32 *pixels;
  guint n = 0;

  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < (int) look->width * (int) look->height; i++)
    n += (pixels[i] >> 24) > 128;
  cairo_surface_destroy (surface);
  return n;
}

/* Every way to draw draws marks, and curves also by steps. */
static void
test_paints_all_modes (void)
{
  g_autoptr (HearsayTimeline) timeline = render_samples_new_timeline (5, 120, 6, "An issue");
  g_autoptr (HearsayTimeline) empty = render_samples_new_timeline (5, 0, 0, NULL);

  for (guint m = 0; m < 4; m++)
    {
      HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
      HearsayTimelineLook look = { .origin = 18553.0, .width = 900.0, .height = 600.0 };
      g_autoptr (HearsayTimelinePainter) painter = NULL;
      g_autoptr (HearsayTimelinePainter) bare = NULL;

      options.mode = MIN (m, 2);
      options.stepped = m == 3;
      options.mode = m == 3 ? HEARSAY_TIMELINE_CURVES : options.mode;
      painter = hearsay_timeline_painter_new (timeline, &options);
      bare = hearsay_timeline_painter_new (empty, &options);
      g_assert_cmpuint (count_pixels (painter, &look), >, count_pixels (bare, &look) + 1000);
    }
}

#define PRINTED 18553

static HearsayTimelinePainter *
new_printed (const char *publisher)
{
  HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
  HearsayTimelineItem item = { .publication = 0, .first_day = PRINTED, .last_day = PRINTED, .minute = -1 };
  HearsayTimelineLane lane = { .name = (char *) "Ada Holt", .initials = (char *) "AH", .n_statements = 1 };
  HearsayTimelinePublication publication = { (char *) publisher, PRINTED, -1 };
  g_autoptr (HearsayTimeline) timeline = hearsay_timeline_new (&item, 1, &lane, 1, &publication, 1, NULL, HEARSAY_LANE_ORDER_FIRST);

  return hearsay_timeline_painter_new (timeline, &options);
}

/* How wide the name of the publisher is painted, and where: where the same without one differs. */
static int
measure_name (double  origin,
              int    *first,
              int    *last)
{
  HearsayTimelineLook look = { .origin = origin, .width = 700.0, .height = 200.0 };
  g_autoptr (HearsayTimelinePainter) named = new_printed ("The Morning Messenger");
  g_autoptr (HearsayTimelinePainter) bare = new_printed ("");
  cairo_surface_t *with = paint (named, &look);
  cairo_surface_t *without = paint (bare, &look);
  const guint32 *a = (const guint32 *) (gpointer) cairo_image_surface_get_data (with);
  const guint32 *b = (const guint32 *) (gpointer) cairo_image_surface_get_data (without);

  *first = 700;
  *last = -1;
  for (int i = 0; i < 700 * 200; i++)
    {
      if (a[i] == b[i])
        continue;
      *first = MIN (*first, i % 700);
      *last = MAX (*last, i % 700);
    }
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  return *last - *first;
}

/* At the edge of what is seen a name keeps all its letters while its mark is in sight. */
static void
test_names_at_the_edge (void)
{
  int first;
  int last;
  int width = measure_name (PRINTED - 2.5, &first, &last);

  g_assert_cmpint (width, >, 90);
  g_assert_cmpint (abs (measure_name (PRINTED + 0.45, &first, &last) - width), <=, 2);
  for (double origin = PRINTED; last < 690; origin -= 0.1)
    g_assert_cmpint (abs (measure_name (origin, &first, &last) - width), <=, 2);
  g_assert_cmpint (last, <, 700);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-painter/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/timeline-painter/hits", test_hits_what_is_painted);
  g_test_add_func ("/timeline-painter/modes", test_paints_all_modes);
  g_test_add_func ("/timeline-painter/names-at-the-edge", test_names_at_the_edge);

  return g_test_run ();
}
