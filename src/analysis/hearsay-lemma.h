/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-key-map.h"
#include "analysis/hearsay-syntax.h"
#include "analysis/hearsay-wordlist.h"

G_BEGIN_DECLS

/* Endings of at most this many bytes decide on a rule. */
#define HEARSAY_LEMMA_MAX_SUFFIX 6
#define HEARSAY_LEMMA_MAX_RULES 255
/* Bytes that a rule may put in the place of an ending. */
#define HEARSAY_LEMMA_MAX_ENDING 6
/* A longer word is its own lemma. */
#define HEARSAY_LEMMA_MAX_WORD 64

/**
 * HearsayLemmas:
 *
 * Rules that turn a word into its lemma, as views of two sections. A rule is 8
 * bytes: how many to strip, how many to put there, those. A decision is the number of
 * a rule.
 */
typedef struct
{
  const guint8 *rules;
  guint n_rules;
  HearsayKeyMap decisions;
} HearsayLemmas;

gboolean hearsay_lemmas_load       (HearsayLemmas       *self,
                                    const HearsayModel  *model,
                                    GError             **error);
gsize    hearsay_lemmas_apply      (const HearsayLemmas   *self,
                                    const HearsayWordlist *wordlist,
                                    const HearsayWord     *word,
                                    HearsayUpos            upos,
                                    HearsayXpos            xpos,
                                    char                  *lemma);
gsize    hearsay_lemma_fold        (const HearsayWord   *word,
                                    HearsayXpos          xpos,
                                    char                *folded);
guint32  hearsay_lemma_key         (const char          *folded,
                                    gsize                length,
                                    guint                suffix,
                                    HearsayUpos          upos,
                                    HearsayXpos          xpos);

/* The suffix length that stands for the whole word. */
#define HEARSAY_LEMMA_WHOLE (HEARSAY_LEMMA_MAX_SUFFIX + 1)

G_END_DECLS
