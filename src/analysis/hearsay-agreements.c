/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-agreements.h"

#include <math.h>
#include <string.h>

/* Holders of a position on one issue that are compared with each other. */
#define MAX_HOLDERS 16

/* How far “'s” may stand before what is somebody's, in tokens. */
#define OWNER_REACH 4

/* Somebody's position on an issue: that of the stance with the strongest score. */
typedef struct
{
  gint32 actor;
  const HearsayAnalysisStance *stance;
} Held;

typedef struct
{
  const char *lemma;
  gboolean same;
  gboolean with; /* only with “with” behind it */
} Verb;

static const Verb verbs[] = {
  { "echo", TRUE, FALSE },      { "second", TRUE, FALSE },      { "corroborate", TRUE, FALSE }, { "agree", TRUE, TRUE },
  { "concur", TRUE, TRUE },     { "side", TRUE, TRUE },         { "dispute", FALSE, FALSE },    { "contradict", FALSE, FALSE },
  { "rebut", FALSE, FALSE },    { "refute", FALSE, FALSE },     { "disagree", FALSE, TRUE },    { "counter", FALSE, FALSE },
  { "contest", FALSE, FALSE },
};

static gint32
holder_of (const HearsayAnalysisStatement *statement,
           const HearsayAnalysisStance    *stance)
{
  return stance->holder >= 0 ? stance->holder : statement->speaker;
}

static void
note_held (Held                        *held,
           guint                       *n,
           gint32                       actor,
           const HearsayAnalysisStance *stance)
{
  guint k;

  for (k = 0; k < *n && held[k].actor != actor; k++)
    ;
  if (k == MAX_HOLDERS)
    return;
  if (k == *n)
    held[(*n)++] = (Held) { actor, stance };
  else if (fabsf (stance->score) > fabsf (held[k].stance->score))
    held[k].stance = stance;
}

/* Everybody's position on one issue. */
static guint
find_holders (const HearsayAnalysis *analysis,
              gint32                 issue,
              Held                  *held)
{
  guint n = 0;

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      for (guint k = 0; k < statement->n_stances; k++)
        {
          const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, statement->first_stance + k);

          if (stance->target_is_issue && stance->target == issue && stance->position != HEARSAY_POSITION_NEUTRAL &&
              holder_of (statement, stance) >= 0)
            note_held (held, &n, holder_of (statement, stance), stance);
        }
    }
  return n;
}

static void
compare_holders (HearsayAnalysis *analysis,
                 gint32           issue)
{
  Held held[MAX_HOLDERS];
  guint n = find_holders (analysis, issue, held);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        HearsayAnalysisAgreement agreement = {
          .first = held[i].actor,
          .second = held[k].actor,
          .issue = issue,
          .same = held[i].stance->position == held[k].stance->position,
          .sure = held[i].stance->sure && held[k].stance->sure,
          .evidence = held[k].stance->evidence,
        };

        g_array_append_val (analysis->agreements, agreement);
      }
}

/* “Silva's claim” is Silva's. */
static gint32
owner_of (const HearsayScene *scene,
          guint32             token)
{
  const HearsayText *text = scene->closed->text;
  guint32 floor = hearsay_text_sentence_of (text, token)->first_token;
  gint32 actor = hearsay_actors_find_at (scene->actors, token);

  for (guint32 back = 1; actor < 0 && back <= OWNER_REACH && token >= floor + back + 1; back++)
    if (hearsay_text_token_is (text, token - back, "'s") || hearsay_text_token_is (text, token - back, "'"))
      actor = hearsay_actors_find_at (scene->actors, token - back - 1);
  return actor;
}

static gboolean
is_with (const HearsayScene *scene,
         guint32             token)
{
  for (guint32 k = token; k > 0 && k + 6 > token; k--)
    if (scene->syntax->head[k - 1] == (gint32) token && scene->syntax->deprel[k - 1] == HEARSAY_DEPREL_CASE)
      return hearsay_text_token_is (scene->closed->text, k - 1, "with");
  return FALSE;
}

/* “X echoed Y”, “X disputed Y's claim”, “X agrees with Y”. */
static void
look_at_verb (const HearsayScene *scene,
              const Verb         *verb,
              guint32             token,
              HearsayAnalysis    *analysis)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (scene->closed->text, token);
  guint32 end = sentence->first_token + sentence->n_tokens;
  HearsayAnalysisAgreement agreement = { .first = -1, .second = -1, .issue = -1, .same = verb->same, .sure = TRUE, .stated = TRUE };
  guint32 last = token;
  HearsaySpan bytes;

  for (guint32 k = sentence->first_token; k < end; k++)
    {
      guint deprel = scene->syntax->deprel[k];

      if (scene->syntax->head[k] != (gint32) token)
        continue;
      if (hearsay_closed_is (scene->closed, k, HEARSAY_CLOSED_NEGATION))
        agreement.same = !agreement.same;
      if (deprel == HEARSAY_DEPREL_NSUBJ)
        agreement.first = owner_of (scene, k);
      else if ((deprel == HEARSAY_DEPREL_OBJ && !verb->with) || (deprel == HEARSAY_DEPREL_OBL && verb->with && is_with (scene, k)))
        {
          agreement.second = owner_of (scene, k);
          last = k;
        }
    }
  if (agreement.first < 0 || agreement.second < 0 || agreement.first == agreement.second)
    return;
  bytes = hearsay_text_tokens_span (scene->closed->text, token, MAX (token, last));
  agreement.evidence = hearsay_text_to_span (scene->closed->text, bytes.start, bytes.end);
  g_array_append_val (analysis->agreements, agreement);
}

/**
 * hearsay_agreements_find:
 * @analysis: with stances under the scene's indexes
 *
 * Who takes the same or the opposite position on an issue, and what the text states
 * outright: “echoed”, “disputed X's claim”.
 */
void
hearsay_agreements_find (const HearsayScene *scene,
                         HearsayAnalysis    *analysis)
{
  g_return_if_fail (scene != NULL && analysis != NULL);

  for (guint i = 0; i < analysis->issues->len; i++)
    compare_holders (analysis, (gint32) i);
  for (guint32 i = 0; i < scene->syntax->n; i++)
    {
      if (scene->syntax->upos[i] != HEARSAY_UPOS_VERB)
        continue;
      for (guint v = 0; v < G_N_ELEMENTS (verbs); v++)
        if (strcmp (scene->syntax->lemma[i], verbs[v].lemma) == 0)
          look_at_verb (scene, &verbs[v], i, analysis);
    }
}
