/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-people-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/hearsay-name-key.h"
#include "model/hearsay-naming.h"

/* What is decided now, and what held before. */
static void
decide_identity (HearsayStore     *self,
                 HearsayStep      *step,
                 HearsayActorKind  kind,
                 const char       *name_key,
                 const char       *article_id,
                 const char       *actor_id)
{
  HearsayIdentity *identity = g_new0 (HearsayIdentity, 1);
  const HearsayIdentity *before;
  HearsayIdentity *nothing;

  identity->kind = kind;
  identity->name_key = g_strdup (name_key);
  identity->article_id = g_strdup (article_id);
  before = hearsay_join_get_identity (self->join, identity);
  nothing = hearsay_identity_copy (before != NULL ? before : identity);
  identity->actor_id = g_strdup (actor_id);
  g_ptr_array_add (step->identities, identity);
  g_ptr_array_add (step->identities_before, nothing);
}

/* @actor is @other from now on; or with NULL, itself. */
static void
decide_actor (HearsayStore *self,
              HearsayStep  *step,
              HearsayActor *actor,
              HearsayActor *other)
{
  g_autofree char *by_id = g_strconcat ("#", hearsay_actor_get_id (actor), NULL);

  decide_identity (self, step, hearsay_actor_get_kind (actor), by_id, NULL, other != NULL ? hearsay_actor_get_id (other) : NULL);
}

static void
add_name (HearsayStep  *step,
          HearsayActor *actor,
          const char   *name,
          gboolean      gained)
{
  gboolean has = g_strv_contains (hearsay_actor_get_aliases (actor), name);
  HearsayNameChange *change;

  if (has == gained || (gained && strcmp (hearsay_actor_get_name (actor), name) == 0))
    return;
  change = g_new0 (HearsayNameChange, 1);
  change->actor_id = g_strdup (hearsay_actor_get_id (actor));
  change->name = g_strdup (name);
  change->gained = gained;
  g_ptr_array_add (step->names, change);
}

static void
add_move (HearsayStep       *step,
          const HearsayMove *from,
          HearsayActor      *to)
{
  HearsayMove *move = hearsay_move_copy (from);

  g_free (move->actor_id);
  move->actor_id = g_strdup (hearsay_actor_get_id (to));
  g_ptr_array_add (step->moves, move);
}

/* Names of one that became another are names of the other. */
static void
hand_over_names (HearsayStep  *step,
                 HearsayActor *from,
                 HearsayActor *to)
{
  const char *const *aliases = hearsay_actor_get_aliases (from);

  if (hearsay_actor_get_kind (from) != hearsay_actor_get_kind (to))
    return;
  if (!hearsay_naming_is_bare (hearsay_actor_get_name (from), hearsay_actor_get_kind (from)))
    add_name (step, to, hearsay_actor_get_name (from), TRUE);
  for (guint i = 0; aliases[i] != NULL; i++)
    add_name (step, to, aliases[i], TRUE);
}

HearsayStep *
_hearsay_step_new_merge (HearsayStore *store,
                         HearsayActor *into,
                         GPtrArray    *others,
                         GPtrArray    *moves)
{
  g_autoptr (HearsayStep) step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  guint n;

  for (guint i = 0; i < others->len; i++)
    {
      HearsayActor *other = g_ptr_array_index (others, i);

      if (other == into)
        continue;
      decide_actor (store, step, other, into);
      hand_over_names (step, other, into);
    }
  n = step->identities->len;
  if (n == 0)
    return NULL;
  for (guint i = 0; i < moves->len; i++)
    add_move (step, g_ptr_array_index (moves, i), into);
  /* Who was said to be one of the others before is not any more: else they would go round in a circle. */
  decide_actor (store, step, into, NULL);
  step->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u actor", "Merge %u actors", n), n);
  return g_steal_pointer (&step);
}

static HearsayActor *
make_other (HearsayStore *self,
            HearsayActor *actor,
            const char   *name)
{
  g_autofree char *id = NULL;
  g_autoptr (HearsayActor) other = NULL;

  for (guint n = 2;; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", hearsay_actor_get_id (actor), n);
      if (hearsay_collection_find_actor (self->collection, id) == NULL)
        break;
    }
  other = hearsay_actor_new (id, name, hearsay_actor_get_kind (actor));
  hearsay_actor_set_kind (other, hearsay_actor_get_kind (actor), hearsay_actor_get_kind_confidence (actor));
  hearsay_collection_add_actor (self->collection, other);
  hearsay_join_add_actor (self->join, other);
  return other;
}

HearsayStep *
_hearsay_step_new_split (HearsayStore  *store,
                         HearsayActor  *actor,
                         GHashTable    *articles,
                         GPtrArray     *moves,
                         HearsayActor **other)
{
  g_autoptr (HearsayStep) step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  HearsayActorKind kind = hearsay_actor_get_kind (actor);

  *other = NULL;
  for (guint i = 0; i < moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (moves, i);
      g_autofree char *key = NULL;

      if (!g_hash_table_contains (articles, move->article_id))
        continue;
      if (*other == NULL)
        {
          *other = make_other (store, actor, hearsay_actor_get_name (actor));
          hearsay_actor_set_short_name (*other, hearsay_actor_get_short_name (actor));
        }
      add_move (step, move, *other);
      key = hearsay_name_dup_key (move->name, kind);
      decide_identity (store, step, kind, key, move->article_id, hearsay_actor_get_id (*other));
    }
  if (*other == NULL)
    return NULL;
  step->label = g_strdup (_("Split an actor"));
  return g_steal_pointer (&step);
}

/* Who had this name before it was said to be @actor. */
static HearsayActor *
find_former (HearsayStore *self,
             HearsayActor *actor,
             const char   *name)
{
  GListModel *actors = hearsay_collection_get_actors (self->collection);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) former = g_list_model_get_item (actors, i);

      /* The collection keeps it. */
      if (former != actor && strcmp (hearsay_actor_get_name (former), name) == 0 &&
          hearsay_actor_get_kind (former) == hearsay_actor_get_kind (actor) &&
          hearsay_join_follow (self->join, self->collection, former) == actor)
        return former;
    }
  return NULL;
}

HearsayStep *
_hearsay_step_new_split_name (HearsayStore  *store,
                              HearsayActor  *actor,
                              const char    *name,
                              GPtrArray     *moves,
                              HearsayActor **other)
{
  g_autoptr (HearsayStep) step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  HearsayActorKind kind = hearsay_actor_get_kind (actor);
  g_autofree char *wanted = hearsay_name_dup_key (name, kind);
  HearsayActor *former = find_former (store, actor, name);

  *other = NULL;
  for (guint i = 0; i < moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (moves, i);
      g_autofree char *key = hearsay_name_dup_key (move->name, kind);

      if (strcmp (key, wanted) != 0)
        continue;
      if (*other == NULL)
        *other = former != NULL ? former : make_other (store, actor, name);
      add_move (step, move, *other);
      decide_identity (store, step, kind, key, move->article_id, hearsay_actor_get_id (*other));
    }
  if (*other == NULL)
    return NULL;
  if (former != NULL)
    decide_actor (store, step, former, NULL);
  add_name (step, actor, name, FALSE);
  step->label = g_strdup_printf (_("Split off “%s”"), name);
  return g_steal_pointer (&step);
}

static HearsayActorChange *
add_change (HearsayStep  *step,
            HearsayActor *actor)
{
  HearsayActorChange *change = g_new0 (HearsayActorChange, 1);

  change->actor_id = g_strdup (hearsay_actor_get_id (actor));
  change->name = g_strdup (hearsay_actor_get_name (actor));
  change->name_before = g_strdup (change->name);
  change->kind = change->kind_before = hearsay_actor_get_kind (actor);
  change->confidence = change->confidence_before = hearsay_actor_get_kind_confidence (actor);
  g_ptr_array_add (step->changes, change);
  return change;
}

/* Articles that are read later find the names as the other kind, as these did: they are taught
 * whom they mean. A person's single name means somebody in its article alone. */
HearsayStep *
_hearsay_step_new_kind (HearsayStore     *store,
                        HearsayActor     *actor,
                        HearsayActorKind  kind,
                        GPtrArray        *moves)
{
  g_autoptr (HearsayStep) step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HearsayActorKind before = hearsay_actor_get_kind (actor);
  HearsayActorChange *change;

  if (before == kind && hearsay_actor_get_kind_confidence (actor) >= 1.0)
    return NULL;
  change = add_change (step, actor);
  change->kind = kind;
  change->confidence = 1.0;
  for (guint i = 0; before != kind && i < moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (moves, i);
      const char *article_id = hearsay_naming_is_bare (move->name, before) ? move->article_id : NULL;
      g_autofree char *key = hearsay_name_dup_key (move->name, before);

      if (g_hash_table_add (seen, g_strconcat (key, "\n", article_id, NULL)))
        decide_identity (store, step, before, key, article_id, hearsay_actor_get_id (actor));
    }
  step->label = g_strdup_printf (_("Change what “%s” is"), hearsay_actor_get_name (actor));
  return g_steal_pointer (&step);
}

HearsayStep *
_hearsay_step_new_name (HearsayStore *store,
                        HearsayActor *actor,
                        const char   *name)
{
  g_autoptr (HearsayStep) step = NULL;
  HearsayActorChange *change;
  HearsayNameChange *former;

  if (strcmp (hearsay_actor_get_name (actor), name) == 0)
    return NULL;
  step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  change = add_change (step, actor);
  g_free (change->name);
  change->name = g_strdup (name);
  add_name (step, actor, name, FALSE);
  former = g_new0 (HearsayNameChange, 1);
  former->actor_id = g_strdup (hearsay_actor_get_id (actor));
  former->name = g_strdup (hearsay_actor_get_name (actor));
  former->gained = TRUE;
  g_ptr_array_add (step->names, former);
  step->label = g_strdup_printf (_("Rename “%s”"), hearsay_actor_get_name (actor));
  return g_steal_pointer (&step);
}
