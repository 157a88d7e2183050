/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-lexicon.h"

#include <gio/gio.h>
#include <string.h>

#include "hearsay-lexicons.h"

/* Everything lives as long as the process: the tables are a few hundred
 * kilobytes and every thread reads the same ones. */
typedef struct
{
  GHashTable *names;       /* string → HearsayKnownName */
  GHashTable *name_words;  /* first word → most words of a name that begins so */
  GHashTable *countries;   /* code → name */
  GHashTable *first_names; /* string → HearsayGender + 1 */
  GHashTable *nouns;       /* string → HearsayPersonNoun */
  GHashTable *heads;       /* string → 1, or 2 in the plural */
  GHashTable *attitudes;   /* string → HearsayAttitude */
  GStringChunk *strings;
} Lexicon;

typedef void (*LineFunc) (Lexicon *self,
                          char   **fields,
                          guint    n_fields);

/**
 * hearsay_lexicon_read:
 * @file: a table's file name, “countries.txt”
 * @error: why it is not there
 *
 * Returns: (transfer full) (nullable): the table as it was built in
 */
GBytes *
hearsay_lexicon_read (const char *file,
                      GError    **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  path = g_strconcat ("/io/github/hearsay/Hearsay/lexicons/", file, NULL);
  return g_resource_lookup_data (hearsay_lexicons_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static void
read_table (Lexicon    *self,
            const char *file,
            LineFunc    func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hearsay_lexicon_read (file, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    g_error ("A table that is part of the program is missing: %s", error->message);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      fields = g_strsplit (lines[i], "|", -1);
      func (self, fields, g_strv_length (fields));
    }
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

  if (*words == '\0' || g_hash_table_contains (self->names, words))
    return;

  known = g_new (HearsayKnownName, 1);
  *known = (HearsayKnownName) {
    .name = g_string_chunk_insert_const (self->strings, name),
    .country = g_string_chunk_insert_const (self->strings, country),
    .form = form,
    .kind = kind,
    .press = press,
  };
  g_hash_table_insert (self->names, g_string_chunk_insert_const (self->strings, words), known);

  first = g_strndup (words, strcspn (words, " ',"));
  n_words = MAX (count_words (words), GPOINTER_TO_UINT (g_hash_table_lookup (self->name_words, first)));
  g_hash_table_insert (self->name_words, g_string_chunk_insert_const (self->strings, first),
                       GUINT_TO_POINTER (n_words));
}

static void
add_names (Lexicon         *self,
           const char      *list,
           const char      *name,
           const char      *country,
           HearsayNameForm  form,
           HearsayActorKind kind,
           gboolean         press)
{
  g_auto (GStrv) words = g_strsplit (list, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_name (self, words[i], name, country, form, kind, press);
}

static void
add_country (Lexicon *self,
             char   **fields,
             guint    n_fields)
{
  static const HearsayNameForm forms[] = {
    HEARSAY_NAME_FULL, HEARSAY_NAME_OTHER, HEARSAY_NAME_ADJECTIVE,
    HEARSAY_NAME_PEOPLE, HEARSAY_NAME_CAPITAL, HEARSAY_NAME_SEAT,
  };

  if (n_fields < 7)
    return;
  g_hash_table_insert (self->countries, g_string_chunk_insert_const (self->strings, fields[0]),
                       g_string_chunk_insert_const (self->strings, fields[1]));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    add_names (self, fields[i + 1], fields[1], fields[0], forms[i], HEARSAY_ACTOR_COUNTRY, FALSE);
}

static void
add_organization (Lexicon *self,
                  char   **fields,
                  guint    n_fields)
{
  gboolean press = strcmp (fields[0], "press") == 0;
  HearsayActorKind kind;

  if (strcmp (fields[0], "head") == 0 && n_fields >= 3)
    {
      g_hash_table_insert (self->heads, g_string_chunk_insert_const (self->strings, fields[2]), GUINT_TO_POINTER (2));
      g_hash_table_insert (self->heads, g_string_chunk_insert_const (self->strings, fields[1]), GUINT_TO_POINTER (1));
      return;
    }
  if (n_fields < 4)
    return;

  kind = n_fields > 4 && fields[4][0] == 'g' ? HEARSAY_ACTOR_GROUP : HEARSAY_ACTOR_ORGANIZATION;
  add_name (self, fields[1], fields[1], fields[3], HEARSAY_NAME_FULL, kind, press);
  add_names (self, fields[2], fields[1], fields[3], HEARSAY_NAME_OTHER, kind, press);
}

static void
add_place (Lexicon *self,
           char   **fields,
           guint    n_fields)
{
  if (n_fields >= 2)
    add_names (self, fields[1], fields[0], "", HEARSAY_NAME_PLACE, HEARSAY_ACTOR_GROUP, FALSE);
}

static void
add_first_names (Lexicon *self,
                 char   **fields,
                 guint    n_fields)
{
  g_auto (GStrv) names = NULL;
  guint gender = HEARSAY_GENDER_UNKNOWN;

  if (n_fields < 2)
    return;
  if (fields[0][0] == 'm')
    gender = HEARSAY_GENDER_MALE;
  else if (fields[0][0] == 'f')
    gender = HEARSAY_GENDER_FEMALE;

  names = g_strsplit (fields[1], " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->first_names, names[i]));
      guint value = old == 0 || old == gender + 1 ? gender + 1 : HEARSAY_GENDER_UNKNOWN + 1;

      g_hash_table_insert (self->first_names, g_string_chunk_insert_const (self->strings, names[i]),
                           GUINT_TO_POINTER (value));
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
  HearsayPersonNoun *noun;

  if (*words == '\0' || g_hash_table_contains (self->nouns, lower))
    return;

  noun = g_new (HearsayPersonNoun, 1);
  *noun = (HearsayPersonNoun) { kind, gender, plural, count_words (words) };
  g_hash_table_insert (self->nouns, g_string_chunk_insert_const (self->strings, lower), noun);
}

static void
add_person_noun (Lexicon *self,
                 char   **fields,
                 guint    n_fields)
{
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
add_attitude_form (Lexicon            *self,
                   const char         *form,
                   HearsayAttitudeKind kind,
                   float               polarity)
{
  HearsayAttitude *attitude;

  if (g_hash_table_contains (self->attitudes, form))
    return;
  attitude = g_new (HearsayAttitude, 1);
  *attitude = (HearsayAttitude) { kind, polarity };
  g_hash_table_insert (self->attitudes, g_string_chunk_insert_const (self->strings, form), attitude);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* Regular English inflection; irregular forms stand in the table as words of their own. */
static void
add_inflections (Lexicon            *self,
                 const char         *word,
                 HearsayAttitudeKind kind,
                 float               polarity)
{
  gsize n = strlen (word);
  g_autofree char *stem = g_strndup (word, n - 1);
  gboolean verb = kind != HEARSAY_ATTITUDE_NOUN;
  char forms[3][HEARSAY_LEXICON_MAX_BYTES];

  if (g_str_has_suffix (word, "e"))
    {
      g_snprintf (forms[0], sizeof forms[0], "%ss", word);
      g_snprintf (forms[1], sizeof forms[1], "%sd", word);
      g_snprintf (forms[2], sizeof forms[2], "%sing", stem);
    }
  else if (g_str_has_suffix (word, "y") && !is_vowel (word[n - 2]))
    {
      g_snprintf (forms[0], sizeof forms[0], "%sies", stem);
      g_snprintf (forms[1], sizeof forms[1], "%sied", stem);
      g_snprintf (forms[2], sizeof forms[2], "%sing", word);
    }
  else
    {
      gboolean sibilant = g_str_has_suffix (word, "s") || g_str_has_suffix (word, "sh") ||
                          g_str_has_suffix (word, "ch") || g_str_has_suffix (word, "x");

      g_snprintf (forms[0], sizeof forms[0], "%s%s", word, sibilant ? "es" : "s");
      g_snprintf (forms[1], sizeof forms[1], "%sed", word);
      g_snprintf (forms[2], sizeof forms[2], "%sing", word);
    }
  for (guint i = 0; i < (verb ? 3 : 1); i++)
    add_attitude_form (self, forms[i], kind, polarity);
  /* “slam”, “slammed”: a short word with one vowel before its last consonant. */
  if (verb && n >= 3 && n <= 5 && !is_vowel (word[n - 1]) && strchr ("wxy", word[n - 1]) == NULL &&
      is_vowel (word[n - 2]) && !is_vowel (word[n - 3]))
    {
      g_snprintf (forms[0], sizeof forms[0], "%s%ced", word, word[n - 1]);
      g_snprintf (forms[1], sizeof forms[1], "%s%cing", word, word[n - 1]);
      add_attitude_form (self, forms[0], kind, polarity);
      add_attitude_form (self, forms[1], kind, polarity);
    }
}

static void
add_attitudes (Lexicon *self,
               char   **fields,
               guint    n_fields)
{
  static const char *const kinds[] = { "verb", "verb-to", "adjective", "noun", "need" };
  g_auto (GStrv) words = NULL;
  float polarity;

  if (n_fields < 3)
    return;
  polarity = (float) g_ascii_strtod (fields[1], NULL);
  words = g_strsplit (fields[2], " ", -1);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; strcmp (fields[0], kinds[kind]) == 0 && words[i] != NULL; i++)
      {
        if (strlen (words[i]) < 2)
          continue;
        add_attitude_form (self, words[i], (HearsayAttitudeKind) kind, polarity);
        if (kind != HEARSAY_ATTITUDE_ADJECTIVE)
          add_inflections (self, words[i], (HearsayAttitudeKind) kind, polarity);
      }
}

static Lexicon *
lexicon_new (void)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  self->strings = g_string_chunk_new (16384);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->name_words = g_hash_table_new (g_str_hash, g_str_equal);
  self->countries = g_hash_table_new (g_str_hash, g_str_equal);
  self->first_names = g_hash_table_new (g_str_hash, g_str_equal);
  self->nouns = g_hash_table_new (g_str_hash, g_str_equal);
  self->heads = g_hash_table_new (g_str_hash, g_str_equal);
  self->attitudes = g_hash_table_new (g_str_hash, g_str_equal);
  read_table (self, "countries.txt", add_country);
  read_table (self, "organizations.txt", add_organization);
  read_table (self, "places.txt", add_place);
  read_table (self, "first-names.txt", add_first_names);
  read_table (self, "person-nouns.txt", add_person_noun);
  read_table (self, "attitudes.txt", add_attitudes);
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

/* Words as the tables spell them: single spaces, straight apostrophes, NUL at the end. */
static gboolean
fold (const char *words,
      gsize       length,
      char        buffer[HEARSAY_LEXICON_MAX_BYTES])
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = words[i];

      if (n + 1 >= HEARSAY_LEXICON_MAX_BYTES)
        return FALSE;
      if (g_ascii_isspace (c) || (i + 1 < length && (guchar) c == 0xc2 && (guchar) words[i + 1] == 0xa0))
        {
          i += (guchar) c == 0xc2;
          if (n > 0 && buffer[n - 1] != ' ')
            buffer[n++] = ' ';
        }
      else if (i + 2 < length && (guchar) c == 0xe2 && (guchar) words[i + 1] == 0x80 && (guchar) words[i + 2] == 0x99)
        {
          buffer[n++] = '\'';
          i += 2;
        }
      else
        buffer[n++] = c;
    }
  buffer[n] = '\0';
  return n > 0;
}

static gpointer
find (GHashTable *table,
      const char *words,
      gsize       length)
{
  char buffer[HEARSAY_LEXICON_MAX_BYTES];

  return fold (words, length, buffer) ? g_hash_table_lookup (table, buffer) : NULL;
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

  return find (lexicon_get ()->names, words, length);
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

  return GPOINTER_TO_UINT (find (lexicon_get ()->name_words, first, length));
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

  return g_hash_table_lookup (lexicon_get ()->countries, code);
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

  value = GPOINTER_TO_UINT (find (lexicon_get ()->first_names, word, length));
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

  return find (lexicon_get ()->nouns, lower, length);
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

  value = GPOINTER_TO_UINT (find (lexicon_get ()->heads, lower, length));
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

  return find (lexicon_get ()->attitudes, lower, length);
}
