/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib-object.h>

#include "ui/network/hearsay-network-scene.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_NETWORK_ROW (hearsay_network_row_get_type ())
G_DECLARE_FINAL_TYPE (HearsayNetworkRow, hearsay_network_row, HEARSAY, NETWORK_ROW, GObject)

/**
 * HearsayNetworkRow:
 * @values: of a node, by measure; NAN until it is measured
 *
 * A node or an edge in a list.
 */
struct _HearsayNetworkRow
{
  GObject parent_instance;

  HearsayNetworkScene *scene;
  gboolean is_edge;
  guint32 index;
  double values[HEARSAY_N_MEASURES];
};

HearsayNetworkRow *hearsay_network_row_new      (HearsayNetworkScene *scene,
                                                 gboolean             is_edge,
                                                 guint32              index) G_GNUC_WARN_UNUSED_RESULT;
const HearsayNetworkNode *hearsay_network_row_get_node (HearsayNetworkRow *self);
const HearsayNetworkEdge *hearsay_network_row_get_edge (HearsayNetworkRow *self);

G_END_DECLS
