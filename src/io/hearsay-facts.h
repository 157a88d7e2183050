/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "network/hearsay-network.h"
#include "timeline/hearsay-timeline.h"

G_BEGIN_DECLS

/**
 * HearsayFactsStatement:
 * @analysis: index of the article
 * @statement: index in that article
 * @speaker: index of the entity, or -1
 *
 * Where a statement that a network or timeline hands back is found.
 */
typedef struct
{
  guint32 analysis;
  guint32 statement;
  gint32 speaker;
} HearsayFactsStatement;

typedef struct _HearsayFacts HearsayFacts;

HearsayFacts                *hearsay_facts_new            (GPtrArray           *analyses) G_GNUC_WARN_UNUSED_RESULT;
void                         hearsay_facts_free           (HearsayFacts        *self);
HearsayNetworkInput          hearsay_facts_get_input      (const HearsayFacts  *self);
const HearsayFactsStatement *hearsay_facts_get_statements (const HearsayFacts  *self,
                                                           guint               *n_statements);
HearsayTimeline             *hearsay_facts_dup_timeline   (const HearsayFacts  *self,
                                                           const char          *issue,
                                                           HearsayLaneOrder     order,
                                                           gboolean             with_total) G_GNUC_WARN_UNUSED_RESULT;
const char                  *hearsay_facts_find_main_issue (const HearsayFacts *self); /* nullable */
void                         hearsay_facts_append_csv     (const HearsayFacts  *self,
                                                           GString             *out);
void                         hearsay_facts_append_json    (const HearsayFacts  *self,
                                                           GString             *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayFacts, hearsay_facts_free)

G_END_DECLS
