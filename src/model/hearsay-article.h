/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-types.h"

G_BEGIN_DECLS

/**
 * HearsayArticleState:
 *
 * How far an article has come on its way into the collection.
 */
typedef enum
{
  HEARSAY_ARTICLE_READING,
  HEARSAY_ARTICLE_ANALYSING,
  HEARSAY_ARTICLE_READY,
  HEARSAY_ARTICLE_FAILED,
} HearsayArticleState;

#define HEARSAY_TYPE_ARTICLE (hearsay_article_get_type ())
G_DECLARE_FINAL_TYPE (HearsayArticle, hearsay_article, HEARSAY, ARTICLE, GObject)

/* Properties: id, source, title, display-title, byline, publisher, section, language, text, state, error, statements,
 * n-support, n-neutral, n-oppose.
 * Signal “status-changed” (HearsayStatement, HearsayStatus before): one of its statements was decided upon. */

/**
 * HearsayMention:
 * @entity: a HearsayActor or a HearsayIssue
 *
 * Where an actor or issue is named in an article's text.
 */
typedef struct
{
  gpointer entity;
  HearsaySpan span;
} HearsayMention;

/**
 * HearsayRelation:
 * @from: a HearsayActor
 * @to: a HearsayActor
 * @issue: (nullable): what they agree on or not
 * @kind: an attitude, a fact or an agreement
 * @position: of an attitude, neutral where it is not sure
 * @stated: whether the text states it, and not only implies it by two positions
 * @statement: index of the statement that reports it in the article, or -1
 *
 * How two actors stand to each other in an article, whoever reports it.
 */
typedef struct
{
  HearsayActor *from;
  HearsayActor *to;
  HearsayIssue *issue;
  HearsayRelationKind kind;
  HearsayPosition position;
  gboolean sure;
  gboolean stated;
  gint32 statement;
  HearsaySpan evidence;
} HearsayRelation;

typedef struct
{
  const char *id;
  const char *source;
  const char *title;
  const char *byline;
  const char *publisher;
  const char *section;
  const char *language;
  HearsayDate published;
  const char *text;
} HearsayArticleData;

HearsayArticle     *hearsay_article_new                 (const HearsayArticleData *data) G_GNUC_WARN_UNUSED_RESULT;
const char         *hearsay_article_get_id              (HearsayArticle      *self);
const char         *hearsay_article_get_source          (HearsayArticle      *self); /* nullable URI */
const char         *hearsay_article_get_title           (HearsayArticle      *self); /* nullable */
const char         *hearsay_article_get_display_title   (HearsayArticle      *self); /* title, else first words, else file name */
const char         *hearsay_article_get_byline          (HearsayArticle      *self); /* nullable */
const char         *hearsay_article_get_publisher       (HearsayArticle      *self); /* nullable */
const char         *hearsay_article_get_section         (HearsayArticle      *self); /* nullable */
const char         *hearsay_article_get_language        (HearsayArticle      *self);
HearsayDate         hearsay_article_get_published       (HearsayArticle      *self);
const char         *hearsay_article_get_text            (HearsayArticle      *self);
char               *hearsay_article_dup_span_text       (HearsayArticle      *self,
                                                         HearsaySpan          span) G_GNUC_WARN_UNUSED_RESULT;
HearsayArticleState hearsay_article_get_state           (HearsayArticle      *self);
void                hearsay_article_set_state           (HearsayArticle      *self,
                                                         HearsayArticleState  state);
const char         *hearsay_article_get_error           (HearsayArticle      *self); /* nullable, for people */
void                hearsay_article_set_failed          (HearsayArticle      *self,
                                                         const char          *message);
GListModel         *hearsay_article_get_statements      (HearsayArticle      *self); /* in text order */
void                hearsay_article_add_statement       (HearsayArticle      *self,
                                                         HearsayStatement    *statement);
void                hearsay_article_add_statements      (HearsayArticle      *self,
                                                         HearsayStatement   **statements,
                                                         guint                n_statements);
const HearsayMention *hearsay_article_get_mentions      (HearsayArticle      *self,
                                                         guint               *n_mentions); /* in text order */
void                hearsay_article_set_mentions        (HearsayArticle      *self,
                                                         const HearsayMention *mentions,
                                                         guint                n_mentions);
const HearsayRelation *hearsay_article_get_relations    (HearsayArticle      *self,
                                                         guint               *n_relations);
void                hearsay_article_set_relations       (HearsayArticle      *self,
                                                         const HearsayRelation *relations,
                                                         guint                n_relations);
guint               hearsay_article_get_n_paragraphs    (HearsayArticle      *self);
guint               hearsay_article_find_paragraph      (HearsayArticle      *self,
                                                         guint32              offset);
void                hearsay_article_get_stance_counts   (HearsayArticle      *self,
                                                         guint                counts[HEARSAY_N_POSITIONS]);

G_END_DECLS
