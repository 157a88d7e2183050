/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-database.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "store/hearsay-store.h"

/* How long a write waits for another program's. */
#define BUSY_MILLISECONDS 5000

static HearsayStoreError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_NOTADB:
      return HEARSAY_STORE_ERROR_NOT_A_COLLECTION;
    case SQLITE_CORRUPT:
      return HEARSAY_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HEARSAY_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return HEARSAY_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return HEARSAY_STORE_ERROR_FULL;
    default:
      return HEARSAY_STORE_ERROR_FAILED;
    }
}

static const char *
words_for (HearsayStoreError code)
{
  switch (code)
    {
    case HEARSAY_STORE_ERROR_NOT_A_COLLECTION:
      return _("The file is not a Hearsay collection");
    case HEARSAY_STORE_ERROR_TOO_NEW:
      return _("The collection was written by a newer version of Hearsay");
    case HEARSAY_STORE_ERROR_DAMAGED:
      return _("The collection is damaged");
    case HEARSAY_STORE_ERROR_LOCKED:
      return _("Another program is writing to the collection");
    case HEARSAY_STORE_ERROR_READ_ONLY:
      return _("The collection can only be read");
    case HEARSAY_STORE_ERROR_FULL:
      return _("There is no space left on the disk");
    case HEARSAY_STORE_ERROR_FAILED:
    case HEARSAY_STORE_ERROR_BAD_NAME:
    default:
      return _("The collection could not be used");
    }
}

/**
 * hearsay_database_set_error:
 *
 * Puts what the last call complained of into words for people.
 */
void
hearsay_database_set_error (HearsayDatabase  *self,
                            GError          **error)
{
  HearsayStoreError code;

  g_return_if_fail (self != NULL);

  code = code_of (sqlite3_extended_errcode (self->handle));
  if (code == HEARSAY_STORE_ERROR_FAILED)
    g_set_error (error, HEARSAY_STORE_ERROR, (gint) code, "%s: %s", words_for (code),
                 sqlite3_errmsg (self->handle));
  else
    g_set_error_literal (error, HEARSAY_STORE_ERROR, (gint) code, words_for (code));
}

static void
set_error_code (GError            **error,
                HearsayStoreError   code)
{
  g_set_error_literal (error, HEARSAY_STORE_ERROR, (gint) code, words_for (code));
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * hearsay_database_close:
 * @self: (transfer full): the connection
 */
void
hearsay_database_close (HearsayDatabase *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * hearsay_database_exec:
 * @sql: statements without results
 */
gboolean
hearsay_database_exec (HearsayDatabase  *self,
                       const char       *sql,
                       GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  hearsay_database_set_error (self, error);
  return FALSE;
}

/**
 * hearsay_database_prepare:
 * @sql: (transfer none): a statement that lives as long as the program
 *
 * Returns: (transfer none) (nullable): the statement, ready to be bound
 */
sqlite3_stmt *
hearsay_database_prepare (HearsayDatabase  *self,
                          const char       *sql,
                          GError          **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      hearsay_database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

static void
bind_values (sqlite3_stmt *statement,
             const char   *types,
             va_list       values)
{
  for (int i = 1; *types != '\0'; types++, i++)
    {
      gint64 index;

      switch (*types)
        {
        case 's':
          sqlite3_bind_text (statement, i, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'l':
          sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
          break;
        case 'u':
          sqlite3_bind_int64 (statement, i, va_arg (values, guint));
          break;
        case 'i':
          sqlite3_bind_int64 (statement, i, va_arg (values, int));
          break;
        case 'x':
          /* An index; a negative one is none. */
          index = va_arg (values, int);
          if (index >= 0)
            sqlite3_bind_int64 (statement, i, index);
          break;
        case 'd':
          sqlite3_bind_double (statement, i, va_arg (values, double));
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * hearsay_database_query:
 * @sql: as for hearsay_database_prepare()
 * @types: a letter for each value: s (nullable string), i (int), u (guint),
 *   l (gint64), x (int, NULL when negative), d (double)
 *
 * Returns: (transfer none) (nullable): the statement, bound, for hearsay_database_step()
 */
sqlite3_stmt *
hearsay_database_query (HearsayDatabase  *self,
                        GError          **error,
                        const char       *sql,
                        const char       *types,
                        ...)
{
  sqlite3_stmt *statement = hearsay_database_prepare (self, sql, error);
  va_list values;

  if (statement == NULL)
    return NULL;
  va_start (values, types);
  bind_values (statement, types, values);
  va_end (values);
  return statement;
}

/**
 * hearsay_database_run:
 *
 * As hearsay_database_query(), for statements without a result.
 *
 * Returns: whether it was done
 */
gboolean
hearsay_database_run (HearsayDatabase  *self,
                      GError          **error,
                      const char       *sql,
                      const char       *types,
                      ...)
{
  sqlite3_stmt *statement = hearsay_database_prepare (self, sql, error);
  va_list values;
  int result;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  bind_values (statement, types, values);
  va_end (values);
  result = sqlite3_step (statement);
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    hearsay_database_set_error (self, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE || result == SQLITE_ROW;
}

/**
 * hearsay_database_step:
 * @statement: one that was bound
 *
 * Returns: whether there is another row; if not, @error tells why, or the rows are at their end
 */
gboolean
hearsay_database_step (HearsayDatabase  *self,
                       sqlite3_stmt     *statement,
                       GError          **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);

  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    hearsay_database_set_error (self, error);
  sqlite3_reset (statement);
  return FALSE;
}

/**
 * hearsay_database_check:
 *
 * Looks for damage, in time of the file's size.
 *
 * Returns: whether there is none
 */
gboolean
hearsay_database_check (HearsayDatabase  *self,
                        GError          **error)
{
  sqlite3_stmt *statement;
  const char *words;
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  statement = hearsay_database_query (self, error, "PRAGMA quick_check(1)", "");
  if (statement == NULL || !hearsay_database_step (self, statement, error))
    return FALSE;
  words = (const char *) sqlite3_column_text (statement, 0);
  good = g_strcmp0 (words, "ok") == 0;
  if (!good)
    set_error_code (error, HEARSAY_STORE_ERROR_DAMAGED);
  sqlite3_reset (statement);
  return good;
}

static gboolean
read_number (HearsayDatabase  *self,
             const char       *sql,
             gint64           *number,
             GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = hearsay_database_query (self, error, sql, "");

  if (statement == NULL)
    return FALSE;
  *number = 0;
  if (hearsay_database_step (self, statement, &local_error))
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return *error == NULL;
}

/* A file from elsewhere may bring views and triggers of its own: none of them runs. */
static void
distrust (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_busy_timeout (handle, BUSY_MILLISECONDS);
}

static gboolean
identify (HearsayDatabase  *self,
          GError          **error)
{
  gint64 application_id = 0;
  gint64 version = 0;
  gint64 n_tables = 0;

  if (!read_number (self, "PRAGMA application_id", &application_id, error) ||
      !read_number (self, "PRAGMA user_version", &version, error) ||
      !read_number (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  self->version = version;
  if (application_id == 0 && version == 0 && n_tables == 0)
    {
      if (!self->read_only)
        return hearsay_database_create_schema (self, error);
      set_error_code (error, HEARSAY_STORE_ERROR_NOT_A_COLLECTION);
      return FALSE;
    }
  if (application_id != HEARSAY_STORE_APPLICATION_ID)
    set_error_code (error, HEARSAY_STORE_ERROR_NOT_A_COLLECTION);
  else if (version > HEARSAY_STORE_SCHEMA_VERSION)
    set_error_code (error, HEARSAY_STORE_ERROR_TOO_NEW);
  else if (version < 1)
    set_error_code (error, HEARSAY_STORE_ERROR_DAMAGED);
  else if (version < HEARSAY_STORE_SCHEMA_VERSION && !self->read_only)
    return hearsay_database_migrate (self, version, error);
  return *error == NULL;
}

/* Opens for reading what cannot be written; immutable where not even the log's index can be made. */
static int
open_handle (HearsayDatabase *self)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;
  int result;

  if (self->path == NULL)
    return sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  result = sqlite3_open_v2 (self->path, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (result == SQLITE_OK && !sqlite3_db_readonly (self->handle, "main"))
    return result;
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return result;
  self->read_only = TRUE;
  sqlite3_close (self->handle);
  result = sqlite3_open_v2 (self->path, &self->handle, SQLITE_OPEN_READONLY, NULL);
  if (result == SQLITE_OK &&
      sqlite3_exec (self->handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_CANTOPEN)
    return result;
  sqlite3_close (self->handle);
  escaped = g_uri_escape_string (self->path, "/", TRUE);
  uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  return sqlite3_open_v2 (uri, &self->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/**
 * hearsay_database_open:
 * @path: (nullable): a file, which is made when it does not exist; %NULL for memory
 *
 * Returns: (transfer full) (nullable): a connection to a collection
 */
HearsayDatabase *
hearsay_database_open (const char  *path,
                       GError     **error)
{
  g_autoptr (HearsayDatabase) self = NULL;
  g_autoptr (GError) local_error = NULL;

  self = g_new0 (HearsayDatabase, 1);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  if (open_handle (self) != SQLITE_OK)
    {
      hearsay_database_set_error (self, error);
      return NULL;
    }
  distrust (self->handle);
  if (!identify (self, &local_error) ||
      (!self->read_only &&
       (!hearsay_database_exec (self, "PRAGMA journal_mode = WAL", &local_error) ||
        !hearsay_database_exec (self, "PRAGMA synchronous = NORMAL", &local_error))) ||
      !hearsay_database_exec (self, "PRAGMA foreign_keys = ON", &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}
