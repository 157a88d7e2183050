/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-legend.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/timeline/hearsay-timeline-canvas.h"
#include "ui/timeline/hearsay-timeline-card.h"
#include "ui/timeline/hearsay-timeline-rows.h"
#include "ui/timeline/hearsay-timeline-table.h"
#include "ui/timeline/hearsay-timeline-targets.h"
#include "ui/timeline/hearsay-timeline-view.h"

G_BEGIN_DECLS

typedef struct _HearsayTimelineLoad HearsayTimelineLoad;

struct _HearsayTimelineView
{
  AdwBin parent_instance;

  HearsaySession *session;
  HearsayTimeline *timeline;
  GPtrArray *rows; /* of HearsayStatement, by the items' statement */
  GObject *target; /* nullable: HearsayIssue or HearsayActor */
  gboolean target_chosen;
  HearsayLaneOrder order;
  HearsayLaneGrouping grouping;
  GPtrArray *by_hand; /* keys of lanes and groups, NULL at the end */
  GPtrArray *closed;  /* likewise */
  GHashTable *communities; /* nullable: HearsayActor → its community + 1 */
  HearsayTimelineLoad *load; /* nullable: what will be shown */
  gboolean stale;
  gboolean selecting;

  gboolean days_changed;    /* nothing but the filter's days is another */
  gboolean content_changed;
  gboolean setting_days;
  gint32 first_day;         /* the filter's, as far as they are shown */
  gint32 last_day;
  guint days_id;
  guint play_id;
  gint32 play_first;
  gint32 play_days;         /* of a window that moves; 0 for one that grows from the first day */

  GSimpleActionGroup *actions;
  int menu_mark;
  int menu_lane;

  GtkStack *stack;
  HearsayTimelineCanvas *canvas;
  HearsayTimelineCard *card;
  GtkStack *picture;         /* the canvas, or the table that says the same */
  HearsayTimelineTable *table;
  HearsayRangeStrip *strip;
  GtkLabel *strip_label;
  HearsayLegend *legend;
  GtkDrawingArea *legend_area;
  GtkMenuButton *issue_button;
  GtkListBox *issue_list;
  GtkWidget *chips;
  GtkToggleButton *play_button;
  GtkLabel *count_label;
};

void hearsay_timeline_view_build           (HearsayTimelineView *self);
void hearsay_timeline_view_reload          (HearsayTimelineView *self);
void hearsay_timeline_view_update_words    (HearsayTimelineView *self);
void hearsay_timeline_view_update_selection (HearsayTimelineView *self);
void hearsay_timeline_view_stop_loading    (HearsayTimelineView *self);
void hearsay_timeline_view_fill_issues     (HearsayTimelineView *self,
                                            HearsayTargets      *targets);
void hearsay_timeline_view_set_target      (HearsayTimelineView *self,
                                            GObject             *target);
void hearsay_timeline_view_get_mode        (HearsayTimelineView *self,
                                            HearsayTimelineMode *mode,
                                            HearsayTotalUnit    *unit,
                                            gboolean            *stepped);
GTimeZone *hearsay_timeline_view_dup_zone  (HearsayTimelineView *self);
void hearsay_timeline_view_add_actions     (HearsayTimelineView *self);
GMenuModel *hearsay_timeline_view_new_layout_menu (void) G_GNUC_WARN_UNUSED_RESULT;
void hearsay_timeline_view_menu_cb         (HearsayTimelineView *self,
                                            int                  mark,
                                            int                  lane,
                                            double               x,
                                            double               y);
void hearsay_timeline_view_lane_cb         (HearsayTimelineView *self,
                                            int                  lane,
                                            int                  n_press,
                                            GdkModifierType      state);
void hearsay_timeline_view_lane_moved_cb   (HearsayTimelineView *self,
                                            int                  lane,
                                            int                  before);
void hearsay_timeline_view_select_statements (HearsayTimelineView *self,
                                            GPtrArray           *statements,
                                            GdkModifierType      state);
HearsayStatement *hearsay_timeline_view_get_statement (HearsayTimelineView *self,
                                            int                  mark,
                                            guint                nth);
guint hearsay_timeline_view_count          (HearsayTimelineView *self,
                                            int                  mark);
void hearsay_timeline_view_filter_cb       (HearsayTimelineView *self);
void hearsay_timeline_view_collection_cb   (HearsayTimelineView *self);
void hearsay_timeline_view_statements_cb   (HearsayTimelineView *self);
void hearsay_timeline_view_show_days       (HearsayTimelineView *self);
void hearsay_timeline_view_set_days        (HearsayTimelineView *self,
                                            double               first,
                                            double               end);
void hearsay_timeline_view_set_playing     (HearsayTimelineView *self,
                                            gboolean             playing);
void hearsay_timeline_view_stop            (HearsayTimelineView *self);
void hearsay_timeline_view_update_table    (HearsayTimelineView *self);
void hearsay_timeline_view_show_list       (HearsayTimelineView *self,
                                            gboolean             list);
void hearsay_timeline_view_row_selected_cb (HearsayTimelineView *self,
                                            GtkBitset           *rows);
void hearsay_timeline_view_row_activated_cb (HearsayTimelineView *self,
                                            guint                row,
                                            guint                n);
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
