/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hearsay_bar_new_scroller (GtkWidget *bar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
