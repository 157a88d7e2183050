/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARSAY_TYPE_EMPTY_PAGE (hearsay_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (HearsayEmptyPage, hearsay_empty_page, HEARSAY, EMPTY_PAGE, GtkWidget)

/* The first start: what the program does, and two ways in. */

void hearsay_empty_page_set_narrow (HearsayEmptyPage *self,
                                    gboolean          narrow);

G_END_DECLS
