/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "model/hearsay-filter.h"
#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayNetworkFacts:
 * @input: what hearsay_network_build() takes
 * @statements: (element-type HearsayStatement): what the numbers of statements mean
 * @articles: (element-type HearsayArticle): what the numbers of articles mean
 * @entities: (element-type GObject): HearsayActor or HearsayIssue, by number of the entity
 * @reprints: (element-type HearsayStatement GPtrArray): statements of which other articles print the
 *   same words of the same speaker again, and those statements, which count nowhere
 *
 * Statements as plain rows. The rows stay valid, also on another thread, until
 * the facts are freed; the objects are for the main thread.
 */
typedef struct
{
  HearsayNetworkInput input;
  GPtrArray *statements;
  GPtrArray *articles;
  GPtrArray *entities;
  GHashTable *reprints;

  /*< private >*/
  GArray *entity_rows;
  GArray *fact_rows;
  GArray *mention_rows;
} HearsayNetworkFacts;

HearsayNetworkFacts *hearsay_network_facts_new                (HearsayCollection   *collection,
                                                               HearsayFilter       *filter) G_GNUC_WARN_UNUSED_RESULT;
HearsayNetworkFacts *hearsay_network_facts_new_for_statements (GListModel          *statements,
                                                               HearsayFilter       *filter) G_GNUC_WARN_UNUSED_RESULT;
void                 hearsay_network_facts_free               (HearsayNetworkFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetworkFacts, hearsay_network_facts_free)

G_END_DECLS
