/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-article.h"
#include "model/hearsay-statement.h"

G_BEGIN_DECLS

/* Values as people read them, in the user's language and locale. Everything returned is new or static text. */

char       *hearsay_wording_date       (HearsayDate          date) G_GNUC_WARN_UNUSED_RESULT; /* “23 Oct 2020” */
char       *hearsay_wording_date_long  (HearsayDate          date) G_GNUC_WARN_UNUSED_RESULT; /* “Friday, 23 October 2020” */
char       *hearsay_wording_published  (HearsayDate          date) G_GNUC_WARN_UNUSED_RESULT; /* “23 Oct 2020, 21:33 (UTC+08:00)” */
char       *hearsay_wording_said_on    (HearsayStatement    *statement) G_GNUC_WARN_UNUSED_RESULT;
const char *hearsay_wording_kind       (HearsayStatementKind kind);
const char *hearsay_wording_kind_short (HearsayStatementKind kind);
const char *hearsay_wording_position   (HearsayPosition      position);
const char *hearsay_wording_status     (HearsayStatus        status);
char       *hearsay_wording_role       (HearsayActor        *actor) G_GNUC_WARN_UNUSED_RESULT; /* “President · Russia” */
const char *hearsay_wording_actor_kind (HearsayActorKind     kind);
char       *hearsay_wording_actor      (HearsayActor        *actor) G_GNUC_WARN_UNUSED_RESULT; /* “Person · President · Russia” */
char       *hearsay_wording_kind_confidence (HearsayActor   *actor) G_GNUC_WARN_UNUSED_RESULT; /* “94 % sure” */
char       *hearsay_wording_place      (HearsayArticle      *article) G_GNUC_WARN_UNUSED_RESULT; /* “Global Times · 23 Oct 2020” */
char       *hearsay_wording_statements (guint                n) G_GNUC_WARN_UNUSED_RESULT; /* “16 statements” */
char       *hearsay_wording_stances    (const guint          counts[HEARSAY_N_POSITIONS]) G_GNUC_WARN_UNUSED_RESULT;
char       *hearsay_wording_statement  (HearsayStatement    *statement) G_GNUC_WARN_UNUSED_RESULT; /* for screen readers */

const char *hearsay_wording_relation       (HearsayRelationKind kind);

G_END_DECLS
