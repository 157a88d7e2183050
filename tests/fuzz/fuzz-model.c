/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-attribution-model.h"
#include "analysis/hearsay-grammar.h"
#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-stance-model.h"
#include "fuzz.h"

/*
 * What a damaged model that gets past the checksums does. The input is a list of
 * patches to the program's model, seven bytes each: section, offset, value. Half of
 * them lie at the beginning of a section, where its shape is described.
 */
#define PATCH_SIZE 7
#define MAX_PATCHES 32
#define BEGINNING 64

typedef struct
{
  gsize offset;
  guint8 old[2];
} Patch;

static guint8 *
get_file (gsize *size)
{
  static guint8 *file = NULL;
  static gsize length = 0;

  if (file == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("HEARSAY_DATA_DIR"), "model", "english.model", NULL);
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, (char **) &file, &length, &error);
      g_assert_no_error (error);
    }
  *size = length;
  return file;
}

static Patch
apply_patch (guint8       *file,
             const guint8 *data)
{
  guint32 n_sections = hearsay_model_get_u32 (file + 12);
  const guint8 *entry = file + HEARSAY_MODEL_HEADER_SIZE + (gsize) (data[0] % n_sections) * HEARSAY_MODEL_ENTRY_SIZE;
  gsize start = hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH);
  gsize length = hearsay_model_get_u64 (entry + HEARSAY_MODEL_NAME_LENGTH + 8);
  gsize offset = hearsay_model_get_u32 (data + 1);
  Patch patch = { 0 };

  if (data[0] & 0x80)
    length = MIN (length, BEGINNING);
  if (length < 2)
    return patch;
  patch.offset = start + offset % (length - 1);
  memcpy (patch.old, file + patch.offset, sizeof patch.old);
  memcpy (file + patch.offset, data + 5, sizeof patch.old);
  return patch;
}

static void
mend_checksums (guint8 *file,
                gsize   size)
{
  guint32 n_sections = hearsay_model_get_u32 (file + 12);
  gsize table_end = HEARSAY_MODEL_HEADER_SIZE + (gsize) n_sections * HEARSAY_MODEL_ENTRY_SIZE;
  guint64 value = GUINT64_TO_LE (hearsay_model_checksum (0, file + table_end, size - table_end));

  memcpy (file + 24, &value, sizeof value);
  value = GUINT64_TO_LE (hearsay_model_header_checksum (file, n_sections));
  memcpy (file + 32, &value, sizeof value);
}

static void
use_grammar (const HearsayGrammar *grammar)
{
  static const char *const text[] = { "Lund", "said", "that", "it", "is", "2", "late", "." };
  HearsayWord words[G_N_ELEMENTS (text)];
  guint8 upos[G_N_ELEMENTS (text)];
  guint8 xpos[G_N_ELEMENTS (text)];
  guint8 deprel[G_N_ELEMENTS (text)];
  gint32 head[G_N_ELEMENTS (text)];
  const char *lemma[G_N_ELEMENTS (text)];
  HearsaySyntax syntax = { G_N_ELEMENTS (text), upos, xpos, deprel, head, lemma };
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  GStringChunk *chunk = g_string_chunk_new (256);

  for (guint i = 0; i < G_N_ELEMENTS (text); i++)
    words[i] = (HearsayWord) { text[i], (guint32) strlen (text[i]) };
  hearsay_grammar_annotate (grammar, scratch, words, chunk, &syntax, 1);
  for (guint i = 0; i < G_N_ELEMENTS (text); i++)
    g_assert_cmpint (head[i], <, (gint32) G_N_ELEMENTS (text));
  g_string_chunk_free (chunk);
}

static void
use_meanings (const HearsayMeanings *meanings)
{
  static const char *const words[] = { "good", "bad", "harbour" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint place = hearsay_meanings_find (meanings, hearsay_hash_bytes (words[i], strlen (words[i])));

      g_assert_cmpuint (place, <=, meanings->mask);
      for (guint k = 0; k < meanings->n_axes; k++)
        g_assert_cmpint (hearsay_meanings_get (meanings, place)[k], >=, -128);
    }
}

static void
use_model (const guint8 *file,
           gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = hearsay_model_new (bytes, &error);
  g_autoptr (HearsayGrammar) grammar = NULL;
  HearsayAttributionModel attributions;
  HearsayStanceModel stances;

  g_assert_no_error (error);
  grammar = hearsay_grammar_new (model, &error);
  g_assert_true ((grammar == NULL) == (error != NULL));
  if (grammar != NULL)
    use_grammar (grammar);
  g_clear_error (&error);
  if (!hearsay_attribution_model_load (&attributions, model, &error))
    g_assert_nonnull (error);
  g_clear_error (&error);
  if (hearsay_stance_model_is_in (model))
    {
      if (hearsay_stance_model_load (&stances, model, &error))
        use_meanings (&stances.meanings);
      else
        g_assert_nonnull (error);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  Patch patches[MAX_PATCHES];
  guint n = (guint) MIN (size / PATCH_SIZE, MAX_PATCHES);
  gsize length;
  guint8 *file = get_file (&length);

  for (guint i = 0; i < n; i++)
    patches[i] = apply_patch (file, data + (gsize) i * PATCH_SIZE);
  mend_checksums (file, length);
  use_model (file, length);
  while (n-- > 0)
    {
      if (patches[n].offset > 0)
        memcpy (file + patches[n].offset, patches[n].old, sizeof patches[n].old);
    }
  return 0;
}
