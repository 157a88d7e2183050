/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/hearsay-deeds.h"
#include "analysis/hearsay-issue-nouns.h"
#include "analysis/hearsay-lexicon.h"

typedef void (*CheckFunc) (char **fields,
                           guint  n_fields,
                           guint  line);

static void
check_list (const char *list,
            const char *separator,
            guint       line)
{
  g_auto (GStrv) words = g_strsplit (list, separator, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (words[i]));

      if (stripped[0] == '\0' || strcmp (stripped, words[i]) != 0 ||
          strlen (words[i]) >= HEARSAY_LEXICON_MAX_BYTES)
        g_error ("line %u: “%s” is empty, too long or has blanks around it", line, words[i]);
    }
}

static void
check_country (char **fields,
               guint  n_fields,
               guint  line)
{
  const HearsayKnownName *known;

  if (n_fields != 7 || strlen (fields[0]) != 2 || fields[1][0] == '\0')
    g_error ("line %u: seven fields, a code and a name are wanted", line);
  for (guint i = 1; i < 7; i++)
    if (fields[i][0] != '\0')
      check_list (fields[i], ";", line);

  known = hearsay_lexicon_name (fields[1], strlen (fields[1]));
  g_assert_nonnull (known);
  if (strcmp (known->country, fields[0]) != 0 || known->kind != HEARSAY_ACTOR_COUNTRY)
    g_error ("line %u: %s is already taken", line, fields[1]);
  g_assert_cmpstr (hearsay_lexicon_country (fields[0]), ==, fields[1]);
}

static void
check_organization (char **fields,
                    guint  n_fields,
                    guint  line)
{
  const HearsayKnownName *known;

  if (strcmp (fields[0], "head") == 0)
    {
      gboolean plural;

      g_assert_cmpuint (n_fields, ==, 3);
      g_assert_true (hearsay_lexicon_head (fields[1], strlen (fields[1]), &plural));
      g_assert_true (hearsay_lexicon_head (fields[2], strlen (fields[2]), NULL));
      return;
    }

  if (!(strcmp (fields[0], "name") == 0 && n_fields == 5) && !(strcmp (fields[0], "press") == 0 && n_fields == 4))
    g_error ("line %u: unknown kind or wrong number of fields", line);
  check_list (fields[1], ";", line);
  if (fields[2][0] != '\0')
    check_list (fields[2], ";", line);
  if (fields[3][0] != '\0')
    g_assert_nonnull (hearsay_lexicon_country (fields[3]));

  known = hearsay_lexicon_name (fields[1], strlen (fields[1]));
  g_assert_nonnull (known);
  if (strcmp (known->name, fields[1]) != 0)
    g_error ("line %u: %s is already taken by %s", line, fields[1], known->name);
  g_assert_cmpint (known->press, ==, fields[0][0] == 'p');
}

static void
check_place (char **fields,
             guint  n_fields,
             guint  line)
{
  static const char *const kinds[] = { "place", "event", "other", NULL };

  g_assert_cmpuint (n_fields, ==, 2);
  g_assert_true (g_strv_contains (kinds, fields[0]));
  check_list (fields[1], ";", line);
}

static void
check_first_names (char **fields,
                   guint  n_fields,
                   guint  line)
{
  g_auto (GStrv) names = NULL;

  g_assert_cmpuint (n_fields, ==, 2);
  if (strlen (fields[0]) != 1 || strchr ("mfu", fields[0][0]) == NULL)
    g_error ("line %u: gender is m, f or u", line);
  check_list (fields[1], " ", line);
  names = g_strsplit (fields[1], " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      HearsayGender gender;

      g_assert_true (g_unichar_isupper (g_utf8_get_char (names[i])) || g_str_has_prefix (names[i], "d'"));
      g_assert_true (hearsay_lexicon_first_name (names[i], strlen (names[i]), &gender));
    }
}

static void
check_person_noun (char **fields,
                   guint  n_fields,
                   guint  line)
{
  g_autofree char *lower = NULL;

  if (n_fields != 4 || strlen (fields[3]) != 1 || strchr ("mfu", fields[3][0]) == NULL)
    g_error ("line %u: kind, singular, plural and gender are wanted", line);
  lower = g_utf8_strdown (fields[1], -1);
  g_assert_nonnull (hearsay_lexicon_person_noun (lower, strlen (lower)));
}

static void
check_deed (char **fields,
            guint  n_fields,
            guint  line)
{
  static const char *const uses[] = { "verb", "verb-with", "light", "noun", "clash" };
  HearsayRelationKind kind;
  g_auto (GStrv) lemmas = NULL;
  guint use;

  g_assert_cmpuint (n_fields, ==, 3);
  if (!hearsay_relation_kind_parse (fields[0], &kind) || (kind != HEARSAY_RELATION_COOPERATION && kind != HEARSAY_RELATION_CONFLICT))
    g_error ("line %u: %s is no deed", line, fields[0]);
  for (use = 0; use < G_N_ELEMENTS (uses) && strcmp (fields[1], uses[use]) != 0; use++)
    ;
  if (use == G_N_ELEMENTS (uses))
    g_error ("line %u: %s is no use", line, fields[1]);
  check_list (fields[2], " ", line);
  lemmas = g_strsplit (fields[2], " ", -1);
  for (guint i = 0; lemmas[i] != NULL; i++)
    g_assert_true (hearsay_deeds_look_up (lemmas[i], kind) & 1u << use);
}

static void
check_issue_noun (char **fields,
                  guint  n_fields,
                  guint  line)
{
  static const char *const kinds[] = { "empty", "thin", "general", "plain", "measure", "topic", "same" };
  g_auto (GStrv) words = NULL;
  guint kind;
  guint n;

  g_assert_cmpuint (n_fields, ==, 2);
  for (kind = 0; kind < G_N_ELEMENTS (kinds) && strcmp (fields[0], kinds[kind]) != 0; kind++)
    ;
  if (kind == G_N_ELEMENTS (kinds))
    g_error ("line %u: %s is no kind", line, fields[0]);
  check_list (fields[1], " ", line);
  words = g_strsplit (fields[1], " ", -1);
  n = g_strv_length (words);
  for (guint i = 0; i < n; i++)
    if (kind + 1 < G_N_ELEMENTS (kinds))
      g_assert_true (hearsay_issue_noun_look_up (words[i]) & 1u << kind);
    else
      g_assert_cmpstr (hearsay_issue_noun_join (words[i]), ==, words[n - 1]);
}

static void
check_attitude (char **fields,
                guint  n_fields,
                guint  line)
{
  static const char *const kinds[] = { "verb", "verb-to", "adjective", "noun", "need", NULL };
  g_auto (GStrv) words = NULL;
  double polarity;

  g_assert_cmpuint (n_fields, ==, 3);
  g_assert_true (g_strv_contains (kinds, fields[0]));
  polarity = g_ascii_strtod (fields[1], NULL);
  if (polarity == 0.0 || fabs (polarity) > 1.0)
    g_error ("line %u: polarity is from -1 to 1 and not 0", line);
  check_list (fields[2], " ", line);
  words = g_strsplit (fields[2], " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const HearsayAttitude *attitude = hearsay_lexicon_attitude (words[i], strlen (words[i]));

      g_assert_nonnull (attitude);
      if ((attitude->polarity > 0) != (polarity > 0))
        g_error ("line %u: %s stands on both sides", line, words[i]);
    }
}

static const struct
{
  const char *file;
  CheckFunc check;
  guint at_least;
} tables[] = {
  { "countries.txt", check_country, 190 },
  { "organizations.txt", check_organization, 200 },
  { "places.txt", check_place, 5 },
  { "first-names.txt", check_first_names, 10 },
  { "person-nouns.txt", check_person_noun, 200 },
  { "attitudes.txt", check_attitude, 1 },
  { "deeds.txt", check_deed, 1 },
  { "issue-nouns.txt", check_issue_noun, 1 },
};

/* Every line of every table is well formed and found again. */
static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = hearsay_lexicon_read (tables[i].file, &error);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      guint n_entries = 0;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true (g_utf8_validate (text, -1, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint line = 0; lines[line] != NULL; line++)
        {
          g_auto (GStrv) fields = NULL;

          if (lines[line][0] == '#' || lines[line][0] == '\0')
            continue;
          fields = g_strsplit (lines[line], "|", -1);
          tables[i].check (fields, g_strv_length (fields), line + 1);
          n_entries++;
        }
      g_assert_cmpuint (n_entries, >=, tables[i].at_least);
    }
}

static const struct
{
  const char *words;
  const char *name; /* NULL: not known */
  HearsayNameForm form;
} names[] = {
  { "U.S.", "United States", HEARSAY_NAME_OTHER },
  { "United  States", "United States", HEARSAY_NAME_FULL },
  { "Washington", "United States", HEARSAY_NAME_CAPITAL },
  { "the Kremlin", "Russia", HEARSAY_NAME_SEAT },
  { "Kremlin", "Russia", HEARSAY_NAME_SEAT },
  { "Norwegian", "Norway", HEARSAY_NAME_ADJECTIVE },
  { "Danes", "Denmark", HEARSAY_NAME_PEOPLE },
  { "North Atlantic\nTreaty Organization", "NATO", HEARSAY_NAME_OTHER },
  { "People\xe2\x80\x99s Daily", "People's Daily", HEARSAY_NAME_FULL },
  { "Siberia", "place", HEARSAY_NAME_PLACE },
  { "china", NULL, HEARSAY_NAME_FULL },
  { "Nowhereland", NULL, HEARSAY_NAME_FULL },
  { "", NULL, HEARSAY_NAME_FULL },
};

static void
test_names (void)
{
  g_autofree char *huge = g_strnfill (100000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const HearsayKnownName *known = hearsay_lexicon_name (names[i].words, strlen (names[i].words));

      g_assert_cmpstr (known != NULL ? known->name : NULL, ==, names[i].name);
      if (known != NULL)
        g_assert_cmpint (known->form, ==, names[i].form);
    }
  g_assert_null (hearsay_lexicon_name (huge, 100000));
  g_assert_cmpuint (hearsay_lexicon_name_words ("United", 6), >=, 4);
  g_assert_cmpuint (hearsay_lexicon_name_words ("Xyzzy", 5), ==, 0);
}

static void
test_people (void)
{
  HearsayGender gender;
  const HearsayPersonNoun *noun;

  g_assert_true (hearsay_lexicon_first_name ("Vladimir", 8, &gender));
  g_assert_cmpint (gender, ==, HEARSAY_GENDER_MALE);
  g_assert_true (hearsay_lexicon_first_name ("Hillary", 7, &gender));
  g_assert_cmpint (gender, ==, HEARSAY_GENDER_FEMALE);
  g_assert_true (hearsay_lexicon_first_name ("Kim", 3, &gender));
  g_assert_false (hearsay_lexicon_first_name ("Table", 5, &gender));

  noun = hearsay_lexicon_person_noun ("spokeswoman", 11);
  g_assert_nonnull (noun);
  g_assert_cmpint (noun->gender, ==, HEARSAY_GENDER_FEMALE);
  g_assert_false (noun->plural);
  noun = hearsay_lexicon_person_noun ("prime ministers", 15);
  g_assert_nonnull (noun);
  g_assert_true (noun->plural);
  g_assert_cmpuint (noun->n_words, ==, 2);
  g_assert_null (hearsay_lexicon_person_noun ("teapot", 6));
}

static void
check_word (const HearsayWordTable *table,
            const char             *words,
            guint                   value)
{
  g_assert_cmpuint (GPOINTER_TO_UINT (hearsay_word_table_find (table, words, strlen (words))), ==, value);
}

static void
test_word_table (void)
{
  static HearsayWordTable *table; /* lives as long as the process */
  char word[16];

  table = hearsay_word_table_new ();
  check_word (table, "word", 0);
  for (guint i = 1; i <= 1000; i++)
    {
      g_snprintf (word, sizeof word, "word%u", i);
      hearsay_word_table_insert (table, word, GUINT_TO_POINTER (i));
    }
  hearsay_word_table_insert (table, "driver's new seat", GUINT_TO_POINTER (7));
  hearsay_word_table_insert (table, "word5", GUINT_TO_POINTER (55));
  check_word (table, "word1", 1);
  check_word (table, "word5", 55);
  check_word (table, "word1000", 1000);
  check_word (table, "word1001", 0);
  check_word (table, "word", 0);
  check_word (table, "", 0);
  check_word (table, " ", 0);
  check_word (table, "driver's new seat", 7);
  check_word (table, " driver’s  new\n\u00a0seat", 7);
  check_word (table, "driver's new seats", 0);
  g_assert_cmpuint (GPOINTER_TO_UINT (hearsay_word_table_find (table, "word12", 5)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/tables", test_tables);
  g_test_add_func ("/lexicon/names", test_names);
  g_test_add_func ("/lexicon/people", test_people);
  g_test_add_func ("/lexicon/word-table", test_word_table);
  return g_test_run ();
}
