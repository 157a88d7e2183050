/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-tie.h"
#include "store/hearsay-database.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

/**
 * HearsayLocalTies:
 * @keys: gint64 key of each actor of the article, by its number, then of each issue
 * @n_actors: how many of @keys are actors'
 * @n_statements: how many the article has, with stances or without
 * @ties: HearsayTie; statements and entities count within the article, an
 *   entity's number is its place in @keys
 * @mentions: HearsayTieMention of actors, likewise
 *
 * What networks are counted from in one article.
 */
typedef struct
{
  GArray *keys;
  guint n_actors;
  guint n_statements;
  GArray *ties;
  GArray *mentions;
} HearsayLocalTies;

void        hearsay_local_ties_init   (HearsayLocalTies        *self);
void        hearsay_local_ties_clear  (HearsayLocalTies        *self);
void        hearsay_local_ties_reset  (HearsayLocalTies        *self);
gboolean    hearsay_local_ties_fit    (const HearsayLocalTies  *self);
GByteArray *hearsay_local_ties_pack   (const HearsayLocalTies  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hearsay_local_ties_unpack (HearsayLocalTies        *self,
                                       const guint8            *bytes,
                                       gsize                    n_bytes,
                                       gboolean                 with_mentions);
gboolean    hearsay_local_ties_read   (HearsayLocalTies        *self,
                                       HearsayDatabase         *database,
                                       gint64                   article,
                                       GError                 **error);

gboolean hearsay_store_rows_write_ties (HearsayDatabase        *database,
                                        const HearsayAnalysis  *analysis,
                                        gint64                  article,
                                        GError                **error);
gboolean hearsay_store_rows_move_ties  (HearsayDatabase        *database,
                                        const char             *article_id,
                                        GError                **error);

G_END_DECLS
