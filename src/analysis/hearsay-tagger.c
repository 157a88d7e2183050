/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-tagger.h"

#include <glib/gi18n.h>

/* Numbers of the tagger's features begin here, those of the other parts elsewhere. */
#define BASE 100

#define ADD(number, a, b, c) (features[n++] = hearsay_feature_sum (BASE + (number), (a), (b), (c)))

/**
 * hearsay_tagger_word_features:
 * @token: its traits, with those of three neighbours on either side
 * @features: (out) (array fixed-size=96): hashes that do not depend on earlier tags
 *
 * Returns: how many there are
 */
guint
hearsay_tagger_word_features (const HearsayTraits *token,
                              guint32             *features)
{
  const HearsayTraits *l1 = token - 1;
  const HearsayTraits *l2 = token - 2;
  const HearsayTraits *r1 = token + 1;
  const HearsayTraits *r2 = token + 2;
  guint32 caps = token->flags & (HEARSAY_TRAIT_INITIAL_CAPITAL | HEARSAY_TRAIT_ALL_CAPITALS | HEARSAY_TRAIT_FIRST);
  guint n = 0;

  ADD (0, 0, 0, 0);
  ADD (1, token->form, 0, 0);
  ADD (2, token->word, 0, 0);
  ADD (3, l1->word, 0, 0);
  ADD (4, r1->word, 0, 0);
  ADD (5, l2->word, 0, 0);
  ADD (6, r2->word, 0, 0);
  for (guint i = 0; i < HEARSAY_TRAITS_N_SUFFIXES; i++)
    ADD (10 + i, token->suffixes[i], 0, 0);
  for (guint i = 0; i < HEARSAY_TRAITS_N_PREFIXES; i++)
    ADD (15 + i, token->prefixes[i], 0, 0);
  ADD (20, token->shape, 0, 0);
  ADD (21, token->flags, 0, 0);
  ADD (22, caps, token->suffixes[2], 0);
  ADD (23, caps, token->entry.senses & 31, l1->flags);
  ADD (24, token->shape, r1->shape, 0);
  ADD (25, l1->shape, token->shape, 0);
  ADD (26, r1->suffixes[2], token->suffixes[2], 0);
  ADD (27, l1->suffixes[2], token->suffixes[2], 0);
  ADD (28, r1->suffixes[1], 0, 0);
  ADD (29, l1->suffixes[2], 0, 0);
  ADD (30, token->entry.senses, 0, 0);
  ADD (31, token->entry.senses & 31, token->suffixes[1], 0);
  ADD (32, r1->entry.senses & 31, token->entry.senses & 31, 0);
  ADD (33, token->entry.tags, caps, 0);
  ADD (34, token->entry.tags, r1->entry.tags, 0);
  ADD (35, l1->entry.tags, token->entry.tags, 0);
  ADD (36, r1->entry.tags, r2->entry.tags, token->entry.tags);
  ADD (37, token->word, r1->entry.tags, 0);
  ADD (38, token->entry.cluster, caps, 0);
  ADD (39, token->entry.cluster, r1->entry.cluster, 0);
  ADD (40, l1->entry.cluster, token->entry.cluster, 0);
  ADD (41, token->entry.cluster >> 3, token->suffixes[1], 0);
  ADD (42, l1->entry.cluster, r1->entry.cluster, 0);
  ADD (43, r1->entry.cluster, 0, 0);
  ADD (44, r2->entry.cluster, 0, 0);
  ADD (45, l2->entry.cluster, 0, 0);
  ADD (47, token->flags, r1->flags, l1->flags);
  ADD (50, token[3].word, 0, 0);
  hearsay_features_mix (features, n);
  return n;
}

/**
 * hearsay_tagger_tag_features:
 * @previous: label of the token before, or #HEARSAY_TAGGER_NO_LABEL
 * @before_previous: label of the one before that
 * @features: (out) (array): hashes that depend on earlier tags, 24 at most
 *
 * Returns: how many there are
 */
guint
hearsay_tagger_tag_features (const HearsayTraits *token,
                             guint                previous,
                             guint                before_previous,
                             guint32             *features)
{
  const HearsayTraits *r1 = token + 1;
  guint n = 0;

  ADD (60, previous, 0, 0);
  ADD (61, previous, before_previous, 0);
  ADD (62, previous, token->word, 0);
  ADD (63, previous, token->suffixes[2], 0);
  ADD (65, previous, r1->word, 0);
  ADD (66, previous, token->entry.tags, r1->entry.tags);
  ADD (67, previous, before_previous, token->entry.tags);
  ADD (68, previous, token->entry.senses & 31, token->suffixes[1]);
  ADD (69, previous, token->entry.cluster, 0);
  ADD (70, previous, token[-1].word, 0);
  ADD (71, previous, token->flags, 0);
  ADD (72, before_previous, token->entry.tags, 0);
  hearsay_features_mix (features, n);
  return n;
}

/**
 * hearsay_tagger_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @model has a tagger
 */
gboolean
hearsay_tagger_load (HearsayTagger       *self,
                     const HearsayModel  *model,
                     GError             **error)
{
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  self->labels = hearsay_model_require (model, "tag.labels", 2, &size, error);
  if (self->labels == NULL)
    return FALSE;
  self->n_labels = (guint) MIN (size / 2, HEARSAY_TAGGER_MAX_LABELS);
  for (guint i = 0; i < self->n_labels; i++)
    {
      if (self->labels[2 * i] >= HEARSAY_N_XPOS || self->labels[2 * i + 1] >= HEARSAY_N_UPOS)
        {
          g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                       _("The part “%s” of the language model has an unknown shape"), "tag.labels");
          return FALSE;
        }
    }
  return hearsay_weights_load (&self->weights, model, "tag.weights", HEARSAY_CHOICES_MAX, error) &&
         hearsay_tag_groups_load (&self->groups, model, self->n_labels, error) &&
         hearsay_key_map_load (&self->certain, model, "tag.certain", error);
}

/* A token that is not certain: what does not depend on the tags before it. */
typedef struct
{
  guint32 features[HEARSAY_TAGGER_MAX_FEATURES];
  guint n;
  guint32 groups; /* bits of the groups of tags that it may have */
  guint first;    /* of them */
  guint32 keys[HEARSAY_TAGGER_MAX_FEATURES];   /* of the features, for the first group */
  guint32 places[HEARSAY_TAGGER_MAX_FEATURES]; /* where their weights are */
  guint32 label;  /* or NO_LABEL, when it is to be chosen */
} Work;

/* Where the weights of some features are for a group. */
static void
find_places (const HearsayTagger *self,
             guint                group,
             const guint32       *features,
             guint                n,
             guint32             *keys,
             guint32             *places)
{
  for (guint i = 0; i < n; i++)
    keys[i] = hearsay_choices_key (features[i], group);
  hearsay_weights_find (&self->weights, keys, n, places);
}

/* Looks at a token before its turn, so that its weights are on their way. */
static void
look_ahead (const HearsayTagger *self,
            const HearsayTraits *token,
            Work                *work)
{
  if (hearsay_key_map_find (&self->certain, token->form, &work->label) && work->label < self->n_labels)
    return;
  work->label = HEARSAY_TAGGER_NO_LABEL;
  work->n = hearsay_tagger_word_features (token, work->features);
  work->groups = hearsay_tag_groups_get_mask (&self->groups, token);
  work->first = 0;
  while (work->first + 1 < self->groups.groups.n_kinds && (work->groups >> work->first & 1) == 0)
    work->first++;
  find_places (self, work->first, work->features, work->n, work->keys, work->places);
}

/* The best label of a group; its score becomes @top where it is better. */
static void
ask_group (const HearsayTagger *self,
           guint                group,
           Work                *work,
           guint                n,
           gint                *top,
           guint               *label)
{
  guint known = group == work->first ? work->n : 0;
  gint16 scores[HEARSAY_WEIGHTS_MAX_LABELS];
  guint best;

  find_places (self, group, work->features + known, n - known, work->keys + known, work->places + known);
  hearsay_weights_sum (&self->weights, work->keys, work->places, n, scores);
  best = hearsay_choices_best (&self->groups.groups, group, scores);
  if (scores[best] > *top)
    {
      *top = scores[best];
      *label = hearsay_choices_label (&self->groups.groups, group, best);
    }
}

static guint
choose (const HearsayTagger *self,
        const HearsayTraits *token,
        guint                previous,
        guint                before_previous,
        Work                *work)
{
  guint n = work->n + hearsay_tagger_tag_features (token, previous, before_previous, work->features + work->n);
  gint top = G_MININT;
  guint label = 0;

  for (guint group = work->first; group < self->groups.groups.n_kinds; group++)
    {
      if ((work->groups >> group & 1) != 0)
        ask_group (self, group, work, n, &top, &label);
    }
  return label;
}

/**
 * hearsay_tagger_run:
 * @traits: of all tokens, as hearsay_traits_fill_all() leaves them
 * @syntax: its upos and xpos are set
 *
 * Tags from left to right, each token whose tag is not certain with the two tags
 * before it in view. Linear time.
 */
void
hearsay_tagger_run (const HearsayTagger *self,
                    const HearsayTraits *traits,
                    HearsaySyntax       *syntax)
{
  guint previous = HEARSAY_TAGGER_NO_LABEL;
  guint before_previous = HEARSAY_TAGGER_NO_LABEL;
  Work work[2];

  g_return_if_fail (self != NULL);
  g_return_if_fail (syntax != NULL);

  for (guint i = 0; i < syntax->n; i++)
    {
      guint label;

      if (i == 0)
        look_ahead (self, &traits[3], &work[0]);
      if (i + 1 < syntax->n)
        look_ahead (self, &traits[i + 4], &work[(i + 1) & 1]);
      label = work[i & 1].label;
      if (label == HEARSAY_TAGGER_NO_LABEL)
        label = choose (self, &traits[i + 3], previous, before_previous, &work[i & 1]);
      syntax->xpos[i] = self->labels[2 * label];
      syntax->upos[i] = self->labels[2 * label + 1];
      before_previous = previous;
      previous = label;
    }
}
