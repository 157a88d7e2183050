/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-span.h"

G_BEGIN_DECLS

/* Finds wordings in texts, whatever their case, accents, hyphens and plurals. Any thread, one at a time. */
typedef struct _HearsayWordingFinder HearsayWordingFinder;

/**
 * HearsayWordingMatch:
 * @span: words of a text, in code points
 * @data: what the wording was added with
 */
typedef struct
{
  HearsaySpan span;
  gconstpointer data;
} HearsayWordingMatch;

HearsayWordingFinder *hearsay_wording_finder_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                  hearsay_wording_finder_free (HearsayWordingFinder       *self);
void                  hearsay_wording_finder_add  (HearsayWordingFinder       *self,
                                                   const char                 *wording,
                                                   gconstpointer               data);
GArray               *hearsay_wording_finder_find (const HearsayWordingFinder *self,
                                                   const char                 *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayWordingFinder, hearsay_wording_finder_free)

G_END_DECLS
