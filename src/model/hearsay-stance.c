/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-stance.h"

#include "hearsay-enum-types.h"
#include "model/hearsay-actor.h"
#include "model/hearsay-issue.h"

/**
 * HearsayStance:
 *
 * Where a holder stands toward one target in one statement.
 */
struct _HearsayStance
{
  GObject parent_instance;

  GObject *target;
  HearsayActor *holder;
  float score;
  float confidence;
  HearsayPosition position;
  gboolean sure;
  HearsaySpan evidence;
};

enum
{
  PROP_0,
  PROP_TARGET,
  PROP_TARGET_NAME,
  PROP_HOLDER,
  PROP_POSITION,
  PROP_SCORE,
  PROP_CONFIDENCE,
  PROP_SURE,
  PROP_SHOWN_POSITION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayStance, hearsay_stance, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
hearsay_stance_dispose (GObject *object)
{
  HearsayStance *self = HEARSAY_STANCE (object);

  g_clear_object (&self->target);
  g_clear_object (&self->holder);
  G_OBJECT_CLASS (hearsay_stance_parent_class)->dispose (object);
}

static void
hearsay_stance_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HearsayStance *self = HEARSAY_STANCE (object);

  switch (prop_id)
    {
    case PROP_TARGET:
      g_value_set_object (value, self->target);
      break;
    case PROP_TARGET_NAME:
      g_value_set_string (value, hearsay_stance_get_target_name (self));
      break;
    case PROP_HOLDER:
      g_value_set_object (value, self->holder);
      break;
    case PROP_POSITION:
      g_value_set_enum (value, (gint) self->position);
      break;
    case PROP_SCORE:
      g_value_set_double (value, self->score);
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, self->confidence);
      break;
    case PROP_SURE:
      g_value_set_boolean (value, self->sure);
      break;
    case PROP_SHOWN_POSITION:
      g_value_set_enum (value, (gint) hearsay_stance_get_shown_position (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_stance_class_init (HearsayStanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hearsay_stance_dispose;
  object_class->get_property = hearsay_stance_get_property;

  properties[PROP_TARGET] = g_param_spec_object ("target", NULL, NULL, G_TYPE_OBJECT, readable);
  properties[PROP_TARGET_NAME] = g_param_spec_string ("target-name", NULL, NULL, NULL, readable);
  properties[PROP_HOLDER] = g_param_spec_object ("holder", NULL, NULL, HEARSAY_TYPE_ACTOR, readable);
  properties[PROP_POSITION] =
    g_param_spec_enum ("position", NULL, NULL, HEARSAY_TYPE_POSITION, HEARSAY_POSITION_NEUTRAL, readable);
  properties[PROP_SCORE] = g_param_spec_double ("score", NULL, NULL, -1.0, 1.0, 0.0, readable);
  properties[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, 0.0, 1.0, 0.0, readable);
  properties[PROP_SURE] = g_param_spec_boolean ("sure", NULL, NULL, FALSE, readable);
  properties[PROP_SHOWN_POSITION] =
    g_param_spec_enum ("shown-position", NULL, NULL, HEARSAY_TYPE_POSITION, HEARSAY_POSITION_NEUTRAL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_stance_init (HearsayStance *self)
{
}

/* Confines a number from outside; what is no number becomes zero. */
static float
confine (double value,
         double least,
         double most)
{
  return value >= least && value <= most ? (float) value
       : value > most ? (float) most
       : value < least ? (float) least
       : 0.0f;
}

/**
 * hearsay_stance_new:
 * @data: what is known; @data->target is an actor or an issue
 *
 * Returns: (transfer full): a stance; its score lies in -1 … 1, its confidence in 0 … 1
 */
HearsayStance *
hearsay_stance_new (const HearsayStanceData *data)
{
  HearsayStance *self;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (HEARSAY_IS_ACTOR (data->target) || HEARSAY_IS_ISSUE (data->target), NULL);
  g_return_val_if_fail (data->holder == NULL || HEARSAY_IS_ACTOR (data->holder), NULL);
  g_return_val_if_fail ((guint) data->position < HEARSAY_N_POSITIONS, NULL);

  self = g_object_new (HEARSAY_TYPE_STANCE, NULL);
  g_set_object (&self->target, data->target);
  g_set_object (&self->holder, data->holder);
  self->position = data->position;
  self->score = confine (data->score, -1.0, 1.0);
  self->confidence = confine (data->confidence, 0.0, 1.0);
  self->sure = data->sure != FALSE;
  self->evidence = data->evidence;
  return self;
}

/**
 * hearsay_stance_get_target:
 *
 * Returns: (transfer none): a #HearsayActor or a #HearsayIssue
 */
gpointer
hearsay_stance_get_target (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), NULL);
  return self->target;
}

const char *
hearsay_stance_get_target_id (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), NULL);

  if (HEARSAY_IS_ISSUE (self->target))
    return hearsay_issue_get_id (HEARSAY_ISSUE (self->target));
  return hearsay_actor_get_id (HEARSAY_ACTOR (self->target));
}

const char *
hearsay_stance_get_target_name (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), NULL);

  if (HEARSAY_IS_ISSUE (self->target))
    return hearsay_issue_get_name (HEARSAY_ISSUE (self->target));
  return hearsay_actor_get_name (HEARSAY_ACTOR (self->target));
}

HearsayActor *
hearsay_stance_get_holder (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), NULL);
  return self->holder;
}

HearsayPosition
hearsay_stance_get_position (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), HEARSAY_POSITION_NEUTRAL);
  return self->position;
}

/**
 * hearsay_stance_get_shown_position:
 *
 * Returns: the position that views draw: neutral where the engine is not sure
 */
HearsayPosition
hearsay_stance_get_shown_position (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), HEARSAY_POSITION_NEUTRAL);
  return self->sure ? self->position : HEARSAY_POSITION_NEUTRAL;
}

double
hearsay_stance_get_score (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), 0.0);
  return self->score;
}

double
hearsay_stance_get_confidence (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), 0.0);
  return self->confidence;
}

gboolean
hearsay_stance_get_sure (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), FALSE);
  return self->sure;
}

HearsaySpan
hearsay_stance_get_evidence (HearsayStance *self)
{
  g_return_val_if_fail (HEARSAY_IS_STANCE (self), HEARSAY_SPAN_NONE);
  return self->evidence;
}
