/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-filter.h"

#include <string.h>

#include "model/hearsay-actor.h"

/**
 * HearsayFilter:
 *
 * Which statements the views show. A fresh one lets everything pass but what
 * was rejected.
 */
struct _HearsayFilter
{
  GObject parent_instance;

  GPtrArray *speakers;
  GPtrArray *targets;
  GHashTable *speaker_set;
  GHashTable *target_set;
  guint positions;
  guint kinds;
  guint statuses;
  gint32 first_day;
  gint32 last_day;
  char *text;
  char *folded; /* what is looked for */
};

enum
{
  PROP_0,
  PROP_SPEAKERS,
  PROP_TARGETS,
  PROP_POSITIONS,
  PROP_KINDS,
  PROP_STATUSES,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
  PROP_TEXT,
  PROP_IS_EMPTY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayFilter, hearsay_filter, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
hearsay_filter_finalize (GObject *object)
{
  HearsayFilter *self = HEARSAY_FILTER (object);

  g_hash_table_unref (self->speaker_set);
  g_hash_table_unref (self->target_set);
  g_ptr_array_unref (self->speakers);
  g_ptr_array_unref (self->targets);
  g_free (self->text);
  g_free (self->folded);
  G_OBJECT_CLASS (hearsay_filter_parent_class)->finalize (object);
}

static void
hearsay_filter_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HearsayFilter *self = HEARSAY_FILTER (object);

  switch (prop_id)
    {
    case PROP_SPEAKERS:
      g_value_set_boxed (value, self->speakers);
      break;
    case PROP_TARGETS:
      g_value_set_boxed (value, self->targets);
      break;
    case PROP_POSITIONS:
      g_value_set_uint (value, self->positions);
      break;
    case PROP_KINDS:
      g_value_set_uint (value, self->kinds);
      break;
    case PROP_STATUSES:
      g_value_set_uint (value, self->statuses);
      break;
    case PROP_FIRST_DAY:
      g_value_set_int (value, self->first_day);
      break;
    case PROP_LAST_DAY:
      g_value_set_int (value, self->last_day);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, hearsay_filter_is_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_filter_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HearsayFilter *self = HEARSAY_FILTER (object);

  switch (prop_id)
    {
    case PROP_POSITIONS:
      hearsay_filter_set_positions (self, g_value_get_uint (value));
      break;
    case PROP_KINDS:
      hearsay_filter_set_kinds (self, g_value_get_uint (value));
      break;
    case PROP_STATUSES:
      hearsay_filter_set_statuses (self, g_value_get_uint (value));
      break;
    case PROP_TEXT:
      hearsay_filter_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_filter_class_init (HearsayFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags settable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = hearsay_filter_finalize;
  object_class->get_property = hearsay_filter_get_property;
  object_class->set_property = hearsay_filter_set_property;

  properties[PROP_SPEAKERS] = g_param_spec_boxed ("speakers", NULL, NULL, G_TYPE_PTR_ARRAY, readable);
  properties[PROP_TARGETS] = g_param_spec_boxed ("targets", NULL, NULL, G_TYPE_PTR_ARRAY, readable);
  properties[PROP_POSITIONS] =
    g_param_spec_uint ("positions", NULL, NULL, 0, (1u << HEARSAY_N_POSITIONS) - 1, 0, settable);
  properties[PROP_KINDS] =
    g_param_spec_uint ("kinds", NULL, NULL, 0, (1u << HEARSAY_N_STATEMENT_KINDS) - 1, 0, settable);
  properties[PROP_STATUSES] =
    g_param_spec_uint ("statuses", NULL, NULL, 0, HEARSAY_FILTER_ANY_STATUS, 0, settable);
  properties[PROP_FIRST_DAY] =
    g_param_spec_int ("first-day", NULL, NULL, G_MININT32, G_MAXINT32, G_MININT32, readable);
  properties[PROP_LAST_DAY] =
    g_param_spec_int ("last-day", NULL, NULL, G_MININT32, G_MAXINT32, G_MAXINT32, readable);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", settable);
  properties[PROP_IS_EMPTY] = g_param_spec_boolean ("is-empty", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
hearsay_filter_init (HearsayFilter *self)
{
  self->speakers = g_ptr_array_new_with_free_func (g_object_unref);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
  self->speaker_set = g_hash_table_new (NULL, NULL);
  self->target_set = g_hash_table_new (NULL, NULL);
  self->first_day = G_MININT32;
  self->last_day = G_MAXINT32;
  self->text = g_strdup ("");
  self->folded = g_strdup ("");
}

HearsayFilter *
hearsay_filter_new (void)
{
  return g_object_new (HEARSAY_TYPE_FILTER, NULL);
}

static void
emit_changed (HearsayFilter *self,
              guint          prop_id,
              gboolean       was_empty)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  if (was_empty != hearsay_filter_is_empty (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hearsay_filter_is_empty:
 *
 * Returns: whether nothing is chosen: all pass but what was rejected
 */
gboolean
hearsay_filter_is_empty (HearsayFilter *self)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (self), TRUE);

  return self->speakers->len == 0 && self->targets->len == 0 && self->positions == 0 &&
         self->kinds == 0 && self->statuses == 0 && self->first_day == G_MININT32 &&
         self->last_day == G_MAXINT32 && self->text[0] == '\0';
}

/* Takes over the choice; returns whether it is another one. */
static gboolean
set_objects (GPtrArray  *array,
             GHashTable *set,
             gpointer   *objects,
             guint       n_objects)
{
  gboolean same = array->len == n_objects;

  for (guint i = 0; same && i < n_objects; i++)
    same = array->pdata[i] == objects[i];
  if (same)
    return FALSE;
  for (guint i = 0; i < n_objects; i++)
    g_object_ref (objects[i]);
  g_hash_table_remove_all (set);
  g_ptr_array_set_size (array, 0);
  for (guint i = 0; i < n_objects; i++)
    {
      g_ptr_array_add (array, objects[i]);
      g_hash_table_add (set, objects[i]);
    }
  return TRUE;
}

/**
 * hearsay_filter_clear:
 *
 * Lets everything pass but what was rejected.
 */
void
hearsay_filter_clear (HearsayFilter *self)
{
  g_return_if_fail (HEARSAY_IS_FILTER (self));

  if (hearsay_filter_is_empty (self))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  set_objects (self->speakers, self->speaker_set, NULL, 0);
  set_objects (self->targets, self->target_set, NULL, 0);
  self->positions = self->kinds = self->statuses = 0;
  self->first_day = G_MININT32;
  self->last_day = G_MAXINT32;
  g_free (self->text);
  g_free (self->folded);
  self->text = g_strdup ("");
  self->folded = g_strdup ("");
  for (guint i = PROP_SPEAKERS; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

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
  if (set_objects (self->speakers, self->speaker_set, (gpointer *) speakers, n_speakers))
    emit_changed (self, PROP_SPEAKERS, was_empty);
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
  if (set_objects (self->targets, self->target_set, targets, n_targets))
    emit_changed (self, PROP_TARGETS, was_empty);
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
  emit_changed (self, prop_id, was_empty);
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
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
  emit_changed (self, PROP_LAST_DAY, was_empty);
  g_object_thaw_notify (G_OBJECT (self));
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
  emit_changed (self, PROP_TEXT, was_empty);
}

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
