/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "analysis/hearsay-stances.h"

/* How far subject and object may stand from the verb, in tokens, and how many objects are joined by “and”. */
#define SUBJECT_REACH 12
#define OBJECT_REACH 8
#define MAX_OBJECTS 4

/* Whether a preposition rules the mention: “in Norway”, “of the Council”. */
static gboolean
is_ruled (const HearsayScene   *scene,
          const HearsayMention *mention)
{
  guint32 k = mention->title;
  guint32 floor = hearsay_text_sentence_of (scene->closed->text, k)->first_token;

  while (k > floor && (hearsay_closed_is (scene->closed, k - 1, HEARSAY_CLOSED_DETERMINER) || scene->xpos[k - 1] == HEARSAY_XPOS_JJ ||
                       scene->xpos[k - 1] == HEARSAY_XPOS_NNP))
    k--;
  return k > floor && (scene->xpos[k - 1] == HEARSAY_XPOS_IN || scene->xpos[k - 1] == HEARSAY_XPOS_TO) &&
         !hearsay_closed_is (scene->closed, k - 1, HEARSAY_CLOSED_CONJUNCTION);
}

static const HearsayMention *
mention_before (const HearsayScene *scene,
                guint32             token,
                guint32             reach)
{
  const HearsayText *text = scene->closed->text;
  guint i = hearsay_actors_first_mention (scene->actors, text->tokens[token].start);

  while (i > 0)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, i - 1);

      if (text->tokens[mention->first].sentence != text->tokens[token].sentence || mention->last >= token ||
          token - mention->last > reach)
        return NULL;
      if (!hearsay_stance_is_modifier (scene, mention) && !is_ruled (scene, mention))
        return mention;
      i--;
    }
  return NULL;
}

/* Who does what the verb says: a pronoun just before it, or the subject before. */
static gint32
subject_of (const HearsayScene   *scene,
            const HearsayCueWord *word,
            guint32              *first)
{
  const HearsayText *text = scene->closed->text;
  const HearsayMention *mention = mention_before (scene, word->token, SUBJECT_REACH);
  guint32 floor = hearsay_text_sentence_of (text, word->token)->first_token;

  for (guint32 back = 1; back <= 4 && word->token >= floor + back; back++)
    {
      guint32 k = word->token - back;

      if (mention != NULL && k <= mention->last)
        break;
      if (!(text->tokens[k].flags & HEARSAY_TOKEN_WORD))
        break;
      if (hearsay_text_token_is (text, k, "he") || hearsay_text_token_is (text, k, "she"))
        {
          *first = k;
          return hearsay_actors_resolve (scene->actors, (HearsaySpan) { text->tokens[k].start, text->tokens[k].end }, -1);
        }
      if (hearsay_text_token_is (text, k, "they") || hearsay_text_token_is (text, k, "it") || hearsay_text_token_is (text, k, "we") ||
          hearsay_text_token_is (text, k, "i") || hearsay_text_token_is (text, k, "you"))
        return -1;
    }
  if (mention == NULL || hearsay_stance_separation (scene, mention->last, word->token) < 0.45f)
    return -1;
  *first = mention->first;
  return mention->actor;
}

static void
add_relation (HearsayAnalysis      *analysis,
              const HearsayScene   *scene,
              const HearsayCueWord *word,
              gint32                from,
              gint32                to,
              float                 raw,
              guint32               first,
              guint32               last)
{
  const HearsayText *text = scene->closed->text;
  float score = raw / (0.6f + fabsf (raw));
  HearsaySpan bytes = hearsay_text_tokens_span (text, MIN (first, last), MAX (first, last));
  HearsayAnalysisRelation relation = {
    .from = from,
    .to = to,
    .statement = scene->statements[word->token],
    .score = score,
    .position = fabsf (score) < HEARSAY_STANCE_SHOWN ? HEARSAY_POSITION_NEUTRAL
                : score > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE,
    .confidence = hearsay_stance_confidence (score),
    .sure = fabsf (score) >= HEARSAY_STANCE_SURE && !word->hedged,
    .evidence = hearsay_text_to_span (text, bytes.start, bytes.end),
  };

  if (from < 0 || to < 0 || from == to || relation.position == HEARSAY_POSITION_NEUTRAL)
    return;
  g_array_append_val (analysis->relations, relation);
}

/* The object behind the verb, and those joined to it: “praised Norway and Denmark”. */
static void
relate_objects (const HearsayScene   *scene,
                const HearsayCueWord *word,
                gint32                from,
                guint32               first,
                HearsayAnalysis      *analysis)
{
  const HearsayText *text = scene->closed->text;
  guint i = hearsay_actors_first_mention (scene->actors, text->tokens[word->token].end);
  guint32 last = word->token;

  for (guint n = 0; n < MAX_OBJECTS && i < scene->actors->mentions->len; i++, n++)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, i);
      float separation;
      float weight;
      guint32 distance;

      if (text->tokens[mention->first].sentence != text->tokens[word->token].sentence || mention->first < word->token)
        return;
      distance = mention->first - last;
      if (distance > (n == 0 ? OBJECT_REACH : 3))
        return;
      separation = hearsay_stance_separation (scene, last, mention->first);
      if (n == 0 && (separation < 0.9f || hearsay_stance_prepositions (scene, word->token + 1, mention->first) > (word->kind != HEARSAY_ATTITUDE_VERB)))
        return;
      weight = 1.0f / (1.0f + (mention->first - word->token - 1) / 10.0f);
      if (hearsay_stance_is_modifier (scene, mention) && !(text->tokens[mention->first].flags & HEARSAY_TOKEN_PARTS))
        weight *= 0.6f;
      add_relation (analysis, scene, word, from, mention->actor, weight * word->polarity, word->first, mention->last);
      last = mention->last;
    }
}

/* “was praised by Norway”: the verb's subject is its object. */
static void
relate_passive (const HearsayScene   *scene,
                const HearsayCueWord *word,
                HearsayAnalysis      *analysis)
{
  const HearsayText *text = scene->closed->text;
  const HearsayMention *object = mention_before (scene, word->token, SUBJECT_REACH);
  guint i = hearsay_actors_first_mention (scene->actors, text->tokens[word->token].end);
  const HearsayMention *agent;

  if (object == NULL || i >= scene->actors->mentions->len || word->token + 1 >= text->n_tokens ||
      !hearsay_text_token_is (text, word->token + 1, "by"))
    return;
  agent = hearsay_actors_mention (scene->actors, i);
  if (text->tokens[agent->first].sentence == text->tokens[word->token].sentence && agent->first - word->token <= OBJECT_REACH)
    add_relation (analysis, scene, word, agent->actor, object->actor, word->polarity, MIN (object->first, word->first), agent->last);
}

/* “critical of Norway”, “opposed to Norway”, “criticism of Norway”, “support for Norway”. */
static gboolean
takes_object (const HearsayText    *text,
              const HearsayCueWord *word)
{
  static const char *const prepositions[] = { "of", "to", "for", "with", "about", "against", "at", "on", "in", "toward", "towards" };

  if (word->kind == HEARSAY_ATTITUDE_VERB || word->kind == HEARSAY_ATTITUDE_NEED)
    return TRUE;
  for (guint i = 0; word->token + 1 < text->n_tokens && i < G_N_ELEMENTS (prepositions); i++)
    if (hearsay_text_token_is (text, word->token + 1, prepositions[i]))
      return TRUE;
  return FALSE;
}

/**
 * hearsay_relations_find:
 * @analysis: with actors under the scene's indexes
 *
 * The attitudes that the text states outright, inside quotations or not: “X
 * praised Y”, “Y was blamed by X”, “X is critical of Y”.
 */
void
hearsay_relations_find (const HearsayScene *scene,
                        HearsayAnalysis    *analysis)
{
  const HearsayText *text;

  g_return_if_fail (scene != NULL && analysis != NULL);

  text = scene->closed->text;
  for (guint i = 0; i < scene->words->len; i++)
    {
      const HearsayCueWord *word = &g_array_index (scene->words, HearsayCueWord, i);
      guint32 first = word->first;
      gint32 from;

      if (word->passive)
        {
          relate_passive (scene, word, analysis);
          continue;
        }
      if (!takes_object (text, word))
        continue;
      from = subject_of (scene, word, &first);
      if (from >= 0)
        relate_objects (scene, word, from, MIN (first, word->first), analysis);
    }
}
