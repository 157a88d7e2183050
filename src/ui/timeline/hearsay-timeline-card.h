/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "model/hearsay-collection.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_TIMELINE_CARD (hearsay_timeline_card_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTimelineCard, hearsay_timeline_card, HEARSAY, TIMELINE_CARD, AdwBin)

GtkWidget *hearsay_timeline_card_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_timeline_card_show (HearsayTimelineCard *self,
                                       HearsayStatement    *statement,
                                       gpointer             target,
                                       guint                n_more);

G_END_DECLS
