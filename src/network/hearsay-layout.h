/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "network/hearsay-network.h"

G_BEGIN_DECLS

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
 * HearsayLayoutOptions:
 * @seed: same seed, same picture
 * @n_threads: does not change the result
 * @aspect: width / height that the drawing should fill; 0 for 1.6
 * @start: (nullable): positions to begin from, one a node; NAN where a node is new
 * @pinned: (nullable): nodes that may not move from @start
 * @sizes: (nullable): one a node; overlaps are removed when given
 * @centre: node in the middle of a radial layout, or -1 for the best connected
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
} HearsayLayoutOptions;

#define HEARSAY_LAYOUT_OPTIONS_INIT { HEARSAY_LAYOUT_STRESS, 1, 1, 0.0, NULL, NULL, NULL, -1 }

gboolean    hearsay_layout_run            (const HearsayNetwork       *network,
                                           const HearsayLayoutOptions *options,
                                           HearsayPoint               *positions,
                                           GCancellable               *cancellable,
                                           GError                    **error);
const char *hearsay_layout_type_to_string (HearsayLayoutType           type);
gboolean    hearsay_layout_type_parse     (const char                 *string,
                                           HearsayLayoutType          *type);

G_END_DECLS
