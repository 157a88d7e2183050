/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stances-private.h"

#include <math.h>
#include <stdlib.h>

/* What the other words count beside the strongest one. */
#define OTHERS_SHARE 0.4f

/* Of rules and model: what the rules count, and from where on the mixture is shown, and shown as sure. */
#define RULE_SHARE 0.7f
#define MIXED_SHOWN 0.3f
#define MIXED_SURE 0.55f
#define MIXED_LOUD 0.45f
/* The model was fitted on what is said of people: of issues it knows less. */
#define ISSUE_RULE_SHARE 0.85f

/* “Russia believes that …” inside what somebody says: Russia holds it. */
static gint32
find_holder (const HearsayStanceLook *look,
             guint32                  first,
             guint32                  last)
{
  static const char *const verbs[] = {
    "believes", "believe", "believed", "thinks", "think", "thought", "wants", "want", "wanted", "hopes", "hope", "hoped", "fears", "fear",
    "feared", "considers", "consider", "sees", "feels", "supports", "opposes", "expects", "insists", "argues", "says", "said", "claims",
  };
  const HearsayScene *scene = look->scene;
  const HearsayText *text = scene->closed->text;
  guint i = hearsay_actors_first_mention (scene->actors, text->tokens[first].start);
  const HearsayMention *mention;
  guint32 k;

  if (i >= scene->actors->mentions->len)
    return -1;
  mention = hearsay_actors_mention (scene->actors, i);
  if (mention->kind == HEARSAY_MENTION_ADJECTIVE || mention->first > first + 3 || mention->last >= last)
    return -1;
  for (k = mention->last + 1; k < last && hearsay_closed_is (scene->closed, k, HEARSAY_CLOSED_ADVERB); k++)
    ;
  for (guint v = 0; v < G_N_ELEMENTS (verbs); v++)
    if (hearsay_text_token_is (text, k, verbs[v]))
      return mention->actor;
  return -1;
}

/* What the cue itself says: “praised”, “fear”, “expressed his readiness”. */
static void
look_at_cue (HearsayStanceLook *look)
{
  const HearsayText *text = look->scene->closed->text;
  HearsaySpan cue = look->attribution->cue;
  guint32 first;

  if (hearsay_span_is_empty (cue))
    return;
  first = hearsay_text_find_token (text, cue.start);
  for (guint i = hearsay_attitudes_behind (look->scene->words, first); i < look->scene->words->len; i++)
    {
      const HearsayCueWord *word = &g_array_index (look->scene->words, HearsayCueWord, i);
      static const char *const dreads[] = { "fear", "fears", "feared", "fearing", "warn", "warns", "warned", "warning", "worried", "worry", "worries",
                                            "concerned", "concern", "concerns", "afraid" };

      if (text->tokens[word->token].start >= cue.end)
        break;
      if (look->cue_polarity != 0.0f || word->kind == HEARSAY_ATTITUDE_NEED)
        continue;
      look->cue_polarity = word->polarity;
      look->cue_hedged = word->hedged;
      for (guint k = 0; k < G_N_ELEMENTS (dreads); k++)
        look->dreads = look->dreads || hearsay_text_token_is (text, word->token, dreads[k]);
    }
}

/* The strongest word decides, the others join in. */
static float
strength (const HearsayStanceTarget *target)
{
  return target->strongest + OTHERS_SHARE * (target->sum - target->strongest);
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const HearsayStanceTarget *x = a;
  const HearsayStanceTarget *y = b;
  float sx = fabsf (strength (x));
  float sy = fabsf (strength (y));

  if (sx != sy)
    return sx > sy ? -1 : 1;
  if (x->first_place != y->first_place)
    return x->first_place < y->first_place ? -1 : 1;
  return (int) x->issue - (int) y->issue;
}

/* By the rules alone. */
static void
judge_by_rules (const HearsayStanceTarget *target,
                gboolean                   in_cue,
                HearsayAnalysisStance     *stance)
{
  float raw = strength (target);
  float score = raw / (0.6f + fabsf (raw));

  stance->score = score;
  stance->position = fabsf (score) < HEARSAY_STANCE_SHOWN ? HEARSAY_POSITION_NEUTRAL
                     : score > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE;
  stance->sure = fabsf (score) >= (in_cue ? HEARSAY_STANCE_SURE : HEARSAY_STANCE_SURE_CONTENT) && !target->hedged;
  stance->confidence = stance->position == HEARSAY_POSITION_NEUTRAL ? 0.4f : hearsay_stance_confidence (score);
}

/* Somebody's own words are what the model of targets was fitted on: it decides how they sound. */
static void
judge_by_ear (const HearsayStanceTarget *target,
              HearsayAnalysisStance     *stance)
{
  static const HearsayPosition positions[] = { HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_OPPOSE };

  /* “Neither is good”: where the rules hear the opposite, a reader should look. */
  gboolean doubted = stance->score * target->read < 0;

  stance->score = target->read;
  stance->position = positions[MIN (target->heard.label, G_N_ELEMENTS (positions) - 1)];
  stance->confidence = target->heard.confidence;
  stance->sure = target->heard.sure && !target->hedged && !doubted;
}

/*
 * Where who says it is named in the same sentence, the model that was fitted on such
 * pairs decides, unless it says nothing and all else speaks loud. Elsewhere what the
 * rules find, which know the cue, and how the words sound are weighed together; weights
 * and limits are those that were best where both could be tried on pairs of the
 * training part.
 */
static void
judge_by_model (const HearsayStanceTarget *target,
                gboolean                   quoted,
                HearsayAnalysisStance     *stance)
{
  float share = target->issue ? ISSUE_RULE_SHARE : RULE_SHARE;
  float shown = target->issue ? HEARSAY_STANCE_SHOWN : MIXED_SHOWN;
  float mixed = share * stance->score + (1 - share) * target->read;
  float size = fabsf (mixed);

  if (target->has_pair && (target->pair.label != 0 || size < MIXED_LOUD))
    {
      stance->score = target->pair_value;
      stance->position = target->pair.label == 0 ? HEARSAY_POSITION_NEUTRAL
                         : target->pair_value > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE;
      stance->sure = target->pair.sure && !target->hedged;
      stance->confidence = target->pair.confidence;
      return;
    }
  if (quoted && !target->issue)
    {
      judge_by_ear (target, stance);
      return;
    }
  stance->score = mixed;
  stance->position = size < shown ? HEARSAY_POSITION_NEUTRAL : mixed > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE;
  stance->sure = size >= MIXED_SURE && !target->hedged;
  stance->confidence = stance->position == HEARSAY_POSITION_NEUTRAL ? 0.73f - 0.7f * size
                                                                     : CLAMP (0.4f + 1.45f * (size - MIXED_SHOWN), 0.3f, 0.9f);
}

static void
emit (const HearsayStanceLook  *look,
      HearsayAnalysis          *analysis,
      HearsayAnalysisStatement *statement)
{
  const HearsayText *text = look->scene->closed->text;

  statement->first_stance = analysis->stances->len;
  statement->n_stances = look->n_targets;
  for (guint i = 0; i < look->n_targets; i++)
    {
      const HearsayStanceTarget *target = &look->targets[i];
      HearsaySpan bytes = hearsay_text_tokens_span (text, target->evidence_first, MAX (target->evidence_first, target->evidence_last));
      gboolean in_cue = bytes.start < look->attribution->cue.end && look->attribution->cue.start < bytes.end;
      HearsayAnalysisStance stance = {
        .target = target->index,
        .target_is_issue = target->issue,
        .holder = look->holder,
        .evidence = hearsay_text_to_span (text, bytes.start, bytes.end),
      };

      judge_by_rules (target, in_cue, &stance);
      if (look->scene->reader != NULL)
        judge_by_model (target, look->quoted, &stance);
      g_array_append_val (analysis->stances, stance);
    }
}

/* A statement's stances are grouped, the main target first. */
static void
look_at_statement (const HearsayScene       *scene,
                   const HearsayAttribution *attribution,
                   HearsayAnalysis          *analysis,
                   HearsayAnalysisStatement *statement)
{
  const HearsayText *text = scene->closed->text;
  const HearsaySpan *contents = hearsay_attributions_contents (scene->attributions, attribution);
  HearsayStanceLook look = { .scene = scene, .attribution = attribution, .speaker = statement->speaker, .holder = -1,
             .quoted = attribution->kind == HEARSAY_STATEMENT_DIRECT };

  look_at_cue (&look);
  if (!hearsay_span_is_empty (attribution->head))
    {
      look.source.first = hearsay_text_find_token (text, attribution->head.start);
      look.source.last = MAX (look.source.first, hearsay_text_find_token (text, attribution->head.end - 1));
      look.has_source = look.source.last < text->n_tokens;
    }
  for (guint32 k = 0; k < attribution->n_contents; k++)
    {
      guint32 first = hearsay_text_find_token (text, contents[k].start);
      guint32 last;

      if (hearsay_span_is_empty (contents[k]) || first >= text->n_tokens)
        continue;
      last = MAX (first, MIN (hearsay_text_find_token (text, contents[k].end - 1), text->n_tokens - 1));
      if (k == 0)
        look.holder = find_holder (&look, first, last);
      _hearsay_stance_weigh_piece (&look, first, last);
      _hearsay_stance_weigh_implied (&look, first, last);
    }
  qsort (look.targets, look.n_targets, sizeof look.targets[0], compare_targets);
  emit (&look, analysis, statement);
}

/**
 * hearsay_stances_find:
 * @analysis: with speakers, actors and issues under the scene's indexes
 *
 * Where each statement stands toward the actors and issues it speaks of, by the
 * words of attitude around them: who does what to whom, negation, hedging,
 * distance, and what the cue says by itself.
 */
void
hearsay_stances_find (const HearsayScene *scene,
                      HearsayAnalysis    *analysis)
{
  g_return_if_fail (scene != NULL && analysis != NULL);
  g_return_if_fail (scene->attributions->items->len == analysis->statements->len);

  for (guint i = 0; i < scene->attributions->items->len; i++)
    look_at_statement (scene, hearsay_attributions_get (scene->attributions, i), analysis, hearsay_analysis_statement (analysis, i));
}
