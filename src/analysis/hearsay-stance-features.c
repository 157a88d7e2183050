/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-features.h"

/* Numbers of the templates begin here, apart from those of other models. */
#define BASE 1500

/* How far words are looked at outside of the two places, and between them. */
#define OUTSIDE 12
#define BETWEEN 32
#define WINDOW 3

typedef struct
{
  const HearsayStanceWords *self;
  HearsayStancePlace holder;
  HearsayStancePlace target;
  guint32 *features;
  guint n;
  guint before; /* the holder stands before the target */
} Question;

static inline void
add (Question *q,
     guint     template,
     guint32   a,
     guint32   b,
     guint32   c)
{
  if (q->n < HEARSAY_STANCE_MAX_FEATURES)
    q->features[q->n++] = hearsay_feature (BASE + template, a, b, c);
}

static guint
bucket (guint n)
{
  static const guint limits[] = { 1, 2, 3, 5, 8, 12, 18, 26, 40 };
  guint k = 0;

  while (k < G_N_ELEMENTS (limits) && n >= limits[k])
    k++;
  return k;
}

static inline const HearsayStanceWord *
word_at (const Question *q,
         guint32         i)
{
  return &q->self->words[i];
}

/* What is asked about is told apart from other names. */
static guint32
masked (const Question *q,
        guint32         i)
{
  if (i >= q->holder.first && i <= q->holder.last)
    return 21;
  if (i >= q->target.first && i <= q->target.last)
    return 22;
  return word_at (q, i)->word;
}

static guint
signs (int positive,
       int negative)
{
  return (guint) (MIN (positive, 3) * 4 + MIN (negative, 3));
}

static void
add_region (Question *q,
            guint     region,
            guint32   start,
            guint32   end)
{
  int positive = 0;
  int negative = 0;
  guint32 previous = 1;

  for (guint32 i = start; i < end; i++)
    {
      const HearsayStanceWord *word = word_at (q, i);
      guint32 own = masked (q, i);

      positive += word->polarity > 0 ? word->polarity : 0;
      negative += word->polarity < 0 ? -word->polarity : 0;
      if (word->deprel != HEARSAY_DEPREL_PUNCT)
        {
          add (q, 2, own, 0, q->before);
          if (region == 1)
            add (q, 3, own, previous, q->before);
        }
      if (region == 1 && word->xpos >= HEARSAY_XPOS_VB && word->xpos <= HEARSAY_XPOS_VBZ)
        add (q, 5, word->cluster, q->before, 0);
      previous = own;
    }
  if (region == 1)
    add (q, 4, previous, 0, q->before);
  add (q, 20, region, signs (positive, negative), q->before);
  add (q, 21, region, (guint32) CLAMP (positive - negative, -3, 3) + 3, q->before);
}

static void
add_window (Question          *q,
            guint              template,
            HearsayStancePlace place,
            guint32            start,
            guint32            end)
{
  guint32 left = 1;
  guint32 right = 2;

  for (guint32 k = 1; k <= WINDOW; k++)
    {
      if (place.first >= start + k)
        {
          guint32 own = masked (q, place.first - k);

          add (q, template, own, k, q->before);
          add (q, template + 1, own, 0, 0);
          if (k == 2)
            add (q, template + 2, own, left, 0);
          left = own;
          add (q, template + 3, (guint32) (word_at (q, place.first - k)->polarity + 4), 0, q->before);
        }
      if (place.last + k < end)
        {
          guint32 own = masked (q, place.last + k);

          add (q, template, own, 10 + k, q->before);
          add (q, template + 1, own, 1, 0);
          if (k == 2)
            add (q, template + 2, right, own, 1);
          right = own;
          add (q, template + 3, (guint32) (word_at (q, place.last + k)->polarity + 4), 1, q->before);
        }
    }
}

/* What hangs on a token, the places themselves left out: @template and the two behind it. */
static void
add_dependents (Question *q,
                guint     template,
                guint32   token,
                gint32    not_this)
{
  guint n = 0;

  for (gint32 k = word_at (q, token)->first; k >= 0 && n < 16; k = word_at (q, (guint32) k)->next, n++)
    {
      const HearsayStanceWord *word = word_at (q, (guint32) k);

      if (k == not_this || word->deprel == HEARSAY_DEPREL_PUNCT || word->deprel == HEARSAY_DEPREL_DET)
        continue;
      add (q, template, masked (q, (guint32) k), word->deprel, 0);
      if (word->polarity != 0)
        add (q, template + 1, (guint32) (word->polarity + 4), word->deprel, 0);
    }
}

/* The word over a mention and its likes: @template and nine behind it. */
static void
add_governor (Question *q,
              guint     template,
              guint32   head)
{
  guint lifted;
  guint32 top = hearsay_stance_words_climb (q->self, head, &lifted);
  const HearsayStanceWord *own = word_at (q, head);
  const HearsayStanceWord *word = word_at (q, top);
  const HearsayStanceWord *governor;

  add_dependents (q, template, head, -1);
  if (own->head >= 0)
    {
      add (q, template + 2, masked (q, (guint32) own->head), own->deprel, 0);
      add (q, template + 9, (guint32) (word_at (q, (guint32) own->head)->polarity + 4), own->deprel, 0);
    }
  if (word->head < 0)
    {
      add (q, template + 3, word->xpos, lifted, 0);
      add_dependents (q, template + 4, top, -1);
      return;
    }
  governor = word_at (q, (guint32) word->head);
  add (q, template + 6, governor->word, word->deprel, lifted);
  add (q, template + 7, (guint32) (governor->polarity + 4), word->deprel, (guint32) (governor->flags & 7) * 4 + lifted);
  add (q, template + 8, governor->cluster, word->deprel, 0);
  add (q, template + 10, governor->verb_class, word->deprel, governor->flags & 9u);
  add_dependents (q, template + 11, (guint32) word->head, (gint32) top);
  if (governor->head >= 0)
    {
      const HearsayStanceWord *above = word_at (q, (guint32) governor->head);

      add (q, template + 13, above->word, governor->deprel, word->deprel);
      add (q, template + 14, (guint32) (above->polarity + 4), governor->deprel, word->deprel);
    }
}

/* One word on the way; @side: 0 the holder's, 1 the top, 2 the target's. */
static void
add_step (Question *q,
          guint32   token,
          guint     side,
          int      *sum)
{
  const HearsayStanceWord *word = word_at (q, token);
  guint n = 0;

  add (q, 60, word->word, side, word->deprel);
  add (q, 61, word->word, side == 1 ? 1 : 0, word->flags & 1u);
  add (q, 62, (guint32) (word->polarity + 4), side, word->deprel);
  add (q, 63, word->cluster, side, 0);
  add (q, 64, word->verb_class, side, word->flags & 1u);
  *sum += word->polarity;
  for (gint32 k = word->first; k >= 0 && n < 12; k = word_at (q, (guint32) k)->next, n++)
    {
      const HearsayStanceWord *below = word_at (q, (guint32) k);

      if (below->deprel == HEARSAY_DEPREL_CASE || below->deprel == HEARSAY_DEPREL_MARK || below->deprel == HEARSAY_DEPREL_AUX ||
          below->deprel == HEARSAY_DEPREL_ADVMOD || below->deprel == HEARSAY_DEPREL_COP)
        add (q, 65, below->word, side, below->deprel);
      if (below->polarity != 0)
        add (q, 66, (guint32) (below->polarity + 4), side, below->deprel);
    }
}

/* The preposition before a mention. */
static guint32
find_case (const Question *q,
           guint32         token)
{
  for (gint32 k = word_at (q, token)->first; k >= 0; k = word_at (q, (guint32) k)->next)
    if (word_at (q, (guint32) k)->deprel == HEARSAY_DEPREL_CASE)
      return word_at (q, (guint32) k)->word;
  return 0;
}

static void
add_path (Question *q,
          guint32   holder,
          guint32   target)
{
  HearsayStancePath path;
  guint32 up_hash = 7;
  guint32 down_hash = 7;
  guint clauses = 0;
  int sum = 0;
  guint32 first_up, first_down;
  const HearsayStanceWord *top;

  if (!hearsay_stance_words_find_path (q->self, holder, target, &path))
    {
      add (q, 40, 0, q->before, 0);
      return;
    }
  top = word_at (q, path.top);
  for (guint i = 0; i < path.n_up; i++)
    {
      up_hash = hearsay_feature (1, up_hash, word_at (q, path.up[i])->deprel, 0);
      if (i > 0)
        add_step (q, path.up[i], 0, &sum);
    }
  for (guint i = 0; i < path.n_down; i++)
    {
      guint deprel = word_at (q, path.down[i])->deprel;

      down_hash = hearsay_feature (2, down_hash, deprel, 0);
      clauses += deprel == HEARSAY_DEPREL_CCOMP || deprel == HEARSAY_DEPREL_ADVCL || deprel == HEARSAY_DEPREL_ACL_RELCL ||
                 deprel == HEARSAY_DEPREL_PARATAXIS;
      if (i > 0)
        add_step (q, path.down[i], 2, &sum);
    }
  if (path.n_up > 0 && path.n_down > 0)
    add_step (q, path.top, 1, &sum);
  first_up = path.n_up > 0 ? word_at (q, path.up[path.n_up - 1])->deprel : 60;
  first_down = path.n_down > 0 ? word_at (q, path.down[path.n_down - 1])->deprel : 60;
  add (q, 41, up_hash, down_hash, 0);
  add (q, 42, up_hash, down_hash, top->word);
  add (q, 43, first_up, first_down, top->word);
  add (q, 44, first_up, first_down, (guint32) (top->polarity + 4) * 2 + (top->flags & 1));
  add (q, 45, first_up, first_down, top->cluster);
  add (q, 46, first_up, first_down, top->verb_class);
  add (q, 47, MIN (path.n_up, 6), MIN (path.n_down, 6), 0);
  add (q, 48, MIN (clauses, 3), first_up, (guint32) CLAMP (sum, -3, 3) + 3);
  add (q, 49, (guint32) CLAMP (sum, -3, 3) + 3, MIN (path.n_up + path.n_down, 8), 0);
  add (q, 50, first_up, first_down, MIN (path.n_up + path.n_down, 8));
  add (q, 51, first_up, MIN (clauses, 3), top->word);
  add (q, 55, find_case (q, target), word_at (q, target)->deprel, hearsay_feature (3, first_up, first_down, path.n_down));
  add (q, 56, find_case (q, target), find_case (q, holder), q->before);
  if (path.n_down > 0)
    {
      const HearsayStanceWord *end = word_at (q, path.down[0]);

      if (end->head >= 0)
        {
          const HearsayStanceWord *over = word_at (q, (guint32) end->head);

          add (q, 52, over->word, end->deprel, first_up);
          add (q, 53, (guint32) (over->polarity + 4) * 2 + (over->flags & 1), end->deprel, hearsay_feature (3, first_up, clauses, 0));
          add (q, 54, over->word, end->deprel, top->word);
        }
    }
}

/**
 * hearsay_stance_pair_features:
 * @holder: whose attitude is asked for
 * @target: toward whom
 * @features: (out) (array fixed-size=512): hashes
 *
 * Returns: how many there are
 */
guint
hearsay_stance_pair_features (const HearsayStanceWords *self,
                              HearsayStancePlace        holder,
                              HearsayStancePlace        target,
                              guint32                  *features)
{
  Question q = { .self = self, .holder = holder, .target = target, .features = features, .before = holder.first < target.first };
  HearsayStancePlace a = q.before ? holder : target;
  HearsayStancePlace b = q.before ? target : holder;
  guint32 start = hearsay_text_sentence_of (self->text, a.first)->first_token;
  const HearsaySentence *sentence = hearsay_text_sentence_of (self->text, b.last);
  guint32 end = sentence->first_token + sentence->n_tokens;
  guint32 between = b.first > a.last + 1 ? b.first - a.last - 1 : 0;
  guint32 holder_head = hearsay_stance_words_head (self, holder);
  guint32 target_head = hearsay_stance_words_head (self, target);

  add (&q, 0, 0, 0, q.before);
  add (&q, 6, bucket (between), q.before, 0);
  add (&q, 22, self->words[holder_head].word, q.before, 0);
  add (&q, 23, self->words[target_head].word, q.before, 0);
  add (&q, 24, self->words[holder_head].xpos, self->words[target_head].xpos, q.before);
  add (&q, 7, self->words[holder.first].quoted, self->words[target.first].quoted, q.before);
  add (&q, 8, self->text->tokens[a.first].sentence == self->text->tokens[b.first].sentence, q.before, 0);
  add_region (&q, 0, MAX (start, a.first > OUTSIDE ? a.first - OUTSIDE : 0), a.first);
  add_region (&q, 1, a.last + 1, MIN (b.first, a.last + 1 + BETWEEN));
  add_region (&q, 2, b.last + 1, MIN (end, b.last + 1 + OUTSIDE));
  add_window (&q, 10, holder, start, end);
  add_window (&q, 14, target, start, end);
  add_path (&q, holder_head, target_head);
  add_governor (&q, 70, holder_head);
  add_governor (&q, 90, target_head);
  return q.n;
}

/**
 * hearsay_stance_target_features:
 * @target: toward what
 * @start: first token of what is said
 * @end: behind its last token
 * @features: (out) (array fixed-size=512): hashes
 *
 * What is said about @target by whoever says it.
 *
 * Returns: how many there are
 */
guint
hearsay_stance_target_features (const HearsayStanceWords *self,
                                HearsayStancePlace        target,
                                guint32                   start,
                                guint32                   end,
                                guint32                  *features)
{
  Question q = { .self = self, .holder = { G_MAXUINT32, 0 }, .target = target, .features = features, .before = 3 };
  guint32 head = hearsay_stance_words_head (self, target);
  guint steps = 0;

  add (&q, 0, 0, 0, 3);
  add (&q, 6, bucket (target.first - start), 3, 0);
  add (&q, 7, self->words[target.first].quoted, 3, 0);
  add (&q, 23, self->words[head].word, 3, self->words[head].xpos);
  add_region (&q, 3, MAX (start, target.first > BETWEEN ? target.first - BETWEEN : 0), target.first);
  add_region (&q, 4, target.last + 1, MIN (end, target.last + 1 + BETWEEN));
  add_window (&q, 14, target, start, end);
  add_governor (&q, 90, head);
  for (gint32 at = self->words[head].head; at >= 0 && steps < 6; at = self->words[at].head, steps++)
    {
      int sum = 0;

      add_step (&q, (guint32) at, 3, &sum);
    }
  return q.n;
}
