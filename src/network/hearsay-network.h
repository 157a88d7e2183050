/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_NETWORK_ABOUT,       /* who speaks about whom: speaker → actor, signed */
  HEARSAY_NETWORK_ISSUES,      /* speaker → issue, signed */
  HEARSAY_NETWORK_POSITIONS,   /* undirected: same or opposite stance to the same targets */
  HEARSAY_NETWORK_TOGETHER,    /* undirected, no stance: named in one paragraph */
  HEARSAY_NETWORK_AFFILIATION, /* actor → its affiliation, no stance */
} HearsayNetworkType;

#define HEARSAY_N_NETWORK_TYPES 5

typedef enum
{
  HEARSAY_NODE_PERSON,
  HEARSAY_NODE_ORGANIZATION,
  HEARSAY_NODE_COUNTRY,
  HEARSAY_NODE_GROUP,
  HEARSAY_NODE_ISSUE,
} HearsayNodeKind;

/* Facts that networks are built from: plain rows, indices instead of objects. */

/**
 * HearsayNetworkEntity:
 * @id: stable id
 * @affiliation: index of another entity, or -1
 * @colour: the speaker's place in the palette, or -1
 *
 * An actor or issue that may become a node. Strings are borrowed.
 */
typedef struct
{
  const char *id;
  const char *name;
  HearsayNodeKind kind;
  gint32 affiliation;
  gint32 colour;
} HearsayNetworkEntity;

/**
 * HearsayNetworkFact:
 * @statement: the caller's index of the statement, handed back with the edge
 * @article: the caller's index of the article
 * @paragraph: in that article
 * @holder: entity who holds the stance (the speaker, or whom the speaker names)
 * @target: entity the stance is toward
 * @position: neutral where it is not sure
 * @said_on: unset when unknown
 *
 * One stance of one statement.
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
} HearsayNetworkFact;

/**
 * HearsayNetworkMention:
 *
 * One entity named in one paragraph of one article; @statement is the caller's
 * index of the statement it stands in, or G_MAXUINT32.
 */
typedef struct
{
  guint32 entity;
  guint32 article;
  guint32 paragraph;
  guint32 statement;
} HearsayNetworkMention;

typedef struct
{
  const HearsayNetworkEntity *entities;
  guint n_entities;
  const HearsayNetworkFact *facts;
  guint n_facts;
  const HearsayNetworkMention *mentions;
  guint n_mentions;
} HearsayNetworkInput;

/**
 * HearsayNetworkOptions:
 * @at_least: edges with fewer statements are left out; 0 and 1 are the same
 * @first_day: statements said before it do not count; G_MININT32 for no limit
 * @last_day: statements said after it do not count; G_MAXINT32 for no limit
 * @position_mask: bit 1 << HearsayPosition for each position to keep; 0 keeps all
 * @isolates: whether nodes without an edge stay
 */
typedef struct
{
  HearsayNetworkType type;
  guint at_least;
  gint32 first_day;
  gint32 last_day;
  guint position_mask;
  gboolean isolates;
} HearsayNetworkOptions;

#define HEARSAY_NETWORK_OPTIONS_INIT { HEARSAY_NETWORK_ABOUT, 1, G_MININT32, G_MAXINT32, 0, FALSE }

/**
 * HearsayNetworkNode:
 * @entity: index into the input's entities, or into those of a graph file
 * @n_statements: statements that this node takes part in
 * @community: 0, 1, …, or -1
 */
typedef struct
{
  guint32 entity;
  char *id;
  char *name;
  HearsayNodeKind kind;
  gint32 colour;
  guint32 n_statements;
  gint32 community;
} HearsayNetworkNode;

/**
 * HearsayNetworkEdge:
 * @weight: normalised weight; the number of statements when nothing is normalised
 * @first_statement: index into the network's @statements
 *
 * One edge per pair and position; source < target where undirected.
 */
typedef struct
{
  guint32 source;
  guint32 target;
  HearsayPosition position;
  double weight;
  guint32 first_statement;
  guint32 n_statements;
} HearsayNetworkEdge;

/**
 * HearsayNetwork:
 *
 * Plain arrays. Nodes are ordered by number of statements, then id; edges by
 * source, target, position: the same facts give the same bytes.
 */
typedef struct
{
  HearsayNetworkType type;
  gboolean directed;
  gboolean is_signed; /* whether positions mean something */
  HearsayNetworkNode *nodes;
  guint n_nodes;
  HearsayNetworkEdge *edges;
  guint n_edges;
  guint32 *statements; /* the caller's indices, grouped by edge */
  guint n_statements;
} HearsayNetwork;

HearsayNetwork *hearsay_network_build        (const HearsayNetworkInput   *input,
                                              const HearsayNetworkOptions *options,
                                              GCancellable                *cancellable,
                                              GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_network_free         (HearsayNetwork              *self);
const char     *hearsay_network_type_to_string (HearsayNetworkType         type);
gboolean        hearsay_network_type_parse   (const char                  *string,
                                              HearsayNetworkType          *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetwork, hearsay_network_free)

G_END_DECLS
