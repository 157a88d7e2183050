/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-network-painter.h"
#include "ui/canvas/hearsay-canvas.h"
#include "ui/network/hearsay-network-scene.h"
#include "ui/network/hearsay-network-shown.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_NETWORK_CANVAS (hearsay_network_canvas_get_type ())
G_DECLARE_FINAL_TYPE (HearsayNetworkCanvas, hearsay_network_canvas, HEARSAY, NETWORK_CANVAS, HearsayCanvas)

/* Property: zoom (1 for 100 %).
 * Signals:
 *   “selected” (HearsayHitKind, index, GdkModifierType): a node, an edge or the ground was clicked;
 *   “activated” (HearsayHitKind, index, GdkModifierType): somebody wants to read the words;
 *   “lassoed” (const gboolean *nodes, GdkModifierType): a line was drawn around nodes;
 *   “menu” (HearsayHitKind, index, double x, double y): the context menu of what is there is wanted. */

GtkWidget           *hearsay_network_canvas_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                 hearsay_network_canvas_set_scene    (HearsayNetworkCanvas *self,
                                                          HearsayNetworkScene  *scene);
void                 hearsay_network_canvas_set_selected (HearsayNetworkCanvas *self,
                                                          HearsayNetworkHit     selected);
void                 hearsay_network_canvas_set_marked   (HearsayNetworkCanvas *self,
                                                          const gboolean       *marked_edges);
void                 hearsay_network_canvas_set_lit      (HearsayNetworkCanvas *self,
                                                          const gboolean       *ringed,
                                                          const gboolean       *lit_nodes,
                                                          const gboolean       *lit_edges);
void                 hearsay_network_canvas_set_measures (HearsayNetworkCanvas *self,
                                                          const double         *sizes,
                                                          const double         *tints);
void                 hearsay_network_canvas_set_parts    (HearsayNetworkCanvas *self,
                                                          gboolean              labels,
                                                          gboolean              arrows,
                                                          gboolean              hulls,
                                                          gboolean              bundled);
void                 hearsay_network_canvas_hold         (HearsayNetworkCanvas *self,
                                                          gboolean              hold);
void                 hearsay_network_canvas_set_top      (HearsayNetworkCanvas *self,
                                                          double                top);
void                 hearsay_network_canvas_set_bottom   (HearsayNetworkCanvas *self,
                                                          double                bottom);
double               hearsay_network_canvas_get_zoom     (HearsayNetworkCanvas *self);
void                 hearsay_network_canvas_set_zoom     (HearsayNetworkCanvas *self,
                                                          double                zoom);
void                 hearsay_network_canvas_fit          (HearsayNetworkCanvas *self);
void                 hearsay_network_canvas_show         (HearsayNetworkCanvas *self,
                                                          guint32               node);
const gboolean      *hearsay_network_canvas_get_pinned   (HearsayNetworkCanvas *self); /* nullable; one a node */
void                 hearsay_network_canvas_set_pinned   (HearsayNetworkCanvas *self,
                                                          guint32               node,
                                                          gboolean              pinned);
HearsayNetworkScene *hearsay_network_canvas_dup_scene    (HearsayNetworkCanvas *self); /* nullable; with the nodes where they are now */
HearsayNetworkShown *hearsay_network_canvas_dup_shown    (HearsayNetworkCanvas *self); /* nullable */
void                 hearsay_network_canvas_unpin_all    (HearsayNetworkCanvas *self);
HearsayBox           hearsay_network_canvas_place        (HearsayNetworkCanvas *self,
                                                          HearsayNetworkHit     hit);
char                *hearsay_network_describe            (const HearsayNetwork *network,
                                                          HearsayNetworkHit     hit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
