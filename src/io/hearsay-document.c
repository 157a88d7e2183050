/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-document.h"

#include <string.h>

/**
 * hearsay_document_new:
 *
 * Returns: (transfer full): a document in which nothing is known yet
 */
HearsayDocument *
hearsay_document_new (void)
{
  return g_new0 (HearsayDocument, 1);
}

/**
 * hearsay_document_free:
 * @self: (nullable): a document
 */
void
hearsay_document_free (HearsayDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->source);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->publisher);
  g_free (self->section);
  g_free (self->language);
  g_free (self->text);
  g_free (self);
}

/**
 * hearsay_document_set_id:
 * @self: a document whose title and text are final
 *
 * Sets the id to the first 16 hexadecimal digits of the SHA-256 of the title,
 * a NUL and the text, as the analyzer does where it is given none: the same
 * words have the same id wherever they were found.
 */
void
hearsay_document_set_id (HearsayDocument *self)
{
  g_autoptr (GChecksum) checksum = NULL;

  g_return_if_fail (self != NULL);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (self->title != NULL)
    g_checksum_update (checksum, (const guchar *) self->title, (gssize) strlen (self->title));
  g_checksum_update (checksum, (const guchar *) "", 1);
  if (self->text != NULL)
    g_checksum_update (checksum, (const guchar *) self->text, (gssize) strlen (self->text));
  g_free (self->id);
  self->id = g_strndup (g_checksum_get_string (checksum), 16);
}
