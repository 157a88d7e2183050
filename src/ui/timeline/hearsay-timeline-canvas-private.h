/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/timeline/hearsay-timeline-canvas.h"

G_BEGIN_DECLS

/**
 * HearsayTimelineJob:
 *
 * One picture of the timeline, with everything that another thread needs. It
 * shows more days and lanes than are in sight, on all sides.
 */
typedef struct
{
  HearsayTimelinePainter *painter;
  HearsayTimelineLook look;
  gboolean *selected;
} HearsayTimelineJob;

struct _HearsayTimelineCanvas
{
  HearsayCanvas parent_instance;

  HearsayTimeline *timeline;
  HearsayTimelinePainter *painter;
  gboolean *selected;
  GtkWidget *card; /* nullable child */
  GtkAdjustment *vertical;

  HearsayTimeScale scale;
  double extent_first;
  double extent_end;
  gboolean fitted; /* all days are in sight until somebody moves them */

  HearsayTimelineMode mode;
  HearsayTotalUnit unit;
  gboolean stepped;
  gboolean faded; /* days outside of these two are pale */
  double faded_first;
  double faded_end;

  int dragged_lane; /* or -1 */
  int drop_lane;    /* before which it would stand; the number of lanes: at the end */
  double drop_y;

  int hover;
  int focus;
  int card_mark;
  gint64 waiting_item; /* to be brought into sight at the first allocation, or -1 */
  guint card_id;
};

HearsayTimelineLook hearsay_timeline_canvas_get_look       (HearsayTimelineCanvas *self);
HearsayTimelineJob *hearsay_timeline_canvas_get_job        (HearsayTimelineCanvas *self);
gboolean            hearsay_timeline_canvas_fills          (HearsayTimelineCanvas *self,
                                                            int                    width,
                                                            int                    height);
void                hearsay_timeline_canvas_paint          (HearsayCanvas         *canvas);
void                hearsay_timeline_canvas_snapshot       (GtkWidget             *widget,
                                                            GtkSnapshot           *snapshot);
void                hearsay_timeline_canvas_put_scale      (HearsayTimelineCanvas *self,
                                                            HearsayTimeScale       scale);
void                hearsay_timeline_canvas_put_fit        (HearsayTimelineCanvas *self);
void                hearsay_timeline_canvas_update_painter (HearsayTimelineCanvas *self);
void                hearsay_timeline_canvas_scroll         (HearsayTimelineCanvas *self,
                                                            double                 dy);
double              hearsay_timeline_canvas_get_plot_width (HearsayTimelineCanvas *self);
void                hearsay_timeline_canvas_init_input     (HearsayCanvasClass    *klass);
void                hearsay_timeline_canvas_add_keys       (HearsayTimelineCanvas *self);
void                hearsay_timeline_canvas_show_card      (HearsayTimelineCanvas *self,
                                                            int                    mark);
void                hearsay_timeline_canvas_emit           (HearsayTimelineCanvas *self,
                                                            const char            *signal,
                                                            int                    mark,
                                                            GdkModifierType        state);
void                hearsay_timeline_canvas_emit_menu      (HearsayTimelineCanvas *self,
                                                            int                    mark,
                                                            int                    lane,
                                                            double                 x,
                                                            double                 y);
void                hearsay_timeline_canvas_emit_lane      (HearsayTimelineCanvas *self,
                                                            int                    lane,
                                                            int                    n_press,
                                                            GdkModifierType        state);
void                hearsay_timeline_canvas_emit_moved     (HearsayTimelineCanvas *self,
                                                            int                    lane,
                                                            int                    before);
void                hearsay_timeline_canvas_emit_range     (HearsayTimelineCanvas *self,
                                                            double                 first,
                                                            double                 end);
void                hearsay_timeline_canvas_emit_lassoed   (HearsayTimelineCanvas *self,
                                                            gboolean              *items,
                                                            GdkModifierType        state);
GtkAllocation       hearsay_timeline_canvas_place_card     (HearsayTimelineCanvas *self);

G_END_DECLS
