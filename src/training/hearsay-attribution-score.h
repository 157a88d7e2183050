/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-span.h"

G_BEGIN_DECLS

enum
{
  HEARSAY_SCORE_SOURCE,
  HEARSAY_SCORE_CUE,
  HEARSAY_SCORE_CONTENT,
  HEARSAY_SCORE_N_ROLES
};

enum
{
  HEARSAY_SCORE_ALL,
  HEARSAY_SCORE_DIRECT,
  HEARSAY_SCORE_INDIRECT,
  HEARSAY_SCORE_MIXED,
  HEARSAY_SCORE_N_KINDS
};

/* A statement as the scorer wants it: the spans of each role, in code points of the text. */
typedef struct
{
  GArray *spans[HEARSAY_SCORE_N_ROLES]; /* (element-type HearsaySpan) */
} HearsayScoredStatement;

/* What was right, seen from the gold side and from that of what was found. */
typedef struct
{
  guint gold;
  guint gold_hit;
  guint found;
  guint found_hit;
} HearsayHits;

/**
 * HearsayAttributionScore:
 * @exact: equal spans of a role; those of one article count once
 * @overlap: words that the spans of a role cover
 * @whole: statements paired one to one whose contents share half of their words
 *   (Jaccard), and whose sources share a word or are both absent
 *
 * Sums over articles, for all statements and by kind.
 */
typedef struct
{
  HearsayHits exact[HEARSAY_SCORE_N_KINDS][HEARSAY_SCORE_N_ROLES];
  HearsayHits overlap[HEARSAY_SCORE_N_KINDS][HEARSAY_SCORE_N_ROLES];
  HearsayHits whole[HEARSAY_SCORE_N_KINDS];
} HearsayAttributionScore;

HearsayScoredStatement *hearsay_scored_statement_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                    hearsay_scored_statement_free (HearsayScoredStatement  *self);
void                    hearsay_scored_statement_add  (HearsayScoredStatement  *self,
                                                       guint                    role,
                                                       guint32                  start,
                                                       guint32                  end);

void                    hearsay_attribution_score_add (HearsayAttributionScore *self,
                                                       const char              *text,
                                                       const GPtrArray         *gold,
                                                       const GPtrArray         *found,
                                                       const GArray            *discard,
                                                       gboolean                *right);
double                  hearsay_hits_get_precision    (const HearsayHits       *self);
double                  hearsay_hits_get_recall       (const HearsayHits       *self);
double                  hearsay_hits_get_f1           (const HearsayHits       *self);

G_END_DECLS
