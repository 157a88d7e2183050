/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-actors.h"

#include "store/hearsay-store-people-steps.h"
#include "store/hearsay-store-rows.h"

typedef enum
{
  ACT_MERGE,
  ACT_SPLIT,
  ACT_SPLIT_NAME,
  ACT_KIND,
  ACT_READ, /* changes nothing */
} Act;

/* What a person said, and where the actors in question stand as the file has it. */
typedef struct
{
  Act act;
  HearsayActor *actor;
  GPtrArray *others;    /* HearsayActor */
  GHashTable *articles; /* ids */
  char *name;
  HearsayActorKind kind;
  HearsayActor *other;  /* who came of it */

  GPtrArray *ids;       /* of actors: read on the writer's thread */
  GPtrArray *moves;     /* HearsayMove */
  HearsayStoreLink *link;
  GTask *task;
  GError *error;
} Change;

static Change *
change_new (HearsayStore *self,
            Act           act,
            HearsayActor *actor)
{
  Change *change = g_new0 (Change, 1);

  change->act = act;
  change->actor = g_object_ref (actor);
  change->others = g_ptr_array_new_with_free_func (g_object_unref);
  change->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  change->ids = g_ptr_array_new_with_free_func (g_free);
  change->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_move_free);
  change->link = _hearsay_store_link_acquire (self->link);
  return change;
}

/* On the main thread: it holds objects. */
static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->actor);
  g_ptr_array_unref (change->others);
  g_hash_table_unref (change->articles);
  g_free (change->name);
  g_ptr_array_unref (change->ids);
  g_ptr_array_unref (change->moves);
  _hearsay_store_link_release (change->link);
  g_clear_object (&change->task);
  g_clear_error (&change->error);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static gboolean
read_moves_cb (HearsayDatabase  *database,
               gpointer          data,
               GError          **error)
{
  Change *change = data;

  for (guint i = 0; i < change->ids->len; i++)
    {
      GPtrArray *moves = hearsay_store_rows_read_moves (database, g_ptr_array_index (change->ids, i), error);

      if (moves == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (change->moves, moves);
    }
  return TRUE;
}

static HearsayStep *
make_step (HearsayStore *self,
           Change       *change)
{
  switch (change->act)
    {
    case ACT_MERGE:
      return _hearsay_step_new_merge (self, change->actor, change->others, change->moves);
    case ACT_SPLIT:
      return _hearsay_step_new_split (self, change->actor, change->articles, change->moves, &change->other);
    case ACT_SPLIT_NAME:
      return _hearsay_step_new_split_name (self, change->actor, change->name, change->moves, &change->other);
    case ACT_KIND:
      return _hearsay_step_new_kind (self, change->actor, change->kind, change->moves);
    case ACT_READ:
    default:
      return NULL;
    }
}

static void
do_step (HearsayStore *self,
         HearsayStep  *step)
{
  if (step == NULL)
    return;
  _hearsay_store_apply_people (self, step, FALSE);
  hearsay_undo_push (&self->undo, step);
  _hearsay_store_notify_undo (self);
}

static gboolean
change_read_cb (gpointer data)
{
  Change *change = data;
  g_autoptr (HearsayStore) self = g_weak_ref_get (&change->link->store);

  if (change->error != NULL)
    g_task_return_error (change->task, g_steal_pointer (&change->error));
  else if (self == NULL)
    g_task_return_new_error (change->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The collection is closed");
  else if (change->act == ACT_READ)
    g_task_return_pointer (change->task, g_ptr_array_ref (change->moves), (GDestroyNotify) g_ptr_array_unref);
  else
    {
      do_step (self, make_step (self, change));
      g_task_return_pointer (change->task, change->other != NULL ? g_object_ref (change->other) : NULL, g_object_unref);
    }
  return G_SOURCE_REMOVE;
}

/* On the writer's thread. */
static void
change_answered_cb (gpointer      data,
                    gboolean      success,
                    const GError *error)
{
  Change *change = data;

  if (!success)
    change->error = g_error_copy (error);
  _hearsay_store_link_invoke (change->link, change_read_cb, change, change_free);
}

/* Takes @change. */
static void
run_later (HearsayStore        *self,
           Change              *change,
           gpointer             tag,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  _hearsay_store_ensure_loaded (self);
  change->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (change->task, tag);
  g_ptr_array_add (change->ids, g_strdup (hearsay_actor_get_id (change->actor)));
  if (change->act == ACT_MERGE)
    {
      g_ptr_array_set_size (change->ids, 0);
      for (guint i = 0; i < change->others->len; i++)
        g_ptr_array_add (change->ids, g_strdup (hearsay_actor_get_id (g_ptr_array_index (change->others, i))));
    }
  hearsay_writer_ask (self->writer, read_moves_cb, change, change_answered_cb);
}

static Change *
new_merge (HearsayStore  *self,
           HearsayActor  *into,
           HearsayActor **others,
           guint          n_others)
{
  Change *change = change_new (self, ACT_MERGE, into);

  for (guint i = 0; i < n_others; i++)
    {
      if (others[i] != into && !g_ptr_array_find (change->others, others[i], NULL))
        g_ptr_array_add (change->others, g_object_ref (others[i]));
    }
  return change;
}

/**
 * hearsay_store_merge_actors_async:
 * @into: who they all are
 * @others: (array length=n_others): actors that are @into as well
 *
 * A person says that several actors are one: in all articles, and in those that
 * will be added. One step that can be taken back.
 */
void
hearsay_store_merge_actors_async (HearsayStore         *self,
                                  HearsayActor         *into,
                                  HearsayActor        **others,
                                  guint                 n_others,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_return_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (into));
  g_return_if_fail (others != NULL || n_others == 0);

  run_later (self, new_merge (self, into, others, n_others), hearsay_store_merge_actors_async, callback, user_data);
}

/**
 * hearsay_store_split_actor_async:
 * @article_ids: (array zero-terminated=1): those in which it is the other one
 *
 * As hearsay_store_split_actor().
 */
void
hearsay_store_split_actor_async (HearsayStore         *self,
                                 HearsayActor         *actor,
                                 const char *const    *article_ids,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  Change *change;

  g_return_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor));
  g_return_if_fail (article_ids != NULL);

  change = change_new (self, ACT_SPLIT, actor);
  for (guint i = 0; article_ids[i] != NULL; i++)
    g_hash_table_add (change->articles, g_strdup (article_ids[i]));
  run_later (self, change, hearsay_store_split_actor_async, callback, user_data);
}

/**
 * hearsay_store_split_name_async:
 * @name: another name of it, which is somebody else's
 *
 * A person says that whom articles call @name is another one than @actor. Who was
 * merged into it under this name is itself again. One step that can be taken back.
 */
void
hearsay_store_split_name_async (HearsayStore         *self,
                                HearsayActor         *actor,
                                const char           *name,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  Change *change;

  g_return_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor));
  g_return_if_fail (name != NULL);

  change = change_new (self, ACT_SPLIT_NAME, actor);
  change->name = g_strdup (name);
  run_later (self, change, hearsay_store_split_name_async, callback, user_data);
}

/**
 * hearsay_store_set_actor_kind_async:
 *
 * A person says what @actor is. From then on this holds, whatever new articles
 * make of the name. One step that can be taken back.
 */
void
hearsay_store_set_actor_kind_async (HearsayStore         *self,
                                    HearsayActor         *actor,
                                    HearsayActorKind      kind,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  Change *change;

  g_return_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor));
  g_return_if_fail ((guint) kind < HEARSAY_N_ACTOR_KINDS);

  change = change_new (self, ACT_KIND, actor);
  change->kind = kind;
  run_later (self, change, hearsay_store_set_actor_kind_async, callback, user_data);
}

/**
 * hearsay_store_change_actors_finish:
 * @other: (out) (optional) (transfer full) (nullable): who was split off; %NULL where nobody was
 *
 * Of what was begun with the functions above. Articles may still be made anew.
 */
gboolean
hearsay_store_change_actors_finish (HearsayStore  *self,
                                    GAsyncResult  *result,
                                    HearsayActor **other,
                                    GError       **error)
{
  g_autoptr (HearsayActor) actor = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  actor = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (other != NULL)
    *other = g_steal_pointer (&actor);
  return TRUE;
}

/**
 * hearsay_store_rename_actor:
 * @name: what it is called from now on; the name before stays one that it is known by
 *
 * One step that can be taken back.
 */
void
hearsay_store_rename_actor (HearsayStore *self,
                            HearsayActor *actor,
                            const char   *name)
{
  g_return_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor));
  g_return_if_fail (name != NULL && *name != '\0');

  _hearsay_store_ensure_loaded (self);
  do_step (self, _hearsay_step_new_name (self, actor, name));
}

/* As run_later(), and waits for everything. */
static gboolean
run_now (HearsayStore  *self,
         Change        *change,
         GError       **error)
{
  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  if (!hearsay_writer_query (self->writer, read_moves_cb, change, error))
    return FALSE;
  do_step (self, make_step (self, change));
  _hearsay_store_finish_rebuild (self);
  return TRUE;
}

/**
 * hearsay_store_merge_actors:
 *
 * As hearsay_store_merge_actors_async(), and waits until all articles are made anew.
 *
 * Returns: whether it could be done
 */
gboolean
hearsay_store_merge_actors (HearsayStore  *self,
                            HearsayActor  *into,
                            HearsayActor **others,
                            guint          n_others,
                            GError       **error)
{
  g_autoptr (Change) change = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (into), FALSE);
  g_return_val_if_fail (others != NULL || n_others == 0, FALSE);

  change = new_merge (self, into, others, n_others);
  for (guint i = 0; i < change->others->len; i++)
    g_ptr_array_add (change->ids, g_strdup (hearsay_actor_get_id (g_ptr_array_index (change->others, i))));
  return run_now (self, change, error);
}

/**
 * hearsay_store_split_actor:
 * @actor: somebody who is two
 * @articles: (array length=n_articles): those in which it is the other one
 *
 * A person says that the actor of some articles is another one of the same name.
 * New articles get the one whose post and country fit better. One step that can
 * be taken back. Waits until all articles are made anew.
 *
 * Returns: (transfer none) (nullable): the other one; %NULL with an error, or
 *   without one where none of the articles has the actor
 */
HearsayActor *
hearsay_store_split_actor (HearsayStore    *self,
                           HearsayActor    *actor,
                           HearsayArticle **articles,
                           guint            n_articles,
                           GError         **error)
{
  g_autoptr (Change) change = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor), NULL);
  g_return_val_if_fail (articles != NULL || n_articles == 0, NULL);

  change = change_new (self, ACT_SPLIT, actor);
  g_ptr_array_add (change->ids, g_strdup (hearsay_actor_get_id (actor)));
  for (guint i = 0; i < n_articles; i++)
    g_hash_table_add (change->articles, g_strdup (hearsay_article_get_id (articles[i])));
  return run_now (self, change, error) ? change->other : NULL;
}

/**
 * hearsay_store_read_places_async:
 *
 * Asks where @actor stands.
 */
void
hearsay_store_read_places_async (HearsayStore         *self,
                                 HearsayActor         *actor,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_return_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor));

  run_later (self, change_new (self, ACT_READ, actor), hearsay_store_read_places_async, callback, user_data);
}

/**
 * hearsay_store_read_places_finish:
 *
 * Returns: (transfer full) (element-type HearsayMove) (nullable): each article that has
 *   it, with its name there, by the order of the file
 */
GPtrArray *
hearsay_store_read_places_finish (HearsayStore  *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
