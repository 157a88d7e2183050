/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "io/hearsay-reader.h"
#include "io/hearsay-readers.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_document_free);
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;
  if (!hearsay_reader_pdf_read (bytes, NULL, documents, NULL, &error))
    {
      g_assert_nonnull (error);
      return 0;
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const HearsayDocument *document = g_ptr_array_index (documents, i);

      g_assert_true (g_utf8_validate (document->text, -1, NULL));
      g_assert_cmpuint (strlen (document->text), >, 0);
      g_assert_true (document->title == NULL || g_utf8_validate (document->title, -1, NULL));
      g_assert_true (document->byline == NULL || g_utf8_validate (document->byline, -1, NULL));
    }
  return 0;
}
