/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ACTOR_LIST (hearsay_actor_list_get_type ())
G_DECLARE_FINAL_TYPE (HearsayActorList, hearsay_actor_list, HEARSAY, ACTOR_LIST, GObject)

/* A list model of HearsayActor: those that the articles name, by the number of their statements.
 * It follows the collection and the query in slices of the main loop.
 * Signal “ready”: the list is that of the present query. */

HearsayActorList *hearsay_actor_list_new            (HearsayCollection *collection) G_GNUC_WARN_UNUSED_RESULT;
void              hearsay_actor_list_set_query      (HearsayActorList  *self,
                                                     const char        *query);
guint             hearsay_actor_list_get_n_mentions (HearsayActorList  *self,
                                                     HearsayActor      *actor);
gboolean          hearsay_actor_list_is_ready       (HearsayActorList  *self);
gboolean          hearsay_actor_list_has_query      (HearsayActorList  *self);

G_END_DECLS
