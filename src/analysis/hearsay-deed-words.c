/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-deeds.h"

#include <string.h>

#include "analysis/hearsay-lexicon.h"

/* Room that each kind has for its uses in the table. */
#define KIND_BITS 6

static void
read_line (char   **fields,
           guint    n_fields,
           gpointer data)
{
  static const char *const uses[] = { "verb", "verb-with", "light", "noun", "clash" };
  HearsayWordTable *words = data;
  HearsayRelationKind kind;
  const char *lemma;
  guint use = 0;

  if (n_fields != 3 || !hearsay_relation_kind_parse (fields[0], &kind))
    return;
  for (guint k = 0; k < G_N_ELEMENTS (uses); k++)
    if (strcmp (fields[1], uses[k]) == 0)
      use = 1u << k;
  while ((lemma = hearsay_lexicon_cut (&fields[2], ' ')) != NULL)
    {
      guint before = GPOINTER_TO_UINT (hearsay_word_table_find (words, lemma, strlen (lemma)));

      hearsay_word_table_insert (words, lemma, GUINT_TO_POINTER (before | use << KIND_BITS * (guint) kind));
    }
}

static HearsayWordTable *
read_words (void)
{
  HearsayWordTable *words = hearsay_word_table_new ();

  hearsay_lexicon_read_lines ("deeds.txt", read_line, words);
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
  static HearsayWordTable *words;

  g_return_val_if_fail (lemma != NULL, 0);

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, read_words ());
  return GPOINTER_TO_UINT (hearsay_word_table_find (words, lemma, strlen (lemma))) >> KIND_BITS * (guint) kind & ((1u << KIND_BITS) - 1);
}
