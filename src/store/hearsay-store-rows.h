/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-database.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

gboolean            hearsay_store_rows_write_actor     (HearsayDatabase     *database,
                                                        HearsayActorRow     *actor,
                                                        GError             **error);
gboolean            hearsay_store_rows_write_issue     (HearsayDatabase       *database,
                                                        const HearsayIssueRow *issue,
                                                        GError               **error);
gboolean            hearsay_store_rows_teach_issue     (HearsayDatabase       *database,
                                                        const HearsayIssueRow *issue,
                                                        GError               **error);
gboolean            hearsay_store_rows_write_shown     (HearsayDatabase          *database,
                                                        const HearsayStoreRecord *record,
                                                        gint64                    key,
                                                        GError                  **error);
gboolean            hearsay_store_rows_link_issues     (HearsayDatabase          *database,
                                                        const HearsayStoreRecord *record,
                                                        gint64                    key,
                                                        GError                  **error);
gboolean            hearsay_store_rows_find_issue_articles (HearsayDatabase       *database,
                                                            const HearsayIssueRow *issue,
                                                            GHashTable            *ids,
                                                            GError               **error);
GPtrArray          *hearsay_store_rows_read_issue_names (HearsayDatabase    *database,
                                                         const char         *issue_id,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            hearsay_store_rows_find_article    (HearsayDatabase     *database,
                                                        const char          *id,
                                                        gint64              *key,
                                                        GError             **error);
gboolean            hearsay_store_rows_write_article   (HearsayDatabase     *database,
                                                        HearsayStoreRecord  *record,
                                                        GError             **error);
gboolean            hearsay_store_rows_set_removed     (HearsayDatabase     *database,
                                                        const char          *article_id,
                                                        gboolean             removed,
                                                        GError             **error);
gboolean            hearsay_store_rows_purge           (HearsayDatabase     *database,
                                                        GError             **error);
gboolean            hearsay_store_rows_write_decision  (HearsayDatabase     *database,
                                                        HearsayDecision     *decision,
                                                        const char          *at,
                                                        const char          *author,
                                                        GError             **error);
gboolean            hearsay_store_rows_move_decision   (HearsayDatabase     *database,
                                                        HearsayDecision     *decision,
                                                        GError             **error);
gboolean            hearsay_store_rows_write_log       (HearsayDatabase     *database,
                                                        const char          *at,
                                                        const char          *author,
                                                        const char          *action,
                                                        const char          *subject,
                                                        const char          *detail,
                                                        GError             **error);

gboolean            hearsay_store_rows_write_identity  (HearsayDatabase     *database,
                                                        HearsayIdentity     *identity,
                                                        const char          *at,
                                                        const char          *author,
                                                        GError             **error);
gboolean            hearsay_store_rows_write_alias     (HearsayDatabase     *database,
                                                        const char          *actor_id,
                                                        const char          *alias,
                                                        GError             **error);
gboolean            hearsay_store_rows_delete_alias    (HearsayDatabase     *database,
                                                        const char          *actor_id,
                                                        const char          *alias,
                                                        GError             **error);
gboolean            hearsay_store_rows_move_actor      (HearsayDatabase     *database,
                                                        const HearsayMove   *move,
                                                        gboolean             back,
                                                        GError             **error);

GPtrArray          *hearsay_store_rows_read_identities (HearsayDatabase     *database,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hearsay_store_rows_read_aliases    (HearsayDatabase     *database,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hearsay_store_rows_read_moves      (HearsayDatabase     *database,
                                                        const char          *actor_id,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hearsay_store_rows_read_actors     (HearsayDatabase     *database,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hearsay_store_rows_read_issues     (HearsayDatabase     *database,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hearsay_store_rows_read_decisions  (HearsayDatabase     *database,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GArray             *hearsay_store_rows_read_keys       (HearsayDatabase     *database,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayStoreRecord *hearsay_store_rows_read_article    (HearsayDatabase     *database,
                                                        gint64               key,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
