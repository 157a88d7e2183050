/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ACTOR_NAMES (hearsay_actor_names_get_type ())
G_DECLARE_FINAL_TYPE (HearsayActorNames, hearsay_actor_names, HEARSAY, ACTOR_NAMES, AdwPreferencesGroup)

/* The names by which articles call an actor, each with its articles, and what is somebody else's split off.
 * Actions used: actors.split-name (s: the name), actors.split-article (s: id of the article). */

GtkWidget *hearsay_actor_names_new       (void);
void       hearsay_actor_names_set_actor (HearsayActorNames *self,
                                          HearsayStore      *store,
                                          HearsayActor      *actor);
gboolean   hearsay_actor_names_is_ready  (HearsayActorNames *self);

G_END_DECLS
