/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-types.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STATEMENT (hearsay_statement_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStatement, hearsay_statement, HEARSAY, STATEMENT, GObject)

/* Properties: id, article, speaker, kind, words, cue-words, confidence, status, stances, main-stance. */

/**
 * HearsayStatementData:
 * @id: unique in the collection: “ARTICLE-ID/s1”
 * @article: (transfer none): not kept alive by the statement
 * @speaker: (nullable) (transfer none)
 * @content: (array length=n_content): copied
 * @stances: (array length=n_stances) (transfer none): the main one first
 */
typedef struct
{
  const char *id;
  HearsayArticle *article;
  HearsayActor *speaker;
  HearsayStatementKind kind;
  HearsaySpan source;
  HearsaySpan cue;
  const HearsaySpan *content;
  guint n_content;
  HearsayDate said_on;
  HearsaySpan said_on_span;
  guint paragraph;
  double confidence;
  HearsayStatus status;
  const char *rule;
  HearsayStance **stances;
  guint n_stances;
} HearsayStatementData;

HearsayStatement    *hearsay_statement_new               (const HearsayStatementData *data) G_GNUC_WARN_UNUSED_RESULT;
const char          *hearsay_statement_get_id            (HearsayStatement *self);
HearsayArticle      *hearsay_statement_get_article       (HearsayStatement *self); /* NULL once it is removed */
HearsayActor        *hearsay_statement_get_speaker       (HearsayStatement *self); /* nullable */
HearsayStatementKind hearsay_statement_get_kind          (HearsayStatement *self);
HearsaySpan          hearsay_statement_get_source        (HearsayStatement *self);
HearsaySpan          hearsay_statement_get_cue           (HearsayStatement *self);
const HearsaySpan   *hearsay_statement_get_content       (HearsayStatement *self,
                                                          guint            *n_content);
HearsaySpan          hearsay_statement_get_extent        (HearsayStatement *self); /* first content start to last content end */
HearsayDate          hearsay_statement_get_said_on       (HearsayStatement *self);
HearsaySpan          hearsay_statement_get_said_on_span  (HearsayStatement *self);
guint                hearsay_statement_get_paragraph     (HearsayStatement *self);
double               hearsay_statement_get_confidence    (HearsayStatement *self);
HearsayStatus        hearsay_statement_get_status        (HearsayStatement *self);
void                 hearsay_statement_set_status        (HearsayStatement *self,
                                                          HearsayStatus     status);
const char          *hearsay_statement_get_rule          (HearsayStatement *self);
const char          *hearsay_statement_get_words         (HearsayStatement *self); /* content pieces joined with “ … ”, verbatim */
const char          *hearsay_statement_get_cue_words     (HearsayStatement *self); /* empty string when there is no cue */
GListModel          *hearsay_statement_get_stances       (HearsayStatement *self); /* of HearsayStance */
guint                hearsay_statement_get_n_stances     (HearsayStatement *self);
HearsayStance       *hearsay_statement_peek_stance       (HearsayStatement *self,
                                                          guint             position); /* transfer none */
HearsayStance       *hearsay_statement_get_main_stance   (HearsayStatement *self); /* nullable */

G_END_DECLS
