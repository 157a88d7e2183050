/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-features.h"

#include "analysis/hearsay-weights-wide.h"

#include <string.h>

/* A longer token is told apart by its first bytes alone. */
#define MAX_FOLDED 64

/* What stands before the first and behind the last token of a sentence. */
const HearsayTraits hearsay_traits_before = {
  .form = 1,
  .word = 1,
  .shape = 1,
  .suffixes = { 1, 1, 1, 1, 1 },
  .prefixes = { 1, 1, 1 },
};
const HearsayTraits hearsay_traits_after = {
  .form = 2,
  .word = 2,
  .shape = 2,
  .suffixes = { 2, 2, 2, 2, 2 },
  .prefixes = { 2, 2, 2 },
};

static G_ALWAYS_INLINE inline void
mix (guint32 *features,
     guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      guint32 x = features[i];

      x = (x ^ x >> 16) * 0x85EBCA6Bu;
      x = (x ^ x >> 13) * 0xC2B2AE35u;
      features[i] = x ^ x >> 16;
    }
}

#ifdef HEARSAY_HAVE_WIDE
WIDE static void
mix_wide (guint32 *features,
          guint    n)
{
  mix (features, n);
}
#endif

/**
 * hearsay_features_mix:
 * @features: (inout) (array length=n): sums that become hashes
 *
 * The finalizer of MurmurHash3 (Appleby): no two sums become the same hash.
 */
void
hearsay_features_mix (guint32 *features,
                      guint    n)
{
#ifdef HEARSAY_HAVE_WIDE
  if (__builtin_cpu_supports ("avx2"))
    {
      mix_wide (features, n);
      return;
    }
#endif
  mix (features, n);
}

/**
 * hearsay_hash_bytes:
 *
 * Returns: a hash of the bytes, never 0
 */
guint32
hearsay_hash_bytes (const char *text,
                    gsize       length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325) ^ length;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * G_GUINT64_CONSTANT (0x100000001B3);
  hash ^= hash >> 29;
  hash *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  return (guint32) (hash >> 32) | 1u;
}

/* Curly and low quotation marks, dashes and the ellipsis as the treebanks write them. */
static gsize
fold_punctuation (const guint8 *text,
                  gsize         left,
                  char         *folded)
{
  if (left < 3 || text[0] != 0xE2 || text[1] != 0x80)
    return 0;
  switch (text[2])
    {
    case 0x98:
    case 0x99:
    case 0x9A:
      *folded = '\'';
      return 3;
    case 0x9C:
    case 0x9D:
    case 0x9E:
      *folded = '"';
      return 3;
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94:
      *folded = '-';
      return 3;
    default:
      return 0;
    }
}

/* The token as ASCII punctuation would write it, cut to @size bytes. */
static gsize
fold_form (const char *text,
           gsize       length,
           char       *folded,
           gsize       size)
{
  gsize n = 0;

  for (gsize i = 0; i < length && n < size;)
    {
      gsize taken = fold_punctuation ((const guint8 *) text + i, length - i, folded + n);

      if (taken == 0)
        {
          folded[n] = text[i];
          taken = 1;
        }
      i += taken;
      n++;
    }
  return n;
}

/* Returns whether anything is different then. */
static gboolean
fold_letters (const char *form,
              char       *folded,
              gsize       n)
{
  gboolean changed = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      char letter = form[i];

      if (g_ascii_isupper (letter))
        letter = (char) (letter | 0x20);
      else if (g_ascii_isdigit (letter))
        letter = '0';
      changed |= letter != form[i];
      folded[i] = letter;
    }
  return changed;
}

/**
 * hearsay_fold_word:
 * @folded: (out) (array length=size): takes the word in small letters, digits as 0
 * @size: bytes that @folded has room for
 *
 * Returns: the bytes written; what does not fit is left out
 */
gsize
hearsay_fold_word (const char *text,
                   gsize       length,
                   char       *folded,
                   gsize       size)
{
  gsize n = fold_form (text, length, folded, size);

  fold_letters (folded, folded, n);
  return n;
}

static guint8
get_flags (const char *form,
           gsize       length)
{
  guint upper = 0, lower = 0;
  guint8 flags = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isupper (form[i]))
        {
          upper++;
          if (i > 0 && lower > 0)
            flags |= HEARSAY_TRAIT_INNER_CAPITAL;
        }
      else if (g_ascii_islower (form[i]) || (guint8) form[i] >= 0x80)
        lower++;
      else if (g_ascii_isdigit (form[i]))
        flags |= HEARSAY_TRAIT_DIGIT;
      else if (form[i] == '-')
        flags |= HEARSAY_TRAIT_HYPHEN;
      else if (form[i] == '.')
        flags |= HEARSAY_TRAIT_PERIOD;
    }
  if (upper + lower > 0)
    flags |= HEARSAY_TRAIT_LETTER;
  if (length > 0 && g_ascii_isupper (form[0]))
    flags |= HEARSAY_TRAIT_INITIAL_CAPITAL;
  if (upper > 1 && lower == 0)
    flags |= HEARSAY_TRAIT_ALL_CAPITALS;
  return flags;
}

/* "Xx" for "Word", "X.X." for "U.S.", "0,0" for "1,200": runs count once. */
static guint32
get_shape (const char *form,
           gsize       length)
{
  char shape[16];
  gsize n = 0;

  for (gsize i = 0; i < length && n < sizeof shape; i++)
    {
      char kind = form[i];

      if (g_ascii_isupper (kind))
        kind = 'X';
      else if (g_ascii_islower (kind) || (guint8) kind >= 0x80)
        kind = 'x';
      else if (g_ascii_isdigit (kind))
        kind = '0';
      if (n == 0 || shape[n - 1] != kind)
        shape[n++] = kind;
    }
  return hearsay_hash_bytes (shape, n);
}

/**
 * hearsay_traits_fill:
 * @self: (out): what there is to know of the token by itself
 * @wordlist: (nullable): where its entry is looked up
 */
void
hearsay_traits_fill (HearsayTraits         *self,
                     const HearsayWord     *word,
                     const HearsayWordlist *wordlist)
{
  char form[MAX_FOLDED] = "";
  char folded[MAX_FOLDED];
  gboolean changed;
  gsize n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (word != NULL);

  n = fold_form (word->text, word->length, form, sizeof form);
  changed = fold_letters (form, folded, n);
  self->form = hearsay_hash_bytes (form, n);
  self->word = changed ? hearsay_hash_bytes (folded, n) : self->form;
  self->shape = get_shape (form, n);
  self->flags = get_flags (form, n);
  for (guint i = 0; i < HEARSAY_TRAITS_N_SUFFIXES; i++)
    {
      gsize length = MIN (n, i + 1);

      self->suffixes[i] = hearsay_hash_bytes (folded + n - length, length);
    }
  for (guint i = 0; i < HEARSAY_TRAITS_N_PREFIXES; i++)
    self->prefixes[i] = hearsay_hash_bytes (folded, MIN (n, i + 1));
  memset (&self->entry, 0, sizeof self->entry);
  if (wordlist != NULL)
    hearsay_wordlist_lookup (wordlist, folded, n, &self->entry);
}

/**
 * hearsay_traits_fill_all:
 * @traits: (out) (array): room for @n_words + 6, of which the first and last three stand
 *   for what lies outside the sentence: token i is @traits[i + 3]
 */
void
hearsay_traits_fill_all (HearsayTraits         *traits,
                         const HearsayWord     *words,
                         guint                  n_words,
                         const HearsayWordlist *wordlist)
{
  g_return_if_fail (traits != NULL);

  for (guint i = 0; i < 3; i++)
    {
      traits[i] = hearsay_traits_before;
      traits[n_words + 3 + i] = hearsay_traits_after;
    }
  for (guint i = 0; i < n_words; i++)
    hearsay_traits_fill (&traits[i + 3], &words[i], wordlist);
  if (n_words > 0)
    traits[3].flags |= HEARSAY_TRAIT_FIRST;
}
