/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-article.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_LIBRARY_ROW (hearsay_library_row_get_type ())
G_DECLARE_FINAL_TYPE (HearsayLibraryRow, hearsay_library_row, HEARSAY, LIBRARY_ROW, GtkWidget)

/* One article of the library: ready, on its way (spinner), or not readable (warning sign, reason, Retry and Remove:
 * actions “library.retry” and “library.remove-row” with the article's id). */

GtkWidget      *hearsay_library_row_new         (void);
HearsayArticle *hearsay_library_row_get_article (HearsayLibraryRow *self);
void            hearsay_library_row_set_article (HearsayLibraryRow *self,
                                                 HearsayArticle    *article);
void            hearsay_library_row_set_query   (HearsayLibraryRow *self,
                                                 const char        *query);

G_END_DECLS
