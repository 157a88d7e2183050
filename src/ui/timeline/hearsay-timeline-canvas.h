/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-timeline-painter.h"
#include "ui/canvas/hearsay-canvas.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_TIMELINE_CANVAS (hearsay_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTimelineCanvas, hearsay_timeline_canvas, HEARSAY, TIMELINE_CANVAS, HearsayCanvas)

/* Signals; a mark is an index into the painter's marks, −1 for none:
 *   “selected” (int mark, GdkModifierType): it was clicked, or the ground;
 *   “activated” (int mark): somebody wants to read the words;
 *   “lassoed” (gboolean *items, GdkModifierType): a line was drawn around these, one an item;
 *   “menu” (int mark, int lane, double x, double y): the context menu is wanted;
 *   “lane-activated” (int lane, int n_press, GdkModifierType): its head was clicked;
 *   “lane-moved” (int lane, int before): it is to stand before another one, or last;
 *   “hovered” (int mark): the card should tell about it, or about nothing;
 *   “focused” (int mark): the keyboard has come to it;
 *   “range-changed” (double first, double end): other days are in sight. */

GtkWidget              *hearsay_timeline_canvas_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                    hearsay_timeline_canvas_set_timeline (HearsayTimelineCanvas *self,
                                                              HearsayTimeline       *timeline);
HearsayTimelinePainter *hearsay_timeline_canvas_get_painter  (HearsayTimelineCanvas *self); /* nullable */
GtkAdjustment          *hearsay_timeline_canvas_get_vertical (HearsayTimelineCanvas *self);
void                    hearsay_timeline_canvas_set_selected (HearsayTimelineCanvas *self,
                                                              const gboolean        *selected);
void                    hearsay_timeline_canvas_set_mode     (HearsayTimelineCanvas *self,
                                                              HearsayTimelineMode    mode,
                                                              HearsayTotalUnit       unit,
                                                              gboolean               stepped);
HearsayTimelineMode     hearsay_timeline_canvas_get_mode     (HearsayTimelineCanvas *self);
void                    hearsay_timeline_canvas_set_faded    (HearsayTimelineCanvas *self,
                                                              gboolean               faded,
                                                              double                 first,
                                                              double                 end);
void                    hearsay_timeline_canvas_set_card     (HearsayTimelineCanvas *self,
                                                              GtkWidget             *card);
void                    hearsay_timeline_canvas_set_range    (HearsayTimelineCanvas *self,
                                                              double                 first,
                                                              double                 end);
void                    hearsay_timeline_canvas_get_range    (HearsayTimelineCanvas *self,
                                                              double                *first,
                                                              double                *end);
void                    hearsay_timeline_canvas_zoom         (HearsayTimelineCanvas *self,
                                                              double                 factor);
void                    hearsay_timeline_canvas_fit          (HearsayTimelineCanvas *self);
void                    hearsay_timeline_canvas_show_item    (HearsayTimelineCanvas *self,
                                                              guint                  item);
void                    hearsay_timeline_canvas_open_mark    (HearsayTimelineCanvas *self,
                                                              guint                  mark);

G_END_DECLS
