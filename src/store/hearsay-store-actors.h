/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store-record.h"
#include "store/hearsay-store.h"

G_BEGIN_DECLS

/* What a person says about who somebody is: one step each that can be taken back, and that
 * teaches the next import. The file is read and written on the writer's thread; the articles
 * that have other actors then are made anew in slices of the main loop. */

void          hearsay_store_merge_actors_async   (HearsayStore         *self,
                                                  HearsayActor         *into,
                                                  HearsayActor        **others,
                                                  guint                 n_others,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void          hearsay_store_split_actor_async    (HearsayStore         *self,
                                                  HearsayActor         *actor,
                                                  const char *const    *article_ids,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void          hearsay_store_split_name_async     (HearsayStore         *self,
                                                  HearsayActor         *actor,
                                                  const char           *name,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void          hearsay_store_set_actor_kind_async (HearsayStore         *self,
                                                  HearsayActor         *actor,
                                                  HearsayActorKind      kind,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean      hearsay_store_change_actors_finish (HearsayStore         *self,
                                                  GAsyncResult         *result,
                                                  HearsayActor        **other,
                                                  GError              **error);
void          hearsay_store_rename_actor         (HearsayStore         *self,
                                                  HearsayActor         *actor,
                                                  const char           *name);
gboolean      hearsay_store_merge_actors         (HearsayStore         *self,
                                                  HearsayActor         *into,
                                                  HearsayActor        **others,
                                                  guint                 n_others,
                                                  GError              **error);
HearsayActor *hearsay_store_split_actor          (HearsayStore         *self,
                                                  HearsayActor         *actor,
                                                  HearsayArticle      **articles,
                                                  guint                 n_articles,
                                                  GError              **error);
gboolean      hearsay_store_is_rebuilding        (HearsayStore         *self);
void          hearsay_store_read_places_async    (HearsayStore         *self,
                                                  HearsayActor         *actor,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray    *hearsay_store_read_places_finish   (HearsayStore         *self,
                                                  GAsyncResult         *result,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
