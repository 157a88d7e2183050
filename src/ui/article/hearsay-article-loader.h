/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARSAY_TYPE_ARTICLE_LOADER (hearsay_article_loader_get_type ())
G_DECLARE_FINAL_TYPE (HearsayArticleLoader, hearsay_article_loader, HEARSAY, ARTICLE_LOADER, GObject)

/* Signal “progress”: more of the text is in the buffer.
 *
 * Puts a text into a buffer: what fills a page at once, the rest in slices. */

HearsayArticleLoader *hearsay_article_loader_new        (GtkTextBuffer        *buffer) G_GNUC_WARN_UNUSED_RESULT;
void                  hearsay_article_loader_load       (HearsayArticleLoader *self,
                                                         const char           *text,
                                                         GObject              *owner);
gboolean              hearsay_article_loader_is_done    (HearsayArticleLoader *self);
guint                 hearsay_article_loader_get_length (HearsayArticleLoader *self); /* characters of the whole text */
void                  hearsay_article_loader_flush      (HearsayArticleLoader *self);

G_END_DECLS
