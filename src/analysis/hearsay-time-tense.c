/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-times-private.h"

#include <string.h>

/* How many heads up the verb of a date is looked for. */
#define MAX_HEADS 6

static gboolean
is_word (const HearsayTimeScan *scan,
         guint32                i,
         const char *const     *words)
{
  for (guint k = 0; words[k] != NULL; k++)
    if (hearsay_text_token_is (scan->text, i, words[k]))
      return TRUE;
  return FALSE;
}

/* Whether what an infinitive hangs on speaks of what is to come: in the present, or a word for plans. */
static gboolean
looks_ahead (const HearsayTimeScan *scan,
             guint32                infinitive)
{
  gint32 above = scan->syntax->head[infinitive];

  if (above < 0 || scan->syntax->deprel[infinitive] == HEARSAY_DEPREL_ADVCL)
    return above < 0;
  return hearsay_closed_is (scan->closed, (guint32) above, HEARSAY_CLOSED_FUTURE) || scan->syntax->xpos[above] == HEARSAY_XPOS_VBZ ||
         scan->syntax->xpos[above] == HEARSAY_XPOS_VBP;
}

/* “will”, “had”: the auxiliary in front of a verb decides before its form does. */
static HearsayTense
tense_of_auxiliaries (const HearsayTimeScan *scan,
                      guint32                verb)
{
  static const char *const future[] = { "will", "shall", "'ll", "wo", NULL };
  static const char *const past[] = { "had", "has", "have", "was", "were", "did", "'ve", NULL };
  const HearsaySyntax *syntax = scan->syntax;
  guint32 floor = hearsay_text_sentence_of (scan->text, verb)->first_token;
  HearsayTense tense = HEARSAY_TENSE_UNKNOWN;

  for (guint32 k = verb; k > floor && verb - k < 10; k--)
    {
      guint8 deprel = syntax->deprel[k - 1];

      if (syntax->head[k - 1] != (gint32) verb)
        continue;
      if ((deprel == HEARSAY_DEPREL_AUX || deprel == HEARSAY_DEPREL_AUX_PASS || deprel == HEARSAY_DEPREL_COP) &&
          is_word (scan, k - 1, future))
        return HEARSAY_TENSE_WILL;
      if ((deprel == HEARSAY_DEPREL_AUX || deprel == HEARSAY_DEPREL_AUX_PASS || deprel == HEARSAY_DEPREL_COP) &&
          is_word (scan, k - 1, past))
        tense = HEARSAY_TENSE_PAST;
      /* “is to open”, “plans to open”, but “declined to comment”. */
      if (deprel == HEARSAY_DEPREL_MARK && hearsay_text_token_is (scan->text, k - 1, "to") && tense == HEARSAY_TENSE_UNKNOWN &&
          looks_ahead (scan, verb))
        tense = HEARSAY_TENSE_FUTURE;
    }
  return tense;
}

static HearsayTense
tense_of_verb (const HearsayTimeScan *scan,
               guint32                verb)
{
  HearsayTense tense = tense_of_auxiliaries (scan, verb);

  if (tense != HEARSAY_TENSE_UNKNOWN)
    return tense;
  return scan->syntax->xpos[verb] == HEARSAY_XPOS_VBD ? HEARSAY_TENSE_PAST : HEARSAY_TENSE_UNKNOWN;
}

/* By the tree: the nearest verb above that says when it is. Participles and infinitives without an auxiliary leave it to
 * theirs. */
static HearsayTense
tense_above (const HearsayTimeScan *scan,
             guint32                i)
{
  const HearsaySyntax *syntax = scan->syntax;
  gint32 at = (gint32) i;

  for (guint steps = 0; steps < MAX_HEADS && at >= 0; steps++)
    {
      HearsayTense tense;

      if (syntax->upos[at] == HEARSAY_UPOS_VERB || syntax->upos[at] == HEARSAY_UPOS_AUX ||
          syntax->deprel[at] == HEARSAY_DEPREL_ROOT)
        {
          tense = tense_of_verb (scan, (guint32) at);
          if (tense != HEARSAY_TENSE_UNKNOWN)
            return tense;
          if (syntax->xpos[at] == HEARSAY_XPOS_VBN)
            return HEARSAY_TENSE_PAST;
        }
      at = syntax->head[at];
    }
  return HEARSAY_TENSE_UNKNOWN;
}

/* “met on May 2”, “resigned in March”: but not “extended to May 2”. */
static gboolean
belongs_to_past (const HearsayTimeScan *scan,
                 guint32                i)
{
  const HearsaySyntax *syntax = scan->syntax;
  guint32 floor = hearsay_text_sentence_of (scan->text, i)->first_token;
  gint32 verb = syntax->head[i];

  /* The parser hangs “August” on “2” now and then. */
  for (guint steps = 0; steps < 3 && verb >= 0 && scan->words[verb].kind != HEARSAY_TIME_WORD_NONE; steps++)
    verb = syntax->head[verb];
  if (verb < 0 || syntax->upos[verb] != HEARSAY_UPOS_VERB || tense_of_verb (scan, (guint32) verb) != HEARSAY_TENSE_PAST)
    return FALSE;
  return i == floor || hearsay_text_token_is (scan->text, i - 1, "on") || hearsay_text_token_is (scan->text, i - 1, "in") ||
         hearsay_text_token_is (scan->text, i - 1, ",");
}

/**
 * hearsay_time_tense:
 * @i: the first token of a day or month
 *
 * Whether the sentence speaks of what has been or of what is to come, where it has
 * the date: by the verb that the date hangs on, or by “until” and “as soon as”.
 */
HearsayTense
hearsay_time_tense (const HearsayTimeScan *scan,
                    guint32                i)
{
  guint32 floor = hearsay_text_sentence_of (scan->text, i)->first_token;
  guint32 before = i;

  if (scan->syntax == NULL)
    return HEARSAY_TENSE_UNKNOWN;
  /* Over a time of day: “until 9 a.m. Tuesday”. */
  while (before > floor && i - before < 4 && scan->words[before - 1].kind != HEARSAY_TIME_WORD_NONE &&
         scan->words[before - 1].kind != HEARSAY_TIME_WORD_AGO)
    before--;
  if (before > floor + 1 && hearsay_text_token_is (scan->text, before - 1, "until") &&
      !hearsay_closed_is (scan->closed, before - 2, HEARSAY_CLOSED_NEGATION))
    return HEARSAY_TENSE_FUTURE;
  /* “Thursday's ruling”, “a June agreement”: the noun has its own time. */
  if ((scan->syntax->deprel[i] == HEARSAY_DEPREL_COMPOUND || scan->syntax->deprel[i] == HEARSAY_DEPREL_NMOD_POSS ||
       scan->syntax->deprel[i] == HEARSAY_DEPREL_NMOD_UNMARKED) &&
      scan->syntax->head[i] >= 0 && scan->words[scan->syntax->head[i]].kind == HEARSAY_TIME_WORD_NONE)
    return HEARSAY_TENSE_UNKNOWN;
  if (before > floor + 2 && hearsay_text_token_is (scan->text, before - 1, "as") &&
      (hearsay_text_token_is (scan->text, before - 2, "soon") || hearsay_text_token_is (scan->text, before - 2, "early")))
    return HEARSAY_TENSE_FUTURE;
  if (belongs_to_past (scan, i))
    return HEARSAY_TENSE_PAST_HERE;
  return tense_above (scan, i);
}
