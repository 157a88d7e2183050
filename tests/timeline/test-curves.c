/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "timeline/hearsay-packing.h"
#include "timeline/hearsay-stance-curve.h"

#define SUPPORT HEARSAY_POSITION_SUPPORT
#define NEUTRAL HEARSAY_POSITION_NEUTRAL
#define OPPOSE HEARSAY_POSITION_OPPOSE

static HearsayTimelineItem
said (guint32         statement,
      guint32         lane,
      gint32          day,
      HearsayPosition position,
      float           doubt)
{
  return (HearsayTimelineItem) {
    .statement = statement, .lane = lane, .publication = -1, .first_day = day, .last_day = day, .minute = -1,
    .position = position, .about_issue = TRUE, .doubt = doubt,
  };
}

static HearsayTimeline *
new_timeline (const HearsayTimelineItem *items,
              guint                      n_items)
{
  HearsayTimelineLane lanes[] = { { .name = (char *) "One" }, { .name = (char *) "Two" } };

  return hearsay_timeline_new (items, n_items, lanes, 2, NULL, 0, "An issue", HEARSAY_LANE_ORDER_NAME);
}

static void
assert_point (GArray *points,
              guint   i,
              double  day,
              double  position,
              double  reach)
{
  const HearsayCurvePoint *point = &g_array_index (points, HearsayCurvePoint, i);

  g_assert_cmpfloat_with_epsilon (point->day, day, 1e-9);
  g_assert_cmpfloat_with_epsilon (point->position, position, 1e-6);
  g_assert_cmpfloat_with_epsilon (point->low, MAX (position - reach, -1.0), 1e-6);
  g_assert_cmpfloat_with_epsilon (point->high, MIN (position + reach, 1.0), 1e-6);
}

/* With a doubt of 0.4, support is +1 with 0.6, and 0 and −1 with 0.2 each: mean
 * 0.4, mean of squares 0.8, variance 0.64. Two sure statements at +1 and −1 have
 * the mean 0; they lie √2 apart from it in all, so that the variance of their
 * mean is 2 / (2 − 1) / 2 = 1. */
static void
test_steps (void)
{
  HearsayTimelineItem items[] = {
    said (0, 0, 10, SUPPORT, 0.4f), said (1, 0, 12, SUPPORT, 0.0f), said (2, 0, 12, OPPOSE, 0.0f),
    said (3, 0, 20, NEUTRAL, 0.0f), said (4, 1, 5, OPPOSE, 0.0f), said (5, 0, 15, OPPOSE, 0.0f),
    said (6, 0, HEARSAY_TIMELINE_NO_DAY, OPPOSE, 0.0f),
  };
  g_autoptr (HearsayTimeline) timeline = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) other = NULL;

  items[5].about_issue = FALSE;
  timeline = new_timeline (items, G_N_ELEMENTS (items));
  points = hearsay_stance_curve_new_stepped (timeline, 0);
  g_assert_cmpuint (points->len, ==, 3);
  assert_point (points, 0, 10.5, 0.4, 1.96 * 0.8);
  assert_point (points, 1, 12.5, 0.0, 1.96);
  assert_point (points, 2, 20.5, 0.0, 0.0);
  other = hearsay_stance_curve_new_stepped (timeline, 1);
  g_assert_cmpuint (other->len, ==, 1);
  assert_point (other, 0, 5.5, -1.0, 0.0);
}

/* Two sure statements 100 days apart: the kernel is 1.06 × 50 × 2^−0.2 days
 * wide. At each end the other weighs exp (−100² / 2 width²); in the middle both
 * weigh the same. */
static void
test_smooth (void)
{
  HearsayTimelineItem items[] = { said (0, 0, 0, SUPPORT, 0.0f), said (1, 0, 100, OPPOSE, 0.0f) };
  g_autoptr (HearsayTimeline) timeline = new_timeline (items, 2);
  g_autoptr (GArray) points = hearsay_stance_curve_new_smoothed (timeline, 0, 3);
  double width = 1.06 * 50.0 * pow (2.0, -0.2);
  double weight = exp (-100.0 * 100.0 / (2.0 * width * width));

  g_assert_cmpuint (points->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (points, HearsayCurvePoint, 0).position, (1.0 - weight) / (1.0 + weight), 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (points, HearsayCurvePoint, 1).position, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (points, HearsayCurvePoint, 2).position, (weight - 1.0) / (1.0 + weight), 1e-9);
  g_assert_cmpfloat (g_array_index (points, HearsayCurvePoint, 1).day, ==, 50.5);
}

/* A statement known only to the year says less about its middle than one of that day. */
static void
test_vague_days_weigh_less (void)
{
  HearsayTimelineItem items[] = { said (0, 0, 100, SUPPORT, 0.0f), said (1, 0, 100, OPPOSE, 0.0f), said (2, 0, 104, OPPOSE, 0.0f) };
  g_autoptr (HearsayTimeline) timeline = NULL;
  g_autoptr (GArray) points = NULL;

  items[1].first_day = -82;
  items[1].last_day = 282;
  timeline = new_timeline (items, 2);
  points = hearsay_stance_curve_new_smoothed (timeline, 0, 2);
  g_assert_cmpuint (points->len, ==, 1);
  g_assert_cmpfloat (g_array_index (points, HearsayCurvePoint, 0).position, >, 0.9);
}

static void
test_no_curve (void)
{
  g_autoptr (HearsayTimeline) timeline = new_timeline (NULL, 0);
  g_autoptr (GArray) steps = hearsay_stance_curve_new_stepped (timeline, 0);
  g_autoptr (GArray) smoothed = hearsay_stance_curve_new_smoothed (timeline, 1, 50);

  g_assert_cmpuint (steps->len, ==, 0);
  g_assert_cmpuint (smoothed->len, ==, 0);
}

static void
assert_bounds (HearsayTotalUnit unit,
               gint32           day,
               gint32           first,
               gint32           end)
{
  gint32 first_day;
  gint32 end_day;

  hearsay_total_unit_bounds (unit, day, &first_day, &end_day);
  g_assert_cmpint (first_day, ==, first);
  g_assert_cmpint (end_day, ==, end);
}

/* 29 February 2020 was a Saturday; the year 0 had a 29 February, the year −1 had none. */
static void
test_units (void)
{
  gint32 leap = hearsay_days_from_civil (2020, 2, 29);
  gint32 zero = hearsay_days_from_civil (0, 2, 29);

  assert_bounds (HEARSAY_TOTAL_DAY, leap, leap, leap + 1);
  assert_bounds (HEARSAY_TOTAL_WEEK, leap, hearsay_days_from_civil (2020, 2, 24), hearsay_days_from_civil (2020, 3, 2));
  assert_bounds (HEARSAY_TOTAL_MONTH, leap, hearsay_days_from_civil (2020, 2, 1), leap + 1);
  assert_bounds (HEARSAY_TOTAL_YEAR, leap, hearsay_days_from_civil (2020, 1, 1), hearsay_days_from_civil (2020, 1, 1) + 366);
  assert_bounds (HEARSAY_TOTAL_MONTH, zero, hearsay_days_from_civil (0, 2, 1), zero + 1);
  assert_bounds (HEARSAY_TOTAL_YEAR, zero - 60, hearsay_days_from_civil (-1, 1, 1), hearsay_days_from_civil (0, 1, 1));
  assert_bounds (HEARSAY_TOTAL_WEEK, -1, -3, 4);
  g_assert_cmpint (hearsay_total_unit_choose (HEARSAY_TOTAL_AUTO, 20.0), ==, HEARSAY_TOTAL_DAY);
  g_assert_cmpint (hearsay_total_unit_choose (HEARSAY_TOTAL_AUTO, 2.0), ==, HEARSAY_TOTAL_WEEK);
  g_assert_cmpint (hearsay_total_unit_choose (HEARSAY_TOTAL_AUTO, 0.5), ==, HEARSAY_TOTAL_MONTH);
  g_assert_cmpint (hearsay_total_unit_choose (HEARSAY_TOTAL_AUTO, 0.1), ==, HEARSAY_TOTAL_YEAR);
  g_assert_cmpint (hearsay_total_unit_choose (HEARSAY_TOTAL_DAY, 0.1), ==, HEARSAY_TOTAL_DAY);
}

/* Two in one week, one in the next, one without a date; the other lane has one. */
static void
test_bars (void)
{
  HearsayTimelineItem items[] = {
    said (0, 0, 4, SUPPORT, 0.0f), said (1, 0, 10, OPPOSE, 0.0f), said (2, 0, 11, OPPOSE, 0.0f),
    said (3, 0, HEARSAY_TIMELINE_NO_DAY, NEUTRAL, 0.0f), said (4, 1, 11, NEUTRAL, 0.0f),
  };
  HearsayPackingOptions options = { 2.0, 64.0, 90.0, HEARSAY_TIMELINE_TOTALS, HEARSAY_TOTAL_WEEK };
  g_autoptr (HearsayTimeline) timeline = new_timeline (items, G_N_ELEMENTS (items));
  g_autoptr (HearsayPacking) packing = hearsay_packing_new (timeline, &options);

  g_assert_cmpuint (packing->n_marks, ==, 4);
  g_assert_cmpuint (packing->most, ==, 2);
  g_assert_true (packing->marks[0].undated);
  g_assert_cmpuint (packing->marks[1].n_items, ==, 2);
  g_assert_cmpfloat_with_epsilon (packing->marks[1].x, (4.0 + 3.5) * 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (packing->marks[1].width, 14.0, 1e-9);
  g_assert_cmpuint (packing->marks[2].n_items, ==, 1);
  g_assert_cmpfloat_with_epsilon (packing->marks[2].x, (11.0 + 3.5) * 2.0, 1e-9);
  g_assert_cmpuint (packing->marks[3].lane, ==, 1);
  g_assert_cmpuint (packing->lane_marks[1], ==, 3);
  g_assert_cmpuint (packing->lane_marks[2], ==, 4);
}

static void
test_rows_by_position (void)
{
  HearsayTimelineItem items[] = {
    said (0, 0, 4, OPPOSE, 0.0f), said (1, 0, 4, SUPPORT, 0.0f), said (2, 0, 4, NEUTRAL, 0.0f), said (3, 0, 4, OPPOSE, 0.0f),
    said (4, 0, 5, SUPPORT, 0.0f),
  };
  HearsayPackingOptions options = { 30.0, 92.0, 0.0, HEARSAY_TIMELINE_CURVES, HEARSAY_TOTAL_DAY };
  g_autoptr (HearsayTimeline) timeline = NULL;
  g_autoptr (HearsayPacking) packing = NULL;

  items[4].about_issue = FALSE;
  timeline = new_timeline (items, G_N_ELEMENTS (items));
  packing = hearsay_packing_new (timeline, &options);
  g_assert_cmpuint (packing->n_marks, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const HearsayTimelineItem *item = &timeline->items[packing->items[packing->marks[i].first]];

      g_assert_cmpint (item->position, ==, i == 0 ? SUPPORT : i == 1 ? NEUTRAL : OPPOSE);
      g_assert_cmpfloat_with_epsilon (packing->marks[i].y, ((double) i - 1.0) * HEARSAY_PACKING_SLOT, 1e-9);
    }
  g_assert_cmpuint (packing->marks[2].n_items, ==, 2);
  for (guint i = 0; i < timeline->n_items; i++)
    g_assert_true ((packing->item_marks[i] == G_MAXUINT32) == !timeline->items[i].about_issue);
}

static void
assert_lanes (const HearsayTimeline *timeline,
              const char            *names)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < timeline->n_lanes; i++)
    g_string_append_printf (found, "%s%s%s%u", i > 0 ? " " : "", timeline->lanes[i].is_head ? "*" : "", timeline->lanes[i].name,
                            timeline->lanes[i].n_statements);
  g_assert_cmpstr (found->str, ==, names);
}

/* Anna and Clio belong to North, Bert to South, Dora to nobody. */
static void
test_groups (void)
{
  HearsayTimelineLane groups[] = { { .name = (char *) "North", .key = (char *) "n" }, { .name = (char *) "South", .key = (char *) "s" } };
  HearsayTimelineLane lanes[] = {
    { .name = (char *) "Anna", .key = (char *) "a", .group = 0, .n_statements = 1 },
    { .name = (char *) "Bert", .key = (char *) "b", .group = 1, .n_statements = 2 },
    { .name = (char *) "Clio", .key = (char *) "c", .group = 0, .n_statements = 1 },
    { .name = (char *) "Dora", .key = (char *) "d", .group = -1, .n_statements = 1 },
    { .name = (char *) "All", .group = -1, .is_total = TRUE, .n_statements = 5 },
  };
  HearsayTimelineItem items[] = {
    said (0, 1, 3, SUPPORT, 0.0f), said (1, 0, 9, SUPPORT, 0.0f), said (2, 2, 4, OPPOSE, 0.0f), said (3, 1, 7, OPPOSE, 0.0f),
    said (4, 3, 1, NEUTRAL, 0.0f), said (4, 4, 1, NEUTRAL, 0.0f),
  };
  const char *closed[] = { "n", "d", NULL };
  const char *by_hand[] = { "n", "c", "a", NULL };
  HearsayLaneLayout open = { .order = HEARSAY_LANE_ORDER_FIRST, .groups = groups, .n_groups = 2 };
  HearsayLaneLayout shut = { .order = HEARSAY_LANE_ORDER_COUNT, .closed = closed, .groups = groups, .n_groups = 2 };
  HearsayLaneLayout moved = { .order = HEARSAY_LANE_ORDER_HAND, .by_hand = by_hand, .groups = groups, .n_groups = 2 };
  g_autoptr (HearsayTimeline) first = hearsay_timeline_new_with_layout (items, 6, lanes, 5, NULL, 0, NULL, &open);
  g_autoptr (HearsayTimeline) second = hearsay_timeline_new_with_layout (items, 6, lanes, 5, NULL, 0, NULL, &shut);
  g_autoptr (HearsayTimeline) third = hearsay_timeline_new_with_layout (items, 6, lanes, 5, NULL, 0, NULL, &moved);

  assert_lanes (first, "All5 *South2 Bert2 *North2 Clio1 Anna1 Dora1");
  assert_lanes (second, "All5 *South2 Bert2 *North2 Dora1");
  assert_lanes (third, "All5 *North2 Clio1 Anna1 *South2 Bert2 Dora1");
  g_assert_cmpuint (second->items[4].lane, ==, 3);
  g_assert_cmpuint (second->items[4].statement, ==, 1);
  g_assert_true (second->lanes[4].closed);
  g_assert_cmpfloat (hearsay_lane_get_height (&second->lanes[4], 64.0), ==, HEARSAY_COMPACT_LANE);
  g_assert_cmpfloat (hearsay_lane_get_height (&second->lanes[3], 64.0), ==, 64.0);
  g_assert_cmpfloat (hearsay_lane_get_height (&first->lanes[1], 64.0), ==, HEARSAY_COMPACT_LANE);
}

/* Both spoke on the same day: the one whose statement is read first stands first. */
static void
test_ties_follow_reading (void)
{
  HearsayTimelineLane lanes[] = { { .name = (char *) "Abel" }, { .name = (char *) "Zoe" } };
  HearsayTimelineItem items[] = { said (7, 0, 3, SUPPORT, 0.0f), said (2, 1, 3, SUPPORT, 0.0f) };
  g_autoptr (HearsayTimeline) timeline = hearsay_timeline_new (items, 2, lanes, 2, NULL, 0, NULL, HEARSAY_LANE_ORDER_FIRST);

  g_assert_cmpstr (timeline->lanes[0].name, ==, "Zoe");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/curves/steps", test_steps);
  g_test_add_func ("/curves/smooth", test_smooth);
  g_test_add_func ("/curves/vague-days", test_vague_days_weigh_less);
  g_test_add_func ("/curves/none", test_no_curve);
  g_test_add_func ("/totals/units", test_units);
  g_test_add_func ("/totals/bars", test_bars);
  g_test_add_func ("/curves/rows", test_rows_by_position);
  g_test_add_func ("/lanes/groups", test_groups);
  g_test_add_func ("/lanes/ties", test_ties_follow_reading);

  return g_test_run ();
}
