/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit-tag-groups.h"

#include "analysis/hearsay-tagger.h"

#include <string.h>

/* A rarer word is told by its looks. */
#define MIN_COUNT 5
/* A word's label counts when it was seen twice, and once in so many cases. */
#define MIN_SHARE 200
/* Of a word that is not known, so many labels in a thousand are in the groups that are asked. */
#define DEFAULT_COVERAGE 990

typedef struct
{
  guint32 word;
  guint32 look;
  guint32 n;
  guint32 counts[HEARSAY_TAGGER_MAX_LABELS];
} Word;

typedef struct
{
  guint n_labels;
  GArray *words;
  guint32 look_counts[HEARSAY_N_LOOKS][HEARSAY_TAGGER_MAX_LABELS]; /* of the rarer words */
  guint8 group_of[HEARSAY_TAGGER_MAX_LABELS];
  guint8 rows[HEARSAY_TAG_GROUPS_MAX][HEARSAY_CHOICES_MAX];
  guint n_groups;
} Groups;

static void
count_words (Groups                *self,
             const HearsayTreebank *treebank,
             const guint8          *labels)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (treebank, i);

      for (guint k = 0; k < sentence->gold.n; k++)
        {
          const HearsayTraits *traits = &sentence->traits[k + 3];
          guint at = GPOINTER_TO_UINT (g_hash_table_lookup (index, GUINT_TO_POINTER (traits->word)));
          Word *word;

          if (at == 0)
            {
              Word fresh = { .word = traits->word, .look = hearsay_traits_get_look (traits) };

              g_array_append_val (self->words, fresh);
              at = self->words->len;
              g_hash_table_insert (index, GUINT_TO_POINTER (traits->word), GUINT_TO_POINTER (at));
            }
          word = &g_array_index (self->words, Word, at - 1);
          word->n++;
          for (guint label = 0; label < self->n_labels; label++)
            word->counts[label] += labels[2 * label] == sentence->gold.xpos[k] && labels[2 * label + 1] == sentence->gold.upos[k];
        }
    }
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      for (guint label = 0; word->n < MIN_COUNT && label < self->n_labels; label++)
        self->look_counts[word->look][label] += word->counts[label];
    }
}

static gboolean
has_label (const Word *word,
           guint       label)
{
  return word->counts[label] >= 2 && word->counts[label] * MIN_SHARE >= word->n;
}

/* How much is won by having @label in the group: the tokens of words that have it and one of the group. */
static guint64
get_gain (const Groups *self,
          guint         group,
          guint         label)
{
  guint64 gain = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);
      gboolean together = FALSE;

      if (word->n < MIN_COUNT || !has_label (word, label))
        continue;
      for (guint k = 0; !together && k < self->n_labels; k++)
        together = self->group_of[k] == group && has_label (word, k);
      if (together)
        gain += word->n;
    }
  return gain;
}

static void
put (Groups *self,
     guint   group,
     guint   place,
     guint   label)
{
  self->rows[group][place] = (guint8) label;
  self->group_of[label] = (guint8) group;
}

/* The label outside all groups that @counts has most of. */
static guint
find_commonest (const Groups  *self,
                const guint32 *counts)
{
  guint best = HEARSAY_CHOICES_NONE;

  for (guint label = 0; label < self->n_labels; label++)
    {
      if (self->group_of[label] == HEARSAY_CHOICES_NONE && (best == HEARSAY_CHOICES_NONE || counts[label] > counts[best]))
        best = label;
    }
  return best;
}

/* The first group is that of rare words; each of the others begins with the commonest label left and takes
 * in those that stand with its labels most. */
static void
make_groups (Groups *self)
{
  guint32 open[HEARSAY_TAGGER_MAX_LABELS] = { 0 };
  guint32 all[HEARSAY_TAGGER_MAX_LABELS] = { 0 };
  guint left = self->n_labels;

  for (guint label = 0; label < self->n_labels; label++)
    {
      open[label] = self->look_counts[HEARSAY_LOOK_SMALL][label] + self->look_counts[HEARSAY_LOOK_CAPITAL][label];
      for (guint i = 0; i < self->words->len; i++)
        all[label] += g_array_index (self->words, Word, i).counts[label];
    }
  for (guint group = 0; left > 0 && group < HEARSAY_TAG_GROUPS_MAX; group++, self->n_groups++)
    {
      for (guint place = 0; left > 0 && place < HEARSAY_CHOICES_MAX; place++, left--)
        {
          guint best = find_commonest (self, group == 0 ? open : all);
          guint64 most = 0;

          for (guint label = 0; group > 0 && place > 0 && label < self->n_labels; label++)
            {
              guint64 gain = self->group_of[label] == HEARSAY_CHOICES_NONE ? get_gain (self, group, label) : 0;

              if (gain > most)
                {
                  most = gain;
                  best = label;
                }
            }
          put (self, group, place, best);
        }
    }
}

/* The fewest groups that have nearly all of the labels. */
static guint8
get_default_mask (const Groups  *self,
                  const guint32 *counts)
{
  guint64 of_group[HEARSAY_TAG_GROUPS_MAX] = { 0 };
  guint64 all = 0, covered = 0;
  guint8 mask = 0;

  for (guint label = 0; label < self->n_labels; label++)
    {
      of_group[self->group_of[label]] += counts[label];
      all += counts[label];
    }
  do
    {
      guint best = 0;

      for (guint group = 1; group < self->n_groups; group++)
        {
          if (of_group[group] > of_group[best])
            best = group;
        }
      covered += of_group[best];
      of_group[best] = 0;
      mask |= (guint8) (1 << best);
    }
  while (covered * 1000 < all * DEFAULT_COVERAGE);
  return mask;
}

/* The groups of every word that has others than its looks say. */
static GBytes *
make_masks (const Groups *self,
            const guint8 *defaults)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GByteArray) masks = g_byte_array_new ();

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);
      guint8 mask = 0;

      for (guint label = 0; word->n >= MIN_COUNT && label < self->n_labels; label++)
        mask |= has_label (word, label) ? (guint8) (1 << self->group_of[label]) : 0;
      /* Any word may turn up as a name or a noun. */
      if (mask == 0 || (mask | 1) == defaults[word->look])
        continue;
      mask |= word->look == HEARSAY_LOOK_OTHER ? 0 : 1;
      g_array_append_val (keys, word->word);
      g_byte_array_append (masks, &mask, 1);
    }
  g_print ("tagger: %u groups, %u words with groups of their own\n", self->n_groups, keys->len);
  return hearsay_key_map_pack ((const guint32 *) (gpointer) keys->data, masks->data, keys->len);
}

/**
 * hearsay_fit_tag_groups:
 * @labels: (array): pairs of tags
 *
 * Adds the groups of the labels, and which words need which, to @builder.
 */
void
hearsay_fit_tag_groups (const HearsayTreebank *treebank,
                        const guint8          *labels,
                        guint                  n_labels,
                        HearsayModelBuilder   *builder)
{
  g_autofree Groups *self = g_new0 (Groups, 1);
  g_autoptr (GBytes) rows = NULL;
  g_autoptr (GBytes) masks = NULL;
  g_autoptr (GBytes) default_section = NULL;
  guint8 defaults[HEARSAY_N_LOOKS];

  g_return_if_fail (n_labels <= HEARSAY_TAG_GROUPS_MAX * HEARSAY_CHOICES_MAX);

  self->n_labels = n_labels;
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  memset (self->group_of, HEARSAY_CHOICES_NONE, sizeof self->group_of);
  memset (self->rows, HEARSAY_CHOICES_NONE, sizeof self->rows);
  count_words (self, treebank, labels);
  make_groups (self);
  for (guint look = 0; look < HEARSAY_N_LOOKS; look++)
    defaults[look] = get_default_mask (self, self->look_counts[look]);
  masks = make_masks (self, defaults);
  g_array_unref (self->words);
  rows = g_bytes_new (self->rows, (gsize) self->n_groups * HEARSAY_CHOICES_MAX);
  default_section = g_bytes_new (defaults, sizeof defaults);
  hearsay_model_builder_add (builder, "tag.groups", rows);
  hearsay_model_builder_add (builder, "tag.masks", masks);
  hearsay_model_builder_add (builder, "tag.defaults", default_section);
}
