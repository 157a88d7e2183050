/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "timeline/hearsay-timeline-private.h"

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const HearsayTimelineItem *first = a;
  const HearsayTimelineItem *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->first_day != second->first_day)
    return first->first_day < second->first_day ? -1 : 1;
  if (first->minute != second->minute)
    return first->minute < second->minute ? -1 : 1;
  if (first->last_day != second->last_day)
    return first->last_day < second->last_day ? -1 : 1;
  return first->statement < second->statement ? -1 : first->statement > second->statement;
}

/* A name may not be missing, and a range may not run backwards. */
static void
copy_items (HearsayTimeline           *self,
            const HearsayTimelineItem *items,
            guint                      n_items,
            guint                      n_lanes,
            guint                      n_publications)
{
  self->items = g_new (HearsayTimelineItem, MAX (n_items, 1));
  self->n_items = 0;
  for (guint i = 0; i < n_items; i++)
    {
      HearsayTimelineItem *item = &self->items[self->n_items];

      if (items[i].lane >= n_lanes)
        continue;
      *item = items[i];
      if (item->publication >= (gint32) n_publications)
        item->publication = -1;
      if (item->first_day == HEARSAY_TIMELINE_NO_DAY)
        item->last_day = HEARSAY_TIMELINE_NO_DAY;
      else if (item->last_day < item->first_day)
        item->last_day = item->first_day;
      self->n_items++;
    }
}

static gboolean
is_sorted (const HearsayTimeline *self)
{
  for (guint i = 1; i < self->n_items; i++)
    {
      if (compare_items (&self->items[i - 1], &self->items[i]) > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_timeline_new_with_layout:
 * @items: (array length=n_items): copied; those of a lane that does not exist are left out
 * @lanes: (array length=n_lanes): copied, names included
 * @publications: (array length=n_publications): copied
 * @issue: (nullable): name of the chosen issue
 * @layout: how lanes are arranged
 *
 * Items are sorted by lane, then time: the order in which they are read out.
 * O(n log n).
 *
 * Returns: (transfer full): what a timeline shows
 */
HearsayTimeline *
hearsay_timeline_new_with_layout (const HearsayTimelineItem        *items,
                                  guint                             n_items,
                                  const HearsayTimelineLane        *lanes,
                                  guint                             n_lanes,
                                  const HearsayTimelinePublication *publications,
                                  guint                             n_publications,
                                  const char                       *issue,
                                  const HearsayLaneLayout          *layout)
{
  HearsayTimeline *self;

  g_return_val_if_fail (items != NULL || n_items == 0, NULL);
  g_return_val_if_fail (lanes != NULL || n_lanes == 0, NULL);
  g_return_val_if_fail (publications != NULL || n_publications == 0, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  self = g_atomic_rc_box_new0 (HearsayTimeline);
  copy_items (self, items, n_items, n_lanes, n_publications);
  hearsay_timeline_arrange (self, lanes, n_lanes, layout);
  if (self->n_items > 1 && !is_sorted (self))
    qsort (self->items, self->n_items, sizeof (HearsayTimelineItem), compare_items);

  self->publications = g_new0 (HearsayTimelinePublication, MAX (n_publications, 1));
  self->n_publications = n_publications;
  for (guint i = 0; i < n_publications; i++)
    {
      self->publications[i] = publications[i];
      self->publications[i].publisher = g_strdup (publications[i].publisher);
    }
  self->issue = g_strdup (issue);
  return self;
}

/**
 * hearsay_timeline_new:
 * @order: how lanes are sorted
 *
 * As hearsay_timeline_new_with_layout(), without groups.
 *
 * Returns: (transfer full): what a timeline shows
 */
HearsayTimeline *
hearsay_timeline_new (const HearsayTimelineItem        *items,
                      guint                             n_items,
                      const HearsayTimelineLane        *lanes,
                      guint                             n_lanes,
                      const HearsayTimelinePublication *publications,
                      guint                             n_publications,
                      const char                       *issue,
                      HearsayLaneOrder                  order)
{
  HearsayLaneLayout layout = { .order = order };

  return hearsay_timeline_new_with_layout (items, n_items, lanes, n_lanes, publications, n_publications, issue, &layout);
}

HearsayTimeline *
hearsay_timeline_ref (HearsayTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HearsayTimeline *self = data;

  for (guint i = 0; i < self->n_lanes; i++)
    {
      g_free (self->lanes[i].name);
      g_free (self->lanes[i].initials);
      g_free (self->lanes[i].key);
    }
  for (guint i = 0; i < self->n_publications; i++)
    g_free (self->publications[i].publisher);
  g_free (self->items);
  g_free (self->lanes);
  g_free (self->publications);
  g_free (self->issue);
}

/**
 * hearsay_timeline_unref:
 *
 * May be called on any thread.
 */
void
hearsay_timeline_unref (HearsayTimeline *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * hearsay_timeline_get_range:
 * @first_day: (out): days since 1970-01-01
 * @last_day: (out): likewise, included
 *
 * The days from the first to the last statement or publication.
 *
 * Returns: whether anything has a date
 */
gboolean
hearsay_timeline_get_range (const HearsayTimeline *self,
                            gint32                *first_day,
                            gint32                *last_day)
{
  gint32 first = G_MAXINT32;
  gint32 last = G_MININT32;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (first_day != NULL, FALSE);
  g_return_val_if_fail (last_day != NULL, FALSE);

  for (guint i = 0; i < self->n_items; i++)
    {
      if (self->items[i].first_day == HEARSAY_TIMELINE_NO_DAY)
        continue;
      first = MIN (first, self->items[i].first_day);
      last = MAX (last, self->items[i].last_day);
    }
  for (guint i = 0; i < self->n_publications; i++)
    {
      if (self->publications[i].day == HEARSAY_TIMELINE_NO_DAY)
        continue;
      first = MIN (first, self->publications[i].day);
      last = MAX (last, self->publications[i].day);
    }
  *first_day = first <= last ? first : 0;
  *last_day = first <= last ? last : 0;
  return first <= last;
}

/**
 * hearsay_timeline_item_get_middle_day:
 *
 * Where a date that is known only to the week, month or year is counted.
 *
 * Returns: days since 1970-01-01, or %HEARSAY_TIMELINE_NO_DAY
 */
gint32
hearsay_timeline_item_get_middle_day (const HearsayTimelineItem *item)
{
  g_return_val_if_fail (item != NULL, HEARSAY_TIMELINE_NO_DAY);

  if (item->first_day == HEARSAY_TIMELINE_NO_DAY)
    return HEARSAY_TIMELINE_NO_DAY;
  return item->first_day + (gint32) (((gint64) item->last_day - item->first_day) / 2);
}

/**
 * hearsay_timeline_item_set_date:
 * @date: possibly unset
 *
 * Sets the days and the minute from @date.
 */
void
hearsay_timeline_item_set_date (HearsayTimelineItem *item,
                                HearsayDate          date)
{
  g_return_if_fail (item != NULL);

  item->minute = -1;
  if (!hearsay_date_is_set (date))
    {
      item->first_day = HEARSAY_TIMELINE_NO_DAY;
      item->last_day = HEARSAY_TIMELINE_NO_DAY;
      return;
    }
  item->first_day = hearsay_date_first_day (date);
  item->last_day = hearsay_date_last_day (date);
  if (date.precision == HEARSAY_PRECISION_MINUTE)
    item->minute = (gint16) (date.hour * 60 + date.minute);
}
