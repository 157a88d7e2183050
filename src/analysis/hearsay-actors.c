/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <stdlib.h>
#include <string.h>

/* How many bearers of one short name are told apart. */
#define MAX_BEARERS 32

/* The text from @start to @end with single blanks and without marks that do not show. */
char *
hearsay_actors_dup_words (const HearsayActors *self,
                          guint32              start,
                          guint32              end)
{
  const char *text = self->closed->text->text;
  GString *words = g_string_sized_new (end - start);

  for (guint32 i = start; i < end; i++)
    {
      if (g_ascii_isspace (text[i]) || (i + 1 < end && (guchar) text[i] == 0xc2 && (guchar) text[i + 1] == 0xa0))
        {
          i += (guchar) text[i] == 0xc2;
          if (words->len > 0 && words->str[words->len - 1] != ' ')
            g_string_append_c (words, ' ');
        }
      else if (i + 1 < end && (guchar) text[i] == 0xc2 && (guchar) text[i + 1] == 0xad)
        i++;
      else if (!g_ascii_iscntrl (text[i]))
        g_string_append_c (words, text[i]);
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static gint32
lookup (const HearsayActors *self,
        const char          *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
}

gint32
hearsay_actors_ensure (HearsayActors   *self,
                       const char      *name,
                       HearsayActorKind kind,
                       const char      *country)
{
  gint32 found = lookup (self, name);
  HearsayFoundActor actor = {
    .kind = kind,
    .country = country,
    .affiliation = -1,
    .last_mention = -1,
  };

  if (found >= 0)
    return found;
  actor.name = g_string_chunk_insert_const (self->strings, name);
  g_array_append_val (self->actors, actor);
  g_hash_table_insert (self->by_name, (gpointer) actor.name, GINT_TO_POINTER (self->actors->len));
  return (gint32) self->actors->len - 1;
}

/* The country with this code; -1 where the tables do not have it. */
gint32
hearsay_actors_ensure_country (HearsayActors *self,
                               const char    *code)
{
  const char *name = *code != '\0' ? hearsay_lexicon_country (code) : NULL;

  return name != NULL ? hearsay_actors_ensure (self, name, HEARSAY_ACTOR_COUNTRY, code) : -1;
}

static void
add_short (HearsayActors *self,
           const char    *name,
           gint32         actor)
{
  GArray *bearers = g_hash_table_lookup (self->by_short, name);

  if (bearers == NULL)
    {
      bearers = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_hash_table_insert (self->by_short, g_string_chunk_insert_const (self->strings, name), bearers);
    }
  for (guint i = 0; i < bearers->len; i++)
    if (g_array_index (bearers, gint32, i) == actor)
      return;
  if (bearers->len < MAX_BEARERS)
    g_array_append_val (bearers, actor);
}

/* Of several bearers the one named last, of those whose gender fits; else the first one there is. */
gint32
hearsay_actors_find_short (HearsayActors *self,
                           const char    *name,
                           HearsayGender  gender)
{
  GArray *bearers = g_hash_table_lookup (self->by_short, name);
  gint32 best = -1;

  for (guint i = 0; bearers != NULL && i < bearers->len; i++)
    {
      gint32 index = g_array_index (bearers, gint32, i);
      const HearsayFoundActor *actor = hearsay_actors_get (self, index);

      if (gender != HEARSAY_GENDER_UNKNOWN && actor->gender != HEARSAY_GENDER_UNKNOWN && actor->gender != gender)
        continue;
      if (best < 0 || actor->last_mention > hearsay_actors_get (self, best)->last_mention)
        best = index;
    }
  return best;
}

static gboolean
is_suffix (const char *word)
{
  static const char *const suffixes[] = { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", NULL };

  return g_strv_contains (suffixes, word);
}

/* Full names without initials and suffixes, so that “John Q. Public Jr.” and “John Public” are one. */
static char *
person_key (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean initial = strlen (words[i]) == 2 && words[i][1] == '.';

      if ((initial && i > 0) || is_suffix (words[i]))
        continue;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, words[i]);
    }
  return g_string_free (key, FALSE);
}

static void
register_person (HearsayActors *self,
                 gint32         actor,
                 const char    *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  guint n = g_strv_length (words);
  HearsayGender gender;

  if (n < 2)
    {
      add_short (self, key, actor);
      return;
    }
  add_short (self, words[n - 1], actor);
  if (n > 2)
    {
      g_autofree char *last_two = g_strjoin (" ", words[n - 2], words[n - 1], NULL);

      add_short (self, last_two, actor);
    }
  /* Family name first, as in “Cui Heng”; and people called by their first name. */
  if (hearsay_lexicon_first_name (words[0], strlen (words[0]), &gender))
    add_short (self, words[0], actor);
}

static gint32
ensure_person (HearsayActors *self,
               const char    *name,
               HearsayGender  gender)
{
  g_autofree char *key = person_key (name);
  gint32 index = lookup (self, key);
  HearsayFoundActor *actor;

  if (index < 0)
    {
      index = hearsay_actors_ensure (self, key, HEARSAY_ACTOR_PERSON, "");
      register_person (self, index, key);
    }
  actor = hearsay_actors_get (self, index);
  if (actor->gender == HEARSAY_GENDER_UNKNOWN)
    actor->gender = gender;
  return index;
}

/* “World Trade Organization” → “WTO”. */
static char *
make_acronym (const char *name)
{
  GString *acronym = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isupper (*p) && (p == name || p[-1] == ' ' || p[-1] == '-'))
      g_string_append_c (acronym, *p);
  return g_string_free (acronym, FALSE);
}

static gint32
ensure_organization (HearsayActors     *self,
                     const HearsayName *name,
                     const char        *words)
{
  const HearsayText *text = self->closed->text;
  gint32 index = lookup (self, words);
  const char *country = "";

  if (index >= 0)
    return index;
  for (guint32 i = name->first; i <= name->last; i++)
    {
      const HearsayToken *token = &text->tokens[i];
      const HearsayKnownName *known = hearsay_lexicon_name (text->text + token->start, token->end - token->start);

      if (*country == '\0' && known != NULL)
        country = known->country;
    }
  if (name->known != NULL && *name->known->country != '\0')
    country = name->known->country;

  index = hearsay_actors_ensure (self, words, HEARSAY_ACTOR_ORGANIZATION, country);
  {
    g_autofree char *acronym = make_acronym (words);

    if (strlen (acronym) >= 2 && hearsay_lexicon_name (acronym, strlen (acronym)) == NULL)
      add_short (self, acronym, index);
  }
  return index;
}

/* “pilot” before “Jane Roe”, with or without a comma. */
static gboolean
has_noun_before (const HearsayActors *self,
                 guint32              first)
{
  const HearsayPersonNoun *noun;
  guint32 before = first;
  guint32 last;

  if (before > 1 && self->closed->text->tokens[before - 1].punct == HEARSAY_PUNCT_COMMA)
    before--;
  if (before == 0)
    return FALSE;
  noun = hearsay_actors_match_noun (self, before - 1, &last);
  return noun != NULL && last == before - 1 && !noun->plural;
}

/* Beside a verb of speech, before an age or an apposition: the words of a person. */
static gboolean
has_person_evidence (const HearsayActors *self,
                     const HearsayName   *name)
{
  const HearsayText *text = self->closed->text;
  guint32 next = name->last + 1;
  guint32 last;

  if (name->first > 0 && (hearsay_closed_is (self->closed, name->first - 1, HEARSAY_CLOSED_SPEECH) ||
                          has_noun_before (self, name->first)))
    return TRUE;
  if (next >= text->n_tokens)
    return FALSE;
  if (hearsay_closed_is (self->closed, next, HEARSAY_CLOSED_SPEECH | HEARSAY_CLOSED_PAST) &&
      !hearsay_closed_is (self->closed, next, HEARSAY_CLOSED_AUXILIARY))
    return TRUE;
  if (text->tokens[next].punct != HEARSAY_PUNCT_COMMA || next + 1 >= text->n_tokens)
    return FALSE;
  if (text->tokens[next + 1].flags & HEARSAY_TOKEN_NUMBER && next + 2 < text->n_tokens &&
      text->tokens[next + 2].punct == HEARSAY_PUNCT_COMMA)
    return TRUE;
  for (guint32 k = next + 1; k < next + 7 && k < text->n_tokens && (text->tokens[k].flags & HEARSAY_TOKEN_WORD); k++)
    {
      if (k > next + 1 && hearsay_closed_is (self->closed, k, HEARSAY_CLOSED_PREPOSITION | HEARSAY_CLOSED_AUXILIARY))
        break;
      if (hearsay_actors_match_noun (self, k, &last) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* First round: everything that has its full name somewhere. */
static void
register_full_names (HearsayActors *self,
                     GArray        *names)
{
  g_autoptr (GHashTable) singles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      HearsayName *name = &g_array_index (names, HearsayName, i);

      if (name->class == HEARSAY_NAME_SINGLE || (name->class == HEARSAY_NAME_PERSON && name->first == name->last))
        g_hash_table_add (singles, hearsay_actors_dup_words (self, name->start, name->end));
    }
  for (guint i = 0; i < names->len; i++)
    {
      HearsayName *name = &g_array_index (names, HearsayName, i);
      g_autofree char *words = hearsay_actors_dup_words (self, name->start, name->end);
      const char *last_word = strrchr (words, ' ');
      HearsayGender gender;

      if (name->class == HEARSAY_NAME_UNSURE && last_word != NULL)
        {
          g_autofree char *first_word = g_strndup (words, strcspn (words, " "));

          if (has_person_evidence (self, name) || g_hash_table_contains (singles, last_word + 1) ||
              (g_hash_table_contains (singles, first_word) &&
               hearsay_lexicon_first_name (first_word, strlen (first_word), &gender)))
            name->class = HEARSAY_NAME_PERSON;
        }
      if (name->class == HEARSAY_NAME_PERSON && last_word != NULL)
        ensure_person (self, words, name->gender);
      else if (name->class == HEARSAY_NAME_ORGANIZATION)
        ensure_organization (self, name, words);
    }
}

/* A capital is its country where it acts, and a town after “in”. */
static gboolean
is_place_here (const HearsayActors *self,
               const HearsayName   *name)
{
  static const char *const locatives[] = {
    "in", "at", "near", "from", "around", "outside", "to", "across", "of", "leave", "left", "visit", "visited", "through", "inside",
  };
  guint32 before = name->first;

  if (name->known->form != HEARSAY_NAME_CAPITAL || before == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (locatives); i++)
    if (hearsay_text_token_is (self->closed->text, before - 1, locatives[i]))
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_subject (const HearsayActors *self,
                    const HearsayName   *name)
{
  const HearsayText *text = self->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, name->first);
  guint32 before = name->title;
  guint32 next = name->last + 1;

  while (before > sentence->first_token &&
         (hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_DETERMINER | HEARSAY_CLOSED_QUANTIFIER) ||
          (text->tokens[before - 1].flags & (HEARSAY_TOKEN_CAPITALISED | HEARSAY_TOKEN_WORD)) ==
            (HEARSAY_TOKEN_CAPITALISED | HEARSAY_TOKEN_WORD)) &&
         !hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_PREPOSITION))
    before--;
  if (before > sentence->first_token && hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_PREPOSITION) &&
      !hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_CONJUNCTION))
    return FALSE;
  if (next < sentence->first_token + sentence->n_tokens && hearsay_text_token_is (text, next, "'s"))
    return FALSE;
  return before <= sentence->first_token + 1 ||
         (next < sentence->first_token + sentence->n_tokens &&
          (hearsay_closed_is (self->closed, next, HEARSAY_CLOSED_AUXILIARY | HEARSAY_CLOSED_SPEECH | HEARSAY_CLOSED_PAST) ||
           hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_SPEECH)));
}

static void
add_mention (HearsayActors     *self,
             const HearsayName *name,
             gint32             actor,
             HearsayMentionKind kind)
{
  HearsayMention mention = {
    .start = name->start,
    .end = name->end,
    .first = name->first,
    .last = name->last,
    .title = name->title,
    .actor = actor,
    .kind = kind,
    .subject = kind != HEARSAY_MENTION_ADJECTIVE && looks_like_subject (self, name),
  };

  g_array_append_val (self->mentions, mention);
  hearsay_actors_get (self, actor)->n_mentions++;
  hearsay_actors_get (self, actor)->last_mention = (gint32) self->mentions->len - 1;
}

/* “Jordan”, when Jim Jordan has been named and the country has not. */
static gboolean
is_bearer_meant (HearsayActors     *self,
                 const HearsayName *name,
                 gint32            *actor)
{
  g_autofree char *words = NULL;
  const char *last_word;

  if (name->first != name->last || name->known->form == HEARSAY_NAME_ADJECTIVE || name->known->form == HEARSAY_NAME_PEOPLE ||
      lookup (self, name->known->name) >= 0)
    return FALSE;
  words = hearsay_actors_dup_words (self, name->start, name->end);
  *actor = hearsay_actors_find_short (self, words, HEARSAY_GENDER_UNKNOWN);
  if (*actor < 0 || hearsay_actors_get (self, *actor)->kind != HEARSAY_ACTOR_PERSON ||
      hearsay_actors_get (self, *actor)->last_mention < 0)
    return FALSE;
  last_word = strrchr (hearsay_actors_get (self, *actor)->name, ' ');
  return last_word != NULL && strcmp (last_word + 1, words) == 0;
}

static void
link_known (HearsayActors     *self,
            const HearsayName *name)
{
  const HearsayKnownName *known = name->known;
  gint32 index;

  if (is_bearer_meant (self, name, &index))
    {
      add_mention (self, name, index, HEARSAY_MENTION_NAME);
      return;
    }
  if (is_place_here (self, name))
    return;
  index = hearsay_actors_ensure (self, known->name, known->kind, known->country);
  hearsay_actors_get (self, index)->press = known->press;
  add_mention (self, name, index,
                              known->form == HEARSAY_NAME_ADJECTIVE ? HEARSAY_MENTION_ADJECTIVE : HEARSAY_MENTION_NAME);
}

/* Second round, in text order: whom each name names. */
static void
link_name (HearsayActors     *self,
           const HearsayName *name)
{
  g_autofree char *words = NULL;
  HearsayGender gender;
  gint32 index = -1;

  if (name->class == HEARSAY_NAME_KNOWN)
    {
      link_known (self, name);
      return;
    }
  words = hearsay_actors_dup_words (self, name->start, name->end);
  switch (name->class)
    {
    case HEARSAY_NAME_PERSON:
      if (strchr (words, ' ') == NULL)
        index = hearsay_actors_find_short (self, words, name->gender);
      if (index < 0)
        index = ensure_person (self, words, name->gender);
      break;

    case HEARSAY_NAME_ORGANIZATION:
      index = ensure_organization (self, name, words);
      break;

    case HEARSAY_NAME_ACRONYM:
    case HEARSAY_NAME_SINGLE:
    case HEARSAY_NAME_UNSURE:
    case HEARSAY_NAME_KNOWN:
    default:
      index = lookup (self, words);
      if (index < 0)
        index = hearsay_actors_find_short (self, words, HEARSAY_GENDER_UNKNOWN);
      if (index < 0 && name->class == HEARSAY_NAME_SINGLE)
        {
          gboolean named = hearsay_lexicon_first_name (words, strlen (words), &gender) && gender != HEARSAY_GENDER_UNKNOWN;

          if (named || has_person_evidence (self, name))
            index = ensure_person (self, words, gender);
        }
      break;
    }
  if (index >= 0)
    add_mention (self, name, index, HEARSAY_MENTION_NAME);
}

/* Given actors are taken as they are: their mentions stand, and their names are known. */
static void
take_given (HearsayActors           *self,
            const HearsayGivenActor *given,
            guint                    n_given)
{
  const HearsayText *text = self->closed->text;

  for (guint i = 0; i < n_given; i++)
    {
      g_autofree char *key = person_key (given[i].name);
      const HearsayKnownName *known = hearsay_lexicon_name (given[i].name, strlen (given[i].name));
      HearsayFoundActor actor = {
        .name = g_string_chunk_insert_const (self->strings, given[i].name),
        .country = known != NULL ? known->country : "",
        .kind = known != NULL && known->form != HEARSAY_NAME_PLACE ? known->kind : HEARSAY_ACTOR_PERSON,
        .affiliation = -1,
        .last_mention = -1,
        .given = TRUE,
      };
      gint32 index = (gint32) self->actors->len;

      g_array_append_val (self->actors, actor);
      if (lookup (self, given[i].name) < 0)
        g_hash_table_insert (self->by_name, (gpointer) actor.name, GINT_TO_POINTER (index + 1));
      if (known != NULL && lookup (self, known->name) < 0)
        g_hash_table_insert (self->by_name, (gpointer) known->name, GINT_TO_POINTER (index + 1));
      if (known == NULL && *key != '\0')
        register_person (self, index, key);

      for (guint k = 0; k < given[i].n_mentions; k++)
        {
          HearsaySpan span = given[i].mentions[k];
          guint32 start = hearsay_text_from_offset (text, span.start);
          guint32 end = hearsay_text_from_offset (text, span.end);
          HearsayName name = { .start = start, .end = end, .first = hearsay_text_find_token (text, start) };

          if (end <= start || name.first >= text->n_tokens)
            continue;
          name.last = MAX (name.first, MIN (hearsay_text_find_token (text, end - 1), text->n_tokens - 1));
          name.title = name.first;
          memset (self->taken + name.first, 1, name.last - name.first + 1);
          add_mention (self, &name, index, HEARSAY_MENTION_NAME);
        }
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HearsayMention *x = a;
  const HearsayMention *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->actor < y->actor ? -1 : x->actor > y->actor;
}

/* Given ones first, then in the order in which the text names them; whom it never names go last. */
static void
order_actors (HearsayActors *self)
{
  guint n = self->actors->len;
  g_autofree gint32 *place = g_new (gint32, MAX (n, 1));
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (HearsayFoundActor), n);
  GHashTableIter iter;
  gpointer value;
  gpointer key;

  for (guint i = 0; i < n; i++)
    place[i] = -1;
  for (guint i = 0; i < self->n_given; i++)
    {
      place[i] = (gint32) i;
      g_array_append_vals (ordered, hearsay_actors_get (self, i), 1);
    }
  for (guint i = 0; i < self->mentions->len + n; i++)
    {
      gint32 actor = i < self->mentions->len ? hearsay_actors_mention (self, i)->actor : (gint32) (i - self->mentions->len);

      if (place[actor] < 0)
        {
          place[actor] = (gint32) ordered->len;
          g_array_append_vals (ordered, hearsay_actors_get (self, actor), 1);
        }
    }
  g_array_unref (self->actors);
  self->actors = ordered;
  for (guint i = 0; i < self->mentions->len; i++)
    hearsay_actors_mention (self, i)->actor = place[hearsay_actors_mention (self, i)->actor];

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_iter_replace (&iter, GINT_TO_POINTER (place[GPOINTER_TO_INT (value) - 1] + 1));
  g_hash_table_iter_init (&iter, self->by_short);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < ((GArray *) value)->len; i++)
      g_array_index ((GArray *) value, gint32, i) = place[g_array_index ((GArray *) value, gint32, i)];
}

/**
 * hearsay_actors_new:
 * @closed: a text with its closed classes; outlives what is returned
 * @given: (array length=n_given) (nullable): actors the caller knows of
 *
 * Returns: (transfer full): the given actors and their mentions, and nobody else yet
 */
HearsayActors *
hearsay_actors_new (const HearsayClosed     *closed,
                    const HearsayGivenActor *given,
                    guint                    n_given)
{
  HearsayActors *self;

  g_return_val_if_fail (closed != NULL, NULL);
  g_return_val_if_fail (given != NULL || n_given == 0, NULL);

  self = g_new0 (HearsayActors, 1);
  self->closed = closed;
  self->n_given = n_given;
  self->last_speaker = -1;
  self->taken = g_new0 (guint8, closed->text->n_tokens + 1);
  self->actors = g_array_new (FALSE, FALSE, sizeof (HearsayFoundActor));
  self->mentions = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  self->late = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  self->strings = g_string_chunk_new (4096);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_short = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  take_given (self, given, n_given);
  return self;
}

/**
 * hearsay_actors_find:
 *
 * Finds the actors that the text names, with every mention, role and
 * affiliation, in linear time. The text is taken for English.
 */
void
hearsay_actors_find (HearsayActors *self)
{
  g_autoptr (GArray) names = NULL;

  g_return_if_fail (self != NULL);

  names = hearsay_names_find (self->closed, self->taken);
  register_full_names (self, names);
  for (guint i = 0; i < names->len; i++)
    link_name (self, &g_array_index (names, HearsayName, i));
  g_array_sort (self->mentions, compare_mentions);
  order_actors (self);
  hearsay_actors_find_roles (self);
}

/**
 * hearsay_actors_settle:
 *
 * Puts the mentions that were found while sources were resolved among the others.
 */
void
hearsay_actors_settle (HearsayActors *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_vals (self->mentions, self->late->data, self->late->len);
  g_array_set_size (self->late, 0);
  g_array_sort (self->mentions, compare_mentions);
}

void
hearsay_actors_free (HearsayActors *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->actors);
  g_array_unref (self->mentions);
  g_array_unref (self->late);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_short);
  g_string_chunk_free (self->strings);
  g_free (self->taken);
  g_free (self);
}

/**
 * hearsay_actors_first_mention:
 * @byte: an offset
 *
 * Returns: index of the first mention that begins at or behind @byte, or their number
 */
guint
hearsay_actors_first_mention (const HearsayActors *self,
                              guint32              byte)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->mentions->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hearsay_actors_mention (self, middle)->start >= byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hearsay_actors_emit:
 * @analysis: of the same text, without actors as yet
 *
 * Writes the actors into @analysis, with the same indexes.
 */
void
hearsay_actors_emit (const HearsayActors *self,
                     HearsayAnalysis     *analysis)
{
  const HearsayText *text;
  g_autofree guint32 *next = NULL;
  guint32 first;

  g_return_if_fail (self != NULL && analysis != NULL);

  text = self->closed->text;
  next = g_new0 (guint32, self->actors->len + 1);
  first = analysis->spans->len;
  for (guint i = 0; i < self->actors->len; i++)
    {
      const HearsayFoundActor *found = hearsay_actors_get (self, i);
      g_autofree char *id = g_strdup_printf ("a%u", i + 1);
      HearsayAnalysisActor actor = {
        .id = hearsay_analysis_intern (analysis, id),
        .name = hearsay_analysis_intern (analysis, found->name),
        .role = hearsay_analysis_intern (analysis, found->role),
        .kind = found->kind,
        .given = found->given,
        .affiliation = found->affiliation,
        .mentions = { first, found->n_mentions },
      };

      if (!hearsay_span_is_empty (found->role_span))
        actor.role_span = hearsay_text_to_span (text, found->role_span.start, found->role_span.end);
      next[i] = first;
      first += found->n_mentions;
      g_array_append_val (analysis->actors, actor);
    }
  g_array_set_size (analysis->spans, first);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i);

      g_array_index (analysis->spans, HearsaySpan, next[mention->actor]++) =
        hearsay_text_to_span (text, mention->start, mention->end);
    }
}
