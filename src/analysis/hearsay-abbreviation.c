/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-text-private.h"

#include <string.h>

/* The longest entry below. */
#define MAX_LENGTH 7

/* Each list is sorted, in lower case, without the last full stop. */
static const char *const titles[] = {
  "adm", "amb", "atty", "brig", "capt", "cdr", "cmdr", "col", "cpl", "det", "dr", "e.g", "fr", "gen", "gov",
  "hon", "i.e", "insp", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "mx", "pfc", "ph", "pres", "prof", "pvt",
  "rep", "reps", "rev", "sen", "sens", "sgt", "st", "supt", "vs",
};
static const char *const numbers[] = { "art", "fig", "figs", "no", "nos", "op", "p", "par", "pp", "sec", "vol" };
static const char *const others[] = {
  "a.m", "al", "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "blvd", "bros", "calif", "cent", "cf", "co",
  "colo", "conn", "corp", "dec", "del", "dept", "dist", "ed", "esp", "est", "etc", "feb", "fla", "fri", "ft",
  "ga", "ill", "inc", "ind", "intl", "jan", "jr", "jul", "jun", "kan", "ky", "la", "llc", "ltd", "mar", "mass",
  "md", "mich", "minn", "mon", "mont", "mos", "natl", "neb", "nev", "nov", "oct", "okla", "ore", "p.m", "pa",
  "ph.d", "plc", "pty", "rd", "sat", "sept", "sep", "sr", "tenn", "tex", "thu", "thurs", "tue", "tues", "u.k",
  "u.n", "u.s", "univ", "va", "vt", "wash", "wed", "wis", "wyo",
};
/* Words too when they are written in lower case: “the ore.”, “they sat.” */
static const char *const names_only[] = {
  "ala", "ark", "art", "cent", "co", "col", "conn", "del", "det", "fig", "fr", "gen", "ill", "ind", "kan", "la", "mar",
  "mass", "md", "mon", "mt", "ore", "pa", "par", "ph", "pres", "rep", "reps", "sat", "sec", "st", "sun", "va", "wash",
  "wed",
};

static gboolean
contains (const char *const *words,
          gsize              n_words,
          const char        *word)
{
  for (gsize i = 0; i < n_words; i++)
    if (words[i][0] == word[0] && strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/*
 * What @word, without the full stop behind it, may stand for. A word that is
 * also a common one counts only with a capital.
 */
HearsayAbbreviation
hearsay_abbreviation_lookup (const char *word,
                             gsize       length)
{
  char lower[MAX_LENGTH + 1];

  if (length == 0 || length > MAX_LENGTH)
    return HEARSAY_ABBREVIATION_NONE;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';

  if (!g_ascii_isupper (word[0]) && contains (names_only, G_N_ELEMENTS (names_only), lower))
    return HEARSAY_ABBREVIATION_NONE;
  /* All capitals is a name of its own: “the CO.” is not a company. */
  if (length >= 2 && g_ascii_isupper (word[0]) && g_ascii_isupper (word[1]) && strchr (lower, '.') == NULL)
    return HEARSAY_ABBREVIATION_NONE;
  if (contains (titles, G_N_ELEMENTS (titles), lower))
    return HEARSAY_ABBREVIATION_TITLE;
  if (contains (numbers, G_N_ELEMENTS (numbers), lower))
    return HEARSAY_ABBREVIATION_NUMBER;
  if (contains (others, G_N_ELEMENTS (others), lower))
    return HEARSAY_ABBREVIATION_OTHER;
  return HEARSAY_ABBREVIATION_NONE;
}
