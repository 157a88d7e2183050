/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include "store/hearsay-store-builder.h"

static void
teach (HearsayStore *self,
       GPtrArray    *identities)
{
  for (guint i = 0; i < identities->len; i++)
    {
      const HearsayIdentity *identity = g_ptr_array_index (identities, i);

      if (identity->actor_id != NULL)
        hearsay_join_set_identity (self->join, identity);
      else
        hearsay_join_remove_identity (self->join, identity);
    }
}

/* Names that go, or those that come: what goes first, so that a name can become an alias and the other way round. */
static void
change_names (HearsayStore *self,
              HearsayStep  *step,
              gboolean      back,
              gboolean      come)
{
  for (guint i = 0; i < step->names->len; i++)
    {
      const HearsayNameChange *change = g_ptr_array_index (step->names, i);
      HearsayActor *actor = hearsay_collection_find_actor (self->collection, change->actor_id);

      if (actor == NULL || (change->gained != back) != come)
        continue;
      if (come)
        {
          hearsay_actor_add_alias (actor, change->name);
          hearsay_join_add_name (self->join, actor, change->name);
        }
      else
        {
          hearsay_actor_remove_alias (actor, change->name);
          hearsay_join_remove_name (self->join, actor, change->name);
        }
    }
}

static void
change_actors (HearsayStore *self,
               HearsayStep  *step,
               gboolean      back)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      const HearsayActorChange *change = g_ptr_array_index (step->changes, i);
      HearsayActor *actor = hearsay_collection_find_actor (self->collection, change->actor_id);

      if (actor == NULL)
        continue;
      hearsay_join_remove_actor (self->join, actor);
      hearsay_actor_set_name (actor, back ? change->name_before : change->name);
      hearsay_actor_set_kind (actor, back ? change->kind_before : change->kind,
                              back ? change->confidence_before : change->confidence);
      hearsay_join_add_actor (self->join, actor);
      hearsay_collection_touch (self->collection);
    }
}

static void
add_row (HearsayStore   *self,
         HearsayCommand *command,
         GHashTable     *told,
         const char     *actor_id)
{
  HearsayActor *actor = hearsay_collection_find_actor (self->collection, actor_id);

  if (actor != NULL && g_hash_table_add (told, (gpointer) hearsay_actor_get_id (actor)))
    g_ptr_array_add (command->actors, hearsay_store_builder_make_row (actor));
}

static void
push_names (HearsayStore   *self,
            HearsayStep    *step,
            gboolean        back,
            HearsayCommand *command,
            GHashTable     *told)
{
  for (guint i = 0; i < step->names->len; i++)
    {
      const HearsayNameChange *change = g_ptr_array_index (step->names, i);

      add_row (self, command, told, change->actor_id);
      if (change->gained != back)
        continue;
      g_ptr_array_add (command->lost, g_strdup (change->actor_id));
      g_ptr_array_add (command->lost, g_strdup (change->name));
    }
}

/* Tells the writer what the objects are now. */
static void
push_people (HearsayStore *self,
             HearsayStep  *step,
             gboolean      back)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_IDENTIFY);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *identities = back ? step->identities_before : step->identities;

  /* Moves are never changed: the writer reads those of the step. */
  g_ptr_array_unref (command->moves);
  command->moves = g_ptr_array_ref (step->moves);
  command->back = back;
  for (guint i = 0; i < step->moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (step->moves, i);

      add_row (self, command, told, back ? move->before_id : move->actor_id);
    }
  for (guint i = 0; i < step->changes->len; i++)
    add_row (self, command, told, ((const HearsayActorChange *) g_ptr_array_index (step->changes, i))->actor_id);
  push_names (self, step, back, command, told);
  for (guint i = 0; i < identities->len; i++)
    g_ptr_array_add (command->identities, hearsay_identity_copy (g_ptr_array_index (identities, i)));
  hearsay_writer_push (self->writer, command);
}

/* What an article said of an actor that is now another is not known of the one it was. */
static void
forget_roles (HearsayStore *self,
              HearsayStep  *step,
              gboolean      back)
{
  HearsayActor *before = NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < step->moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (step->moves, i);
      HearsayActor *left = hearsay_collection_find_actor (self->collection, back ? move->actor_id : move->before_id);

      /* Moves stand together by actor, so that each looks for its role once. */
      if (before != left)
        {
          if (changed)
            hearsay_actor_update_role (before);
          changed = FALSE;
          before = left;
        }
      if (left != NULL && hearsay_actor_forget_article (left, move->article_id))
        changed = TRUE;
    }
  if (changed)
    hearsay_actor_update_role (before);
}

/* Carries a step out, or takes it back: actors at once, then the file, and then, in
 * slices, the articles that have other actors now. */
void
_hearsay_store_apply_people (HearsayStore *self,
                             HearsayStep  *step,
                             gboolean      back)
{
  hearsay_collection_freeze (self->collection);
  teach (self, back ? step->identities_before : step->identities);
  change_names (self, step, back, FALSE);
  change_actors (self, step, back);
  change_names (self, step, back, TRUE);
  push_people (self, step, back);
  forget_roles (self, step, back);
  for (guint i = 0; i < step->moves->len; i++)
    _hearsay_store_queue_rebuild (self, ((const HearsayMove *) g_ptr_array_index (step->moves, i))->article_id);
  hearsay_collection_thaw (self->collection);
}
