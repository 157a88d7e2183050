/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-collection.h"
#include "model/hearsay-filter.h"
#include "network/hearsay-network.h"

G_BEGIN_DECLS

/**
 * HearsayNetworkDay:
 * @position: of the statement's main stance, neutral without one
 *
 * When a statement was said, for what is drawn of the days.
 */
typedef struct
{
  HearsayDate said_on;
  HearsayPosition position;
} HearsayNetworkDay;

/**
 * HearsayNetworkFacts:
 * @input: what hearsay_network_build() takes
 * @initials: (element-type utf8): of each entity, empty for an issue
 * @days: HearsayNetworkDay of each statement
 * @statements: (element-type HearsayStatement): what the numbers of statements mean
 * @articles: (element-type HearsayArticle): what the numbers of articles mean
 * @entities: (element-type GObject): HearsayActor or HearsayIssue, by number of the entity
 * @quotes: (element-type utf8): the words of each of the input's relations
 * @reprints: (element-type HearsayStatement GPtrArray): statements of which other articles print the
 *   same words of the same speaker again, and those statements, which count nowhere
 *
 * Statements as plain rows, with words of their own. @input, @initials and @days
 * never change and may be read on another thread while somebody holds a
 * reference; references and objects are for the main thread.
 */
typedef struct
{
  HearsayNetworkInput input;
  GPtrArray *initials;
  GPtrArray *quotes;
  GArray *days;
  GPtrArray *statements;
  GPtrArray *articles;
  GPtrArray *entities;
  GHashTable *reprints;

  /*< private >*/
  GArray *entity_rows;
  GArray *fact_rows;
  GArray *mention_rows;
  GArray *relation_rows;
  GStringChunk *strings;
  guint ref_count;
} HearsayNetworkFacts;

/* A reading of statements that may be done little by little. */
typedef struct _HearsayNetworkGather HearsayNetworkGather;

HearsayNetworkFacts  *hearsay_network_facts_new                (HearsayCollection    *collection,
                                                                HearsayFilter        *filter) G_GNUC_WARN_UNUSED_RESULT;
HearsayNetworkFacts  *hearsay_network_facts_new_for_statements (GListModel           *statements,
                                                                HearsayFilter        *filter) G_GNUC_WARN_UNUSED_RESULT;
HearsayNetworkFacts  *hearsay_network_facts_ref                (HearsayNetworkFacts  *self);
void                  hearsay_network_facts_unref              (HearsayNetworkFacts  *self);

HearsayNetworkGather *hearsay_network_gather_new               (GListModel           *statements,
                                                                HearsayFilter        *filter) G_GNUC_WARN_UNUSED_RESULT;
gboolean              hearsay_network_gather_step              (HearsayNetworkGather *self,
                                                                gint64                until);
HearsayNetworkFacts  *hearsay_network_gather_finish            (HearsayNetworkGather *self) G_GNUC_WARN_UNUSED_RESULT;
void                  hearsay_network_gather_free              (HearsayNetworkGather *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetworkFacts, hearsay_network_facts_unref)

G_END_DECLS
