/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issue-nouns.h"

#include <string.h>

#include "analysis/hearsay-lexicon.h"

typedef struct
{
  GHashTable *uses; /* word → HearsayIssueNoun bits */
  GHashTable *same; /* word → the word that stands for it */
} Nouns;

static void
add_line (Nouns      *nouns,
          const char *kind,
          char      **words)
{
  static const char *const kinds[] = { "empty", "thin", "general", "plain", "measure" };
  guint n = g_strv_length (words);

  for (guint i = 0; i + 1 < n && strcmp (kind, "same") == 0; i++)
    g_hash_table_insert (nouns->same, g_strdup (words[i]), g_strdup (words[n - 1]));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < n && strcmp (kind, kinds[k]) == 0; i++)
      {
        guint before = GPOINTER_TO_UINT (g_hash_table_lookup (nouns->uses, words[i]));

        g_hash_table_insert (nouns->uses, g_strdup (words[i]), GUINT_TO_POINTER (before | 1u << k));
      }
}

static Nouns *
read_nouns (void)
{
  Nouns *nouns = g_new0 (Nouns, 1);
  g_autoptr (GBytes) bytes = hearsay_lexicon_read ("issue-nouns.txt", NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  nouns->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  nouns->same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "|", -1);
      g_auto (GStrv) words = NULL;

      if (lines[i][0] == '#' || g_strv_length (fields) != 2)
        continue;
      words = g_strsplit (fields[1], " ", -1);
      add_line (nouns, fields[0], words);
    }
  return nouns;
}

static const Nouns *
get_nouns (void)
{
  static Nouns *nouns;

  if (g_once_init_enter (&nouns))
    g_once_init_leave (&nouns, read_nouns ());
  return nouns;
}

/**
 * hearsay_issue_noun_look_up:
 * @word: in small letters, a noun in the singular
 *
 * Returns: #HearsayIssueNoun bits
 */
guint
hearsay_issue_noun_look_up (const char *word)
{
  g_return_val_if_fail (word != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (get_nouns ()->uses, word));
}

/**
 * hearsay_issue_noun_join:
 *
 * Returns: (transfer none): the word that stands for @word and others: “pact” is “alliance”
 */
const char *
hearsay_issue_noun_join (const char *word)
{
  const char *same;

  g_return_val_if_fail (word != NULL, NULL);

  same = g_hash_table_lookup (get_nouns ()->same, word);
  return same != NULL ? same : word;
}
