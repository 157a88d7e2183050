/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-syntax.h"
#include "analysis/hearsay-wordlist.h"

G_BEGIN_DECLS

/*
 * Features are 32-bit hashes. What a single token contributes is computed once
 * for tagger, parser and every later stage.
 */

#define HEARSAY_TRAITS_N_SUFFIXES 5
#define HEARSAY_TRAITS_N_PREFIXES 3

typedef enum
{
  HEARSAY_TRAIT_INITIAL_CAPITAL = 1 << 0,
  HEARSAY_TRAIT_ALL_CAPITALS = 1 << 1, /* two letters at least, and no small one */
  HEARSAY_TRAIT_DIGIT = 1 << 2,
  HEARSAY_TRAIT_HYPHEN = 1 << 3,
  HEARSAY_TRAIT_LETTER = 1 << 4,
  HEARSAY_TRAIT_INNER_CAPITAL = 1 << 5,
  HEARSAY_TRAIT_PERIOD = 1 << 6,
  HEARSAY_TRAIT_FIRST = 1 << 7, /* first of its sentence */
} HearsayTraitFlags;

/**
 * HearsayTraits:
 * @form: hash of the token as written, curly quotation marks straightened
 * @word: hash of the token in small letters, every digit as 0
 * @shape: hash of the token's pattern of capitals, small letters and digits
 * @suffixes: hashes of the last 1, 2, … bytes of the word; of all of it where it is shorter
 * @prefixes: likewise of the first bytes
 * @entry: what the word list says of the word; zeros when it is not there
 */
typedef struct
{
  guint32 form;
  guint32 word;
  guint32 shape;
  guint32 suffixes[HEARSAY_TRAITS_N_SUFFIXES];
  guint32 prefixes[HEARSAY_TRAITS_N_PREFIXES];
  HearsayWordEntry entry;
  guint8 flags;
} HearsayTraits;

/* A hash of @template and three values; equal on every machine. */
static inline guint32
hearsay_feature (guint32 template,
                 guint32 a,
                 guint32 b,
                 guint32 c)
{
  guint64 x = ((guint64) a << 32 | b) ^ template * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  x *= G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  x = (x ^ x >> 32 ^ c) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F);
  return (guint32) (x >> 32);
}

/*
 * Where a token has dozens of features, each is a sum at first, of what it looks at, spread by
 * another factor each, and of its number; hearsay_features_mix() makes hashes of all at once.
 */

static inline guint32
hearsay_feature_sum (guint32 number,
                     guint32 a,
                     guint32 b,
                     guint32 c)
{
  return a + b * 0xCC9E2D51u + c * 0x1B873593u + number * 0x9E3779B9u;
}

void    hearsay_features_mix    (guint32               *features,
                                 guint                  n);
guint32 hearsay_hash_bytes      (const char            *text,
                                 gsize                  length);
gsize   hearsay_fold_word       (const char            *text,
                                 gsize                  length,
                                 char                  *folded,
                                 gsize                  size);
void    hearsay_traits_fill     (HearsayTraits         *self,
                                 const HearsayWord     *word,
                                 const HearsayWordlist *wordlist);
void    hearsay_traits_fill_all (HearsayTraits         *traits,
                                 const HearsayWord     *words,
                                 guint                  n_words,
                                 const HearsayWordlist *wordlist);

extern const HearsayTraits hearsay_traits_before;
extern const HearsayTraits hearsay_traits_after;

G_END_DECLS
