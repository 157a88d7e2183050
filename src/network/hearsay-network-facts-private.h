/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network-facts.h"

G_BEGIN_DECLS

/**
 * HearsayFactsBuilder:
 *
 * Facts that are being read, with the numbers that objects have got so far.
 */
typedef struct
{
  HearsayNetworkFacts *facts;
  HearsayFilter *filter; /* nullable */
  gboolean everything;   /* whether the filter leaves nothing out */
  GHashTable *entities;  /* GObject → number + 1 */
  GHashTable *articles;  /* HearsayArticle → number + 1 */
  GHashTable *printed;   /* speaker and words → HearsayStatement */
  GStringChunk *keys;    /* of @printed: thousands of words are let go at once */
  GString *key;
} HearsayFactsBuilder;

void                 hearsay_facts_builder_init          (HearsayFactsBuilder *self,
                                                          HearsayFilter       *filter);
void                 hearsay_facts_builder_add_statement (HearsayFactsBuilder *self,
                                                          HearsayStatement    *statement);
void                 hearsay_facts_builder_add_mentions  (HearsayFactsBuilder *self,
                                                          HearsayArticle      *article,
                                                          guint                first);
void                 hearsay_facts_builder_add_relations (HearsayFactsBuilder *self,
                                                          HearsayArticle      *article,
                                                          guint                first);
HearsayNetworkFacts *hearsay_facts_builder_finish        (HearsayFactsBuilder *self) G_GNUC_WARN_UNUSED_RESULT;
void                 hearsay_facts_builder_clear         (HearsayFactsBuilder *self);

G_END_DECLS
