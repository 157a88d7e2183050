/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/actors/hearsay-actor-list.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ACTOR_ITEM (hearsay_actor_item_get_type ())
G_DECLARE_FINAL_TYPE (HearsayActorItem, hearsay_actor_item, HEARSAY, ACTOR_ITEM, GtkWidget)

/* One actor in a list: who it is, and how often it speaks and is named. */

GtkWidget    *hearsay_actor_item_new       (void);
HearsayActor *hearsay_actor_item_get_actor (HearsayActorItem *self); /* nullable */
void          hearsay_actor_item_set_actor (HearsayActorItem *self,
                                            HearsayActor     *actor,
                                            guint             n_mentions);

G_END_DECLS
