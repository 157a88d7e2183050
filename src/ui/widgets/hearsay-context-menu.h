/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hearsay_context_menu_popup (GtkWidget  *owner,
                                 GtkWidget  *focus,
                                 GMenuModel *model,
                                 double      x,
                                 double      y);

G_END_DECLS
