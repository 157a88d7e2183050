/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"
#include "ui/statements/hearsay-statement-order.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT_CELL (hearsay_statement_cell_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementCell, hearsay_statement_cell, HEARSAY, STATEMENT_CELL, GtkWidget)

GtkWidget *hearsay_statement_cell_new           (HearsayColumn         column);
void       hearsay_statement_cell_set_statement (HearsayStatementCell *self,
                                                 HearsayStatement     *statement);

GtkWidget *hearsay_statement_pill_new              (void);
void       hearsay_statement_pill_set              (GtkWidget            *pill,
                                                 HearsayStance        *stance);
void       hearsay_statement_pill_set_position     (GtkWidget            *pill,
                                                    HearsayPosition       position);

G_END_DECLS
