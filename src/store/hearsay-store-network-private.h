/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-database.h"
#include "store/hearsay-store-network.h"

G_BEGIN_DECLS

/**
 * HearsayEntityMap:
 * @of: entity by key, G_MAXUINT32 where there is none
 */
typedef struct
{
  guint32 *of;
  gint64 n_keys;
} HearsayEntityMap;

/**
 * HearsayTieTables:
 * @entities: HearsayTieEntity, in the order of their keys, actors first
 * @removed: (element-type gint64): keys of articles that are to be passed over
 * @rejected: (element-type gint64 GHashTable): by key of an article, numbers of
 *   statements that were rejected
 * @unpacked: gint64 keys of articles without packed stances, in order
 * @last: key of the last article
 *
 * What all of the collection's articles share. Read by any number of threads.
 */
typedef struct
{
  GArray *entities;
  HearsayEntityMap actors;
  HearsayEntityMap issues;
  GHashTable *removed;
  GHashTable *rejected;
  GArray *unpacked;
  gint64 last;
} HearsayTieTables;

gboolean hearsay_tie_tables_read  (HearsayTieTables  *self,
                                   HearsayDatabase   *database,
                                   GError           **error);
void     hearsay_tie_tables_clear (HearsayTieTables  *self);
void     hearsay_tie_entity_clear (gpointer           entity);

static inline guint32
hearsay_entity_map_find (const HearsayEntityMap *self,
                         gint64                  key)
{
  return key >= 0 && key < self->n_keys ? self->of[key] : G_MAXUINT32;
}

G_END_DECLS
