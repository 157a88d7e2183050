/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * HearsayDatabase:
 * @handle: the connection
 * @path: (nullable): the file, %NULL in memory
 * @read_only: whether the file can only be read
 * @version: of its schema: an older one than the program's only where it can only be read
 *
 * One connection to a collection file, used by one thread at a time, with its
 * prepared statements.
 */
typedef struct
{
  sqlite3 *handle;
  char *path;
  gboolean read_only;
  gint64 version;

  /*< private >*/
  GHashTable *statements;
} HearsayDatabase;

HearsayDatabase *hearsay_database_open     (const char       *path,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_database_close    (HearsayDatabase  *self);
gboolean         hearsay_database_check    (HearsayDatabase  *self,
                                            GError          **error);
sqlite3_stmt    *hearsay_database_prepare  (HearsayDatabase  *self,
                                            const char       *sql,
                                            GError          **error);
sqlite3_stmt    *hearsay_database_query    (HearsayDatabase  *self,
                                            GError          **error,
                                            const char       *sql,
                                            const char       *types,
                                            ...);
gboolean         hearsay_database_run      (HearsayDatabase  *self,
                                            GError          **error,
                                            const char       *sql,
                                            const char       *types,
                                            ...);
gboolean         hearsay_database_step     (HearsayDatabase  *self,
                                            sqlite3_stmt     *statement,
                                            GError          **error);
gboolean         hearsay_database_exec     (HearsayDatabase  *self,
                                            const char       *sql,
                                            GError          **error);
void             hearsay_database_set_error (HearsayDatabase *self,
                                            GError          **error);
gboolean         hearsay_database_create_schema (HearsayDatabase *self,
                                                 GError         **error);
gboolean         hearsay_database_migrate       (HearsayDatabase *self,
                                                 gint64           version,
                                                 GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayDatabase, hearsay_database_close)

G_END_DECLS
