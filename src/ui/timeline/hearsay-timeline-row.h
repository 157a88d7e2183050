/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "render/hearsay-timeline-painter.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_TIMELINE_ROW (hearsay_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTimelineRow, hearsay_timeline_row, HEARSAY, TIMELINE_ROW, GObject)

/**
 * HearsayTimelineRow:
 * @is_bar: whether @index is that of a mark which is a bar of totals; otherwise it is an item's
 *
 * What a timeline shows at one place, in a list.
 */
struct _HearsayTimelineRow
{
  GObject parent_instance;

  HearsayTimelinePainter *painter;
  gboolean is_bar;
  guint index;
};

const HearsayTimelineItem *hearsay_timeline_row_get_item     (HearsayTimelineRow *self,
                                                              guint               nth);
guint                      hearsay_timeline_row_get_n_items  (HearsayTimelineRow *self);
const HearsayTimelineLane *hearsay_timeline_row_get_lane     (HearsayTimelineRow *self);
void                       hearsay_timeline_row_count        (HearsayTimelineRow *self,
                                                              guint               counts[HEARSAY_N_POSITIONS]);
void                       hearsay_timeline_row_get_days     (HearsayTimelineRow *self,
                                                              gint32             *first_day,
                                                              gint32             *last_day);

#define HEARSAY_TYPE_TIMELINE_ROW_LIST (hearsay_timeline_row_list_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTimelineRowList, hearsay_timeline_row_list, HEARSAY, TIMELINE_ROW_LIST, GObject)

/* A list model of HearsayTimelineRow in reading order: by lane, then date. Rows are made when they are asked for. */

HearsayTimelineRowList *hearsay_timeline_row_list_new         (gboolean                bars) G_GNUC_WARN_UNUSED_RESULT;
void                    hearsay_timeline_row_list_set_painter (HearsayTimelineRowList *self,
                                                               HearsayTimelinePainter *painter);

G_END_DECLS
