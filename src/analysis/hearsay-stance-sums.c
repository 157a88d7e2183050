/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-sums.h"

#include <string.h>

/* How far words are looked at outside of the two places, and between them. */
#define OUTSIDE 24
#define BETWEEN 64

/* What hangs on a word, at most. */
#define MAX_UNDER 16

/* Every so many tokens away, a word counts half, a third, … of a near one. */
#define HALF_WAY 4.0f

/* What one word of a group counts: more where a group has few, so that all are of like size. */
#define REGION_SHARE 0.5f
#define NEAR_SHARE 1.0f
#define WAY_SHARE 0.5f
#define WORD_SHARE 1.0f

typedef struct
{
  const HearsayStanceWords *words;
  HearsayStanceSums *sums;
  gboolean open; /* a word of the group that is being summed is known */
} Summer;

/* Adds @share of a word's meaning to @sum; what is denied counts the other way. */
static inline void
add_meaning (const Summer            *self,
             const HearsayStanceWord *word,
             float                    share,
             float                   *sum)
{
  const gint8 *own = hearsay_meanings_get (self->words->meanings, word->meaning);
  guint n_axes = self->words->meanings->n_axes;

  share *= (word->flags & HEARSAY_STANCE_NEGATED) ? -self->words->meanings->unit : self->words->meanings->unit;
  for (guint k = 0; k < n_axes; k += HEARSAY_MEANINGS_LANES)
    for (guint l = 0; l < HEARSAY_MEANINGS_LANES; l++)
      sum[k + l] += share * (float) own[k + l];
}

static void
add (Summer  *self,
     guint32  token,
     float    share)
{
  const HearsayStanceWord *word = &self->words->words[token];
  float *sum = self->sums->values[self->sums->n];

  if (word->meaning == 0)
    return;
  if (!self->open)
    memset (sum, 0, self->words->meanings->n_axes * sizeof (float));
  self->open = TRUE;
  add_meaning (self, word, share, sum);
}

static void
finish (Summer *self,
        guint   group)
{
  if (self->open && self->sums->n < HEARSAY_STANCE_MAX_SUMS)
    self->sums->groups[self->sums->n++] = (guint8) group;
  self->open = FALSE;
}

/* What the words from @start to before @end mean, and, where @near is no 0, what the nearest to @place among them mean. */
static void
add_region (Summer  *self,
            guint    group,
            guint    near,
            guint32  start,
            guint32  end,
            guint32  place)
{
  float *sum = self->sums->values[self->sums->n];
  float *near_sum = self->sums->values[self->sums->n + 1];
  gsize size = self->words->meanings->n_axes * sizeof (float);
  gboolean known = FALSE;

  g_assert (self->sums->n + 2 <= HEARSAY_STANCE_MAX_SUMS);

  memset (sum, 0, size);
  memset (near_sum, 0, size);
  for (guint32 i = start; i < end; i++)
    {
      const HearsayStanceWord *word = &self->words->words[i];
      guint32 distance = i < place ? place - i : i - place;

      if (word->meaning == 0)
        continue;
      known = TRUE;
      add_meaning (self, word, REGION_SHARE, sum);
      if (near != 0)
        add_meaning (self, word, NEAR_SHARE / (1.0f + (float) distance / HALF_WAY), near_sum);
    }
  if (!known)
    return;
  self->sums->groups[self->sums->n++] = (guint8) group;
  if (near != 0)
    self->sums->groups[self->sums->n++] = (guint8) near;
}

static guint
get_over_group (guint deprel)
{
  switch (deprel)
    {
    case HEARSAY_DEPREL_NSUBJ:
      return HEARSAY_STANCE_SUM_OVER_SUBJECT;
    case HEARSAY_DEPREL_OBJ:
    case HEARSAY_DEPREL_NSUBJ_PASS:
      return HEARSAY_STANCE_SUM_OVER_OBJECT;
    default:
      return HEARSAY_STANCE_SUM_OVER_OBLIQUE;
    }
}

/* What the target hangs on, and what hangs on it. */
static void
add_around (Summer  *self,
            guint32  head)
{
  guint lifted;
  const HearsayStanceWord *top = &self->words->words[hearsay_stance_words_climb (self->words, head, &lifted)];
  guint n = 0;

  if (top->head >= 0)
    {
      add (self, (guint32) top->head, WORD_SHARE);
      finish (self, HEARSAY_STANCE_SUM_OVER);
      add (self, (guint32) top->head, WORD_SHARE);
      finish (self, get_over_group (top->deprel));
    }
  for (gint32 k = self->words->words[head].first; k >= 0 && n < MAX_UNDER; k = self->words->words[k].next, n++)
    add (self, (guint32) k, WORD_SHARE);
  finish (self, HEARSAY_STANCE_SUM_UNDER);
}

/* From the first's head up and down to the second's. */
static void
add_way (Summer  *self,
         guint32  first,
         guint32  second)
{
  HearsayStancePath path;

  if (!hearsay_stance_words_find_path (self->words, first, second, &path))
    return;
  for (guint i = 1; i < path.n_up; i++)
    add (self, path.up[i], WAY_SHARE);
  finish (self, 2 * HEARSAY_STANCE_SUM_UP);
  for (guint i = 1; i < path.n_down; i++)
    add (self, path.down[i], WAY_SHARE);
  finish (self, 2 * HEARSAY_STANCE_SUM_DOWN);
  add (self, path.top, WORD_SHARE);
  finish (self, 2 * HEARSAY_STANCE_SUM_TOP);
}

/* What does not depend on who of the two is the holder; the one that stands first is taken for it. */
static void
add_shared (Summer             *self,
            HearsayStancePlace  first,
            HearsayStancePlace  second)
{
  guint32 start = hearsay_text_sentence_of (self->words->text, first.first)->first_token;
  const HearsaySentence *sentence = hearsay_text_sentence_of (self->words->text, second.last);
  guint32 end = MIN (sentence->first_token + sentence->n_tokens, second.last + 1 + OUTSIDE);

  start = MAX (start, first.first > OUTSIDE ? first.first - OUTSIDE : 0);
  add_region (self, 2 * HEARSAY_STANCE_SUM_BEFORE, 2 * HEARSAY_STANCE_SUM_NEAR_BEFORE, start, first.first, first.first);
  add_region (self, 2 * HEARSAY_STANCE_SUM_BETWEEN, 0, first.last + 1, MIN (second.first, first.last + 1 + BETWEEN), first.last);
  add_region (self, 2 * HEARSAY_STANCE_SUM_BEHIND, 2 * HEARSAY_STANCE_SUM_NEAR_BEHIND, second.last + 1, end, second.last);
  add_way (self, hearsay_stance_words_head (self->words, first), hearsay_stance_words_head (self->words, second));
}

/* The group that a shared one is for the holder who stands second. */
static guint8
turn_round (guint8 group)
{
  if (group == 2 * HEARSAY_STANCE_SUM_UP)
    return 2 * HEARSAY_STANCE_SUM_DOWN + 1;
  return group == 2 * HEARSAY_STANCE_SUM_DOWN ? 2 * HEARSAY_STANCE_SUM_UP + 1 : group + 1;
}

/**
 * hearsay_stance_pair_sums:
 * @words: with meanings, or nothing is summed
 * @places: (array fixed-size=2): two mentions
 * @sums: (out) (array fixed-size=2): the meanings of the words around and between them, as they count for the
 *   attitude of the one to the other and for that of the other to the one
 */
void
hearsay_stance_pair_sums (const HearsayStanceWords *words,
                          const HearsayStancePlace *places,
                          HearsayStanceSums        *sums)
{
  guint first = places[0].first < places[1].first ? 0 : 1;
  Summer self = { words, &sums[first], FALSE };
  Summer other = { words, &sums[1 - first], FALSE };

  sums[0].n = sums[1].n = 0;
  if (words->meanings == NULL)
    return;
  add_shared (&self, places[first], places[1 - first]);
  for (guint i = 0; i < self.sums->n; i++)
    {
      other.sums->groups[i] = turn_round (self.sums->groups[i]);
      memcpy (other.sums->values[i], self.sums->values[i], words->meanings->n_axes * sizeof (float));
    }
  other.sums->n = self.sums->n;
  add_around (&self, hearsay_stance_words_head (words, places[1 - first]));
  add_around (&other, hearsay_stance_words_head (words, places[first]));
}

/**
 * hearsay_stance_target_sums:
 * @words: with meanings, or nothing is summed
 * @target: toward what
 * @start: first token of what is said
 * @end: behind its last token
 * @sums: (out): the meanings of the words around it
 */
void
hearsay_stance_target_sums (const HearsayStanceWords *words,
                            HearsayStancePlace        target,
                            guint32                   start,
                            guint32                   end,
                            HearsayStanceSums        *sums)
{
  Summer self = { words, sums, FALSE };

  sums->n = 0;
  if (words->meanings == NULL)
    return;
  start = MAX (start, target.first > OUTSIDE ? target.first - OUTSIDE : 0);
  end = MIN (end, target.last + 1 + OUTSIDE);
  add_region (&self, 2 * HEARSAY_STANCE_SUM_BEFORE, 2 * HEARSAY_STANCE_SUM_NEAR_BEFORE, start, target.first, target.first);
  add_region (&self, 2 * HEARSAY_STANCE_SUM_BEHIND, 2 * HEARSAY_STANCE_SUM_NEAR_BEHIND, target.last + 1, end, target.last);
  add_around (&self, hearsay_stance_words_head (words, target));
}

/**
 * hearsay_stance_sums_score:
 * @weights: (array): for each group the weights of all axes for support, then those for opposition
 * @n_axes: a multiple of #HEARSAY_MEANINGS_LANES
 * @support: (inout): has added to it what the sums say
 * @oppose: (inout): the same
 */
void
hearsay_stance_sums_score (const HearsayStanceSums *sums,
                           const float             *weights,
                           guint                    n_axes,
                           float                   *support,
                           float                   *oppose)
{
  float lanes[2][HEARSAY_MEANINGS_LANES] = { { 0 } };

  for (guint i = 0; i < sums->n; i++)
    {
      const float *own = weights + (gsize) sums->groups[i] * n_axes * 2;

      for (guint k = 0; k < n_axes; k += HEARSAY_MEANINGS_LANES)
        for (guint l = 0; l < HEARSAY_MEANINGS_LANES; l++)
          {
            lanes[0][l] += sums->values[i][k + l] * own[k + l];
            lanes[1][l] += sums->values[i][k + l] * own[n_axes + k + l];
          }
    }
  for (guint l = 0; l < HEARSAY_MEANINGS_LANES; l++)
    {
      *support += lanes[0][l];
      *oppose += lanes[1][l];
    }
}
