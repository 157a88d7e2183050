/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-actors.h"
#include "analysis/hearsay-attitudes.h"
#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-issues.h"

G_BEGIN_DECLS

/**
 * HearsayScene:
 * @xpos: HearsayXpos of every token
 * @words: (element-type HearsayCueWord): words of attitude
 * @statements: of every token: the outermost attribution in whose content it stands, or -1
 *
 * What is known of a text when it is asked where its people stand. All borrowed.
 */
typedef struct
{
  const HearsayClosed *closed;
  const guint8 *xpos;
  HearsayActors *actors;
  const HearsayAttributions *attributions;
  const HearsayIssues *issues;
  const GArray *words;
  const gint32 *statements;
} HearsayScene;

/* Scores at least as strong as these are shown, and shown as sure. Set on training data for 80 % precision. */
#define HEARSAY_STANCE_SHOWN 0.15f
#define HEARSAY_STANCE_SURE 0.42f

void  hearsay_stances_find      (const HearsayScene *scene,
                                 HearsayAnalysis    *analysis);
void  hearsay_relations_find    (const HearsayScene *scene,
                                 HearsayAnalysis    *analysis);
float hearsay_stance_confidence (float               score);
float hearsay_stance_separation (const HearsayScene *scene,
                                 guint32             from,
                                 guint32             to);

G_END_DECLS
