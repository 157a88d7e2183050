/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"

G_BEGIN_DECLS

/**
 * HearsayTie:
 * @statement: the caller's index of the statement, handed back with the edges of a network
 * @article: the caller's index of the article
 * @paragraph: in that article
 * @holder: entity who holds the stance (the speaker, or whom the speaker names)
 * @target: entity the stance is toward
 * @position: neutral where it is not sure
 * @said_on: unset when unknown
 *
 * One stance of one statement, as networks are counted from. Which entities the
 * numbers mean is said by whoever hands ties on.
 */
typedef struct
{
  guint32 statement;
  guint32 article;
  guint32 paragraph;
  guint32 holder;
  guint32 target;
  HearsayPosition position;
  HearsayDate said_on;
} HearsayTie;

/**
 * HearsayTieMention:
 *
 * One entity named in one paragraph of one article; @statement is the caller's
 * index of the statement it stands in, or G_MAXUINT32.
 */
typedef struct
{
  guint32 entity;
  guint32 article;
  guint32 paragraph;
  guint32 statement;
} HearsayTieMention;

G_END_DECLS
