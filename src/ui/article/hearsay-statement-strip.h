/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT_STRIP (hearsay_statement_strip_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatementStrip, hearsay_statement_strip, HEARSAY, STATEMENT_STRIP, GtkWidget)

/* Property: session. The statement in focus in a narrow window: who, when, where they stand, and what one can do. */

GtkWidget *hearsay_statement_strip_new (void);

G_END_DECLS
