/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <string.h>

#include "model/hearsay-name-key.h"

/* Before the key of a full name, apart from names as they stand. */
#define VARIANT "\1"

/* A capital that is named more often than this for each time that it acts is a town. */
#define MAX_TOWN 6

/* Somebody whose name does not stand anywhere before as it does here. */
static gint32
ensure_variant (HearsayActors *self,
                const char    *key)
{
  g_autofree char *folded = hearsay_name_dup_key (key, HEARSAY_ACTOR_PERSON);
  g_autofree char *variant = g_strconcat (VARIANT, folded, NULL);
  gint32 index = -1;

  /* “José Núñez” and “Jose Nunez”, “Cui Heng” and “Heng Cui”. */
  if (strchr (folded, ' ') != NULL)
    index = hearsay_actors_lookup (self, variant);
  if (index < 0)
    {
      index = hearsay_actors_ensure (self, key, HEARSAY_ACTOR_PERSON, "");
      g_hash_table_insert (self->by_name, g_string_chunk_insert_const (self->strings, variant), GINT_TO_POINTER (index + 1));
      hearsay_actors_register_person (self, index, key);
    }
  return index;
}

static gint32
ensure_person (HearsayActors *self,
               const char    *name,
               HearsayGender  gender,
               HearsayGround  ground)
{
  g_autofree char *key = hearsay_actors_person_key (name);
  gint32 index = hearsay_actors_lookup (self, key);
  HearsayFoundActor *actor;

  if (index < 0)
    index = ensure_variant (self, key);
  actor = hearsay_actors_get (self, index);
  if (actor->gender == HEARSAY_GENDER_UNKNOWN)
    actor->gender = gender;
  hearsay_actors_support (self, index, ground);
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
                     const char        *words,
                     HearsayGround      ground)
{
  const HearsayText *text = self->closed->text;
  gint32 index = hearsay_actors_lookup (self, words);
  const char *country = "";

  if (index >= 0)
    {
      hearsay_actors_support (self, index, ground);
      return index;
    }
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
  hearsay_actors_support (self, index, ground);
  {
    g_autofree char *acronym = make_acronym (words);

    if (strlen (acronym) >= 2 && hearsay_lexicon_name (acronym, strlen (acronym)) == NULL)
      hearsay_actors_add_short (self, acronym, index);
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

/* “See Holm”, “Asserting Holm had left”: what begins a sentence with a capital is no part of the name. */
static void
trim_name (HearsayActors *self,
           HearsayName   *name)
{
  if (name->class != HEARSAY_NAME_UNSURE || name->title != name->first || name->last == name->first ||
      !(self->closed->text->tokens[name->first].flags & HEARSAY_TOKEN_FIRST) ||
      (self->syntax->upos[name->first] != HEARSAY_UPOS_VERB && self->syntax->upos[name->first] != HEARSAY_UPOS_ADV))
    return;
  name->first++;
  name->title = name->first;
  name->start = self->closed->text->tokens[name->first].start;
  if (name->first == name->last)
    name->class = HEARSAY_NAME_SINGLE;
}

static void
weigh_capital (HearsayActors     *self,
               const HearsayName *name)
{
  HearsayEvidence *evidence = g_hash_table_lookup (self->capitals, name->known->name);

  if (evidence == NULL)
    {
      evidence = g_new0 (HearsayEvidence, 1);
      g_hash_table_insert (self->capitals, (gpointer) name->known->name, evidence);
    }
  evidence->n++;
  evidence->organization += hearsay_evidence_acts (self->closed, self->syntax, name);
}

static void
weigh_name (HearsayActors     *self,
            const HearsayName *name,
            const char        *words)
{
  HearsayEvidence *evidence;

  if (name->class != HEARSAY_NAME_SINGLE && name->class != HEARSAY_NAME_UNSURE && name->class != HEARSAY_NAME_ACRONYM)
    return;
  evidence = g_hash_table_lookup (self->evidence, words);
  if (evidence == NULL)
    {
      evidence = g_new0 (HearsayEvidence, 1);
      g_hash_table_insert (self->evidence, g_string_chunk_insert_const (self->strings, words), evidence);
    }
  hearsay_evidence_add (evidence, self->closed, self->syntax, name);
}

static HearsayVerdict
verdict_on (const HearsayActors *self,
            const char          *words)
{
  const HearsayEvidence *evidence = g_hash_table_lookup (self->evidence, words);

  return evidence != NULL ? hearsay_evidence_decide (evidence) : HEARSAY_VERDICT_NONE;
}

/* Of a name that a verdict was given on. */
static HearsayGround
lead_of (const HearsayActors *self,
         const char          *words)
{
  return hearsay_evidence_get_ground (g_hash_table_lookup (self->evidence, words));
}

/* Several words that no table has: a person's where the sentences or other names say so. */
static void
judge_unsure (HearsayActors *self,
              GHashTable    *singles,
              HearsayName   *name,
              const char    *words,
              const char    *last_word)
{
  g_autofree char *first_word = g_strndup (words, strcspn (words, " "));
  HearsayVerdict verdict = verdict_on (self, words);
  HearsayGender gender;

  if (verdict == HEARSAY_VERDICT_PLACE || self->syntax->upos[name->last] != HEARSAY_UPOS_PROPN)
    return;
  if (verdict == HEARSAY_VERDICT_PERSON)
    name->ground = lead_of (self, words);
  else if (has_person_evidence (self, name))
    name->ground = HEARSAY_GROUND_BESIDE;
  else if ((g_hash_table_contains (singles, last_word) && verdict_on (self, last_word) != HEARSAY_VERDICT_PLACE) ||
           (g_hash_table_contains (singles, first_word) && hearsay_lexicon_first_name (first_word, strlen (first_word), &gender)))
    name->ground = HEARSAY_GROUND_BEARER;
  else if (verdict == HEARSAY_VERDICT_ORGANIZATION)
    {
      name->class = HEARSAY_NAME_ORGANIZATION;
      name->ground = lead_of (self, words);
      return;
    }
  else
    return;
  name->class = HEARSAY_NAME_PERSON;
}

/* First round: everything that has its full name somewhere. */
void
hearsay_actors_register_full_names (HearsayActors *self,
                                    GArray        *names)
{
  g_autoptr (GHashTable) singles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      HearsayName *name = &g_array_index (names, HearsayName, i);
      g_autofree char *words = NULL;

      trim_name (self, name);
      if (name->class == HEARSAY_NAME_KNOWN)
        {
          if (name->known->form == HEARSAY_NAME_CAPITAL)
            weigh_capital (self, name);
          continue;
        }
      words = hearsay_actors_dup_words (self, name->start, name->end);
      weigh_name (self, name, words);
      if (name->class == HEARSAY_NAME_SINGLE || (name->class == HEARSAY_NAME_PERSON && name->first == name->last))
        g_hash_table_add (singles, g_steal_pointer (&words));
    }
  for (guint i = 0; i < names->len; i++)
    {
      HearsayName *name = &g_array_index (names, HearsayName, i);
      g_autofree char *words = NULL;
      const char *last_word;

      name->ground = HEARSAY_GROUND_WORDS;
      if (name->class != HEARSAY_NAME_UNSURE && name->class != HEARSAY_NAME_PERSON && name->class != HEARSAY_NAME_ORGANIZATION)
        continue;
      words = hearsay_actors_dup_words (self, name->start, name->end);
      last_word = strrchr (words, ' ');
      if (name->class == HEARSAY_NAME_UNSURE && last_word != NULL)
        judge_unsure (self, singles, name, words, last_word + 1);
      if (name->class == HEARSAY_NAME_PERSON && last_word != NULL)
        ensure_person (self, words, name->gender, name->ground);
      else if (name->class == HEARSAY_NAME_ORGANIZATION)
        ensure_organization (self, name, words, name->ground);
    }
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
      hearsay_actors_lookup (self, name->known->name) >= 0)
    return FALSE;
  words = hearsay_actors_dup_words (self, name->start, name->end);
  *actor = hearsay_actors_find_short (self, words, HEARSAY_GENDER_UNKNOWN);
  if (*actor < 0 || hearsay_actors_get (self, *actor)->kind != HEARSAY_ACTOR_PERSON ||
      hearsay_actors_get (self, *actor)->last_mention < 0)
    return FALSE;
  last_word = strrchr (hearsay_actors_get (self, *actor)->name, ' ');
  return last_word != NULL && strcmp (last_word + 1, words) == 0;
}

/* A capital is its country where it acts, and a town after “in”. */
static gboolean
is_place_here (const HearsayActors *self,
               const HearsayName   *name)
{
  static const char *const locatives[] = {
    "in", "at", "near", "from", "around", "outside", "to", "across", "of", "leave", "left", "visit", "visited", "through", "inside",
  };
  const HearsayEvidence *evidence = g_hash_table_lookup (self->capitals, name->known->name);
  guint32 before = name->first;

  if (name->known->form != HEARSAY_NAME_CAPITAL)
    return FALSE;
  if (evidence == NULL || evidence->organization * MAX_TOWN < (gint) evidence->n || evidence->organization == 0)
    return TRUE;
  if (before == 0)
    return FALSE;
  return hearsay_text_token_is_any (self->closed->text, before - 1, locatives, G_N_ELEMENTS (locatives));
}

static void
link_known (HearsayActors     *self,
            const HearsayName *name)
{
  const HearsayKnownName *known = name->known;
  gint32 index;

  if (is_bearer_meant (self, name, &index))
    {
      hearsay_actors_add_mention (self, name, index, HEARSAY_MENTION_NAME);
      return;
    }
  if (is_place_here (self, name))
    return;
  index = hearsay_actors_ensure (self, known->name, known->kind, known->country);
  hearsay_actors_support (self, index, HEARSAY_GROUND_TABLE);
  hearsay_actors_get (self, index)->press = known->press;
  hearsay_actors_add_mention (self, name, index,
                              known->form == HEARSAY_NAME_ADJECTIVE ? HEARSAY_MENTION_ADJECTIVE : HEARSAY_MENTION_NAME);
}

/* A word that no table has and no longer name ends with. */
static gint32
judge_single (HearsayActors     *self,
              const HearsayName *name,
              const char        *words)
{
  HearsayVerdict verdict = verdict_on (self, words);
  HearsayGender gender = HEARSAY_GENDER_UNKNOWN;
  gboolean named;

  if (verdict == HEARSAY_VERDICT_PLACE || self->syntax->upos[name->last] != HEARSAY_UPOS_PROPN)
    return -1;
  if (name->class == HEARSAY_NAME_SINGLE)
    {
      named = hearsay_lexicon_first_name (words, strlen (words), &gender) && gender != HEARSAY_GENDER_UNKNOWN;
      if (named)
        return ensure_person (self, words, gender, HEARSAY_GROUND_WORDS);
      if (verdict == HEARSAY_VERDICT_PERSON)
        return ensure_person (self, words, gender, lead_of (self, words));
      if (has_person_evidence (self, name))
        return ensure_person (self, words, gender, HEARSAY_GROUND_BESIDE);
    }
  return verdict == HEARSAY_VERDICT_ORGANIZATION ? ensure_organization (self, name, words, lead_of (self, words)) : -1;
}

/* “World Harbour Organization (WHRO)”: the organisation that was named just before the bracket. */
static gint32
find_long_form (HearsayActors     *self,
                const HearsayName *name,
                const char        *words)
{
  const HearsayMention *before;

  if (self->mentions->len == 0 || name->first == 0 ||
      self->closed->text->tokens[name->first - 1].punct != HEARSAY_PUNCT_OPEN_BRACKET)
    return -1;
  before = hearsay_actors_mention (self, self->mentions->len - 1);
  if (before->last + 2 != name->first || hearsay_actors_get (self, before->actor)->kind != HEARSAY_ACTOR_ORGANIZATION ||
      !hearsay_name_abbreviates (words, hearsay_actors_get (self, before->actor)->name))
    return -1;
  hearsay_actors_add_short (self, words, before->actor);
  return before->actor;
}

/* Second round, in text order: whom each name names. */
void
hearsay_actors_link_name (HearsayActors     *self,
                          const HearsayName *name)
{
  g_autofree char *words = NULL;
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
        index = ensure_person (self, words, name->gender, name->ground);
      else
        hearsay_actors_support (self, index, name->ground);
      break;

    case HEARSAY_NAME_ORGANIZATION:
      index = ensure_organization (self, name, words, name->ground);
      break;

    case HEARSAY_NAME_ACRONYM:
    case HEARSAY_NAME_SINGLE:
    case HEARSAY_NAME_UNSURE:
    case HEARSAY_NAME_KNOWN:
    default:
      index = hearsay_actors_lookup (self, words);
      if (index < 0)
        index = hearsay_actors_find_short (self, words, HEARSAY_GENDER_UNKNOWN);
      if (index < 0 && name->class == HEARSAY_NAME_ACRONYM)
        index = find_long_form (self, name, words);
      if (index < 0)
        index = judge_single (self, name, words);
      break;
    }
  if (index >= 0)
    hearsay_actors_add_mention (self, name, index, HEARSAY_MENTION_NAME);
}
