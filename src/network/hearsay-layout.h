/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayLayoutType:
 * @HEARSAY_LAYOUT_STRESS: distances in the picture follow those in the network
 * @HEARSAY_LAYOUT_COMMUNITY: communities draw together and apart
 * @HEARSAY_LAYOUT_RADIAL: rings around one node, by number of steps from it
 * @HEARSAY_LAYOUT_CIRCLE: all on one circle, neighbours near each other
 * @HEARSAY_LAYOUT_BIPARTITE: two columns, who speaks on the left
 * @HEARSAY_LAYOUT_AXIS: who supports one node on the left, who opposes it on the right
 */
typedef enum
{
  HEARSAY_LAYOUT_STRESS,
  HEARSAY_LAYOUT_COMMUNITY,
  HEARSAY_LAYOUT_RADIAL,
  HEARSAY_LAYOUT_CIRCLE,
  HEARSAY_LAYOUT_BIPARTITE,
  HEARSAY_LAYOUT_AXIS,
} HearsayLayoutType;

#define HEARSAY_N_LAYOUT_TYPES 6

typedef struct
{
  double x;
  double y;
} HearsayPoint;

/**
 * HearsayNodeSize:
 *
 * Half the width and height, in world units (pixels at 100 %), of what a node
 * and its label take up.
 */
typedef struct
{
  double half_width;
  double half_height;
} HearsayNodeSize;

/**
 * HearsayLayoutSigns:
 * @HEARSAY_LAYOUT_SIGNS_AUTO: up to 500 nodes, in networks whose positions mean something
 * @HEARSAY_LAYOUT_SIGNS_USE: allies near, opponents apart
 * @HEARSAY_LAYOUT_SIGNS_IGNORE: all edges alike
 *
 * Whether the position of an edge decides how long it is. Beyond a thousand
 * nodes all edges are alike.
 */
typedef enum
{
  HEARSAY_LAYOUT_SIGNS_AUTO,
  HEARSAY_LAYOUT_SIGNS_USE,
  HEARSAY_LAYOUT_SIGNS_IGNORE,
} HearsayLayoutSigns;

/**
 * HearsayLayoutOptions:
 * @seed: same seed, same picture
 * @n_threads: does not change the result
 * @aspect: width / height that the drawing should fill; 0 for 1.6
 * @start: (nullable): positions to begin from, one a node; NAN where a node is new
 * @pinned: (nullable): nodes that may not move from @start
 * @sizes: (nullable): one a node; with them overlaps are removed, edges kept off
 *   foreign nodes in small networks, and the aspect filled
 * @centre: node in the middle of a radial layout, and whose friends and foes an
 *   axis shows; -1 for the best connected
 * @signs: whether positions decide how long edges are
 */
typedef struct
{
  HearsayLayoutType type;
  guint32 seed;
  guint n_threads;
  double aspect;
  const HearsayPoint *start;
  const gboolean *pinned;
  const HearsayNodeSize *sizes;
  gint32 centre;
  HearsayLayoutSigns signs;
} HearsayLayoutOptions;

#define HEARSAY_LAYOUT_OPTIONS_INIT { HEARSAY_LAYOUT_STRESS, 1, 1, 0.0, NULL, NULL, NULL, -1, HEARSAY_LAYOUT_SIGNS_AUTO }

gboolean    hearsay_layout_run            (const HearsayNetwork       *network,
                                           const HearsayLayoutOptions *options,
                                           HearsayPoint               *positions,
                                           GCancellable               *cancellable,
                                           GError                    **error);
gboolean    hearsay_layout_part_overlaps  (guint                       n,
                                           const HearsayNodeSize      *sizes,
                                           const gboolean             *pinned,
                                           HearsayPoint               *positions,
                                           GCancellable               *cancellable,
                                           GError                    **error);
const char *hearsay_layout_type_to_string (HearsayLayoutType           type);
gboolean    hearsay_layout_type_parse     (const char                 *string,
                                           HearsayLayoutType          *type);

G_END_DECLS
