/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_RANGE_STRIP (hearsay_range_strip_get_type ())
G_DECLARE_FINAL_TYPE (HearsayRangeStrip, hearsay_range_strip, HEARSAY, RANGE_STRIP, GtkWidget)

/* Signal “changed” (double first, double end): the frame was moved by hand; in days since 1970-01-01. */

GtkWidget *hearsay_range_strip_new          (gboolean           compact) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_range_strip_set_timeline (HearsayRangeStrip *self,
                                             HearsayTimeline   *timeline);
void       hearsay_range_strip_set_range    (HearsayRangeStrip *self,
                                             double             first,
                                             double             end);
void       hearsay_range_strip_get_range    (HearsayRangeStrip *self,
                                             double            *first,
                                             double            *end);
gboolean   hearsay_range_strip_get_extent   (HearsayRangeStrip *self,
                                             double            *first,
                                             double            *end);

G_END_DECLS
