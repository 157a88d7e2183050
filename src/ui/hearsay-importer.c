/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-importer.h"

#include "ui/hearsay-import-job.h"

/* More threads than this fight for the disk, and the machine is somebody's desktop. */
#define MAX_THREADS 4

/* What a worker needs; it must not touch the importer. */
typedef struct
{
  GAsyncQueue *finished;
  GSource *source;
} WorkerData;

static void
worker_data_free (WorkerData *data)
{
  g_async_queue_unref (data->finished);
  g_source_unref (data->source);
  g_free (data);
}

struct _HearsayImporter
{
  GObject parent_instance;

  HearsayStore *store;
  GListStore   *rows;
  GThreadPool  *pool;
  WorkerData   *worker_data;
  GAsyncQueue  *finished;
  /* Jobs that were faster than one before them, by number: speakers get their
   * colours in the order of the files, however many threads there are. */
  GHashTable   *early;
  guint64       last_number;
  guint64       next_number;
  GCancellable *cancellable;
  /* Wakes the main loop; workers set it ready. */
  GSource      *source;

  guint         n_done;
  guint         n_total;
  guint         n_articles;
  guint         n_failed;
  guint64       last_row;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_BUSY,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_ROWS,
  N_PROPS
};

enum
{
  IMPORTED,
  FINISHED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayImporter, hearsay_importer, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
work (gpointer job,
      gpointer user_data)
{
  WorkerData *data = user_data;

  hearsay_import_job_run (job);
  g_async_queue_push (data->finished, job);
  g_source_set_ready_time (data->source, 0);
}

static void
notify_progress (HearsayImporter *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
}

static void
remove_row (HearsayImporter *self,
            HearsayArticle  *row)
{
  guint position;

  if (g_list_store_find (self->rows, row, &position))
    g_list_store_remove (self->rows, position);
}

static HearsayArticle *
new_row (HearsayImporter *self,
         GFile           *file)
{
  g_autofree char *id = g_strdup_printf ("import:%" G_GUINT64_FORMAT, ++self->last_row);
  g_autofree char *uri = g_file_get_uri (file);
  HearsayArticleData data = {
    .id = id,
    .source = uri,
    .language = "und",
    .text = "",
  };
  HearsayArticle *row = hearsay_article_new (&data);

  hearsay_article_set_state (row, HEARSAY_ARTICLE_READING);
  return row;
}

static void
push_job (HearsayImporter *self,
          GFile           *file,
          GPtrArray       *issues,
          HearsayArticle  *row)
{
  HearsayImportJob *job = hearsay_import_job_new (file, self->cancellable);

  job->row = g_object_ref (row);
  job->issues = g_ptr_array_ref (issues);
  job->number = self->last_number++;
  self->n_total++;
  g_thread_pool_push (self->pool, job, NULL);
}

static void
add_files (HearsayImporter *self,
           GFile          **files,
           guint            n_files)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) issues = hearsay_store_dup_kept_issues (self->store);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (rows, new_row (self, files[i]));
  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0, rows->pdata, rows->len);
  for (guint i = 0; i < n_files; i++)
    push_job (self, files[i], issues, g_ptr_array_index (rows, i));
}

static void
take_analyses (HearsayImporter  *self,
               HearsayImportJob *job)
{
  HearsayCollection *collection = hearsay_store_get_collection (self->store);

  hearsay_collection_freeze (collection);
  for (guint i = 0; i < job->analyses->len; i++)
    {
      HearsayArticle *article = hearsay_store_add_analysis (self->store, g_ptr_array_index (job->analyses, i));

      if (article == NULL)
        continue;
      self->n_articles++;
      g_signal_emit (self, signals[IMPORTED], 0, article);
    }
  hearsay_collection_thaw (collection);
}

static void
take_job (HearsayImporter  *self,
          HearsayImportJob *job)
{
  take_analyses (self, job);
  if (job->error == NULL || g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      remove_row (self, job->row);
    }
  else
    {
      hearsay_article_set_failed (job->row, job->error->message);
      self->n_failed++;
    }
  self->n_done++;
  if (job->files != NULL && job->error == NULL)
    add_files (self, (GFile **) job->files->pdata, job->files->len);
}

static void
finish (HearsayImporter *self)
{
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);
  guint n_articles = self->n_articles;
  guint n_failed = self->n_failed;

  self->n_done = self->n_total = self->n_articles = self->n_failed = 0;
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  notify_progress (self);
  g_signal_emit (self, signals[FINISHED], 0, n_articles, n_failed, cancelled);
}

static void
collect_finished (HearsayImporter *self)
{
  HearsayImportJob *job;

  while ((job = g_async_queue_try_pop (self->finished)) != NULL)
    g_hash_table_insert (self->early, &job->number, job);
}

/* One job a turn, so that the window draws between two large articles. */
static gboolean
take_finished_cb (gpointer data)
{
  HearsayImporter *self = HEARSAY_IMPORTER (data);
  HearsayImportJob *job;

  g_source_set_ready_time (self->source, -1);
  collect_finished (self);
  job = g_hash_table_lookup (self->early, &self->next_number);
  if (job == NULL)
    return G_SOURCE_CONTINUE;

  g_object_ref (self);
  g_hash_table_steal (self->early, &self->next_number);
  self->next_number++;
  take_job (self, job);
  hearsay_import_job_free (job);
  notify_progress (self);
  if (self->n_done == self->n_total)
    finish (self);
  if (self->source != NULL && g_hash_table_contains (self->early, &self->next_number))
    g_source_set_ready_time (self->source, 0);
  g_object_unref (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_source (GSource     *source,
                 GSourceFunc  callback,
                 gpointer     user_data)
{
  return callback (user_data);
}

static GSourceFuncs source_funcs = { .dispatch = dispatch_source };

static void
start_pool (HearsayImporter *self)
{
  WorkerData *data = g_new0 (WorkerData, 1);
  guint n_threads = MIN (g_get_num_processors (), MAX_THREADS);

  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_callback (self->source, take_finished_cb, self, NULL);
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_static_name (self->source, "[hearsay] import");
  g_source_attach (self->source, NULL);

  data->finished = g_async_queue_ref (self->finished);
  data->source = g_source_ref (self->source);
  self->pool = g_thread_pool_new_full (work, data, (GDestroyNotify) hearsay_import_job_free,
                                       (int) n_threads, FALSE, NULL);
  self->worker_data = data;
}

/* Waits for the workers: they stop at their next look at the cancellable. */
static void
hearsay_importer_dispose (GObject *object)
{
  HearsayImporter *self = HEARSAY_IMPORTER (object);

  g_cancellable_cancel (self->cancellable);
  if (self->pool != NULL)
    {
      g_thread_pool_free (g_steal_pointer (&self->pool), TRUE, TRUE);
      g_source_destroy (self->source);
      g_clear_pointer (&self->source, g_source_unref);
    }

  G_OBJECT_CLASS (hearsay_importer_parent_class)->dispose (object);
}

static void
hearsay_importer_finalize (GObject *object)
{
  HearsayImporter *self = HEARSAY_IMPORTER (object);

  g_clear_pointer (&self->worker_data, worker_data_free);
  g_hash_table_unref (self->early);
  g_async_queue_unref (self->finished);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearsay_importer_parent_class)->finalize (object);
}

static void
hearsay_importer_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  HearsayImporter *self = HEARSAY_IMPORTER (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, hearsay_importer_get_busy (self));
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    case PROP_ROWS:
      g_value_set_object (value, self->rows);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_importer_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  HearsayImporter *self = HEARSAY_IMPORTER (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_importer_class_init (HearsayImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearsay_importer_dispose;
  object_class->finalize = hearsay_importer_finalize;
  object_class->get_property = hearsay_importer_get_property;
  object_class->set_property = hearsay_importer_set_property;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, HEARSAY_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_DONE] =
    g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TOTAL] =
    g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROWS] =
    g_param_spec_object ("rows", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[IMPORTED] =
    g_signal_new ("imported", HEARSAY_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, HEARSAY_TYPE_ARTICLE);
  signals[FINISHED] =
    g_signal_new ("finished", HEARSAY_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
hearsay_importer_init (HearsayImporter *self)
{
  self->rows = g_list_store_new (HEARSAY_TYPE_ARTICLE);
  self->finished = g_async_queue_new_full ((GDestroyNotify) hearsay_import_job_free);
  self->early = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) hearsay_import_job_free);
  self->cancellable = g_cancellable_new ();
}

HearsayImporter *
hearsay_importer_new (HearsayStore *store)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (store), NULL);

  return g_object_new (HEARSAY_TYPE_IMPORTER, "store", store, NULL);
}

/**
 * hearsay_importer_add:
 * @files: (array length=n_files): files, and folders that are read with all they hold
 *
 * Returns at once. Each file is a row until its articles are in the
 * collection; the row of one that cannot be read stays and says why.
 */
void
hearsay_importer_add (HearsayImporter *self,
                      GFile          **files,
                      guint            n_files)
{
  gboolean was_busy;

  g_return_if_fail (HEARSAY_IS_IMPORTER (self));
  g_return_if_fail (files != NULL || n_files == 0);

  if (n_files == 0)
    return;
  if (self->pool == NULL)
    start_pool (self);

  was_busy = hearsay_importer_get_busy (self);
  add_files (self, files, n_files);
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  notify_progress (self);
}

/**
 * hearsay_importer_cancel:
 *
 * Stops reading; what is in the collection by now stays.
 */
void
hearsay_importer_cancel (HearsayImporter *self)
{
  g_return_if_fail (HEARSAY_IS_IMPORTER (self));

  g_cancellable_cancel (self->cancellable);
}

GListModel *
hearsay_importer_get_rows (HearsayImporter *self)
{
  g_return_val_if_fail (HEARSAY_IS_IMPORTER (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * hearsay_importer_retry:
 * @row: a row that failed
 *
 * Reads the same file once more.
 */
void
hearsay_importer_retry (HearsayImporter *self,
                        HearsayArticle  *row)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (HEARSAY_IS_IMPORTER (self));
  g_return_if_fail (hearsay_article_get_state (row) == HEARSAY_ARTICLE_FAILED);

  file = g_file_new_for_uri (hearsay_article_get_source (row));
  remove_row (self, row);
  hearsay_importer_add (self, &file, 1);
}

/**
 * hearsay_importer_remove:
 * @row: a row that failed
 *
 * Forgets it.
 */
void
hearsay_importer_remove (HearsayImporter *self,
                         HearsayArticle  *row)
{
  g_return_if_fail (HEARSAY_IS_IMPORTER (self));
  g_return_if_fail (hearsay_article_get_state (row) == HEARSAY_ARTICLE_FAILED);

  remove_row (self, row);
}

gboolean
hearsay_importer_is_row (HearsayImporter *self,
                         HearsayArticle  *article)
{
  g_return_val_if_fail (HEARSAY_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (article), FALSE);

  return g_str_has_prefix (hearsay_article_get_id (article), "import:");
}

gboolean
hearsay_importer_get_busy (HearsayImporter *self)
{
  g_return_val_if_fail (HEARSAY_IS_IMPORTER (self), FALSE);

  return self->n_total > 0;
}

guint
hearsay_importer_get_n_done (HearsayImporter *self)
{
  g_return_val_if_fail (HEARSAY_IS_IMPORTER (self), 0);

  return self->n_done;
}

guint
hearsay_importer_get_n_total (HearsayImporter *self)
{
  g_return_val_if_fail (HEARSAY_IS_IMPORTER (self), 0);

  return self->n_total;
}
