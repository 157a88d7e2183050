/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-span.h"

G_BEGIN_DECLS

/**
 * HearsayWords:
 * @span: where the word stands, in code points
 * @key: the word without case, accents and plural; valid until the next one
 *
 * Walks through the words of a text.
 */
typedef struct
{
  HearsaySpan span;
  GString *key;

  /*< private >*/
  const char *at;
  guint32 offset;
} HearsayWords;

void      hearsay_words_init           (HearsayWords *self,
                                        const char   *text);
gboolean  hearsay_words_next           (HearsayWords *self);
void      hearsay_words_clear          (HearsayWords *self);
char     *hearsay_wording_dup_key      (const char   *wording) G_GNUC_WARN_UNUSED_RESULT;
char     *hearsay_wording_dup_singular (const char   *lower) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearsayWords, hearsay_words_clear)

G_END_DECLS
