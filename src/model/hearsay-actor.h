/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-date.h"
#include "model/hearsay-types.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ACTOR (hearsay_actor_get_type ())
G_DECLARE_FINAL_TYPE (HearsayActor, hearsay_actor, HEARSAY, ACTOR, GObject)

/**
 * HearsayActorRole:
 * @since: the day of the first article that has it; unset where no article has a day
 * @until: the day of the last one
 *
 * What an actor was at a time: “Foreign Minister”.
 */
typedef struct
{
  char *role;
  HearsayDate since;
  HearsayDate until;
} HearsayActorRole;

/* Properties: id, name, short-name, initials, kind, kind-confidence, role, affiliation, colour, n-statements. */

HearsayActor    *hearsay_actor_new              (const char       *id,
                                                 const char       *name,
                                                 HearsayActorKind  kind) G_GNUC_WARN_UNUSED_RESULT;
const char      *hearsay_actor_get_id           (HearsayActor     *self);
const char      *hearsay_actor_get_name         (HearsayActor     *self);
void             hearsay_actor_set_name         (HearsayActor     *self,
                                                 const char       *name);
const char      *hearsay_actor_get_short_name   (HearsayActor     *self); /* “Putin”, “Analysts” */
void             hearsay_actor_set_short_name   (HearsayActor     *self,
                                                 const char       *short_name);
const char      *hearsay_actor_get_initials     (HearsayActor     *self); /* “VP”, “US”, “NATO” */
HearsayActorKind hearsay_actor_get_kind         (HearsayActor     *self);
double           hearsay_actor_get_kind_confidence (HearsayActor  *self);
void             hearsay_actor_set_kind         (HearsayActor     *self,
                                                 HearsayActorKind  kind,
                                                 double            confidence);
const char      *hearsay_actor_get_role         (HearsayActor     *self); /* nullable */
void             hearsay_actor_set_role         (HearsayActor     *self,
                                                 const char       *role);
void             hearsay_actor_note_role        (HearsayActor     *self,
                                                 const char       *article_id,
                                                 const char       *role,
                                                 HearsayDate       published);
gboolean         hearsay_actor_forget_article   (HearsayActor     *self,
                                                 const char       *article_id);
void             hearsay_actor_update_role      (HearsayActor     *self);
GArray          *hearsay_actor_dup_roles        (HearsayActor     *self) G_GNUC_WARN_UNUSED_RESULT;
const char *const *hearsay_actor_get_aliases    (HearsayActor     *self);
gboolean         hearsay_actor_add_alias        (HearsayActor     *self,
                                                 const char       *alias);
gboolean         hearsay_actor_remove_alias     (HearsayActor     *self,
                                                 const char       *alias);
HearsayActor    *hearsay_actor_get_affiliation  (HearsayActor     *self); /* nullable */
void             hearsay_actor_set_affiliation  (HearsayActor     *self,
                                                 HearsayActor     *affiliation);
int              hearsay_actor_get_colour       (HearsayActor     *self); /* place in the palette, -1 before the first statement */
void             hearsay_actor_set_colour       (HearsayActor     *self,
                                                 int               colour);
guint            hearsay_actor_get_n_statements (HearsayActor     *self); /* as speaker */
void             hearsay_actor_set_n_statements (HearsayActor     *self,
                                                 guint             n_statements);

G_END_DECLS
