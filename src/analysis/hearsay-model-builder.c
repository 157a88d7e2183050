/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-model-private.h"

typedef struct
{
  char name[HEARSAY_MODEL_NAME_LENGTH];
  GBytes *bytes;
} Section;

struct _HearsayModelBuilder
{
  GArray *sections;
};

static void
clear_section (gpointer data)
{
  Section *section = data;

  g_clear_pointer (&section->bytes, g_bytes_unref);
}

/**
 * hearsay_model_builder_new:
 *
 * Returns: (transfer full): a model file to be, without sections yet
 */
HearsayModelBuilder *
hearsay_model_builder_new (void)
{
  HearsayModelBuilder *self = g_new0 (HearsayModelBuilder, 1);

  self->sections = g_array_new (FALSE, TRUE, sizeof (Section));
  g_array_set_clear_func (self->sections, clear_section);
  return self;
}

void
hearsay_model_builder_free (HearsayModelBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->sections);
  g_free (self);
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (((const Section *) a)->name, ((const Section *) b)->name);
}

/**
 * hearsay_model_builder_add:
 * @name: at most 23 bytes; a section of that name is replaced
 * @bytes: the section
 */
void
hearsay_model_builder_add (HearsayModelBuilder *self,
                           const char          *name,
                           GBytes              *bytes)
{
  Section section = { { 0 }, NULL };

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL && *name != '\0' && strlen (name) < HEARSAY_MODEL_NAME_LENGTH);
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (self->sections->len < HEARSAY_MODEL_MAX_SECTIONS);

  section.bytes = g_bytes_ref (bytes);
  memcpy (section.name, name, strlen (name));
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *other = &g_array_index (self->sections, Section, i);

      if (strcmp (other->name, name) == 0)
        {
          g_bytes_unref (other->bytes);
          *other = section;
          return;
        }
    }
  g_array_append_val (self->sections, section);
  g_array_sort (self->sections, compare_sections);
}

static inline gsize
align (gsize offset)
{
  return (offset + HEARSAY_MODEL_ALIGNMENT - 1) / HEARSAY_MODEL_ALIGNMENT * HEARSAY_MODEL_ALIGNMENT;
}

static inline void
put_u32 (guint8  *bytes,
         guint32  value)
{
  value = GUINT32_TO_LE (value);
  memcpy (bytes, &value, sizeof value);
}

static inline void
put_u64 (guint8  *bytes,
         guint64  value)
{
  value = GUINT64_TO_LE (value);
  memcpy (bytes, &value, sizeof value);
}

/**
 * hearsay_model_builder_finish:
 *
 * Returns: (transfer full): the file's bytes: sections in the order of their
 *   names, so that the same sections always give the same bytes
 */
GBytes *
hearsay_model_builder_finish (HearsayModelBuilder *self)
{
  guint n;
  gsize table_end;
  gsize offset;
  gsize size;
  guint8 *file;

  g_return_val_if_fail (self != NULL, NULL);

  n = self->sections->len;
  table_end = HEARSAY_MODEL_HEADER_SIZE + (gsize) n * HEARSAY_MODEL_ENTRY_SIZE;
  size = table_end;
  for (guint i = 0; i < n; i++)
    size = align (size) + g_bytes_get_size (g_array_index (self->sections, Section, i).bytes);

  file = g_malloc0 (size);
  memcpy (file, HEARSAY_MODEL_MAGIC, 8);
  put_u32 (file + 8, HEARSAY_MODEL_VERSION);
  put_u32 (file + 12, n);
  put_u64 (file + 16, size);
  offset = table_end;
  for (guint i = 0; i < n; i++)
    {
      const Section *section = &g_array_index (self->sections, Section, i);
      guint8 *entry = file + HEARSAY_MODEL_HEADER_SIZE + (gsize) i * HEARSAY_MODEL_ENTRY_SIZE;
      gsize length;
      gconstpointer data = g_bytes_get_data (section->bytes, &length);

      offset = align (offset);
      memcpy (entry, section->name, HEARSAY_MODEL_NAME_LENGTH);
      put_u64 (entry + HEARSAY_MODEL_NAME_LENGTH, offset);
      put_u64 (entry + HEARSAY_MODEL_NAME_LENGTH + 8, length);
      if (length > 0)
        memcpy (file + offset, data, length);
      offset += length;
    }
  put_u64 (file + 24, hearsay_model_checksum (0, file + table_end, size - table_end));
  put_u64 (file + 32, hearsay_model_header_checksum (file, n));
  return g_bytes_new_take (file, size);
}
