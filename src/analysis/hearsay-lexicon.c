/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-lexicon.h"

#include <string.h>

/* Everything lives as long as the process: the tables are a few hundred
 * kilobytes and every thread reads the same ones. */
typedef struct
{
  HearsayWordTable *names;       /* HearsayKnownName */
  HearsayWordTable *name_words;  /* first word → most words of a name that begins so */
  HearsayWordTable *countries;   /* code → name */
  HearsayWordTable *first_names; /* HearsayGender + 1 */
  HearsayWordTable *nouns;       /* HearsayPersonNoun */
  HearsayWordTable *noun_words;  /* first word → most words of a noun that begins so */
  HearsayWordTable *heads;       /* 1, or 2 in the plural */
  HearsayWordTable *attitudes;   /* HearsayAttitude */
  GStringChunk *strings;
} Lexicon;

static gpointer
find (const HearsayWordTable *table,
      const char             *words)
{
  return hearsay_word_table_find (table, words, strlen (words));
}

static guint
count_words (const char *words)
{
  guint n = 1;

  for (; *words != '\0'; words++)
    n += *words == ' ' || *words == '\'' || *words == ',';
  return n;
}

static void
add_name (Lexicon         *self,
          const char      *words,
          const char      *name,
          const char      *country,
          HearsayNameForm  form,
          HearsayActorKind kind,
          gboolean         press)
{
  HearsayKnownName *known;
  g_autofree char *first = NULL;
  guint n_words;

  if (*words == '\0' || find (self->names, words) != NULL)
    return;

  known = g_new (HearsayKnownName, 1);
  *known = (HearsayKnownName) {
    .name = g_string_chunk_insert_const (self->strings, name),
    .country = g_string_chunk_insert_const (self->strings, country),
    .form = form,
    .kind = kind,
    .press = press,
  };
  hearsay_word_table_insert (self->names, words, known);

  first = g_strndup (words, strcspn (words, " ',"));
  n_words = MAX (count_words (words), GPOINTER_TO_UINT (find (self->name_words, first)));
  hearsay_word_table_insert (self->name_words, first, GUINT_TO_POINTER (n_words));
}

static void
add_names (Lexicon         *self,
           char            *list,
           const char      *name,
           const char      *country,
           HearsayNameForm  form,
           HearsayActorKind kind,
           gboolean         press)
{
  const char *words;

  while ((words = hearsay_lexicon_cut (&list, ';')) != NULL)
    add_name (self, words, name, country, form, kind, press);
}

static void
add_country (char   **fields,
             guint    n_fields,
             gpointer data)
{
  Lexicon *self = data;
  static const HearsayNameForm forms[] = {
    HEARSAY_NAME_FULL, HEARSAY_NAME_OTHER, HEARSAY_NAME_ADJECTIVE,
    HEARSAY_NAME_PEOPLE, HEARSAY_NAME_CAPITAL, HEARSAY_NAME_SEAT,
  };

  if (n_fields < 7)
    return;
  hearsay_word_table_insert (self->countries, fields[0],
                             g_string_chunk_insert_const (self->strings, fields[1]));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    add_names (self, fields[i + 1], fields[1], fields[0], forms[i], HEARSAY_ACTOR_COUNTRY, FALSE);
}

static void
add_organization (char   **fields,
                  guint    n_fields,
                  gpointer data)
{
  Lexicon *self = data;
  gboolean press = strcmp (fields[0], "press") == 0;
  HearsayActorKind kind;

  if (strcmp (fields[0], "head") == 0 && n_fields >= 3)
    {
      hearsay_word_table_insert (self->heads, fields[2], GUINT_TO_POINTER (2));
      hearsay_word_table_insert (self->heads, fields[1], GUINT_TO_POINTER (1));
      return;
    }
  if (n_fields < 4)
    return;

  kind = n_fields > 4 && fields[4][0] == 'g' ? HEARSAY_ACTOR_GROUP : HEARSAY_ACTOR_ORGANIZATION;
  add_name (self, fields[1], fields[1], fields[3], HEARSAY_NAME_FULL, kind, press);
  add_names (self, fields[2], fields[1], fields[3], HEARSAY_NAME_OTHER, kind, press);
}

static void
add_place (char   **fields,
           guint    n_fields,
           gpointer data)
{
  Lexicon *self = data;
  if (n_fields >= 2)
    add_names (self, fields[1], fields[0], "", HEARSAY_NAME_PLACE, HEARSAY_ACTOR_GROUP, FALSE);
}

static void
add_first_names (char   **fields,
                 guint    n_fields,
                 gpointer data)
{
  Lexicon *self = data;
  const char *name;
  guint gender = HEARSAY_GENDER_UNKNOWN;

  if (n_fields < 2)
    return;
  if (fields[0][0] == 'm')
    gender = HEARSAY_GENDER_MALE;
  else if (fields[0][0] == 'f')
    gender = HEARSAY_GENDER_FEMALE;

  while ((name = hearsay_lexicon_cut (&fields[1], ' ')) != NULL)
    {
      guint old = GPOINTER_TO_UINT (find (self->first_names, name));
      guint value = old == 0 || old == gender + 1 ? gender + 1 : HEARSAY_GENDER_UNKNOWN + 1;

      hearsay_word_table_insert (self->first_names, name, GUINT_TO_POINTER (value));
    }
}

static void
add_noun (Lexicon        *self,
          const char     *words,
          HearsayNounKind kind,
          HearsayGender   gender,
          gboolean        plural)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);
  gsize first_length = strcspn (lower, " ");
  HearsayPersonNoun *noun;
  guint n_words;

  if (*words == '\0' || find (self->nouns, lower) != NULL)
    return;

  noun = g_new (HearsayPersonNoun, 1);
  *noun = (HearsayPersonNoun) { kind, gender, plural, count_words (words) };
  hearsay_word_table_insert (self->nouns, lower, noun);

  n_words = MAX (noun->n_words, GPOINTER_TO_UINT (hearsay_word_table_find (self->noun_words, lower, first_length)));
  lower[first_length] = '\0';
  hearsay_word_table_insert (self->noun_words, lower, GUINT_TO_POINTER (n_words));
}

static void
add_person_noun (char   **fields,
                 guint    n_fields,
                 gpointer data)
{
  Lexicon *self = data;
  static const char *const kinds[] = { "honorific", "office", "person", "kin", "many" };
  HearsayGender gender = HEARSAY_GENDER_UNKNOWN;

  if (n_fields < 4)
    return;
  if (fields[3][0] == 'm')
    gender = HEARSAY_GENDER_MALE;
  else if (fields[3][0] == 'f')
    gender = HEARSAY_GENDER_FEMALE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (fields[0], kinds[i]) == 0)
      {
        add_noun (self, fields[1], (HearsayNounKind) i, gender, i == HEARSAY_NOUN_MANY);
        add_noun (self, fields[2], (HearsayNounKind) i, gender, TRUE);
      }
}

static void
add_attitude_form (Lexicon         *self,
                   const char      *form,
                   HearsayAttitude *attitude)
{
  if (find (self->attitudes, form) == NULL)
    hearsay_word_table_insert (self->attitudes, form, attitude);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* The first @n letters of @word, with @ending. */
static void
add_inflection (Lexicon         *self,
                const char      *word,
                gsize            n,
                const char      *ending,
                HearsayAttitude *attitude)
{
  char form[HEARSAY_LEXICON_MAX_BYTES];

  if (n + strlen (ending) >= sizeof form)
    return;
  memcpy (form, word, n);
  strcpy (form + n, ending);
  add_attitude_form (self, form, attitude);
}

/* Regular English inflection; irregular forms stand in the table as words of their own. */
static void
add_inflections (Lexicon         *self,
                 const char      *word,
                 HearsayAttitude *attitude)
{
  gsize n = strlen (word);
  char last = word[n - 1];
  gboolean e = last == 'e';
  gboolean y = last == 'y' && !is_vowel (word[n - 2]);
  gboolean sibilant = last == 's' || last == 'x' || (last == 'h' && strchr ("sc", word[n - 2]) != NULL);

  add_inflection (self, word, y ? n - 1 : n, y ? "ies" : sibilant ? "es" : "s", attitude);
  if (attitude->kind == HEARSAY_ATTITUDE_NOUN)
    return;
  add_inflection (self, word, e || y ? n - 1 : n, y ? "ied" : "ed", attitude);
  add_inflection (self, word, e ? n - 1 : n, "ing", attitude);
  /* “slam”, “slammed”: a short word with one vowel before its last consonant. */
  if (n >= 3 && n <= 5 && !is_vowel (last) && strchr ("wxy", last) == NULL &&
      is_vowel (word[n - 2]) && !is_vowel (word[n - 3]))
    {
      const char ed[] = { last, 'e', 'd', '\0' };
      const char ing[] = { last, 'i', 'n', 'g', '\0' };

      add_inflection (self, word, n, ed, attitude);
      add_inflection (self, word, n, ing, attitude);
    }
}

static void
add_attitudes (char   **fields,
               guint    n_fields,
               gpointer data)
{
  static const char *const kinds[] = { "verb", "verb-to", "adjective", "noun", "need" };
  Lexicon *self = data;
  const char *word;
  HearsayAttitude *attitude;
  guint kind = 0;

  if (n_fields < 3)
    return;
  while (kind < G_N_ELEMENTS (kinds) && strcmp (fields[0], kinds[kind]) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return;
  attitude = g_new (HearsayAttitude, 1);
  *attitude = (HearsayAttitude) { (HearsayAttitudeKind) kind, (float) g_ascii_strtod (fields[1], NULL) };
  while ((word = hearsay_lexicon_cut (&fields[2], ' ')) != NULL)
    {
      if (strlen (word) < 2)
        continue;
      add_attitude_form (self, word, attitude);
      if (kind != HEARSAY_ATTITUDE_ADJECTIVE)
        add_inflections (self, word, attitude);
    }
}

static Lexicon *
lexicon_new (void)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  self->strings = g_string_chunk_new (16384);
  self->names = hearsay_word_table_new ();
  self->name_words = hearsay_word_table_new ();
  self->countries = hearsay_word_table_new ();
  self->first_names = hearsay_word_table_new ();
  self->nouns = hearsay_word_table_new ();
  self->noun_words = hearsay_word_table_new ();
  self->heads = hearsay_word_table_new ();
  self->attitudes = hearsay_word_table_new ();
  hearsay_lexicon_read_lines ("countries.txt", add_country, self);
  hearsay_lexicon_read_lines ("organizations.txt", add_organization, self);
  hearsay_lexicon_read_lines ("places.txt", add_place, self);
  hearsay_lexicon_read_lines ("first-names.txt", add_first_names, self);
  hearsay_lexicon_read_lines ("person-nouns.txt", add_person_noun, self);
  hearsay_lexicon_read_lines ("attitudes.txt", add_attitudes, self);
  return self;
}

static const Lexicon *
lexicon_get (void)
{
  static Lexicon *lexicon;

  if (g_once_init_enter (&lexicon))
    g_once_init_leave (&lexicon, lexicon_new ());
  return lexicon;
}

/**
 * hearsay_lexicon_name:
 * @words: as they stand in the text, case kept
 * @length: their bytes
 *
 * Returns: (transfer none) (nullable): what is known under exactly this name
 */
const HearsayKnownName *
hearsay_lexicon_name (const char *words,
                      gsize       length)
{
  g_return_val_if_fail (words != NULL, NULL);

  return hearsay_word_table_find (lexicon_get ()->names, words, length);
}

/**
 * hearsay_lexicon_name_words:
 * @first: a word as it stands in the text
 * @length: its bytes
 *
 * Returns: how many tokens the longest known name has that begins with it, or 0
 */
guint
hearsay_lexicon_name_words (const char *first,
                            gsize       length)
{
  g_return_val_if_fail (first != NULL, 0);

  return GPOINTER_TO_UINT (hearsay_word_table_find (lexicon_get ()->name_words, first, length));
}

/**
 * hearsay_lexicon_country:
 * @code: two capital letters
 *
 * Returns: (transfer none) (nullable): the country's usual name
 */
const char *
hearsay_lexicon_country (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return find (lexicon_get ()->countries, code);
}

/**
 * hearsay_lexicon_first_name:
 * @word: with its capital
 * @length: its bytes
 * @gender: (out): whose name it usually is
 *
 * Returns: whether it is known as somebody's first name (or, for names that
 *   come family name first, as either part)
 */
gboolean
hearsay_lexicon_first_name (const char    *word,
                            gsize          length,
                            HearsayGender *gender)
{
  guint value;

  g_return_val_if_fail (word != NULL && gender != NULL, FALSE);

  value = GPOINTER_TO_UINT (hearsay_word_table_find (lexicon_get ()->first_names, word, length));
  *gender = value > 0 ? (HearsayGender) (value - 1) : HEARSAY_GENDER_UNKNOWN;
  return value > 0;
}

/**
 * hearsay_lexicon_person_noun:
 * @lower: one word or several, in lower case
 * @length: their bytes
 *
 * Returns: (transfer none) (nullable): the word for people that it is
 */
const HearsayPersonNoun *
hearsay_lexicon_person_noun (const char *lower,
                             gsize       length)
{
  g_return_val_if_fail (lower != NULL, NULL);

  return hearsay_word_table_find (lexicon_get ()->nouns, lower, length);
}

/**
 * hearsay_lexicon_person_noun_words:
 * @first: a word in lower case
 * @length: its bytes
 *
 * Returns: how many words the longest word for people has that begins with it, or 0
 */
guint
hearsay_lexicon_person_noun_words (const char *first,
                                   gsize       length)
{
  g_return_val_if_fail (first != NULL, 0);

  return GPOINTER_TO_UINT (hearsay_word_table_find (lexicon_get ()->noun_words, first, length));
}

/**
 * hearsay_lexicon_head:
 * @lower: a word in lower case
 * @length: its bytes
 * @plural: (out) (optional): whether it is a plural
 *
 * Returns: whether a name with this word is an organisation's: “ministry”
 */
gboolean
hearsay_lexicon_head (const char *lower,
                      gsize       length,
                      gboolean   *plural)
{
  guint value;

  g_return_val_if_fail (lower != NULL, FALSE);

  value = GPOINTER_TO_UINT (hearsay_word_table_find (lexicon_get ()->heads, lower, length));
  if (plural != NULL)
    *plural = value == 2;
  return value > 0;
}

/**
 * hearsay_lexicon_attitude:
 * @lower: a word in lower case, in any inflection
 * @length: its bytes
 *
 * Returns: (transfer none) (nullable): the attitude it expresses
 */
const HearsayAttitude *
hearsay_lexicon_attitude (const char *lower,
                          gsize       length)
{
  g_return_val_if_fail (lower != NULL, NULL);

  return hearsay_word_table_find (lexicon_get ()->attitudes, lower, length);
}
