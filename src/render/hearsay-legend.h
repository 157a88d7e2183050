/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>

#include "network/hearsay-network.h"
#include "render/hearsay-palette.h"
#include "timeline/hearsay-packing.h"

G_BEGIN_DECLS

typedef struct _HearsayLegend HearsayLegend;

HearsayLegend *hearsay_legend_new_network  (const HearsayNetwork  *network,
                                            double                 text_size) G_GNUC_WARN_UNUSED_RESULT;
HearsayLegend *hearsay_legend_new_timeline (const HearsayTimeline *timeline,
                                            HearsayTimelineMode    mode,
                                            double                 text_size) G_GNUC_WARN_UNUSED_RESULT;
void           hearsay_legend_add_colours  (HearsayLegend         *self,
                                            const char            *name,
                                            double                 most);
void           hearsay_legend_add_sizes    (HearsayLegend         *self,
                                            const char            *name,
                                            double                 most);
void           hearsay_legend_free         (HearsayLegend         *self);
double         hearsay_legend_measure      (HearsayLegend         *self,
                                            double                 max_width,
                                            double                *width);
void           hearsay_legend_paint        (HearsayLegend         *self,
                                            cairo_t               *cr,
                                            HearsayStyle           style,
                                            double                 x,
                                            double                 y);
char          *hearsay_legend_to_string    (const HearsayLegend   *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayLegend, hearsay_legend_free)

G_END_DECLS
