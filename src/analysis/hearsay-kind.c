/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-kind.h"

/* Of the mentions of actors in the training part of GUM whose kind was decided on
 * each ground, and which the annotators marked as anything, the share that has this
 * kind; with one right and one wrong one added (Laplace's rule), so that a half
 * stands where nothing was counted. Kinds: person, organization, country, group.
 * The grounds “none” and “phrase” show in sources alone and were counted there.
 * hearsay-train --evaluate prints how well it holds in the part for development. */
static const float confidences[HEARSAY_N_GROUNDS][HEARSAY_N_ACTOR_KINDS] = {
  [HEARSAY_GROUND_NONE] = { 0.39f, 0.22f, 0.50f, 0.50f },
  [HEARSAY_GROUND_PHRASE] = { 0.50f, 0.83f, 0.50f, 0.94f },
  [HEARSAY_GROUND_TABLE] = { 0.50f, 0.93f, 0.82f, 0.69f },
  [HEARSAY_GROUND_WORDS] = { 0.94f, 0.90f, 0.50f, 0.50f },
  [HEARSAY_GROUND_BESIDE] = { 0.51f, 0.77f, 0.50f, 0.50f },
  [HEARSAY_GROUND_BEARER] = { 0.63f, 0.50f, 0.50f, 0.50f },
  [HEARSAY_GROUND_LEAD] = { 0.55f, 0.35f, 0.50f, 0.50f },
  [HEARSAY_GROUND_CLEAR_LEAD] = { 0.69f, 0.83f, 0.50f, 0.50f },
};

/**
 * hearsay_ground_get_confidence:
 *
 * Returns: the probability that an actor of @kind is one, where @ground decided; 0 to 1
 */
float
hearsay_ground_get_confidence (HearsayGround    ground,
                               HearsayActorKind kind)
{
  g_return_val_if_fail ((guint) ground < HEARSAY_N_GROUNDS && (guint) kind < HEARSAY_N_ACTOR_KINDS, 0.0f);

  return confidences[ground][kind];
}
