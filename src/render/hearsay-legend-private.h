/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-legend.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_LEGEND_NODE,
  HEARSAY_LEGEND_EDGE,
  HEARSAY_LEGEND_PLAIN_EDGE,
  HEARSAY_LEGEND_FACT,
  HEARSAY_LEGEND_WEIGHT,
  HEARSAY_LEGEND_SHAPE,
  HEARSAY_LEGEND_STANCE,
  HEARSAY_LEGEND_HOLLOW,
  HEARSAY_LEGEND_SCALE, /* colours of a measure */
  HEARSAY_LEGEND_SIZES,
  HEARSAY_LEGEND_WORDS, /* no icon: a heading */
} HearsayLegendIcon;

typedef struct
{
  HearsayLegendIcon icon;
  int value;
  char *label;
  double x;
  double y;
  double width;
} HearsayLegendItem;

struct _HearsayLegend
{
  GArray *items;
  double text_size;
  gboolean directed;
};

G_END_DECLS
