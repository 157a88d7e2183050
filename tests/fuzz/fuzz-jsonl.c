/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "fuzz.h"
#include "io/hearsay-jsonl.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (HearsayJsonlRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *line = g_strndup ((const char *) data, size);
  glong n_characters;

  record = hearsay_jsonl_parse (line, size, &id, &error);
  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL)
    return 0;
  g_assert_true (g_utf8_validate (record->document->text, -1, NULL));
  n_characters = g_utf8_strlen (record->document->text, -1);
  for (guint i = 0; i < record->actors->len; i++)
    {
      const HearsayJsonlActor *actor = &g_array_index (record->actors, HearsayJsonlActor, i);

      for (guint j = 0; j < actor->mentions->len; j++)
        g_assert_cmpint (g_array_index (actor->mentions, HearsaySpan, j).end, <=, n_characters);
    }
  return 0;
}
