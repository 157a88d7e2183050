/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "model/hearsay-collection.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

/*
 * Who of an article is whom in the collection: an index of the actors by the keys
 * of their names, and what people have decided about names. Main thread only.
 */
typedef struct _HearsayJoin HearsayJoin;

HearsayJoin           *hearsay_join_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void                   hearsay_join_free            (HearsayJoin           *self);
void                   hearsay_join_add_actor       (HearsayJoin           *self,
                                                     HearsayActor          *actor);
void                   hearsay_join_add_name        (HearsayJoin           *self,
                                                     HearsayActor          *actor,
                                                     const char            *name);
void                   hearsay_join_remove_name     (HearsayJoin           *self,
                                                     HearsayActor          *actor,
                                                     const char            *name);
void                   hearsay_join_remove_actor    (HearsayJoin           *self,
                                                     HearsayActor          *actor);
const HearsayIdentity *hearsay_join_get_identity    (HearsayJoin           *self,
                                                     const HearsayIdentity *identity);
void                   hearsay_join_set_identity    (HearsayJoin           *self,
                                                     const HearsayIdentity *identity);
void                   hearsay_join_remove_identity (HearsayJoin           *self,
                                                     const HearsayIdentity *identity);
HearsayActor          *hearsay_join_follow          (HearsayJoin           *self,
                                                     HearsayCollection     *collection,
                                                     HearsayActor          *actor);
HearsayActor          *hearsay_join_find            (HearsayJoin           *self,
                                                     HearsayCollection     *collection,
                                                     const HearsayAnalysis *analysis,
                                                     guint                  actor,
                                                     const char *const     *acronyms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayJoin, hearsay_join_free)

G_END_DECLS
