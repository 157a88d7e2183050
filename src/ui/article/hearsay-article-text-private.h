/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/article/hearsay-article-loader.h"
#include "ui/article/hearsay-article-text.h"

G_BEGIN_DECLS

/* Pixels. */
#define HEARSAY_ARTICLE_MEASURE 548
#define HEARSAY_ARTICLE_LINE 26
#define HEARSAY_ARTICLE_GUTTER 132
#define HEARSAY_ARTICLE_NARROW_MARGIN 22

/**
 * HearsayGutterMark:
 *
 * Where the margin shows a statement, in buffer coordinates, as it was painted last.
 */
typedef struct
{
  HearsayStatement *statement;
  graphene_rect_t bar;
  graphene_rect_t chip;
} HearsayGutterMark;

struct _HearsayArticleText
{
  GtkTextView parent_instance;

  HearsaySession       *session;
  HearsayArticle       *article;
  HearsayArticleLoader *loader;
  GtkWidget            *header;
  GPtrArray            *shown;
  GArray               *levels;  /* guint8, one a shown statement: how many bars to the left */
  GArray               *gutter;  /* HearsayGutterMark, painted last */
  HearsayStatement     *hovered;
  GtkTextMark          *target;
  guint                 pending; /* offset to scroll to when it is loaded, or G_MAXUINT */
  guint                 place_id;
  gboolean              allocating; /* what is asked for meanwhile is forgotten */
  gboolean              narrow;
};

/* hearsay-article-column.c */
void hearsay_article_text_check_column     (HearsayArticleText *self);
void hearsay_article_text_follow_scrolling (HearsayArticleText *self);

/* hearsay-article-input.c */
void hearsay_article_text_add_controllers (HearsayArticleText *self);

/* hearsay-article-paint.c */
void hearsay_article_text_paint        (HearsayArticleText *self,
                                        GtkSnapshot        *snapshot);

/* hearsay-article-gutter.c */
void hearsay_article_text_paint_gutter (HearsayArticleText *self,
                                        GtkSnapshot        *snapshot,
                                        guint               index,
                                        double              top,
                                        double              bottom,
                                        double             *last_bottoms,
                                        double             *last_chip);

G_END_DECLS
