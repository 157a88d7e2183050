/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stances-private.h"

#include <math.h>
#include <stdlib.h>

/* What the other words count beside the strongest one. */
#define OTHERS_SHARE 0.4f

/* Between support and opposition that are as likely as each other, nothing is taken. */
#define TORN 0.05f
#define TORN_CONFIDENCE 0.4f

/* Scores of the fitted model beyond this say no more. */
#define LOUDEST 5.0f

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

static gboolean
is_proposal (const HearsayText *text,
             guint32            token)
{
  static const char *const words[] = {
    "propose", "proposes", "proposed", "proposing", "demand", "demands", "demanded", "demanding", "promise", "promises", "promised", "promising",
    "pledge", "pledges", "pledged", "pledging",
  };
  static const char *const with_for[] = { "call", "calls", "called", "calling", "push", "pushes", "pushed", "pushing", "plea", "proposal", "plan" };
  gboolean is_for = token + 1 < text->n_tokens && hearsay_text_token_is (text, token + 1, "for");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (hearsay_text_token_is (text, token, words[i]))
      return TRUE;
  for (guint i = 0; is_for && i < G_N_ELEMENTS (with_for); i++)
    if (hearsay_text_token_is (text, token, with_for[i]))
      return TRUE;
  return FALSE;
}

/* “Called for a tax”, “promised elections”: who asks for a thing is for it. A clause may ask for anything: “that it be dropped”. */
static gboolean
proposes_thing (const HearsayStanceLook *look,
                guint32                  first,
                guint32                  last)
{
  const HearsayText *text = look->scene->closed->text;
  const guint8 *xpos = look->scene->xpos;
  gboolean proposes = FALSE;

  if (look->quoted || look->cue_polarity != 0.0f || hearsay_span_is_empty (look->attribution->cue))
    return FALSE;
  for (guint32 k = hearsay_text_find_token (text, look->attribution->cue.start); k < text->n_tokens && text->tokens[k].start < look->attribution->cue.end; k++)
    {
      if (hearsay_closed_is (look->scene->closed, k, HEARSAY_CLOSED_NEGATION))
        return FALSE;
      proposes = proposes || is_proposal (text, k);
    }
  for (guint32 k = first; proposes && k <= last; k++)
    if (xpos[k] == HEARSAY_XPOS_TO || xpos[k] == HEARSAY_XPOS_MD || xpos[k] == HEARSAY_XPOS_VB || xpos[k] == HEARSAY_XPOS_VBD ||
        xpos[k] == HEARSAY_XPOS_VBP || xpos[k] == HEARSAY_XPOS_VBZ)
      return FALSE;
  return proposes;
}

/* The strongest word decides, the others join in. */
static float
strength (const HearsayStanceTarget *target)
{
  return target->strongest + OTHERS_SHARE * (target->sum - target->strongest);
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

/* What the blends weigh. */
static void
gather_clues (const HearsayStanceLook   *look,
              const HearsayStanceTarget *target,
              HearsayStanceClues        *clues)
{
  float raw = strength (target);
  float rules = raw / (0.6f + fabsf (raw));
  float *own = clues->clues;

  *clues = (HearsayStanceClues) { .speaker = look->speaker, .target = target->index, .issue = target->issue, .quoted = look->quoted };
  clues->kind = target->issue ? HEARSAY_STANCE_BLEND_ISSUE : target->has_pair ? HEARSAY_STANCE_BLEND_PAIR : HEARSAY_STANCE_BLEND_EAR;
  own[HEARSAY_STANCE_CLUE_ALWAYS] = 1;
  for (guint k = 0; k < 2; k++)
    {
      if (target->n_heard > 0)
        own[HEARSAY_STANCE_CLUE_EAR_SUPPORT + k] = CLAMP (target->heard[k] / (float) target->n_heard, -LOUDEST, LOUDEST);
      if (target->has_pair)
        own[HEARSAY_STANCE_CLUE_PAIR_SUPPORT + k] = CLAMP (target->pair[k], -LOUDEST, LOUDEST);
      own[HEARSAY_STANCE_CLUE_RULES_SUPPORT + k] = MAX (k == 0 ? rules : -rules, 0);
      own[HEARSAY_STANCE_CLUE_CUE_SUPPORT + k] = MAX (k == 0 ? look->cue_polarity : -look->cue_polarity, 0);
    }
  own[HEARSAY_STANCE_CLUE_HEDGED] = target->hedged || target->unsure;
}

/* What all clues say together; where they say little, neutral is the likeliest. */
static void
judge_by_clues (const HearsayStanceReader *reader,
                const HearsayStanceClues  *clues,
                HearsayAnalysisStance     *stance)
{
  static const HearsayPosition positions[] = { HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_OPPOSE };
  HearsayStanceVerdict verdict;

  hearsay_stance_blend_decide (&reader->model->blends[clues->kind], clues->clues, &verdict);
  stance->score = verdict.shares[1] - verdict.shares[2];
  stance->position = positions[MIN (verdict.label, G_N_ELEMENTS (positions) - 1)];
  stance->confidence = verdict.confidence;
  stance->sure = verdict.sure && clues->clues[HEARSAY_STANCE_CLUE_HEDGED] == 0;
  if (verdict.label != 0 && fabsf (stance->score) < TORN)
    {
      stance->position = HEARSAY_POSITION_NEUTRAL;
      stance->confidence = MIN (stance->confidence, TORN_CONFIDENCE);
      stance->sure = FALSE;
    }
}

/* The fitted model decides where there is one. */
static void
judge (const HearsayStanceLook   *look,
       const HearsayStanceTarget *target,
       gboolean                   in_cue,
       HearsayAnalysisStance     *stance)
{
  const HearsayStanceReader *reader = look->scene->reader;
  HearsayStanceClues clues;

  judge_by_rules (target, in_cue, stance);
  if (reader == NULL)
    return;
  gather_clues (look, target, &clues);
  if (reader->clues != NULL)
    g_array_append_val (reader->clues, clues);
  if (reader->model->has_blends)
    judge_by_clues (reader, &clues, stance);
}

typedef struct
{
  HearsayAnalysisStance stance;
  float weight;
  guint32 first_place;
} Judged;

static int
compare_judged (gconstpointer a,
                gconstpointer b)
{
  const Judged *x = a;
  const Judged *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->first_place != y->first_place)
    return x->first_place < y->first_place ? -1 : 1;
  return (int) x->stance.target_is_issue - (int) y->stance.target_is_issue;
}

/* What a statement is chiefly about it names early, and judges. */
static float
weight_of (const HearsayAnalysisStance *stance,
           guint32                      distance)
{
  return (0.2f + fabsf (stance->score)) / sqrtf (1.0f + (float) distance / 10.0f);
}

static void
emit (const HearsayStanceLook  *look,
      guint32                   first,
      HearsayAnalysis          *analysis,
      HearsayAnalysisStatement *statement)
{
  const HearsayText *text = look->scene->closed->text;
  Judged judged[HEARSAY_STANCE_MAX_TARGETS];

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

      judge (look, target, in_cue, &stance);
      judged[i] = (Judged) { stance, weight_of (&stance, target->first_place - MIN (first, target->first_place)), target->first_place };
    }
  qsort (judged, look->n_targets, sizeof judged[0], compare_judged);
  for (guint i = 0; i < look->n_targets; i++)
    g_array_append_val (analysis->stances, judged[i].stance);
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
        {
          look.holder = find_holder (&look, first, last);
          look.proposes = proposes_thing (&look, first, last);
        }
      _hearsay_stance_weigh_piece (&look, first, last);
      _hearsay_stance_weigh_implied (&look, first, last);
    }
  emit (&look, hearsay_text_find_token (text, contents[0].start), analysis, statement);
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

  hearsay_actors_read_pronouns (scene->actors, scene->closed->text->n_tokens);
  for (guint i = 0; i < scene->attributions->items->len; i++)
    look_at_statement (scene, hearsay_attributions_get (scene->attributions, i), analysis, hearsay_analysis_statement (analysis, i));
}
