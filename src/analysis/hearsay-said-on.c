/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-said-on.h"

#include "analysis/hearsay-times.h"

/* How many statements back the same speaker's date is still taken over. */
#define MAX_BACK 24

static guint
first_time_behind (const GArray *times,
                   guint32       byte)
{
  guint low = 0;
  guint high = times->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (times, HearsayTime, middle).start >= byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static gboolean
in_content (const HearsayAttributions *attributions,
            const HearsayAttribution  *attribution,
            const HearsayTime         *time)
{
  const HearsaySpan *contents = hearsay_attributions_contents (attributions, attribution);

  for (guint32 i = 0; i < attribution->n_contents; i++)
    if (contents[i].start <= time->start && time->end <= contents[i].end)
      return TRUE;
  return FALSE;
}

/* What happens on a day and is spoken at. */
static gboolean
is_event (const HearsayText *text,
          guint32            token)
{
  static const char *const events[] = {
    "briefing", "conference", "meeting", "interview", "speech", "debate", "rally", "statement", "address", "event",
    "hearing", "summit", "forum", "testimony", "session", "press", "media", "news", "talks", "lecture", "broadcast",
    "ceremony", "visit", "call", "remarks", "comments", "appearance", "announcement", "town", "convention",
  };

  for (guint i = 0; token < text->n_tokens && i < G_N_ELEMENTS (events); i++)
    if (hearsay_text_token_is (text, token, events[i]))
      return TRUE;
  return FALSE;
}

/* “Friday's media briefing”, “the Tuesday debate”. */
static HearsayBasis
basis_of (const HearsayText *text,
          const HearsayTime *time)
{
  guint32 k = time->last + 1;

  if (k < text->n_tokens && hearsay_text_token_is (text, k, "'s"))
    k++;
  for (guint32 n = 0; n < 3; n++)
    if (is_event (text, k + n) && text->tokens[k].sentence == text->tokens[time->last].sentence)
      return HEARSAY_BASIS_EVENT;
  return HEARSAY_BASIS_WORDS;
}

/* A date that says when something was said: day, week or month, not behind the publication. */
static gboolean
can_be_said_on (const HearsayTime *time,
                HearsayDate        published)
{
  if (time->type != HEARSAY_TIME_DATE && time->type != HEARSAY_TIME_TIME)
    return FALSE;
  if (time->date.precision < HEARSAY_PRECISION_MONTH)
    return FALSE;
  return published.precision < HEARSAY_PRECISION_DAY ||
         hearsay_date_first_day (time->date) <= hearsay_date_first_day (published);
}

static guint32
distance (const HearsayTime *time,
          HearsaySpan        cue)
{
  return time->start >= cue.end ? time->start - cue.end : cue.start >= time->end ? cue.start - time->end : 0;
}

/* The nearest date to the cue in the sentences it stands in, outside of what was said. */
static const HearsayTime *
find_own (const HearsayText         *text,
          const HearsayAttributions *attributions,
          const HearsayAttribution  *attribution,
          const GArray              *times,
          HearsayDate                published)
{
  const HearsaySentence *sentence = &text->sentences[attribution->sentence];
  HearsaySpan cue = hearsay_span_is_empty (attribution->cue) ? attribution->source : attribution->cue;
  const HearsayTime *best = NULL;

  if (hearsay_span_is_empty (cue))
    return NULL;
  for (guint i = first_time_behind (times, sentence->start); i < times->len; i++)
    {
      const HearsayTime *time = &g_array_index (times, HearsayTime, i);

      if (time->start >= sentence->end)
        break;
      if (!can_be_said_on (time, published) || in_content (attributions, attribution, time))
        continue;
      if (best == NULL || distance (time, cue) < distance (best, cue))
        best = time;
    }
  return best;
}

/* The last date in the sentence before, where it is in the same paragraph and outside quotations. */
static const HearsayTime *
find_before (const HearsayText        *text,
             const HearsayAttribution *attribution,
             const GArray             *times,
             HearsayDate               published)
{
  const HearsaySentence *sentence = &text->sentences[attribution->sentence];
  const HearsaySentence *before;

  if (attribution->sentence == 0)
    return NULL;
  before = sentence - 1;
  if (before->paragraph != sentence->paragraph)
    return NULL;
  for (guint i = first_time_behind (times, before->end); i > 0; i--)
    {
      const HearsayTime *time = &g_array_index (times, HearsayTime, i - 1);

      if (time->start < before->start)
        break;
      if (can_be_said_on (time, published) && time->date.precision >= HEARSAY_PRECISION_DAY && text->tokens[time->first].depth == 0)
        return time;
    }
  return NULL;
}

static void
set_date (HearsayAnalysisStatement *statement,
          const HearsayText        *text,
          const HearsayTime        *time,
          HearsayBasis              basis)
{
  statement->said_on = time->date;
  statement->said_on.basis = basis;
  statement->said_on_span = hearsay_text_to_span (text, time->start, time->end);
}

/* Statements of one speaker in one article are mostly of one occasion: the nearest that has its own date tells. */
static void
share_dates (HearsayAnalysis *analysis)
{
  guint n = analysis->statements->len;
  g_autofree HearsayDate *own = g_new0 (HearsayDate, n + 1);
  g_autofree HearsaySpan *spans = g_new0 (HearsaySpan, n + 1);

  for (guint i = 0; i < n; i++)
    {
      own[i] = hearsay_analysis_statement (analysis, i)->said_on;
      spans[i] = hearsay_analysis_statement (analysis, i)->said_on_span;
    }
  for (guint i = 0; i < n; i++)
    {
      HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      if (hearsay_date_is_set (statement->said_on) || statement->speaker < 0)
        continue;
      for (guint step = 1; step <= MAX_BACK && !hearsay_date_is_set (statement->said_on); step++)
        for (guint side = 0; side < 2; side++)
          {
            guint k = side == 0 ? i - step : i + step;

            if ((side == 0 && step > i) || k >= n || hearsay_date_is_set (statement->said_on) ||
                hearsay_analysis_statement (analysis, k)->speaker != statement->speaker || own[k].precision < HEARSAY_PRECISION_DAY)
              continue;
            statement->said_on = own[k];
            statement->said_on.basis = HEARSAY_BASIS_BEFORE;
            statement->said_on_span = spans[k];
          }
    }
}

/**
 * hearsay_said_on_find:
 * @analysis: with speakers; one statement for each of @attributions
 * @closed: its text with closed classes
 * @times: (element-type HearsayTime): its expressions of time
 *
 * When each statement was made: by words of its own sentence, else of the one
 * before, else by another statement of the same speaker, else the publication
 * date, else not known.
 */
void
hearsay_said_on_find (HearsayAnalysis           *analysis,
                      const HearsayClosed       *closed,
                      const HearsayAttributions *attributions,
                      const GArray              *times)
{
  g_return_if_fail (analysis != NULL && closed != NULL && attributions != NULL && times != NULL);
  g_return_if_fail (attributions->items->len == analysis->statements->len);

  for (guint i = 0; i < attributions->items->len; i++)
    {
      const HearsayAttribution *attribution = hearsay_attributions_get (attributions, i);
      HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);
      const HearsayTime *own = find_own (closed->text, attributions, attribution, times, analysis->published);
      const HearsayTime *before;

      if (own != NULL)
        {
          set_date (statement, closed->text, own, basis_of (closed->text, own));
          continue;
        }
      before = find_before (closed->text, attribution, times, analysis->published);
      if (before != NULL)
        set_date (statement, closed->text, before, HEARSAY_BASIS_BEFORE);
    }
  share_dates (analysis);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      if (!hearsay_date_is_set (statement->said_on) && hearsay_date_is_set (analysis->published))
        {
          statement->said_on = analysis->published;
          if (statement->said_on.precision > HEARSAY_PRECISION_DAY)
            {
              statement->said_on.precision = HEARSAY_PRECISION_DAY;
              statement->said_on.hour = statement->said_on.minute = 0;
            }
          statement->said_on.basis = HEARSAY_BASIS_PUBLICATION;
        }
    }
}
