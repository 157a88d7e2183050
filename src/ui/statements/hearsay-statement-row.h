/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT_ROW (hearsay_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementRow, hearsay_statement_row, HEARSAY, STATEMENT_ROW, GtkWidget)

GtkWidget *hearsay_statement_row_new           (void);
void       hearsay_statement_row_set_statement (HearsayStatementRow *self,
                                                HearsayStatement    *statement);

G_END_DECLS
