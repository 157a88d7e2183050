/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"
#include "network/hearsay-rows.h"

G_BEGIN_DECLS

/* The fields of a row while networks are counted. In “together” the target is a paragraph. */
enum
{
  HEARSAY_ROW_SOURCE,
  HEARSAY_ROW_TARGET,
  HEARSAY_ROW_POSITION,
  HEARSAY_ROW_STATEMENT,
};

/**
 * HearsayNetworkBuild:
 * @rows: what counts
 * @said: statements that each entity takes part in
 * @present: whether each entity may be a node without an edge
 * @edges: HearsayNetworkEdge between entities, weights not yet divided
 * @statements: guint32, grouped by edge
 *
 * A network while it is built.
 */
typedef struct
{
  const HearsayNetworkInput *input;
  const HearsayNetworkOptions *options;
  GCancellable *cancellable;
  HearsayRow *rows;
  gsize n_rows;
  guint32 *said;
  gboolean *present;
  GArray *edges;
  GArray *statements;
  guint n_left_out;
} HearsayNetworkBuild;

guint32  hearsay_network_aggregate_entity (const HearsayNetworkInput  *input,
                                           HearsayAggregation          aggregation,
                                           guint32                     entity);
void     hearsay_network_take_rows        (HearsayNetworkBuild        *self);
gboolean hearsay_network_count_directed   (HearsayNetworkBuild        *self,
                                           GError                    **error);
gboolean hearsay_network_count_pairs      (HearsayNetworkBuild        *self,
                                           GError                    **error);

G_END_DECLS
