/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HearsayReasonKind:
 * @HEARSAY_REASON_CUE: the words of the cue
 * @HEARSAY_REASON_SOURCE: the words that name the source
 * @HEARSAY_REASON_CONTEXT: the two words on each side of the cue
 * @HEARSAY_REASON_QUOTATION: the quotation marks
 * @HEARSAY_REASON_STRUCTURE: how the sentence hangs together
 * @HEARSAY_REASON_RULES: what the rules find in the same place
 *
 * What may speak for a statement.
 */
typedef enum
{
  HEARSAY_REASON_CUE,
  HEARSAY_REASON_SOURCE,
  HEARSAY_REASON_CONTEXT,
  HEARSAY_REASON_QUOTATION,
  HEARSAY_REASON_STRUCTURE,
  HEARSAY_REASON_RULES,
} HearsayReasonKind;

#define HEARSAY_N_REASON_KINDS 6

/**
 * HearsayReason:
 * @effect: by how much the confidence in the statement falls when this is hidden
 *   from the fitted stages, -1 to 1; below 0 where it spoke against the statement
 */
typedef struct
{
  HearsayReasonKind kind;
  float effect;
} HearsayReason;

/* The names of the analysis document; never translated. */
const char *hearsay_reason_kind_to_string (HearsayReasonKind kind);

G_END_DECLS
