/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stances.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far a word of attitude reaches, in tokens. */
#define REACH 16

/* Targets of one statement: more than a reader could follow. */
#define MAX_TARGETS 24

/* Influences below this are noise. */
#define MIN_INFLUENCE 0.02f

/* What the other words count beside the strongest one. */
#define OTHERS_SHARE 0.4f

/* What is left of a verb's or cue's influence behind each preposition. */
#define PREPOSITION_SHARE 0.6f

/* Of rules and model: what the rules count, and from where on the mixture is shown, and shown as sure. */
#define RULE_SHARE 0.7f
#define MIXED_SHOWN 0.3f
#define MIXED_SURE 0.55f
#define MIXED_LOUD 0.45f
/* The model was fitted on what is said of people: of issues it knows less. */
#define ISSUE_RULE_SHARE 0.85f

/* What is left for a name that only says whose something is: “Bergen police”. */
#define MODIFIER_SHARE 0.6f

typedef struct
{
  guint32 first;
  guint32 last;
  gint32 index;
  gboolean issue;
  gboolean modifier; /* only says whose something is */
} Place;

typedef struct
{
  gint32 index;
  gboolean issue;
  float sum;
  float strongest;
  gboolean hedged;
  guint32 evidence_first;
  guint32 evidence_last;
  guint32 first_place;
  float read; /* -1 to 1: how the words around it sound to the fitted model */
  gboolean has_pair;
  float pair_value;
  HearsayStanceVerdict pair; /* how who says it stands to it */
} Target;

/* A statement being looked at. */
typedef struct
{
  const HearsayScene *scene;
  const HearsayAttribution *attribution;
  gint32 speaker;
  gint32 holder; /* whom the content names as holder, or -1 */
  float cue_polarity;
  gboolean cue_hedged;
  gboolean dreads; /* “fears that”, “warned that” */
  HearsayStancePlace source; /* who says it; empty where nobody is named */
  gboolean has_source;
  Target targets[MAX_TARGETS];
  guint n_targets;
} Look;

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

/* The share of statements with this score that a reader agrees with, roughly. */
float
hearsay_stance_confidence (float score)
{
  return CLAMP (0.45f + 0.62f * fabsf (score), 0.0f, 0.95f);
}

/* Whether another actor stands as subject before the word: then the attitude is his. */
static gboolean
has_other_subject (const Look           *look,
                   const HearsayCueWord *word,
                   const Place          *place)
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
next_is (const Look *look,
         guint32     token,
         const char *a,
         const char *b)
{
  const HearsayText *text = look->scene->closed->text;

  return token + 1 < text->n_tokens &&
         (hearsay_text_token_is (text, token + 1, a) || (b != NULL && hearsay_text_token_is (text, token + 1, b)));
}

/* What a verb says of what stands at @place. */
static float
verb_influence (const Look           *look,
                const HearsayCueWord *word,
                const Place          *place,
                guint32               distance,
                gboolean              behind)
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
  if (!object)
    return 0.4f * word->polarity / (1.0f + distance / 6.0f);
  share = has_other_subject (look, word, place) ? 0.3f : 1.0f;
  share *= powf (PREPOSITION_SHARE, hearsay_stance_prepositions (look->scene, MIN (word->token + 1, place->first), place->first));
  /* Who fears harm to somebody is on his side. */
  if (look->dreads && word->polarity < 0.0f && !place->issue)
    return -share * word->polarity / (1.0f + distance / 8.0f);
  return share * word->polarity / (1.0f + distance / 8.0f);
}

/* “at the club”, “in Norway”: where it happens, not what it is about. */
static gboolean
is_scene_only (const Look  *look,
               guint32      floor,
               const Place *place)
{
  const HearsayText *text = look->scene->closed->text;
  guint32 k = place->first;

  if (k > 0 && hearsay_closed_is (look->scene->closed, k - 1, HEARSAY_CLOSED_DETERMINER))
    k--;
  return k > floor && k - 1 > floor && (hearsay_text_token_is (text, k - 1, "at") || hearsay_text_token_is (text, k - 1, "in") ||
                                        hearsay_text_token_is (text, k - 1, "from"));
}

static float
influence (const Look           *look,
           const HearsayCueWord *word,
           const Place          *place)
{
  gboolean behind = place->first > word->token;
  guint32 distance;
  float value;

  if (word->token >= place->first && word->token <= place->last)
    return place->issue ? 0.0f : word->polarity * 0.5f;
  distance = behind ? place->first - word->token - 1 : word->token - place->last - 1;
  if (distance > REACH)
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
      if (behind && next_is (look, word->token, "for", "to"))
        value *= 0.7f;
      break;
    case HEARSAY_ATTITUDE_NOUN:
      value = 0.8f * word->polarity / (1.0f + distance / 6.0f);
      /* “The China-US confrontation” takes no side. */
      if (!behind && word->polarity < 0.0f && distance == 0)
        value *= 0.2f;
      /* A threat to somebody says nothing against him. */
      if (behind && word->polarity < 0.0f && next_is (look, word->token, "to", "against"))
        value = 0.0f;
      else if (behind && next_is (look, word->token, "in", "for"))
        value *= 1.3f;
      break;
    default:
      return 0.0f;
    }
  if (is_scene_only (look, word->token, place))
    value *= 0.4f;
  value *= hearsay_stance_separation (look->scene, behind ? word->token : place->last, behind ? place->first : word->token);
  return word->hedged ? 0.7f * value : value;
}

static Target *
target_for (Look        *look,
            const Place *place)
{
  for (guint i = 0; i < look->n_targets; i++)
    if (look->targets[i].index == place->index && look->targets[i].issue == place->issue)
      return &look->targets[i];
  if (look->n_targets == MAX_TARGETS)
    return NULL;
  look->targets[look->n_targets] = (Target) {
    .index = place->index,
    .issue = place->issue,
    .evidence_first = place->first,
    .evidence_last = place->last,
    .first_place = place->first,
  };
  return &look->targets[look->n_targets++];
}

static void
add_influence (Target *target,
               float   value,
               guint32 first,
               guint32 last,
               gboolean hedged)
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
has_verb_before (const Look *look,
                 guint32     from,
                 guint32     token)
{
  for (guint32 k = from; k < token; k++)
    if (look->scene->xpos[k] == HEARSAY_XPOS_MD || look->scene->xpos[k] == HEARSAY_XPOS_VBD ||
        look->scene->xpos[k] == HEARSAY_XPOS_VBP || look->scene->xpos[k] == HEARSAY_XPOS_VBZ)
      return TRUE;
  return FALSE;
}

/* “China-Norway relations”: both are meant, though a noun follows. */
static gboolean
is_pair (const Look  *look,
         const Place *place)
{
  return (look->scene->closed->text->tokens[place->first].flags & HEARSAY_TOKEN_PARTS) != 0;
}

static float
cue_influence (const Look  *look,
               const Place *place,
               guint32      piece_first)
{
  float value = (look->cue_hedged ? 0.7f : 1.2f) * look->cue_polarity / (1.0f + (place->first - piece_first) / 12.0f);

  value *= powf (PREPOSITION_SHARE, hearsay_stance_prepositions (look->scene, piece_first, place->first));
  if (is_scene_only (look, piece_first, place))
    value *= 0.1f;
  return place->modifier && !is_pair (look, place) ? value * MODIFIER_SHARE : value;
}

/* How who says it stands to the place, where both are named in one sentence. */
static void
read_pair (const Look        *look,
           HearsayStancePlace own,
           Target            *target)
{
  const HearsayStanceReader *reader = look->scene->reader;
  gboolean before = look->source.first < own.first;
  guint support = before ? 1 : 2;
  HearsayStanceVerdict verdict;
  float value;

  hearsay_stance_model_ask_pair (reader->model, reader->words, before ? look->source : own, before ? own : look->source, &verdict);
  value = verdict.shares[support] - verdict.shares[support + 2];
  if (verdict.label != support && verdict.label != support + 2)
    verdict.label = 0;
  hearsay_stance_mend (reader, look->source, own, &verdict, &value);
  if (verdict.label == 0)
    {
      /* The other direction is no answer here. */
      verdict.sure = FALSE;
      value = CLAMP (value, -HEARSAY_STANCE_SHOWN, HEARSAY_STANCE_SHOWN);
    }
  if (!target->has_pair || (verdict.label != 0) > (target->pair.label != 0) ||
      ((verdict.label != 0) == (target->pair.label != 0) && fabsf (value) > fabsf (target->pair_value)))
    {
      target->pair = verdict;
      target->pair_value = value;
    }
  target->has_pair = TRUE;
}

/* What the fitted model reads out of the words around a place; the place where it reads most counts. */
static void
read_place (const Look  *look,
            const Place *place,
            guint32      piece_first,
            guint32      piece_last,
            Target      *target)
{
  const HearsayStanceReader *reader = look->scene->reader;
  const HearsayText *text = look->scene->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, place->first);
  guint32 start = MAX (piece_first, sentence->first_token);
  guint32 end = MIN (piece_last + 1, sentence->first_token + sentence->n_tokens);
  HearsayStancePlace own = { place->first, MIN (place->last, end - 1) };
  HearsayStanceVerdict verdict;
  float value;

  if (own.first < start || own.first >= end)
    return;
  hearsay_stance_model_ask_target (reader->model, reader->words, own, start, end, &verdict);
  value = verdict.shares[1] - verdict.shares[2];
  if (fabsf (value) > fabsf (target->read))
    target->read = value;
  if (look->has_source && !place->issue && text->tokens[look->source.first].sentence == text->tokens[own.first].sentence &&
      (look->source.last < own.first || own.last < look->source.first))
    read_pair (look, own, target);
}

/* The first thing that is argued about, in what is feared. */
static gboolean
is_dreaded (const Look  *look,
            const Place *place)
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
weigh_place (Look        *look,
             const Place *place,
             guint32      piece_first,
             guint32      piece_last)
{
  const HearsayText *text = look->scene->closed->text;
  Target *target = target_for (look, place);
  guint32 from = place->first > REACH + 1 ? place->first - REACH - 1 : 0;

  if (target == NULL)
    return;
  if (look->scene->reader != NULL)
    read_place (look, place, piece_first, piece_last, target);
  /* “Fears that they may forge an alliance”: what is dreaded has its name behind a verb. */
  if (look->cue_polarity != 0.0f && (!has_verb_before (look, piece_first, place->first) || is_dreaded (look, place)))
    add_influence (target, cue_influence (look, place, piece_first), hearsay_text_find_token (text, look->attribution->cue.start),
                   place->last, look->cue_hedged || (place->modifier && !is_pair (look, place)));

  for (guint i = hearsay_attitudes_behind (look->scene->words, MAX (from, piece_first)); i < look->scene->words->len; i++)
    {
      const HearsayCueWord *word = &g_array_index (look->scene->words, HearsayCueWord, i);

      if (word->token > MIN (piece_last, place->last + REACH + 1))
        break;
      if (text->tokens[word->token].sentence != text->tokens[place->first].sentence)
        continue;
      add_influence (target, influence (look, word, place) * (place->modifier && !is_pair (look, place) ? MODIFIER_SHARE : 1.0f),
                     MIN (word->first, place->first), MAX (word->token, place->last),
                     word->hedged || (place->modifier && !is_pair (look, place)));
    }
}

/* “Russia believes that …” inside what somebody says: Russia holds it. */
static gint32
find_holder (const Look *look,
             guint32     first,
             guint32     last)
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

/* The places of actors and issues from @first to @last. */
static void
weigh_piece (Look   *look,
             guint32 first,
             guint32 last)
{
  const HearsayScene *scene = look->scene;
  const HearsayText *text = scene->closed->text;
  guint32 start = text->tokens[first].start;
  guint32 end = text->tokens[last].end;

  for (guint i = hearsay_actors_first_mention (scene->actors, start);
       i < scene->actors->mentions->len && hearsay_actors_mention (scene->actors, i)->start < end; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, i);
      Place place = { mention->first, mention->last, mention->actor, FALSE, hearsay_stance_is_modifier (scene, mention) };

      if (mention->actor != look->speaker && mention->actor != look->holder)
        weigh_place (look, &place, first, last);
    }
  for (guint i = hearsay_issues_first_mention (scene->issues, start); i < scene->issues->mentions->len; i++)
    {
      const HearsayIssueMention *mention = &g_array_index (scene->issues->mentions, HearsayIssueMention, i);
      Place place = { mention->first, mention->last, mention->issue, TRUE, FALSE };

      if (mention->start >= end)
        break;
      weigh_place (look, &place, first, last);
    }
}

/* What the cue itself says: “praised”, “fear”, “expressed his readiness”. */
static void
look_at_cue (Look *look)
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

/* “We have trust in each other”: the countries of the sentence before are meant. */
static void
weigh_implied (Look   *look,
               guint32 first,
               guint32 last)
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
      Place place = { pronoun, pronoun, other, FALSE, FALSE };

      weigh_place (look, &place, first, last);
    }
}

/* The strongest word decides, the others join in. */
static float
strength (const Target *target)
{
  return target->strongest + OTHERS_SHARE * (target->sum - target->strongest);
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const Target *x = a;
  const Target *y = b;
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
judge_by_rules (const Target          *target,
                gboolean               in_cue,
                HearsayAnalysisStance *stance)
{
  float raw = strength (target);
  float score = raw / (0.6f + fabsf (raw));

  stance->score = score;
  stance->position = fabsf (score) < HEARSAY_STANCE_SHOWN ? HEARSAY_POSITION_NEUTRAL
                     : score > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE;
  stance->sure = fabsf (score) >= (in_cue ? HEARSAY_STANCE_SURE : HEARSAY_STANCE_SURE_CONTENT) && !target->hedged;
  stance->confidence = stance->position == HEARSAY_POSITION_NEUTRAL ? 0.4f : hearsay_stance_confidence (score);
}

/*
 * Where who says it is named in the same sentence, the model that was fitted on such
 * pairs decides, unless it says nothing and all else speaks loud. Elsewhere what the
 * rules find, which know the cue, and how the words sound are weighed together; weights
 * and limits are those that were best where both could be tried on pairs of the
 * training part.
 */
static void
judge_by_model (const Target          *target,
                HearsayAnalysisStance *stance)
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
  stance->score = mixed;
  stance->position = size < shown ? HEARSAY_POSITION_NEUTRAL : mixed > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE;
  stance->sure = size >= MIXED_SURE && !target->hedged;
  stance->confidence = stance->position == HEARSAY_POSITION_NEUTRAL ? 0.73f - 0.7f * size
                                                                     : CLAMP (0.4f + 1.45f * (size - MIXED_SHOWN), 0.3f, 0.9f);
}

static void
emit (const Look               *look,
      HearsayAnalysis          *analysis,
      HearsayAnalysisStatement *statement)
{
  const HearsayText *text = look->scene->closed->text;

  statement->first_stance = analysis->stances->len;
  statement->n_stances = look->n_targets;
  for (guint i = 0; i < look->n_targets; i++)
    {
      const Target *target = &look->targets[i];
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
        judge_by_model (target, &stance);
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
  Look look = { .scene = scene, .attribution = attribution, .speaker = statement->speaker, .holder = -1 };

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
      weigh_piece (&look, first, last);
      weigh_implied (&look, first, last);
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
