/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"
#include "model/hearsay-tie.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_NETWORK_ABOUT,       /* who speaks about whom: speaker → actor, signed */
  HEARSAY_NETWORK_ISSUES,      /* speaker → issue, signed */
  HEARSAY_NETWORK_POSITIONS,   /* undirected: same or opposite stance to the same targets */
  HEARSAY_NETWORK_TOGETHER,    /* undirected, no stance: named in one paragraph */
  HEARSAY_NETWORK_AFFILIATION, /* actor → its affiliation, no stance */
  HEARSAY_NETWORK_FACTS,       /* cooperation, conflict and agreement that articles state, no stance */
} HearsayNetworkType;

#define HEARSAY_N_NETWORK_TYPES 6

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

/* One stance of one statement, and one entity named in one paragraph; their
 * entities are indices into the input's. */
typedef HearsayTie HearsayNetworkFact;
typedef HearsayTieMention HearsayNetworkMention;

/**
 * HearsayNetworkRelation:
 * @kind: what both do or say; an attitude is none
 * @day: when the article was published; unset when unknown
 *
 * What an article states of two actors as a fact. @statement is as in HearsayNetworkMention.
 */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 statement;
  HearsayRelationKind kind;
  HearsayDate day;
} HearsayNetworkRelation;

typedef struct
{
  const HearsayNetworkEntity *entities;
  guint n_entities;
  const HearsayNetworkFact *facts;
  guint n_facts;
  const HearsayNetworkMention *mentions;
  guint n_mentions;
  const HearsayNetworkRelation *relations;
  guint n_relations;
} HearsayNetworkInput;

/**
 * HearsayDuplicates:
 * @HEARSAY_DUPLICATES_ALL: every statement counts
 * @HEARSAY_DUPLICATES_ARTICLE: once an article
 * @HEARSAY_DUPLICATES_DAY: once a day; likewise for week (from Monday), month and
 *   year, each honouring the year; a statement without a date counts once an article
 * @HEARSAY_DUPLICATES_RANGE: once at all
 *
 * How often the same holder's same position toward the same target counts. The
 * earliest is kept.
 */
typedef enum
{
  HEARSAY_DUPLICATES_ALL,
  HEARSAY_DUPLICATES_ARTICLE,
  HEARSAY_DUPLICATES_DAY,
  HEARSAY_DUPLICATES_WEEK,
  HEARSAY_DUPLICATES_MONTH,
  HEARSAY_DUPLICATES_YEAR,
  HEARSAY_DUPLICATES_RANGE,
} HearsayDuplicates;

#define HEARSAY_N_DUPLICATES 7

/**
 * HearsayNormalization:
 * @HEARSAY_NORMALIZE_NONE: counts as they are
 * @HEARSAY_NORMALIZE_AVERAGE: w / ((nᵢ + nⱼ) / 2), n a holder's statements
 * @HEARSAY_NORMALIZE_JACCARD: w / (m₁₀ + m₀₁ + m₁₁): statements of one on what the
 *   other never said, the other way round, and the products of both's counts
 * @HEARSAY_NORMALIZE_COSINE: w / (‖aᵢ‖ · ‖aⱼ‖), the lengths of the count vectors
 * @HEARSAY_NORMALIZE_DNA_COSINE: w / (nᵢ · nⱼ), what Discourse Network Analyzer calls cosine
 * @HEARSAY_NORMALIZE_ACTIVITY: w / all statements of the source
 * @HEARSAY_NORMALIZE_PROMINENCE: w / all statements on the target
 *
 * What weights are divided by; where that is zero, the weight is zero. The
 * first five serve shared positions, activity and prominence the directed
 * networks; elsewhere they do nothing.
 */
typedef enum
{
  HEARSAY_NORMALIZE_NONE,
  HEARSAY_NORMALIZE_AVERAGE,
  HEARSAY_NORMALIZE_JACCARD,
  HEARSAY_NORMALIZE_COSINE,
  HEARSAY_NORMALIZE_DNA_COSINE,
  HEARSAY_NORMALIZE_ACTIVITY,
  HEARSAY_NORMALIZE_PROMINENCE,
} HearsayNormalization;

#define HEARSAY_N_NORMALIZATIONS 7

/**
 * HearsaySharedMethod:
 * @HEARSAY_SHARED_BOTH: a support edge for congruence, an oppose edge for conflict
 * @HEARSAY_SHARED_IGNORE: Σⱼ aᵢⱼ · bⱼ whatever the positions, neutral ones too
 * @HEARSAY_SHARED_CONGRUENCE: Σⱼ (sᵢⱼ · sₖⱼ + oᵢⱼ · oₖⱼ), the same position on target j
 * @HEARSAY_SHARED_CONFLICT: Σⱼ (sᵢⱼ · oₖⱼ + oᵢⱼ · sₖⱼ), opposite ones
 * @HEARSAY_SHARED_SUBTRACT: congruence − conflict; support above zero, oppose below
 *
 * How shared positions are counted (s: statements in support, o: opposing).
 */
typedef enum
{
  HEARSAY_SHARED_BOTH,
  HEARSAY_SHARED_IGNORE,
  HEARSAY_SHARED_CONGRUENCE,
  HEARSAY_SHARED_CONFLICT,
  HEARSAY_SHARED_SUBTRACT,
} HearsaySharedMethod;

#define HEARSAY_N_SHARED_METHODS 5

/**
 * HearsayAggregation:
 * @HEARSAY_AGGREGATE_NONE: actors as they are
 * @HEARSAY_AGGREGATE_ORGANIZATION: an actor counts as the organization it belongs to
 * @HEARSAY_AGGREGATE_COUNTRY: an actor counts as its country
 *
 * Affiliations are followed upwards; who has none of the kind stays.
 */
typedef enum
{
  HEARSAY_AGGREGATE_NONE,
  HEARSAY_AGGREGATE_ORGANIZATION,
  HEARSAY_AGGREGATE_COUNTRY,
} HearsayAggregation;

#define HEARSAY_N_AGGREGATIONS 3

/**
 * HearsayNetworkOptions:
 * @at_least: edges that count less, before anything is divided, are left out; 0 and 1 are the same
 * @first_day: statements said before it do not count; G_MININT32 for no limit
 * @last_day: statements said after it do not count; G_MAXINT32 for no limit
 * @position_mask: bit 1 << HearsayPosition for each position to keep; 0 keeps all
 * @isolates: whether nodes without an edge stay
 * @duplicates: how often the same position counts
 * @normalization: what weights are divided by
 * @shared: how shared positions are counted
 * @aggregation: whom an actor stands for
 *
 * With a limit to the days, statements without a date do not count, and one
 * known to the month or year counts when any of its days does. Mentions have no
 * date of their own: “together” and “affiliation” show them all.
 */
typedef struct
{
  HearsayNetworkType type;
  guint at_least;
  gint32 first_day;
  gint32 last_day;
  guint position_mask;
  gboolean isolates;
  HearsayDuplicates duplicates;
  HearsayNormalization normalization;
  HearsaySharedMethod shared;
  HearsayAggregation aggregation;
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
 * @weight: normalised weight; when nothing is normalised the number of statements,
 *   for shared positions the formula of HearsaySharedMethod, for “together” the number of paragraphs
 *   or of facts
 * @first_statement: index into the network's @statements
 * @kind: what is stated, in a network of facts
 *
 * One edge per pair and position or kind, none from a node to itself; source < target where undirected.
 */
typedef struct
{
  guint32 source;
  guint32 target;
  HearsayPosition position;
  double weight;
  guint32 first_statement;
  guint32 n_statements;
  HearsayRelationKind kind;
} HearsayNetworkEdge;

/**
 * HearsayNetwork:
 *
 * @n_left_out: actors without whom shared positions or paragraphs had to be
 *   counted, the least active ones, because there were too many pairs
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
  guint n_left_out;
} HearsayNetwork;

HearsayNetwork *hearsay_network_build        (const HearsayNetworkInput   *input,
                                              const HearsayNetworkOptions *options,
                                              GCancellable                *cancellable,
                                              GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_network_free         (HearsayNetwork              *self);
void            hearsay_network_mark_communities (HearsayNetwork          *self);
const char     *hearsay_network_type_to_string (HearsayNetworkType         type);
gboolean        hearsay_network_type_parse   (const char                  *string,
                                              HearsayNetworkType          *type);
const char     *hearsay_node_kind_to_string  (HearsayNodeKind              kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayNetwork, hearsay_network_free)

G_END_DECLS
