/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-grammar.h"
#include "analysis/hearsay-stance-features.h"

G_BEGIN_DECLS

/**
 * HearsayStanceRecord:
 * @places: the two entities of a record of directed sentiment, or the target
 * @label: class as HearsaySoftmax numbers them: of a pair 0 neutral, 1 and 2 support by
 *   the first and the second, 3 and 4 oppose; of a target 0 neutral, 1 positive, 2 negative
 * @group: the same for records with the same text
 */
typedef struct
{
  char *string;
  HearsayText *text;
  HearsayTrees *trees;
  HearsayStanceWords *words;
  HearsayStancePlace places[2];
  guint label;
  guint group;
} HearsayStanceRecord;

GPtrArray *hearsay_stance_corpus_read          (const char            *path,
                                                HearsayGrammar        *grammar,
                                                guint                  n_threads,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_stance_corpus_take_meanings (GPtrArray             *records,
                                                const HearsayMeanings *meanings);

#define hearsay_stance_corpus_get(records, i) ((HearsayStanceRecord *) g_ptr_array_index ((records), (i)))

G_END_DECLS
