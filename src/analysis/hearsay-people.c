/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-people.h"

#include "analysis/hearsay-actors.h"
#include "analysis/hearsay-said-on.h"
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

      hearsay_analysis_statement (analysis, i)->speaker =
        hearsay_actors_resolve (actors, attribution->source, speaker_of (analysis, attribution->parent));
    }
}

/**
 * hearsay_people_find:
 * @analysis: with one statement for each of @attributions
 * @text: its text
 * @attributions: (nullable): %NULL for a text that is not English: then only given actors are there
 * @input: what the analyzer was given
 *
 * Finds who is who, when, and where they stand, in linear time.
 */
void
hearsay_people_find (HearsayAnalysis            *analysis,
                     const HearsayText          *text,
                     const HearsayAttributions  *attributions,
                     const HearsayAnalyzerInput *input)
{
  g_autoptr (HearsayClosed) closed = NULL;
  g_autoptr (HearsayActors) actors = NULL;
  g_autoptr (GArray) times = NULL;

  g_return_if_fail (analysis != NULL && text != NULL && input != NULL);
  g_return_if_fail (attributions == NULL || attributions->items->len == analysis->statements->len);

  closed = hearsay_closed_new (text);
  actors = hearsay_actors_new (closed, input->actors, input->n_actors);
  if (attributions != NULL)
    {
      hearsay_actors_find (actors);
      resolve_speakers (analysis, actors, attributions);
      hearsay_actors_settle (actors);
      times = hearsay_times_find (closed, input->published);
      hearsay_times_emit (text, times, analysis);
      hearsay_said_on_find (analysis, closed, attributions, times);
    }
  hearsay_actors_emit (actors, analysis);
}
