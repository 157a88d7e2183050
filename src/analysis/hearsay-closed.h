/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-text.h"

G_BEGIN_DECLS

/* Classes of English words that hardly ever get new members. A word may have several. */
typedef enum
{
  HEARSAY_CLOSED_DETERMINER = 1 << 0,
  HEARSAY_CLOSED_QUANTIFIER = 1 << 1,
  HEARSAY_CLOSED_PREPOSITION = 1 << 2,
  HEARSAY_CLOSED_PRONOUN = 1 << 3,
  HEARSAY_CLOSED_CONJUNCTION = 1 << 4,
  HEARSAY_CLOSED_AUXILIARY = 1 << 5,
  HEARSAY_CLOSED_NEGATION = 1 << 6,
  HEARSAY_CLOSED_ADVERB = 1 << 7,
  HEARSAY_CLOSED_RELATIVE = 1 << 8,
  HEARSAY_CLOSED_SPEECH = 1 << 9,    /* “said”, “told”: the verbs beside which a name is a speaker's */
  HEARSAY_CLOSED_MODAL = 1 << 10,
  HEARSAY_CLOSED_CONTRAST = 1 << 11, /* “but”, “however” */
  HEARSAY_CLOSED_PAST = 1 << 12,     /* a finite verb in the past: “was”, “said” */
  HEARSAY_CLOSED_FUTURE = 1 << 13,   /* “will”, “plans” */
} HearsayClosedClass;

/**
 * HearsayClosed:
 * @text: borrowed
 * @classes: HearsayClosedClass flags of every token
 *
 * A text's tokens looked up once, for everything that asks again and again.
 */
typedef struct
{
  const HearsayText *text;
  guint16 *classes;
} HearsayClosed;

guint          hearsay_closed_class (const char          *lower);
HearsayClosed *hearsay_closed_new   (const HearsayText   *text) G_GNUC_WARN_UNUSED_RESULT;
void           hearsay_closed_free  (HearsayClosed       *self);

static inline gboolean
hearsay_closed_is (const HearsayClosed *self,
                   guint32              token,
                   guint                classes)
{
  return (self->classes[token] & classes) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayClosed, hearsay_closed_free)

G_END_DECLS
