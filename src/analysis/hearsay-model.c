/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-model-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Bytes of the payload that are checked at once: they stay in the processor's cache. */
#define PIECE_SIZE (256 * 1024)

struct _HearsayModel
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  const guint8 *data;
  guint n_sections;
};

G_DEFINE_QUARK (hearsay-model-error-quark, hearsay_model_error)

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_DAMAGED,
                       _("The language model is damaged or incomplete"));
  return FALSE;
}

static gboolean
check_section (const guint8 *entry,
               gsize         table_end,
               gsize         size)
{
  guint64 offset = hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH);
  guint64 length = hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH + 8);

  return memchr (entry, '\0', HEARSAY_MODEL_NAME_LENGTH) != NULL &&
         offset % HEARSAY_MODEL_ALIGNMENT == 0 &&
         offset >= table_end && offset <= size && length <= size - offset;
}

static gboolean
check_header (const guint8 *data,
              gsize         size,
              guint        *n_sections,
              gsize        *payload,
              GError      **error)
{
  gsize table_end;

  if (size < HEARSAY_MODEL_HEADER_SIZE ||
      memcmp (data, HEARSAY_MODEL_MAGIC, 8) != 0)
    {
      g_set_error_literal (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_FOREIGN,
                           _("This file is not a language model of Hearsay"));
      return FALSE;
    }
  if (hearsay_model_get_u32 (data + 8) != HEARSAY_MODEL_VERSION)
    {
      g_set_error_literal (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_FOREIGN,
                           _("The language model was made for another version of Hearsay"));
      return FALSE;
    }
  *n_sections = hearsay_model_get_u32 (data + 12);
  table_end = HEARSAY_MODEL_HEADER_SIZE + (gsize) *n_sections * HEARSAY_MODEL_ENTRY_SIZE;
  if (*n_sections > HEARSAY_MODEL_MAX_SECTIONS || table_end > size ||
      hearsay_model_get_u64 (data + 16) != size ||
      hearsay_model_get_u64 (data + 32) != hearsay_model_header_checksum (data, *n_sections))
    return set_damaged (error);
  for (guint i = 0; i < *n_sections; i++)
    {
      if (!check_section (data + HEARSAY_MODEL_HEADER_SIZE + (gsize) i * HEARSAY_MODEL_ENTRY_SIZE, table_end, size))
        return set_damaged (error);
    }
  *payload = table_end;
  return TRUE;
}

static HearsayModel *
create (GBytes       *bytes,
        const guint8 *data,
        guint         n_sections)
{
  HearsayModel *self = g_new0 (HearsayModel, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->data = data;
  self->n_sections = n_sections;
  return self;
}

/**
 * hearsay_model_new:
 * @bytes: the contents of a model file
 *
 * Checks magic, version, sizes and checksums; every byte is read once.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with an error of
 *   #HEARSAY_MODEL_ERROR
 */
HearsayModel *
hearsay_model_new (GBytes  *bytes,
                   GError **error)
{
  const guint8 *data;
  guint n_sections;
  gsize payload;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_header (data, size, &n_sections, &payload, error))
    return NULL;
  if (hearsay_model_get_u64 (data + 24) != hearsay_model_checksum (0, data + payload, size - payload))
    {
      set_damaged (error);
      return NULL;
    }
  return create (bytes, data, n_sections);
}

/*
 * The checksum of the payload, read piece by piece into one buffer: touching every
 * page of the mapping instead would cost a fault each, which takes three times as
 * long and keeps pages in memory that no article may ever need.
 */
static gboolean
check_payload (int           fd,
               const guint8 *data,
               gsize         offset,
               gsize         size,
               GError      **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
  HearsayModelChecksum checksum;

  hearsay_model_checksum_init (&checksum, 0);
  while (offset < size)
    {
      gsize wanted = MIN (PIECE_SIZE, size - offset);
      gsize got = 0;

      while (got < wanted)
        {
          gssize n = pread (fd, piece + got, wanted - got, (off_t) (offset + got));

          if (n < 0 && errno == EINTR)
            continue;
          if (n <= 0)
            return set_damaged (error);
          got += (gsize) n;
        }
      hearsay_model_checksum_update (&checksum, piece, got);
      offset += got;
    }
  return hearsay_model_get_u64 (data + 24) == hearsay_model_checksum_finish (&checksum) || set_damaged (error);
}

static HearsayModel *
open_fd (int      fd,
         GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  const guint8 *data;
  guint n_sections;
  gsize payload;
  gsize size;

  file = g_mapped_file_new_from_fd (fd, FALSE, &reason);
  if (file == NULL)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_READ,
                   _("The language model could not be read: %s"), reason->message);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  data = g_bytes_get_data (bytes, &size);
  if (!check_header (data, size, &n_sections, &payload, error) || !check_payload (fd, data, payload, size, error))
    return NULL;
  return create (bytes, data, n_sections);
}

/**
 * hearsay_model_open:
 * @path: a model file, in the encoding of file names
 *
 * Returns: (transfer full) (nullable): the model in the file, which is mapped
 *   and not copied, or %NULL with an error of #HEARSAY_MODEL_ERROR
 */
HearsayModel *
hearsay_model_open (const char  *path,
                    GError     **error)
{
  HearsayModel *self;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_READ,
                   _("The language model could not be read: %s"), g_strerror (errno));
      return NULL;
    }
  self = open_fd (fd, error);
  close (fd);
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);
  return self;
}

static char *
find_default (void)
{
  const char *directory = g_getenv ("HEARSAY_DATA_DIR");
  const char *places[] = { HEARSAY_SOURCE_DATA_DIR, HEARSAY_PKG_DATA_DIR };

  if (directory != NULL && *directory != '\0')
    return g_build_filename (directory, "model", "english.model", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (places[i], "model", "english.model", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return g_build_filename (HEARSAY_PKG_DATA_DIR, "model", "english.model", NULL);
}

/**
 * hearsay_model_open_default:
 *
 * Opens the English model: below the directory that the environment variable
 * `HEARSAY_DATA_DIR` names, else in the source tree the program was built from,
 * else as installed.
 *
 * Returns: (transfer full) (nullable): see hearsay_model_open()
 */
HearsayModel *
hearsay_model_open_default (GError **error)
{
  g_autofree char *path = find_default ();

  return hearsay_model_open (path, error);
}

HearsayModel *
hearsay_model_ref (HearsayModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hearsay_model_unref (HearsayModel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * hearsay_model_find:
 * @name: the name of a section
 * @size: (out) (optional): its bytes; 0 when there is none
 *
 * Returns: (transfer none) (nullable): the section, at a multiple of
 *   #HEARSAY_MODEL_ALIGNMENT in the file; valid as long as @self
 */
gconstpointer
hearsay_model_find (const HearsayModel *self,
                    const char         *name,
                    gsize              *size)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->n_sections; i++)
    {
      const guint8 *entry = self->data + HEARSAY_MODEL_HEADER_SIZE + (gsize) i * HEARSAY_MODEL_ENTRY_SIZE;

      if (strcmp ((const char *) entry, name) == 0)
        {
          if (size != NULL)
            *size = hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH + 8);
          return self->data + hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH);
        }
    }
  if (size != NULL)
    *size = 0;
  return NULL;
}

/**
 * hearsay_model_require:
 * @min_size: bytes that the section has at least
 *
 * As hearsay_model_find(), for a section that cannot be done without.
 *
 * Returns: (transfer none) (nullable): the section, or %NULL with
 *   #HEARSAY_MODEL_ERROR_SECTION
 */
gconstpointer
hearsay_model_require (const HearsayModel *self,
                       const char         *name,
                       gsize               min_size,
                       gsize              *size,
                       GError            **error)
{
  gconstpointer data;
  gsize found;

  data = hearsay_model_find (self, name, &found);
  if (data == NULL || found < min_size)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The language model lacks its part “%s”"), name);
      return NULL;
    }
  if (size != NULL)
    *size = found;
  return data;
}

static void
collect_sections (const HearsayModel  *self,
                  HearsayModelBuilder *builder)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      const guint8 *entry = self->data + HEARSAY_MODEL_HEADER_SIZE + (gsize) i * HEARSAY_MODEL_ENTRY_SIZE;
      g_autoptr (GBytes) part = NULL;

      part = g_bytes_new_from_bytes (self->bytes,
                                     hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH),
                                     hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH + 8));
      hearsay_model_builder_add (builder, (const char *) entry, part);
    }
}

/**
 * hearsay_model_builder_adopt:
 * @model: a model
 *
 * Takes over every section of @model, so that one part can be fitted anew and
 * the others kept. A section that is added later replaces the one of its name.
 */
void
hearsay_model_builder_adopt (HearsayModelBuilder *self,
                             const HearsayModel  *model)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (model != NULL);

  collect_sections (model, self);
}
