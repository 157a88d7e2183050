/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-layout.h"
#include "network/hearsay-measures.h"
#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayNetworkScene:
 * @initials: by node
 * @n_hidden: nodes that were left out because there are too many
 * @n_filtered: nodes that were left out by a measure
 * @base: (nullable): whose network and initials these are
 *
 * A network and a place for each node. Counted references; any thread.
 */
typedef struct _HearsayNetworkScene
{
  HearsayNetwork *network;
  HearsayPoint *positions;
  char **initials;
  guint n_hidden;
  guint n_filtered;
  struct _HearsayNetworkScene *base;
} HearsayNetworkScene;

/**
 * HearsayNetworkRequest:
 * @show_all: also the nodes beyond the best-connected
 * @before: (nullable): nodes that are in it start where they are
 * @home: (nullable): nodes that are not in @before but in it come back to where they were
 * @pinned: (nullable): for each node of @before, whether it may not move
 * @width: of the view, which the drawing should fill; 0 where it is not known
 * @height: likewise
 * @centre: (nullable): id of the node that a radial layout or an axis is about
 * @signed_communities: whether opposition parts communities too
 * @filter: whether only nodes that are high on @measure are shown
 * @least_share: 0 … 1: the share of nodes, the lowest on @measure, that are left out
 */
typedef struct
{
  HearsayNetworkOptions options;
  gboolean show_all;
  HearsayNetworkScene *before;
  HearsayNetworkScene *home;
  const gboolean *pinned;
  double width;
  double height;
  HearsayLayoutType layout;
  HearsayLayoutSigns signs;
  const char *centre;
  gboolean signed_communities;
  gboolean filter;
  HearsayMeasure measure;
  double least_share;
} HearsayNetworkRequest;

HearsayNetworkScene *hearsay_network_scene_ref    (HearsayNetworkScene *self);
void                 hearsay_network_scene_unref  (HearsayNetworkScene *self);
HearsayNetworkScene *hearsay_network_scene_new    (HearsayNetwork      *network,
                                                   const HearsayPoint  *positions) G_GNUC_WARN_UNUSED_RESULT;
HearsayNetworkScene *hearsay_network_scene_move   (HearsayNetworkScene *self,
                                                   const HearsayPoint  *positions) G_GNUC_WARN_UNUSED_RESULT;
HearsayNetworkScene *hearsay_network_scene_load   (const HearsayNetworkInput   *input,
                                                   const char *const           *initials,
                                                   const HearsayNetworkRequest *request,
                                                   GCancellable                *cancellable,
                                                   GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean             hearsay_network_scene_measure (const HearsayNetwork         *network,
                                                    HearsayMeasure                measure,
                                                    gboolean                      exact,
                                                    double                       *values,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetworkScene, hearsay_network_scene_unref)

G_END_DECLS
