/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-deeds.h"

#include <string.h>

#include "analysis/hearsay-lexicon.h"

/* Room that each kind has for its uses in the table. */
#define KIND_BITS 6

static GHashTable *
read_words (void)
{
  static const char *const uses[] = { "verb", "verb-with", "light", "noun", "clash" };
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = hearsay_lexicon_read ("deeds.txt", NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "|", -1);
      g_auto (GStrv) lemmas = NULL;
      HearsayRelationKind kind;
      guint use = 0;

      if (lines[i][0] == '#' || g_strv_length (fields) != 3 || !hearsay_relation_kind_parse (fields[0], &kind))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (uses); k++)
        if (strcmp (fields[1], uses[k]) == 0)
          use = 1u << k;
      lemmas = g_strsplit (fields[2], " ", -1);
      for (guint k = 0; lemmas[k] != NULL; k++)
        {
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (words, lemmas[k]));

          g_hash_table_replace (words, g_strdup (lemmas[k]), GUINT_TO_POINTER (before | use << KIND_BITS * (guint) kind));
        }
    }
  return words;
}

/**
 * hearsay_deeds_look_up:
 * @lemma: of a token
 * @kind: cooperation or conflict
 *
 * Returns: #HearsayDeedUse bits of what it is good for
 */
guint
hearsay_deeds_look_up (const char          *lemma,
                       HearsayRelationKind  kind)
{
  static GHashTable *words;

  g_return_val_if_fail (lemma != NULL, 0);

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, read_words ());
  return GPOINTER_TO_UINT (g_hash_table_lookup (words, lemma)) >> KIND_BITS * (guint) kind & ((1u << KIND_BITS) - 1);
}
