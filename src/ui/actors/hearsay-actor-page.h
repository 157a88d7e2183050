/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/actors/hearsay-actor-list.h"
#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ACTOR_PAGE (hearsay_actor_page_get_type ())
G_DECLARE_FINAL_TYPE (HearsayActorPage, hearsay_actor_page, HEARSAY, ACTOR_PAGE, GtkWidget)

/* What is known of one actor, and can be said about it.
 * Actions used: actors.rename (s), actors.set-kind (s), actors.show (s: id of another), actors.statements, and those of
 * HearsayActorNames. */

GtkWidget    *hearsay_actor_page_new       (void);
HearsayActor *hearsay_actor_page_get_actor (HearsayActorPage *self); /* nullable */
void          hearsay_actor_page_set_actor (HearsayActorPage *self,
                                            HearsayStore     *store,
                                            HearsayActor     *actor);
void          hearsay_actor_page_set_n_mentions (HearsayActorPage *self,
                                            guint             n_mentions);
gboolean      hearsay_actor_page_is_ready  (HearsayActorPage *self);

G_END_DECLS
