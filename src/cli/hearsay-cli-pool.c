/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-pool.h"

/* Items under way for each thread: enough that one slow item does not stop the
 * others, few enough that memory does not grow with the input. */
#define WINDOW_PER_THREAD 4

typedef struct
{
  HearsayCliPool *pool;
  gpointer item;
  guint64 number;
} Task;

struct _HearsayCliPool
{
  GThreadPool *threads;
  HearsayCliWork work;
  HearsayCliEmit emit;
  gpointer data;
  GMutex mutex;
  GCond changed;
  guint window;
  guint64 n_pushed;
  guint64 n_emitted;
  gpointer *results; /* ring of @window, NULL where not yet there */
  gboolean emitting;
};

/* Emits the results that are next in order. One thread at a time does so, outside the lock. */
static void
emit_ready (HearsayCliPool *self)
{
  if (self->emitting)
    return;
  self->emitting = TRUE;
  while (self->results[self->n_emitted % self->window] != NULL)
    {
      gpointer result = self->results[self->n_emitted % self->window];

      g_mutex_unlock (&self->mutex);
      self->emit (result, self->data);
      g_mutex_lock (&self->mutex);
      self->results[self->n_emitted % self->window] = NULL;
      self->n_emitted++;
      g_cond_broadcast (&self->changed);
    }
  self->emitting = FALSE;
}

static void
run_task (gpointer task_data,
          gpointer user_data)
{
  HearsayCliPool *self = user_data;
  Task *task = task_data;
  gpointer result = self->work (task->item, self->data);

  g_assert (result != NULL);
  g_mutex_lock (&self->mutex);
  self->results[task->number % self->window] = result;
  emit_ready (self);
  g_mutex_unlock (&self->mutex);
  g_free (task);
}

/**
 * hearsay_cli_pool_new:
 * @n_threads: at least 1
 * @work: does one item
 * @emit: takes one result
 * @data: for both
 *
 * Does items on several threads and hands the results over in the order of the
 * items, each as soon as those before it are there.
 *
 * Returns: (transfer full): a pool, for hearsay_cli_pool_finish()
 */
HearsayCliPool *
hearsay_cli_pool_new (guint          n_threads,
                      HearsayCliWork work,
                      HearsayCliEmit emit,
                      gpointer       data)
{
  HearsayCliPool *self = g_new0 (HearsayCliPool, 1);

  n_threads = CLAMP (n_threads, 1, 256);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->work = work;
  self->emit = emit;
  self->data = data;
  self->window = n_threads * WINDOW_PER_THREAD;
  self->results = g_new0 (gpointer, self->window);
  self->threads = g_thread_pool_new (run_task, self, (int) n_threads, FALSE, NULL);
  return self;
}

/**
 * hearsay_cli_pool_push:
 * @item: (transfer full): handed to the work function
 *
 * Blocks while too many items are under way.
 */
void
hearsay_cli_pool_push (HearsayCliPool *self,
                       gpointer        item)
{
  Task *task;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  while (self->n_pushed - self->n_emitted >= self->window)
    g_cond_wait (&self->changed, &self->mutex);
  task = g_new0 (Task, 1);
  task->pool = self;
  task->item = item;
  task->number = self->n_pushed++;
  g_mutex_unlock (&self->mutex);
  g_thread_pool_push (self->threads, task, NULL);
}

/**
 * hearsay_cli_pool_finish:
 * @self: (transfer full): a pool
 *
 * Waits until every result has been handed over.
 */
void
hearsay_cli_pool_finish (HearsayCliPool *self)
{
  g_return_if_fail (self != NULL);

  g_thread_pool_free (self->threads, FALSE, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->results);
  g_free (self);
}
