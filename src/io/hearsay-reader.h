/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "io/hearsay-document.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_READ_ERROR_NOT_FOUND,
  HEARSAY_READ_ERROR_FOLDER,
  HEARSAY_READ_ERROR_EMPTY,
  HEARSAY_READ_ERROR_BINARY,
  HEARSAY_READ_ERROR_ENCRYPTED,
  HEARSAY_READ_ERROR_NO_TEXT, /* pictures of pages, a page without an article */
  HEARSAY_READ_ERROR_BROKEN,
  HEARSAY_READ_ERROR_TOO_BIG,
  HEARSAY_READ_ERROR_UNKNOWN_FORMAT,
  HEARSAY_READ_ERROR_FAILED,
} HearsayReadError;

#define HEARSAY_READ_ERROR (hearsay_read_error_quark ())
GQuark hearsay_read_error_quark (void);

/* Bytes of one file at most. */
#define HEARSAY_READ_MAX_BYTES (256 * 1024 * 1024)

/**
 * HearsayReader:
 * @name: for people: “PDF”
 * @extensions: (array zero-terminated=1): lower case, without a dot
 * @mime_types: (array zero-terminated=1): shared-mime-info names
 * @sniff: (nullable): whether @bytes begin like this format; decides before the name does
 * @read: appends HearsayDocuments to @documents; @bytes is the whole file
 *
 * One row in the table of formats. Readers do no I/O of their own: they get
 * the bytes. They run on any thread.
 */
typedef struct
{
  const char *name;
  const char *const *extensions;
  const char *const *mime_types;
  gboolean (*sniff) (const guint8 *bytes,
                     gsize         length);
  gboolean (*read)  (GBytes       *bytes,
                     const char   *uri,
                     GPtrArray    *documents,
                     GCancellable *cancellable,
                     GError      **error);
} HearsayReader;

const HearsayReader *hearsay_readers_get (guint *n_readers);
gboolean             hearsay_readers_want (const char *name);
const HearsayReader *hearsay_reader_find (const char    *name,
                                          const guint8  *bytes,
                                          gsize          length);
GPtrArray           *hearsay_read_file   (GFile         *file,
                                          GCancellable  *cancellable,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *hearsay_read_stream (GInputStream  *stream,
                                          const char    *uri,
                                          GCancellable  *cancellable,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *hearsay_read_bytes  (GBytes        *bytes,
                                          const char    *uri,
                                          GCancellable  *cancellable,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
