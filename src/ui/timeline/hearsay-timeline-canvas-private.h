/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/canvas/hearsay-picture.h"
#include "ui/timeline/hearsay-timeline-canvas.h"

G_BEGIN_DECLS

/**
 * HearsayTimelineJob:
 *
 * One picture of the timeline, with everything that another thread needs. It
 * shows more days than are in sight, at the right.
 */
typedef struct
{
  HearsayTimelinePainter *painter;
  HearsayTimelineLook look;
  gboolean *selected;
} HearsayTimelineJob;

struct _HearsayTimelineCanvas
{
  GtkWidget parent_instance;

  HearsayPicture *picture;
  HearsayTimeline *timeline;
  HearsayTimelinePainter *painter;
  gboolean *selected;
  GtkWidget *card; /* nullable child */
  GtkAdjustment *vertical;

  HearsayTimeScale scale;
  double extent_first;
  double extent_end;
  gboolean fitted; /* all days are in sight until somebody moves them */

  int hover;
  int focus;
  int card_mark;
  gint64 waiting_item; /* to be brought into sight at the first allocation, or -1 */
  guint card_id;

  double pointer_x;
  double pointer_y;
  gboolean dragging;
  double drag_x;
  double drag_y;
  double pinch_scale;
};

HearsayTimelineLook hearsay_timeline_canvas_get_look        (HearsayTimelineCanvas *self);
void                hearsay_timeline_canvas_put_scale       (HearsayTimelineCanvas *self,
                                                             HearsayTimeScale       scale);
void                hearsay_timeline_canvas_scroll          (HearsayTimelineCanvas *self,
                                                             double                 dy);
void                hearsay_timeline_canvas_add_controllers (HearsayTimelineCanvas *self);
void                hearsay_timeline_canvas_show_card       (HearsayTimelineCanvas *self,
                                                             int                    mark);
void                hearsay_timeline_canvas_emit            (HearsayTimelineCanvas *self,
                                                             const char            *signal,
                                                             int                    mark,
                                                             GdkModifierType        state);
GtkAllocation       hearsay_timeline_canvas_place_card      (HearsayTimelineCanvas *self);

G_END_DECLS
