/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-running-text.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_ENTITY_OTHER, /* a thing, an event, something abstract */
  HEARSAY_ENTITY_PERSON,
  HEARSAY_ENTITY_ORGANIZATION,
  HEARSAY_ENTITY_PLACE,
} HearsayEntityType;

/**
 * HearsayGoldMention:
 * @first: its first word
 * @last: its last word
 * @head: the word that the others hang on
 * @chain: whom it means: the same number in the whole document
 *
 * A mention as the annotators marked it.
 */
typedef struct
{
  guint32 first;
  guint32 last;
  guint32 head;
  guint32 chain;
  HearsayEntityType type;
} HearsayGoldMention;

/**
 * HearsayEntityDocument:
 * @name: of the document: “GUM_news_iodine”
 * @proper: (array): of each word, whether it is a proper noun
 * @mentions: (element-type HearsayGoldMention): by the last word
 */
typedef struct
{
  char *name;
  HearsayRunningText *running;
  GByteArray *proper;
  GArray *mentions;
} HearsayEntityDocument;

GPtrArray *hearsay_entity_corpus_parse (const char  *conllu,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hearsay_entity_corpus_read  (const char  *path,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
