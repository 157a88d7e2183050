/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-legend.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/timeline/hearsay-timeline-canvas.h"
#include "ui/timeline/hearsay-timeline-card.h"
#include "ui/timeline/hearsay-timeline-view.h"

G_BEGIN_DECLS

struct _HearsayTimelineView
{
  AdwBin parent_instance;

  HearsaySession *session;
  HearsayTimeline *timeline;
  GPtrArray *rows; /* of HearsayStatement, by the items' statement */
  GObject *target; /* nullable: HearsayIssue or HearsayActor */
  gboolean target_chosen;
  HearsayLaneOrder order;
  gboolean stale;
  gboolean selecting;

  GtkStack *stack;
  HearsayTimelineCanvas *canvas;
  HearsayTimelineCard *card;
  HearsayRangeStrip *strip;
  GtkLabel *strip_label;
  HearsayLegend *legend;
  GtkDrawingArea *legend_area;
  GtkMenuButton *issue_button;
  GtkListBox *issue_list;
  GtkMenuButton *order_button;
  GtkWidget *chips;
  GtkLabel *count_label;
};

void hearsay_timeline_view_build           (HearsayTimelineView *self);
void hearsay_timeline_view_reload          (HearsayTimelineView *self);
void hearsay_timeline_view_update_words    (HearsayTimelineView *self);
void hearsay_timeline_view_fill_issues     (HearsayTimelineView *self);
void hearsay_timeline_view_set_target      (HearsayTimelineView *self,
                                            GObject             *target);
void hearsay_timeline_view_set_order       (HearsayTimelineView *self,
                                            HearsayLaneOrder     order);
void hearsay_timeline_view_selected_cb     (HearsayTimelineView *self,
                                            int                  mark,
                                            GdkModifierType      state);
void hearsay_timeline_view_lassoed_cb      (HearsayTimelineView *self,
                                            gboolean            *items,
                                            GdkModifierType      state);
void hearsay_timeline_view_activated_cb    (HearsayTimelineView *self,
                                            int                  mark);
void hearsay_timeline_view_hovered_cb      (HearsayTimelineView *self,
                                            int                  mark);
void hearsay_timeline_view_focused_cb      (HearsayTimelineView *self,
                                            int                  mark);
void hearsay_timeline_view_range_cb        (HearsayTimelineView *self,
                                            double               first,
                                            double               end);
void hearsay_timeline_view_strip_cb        (HearsayTimelineView *self,
                                            double               first,
                                            double               end);

G_END_DECLS
