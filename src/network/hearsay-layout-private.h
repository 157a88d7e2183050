/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-layout.h"
#include "network/hearsay-workers.h"

G_BEGIN_DECLS

/**
 * HearsayRandom:
 *
 * A generator of its own, so that nobody else's draws change a picture.
 */
typedef struct
{
  guint64 state;
} HearsayRandom;

/**
 * HearsayLayoutGraph:
 * @first: n + 1 offsets into @to
 * @to: neighbours, ascending, without loops and duplicates
 * @length: (nullable): ideal length of each of @to; NULL where all are 1
 *
 * An undirected graph as layouts see it.
 */
typedef struct
{
  guint n;
  guint32 *first;
  guint32 *to;
  float *length;
} HearsayLayoutGraph;

/**
 * HearsayComponents:
 * @component: of each node
 * @first: n_components + 1 offsets into @nodes
 * @nodes: grouped by component, ascending within
 *
 * The connected parts, the largest first.
 */
typedef struct
{
  guint n_components;
  guint32 *component;
  guint32 *first;
  guint32 *nodes;
} HearsayComponents;

/**
 * HearsayForceModel:
 * @HEARSAY_FORCE_SPRINGS: attraction distance², every node repels alike (Hu, 2005)
 * @HEARSAY_FORCE_LINEAR: attraction distance, nodes repel by degree + 1 (ForceAtlas2, 2014)
 * @HEARSAY_FORCE_LINLOG: attraction 1, nodes repel by degree + 1 (Noack, 2009)
 *
 * Repulsion is 1 / distance in all three. The later, the more do communities
 * draw together and apart.
 */
typedef enum
{
  HEARSAY_FORCE_SPRINGS,
  HEARSAY_FORCE_LINEAR,
  HEARSAY_FORCE_LINLOG,
} HearsayForceModel;

HearsayRandom       hearsay_random_new              (guint64                    seed);
guint32             hearsay_random_next             (HearsayRandom             *self);
float               hearsay_random_float            (HearsayRandom             *self);

HearsayLayoutGraph *hearsay_layout_graph_new        (const HearsayNetwork      *network,
                                                     gboolean                   signs);
HearsayLayoutGraph *hearsay_layout_graph_part       (const HearsayLayoutGraph  *self,
                                                     const guint32             *nodes,
                                                     guint                      n_nodes);
void                hearsay_layout_graph_free       (HearsayLayoutGraph        *self);
HearsayComponents  *hearsay_components_find         (const HearsayLayoutGraph  *graph);
void                hearsay_components_free         (HearsayComponents         *self);
void                hearsay_layout_graph_distances  (const HearsayLayoutGraph  *self,
                                                     guint32                    from,
                                                     float                     *distances,
                                                     guint32                   *queue);

void                hearsay_layout_graph_hops       (const HearsayLayoutGraph  *self,
                                                     const guint32             *sources,
                                                     guint                      n_sources,
                                                     guint16                   *hops,
                                                     guint                      stride);
void                hearsay_layout_graph_pivots     (const HearsayLayoutGraph  *self,
                                                     guint32                    seed,
                                                     guint32                   *pivots,
                                                     guint                      n_pivots);
void                hearsay_layout_pivot_mds        (float                     *columns,
                                                     guint                      n,
                                                     guint                      n_pivots,
                                                     guint32                    seed,
                                                     float                     *x,
                                                     float                     *y);

gboolean            hearsay_layout_stress_full      (const HearsayLayoutGraph  *graph,
                                                     guint32                    seed,
                                                     gboolean                   warm,
                                                     gboolean                   few_crossings,
                                                     float                     *x,
                                                     float                     *y,
                                                     GCancellable              *cancellable,
                                                     GError                   **error);
gboolean            hearsay_layout_stress_sparse    (const HearsayLayoutGraph  *graph,
                                                     guint32                    seed,
                                                     gboolean                   warm,
                                                     float                     *x,
                                                     float                     *y,
                                                     HearsayWorkers            *workers,
                                                     GCancellable              *cancellable,
                                                     GError                   **error);
gboolean            hearsay_layout_force            (const HearsayLayoutGraph  *graph,
                                                     HearsayForceModel          model,
                                                     guint                      n_steps,
                                                     float                      opening,
                                                     float                     *x,
                                                     float                     *y,
                                                     HearsayWorkers            *workers,
                                                     GCancellable              *cancellable,
                                                     GError                   **error);
gboolean            hearsay_layout_parts            (const HearsayLayoutGraph   *graph,
                                                     const HearsayLayoutOptions *options,
                                                     HearsayPoint               *positions,
                                                     GCancellable               *cancellable,
                                                     GError                    **error);
double              hearsay_layout_edge_length      (guint                       n_nodes,
                                                     const HearsayNodeSize      *sizes);
void                hearsay_layout_pack             (const HearsayComponents    *components,
                                                     const HearsayNodeSize      *sizes,
                                                     double                      gap,
                                                     double                      aspect,
                                                     HearsayPoint               *positions);
void                hearsay_layout_clear_edges      (const HearsayLayoutGraph   *graph,
                                                     const HearsayNodeSize      *sizes,
                                                     const gboolean             *pinned,
                                                     HearsayPoint               *positions);
gboolean            hearsay_layout_circle           (const HearsayLayoutGraph   *graph,
                                                     const HearsayLayoutOptions *options,
                                                     HearsayPoint               *positions,
                                                     GCancellable               *cancellable,
                                                     GError                    **error);
void                hearsay_layout_radial           (const HearsayLayoutGraph   *graph,
                                                     const HearsayLayoutOptions *options,
                                                     HearsayPoint               *positions);
void                hearsay_layout_bipartite        (const HearsayNetwork       *network,
                                                     const HearsayLayoutGraph   *graph,
                                                     const HearsayLayoutOptions *options,
                                                     HearsayPoint               *positions);
void                hearsay_layout_axis             (const HearsayNetwork       *network,
                                                     const HearsayLayoutGraph   *graph,
                                                     const HearsayLayoutOptions *options,
                                                     HearsayPoint               *positions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayLayoutGraph, hearsay_layout_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayComponents, hearsay_components_free)

G_END_DECLS
