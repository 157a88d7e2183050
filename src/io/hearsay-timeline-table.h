/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "timeline/hearsay-timeline.h"
#include "timeline/hearsay-totals.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_TABLE_CSV,
  HEARSAY_TABLE_JSON,
} HearsayTableForm;

void hearsay_timeline_table_append_curves (const HearsayTimeline *timeline,
                                           gboolean               stepped,
                                           HearsayTableForm       form,
                                           GString               *out);
void hearsay_timeline_table_append_totals (const HearsayTimeline *timeline,
                                           HearsayTotalUnit       unit,
                                           HearsayTableForm       form,
                                           GString               *out);

G_END_DECLS
