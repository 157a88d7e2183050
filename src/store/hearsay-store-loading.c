/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include "store/hearsay-store-builder.h"
#include "store/hearsay-store-loader.h"

/* Microseconds of one turn of the main loop that loading may take. */
#define LOAD_SLICE 5000

GPtrArray *
_hearsay_store_ensure_decisions (HearsayStore *self,
                                 const char   *article_id)
{
  GPtrArray *decisions = g_hash_table_lookup (self->decisions, article_id);

  if (decisions == NULL)
    {
      decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_decision_free);
      g_hash_table_insert (self->decisions, g_strdup (article_id), decisions);
    }
  return decisions;
}

/* Whom names mean: aliases, and what people decided. */
static void
take_names (HearsayStore  *self,
            HearsayLoaded *loaded)
{
  for (guint i = 0; loaded->aliases != NULL && i + 1 < loaded->aliases->len; i += 2)
    {
      HearsayActor *actor = hearsay_collection_find_actor (self->collection, g_ptr_array_index (loaded->aliases, i));

      if (actor != NULL && g_ptr_array_index (loaded->aliases, i + 1) != NULL)
        hearsay_actor_add_alias (actor, g_ptr_array_index (loaded->aliases, i + 1));
    }
  for (guint i = 0; loaded->actors != NULL && i < loaded->actors->len; i++)
    {
      const HearsayActorRow *row = g_ptr_array_index (loaded->actors, i);

      hearsay_join_add_actor (self->join, hearsay_collection_find_actor (self->collection, row->id));
    }
  for (guint i = 0; loaded->identities != NULL && i < loaded->identities->len; i++)
    hearsay_join_set_identity (self->join, g_ptr_array_index (loaded->identities, i));
}

static void
take_head (HearsayStore  *self,
           HearsayLoaded *loaded)
{
  if (loaded->actors != NULL)
    hearsay_store_builder_add_actors (self->collection, loaded->actors);
  take_names (self, loaded);
  for (guint i = 0; loaded->actors != NULL && i < loaded->actors->len; i++)
    {
      HearsayActorRow *row = g_ptr_array_index (loaded->actors, i);

      self->next_colour = MAX (self->next_colour, (guint) (row->colour + 1));
    }
  for (guint i = 0; loaded->issues != NULL && i < loaded->issues->len; i++)
    _hearsay_store_take_issue (self, g_ptr_array_index (loaded->issues, i));
  for (guint i = 0; loaded->decisions != NULL && i < loaded->decisions->len; i++)
    {
      HearsayDecision *decision = g_ptr_array_index (loaded->decisions, i);

      g_ptr_array_add (_hearsay_store_ensure_decisions (self, decision->article_id), hearsay_decision_copy (decision));
    }
}

static void
finish_loading (HearsayStore *self)
{
  self->loading = FALSE;
  if (self->loader != NULL)
    g_thread_join (g_steal_pointer (&self->loader));
  if (self->n_failed > 0 || self->problem != NULL)
    _hearsay_store_set_damaged (self);
  _hearsay_store_notify_loading (self);
}

static void
take_loaded (HearsayStore  *self,
             HearsayLoaded *loaded)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (hearsay_collection_get_articles (self->collection));

  take_head (self, loaded);
  for (guint i = 0; i < loaded->records->len; i++)
    {
      HearsayStoreRecord *record = g_ptr_array_index (loaded->records, i);
      g_autoptr (HearsayArticle) article = NULL;

      if (hearsay_collection_find_article (self->collection, record->analysis->id) != NULL)
        continue;
      article = hearsay_store_builder_new_article (record->analysis);
      hearsay_store_builder_fill (self->collection, article, record,
                                  g_hash_table_lookup (self->decisions, record->analysis->id));
      g_ptr_array_add (articles, g_steal_pointer (&article));
    }
  hearsay_collection_splice_articles (self->collection, n, 0, (HearsayArticle **) articles->pdata, articles->len);
  self->n_failed += loaded->n_failed;
  if (loaded->finished)
    finish_loading (self);
}

static gboolean
take_loaded_cb (HearsayLoaded *loaded,
                gpointer       data)
{
  g_autoptr (HearsayLoaded) owned = loaded;

  take_loaded (data, owned);
  return TRUE;
}

static gboolean
load_slice_cb (gpointer data)
{
  HearsayStore *self = HEARSAY_STORE (data);
  gint64 end = g_get_monotonic_time () + LOAD_SLICE;
  HearsayLoaded *loaded;

  while (g_get_monotonic_time () < end && (loaded = g_async_queue_try_pop (self->loaded)) != NULL)
    take_loaded_cb (loaded, self);
  if (self->loading && g_async_queue_length (self->loaded) > 0)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->load_source, g_source_unref);
  return G_SOURCE_REMOVE;
}

static gboolean
wake_loading_cb (gpointer data)
{
  HearsayStoreLink *link = data;
  g_autoptr (HearsayStore) self = g_weak_ref_get (&link->store);

  if (self == NULL || !self->loading || self->load_source != NULL)
    return G_SOURCE_REMOVE;
  self->load_source = g_idle_source_new ();
  g_source_set_callback (self->load_source, load_slice_cb, self, NULL);
  g_source_attach (self->load_source, link->context);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  char *path;
  GAsyncQueue *queue;
  HearsayStoreLink *link;
  gint *cancel;
} Loading;

static gboolean
hand_over_cb (HearsayLoaded *loaded,
              gpointer       data)
{
  Loading *loading = data;

  g_async_queue_push (loading->queue, loaded);
  _hearsay_store_link_invoke (loading->link, wake_loading_cb, _hearsay_store_link_acquire (loading->link), _hearsay_store_link_release);
  /* The reader is faster than the main loop: memory shall not hold the file twice. */
  while (g_async_queue_length (loading->queue) > 64 && !g_atomic_int_get (loading->cancel))
    g_usleep (2000);
  return !g_atomic_int_get (loading->cancel);
}

static gpointer
load_in_background (gpointer data)
{
  Loading *loading = data;
  g_autoptr (HearsayDatabase) database = hearsay_database_open (loading->path, NULL);

  if (database != NULL)
    hearsay_store_loader_run (database, hand_over_cb, loading);
  else
    {
      HearsayLoaded *nothing = g_new0 (HearsayLoaded, 1);

      nothing->records = g_ptr_array_new ();
      nothing->finished = TRUE;
      hand_over_cb (nothing, loading);
    }
  g_free (loading->path);
  g_async_queue_unref (loading->queue);
  _hearsay_store_link_release (loading->link);
  g_free (loading);
  return NULL;
}

void
_hearsay_store_start_loading (HearsayStore *self)
{
  Loading *loading = g_new0 (Loading, 1);

  self->loading = TRUE;
  loading->path = g_strdup (self->path);
  loading->queue = g_async_queue_ref (self->loaded);
  loading->link = _hearsay_store_link_acquire (self->link);
  loading->cancel = &self->cancel_loading;
  self->loader = g_thread_new ("store-loader", load_in_background, loading);
}

/* Whoever changes the collection needs all of it. */
void
_hearsay_store_ensure_loaded (HearsayStore *self)
{
  while (self->loading)
    take_loaded_cb (g_async_queue_pop (self->loaded), self);
}

/* Reads all of a small file. */
void
_hearsay_store_load_now (HearsayStore    *self,
                         HearsayDatabase *database)
{
  hearsay_store_loader_run (database, take_loaded_cb, self);
}

void
_hearsay_store_stop_loading (HearsayStore *self)
{
  g_atomic_int_set (&self->cancel_loading, TRUE);
  if (self->loader != NULL)
    g_thread_join (g_steal_pointer (&self->loader));
  if (self->load_source != NULL)
    {
      g_source_destroy (self->load_source);
      g_clear_pointer (&self->load_source, g_source_unref);
    }
}
