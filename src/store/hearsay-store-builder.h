/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "store/hearsay-issue-rules.h"
#include "store/hearsay-store-join.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

gboolean            hearsay_store_builder_is_sound      (const HearsayAnalysis *analysis);
HearsayStoreRecord *hearsay_store_builder_assign        (HearsayCollection  *collection,
                                                         HearsayJoin        *join,
                                                         HearsayIssueRules  *rules,
                                                         HearsayAnalysis    *analysis,
                                                         HearsayArticle     *article) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_store_builder_affiliate     (HearsayCollection  *collection,
                                                         HearsayStoreRecord *record);
void                hearsay_store_builder_fill          (HearsayCollection  *collection,
                                                         HearsayArticle     *article,
                                                         HearsayStoreRecord *record,
                                                         GPtrArray          *decisions);
char               *hearsay_store_builder_make_issue_id (const char         *name) G_GNUC_WARN_UNUSED_RESULT;
HearsayArticle     *hearsay_store_builder_new_article   (HearsayAnalysis    *analysis) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_store_builder_add_actors    (HearsayCollection  *collection,
                                                         GPtrArray          *rows);
HearsayActorRow    *hearsay_store_builder_make_row      (HearsayActor       *actor) G_GNUC_WARN_UNUSED_RESULT;
guint               hearsay_store_builder_give_colours  (HearsayArticle     *article,
                                                         guint               next_colour);
void                hearsay_store_builder_match         (HearsayArticle     *article,
                                                         HearsayStoreRecord *record,
                                                         GPtrArray          *decisions);

G_END_DECLS
