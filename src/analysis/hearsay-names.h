/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-closed.h"
#include "analysis/hearsay-kind.h"
#include "analysis/hearsay-lexicon.h"

G_BEGIN_DECLS

/* What the words of a name alone say about it. */
typedef enum
{
  HEARSAY_NAME_KNOWN,        /* a table has it */
  HEARSAY_NAME_PERSON,       /* a first name, an initial or a title says so */
  HEARSAY_NAME_ORGANIZATION, /* a head word says so */
  HEARSAY_NAME_ACRONYM,      /* capitals only */
  HEARSAY_NAME_SINGLE,       /* one capitalised word */
  HEARSAY_NAME_UNSURE,       /* several */
} HearsayNameClass;

/**
 * HearsayName:
 * @start: byte offset
 * @end: byte offset behind it
 * @first: its first token
 * @last: its last token
 * @title: the title's first token, or @first where there is none
 * @known: (nullable): what the tables say, for %HEARSAY_NAME_KNOWN
 * @gender: what first name and title say
 * @ground: what its class was decided by in the end
 *
 * A stretch of text that may name an actor. A part of a hyphenated word is a
 * name of its own, with the same token.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first;
  guint32 last;
  guint32 title;
  HearsayNameClass class;
  HearsayGender gender;
  HearsayGround ground;
  const HearsayKnownName *known;
} HearsayName;

GArray *hearsay_names_find (const HearsayClosed *closed,
                            const guint8        *taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
