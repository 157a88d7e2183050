/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-parser.h"
#include "training/hearsay-oracle.h"
#include "training/hearsay-perceptron.h"

#include <stdlib.h>
#include <string.h>

#define N_EPOCHS 13
/* Features are chosen by so many epochs of a parser whose features share weights by chance: those
 * count that were corrected so often. */
#define N_SELECT_EPOCHS 2
#define MIN_COUNT 12
/* Features whose largest weight has fewer units are left out. */
#define MIN_WEIGHT 2
#define N_ROWS_BITS 20
#define BEAM 8
/* The epoch whose parses are the candidates that relations are fitted on: by then
 * the parser is of use, and has seen each sentence but once. */
#define CANDIDATE_EPOCH 1
/* Weights beyond this many times their root mean square are cut to it. */
#define CLIP 10

typedef gint16 WeightRow[HEARSAY_N_ACTIONS];

typedef struct
{
  WeightRow *weights; /* by hash, while features are chosen; then %NULL */
  HearsayPerceptron *perceptron;
  guint beam;
  HearsayParserSpace space;
  HearsayState gold; /* points into a block of its own */
  HearsayState replay;
  guint16 *extra;
  GArray *trace;
  guint n_updates;
} Trainer;

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
  const Trainer *self = data;
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

static Trainer *
trainer_new (void)
{
  Trainer *self = g_new0 (Trainer, 1);
  gsize block = (gsize) HEARSAY_STATE_N_ARRAYS * (HEARSAY_PARSER_MAX_LENGTH + 8);

  self->weights = g_new0 (WeightRow, 1u << N_ROWS_BITS);
  self->perceptron = hearsay_perceptron_new (HEARSAY_N_ACTIONS);
  self->beam = BEAM;
  self->extra = g_new0 (guint16, 2 * block);
  init_state (&self->gold, self->extra);
  init_state (&self->replay, self->extra + block);
  self->trace = g_array_new (FALSE, FALSE, sizeof (HearsayTrace));
  return self;
}

static void
trainer_free (Trainer *self)
{
  hearsay_parser_space_clear (&self->space);
  g_array_unref (self->trace);
  g_free (self->extra);
  g_free (self->weights);
  hearsay_perceptron_free (self->perceptron);
  g_free (self);
}

/* Adds @delta to the weights of one transition, or notes that its features matter. */
static void
change_step (Trainer *self,
             guint8   action,
             int      delta)
{
  guint32 features[HEARSAY_PARSER_MAX_FEATURES];
  guint32 rows[HEARSAY_PARSER_MAX_FEATURES];
  guint n = hearsay_state_features (&self->replay, self->space.nodes, features);

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
change (Trainer      *self,
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
append_trace (Trainer      *self,
              HearsayState *state,
              guint8        action)
{
  HearsayTrace entry = { state->trace, action };

  g_array_append_val (self->trace, entry);
  state->trace = (gint32) self->trace->len - 1;
}

static guint
read_trace (const Trainer *self,
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
advance_gold (Trainer      *self,
              const guint8 *actions,
              guint         step)
{
  guint32 features[HEARSAY_PARSER_MAX_FEATURES];
  HearsayScores scores = { 0 };
  guint n;

  if (hearsay_state_is_over (&self->gold, self->space.n))
    return;
  n = hearsay_state_features (&self->gold, self->space.nodes, features);
  add (self, features, n, &scores);
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
is_gold (const Trainer      *self,
         const HearsayState *state)
{
  return state->next == self->gold.next && state->n_stack == self->gold.n_stack &&
         memcmp (state->head, self->gold.head, MIN (state->next, self->space.n + 1) * sizeof (guint16)) == 0;
}

/* One step of the search; notes where the best partial parse is furthest above the right one. */
static gboolean
step_beam (Trainer       *self,
           HearsayState **states,
           HearsayState **others,
           guint         *n_states,
           guint          step,
           Worst         *worst)
{
  const HearsayScorer scorer = { add, NULL, self };
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
  if ((*states)[0].score - self->gold.score >= worst->violation && !is_gold (self, &(*states)[0]))
    *worst = (Worst) { (*states)[0].score - self->gold.score, step + 1, (*states)[0].trace };
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

/* @keep: (nullable): the sentence that takes the parses as candidates */
static void
train_sentence (Trainer         *self,
                const guint8    *gold_actions,
                guint            n_gold,
                HearsayTreebankSentence *keep)
{
  HearsayState *states = self->space.states;
  HearsayState *others = states + HEARSAY_PARSER_MAX_BEAM;
  guint8 actions[2 * HEARSAY_PARSER_MAX_LENGTH + 2];
  Worst worst = { 0, 0, -1 };
  gboolean going = TRUE;
  guint n_states = 1;
  guint same = 0;
  guint n;

  hearsay_state_reset (&states[0], self->space.n);
  hearsay_state_reset (&self->gold, self->space.n);
  g_array_set_size (self->trace, 0);
  for (guint step = 0; going || !hearsay_state_is_over (&self->gold, self->space.n); step++)
    {
      advance_gold (self, gold_actions, step);
      going = step_beam (self, &states, &others, &n_states, step, &worst);
    }
  if (keep != NULL)
    keep_candidates (states, n_states, keep);
  if (self->weights == NULL)
    hearsay_perceptron_step (self->perceptron);
  if (worst.trace < 0)
    return;
  n = read_trace (self, worst.trace, actions);
  while (same < MIN (n, n_gold) && actions[same] == gold_actions[same])
    same++;
  change (self, gold_actions, same, MIN (worst.step, n_gold), 1);
  change (self, actions, same, n, -1);
  self->n_updates++;
}

static GPtrArray *
make_oracles (const HearsayTreebank *treebank)
{
  GPtrArray *oracles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; i < treebank->sentences->len; i++)
    g_ptr_array_add (oracles, hearsay_oracle_actions (&hearsay_treebank_get (treebank, i)->gold));
  return oracles;
}

static void
run_epoch (Trainer    *trainer,
           HearsayFit *fit,
           GPtrArray  *oracles,
           guint32    *order,
           guint64    *seed,
           gboolean    keep)
{
  guint n = fit->train->sentences->len;

  trainer->n_updates = 0;
  hearsay_fit_shuffle (order, n, seed);
  for (guint i = 0; i < n; i++)
    {
      HearsayTreebankSentence *sentence = hearsay_treebank_get (fit->train, order[i]);
      const GByteArray *oracle = oracles->pdata[order[i]];

      if (oracle->len == 0)
        continue;
      hearsay_parser_space_prepare (&trainer->space, sentence->traits + 3, sentence->silver.xpos,
                                    sentence->silver.upos, sentence->gold.n);
      train_sentence (trainer, oracle->data, oracle->len, keep ? sentence : NULL);
    }
  g_print ("parser: %u of %u sentences corrected\n", trainer->n_updates, n);
}

static Trainer *
run_epochs (HearsayFit *fit,
            guint       n_epochs)
{
  g_autoptr (GPtrArray) oracles = make_oracles (fit->train);
  guint n = fit->train->sentences->len;
  g_autofree guint32 *order = g_new (guint32, n);
  guint64 seed = fit->seed;
  Trainer *trainer = trainer_new ();

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < N_SELECT_EPOCHS; epoch++)
    run_epoch (trainer, fit, oracles, order, &seed, FALSE);
  g_clear_pointer (&trainer->weights, g_free);
  g_print ("parser: %u features\n", hearsay_perceptron_freeze (trainer->perceptron, MIN_COUNT));
  for (guint epoch = 0; epoch < n_epochs; epoch++)
    run_epoch (trainer, fit, oracles, order, &seed, epoch == CANDIDATE_EPOCH);
  fit->has_candidates = TRUE;
  return trainer;
}

/**
 * hearsay_fit_parser:
 *
 * Fits the parser on the training sentences with jackknifed tags: a structured
 * perceptron with beam search that is corrected where the search went most
 * wrong (max-violation, Huang et al. 2012).
 */
gboolean
hearsay_fit_parser (HearsayFit  *fit,
                    GError     **error)
{
  const guint32 beam = GUINT32_TO_LE (BEAM);
  g_autoptr (GBytes) beam_section = g_bytes_new (&beam, sizeof beam);
  g_autoptr (GBytes) section = NULL;
  Trainer *trainer;

  if (!hearsay_fit_tag_train (fit, error))
    return FALSE;
  trainer = run_epochs (fit, N_EPOCHS);
  section = hearsay_perceptron_pack_quads (trainer->perceptron, CLIP, MIN_WEIGHT);
  hearsay_model_builder_add (fit->builder, "parse.weights", section);
  hearsay_model_builder_add (fit->builder, "parse.beam", beam_section);
  g_print ("parser: %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (section));
  trainer_free (trainer);
  return TRUE;
}

/**
 * hearsay_fit_candidates:
 *
 * Gives every training sentence the trees that a parser finds which has seen it
 * once at most; done already where the parser was fitted in the same run.
 */
gboolean
hearsay_fit_candidates (HearsayFit  *fit,
                        GError     **error)
{
  if (fit->has_candidates)
    return TRUE;
  if (!hearsay_fit_tag_train (fit, error))
    return FALSE;
  trainer_free (run_epochs (fit, CANDIDATE_EPOCH + 1));
  return TRUE;
}
