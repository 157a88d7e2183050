/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT_LIST (hearsay_statement_list_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementList, hearsay_statement_list, HEARSAY, STATEMENT_LIST, GObject)

HearsayStatementList *hearsay_statement_list_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                  hearsay_statement_list_replace   (HearsayStatementList *self,
                                                        GPtrArray            *statements);
HearsayStatement    **hearsay_statement_list_get_items (HearsayStatementList *self);
gboolean              hearsay_statement_list_find      (HearsayStatementList *self,
                                                        HearsayStatement     *statement,
                                                        guint                *position);

G_END_DECLS
