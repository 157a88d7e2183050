/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-actor.h"
#include "model/hearsay-filter-private.h"

GPtrArray *
hearsay_filter_get_speakers (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), NULL);
  return self->speakers;
}

/**
 * hearsay_filter_set_speakers:
 * @speakers: (array length=n_speakers) (transfer none) (nullable): whose
 *   statements pass; none for everybody's
 */
void
hearsay_filter_set_speakers (HearsayFilter  *self,
                             HearsayActor  **speakers,
                             guint           n_speakers)
{
  gboolean was_empty;

  g_return_if_fail (HEARSAY_IS_FILTER (self));
  g_return_if_fail (speakers != NULL || n_speakers == 0);

  was_empty = hearsay_filter_is_empty (self);
  if (hearsay_filter_set_objects (self->speakers, self->speaker_set, (gpointer *) speakers, n_speakers))
    hearsay_filter_emit_changed (self, PROP_SPEAKERS, was_empty);
}

/**
 * hearsay_filter_toggle_speaker:
 * @speaker: whom to add to the choice, or take out of it
 */
void
hearsay_filter_toggle_speaker (HearsayFilter *self,
                               HearsayActor  *speaker)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  g_return_if_fail (HEARSAY_IS_FILTER (self));
  g_return_if_fail (HEARSAY_IS_ACTOR (speaker));

  for (guint i = 0; i < self->speakers->len; i++)
    {
      if (self->speakers->pdata[i] != (gpointer) speaker)
        g_ptr_array_add (chosen, self->speakers->pdata[i]);
    }
  if (chosen->len == self->speakers->len)
    g_ptr_array_add (chosen, speaker);
  hearsay_filter_set_speakers (self, (HearsayActor **) chosen->pdata, chosen->len);
}

gboolean
hearsay_filter_has_speaker (HearsayFilter *self,
                            HearsayActor  *speaker)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), FALSE);
  return g_hash_table_contains (self->speaker_set, speaker);
}

GPtrArray *
hearsay_filter_get_targets (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), NULL);
  return self->targets;
}

/**
 * hearsay_filter_set_targets:
 * @targets: (array length=n_targets) (transfer none) (nullable): actors and
 *   issues; a statement passes with a stance toward one of them
 */
void
hearsay_filter_set_targets (HearsayFilter *self,
                            gpointer      *targets,
                            guint          n_targets)
{
  gboolean was_empty;

  g_return_if_fail (HEARSAY_IS_FILTER (self));
  g_return_if_fail (targets != NULL || n_targets == 0);

  was_empty = hearsay_filter_is_empty (self);
  if (hearsay_filter_set_objects (self->targets, self->target_set, targets, n_targets))
    hearsay_filter_emit_changed (self, PROP_TARGETS, was_empty);
}

gboolean
hearsay_filter_has_target (HearsayFilter *self,
                           gpointer       target)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), FALSE);
  return g_hash_table_contains (self->target_set, target);
}

static void
set_mask (HearsayFilter *self,
          guint         *mask,
          guint          value,
          guint          prop_id)
{
  gboolean was_empty = hearsay_filter_is_empty (self);

  if (*mask == value)
    return;
  *mask = value;
  hearsay_filter_emit_changed (self, prop_id, was_empty);
}

guint
hearsay_filter_get_positions (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), 0);
  return self->positions;
}

void
hearsay_filter_set_positions (HearsayFilter *self,
                              guint          positions)
{
  g_return_if_fail (HEARSAY_IS_FILTER (self));
  g_return_if_fail (positions < 1u << HEARSAY_N_POSITIONS);
  set_mask (self, &self->positions, positions, PROP_POSITIONS);
}

guint
hearsay_filter_get_kinds (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), 0);
  return self->kinds;
}

void
hearsay_filter_set_kinds (HearsayFilter *self,
                          guint          kinds)
{
  g_return_if_fail (HEARSAY_IS_FILTER (self));
  g_return_if_fail (kinds < 1u << HEARSAY_N_STATEMENT_KINDS);
  set_mask (self, &self->kinds, kinds, PROP_KINDS);
}

guint
hearsay_filter_get_statuses (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), 0);
  return self->statuses;
}

void
hearsay_filter_set_statuses (HearsayFilter *self,
                             guint          statuses)
{
  g_return_if_fail (HEARSAY_IS_FILTER (self));
  g_return_if_fail (statuses <= HEARSAY_FILTER_ANY_STATUS);
  set_mask (self, &self->statuses, statuses, PROP_STATUSES);
}

gint32
hearsay_filter_get_first_day (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), G_MININT32);
  return self->first_day;
}

gint32
hearsay_filter_get_last_day (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), G_MAXINT32);
  return self->last_day;
}

/**
 * hearsay_filter_set_days:
 * @first_day: days since 1 January 1970, or G_MININT32
 * @last_day: likewise, or G_MAXINT32
 *
 * Statements pass whose date may lie between; those without a date only where
 * there is no limit.
 */
void
hearsay_filter_set_days (HearsayFilter *self,
                         gint32         first_day,
                         gint32         last_day)
{
  gboolean was_empty;

  g_return_if_fail (HEARSAY_IS_FILTER (self));

  if (self->first_day == first_day && self->last_day == last_day)
    return;
  was_empty = hearsay_filter_is_empty (self);
  self->first_day = first_day;
  self->last_day = last_day;
  hearsay_filter_emit_changed (self, PROP_LAST_DAY, was_empty);
}

const char *
hearsay_filter_get_text (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), "");
  return self->text;
}

/**
 * hearsay_filter_set_text:
 * @text: (nullable): what the words, the speaker's or a target's name must
 *   contain, in any case
 */
void
hearsay_filter_set_text (HearsayFilter *self,
                         const char    *text)
{
  gboolean was_empty;

  g_return_if_fail (HEARSAY_IS_FILTER (self));

  text = text != NULL ? text : "";
  if (g_str_equal (self->text, text))
    return;
  was_empty = hearsay_filter_is_empty (self);
  g_free (self->text);
  g_free (self->folded);
  self->text = g_strdup (text);
  self->folded = g_utf8_casefold (text, -1);
  hearsay_filter_emit_changed (self, PROP_TEXT, was_empty);
}
