/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser.h"

#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-parser-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A parse whose score is farther than this behind the best one's is given up: it wins too seldom to be worth its time. */
#define BEAM_MARGIN 140.0f

/**
 * hearsay_parser_load:
 * @self: (out): a view that is valid as long as @model
 *
 * The section “parse.beam” holds the width of the beam, 4 bytes.
 *
 * Returns: whether @model has a parser
 */
gboolean
hearsay_parser_load (HearsayParser       *self,
                     const HearsayModel  *model,
                     GError             **error)
{
  const guint8 *beam;
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  beam = hearsay_model_require (model, "parse.beam", 4, &size, error);
  if (beam == NULL || !hearsay_quads_load (&self->weights, model, "parse.weights", error) ||
      !hearsay_pruner_load (&self->pruner, model, error))
    return FALSE;
  self->beam = hearsay_model_get_u32 (beam);
  if (self->beam < 1 || self->beam > HEARSAY_PARSER_MAX_BEAM)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), "parse.beam");
      return FALSE;
    }
  return TRUE;
}

G_STATIC_ASSERT (HEARSAY_N_ACTIONS == 4);

/* Keeps the best @beam candidates in falling order; of equals the one that came first. */
static inline guint
insert (HearsayCandidate *candidates,
        guint             n,
        guint             beam,
        HearsayCandidate  candidate)
{
  guint i;

  if (n == beam && candidates[n - 1].score >= candidate.score)
    return n;
  for (i = n < beam ? n : n - 1; i > 0 && candidates[i - 1].score < candidate.score; i--)
    candidates[i] = candidates[i - 1];
  candidates[i] = candidate;
  return n < beam ? n + 1 : n;
}

/* What a beam's states look at, and which transitions they have; of those that are not over, one behind the other. */
typedef struct
{
  HearsayPlace places[HEARSAY_PARSER_MAX_BEAM];
  guint allowed[HEARSAY_PARSER_MAX_BEAM];
  guint n;
} Outlook;

static void
look_around (const HearsayState       *states,
             guint                     n_states,
             const HearsayParserSpace *space,
             Outlook                  *outlook)
{
  outlook->n = 0;
  for (guint i = 0; i < n_states; i++)
    {
      if (hearsay_state_is_over (&states[i], space->n))
        continue;
      outlook->places[outlook->n] = hearsay_place_find (&states[i], space->nodes);
      outlook->allowed[outlook->n++] = hearsay_state_allowed (&states[i], space->n);
    }
}

/* Whether a state without rivals has one likely transition alone: that needs no score, as there is nothing to compare with. */
static gboolean
is_decided (const HearsayScorer *scorer,
            guint                n_states,
            Outlook             *outlook)
{
  if (scorer->pruner == NULL || n_states > 1)
    return FALSE;
  if (!hearsay_is_single (outlook->allowed[0]))
    outlook->allowed[0] = hearsay_pruner_look (scorer->pruner, &outlook->places[0], outlook->allowed[0]);
  return hearsay_is_single (outlook->allowed[0]);
}

/**
 * hearsay_parser_expand:
 * @states: (array length=n_states): a beam, of which one state at least is not over
 * @candidates: (out) (array length=beam): the best continuations, best first
 *
 * Scores every transition of every state, but those that the pruner rules out. A state that is
 * over stays as it is.
 *
 * Returns: how many candidates there are
 */
guint
hearsay_parser_expand (const HearsayState  *states,
                       guint                n_states,
                       HearsayParserSpace  *space,
                       const HearsayScorer *scorer,
                       guint                beam,
                       HearsayCandidate    *candidates)
{
  HearsayScores scores[HEARSAY_PARSER_MAX_BEAM] = { { 0 } };
  Outlook outlook;
  guint next = 0;
  guint n = 0;

  look_around (states, n_states, space, &outlook);
  if (!is_decided (scorer, n_states, &outlook))
    hearsay_places_score (outlook.places, outlook.n, space, scorer, scores);
  for (guint i = 0; i < n_states; i++)
    {
      if (hearsay_state_is_over (&states[i], space->n))
        {
          n = insert (candidates, n, beam, (HearsayCandidate) { states[i].score, (guint16) i, HEARSAY_N_ACTIONS });
          continue;
        }
      for (guint action = 0; action < HEARSAY_N_ACTIONS; action++)
        {
          if ((outlook.allowed[next] >> action & 1) != 0)
            n = insert (candidates, n, beam,
                        (HearsayCandidate) { states[i].score + scores[next][action], (guint16) i, (guint8) action });
        }
      next++;
    }
  return n;
}

/* A state goes on as another: its last heir takes its memory, the others a copy. */
static void
inherit (HearsayState *heir,
         HearsayState *state,
         gboolean      is_last,
         guint         n)
{
  HearsayState old = *heir;

  if (is_last)
    {
      *heir = *state;
      *state = old;
    }
  else
    hearsay_state_copy (heir, state, n);
}

/**
 * hearsay_parser_search:
 * @space: as hearsay_parser_space_prepare() leaves it
 * @finished: (out) (transfer none): finished parses, best first; valid until the next search
 *
 * Returns: how many there are, one at least
 */
guint
hearsay_parser_search (const HearsayParser *self,
                       HearsayParserSpace  *space,
                       const HearsayState **finished)
{
  HearsayState *states = space->states;
  HearsayState *others = space->states + HEARSAY_PARSER_MAX_BEAM;
  const HearsayScorer scorer = { &self->weights, NULL, NULL, &self->pruner };
  gint32 margin = (gint32) MIN (BEAM_MARGIN / self->weights.scale, 1e9f);
  guint n_states = 1;

  hearsay_state_reset (&states[0], space->n);
  for (gboolean going = space->n > 0; going;)
    {
      HearsayCandidate candidates[HEARSAY_PARSER_MAX_BEAM];
      guint8 n_heirs[HEARSAY_PARSER_MAX_BEAM] = { 0 };
      HearsayState *old = states;

      n_states = hearsay_parser_expand (states, n_states, space, &scorer, self->beam, candidates);
      while (n_states > 1 && candidates[n_states - 1].score < candidates[0].score - margin)
        n_states--;
      going = FALSE;
      for (guint i = 0; i < n_states; i++)
        n_heirs[candidates[i].state]++;
      for (guint i = 0; i < n_states; i++)
        {
          inherit (&others[i], &states[candidates[i].state], --n_heirs[candidates[i].state] == 0, space->n);
          others[i].score = candidates[i].score;
          if (candidates[i].action < HEARSAY_N_ACTIONS)
            hearsay_state_apply (&others[i], (HearsayAction) candidates[i].action);
          going = going || !hearsay_state_is_over (&others[i], space->n);
        }
      states = others;
      others = old;
    }
  *finished = states;
  return n_states;
}

/**
 * hearsay_parser_run:
 * @space: memory of the calling thread
 * @traits: of all tokens, as hearsay_traits_fill_all() leaves them
 * @syntax: its tags are read, its heads set
 *
 * Finds each token's head by a beam search over arc-eager transitions. Linear time.
 */
void
hearsay_parser_run (const HearsayParser *self,
                    HearsayParserSpace  *space,
                    const HearsayTraits *traits,
                    HearsaySyntax       *syntax)
{
  gint32 root = -1;

  g_return_if_fail (self != NULL);
  g_return_if_fail (syntax != NULL);

  for (guint first = 0; first < syntax->n; first += HEARSAY_PARSER_MAX_LENGTH)
    {
      guint n = MIN (syntax->n - first, HEARSAY_PARSER_MAX_LENGTH);
      const HearsayState *states;

      hearsay_parser_space_prepare (space, traits + 3 + first, syntax->xpos + first, syntax->upos + first, n);
      hearsay_parser_search (self, space, &states);
      hearsay_state_take_heads (&states[0], n, syntax->head + first, (gint32) first, &root);
    }
}
