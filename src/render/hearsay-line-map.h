/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-layout.h"
#include "render/hearsay-box-grid.h"

G_BEGIN_DECLS

typedef struct _HearsayLineMap HearsayLineMap;

HearsayLineMap *hearsay_line_map_new     (const HearsayBox     *bounds) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_line_map_free    (HearsayLineMap       *self);
void            hearsay_line_map_add     (HearsayLineMap       *self,
                                          const HearsayPoint   *points,
                                          guint                 n_points);
gboolean        hearsay_line_map_crosses (const HearsayLineMap *self,
                                          const HearsayBox     *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayLineMap, hearsay_line_map_free)

G_END_DECLS
