/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <math.h>
#include <string.h>

/* How far back a pronoun looks. */
#define MAX_SENTENCES 12
#define MAX_MENTIONS 200
#define MAX_CANDIDATES 64

/* For how many sentences the speaker before is likely to be meant. */
#define SPEAKER_REACH 3

/* What makes an actor the one that a pronoun means. Each mention counts; these are factors, chosen by coordinate search
 * on the training parts of GUM and of the attribution corpus, as hearsay-train measures it. */
#define DECAY 0.1            /* for each sentence beyond the one before */
#define SUBJECT_NEAR 11.8    /* the subject, in this sentence or the one before */
#define SUBJECT_FAR 4.0
#define POSSESSIVE 0.5
#define OTHER_ROLE 0.7
#define BOTH_SUBJECTS 0.24   /* taken back where the pronoun is a subject itself: “his” clings closer to subjects than “he” */
#define BOTH_SAY 2.0         /* subjects of verbs of speech, both */
#define OTHER_PARAGRAPH 0.35
#define DEEPER 0.3           /* inside of a quotation that the pronoun is not in */
#define NO_GENDER 0.35       /* it is not known that the name is a man's or a woman's */
#define SPEAKER 2.0          /* of the statement before */
#define SAME_CLAUSE 0.1      /* “Voss saw him” */
#define QUOTED_SPEAKER 0.07  /* in the speaker's own words */
#define TOPIC 0.2            /* the power of the number of mentions in the text */

static guint32
sentence_of (const HearsayActors *self,
             guint32              token)
{
  return self->closed->text->tokens[token].sentence;
}

static gboolean
is_subject (const HearsayActors *self,
            guint32              token)
{
  guint8 deprel = self->syntax->deprel[token];

  return deprel == HEARSAY_DEPREL_NSUBJ || deprel == HEARSAY_DEPREL_NSUBJ_PASS || deprel == HEARSAY_DEPREL_NSUBJ_OUTER;
}

/* The token of a mention that the others hang on. */
static guint32
head_of (const HearsayActors  *self,
         const HearsayMention *mention)
{
  guint32 head = mention->last;

  for (guint32 steps = 0; steps <= mention->last - mention->title; steps++)
    {
      gint32 above = self->syntax->head[head];

      if (above < (gint32) mention->title || above > (gint32) mention->last)
        break;
      head = (guint32) above;
    }
  return head;
}

/* “Voss saw him”: nobody is subject and object of one verb under a name and a pronoun. */
static gboolean
shares_clause (const HearsayActors *self,
               guint32              head,
               guint32              pronoun)
{
  const HearsaySyntax *syntax = self->syntax;

  if (syntax->deprel[pronoun] == HEARSAY_DEPREL_NMOD_POSS || syntax->head[pronoun] < 0)
    return FALSE;
  return is_subject (self, head) && syntax->head[head] == syntax->head[pronoun] && head != pronoun;
}

/* Whether a subject is one of a verb of speech. */
static gboolean
says (const HearsayActors *self,
      guint32              subject)
{
  gint32 verb = self->syntax->head[subject];

  return verb >= 0 && is_subject (self, subject) && hearsay_closed_is (self->closed, (guint32) verb, HEARSAY_CLOSED_SPEECH);
}

/* In the words of somebody, “he” is another than who says them. */
static gboolean
is_speaker_around (const HearsayActors *self,
                   guint32              head,
                   guint32              pronoun)
{
  const HearsayText *text = self->closed->text;

  return text->tokens[pronoun].depth > text->tokens[head].depth && says (self, head) &&
         sentence_of (self, head) + 1 >= sentence_of (self, pronoun);
}

static double
salience (const HearsayActors  *self,
          const HearsayMention *mention,
          guint32               token,
          HearsayGender         gender)
{
  const HearsayText *text = self->closed->text;
  const HearsayFoundActor *actor = hearsay_actors_get (self, mention->actor);
  guint32 head = head_of (self, mention);
  guint32 distance = sentence_of (self, token) - sentence_of (self, mention->first);
  double result = 1.0 / (1.0 + distance);

  for (guint32 i = 1; i < distance; i++)
    result *= DECAY;
  if (is_subject (self, head))
    {
      result *= distance <= 1 ? SUBJECT_NEAR : SUBJECT_FAR;
      if (is_subject (self, token))
        result *= BOTH_SUBJECTS;
      if (says (self, head) && says (self, token))
        result *= BOTH_SAY;
    }
  else if (self->syntax->deprel[head] == HEARSAY_DEPREL_NMOD_POSS)
    result *= POSSESSIVE;
  else
    result *= OTHER_ROLE;
  if (hearsay_text_paragraph_of (text, token) != hearsay_text_paragraph_of (text, mention->first))
    result *= OTHER_PARAGRAPH;
  /* What a quotation speaks of is not what the text around it goes on with. */
  if (text->tokens[mention->first].depth > text->tokens[token].depth)
    result *= DEEPER;
  if (gender != HEARSAY_GENDER_UNKNOWN && actor->gender == HEARSAY_GENDER_UNKNOWN)
    result *= NO_GENDER;
  if (shares_clause (self, head, token))
    result *= SAME_CLAUSE;
  if (is_speaker_around (self, head, token))
    result *= QUOTED_SPEAKER;
  /* Who spoke goes on speaking. */
  if (mention->actor == self->last_speaker && sentence_of (self, token) <= self->last_source + SPEAKER_REACH)
    result *= SPEAKER;
  return result;
}

static gboolean
fits (const HearsayFoundActor *actor,
      HearsayGender            gender,
      gboolean                 plural)
{
  if (plural)
    return actor->kind == HEARSAY_ACTOR_GROUP;
  if (gender == HEARSAY_GENDER_UNKNOWN)
    return actor->kind == HEARSAY_ACTOR_ORGANIZATION || actor->kind == HEARSAY_ACTOR_COUNTRY;
  return actor->kind == HEARSAY_ACTOR_PERSON && (actor->gender == HEARSAY_GENDER_UNKNOWN || actor->gender == gender);
}

typedef struct
{
  gint32 actors[MAX_CANDIDATES];
  double weights[MAX_CANDIDATES];
  guint n;
} Candidates;

/* Weighs the mentions from @begin to @end, the latest first, until they are too far away. */
static void
weigh (const HearsayActors *self,
       const GArray        *mentions,
       guint                begin,
       guint                end,
       guint32              token,
       HearsayGender        gender,
       gboolean             plural,
       Candidates          *candidates)
{
  for (guint i = end; i > begin; i--)
    {
      const HearsayMention *mention = &g_array_index (mentions, HearsayMention, i - 1);
      guint k = 0;

      if (mention->start >= self->closed->text->tokens[token].start)
        continue;
      if (sentence_of (self, mention->first) + MAX_SENTENCES < sentence_of (self, token))
        break;
      if (mention->kind == HEARSAY_MENTION_ADJECTIVE || !fits (hearsay_actors_get (self, mention->actor), gender, plural))
        continue;
      while (k < candidates->n && candidates->actors[k] != mention->actor)
        k++;
      if (k == MAX_CANDIDATES)
        break;
      if (k == candidates->n)
        {
          candidates->actors[k] = mention->actor;
          candidates->weights[k] = 0.0;
          candidates->n++;
        }
      candidates->weights[k] += salience (self, mention, token, gender);
    }
}

/**
 * hearsay_actors_find_salient:
 * @token: a pronoun
 * @gender: of the person it means; unknown for “it” and “they”
 *
 * Returns: the most salient actor before @token that a pronoun of this kind can mean, or -1
 */
gint32
hearsay_actors_find_salient (const HearsayActors *self,
                             guint32              token,
                             HearsayGender        gender,
                             gboolean             plural)
{
  guint end = hearsay_actors_first_mention (self, self->closed->text->tokens[token].start);
  guint n_late = self->late->len;
  guint n_pronouns = self->pronouns->len;
  Candidates candidates;
  gint32 best = -1;
  double best_weight = 0.0;

  candidates.n = 0;
  weigh (self, self->mentions, end > MAX_MENTIONS ? end - MAX_MENTIONS : 0, end, token, gender, plural, &candidates);
  weigh (self, self->late, n_late > MAX_MENTIONS ? n_late - MAX_MENTIONS : 0, n_late, token, gender, plural, &candidates);
  weigh (self, self->pronouns, n_pronouns > MAX_MENTIONS ? n_pronouns - MAX_MENTIONS : 0, n_pronouns, token, gender, plural,
         &candidates);
  for (guint k = 0; k < candidates.n; k++)
    {
      /* Whom the whole text is about. */
      double total = candidates.weights[k] * pow (MAX (hearsay_actors_get (self, candidates.actors[k])->n_mentions, 1u),
                                                  TOPIC);

      if (total > best_weight)
        {
          best = candidates.actors[k];
          best_weight = total;
        }
    }
  return best;
}

static HearsayGender
gender_at (const HearsayActors *self,
           guint32              token)
{
  static const char *const he[] = { "he", "him", "his", "himself" };
  static const char *const she[] = { "she", "her", "hers", "herself" };

  if (self->closed->classes[token] == 0)
    return HEARSAY_GENDER_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (he); i++)
    {
      if (hearsay_text_token_is (self->closed->text, token, he[i]))
        return HEARSAY_GENDER_MALE;
      if (hearsay_text_token_is (self->closed->text, token, she[i]))
        return HEARSAY_GENDER_FEMALE;
    }
  return HEARSAY_GENDER_UNKNOWN;
}

/* “Himself” is the subject of its verb. */
static gint32
find_reflexive (const HearsayActors *self,
                guint32              token)
{
  gint32 verb = self->syntax->head[token];

  for (guint i = hearsay_actors_first_mention (self, self->closed->text->tokens[token].start); i > 0; i--)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i - 1);
      guint32 head = head_of (self, mention);

      if (sentence_of (self, mention->first) != sentence_of (self, token))
        return -1;
      if (mention->kind != HEARSAY_MENTION_ADJECTIVE && is_subject (self, head) && self->syntax->head[head] == verb &&
          hearsay_actors_get (self, mention->actor)->kind == HEARSAY_ACTOR_PERSON)
        return mention->actor;
    }
  return -1;
}

static void
add_pronoun (HearsayActors *self,
             guint32        token,
             gint32         actor)
{
  const HearsayToken *at = &self->closed->text->tokens[token];
  HearsayMention mention = {
    .start = at->start,
    .end = at->end,
    .first = token,
    .last = token,
    .title = token,
    .actor = actor,
    .kind = HEARSAY_MENTION_PRONOUN,
    .subject = is_subject (self, token),
  };

  g_array_append_val (self->pronouns, mention);
}

/**
 * hearsay_actors_read_pronouns:
 * @token: where to stop
 *
 * Resolves every “he” and “she” before @token that was not reached yet, each by those before it. To be
 * called with growing tokens.
 */
void
hearsay_actors_read_pronouns (HearsayActors *self,
                              guint32        token)
{
  for (; self->next_pronoun < token && self->next_pronoun < self->closed->text->n_tokens; self->next_pronoun++)
    {
      guint32 at = self->next_pronoun;
      HearsayGender gender = gender_at (self, at);
      gint32 actor = -1;
      gsize n;

      if (gender == HEARSAY_GENDER_UNKNOWN)
        continue;
      n = self->closed->text->tokens[at].end - self->closed->text->tokens[at].start;
      if (n >= 7)
        actor = find_reflexive (self, at);
      if (actor < 0)
        actor = hearsay_actors_find_salient (self, at, gender, FALSE);
      if (actor >= 0)
        add_pronoun (self, at, actor);
    }
}

/**
 * hearsay_actors_first_pronoun:
 *
 * Returns: index of the first pronoun at or behind @token of those that were read, or their number
 */
guint
hearsay_actors_first_pronoun (const HearsayActors *self,
                              guint32              token)
{
  guint low = 0;
  guint high = self->pronouns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pronouns, HearsayMention, middle).first >= token)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hearsay_actors_get_pronoun:
 * @token: a “he” or “she”
 *
 * Returns: whom it means, or -1
 */
gint32
hearsay_actors_get_pronoun (HearsayActors *self,
                            guint32        token)
{
  guint i;

  hearsay_actors_read_pronouns (self, token + 1);
  i = hearsay_actors_first_pronoun (self, token);
  return i < self->pronouns->len && g_array_index (self->pronouns, HearsayMention, i).first == token
           ? g_array_index (self->pronouns, HearsayMention, i).actor : -1;
}
