/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"

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
 * HearsayTie:
 * @statement: number of the statement, counted through the collection
 * @article: number of the article, likewise
 *
 * One stance of one statement, as networks are counted from.
 */
typedef struct
{
  guint32 statement;
  guint32 article;
  guint32 paragraph;
  guint32 holder;
  guint32 target;
  HearsayPosition position;
  HearsayDate said_on;
} HearsayTie;

/**
 * HearsayTies:
 *
 * The stances of a collection file, without its texts.
 */
typedef struct
{
  HearsayTieEntity *entities;
  guint n_entities;
  HearsayTie *ties;
  guint n_ties;
  guint n_statements;
  guint n_articles;
} HearsayTies;

HearsayTies *hearsay_store_read_ties (const char    *path,
                                      guint          n_threads,
                                      GCancellable  *cancellable,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void         hearsay_ties_free       (HearsayTies   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTies, hearsay_ties_free)

G_END_DECLS
