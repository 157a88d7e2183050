/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-article.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT_LIST (hearsay_statement_list_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementList, hearsay_statement_list, HEARSAY, STATEMENT_LIST, GObject)

HearsayStatementList *hearsay_statement_list_new  (GListModel           *articles) G_GNUC_WARN_UNUSED_RESULT;
HearsayStatement     *hearsay_statement_list_peek (HearsayStatementList *self,
                                                   guint                 position);

G_END_DECLS
