/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-database.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

/**
 * HearsayLoaded:
 * @actors: (nullable): all of them, in the first batch
 * @records: articles, in order
 * @n_failed: articles of this batch that could not be read
 * @finished: nothing comes behind it
 *
 * A batch of what was read from a collection file.
 */
typedef struct
{
  GPtrArray *actors;
  GPtrArray *issues;     /* HearsayIssueRow */
  GPtrArray *decisions;
  GPtrArray *aliases;    /* id and name in turn */
  GPtrArray *identities; /* HearsayIdentity */
  GPtrArray *records;
  guint n_failed;
  gboolean finished;
} HearsayLoaded;

/* Takes the batch over; returns whether to go on. */
typedef gboolean (*HearsayLoadedFunc) (HearsayLoaded *loaded,
                                       gpointer       data);

void hearsay_loaded_free      (HearsayLoaded     *self);
void hearsay_store_loader_run (HearsayDatabase   *database,
                               HearsayLoadedFunc  func,
                               gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayLoaded, hearsay_loaded_free)

G_END_DECLS
