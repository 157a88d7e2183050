/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "timeline/hearsay-totals.h"

/* A bar is at least so wide, air included. */
#define LEAST_BAR 12.0

/**
 * hearsay_total_unit_choose:
 * @unit: what somebody asked for
 *
 * Returns: @unit; for auto, the shortest one whose bars can be told apart
 */
HearsayTotalUnit
hearsay_total_unit_choose (HearsayTotalUnit unit,
                           double           pixels_per_day)
{
  if (unit != HEARSAY_TOTAL_AUTO)
    return unit;
  if (pixels_per_day >= LEAST_BAR)
    return HEARSAY_TOTAL_DAY;
  if (pixels_per_day * 7.0 >= LEAST_BAR)
    return HEARSAY_TOTAL_WEEK;
  return pixels_per_day * 28.0 >= LEAST_BAR ? HEARSAY_TOTAL_MONTH : HEARSAY_TOTAL_YEAR;
}

/**
 * hearsay_total_unit_bounds:
 * @unit: not auto
 * @day: days since 1970-01-01
 * @first_day: (out): where the unit that holds @day begins; weeks begin on Monday
 * @end_day: (out): where the next one begins
 */
void
hearsay_total_unit_bounds (HearsayTotalUnit  unit,
                           gint32            day,
                           gint32           *first_day,
                           gint32           *end_day)
{
  HearsayDate date = hearsay_date_from_days (day);

  switch (unit)
    {
    case HEARSAY_TOTAL_WEEK:
      /* 1970-01-01 was a Thursday. */
      *first_day = day - (gint32) ((((gint64) day + 3) % 7 + 7) % 7);
      *end_day = *first_day + 7;
      break;
    case HEARSAY_TOTAL_MONTH:
      *first_day = hearsay_days_from_civil (date.year, date.month, 1);
      *end_day = *first_day + hearsay_days_in_month (date.year, date.month);
      break;
    case HEARSAY_TOTAL_YEAR:
      *first_day = hearsay_days_from_civil (date.year, 1, 1);
      *end_day = hearsay_days_from_civil (date.year + 1, 1, 1);
      break;
    case HEARSAY_TOTAL_DAY:
    case HEARSAY_TOTAL_AUTO:
    default:
      *first_day = day;
      *end_day = day + 1;
      break;
    }
}

/**
 * hearsay_timeline_histogram:
 * @first_day: where the first bin begins
 * @last_day: where the last bin ends, included
 * @n_bins: more than 0
 * @bins: (out caller-allocates) (array length=n_bins): counts by position;
 *   statements that are not about the issue count as neutral
 *
 * Counts each statement on the middle day of its range, once: what the total of
 * all speakers holds, their lanes hold as well.
 */
void
hearsay_timeline_histogram (const HearsayTimeline *timeline,
                            gint32                 first_day,
                            gint32                 last_day,
                            guint                  n_bins,
                            guint32              (*bins)[HEARSAY_N_POSITIONS])
{
  gint64 days = (gint64) last_day - first_day + 1;

  g_return_if_fail (timeline != NULL);
  g_return_if_fail (bins != NULL && n_bins > 0);
  g_return_if_fail (days > 0);

  for (guint i = 0; i < n_bins; i++)
    {
      for (guint p = 0; p < HEARSAY_N_POSITIONS; p++)
        bins[i][p] = 0;
    }
  for (guint i = 0; i < timeline->n_items; i++)
    {
      const HearsayTimelineItem *item = &timeline->items[i];
      gint32 day = hearsay_timeline_item_get_middle_day (item);

      if (day == HEARSAY_TIMELINE_NO_DAY || timeline->lanes[item->lane].is_total || day < first_day || day > last_day)
        continue;
      bins[((gint64) day - first_day) * n_bins / days][item->about_issue ? item->position : HEARSAY_POSITION_NEUTRAL]++;
    }
}
