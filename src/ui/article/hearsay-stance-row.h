/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-stance.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STANCE_ROW (hearsay_stance_row_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStanceRow, hearsay_stance_row, HEARSAY, STANCE_ROW, GtkWidget)

/* One stance of a statement: target, how sure, and which of support, neutral and oppose. */

GtkWidget *hearsay_stance_row_new  (HearsayStance *stance);
GtkWidget *hearsay_stance_pill_new (HearsayStance *stance);

G_END_DECLS
