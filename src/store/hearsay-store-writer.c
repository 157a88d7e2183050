/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-writer.h"

#include "store/hearsay-issue-rules.h"
#include "store/hearsay-store-rows.h"
#include "store/hearsay-store.h"

/* Most commands kept for another try while the disk is full. */
#define MAX_WAITING 100000

/**
 * HearsayWriter:
 *
 * The thread that owns the connection. Carries out commands in the order they
 * came, each in a transaction. What fails for a reason that may pass (no space,
 * another program writing) waits, and everything behind it, for the next
 * command or flush: the file is never a mixture.
 */
struct _HearsayWriter
{
  GThread *thread;
  GAsyncQueue *queue;
  HearsayDatabase *database;
  char *author;
  gboolean check;
  HearsayWriterFailedFunc failed;
  gpointer data;

  /*< of the thread >*/
  GQueue waiting;
  GError *damage;
  gboolean has_told;
};

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean done;
  gboolean success;
  GError *error;
  HearsayQueryFunc run;
  gpointer data;
} Reply;

HearsayCommand *
hearsay_command_new (HearsayCommandType type)
{
  HearsayCommand *self = g_new0 (HearsayCommand, 1);

  self->type = type;
  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_actor_row_free);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_issue_row_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_decision_free);
  self->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_move_free);
  self->identities = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_identity_free);
  self->lost = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
hearsay_command_free (HearsayCommand *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->record, hearsay_store_record_free);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->identities);
  g_ptr_array_unref (self->lost);
  g_free (self);
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* Twice, for an affiliation may come behind its members. */
static gboolean
add_actors (HearsayWriter   *self,
            HearsayCommand  *command,
            GError         **error)
{
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < command->actors->len; i++)
        {
          HearsayActorRow *actor = g_ptr_array_index (command->actors, i);

          if ((round == 0 || actor->affiliation != NULL) &&
              !hearsay_store_rows_write_actor (self->database, actor, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add (HearsayWriter   *self,
     HearsayCommand  *command,
     const char      *now,
     GError         **error)
{
  if (!add_actors (self, command, error))
    return FALSE;
  for (guint i = 0; i < command->issues->len; i++)
    {
      if (!hearsay_store_rows_write_issue (self->database, g_ptr_array_index (command->issues, i), error))
        return FALSE;
    }
  if (!hearsay_store_rows_write_article (self->database, command->record, error))
    return FALSE;
  for (guint i = 0; i < command->decisions->len; i++)
    {
      if (!hearsay_store_rows_move_decision (self->database, g_ptr_array_index (command->decisions, i), error))
        return FALSE;
    }
  return hearsay_store_rows_write_log (self->database, now, self->author, "analyse",
                                       command->record->analysis->id, NULL, error);
}

static gboolean
set_removed (HearsayWriter   *self,
             HearsayCommand  *command,
             gboolean         removed,
             const char      *now,
             GError         **error)
{
  for (guint i = 0; i < command->ids->len; i++)
    {
      const char *id = g_ptr_array_index (command->ids, i);

      if (!hearsay_store_rows_set_removed (self->database, id, removed, error) ||
          !hearsay_store_rows_write_log (self->database, now, self->author,
                                         removed ? "remove" : "restore", id, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
decide (HearsayWriter   *self,
        HearsayCommand  *command,
        const char      *now,
        GError         **error)
{
  for (guint i = 0; i < command->decisions->len; i++)
    {
      HearsayDecision *decision = g_ptr_array_index (command->decisions, i);
      g_autofree char *subject = g_strdup_printf ("%s/%s", decision->article_id, decision->statement);

      if (!hearsay_store_rows_write_decision (self->database, decision, now, self->author, error) ||
          !hearsay_store_rows_write_log (self->database, now, self->author, "decide", subject,
                                         hearsay_status_to_string (decision->status), error))
        return FALSE;
    }
  return TRUE;
}

/* Who is who, by a person's word. */
static gboolean
identify (HearsayWriter   *self,
          HearsayCommand  *command,
          const char      *now,
          GError         **error)
{
  if (!add_actors (self, command, error))
    return FALSE;
  for (guint i = 0; i + 1 < command->lost->len; i += 2)
    if (!hearsay_store_rows_delete_alias (self->database, g_ptr_array_index (command->lost, i),
                                          g_ptr_array_index (command->lost, i + 1), error))
      return FALSE;
  for (guint i = 0; i < command->actors->len; i++)
    {
      const HearsayActorRow *actor = g_ptr_array_index (command->actors, i);

      if (!hearsay_store_rows_write_log (self->database, now, self->author, "actor", actor->id, actor->name, error))
        return FALSE;
    }
  for (guint i = 0; i < command->moves->len; i++)
    if (!hearsay_store_rows_move_actor (self->database, g_ptr_array_index (command->moves, i), command->back, error))
      return FALSE;
  for (guint i = 0; i < command->identities->len; i++)
    {
      HearsayIdentity *identity = g_ptr_array_index (command->identities, i);

      if (!hearsay_store_rows_write_identity (self->database, identity, now, self->author, error) ||
          !hearsay_store_rows_write_log (self->database, now, self->author, "identify", identity->name_key,
                                         identity->actor_id, error))
        return FALSE;
    }
  return TRUE;
}

/* What issues an article has, by all that people decided. */
static gboolean
link_article (HearsayWriter      *self,
              HearsayIssueRules  *rules,
              const char         *id,
              GError            **error)
{
  g_autoptr (HearsayStoreRecord) record = NULL;
  gint64 key = 0;

  if (!hearsay_store_rows_find_article (self->database, id, &key, error))
    return FALSE;
  if (key == 0)
    return TRUE;
  record = hearsay_store_rows_read_article (self->database, key, error);
  if (record == NULL)
    return FALSE;
  hearsay_issue_rules_apply (rules, record);
  return hearsay_store_rows_link_issues (self->database, record, key, error);
}

static gboolean
link_articles (HearsayWriter   *self,
               HearsayCommand  *command,
               GError         **error)
{
  g_autoptr (HearsayIssueRules) rules = hearsay_issue_rules_new ();
  g_autoptr (GPtrArray) issues = hearsay_store_rows_read_issues (self->database, error);

  if (issues == NULL)
    return FALSE;
  for (guint i = 0; i < issues->len; i++)
    hearsay_issue_rules_set (rules, g_ptr_array_index (issues, i));
  for (guint i = 0; i < command->ids->len; i++)
    if (!link_article (self, rules, g_ptr_array_index (command->ids, i), error))
      return FALSE;
  return TRUE;
}

/* What an issue is, by a person's word. */
static gboolean
teach (HearsayWriter   *self,
       HearsayCommand  *command,
       const char      *now,
       GError         **error)
{
  for (guint i = 0; i < command->issues->len; i++)
    {
      const HearsayIssueRow *issue = g_ptr_array_index (command->issues, i);
      g_autofree char *wordings = g_strjoinv ("; ", issue->wordings);
      g_autofree char *detail = g_strdup_printf ("%s: %s%s%s", issue->state == HEARSAY_ISSUE_REMOVED ? "removed" : "is", issue->name,
                                                 wordings[0] != '\0' ? "; " : "", wordings);

      if (!hearsay_store_rows_teach_issue (self->database, issue, error) ||
          !hearsay_store_rows_write_log (self->database, now, self->author, "issue", issue->id, detail, error))
        return FALSE;
    }
  return link_articles (self, command, error);
}

static gboolean
carry_out (HearsayWriter   *self,
           HearsayCommand  *command,
           GError         **error)
{
  g_autofree char *now = dup_now ();

  switch (command->type)
    {
    case HEARSAY_COMMAND_ADD:
      return add (self, command, now, error);
    case HEARSAY_COMMAND_REMOVE:
      return set_removed (self, command, TRUE, now, error);
    case HEARSAY_COMMAND_RESTORE:
      return set_removed (self, command, FALSE, now, error);
    case HEARSAY_COMMAND_DECIDE:
      return decide (self, command, now, error);
    case HEARSAY_COMMAND_IDENTIFY:
      return identify (self, command, now, error);
    case HEARSAY_COMMAND_TEACH:
      return teach (self, command, now, error);
    case HEARSAY_COMMAND_QUERY:
    case HEARSAY_COMMAND_ASK:
    case HEARSAY_COMMAND_STOP:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
write_command (HearsayWriter   *self,
               HearsayCommand  *command,
               GError         **error)
{
  if (self->damage != NULL)
    {
      g_propagate_error (error, g_error_copy (self->damage));
      return FALSE;
    }
  if (!hearsay_database_exec (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (carry_out (self, command, error) && hearsay_database_exec (self->database, "COMMIT", error))
    return TRUE;
  hearsay_database_exec (self->database, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_LOCKED) ||
         g_error_matches (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_FULL) ||
         g_error_matches (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_DAMAGED);
}

/* Tells once, until a write succeeds again. */
static void
tell (HearsayWriter *self,
      const GError  *error)
{
  if (!self->has_told)
    self->failed (error, self->data);
  self->has_told = TRUE;
}

/* Writes all that waits, or up to what cannot be written. A command that never can is dropped. */
static gboolean
write_waiting (HearsayWriter  *self,
               GError        **error)
{
  while (!g_queue_is_empty (&self->waiting))
    {
      g_autoptr (GError) local_error = NULL;
      gboolean keep;

      if (write_command (self, g_queue_peek_head (&self->waiting), &local_error))
        {
          self->has_told = FALSE;
          hearsay_command_free (g_queue_pop_head (&self->waiting));
          continue;
        }
      tell (self, local_error);
      keep = may_pass (local_error) && g_queue_get_length (&self->waiting) < MAX_WAITING;
      g_propagate_error (error, g_steal_pointer (&local_error));
      if (!keep)
        {
          self->has_told = FALSE;
          hearsay_command_free (g_queue_pop_head (&self->waiting));
        }
      return FALSE;
    }
  return TRUE;
}

static void
answer (HearsayWriter *self,
        Reply         *reply)
{
  g_autoptr (GError) error = NULL;
  gboolean success = write_waiting (self, &error);

  if (reply->run != NULL)
    {
      g_clear_error (&error);
      success = reply->run (self->database, reply->data, &error);
    }
  g_mutex_lock (&reply->mutex);
  reply->success = success;
  reply->error = g_steal_pointer (&error);
  reply->done = TRUE;
  g_cond_signal (&reply->cond);
  g_mutex_unlock (&reply->mutex);
}

static void
answer_later (HearsayWriter  *self,
              HearsayCommand *command)
{
  g_autoptr (GError) error = NULL;
  gboolean success;

  write_waiting (self, NULL);
  success = command->run (self->database, command->data, &error);
  command->answered (command->data, success, error);
}

static void
prepare (HearsayWriter *self)
{
  if (self->check)
    hearsay_database_check (self->database, &self->damage);
  if (self->damage != NULL)
    tell (self, self->damage);
  else if (!self->database->read_only &&
           hearsay_database_exec (self->database, "BEGIN IMMEDIATE", NULL))
    {
      gboolean purged = hearsay_store_rows_purge (self->database, NULL);

      hearsay_database_exec (self->database, purged ? "COMMIT" : "ROLLBACK", NULL);
    }
}

static gpointer
run (gpointer data)
{
  HearsayWriter *self = data;

  prepare (self);
  while (TRUE)
    {
      HearsayCommand *command = g_async_queue_pop (self->queue);

      if (command->type == HEARSAY_COMMAND_QUERY)
        {
          answer (self, command->data);
          hearsay_command_free (command);
        }
      else if (command->type == HEARSAY_COMMAND_ASK)
        {
          answer_later (self, command);
          hearsay_command_free (command);
        }
      else if (command->type == HEARSAY_COMMAND_STOP)
        {
          hearsay_command_free (command);
          write_waiting (self, NULL);
          return NULL;
        }
      else
        {
          g_queue_push_tail (&self->waiting, command);
          write_waiting (self, NULL);
        }
    }
}

/**
 * hearsay_writer_new:
 * @database: (transfer full): the connection, used by the thread alone from now on
 * @check: whether to look for damage before anything is written
 * @failed: called on the thread when writing begins to fail
 *
 * Returns: (transfer full): a thread that waits for commands
 */
HearsayWriter *
hearsay_writer_new (HearsayDatabase         *database,
                    gboolean                 check,
                    HearsayWriterFailedFunc  failed,
                    gpointer                 data)
{
  HearsayWriter *self;
  const char *name = g_get_real_name ();

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (failed != NULL, NULL);

  self = g_new0 (HearsayWriter, 1);
  self->database = database;
  self->check = check;
  self->failed = failed;
  self->data = data;
  self->author = g_utf8_make_valid (g_str_equal (name, "Unknown") ? g_get_user_name () : name, -1);
  self->queue = g_async_queue_new ();
  g_queue_init (&self->waiting);
  self->thread = g_thread_new ("store-writer", run, self);
  return self;
}

/**
 * hearsay_writer_free:
 *
 * Waits until everything is written.
 */
void
hearsay_writer_free (HearsayWriter *self)
{
  g_return_if_fail (self != NULL);

  g_async_queue_push (self->queue, hearsay_command_new (HEARSAY_COMMAND_STOP));
  g_thread_join (self->thread);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) hearsay_command_free);
  g_async_queue_unref (self->queue);
  hearsay_database_close (self->database);
  g_clear_error (&self->damage);
  g_free (self->author);
  g_free (self);
}

/**
 * hearsay_writer_push:
 * @command: (transfer full): what to write, behind everything pushed before
 */
void
hearsay_writer_push (HearsayWriter  *self,
                     HearsayCommand *command)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (command != NULL);

  g_async_queue_push (self->queue, command);
}

/**
 * hearsay_writer_query:
 * @run: (nullable): what to do on the writer's thread, or nothing but wait
 *
 * Waits until everything pushed before is written, or cannot be.
 */
gboolean
hearsay_writer_query (HearsayWriter     *self,
                      HearsayQueryFunc   run_query,
                      gpointer           data,
                      GError           **error)
{
  Reply reply = { .run = run_query, .data = data };
  HearsayCommand *command;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_init (&reply.mutex);
  g_cond_init (&reply.cond);
  command = hearsay_command_new (HEARSAY_COMMAND_QUERY);
  command->data = &reply;
  g_async_queue_push (self->queue, command);
  g_mutex_lock (&reply.mutex);
  while (!reply.done)
    g_cond_wait (&reply.cond, &reply.mutex);
  g_mutex_unlock (&reply.mutex);
  g_mutex_clear (&reply.mutex);
  g_cond_clear (&reply.cond);
  if (reply.error != NULL)
    g_propagate_error (error, reply.error);
  return reply.success;
}

/**
 * hearsay_writer_ask:
 * @run_query: what to do on the writer's thread, behind everything pushed before
 * @data: (transfer full): what it works on; @answered takes it
 * @answered: called on the writer's thread when it is done
 *
 * As hearsay_writer_query(), and does not wait.
 */
void
hearsay_writer_ask (HearsayWriter     *self,
                    HearsayQueryFunc   run_query,
                    gpointer           data,
                    HearsayAnswerFunc  answered)
{
  HearsayCommand *command;

  g_return_if_fail (self != NULL);
  g_return_if_fail (run_query != NULL && answered != NULL);

  command = hearsay_command_new (HEARSAY_COMMAND_ASK);
  command->run = run_query;
  command->data = data;
  command->answered = answered;
  g_async_queue_push (self->queue, command);
}

gboolean
hearsay_writer_flush (HearsayWriter  *self,
                      GError        **error)
{
  return hearsay_writer_query (self, NULL, NULL, error);
}
