/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <math.h>

#include "training/hearsay-clusters.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 hash;
  guint32 count;
} HearsayClusterWord;

/* How often a word stood beside another: a row of each word's list. */
typedef struct
{
  guint32 word;
  guint32 other;
  guint32 count;
} HearsayClusterNeighbour;

struct _HearsayClusters
{
  guint n_clusters;
  GArray *text;  /* hashes */
  GArray *words; /* HearsayClusterWord, commonest first; word 0 is the boundary and all that is rare */
  guint16 *cluster_of;
  GArray *right; /* HearsayClusterNeighbour by word */
  GArray *left;
  guint32 *right_first;
  guint32 *left_first;
  guint32 *pairs; /* by first and second cluster */
  guint32 *before; /* of each cluster, as first of a pair */
  guint32 *after;
  double *logs;
  guint n_logs;
};

/* n log n, the stuff that the likelihood is made of. */
static inline double
hearsay_clusters_nlogn (const HearsayClusters *self,
                        guint32                n)
{
  return n < self->n_logs ? self->logs[n] : n * log (n);
}

static inline guint32 *
hearsay_clusters_get_pair (const HearsayClusters *self,
                           guint                  first,
                           guint                  second)
{
  return &self->pairs[(gsize) first * self->n_clusters + second];
}

/* hearsay-clusters-exchange.c */
void  _hearsay_clusters_prepare_counts (HearsayClusters *self);
guint _hearsay_clusters_exchange       (HearsayClusters *self);

/* hearsay-clusters-order.c */
void  _hearsay_clusters_order          (HearsayClusters *self,
                                        guint           *rank);

G_END_DECLS
