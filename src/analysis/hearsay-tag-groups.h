/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-choices.h"
#include "analysis/hearsay-features.h"
#include "analysis/hearsay-key-map.h"

G_BEGIN_DECLS

#define HEARSAY_TAG_GROUPS_MAX 8

/* What a word that is not known looks like. */
typedef enum
{
  HEARSAY_LOOK_SMALL,
  HEARSAY_LOOK_CAPITAL,
  HEARSAY_LOOK_OTHER, /* a digit, or no letter */
  HEARSAY_N_LOOKS
} HearsayLook;

/**
 * HearsayTagGroups:
 * @groups: the labels of each group, which is a kind of #HearsayChoices
 * @masks: for words that were seen often enough, the groups that their labels are from, as bits
 * @defaults: (array fixed-size=3): the groups of all other words, by their looks
 *
 * The tagger's labels in groups of sixteen, so that those that go together, as the tags of
 * nouns and verbs do, are scored at once, and others only for the words that need them.
 */
typedef struct
{
  HearsayChoices groups;
  HearsayKeyMap masks;
  const guint8 *defaults;
} HearsayTagGroups;

gboolean hearsay_tag_groups_load (HearsayTagGroups    *self,
                                  const HearsayModel  *model,
                                  guint                n_labels,
                                  GError             **error);

static inline HearsayLook
hearsay_traits_get_look (const HearsayTraits *traits)
{
  if ((traits->flags & HEARSAY_TRAIT_LETTER) == 0 || (traits->flags & HEARSAY_TRAIT_DIGIT) != 0)
    return HEARSAY_LOOK_OTHER;
  return (traits->flags & HEARSAY_TRAIT_INITIAL_CAPITAL) != 0 ? HEARSAY_LOOK_CAPITAL : HEARSAY_LOOK_SMALL;
}

/* The groups that the token's labels may be from, as bits. */
static inline guint32
hearsay_tag_groups_get_mask (const HearsayTagGroups *self,
                             const HearsayTraits    *traits)
{
  guint32 mask;

  if (!hearsay_key_map_find (&self->masks, traits->word, &mask))
    mask = self->defaults[hearsay_traits_get_look (traits)];
  return mask;
}

G_END_DECLS
