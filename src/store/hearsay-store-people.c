/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include <glib/gi18n-lib.h>

#include "model/hearsay-name-key.h"
#include "model/hearsay-naming.h"
#include "store/hearsay-store-builder.h"
#include "store/hearsay-store-rows.h"

typedef struct
{
  const char *id;
  GPtrArray *moves;
  HearsayStoreRecord *record;
} Question;

static gboolean
read_moves_cb (HearsayDatabase  *database,
               gpointer          data,
               GError          **error)
{
  Question *question = data;

  question->moves = hearsay_store_rows_read_moves (database, question->id, error);
  return question->moves != NULL;
}

static gboolean
read_record_cb (HearsayDatabase  *database,
                gpointer          data,
                GError          **error)
{
  Question *question = data;
  gint64 key = 0;

  if (!hearsay_store_rows_find_article (database, question->id, &key, error))
    return FALSE;
  if (key != 0)
    question->record = hearsay_store_rows_read_article (database, key, error);
  return question->record != NULL;
}

/* Makes an article's objects anew. */
void
_hearsay_store_rebuild_article (HearsayStore       *self,
                                HearsayStoreRecord *record)
{
  g_autoptr (HearsayArticle) article = hearsay_store_builder_new_article (record->analysis);

  hearsay_store_builder_affiliate (self->collection, record);
  hearsay_store_builder_fill (self->collection, article, record, g_hash_table_lookup (self->decisions, record->analysis->id));
  self->next_colour = hearsay_store_builder_give_colours (article, self->next_colour);
  _hearsay_store_place_article (self, article);
}

/* With the actors that the file has now. */
static void
rebuild_article (HearsayStore *self,
                 const char   *article_id)
{
  HearsayArticle *old = hearsay_collection_find_article (self->collection, article_id);
  Question question = { .id = article_id };

  if (old == NULL || !hearsay_writer_query (self->writer, read_record_cb, &question, NULL))
    return;
  hearsay_issue_rules_show (self->rules, question.record);
  _hearsay_store_rebuild_article (self, question.record);
  hearsay_store_record_free (question.record);
}

static void
push_people (HearsayStore *self,
             HearsayStep  *step,
             gboolean      back)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_IDENTIFY);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *identities = back ? step->identities_before : step->identities;

  for (guint i = 0; i < step->moves->len; i++)
    {
      HearsayMove *move = hearsay_move_copy (g_ptr_array_index (step->moves, i));
      HearsayActor *actor;

      if (back)
        {
          g_free (move->actor_id);
          move->actor_id = g_strdup (move->before_id);
        }
      g_ptr_array_add (command->moves, move);
      actor = hearsay_collection_find_actor (self->collection, move->actor_id);
      if (actor != NULL && g_hash_table_add (told, move->actor_id))
        g_ptr_array_add (command->actors, hearsay_store_builder_make_row (actor));
    }
  for (guint i = 0; i < identities->len; i++)
    g_ptr_array_add (command->identities, hearsay_identity_copy (g_ptr_array_index (identities, i)));
  hearsay_writer_push (self->writer, command);
}

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

/* Carries a step out, or takes it back: the file first, then the articles that it changes. */
void
_hearsay_store_apply_people (HearsayStore *self,
                             HearsayStep  *step,
                             gboolean      back)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  teach (self, back ? step->identities_before : step->identities);
  push_people (self, step, back);
  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < step->moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (step->moves, i);
      HearsayActor *left = hearsay_collection_find_actor (self->collection, back ? move->actor_id : move->before_id);

      /* What an article said of an actor that is now another is not known of the one it was. */
      if (left != NULL)
        hearsay_actor_note_role (left, move->article_id, NULL, HEARSAY_DATE_NONE);
    }
  for (guint i = 0; i < step->moves->len; i++)
    {
      const HearsayMove *move = g_ptr_array_index (step->moves, i);

      if (g_hash_table_add (done, move->article_id))
        rebuild_article (self, move->article_id);
    }
  hearsay_collection_thaw (self->collection);
}

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

static gboolean
read_moves (HearsayStore  *self,
            HearsayActor  *actor,
            GPtrArray    **moves,
            GError       **error)
{
  Question question = { .id = hearsay_actor_get_id (actor) };

  if (!hearsay_writer_query (self->writer, read_moves_cb, &question, error))
    return FALSE;
  *moves = question.moves;
  return TRUE;
}

static void
finish_step (HearsayStore *self,
             HearsayStep  *step)
{
  _hearsay_store_apply_people (self, step, FALSE);
  hearsay_undo_push (&self->undo, step);
  _hearsay_store_notify_undo (self);
}

/* Names of one that became another are names of the other. */
static void
hand_over_names (HearsayStore *self,
                 HearsayActor *from,
                 HearsayActor *to)
{
  const char *const *aliases = hearsay_actor_get_aliases (from);

  if (hearsay_actor_get_kind (from) != hearsay_actor_get_kind (to))
    return;
  if (!hearsay_naming_is_bare (hearsay_actor_get_name (from), hearsay_actor_get_kind (from)))
    hearsay_actor_add_alias (to, hearsay_actor_get_name (from));
  for (guint i = 0; aliases[i] != NULL; i++)
    hearsay_actor_add_alias (to, aliases[i]);
  hearsay_join_add_actor (self->join, to);
}

/**
 * hearsay_store_merge_actors:
 * @into: who they all are
 * @others: (array length=n_others): actors that are @into as well
 *
 * A person says that several actors are one: in all articles, and in those that
 * will be added. One step that can be taken back. Waits for the writer, and makes
 * the articles that have one of the others anew.
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
  g_autoptr (HearsayStep) step = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (into), FALSE);
  g_return_val_if_fail (others != NULL || n_others == 0, FALSE);

  _hearsay_store_ensure_loaded (self);
  step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  for (guint i = 0; i < n_others; i++)
    {
      g_autofree char *by_id = g_strconcat ("#", hearsay_actor_get_id (others[i]), NULL);
      g_autoptr (GPtrArray) moves = NULL;

      if (others[i] == into)
        continue;
      if (!read_moves (self, others[i], &moves, error))
        return FALSE;
      for (guint k = 0; k < moves->len; k++)
        {
          HearsayMove *move = hearsay_move_copy (g_ptr_array_index (moves, k));

          move->actor_id = g_strdup (hearsay_actor_get_id (into));
          g_ptr_array_add (step->moves, move);
        }
      decide_identity (self, step, hearsay_actor_get_kind (others[i]), by_id, NULL, hearsay_actor_get_id (into));
      hand_over_names (self, others[i], into);
    }
  if (step->identities->len == 0)
    return TRUE;
  /* Who was said to be one of the others before is not any more: else they would go round in a circle. */
  {
    g_autofree char *by_id = g_strconcat ("#", hearsay_actor_get_id (into), NULL);

    decide_identity (self, step, hearsay_actor_get_kind (into), by_id, NULL, NULL);
  }
  step->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u actor", "Merge %u actors", step->identities->len),
                                 step->identities->len);
  finish_step (self, g_steal_pointer (&step));
  return TRUE;
}

static HearsayActor *
make_other (HearsayStore *self,
            HearsayActor *actor)
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
  other = hearsay_actor_new (id, hearsay_actor_get_name (actor), hearsay_actor_get_kind (actor));
  hearsay_actor_set_short_name (other, hearsay_actor_get_short_name (actor));
  hearsay_collection_add_actor (self->collection, other);
  hearsay_join_add_actor (self->join, other);
  return other;
}

/**
 * hearsay_store_split_actor:
 * @actor: somebody who is two
 * @articles: (array length=n_articles): those in which it is the other one
 *
 * A person says that the actor of some articles is another one of the same name.
 * New articles get the one whose post and country fit better. One step that can
 * be taken back.
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
  g_autoptr (HearsayStep) step = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  HearsayActor *other = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ACTOR (actor), NULL);
  g_return_val_if_fail (articles != NULL || n_articles == 0, NULL);

  _hearsay_store_ensure_loaded (self);
  for (guint i = 0; i < n_articles; i++)
    g_hash_table_add (wanted, (gpointer) hearsay_article_get_id (articles[i]));
  if (!read_moves (self, actor, &moves, error))
    return NULL;
  step = hearsay_step_new (HEARSAY_STEP_PEOPLE);
  for (guint i = 0; i < moves->len; i++)
    {
      HearsayMove *move = g_ptr_array_index (moves, i);
      g_autofree char *key = NULL;

      if (!g_hash_table_contains (wanted, move->article_id))
        continue;
      if (other == NULL)
        other = make_other (self, actor);
      move = hearsay_move_copy (move);
      move->actor_id = g_strdup (hearsay_actor_get_id (other));
      g_ptr_array_add (step->moves, move);
      key = hearsay_name_dup_key (move->name, hearsay_actor_get_kind (actor));
      decide_identity (self, step, hearsay_actor_get_kind (actor), key, move->article_id, move->actor_id);
    }
  if (other == NULL)
    return NULL;
  step->label = g_strdup (_("Split an actor"));
  finish_step (self, g_steal_pointer (&step));
  return other;
}
