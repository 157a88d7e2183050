/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Clusters are numbered from here on, so that no group of neighbouring ones is group 0. */
#define HEARSAY_CLUSTERS_FIRST 64

/*
 * Word classes from running text: words that stand between the same words come
 * together (Kneser and Ney 1993), and like classes get neighbouring numbers.
 */
typedef struct _HearsayClusters HearsayClusters;

HearsayClusters *hearsay_clusters_new      (guint                  n_clusters);
void             hearsay_clusters_free     (HearsayClusters       *self);
void             hearsay_clusters_add      (HearsayClusters       *self,
                                            guint32                word);
void             hearsay_clusters_add_text (HearsayClusters       *self,
                                            const char            *text);
void             hearsay_clusters_fit      (HearsayClusters       *self,
                                            guint                  min_count,
                                            guint                  n_rounds);
guint            hearsay_clusters_get_n    (const HearsayClusters *self);
guint32          hearsay_clusters_get_word (const HearsayClusters *self,
                                            guint                  index,
                                            guint16               *cluster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayClusters, hearsay_clusters_free)

G_END_DECLS
