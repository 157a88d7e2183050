/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-tag-groups.h"
#include "analysis/hearsay-weights.h"

G_BEGIN_DECLS

/* A label of the tagger is a pair of Penn and universal tag. */
#define HEARSAY_TAGGER_MAX_LABELS 128
#define HEARSAY_TAGGER_MAX_FEATURES 96
/* Stands for the tags before a sentence. */
#define HEARSAY_TAGGER_NO_LABEL 255

/**
 * HearsayTagger:
 * @certain: the labels of forms that hardly ever have another, such as “the”: they need no scores
 */
typedef struct
{
  HearsayWeights weights;
  HearsayKeyMap certain;
  HearsayTagGroups groups;
  const guint8 *labels;
  guint n_labels;
} HearsayTagger;

gboolean hearsay_tagger_load          (HearsayTagger       *self,
                                       const HearsayModel  *model,
                                       GError             **error);
void     hearsay_tagger_run           (const HearsayTagger *self,
                                       const HearsayTraits *traits,
                                       HearsaySyntax       *syntax);
guint    hearsay_tagger_word_features (const HearsayTraits *token,
                                       guint32             *features);
guint    hearsay_tagger_tag_features  (const HearsayTraits *token,
                                       guint                previous,
                                       guint                before_previous,
                                       guint32             *features);

G_END_DECLS
