/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/hearsay-store-builder.h"
#include "store/hearsay-store-loader.h"
#include "store/hearsay-store-rows.h"
#include "store/hearsay-store-search.h"
#include "store/hearsay-store-undo.h"
#include "store/hearsay-store-writer.h"

/* Bytes of a file up to which it is checked and read before it is shown. */
#define SMALL_FILE (4 * 1024 * 1024)

/* Microseconds of one turn of the main loop that loading may take. */
#define LOAD_SLICE 5000

G_DEFINE_QUARK (hearsay-store-error-quark, hearsay_store_error)

/* What other threads know of the store. */
typedef struct
{
  GWeakRef store;
  GMainContext *context;
} Link;

/**
 * HearsayStore:
 *
 * A collection and the file it is kept in.
 */
struct _HearsayStore
{
  GObject parent_instance;

  char *path;
  HearsayCollection *collection;
  HearsayWriter *writer;
  Link *link;
  HearsayUndo undo;
  GHashTable *decisions; /* article id → GPtrArray of HearsayDecision */
  guint next_colour;
  gboolean read_only;
  char *problem;

  GThread *loader;
  GAsyncQueue *loaded;
  GSource *load_source;
  gint cancel_loading;
  guint n_failed;
  gboolean loading;
};

enum
{
  PROP_0,
  PROP_COLLECTION,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  PROP_LOADING,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayStore, hearsay_store, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static Link *
link_new (void)
{
  Link *link = g_atomic_rc_box_new0 (Link);

  g_weak_ref_init (&link->store, NULL);
  link->context = g_main_context_ref_thread_default ();
  return link;
}

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_weak_ref_clear (&link->store);
  g_main_context_unref (link->context);
}

static void
link_release (gpointer link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

static void
stop_loader (HearsayStore *self)
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

static void
hearsay_store_dispose (GObject *object)
{
  HearsayStore *self = HEARSAY_STORE (object);

  stop_loader (self);
  g_clear_pointer (&self->writer, hearsay_writer_free);
  hearsay_undo_clear (&self->undo);
  g_clear_object (&self->collection);
  G_OBJECT_CLASS (hearsay_store_parent_class)->dispose (object);
}

static void
hearsay_store_finalize (GObject *object)
{
  HearsayStore *self = HEARSAY_STORE (object);

  g_clear_pointer (&self->link, link_release);
  g_clear_pointer (&self->loaded, g_async_queue_unref);
  g_hash_table_unref (self->decisions);
  g_free (self->path);
  g_free (self->problem);
  G_OBJECT_CLASS (hearsay_store_parent_class)->finalize (object);
}

static void
hearsay_store_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HearsayStore *self = HEARSAY_STORE (object);

  switch (prop_id)
    {
    case PROP_COLLECTION:
      g_value_set_object (value, self->collection);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, hearsay_store_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, hearsay_store_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, hearsay_store_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, hearsay_store_get_redo_label (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_store_class_init (HearsayStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hearsay_store_dispose;
  object_class->finalize = hearsay_store_finalize;
  object_class->get_property = hearsay_store_get_property;

  properties[PROP_COLLECTION] =
    g_param_spec_object ("collection", NULL, NULL, HEARSAY_TYPE_COLLECTION, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hearsay_store_init (HearsayStore *self)
{
  self->collection = hearsay_collection_new ();
  self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->loaded = g_async_queue_new_full ((GDestroyNotify) hearsay_loaded_free);
  hearsay_undo_init (&self->undo);
}

/* --- what the writer's thread tells --- */

typedef struct
{
  Link *link;
  GError *error;
} Failure;

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  link_release (failure->link);
  g_error_free (failure->error);
  g_free (failure);
}

static void
set_problem (HearsayStore *self,
             char         *problem)
{
  g_free (self->problem);
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_damaged (HearsayStore *self)
{
  guint n_articles = g_list_model_get_n_items (hearsay_collection_get_articles (self->collection));

  if (!self->read_only)
    {
      self->read_only = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
    }
  if (self->n_failed > 0)
    set_problem (self, g_strdup_printf (_("This collection is damaged. %u of its %u articles could be read. "
                                          "The file is left as it is."),
                                        n_articles, n_articles + self->n_failed));
  else
    set_problem (self, g_strdup (_("This collection is damaged. The file is left as it is.")));
}

static gboolean
tell_failure_cb (gpointer data)
{
  Failure *failure = data;
  g_autoptr (HearsayStore) self = g_weak_ref_get (&failure->link->store);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (g_error_matches (failure->error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_DAMAGED))
    set_damaged (self);
  g_signal_emit (self, signals[FAILED], 0, failure->error);
  return G_SOURCE_REMOVE;
}

static void
invoke_on_main (Link           *link,
                GSourceFunc     func,
                gpointer        data,
                GDestroyNotify  free_func)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_func);
  g_source_attach (source, link->context);
}

static void
writer_failed_cb (const GError *error,
                  gpointer      data)
{
  Link *link = data;
  Failure *failure = g_new0 (Failure, 1);

  failure->link = g_atomic_rc_box_acquire (link);
  failure->error = g_error_copy (error);
  invoke_on_main (link, tell_failure_cb, failure, failure_free);
}

/* --- loading --- */

static GPtrArray *
ensure_decisions (HearsayStore *self,
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

static void
take_head (HearsayStore  *self,
           HearsayLoaded *loaded)
{
  if (loaded->actors != NULL)
    hearsay_store_builder_add_actors (self->collection, loaded->actors);
  for (guint i = 0; loaded->actors != NULL && i < loaded->actors->len; i++)
    {
      HearsayActorRow *row = g_ptr_array_index (loaded->actors, i);

      self->next_colour = MAX (self->next_colour, (guint) (row->colour + 1));
    }
  for (guint i = 0; loaded->issues != NULL && i + 1 < loaded->issues->len; i += 2)
    {
      const char *id = g_ptr_array_index (loaded->issues, i);
      g_autoptr (HearsayIssue) issue = NULL;

      if (hearsay_collection_find_issue (self->collection, id) != NULL)
        continue;
      issue = hearsay_issue_new (id, g_ptr_array_index (loaded->issues, i + 1));
      hearsay_collection_add_issue (self->collection, issue);
    }
  for (guint i = 0; loaded->decisions != NULL && i < loaded->decisions->len; i++)
    {
      HearsayDecision *decision = g_ptr_array_index (loaded->decisions, i);

      g_ptr_array_add (ensure_decisions (self, decision->article_id), hearsay_decision_copy (decision));
    }
}

static void
finish_loading (HearsayStore *self)
{
  self->loading = FALSE;
  if (self->loader != NULL)
    g_thread_join (g_steal_pointer (&self->loader));
  if (self->n_failed > 0 || self->problem != NULL)
    set_damaged (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
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
  Link *link = data;
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
  Link *link;
  gint *cancel;
} Loading;

static gboolean
hand_over_cb (HearsayLoaded *loaded,
              gpointer       data)
{
  Loading *loading = data;

  g_async_queue_push (loading->queue, loaded);
  invoke_on_main (loading->link, wake_loading_cb, g_atomic_rc_box_acquire (loading->link), link_release);
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
  link_release (loading->link);
  g_free (loading);
  return NULL;
}

static void
start_loading (HearsayStore *self)
{
  Loading *loading = g_new0 (Loading, 1);

  self->loading = TRUE;
  loading->path = g_strdup (self->path);
  loading->queue = g_async_queue_ref (self->loaded);
  loading->link = g_atomic_rc_box_acquire (self->link);
  loading->cancel = &self->cancel_loading;
  self->loader = g_thread_new ("store-loader", load_in_background, loading);
}

/* Whoever changes the collection needs all of it. */
static void
ensure_loaded (HearsayStore *self)
{
  while (self->loading)
    take_loaded_cb (g_async_queue_pop (self->loaded), self);
}

static gboolean
is_small (const char *path)
{
  GStatBuf status;

  return path == NULL || g_stat (path, &status) != 0 || status.st_size <= SMALL_FILE;
}

/**
 * hearsay_store_open:
 * @path: (nullable): the collection's file, made when it does not exist;
 *   %NULL or “:memory:” for one that is not kept
 *
 * A small file is read at once; a large one in the background, see
 * hearsay_store_is_loading(). A damaged file is opened as far as it can be
 * read and never written to, see hearsay_store_get_problem().
 *
 * Returns: (transfer full) (nullable): the store
 */
HearsayStore *
hearsay_store_open (const char  *path,
                    GError     **error)
{
  g_autoptr (HearsayStore) self = NULL;
  g_autoptr (HearsayDatabase) database = NULL;
  gboolean small;

  if (g_strcmp0 (path, ":memory:") == 0)
    path = NULL;
  small = is_small (path);
  database = hearsay_database_open (path, error);
  if (database == NULL)
    return NULL;

  self = g_object_new (HEARSAY_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->read_only = database->read_only;
  self->link = link_new ();
  g_weak_ref_set (&self->link->store, self);
  if (small)
    {
      gboolean sound = hearsay_database_check (database, NULL);

      hearsay_store_loader_run (database, take_loaded_cb, self);
      if (!sound)
        set_damaged (self);
    }
  else
    start_loading (self);
  self->writer = hearsay_writer_new (g_steal_pointer (&database), !small || self->problem != NULL,
                                     writer_failed_cb, self->link);
  return g_steal_pointer (&self);
}

HearsayCollection *
hearsay_store_get_collection (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  return self->collection;
}

const char *
hearsay_store_get_path (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  return self->path;
}

gboolean
hearsay_store_is_read_only (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  return self->read_only;
}

gboolean
hearsay_store_is_loading (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  return self->loading;
}

const char *
hearsay_store_get_problem (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  return self->problem;
}

/* --- adding --- */

static void
add_actor_rows (HearsayCommand    *command,
                HearsayCollection *collection)
{
  for (guint i = 0; i < command->record->actor_ids->len; i++)
    g_ptr_array_add (command->actors,
                     hearsay_store_builder_make_row (
                       hearsay_collection_find_actor (collection,
                                                      g_ptr_array_index (command->record->actor_ids, i))));
  for (guint i = 0; i < command->record->issue_ids->len; i++)
    {
      const char *id = g_ptr_array_index (command->record->issue_ids, i);
      HearsayIssue *issue = hearsay_collection_find_issue (collection, id);

      g_ptr_array_add (command->issues, g_strdup (id));
      g_ptr_array_add (command->issues, g_strdup (hearsay_issue_get_name (issue)));
    }
}

static void
push_article (HearsayStore       *self,
              HearsayStoreRecord *record,
              GPtrArray          *decisions)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_ADD);

  command->record = record;
  add_actor_rows (command, self->collection);
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    g_ptr_array_add (command->decisions, hearsay_decision_copy (g_ptr_array_index (decisions, i)));
  hearsay_writer_push (self->writer, command);
}

/* In the place of the article it is a new analysis of, or behind all others. */
static void
place_article (HearsayStore   *self,
               HearsayArticle *article)
{
  HearsayArticle *old = hearsay_collection_find_article (self->collection, hearsay_article_get_id (article));
  guint position = g_list_model_get_n_items (hearsay_collection_get_articles (self->collection));
  gboolean replaces = old != NULL && hearsay_collection_find_position (self->collection, old, &position);

  hearsay_collection_splice_articles (self->collection, position, replaces ? 1 : 0, &article, 1);
}

/**
 * hearsay_store_add_analysis:
 * @analysis: (transfer none): what was found in an article; not changed any more
 *
 * Adds the article, or replaces what was found in it before; what people have
 * decided about its statements stays with their words.
 *
 * Returns: (transfer none): the article in the collection
 */
HearsayArticle *
hearsay_store_add_analysis (HearsayStore    *self,
                            HearsayAnalysis *analysis)
{
  g_autoptr (HearsayArticle) article = NULL;
  HearsayStoreRecord *record;
  GPtrArray *decisions;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail (hearsay_store_builder_is_sound (analysis), NULL);

  ensure_loaded (self);
  hearsay_collection_freeze (self->collection);
  article = hearsay_store_builder_new_article (analysis);
  record = hearsay_store_builder_assign (self->collection, analysis, article);
  decisions = g_hash_table_lookup (self->decisions, analysis->id);
  if (decisions != NULL)
    hearsay_store_builder_match (article, record, decisions);
  hearsay_store_builder_fill (self->collection, article, record, decisions);
  self->next_colour = hearsay_store_builder_give_colours (article, self->next_colour);
  place_article (self, article);
  push_article (self, record, decisions);
  hearsay_collection_thaw (self->collection);
  return hearsay_collection_find_article (self->collection, analysis->id);
}

/* --- commands that can be taken back --- */

static void
notify_undo (HearsayStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

/* Takes articles out, neighbours at once, from the last to the first: positions before stay right. */
static void
take_out (HearsayStore *self,
          HearsayStep  *step)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_REMOVE);

  for (guint i = 0; i < step->articles->len; i++)
    g_ptr_array_add (command->ids, g_strdup (hearsay_article_get_id (g_ptr_array_index (step->articles, i))));
  hearsay_collection_freeze (self->collection);
  for (guint end = step->positions->len; end > 0;)
    {
      guint first = end - 1;

      while (first > 0 && g_array_index (step->positions, guint, first - 1) + 1 ==
                          g_array_index (step->positions, guint, first))
        first--;
      hearsay_collection_splice_articles (self->collection, g_array_index (step->positions, guint, first),
                                          end - first, NULL, 0);
      end = first;
    }
  hearsay_writer_push (self->writer, command);
  hearsay_collection_thaw (self->collection);
}

/* Articles that were added again meanwhile stay as they are. */
static void
put_back (HearsayStore *self,
          HearsayStep  *step)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_RESTORE);
  GListModel *articles = hearsay_collection_get_articles (self->collection);

  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < step->articles->len; i++)
    {
      HearsayArticle *article = g_ptr_array_index (step->articles, i);
      const char *id = hearsay_article_get_id (article);

      if (hearsay_collection_find_article (self->collection, id) != NULL)
        continue;
      hearsay_collection_splice_articles (self->collection,
                                          MIN (g_array_index (step->positions, guint, i),
                                               g_list_model_get_n_items (articles)),
                                          0, &article, 1);
      g_ptr_array_add (command->ids, g_strdup (id));
    }
  hearsay_writer_push (self->writer, command);
  hearsay_collection_thaw (self->collection);
}

/* Fills a step with those of the articles that are in the collection, by position. */
static void
locate_articles (HearsayStore *self,
                 HearsayStep  *step,
                 GHashTable   *ids)
{
  GListModel *articles = hearsay_collection_get_articles (self->collection);
  guint n = g_list_model_get_n_items (articles);

  g_ptr_array_set_size (step->articles, 0);
  g_array_set_size (step->positions, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);

      if (!g_hash_table_contains (ids, hearsay_article_get_id (article)))
        continue;
      g_ptr_array_add (step->articles, g_steal_pointer (&article));
      g_array_append_val (step->positions, i);
    }
}

/**
 * hearsay_store_remove_articles:
 * @articles: (array length=n_articles) (transfer none): in any order
 *
 * Takes articles out of the collection, as one step that can be taken back.
 */
void
hearsay_store_remove_articles (HearsayStore    *self,
                               HearsayArticle **articles,
                               guint            n_articles)
{
  g_autoptr (HearsayStep) step = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (HEARSAY_IS_STORE (self));
  g_return_if_fail (articles != NULL || n_articles == 0);

  ensure_loaded (self);
  step = hearsay_step_new (HEARSAY_STEP_REMOVE);
  for (guint i = 0; i < n_articles; i++)
    g_hash_table_add (ids, (gpointer) hearsay_article_get_id (articles[i]));
  locate_articles (self, step, ids);
  if (step->articles->len == 0)
    return;
  step->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Remove %u article", "Remove %u articles",
                                              step->articles->len),
                                 step->articles->len);
  take_out (self, step);
  hearsay_undo_push (&self->undo, g_steal_pointer (&step));
  notify_undo (self);
}

static HearsayDecision *
find_decision (GPtrArray  *decisions,
               const char *label,
               guint      *index)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      HearsayDecision *decision = g_ptr_array_index (decisions, i);

      if (g_strcmp0 (decision->statement, label) == 0)
        {
          *index = i;
          return decision;
        }
    }
  return NULL;
}

/* Keeps the decision in memory and hands a copy to the writer. */
static void
decide (HearsayStore     *self,
        HearsayStatement *statement,
        HearsayStatus     status,
        HearsayCommand   *command)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  const char *article_id = hearsay_article_get_id (article);
  const char *label = hearsay_statement_get_id (statement) + strlen (article_id) + 1;
  GPtrArray *decisions = ensure_decisions (self, article_id);
  guint index = 0;
  HearsayDecision *decision = find_decision (decisions, label, &index);

  if (decision == NULL)
    {
      decision = g_new0 (HearsayDecision, 1);
      decision->article_id = g_strdup (article_id);
      decision->statement = g_strdup (label);
      decision->extent = hearsay_statement_get_extent (statement);
      decision->words = g_strdup (hearsay_statement_get_words (statement));
      index = decisions->len;
      g_ptr_array_add (decisions, decision);
    }
  decision->status = status;
  g_ptr_array_add (command->decisions, hearsay_decision_copy (decision));
  if (status == HEARSAY_STATUS_SUGGESTED)
    g_ptr_array_remove_index (decisions, index);
  hearsay_statement_set_status (statement, status);
}

static char *
make_status_label (HearsayStatus status,
                   guint         n)
{
  switch (status)
    {
    case HEARSAY_STATUS_ACCEPTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accept %u statement", "Accept %u statements", n), n);
    case HEARSAY_STATUS_CORRECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Correct %u statement", "Correct %u statements", n), n);
    case HEARSAY_STATUS_REJECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reject %u statement", "Reject %u statements", n), n);
    case HEARSAY_STATUS_SUGGESTED:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reset %u statement", "Reset %u statements", n), n);
    }
}

/**
 * hearsay_store_set_status:
 * @statements: (array length=n_statements) (transfer none): in any order
 * @status: what a person decided about all of them
 *
 * One step that can be taken back.
 */
void
hearsay_store_set_status (HearsayStore      *self,
                          HearsayStatement **statements,
                          guint              n_statements,
                          HearsayStatus      status)
{
  g_autoptr (HearsayStep) step = NULL;
  HearsayCommand *command;

  g_return_if_fail (HEARSAY_IS_STORE (self));
  g_return_if_fail (statements != NULL || n_statements == 0);
  g_return_if_fail ((guint) status < HEARSAY_N_STATUSES);

  ensure_loaded (self);
  step = hearsay_step_new (HEARSAY_STEP_STATUS);
  step->status = status;
  command = hearsay_command_new (HEARSAY_COMMAND_DECIDE);
  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < n_statements; i++)
    {
      HearsayStatus before = hearsay_statement_get_status (statements[i]);

      if (before == status || hearsay_statement_get_article (statements[i]) == NULL)
        continue;
      g_ptr_array_add (step->ids, g_strdup (hearsay_statement_get_id (statements[i])));
      g_array_append_val (step->before, before);
      decide (self, statements[i], status, command);
    }
  hearsay_collection_thaw (self->collection);
  if (step->ids->len == 0)
    {
      hearsay_command_free (command);
      return;
    }
  hearsay_writer_push (self->writer, command);
  step->label = make_status_label (status, step->ids->len);
  hearsay_undo_push (&self->undo, g_steal_pointer (&step));
  notify_undo (self);
}

/* By id: a new analysis may have put other objects in their place. */
static void
apply_status (HearsayStore *self,
              HearsayStep  *step,
              gboolean      back)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_DECIDE);

  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < step->ids->len; i++)
    {
      HearsayStatement *statement =
        hearsay_collection_find_statement (self->collection, g_ptr_array_index (step->ids, i));

      if (statement != NULL)
        decide (self, statement, back ? g_array_index (step->before, HearsayStatus, i) : step->status, command);
    }
  hearsay_writer_push (self->writer, command);
  hearsay_collection_thaw (self->collection);
}

gboolean
hearsay_store_can_undo (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  return hearsay_undo_peek_done (&self->undo) != NULL;
}

gboolean
hearsay_store_can_redo (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  return hearsay_undo_peek_next (&self->undo) != NULL;
}

/**
 * hearsay_store_get_undo_label:
 *
 * Returns: (nullable) (transfer none): “Reject 3 statements”, in the user's language
 */
const char *
hearsay_store_get_undo_label (HearsayStore *self)
{
  HearsayStep *step;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);

  step = hearsay_undo_peek_done (&self->undo);
  return step != NULL ? step->label : NULL;
}

const char *
hearsay_store_get_redo_label (HearsayStore *self)
{
  HearsayStep *step;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);

  step = hearsay_undo_peek_next (&self->undo);
  return step != NULL ? step->label : NULL;
}

/**
 * hearsay_store_undo:
 *
 * Takes the last step back. Nothing happens where there is none.
 */
void
hearsay_store_undo (HearsayStore *self)
{
  HearsayStep *step;

  g_return_if_fail (HEARSAY_IS_STORE (self));

  step = hearsay_undo_peek_done (&self->undo);
  if (step == NULL)
    return;
  self->undo.n_done--;
  if (step->type == HEARSAY_STEP_REMOVE)
    put_back (self, step);
  else
    apply_status (self, step, TRUE);
  notify_undo (self);
}

/**
 * hearsay_store_redo:
 *
 * Does again what was taken back last. Nothing happens where there is nothing.
 */
void
hearsay_store_redo (HearsayStore *self)
{
  HearsayStep *step;

  g_return_if_fail (HEARSAY_IS_STORE (self));

  step = hearsay_undo_peek_next (&self->undo);
  if (step == NULL)
    return;
  self->undo.n_done++;
  if (step->type == HEARSAY_STEP_REMOVE)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < step->articles->len; i++)
        g_hash_table_add (ids, g_strdup (hearsay_article_get_id (g_ptr_array_index (step->articles, i))));
      locate_articles (self, step, ids);
      take_out (self, step);
    }
  else
    apply_status (self, step, FALSE);
  notify_undo (self);
}

/* --- questions to the file --- */

/**
 * hearsay_store_flush:
 *
 * Waits until everything is written.
 *
 * Returns: whether it could be
 */
gboolean
hearsay_store_flush (HearsayStore  *self,
                     GError       **error)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);

  return hearsay_writer_flush (self->writer, error);
}

typedef struct
{
  const char *words;
  guint limit;
  GPtrArray *hits;
} Search;

static gboolean
search_cb (HearsayDatabase  *database,
           gpointer          data,
           GError          **error)
{
  Search *search = data;

  search->hits = hearsay_store_search_run (database, search->words, search->limit, error);
  return search->hits != NULL;
}

/**
 * hearsay_store_search:
 * @words: beginnings of words that an article must have in its text or title
 * @limit: hits at most
 *
 * Waits for the writer.
 *
 * Returns: (transfer full) (element-type HearsayStoreHit) (nullable): hits, the best first
 */
GPtrArray *
hearsay_store_search (HearsayStore  *self,
                      const char    *words,
                      guint          limit,
                      GError       **error)
{
  Search search = { words, limit, NULL };

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  return hearsay_writer_query (self->writer, search_cb, &search, error) ? search.hits : NULL;
}

typedef struct
{
  const char *id;
  HearsayAnalysis *analysis;
} Reading;

static gboolean
read_analysis_cb (HearsayDatabase  *database,
                  gpointer          data,
                  GError          **error)
{
  Reading *reading = data;
  g_autoptr (HearsayStoreRecord) record = NULL;
  gint64 key = 0;
  sqlite3_stmt *statement = hearsay_database_query (database, error, "SELECT key FROM articles WHERE id = ?1",
                                                    "s", reading->id);

  if (statement == NULL)
    return FALSE;
  if (hearsay_database_step (database, statement, error))
    key = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (key != 0)
    record = hearsay_store_rows_read_article (database, key, error);
  if (record == NULL)
    return FALSE;
  reading->analysis = hearsay_analysis_ref (record->analysis);
  return TRUE;
}

/**
 * hearsay_store_read_analysis:
 * @article: one of the collection
 *
 * Reads all that was found in an article back from the file. Waits for the writer.
 *
 * Returns: (transfer full) (nullable): the analysis
 */
HearsayAnalysis *
hearsay_store_read_analysis (HearsayStore    *self,
                             HearsayArticle  *article,
                             GError         **error)
{
  Reading reading = { 0 };
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (article), NULL);

  reading.id = hearsay_article_get_id (article);
  if (hearsay_writer_query (self->writer, read_analysis_cb, &reading, &local_error))
    return reading.analysis;
  if (local_error == NULL)
    g_set_error (&local_error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_FAILED,
                 _("The article “%s” is not in the file"), hearsay_article_get_display_title (article));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
save_copy_cb (HearsayDatabase  *database,
              gpointer          data,
              GError          **error)
{
  return hearsay_database_run (database, error, "VACUUM INTO ?1", "s", (const char *) data);
}

/**
 * hearsay_store_save_copy:
 * @path: a file; one that exists is replaced when the copy is complete
 *
 * Writes the collection to another file.
 */
gboolean
hearsay_store_save_copy (HearsayStore  *self,
                         const char    *path,
                         GError       **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  temporary = g_strdup_printf ("%s.part", path);
  g_unlink (temporary);
  if (hearsay_writer_query (self->writer, save_copy_cb, temporary, error))
    {
      if (g_rename (temporary, path) == 0)
        return TRUE;
      g_set_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_FAILED,
                   _("The copy could not be put in place: %s"), g_strerror (errno));
    }
  g_unlink (temporary);
  return FALSE;
}
