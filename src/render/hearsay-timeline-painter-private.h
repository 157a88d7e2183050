/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-timeline-painter.h"

G_BEGIN_DECLS

struct _HearsayTimelinePainter
{
  HearsayTimeline *timeline;
  HearsayTimelinePainterOptions options;
  HearsayTimelineMetrics metrics;
  HearsayPacking *packing;
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

void hearsay_timeline_paint_axis  (const HearsayTimelinePaint *paint);
void hearsay_timeline_paint_lanes (const HearsayTimelinePaint *paint);
double hearsay_timeline_publication_x (const HearsayTimelinePaint       *paint,
                                       const HearsayTimelinePublication *publication);

G_END_DECLS
