/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <string.h>

/* How far back a description looks. */
#define MAX_MENTIONS 200

static guint32
sentence_of (const HearsayActors *self,
             guint32              token)
{
  return self->closed->text->tokens[token].sentence;
}

typedef enum
{
  PRONOUN_NONE,
  PRONOUN_HE,
  PRONOUN_SHE,
  PRONOUN_IT,
  PRONOUN_THEY,
  PRONOUN_I,
  PRONOUN_RELATIVE,
  PRONOUN_NOBODY, /* “you”, “some”, “there”: no actor of the text */
} Pronoun;

static Pronoun
pronoun_at (const HearsayActors *self,
            guint32              token)
{
  static const struct
  {
    const char *word;
    Pronoun pronoun;
  } words[] = {
    { "he", PRONOUN_HE }, { "him", PRONOUN_HE }, { "his", PRONOUN_HE }, { "himself", PRONOUN_HE },
    { "she", PRONOUN_SHE }, { "her", PRONOUN_SHE }, { "hers", PRONOUN_SHE }, { "herself", PRONOUN_SHE },
    { "it", PRONOUN_IT }, { "its", PRONOUN_IT }, { "itself", PRONOUN_IT },
    { "they", PRONOUN_THEY }, { "them", PRONOUN_THEY }, { "their", PRONOUN_THEY }, { "themselves", PRONOUN_THEY },
    { "i", PRONOUN_I }, { "we", PRONOUN_I }, { "me", PRONOUN_I }, { "us", PRONOUN_I }, { "my", PRONOUN_I }, { "our", PRONOUN_I },
    { "who", PRONOUN_RELATIVE }, { "which", PRONOUN_RELATIVE }, { "whom", PRONOUN_RELATIVE },
    { "whose", PRONOUN_RELATIVE }, { "that", PRONOUN_RELATIVE },
    { "you", PRONOUN_NOBODY }, { "your", PRONOUN_NOBODY }, { "there", PRONOUN_NOBODY }, { "one", PRONOUN_NOBODY },
    { "someone", PRONOUN_NOBODY }, { "everyone", PRONOUN_NOBODY }, { "nobody", PRONOUN_NOBODY }, { "anyone", PRONOUN_NOBODY },
  };

  if (self->closed->classes[token] == 0)
    return PRONOUN_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (hearsay_text_token_is (self->closed->text, token, words[i].word))
      return words[i].pronoun;
  return PRONOUN_NONE;
}

/* Whom “who” and “which” refer to: what was named last before it, in the same sentence. */
static gint32
antecedent (const HearsayActors *self,
            guint32              token)
{
  guint i = hearsay_actors_first_mention (self, self->closed->text->tokens[token].start);
  const HearsayMention *mention;

  while (i > 0)
    {
      mention = hearsay_actors_mention (self, i - 1);
      if (sentence_of (self, mention->first) != sentence_of (self, token) || token - mention->last > 12)
        return -1;
      if (mention->kind != HEARSAY_MENTION_ADJECTIVE &&
          (token - mention->last <= 2 || hearsay_actors_get (self, mention->actor)->kind == HEARSAY_ACTOR_PERSON))
        return mention->actor;
      i--;
    }
  return -1;
}

/* Whose speech it is, speaks in it. */
static gboolean
is_utterance (const HearsayActors *self,
              guint32              token)
{
  static const char *const nouns[] = {
    "speech", "speeches", "remarks", "remark", "comments", "comment", "statement", "statements", "words", "letter", "tweet", "tweets",
    "testimony", "answer", "message", "interview", "op-ed", "memo",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (hearsay_text_token_is (self->closed->text, token, nouns[i]))
      return TRUE;
  return FALSE;
}

/* Whether the mention is the head of the noun phrase that begins with @first, not a part of it. */
static gboolean
heads_phrase (const HearsayActors  *self,
              const HearsayMention *mention,
              guint32               first,
              guint32               last)
{
  const HearsayText *text = self->closed->text;

  if (mention->kind == HEARSAY_MENTION_ADJECTIVE)
    return FALSE;
  for (guint32 k = first; k < mention->title; k++)
    if (hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_PREPOSITION))
      return FALSE;
  if (mention->last < last)
    {
      const HearsayToken *next = &text->tokens[mention->last + 1];

      if (hearsay_text_token_is (text, mention->last + 1, "'s") || hearsay_text_token_is (text, mention->last + 1, "'"))
        return mention->last + 2 <= last && is_utterance (self, mention->last + 2);
      /* “Trump supporters” are not Trump. */
      if ((next->flags & HEARSAY_TOKEN_LOWER) && self->closed->classes[mention->last + 1] == 0)
        return FALSE;
    }
  return TRUE;
}

/* Where the noun phrase's core ends: before a preposition, comma, relative pronoun or verb. */
static guint32
core_end (const HearsayActors *self,
          guint32              first,
          guint32              last)
{
  guint32 k;

  for (k = first; k <= last; k++)
    {
      const HearsayToken *token = &self->closed->text->tokens[k];

      if (!(token->flags & HEARSAY_TOKEN_WORD))
        break;
      if (k > first && hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_PREPOSITION | HEARSAY_CLOSED_RELATIVE |
                                                           HEARSAY_CLOSED_AUXILIARY | HEARSAY_CLOSED_SPEECH))
        break;
    }
  return k;
}

static const HearsayFoundActor *
country_in (const HearsayActors *self,
            guint32              start,
            guint32              end)
{
  for (guint i = hearsay_actors_first_mention (self, start);
       i < self->mentions->len && hearsay_actors_mention (self, i)->start < end; i++)
    {
      const HearsayFoundActor *actor = hearsay_actors_get (self, hearsay_actors_mention (self, i)->actor);

      if (actor->kind == HEARSAY_ACTOR_COUNTRY)
        return actor;
    }
  return NULL;
}

/* “this Russian leader”, “the spokesman”: the latest person whose role or gender and country fit. */
static gint32
find_described (const HearsayActors     *self,
                guint32                  first,
                guint32                  head,
                const HearsayPersonNoun *noun)
{
  const HearsayText *text = self->closed->text;
  const HearsayFoundActor *country = country_in (self, text->tokens[first].start, text->tokens[head].end);
  guint i = hearsay_actors_first_mention (self, text->tokens[first].start);
  const char *lower = hearsay_text_word (text, head);
  gboolean leader = strcmp (lower, "leader") == 0;
  guint seen = 0;

  for (; i > 0 && seen < MAX_MENTIONS; i--, seen++)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i - 1);
      const HearsayFoundActor *actor = hearsay_actors_get (self, mention->actor);
      g_autofree char *role = NULL;

      if (actor->kind != HEARSAY_ACTOR_PERSON || actor->role == NULL)
        continue;
      if (noun->gender != HEARSAY_GENDER_UNKNOWN && actor->gender != HEARSAY_GENDER_UNKNOWN && noun->gender != actor->gender)
        continue;
      if (country != NULL && strcmp (country->country, actor->country) != 0)
        continue;
      role = g_ascii_strdown (actor->role, -1);
      if (strstr (role, lower) != NULL)
        return mention->actor;
      if (leader && (strstr (role, "president") != NULL || strstr (role, "premier") != NULL ||
                     strstr (role, "prime minister") != NULL || strstr (role, "chancellor") != NULL))
        return mention->actor;
      /* A spokesman may have been called a spokesperson. */
      if (g_str_has_prefix (lower, "spokes") && strstr (role, "spokes") != NULL)
        return mention->actor;
    }
  return -1;
}

/* “the ministry”: the latest organisation with this word in its name. */
static gint32
find_organization (const HearsayActors *self,
                   guint32              first,
                   const char          *lower)
{
  guint i = hearsay_actors_first_mention (self, self->closed->text->tokens[first].start);

  for (guint seen = 0; i > 0 && seen < MAX_MENTIONS; i--, seen++)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i - 1);
      const HearsayFoundActor *actor = hearsay_actors_get (self, mention->actor);
      g_autofree char *name = NULL;

      if (actor->kind != HEARSAY_ACTOR_ORGANIZATION)
        continue;
      name = g_ascii_strdown (actor->name, -1);
      if (strstr (name, lower) != NULL || (actor->press && (strcmp (lower, "newspaper") == 0 || strcmp (lower, "paper") == 0)))
        return mention->actor;
    }
  return -1;
}

/* A mention that was not seen before the source was looked at. */
static void
add_late (HearsayActors     *self,
          guint32            first,
          guint32            end,
          gint32             actor,
          HearsayMentionKind kind)
{
  const HearsayText *text = self->closed->text;
  HearsayMention mention = {
    .start = text->tokens[first].start,
    .end = text->tokens[end - 1].end,
    .first = first,
    .last = end - 1,
    .title = first,
    .actor = actor,
    .kind = kind,
    .subject = TRUE,
  };

  for (guint i = self->late->len; i > 0 && i + 8 > self->late->len; i--)
    if (g_array_index (self->late, HearsayMention, i - 1).start == mention.start)
      return;
  g_array_append_val (self->late, mention);
  hearsay_actors_get (self, actor)->n_mentions++;
}

/* An actor for the noun phrase itself: “Chinese analysts”, “the city council”. */
static gint32
add_nominal (HearsayActors   *self,
             guint32          first,
             guint32          end,
             HearsayActorKind kind)
{
  const HearsayText *text = self->closed->text;
  guint32 start = first;
  const HearsayFoundActor *country;
  g_autofree char *words = NULL;
  const char *code;
  gint32 index;

  while (start + 1 < end && hearsay_closed_is (self->closed, start, HEARSAY_CLOSED_DETERMINER | HEARSAY_CLOSED_QUANTIFIER |
                                                                    HEARSAY_CLOSED_ADVERB | HEARSAY_CLOSED_PREPOSITION))
    start++;
  words = hearsay_actors_dup_words (self, text->tokens[start].start, text->tokens[end - 1].end);
  if (g_ascii_islower (words[0]))
    words[0] = g_ascii_toupper (words[0]);
  country = country_in (self, text->tokens[start].start, text->tokens[end - 1].end);
  code = country != NULL ? country->country : "";
  index = hearsay_actors_ensure (self, words, kind, code);
  hearsay_actors_support (self, index, HEARSAY_GROUND_PHRASE);
  if (hearsay_actors_get (self, index)->affiliation < 0 && *code != '\0')
    hearsay_actors_get (self, index)->affiliation = hearsay_actors_ensure_country (self, code);

  add_late (self, start, end, index, HEARSAY_MENTION_NOMINAL);
  self->resolved = HEARSAY_RESOLVED_OWN;
  return index;
}

static gboolean
is_country_noun (const char *lower)
{
  static const char *const nouns[] = {
    "countries", "nations", "states", "governments", "powers", "capitals", "allies", "neighbours", "neighbors", "markets",
    "companies", "firms", "media", "outlets", "newspapers", "banks", "parties", "groups", "unions", "agencies", "organizations",
    "organisations", "tanks", "families", "communities", "businesses", "elites", "leaders", "conservatives", "liberals", NULL,
  };

  return g_strv_contains (nouns, lower);
}

static gint32
resolve_nominal (HearsayActors *self,
                 guint32        first,
                 guint32        last)
{
  const HearsayText *text = self->closed->text;
  guint32 end = core_end (self, first, last);
  gboolean definite = hearsay_text_token_is (text, first, "the") || hearsay_text_token_is (text, first, "this") ||
                      hearsay_text_token_is (text, first, "that");
  const HearsayPersonNoun *noun = NULL;
  const char *lower;
  gboolean plural = FALSE;

  if (end <= first)
    return -1;
  if (first > 0 && hearsay_text_token_is (text, first - 1, "think") &&
      (hearsay_text_token_is (text, first, "tanks") || hearsay_text_token_is (text, first, "tank")))
    first--;
  for (guint32 k = first; k < end && noun == NULL; k++)
    {
      guint32 noun_last;

      noun = hearsay_actors_match_noun (self, k, &noun_last);
      if (noun != NULL && noun_last + 1 < end)
        noun = NULL;
    }
  lower = hearsay_text_word (text, end - 1);
  if (noun != NULL && noun->plural)
    return strcmp (lower, "others") == 0 || strcmp (lower, "ones") == 0 ? -1 : add_nominal (self, first, end, HEARSAY_ACTOR_GROUP);
  if (noun != NULL)
    return definite ? find_described (self, first, end - 1, noun) : -1;
  /* “The two countries” points back, “Western countries” names somebody. */
  if (is_country_noun (lower))
    return definite ? -1 : add_nominal (self, first, end, HEARSAY_ACTOR_GROUP);
  if (hearsay_lexicon_head (lower, strlen (lower), &plural))
    {
      gint32 index = definite && end - first == 2 ? find_organization (self, first, lower) : -1;

      if (index >= 0)
        return index;
      if (plural)
        return add_nominal (self, first, end, HEARSAY_ACTOR_GROUP);
      return definite || end - first > 2 ? add_nominal (self, first, end, HEARSAY_ACTOR_ORGANIZATION) : -1;
    }
  return -1;
}

/* A name in the source that nothing else told what it is: who speaks is somebody. */
static gint32
adopt_name (HearsayActors *self,
            guint32        first,
            guint32        last)
{
  const HearsayText *text = self->closed->text;
  guint32 start = first;
  guint32 end;
  g_autofree char *words = NULL;
  gboolean organization;
  gint32 index;

  while (start <= last && hearsay_closed_is (self->closed, start, HEARSAY_CLOSED_DETERMINER))
    start++;
  end = start;
  while (end <= last && (text->tokens[end].flags & HEARSAY_TOKEN_CAPITALISED) && self->closed->classes[end] == 0)
    end++;
  if (end == start || (end <= last && (text->tokens[end].flags & HEARSAY_TOKEN_WORD) &&
                       (self->closed->classes[end] == 0 || (text->tokens[end].flags & HEARSAY_TOKEN_CLITIC))))
    return -1;

  words = hearsay_actors_dup_words (self, text->tokens[start].start, text->tokens[end - 1].end);
  if (hearsay_lexicon_name (words, strlen (words)) != NULL)
    return -1;
  organization = start > first || (text->tokens[start].flags & HEARSAY_TOKEN_ALL_CAPS);
  index = hearsay_actors_ensure (self, words, organization ? HEARSAY_ACTOR_ORGANIZATION : HEARSAY_ACTOR_PERSON, "");
  add_late (self, start, end, index, HEARSAY_MENTION_NAME);
  return index;
}

static gint32
resolve_pronoun (HearsayActors *self,
                 Pronoun        pronoun,
                 guint32        token,
                 gint32         enclosing)
{
  switch (pronoun)
    {
    case PRONOUN_HE:
    case PRONOUN_SHE:
      return hearsay_actors_get_pronoun (self, token);
    case PRONOUN_IT:
      return hearsay_actors_find_salient (self, token, HEARSAY_GENDER_UNKNOWN, FALSE);
    case PRONOUN_THEY:
      return hearsay_actors_find_salient (self, token, HEARSAY_GENDER_UNKNOWN, TRUE);
    case PRONOUN_I:
      return enclosing;
    case PRONOUN_RELATIVE:
      return antecedent (self, token);
    case PRONOUN_NOBODY:
    case PRONOUN_NONE:
    default:
      return -1;
    }
}

static gint32
resolve (HearsayActors *self,
         guint32        first,
         guint32        last,
         gint32         enclosing)
{
  const HearsayText *text = self->closed->text;
  HearsaySpan source = hearsay_text_tokens_span (text, first, last);
  Pronoun pronoun;
  gint32 index;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = hearsay_actors_first_mention (self, source.start);
         i < self->mentions->len && hearsay_actors_mention (self, i)->start < source.end; i++)
      {
        const HearsayMention *mention = hearsay_actors_mention (self, i);
        gboolean person = hearsay_actors_get (self, mention->actor)->kind == HEARSAY_ACTOR_PERSON;

        if (person == (pass == 0) && heads_phrase (self, mention, first, last))
          {
            self->resolved = HEARSAY_RESOLVED_NAME;
            return mention->actor;
          }
      }

  pronoun = pronoun_at (self, first);
  if (pronoun != PRONOUN_NONE && (first == last || pronoun != PRONOUN_RELATIVE) && last - first <= 1 &&
      !(pronoun == PRONOUN_HE && last > first))
    {
      self->resolved = pronoun == PRONOUN_I ? HEARSAY_RESOLVED_FIRST_PERSON
                       : pronoun == PRONOUN_RELATIVE ? HEARSAY_RESOLVED_RELATIVE : HEARSAY_RESOLVED_PRONOUN;
      return resolve_pronoun (self, pronoun, first, enclosing);
    }
  self->resolved = HEARSAY_RESOLVED_DESCRIPTION;
  index = resolve_nominal (self, first, last);
  if (index >= 0)
    return index;
  self->resolved = HEARSAY_RESOLVED_NAME;
  return adopt_name (self, first, last);
}

/* The name, or group, by which the actor was called last before the source. */
static HearsaySpan
find_antecedent (const HearsayActors *self,
                 gint32               actor,
                 HearsaySpan          source)
{
  const HearsayMention *best = NULL;
  guint i = hearsay_actors_first_mention (self, source.start);

  for (guint seen = 0; i > 0 && seen < 4 * MAX_MENTIONS && best == NULL; i--, seen++)
    if (hearsay_actors_mention (self, i - 1)->actor == actor &&
        hearsay_actors_mention (self, i - 1)->kind != HEARSAY_MENTION_ADJECTIVE)
      best = hearsay_actors_mention (self, i - 1);
  for (guint k = self->late->len, seen = 0; k > 0 && seen < MAX_MENTIONS; k--, seen++)
    {
      const HearsayMention *mention = &g_array_index (self->late, HearsayMention, k - 1);

      if (mention->actor == actor && mention->start < source.start && (best == NULL || mention->start > best->start))
        {
          best = mention;
          break;
        }
    }
  return best != NULL ? (HearsaySpan) { best->start, best->end } : HEARSAY_SPAN_NONE;
}

/**
 * hearsay_actors_resolve:
 * @source: bytes: the words that name the source
 * @enclosing: the speaker in whose words the source stands, or -1; “I” is that one
 *
 * Whom the source of a statement means: a name in it, else the antecedent of a
 * pronoun or of a description, else a group or organisation of its own
 * (“Chinese analysts”), which is added. To be called in text order. @resolved and
 * @antecedent say how it was found.
 *
 * Returns: index of the actor, or -1 where it is honestly unknown
 */
gint32
hearsay_actors_resolve (HearsayActors *self,
                        HearsaySpan    source,
                        gint32         enclosing)
{
  const HearsayText *text;
  guint32 first;
  gint32 actor;

  g_return_val_if_fail (self != NULL, -1);

  text = self->closed->text;
  first = hearsay_text_find_token (text, source.start);
  if (hearsay_span_is_empty (source) || first >= text->n_tokens)
    return -1;
  hearsay_actors_read_pronouns (self, first);
  self->antecedent = HEARSAY_SPAN_NONE;
  actor = resolve (self, first, MAX (first, MIN (hearsay_text_find_token (text, source.end - 1), text->n_tokens - 1)), enclosing);
  if (actor < 0)
    self->resolved = HEARSAY_RESOLVED_NOT;
  else if (self->resolved != HEARSAY_RESOLVED_NAME && self->resolved != HEARSAY_RESOLVED_OWN)
    self->antecedent = find_antecedent (self, actor, source);
  if (actor >= 0 && enclosing < 0)
    {
      self->last_speaker = actor;
      self->last_source = sentence_of (self, first);
    }
  return actor;
}
