/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-closed.h"
#include "analysis/hearsay-lexicon.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

/**
 * HearsayCueWord:
 * @token: the word of attitude
 * @first: where its evidence begins: the negation, or @token
 * @kind: what it is in its place
 * @polarity: -1 to 1, negation counted in
 * @negated: whether something turned it round
 * @hedged: “may”, “could”, “necessarily”: not said outright
 * @passive: its object stands before it
 */
typedef struct
{
  guint32 token;
  guint32 first;
  HearsayAttitudeKind kind;
  float polarity;
  gboolean negated;
  gboolean hedged;
  gboolean passive;
} HearsayCueWord;

GArray  *hearsay_attitudes_find   (const HearsayClosed   *closed,
                                   const guint8          *xpos) G_GNUC_WARN_UNUSED_RESULT;
guint    hearsay_attitudes_behind (const GArray          *words,
                                   guint32                token);
gboolean hearsay_attitude_fits    (const HearsayAttitude *attitude,
                                   const char            *word,
                                   guint8                 xpos);

static inline gboolean
hearsay_xpos_is_verb (guint8 xpos)
{
  return xpos >= HEARSAY_XPOS_VB && xpos <= HEARSAY_XPOS_VBZ;
}

static inline gboolean
hearsay_xpos_is_noun (guint8 xpos)
{
  return xpos >= HEARSAY_XPOS_NN && xpos <= HEARSAY_XPOS_NNS;
}

G_END_DECLS
