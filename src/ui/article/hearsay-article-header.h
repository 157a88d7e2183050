/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ARTICLE_HEADER (hearsay_article_header_get_type ())
G_DECLARE_FINAL_TYPE (HearsayArticleHeader, hearsay_article_header, HEARSAY, ARTICLE_HEADER, GtkWidget)

/* Property: session. Section, title, publisher and date, and the speakers of the session's article. */

GtkWidget *hearsay_article_header_new (void);

G_END_DECLS
