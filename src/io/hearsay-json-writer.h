/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-date.h"
#include "model/hearsay-span.h"

G_BEGIN_DECLS

/* Nesting the writer keeps track of; the documents written here have four levels. */
#define HEARSAY_JSON_MAX_DEPTH 16

/**
 * HearsayJsonWriter:
 * @out: where the text is put
 *
 * Writes JSON straight into a string, in the order of the calls. JsonBuilder
 * would keep the whole document as a tree first and print numbers with 17
 * digits; here memory is the text itself, numbers have a fixed count of
 * decimals, and equal input gives equal bytes.
 */
typedef struct
{
  GString *out;
  guint indent; /* blanks a level; 0 writes everything on one line */
  /*< private >*/
  guint depth;
  gboolean has_items[HEARSAY_JSON_MAX_DEPTH];
  gboolean after_key;
} HearsayJsonWriter;

#define HEARSAY_JSON_WRITER_INIT(string, blanks) { .out = (string), .indent = (blanks) }

void hearsay_json_begin_object (HearsayJsonWriter *self);
void hearsay_json_end_object   (HearsayJsonWriter *self);
void hearsay_json_begin_array  (HearsayJsonWriter *self);
void hearsay_json_end_array    (HearsayJsonWriter *self);
void hearsay_json_key          (HearsayJsonWriter *self,
                                const char        *key);
void hearsay_json_string       (HearsayJsonWriter *self,
                                const char        *string);
void hearsay_json_int          (HearsayJsonWriter *self,
                                gint64             value);
void hearsay_json_decimal      (HearsayJsonWriter *self,
                                double             value);
void hearsay_json_boolean      (HearsayJsonWriter *self,
                                gboolean           value);
void hearsay_json_null         (HearsayJsonWriter *self);
void hearsay_json_raw          (HearsayJsonWriter *self,
                                const char        *json);
void hearsay_json_date         (HearsayJsonWriter *self,
                                HearsayDate        date);
void hearsay_json_span         (HearsayJsonWriter *self,
                                HearsaySpan        span);

G_END_DECLS
