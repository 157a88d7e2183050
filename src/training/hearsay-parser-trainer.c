/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-parser-trainer.h"

#include "analysis/hearsay-parser-private.h"

#include <string.h>

/* The right parse is to be better than the others by this much. */
#define MARGIN 100
#define N_ROWS_BITS 20

typedef gint16 WeightRow[HEARSAY_N_ACTIONS];

struct _HearsayParserTrainer
{
  WeightRow *weights; /* by hash, while features are chosen; then %NULL */
  HearsayPerceptron *perceptron;
  guint beam;
  HearsayParserSpace space;
  HearsayState gold; /* points into a block of its own */
  HearsayState replay;
  guint16 *extra;
  GArray *trace;
};

/* The row of a feature while features are chosen. */
static inline guint32
get_row (guint32 feature)
{
  return ((feature ^ feature >> 15) * 0x2C1B3C6Du) >> (32 - N_ROWS_BITS);
}

static void
add (gconstpointer  data,
     const guint32 *features,
     guint          n,
     HearsayScores *scores)
{
  const HearsayParserTrainer *self = data;
  guint32 rows[HEARSAY_PARSER_MAX_FEATURES];
  gint32 sums[8] = { 0 };

  for (guint i = 0; self->weights != NULL && i < n; i++)
    {
      const gint16 *row = self->weights[get_row (features[i])];

      *scores += (HearsayScores) { row[0], row[1], row[2], row[3] };
    }
  if (self->weights != NULL)
    return;
  hearsay_perceptron_find_rows (self->perceptron, features, n, rows);
  hearsay_perceptron_score (self->perceptron, rows, n, sums);
  *scores += (HearsayScores) { sums[0], sums[1], sums[2], sums[3] };
}

static void
init_state (HearsayState *state,
            guint16      *block)
{
  guint16 **arrays = &state->stack;

  for (guint k = 0; k < HEARSAY_STATE_N_ARRAYS; k++)
    arrays[k] = block + (gsize) k * (HEARSAY_PARSER_MAX_LENGTH + 8);
}

/**
 * hearsay_parser_trainer_new:
 * @perceptron: (transfer full): has features already, or takes those that count
 * @choose: whether it takes them
 */
HearsayParserTrainer *
hearsay_parser_trainer_new (HearsayPerceptron *perceptron,
                            gboolean           choose)
{
  HearsayParserTrainer *self = g_new0 (HearsayParserTrainer, 1);
  gsize block = (gsize) HEARSAY_STATE_N_ARRAYS * (HEARSAY_PARSER_MAX_LENGTH + 8);

  if (choose)
    self->weights = g_new0 (WeightRow, 1u << N_ROWS_BITS);
  self->perceptron = perceptron;
  self->beam = HEARSAY_PARSER_BEAM;
  self->extra = g_new0 (guint16, 2 * block);
  init_state (&self->gold, self->extra);
  init_state (&self->replay, self->extra + block);
  self->trace = g_array_new (FALSE, FALSE, sizeof (HearsayTrace));
  return self;
}

/* The perceptron, which the trainer cannot go on without. */
HearsayPerceptron *
hearsay_parser_trainer_steal (HearsayParserTrainer *self)
{
  return g_steal_pointer (&self->perceptron);
}

void
hearsay_parser_trainer_free (HearsayParserTrainer *self)
{
  hearsay_parser_space_clear (&self->space);
  g_array_unref (self->trace);
  g_free (self->extra);
  g_free (self->weights);
  g_clear_pointer (&self->perceptron, hearsay_perceptron_free);
  g_free (self);
}

/* Adds @delta to the weights of one transition, or notes that its features matter. */
static void
change_step (HearsayParserTrainer *self,
             guint8   action,
             int      delta)
{
  guint32 features[HEARSAY_PARSER_MAX_FEATURES];
  guint32 rows[HEARSAY_PARSER_MAX_FEATURES];
  HearsayPlace place = hearsay_place_find (&self->replay, self->space.nodes);
  guint n = hearsay_place_features (&place, features);

  if (self->weights == NULL)
    {
      hearsay_perceptron_find_rows (self->perceptron, features, n, rows);
      hearsay_perceptron_add (self->perceptron, rows, n, action, delta);
      return;
    }
  hearsay_perceptron_count (self->perceptron, features, n);
  for (guint k = 0; k < n; k++)
    {
      gint16 *weight = &self->weights[get_row (features[k])][action];

      *weight = (gint16) CLAMP (*weight + delta, -30000, 30000);
    }
}

/* Changes the weights of every transition of @actions from @from on. */
static void
change (HearsayParserTrainer      *self,
        const guint8 *actions,
        guint         from,
        guint         n_actions,
        int           delta)
{
  hearsay_state_reset (&self->replay, self->space.n);
  for (guint i = 0; i < n_actions && !hearsay_state_is_over (&self->replay, self->space.n); i++)
    {
      if (i >= from)
        change_step (self, actions[i], delta);
      hearsay_state_apply (&self->replay, (HearsayAction) actions[i]);
    }
}

static void
append_trace (HearsayParserTrainer      *self,
              HearsayState *state,
              guint8        action)
{
  HearsayTrace entry = { state->trace, action };

  g_array_append_val (self->trace, entry);
  state->trace = (gint32) self->trace->len - 1;
}

static guint
read_trace (const HearsayParserTrainer *self,
            gint32         last,
            guint8        *actions)
{
  guint n = 0;

  for (gint32 i = last; i >= 0; i = g_array_index (self->trace, HearsayTrace, i).parent)
    n++;
  for (guint k = n; last >= 0; last = g_array_index (self->trace, HearsayTrace, last).parent)
    actions[--k] = g_array_index (self->trace, HearsayTrace, last).action;
  return n;
}

static void
advance_gold (HearsayParserTrainer      *self,
              const guint8 *actions,
              guint         step)
{
  guint32 features[HEARSAY_PARSER_MAX_FEATURES];
  HearsayScores scores = { 0 };
  HearsayPlace place;

  if (hearsay_state_is_over (&self->gold, self->space.n))
    return;
  place = hearsay_place_find (&self->gold, self->space.nodes);
  add (self, features, hearsay_place_features (&place, features), &scores);
  hearsay_state_apply (&self->gold, (HearsayAction) actions[step]);
  self->gold.score += scores[actions[step]];
}

typedef struct
{
  gint32 violation;
  guint step;
  gint32 trace;
} Worst;

static gboolean
is_gold (const HearsayParserTrainer      *self,
         const HearsayState *state)
{
  return state->next == self->gold.next && state->n_stack == self->gold.n_stack &&
         memcmp (state->head, self->gold.head, MIN (state->next, self->space.n + 1) * sizeof (guint16)) == 0;
}

/* Notes where the best of the wrong partial parses comes closest to the right one, or is furthest above it. */
static void
note_worst (const HearsayParserTrainer      *self,
            const HearsayState *states,
            guint               n,
            guint               step,
            Worst              *worst)
{
  guint wrong = 0;

  while (wrong < n && is_gold (self, &states[wrong]))
    wrong++;
  if (wrong < n && states[wrong].score - self->gold.score >= worst->violation)
    *worst = (Worst) { states[wrong].score - self->gold.score, step + 1, states[wrong].trace };
}

/* One step of the search. */
static gboolean
step_beam (HearsayParserTrainer       *self,
           HearsayState **states,
           HearsayState **others,
           guint         *n_states,
           guint          step,
           Worst         *worst)
{
  const HearsayScorer scorer = { NULL, add, self, NULL };
  HearsayCandidate candidates[HEARSAY_PARSER_MAX_BEAM];
  HearsayState *old = *states;
  gboolean going = FALSE;
  guint n;

  n = hearsay_parser_expand (*states, *n_states, &self->space, &scorer, self->beam, candidates);
  for (guint i = 0; i < n; i++)
    {
      HearsayState *state = &(*others)[i];

      hearsay_state_copy (state, &(*states)[candidates[i].state], self->space.n);
      state->score = candidates[i].score;
      if (candidates[i].action < HEARSAY_N_ACTIONS)
        {
          hearsay_state_apply (state, (HearsayAction) candidates[i].action);
          append_trace (self, state, candidates[i].action);
        }
      going = going || !hearsay_state_is_over (state, self->space.n);
    }
  *states = *others;
  *others = old;
  *n_states = n;
  note_worst (self, *states, n, step, worst);
  return going;
}

static void
keep_candidates (const HearsayState *states,
                 guint               n_states,
                 HearsayTreebankSentence    *sentence)
{
  guint n = sentence->gold.n;

  sentence->n_candidates = n_states;
  sentence->candidate_heads = g_renew (gint32, sentence->candidate_heads, (gsize) n_states * n);
  sentence->candidate_scores = g_renew (gint32, sentence->candidate_scores, n_states);
  for (guint i = 0; i < n_states; i++)
    {
      gint32 root = -1;

      hearsay_state_take_heads (&states[i], n, sentence->candidate_heads + (gsize) i * n, 0, &root);
      sentence->candidate_scores[i] = states[i].score;
    }
}

/**
 * hearsay_parser_trainer_learn:
 * @oracle: the transitions that lead to the right tree
 * @keep: whether @sentence takes the parses that are found as its candidates
 *
 * Returns: whether there was something to correct
 */
gboolean
hearsay_parser_trainer_learn (HearsayParserTrainer    *self,
                              HearsayTreebankSentence *sentence,
                              const GByteArray        *oracle,
                              gboolean                 keep)
{
  HearsayState *states;
  HearsayState *others;
  guint8 actions[2 * HEARSAY_PARSER_MAX_LENGTH + 2];
  Worst worst = { -MARGIN, 0, -1 };
  gboolean going = TRUE;
  guint n_states = 1;
  guint same = 0;
  guint n;

  if (oracle->len == 0)
    return FALSE;
  hearsay_parser_space_prepare (&self->space, sentence->traits + 3, sentence->silver.xpos, sentence->silver.upos, sentence->gold.n);
  states = self->space.states;
  others = states + HEARSAY_PARSER_MAX_BEAM;
  hearsay_state_reset (&states[0], self->space.n);
  hearsay_state_reset (&self->gold, self->space.n);
  g_array_set_size (self->trace, 0);
  for (guint step = 0; going || !hearsay_state_is_over (&self->gold, self->space.n); step++)
    {
      advance_gold (self, oracle->data, step);
      going = step_beam (self, &states, &others, &n_states, step, &worst);
    }
  if (keep)
    keep_candidates (states, n_states, sentence);
  if (self->weights == NULL)
    hearsay_perceptron_step (self->perceptron);
  if (worst.trace < 0)
    return FALSE;
  n = read_trace (self, worst.trace, actions);
  while (same < MIN (n, oracle->len) && actions[same] == oracle->data[same])
    same++;
  change (self, oracle->data, same, MIN (worst.step, oracle->len), 1);
  change (self, actions, same, n, -1);
  return TRUE;
}
