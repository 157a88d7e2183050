/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ARTICLE_VIEW (hearsay_article_view_get_type ())
G_DECLARE_FINAL_TYPE (HearsayArticleView, hearsay_article_view, HEARSAY, ARTICLE_VIEW, GtkWidget)

/* Properties: session, narrow. The session's article with its statements, the map beside it, and the inspector. */

GtkWidget *hearsay_article_view_new (void);

G_END_DECLS
