/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

void hearsay_timeline_arrange (HearsayTimeline           *self,
                               const HearsayTimelineLane *lanes,
                               guint                      n_lanes,
                               const HearsayLaneLayout   *layout);

G_END_DECLS
