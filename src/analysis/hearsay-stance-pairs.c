/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stances.h"

#include <math.h>
#include <string.h>

/* Actors of one sentence that are compared with each other, and mentions of each. */
#define MAX_ACTORS 12
#define MAX_MENTIONS 48

/* How far the mentions of given actors in two sentences may lie apart, in tokens. */
#define GIVEN_REACH 80

/* Evidence that is longer shows too little. */
#define MAX_EVIDENCE 20

typedef struct
{
  HearsayStancePlace place;
  gint32 actor;
} Place;

/* Those who are named in a sentence. */
typedef struct
{
  Place places[MAX_MENTIONS];
  guint n;
} Cast;

static gboolean
is_pronoun (const HearsayText *text,
            guint32            token)
{
  static const char *const pronouns[] = { "he", "she", "him", "her" };

  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (hearsay_text_token_is (text, token, pronouns[i]))
      return TRUE;
  return FALSE;
}

static void
add_place (Cast              *cast,
           HearsayStancePlace place,
           gint32             actor)
{
  if (actor >= 0 && cast->n < MAX_MENTIONS)
    cast->places[cast->n++] = (Place) { place, actor };
}

/* Names of the sentence in text order, and “he” and “she” where their bearer is known. */
static void
find_cast (const HearsayScene    *scene,
           const HearsaySentence *sentence,
           guint                 *next,
           Cast                  *cast)
{
  const HearsayText *text = scene->closed->text;
  guint32 end = sentence->first_token + sentence->n_tokens;
  gboolean names = FALSE;

  cast->n = 0;
  for (; *next < scene->actors->mentions->len && hearsay_actors_mention (scene->actors, *next)->first < end; (*next)++)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, *next);

      if (mention->kind == HEARSAY_MENTION_ADJECTIVE && !hearsay_actors_get (scene->actors, mention->actor)->given)
        continue;
      names = TRUE;
      add_place (cast, (HearsayStancePlace) { mention->first, MIN (mention->last, end - 1) }, mention->actor);
    }
  for (guint32 i = sentence->first_token; names && i < end; i++)
    if (is_pronoun (text, i) && scene->syntax->deprel[i] != HEARSAY_DEPREL_NMOD_POSS)
      add_place (cast, (HearsayStancePlace) { i, i },
                 hearsay_actors_resolve (scene->actors, (HearsaySpan) { text->tokens[i].start, text->tokens[i].end }, -1));
}

static guint32
gap (HearsayStancePlace a,
     HearsayStancePlace b)
{
  if (a.first <= b.last && b.first <= a.last)
    return G_MAXUINT32;
  return a.last < b.first ? b.first - a.last : a.first - b.last;
}

/* The word on the way from holder to target that shows the attitude: the strongest one of the lexicon, or the one above both. */
static guint32
find_key (const HearsayStanceWords *words,
          guint32                   holder,
          guint32                   target)
{
  gint32 best = -1;
  int strength = 0;
  gint32 at = words->words[target].head;

  for (guint steps = 0; steps < 8 && at >= 0 && at != (gint32) holder; steps++, at = words->words[at].head)
    {
      int own = 2 * ABS (words->words[at].polarity) + 1;

      if (own > strength)
        {
          strength = own;
          best = at;
        }
    }
  return best >= 0 ? (guint32) best : target;
}

static HearsaySpan
find_evidence (const HearsayScene *scene,
               guint32             key,
               HearsayStancePlace  holder,
               HearsayStancePlace  target)
{
  const HearsayText *text = scene->closed->text;
  guint32 first = MIN (key, target.first);
  guint32 last = MAX (key, target.last);
  HearsaySpan bytes;

  for (guint32 k = key; k > 0 && k + 4 > key && text->tokens[k - 1].sentence == text->tokens[key].sentence; k--)
    if (hearsay_closed_is (scene->closed, k - 1, HEARSAY_CLOSED_NEGATION))
      first = MIN (first, k - 1);
  if (last - first > MAX_EVIDENCE)
    {
      first = key;
      last = key;
    }
  else if (holder.last < first && last - holder.first <= MAX_EVIDENCE)
    first = holder.first;
  bytes = hearsay_text_tokens_span (text, first, last);
  return hearsay_text_to_span (text, bytes.start, bytes.end);
}

static void
emit (const HearsayScene         *scene,
      const Place                *holder,
      const Place                *target,
      const HearsayStanceVerdict *verdict,
      float                       score,
      HearsayAnalysis            *analysis)
{
  const HearsayStanceWords *words = scene->reader->words;
  guint32 key = find_key (words, hearsay_stance_words_head (words, holder->place), hearsay_stance_words_head (words, target->place));
  HearsayAnalysisRelation relation = {
    .from = holder->actor,
    .to = target->actor,
    .statement = scene->statements[target->place.first],
    .score = score,
    .position = score > 0 ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE,
    .confidence = verdict->confidence,
    .sure = verdict->sure,
    .evidence = find_evidence (scene, key, holder->place, target->place),
  };

  g_array_append_val (analysis->relations, relation);
}

static gint32
actor_at (const Cast *cast,
          guint32     token)
{
  for (guint i = 0; i < cast->n; i++)
    if (cast->places[i].place.first <= token && token <= cast->places[i].place.last)
      return cast->places[i].actor;
  return -1;
}

static gboolean
is_below (const HearsayStanceWord *words,
          gint32                   token,
          gint32                   above)
{
  for (guint steps = 0; steps < 64 && token >= 0; steps++, token = words[token].head)
    if (token == above)
      return TRUE;
  return FALSE;
}

/* “X said that Y believes that Z …”: the attitude to Z is Y's, whom X only reports. */
static gboolean
is_reported (const HearsayScene *scene,
             const Cast         *cast,
             const Place        *holder,
             const Place        *target)
{
  const HearsayStanceWord *words = scene->reader->words->words;
  gint32 at = (gint32) hearsay_stance_words_head (scene->reader->words, target->place);
  gint32 holder_head = (gint32) hearsay_stance_words_head (scene->reader->words, holder->place);
  gint32 below = -1;

  for (guint steps = 0; steps < 24 && at >= 0 && !is_below (words, holder_head, at); steps++, below = at, at = words[at].head)
    {
      gint32 k;
      gint32 subject;

      if (below < 0 || words[below].deprel != HEARSAY_DEPREL_CCOMP)
        continue;
      for (k = words[at].first; k >= 0 && words[k].deprel != HEARSAY_DEPREL_NSUBJ; k = words[k].next)
        ;
      subject = k >= 0 ? actor_at (cast, (guint32) k) : -1;
      if (subject >= 0)
        return subject != holder->actor && subject != target->actor;
    }
  return FALSE;
}

/* “Fear that Y may threaten Z”: harm to Z is feared by its friends. */
static gboolean
is_dreaded_harm (const HearsayStanceWords *words,
                 guint32                   target)
{
  const HearsayStanceWord *own = &words->words[target];
  gint32 at = own->head;

  /* A verb of harm has one object, whatever the tree makes of what follows. */
  if ((own->deprel != HEARSAY_DEPREL_OBJ && own->deprel != HEARSAY_DEPREL_IOBJ) || at < 0 || words->words[at].polarity >= 0)
    return FALSE;
  for (guint steps = 0; steps < 6; steps++)
    {
      gint32 above = words->words[at].head;

      if (above < 0)
        return FALSE;
      if (words->words[above].flags & HEARSAY_STANCE_DREAD)
        return TRUE;
      at = above;
    }
  return FALSE;
}

static gboolean
has_for (const HearsayStanceWords *words,
         const HearsayStanceWord  *word)
{
  const guint32 own = hearsay_hash_bytes ("for", 3);

  for (gint32 k = word->first; k >= 0; k = words->words[k].next)
    if ((words->words[k].deprel == HEARSAY_DEPREL_MARK || words->words[k].deprel == HEARSAY_DEPREL_CASE) && words->words[k].word == own)
      return TRUE;
  return FALSE;
}

/* “Blamed X for ignoring Y”, “criticism of X for its failure to mention Y”: nothing is said against Y. */
static gboolean
is_in_reproach (const HearsayStanceWords *words,
                guint32                   target)
{
  gint32 at = words->words[target].head;

  for (guint steps = 0; steps < 6 && at >= 0; steps++, at = words->words[at].head)
    {
      const HearsayStanceWord *word = &words->words[at];

      if ((word->xpos == HEARSAY_XPOS_VBG || word->polarity < 0) && word->head >= 0 && words->words[word->head].polarity < 0 && has_for (words, word))
        return TRUE;
    }
  return FALSE;
}

/* “Praised fish in Norway”: where it happens; but “has trust in Norway”. */
static gboolean
is_scene_only (const HearsayStanceWords *words,
               guint32                   target)
{
  const HearsayStanceWord *own = &words->words[target];

  return (own->flags & HEARSAY_STANCE_PLACE) && own->head >= 0 && own->deprel == HEARSAY_DEPREL_NMOD &&
         words->words[own->head].polarity == 0;
}

/* Whether the holder fears what is said. */
static gboolean
is_afraid (const HearsayStanceWords *words,
           guint32                   holder_head)
{
  const HearsayStanceWord *word = &words->words[holder_head];

  return word->deprel == HEARSAY_DEPREL_NSUBJ && word->head >= 0 && (words->words[word->head].flags & HEARSAY_STANCE_DREAD) != 0;
}

/**
 * hearsay_stance_mend:
 * @verdict: of the model; its class becomes 0 where nothing is said of @target
 * @score: of the holder toward the target
 *
 * Rules for what is too rare in the training data to be learnt from it.
 */
void
hearsay_stance_mend (const HearsayStanceReader *reader,
                     HearsayStancePlace         holder,
                     HearsayStancePlace         target,
                     HearsayStanceVerdict      *verdict,
                     float                     *score)
{
  const HearsayStanceWords *words = reader->words;
  guint32 head = hearsay_stance_words_head (words, target);
  guint32 holder_head = hearsay_stance_words_head (words, holder);
  const HearsayStanceWord *key = &words->words[find_key (words, holder_head, head)];

  if (verdict->label == 0)
    return;
  if (hearsay_stance_words_find_need (words, head) >= 0 || is_in_reproach (words, head))
    {
      verdict->label = 0;
      verdict->sure = FALSE;
      return;
    }
  /* “Might condemn”, “if it condemned”, but not “fears that it may”: fear is of what is only thinkable. Or where it happens. */
  if (((key->flags & (HEARSAY_STANCE_MODAL | HEARSAY_STANCE_CONDITION)) && !is_afraid (words, holder_head)) ||
      is_scene_only (words, head))
    verdict->sure = FALSE;
  /* “Refused to condemn”. */
  if (((key->flags & HEARSAY_STANCE_TURNED) && (float) key->polarity * *score < 0) ||
      (*score < 0 && is_afraid (words, holder_head) && is_dreaded_harm (words, head)))
    *score = -*score;
}

/* Asks how two mentions stand to each other. */
static void
ask (const HearsayScene *scene,
     const Cast         *cast,
     const Place        *first,
     const Place        *second,
     HearsayAnalysis    *analysis)
{
  HearsayStanceVerdict verdict;
  float score;

  hearsay_stance_model_ask_pair (scene->reader->model, scene->reader->words, first->place, second->place, &verdict);
  if (verdict.label == 0)
    return;
  if (verdict.label % 2 == 1)
    score = verdict.shares[1] - verdict.shares[3];
  else
    score = verdict.shares[2] - verdict.shares[4];
  if (verdict.label % 2 == 0)
    {
      const Place *swap = first;

      first = second;
      second = swap;
    }
  hearsay_stance_mend (scene->reader, first->place, second->place, &verdict, &score);
  if (verdict.label != 0 && !is_reported (scene, cast, first, second))
    emit (scene, first, second, &verdict, score, analysis);
}

/* The two mentions of @a and @b that stand nearest to each other. */
static gboolean
find_nearest (const Cast   *left,
              const Cast   *right,
              gint32        a,
              gint32        b,
              const Place **first,
              const Place **second)
{
  guint32 nearest = G_MAXUINT32;

  for (guint i = 0; i < left->n; i++)
    for (guint k = 0; k < right->n && left->places[i].actor == a; k++)
      {
        guint32 distance = right->places[k].actor == b ? gap (left->places[i].place, right->places[k].place) : G_MAXUINT32;

        if (distance < nearest)
          {
            nearest = distance;
            *first = &left->places[i];
            *second = &right->places[k];
          }
      }
  return nearest != G_MAXUINT32;
}

static guint
list_actors (const Cast *cast,
             gint32     *actors)
{
  guint n = 0;

  for (guint i = 0; i < cast->n && n < MAX_ACTORS; i++)
    {
      guint k;

      for (k = 0; k < n && actors[k] != cast->places[i].actor; k++)
        ;
      if (k == n)
        actors[n++] = cast->places[i].actor;
    }
  return n;
}

static void
ask_sentence (const HearsayScene *scene,
              const Cast         *cast,
              HearsayAnalysis    *analysis)
{
  gint32 actors[MAX_ACTORS];
  guint n = list_actors (cast, actors);
  const Place *first;
  const Place *second;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      if (find_nearest (cast, cast, actors[i], actors[k], &first, &second))
        {
          if (first->place.first < second->place.first)
            ask (scene, cast, first, second, analysis);
          else
            ask (scene, cast, second, first, analysis);
        }
}

/* Those whom the caller named are compared across a sentence's end too. */
static void
ask_given (const HearsayScene *scene,
           const Cast         *before,
           const Cast         *cast,
           HearsayAnalysis    *analysis)
{
  gint32 left[MAX_ACTORS];
  gint32 right[MAX_ACTORS];
  guint n_left = list_actors (before, left);
  guint n_right = list_actors (cast, right);
  const Place *first;
  const Place *second;

  for (guint i = 0; i < n_left; i++)
    for (guint k = 0; k < n_right; k++)
      if (left[i] != right[k] && hearsay_actors_get (scene->actors, left[i])->given &&
          hearsay_actors_get (scene->actors, right[k])->given && find_nearest (before, cast, left[i], right[k], &first, &second) &&
          gap (first->place, second->place) <= GIVEN_REACH)
        ask (scene, cast, first, second, analysis);
}

/**
 * hearsay_relations_ask:
 * @scene: with a reader
 * @analysis: with actors under the scene's indexes
 *
 * Asks the fitted model of every two actors of a sentence how they stand to each
 * other. What is neutral is left out.
 */
void
hearsay_relations_ask (const HearsayScene *scene,
                       HearsayAnalysis    *analysis)
{
  const HearsayText *text;
  Cast casts[2];
  guint next = 0;

  g_return_if_fail (scene != NULL && scene->reader != NULL && analysis != NULL);

  text = scene->closed->text;
  casts[1].n = 0;
  for (guint32 s = 0; s < text->n_sentences; s++)
    {
      Cast *cast = &casts[s % 2];
      Cast *before = &casts[1 - s % 2];

      find_cast (scene, &text->sentences[s], &next, cast);
      ask_sentence (scene, cast, analysis);
      if (scene->actors->n_given > 1 && s > 0 && text->sentences[s].paragraph == text->sentences[s - 1].paragraph)
        ask_given (scene, before, cast, analysis);
    }
}
