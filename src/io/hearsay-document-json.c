/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-document-json.h"

#include "io/hearsay-json-writer.h"

static void
append_field (HearsayJsonWriter *writer,
              const char        *key,
              const char        *value)
{
  hearsay_json_key (writer, key);
  hearsay_json_string (writer, value);
}

/**
 * hearsay_document_append_json:
 * @out: gets one line, its line feed included
 *
 * Writes the document as `hearsay read` prints it.
 */
void
hearsay_document_append_json (const HearsayDocument *self,
                              GString               *out)
{
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, 0);
  char zone[HEARSAY_DATE_BUFFER];

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  hearsay_json_begin_object (&writer);
  append_field (&writer, "id", self->id);
  append_field (&writer, "source", self->source);
  append_field (&writer, "title", self->title);
  append_field (&writer, "byline", self->byline);
  append_field (&writer, "publisher", self->publisher);
  append_field (&writer, "section", self->section);
  hearsay_json_key (&writer, "published");
  hearsay_json_date (&writer, self->published);
  append_field (&writer, "published_zone", hearsay_date_has_zone (self->published)
                                            ? hearsay_date_format_zone (self->published, zone) : NULL);
  append_field (&writer, "language", self->language);
  append_field (&writer, "text", self->text);
  hearsay_json_end_object (&writer);
  g_string_append_c (out, '\n');
}
