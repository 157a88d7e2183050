/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-actor-list.h"

#include <string.h>

#include "model/hearsay-name-key.h"

/* What one idle may take of the main loop. */
#define SLICE_USEC 3000

typedef enum
{
  STAGE_COUNT, /* mentions, article by article */
  STAGE_CHOOSE, /* actors that are named and match */
  STAGE_SORT,   /* on another thread */
  STAGE_READY,
} Stage;

/* What actors are sorted by: a plain copy. */
typedef struct
{
  guint place; /* in the collection */
  guint n_statements;
  guint n_mentions;
} Entry;

struct _HearsayActorList
{
  GObject parent_instance;

  HearsayCollection *collection;
  GPtrArray *actors;           /* shown */
  GHashTable *mentions;        /* actor → number */
  char *query;                 /* nullable, folded */

  Stage stage;
  guint cursor;
  GHashTable *pending_mentions;
  GArray *entries;
  GCancellable *cancellable;
  guint idle_id;
};

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *list)
{
  return HEARSAY_TYPE_ACTOR;
}

static guint
get_n_items (GListModel *list)
{
  return HEARSAY_ACTOR_LIST (list)->actors->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HearsayActorList *self = HEARSAY_ACTOR_LIST (list);

  return position < self->actors->len ? g_object_ref (g_ptr_array_index (self->actors, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayActorList, hearsay_actor_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
count_of (GHashTable   *mentions,
          HearsayActor *actor)
{
  return mentions != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (mentions, actor)) : 0;
}

static gboolean
contains (const char *text,
          const char *query)
{
  g_autofree char *folded = text != NULL ? hearsay_name_fold (text) : NULL;

  return folded != NULL && strstr (folded, query) != NULL;
}

static gboolean
matches (HearsayActorList *self,
         HearsayActor     *actor)
{
  const char *const *aliases = hearsay_actor_get_aliases (actor);

  if (self->query == NULL || contains (hearsay_actor_get_name (actor), self->query) ||
      contains (hearsay_actor_get_role (actor), self->query))
    return TRUE;
  for (guint i = 0; aliases[i] != NULL; i++)
    {
      if (contains (aliases[i], self->query))
        return TRUE;
    }
  return FALSE;
}

static void
count_article (HearsayActorList *self,
               HearsayArticle   *article)
{
  guint n;
  const HearsayMention *mentions = hearsay_article_get_mentions (article, &n);

  for (guint i = 0; i < n; i++)
    {
      if (HEARSAY_IS_ACTOR (mentions[i].entity))
        g_hash_table_insert (self->pending_mentions, mentions[i].entity,
                             GUINT_TO_POINTER (count_of (self->pending_mentions, mentions[i].entity) + 1));
    }
}

static void
choose_actor (HearsayActorList *self,
              HearsayActor     *actor,
              guint             place)
{
  Entry entry = { place, hearsay_actor_get_n_statements (actor), count_of (self->pending_mentions, actor) };

  /* Who was merged into another is named nowhere any more. */
  if ((entry.n_statements > 0 || entry.n_mentions > 0) && matches (self, actor))
    g_array_append_val (self->entries, entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->n_statements != second->n_statements)
    return first->n_statements > second->n_statements ? -1 : 1;
  if (first->n_mentions != second->n_mentions)
    return first->n_mentions > second->n_mentions ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

static void
sort_thread (GTask        *task,
             gpointer      object,
             gpointer      data,
             GCancellable *cancellable)
{
  g_array_sort (data, compare_entries);
  g_task_return_boolean (task, TRUE);
}

/* Whether the same actors stand in the same order, as often named as before. */
static gboolean
is_same (HearsayActorList *self,
         GPtrArray        *actors)
{
  if (actors->len != self->actors->len)
    return FALSE;
  for (guint i = 0; i < actors->len; i++)
    {
      HearsayActor *actor = g_ptr_array_index (actors, i);

      if (actor != g_ptr_array_index (self->actors, i) ||
          count_of (self->mentions, actor) != count_of (self->pending_mentions, actor))
        return FALSE;
    }
  return TRUE;
}

static void
publish (HearsayActorList *self,
         GArray           *entries)
{
  GListModel *all = hearsay_collection_get_actors (self->collection);
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = self->actors->len;
  gboolean same;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (actors, g_list_model_get_item (all, g_array_index (entries, Entry, i).place));
  same = is_same (self, actors);
  g_hash_table_unref (self->mentions);
  self->mentions = g_hash_table_ref (self->pending_mentions);
  self->stage = STAGE_READY;
  if (!same)
    {
      g_ptr_array_unref (self->actors);
      self->actors = g_steal_pointer (&actors);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->actors->len);
    }
  g_signal_emit (self, signals[READY], 0);
}

static void
sorted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  HearsayActorList *self = HEARSAY_ACTOR_LIST (object);

  /* What was begun anew meanwhile makes another one. */
  if (g_task_propagate_boolean (G_TASK (result), NULL) && self->collection != NULL)
    publish (self, g_task_get_task_data (G_TASK (result)));
}

static void
sort (HearsayActorList *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, sorted_cb, NULL);

  g_task_set_name (task, "[hearsay] sort actors");
  g_task_set_task_data (task, g_steal_pointer (&self->entries), (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, sort_thread);
}

/* Returns: whether something is left to do here before the deadline passes again */
static gboolean
go_on (HearsayActorList *self,
       gint64            deadline)
{
  GListModel *list = self->stage == STAGE_COUNT ? hearsay_collection_get_articles (self->collection)
                                                : hearsay_collection_get_actors (self->collection);
  guint n = g_list_model_get_n_items (list);

  for (; self->cursor < n; self->cursor++)
    {
      g_autoptr (GObject) item = NULL;

      if (self->cursor % 16 == 15 && g_get_monotonic_time () > deadline)
        return TRUE;
      item = g_list_model_get_item (list, self->cursor);
      if (self->stage == STAGE_COUNT)
        count_article (self, HEARSAY_ARTICLE (item));
      else
        choose_actor (self, HEARSAY_ACTOR (item), self->cursor);
    }
  self->cursor = 0;
  self->stage++;
  return self->stage < STAGE_SORT;
}

static gboolean
slice_cb (gpointer data)
{
  HearsayActorList *self = data;

  if (go_on (self, g_get_monotonic_time () + SLICE_USEC))
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  sort (self);
  return G_SOURCE_REMOVE;
}

static void
begin (HearsayActorList *self,
       Stage             stage)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Counting that was not finished begins from its beginning. */
  if (self->stage == STAGE_COUNT)
    stage = STAGE_COUNT;
  self->stage = stage;
  self->cursor = 0;
  if (stage == STAGE_COUNT)
    {
      g_clear_pointer (&self->pending_mentions, g_hash_table_unref);
      self->pending_mentions = g_hash_table_new (NULL, NULL);
    }
  g_clear_pointer (&self->entries, g_array_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (slice_cb, self);
}

static void
changed_cb (HearsayActorList *self)
{
  begin (self, STAGE_COUNT);
}

static void
hearsay_actor_list_dispose (GObject *object)
{
  HearsayActorList *self = HEARSAY_ACTOR_LIST (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->collection);

  G_OBJECT_CLASS (hearsay_actor_list_parent_class)->dispose (object);
}

static void
hearsay_actor_list_finalize (GObject *object)
{
  HearsayActorList *self = HEARSAY_ACTOR_LIST (object);

  g_ptr_array_unref (self->actors);
  g_hash_table_unref (self->mentions);
  g_clear_pointer (&self->pending_mentions, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_object_unref (self->cancellable);
  g_free (self->query);

  G_OBJECT_CLASS (hearsay_actor_list_parent_class)->finalize (object);
}

static void
hearsay_actor_list_class_init (HearsayActorListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_actor_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearsay_actor_list_finalize;

  signals[READY] = g_signal_new ("ready", HEARSAY_TYPE_ACTOR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearsay_actor_list_init (HearsayActorList *self)
{
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->mentions = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
}

HearsayActorList *
hearsay_actor_list_new (HearsayCollection *collection)
{
  HearsayActorList *self;

  g_return_val_if_fail (HEARSAY_IS_COLLECTION (collection), NULL);

  self = g_object_new (HEARSAY_TYPE_ACTOR_LIST, NULL);
  self->collection = g_object_ref (collection);
  g_signal_connect_object (collection, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  begin (self, STAGE_COUNT);
  return self;
}

/**
 * hearsay_actor_list_set_query:
 * @query: (nullable): words of a name, another name or the role; accents and case do not matter
 */
void
hearsay_actor_list_set_query (HearsayActorList *self,
                              const char       *query)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (HEARSAY_IS_ACTOR_LIST (self));

  folded = query != NULL ? hearsay_name_fold (query) : NULL;
  if (folded != NULL && *g_strstrip (folded) == '\0')
    g_clear_pointer (&folded, g_free);
  if (g_strcmp0 (folded, self->query) == 0)
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&folded);
  begin (self, STAGE_CHOOSE);
}

/**
 * hearsay_actor_list_get_n_mentions:
 *
 * Returns: how often the articles name @actor, as far as it is counted
 */
guint
hearsay_actor_list_get_n_mentions (HearsayActorList *self,
                                   HearsayActor     *actor)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_LIST (self), 0);

  return count_of (self->mentions, actor);
}

gboolean
hearsay_actor_list_is_ready (HearsayActorList *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_LIST (self), FALSE);

  return self->stage == STAGE_READY;
}

gboolean
hearsay_actor_list_has_query (HearsayActorList *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_LIST (self), FALSE);

  return self->query != NULL;
}
