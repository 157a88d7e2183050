/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/statements/hearsay-statement-order.h"
#include "ui/hearsay-session.h"

G_BEGIN_DECLS

void                hearsay_statement_columns_add  (GtkColumnView  *view,
                                                    HearsaySession *session);
void                hearsay_statement_columns_fit  (GtkColumnView  *view,
                                                    int             width);
GtkListItemFactory *hearsay_statement_rows_factory_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
