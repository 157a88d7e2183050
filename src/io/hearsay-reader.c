/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "io/hearsay-readers.h"

G_DEFINE_QUARK (hearsay-read-error-quark, hearsay_read_error)

#define CHUNK (256 * 1024)

static const char *const html_extensions[] = { "html", "htm", "xhtml", "xht", NULL };
static const char *const html_types[] = { "text/html", "application/xhtml+xml", NULL };
static const char *const pdf_extensions[] = { "pdf", NULL };
static const char *const pdf_types[] = { "application/pdf", NULL };
static const char *const text_extensions[] = { "txt", "text", "md", "asc", NULL };
static const char *const text_types[] = { "text/plain", "text/markdown", NULL };

/* Plain text comes last: it takes whatever nobody else has claimed. */
static const HearsayReader readers[] = {
  { "PDF", pdf_extensions, pdf_types, hearsay_reader_pdf_sniff, hearsay_reader_pdf_read },
  { "HTML", html_extensions, html_types, hearsay_reader_html_sniff, hearsay_reader_html_read },
  { "Text", text_extensions, text_types, NULL, hearsay_reader_text_read },
};

/**
 * hearsay_readers_get:
 * @n_readers: (out): how many formats there are
 *
 * Returns: (transfer none) (array length=n_readers): the table of formats
 */
const HearsayReader *
hearsay_readers_get (guint *n_readers)
{
  g_return_val_if_fail (n_readers != NULL, NULL);

  *n_readers = G_N_ELEMENTS (readers);
  return readers;
}

static const HearsayReader *
find_by_extension (const char *extension)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      for (guint j = 0; readers[i].extensions[j] != NULL; j++)
        {
          if (g_ascii_strcasecmp (extension, readers[i].extensions[j]) == 0)
            return &readers[i];
        }
    }
  return NULL;
}

/**
 * hearsay_readers_want:
 * @name: a file's name, without its folder
 *
 * In a folder, what no reader names is passed over: pictures and style sheets
 * lie beside saved pages. Files without an extension may be text.
 *
 * Returns: whether a file of this name in a folder is worth reading
 */
gboolean
hearsay_readers_want (const char *name)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, FALSE);

  dot = strrchr (name, '.');
  return name[0] != '.' && (dot == NULL || find_by_extension (dot + 1) != NULL);
}

/**
 * hearsay_reader_find:
 * @name: (nullable): the file's name or address
 * @bytes: (array length=length): its beginning or all of it
 * @length: bytes
 *
 * The bytes decide before the name does: a web page saved as “article.txt” is
 * still a web page.
 *
 * Returns: (transfer none): the reader for such a file
 */
const HearsayReader *
hearsay_reader_find (const char   *name,
                     const guint8 *bytes,
                     gsize         length)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (readers[i].sniff != NULL && readers[i].sniff (bytes, length))
        return &readers[i];
    }
  if (dot != NULL && find_by_extension (dot + 1) != NULL)
    return find_by_extension (dot + 1);
  return &readers[G_N_ELEMENTS (readers) - 1];
}

/**
 * hearsay_read_bytes:
 * @bytes: a whole file
 * @uri: (nullable): where it came from; also its name
 *
 * Returns: (transfer full) (element-type HearsayDocument): at least one
 *   article, or %NULL with @error set
 */
GPtrArray *
hearsay_read_bytes (GBytes        *bytes,
                    const char    *uri,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  const HearsayReader *reader;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_EMPTY, _("The file is empty"));
      return NULL;
    }
  if (length > HEARSAY_READ_MAX_BYTES)
    {
      g_set_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_TOO_BIG, _("The file is larger than %d MB"),
                   HEARSAY_READ_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_document_free);
  reader = hearsay_reader_find (uri, data, length);
  if (!reader->read (bytes, uri, documents, cancellable, error))
    return NULL;
  g_assert (documents->len > 0);
  for (guint i = 0; i < documents->len; i++)
    {
      HearsayDocument *document = g_ptr_array_index (documents, i);

      g_free (document->source);
      document->source = g_strdup (uri);
      hearsay_document_set_id (document);
    }
  return g_steal_pointer (&documents);
}

/* Reasons in the program's own words where the system's are codes or carry the path again. */
static void
translate_error (GError **error,
                 GError  *reason)
{
  if (reason->domain == G_IO_ERROR && reason->code == G_IO_ERROR_CANCELLED)
    g_propagate_error (error, reason);
  else
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
          g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
        g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_NOT_FOUND, _("There is no such file"));
      else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
        g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FOLDER, _("This is a folder"));
      else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
        g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FAILED, _("The file may not be read"));
      else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
        g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FAILED,
                             _("Files at such an address cannot be opened"));
      else
        g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FAILED, reason->message);
      g_error_free (reason);
    }
}

/**
 * hearsay_read_stream:
 * @stream: read to its end, or to one byte more than %HEARSAY_READ_MAX_BYTES
 * @uri: (nullable): where it comes from
 *
 * Returns: (transfer full) (element-type HearsayDocument): at least one
 *   article, or %NULL with @error set
 */
GPtrArray *
hearsay_read_stream (GInputStream  *stream,
                     const char    *uri,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree guint8 *chunk = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  chunk = g_malloc (CHUNK);
  while (array->len <= HEARSAY_READ_MAX_BYTES)
    {
      GError *reason = NULL;
      gssize n = g_input_stream_read (stream, chunk, CHUNK, cancellable, &reason);

      if (n < 0)
        {
          translate_error (error, reason);
          return NULL;
        }
      if (n == 0)
        break;
      g_byte_array_append (array, chunk, (guint) n);
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return hearsay_read_bytes (bytes, uri, cancellable, error);
}

/**
 * hearsay_read_file:
 * @file: a file that GIO can open
 *
 * Reads the articles in a file of any known format. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type HearsayDocument): at least one
 *   article, or %NULL with @error set: %HEARSAY_READ_ERROR, or
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
hearsay_read_file (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *uri = NULL;
  GError *reason = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FOLDER, _("This is a folder"));
      return NULL;
    }
  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL)
    {
      translate_error (error, reason);
      return NULL;
    }
  uri = g_file_get_uri (file);
  return hearsay_read_stream (G_INPUT_STREAM (stream), uri, cancellable, error);
}
