/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/network/hearsay-network-canvas.h"

G_BEGIN_DECLS

/* Painted beyond what is seen, so that panning has something to show. */
#define HEARSAY_NETWORK_MARGIN 220.0

/**
 * HearsayNetworkJob:
 * @painter: (nullable): used again when places and zoom have not changed
 * @fit: whether the zoom is to be found so that everything is in sight
 * @x0: left side of the region that is painted, in the painter's coordinates
 *
 * One picture of the network, with everything that another thread needs.
 */
typedef struct
{
  HearsayNetworkScene *scene;
  HearsayPoint *positions;
  gboolean *pinned;
  gboolean *marked;
  gboolean *ringed;
  gboolean *lit_nodes;
  gboolean *lit_edges;
  double *sizes;
  double *tints;
  HearsayNetworkPainterOptions options;
  HearsayNetworkPainter *painter;
  HearsayNetworkLook look;
  gboolean fit;
  double fit_width;
  double fit_height;
  double fit_top;
  double x0;
  double y0;
  double width;
  double height;
  guint revision;
} HearsayNetworkJob;

struct _HearsayNetworkCanvas
{
  HearsayCanvas parent_instance;

  HearsayNetworkScene *scene;
  HearsayPoint *positions; /* the scene's, moved by hand */
  gboolean *pinned;
  gboolean *marked;
  gboolean *ringed;    /* nullable: several that are selected */
  gboolean *lit_nodes; /* nullable */
  gboolean *lit_edges;
  double *sizes;       /* nullable */
  double *tints;       /* nullable */

  double zoom;
  double shift_x; /* of the layout's origin in the view */
  double shift_y;
  double top;
  double bottom;  /* covered by cards: nothing is fitted there */
  guint revision; /* of positions and parts */
  gboolean wants_fit;
  gboolean held; /* fitted again when scenes have stopped changing */
  gboolean fitted; /* what is seen follows the size of the view until somebody moves it */

  gboolean labels;
  gboolean arrows;
  gboolean hulls;
  gboolean bundled;

  HearsayNetworkHit selected;
  HearsayNetworkHit hover;
  HearsayNetworkHit focus;
  gint32 dragged_node;
};

HearsayNetworkLook hearsay_network_canvas_make_look       (HearsayNetworkCanvas *self);
HearsayNetworkJob *hearsay_network_canvas_get_job         (HearsayNetworkCanvas *self);
double             hearsay_network_canvas_shown_scale     (HearsayNetworkCanvas *self,
                                                           HearsayNetworkJob    *job);
void               hearsay_network_canvas_paint           (HearsayCanvas        *canvas);
void               hearsay_network_canvas_snapshot        (GtkWidget            *widget,
                                                           GtkSnapshot          *snapshot);
void               hearsay_network_canvas_zoom_at         (HearsayNetworkCanvas *self,
                                                           double                zoom,
                                                           double                x,
                                                           double                y);
void               hearsay_network_canvas_move            (HearsayNetworkCanvas *self,
                                                           double                dx,
                                                           double                dy);
HearsayNetworkHit  hearsay_network_canvas_hit             (HearsayNetworkCanvas *self,
                                                           double                x,
                                                           double                y);
void               hearsay_network_canvas_init_input      (HearsayCanvasClass   *klass);
void               hearsay_network_canvas_add_keys        (HearsayNetworkCanvas *self);
void               hearsay_network_canvas_emit            (HearsayNetworkCanvas *self,
                                                           const char           *signal,
                                                           HearsayNetworkHit     hit,
                                                           GdkModifierType       state);

G_END_DECLS
