/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-actors.h"

G_BEGIN_DECLS

/* Between hearsay-actors.c, -bearers.c, -roles.c and -speakers.c. */
gint32                   hearsay_actors_ensure         (HearsayActors       *self,
                                                        const char          *name,
                                                        HearsayActorKind     kind,
                                                        const char          *country);
void                     hearsay_actors_support        (HearsayActors       *self,
                                                        gint32               actor,
                                                        HearsayGround        ground);
gint32                   hearsay_actors_ensure_country (HearsayActors       *self,
                                                        const char          *code);
void                     hearsay_actors_add_short      (HearsayActors       *self,
                                                        const char          *name,
                                                        gint32               actor);
gint32                   hearsay_actors_find_short     (HearsayActors       *self,
                                                        const char          *name,
                                                        HearsayGender        gender);
char                    *hearsay_actors_dup_words      (const HearsayActors *self,
                                                        guint32              start,
                                                        guint32              end) G_GNUC_WARN_UNUSED_RESULT;
void                     hearsay_actors_find_roles     (HearsayActors       *self);
const HearsayPersonNoun *hearsay_actors_match_noun     (const HearsayActors *self,
                                                        guint32              token,
                                                        guint32             *last);

gint32 hearsay_actors_find_salient (const HearsayActors *self,
                                    guint32              token,
                                    HearsayGender        gender,
                                    gboolean             plural);
gint32 hearsay_actors_get_pronoun  (HearsayActors *self,
                                    guint32        token);
gint32 hearsay_actors_lookup (const HearsayActors *self,
                              const char          *name);
char *hearsay_actors_person_key (const char *name);
void hearsay_actors_register_person (HearsayActors *self,
                                     gint32         actor,
                                     const char    *key);
void hearsay_actors_register_full_names (HearsayActors *self,
                                         GArray        *names);
void hearsay_actors_link_name (HearsayActors     *self,
                               const HearsayName *name);
void hearsay_actors_add_mention (HearsayActors     *self,
                                 const HearsayName *name,
                                 gint32             actor,
                                 HearsayMentionKind kind);

G_END_DECLS
