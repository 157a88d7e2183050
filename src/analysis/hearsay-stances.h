/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-actors.h"
#include "analysis/hearsay-attitudes.h"
#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-issues.h"
#include "analysis/hearsay-stance-model.h"

G_BEGIN_DECLS

/**
 * HearsayScene:
 * @xpos: HearsayXpos of every token
 * @words: (element-type HearsayCueWord): words of attitude
 * @syntax: tags and trees of every token
 * @reader: (nullable): the fitted model; without it rules alone decide
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
  const HearsaySyntax *syntax;
  const HearsayStanceReader *reader;
} HearsayScene;

/* Scores at least as strong as these are shown, and shown as sure. Set on training data for 80 % precision. */
#define HEARSAY_STANCE_SHOWN 0.15f
#define HEARSAY_STANCE_SURE 0.42f
/* The same where only words inside of what was said show it: they describe more often than they judge. */
#define HEARSAY_STANCE_SURE_CONTENT 0.47f

void  hearsay_stances_find      (const HearsayScene *scene,
                                 HearsayAnalysis    *analysis);
void  hearsay_relations_find    (const HearsayScene *scene,
                                 HearsayAnalysis    *analysis);
void  hearsay_relations_ask     (const HearsayScene *scene,
                                 HearsayAnalysis    *analysis);
void  hearsay_stance_mend       (const HearsayStanceReader *reader,
                                 HearsayStancePlace         holder,
                                 HearsayStancePlace         target,
                                 HearsayStanceVerdict      *verdict,
                                 float                     *score);
float hearsay_stance_confidence (float               score);
float hearsay_stance_separation (const HearsayScene *scene,
                                 guint32             from,
                                 guint32             to);
gboolean hearsay_stance_is_modifier (const HearsayScene   *scene,
                                     const HearsayMention *mention);
guint    hearsay_stance_prepositions (const HearsayScene  *scene,
                                      guint32              first,
                                      guint32              end);
gboolean hearsay_stance_is_in_reason (const HearsayScene  *scene,
                                      guint32              first,
                                      guint32              end);

G_END_DECLS
