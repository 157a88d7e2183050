/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayBackboneStep:
 * @node: the issue that leaves, as a node of the network
 * @loss: of the network without it and all that left before
 */
typedef struct
{
  guint32 node;
  double loss;
} HearsayBackboneStep;

gboolean hearsay_backbone_nested      (const HearsayNetwork  *network,
                                       GArray                *steps,
                                       GCancellable          *cancellable,
                                       GError               **error);
void     hearsay_backbone_eigenvalues (double                *matrix,
                                       guint                  n,
                                       double                *values);

G_END_DECLS
