/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ARTICLE_TEXT (hearsay_article_text_get_type ())
G_DECLARE_FINAL_TYPE (HearsayArticleText, hearsay_article_text, HEARSAY, ARTICLE_TEXT, GtkTextView)

/* Properties: session, narrow.
 * Signal “shown-changed”: other statements are to be seen in the article than before.
 *
 * The text of the session's article with its statements: tint behind what was said, a bar and a chip in the margin,
 * the words that the fields were read from underlined. Nothing of it is in the buffer: it is painted for the lines in
 * sight, so that neither a long text nor many statements cost anything. */

GtkWidget        *hearsay_article_text_new          (void);
void              hearsay_article_text_set_header   (HearsayArticleText *self,
                                                     GtkWidget          *header);
const GPtrArray  *hearsay_article_text_get_shown    (HearsayArticleText *self); /* of HearsayStatement, in text order */
HearsayStatement *hearsay_article_text_find         (HearsayArticleText *self,
                                                     guint               offset);
void              hearsay_article_text_scroll_to    (HearsayArticleText *self,
                                                     guint               offset);
void              hearsay_article_text_get_in_sight (HearsayArticleText *self,
                                                     guint              *first,
                                                     guint              *last);
guint             hearsay_article_text_get_length   (HearsayArticleText *self);
gboolean          hearsay_article_text_search       (HearsayArticleText *self,
                                                     const char         *words,
                                                     gboolean            backward);

G_END_DECLS
