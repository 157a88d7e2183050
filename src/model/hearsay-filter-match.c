/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-filter-private.h"

#include <string.h>

#include "model/hearsay-actor.h"

static gboolean
is_ascii (const char *string)
{
  for (; *string != '\0'; string++)
    {
      if ((guchar) *string >= 0x80)
        return FALSE;
    }
  return TRUE;
}

/* The common case without an allocation: every key typed looks through all statements. */
static gboolean
contains_ascii (const char *haystack,
                const char *needle)
{
  char lower = needle[0];
  char upper = g_ascii_toupper (needle[0]);
  gsize length = strlen (needle);

  for (const char *p = haystack; *p != '\0'; p++)
    {
      if ((*p == lower || *p == upper) && g_ascii_strncasecmp (p, needle, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
contains (const char *haystack,
          const char *needle)
{
  g_autofree char *folded = NULL;

  if (is_ascii (needle))
    return contains_ascii (haystack, needle);
  folded = g_utf8_casefold (haystack, -1);
  return strstr (folded, needle) != NULL;
}

static gboolean
matches_text (HearsayFilter    *self,
              HearsayStatement *statement)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);

  if (self->folded[0] == '\0' || contains (hearsay_statement_get_words (statement), self->folded))
    return TRUE;
  if (speaker != NULL && contains (hearsay_actor_get_name (speaker), self->folded))
    return TRUE;
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    {
      HearsayStance *stance = hearsay_statement_peek_stance (statement, i);

      if (contains (hearsay_stance_get_target_name (stance), self->folded))
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_filter_matches_days:
 *
 * Returns: whether @statement may have been said on one of the chosen days
 */
gboolean
hearsay_filter_matches_days (HearsayFilter    *self,
                             HearsayStatement *statement)
{
  HearsayDate said_on;

  g_return_val_if_fail (HEARSAY_IS_FILTER (self), FALSE);
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), FALSE);

  said_on = hearsay_statement_get_said_on (statement);
  if (self->first_day == G_MININT32 && self->last_day == G_MAXINT32)
    return TRUE;
  return hearsay_date_is_set (said_on) && hearsay_date_last_day (said_on) >= self->first_day &&
         hearsay_date_first_day (said_on) <= self->last_day;
}

/**
 * hearsay_filter_matches_stance:
 *
 * Returns: whether the chosen targets and positions, as shown, include the stance
 */
gboolean
hearsay_filter_matches_stance (HearsayFilter *self,
                               HearsayStance *stance)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), FALSE);
  g_return_val_if_fail (HEARSAY_IS_STANCE (stance), FALSE);

  if (self->positions != 0 && !(self->positions & 1u << hearsay_stance_get_shown_position (stance)))
    return FALSE;
  return self->targets->len == 0 ||
         g_hash_table_contains (self->target_set, hearsay_stance_get_target (stance));
}

static gboolean
matches_stances (HearsayFilter    *self,
                 HearsayStatement *statement)
{
  if (self->positions == 0 && self->targets->len == 0)
    return TRUE;
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    {
      if (hearsay_filter_matches_stance (self, hearsay_statement_peek_stance (statement, i)))
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_filter_matches:
 *
 * Returns: whether @statement is shown
 */
gboolean
hearsay_filter_matches (HearsayFilter    *self,
                        HearsayStatement *statement)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), FALSE);
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), FALSE);

  return hearsay_filter_matches_days (self, statement) && hearsay_filter_matches_apart_from_days (self, statement);
}

/**
 * hearsay_filter_matches_apart_from_days:
 *
 * Returns: whether @statement would be shown on some day
 */
gboolean
hearsay_filter_matches_apart_from_days (HearsayFilter    *self,
                                        HearsayStatement *statement)
{
  guint statuses;

  g_return_val_if_fail (HEARSAY_IS_FILTER (self), FALSE);
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), FALSE);

  statuses = self->statuses != 0 ? self->statuses
                                 : HEARSAY_FILTER_ANY_STATUS & ~(1u << HEARSAY_STATUS_REJECTED);
  if (!(statuses & 1u << hearsay_statement_get_status (statement)))
    return FALSE;
  if (self->kinds != 0 && !(self->kinds & 1u << hearsay_statement_get_kind (statement)))
    return FALSE;
  if (self->speakers->len > 0 &&
      !g_hash_table_contains (self->speaker_set, hearsay_statement_get_speaker (statement)))
    return FALSE;
  return matches_stances (self, statement) && matches_text (self, statement);
}
