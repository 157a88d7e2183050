/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkSorter *hearsay_library_sort_new (GtkWidget *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
