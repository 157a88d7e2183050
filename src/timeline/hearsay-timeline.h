/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"

G_BEGIN_DECLS

/* first_day and last_day of a statement without a date. */
#define HEARSAY_TIMELINE_NO_DAY G_MININT32

/**
 * HearsayTimelineItem:
 * @statement: the caller's index of the statement
 * @lane: index into the lanes
 * @publication: index into the publications, or -1
 * @first_day: days since 1970-01-01, or %HEARSAY_TIMELINE_NO_DAY
 * @last_day: not before @first_day; later where only week, month or year is known
 * @minute: of the day, or -1
 * @position: toward the chosen issue; the main stance when none is chosen
 * @about_issue: whether the statement is about the chosen issue; %TRUE when none is chosen
 * @doubt: 1 less the probability of @position; 0 where a person decided
 */
typedef struct
{
  guint32 statement;
  guint32 lane;
  gint32 publication;
  gint32 first_day;
  gint32 last_day;
  gint16 minute;
  HearsayStatementKind kind;
  HearsayPosition position;
  gboolean about_issue;
  float doubt;
} HearsayTimelineItem;

/**
 * HearsayTimelineLane:
 * @colour: the speaker's place in the palette, or -1
 * @n_statements: shown beside the name
 * @key: (nullable): what it is known by while lanes come and go
 * @group: index of the group it belongs to, where there are groups; or -1
 * @is_total: of all speakers together: it stands above the others and is higher
 * @is_head: of a group: it stands above the speakers of that group
 * @closed: of a speaker: it is only as high as one mark; of a head: it holds what
 *   its speakers said, in place of their lanes
 */
typedef struct
{
  char *name;
  char *initials;
  HearsayActorKind kind;
  gint32 colour;
  guint32 n_statements;
  char *key;
  gint32 group;
  gboolean is_total;
  gboolean is_head;
  gboolean closed;
} HearsayTimelineLane;

/* An article's printing: a day, or none. */
typedef struct
{
  char *publisher;
  gint32 day;
  gint16 minute;
} HearsayTimelinePublication;

typedef enum
{
  HEARSAY_LANE_ORDER_FIRST,
  HEARSAY_LANE_ORDER_NAME,
  HEARSAY_LANE_ORDER_COUNT,
  HEARSAY_LANE_ORDER_HAND,
} HearsayLaneOrder;

/**
 * HearsayLaneLayout:
 * @by_hand: (nullable): keys of lanes and groups in their order; those that are
 *   missing follow, by their first statement
 * @closed: (nullable): keys of lanes and groups that are closed
 * @groups: (nullable): heads of groups, with names and keys
 *
 * How lanes are arranged.
 */
typedef struct
{
  HearsayLaneOrder order;
  const char *const *by_hand;
  const char *const *closed;
  const HearsayTimelineLane *groups;
  guint n_groups;
} HearsayLaneLayout;

/**
 * HearsayTimeline:
 * @issue: (nullable): name of the chosen issue; %NULL for any
 *
 * What a timeline shows. Plain arrays, never changed once built, so that threads
 * may share it; counted references.
 */
typedef struct
{
  HearsayTimelineItem *items;
  guint n_items;
  HearsayTimelineLane *lanes;
  guint n_lanes;
  HearsayTimelinePublication *publications;
  guint n_publications;
  char *issue;
} HearsayTimeline;

HearsayTimeline *hearsay_timeline_new       (const HearsayTimelineItem        *items,
                                             guint                             n_items,
                                             const HearsayTimelineLane        *lanes,
                                             guint                             n_lanes,
                                             const HearsayTimelinePublication *publications,
                                             guint                             n_publications,
                                             const char                       *issue,
                                             HearsayLaneOrder                  order) G_GNUC_WARN_UNUSED_RESULT;
HearsayTimeline *hearsay_timeline_new_with_layout (const HearsayTimelineItem        *items,
                                             guint                             n_items,
                                             const HearsayTimelineLane        *lanes,
                                             guint                             n_lanes,
                                             const HearsayTimelinePublication *publications,
                                             guint                             n_publications,
                                             const char                       *issue,
                                             const HearsayLaneLayout          *layout) G_GNUC_WARN_UNUSED_RESULT;
HearsayTimeline *hearsay_timeline_ref       (HearsayTimeline                  *self);
void             hearsay_timeline_unref     (HearsayTimeline                  *self);
gboolean         hearsay_timeline_get_range (const HearsayTimeline            *self,
                                             gint32                           *first_day,
                                             gint32                           *last_day);

gint32           hearsay_timeline_item_get_middle_day (const HearsayTimelineItem *item);
void             hearsay_timeline_item_set_date (HearsayTimelineItem *item,
                                                 HearsayDate          date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTimeline, hearsay_timeline_unref)

G_END_DECLS
