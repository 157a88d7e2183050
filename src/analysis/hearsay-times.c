/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-times-private.h"

/* Whether anything but a feast can be matched from @i on. What a sentence is full of is nothing of the kind. */
static gboolean
may_begin (const HearsayTimeScan *scan,
           guint32                i)
{
  static const char *const openers[] = { "a", "an", "current", "half", "the" };

  return scan->words[i].kind != HEARSAY_TIME_WORD_NONE ||
         (scan->text->tokens[i].flags & (HEARSAY_TOKEN_NUMBER | HEARSAY_TOKEN_PARTS)) != 0 ||
         hearsay_text_token_is_any (scan->text, i, openers, G_N_ELEMENTS (openers));
}

static guint32
match (HearsayTimeScan *scan,
       guint32          i,
       HearsayTime     *time)
{
  static guint32 (*const matchers[]) (HearsayTimeScan *, guint32, HearsayTime *) = {
    hearsay_time_match_digits, hearsay_time_match_clock, hearsay_time_match_month, hearsay_time_match_weekday,
    hearsay_time_match_word, hearsay_time_match_step, hearsay_time_match_set, hearsay_time_match_units,
    hearsay_time_match_ordinal, hearsay_time_match_the, hearsay_time_match_holiday, hearsay_time_match_reference, hearsay_time_match_season, hearsay_time_match_year,
    hearsay_time_match_part, hearsay_time_match_hyphenated,
  };

  if (!may_begin (scan, i))
    {
      memset (time, 0, sizeof *time);
      return hearsay_time_match_holiday (scan, i, time);
    }
  for (guint k = 0; k < G_N_ELEMENTS (matchers); k++)
    {
      guint32 end;

      memset (time, 0, sizeof *time);
      end = matchers[k] (scan, i, time);
      if (end > i)
        return end;
    }
  return 0;
}

/* “the end of” a year or month. */
static gboolean
has_edge_before (const HearsayTimeScan *scan,
                 guint32                i,
                 guint32                floor)
{
  return i >= floor + 3 && text_is (scan, i - 1, "of") && text_is (scan, i - 3, "the") &&
         (text_is (scan, i - 2, "end") || text_is (scan, i - 2, "beginning") || text_is (scan, i - 2, "middle") ||
          text_is (scan, i - 2, "start"));
}

/* The expression begins earlier where such words stand before it. */
static guint32
widen (const HearsayTimeScan *scan,
       guint32                first,
       guint32                floor,
       const HearsayTime     *time)
{
  HearsayTimeWord word = word_at (scan, first);
  guint32 i = first;

  if (i > floor && time->type == HEARSAY_TIME_DATE && word.kind != HEARSAY_TIME_WORD_WEEKDAY && word.kind != HEARSAY_TIME_WORD_DAY &&
      !g_str_has_suffix (time->value, "_REF") &&
      (text_is (scan, i - 1, "early") || text_is (scan, i - 1, "late") || text_is (scan, i - 1, "mid") ||
       (word.kind == HEARSAY_TIME_WORD_STEP && (text_is (scan, i - 1, "earlier") || text_is (scan, i - 1, "later")))))
    i--;
  if (i > floor && (text_is (scan, i - 1, "late") || text_is (scan, i - 1, "early") || text_is (scan, i - 1, "earlier")) &&
      word.kind == HEARSAY_TIME_WORD_DAY && word.value == -1)
    i--;
  if (i > floor && text_is (scan, i - 1, "the") &&
      (word.kind == HEARSAY_TIME_WORD_ORDINAL || text_is (scan, first, "year-earlier") || text_is (scan, first, "year-ago") ||
       (word.kind == HEARSAY_TIME_WORD_NUMBER && time->type == HEARSAY_TIME_DURATION) || word.kind == HEARSAY_TIME_WORD_DECADE ||
       (word.kind == HEARSAY_TIME_WORD_STEP && strcmp (time->value, "PRESENT_REF") != 0) ||
       word.kind == HEARSAY_TIME_WORD_SEASON || word.kind == HEARSAY_TIME_WORD_PART))
    i--;
  if (i == first && i > floor && time->type != HEARSAY_TIME_SET && strchr (time->value, 'P') != NULL &&
      (text_is (scan, i - 1, "almost") || text_is (scan, i - 1, "nearly")))
    return i - 1;
  if (i > floor + 1 && time->type == HEARSAY_TIME_DURATION && text_is (scan, i - 1, "least") && text_is (scan, i - 2, "at") &&
      scan->text->tokens[first].flags & HEARSAY_TOKEN_NUMBER)
    return i - 2;
  return time->type == HEARSAY_TIME_DATE && has_edge_before (scan, i, floor) ? i - 3 : i;
}

static void
scan_sentence (HearsayTimeScan       *scan,
               const HearsaySentence *sentence)
{
  guint32 floor = sentence->first_token;

  scan->limit = sentence->first_token + sentence->n_tokens;
  for (guint32 i = sentence->first_token; i < scan->limit;)
    {
      HearsayTime time;
      guint32 end = match (scan, i, &time);

      if (end == 0)
        {
          i++;
          continue;
        }
      time.first = widen (scan, i, floor, &time);
      time.last = end - 1;
      time.start = scan->text->tokens[time.first].start;
      time.end = scan->text->tokens[time.last].end;
      g_array_append_val (scan->times, time);
      i = floor = end;
    }
}

/**
 * hearsay_times_find:
 * @closed: a text with its closed classes
 * @syntax: its tags and trees: the tense of verbs tells whether “Friday” is past
 * @published: what “Friday” is counted from, or unset: then such values keep their X
 *
 * Finds every expression of time, in linear time. The values are TIMEX3's.
 *
 * Returns: (transfer full) (element-type HearsayTime): in text order
 */
GArray *
hearsay_times_find (const HearsayClosed *closed,
                    const HearsaySyntax *syntax,
                    HearsayDate          published)
{
  HearsayTimeScan scan;

  g_return_val_if_fail (closed != NULL, NULL);

  scan = (HearsayTimeScan) {
    .text = closed->text,
    .closed = closed,
    .syntax = syntax,
    .words = g_new0 (HearsayTimeWord, closed->text->n_tokens + 1),
    .times = g_array_new (FALSE, FALSE, sizeof (HearsayTime)),
  };
  hearsay_clock_init (&scan.clock, published);
  for (guint32 i = 0; i < closed->text->n_tokens; i++)
    if (closed->text->tokens[i].flags & HEARSAY_TOKEN_WORD)
      scan.words[i] = hearsay_time_word (hearsay_text_word (closed->text, i),
                                         (closed->text->tokens[i].flags & HEARSAY_TOKEN_CAPITALISED) != 0);
  for (guint32 i = 0; i < closed->text->n_sentences; i++)
    scan_sentence (&scan, &closed->text->sentences[i]);
  g_free (scan.words);
  return scan.times;
}

/**
 * hearsay_times_emit:
 * @times: (element-type HearsayTime): what was found in @text
 * @analysis: of the same text
 *
 * Writes the expressions into @analysis.
 */
void
hearsay_times_emit (const HearsayText *text,
                    const GArray      *times,
                    HearsayAnalysis   *analysis)
{
  static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_if_fail (text != NULL && times != NULL && analysis != NULL);

  for (guint i = 0; i < times->len; i++)
    {
      const HearsayTime *time = &g_array_index (times, HearsayTime, i);
      HearsayAnalysisTime out = {
        .span = hearsay_text_to_span (text, time->start, time->end),
        .type = types[time->type],
        .value = hearsay_analysis_intern (analysis, time->value),
      };

      g_array_append_val (analysis->times, out);
    }
}
