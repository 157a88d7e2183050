/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>

#include "network/hearsay-layout.h"
#include "network/hearsay-network.h"
#include "render/hearsay-box-grid.h"
#include "render/hearsay-palette.h"

G_BEGIN_DECLS

/**
 * HearsayNetworkPainterOptions:
 * @zoom: how far positions are spread; nodes grow and shrink more slowly, words hardly at all
 * @text_scale: size of words; 1 for the normal size
 * @labels: whether names stand beside nodes
 * @arrows: whether edges have ends
 * @hulls: whether communities of three or more have a ground
 * @bundled: whether long edges run along shorter ones where that is hardly a detour
 * @initials: (nullable): one a node; made from the names when %NULL
 * @sizes: (nullable): 0 … 1 for each node, instead of its share of statements
 * @tints: (nullable): 0 … 1 for each node on the scale of a measure, negative for its own colour
 * @first: node whose name is placed before all others, or -1
 * @room: names stay within it, where it is not empty
 */
typedef struct
{
  double zoom;
  double text_scale;
  gboolean labels;
  gboolean arrows;
  gboolean hulls;
  gboolean bundled;
  const char *const *initials;
  const double *sizes;
  const double *tints;
  gint32 first;
  HearsayBox room;
} HearsayNetworkPainterOptions;

#define HEARSAY_NETWORK_PAINTER_OPTIONS_INIT { 1.0, 1.0, TRUE, TRUE, TRUE, FALSE, NULL, NULL, NULL, -1, { 0.0, 0.0, 0.0, 0.0 } }

typedef enum
{
  HEARSAY_HIT_NONE,
  HEARSAY_HIT_NODE,
  HEARSAY_HIT_EDGE,
} HearsayHitKind;

typedef struct
{
  HearsayHitKind kind;
  guint32 index;
} HearsayNetworkHit;

/**
 * HearsayNetworkLook:
 * @ground: what lies behind: halos and gaps have its colour
 * @selected: what is not connected to it fades
 * @marked_edges: (nullable): for each edge, whether it holds a selected statement
 * @pinned: (nullable): for each node, whether a person has put it in its place
 * @ringed: (nullable): for each node, whether it is one of several that are selected
 * @lit_nodes: (nullable): for each node, whether it keeps its colours while others fade, whatever is selected
 * @lit_edges: (nullable): likewise; given together
 * @lifted: 1 + the node that is being dragged, which hearsay_network_painter_paint_lifted() paints; or 0
 */
typedef struct
{
  HearsayStyle style;
  HearsayColour ground;
  HearsayNetworkHit selected;
  const gboolean *marked_edges;
  const gboolean *pinned;
  const gboolean *ringed;
  const gboolean *lit_nodes;
  const gboolean *lit_edges;
  guint32 lifted;
} HearsayNetworkLook;

typedef struct _HearsayNetworkPainter HearsayNetworkPainter;

HearsayNetworkPainter *hearsay_network_painter_new         (const HearsayNetwork               *network,
                                                            const HearsayPoint                 *positions,
                                                            const HearsayNetworkPainterOptions *options) G_GNUC_WARN_UNUSED_RESULT;
HearsayNetworkPainter *hearsay_network_painter_new_fitted  (const HearsayNetwork               *network,
                                                            const HearsayPoint                 *positions,
                                                            const HearsayNetworkPainterOptions *options,
                                                            double                              width,
                                                            double                              height) G_GNUC_WARN_UNUSED_RESULT;
HearsayBox             hearsay_network_extent              (const HearsayPoint                 *positions,
                                                            guint                               n);
gboolean               hearsay_network_make_room          (const HearsayNetwork               *network,
                                                           const gboolean                     *pinned,
                                                           double                              width,
                                                           double                              height,
                                                           HearsayPoint                       *positions,
                                                           GCancellable                       *cancellable,
                                                           GError                            **error);
HearsayNetworkPainter *hearsay_network_painter_ref         (HearsayNetworkPainter              *self);
void                   hearsay_network_painter_unref       (HearsayNetworkPainter              *self);
double                 hearsay_network_painter_get_zoom    (const HearsayNetworkPainter        *self);
HearsayBox             hearsay_network_painter_get_bounds  (const HearsayNetworkPainter        *self);
HearsayBox             hearsay_network_painter_get_node    (const HearsayNetworkPainter        *self,
                                                            guint32                             node);
gboolean               hearsay_network_painter_get_label   (const HearsayNetworkPainter        *self,
                                                            guint32                             node,
                                                            HearsayBox                         *box);
gboolean               hearsay_network_painter_get_middle  (const HearsayNetworkPainter        *self,
                                                            guint32                             edge,
                                                            HearsayPoint                       *middle);
guint                  hearsay_network_painter_get_n_edges (const HearsayNetworkPainter        *self);
guint                  hearsay_network_painter_get_n_nodes (const HearsayNetworkPainter        *self);
HearsayNetworkHit      hearsay_network_painter_hit         (const HearsayNetworkPainter        *self,
                                                            double                              x,
                                                            double                              y);
gboolean               hearsay_network_painter_hit_hull    (const HearsayNetworkPainter        *self,
                                                            double                              x,
                                                            double                              y,
                                                            guint32                             members[2]);
void                   hearsay_network_painter_paint       (const HearsayNetworkPainter        *self,
                                                            cairo_t                            *cr,
                                                            const HearsayNetworkLook           *look);
void                   hearsay_network_painter_paint_hover (const HearsayNetworkPainter        *self,
                                                            cairo_t                            *cr,
                                                            const HearsayNetworkLook           *look,
                                                            HearsayNetworkHit                   hover);
void                   hearsay_network_painter_paint_focus (const HearsayNetworkPainter        *self,
                                                            cairo_t                            *cr,
                                                            const HearsayNetworkLook           *look,
                                                            HearsayNetworkHit                   focus);
void                   hearsay_network_painter_paint_lifted (const HearsayNetworkPainter       *self,
                                                            cairo_t                            *cr,
                                                            const HearsayNetworkLook           *look,
                                                            guint32                             node,
                                                            double                              x,
                                                            double                              y);
void                   hearsay_network_node_sizes          (const HearsayNetwork               *network,
                                                            HearsayNodeSize                    *sizes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetworkPainter, hearsay_network_painter_unref)

G_END_DECLS
