/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <string.h>

/* How far a title reaches to the left of a name, and an apposition to its right, in tokens. */
#define MAX_TITLE 8
#define MAX_APPOSITION 30

#define STOPS_TITLE (HEARSAY_CLOSED_DETERMINER | HEARSAY_CLOSED_PREPOSITION | HEARSAY_CLOSED_PRONOUN | HEARSAY_CLOSED_CONJUNCTION | \
                     HEARSAY_CLOSED_AUXILIARY | HEARSAY_CLOSED_SPEECH | HEARSAY_CLOSED_ADVERB | HEARSAY_CLOSED_NEGATION)

/* The longest word for people that begins at @token, in any case of letters. */
const HearsayPersonNoun *
hearsay_actors_match_noun (const HearsayActors *self,
                           guint32              token,
                           guint32             *last)
{
  const HearsayText *text = self->closed->text;
  const HearsayPersonNoun *best = NULL;
  char words[HEARSAY_LEXICON_MAX_BYTES];
  gsize n = 0;
  guint n_words;

  if (token >= text->n_tokens)
    return NULL;
  n_words = hearsay_lexicon_person_noun_words (hearsay_text_word (text, token), strlen (hearsay_text_word (text, token)));
  for (guint32 k = token; k < token + n_words && k < text->n_tokens; k++)
    {
      const char *lower = hearsay_text_word (text, k);
      const HearsayPersonNoun *noun;

      if (!(text->tokens[k].flags & HEARSAY_TOKEN_WORD) || text->tokens[k].sentence != text->tokens[token].sentence)
        break;
      if (n + strlen (lower) + 2 > sizeof words)
        break;
      if (k > token)
        words[n++] = ' ';
      n = (gsize) (g_stpcpy (words + n, lower) - words);
      noun = hearsay_lexicon_person_noun (words, n);
      if (noun != NULL)
        {
          best = noun;
          *last = k;
        }
    }
  return best;
}

/* Whether a word for one person ends with @token: “spokesman”, “prime minister”. */
static const HearsayPersonNoun *
noun_ending_at (const HearsayActors *self,
                guint32              token,
                guint32             *first)
{
  guint32 last;

  for (guint32 n = 4; n > 0; n--)
    if (token + 1 >= n)
      {
        const HearsayPersonNoun *noun = hearsay_actors_match_noun (self, token + 1 - n, &last);

        if (noun != NULL && last == token && !noun->plural)
          {
            *first = token + 1 - n;
            return noun;
          }
      }
  return NULL;
}

/* The mention that covers @token, or NULL. */
static const HearsayMention *
mention_at (const HearsayActors *self,
            guint32              token)
{
  guint32 start = self->closed->text->tokens[token].start;
  guint i = hearsay_actors_first_mention (self, start + 1);

  if (i == 0)
    return NULL;
  return hearsay_actors_mention (self, i - 1)->last >= token ? hearsay_actors_mention (self, i - 1) : NULL;
}

/* The first organisation in the words, or else the first country, or -1. */
static gint32
affiliation_in (HearsayActors *self,
                guint32        start,
                guint32        end,
                gint32         except)
{
  gint32 country = -1;

  for (guint i = hearsay_actors_first_mention (self, start);
       i < self->mentions->len && hearsay_actors_mention (self, i)->start < end; i++)
    {
      gint32 index = hearsay_actors_mention (self, i)->actor;
      const HearsayFoundActor *actor = hearsay_actors_get (self, index);

      if (index == except)
        continue;
      if (actor->kind == HEARSAY_ACTOR_ORGANIZATION)
        return index;
      if (actor->kind == HEARSAY_ACTOR_COUNTRY && country < 0)
        country = index;
    }
  return country;
}

static void
set_role (HearsayActors *self,
          gint32         index,
          guint32        start,
          guint32        end)
{
  HearsayFoundActor *actor = hearsay_actors_get (self, index);
  gint32 affiliation;

  if (end <= start)
    return;
  affiliation = affiliation_in (self, start, end, index);
  if (actor->role == NULL)
    {
      g_autofree char *words = hearsay_actors_dup_words (self, start, end);

      actor->role = g_string_chunk_insert_const (self->strings, words);
      actor->role_span = (HearsaySpan) { start, end };
    }
  if (actor->affiliation < 0 && affiliation >= 0)
    {
      actor->affiliation = affiliation;
      actor->country = hearsay_actors_get (self, affiliation)->country;
    }
}

static void
take_gender (HearsayActors           *self,
             gint32                   index,
             const HearsayPersonNoun *noun)
{
  HearsayFoundActor *actor = hearsay_actors_get (self, index);

  if (actor->gender == HEARSAY_GENDER_UNKNOWN)
    actor->gender = noun->gender;
}

/* The first token of the noun phrase whose head ends before @end: left over adjectives and names. */
static guint32
phrase_start (const HearsayActors *self,
              guint32              head,
              guint32              sentence_first)
{
  const HearsayText *text = self->closed->text;
  guint32 start = head;

  while (start > sentence_first && head - start < MAX_TITLE)
    {
      const HearsayToken *token = &text->tokens[start - 1];

      if (!(token->flags & HEARSAY_TOKEN_WORD) || (token->flags & HEARSAY_TOKEN_CLITIC))
        break;
      if (hearsay_closed_is (self->closed, start - 1, STOPS_TITLE) && !(token->flags & HEARSAY_TOKEN_ALL_CAPS))
        break;
      start--;
    }
  return start;
}

/* “Russian President” before “Vladimir Putin”, “military analyst” before “Jane Roe”. */
static void
find_title (HearsayActors        *self,
            const HearsayMention *mention)
{
  const HearsayText *text = self->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, mention->first);
  guint32 head = mention->title;
  guint32 first;
  guint32 end = mention->first;
  const HearsayPersonNoun *noun;

  if (mention->title < mention->first)
    {
      noun = noun_ending_at (self, mention->first - 1, &first);
      if (noun != NULL)
        take_gender (self, mention->actor, noun);
      if (noun != NULL && noun->kind == HEARSAY_NOUN_HONORIFIC)
        return;
    }
  else
    {
      /* “the spokesman, John Doe,” has a comma between. */
      if (head > sentence->first_token + 1 && text->tokens[head - 1].punct == HEARSAY_PUNCT_COMMA &&
          mention->last + 1 < text->n_tokens &&
          (text->tokens[mention->last + 1].punct == HEARSAY_PUNCT_COMMA ||
           text->tokens[mention->last + 1].punct == HEARSAY_PUNCT_PERIOD))
        end = --head;
      if (head <= sentence->first_token)
        return;
      noun = noun_ending_at (self, head - 1, &first);
      if (noun == NULL || noun->kind == HEARSAY_NOUN_KIN || noun->kind == HEARSAY_NOUN_MANY)
        return;
      take_gender (self, mention->actor, noun);
      head = first;
    }
  head = phrase_start (self, head, sentence->first_token);
  set_role (self, mention->actor, text->tokens[head].start, text->tokens[end - 1].end);
}

/* Where the apposition that begins at @start ends (exclusive), or @start where none does. */
static guint32
apposition_end (const HearsayActors *self,
                guint32              start,
                guint32              limit)
{
  const HearsayText *text = self->closed->text;
  gboolean noun_seen = FALSE;
  gboolean preposition_seen = FALSE;
  guint32 k;

  for (k = start; k < limit && k < start + MAX_APPOSITION; k++)
    {
      const HearsayToken *token = &text->tokens[k];
      guint32 last;
      const HearsayPersonNoun *noun;

      if (!(token->flags & HEARSAY_TOKEN_WORD) && token->punct != HEARSAY_PUNCT_HYPHEN)
        break;
      if (hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_RELATIVE) && !hearsay_text_token_is (text, k, "that"))
        break;
      if (hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_AUXILIARY | HEARSAY_CLOSED_SPEECH))
        break;
      if (hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_PREPOSITION))
        preposition_seen = TRUE;
      noun = preposition_seen ? NULL : hearsay_actors_match_noun (self, k, &last);
      if (noun != NULL)
        {
          if (noun->plural && !noun_seen)
            return start;
          noun_seen = TRUE;
          k = last;
        }
      else if (!noun_seen && hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_PREPOSITION | HEARSAY_CLOSED_CONJUNCTION))
        return start;
    }
  return noun_seen ? k : start;
}

/* “, a harbour pilot from Bergen,” behind the name. */
static void
find_apposition (HearsayActors        *self,
                 const HearsayMention *mention)
{
  const HearsayText *text = self->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, mention->first);
  guint32 limit = sentence->first_token + sentence->n_tokens;
  guint32 start = mention->last + 1;
  guint32 end;
  guint32 last;
  const HearsayPersonNoun *noun;

  if (start >= limit || text->tokens[start].punct != HEARSAY_PUNCT_COMMA)
    return;
  start++;
  /* “Jane Roe, 54, a clerk”. */
  if (start + 1 < limit && (text->tokens[start].flags & HEARSAY_TOKEN_NUMBER) &&
      text->tokens[start + 1].punct == HEARSAY_PUNCT_COMMA)
    start += 2;
  while (start < limit && hearsay_closed_is (self->closed, start, HEARSAY_CLOSED_DETERMINER))
    start++;
  end = apposition_end (self, start, limit);
  if (end <= start)
    return;
  for (guint32 k = start; k < end; k++)
    {
      noun = hearsay_actors_match_noun (self, k, &last);
      if (noun != NULL)
        {
          take_gender (self, mention->actor, noun);
          break;
        }
    }
  set_role (self, mention->actor, text->tokens[start].start, text->tokens[end - 1].end);
}

/* “the Centre for Sea Studies at Bergen University”: the one belongs to the other. */
static void
find_parent (HearsayActors        *self,
             const HearsayMention *mention)
{
  const HearsayText *text = self->closed->text;
  HearsayFoundActor *actor = hearsay_actors_get (self, mention->actor);
  guint32 k = mention->last + 1;
  const HearsayMention *next;

  if (actor->affiliation >= 0)
    return;
  if (k + 1 < text->n_tokens && (hearsay_text_token_is (text, k, "at") || hearsay_text_token_is (text, k, "of")))
    {
      k++;
      if (k + 1 < text->n_tokens && hearsay_text_token_is (text, k, "the"))
        k++;
      next = mention_at (self, k);
      if (next != NULL && next->first == k && next->actor != mention->actor && next->kind == HEARSAY_MENTION_NAME &&
          (hearsay_actors_get (self, next->actor)->kind == HEARSAY_ACTOR_ORGANIZATION ||
           hearsay_actors_get (self, next->actor)->kind == HEARSAY_ACTOR_COUNTRY))
        {
          actor->affiliation = next->actor;
          if (*actor->country == '\0')
            actor->country = hearsay_actors_get (self, next->actor)->country;
        }
    }
}

/* Nobody belongs to himself, however long the way. */
static void
cut_circles (HearsayActors *self)
{
  for (guint i = 0; i < self->actors->len; i++)
    {
      gint32 at = hearsay_actors_get (self, i)->affiliation;

      for (guint steps = 0; at >= 0 && steps < 8; steps++)
        {
          if (at == (gint32) i)
            {
              hearsay_actors_get (self, i)->affiliation = -1;
              break;
            }
          at = hearsay_actors_get (self, at)->affiliation;
        }
    }
}

/* Roles and affiliations of everybody, from the titles before and the appositions behind their names. */
void
hearsay_actors_find_roles (HearsayActors *self)
{
  guint n_actors;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i);

      if (mention->kind != HEARSAY_MENTION_NAME)
        continue;
      if (hearsay_actors_get (self, mention->actor)->kind == HEARSAY_ACTOR_PERSON)
        {
          find_title (self, mention);
          find_apposition (self, mention);
        }
      else if (hearsay_actors_get (self, mention->actor)->kind == HEARSAY_ACTOR_ORGANIZATION)
        find_parent (self, mention);
    }

  n_actors = self->actors->len;
  for (guint i = 0; i < n_actors; i++)
    {
      const HearsayFoundActor *actor = hearsay_actors_get (self, i);

      if (actor->kind == HEARSAY_ACTOR_ORGANIZATION && actor->affiliation < 0 && !actor->given)
        {
          gint32 country = hearsay_actors_ensure_country (self, actor->country);

          hearsay_actors_get (self, i)->affiliation = country;
        }
    }
  cut_circles (self);
}
