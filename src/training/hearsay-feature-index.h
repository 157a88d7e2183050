/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers the features that are common enough. First all are counted, then the
 * index is frozen; row 0 is that of every feature that is too rare.
 */
typedef struct
{
  guint32 *keys;
  guint32 *values; /* counts, then rows */
  guint32 capacity;
  guint32 n_keys;
  guint32 n_rows;
} HearsayFeatureIndex;

void    hearsay_feature_index_init   (HearsayFeatureIndex       *self);
void    hearsay_feature_index_clear  (HearsayFeatureIndex       *self);
void    hearsay_feature_index_count  (HearsayFeatureIndex       *self,
                                      guint32                    feature);
void    hearsay_feature_index_freeze (HearsayFeatureIndex       *self,
                                      guint                      min_count);
guint32 hearsay_feature_index_find   (const HearsayFeatureIndex *self,
                                      guint32                    feature);
guint   hearsay_feature_index_list   (const HearsayFeatureIndex *self,
                                      guint32                   *features);
GBytes *hearsay_feature_index_pack   (const HearsayFeatureIndex *self,
                                      const float               *weights,
                                      guint                      n_labels,
                                      guint                      stride,
                                      double                     clip);

G_END_DECLS
