/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include "store/hearsay-store-actors.h"
#include "store/hearsay-store-builder.h"
#include "store/hearsay-store-rows.h"

/* Microseconds of one turn of the main loop that making articles anew may take. */
#define REBUILD_SLICE 3000

/* Articles that are read at once. */
#define BATCH 16

/* A batch of articles as the file has them, counted; what could not be read is missing. */
typedef struct
{
  GPtrArray *ids;     /* char * */
  GPtrArray *records; /* HearsayStoreRecord */
  HearsayStoreLink *link;
} Batch;

/**
 * HearsayRebuild:
 * @waiting: ids of articles that are to be made anew, in order
 * @known: the same, as a set
 * @records: (element-type HearsayStoreRecord): read, and not yet made
 * @next: the first of @records that is not made
 * @asked: (nullable): the batch that the writer is reading
 */
struct _HearsayRebuild
{
  GQueue waiting;
  GHashTable *known;
  GPtrArray *records;
  guint next;
  Batch *asked;
  GSource *source;
};

static Batch *
batch_new (HearsayStoreLink *link)
{
  Batch *batch = g_atomic_rc_box_new0 (Batch);

  batch->ids = g_ptr_array_new_with_free_func (g_free);
  batch->records = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_store_record_free);
  batch->link = _hearsay_store_link_acquire (link);
  return batch;
}

static void
batch_clear (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->ids);
  g_clear_pointer (&batch->records, g_ptr_array_unref);
  _hearsay_store_link_release (batch->link);
}

static void
batch_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, batch_clear);
}

static gboolean
read_batch_cb (HearsayDatabase  *database,
               gpointer          data,
               GError          **error)
{
  Batch *batch = data;

  for (guint i = 0; i < batch->ids->len; i++)
    {
      HearsayStoreRecord *record = NULL;
      gint64 key = 0;

      if (!hearsay_store_rows_find_article (database, g_ptr_array_index (batch->ids, i), &key, error))
        return FALSE;
      if (key != 0)
        record = hearsay_store_rows_read_article (database, key, NULL);
      if (record != NULL)
        g_ptr_array_add (batch->records, record);
    }
  return TRUE;
}

HearsayRebuild *
_hearsay_rebuild_new (void)
{
  HearsayRebuild *self = g_new0 (HearsayRebuild, 1);

  g_queue_init (&self->waiting);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_store_record_free);
  return self;
}

void
_hearsay_rebuild_free (HearsayRebuild *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->asked, batch_unref);
  g_hash_table_unref (self->known);
  g_queue_clear_full (&self->waiting, g_free);
  g_ptr_array_unref (self->records);
  g_free (self);
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
take_record (HearsayStore       *self,
             HearsayStoreRecord *record)
{
  if (hearsay_collection_find_article (self->collection, record->analysis->id) == NULL)
    return;
  hearsay_issue_rules_show (self->rules, record);
  _hearsay_store_rebuild_article (self, record);
}

static void
take_batch (HearsayStore *self,
            Batch        *batch)
{
  HearsayRebuild *rebuild = self->rebuild;

  for (guint i = 0; i < BATCH && !g_queue_is_empty (&rebuild->waiting); i++)
    {
      char *id = g_queue_pop_head (&rebuild->waiting);

      g_hash_table_remove (rebuild->known, id);
      g_ptr_array_add (batch->ids, id);
    }
}

static void ask (HearsayStore *self);

static void
take_records (HearsayRebuild *rebuild,
              Batch          *batch)
{
  g_ptr_array_extend_and_steal (rebuild->records, g_steal_pointer (&batch->records));
  if (rebuild->asked == batch)
    g_clear_pointer (&rebuild->asked, batch_unref);
}

/* Returns: whether something is left of what was read */
static gboolean
make_some (HearsayStore *self,
           gint64        deadline)
{
  HearsayRebuild *rebuild = self->rebuild;

  hearsay_collection_freeze (self->collection);
  while (rebuild->next < rebuild->records->len && g_get_monotonic_time () < deadline)
    take_record (self, g_ptr_array_index (rebuild->records, rebuild->next++));
  hearsay_collection_thaw (self->collection);
  if (rebuild->next < rebuild->records->len)
    return TRUE;
  g_ptr_array_set_size (rebuild->records, 0);
  rebuild->next = 0;
  return FALSE;
}

static gboolean
slice_cb (gpointer data)
{
  HearsayStore *self = HEARSAY_STORE (data);

  if (make_some (self, g_get_monotonic_time () + REBUILD_SLICE))
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->rebuild->source, g_source_unref);
  ask (self);
  return G_SOURCE_REMOVE;
}

static gboolean
batch_read_cb (gpointer data)
{
  Batch *batch = data;
  g_autoptr (HearsayStore) self = g_weak_ref_get (&batch->link->store);

  /* Somebody could not wait and took it. */
  if (self == NULL || self->rebuild == NULL || self->rebuild->asked != batch)
    return G_SOURCE_REMOVE;
  take_records (self->rebuild, batch);
  self->rebuild->source = g_idle_source_new ();
  g_source_set_callback (self->rebuild->source, slice_cb, self, NULL);
  g_source_attach (self->rebuild->source, self->link->context);
  return G_SOURCE_REMOVE;
}

/* On the writer's thread. */
static void
batch_answered_cb (gpointer      data,
                   gboolean      success,
                   const GError *error)
{
  Batch *batch = data;

  _hearsay_store_link_invoke (batch->link, batch_read_cb, batch, batch_unref);
}

static void
ask (HearsayStore *self)
{
  if (self->rebuild->asked != NULL || self->rebuild->source != NULL || g_queue_is_empty (&self->rebuild->waiting))
    return;
  self->rebuild->asked = batch_new (self->link);
  take_batch (self, self->rebuild->asked);
  hearsay_writer_ask (self->writer, read_batch_cb, g_atomic_rc_box_acquire (self->rebuild->asked), batch_answered_cb);
}

/**
 * _hearsay_store_queue_rebuild:
 * @article_id: an article whose actors are others in the file from now on
 *
 * Its objects are made anew: read on the writer's thread, made in slices of the
 * main loop. An article that waits already does so once.
 */
void
_hearsay_store_queue_rebuild (HearsayStore *self,
                              const char   *article_id)
{
  char *id;

  if (g_hash_table_contains (self->rebuild->known, article_id))
    return;
  id = g_strdup (article_id);
  g_queue_push_tail (&self->rebuild->waiting, id);
  g_hash_table_add (self->rebuild->known, id);
  ask (self);
}

/**
 * hearsay_store_is_rebuilding:
 *
 * Returns: whether articles are still made anew after what somebody said about actors
 */
gboolean
hearsay_store_is_rebuilding (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);

  return self->rebuild->asked != NULL || self->rebuild->source != NULL || !g_queue_is_empty (&self->rebuild->waiting);
}

/* Who cannot wait makes all of them at once. */
void
_hearsay_store_finish_rebuild (HearsayStore *self)
{
  HearsayRebuild *rebuild = self->rebuild;

  /* The writer answers in order: what was asked before is read then, whatever could not be written. */
  if (rebuild->asked != NULL)
    {
      hearsay_writer_flush (self->writer, NULL);
      take_records (rebuild, rebuild->asked);
    }
  if (rebuild->source != NULL)
    g_source_destroy (rebuild->source);
  g_clear_pointer (&rebuild->source, g_source_unref);
  make_some (self, G_MAXINT64);
  while (!g_queue_is_empty (&rebuild->waiting))
    {
      Batch *batch = batch_new (self->link);

      take_batch (self, batch);
      if (hearsay_writer_query (self->writer, read_batch_cb, batch, NULL))
        take_records (rebuild, batch);
      batch_unref (batch);
      make_some (self, G_MAXINT64);
    }
}
