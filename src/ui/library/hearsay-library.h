/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-importer.h"
#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_LIBRARY (hearsay_library_get_type ())
G_DECLARE_FINAL_TYPE (HearsayLibrary, hearsay_library, HEARSAY, LIBRARY, GtkWidget)

/* Properties: session, importer, narrows: whether the selected articles narrow the views; else the selected one is
 * the one that is read. */

GtkWidget *hearsay_library_new            (void);
void       hearsay_library_focus_search   (HearsayLibrary *self);
void       hearsay_library_remove_selected (HearsayLibrary *self);

G_END_DECLS
