/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/hearsay-store-loader.h"
#include "store/hearsay-store-private.h"

/* Bytes of a file up to which it is checked and read before it is shown. */
#define SMALL_FILE (4 * 1024 * 1024)

G_DEFINE_QUARK (hearsay-store-error-quark, hearsay_store_error)

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

static HearsayStoreLink *
link_new (void)
{
  HearsayStoreLink *link = g_atomic_rc_box_new0 (HearsayStoreLink);

  g_weak_ref_init (&link->store, NULL);
  link->context = g_main_context_ref_thread_default ();
  return link;
}

static void
link_clear (gpointer data)
{
  HearsayStoreLink *link = data;

  g_weak_ref_clear (&link->store);
  g_main_context_unref (link->context);
}

HearsayStoreLink *
_hearsay_store_link_acquire (HearsayStoreLink *link)
{
  return g_atomic_rc_box_acquire (link);
}

void
_hearsay_store_link_release (gpointer link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

static void
hearsay_store_dispose (GObject *object)
{
  HearsayStore *self = HEARSAY_STORE (object);

  _hearsay_store_stop_loading (self);
  g_clear_pointer (&self->writer, hearsay_writer_free);
  g_clear_pointer (&self->rebuild, _hearsay_rebuild_free);
  hearsay_undo_clear (&self->undo);
  g_clear_pointer (&self->join, hearsay_join_free);
  g_clear_pointer (&self->rules, hearsay_issue_rules_free);
  g_clear_object (&self->collection);
  G_OBJECT_CLASS (hearsay_store_parent_class)->dispose (object);
}

static void
hearsay_store_finalize (GObject *object)
{
  HearsayStore *self = HEARSAY_STORE (object);

  g_clear_pointer (&self->link, _hearsay_store_link_release);
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
  self->join = hearsay_join_new ();
  self->rules = hearsay_issue_rules_new ();
  self->rebuild = _hearsay_rebuild_new ();
  self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->loaded = g_async_queue_new_full ((GDestroyNotify) hearsay_loaded_free);
  hearsay_undo_init (&self->undo);
}

typedef struct
{
  HearsayStoreLink *link;
  GError *error;
} Failure;

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  _hearsay_store_link_release (failure->link);
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

void
_hearsay_store_set_damaged (HearsayStore *self)
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
    _hearsay_store_set_damaged (self);
  g_signal_emit (self, signals[FAILED], 0, failure->error);
  return G_SOURCE_REMOVE;
}

void
_hearsay_store_link_invoke (HearsayStoreLink *link,
                            GSourceFunc       func,
                            gpointer          data,
                            GDestroyNotify    free_func)
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
  HearsayStoreLink *link = data;
  Failure *failure = g_new0 (Failure, 1);

  failure->link = _hearsay_store_link_acquire (link);
  failure->error = g_error_copy (error);
  _hearsay_store_link_invoke (link, tell_failure_cb, failure, failure_free);
}

void
_hearsay_store_notify_undo (HearsayStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

void
_hearsay_store_notify_loading (HearsayStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
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

      _hearsay_store_load_now (self, database);
      if (!sound)
        _hearsay_store_set_damaged (self);
    }
  else
    _hearsay_store_start_loading (self);
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
