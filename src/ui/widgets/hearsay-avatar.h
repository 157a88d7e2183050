/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-actor.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_AVATAR (hearsay_avatar_get_type ())
G_DECLARE_FINAL_TYPE (HearsayAvatar, hearsay_avatar, HEARSAY, AVATAR, GtkWidget)

/* Properties: actor (nullable: an unknown speaker), size (pixels). Says who an actor is by shape, colour and initials. */

GtkWidget    *hearsay_avatar_new       (int            size);
HearsayActor *hearsay_avatar_get_actor (HearsayAvatar *self);
void          hearsay_avatar_set_actor (HearsayAvatar *self,
                                        HearsayActor  *actor);
void          hearsay_avatar_set_size  (HearsayAvatar *self,
                                        int            size);

G_END_DECLS
