/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/canvas/hearsay-picture.h"
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
  HearsayNetworkPainterOptions options;
  HearsayNetworkPainter *painter;
  HearsayNetworkLook look;
  gboolean fit;
  double fit_width;
  double fit_height;
  double x0;
  double y0;
  double width;
  double height;
  guint revision;
} HearsayNetworkJob;

struct _HearsayNetworkCanvas
{
  GtkWidget parent_instance;

  HearsayPicture *picture;
  HearsayNetworkScene *scene;
  HearsayPoint *positions; /* the scene's, moved by hand */
  gboolean *pinned;
  gboolean *marked;

  double zoom;
  double shift_x; /* of the layout's origin in the view */
  double shift_y;
  double bottom;  /* covered by cards: nothing is fitted there */
  guint revision; /* of positions and parts */
  gboolean wants_fit;
  gboolean fitted; /* what is seen follows the size of the view until somebody moves it */

  gboolean labels;
  gboolean arrows;
  gboolean hulls;

  HearsayNetworkHit selected;
  HearsayNetworkHit hover;
  HearsayNetworkHit focus;

  double pointer_x;
  double pointer_y;
  gint32 dragged_node;
  gboolean dragging;
  double drag_x;
  double drag_y;
  double pinch_zoom;
};

void               hearsay_network_canvas_queue_paint     (HearsayNetworkCanvas *self);
HearsayNetworkLook hearsay_network_canvas_make_look       (HearsayNetworkCanvas *self);
void               hearsay_network_canvas_zoom_at         (HearsayNetworkCanvas *self,
                                                           double                zoom,
                                                           double                x,
                                                           double                y);
void               hearsay_network_canvas_pan             (HearsayNetworkCanvas *self,
                                                           double                dx,
                                                           double                dy);
HearsayNetworkJob *hearsay_network_canvas_get_job         (HearsayNetworkCanvas *self);
HearsayNetworkHit  hearsay_network_canvas_hit             (HearsayNetworkCanvas *self,
                                                           double                x,
                                                           double                y);
void               hearsay_network_canvas_add_controllers (HearsayNetworkCanvas *self);
void               hearsay_network_canvas_select          (HearsayNetworkCanvas *self,
                                                           HearsayNetworkHit     hit,
                                                           gboolean              activate);
void               hearsay_network_canvas_set_pinned      (HearsayNetworkCanvas *self,
                                                           guint32               node,
                                                           gboolean              pinned);
void               hearsay_network_canvas_show            (HearsayNetworkCanvas *self,
                                                           guint32               node);
char              *hearsay_network_canvas_describe        (HearsayNetworkCanvas *self,
                                                           HearsayNetworkHit     hit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
