/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-article.h"
#include "model/hearsay-object-list.h"
#include "model/hearsay-text-map.h"

G_BEGIN_DECLS

/**
 * HearsayArticle:
 *
 * An article: its text, what is known about it, and the statements found in it.
 */
struct _HearsayArticle
{
  GObject parent_instance;

  char *id;
  char *source;
  char *title;
  char *display_title;
  char *byline;
  char *publisher;
  char *section;
  char *language;
  char *text;
  char *error;
  HearsayDate published;
  HearsayArticleState state;
  HearsayTextMap *map;
  HearsayObjectList *statements;
  GHashTable *attached; /* every living statement that points here, listed or not */
  GArray *mentions;
  GArray *relations;
  guint counts[HEARSAY_N_POSITIONS];
  gboolean counted;
};

HearsayObjectList *_hearsay_article_get_list        (HearsayArticle   *self);
void               _hearsay_article_init_facts      (HearsayArticle   *self);
void               _hearsay_article_notify_counts   (HearsayArticle   *self);
void               _hearsay_article_forget_statements (HearsayArticle *self);
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
