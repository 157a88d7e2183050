/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stances-private.h"

#include <math.h>

/* What is left where an action is judged, of what it is done to. */
#define ACTION_SHARE 0.3f

/* What is left of an influence across commas, dashes and “but” between two tokens: 1 for nothing between. */
float
hearsay_stance_separation (const HearsayScene *scene,
                           guint32             from,
                           guint32             to)
{
  const HearsayText *text = scene->closed->text;
  float left = 1.0f;

  for (guint32 k = MIN (from, to) + 1; k < MAX (from, to) && left > 0.01f; k++)
    switch ((HearsayPunct) text->tokens[k].punct)
      {
      case HEARSAY_PUNCT_COMMA:
        left *= 0.6f;
        break;
      case HEARSAY_PUNCT_SEMICOLON:
      case HEARSAY_PUNCT_COLON:
      case HEARSAY_PUNCT_DASH:
        left *= 0.4f;
        break;
      case HEARSAY_PUNCT_NONE:
        if (hearsay_closed_is (scene->closed, k, HEARSAY_CLOSED_CONTRAST))
          left *= 0.4f;
        break;
      case HEARSAY_PUNCT_PERIOD:
      case HEARSAY_PUNCT_QUESTION:
      case HEARSAY_PUNCT_EXCLAMATION:
      case HEARSAY_PUNCT_ELLIPSIS:
      case HEARSAY_PUNCT_HYPHEN:
      case HEARSAY_PUNCT_OPEN_BRACKET:
      case HEARSAY_PUNCT_CLOSE_BRACKET:
      case HEARSAY_PUNCT_DOUBLE_QUOTE:
      case HEARSAY_PUNCT_SINGLE_QUOTE:
      case HEARSAY_PUNCT_SLASH:
      case HEARSAY_PUNCT_SYMBOL:
      default:
        break;
      }
  return left;
}

/* “Bergen police”, “Norway's minister”: the name only says whose they are. */
gboolean
hearsay_stance_is_modifier (const HearsayScene   *scene,
                            const HearsayMention *mention)
{
  const HearsayText *text = scene->closed->text;
  guint32 next = mention->last + 1;

  if (mention->kind == HEARSAY_MENTION_ADJECTIVE)
    return TRUE;
  if (next >= text->n_tokens || text->tokens[next].sentence != text->tokens[mention->last].sentence)
    return FALSE;
  if (hearsay_text_token_is (text, next, "'s") || hearsay_text_token_is (text, next, "'"))
    return next + 1 < text->n_tokens && !hearsay_closed_is (scene->closed, next + 1, HEARSAY_CLOSED_ADVERB | HEARSAY_CLOSED_NEGATION) &&
           !hearsay_xpos_is_verb (scene->xpos[next + 1]);
  return (hearsay_xpos_is_noun (scene->xpos[next]) || scene->xpos[next] == HEARSAY_XPOS_NNP) && scene->closed->classes[next] == 0;
}

/* How many prepositions stand from @first to before @end. */
guint
hearsay_stance_prepositions (const HearsayScene *scene,
                             guint32             first,
                             guint32             end)
{
  guint n = 0;

  for (guint32 k = first; k < end; k++)
    n += (scene->xpos[k] == HEARSAY_XPOS_IN || scene->xpos[k] == HEARSAY_XPOS_TO) &&
         !hearsay_text_token_is (scene->closed->text, k, "that");
  return n;
}

/*
 * “Blamed the council for ignoring Norway”, “praised them for their break with Norway”:
 * between @first and @end begins why, and what is named there is not praised or blamed.
 */
gboolean
hearsay_stance_is_in_reason (const HearsayScene *scene,
                             guint32             first,
                             guint32             end)
{
  for (guint32 k = first + 1; k + 1 < end; k++)
    if ((hearsay_text_token_is (scene->closed->text, k, "for") || hearsay_text_token_is (scene->closed->text, k, "over")) &&
        (scene->xpos[k + 1] == HEARSAY_XPOS_VBG || scene->xpos[k + 1] == HEARSAY_XPOS_PRPS))
      return TRUE;
  return FALSE;
}

/* The share of statements with this score that a reader agrees with, roughly. */
float
hearsay_stance_confidence (float score)
{
  return CLAMP (0.45f + 0.62f * fabsf (score), 0.0f, 0.95f);
}

/* Whether another actor stands as subject before the word: then the attitude is his. */
static gboolean
has_other_subject (const HearsayStanceLook *look,
                   const HearsayCueWord    *word,
                   const HearsaySpot       *place)
{
  const HearsayActors *actors = look->scene->actors;
  const HearsayText *text = look->scene->closed->text;
  guint i = hearsay_actors_first_mention (actors, text->tokens[word->token].start);

  while (i > 0)
    {
      const HearsayMention *mention = hearsay_actors_mention (actors, i - 1);

      if (text->tokens[mention->first].sentence != text->tokens[word->token].sentence || word->token - mention->last > 8)
        return FALSE;
      if (mention->kind != HEARSAY_MENTION_ADJECTIVE && mention->subject)
        return mention->actor != look->speaker && (place->issue || mention->actor != place->index);
      i--;
    }
  return FALSE;
}

static gboolean
next_is (const HearsayStanceLook *look,
         guint32                  token,
         const char              *a,
         const char              *b)
{
  const HearsayText *text = look->scene->closed->text;

  return token + 1 < text->n_tokens &&
         (hearsay_text_token_is (text, token + 1, a) || (b != NULL && hearsay_text_token_is (text, token + 1, b)));
}

/* What a verb says of what stands at @place. */
static float
verb_influence (const HearsayStanceLook *look,
                const HearsayCueWord    *word,
                const HearsaySpot       *place,
                guint32                  distance,
                gboolean                 behind)
{
  gboolean object = behind != word->passive;
  float share;

  if (word->kind == HEARSAY_ATTITUDE_VERB_TO &&
      (!behind || !hearsay_closed_is (look->scene->closed, MIN (word->token + 1, look->scene->closed->text->n_tokens - 1), HEARSAY_CLOSED_PREPOSITION)))
    return 0.0f;
  /* “There is no need for it”, but “it has no basis”. */
  if (word->kind == HEARSAY_ATTITUDE_NEED && !behind)
    return word->negated && hearsay_xpos_is_noun (look->scene->xpos[word->token]) ? word->polarity / (1.0f + distance / 12.0f) : 0.0f;
  if (word->kind == HEARSAY_ATTITUDE_NEED)
    return hearsay_xpos_is_noun (look->scene->xpos[word->token]) && !next_is (look, word->token, "for", "to")
             ? 0.0f : word->polarity / (1.0f + distance / 8.0f);
  if (behind && hearsay_stance_is_in_reason (look->scene, word->token, place->first))
    return 0.0f;
  if (!object)
    return 0.4f * word->polarity / (1.0f + distance / 6.0f);
  share = has_other_subject (look, word, place) ? 0.3f : 1.0f;
  share *= powf (HEARSAY_STANCE_PREPOSITION_SHARE, hearsay_stance_prepositions (look->scene, MIN (word->token + 1, place->first), place->first));
  /* Who fears harm to somebody is on his side. */
  if (look->dreads && word->polarity < 0.0f && !place->issue)
    return -share * word->polarity / (1.0f + distance / 8.0f);
  return share * word->polarity / (1.0f + distance / 8.0f);
}

/* “Important to speak of it”, “courage to show it”: what is done is judged, not what it is done to. */
static gboolean
takes_action (const HearsayStanceLook *look,
              const HearsayCueWord    *word)
{
  return next_is (look, word->token, "to", NULL) && word->token + 2 < look->scene->closed->text->n_tokens &&
         look->scene->xpos[word->token + 2] == HEARSAY_XPOS_VB;
}

/* “His record on the tax was the worst”: the record is judged. */
static gboolean
is_topic_only (const HearsayStanceLook *look,
               const HearsaySpot       *place)
{
  const HearsayText *text = look->scene->closed->text;
  guint32 k = place->first;

  if (k > 0 && hearsay_closed_is (look->scene->closed, k - 1, HEARSAY_CLOSED_DETERMINER))
    k--;
  return k > 0 && (hearsay_text_token_is (text, k - 1, "on") || hearsay_text_token_is (text, k - 1, "about") || hearsay_text_token_is (text, k - 1, "over"));
}

/* “at the club”, “in Norway”, “during the talks”: where or when it happens, not what it is about. */
gboolean
_hearsay_stance_is_scene_only (const HearsayStanceLook *look,
                               guint32                  floor,
                               const HearsaySpot       *place)
{
  static const char *const scenes[] = { "at", "in", "from", "during", "before", "after", "since", "until", "amid" };
  guint32 k = place->first;

  if (k > 0 && hearsay_closed_is (look->scene->closed, k - 1, HEARSAY_CLOSED_DETERMINER))
    k--;
  for (guint i = 0; k > floor && k - 1 > floor && i < G_N_ELEMENTS (scenes); i++)
    if (hearsay_text_token_is (look->scene->closed->text, k - 1, scenes[i]))
      return TRUE;
  return FALSE;
}

/* “Norway's concerns”, “his criticism”: the attitude is theirs, nothing is said against them. */
static gboolean
is_own_feeling (const HearsayStanceLook *look,
                const HearsayCueWord    *word,
                const HearsaySpot       *place)
{
  static const char *const feelings[] = {
    "concern", "worr", "fear", "anxiet", "criticism", "complaint", "grievance", "objection", "opposition", "anger", "outrage", "frustration",
    "suspicion", "skepticism", "scepticism", "doubt", "rejection", "refusal", "condemnation", "denunciation", "warning", "accusation",
    "allegation", "charge", "protest", "demand", "lawsuit", "trust", "confidence", "hope", "support", "praise", "admiration", "approval",
    "gratitude", "appreciation", "sympath", "endorsement", "enthusiasm",
  };
  const HearsayText *text = look->scene->closed->text;
  guint32 k = place->last + 1;
  const char *lower;

  if (k < text->n_tokens && (hearsay_text_token_is (text, k, "'s") || hearsay_text_token_is (text, k, "'")))
    k++;
  else if (look->scene->xpos[place->first] != HEARSAY_XPOS_PRPS)
    return FALSE;
  if (word->token < k || word->token > k + 2)
    return FALSE;
  lower = hearsay_text_word (text, word->token);
  for (guint i = 0; i < G_N_ELEMENTS (feelings); i++)
    if (g_str_has_prefix (lower, feelings[i]))
      return TRUE;
  return FALSE;
}

/* What a word of attitude says of what stands at @place, -1 to 1. */
float
_hearsay_stance_influence (const HearsayStanceLook *look,
                           const HearsayCueWord    *word,
                           const HearsaySpot       *place)
{
  gboolean behind = place->first > word->token;
  guint32 distance;
  float value;

  if (word->token >= place->first && word->token <= place->last)
    return place->issue ? 0.0f : word->polarity * 0.5f;
  distance = behind ? place->first - word->token - 1 : word->token - place->last - 1;
  if (distance > HEARSAY_STANCE_REACH)
    return 0.0f;

  switch (word->kind)
    {
    case HEARSAY_ATTITUDE_VERB:
    case HEARSAY_ATTITUDE_VERB_TO:
    case HEARSAY_ATTITUDE_NEED:
      value = verb_influence (look, word, place, distance, behind);
      break;
    case HEARSAY_ATTITUDE_ADJECTIVE:
      value = (behind ? 0.9f : 1.0f) * word->polarity / (1.0f + distance / 6.0f);
      if (behind && takes_action (look, word))
        value *= ACTION_SHARE;
      else if (behind && next_is (look, word->token, "for", "to"))
        value *= 0.7f;
      break;
    case HEARSAY_ATTITUDE_NOUN:
      if (!behind && is_own_feeling (look, word, place))
        return 0.0f;
      value = 0.8f * word->polarity / (1.0f + distance / 6.0f);
      /* “The China-US confrontation” takes no side. */
      if (!behind && word->polarity < 0.0f && distance == 0)
        value *= 0.2f;
      /* Nor do “protest songs”. */
      if (behind && place->issue && distance == 0)
        value *= 0.3f;
      if (behind && takes_action (look, word))
        value *= ACTION_SHARE;
      /* A threat to somebody says nothing against him. */
      if (behind && word->polarity < 0.0f && next_is (look, word->token, "to", "against"))
        value = 0.0f;
      else if (behind && next_is (look, word->token, "in", "for"))
        value *= 1.3f;
      break;
    default:
      return 0.0f;
    }
  if (_hearsay_stance_is_scene_only (look, word->token, place) || (!behind && is_topic_only (look, place)))
    value *= 0.4f;
  value *= hearsay_stance_separation (look->scene, behind ? word->token : place->last, behind ? place->first : word->token);
  if (place->contrary)
    value = -value;
  return word->hedged ? 0.7f * value : value;
}
