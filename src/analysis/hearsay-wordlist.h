/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

G_BEGIN_DECLS

/* What a dictionary says a word can be: bits of HearsayWordEntry.senses. */
#define HEARSAY_SENSE_NOUN (1 << 0)
#define HEARSAY_SENSE_VERB (1 << 1)
#define HEARSAY_SENSE_ADJECTIVE (1 << 2)
#define HEARSAY_SENSE_ADVERB (1 << 3)
#define HEARSAY_SENSE_INFLECTED (1 << 4) /* the entry is that of the word's base form */
#define HEARSAY_SENSE_NOUN_CLASS(senses) ((senses) >> 5 & 31)
#define HEARSAY_SENSE_VERB_CLASS(senses) ((senses) >> 10 & 15)

/**
 * HearsayWordEntry:
 * @senses: parts of speech, and the commonest sense's class as noun (1 to 26) and as
 *   verb (1 to 15), numbered as the lexicographer files of WordNet; 0 when unknown
 * @cluster: the word's cluster, of which neighbouring numbers are alike; 0 when unknown
 * @tags: the set of tags the word was seen with, as a hash; 0 when unknown
 */
typedef struct
{
  guint16 senses;
  guint16 cluster;
  guint16 tags;
} HearsayWordEntry;

/* A view of a section: a hash table with open addressing, of 16-bit check and entry. */
typedef struct
{
  const guint8 *slots;
  guint32 mask;
} HearsayWordlist;

gboolean hearsay_wordlist_load   (HearsayWordlist       *self,
                                  const HearsayModel    *model,
                                  const char            *section,
                                  GError               **error);
gboolean hearsay_wordlist_lookup (const HearsayWordlist *self,
                                  const char            *folded,
                                  gsize                  length,
                                  HearsayWordEntry      *entry);
GBytes  *hearsay_wordlist_pack   (const guint32          *hashes,
                                  const HearsayWordEntry *entries,
                                  guint                   n);

G_END_DECLS
