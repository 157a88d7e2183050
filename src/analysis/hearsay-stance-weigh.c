/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stances-private.h"

#include <math.h>

/* Influences below this are noise. */
#define MIN_INFLUENCE 0.02f

/* What is left for a name that only says whose something is: “Bergen police”. */
#define MODIFIER_SHARE 0.6f

/* How far back “the country” has its name, in tokens: a sentence without a full stop may be a whole book. */
#define COUNTRY_REACH 60

/* How much who proposes something is for it. */
#define PROPOSAL 0.6f

static HearsayStanceTarget *
target_for (HearsayStanceLook *look,
            const HearsaySpot *place)
{
  for (guint i = 0; i < look->n_targets; i++)
    if (look->targets[i].index == place->index && look->targets[i].issue == place->issue)
      return &look->targets[i];
  if (look->n_targets == HEARSAY_STANCE_MAX_TARGETS)
    return NULL;
  look->targets[look->n_targets] = (HearsayStanceTarget) {
    .index = place->index,
    .issue = place->issue,
    .evidence_first = place->first,
    .evidence_last = place->last,
    .first_place = place->first,
  };
  return &look->targets[look->n_targets++];
}

static void
add_influence (HearsayStanceTarget *target,
               float                value,
               guint32              first,
               guint32              last,
               gboolean             hedged)
{
  if (fabsf (value) < MIN_INFLUENCE)
    return;
  target->sum += value;
  if (fabsf (value) > fabsf (target->strongest))
    {
      target->strongest = value;
      target->evidence_first = first;
      target->evidence_last = last;
      target->hedged = hedged;
    }
}

/* Whether a verb stands between the content's beginning and @token: the target is not its first noun phrase. */
static gboolean
has_verb_before (const HearsayStanceLook *look,
                 guint32                  from,
                 guint32                  token)
{
  for (guint32 k = from; k < token; k++)
    if (look->scene->xpos[k] == HEARSAY_XPOS_MD || look->scene->xpos[k] == HEARSAY_XPOS_VBD ||
        look->scene->xpos[k] == HEARSAY_XPOS_VBP || look->scene->xpos[k] == HEARSAY_XPOS_VBZ)
      return TRUE;
  return FALSE;
}

/* “China-Norway relations”: both are meant, though a noun follows. */
static gboolean
is_pair (const HearsayStanceLook *look,
         const HearsaySpot       *place)
{
  return (look->scene->closed->text->tokens[place->first].flags & HEARSAY_TOKEN_PARTS) != 0;
}

static float
cue_influence (const HearsayStanceLook *look,
               const HearsaySpot       *place,
               guint32                  piece_first)
{
  float polarity = look->cue_polarity != 0.0f ? look->cue_polarity : PROPOSAL;
  float value = (look->cue_hedged ? 0.7f : 1.2f) * polarity / (1.0f + (place->first - piece_first) / 12.0f);

  value *= powf (HEARSAY_STANCE_PREPOSITION_SHARE, hearsay_stance_prepositions (look->scene, piece_first, place->first));
  if (hearsay_stance_is_in_reason (look->scene, piece_first, place->first))
    return 0.0f;
  if (_hearsay_stance_is_scene_only (look, piece_first, place))
    value *= 0.1f;
  if (place->contrary)
    value = -value;
  return place->modifier && !is_pair (look, place) ? value * MODIFIER_SHARE : value;
}

/* How who says it stands to the place, where both are named in one sentence; the place with the strongest answer counts. */
static void
read_pair (const HearsayStanceLook *look,
           HearsayStancePlace       own,
           HearsayStanceTarget     *target)
{
  const HearsayStanceReader *reader = look->scene->reader;
  gboolean before = look->source.first < own.first;
  guint support = before ? 1 : 2;
  HearsayStanceVerdict verdict = { .label = support, .sure = TRUE };
  float scores[HEARSAY_STANCE_PAIR_CLASSES];
  float asked;
  float value;

  hearsay_stance_model_score_pair (reader->model, reader->words, before ? look->source : own, before ? own : look->source, scores);
  asked = value = scores[support] - scores[support + 2];
  hearsay_stance_mend (reader, look->source, own, &verdict, &value);
  if (verdict.label == 0)
    scores[support] = scores[support + 2] = HEARSAY_STANCE_SILENT;
  if (target->has_pair && MAX (scores[support], scores[support + 2]) <= MAX (target->pair[0], target->pair[1]))
    return;
  target->has_pair = TRUE;
  target->unsure = !verdict.sure;
  target->pair[0] = asked * value < 0 ? scores[support + 2] : scores[support];
  target->pair[1] = asked * value < 0 ? scores[support] : scores[support + 2];
}

/* “Norway does not need it”: that sounds like a reproach, and is none of Norway. */
static gboolean
does_without (const HearsayStanceWords *words,
              HearsayStancePlace        place)
{
  gint32 need = hearsay_stance_words_find_need (words, hearsay_stance_words_head (words, place));

  return need >= 0 && (words->words[need].flags & HEARSAY_STANCE_NEGATED) != 0;
}

/* What the fitted model reads out of the words around a place. */
static void
read_place (const HearsayStanceLook *look,
            const HearsaySpot       *place,
            guint32                  piece_first,
            guint32                  piece_last,
            HearsayStanceTarget     *target)
{
  const HearsayStanceReader *reader = look->scene->reader;
  const HearsayText *text = look->scene->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, place->first);
  guint32 start = MAX (piece_first, sentence->first_token);
  guint32 end = MIN (piece_last + 1, sentence->first_token + sentence->n_tokens);
  HearsayStancePlace own = { place->first, MIN (place->last, end - 1) };
  float scores[HEARSAY_STANCE_TARGET_CLASSES];

  /* The model was fitted on what is said of people: of issues it knows too little. Nor is it asked about who stands in
   * the reason for praise or blame: it hears how that sounds, not of whom it is said. */
  if (place->issue || own.first < start || own.first >= end ||
      (look->cue_polarity != 0.0f && hearsay_stance_is_in_reason (look->scene, piece_first, place->first)))
    return;
  if (!does_without (reader->words, own))
    {
      hearsay_stance_model_score_target (reader->model, reader->words, own, start, end, scores);
      target->heard[0] += scores[1];
      target->heard[1] += scores[2];
      target->n_heard++;
    }
  if (look->has_source && !look->quoted && text->tokens[look->source.first].sentence == text->tokens[own.first].sentence &&
      (look->source.last < own.first || own.last < look->source.first))
    read_pair (look, own, target);
}

/* The first thing that is argued about, in what is feared. */
static gboolean
is_dreaded (const HearsayStanceLook *look,
            const HearsaySpot       *place)
{
  if (!look->dreads || !place->issue)
    return FALSE;
  for (guint i = 0; i < look->n_targets; i++)
    if (look->targets[i].issue)
      return look->targets[i].first_place == place->first;
  return TRUE;
}

/* All that the words around say of one place. */
static void
weigh_place (HearsayStanceLook *look,
             const HearsaySpot *place,
             guint32            piece_first,
             guint32            piece_last)
{
  const HearsayText *text = look->scene->closed->text;
  HearsayStanceTarget *target = target_for (look, place);
  guint32 from = place->first > HEARSAY_STANCE_REACH + 1 ? place->first - HEARSAY_STANCE_REACH - 1 : 0;

  if (target == NULL)
    return;
  if (look->scene->reader != NULL)
    read_place (look, place, piece_first, piece_last, target);
  /* “Fears that they may forge an alliance”: what is dreaded has its name behind a verb. */
  if ((look->proposes && place->issue) ||
      (look->cue_polarity != 0.0f && (!has_verb_before (look, piece_first, place->first) || is_dreaded (look, place))))
    add_influence (target, cue_influence (look, place, piece_first), hearsay_text_find_token (text, look->attribution->cue.start),
                   place->last, look->cue_hedged || (place->modifier && !is_pair (look, place)));

  for (guint i = hearsay_attitudes_behind (look->scene->words, MAX (from, piece_first)); i < look->scene->words->len; i++)
    {
      const HearsayCueWord *word = &g_array_index (look->scene->words, HearsayCueWord, i);

      if (word->token > MIN (piece_last, place->last + HEARSAY_STANCE_REACH + 1))
        break;
      if (text->tokens[word->token].sentence != text->tokens[place->first].sentence)
        continue;
      /* “Blamed them for ignoring Norway”: who is blamed ignored it. */
      if (look->cue_polarity < 0.0f && hearsay_stance_is_in_reason (look->scene, piece_first, word->token + 1))
        continue;
      add_influence (target, _hearsay_stance_influence (look, word, place) * (place->modifier && !is_pair (look, place) ? MODIFIER_SHARE : 1.0f),
                     MIN (word->first, place->first), MAX (word->token, place->last),
                     word->hedged || (place->modifier && !is_pair (look, place)));
    }
}

/* “Him”, “her plans”: whoever that is, as much as by name. */
static void
weigh_pronouns (HearsayStanceLook *look,
                guint32            first,
                guint32            last)
{
  const HearsayScene *scene = look->scene;

  for (guint i = hearsay_actors_first_pronoun (scene->actors, first); i < scene->actors->pronouns->len; i++)
    {
      const HearsayMention *mention = &g_array_index (scene->actors->pronouns, HearsayMention, i);
      HearsaySpot place = { mention->first, mention->last, mention->actor, FALSE, scene->xpos[mention->first] == HEARSAY_XPOS_PRPS, FALSE };

      if (mention->first > last)
        return;
      if (mention->actor != look->speaker && mention->actor != look->holder)
        weigh_place (look, &place, first, last);
    }
}

/* The one country that the sentence names before @token, as far as a reader looks back, or -1. */
static gint32
find_country (const HearsayScene *scene,
              guint32             token)
{
  const HearsayText *text = scene->closed->text;
  guint32 first = MAX (hearsay_text_sentence_of (text, token)->first_token, token > COUNTRY_REACH ? token - COUNTRY_REACH : 0);
  guint i = hearsay_actors_first_mention (scene->actors, text->tokens[first].start);
  gint32 country = -1;

  for (; i < scene->actors->mentions->len && hearsay_actors_mention (scene->actors, i)->first < token; i++)
    {
      gint32 actor = hearsay_actors_mention (scene->actors, i)->actor;

      if (actor == country || hearsay_actors_get (scene->actors, actor)->kind != HEARSAY_ACTOR_COUNTRY)
        continue;
      if (country >= 0)
        return -1;
      country = actor;
    }
  return country;
}

/* “Norway's minister is proud of the country”: where one alone is named before it, that is the country. */
static void
weigh_countries (HearsayStanceLook *look,
                 guint32            first,
                 guint32            last)
{
  const HearsayScene *scene = look->scene;
  const HearsayText *text = scene->closed->text;

  for (guint32 k = first + 1; k <= last; k++)
    {
      HearsaySpot place = { k - 1, k, -1, FALSE, FALSE, FALSE };

      if (!hearsay_text_token_is (text, k, "country") || !hearsay_text_token_is (text, k - 1, "the"))
        continue;
      place.index = find_country (scene, k);
      place.modifier = k < last && hearsay_text_token_is (text, k + 1, "'s");
      if (place.index >= 0 && place.index != look->speaker && place.index != look->holder)
        weigh_place (look, &place, first, last);
    }
}

/* The places of actors and issues from @first to @last. */
void
_hearsay_stance_weigh_piece (HearsayStanceLook *look,
                             guint32            first,
                             guint32            last)
{
  const HearsayScene *scene = look->scene;
  const HearsayText *text = scene->closed->text;
  guint32 start = text->tokens[first].start;
  guint32 end = text->tokens[last].end;

  for (guint i = hearsay_actors_first_mention (scene->actors, start);
       i < scene->actors->mentions->len && hearsay_actors_mention (scene->actors, i)->start < end; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, i);
      HearsaySpot place = { mention->first, mention->last, mention->actor, FALSE, hearsay_stance_is_modifier (scene, mention), FALSE };

      if (mention->actor != look->speaker && mention->actor != look->holder)
        weigh_place (look, &place, first, last);
    }
  for (guint i = hearsay_issues_first_mention (scene->issues, start); i < scene->issues->mentions->len; i++)
    {
      const HearsayIssueMention *mention = &g_array_index (scene->issues->mentions, HearsayIssueMention, i);
      HearsaySpot place = { mention->first, mention->last, mention->issue, TRUE, FALSE, mention->contrary };

      if (mention->start >= end)
        break;
      weigh_place (look, &place, first, last);
    }
  weigh_pronouns (look, first, last);
  weigh_countries (look, first, last);
}

/* “We have trust in each other”: the countries of the sentence before are meant. */
void
_hearsay_stance_weigh_implied (HearsayStanceLook *look,
                               guint32            first,
                               guint32            last)
{
  const HearsayScene *scene = look->scene;
  const HearsayText *text = scene->closed->text;
  guint32 pronoun = G_MAXUINT32;
  guint32 sentence = text->tokens[first].sentence;
  guint i = hearsay_actors_first_mention (scene->actors, text->sentences[sentence].start);
  gint32 own = look->speaker >= 0 ? hearsay_actors_get (scene->actors, look->speaker)->affiliation : -1;
  gint32 other = -1;
  guint n_countries = 0;

  for (guint32 k = first; k <= last && pronoun == G_MAXUINT32; k++)
    if ((hearsay_text_token_is (text, k, "each") && k < last && hearsay_text_token_is (text, k + 1, "other")) ||
        hearsay_text_token_is (text, k, "our") || hearsay_text_token_is (text, k, "bilateral"))
      pronoun = k;
  if (pronoun == G_MAXUINT32 || own < 0)
    return;
  for (guint seen = 0; i > 0 && seen < 12; i--, seen++)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, i - 1);
      const HearsayFoundActor *actor = hearsay_actors_get (scene->actors, mention->actor);

      if (text->tokens[mention->first].sentence + 3 < sentence)
        break;
      if (actor->kind != HEARSAY_ACTOR_COUNTRY)
        continue;
      n_countries++;
      if (mention->actor != own && other < 0)
        other = mention->actor;
    }
  if (other >= 0 && n_countries >= 2)
    {
      HearsaySpot place = { pronoun, pronoun, other, FALSE, FALSE, FALSE };

      weigh_place (look, &place, first, last);
    }
}
