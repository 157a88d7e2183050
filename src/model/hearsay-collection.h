/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-actor.h"
#include "model/hearsay-article.h"
#include "model/hearsay-issue.h"
#include "model/hearsay-stance.h"
#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_COLLECTION (hearsay_collection_get_type ())
G_DECLARE_FINAL_TYPE (HearsayCollection, hearsay_collection, HEARSAY, COLLECTION, GObject)

/* Properties: articles, actors, issues, statements (all GListModel).
 * Signal “changed”: statements were added, removed or changed their status; emitted once for each batch. */

HearsayCollection *hearsay_collection_new              (void) G_GNUC_WARN_UNUSED_RESULT;
GListModel        *hearsay_collection_get_articles     (HearsayCollection *self);
GListModel        *hearsay_collection_get_actors       (HearsayCollection *self);
GListModel        *hearsay_collection_get_issues       (HearsayCollection *self);
GListModel        *hearsay_collection_get_statements   (HearsayCollection *self); /* of all articles; article order, then text order */
HearsayArticle    *hearsay_collection_find_article     (HearsayCollection *self,
                                                        const char        *id);
HearsayActor      *hearsay_collection_find_actor       (HearsayCollection *self,
                                                        const char        *id);
HearsayIssue      *hearsay_collection_find_issue       (HearsayCollection *self,
                                                        const char        *id);
gboolean           hearsay_collection_has_target       (HearsayCollection *self,
                                                        gpointer           target); /* whether a statement is about it */
HearsayStatement  *hearsay_collection_find_statement   (HearsayCollection *self,
                                                        const char        *id);

/* Called by the store only, on the main thread. */
void               hearsay_collection_add_actor        (HearsayCollection *self,
                                                        HearsayActor      *actor);
void               hearsay_collection_add_issue        (HearsayCollection *self,
                                                        HearsayIssue      *issue);
void               hearsay_collection_add_article      (HearsayCollection *self,
                                                        HearsayArticle    *article); /* with its statements */
void               hearsay_collection_remove_article   (HearsayCollection *self,
                                                        HearsayArticle    *article);
void               hearsay_collection_splice_articles  (HearsayCollection *self,
                                                        guint              position,
                                                        guint              n_removals,
                                                        HearsayArticle   **additions,
                                                        guint              n_additions);
gboolean           hearsay_collection_find_position    (HearsayCollection *self,
                                                        HearsayArticle    *article,
                                                        guint             *position);
void               hearsay_collection_freeze           (HearsayCollection *self); /* nests; “changed” waits for the last thaw */
void               hearsay_collection_thaw             (HearsayCollection *self);
void               hearsay_collection_touch            (HearsayCollection *self); /* “changed”, now or at the thaw */

G_END_DECLS
