/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "model/hearsay-tie.h"

G_BEGIN_DECLS

/**
 * HearsayTieEntity:
 * @kind: NULL for an issue, else the kind of actor, as in the file
 * @affiliation: index of another entity, or -1
 * @colour: the speaker's place in the palette, or -1
 */
typedef struct
{
  char *id;
  char *name;
  char *kind;
  gint32 affiliation;
  gint32 colour;
} HearsayTieEntity;

/**
 * HearsayTies:
 * @ties: entities are indices into @entities, statements and articles are
 *   counted through the collection
 * @mentions: where actors are named, likewise; only when they were asked for
 *
 * The stances of a collection file, without its texts.
 */
typedef struct
{
  HearsayTieEntity *entities;
  guint n_entities;
  HearsayTie *ties;
  guint n_ties;
  HearsayTieMention *mentions;
  guint n_mentions;
  guint n_statements;
  guint n_articles;
} HearsayTies;

HearsayTies *hearsay_store_read_ties (const char    *path,
                                      gboolean       with_mentions,
                                      guint          n_threads,
                                      GCancellable  *cancellable,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void         hearsay_ties_free       (HearsayTies   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTies, hearsay_ties_free)

G_END_DECLS
