/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-meanings.h"
#include "analysis/hearsay-syntax.h"
#include "analysis/hearsay-text.h"
#include "analysis/hearsay-trees.h"

G_BEGIN_DECLS

/* Features of one question: more are left out. */
#define HEARSAY_STANCE_MAX_FEATURES 512

/* What stands around a token in its tree that changes what it says. */
typedef enum
{
  HEARSAY_STANCE_NEGATED = 1 << 0,
  HEARSAY_STANCE_MODAL = 1 << 1,
  HEARSAY_STANCE_CONDITION = 1 << 2,
  HEARSAY_STANCE_PASSIVE = 1 << 3,
  HEARSAY_STANCE_HAS_OBJECT = 1 << 4,
  HEARSAY_STANCE_HAS_CLAUSE = 1 << 5,
  HEARSAY_STANCE_TURNED = 1 << 6, /* “refused to”, “failed to” above it */
  HEARSAY_STANCE_NEED = 1 << 7,   /* the word itself says that something is needed or wanted */
  HEARSAY_STANCE_DREAD = 1 << 8,  /* the word itself says that something is feared */
  HEARSAY_STANCE_PLACE = 1 << 9,  /* “in”, “at”, “from” before it */
} HearsayStanceFlags;

/**
 * HearsayStanceWord:
 * @word: hash of the lemma; names, numbers and punctuation only by their kind
 * @head: index of the head in the text, -1 for a root
 * @first: first dependent, -1 for none
 * @next: next dependent of the same head, -1 for none
 * @deprel: main relation, #HearsayDeprel
 * @meaning: its place among the meanings, 0 for none
 * @polarity: -2 to 2 by the lexicon, what negates it counted in
 * @flags: #HearsayStanceFlags
 */
typedef struct
{
  guint32 word;
  gint32 head;
  gint32 first;
  gint32 next;
  guint16 meaning;
  guint16 cluster;
  guint16 flags;
  guint8 verb_class;
  guint8 deprel;
  guint8 xpos;
  gint8 polarity;
  guint8 quoted;
} HearsayStanceWord;

/**
 * HearsayStanceWords:
 * @meanings: (nullable): what the words' places are in
 *
 * A text as the stance model sees it.
 */
typedef struct
{
  const HearsayText *text;
  const HearsayMeanings *meanings;
  HearsayStanceWord *words;
  guint n;
} HearsayStanceWords;

/* The tokens of a mention, both counted in. */
typedef struct
{
  guint32 first;
  guint32 last;
} HearsayStancePlace;

/* Longest way up a tree. */
#define HEARSAY_STANCE_MAX_STEPS 24

/* The way from the holder up and down to the target; the words below the top, those of the holder and the target first. */
typedef struct
{
  guint32 up[HEARSAY_STANCE_MAX_STEPS];
  guint32 down[HEARSAY_STANCE_MAX_STEPS];
  guint n_up;
  guint n_down;
  guint32 top;
} HearsayStancePath;

HearsayStanceWords *hearsay_stance_words_new       (const HearsayText        *text,
                                                    const HearsaySyntax      *syntax,
                                                    const HearsayTokenTraits *traits,
                                                    const HearsayMeanings    *meanings) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_stance_words_free      (HearsayStanceWords       *self);
guint32             hearsay_stance_words_head      (const HearsayStanceWords *self,
                                                    HearsayStancePlace        place);
guint32             hearsay_stance_words_climb     (const HearsayStanceWords *self,
                                                    guint32                   token,
                                                    guint                    *lifted);
gboolean            hearsay_stance_words_find_path (const HearsayStanceWords *self,
                                                    guint32                   from,
                                                    guint32                   to,
                                                    HearsayStancePath        *path);
gint32              hearsay_stance_words_find_need (const HearsayStanceWords *self,
                                                    guint32                   head);
guint               hearsay_stance_pair_features   (const HearsayStanceWords *self,
                                                    HearsayStancePlace        holder,
                                                    HearsayStancePlace        target,
                                                    guint32                  *features);
guint               hearsay_stance_target_features (const HearsayStanceWords *self,
                                                    HearsayStancePlace        target,
                                                    guint32                   start,
                                                    guint32                   end,
                                                    guint32                  *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayStanceWords, hearsay_stance_words_free)

G_END_DECLS
