/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENTS_VIEW (hearsay_statements_view_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementsView, hearsay_statements_view, HEARSAY, STATEMENTS_VIEW, GtkWidget)

/* Property: session (construct only).
 * Actions: view.search, view.accept, view.reject, view.show-in-network. */

GtkWidget *hearsay_statements_view_new (HearsaySession *session);

G_END_DECLS
