/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store-private.h"

G_BEGIN_DECLS

/*
 * What a person's word about actors changes, as one step. @moves (element-type
 * HearsayMove) is where the actors in question stand, as the file has it. None
 * of these changes anything but @step; NULL where nothing would change.
 */
HearsayStep *_hearsay_step_new_merge       (HearsayStore      *store,
                                            HearsayActor      *into,
                                            GPtrArray         *others,
                                            GPtrArray         *moves) G_GNUC_WARN_UNUSED_RESULT;
HearsayStep *_hearsay_step_new_split       (HearsayStore      *store,
                                            HearsayActor      *actor,
                                            GHashTable        *articles,
                                            GPtrArray         *moves,
                                            HearsayActor     **other) G_GNUC_WARN_UNUSED_RESULT;
HearsayStep *_hearsay_step_new_split_name  (HearsayStore      *store,
                                            HearsayActor      *actor,
                                            const char        *name,
                                            GPtrArray         *moves,
                                            HearsayActor     **other) G_GNUC_WARN_UNUSED_RESULT;
HearsayStep *_hearsay_step_new_kind        (HearsayStore      *store,
                                            HearsayActor      *actor,
                                            HearsayActorKind   kind,
                                            GPtrArray         *moves) G_GNUC_WARN_UNUSED_RESULT;
HearsayStep *_hearsay_step_new_name        (HearsayStore      *store,
                                            HearsayActor      *actor,
                                            const char        *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
