/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-layout.h"
#include "render/hearsay-timeline-painter.h"

G_BEGIN_DECLS

struct _HearsayTimelinePainter
{
  HearsayTimeline *timeline;
  HearsayTimelinePainterOptions options;
  HearsayTimelineMetrics metrics;
  HearsayPacking *packing;
  gboolean has_groups;
  double *tops; /* of the lanes, and where the last one ends; from plot_y */
};

/* One painting: where what is seen lies. */
typedef struct
{
  const HearsayTimelinePainter *self;
  const HearsayTimelineLook *look;
  cairo_t *cr;
  HearsayTimeScale scale;
  double bottom; /* of the last lane, or of the view */
} HearsayTimelinePaint;

/* What a mark reaches, whatever its shape. */
#define HEARSAY_TIMELINE_REACH 13.0

HearsayPoint hearsay_timeline_mark_centre   (const HearsayTimelinePainter     *self,
                                             const HearsayTimelineLook        *look,
                                             const HearsayTimelineMark        *mark);
void         hearsay_timeline_paint_axis    (const HearsayTimelinePaint       *paint);
void         hearsay_timeline_paint_heading (const HearsayTimelinePaint       *paint);
void         hearsay_timeline_paint_lanes   (const HearsayTimelinePaint       *paint);
void         hearsay_timeline_paint_marks   (const HearsayTimelinePaint       *paint);
void         hearsay_timeline_paint_mark    (const HearsayTimelinePaint       *paint,
                                             const HearsayTimelineMark        *mark);
gboolean     hearsay_timeline_mark_is_selected (const HearsayTimelinePaint    *paint,
                                             const HearsayTimelineMark        *mark);
void         hearsay_timeline_paint_ring    (const HearsayTimelinePaint       *paint,
                                             const HearsayTimelineMark        *mark);
void         hearsay_timeline_paint_curves  (const HearsayTimelinePaint       *paint);
void         hearsay_timeline_paint_bar     (const HearsayTimelinePaint       *paint,
                                             const HearsayTimelineMark        *mark);
HearsayBox   hearsay_timeline_bar_box       (const HearsayTimelinePainter     *self,
                                             const HearsayTimelineLook        *look,
                                             const HearsayTimelineMark        *mark);
double       hearsay_timeline_publication_x (const HearsayTimelinePaint       *paint,
                                             const HearsayTimelinePublication *publication);

G_END_DECLS
