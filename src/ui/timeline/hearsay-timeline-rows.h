/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_LANES_BY_SPEAKER,
  HEARSAY_LANES_BY_AFFILIATION,
  HEARSAY_LANES_BY_COUNTRY,
  HEARSAY_LANES_BY_COMMUNITY,
} HearsayLaneGrouping;

/**
 * HearsayTimelineRowsOptions:
 * @target: (nullable): the issue or actor that stances are shown for
 * @wants_target: whether @target has yet to be found: hearsay_timeline_rows_set_target()
 * @by_hand: (nullable): keys of lanes and groups, for the order set by hand
 * @closed: (nullable): keys of lanes and groups that are closed
 * @communities: (nullable): HearsayActor → its community + 1
 * @with_total: whether a lane holds what all speakers said
 * @zone: (nullable): the clock that hours are told by, where theirs is known; %NULL for hours as printed
 */
typedef struct
{
  gpointer target;
  gboolean wants_target;
  HearsayLaneOrder order;
  HearsayLaneGrouping grouping;
  const char *const *by_hand;
  const char *const *closed;
  GHashTable *communities;
  gboolean with_total;
  GTimeZone *zone;
} HearsayTimelineRowsOptions;

/* Statements as plain rows. They are added one by one on the main thread; then they may be arranged on
 * any thread. */
typedef struct _HearsayTimelineRows HearsayTimelineRows;

HearsayTimelineRows *hearsay_timeline_rows_begin   (const HearsayTimelineRowsOptions *options) G_GNUC_WARN_UNUSED_RESULT;
gboolean             hearsay_timeline_rows_wants_target (const HearsayTimelineRows     *self);
void                 hearsay_timeline_rows_set_target (HearsayTimelineRows           *self,
                                                    gpointer                          target);
void                 hearsay_timeline_rows_add     (HearsayTimelineRows              *self,
                                                    HearsayStatement                 *statement);
HearsayTimeline     *hearsay_timeline_rows_arrange (const HearsayTimelineRows        *self) G_GNUC_WARN_UNUSED_RESULT;
void                 hearsay_timeline_rows_free    (HearsayTimelineRows              *self);
HearsayTimeline     *hearsay_timeline_rows_new     (GListModel                       *statements,
                                                    const HearsayTimelineRowsOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTimelineRows, hearsay_timeline_rows_free)

G_END_DECLS
