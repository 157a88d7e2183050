/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARSAY_TYPE_WRAP_LAYOUT (hearsay_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (HearsayWrapLayout, hearsay_wrap_layout, HEARSAY, WRAP_LAYOUT, GtkLayoutManager)

/* Children in lines, like words, 6 pixels apart. */

GtkLayoutManager *hearsay_wrap_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
