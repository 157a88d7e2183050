/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-enums.h"

static const char *const actor_kinds[HEARSAY_N_ACTOR_KINDS] = {
  [HEARSAY_ACTOR_PERSON] = "person",
  [HEARSAY_ACTOR_ORGANIZATION] = "organization",
  [HEARSAY_ACTOR_COUNTRY] = "country",
  [HEARSAY_ACTOR_GROUP] = "group",
};

static const char *const statement_kinds[HEARSAY_N_STATEMENT_KINDS] = {
  [HEARSAY_STATEMENT_DIRECT] = "direct",
  [HEARSAY_STATEMENT_INDIRECT] = "indirect",
  [HEARSAY_STATEMENT_MIXED] = "mixed",
};

static const char *const positions[HEARSAY_N_POSITIONS] = {
  [HEARSAY_POSITION_NEUTRAL] = "neutral",
  [HEARSAY_POSITION_SUPPORT] = "support",
  [HEARSAY_POSITION_OPPOSE] = "oppose",
};

static const char *const relation_kinds[HEARSAY_N_RELATION_KINDS] = {
  [HEARSAY_RELATION_ATTITUDE] = "attitude",
  [HEARSAY_RELATION_COOPERATION] = "cooperation",
  [HEARSAY_RELATION_CONFLICT] = "conflict",
  [HEARSAY_RELATION_AGREEMENT] = "agreement",
  [HEARSAY_RELATION_DISAGREEMENT] = "disagreement",
};

static const char *const statuses[HEARSAY_N_STATUSES] = {
  [HEARSAY_STATUS_SUGGESTED] = "suggested",
  [HEARSAY_STATUS_ACCEPTED] = "accepted",
  [HEARSAY_STATUS_CORRECTED] = "corrected",
  [HEARSAY_STATUS_REJECTED] = "rejected",
};

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *string,
           guint             *index)
{
  for (guint i = 0; string != NULL && i < n_names; i++)
    {
      if (g_str_equal (names[i], string))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
hearsay_actor_kind_to_string (HearsayActorKind kind)
{
  g_return_val_if_fail ((guint) kind < HEARSAY_N_ACTOR_KINDS, NULL);
  return actor_kinds[kind];
}

gboolean
hearsay_actor_kind_parse (const char       *string,
                          HearsayActorKind *kind)
{
  guint index;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!find_name (actor_kinds, HEARSAY_N_ACTOR_KINDS, string, &index))
    return FALSE;
  *kind = (HearsayActorKind) index;
  return TRUE;
}

const char *
hearsay_statement_kind_to_string (HearsayStatementKind kind)
{
  g_return_val_if_fail ((guint) kind < HEARSAY_N_STATEMENT_KINDS, NULL);
  return statement_kinds[kind];
}

gboolean
hearsay_statement_kind_parse (const char           *string,
                              HearsayStatementKind *kind)
{
  guint index;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!find_name (statement_kinds, HEARSAY_N_STATEMENT_KINDS, string, &index))
    return FALSE;
  *kind = (HearsayStatementKind) index;
  return TRUE;
}

const char *
hearsay_position_to_string (HearsayPosition position)
{
  g_return_val_if_fail ((guint) position < HEARSAY_N_POSITIONS, NULL);
  return positions[position];
}

gboolean
hearsay_position_parse (const char      *string,
                        HearsayPosition *position)
{
  guint index;

  g_return_val_if_fail (position != NULL, FALSE);

  if (!find_name (positions, HEARSAY_N_POSITIONS, string, &index))
    return FALSE;
  *position = (HearsayPosition) index;
  return TRUE;
}

const char *
hearsay_relation_kind_to_string (HearsayRelationKind kind)
{
  g_return_val_if_fail ((guint) kind < HEARSAY_N_RELATION_KINDS, NULL);
  return relation_kinds[kind];
}

gboolean
hearsay_relation_kind_parse (const char          *string,
                             HearsayRelationKind *kind)
{
  guint index;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!find_name (relation_kinds, HEARSAY_N_RELATION_KINDS, string, &index))
    return FALSE;
  *kind = (HearsayRelationKind) index;
  return TRUE;
}

const char *
hearsay_status_to_string (HearsayStatus status)
{
  g_return_val_if_fail ((guint) status < HEARSAY_N_STATUSES, NULL);
  return statuses[status];
}

gboolean
hearsay_status_parse (const char    *string,
                      HearsayStatus *status)
{
  guint index;

  g_return_val_if_fail (status != NULL, FALSE);

  if (!find_name (statuses, HEARSAY_N_STATUSES, string, &index))
    return FALSE;
  *status = (HearsayStatus) index;
  return TRUE;
}
