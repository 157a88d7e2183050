/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-actor.h"

G_BEGIN_DECLS

/* Between hearsay-actor.c and hearsay-actor-roles.c. */

/**
 * HearsayActor:
 *
 * A person, organization, country or group that speaks or is spoken of.
 */
struct _HearsayActor
{
  GObject parent_instance;

  char *id;
  char *name;
  char *short_name;
  char *initials;
  char *role;
  GHashTable *notes;  /* article id → the role that the article gives it */
  GPtrArray *aliases; /* other names, NULL-terminated */
  gint32 role_day;    /* of the latest note, or G_MININT32 */
  HearsayActor *affiliation;
  HearsayActorKind kind;
  double kind_confidence;
  int colour;
  guint n_statements;
};

G_END_DECLS
