/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-people.h"

#include <string.h>

#include "analysis/hearsay-actors.h"
#include "analysis/hearsay-agreements.h"
#include "analysis/hearsay-attitudes.h"
#include "analysis/hearsay-deeds.h"
#include "analysis/hearsay-issues.h"
#include "analysis/hearsay-said-on.h"
#include "analysis/hearsay-stances.h"
#include "analysis/hearsay-times.h"

static gint32
speaker_of (const HearsayAnalysis *analysis,
            gint32                 statement)
{
  return statement >= 0 && (guint) statement < analysis->statements->len
           ? hearsay_analysis_statement (analysis, statement)->speaker : -1;
}

/* Each statement's speaker; “I” in another's words is that other. */
static void
resolve_speakers (HearsayAnalysis           *analysis,
                  HearsayActors             *actors,
                  const HearsayAttributions *attributions)
{
  for (guint i = 0; i < attributions->items->len; i++)
    {
      const HearsayAttribution *attribution = hearsay_attributions_get (attributions, i);

      HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      statement->speaker = hearsay_actors_resolve (actors, attribution->source, speaker_of (analysis, attribution->parent));
      if (hearsay_span_is_empty (attribution->source))
        continue;
      statement->resolved = actors->resolved;
      if (!hearsay_span_is_empty (actors->antecedent))
        statement->antecedent = hearsay_text_to_span (actors->closed->text, actors->antecedent.start, actors->antecedent.end);
    }
}

/* Of every token the outermost attribution in whose content it stands: no token is gone over twice. */
static gint32 *
map_statements (const HearsayText         *text,
                const HearsayAttributions *attributions)
{
  gint32 *statement = g_new (gint32, text->n_tokens + 1);

  memset (statement, -1, (text->n_tokens + 1) * sizeof *statement);
  for (guint i = 0; i < attributions->items->len; i++)
    {
      const HearsayAttribution *attribution = hearsay_attributions_get (attributions, i);
      const HearsaySpan *contents = hearsay_attributions_contents (attributions, attribution);

      if (attribution->parent >= 0)
        continue;
      for (guint32 k = 0; k < attribution->n_contents; k++)
        for (guint32 t = hearsay_text_find_token (text, contents[k].start);
             t < text->n_tokens && text->tokens[t].start < contents[k].end; t++)
          {
            if (statement[t] >= 0)
              break;
            statement[t] = (gint32) i;
          }
    }
  return statement;
}

/* What is argued about, and where the speakers stand. */
static void
find_positions (HearsayAnalysis            *analysis,
                const HearsayClosed        *closed,
                HearsayActors              *actors,
                const HearsayAttributions  *attributions,
                const HearsayStanceReader  *reader,
                const HearsayAnalyzerInput *input)
{
  const guint8 *xpos = actors->syntax->xpos;
  g_autofree gint32 *speakers = g_new (gint32, analysis->statements->len + 1);
  HearsayIssueSource source = { analysis->title, reader->wordlist, actors->syntax, speakers, input->issues, input->n_issues };
  g_autofree gint32 *statements = map_statements (closed->text, attributions);
  g_autoptr (HearsayIssues) issues = NULL;
  g_autoptr (GArray) words = hearsay_attitudes_find (closed, xpos);
  HearsayScene scene = { closed, xpos, actors, attributions, NULL, words, statements, actors->syntax, reader->model != NULL ? reader : NULL };

  for (guint i = 0; i < analysis->statements->len; i++)
    speakers[i] = hearsay_analysis_statement (analysis, i)->speaker;
  scene.issues = issues = hearsay_issues_find (closed, xpos, statements, &source);
  hearsay_issues_emit (issues, closed->text, analysis);
  hearsay_stances_find (&scene, analysis);
  if (scene.reader != NULL)
    hearsay_relations_ask (&scene, analysis);
  else
    hearsay_relations_find (&scene, analysis);
  hearsay_deeds_find (&scene, analysis);
  hearsay_agreements_find (&scene, analysis);
}

/**
 * hearsay_people_find:
 * @analysis: with one statement for each of @attributions
 * @text: its text
 * @syntax: (nullable): tags and trees of all tokens, with the attributions
 * @attributions: (nullable): %NULL for a text that is not English: then only given actors are there
 * @reader: (nullable): the fitted model of stances before this text, with the attributions
 * @input: what the analyzer was given
 *
 * Finds who is who, when, and where they stand, in linear time.
 */
void
hearsay_people_find (HearsayAnalysis            *analysis,
                     const HearsayText          *text,
                     const HearsaySyntax        *syntax,
                     const HearsayAttributions  *attributions,
                     const HearsayStanceReader  *reader,
                     const HearsayAnalyzerInput *input)
{
  g_autoptr (HearsayClosed) closed = NULL;
  g_autoptr (HearsayActors) actors = NULL;
  g_autoptr (GArray) times = NULL;

  g_return_if_fail (analysis != NULL && text != NULL && input != NULL);
  g_return_if_fail (attributions == NULL || attributions->items->len == analysis->statements->len);
  g_return_if_fail (attributions == NULL || (syntax != NULL && reader != NULL && syntax->n == text->n_tokens));

  closed = hearsay_closed_new (text);
  actors = hearsay_actors_new (closed, syntax, input->actors, input->n_actors);
  if (attributions != NULL)
    {
      hearsay_actors_find (actors);
      resolve_speakers (analysis, actors, attributions);
      hearsay_actors_settle (actors);
      times = hearsay_times_find (closed, syntax, input->published);
      hearsay_times_emit (text, times, analysis);
      hearsay_said_on_find (analysis, closed, attributions, times);
      find_positions (analysis, closed, actors, attributions, reader, input);
    }
  hearsay_actors_emit (actors, analysis);
}
