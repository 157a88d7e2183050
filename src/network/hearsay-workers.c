/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-workers.h"

#define MAX_THREADS 64

/**
 * HearsayWorkers:
 * @round: counts the calls of run; a helper that sees it change has work
 * @n_busy: helpers that have not finished the round
 * @next: the first item that nobody has taken yet
 *
 * Threads that share out loops. Which thread takes which items is left to
 * chance, so results must not depend on it.
 */
struct _HearsayWorkers
{
  GThread *threads[MAX_THREADS];
  guint n_helpers;
  GMutex mutex;
  GCond begin;
  GCond end;
  guint round;
  guint n_busy;
  gboolean quit;
  int next;
  guint last;
  guint grain;
  HearsayWork work;
  gpointer data;
};

static void
take_shares (HearsayWorkers *self)
{
  for (;;)
    {
      guint first = g_atomic_int_add (&self->next, (int) self->grain);

      if (first >= self->last)
        return;
      self->work (self->data, first, MIN (first + self->grain, self->last));
    }
}

static gpointer
help (gpointer data)
{
  HearsayWorkers *self = data;
  guint seen = 0;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      while (self->round == seen && !self->quit)
        g_cond_wait (&self->begin, &self->mutex);
      if (self->quit)
        break;
      seen = self->round;
      g_mutex_unlock (&self->mutex);
      take_shares (self);
      g_mutex_lock (&self->mutex);
      if (--self->n_busy == 0)
        g_cond_signal (&self->end);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * hearsay_workers_new:
 * @n_threads: the caller's included; 0 and 1 are the same, 64 at most
 *
 * Returns: (transfer full): the workers
 */
HearsayWorkers *
hearsay_workers_new (guint n_threads)
{
  HearsayWorkers *self = g_new0 (HearsayWorkers, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->begin);
  g_cond_init (&self->end);
  n_threads = CLAMP (n_threads, 1, MAX_THREADS);
  for (guint i = 0; i + 1 < n_threads; i++)
    {
      GThread *thread = g_thread_try_new ("layout", help, self, NULL);

      if (thread == NULL)
        break;
      self->threads[self->n_helpers++] = thread;
    }
  return self;
}

/**
 * hearsay_workers_run:
 * @grain: items a call of @work gets, but for the last
 *
 * Calls @work for all items and returns when all are done.
 */
void
hearsay_workers_run (HearsayWorkers *self,
                     guint           first,
                     guint           last,
                     guint           grain,
                     HearsayWork     work,
                     gpointer        data)
{
  g_return_if_fail (self != NULL && work != NULL && grain > 0);

  if (self->n_helpers == 0 || last - first <= grain)
    {
      for (guint i = first; i < last; i += grain)
        work (data, i, MIN (i + grain, last));
      return;
    }
  g_mutex_lock (&self->mutex);
  self->next = (int) first;
  self->last = last;
  self->grain = grain;
  self->work = work;
  self->data = data;
  self->n_busy = self->n_helpers;
  self->round++;
  g_cond_broadcast (&self->begin);
  g_mutex_unlock (&self->mutex);
  take_shares (self);
  g_mutex_lock (&self->mutex);
  while (self->n_busy > 0)
    g_cond_wait (&self->end, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * hearsay_workers_free:
 * @self: (nullable) (transfer full): workers
 */
void
hearsay_workers_free (HearsayWorkers *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->quit = TRUE;
  g_cond_broadcast (&self->begin);
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < self->n_helpers; i++)
    g_thread_join (self->threads[i]);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->begin);
  g_cond_clear (&self->end);
  g_free (self);
}
