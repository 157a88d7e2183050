/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

#include "model/hearsay-enums.h"

G_BEGIN_DECLS

/**
 * HearsayGround:
 * @HEARSAY_GROUND_NONE: somebody who speaks; nothing tells what the name is of
 * @HEARSAY_GROUND_PHRASE: the words for people or a body: “Chinese analysts”, “the city council”
 * @HEARSAY_GROUND_TABLE: a table has the name
 * @HEARSAY_GROUND_WORDS: a first name, initial or title; a head word (“Ministry”)
 * @HEARSAY_GROUND_BESIDE: an age, apposition or verb of speech beside the name
 * @HEARSAY_GROUND_BEARER: another name of the text has a word in common
 * @HEARSAY_GROUND_LEAD: the sentences around the name, just enough
 * @HEARSAY_GROUND_CLEAR_LEAD: more than enough
 *
 * What the kind of an actor was decided by.
 */
typedef enum
{
  HEARSAY_GROUND_NONE,
  HEARSAY_GROUND_PHRASE,
  HEARSAY_GROUND_TABLE,
  HEARSAY_GROUND_WORDS,
  HEARSAY_GROUND_BESIDE,
  HEARSAY_GROUND_BEARER,
  HEARSAY_GROUND_LEAD,
  HEARSAY_GROUND_CLEAR_LEAD,
} HearsayGround;

#define HEARSAY_N_GROUNDS 8

float hearsay_ground_get_confidence (HearsayGround    ground,
                                     HearsayActorKind kind);

G_END_DECLS
