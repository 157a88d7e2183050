/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-figure.h"
#include "ui/network/hearsay-network-scene.h"

G_BEGIN_DECLS

/**
 * HearsayNetworkShown:
 * @scene: with the nodes where they are
 * @sizes: (nullable): of a measure
 * @tints: (nullable): of a measure
 * @look: how it is drawn; points into the other fields
 * @part: of the positions that is in sight
 *
 * A network as a view shows it, without what is selected, pinned or zoomed. Any thread.
 */
typedef struct
{
  HearsayNetworkScene *scene;
  double *sizes;
  double *tints;
  HearsayFigureNetwork look;
  HearsayBox part;
} HearsayNetworkShown;

void hearsay_network_shown_free (HearsayNetworkShown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetworkShown, hearsay_network_shown_free)

G_END_DECLS
