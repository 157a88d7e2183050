/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-article.h"
#include "model/hearsay-object-list.h"

G_BEGIN_DECLS

HearsayObjectList *_hearsay_article_get_list        (HearsayArticle   *self);
void               _hearsay_article_attach          (HearsayArticle   *self,
                                                     HearsayStatement *statement);
void               _hearsay_article_detach          (HearsayArticle   *self,
                                                     HearsayStatement *statement);
void               _hearsay_article_set_removed     (HearsayArticle   *self,
                                                     gboolean          removed);
void               _hearsay_article_status_changed  (HearsayArticle   *self,
                                                     HearsayStatement *statement,
                                                     HearsayStatus     old_status);
void               _hearsay_statement_set_removed   (HearsayStatement *statement,
                                                     gboolean          removed);
void               _hearsay_statement_forget_article (HearsayStatement *statement);

G_END_DECLS
