/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser-private.h"

/* Transitions that are less likely than the best one by this factor's logarithm are ruled out. */
#define MARGIN 3.3f

/**
 * hearsay_pruner_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @model has one
 */
gboolean
hearsay_pruner_load (HearsayPruner       *self,
                     const HearsayModel  *model,
                     GError             **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!hearsay_quads_load (&self->weights, model, "parse.pruner", error))
    return FALSE;
  self->margin = (gint32) MIN (MARGIN / self->weights.scale, 1e9f);
  return TRUE;
}

/**
 * hearsay_pruner_look:
 * @allowed: bits of the transitions that are possible, at least one
 *
 * Returns: bits of those that are likely enough, at least one
 */
guint
hearsay_pruner_look (const HearsayPruner *self,
                     const HearsayPlace  *place,
                     guint                allowed)
{
  guint32 features[HEARSAY_PRUNER_N_FEATURES];
  guint32 places[HEARSAY_PRUNER_N_FEATURES];
  HearsayScores scores = { 0 };
  gint32 best = G_MININT32;
  guint likely = 0;

  hearsay_place_glance (place, features);
  self->weights.find (&self->weights, features, HEARSAY_PRUNER_N_FEATURES, places);
  self->weights.add (&self->weights, features, places, HEARSAY_PRUNER_N_FEATURES, &scores);
  for (guint action = 0; action < HEARSAY_N_ACTIONS; action++)
    {
      if ((allowed >> action & 1) != 0)
        best = MAX (best, scores[action]);
    }
  for (guint action = 0; action < HEARSAY_N_ACTIONS; action++)
    likely |= (guint) (scores[action] >= best - self->margin) << action;
  return likely & allowed;
}
