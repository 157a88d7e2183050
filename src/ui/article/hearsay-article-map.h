/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/article/hearsay-article-text.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ARTICLE_MAP (hearsay_article_map_get_type ())
G_DECLARE_FINAL_TYPE (HearsayArticleMap, hearsay_article_map, HEARSAY, ARTICLE_MAP, GtkWidget)

/* Property: session. The whole article in miniature: a tick a statement, a frame around what is in sight. A click
 * jumps there. */

GtkWidget *hearsay_article_map_new      (void);
void       hearsay_article_map_set_text (HearsayArticleMap  *self,
                                         HearsayArticleText *text);

G_END_DECLS
