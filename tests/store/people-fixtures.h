/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store-fixtures.h"

G_BEGIN_DECLS

/* One actor of an article: its mention is its name, the article's text. */
typedef struct
{
  const char *name;
  HearsayActorKind kind;
  const char *role;
  gint32 affiliation;
} Somebody;

#define PERSON HEARSAY_ACTOR_PERSON
#define ORGANIZATION HEARSAY_ACTOR_ORGANIZATION
#define COUNTRY HEARSAY_ACTOR_COUNTRY

HearsayAnalysis *make_article (const char       *id,
                               const char       *published,
                               const Somebody   *people,
                               guint             n_people,
                               const char       *acronym) G_GNUC_WARN_UNUSED_RESULT;
void             add_article  (HearsayStore     *store,
                               const char       *id,
                               const char       *published,
                               const Somebody   *people,
                               guint             n_people,
                               const char       *acronym);
void             add_one      (HearsayStore     *store,
                               const char       *id,
                               const char       *name,
                               HearsayActorKind  kind);
void             add_sure     (HearsayStore     *store,
                               const char       *id,
                               float             confidence);
HearsayActor    *speaker_of   (HearsayStore     *store,
                               const char       *article_id);
void             undo         (HearsayStore     *store);
void             redo         (HearsayStore     *store);
void             merge        (HearsayStore     *store,
                               HearsayActor     *into,
                               HearsayActor     *other);

G_END_DECLS
