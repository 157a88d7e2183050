/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What follows a cue and so may be its content. */
typedef enum
{
  HEARSAY_FRAME_NONE,   /* nothing that could be said */
  HEARSAY_FRAME_FRONT,  /* the content stands before: “…,” she said */
  HEARSAY_FRAME_QUOTE,  /* a quotation */
  HEARSAY_FRAME_COLON,  /* a colon without a quotation */
  HEARSAY_FRAME_THAT,
  HEARSAY_FRAME_CLAUSE, /* a clause without “that” */
  HEARSAY_FRAME_WH,     /* “whether”, “how”, … */
  HEARSAY_FRAME_TO,     /* an infinitive */
  HEARSAY_FRAME_ING,
  HEARSAY_FRAME_ADJECTIVE,
  HEARSAY_FRAME_OBJECT, /* a noun phrase */
  HEARSAY_FRAME_OBJECT_THAT, /* somebody, then: told reporters that */
  HEARSAY_FRAME_OBJECT_CLAUSE,
  HEARSAY_FRAME_OBJECT_QUOTE,
  HEARSAY_FRAME_OBJECT_WH,
  HEARSAY_FRAME_OBJECT_TO,
  HEARSAY_FRAME_OBJECT_OF,
  HEARSAY_FRAME_OBJECT_FOR,
  HEARSAY_FRAME_OBJECT_AS,
  HEARSAY_FRAME_OBJECT_ABOUT,
  HEARSAY_FRAME_OF,
  HEARSAY_FRAME_ABOUT,
  HEARSAY_FRAME_FOR,
  HEARSAY_FRAME_AS,
  HEARSAY_FRAME_WITH,
  HEARSAY_FRAME_ON,
  HEARSAY_FRAME_AGAINST,
  HEARSAY_FRAME_IN,
  HEARSAY_FRAME_AT,
  HEARSAY_FRAME_OTHER, /* another preposition */
  HEARSAY_N_FRAMES
} HearsayFrame;

typedef enum
{
  HEARSAY_CUE_VERB,
  HEARSAY_CUE_PASSIVE, /* a verb in the passive voice */
  HEARSAY_CUE_NOUN,
  HEARSAY_CUE_ADJECTIVE,
  HEARSAY_N_CUE_KINDS
} HearsayCueKind;

typedef struct _HearsayCue HearsayCue;

const HearsayCue *hearsay_cues_find       (HearsayCueKind     kind,
                                           const char        *lower);
float             hearsay_cues_get_weight (const HearsayCue  *cue,
                                           HearsayFrame       frame);
const char       *hearsay_cues_get_lemma  (const HearsayCue  *cue);
const char       *hearsay_frame_get_name  (HearsayFrame       frame);

G_END_DECLS
