/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issue-nouns.h"

#include <string.h>

#include "analysis/hearsay-lexicon.h"

typedef struct
{
  HearsayWordTable *uses; /* HearsayIssueNoun bits */
  HearsayWordTable *same; /* the word that stands for it */
} Nouns;

static void
join_words (Nouns *nouns,
            char  *words)
{
  const char *last = strrchr (words, ' ');
  const char *same = g_intern_string (last != NULL ? last + 1 : words);
  const char *word;

  while ((word = hearsay_lexicon_cut (&words, ' ')) != NULL)
    if (words != NULL)
      hearsay_word_table_insert (nouns->same, word, (gpointer) same);
}

static void
read_line (char   **fields,
           guint    n_fields,
           gpointer data)
{
  static const char *const kinds[] = { "empty", "thin", "general", "plain", "measure", "topic" };
  Nouns *nouns = data;
  const char *word;

  if (n_fields != 2)
    return;
  if (strcmp (fields[0], "same") == 0)
    join_words (nouns, fields[1]);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    while (strcmp (fields[0], kinds[k]) == 0 && (word = hearsay_lexicon_cut (&fields[1], ' ')) != NULL)
      {
        guint before = GPOINTER_TO_UINT (hearsay_word_table_find (nouns->uses, word, strlen (word)));

        hearsay_word_table_insert (nouns->uses, word, GUINT_TO_POINTER (before | 1u << k));
      }
}

static Nouns *
read_nouns (void)
{
  Nouns *nouns = g_new0 (Nouns, 1);

  nouns->uses = hearsay_word_table_new ();
  nouns->same = hearsay_word_table_new ();
  hearsay_lexicon_read_lines ("issue-nouns.txt", read_line, nouns);
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

  return GPOINTER_TO_UINT (hearsay_word_table_find (get_nouns ()->uses, word, strlen (word)));
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

  same = hearsay_word_table_find (get_nouns ()->same, word, strlen (word));
  return same != NULL ? same : word;
}
