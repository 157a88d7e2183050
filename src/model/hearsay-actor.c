/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-actor-private.h"

#include <string.h>

#include "hearsay-enum-types.h"
#include "model/hearsay-naming.h"

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_SHORT_NAME,
  PROP_INITIALS,
  PROP_KIND,
  PROP_KIND_CONFIDENCE,
  PROP_ROLE,
  PROP_AFFILIATION,
  PROP_COLOUR,
  PROP_N_STATEMENTS,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayActor, hearsay_actor, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
hearsay_actor_dispose (GObject *object)
{
  HearsayActor *self = HEARSAY_ACTOR (object);

  g_clear_object (&self->affiliation);
  G_OBJECT_CLASS (hearsay_actor_parent_class)->dispose (object);
}

static void
hearsay_actor_finalize (GObject *object)
{
  HearsayActor *self = HEARSAY_ACTOR (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->initials);
  g_free (self->role);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_ptr_array_unref (self->aliases);
  G_OBJECT_CLASS (hearsay_actor_parent_class)->finalize (object);
}

static void
hearsay_actor_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HearsayActor *self = HEARSAY_ACTOR (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SHORT_NAME:
      g_value_set_string (value, self->short_name);
      break;
    case PROP_INITIALS:
      g_value_set_string (value, self->initials);
      break;
    case PROP_KIND:
      g_value_set_enum (value, (gint) self->kind);
      break;
    case PROP_KIND_CONFIDENCE:
      g_value_set_double (value, self->kind_confidence);
      break;
    case PROP_ROLE:
      g_value_set_string (value, self->role);
      break;
    case PROP_AFFILIATION:
      g_value_set_object (value, self->affiliation);
      break;
    case PROP_COLOUR:
      g_value_set_int (value, self->colour);
      break;
    case PROP_N_STATEMENTS:
      g_value_set_uint (value, self->n_statements);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_actor_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  HearsayActor *self = HEARSAY_ACTOR (object);

  switch (prop_id)
    {
    case PROP_SHORT_NAME:
      hearsay_actor_set_short_name (self, g_value_get_string (value));
      break;
    case PROP_ROLE:
      hearsay_actor_set_role (self, g_value_get_string (value));
      break;
    case PROP_AFFILIATION:
      hearsay_actor_set_affiliation (self, g_value_get_object (value));
      break;
    case PROP_COLOUR:
      hearsay_actor_set_colour (self, g_value_get_int (value));
      break;
    case PROP_N_STATEMENTS:
      hearsay_actor_set_n_statements (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_actor_class_init (HearsayActorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags settable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hearsay_actor_dispose;
  object_class->finalize = hearsay_actor_finalize;
  object_class->get_property = hearsay_actor_get_property;
  object_class->set_property = hearsay_actor_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, readable);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_SHORT_NAME] = g_param_spec_string ("short-name", NULL, NULL, NULL, settable);
  properties[PROP_INITIALS] = g_param_spec_string ("initials", NULL, NULL, NULL, readable);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, HEARSAY_TYPE_ACTOR_KIND, HEARSAY_ACTOR_PERSON, readable);
  properties[PROP_KIND_CONFIDENCE] = g_param_spec_double ("kind-confidence", NULL, NULL, 0.0, 1.0, 0.0, readable);
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, settable);
  properties[PROP_AFFILIATION] =
    g_param_spec_object ("affiliation", NULL, NULL, HEARSAY_TYPE_ACTOR, settable);
  properties[PROP_COLOUR] =
    g_param_spec_int ("colour", NULL, NULL, -1, G_MAXINT, -1, settable);
  properties[PROP_N_STATEMENTS] =
    g_param_spec_uint ("n-statements", NULL, NULL, 0, G_MAXUINT, 0, settable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_actor_init (HearsayActor *self)
{
  self->colour = -1;
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->aliases, NULL);
}

/**
 * hearsay_actor_new:
 * @id: unique in the collection
 * @name: the fullest name known
 * @kind: what it is
 *
 * Returns: (transfer full): an actor with a short name and initials made from its name
 */
HearsayActor *
hearsay_actor_new (const char       *id,
                   const char       *name,
                   HearsayActorKind  kind)
{
  HearsayActor *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail ((guint) kind < HEARSAY_N_ACTOR_KINDS, NULL);

  self = g_object_new (HEARSAY_TYPE_ACTOR, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->kind = kind;
  self->short_name = hearsay_naming_dup_short_name (name, kind, NULL, 0);
  self->initials = hearsay_naming_dup_initials (name, kind);
  return self;
}

const char *
hearsay_actor_get_id (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);
  return self->id;
}

const char *
hearsay_actor_get_name (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);
  return self->name;
}

const char *
hearsay_actor_get_short_name (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);
  return self->short_name;
}

/**
 * hearsay_actor_set_short_name:
 * @short_name: the form that stands alone in texts
 */
void
hearsay_actor_set_short_name (HearsayActor *self,
                              const char   *short_name)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));
  g_return_if_fail (short_name != NULL);

  if (g_str_equal (self->short_name, short_name))
    return;
  g_free (self->short_name);
  self->short_name = g_strdup (short_name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHORT_NAME]);
}

const char *
hearsay_actor_get_initials (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);
  return self->initials;
}

HearsayActorKind
hearsay_actor_get_kind (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), HEARSAY_ACTOR_PERSON);
  return self->kind;
}

/**
 * hearsay_actor_get_kind_confidence:
 *
 * Returns: the probability that the kind is right: 1 where a person said so, 0
 *   where it is not known
 */
double
hearsay_actor_get_kind_confidence (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), 0.0);
  return self->kind_confidence;
}

/* Initials and the short name follow from name and kind. */
static void
update_forms (HearsayActor *self)
{
  g_autofree char *short_name = hearsay_naming_dup_short_name (self->name, self->kind, NULL, 0);

  g_free (self->initials);
  self->initials = hearsay_naming_dup_initials (self->name, self->kind);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INITIALS]);
  hearsay_actor_set_short_name (self, short_name);
}

/**
 * hearsay_actor_set_kind:
 * @confidence: 0 to 1; see hearsay_actor_get_kind_confidence()
 *
 * The store's to call.
 */
void
hearsay_actor_set_kind (HearsayActor     *self,
                        HearsayActorKind  kind,
                        double            confidence)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));
  g_return_if_fail ((guint) kind < HEARSAY_N_ACTOR_KINDS);
  g_return_if_fail (confidence >= 0.0 && confidence <= 1.0);

  if (self->kind_confidence != confidence)
    {
      self->kind_confidence = confidence;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND_CONFIDENCE]);
    }
  if (self->kind == kind)
    return;
  self->kind = kind;
  update_forms (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/**
 * hearsay_actor_set_name:
 * @name: what the actor is called from now on
 *
 * The store's to call: it keeps the name before as an alias.
 */
void
hearsay_actor_set_name (HearsayActor *self,
                        const char   *name)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));
  g_return_if_fail (name != NULL && *name != '\0');

  if (g_str_equal (self->name, name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  update_forms (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

const char *
hearsay_actor_get_role (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);
  return self->role;
}

/**
 * hearsay_actor_set_role:
 * @role: (nullable): “Russian President”, as a text has it
 */
void
hearsay_actor_set_role (HearsayActor *self,
                        const char   *role)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));

  if (g_strcmp0 (self->role, role) == 0)
    return;
  g_free (self->role);
  self->role = g_strdup (role);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

/**
 * hearsay_actor_get_aliases:
 *
 * Returns: (transfer none) (array zero-terminated=1): other names it is known by
 */
const char *const *
hearsay_actor_get_aliases (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);

  return (const char *const *) self->aliases->pdata;
}

/**
 * hearsay_actor_add_alias:
 * @alias: another name
 *
 * Returns: whether it is new
 */
gboolean
hearsay_actor_add_alias (HearsayActor *self,
                         const char   *alias)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), FALSE);
  g_return_val_if_fail (alias != NULL, FALSE);

  if (*alias == '\0' || strcmp (alias, self->name) == 0 ||
      g_strv_contains ((const char *const *) self->aliases->pdata, alias))
    return FALSE;
  g_ptr_array_insert (self->aliases, (gint) self->aliases->len - 1, g_strdup (alias));
  return TRUE;
}

/**
 * hearsay_actor_remove_alias:
 *
 * Returns: whether it had that name
 */
gboolean
hearsay_actor_remove_alias (HearsayActor *self,
                            const char   *alias)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), FALSE);
  g_return_val_if_fail (alias != NULL, FALSE);

  for (guint i = 0; i + 1 < self->aliases->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->aliases, i), alias))
        {
          g_ptr_array_remove_index (self->aliases, i);
          return TRUE;
        }
    }
  return FALSE;
}

HearsayActor *
hearsay_actor_get_affiliation (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), NULL);
  return self->affiliation;
}

/* Whether @self is reached from @actor by affiliations: a ring of references would never be freed. */
static gboolean
belongs_to (HearsayActor *actor,
            HearsayActor *self)
{
  for (; actor != NULL; actor = actor->affiliation)
    {
      if (actor == self)
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_actor_set_affiliation:
 * @affiliation: (nullable): what it belongs to; ignored where @self is its superior
 */
void
hearsay_actor_set_affiliation (HearsayActor *self,
                               HearsayActor *affiliation)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));
  g_return_if_fail (affiliation == NULL || HEARSAY_IS_ACTOR (affiliation));

  if (belongs_to (affiliation, self))
    return;
  if (g_set_object (&self->affiliation, affiliation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AFFILIATION]);
}

int
hearsay_actor_get_colour (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), -1);
  return self->colour;
}

/**
 * hearsay_actor_set_colour:
 * @colour: place among the speakers of the collection, from 0; -1 for none
 */
void
hearsay_actor_set_colour (HearsayActor *self,
                          int           colour)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));
  g_return_if_fail (colour >= -1);

  if (self->colour == colour)
    return;
  self->colour = colour;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}

guint
hearsay_actor_get_n_statements (HearsayActor *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), 0);
  return self->n_statements;
}

void
hearsay_actor_set_n_statements (HearsayActor *self,
                                guint         n_statements)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));

  if (self->n_statements == n_statements)
    return;
  self->n_statements = n_statements;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_STATEMENTS]);
}
