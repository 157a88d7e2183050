/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HearsayActorKind:
 * @HEARSAY_ACTOR_PERSON: one human being
 * @HEARSAY_ACTOR_ORGANIZATION: a body with a name: ministry, party, company, publication
 * @HEARSAY_ACTOR_COUNTRY: a country, also where a capital or nationality stands for it
 * @HEARSAY_ACTOR_GROUP: several who speak as one without a name: “Chinese analysts”
 */
typedef enum
{
  HEARSAY_ACTOR_PERSON,
  HEARSAY_ACTOR_ORGANIZATION,
  HEARSAY_ACTOR_COUNTRY,
  HEARSAY_ACTOR_GROUP,
} HearsayActorKind;

#define HEARSAY_N_ACTOR_KINDS 4

/**
 * HearsayStatementKind:
 * @HEARSAY_STATEMENT_DIRECT: all words of the content are quoted
 * @HEARSAY_STATEMENT_INDIRECT: none is
 * @HEARSAY_STATEMENT_MIXED: some are
 */
typedef enum
{
  HEARSAY_STATEMENT_DIRECT,
  HEARSAY_STATEMENT_INDIRECT,
  HEARSAY_STATEMENT_MIXED,
} HearsayStatementKind;

#define HEARSAY_N_STATEMENT_KINDS 3

/**
 * HearsayPosition:
 *
 * Where a holder stands toward a target. Neutral is zero, so that cleared
 * memory never claims a side. Lists show support, neutral, oppose, in this order.
 */
typedef enum
{
  HEARSAY_POSITION_NEUTRAL,
  HEARSAY_POSITION_SUPPORT,
  HEARSAY_POSITION_OPPOSE,
} HearsayPosition;

#define HEARSAY_N_POSITIONS 3

/**
 * HearsayRelationKind:
 *
 * What one actor is to another: an attitude, or what both do as a fact.
 */
typedef enum
{
  HEARSAY_RELATION_ATTITUDE,
  HEARSAY_RELATION_COOPERATION,
  HEARSAY_RELATION_CONFLICT,
  HEARSAY_RELATION_AGREEMENT,    /* the same position on an issue, or said to be: “echoed” */
  HEARSAY_RELATION_DISAGREEMENT, /* opposite positions, or said to be: “disputed” */
} HearsayRelationKind;

#define HEARSAY_N_RELATION_KINDS 5

/**
 * HearsayStatus:
 *
 * What a person has decided about a statement. It survives a new analysis.
 */
typedef enum
{
  HEARSAY_STATUS_SUGGESTED,
  HEARSAY_STATUS_ACCEPTED,
  HEARSAY_STATUS_CORRECTED,
  HEARSAY_STATUS_REJECTED,
} HearsayStatus;

#define HEARSAY_N_STATUSES 4

/* The names of the analysis document, the database and the command line; never translated. */
const char *hearsay_actor_kind_to_string     (HearsayActorKind     kind);
gboolean    hearsay_actor_kind_parse         (const char          *string,
                                              HearsayActorKind    *kind);
const char *hearsay_statement_kind_to_string (HearsayStatementKind kind);
gboolean    hearsay_statement_kind_parse     (const char           *string,
                                              HearsayStatementKind *kind);
const char *hearsay_position_to_string       (HearsayPosition      position);
gboolean    hearsay_position_parse           (const char          *string,
                                              HearsayPosition     *position);
const char *hearsay_relation_kind_to_string  (HearsayRelationKind  kind);
gboolean    hearsay_relation_kind_parse      (const char          *string,
                                              HearsayRelationKind *kind);
const char *hearsay_status_to_string         (HearsayStatus        status);
gboolean    hearsay_status_parse             (const char          *string,
                                              HearsayStatus       *status);

G_END_DECLS
