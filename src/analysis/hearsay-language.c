/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-language.h"

#include <stdlib.h>
#include <string.h>

/* Words looked at; an article shows its language well before. */
#define MAX_WORDS 4000
/* A text with fewer words may have no function word at all. */
#define SHORT_TEXT 12
/* Share of function words, in percent, below which a text is a list or not English. */
#define MIN_PERCENT 6

/* In the order of strcmp(), as those below. */
static const char *const english[] = {
  "a", "about", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he",
  "her", "his", "i", "is", "it", "its", "n't", "not", "of", "on", "or", "said", "she", "that", "the", "their",
  "they", "this", "to", "we", "were", "which", "who", "will", "with", "would", "you",
};
/* Function words of the languages that share our letters; none of them is an English one above. */
static const char *const foreign[] = {
  "au", "aux", "av", "avec", "che", "como", "con", "da", "das", "de", "dei", "del", "della", "dem", "den", "der",
  "des", "det", "di", "die", "do", "dos", "du", "een", "ein", "eine", "el", "en", "er", "est", "et", "het", "il", "ist",
  "la", "las", "le", "les", "lo", "los", "med", "mit", "nicht", "och", "og", "para", "pas", "por", "pour", "que",
  "qui", "sich", "som", "sur", "til", "um", "un", "una", "und", "une", "van", "von", "zu",
};

static int
compare_word (gconstpointer key,
              gconstpointer word)
{
  const char *a = key;
  const char *b = *(const char *const *) word;

  /* Nearly always the first letter tells. */
  return *a != *b ? (guint8) *a - (guint8) *b : strcmp (a, b);
}

static gboolean
is_one_of (const char *const *words,
           gsize              n_words,
           const char        *word)
{
  return bsearch (word, words, n_words, sizeof words[0], compare_word) != NULL;
}

/**
 * hearsay_language_detect:
 * @text: a text, cut up
 *
 * Counts function words; looks at the text's beginning only.
 *
 * Returns: “en”, or “und” where it is not English or cannot be told
 */
const char *
hearsay_language_detect (const HearsayText *text)
{
  guint n_words = 0;
  guint n_english = 0;
  guint n_foreign = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (guint32 i = 0; i < text->n_tokens && n_words < MAX_WORDS; i++)
    {
      if ((text->tokens[i].flags & HEARSAY_TOKEN_WORD) == 0)
        continue;
      n_words++;
      if (text->tokens[i].end - text->tokens[i].start > 6)
        continue;
      n_english += is_one_of (english, G_N_ELEMENTS (english), hearsay_text_word (text, i));
      n_foreign += is_one_of (foreign, G_N_ELEMENTS (foreign), hearsay_text_word (text, i));
    }
  if (n_english <= n_foreign)
    return "und";
  return n_words < SHORT_TEXT || n_english * 100 >= n_words * MIN_PERCENT ? "en" : "und";
}
