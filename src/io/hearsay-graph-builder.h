/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-graph-reader.h"

G_BEGIN_DECLS

/* Nodes and edges that a graph file may have. */
#define HEARSAY_GRAPH_MAX_NODES (4 * 1024 * 1024)
#define HEARSAY_GRAPH_MAX_EDGES (32 * 1024 * 1024)

/* Where a file does not say how an edge stands, its weight's sign does. */
#define HEARSAY_GRAPH_BY_WEIGHT (-1)

typedef struct _HearsayGraphBuilder HearsayGraphBuilder;

HearsayGraphBuilder *hearsay_graph_builder_new          (void);
void                 hearsay_graph_builder_free         (HearsayGraphBuilder *self);
void                 hearsay_graph_builder_set_directed (HearsayGraphBuilder *self,
                                                         gboolean             directed);
gboolean             hearsay_graph_builder_node         (HearsayGraphBuilder *self,
                                                         const char          *id,
                                                         guint                line,
                                                         guint32             *index,
                                                         GError             **error);
void                 hearsay_graph_builder_set_name     (HearsayGraphBuilder *self,
                                                         guint32              index,
                                                         const char          *name);
void                 hearsay_graph_builder_set_kind     (HearsayGraphBuilder *self,
                                                         guint32              index,
                                                         const char          *kind);
gboolean             hearsay_graph_builder_edge         (HearsayGraphBuilder *self,
                                                         guint32              source,
                                                         guint32              target,
                                                         double               weight,
                                                         int                  position,
                                                         guint                line,
                                                         GError             **error);
HearsayNetwork      *hearsay_graph_builder_finish       (HearsayGraphBuilder *self,
                                                         HearsayGraphReport  *report);
gboolean             hearsay_graph_parse_weight         (const char          *text,
                                                         guint                line,
                                                         double              *weight,
                                                         GError             **error);
int                  hearsay_graph_parse_position       (const char          *text);
gboolean             hearsay_graph_broken               (GError             **error,
                                                         guint                line,
                                                         const char          *reason);

/* One a format; they fill the builder. @text is valid UTF-8 without NULs. */
gboolean             hearsay_graph_read_csv             (HearsayGraphBuilder *self,
                                                         const char          *text,
                                                         GError             **error);
gboolean             hearsay_graph_read_dot             (HearsayGraphBuilder *self,
                                                         const char          *text,
                                                         GError             **error);
gboolean             hearsay_graph_read_pajek           (HearsayGraphBuilder *self,
                                                         const char          *text,
                                                         GError             **error);
gboolean             hearsay_graph_read_xml             (HearsayGraphBuilder *self,
                                                         GBytes              *bytes,
                                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayGraphBuilder, hearsay_graph_builder_free)

G_END_DECLS
