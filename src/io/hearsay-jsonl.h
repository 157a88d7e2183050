/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "io/hearsay-document.h"
#include "model/hearsay-span.h"

G_BEGIN_DECLS

/* Bytes of one line at most; what is longer is passed over without being kept. */
#define HEARSAY_JSONL_MAX_LINE (128 * 1024 * 1024)
/* Objects and arrays in each other; a record needs four. */
#define HEARSAY_JSONL_MAX_DEPTH 64

typedef enum
{
  HEARSAY_JSONL_ERROR_MALFORMED, /* not JSON, or not an object with a text */
  HEARSAY_JSONL_ERROR_TOO_BIG,
} HearsayJsonlError;

#define HEARSAY_JSONL_ERROR (hearsay_jsonl_error_quark ())
GQuark hearsay_jsonl_error_quark (void);

/**
 * HearsayJsonlActor:
 * @mentions: (element-type HearsaySpan): code points of the text
 */
typedef struct
{
  char *name;
  GArray *mentions;
} HearsayJsonlActor;

/**
 * HearsayJsonlRecord:
 * @document: the article, its text as it stands; no id where none was given
 * @actors: (element-type HearsayJsonlActor): those that were given
 */
typedef struct
{
  HearsayDocument *document;
  GArray *actors;
} HearsayJsonlRecord;

/**
 * HearsayJsonlReader:
 *
 * Cuts a stream into lines without ever holding more than one.
 */
typedef struct _HearsayJsonlReader HearsayJsonlReader;

HearsayJsonlRecord *hearsay_jsonl_parse       (const char          *line,
                                               gsize                length,
                                               char               **id,
                                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_jsonl_record_free (HearsayJsonlRecord  *self);
HearsayJsonlReader *hearsay_jsonl_reader_new  (GInputStream        *stream) G_GNUC_WARN_UNUSED_RESULT;
gboolean            hearsay_jsonl_reader_next (HearsayJsonlReader  *self,
                                               GBytes             **line,
                                               gboolean            *too_long,
                                               GError             **error);
void                hearsay_jsonl_reader_free (HearsayJsonlReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayJsonlRecord, hearsay_jsonl_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayJsonlReader, hearsay_jsonl_reader_free)

G_END_DECLS
