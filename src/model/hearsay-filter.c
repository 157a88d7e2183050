/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-filter-private.h"

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

/* Something else is chosen: what is said about it, and about whether anything is. */
void
hearsay_filter_emit_changed (HearsayFilter *self,
                             guint          prop_id,
                             gboolean       was_empty)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  /* Both are set at once. */
  if (prop_id == PROP_LAST_DAY)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
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
gboolean
hearsay_filter_set_objects (GPtrArray  *array,
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
  hearsay_filter_set_objects (self->speakers, self->speaker_set, NULL, 0);
  hearsay_filter_set_objects (self->targets, self->target_set, NULL, 0);
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
