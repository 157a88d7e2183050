/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"
#include "ui/statements/hearsay-statement-order.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT_TABLE (hearsay_statement_table_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementTable, hearsay_statement_table, HEARSAY, STATEMENT_TABLE, GObject)

/* A GListModel and GtkSelectionModel. Property: busy (sorting is under way). */

HearsayStatementTable *hearsay_statement_table_new       (HearsaySession        *session) G_GNUC_WARN_UNUSED_RESULT;
void                   hearsay_statement_table_set_order (HearsayStatementTable *self,
                                                          const HearsayOrderKey *keys,
                                                          guint                  n_keys);
gboolean               hearsay_statement_table_find      (HearsayStatementTable *self,
                                                          HearsayStatement      *statement,
                                                          guint                 *position);

G_END_DECLS
