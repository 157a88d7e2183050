/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ACTORS_WINDOW (hearsay_actors_window_get_type ())
G_DECLARE_FINAL_TYPE (HearsayActorsWindow, hearsay_actors_window, HEARSAY, ACTORS_WINDOW, AdwWindow)

/* Who is who in the collection: a list with search beside what is known of one actor; merging, splitting,
 * naming.
 * Actions: actors.merge, actors.rename (s), actors.set-kind (s), actors.split-name (s), actors.split-article (s: id),
 * actors.show (s: id of an actor), actors.statements, actors.back, actors.search, actors.undo, actors.redo. */

GtkWidget *hearsay_actors_window_new        (HearsaySession      *session);
void       hearsay_actors_window_show_actor (HearsayActorsWindow *self,
                                             HearsayActor        *actor);
gboolean   hearsay_actors_window_is_settled (HearsayActorsWindow *self); /* nothing is asked or counted now */

G_END_DECLS
