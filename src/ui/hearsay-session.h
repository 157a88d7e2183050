/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "store/hearsay-store.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_SESSION (hearsay_session_get_type ())
G_DECLARE_FINAL_TYPE (HearsaySession, hearsay_session, HEARSAY, SESSION, GObject)

/* Properties: store, collection, filter, statements, article (the one in the reader), selected-statement (the one in
 * focus).
 * Signals:
 *   “statements-changed”: the list of visible statements is another one; at most once an idle;
 *   “selection-changed”: the selected set or the focus is another one;
 *   “show-statement” (HearsayStatement): somebody wants to read the words;
 *   “toast” (char *message, gboolean undoable): something to tell in passing.
 *
 * What all views share: one filter, one scope, one selection. Main thread only. */

HearsaySession    *hearsay_session_new                    (HearsayStore      *store) G_GNUC_WARN_UNUSED_RESULT;
HearsayStore      *hearsay_session_get_store              (HearsaySession    *self);
HearsayCollection *hearsay_session_get_collection         (HearsaySession    *self);
HearsayFilter     *hearsay_session_get_filter             (HearsaySession    *self);

GListModel        *hearsay_session_get_statements         (HearsaySession    *self); /* in scope and through the filter */
GListModel        *hearsay_session_get_all_days           (HearsaySession    *self); /* the same, whatever days the filter leaves out */
guint              hearsay_session_get_n_in_scope         (HearsaySession    *self); /* the y of “x of y statements” */
void               hearsay_session_flush                  (HearsaySession    *self);

void               hearsay_session_set_scope              (HearsaySession    *self,
                                                           HearsayArticle   **articles,
                                                           guint              n_articles);
const GPtrArray   *hearsay_session_get_scope              (HearsaySession    *self); /* empty: the whole collection */
HearsayArticle    *hearsay_session_get_article            (HearsaySession    *self); /* nullable */
void               hearsay_session_set_article            (HearsaySession    *self,
                                                           HearsayArticle    *article);

void               hearsay_session_select                 (HearsaySession    *self,
                                                           HearsayStatement **statements,
                                                           guint              n_statements);
void               hearsay_session_toggle                 (HearsaySession    *self,
                                                           HearsayStatement  *statement);
void               hearsay_session_extend                 (HearsaySession    *self,
                                                           HearsayStatement  *statement);
const GPtrArray   *hearsay_session_get_selection          (HearsaySession    *self); /* of HearsayStatement, in the order selected */
gboolean           hearsay_session_is_selected            (HearsaySession    *self,
                                                           HearsayStatement  *statement);
HearsayStatement  *hearsay_session_get_selected_statement (HearsaySession    *self); /* nullable */
void               hearsay_session_set_selected_statement (HearsaySession    *self,
                                                           HearsayStatement  *statement);

void               hearsay_session_show_statement         (HearsaySession    *self,
                                                           HearsayStatement  *statement);
void               hearsay_session_set_status             (HearsaySession    *self,
                                                           HearsayStatement **statements,
                                                           guint              n_statements,
                                                           HearsayStatus      status);
void               hearsay_session_toast                  (HearsaySession    *self,
                                                           const char        *message,
                                                           gboolean           undoable);

G_END_DECLS
