/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <time.h>

#include "timeline/hearsay-packing.h"

static void
test_scale_zooms_at_pointer (void)
{
  HearsayTimeScale scale = hearsay_time_scale_fit (100.0, 114.0, 1240.0, 20.0);
  HearsayTimeScale zoomed;
  double day = hearsay_time_scale_day (&scale, 333.0);

  g_assert_cmpfloat_with_epsilon (hearsay_time_scale_x (&scale, 100.0), 20.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (hearsay_time_scale_x (&scale, 114.0), 1220.0, 1e-9);
  zoomed = hearsay_time_scale_zoom_at (&scale, 2.5, 333.0);
  g_assert_cmpfloat_with_epsilon (hearsay_time_scale_day (&zoomed, 333.0), day, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoomed.pixels_per_day, scale.pixels_per_day * 2.5, 1e-9);
  zoomed = hearsay_time_scale_zoom_at (&scale, 1e12, 333.0);
  g_assert_cmpfloat (zoomed.pixels_per_day, ==, HEARSAY_TIME_SCALE_MAX);
}

static void
test_scale_stays_in_sight (void)
{
  HearsayTimeScale scale = { .origin = 1e6, .pixels_per_day = 10.0 };

  scale = hearsay_time_scale_clamp (&scale, 0.0, 100.0, 800.0);
  g_assert_cmpfloat_with_epsilon (hearsay_time_scale_x (&scale, 100.0), 80.0, 1e-6);
  scale.origin = -1e6;
  scale = hearsay_time_scale_clamp (&scale, 0.0, 100.0, 800.0);
  g_assert_cmpfloat_with_epsilon (hearsay_time_scale_x (&scale, 0.0), 720.0, 1e-6);
}

static void
test_ticks_adapt (void)
{
  static const struct
  {
    double pixels_per_day;
    HearsayTickUnit unit;
  } cases[] = {
    { 2000.0, HEARSAY_TICK_HOUR }, { 160.0, HEARSAY_TICK_HOUR }, { 143.0, HEARSAY_TICK_DAY },
    { 72.0, HEARSAY_TICK_DAY }, { 71.0, HEARSAY_TICK_MONDAY }, { 10.0, HEARSAY_TICK_MONTH },
    { 1.0, HEARSAY_TICK_QUARTER }, { 0.3, HEARSAY_TICK_YEAR }, { 0.02, HEARSAY_TICK_DECADE },
    { HEARSAY_TIME_SCALE_MIN, HEARSAY_TICK_DECADE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      HearsayTimeScale scale = { .origin = 18500.3, .pixels_per_day = cases[c].pixels_per_day };
      HearsayTickUnit unit;
      g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&scale, 1300.0, 72.0, &unit);

      g_assert_cmpint (unit, ==, cases[c].unit);
      g_assert_cmpuint (ticks->len, >, 0);
      g_assert_cmpfloat (g_array_index (ticks, HearsayTick, 0).x, <=, 0.0);
      for (guint i = 1; i < ticks->len; i++)
        {
          const HearsayTick *tick = &g_array_index (ticks, HearsayTick, i);

          g_assert_cmpfloat (tick->x - g_array_index (ticks, HearsayTick, i - 1).x, >=, 71.99);
          if (unit == HEARSAY_TICK_MONDAY)
            g_assert_cmpint (hearsay_date_weekday (hearsay_date_from_days (tick->day)), ==,
                             hearsay_date_weekday (hearsay_date_new_day (2020, 10, 19)));
        }
    }
}

static void
test_ticks_open_months (void)
{
  gint32 first = hearsay_days_from_civil (2020, 10, 19);
  HearsayTimeScale scale = { .origin = first, .pixels_per_day = 87.0 };
  HearsayTickUnit unit;
  g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&scale, 87.0 * 13.5, 72.0, &unit);
  guint n_open = 0;

  g_assert_cmpuint (ticks->len, ==, 14);
  for (guint i = 0; i < ticks->len; i++)
    n_open += g_array_index (ticks, HearsayTick, i).opens;
  g_assert_cmpuint (n_open, ==, 1);
  g_assert_true (g_array_index (ticks, HearsayTick, 13).opens);
}

/* A day of the calendar has 24 hours wherever the reader lives: times are those
 * of the publisher's clock. Berlin put its clocks back on 25 October 2020 at
 * 3 o'clock and forward on 29 March 2020 at 2 o'clock. */
static void
test_ticks_ignore_daylight_saving (void)
{
  static const int days[][3] = { { 2020, 10, 25 }, { 2020, 3, 29 }, { 2020, 6, 1 } };
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  tzset ();
  for (guint d = 0; d < G_N_ELEMENTS (days); d++)
    {
      gint32 day = hearsay_days_from_civil (days[d][0], days[d][1], days[d][2]);
      HearsayTimeScale scale = { .origin = day, .pixels_per_day = 24.0 * 80.0 };
      HearsayTickUnit unit;
      g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&scale, 24.0 * 80.0, 72.0, &unit);

      g_assert_cmpint (unit, ==, HEARSAY_TICK_HOUR);
      g_assert_cmpuint (ticks->len, ==, 25);
      for (guint i = 0; i < 25; i++)
        {
          const HearsayTick *tick = &g_array_index (ticks, HearsayTick, i);

          g_assert_cmpfloat_with_epsilon (tick->x, i * 80.0, 1e-6);
          g_assert_cmpint (tick->minute, ==, (int) (i % 24) * 60);
          g_assert_cmpint (tick->day, ==, day + (i == 24));
        }
    }
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

static void
assert_ticks (double      pixels_per_day,
              gint32      origin,
              double      width,
              const char *expected)
{
  HearsayTimeScale scale = { .origin = origin, .pixels_per_day = pixels_per_day };
  g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&scale, width, 72.0, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      HearsayDate date = hearsay_date_from_days (g_array_index (ticks, HearsayTick, i).day);

      g_string_append_printf (found, "%s%d-%d-%d%s", i > 0 ? " " : "", date.year, date.month, date.day,
                              g_array_index (ticks, HearsayTick, i).opens ? "!" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_ticks_by_hand (void)
{
  /* 29 February is there in 2020 and 2000, and missing in 2019 and 1900. */
  assert_ticks (80.0, hearsay_days_from_civil (2020, 2, 28), 160.0, "2020-2-28 2020-2-29 2020-3-1!");
  assert_ticks (80.0, hearsay_days_from_civil (2019, 2, 28), 80.0, "2019-2-28 2019-3-1!");
  assert_ticks (80.0, hearsay_days_from_civil (2000, 2, 29), 80.0, "2000-2-29 2000-3-1!");
  assert_ticks (80.0, hearsay_days_from_civil (1900, 2, 28), 80.0, "1900-2-28 1900-3-1!");
  /* The year before 1 is 0, the one before that −1. */
  assert_ticks (0.25, hearsay_days_from_civil (-1, 1, 1), 274.0, "-1-1-1 0-1-1! 1-1-1 2-1-1");
  assert_ticks (80.0, hearsay_days_from_civil (-1, 12, 31), 80.0, "-1-12-31 0-1-1!");
  /* 300 years in 1000 pixels. */
  assert_ticks (1000.0 / 109572.0, hearsay_days_from_civil (1700, 1, 1), 1000.0,
                "1700-1-1 1750-1-1 1800-1-1! 1850-1-1 1900-1-1! 1950-1-1 2000-1-1!");
}

/* One instant gets one day in the middle, whatever the width. */
static void
test_scale_fits_one_instant (void)
{
  HearsayTimeScale scale = hearsay_time_scale_fit (18500.25, 18500.25, 1000.0, 20.0);

  g_assert_cmpfloat_with_epsilon (scale.pixels_per_day, 960.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (hearsay_time_scale_x (&scale, 18500.25), 20.0, 1e-6);
  scale = hearsay_time_scale_fit (0.0, 0.0, 0.0, 20.0);
  g_assert_true (isfinite (scale.origin) && scale.pixels_per_day > 0.0);
  scale = hearsay_time_scale_fit (hearsay_days_from_civil (1700, 1, 1), hearsay_days_from_civil (2000, 1, 1), 1040.0, 20.0);
  g_assert_cmpfloat_with_epsilon (scale.pixels_per_day, 1000.0 / 109572.0, 1e-12);
}

static void
test_packing_of_nothing (void)
{
  static const HearsayTimelineMode modes[] = { HEARSAY_TIMELINE_MARKS, HEARSAY_TIMELINE_CURVES, HEARSAY_TIMELINE_TOTALS };
  g_autoptr (HearsayTimeline) timeline = hearsay_timeline_new (NULL, 0, NULL, 0, NULL, 0, NULL, HEARSAY_LANE_ORDER_FIRST);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      HearsayPackingOptions options = { 80.0, 64.0, 90.0, modes[i], HEARSAY_TOTAL_DAY };
      g_autoptr (HearsayPacking) packing = hearsay_packing_new (timeline, &options);

      g_assert_cmpuint (packing->n_marks, ==, 0);
      g_assert_cmpuint (packing->lane_marks[0], ==, 0);
    }
}

static void
test_ticks_outside_the_calendar (void)
{
  HearsayTimeScale scale = { .origin = 1e9, .pixels_per_day = 100.0 };
  g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&scale, 1000.0, 72.0, NULL);

  g_assert_cmpuint (ticks->len, ==, 0);
}

static HearsayTimeline *
make_timeline (GRand *rand,
               guint  n_items,
               guint  n_lanes,
               gint32 n_days)
{
  g_autofree HearsayTimelineItem *items = g_new0 (HearsayTimelineItem, MAX (n_items, 1));
  g_autofree HearsayTimelineLane *lanes = g_new0 (HearsayTimelineLane, MAX (n_lanes, 1));
  HearsayTimeline *timeline;

  for (guint i = 0; i < n_lanes; i++)
    {
      lanes[i].name = g_strdup_printf ("Speaker %u", i);
      lanes[i].initials = g_strdup ("S");
    }
  for (guint i = 0; i < n_items; i++)
    {
      items[i].statement = i;
      items[i].lane = (guint32) g_rand_int_range (rand, 0, (gint32) n_lanes);
      items[i].first_day = 18000 + g_rand_int_range (rand, 0, n_days);
      items[i].last_day = items[i].first_day + (i % 7 == 0 ? 6 : i % 31 == 0 ? 29 : 0);
      items[i].minute = i % 5 == 0 && items[i].first_day == items[i].last_day ? (gint16) (i * 37 % 1440) : -1;
      items[i].about_issue = TRUE;
      items[i].publication = -1;
      if (i % 11 == 10)
        items[i].first_day = HEARSAY_TIMELINE_NO_DAY;
    }
  timeline = hearsay_timeline_new (items, n_items, lanes, n_lanes, NULL, 0, NULL, HEARSAY_LANE_ORDER_FIRST);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_free (lanes[i].name);
      g_free (lanes[i].initials);
    }
  return timeline;
}

static void
check_packing (const HearsayTimeline *timeline,
               const HearsayPacking  *packing,
               double                 height)
{
  g_autofree guint *seen = g_new0 (guint, MAX (timeline->n_items, 1));

  for (guint m = 0; m < packing->n_marks; m++)
    {
      const HearsayTimelineMark *mark = &packing->marks[m];

      g_assert_cmpfloat (fabs (mark->y) + HEARSAY_PACKING_SLOT / 2.0 - 1.0, <=, height / 2.0);
      for (guint i = mark->first; i < mark->first + mark->n_items; i++)
        {
          g_assert_cmpuint (timeline->items[packing->items[i]].lane, ==, mark->lane);
          g_assert_cmpuint (packing->item_marks[packing->items[i]], ==, m);
          seen[packing->items[i]]++;
        }
      for (guint o = m + 1; o < packing->n_marks && packing->marks[o].lane == mark->lane; o++)
        {
          if (packing->marks[o].undated == mark->undated)
            g_assert_true (fabs (packing->marks[o].x - mark->x) > HEARSAY_PACKING_SLOT - 0.01 ||
                           fabs (packing->marks[o].y - mark->y) > HEARSAY_PACKING_SLOT - 0.01);
        }
    }
  for (guint i = 0; i < timeline->n_items; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
test_packing_never_overlaps (void)
{
  static const double scales[] = { 0.01, 0.5, 3.0, 13.0, 27.0, 31.0, 54.5, 87.0, 200.0, 260.0, 900.0, 5000.0 };
  static const double heights[] = { 40.0, 48.0, 64.0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (HearsayTimeline) timeline = make_timeline (rand, round * 17, 1 + round / 4, 3 + (gint32) round * 9);

      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        {
          for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
            {
              HearsayPackingOptions options = { scales[s], heights[h], 90.0 };
              g_autoptr (HearsayPacking) packing = hearsay_packing_new (timeline, &options);

              check_packing (timeline, packing, heights[h]);
            }
        }
    }
}

static void
test_packing_fills_a_day (void)
{
  HearsayTimelineItem items[4] = { 0 };
  HearsayTimelineLane lane = { .name = (char *) "One", .initials = (char *) "O" };
  HearsayPackingOptions wide = { 87.0, 64.0, 0.0 };
  HearsayPackingOptions narrow = { 10.0, 64.0, 0.0 };
  g_autoptr (HearsayTimeline) timeline = NULL;
  g_autoptr (HearsayPacking) square = NULL;
  g_autoptr (HearsayPacking) badge = NULL;

  for (guint i = 0; i < 4; i++)
    items[i] = (HearsayTimelineItem) { .statement = i, .first_day = 3, .last_day = 3, .minute = -1, .publication = -1 };
  timeline = hearsay_timeline_new (items, 4, &lane, 1, NULL, 0, "An issue", HEARSAY_LANE_ORDER_FIRST);

  square = hearsay_packing_new (timeline, &wide);
  g_assert_cmpuint (square->n_marks, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (fabs (square->marks[i].x - 3.5 * 87.0), HEARSAY_PACKING_SLOT / 2.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (fabs (square->marks[i].y), HEARSAY_PACKING_SLOT / 2.0, 1e-9);
    }
  badge = hearsay_packing_new (timeline, &narrow);
  g_assert_cmpuint (badge->n_marks, ==, 1);
  g_assert_cmpuint (badge->marks[0].n_items, ==, 4);
  g_assert_cmpfloat_with_epsilon (badge->marks[0].x, 35.0, 1e-9);
}

static void
test_lanes_are_ordered (void)
{
  HearsayTimelineLane lanes[] = {
    { .name = (char *) "Beta", .n_statements = 1 },
    { .name = (char *) "Alpha", .n_statements = 3 },
    { .name = (char *) "Gamma", .n_statements = 2 },
  };
  HearsayTimelineItem items[] = {
    { .lane = 0, .first_day = 9, .last_day = 9, .publication = -1 },
    { .lane = 2, .first_day = 5, .last_day = 2, .publication = 8 },
    { .lane = 7, .first_day = 1, .last_day = 1, .publication = -1 },
  };
  static const char *const expected[3][3] = {
    { "Gamma", "Beta", "Alpha" }, { "Alpha", "Beta", "Gamma" }, { "Alpha", "Gamma", "Beta" },
  };

  for (guint order = 0; order < 3; order++)
    {
      g_autoptr (HearsayTimeline) timeline = hearsay_timeline_new (items, 3, lanes, 3, NULL, 0, NULL, order);

      g_assert_cmpuint (timeline->n_items, ==, 2);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpstr (timeline->lanes[i].name, ==, expected[order][i]);
      for (guint i = 0; i < 2; i++)
        {
          g_assert_cmpint (timeline->items[i].last_day, >=, timeline->items[i].first_day);
          g_assert_cmpint (timeline->items[i].publication, ==, -1);
          g_assert_cmpstr (timeline->lanes[timeline->items[i].lane].name, ==, timeline->items[i].first_day == 5 ? "Gamma" : "Beta");
        }
    }
}

static void
test_range_and_histogram (void)
{
  HearsayTimelineLane lane = { .name = (char *) "One" };
  HearsayTimelineItem items[] = {
    { .first_day = 0, .last_day = 0, .position = HEARSAY_POSITION_OPPOSE, .about_issue = TRUE, .publication = -1 },
    { .first_day = 9, .last_day = 9, .position = HEARSAY_POSITION_OPPOSE, .publication = -1 },
    { .first_day = HEARSAY_TIMELINE_NO_DAY, .publication = -1 },
  };
  HearsayTimelinePublication printed = { .publisher = (char *) "A Paper", .day = 12, .minute = -1 };
  g_autoptr (HearsayTimeline) timeline = hearsay_timeline_new (items, 3, &lane, 1, &printed, 1, NULL, HEARSAY_LANE_ORDER_FIRST);
  g_autoptr (HearsayTimeline) empty = hearsay_timeline_new (NULL, 0, NULL, 0, NULL, 0, NULL, HEARSAY_LANE_ORDER_FIRST);
  guint32 bins[5][HEARSAY_N_POSITIONS];
  gint32 first;
  gint32 last;

  g_assert_false (hearsay_timeline_get_range (empty, &first, &last));
  g_assert_true (hearsay_timeline_get_range (timeline, &first, &last));
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (last, ==, 12);
  hearsay_timeline_histogram (timeline, 0, 9, 5, bins);
  g_assert_cmpuint (bins[0][HEARSAY_POSITION_OPPOSE], ==, 1);
  g_assert_cmpuint (bins[4][HEARSAY_POSITION_NEUTRAL], ==, 1);
  g_assert_cmpuint (bins[2][HEARSAY_POSITION_NEUTRAL], ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/scale/zooms-at-pointer", test_scale_zooms_at_pointer);
  g_test_add_func ("/timeline/scale/stays-in-sight", test_scale_stays_in_sight);
  g_test_add_func ("/timeline/ticks/adapt", test_ticks_adapt);
  g_test_add_func ("/timeline/ticks/open-months", test_ticks_open_months);
  g_test_add_func ("/timeline/ticks/daylight-saving", test_ticks_ignore_daylight_saving);
  g_test_add_func ("/timeline/ticks/by-hand", test_ticks_by_hand);
  g_test_add_func ("/timeline/scale/one-instant", test_scale_fits_one_instant);
  g_test_add_func ("/timeline/packing/nothing", test_packing_of_nothing);
  g_test_add_func ("/timeline/ticks/outside-the-calendar", test_ticks_outside_the_calendar);
  g_test_add_func ("/timeline/packing/never-overlaps", test_packing_never_overlaps);
  g_test_add_func ("/timeline/packing/fills-a-day", test_packing_fills_a_day);
  g_test_add_func ("/timeline/lanes/order", test_lanes_are_ordered);
  g_test_add_func ("/timeline/range-and-histogram", test_range_and_histogram);

  return g_test_run ();
}
