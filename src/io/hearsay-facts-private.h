/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-facts.h"

G_BEGIN_DECLS

struct _HearsayFacts
{
  GPtrArray *analyses;    /* HearsayAnalysis */
  GArray *entities;       /* HearsayNetworkEntity; strings in @strings */
  GArray *facts;          /* HearsayNetworkFact */
  GArray *mentions;       /* HearsayNetworkMention */
  GArray *relations;      /* HearsayNetworkRelation */
  GArray *statements;     /* HearsayFactsStatement */
  GStringChunk *strings;
};

const HearsayAnalysis          *hearsay_facts_get_analysis  (const HearsayFacts             *self,
                                                             const HearsayFactsStatement    *statement);
const HearsayAnalysisStatement *hearsay_facts_get_statement (const HearsayFacts             *self,
                                                             const HearsayFactsStatement    *statement);

G_END_DECLS
