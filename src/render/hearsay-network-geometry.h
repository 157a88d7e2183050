/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-network-painter.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"

G_BEGIN_DECLS

/* Points along a curve that hits, labels and detours are judged by. */
#define HEARSAY_CURVE_POINTS 25

typedef struct
{
  double x;
  double y;
  double half_width;
  double half_height;
  HearsayNodeKind kind;
  gint32 colour;
  gint32 community;
  guint32 n_statements;
  double tint; /* 0 … 1 on the scale of a measure; negative for none */
  char *name;
  char *initials;  /* what is written inside: the name of an issue */
  gboolean labelled;
  gboolean bold; /* there is room for the name in bold */
  double label_x;  /* of the middle */
  double label_y;
  double label_width;
  double label_height;
} HearsayNodeGeometry;

/**
 * HearsayEdgeGeometry:
 * @curve: a cubic Bézier from outline to outline
 * @bundled: @points is what is drawn
 * @hidden: the nodes overlap: there is nothing to draw
 */
typedef struct
{
  guint32 source;
  guint32 target;
  HearsayPosition position;
  HearsayRelationKind kind;
  guint32 n_statements;
  double width;
  double bend; /* of the middle, as a share of the length */
  gboolean hidden;
  gboolean bundled;
  HearsayPoint curve[4];
  HearsayPoint points[HEARSAY_CURVE_POINTS];
  HearsayBox box;
} HearsayEdgeGeometry;

typedef struct
{
  gint32 community;
  guint32 best[2]; /* the two members with the most statements */
  HearsayPoint *points;
  guint n_points;
  HearsayBox box;
} HearsayHullGeometry;

struct _HearsayNetworkPainter
{
  HearsayNetworkPainterOptions options;
  double node_scale;
  double end_scale; /* of the ends of edges */
  gboolean directed;
  gboolean is_signed;
  HearsayNodeGeometry *nodes;
  guint n_nodes;
  HearsayEdgeGeometry *edges;
  guint n_edges;
  HearsayHullGeometry *hulls;
  guint n_hulls;
  HearsayBox bounds;
};

HearsayTextLook hearsay_network_label_look   (const HearsayNetworkPainter *self,
                                              gboolean                     bold);
void            hearsay_network_place_nodes  (HearsayNetworkPainter       *self,
                                              const HearsayNetwork        *network,
                                              const HearsayPoint          *positions);
void            hearsay_network_place_edges  (HearsayNetworkPainter       *self,
                                              const HearsayNetwork        *network);
void            hearsay_network_bundle_edges (HearsayNetworkPainter       *self);
void            hearsay_network_bend_edge    (const HearsayNetworkPainter *self,
                                              HearsayEdgeGeometry         *edge);
void            hearsay_network_place_labels (HearsayNetworkPainter       *self);
void            hearsay_network_place_hulls  (HearsayNetworkPainter       *self);
HearsayColour   hearsay_network_ground_at    (const HearsayNetworkPainter *self,
                                              const HearsayNetworkLook    *look,
                                              double                       x,
                                              double                       y);

G_END_DECLS
