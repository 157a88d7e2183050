/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "ui/network/hearsay-network-row.h"

G_DEFINE_FINAL_TYPE (HearsayNetworkRow, hearsay_network_row, G_TYPE_OBJECT)

static void
hearsay_network_row_finalize (GObject *object)
{
  g_clear_pointer (&HEARSAY_NETWORK_ROW (object)->scene, hearsay_network_scene_unref);

  G_OBJECT_CLASS (hearsay_network_row_parent_class)->finalize (object);
}

static void
hearsay_network_row_class_init (HearsayNetworkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_network_row_finalize;
}

static void
hearsay_network_row_init (HearsayNetworkRow *self)
{
  for (guint i = 0; i < HEARSAY_N_MEASURES; i++)
    self->values[i] = NAN;
}

/**
 * hearsay_network_row_new:
 * @scene: a reference is taken
 * @index: of the node or edge
 */
HearsayNetworkRow *
hearsay_network_row_new (HearsayNetworkScene *scene,
                         gboolean             is_edge,
                         guint32              index)
{
  HearsayNetworkRow *self = g_object_new (HEARSAY_TYPE_NETWORK_ROW, NULL);

  self->scene = hearsay_network_scene_ref (scene);
  self->is_edge = is_edge;
  self->index = index;
  return self;
}

const HearsayNetworkNode *
hearsay_network_row_get_node (HearsayNetworkRow *self)
{
  return &self->scene->network->nodes[self->index];
}

const HearsayNetworkEdge *
hearsay_network_row_get_edge (HearsayNetworkRow *self)
{
  return &self->scene->network->edges[self->index];
}
